"""Rules and grammars: regular expressions over the tags of a chain."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

from attrs import define, field

from tradenews.errors import GrammarError
from tradenews.prepared import digest_of, read_prepared, source_of
from tradenews.scan.chain import Chain, Link

VIEW = 8_000  # characters of a text in which a rule may seek a word: a bound, so that reading stays linear


@define
class Hit:
    """What a rule matched: links ``first`` up to but without ``last`` of ``chain``; the tag is the name.

    ``hit["N"]`` is the value of the first link tagged N; ``hit.get("S")`` the same or None;
    ``hit.all("Q")`` every one; ``hit.at("N")`` the index; ``context`` is what the reader was told. A rule may
    set ``last`` where its links end elsewhere than its pattern does.
    """

    chain: Chain
    first: int
    last: int
    context: Any = None

    def at(self, tags: str, start: int | None = None) -> int:
        """Index of the first link with one of ``tags``; -1 if there is none."""
        return self.chain.first_of(tags, self.first if start is None else start, self.last)

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
        """The matched stretch of the text, on one line."""
        return self.chain.words(self.first, self.last)

    @property
    def tags(self) -> str:
        """The matched tags."""
        return self.chain.tags[self.first : self.last]


ANY = "."  # in a pattern: whatever tag
Maker = Callable[[Hit], Any]


def rules_sources() -> str:
    """The digest of what tells whether a rule is sound."""
    return digest_of([source_of("tradenews.grammar", "rule.py")])


# The patterns that were found sound when the package was built, which spares them being compiled one by one.
_SOUND = frozenset[str](read_prepared("rules", rules_sources()) or ())


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
    source: str = field(init=False)

    def __attrs_post_init__(self) -> None:
        self.source = "".join(self.pattern.split())
        if self.source in _SOUND:
            return
        try:
            regex = re.compile(self.source)
        except re.error as error:
            raise GrammarError(self.name, self.pattern, str(error)) from error
        if regex.match("") is not None:
            raise GrammarError(self.name, self.pattern, "matches nothing at all: make one tag mandatory")
        if regex.groups:
            raise GrammarError(self.name, self.pattern, "has a group that captures: write (?:...)")


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
    _any: re.Pattern[str] | None = field(init=False)
    _every: re.Pattern[str] | None = field(init=False)

    def __init__(self, tag: str, *rules: Rule) -> None:
        self.tag, self.rules, self._any, self._every = tag, rules, None, None

    def _next(self) -> re.Pattern[str]:
        """The expression for the next place where any rule matches; made when a chain is first read.

        One alternation without groups, which the engine of regular expressions skips four times as fast;
        which rules they are, another expression tells. A set of tags in front lets the engine run over
        all places where no rule begins.
        """
        anyone = "|".join(f"(?:{rule.source})" for rule in self.rules) or r"(?!)"
        heads = {tag for rule in self.rules for tag in first_tags(rule.source)}
        head = f"[{re.escape(''.join(sorted(heads)))}]" if heads and ANY not in heads else ""
        self._any = re.compile(f"{head}(?<=(?={anyone}){head})" if head else anyone)
        return self._any

    def fold(self, chain: Chain, context: Any = None, trace: list[Step] | None = None) -> Chain:
        """The chain with every leftmost match replaced; the same object if nothing matched."""
        made = list(self._matches(chain, context, trace))
        return _replaced(chain, made) if made else chain

    def find(self, chain: Chain, context: Any = None) -> Iterator[tuple[Rule, Hit, Any]]:
        """Every match of every rule, overlaps too, left to right; the chain stays as it is."""
        position, any_rule = 0, self._any or self._next()
        while (head := any_rule.search(chain.tags, position)) is not None:
            position = head.start()
            for rule, end in self._candidates(chain.tags, position):
                hit = Hit(chain, position, end, context)
                if (value := rule.make(hit)) is not None:
                    yield rule, hit, value
            position += 1

    def _candidates(self, tags: str, position: int) -> Iterator[tuple[Rule, int]]:
        """The rules that match at ``position``, in order of priority, and where each match ends."""
        every, count = (self._every or self._all()).match(tags, position), len(self.rules)
        if every is None or (first := every.lastindex) is None:
            return
        yield self.rules[count - first], every.end(first)
        for group in range(first - 1, 0, -1):
            if (end := every.end(group)) >= 0:
                yield self.rules[count - group], end

    def _all(self) -> re.Pattern[str]:
        """What matches everywhere, with a group for each rule that does; made when first needed.

        Each rule stands in a look ahead of its own, so that one match tells of all of them, and a reader that
        declines costs no other expression. The first rule is the last group, which the match tells at once.
        """
        self._every = re.compile("".join(f"(?:(?=({rule.source}))|)" for rule in reversed(self.rules)))
        return self._every

    def _matches(
        self, chain: Chain, context: Any, trace: list[Step] | None
    ) -> Iterator[tuple[int, int, list[Link]]]:
        tags, position, any_rule = chain.tags, 0, self._any or self._next()
        while (head := any_rule.search(tags, position)) is not None:
            position = head.start()
            for rule, end in self._candidates(tags, position):
                hit = Hit(chain, position, end, context)
                if (value := rule.make(hit)) is None:
                    continue
                links = self._links(hit, value)
                if trace is not None:
                    trace.extend(Step(rule.name, x.tag, x.start, x.end, hit.tags) for x in links)
                yield position, hit.last, links
                position = hit.last
                break
            else:
                position += 1

    def _links(self, hit: Hit, value: Any) -> list[Link]:
        if isinstance(value, Link):
            return [value]
        if isinstance(value, list):
            return value
        return [Link(self.tag, hit.start, hit.end, value)]


def first_tags(pattern: str) -> str:
    """The tags with which a match of ``pattern`` may begin, some of them twice; "." for any.

    >>> first_tags("(?:a|[bc]d?)e"), first_tags("(?:a?b|c*)d"), first_tags("(?!ab)a{0,2}[^b]")
    ('abc', 'abcd', 'a.')
    """
    return _branches(pattern, 0)[0]


def _branches(pattern: str, at: int) -> tuple[str, bool, int]:
    """The first tags of what stands from ``at`` to the end of its group; may it be empty; where it ends."""
    tags, empty, skipped = "", False, True
    while at < len(pattern) and pattern[at] != ")":
        if pattern[at] == "|":
            empty, skipped, at = empty or skipped, True, at + 1
            continue
        first, may_lack, at = _piece(pattern, at)
        if skipped:
            tags, skipped = tags + first, may_lack
    return tags, empty or skipped, at + 1


def _piece(pattern: str, at: int) -> tuple[str, bool, int]:
    """The same of one tag, set or group with what says how often it stands."""
    mark, lacks = pattern[at], False
    if mark == "(":
        looks = pattern[at + 2] != ":"  # ahead or behind: it takes no tags, whatever is read of it
        tags, lacks, at = _branches(pattern, at + 3)
        tags, lacks = ("", True) if looks else (tags, lacks)
    elif mark == "[":
        end = pattern.index("]", at + 2)
        tags, at = ANY if pattern[at + 1] == "^" else pattern[at + 1 : end].replace("\\", ""), end + 1
    elif mark == "\\":
        tags, at = pattern[at + 1], at + 2
    else:
        tags, lacks, at = ("", True, at + 1) if mark in "^$" else (mark, False, at + 1)
    often = pattern[at : at + 1]
    lacks = lacks or often in ("?", "*") or pattern.startswith("{0", at)
    if often == "{":
        at = pattern.index("}", at) + 1
    elif often in ("?", "*", "+"):
        at += 1
    return tags, lacks, at + (pattern[at : at + 1] in ("?", "+"))


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
        for link in links:
            tags.append(link.tag)
            starts.append(link.start)
            ends.append(link.end)
            values.append(link.value)
        done = last
    tags.append(chain.tags[done:])
    starts += chain.starts[done:]
    ends += chain.ends[done:]
    values += chain.values[done:]
    return Chain(chain.text, "".join(tags), starts, ends, values)
