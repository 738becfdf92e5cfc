"""One direction of imports: a module uses only layers below its own, or its own folder."""

import ast
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

import tradenews

ROOT = Path(tradenews.__file__).parent
LAYERS = [
    {"errors", "models", "lazy", "data"},
    {"prepared"},
    {"normalize"},
    {"lexicon", "languages", "schemas"},
    {"scan"},
    {"grammar"},
    {"reading"},
    {"reconciling"},
    {"io", "render", "workers", "evaluate", "explanation", "samples", "arguments"},
    {"parser"},
    {"api", "prepare"},
    {"scale"},
    {"cli", "testing"},
    {"__main__", "__init__"},
]
LEVEL = {room: level for level, rooms in enumerate(LAYERS) for room in rooms}
ALLOWED_UPWARD = {("evaluate", "api")}  # the command line of the evaluation
MODULES = sorted(path for path in ROOT.rglob("*.py"))


def room_of(path: Path) -> str:
    parts = path.relative_to(ROOT).parts
    return parts[0].removesuffix(".py")


def imports_of(path: Path) -> list[tuple[str, bool]]:
    """Imported modules of the package, and whether the import stands inside a function."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    inner = {id(n) for f in ast.walk(tree) if isinstance(f, ast.FunctionDef) for n in ast.walk(f)}
    found = []
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module:
            found.append((node.module, id(node) in inner))
        elif isinstance(node, ast.Import):
            found += [(alias.name, id(node) in inner) for alias in node.names]
    return found


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(ROOT)))
def test_imports_point_downwards(path: Path) -> None:
    room = room_of(path)
    for module, inside in imports_of(path):
        if not module.startswith("tradenews"):
            continue
        parts = module.split(".")
        if len(parts) == 1:
            raise AssertionError(f"{path.name} imports the root package")
        assert not inside, f"{path.name} imports {module} inside a function"
        if parts[1] != room and (room, parts[1]) not in ALLOWED_UPWARD:
            assert LEVEL[parts[1]] < LEVEL[room], f"{room} (layer {LEVEL[room]}) imports {module}"


@pytest.mark.parametrize(("library", "rooms"), [("babel", {"normalize"}), ("dateutil", {"normalize"}),
                                                ("cattrs", {"io"})])  # fmt: skip
def test_libraries_have_one_door(library: str, rooms: set[str]) -> None:
    users = {room_of(p) for p in MODULES if any(m.split(".")[0] == library for m, _ in imports_of(p))}
    assert users <= rooms


def test_no_module_is_too_long() -> None:
    long = {
        str(p.relative_to(ROOT)): n for p in MODULES if (n := len(p.read_text("utf-8").splitlines())) > 400
    }
    assert not long


def test_no_function_is_too_long() -> None:
    long = []
    for path in MODULES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef) and (node.end_lineno or 0) - node.lineno >= 60:
                long.append(f"{path.name}:{node.name}")
    assert not long


# What others than this package call: methods for the standard library, hooks of pytest and hypothesis,
# readers and vocabularies for users, what the pages show.
CALLED_FROM_OUTSIDE = {
    "TAGS", "_repr_html_", "handle_starttag", "handle_endtag", "handle_data", "read_html", "read_feed",
    "open_bytes", "tradenews_parser", "tradenews_sample", "pytest_generate_tests",
    "pytest_assertrepr_compare", "register",
}  # fmt: skip


def test_nothing_is_there_that_nothing_uses() -> None:
    """Every function, class and constant is named somewhere besides where it is made."""
    sources = [path.read_text(encoding="utf-8") for path in MODULES]
    uses = Counter(word for source in sources for word in re.findall(r"\w+", source))
    unused = {name for source in sources for name in _made(ast.parse(source)) if uses[name] == 1}
    assert {name for name in unused if not name.startswith("__")} == CALLED_FROM_OUTSIDE & unused


def _made(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            yield node.name
        elif isinstance(node, ast.Assign | ast.AnnAssign):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            yield from (target.id for target in targets if isinstance(target, ast.Name))
