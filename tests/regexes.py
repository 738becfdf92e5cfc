"""Every regular expression of the package against texts that are made to keep it busy.

:func:`collect` imports all modules with ``re`` listened to, builds the parsers of all languages, reads the
samples and returns each expression with the methods it is used with. :func:`texts` takes an expression apart
and makes texts that its repeats accept for as long as one likes and that fail at the end. :func:`grows` tells
whether the work grows faster than the text. ``python tests/regexes.py`` tries every text, the test a part.
"""

from __future__ import annotations

import argparse
import ast
import importlib
import pkgutil
import re
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from re import _constants as codes  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

FUNCTIONS = ("compile", "match", "fullmatch", "search", "split", "findall", "finditer", "sub", "subn")
RULES = "tradenews.grammar.rule"
LATER = "regex"  # of tradenews.lazy: compiles when first used
ANCHORED = {"match", "fullmatch"}
PALETTE = "aA1 .-,(é中\n"
ENDS = ("\x00", "")


@dataclass
class Found:
    """An expression, where it stands, and the methods that are called on it."""

    pattern: str | bytes
    flags: int
    places: set[str] = field(default_factory=set)
    methods: set[str] = field(default_factory=set)
    joined: bool = False  # of many rules: it takes as long as they do together, and they are tried alone too

    @cached_property
    def compiled(self) -> re.Pattern[Any]:
        return re.compile(self.pattern, self.flags)

    @property
    def plain(self) -> str:
        """The pattern as a string, bytes by their numbers."""
        return self.pattern.decode("latin-1") if isinstance(self.pattern, bytes) else self.pattern


class Heard:
    """An expression that remembers which of its methods were asked for."""

    def __init__(self, true: re.Pattern[Any]) -> None:
        self.true, self.methods = true, set[str]()

    def __getattr__(self, name: str) -> Any:
        if name in FUNCTIONS:
            self.methods.add(name)
        return getattr(self.true, name)


# Which there are


def _written(root: Path) -> tuple[dict[str, set[str]], dict[str, str | bytes | None], dict[str, str]]:
    """What the sources tell of each place: the methods of a named expression, the literal, the function."""
    trees = {path: ast.parse(path.read_text(encoding="utf-8")) for path in sorted(root.rglob("*.py"))}
    used: dict[tuple[str, str], set[str]] = {}
    named: dict[str, tuple[str, str]] = {}
    literals: dict[str, str | bytes | None] = {}
    functions: dict[str, str] = {}
    for path, tree in trees.items():
        module = ".".join(path.relative_to(root.parent).with_suffix("").parts)
        origin = {
            alias.asname or alias.name: (node.module or "", alias.name)
            for node in ast.walk(tree)
            if isinstance(node, ast.ImportFrom)
            for alias in node.names
        }
        called = {n.value for n in ast.walk(tree) if isinstance(n, ast.Attribute)}
        for node in ast.walk(tree):
            if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
                used.setdefault(origin.get(node.value.id, (module, node.value.id)), set()).add(node.attr)
            elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load) and node not in called:
                used.setdefault(origin.get(node.id, (module, node.id)), set()).add("?")
            if (
                isinstance(node, ast.Assign | ast.AnnAssign)
                and _is_call_of_re(node.value)
                and _function_of(node.value) == "compile"
            ):
                target = node.targets[0] if isinstance(node, ast.Assign) else node.target
                if isinstance(target, ast.Name):
                    named[f"{module}:{node.value.lineno}"] = (module, target.id)  # type: ignore[union-attr]
            if _is_call_of_re(node):
                place, first = f"{module}:{node.lineno}", node.args[0]  # type: ignore[attr-defined]
                functions[place] = _function_of(node)
                literals[place] = _literal(first)
    return {place: used.get(name, {"?"}) for place, name in named.items()}, literals, functions


def _literal(node: ast.AST) -> str | bytes | None:
    """The expression that is written there, with "Ab" for what is escaped; None for what only a run tells."""
    if isinstance(node, ast.Constant):
        return node.value if isinstance(node.value, str | bytes) else None
    if isinstance(node, ast.JoinedStr):
        parts = [_literal(part) for part in node.values]
        return "".join(map(str, parts)) if None not in parts else None
    if isinstance(node, ast.FormattedValue):
        return _literal(node.value)
    return "Ab" if isinstance(node, ast.Call) and ast.unparse(node.func) == "re.escape" else None


def _is_call_of_re(node: object) -> bool:
    return isinstance(node, ast.Call) and ast.unparse(node.func) in {LATER, *(f"re.{n}" for n in FUNCTIONS)}


def _function_of(node: Any) -> str:
    """The function of ``re`` that a call calls; what is compiled when it is first used counts as compiled."""
    name = ast.unparse(node.func)
    return "compile" if name == LATER else name.removeprefix("re.")


