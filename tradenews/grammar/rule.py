"""Rules and grammars: regular expressions over the tags of a chain."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

from attrs import define, field

from tradenews.errors import GrammarError
from tradenews.scan.chain import Chain, Link

_FIRST = re.compile(r"(?:\[([^\]^]+)\]|([^\[\](){}?*+|.\\]))([?*]?)")


@define
class Hit:
    """What a rule matched: links ``first`` up to but without ``last`` of ``chain``; the tag is the name.

    ``hit["N"]`` is the value of the first link tagged N; ``hit.get("S")`` the same or None;
    ``hit.all("Q")`` every one; ``hit.at("N")`` the index; ``context`` is what the reader was told.
    """

    chain: Chain
    first: int
    last: int
    context: Any = None

    def at(self, tags: str, start: int | None = None) -> int:
        """Index of the first link with one of ``tags``; -1 if there is none."""
        start = self.first if start is None else start
        return next(self.chain.find(tags, start, self.last), -1)

    def get(self, tags: str) -> Any:
        """Value of the first link with one of ``tags``, or None."""
        i = self.at(tags)
        return None if i < 0 else self.chain.values[i]

    def __getitem__(self, tags: str) -> Any:
        i = self.at(tags)
        if i < 0:
            raise KeyError(tags)
        return self.chain.values[i]

    def all(self, tags: str) -> list[Any]:
        """Values of all links with one of ``tags``, in text order."""
        return [self.chain.values[i] for i in self.chain.find(tags, self.first, self.last)]

    @property
    def start(self) -> int:
        """Where the match starts in the text."""
        return self.chain.starts[self.first]

    @property
    def end(self) -> int:
        """Where the match ends in the text."""
        return self.chain.ends[self.last - 1]

    @property
    def words(self) -> str:
        """The matched stretch of the text."""
        return self.chain.text[self.start : self.end]

    @property
    def tags(self) -> str:
        """The matched tags."""
        return self.chain.tags[self.first : self.last]


Maker = Callable[[Hit], Any]


@define
class Rule:
    """``pattern`` over tags (blanks ignored; it begins with a mandatory tag); ``make`` gives the value.

    ``make`` returns None to decline, and the next rule is tried; a :class:`Link` to choose tag and place
    itself; a list of links to put several in place of what it matched. ``example`` is a text that fires the
    rule in language ``language``.
    """

    name: str
    pattern: str
    make: Maker
    example: str
    language: str = "en"
    first: frozenset[str] = field(init=False)
    regex: re.Pattern[str] = field(init=False)

    def __attrs_post_init__(self) -> None:
        compact = "".join(self.pattern.split())
        head = _FIRST.match(re.sub(r"^(?:\(\?<?[=!][^)]*\)|\(\?:|\()+", "", compact))
        if head is None or head[3]:
            raise GrammarError(self.name, self.pattern, "must begin with a mandatory tag or class of tags")
        self.first = frozenset(head[1] or head[2])
        try:
            self.regex = re.compile(compact)
        except re.error as error:
            raise GrammarError(self.name, self.pattern, str(error)) from error


@define
class Step:
    """One rule that fired: for traces."""

    rule: str
    tag: str
    start: int
    end: int
    tags: str


@define(init=False)
class Grammar:
    """A list of rules in order of priority; what matches is replaced by one link with ``tag``."""

    tag: str
    rules: tuple[Rule, ...]
    _starts: re.Pattern[str] = field(init=False)
    _by_first: dict[str, tuple[Rule, ...]] = field(init=False)

    def __init__(self, tag: str, *rules: Rule) -> None:
        self.tag, self.rules = tag, rules
        letters = sorted({letter for rule in rules for letter in rule.first})
        self._starts = re.compile("[" + "".join(map(re.escape, letters)) + "]" if letters else r"(?!)")
        self._by_first = {x: tuple(r for r in rules if x in r.first) for x in letters}

    def fold(self, chain: Chain, context: Any = None, trace: list[Step] | None = None) -> Chain:
        """The chain with every leftmost match replaced; the same object if nothing matched."""
        made = list(self._matches(chain, context, trace))
        return _replaced(chain, made) if made else chain

    def find(self, chain: Chain, context: Any = None) -> Iterator[tuple[Rule, Hit, Any]]:
        """Every match of every rule, overlaps too, left to right; the chain stays as it is."""
        for head in self._starts.finditer(chain.tags):
            for rule in self._by_first[head[0]]:
                if (match := rule.regex.match(chain.tags, head.start())) is not None:
                    hit = Hit(chain, match.start(), match.end(), context)
                    if (value := rule.make(hit)) is not None:
                        yield rule, hit, value

    def _matches(
        self, chain: Chain, context: Any, trace: list[Step] | None
    ) -> Iterator[tuple[int, int, list[Link]]]:
        tags, position = chain.tags, 0
        while (head := self._starts.search(tags, position)) is not None:
            position = head.start()
            for rule in self._by_first[head[0]]:
                match = rule.regex.match(tags, position)
                if match is None or match.end() == position:
                    continue
                hit = Hit(chain, position, match.end(), context)
                value = rule.make(hit)
                if value is None:
                    continue
                links = self._links(hit, value)
                if trace is not None:
                    trace.extend(Step(rule.name, x.tag, x.start, x.end, hit.tags) for x in links)
                yield position, match.end(), links
                position = match.end()
                break
            else:
                position += 1

    def _links(self, hit: Hit, value: Any) -> list[Link]:
        if isinstance(value, Link):
            return [value]
        if isinstance(value, list):
            return value
        return [Link(self.tag, hit.start, hit.end, value)]


def _replaced(chain: Chain, made: list[tuple[int, int, list[Link]]]) -> Chain:
    tags: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    values: list[Any] = []
    done = 0
    for first, last, links in made:
        tags.append(chain.tags[done:first])
        starts += chain.starts[done:first]
        ends += chain.ends[done:first]
        values += chain.values[done:first]
        tags += [x.tag for x in links]
        starts += [x.start for x in links]
        ends += [x.end for x in links]
        values += [x.value for x in links]
        done = last
    tags.append(chain.tags[done:])
    starts += chain.starts[done:]
    ends += chain.ends[done:]
    values += chain.values[done:]
    return Chain(chain.text, "".join(tags), starts, ends, values)
