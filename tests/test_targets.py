"""The fuzzers have every public function as a target; what each promises holds for some texts."""

import inspect
from random import Random

import pytest
from hostile import MAKERS
from targets import SLOTS, TARGETS
from texts import LANGUAGES, Chance, text_of, unpaired

import tradenews


def test_every_public_function_is_a_target() -> None:
    public = {name for name in tradenews.__all__ if inspect.isfunction(getattr(tradenews, name))}
    assert set(TARGETS) == public | {"Parser"}
    assert set(SLOTS) == set(TARGETS)


@pytest.mark.parametrize("name", TARGETS)
def test_promises(name: str) -> None:
    for number in range(3 if name.startswith("plot_") else 25):
        draw = Random(f"{name} {number}")
        language = draw.choice((None, *LANGUAGES))
        text = unpaired(draw.choice(MAKERS)(draw)) if number % 2 else text_of(Chance(draw), language)
        TARGETS[name](text, language, Chance(draw))