def collect() -> tuple[list[Found], list[str]]:
    """All expressions, and the places of those that were never made: run it in a process of its own."""
    made: dict[tuple[str | bytes, int], Found] = {}
    heard_of: list[tuple[Found, Heard]] = []

    def listen(name: str) -> None:
        true = getattr(re, name)

        def heard(pattern: Any, *rest: Any, **given: Any) -> Any:
            pattern = pattern.true if isinstance(pattern, Heard) else pattern
            result = true(pattern, *rest, **given)
            frame = sys._getframe(1)
            module = frame.f_globals.get("__name__", "")
            if not module.startswith("tradenews"):
                return result
            expression = result if name == "compile" else true_compile(pattern, given.get("flags", 0))
            found = made.setdefault(
                (expression.pattern, expression.flags), Found(expression.pattern, expression.flags)
            )
            found.places.add(f"{module}:{frame.f_lineno}")
            if module == RULES and frame.f_code.co_name == "__attrs_post_init__":
                found.methods.add("search")  # that is how a grammar looks for its rules, all of them at once
            elif module == RULES:
                found.joined = True
            if name != "compile":
                found.methods.add(name)
                return result
            heard_of.append((found, Heard(expression)))
            return heard_of[-1][1]

        setattr(re, name, heard)

    true_compile = re.compile
    true_functions = {name: getattr(re, name) for name in FUNCTIONS}
    for name in FUNCTIONS:
        listen(name)
    package = importlib.import_module("tradenews")
    importlib.import_module("tradenews.prepared").read_prepared = lambda *_: None  # type: ignore[attr-defined]
    importlib.import_module("tradenews.lazy").regex = re.compile  # type: ignore[attr-defined]
    root = Path(package.__file__ or "").parent
    for module in pkgutil.walk_packages(package.__path__, "tradenews."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)
    for language in ("en", "de", "es", "fr", "it", "nl", "pt", "zh"):
        package.parse("5", language=language)
    for sample in package.samples.names():
        package.parse(package.samples.load(sample))
    for name, true in true_functions.items():
        setattr(re, name, true)

    for found, expression in heard_of:
        found.methods |= expression.methods
    methods, literals, functions = _written(root)
    seen = {place for found in made.values() for place in found.places}
    for place, literal in literals.items():
        if place not in seen and literal:
            flags = re.compile(literal).flags
            made.setdefault((literal, flags), Found(literal, flags)).places.add(place)
            seen.add(place)
    for found in made.values():
        for place in found.places:
            found.methods |= methods.get(place, {functions.get(place, "?")} - {"compile"})
    unmade = (p for p in functions if p not in seen and literals[p] is None)
    return list(made.values()), sorted(p for p in unmade if not p.startswith("tradenews.lazy:"))


# What keeps one busy


def _accepts(items: Sequence[tuple[Any, Any]], char: str) -> bool:
    refused = bool(items) and items[0][0] is codes.NEGATE
    for op, value in items:
        if op is codes.LITERAL and ord(char) == value:
            return not refused
        if op is codes.RANGE and value[0] <= ord(char) <= value[1]:
            return not refused
        if op is codes.CATEGORY and _CATEGORIES[value].match(char):
            return not refused
    return refused


_CATEGORIES = {
    codes.CATEGORY_DIGIT: re.compile(r"\d"),
    codes.CATEGORY_NOT_DIGIT: re.compile(r"\D"),
    codes.CATEGORY_SPACE: re.compile(r"\s"),
    codes.CATEGORY_NOT_SPACE: re.compile(r"\S"),
    codes.CATEGORY_WORD: re.compile(r"\w"),
    codes.CATEGORY_NOT_WORD: re.compile(r"\W"),
}


def _chars(op: Any, value: Any) -> str:
    """Some characters that one step of an expression takes."""
    if op is codes.LITERAL:
        return chr(value)
    if op is codes.ANY:
        return "a1 "
    items = [(codes.NEGATE, None), (codes.LITERAL, value)] if op is codes.NOT_LITERAL else value
    named = [chr(v if o is codes.LITERAL else v[0]) for o, v in items if o in (codes.LITERAL, codes.RANGE)]
    return "".join(dict.fromkeys(c for c in [*PALETTE, *named] if _accepts(items, c)))


_REPEATS = (codes.MAX_REPEAT, codes.MIN_REPEAT, codes.POSSESSIVE_REPEAT)
_STEPS = (codes.LITERAL, codes.NOT_LITERAL, codes.ANY, codes.IN)


def _inner(op: Any, value: Any) -> list[Any]:
    """The sequences that stand within one step."""
    if op in _REPEATS:
        return [value[2]]
    if op is codes.SUBPATTERN:
        return [value[3]]
    if op is codes.ATOMIC_GROUP:
        return [value]
    if op in (codes.ASSERT, codes.ASSERT_NOT):
        return [value[1]]
    if op is codes.BRANCH:
        return list(value[1])
    if op is codes.GROUPREF_EXISTS:
        return [part for part in value[1:] if part is not None]
    return []


