"""Mutants: ``python tests/mutants.py tradenews/normalize --tests tests/test_digits.py tests/test_units.py``.

Changes a module in one place at a time and tells which changes no test notices. The tests are collected and
run once, to see that they pass, how long they take and which functions they come through. Then each change is
made in a child of this process, in the functions that are loaded already, and those tests are run that come
through the changed function, those that noticed most and the shortest first, until one fails or ``--seconds``
are over.

What cannot matter is not changed: docstrings, annotations, decorators, messages and hints of errors, names
and examples of rules, defaults of the fields of classes, sizes of caches (they only spare time), and how a
number in a string is written (".5" for "0.5").
"""

from __future__ import annotations

import argparse
import ast
import copy
import functools
import gc
import os
import re
import signal
import sys
import time
import types
from collections import Counter, defaultdict
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))  # this tree, wherever another is installed

import pytest
from _pytest.runner import runtestprotocol

ROOT = Path(__file__).resolve().parents[1]
SWAPPED = {
    ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt, ast.Eq: ast.NotEq, ast.NotEq: ast.Eq,
    ast.In: ast.NotIn, ast.NotIn: ast.In, ast.Is: ast.IsNot, ast.IsNot: ast.Is,
    ast.And: ast.Or, ast.Or: ast.And,
    ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.Div, ast.Div: ast.Mult, ast.FloorDiv: ast.Mult,
    ast.Mod: ast.FloorDiv, ast.BitOr: ast.BitAnd, ast.BitAnd: ast.BitOr, ast.Break: ast.Continue,
    ast.Continue: ast.Break,
}  # fmt: skip
Change = tuple[
    ast.AST, str, int | None, Any, str
]  # node, field, index in a list, what to put there, in words


# What is changed


def changes(tree: ast.Module) -> Iterator[tuple[str, Change]]:
    """Every change, with the name of the function it is in ("" in the module itself), in order."""
    for node in tree.body:
        yield from _within(node, "", False)


def _within(node: ast.AST, inside: str, regex: bool) -> Iterator[tuple[str, Change]]:
    if isinstance(node, ast.FunctionDef):
        inside = inside or node.name
        for default in (*node.args.defaults, *node.args.kw_defaults):
            if default is not None:
                yield from _within(default, "", False)
        for statement in node.body:
            yield from _of(node, "body", statement, inside, regex)
        return
    if isinstance(node, ast.ClassDef):
        for statement in node.body:
            if isinstance(statement, ast.FunctionDef):
                yield from _within(statement, f"{node.name}.{statement.name}", False)
        return
    if _is_idle(node):
        return
    for name, value in ast.iter_fields(node):
        if name in ("annotation", "returns", "ctx", "decorator_list", "type_params", "kind"):
            continue
        if isinstance(node, ast.Call) and ast.unparse(node.func) == "Rule" and name in ("args", "keywords"):
            value = node.args[1:3] if name == "args" else []
        pattern = regex or (isinstance(node, ast.Call) and ast.unparse(node.func) in ("Rule", "re.compile"))
        for child in value if isinstance(value, list) else [value]:
            if isinstance(child, ast.AST):
                yield from _of(node, name, child, inside, pattern and not isinstance(child, ast.Lambda))


def _is_idle(node: ast.AST) -> bool:
    if isinstance(node, ast.Import | ast.ImportFrom | ast.Raise | ast.Assert):
        return True
    if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
        return True
    if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING":
        return True
    if isinstance(node, ast.Call) and ast.unparse(node.func) == "lru_cache":
        return True
    return isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) in ("__all__", "_HINT")


def _of(parent: ast.AST, name: str, node: ast.AST, inside: str, regex: bool) -> Iterator[tuple[str, Change]]:
    """The changes of a node, which stands in a field of its parent, and of all in it."""
    if _is_idle(node):
        return
    held = getattr(parent, name)
    place = next((i for i, n in enumerate(held) if n is node), None) if isinstance(held, list) else None
    for new, words in _instead(node, regex):
        yield inside, (parent, name, place, ast.copy_location(new, node), words)
    yield from _within(node, inside, regex)


