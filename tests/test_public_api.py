"""What is public: sorted, documented, typed, and not changed by accident."""

import inspect
import re
import subprocess
import sys
from pathlib import Path

import attrs
import pytest

import tradenews
import tradenews.scale

RECORD = Path(__file__).parent / "public_api.txt"


def described() -> list[str]:
    lines = []
    scale = [(f"scale.{name}", getattr(tradenews.scale, name)) for name in sorted(tradenews.scale.__all__)]
    for name, thing in [*((name, getattr(tradenews, name)) for name in tradenews.__all__), *scale]:
        if inspect.isclass(thing) and attrs.has(thing):
            words = {
                k: v
                for base in reversed(thing.__mro__)
                for k, v in vars(base).get("__annotations__", {}).items()
            }
            lines += [f"{name}.{field.name}: {words[field.name]}" for field in attrs.fields(thing)]
            lines += [f"{name}.{m}" for m, v in vars(thing).items() if isinstance(v, property)]
        elif inspect.isclass(thing):
            methods = {
                m: v for m, v in vars(thing).items() if inspect.isfunction(v) and not m.startswith("_")
            }
            lines.append(f"{name}({', '.join(base.__name__ for base in thing.__mro__[1:-1])})")
            lines += [f"{name}.{m}{inspect.signature(v)}" for m, v in sorted(methods.items())]
        else:
            lines.append(f"{name}{inspect.signature(thing)}")
    return lines


def test_all_is_sorted_and_complete() -> None:
    assert list(tradenews.__all__) == sorted(tradenews.__all__)
    assert set(tradenews.__all__) <= set(dir(tradenews))
    with pytest.raises(AttributeError):
        _ = tradenews.nonsense


@pytest.mark.parametrize("name", tradenews.__all__)
def test_everything_is_documented_with_an_example(name: str) -> None:
    """pytest runs the examples: doctest looks into every module of the package."""
    thing = getattr(tradenews, name)
    assert ">>> " in (thing.__doc__ or "")
    if inspect.isclass(thing):
        for method, value in vars(thing).items():
            if not method.startswith("_") and (inspect.isfunction(value) or isinstance(value, property)):
                assert value.__doc__, f"{name}.{method}"


@pytest.mark.parametrize(
    "name", [n for n in tradenews.__all__ if inspect.isclass(c := getattr(tradenews, n)) and attrs.has(c)]
)
def test_every_field_is_documented(name: str) -> None:
    """Behind the type of each field stands, after ``#:``, what it holds: the reference shows it."""
    source = inspect.getsource(getattr(tradenews, name))
    for field in attrs.fields(getattr(tradenews, name)):
        if not field.name.startswith("_"):
            assert re.search(rf"^    {field.name}: [^\n]+  #: \S", source, re.MULTILINE), field.name


def test_nothing_public_changes_unannounced() -> None:
    """After a change: python tests/test_public_api.py > tests/public_api.txt, and a changelog line."""
    assert described() == RECORD.read_text(encoding="utf-8").splitlines()


def test_functions_are_functions_whatever_was_imported_before() -> None:
    code = (
        "import tradenews.reading.article, tradenews.explanation, tradenews\n"
        "assert callable(tradenews.parse) and callable(tradenews.explain)\n"
        "from tradenews import *\nassert parse is tradenews.parse"
    )
    subprocess.run([sys.executable, "-c", code], check=True, timeout=60)


def test_models_are_frozen_slotted_and_hashable() -> None:
    for name in tradenews.models.__all__:
        cls = getattr(tradenews.models, name)
        assert "__slots__" in vars(cls)
        assert cls.__hash__ is not None
        assert cls.__setattr__ is not object.__setattr__


if __name__ == "__main__":
    print("\n".join(described()))