def _text(sequence: Any, turn: int) -> str:
    """A text that the sequence takes, more or less; another one at each turn."""
    out = ""
    for op, value in sequence:
        if op in _STEPS:
            chars = _chars(op, value)
            out += chars[turn % len(chars)] if chars else ""
        elif op in _REPEATS:
            out += _text(value[2], turn) * min(max(value[0], 1 - turn % 2), 50)
        elif op is codes.BRANCH:
            out += _text(value[1][turn % len(value[1])], turn)
        elif op not in (codes.ASSERT_NOT, codes.AT):
            out += "".join(_text(part, turn) for part in _inner(op, value)[:1])
    return out


def _pumps(sequence: Any, before: str) -> Iterator[tuple[str, str]]:
    """What stands before each repeat, and what it repeats."""
    for op, value in sequence:
        if op in _REPEATS and value[1] > 3:
            for turn in range(6):
                yield before, _text(value[2], turn)
        for part in _inner(op, value):
            yield from _pumps(part, before)
        before += _text([(op, value)], 1)


def _alphabet(sequence: Any) -> Iterator[str]:
    for op, value in sequence:
        if op in _STEPS:
            yield from _chars(op, value)[:4]
        for part in _inner(op, value):
            yield from _alphabet(part)


def texts(found: Found) -> Iterator[tuple[bool, tuple[str, str, str]]]:
    """Before, piece (to be repeated), after; and whether they come from a repeat in the expression."""
    parsed = parser.parse(found.pattern, found.flags)
    seen: set[tuple[str, str]] = set()
    letters = list(dict.fromkeys([*_alphabet(parsed), *PALETTE]))[:24]
    whole = [_text(parsed, turn) for turn in range(4)]
    own = [*_pumps(parsed, ""), *(("", before + piece) for before, piece in _pumps(parsed, ""))]
    cases = [
        *own,
        *(("", text[:-1]) for text in whole),
        *(("", text) for text in whole),
        *(("", letter) for letter in letters),
        *((whole[1][:1], letter) for letter in letters),
        *(("", one + other) for one in letters[:8] for other in letters[:8] if one != other),
    ]
    for number, (before, piece) in enumerate(cases):
        if piece and (before, piece) not in seen:
            seen.add((before, piece))
            for after in ENDS:
                yield number < len(own), (before, piece, after)


# How the work grows


LADDER = (
    8,
    12,
    18,
    27,
    40,
    60,
    90,
    200,
    700,
    4000,
)  # so many characters or more; the steeper, the earlier seen
QUIET = (
    0.001  # seconds of processor time; what is quadratic makes 8 million steps at the last, and takes longer
)


def _taken(found: Found, method: str, text: str, times: int) -> float:
    expression = found.compiled
    subject: Any = text.encode("latin-1", "replace") if isinstance(found.pattern, bytes) else text
    best = float("inf")
    for _ in range(times):
        start = time.process_time()
        if method in ANCHORED:
            getattr(expression, method)(subject)
        else:
            for _ in expression.finditer(subject):
                pass
        best = min(best, time.process_time() - start)
    return best


def grows(found: Found, case: tuple[str, str, str]) -> str | None:
    """What is wrong: the text for which the work grows faster than the length does; None if it does not."""
    before, piece, after = case
    for method in sorted({m if m in ANCHORED else "finditer" for m in found.methods or {"search"}}):
        for size in LADDER:
            times = size if size < 100 else size // len(piece) + 1
            text = before + piece * times + after
            if _taken(found, method, text, 1) > QUIET and _is_steep(found, method, case, times):
                what = f"{before[:40]!r} + {piece[:40]!r} * {times} + {after!r}"
                return f"{method} at {sorted(found.places)}: {what} for {found.plain[:200]!r}"
    return None


def _is_steep(found: Found, method: str, case: tuple[str, str, str], times: int) -> bool:
    """Three times in a row, the best of some runs each: does the time grow as the length to the power of 1.5?

    Where the time is linear the power is 1, where each place is tried from each place it is 2.
    """
    before, piece, after = case
    longer, shorter = (before + piece * n + after for n in (times, max(1, int(times / 2.25))))
    for _ in range(3):
        slow, fast = _taken(found, method, longer, 3), _taken(found, method, shorter, 3)
        if slow < QUIET or slow < fast * (len(longer) / len(shorter)) ** 1.5:
            return False
    return True


def main() -> int:
    """Try everything."""
    reader = argparse.ArgumentParser(description=__doc__)
    reader.add_argument("--every", type=int, default=1, help="one in so many texts of each expression")
    options = reader.parse_args()
    start = time.process_time()
    found, unseen = collect()
    tried, wrong = 0, [f"never made: {place}" for place in unseen]
    for one in found:
        every = options.every * (10 if one.joined and options.every > 1 else 1)
        for number, (own, case) in enumerate(texts(one)):
            if number % (max(1, every // 8) if own else every) == 0:
                tried += 1
                if (said := grows(one, case)) is not None:
                    wrong.append(said)
                    break
    seconds = time.process_time() - start
    print(f"{len(found)} expressions, {tried:,} texts, {len(wrong)} faults, {seconds:.0f} s.")
    for line in wrong:
        print(ascii(line))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