def _instead(node: ast.AST, regex: bool) -> Iterator[tuple[ast.AST, str]]:
    if isinstance(node, ast.Constant):
        for value in _values(node.value, regex):
            yield ast.Constant(value), _told(node.value, value)
    elif isinstance(node, ast.Compare):
        for i, op in enumerate(node.ops):
            new = copy.copy(node)
            new.ops = [*node.ops[:i], SWAPPED[type(op)](), *node.ops[i + 1 :]]
            yield new, f"{type(op).__name__} -> {type(new.ops[i]).__name__} in {ast.unparse(node)}"
    elif isinstance(node, ast.BoolOp):
        yield ast.BoolOp(SWAPPED[type(node.op)](), node.values), f"and/or in {ast.unparse(node)}"
        for value in node.values:
            rest = [v for v in node.values if v is not value]
            new = copy.copy(rest[0]) if len(rest) == 1 else ast.BoolOp(node.op, rest)
            yield new, f"without {ast.unparse(value)} in {ast.unparse(node)}"
    elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not | ast.USub):
        yield copy.copy(node.operand), f"bare {ast.unparse(node)}"
    elif isinstance(node, ast.BinOp | ast.AugAssign) and type(node.op) in SWAPPED:
        new = copy.copy(node)
        new.op = SWAPPED[type(node.op)]()
        yield new, f"{type(node.op).__name__} -> {type(new.op).__name__} in {ast.unparse(node)}"
    elif isinstance(node, ast.If | ast.While | ast.IfExp):
        new = copy.copy(node)
        new.test = ast.copy_location(ast.UnaryOp(ast.Not(), node.test), node.test)
        yield new, f"not {ast.unparse(node.test)}"
    elif isinstance(node, ast.comprehension) and node.ifs:
        for test in node.ifs:
            new = copy.copy(node)
            new.ifs = [t for t in node.ifs if t is not test]
            yield new, f"without if {ast.unparse(test)}"
    elif isinstance(node, ast.Return) and not isinstance(node.value, ast.Constant | None):
        yield ast.Return(ast.copy_location(ast.Constant(None), node)), f"{ast.unparse(node)} -> None"
    elif isinstance(node, ast.Break | ast.Continue):
        yield SWAPPED[type(node)](), f"{type(node).__name__}"
    elif isinstance(node, ast.Slice):
        for side in ("lower", "upper"):
            if getattr(node, side) is not None:
                new = copy.copy(node)
                setattr(new, side, None)
                yield new, f"no {side} in [{ast.unparse(node)}]"
    elif isinstance(node, ast.Call) and ast.unparse(node.func) not in ("Rule", "field"):
        for word in node.keywords:
            new = copy.copy(node)
            new.keywords = [k for k in node.keywords if k is not word]
            yield new, f"without {word.arg}= in {ast.unparse(node)[:60]}"


def _told(old: object, new: object) -> str:
    """What changed, without the long part of a string that did not."""
    if not (isinstance(old, str) and isinstance(new, str)) or len(old) < 40:
        return f"{old!r} -> {new!r}"
    first = next((i for i, (a, b) in enumerate(zip(old, new, strict=False)) if a != b), len(new))
    start = max(0, first - 16)
    return f"...{old[start : first + 16]!r} -> ...{new[start : first + 16]!r} at {first}"


def _values(value: object, regex: bool) -> Iterator[object]:
    if isinstance(value, bool):
        yield not value
    elif isinstance(value, int):
        yield value + 1
    elif isinstance(value, str) and regex:
        for hit in re.finditer(r"(?<=[^(|\\])(?<!\(\?)[?*+]|\{\d,?(\d?)\}", value):  # another number of times
            sign = {"?": "", "*": "+", "+": "*"}.get(hit[0], hit[0][:-2] + str(int(hit[1] or 0) + 1) + "}")
            yield value[: hit.start()] + sign + value[hit.end() :]
        for hit in re.finditer(r"\[(\^?.)([^\[\]\\]+)\]", value):  # one of a set less
            yield value[: hit.start()] + f"[{hit[1]}{hit[2][:-1]}]" + value[hit.end() :]
    elif isinstance(value, str):
        shorter = [value[1:] or ("" if value else "XX")] + ([value[:-1]] if len(set(value)) > 1 else [])
        yield from (new for new in shorter if _worth(new) is None or _worth(new) != _worth(value))


def _worth(text: str) -> Decimal | None:
    try:
        return Decimal(text)
    except InvalidOperation:
        return None


# How it is put in the place of what is loaded


def codes(code: types.CodeType) -> list[types.CodeType]:
    """The functions of a module and of its classes, and its lambdas, in order."""
    found = []
    for const in code.co_consts:
        if isinstance(const, types.CodeType):
            found.append(const)
            if not const.co_flags & 2:  # the body of a class: no fast locals
                found += codes(const)
    return found


class Loaded:
    """A module as it is loaded, and how a changed one takes its place."""

    def __init__(self, path: Path, functions: dict[types.CodeType, list[types.FunctionType]]) -> None:
        self.path, self.functions = path, functions
        self.name = ".".join(path.relative_to(ROOT).with_suffix("").parts)
        self.tree = ast.parse(path.read_text(encoding="utf-8"))
        self.all = list(changes(self.tree))
        self.code = compile(self.tree, str(path), "exec", dont_inherit=True)

    def change(self, number: int, *, load: bool = False) -> None:
        """Make change ``number`` for good, in a child only; ``load``: and load the module again."""
        inside, (parent, name, place, new, _) = self.all[number]
        if place is None:
            setattr(parent, name, new)
        else:
            getattr(parent, name)[place] = new
        code = compile(ast.fix_missing_locations(self.tree), str(self.path), "exec", dont_inherit=True)
        if inside:
            self._functions(code)
        if load or not inside:
            self._names(code)

    def _functions(self, code: types.CodeType) -> None:
        for old, new in zip(codes(self.code), codes(code), strict=True):
            if old != new:
                for function in self.functions[old]:
                    function.__code__ = new

    def _names(self, code: types.CodeType) -> None:
        true = sys.modules[self.name]
        made = types.ModuleType(self.name)
        vars(made).update({k: v for k, v in vars(true).items() if k.startswith("__")})
        exec(code, vars(made))
        for name, new in vars(made).items():
            old = vars(true).get(name)
            if name.startswith("__") or isinstance(new, type | types.ModuleType):
                continue
            inner, fresh = getattr(old, "__wrapped__", old), getattr(new, "__wrapped__", new)
            if isinstance(inner, types.FunctionType) and isinstance(fresh, types.FunctionType):
                inner.__defaults__, inner.__kwdefaults__ = fresh.__defaults__, fresh.__kwdefaults__
            elif type(old).__name__ == "Grammar":
                for slot in ("rules", "_any", "_from"):
                    if hasattr(old, slot):
                        setattr(old, slot, getattr(new, slot))
            elif isinstance(old, dict) and isinstance(new, dict):
                old.clear()
                old.update(new)
            elif not callable(new) and type(new).__name__ != "Rule":
                for module in list(sys.modules.values()):
                    space = getattr(module, "__dict__", {})
                    if module is not None and name in space and space[name] is old:
                        space[name] = new


# The tests


class Runner:
    """A plugin that takes the place of the loop over the tests."""

    def __init__(self, paths: list[Path], seconds: float, every: int) -> None:
        self.paths, self.seconds, self.every = paths, seconds, every
        self.took: dict[int, float] = {}
        self.through: dict[types.CodeType, list[int]] = defaultdict(list)
        self.killers: Counter[int] = Counter()
        self.globs: dict[str, dict[str, Any]] = {}
        self.lines: list[str] = []

    @pytest.hookimpl
    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        self.items = [i for i in session.items if not hasattr(getattr(i, "obj", None), "hypothesis")]
        names = {str(path) for path in self.paths}
        for number, item in enumerate(self.items):
            self._emptied()
            seen: set[types.CodeType] = set()
            sys.setprofile(lambda frame, event, _, s=seen: s.add(frame.f_code) if event == "call" else None)
            start = time.process_time()
            passed = self._passes(item)
            sys.setprofile(None)
            if not passed:
                print(f"left out, it fails as it is: {item.nodeid}", file=sys.stderr)
                continue
            self.took[number] = time.process_time() - start
            for code in seen:
                if code.co_filename in names:
                    self.through[code].append(number)
        functions: dict[types.CodeType, list[types.FunctionType]] = defaultdict(list)
        for thing in gc.get_objects():
            if isinstance(thing, types.FunctionType) and thing.__code__.co_filename in names:
                functions[thing.__code__].append(thing)
        print(f"{len(self.took)} tests, {sum(self.took.values()):.0f} s", file=sys.stderr)
        gc.freeze()
        for path in self.paths:
            self._module(Loaded(path, functions))
        return True

    def _emptied(self) -> None:
        """What was kept is made again, but for the lexicons, which take long."""
        for cache in self.caches:
            cache.cache_clear()

    @functools.cached_property
    def caches(self) -> list[Any]:
        kept = [c for c in gc.get_objects() if isinstance(c, functools._lru_cache_wrapper)]
        rooms = ("tradenews.normalize", "tradenews.grammar", "tradenews.scan", "tradenews.reading")
        return [c for c in kept if c.__module__ and c.__module__.startswith(rooms)]

    def _passes(self, item: pytest.Item) -> bool:
        example = getattr(item, "dtest", None)
        if example is not None:  # a run empties the names of a doctest
            example.globs = dict(self.globs.setdefault(item.nodeid, dict(example.globs)))
        return all(report.passed or report.skipped for report in runtestprotocol(item, log=False))

    def _module(self, loaded: Loaded) -> None:
        counts: Counter[str] = Counter()
        by_name: dict[str, set[int]] = defaultdict(set)
        for code in codes(loaded.code):
            by_name[code.co_qualname.split(".<locals>")[0]] |= set(self.through.get(code, ()))
        everywhere = set().union(*by_name.values()) if by_name else set()
        if self._try(loaded, -1, list(self.took), load=False) != "survived":
            raise SystemExit("the tests fail where nothing is changed")
        start = time.time()
        for number, (inside, change) in list(enumerate(loaded.all))[:: self.every]:
            tests = by_name[inside] if inside else everywhere or set(self.took)
            result = self._try(loaded, number, sorted(tests, key=self._order), load=False)
            if result == "survived" and not (inside and tests):  # used while it or a lexicon is loaded
                few = sorted(everywhere or self.took, key=self._order)[:40]
                result = self._try(loaded, number, few, load=True)
                result = "unreached" if result == "survived" and inside else result
            counts[result] += 1
            if result in ("survived", "unreached"):
                line = getattr(change[3], "lineno", 0)
                print(f"{result} {loaded.path.relative_to(ROOT)}:{line} {inside}: {change[4]}", flush=True)
        self.lines.append(
            f"| `{loaded.path.relative_to(ROOT / 'tradenews')}` | {len(loaded.all)} | {counts.total()} "
            f"| {counts['killed']} | "
            f"{counts['survived']} | {counts['unreached']} |"
        )
        print(self.lines[-1], f"{time.time() - start:.0f} s", flush=True)

    def _order(self, number: int) -> tuple[int, float]:
        return -self.killers[number], self.took[number]

    def _try(self, loaded: Loaded, number: int, tests: list[int], *, load: bool) -> str:
        """Killed or survived: in a child, which gets no more than twice its time."""
        reads, writes = os.pipe()
        if not (child := os.fork()):
            os.close(reads)
            os._exit(self._child(loaded, number, tests, writes, load))
        os.close(writes)
        told = os.read(reads, 8)
        os.close(reads)
        _, status = os.waitpid(child, 0)
        if told:
            self.killers[int(told)] += 1
        return "survived" if status == 0 else "killed"

    def _child(self, loaded: Loaded, number: int, tests: list[int], pipe: int, load: bool) -> int:
        signal.alarm(int(4 * self.seconds) + 20)  # a loop without an end is noticed too
        if number >= 0:
            os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
            os.dup2(1, 2)
        try:
            if number >= 0:
                loaded.change(number, load=load)
        except Exception:
            return 1
        self._emptied()
        if load:
            for cache in gc.get_objects():
                if isinstance(cache, functools._lru_cache_wrapper) and (cache.__module__ or "").startswith(
                    "tradenews"
                ):
                    cache.cache_clear()
        left = self.seconds
        for test in tests:
            left -= self.took[test]
            if left < 0:
                break
            if not self._passes(self.items[test]):
                print(self.items[test].nodeid)
                os.write(pipe, str(test).encode())
                return 1
        return 0


def main() -> int:
    """Try, and print a table."""
    reader = argparse.ArgumentParser(description=__doc__)
    reader.add_argument("paths", nargs="+", type=Path)
    reader.add_argument("--tests", nargs="+", default=["tests/test_exact_values.py"])
    reader.add_argument("--seconds", type=float, default=8.0, help="of tests for each mutant, at most")
    reader.add_argument("--every", type=int, default=1, help="one in so many mutants of a module")
    options = reader.parse_args()
    paths = [
        p.resolve() for path in options.paths for p in ([path] if path.suffix else sorted(path.glob("*.py")))
    ]
    runner = Runner([p for p in paths if p.name != "__init__.py"], options.seconds, options.every)
    pytest.main(["-q", "-p", "no:cacheprovider", "--capture=no", *options.tests], plugins=[runner])
    print("| module | places | tried | killed | survived | unreached |\n| --- " + "| ---: " * 5 + "|")
    print("\n".join(runner.lines))
    return 0


if __name__ == "__main__":
    sys.exit(main())
