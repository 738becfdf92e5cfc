"""A sentence cut into clauses, and the words near an amount weighed by their distance."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from attrs import define, field

from tradenews.grammar.particles import PARTICLE
from tradenews.lazy import regex
from tradenews.scan.chain import Chain

_MARKS = ",;:&-¬"
_MAY_PART = _MARKS + "mαY"
_PAUSES = ',;:-&"›'
_HARD = ";:¬mαY"
_CAUSE, _AFTERWARDS = "cause", ("after", "earlier")
_REASON = regex("[_aAoTl]{0,4}K[^Qθ,;]{0,4}V")  # "as exports fell": a clause behind what it explains
_LED = regex("(?:z?_?θ,)?[uW]_?b?Q(?:‹[UQ]›)?(?:[tnoz]?_?θ)?")  # "With 5 tonnes in May, ..."
_ASIDE = regex(
    "Q[^Q;:s‹›¶]{0,9}?[,;&][tqonuz]?_?[Aak¤°](?P<first>,)[lnzuo=_][^Q,;:s‹›¶]{1,12}(?P<last>,)[uz]?_?b?Q"
)
_MAIN = regex(",[lm]{0,2}J")
_RELATED = regex("[AkG@],[l=_nztou][^,;:s]*$")
_RELATIVE = 18  # links of a relative clause
_SHORT = 5  # letters of "if" in any language; verbs like "threatens" are longer
_NEAR = 4  # links between an amount and the "if" behind it
_OF_GOODS = regex("[zo]?a?T")
_END = 's,;:&-"‹›=t'
_OTHER = "JVKDF"  # words of another clause than that of a verb whose particle has stood
_ADVERBS = '_bel"'
_PREPOSITIONS = "oytqznu=<"
_IGNORED = '_"'


@define(eq=False)
class Clause:
    """Links ``first`` up to but without ``last``; ``host`` is the clause in which its brackets stand."""

    first: int
    last: int
    host: Clause | None = None
    links: list[int] = field(factory=list)


@define(eq=False)
class Layout:
    """The clauses of a sentence in text order, and for each link the number of its clause."""

    chain: Chain
    clauses: list[Clause]
    owner: list[int]

    def clause(self, link: int) -> Clause:
        """The clause in which a link stands."""
        return self.clauses[self.owner[link]]

    def links(self, link: int, tags: str) -> Iterator[int]:
        """The links with one of ``tags`` in the clause of ``link``, brackets left out."""
        own = self.chain.tags
        return iter([i for i in self.clauses[self.owner[link]].links if own[i] in tags])

    def before(self, link: int, skip: str = _IGNORED) -> int:
        """The nearest link before ``link`` whose tag is not in ``skip``; -1 at the start."""
        tags, i = self.chain.tags, link - 1
        while i >= 0 and tags[i] in skip:
            i -= 1
        return i

    def after(self, link: int, skip: str = _IGNORED) -> int:
        """The nearest link after ``link`` whose tag is not in ``skip``; -1 at the end."""
        tags, i = self.chain.tags, link + 1
        last = len(tags)
        while i < last and tags[i] in skip:
            i += 1
        return i if i < last else -1

    def tag(self, link: int) -> str:
        """The tag of a link; empty for -1."""
        return self.chain.tags[link : link + 1] if link >= 0 else ""


def read_layout(chain: Chain) -> Layout:
    """The clauses of a sentence.

    A new clause begins at a semicolon, a colon and a "but"; at a comma, a dash and an "and" where the
    stretch behind it names what is measured before it comes to its first amount, and an amount went before;
    not where it begins with the verb of a clause that has none yet: "By 5 percent, grew its exports".
    Brackets are a clause of their own, hosted by the one in which they stand.
    """
    layout = Layout(chain, [], [0] * len(chain))
    _cut(layout, 0, len(chain), None, dict(_asides(chain)) | dict(_brackets(chain)))
    return layout


def _asides(chain: Chain) -> Iterator[tuple[int, int]]:
    """The commas around what is told of a place in a list: "18 percent and Peru, whose demand fell, 9"."""
    for hit in _ASIDE.finditer(chain.tags):
        yield hit.start("first"), hit.end("last") - 1


def _brackets(chain: Chain) -> Iterator[tuple[int, int]]:
    """The places of outermost brackets that are closed in the sentence."""
    opened: list[int] = []
    for i in chain.find("‹›"):
        if chain.tags[i] == "‹":
            opened.append(i)
        elif opened:
            first = opened.pop()
            if not opened:
                yield first, i


def _cut(layout: Layout, first: int, last: int, host: Clause | None, pairs: dict[int, int]) -> None:
    """Add the clauses between two links, and after them those in their brackets."""
    clause = _begin(layout, first, host)
    has_amount = False
    inner: list[tuple[int, int, Clause]] = []
    tags, owner, links = layout.chain.tags, layout.owner, clause.links
    for start, stop in _pieces(layout.chain, first, last, pairs):
        hard = start > first and tags[start] in _HARD and _parts(layout.chain, start, stop)
        led = start > first == 0 and _LED.fullmatch(tags, 0, start) is not None
        led = led or (tags[start : start + 2] == ",V" and not set(tags[clause.first : start]) & set("KJ"))
        opens = has_amount and not led and _opens(layout.chain, start, stop, pairs)
        opens = opens or (has_amount and _returns(tags, start))
        if start > first and (hard or opens):
            clause, has_amount = _begin(layout, start, host), False
            links = clause.links
        i, number = start, len(layout.clauses) - 1
        while i < stop:
            if i in pairs:
                inner.append((i, pairs[i] + 1, clause))
                i = pairs[i] + 1
                continue
            owner[i] = number
            links.append(i)
            has_amount = has_amount or tags[i] == "Q"
            i += 1
        clause.last = stop
    for start, stop, holder in inner:
        rest = {k: v for k, v in pairs.items() if start < k < stop}
        _cut(layout, start, stop, holder, rest)


def _begin(layout: Layout, first: int, host: Clause | None) -> Clause:
    clause = Clause(first, first, host)
    layout.clauses.append(clause)
    return clause


def _pieces(chain: Chain, first: int, last: int, pairs: dict[int, int]) -> Iterator[tuple[int, int]]:
    """The stretches between marks; each begins with its mark, but for the first."""
    start = i = first
    tags = chain.tags
    while i < last:
        if i in pairs:
            i = pairs[i] + 1
            continue
        if tags[i] in _MAY_PART and i > start and _is_mark(chain, i):
            yield start, i
            start = i
        i += 1
    yield start, last


def _is_mark(chain: Chain, i: int) -> bool:
    tag = chain.tags[i]
    if tag == "m":
        return _conditions(chain, i)
    if tag in "αY":
        return chain.values[i] in _AFTERWARDS and _REASON.match(chain.tags, i + 1) is not None
    return tag in _MARKS and (tag != "-" or _spaced(chain, i))


def _conditions(chain: Chain, i: int) -> bool:
    """Does "if" open a clause right behind an amount: "could fall 20 percent if Washington ..."?"""
    told = chain.values[i] in ("conditional", "conditional start") and len(chain.words(i)) <= _SHORT
    told = told and "Q" in chain.tags[max(i - _NEAR, 0) : i]
    return told and chain.tags[i + 1 : i + 3].strip("_t")[:1] in ("A", "k", "@", "G")


def _spaced(chain: Chain, i: int) -> bool:
    """Does a dash stand between blanks?"""
    return not chain.adjacent(i) and not (i + 1 < len(chain) and chain.adjacent(i + 1))


def _parts(chain: Chain, start: int, stop: int) -> bool:
    """Does a mark begin a clause? A "but" amidst one does not: "die Exporte stiegen aber um 5 Prozent"."""
    if chain.values[start] == _CAUSE:
        return _REASON.match(chain.tags, start + 1) is not None
    if chain.tags[start] != "¬" or chain.tags[start - 1] in _PAUSES:
        return True
    amount = chain.tags.find("Q", start, stop)
    return bool(set(chain.tags[start : stop if amount < 0 else amount]) & set("KJV"))


def _opens(chain: Chain, start: int, stop: int, pairs: dict[int, int]) -> bool:
    """Does a stretch name what is measured before its first amount, not just as "of all exports"?"""
    i = start
    while i < stop:
        if i in pairs:
            i = pairs[i]
        elif chain.tags[i] == "Q":
            return False
        elif chain.tags[i] == "K" or (chain.tags[i] == "J" and str(chain.values[i])[-1:] != "?"):
            return True
        i += 1
    return False


def _returns(tags: str, start: int) -> bool:
    """Does the main verb follow what is told of its subject: "Peru, which makes 5 percent of it, sold"?"""
    if _MAIN.match(tags, start) is None:
        return False
    return _RELATED.search(tags, max(start - _RELATIVE, 0), start) is not None


def particle_value(chain: Chain, verb: int, value: str) -> str | None:
    """What a verb says together with the bare small word that closes its clause: "nahm ... zu", "ab".

    ``value`` is that of the language file, tags (or the word, where it has none: ``her``) to meanings:
    ``part t=up q=down``; with a bar a second one
    that holds where an amount is the object of the verb ("nahm 5 Tonnen ab"): ``q=down|imports?``. None where
    no such word closes the clause.
    """
    return next((told for _, told in particle_values(chain, verb, value)), None)


def particle_values(chain: Chain, verb: int, value: str) -> Iterator[tuple[int, str]]:
    """The same for each such word, with its link: "führte für 5 Millionen aus und für 3 Millionen ein"."""
    ways = dict(way.split("=") for way in value.split(" ")[1:])
    last = verb
    for i in range(verb + 1, len(chain)):
        by = chain.tags[i + 1 : i + 2] == "y" and "Q" in chain.tags[i + 2 : i + 4]  # "namen toe met 5 vaten"
        by = by or _extraposed(chain, i)
        way = chain.tags[i] if chain.tags[i] in ways else chain.words(i) if chain.tags[i] == "l" else ""
        if way in ways and (by or i + 1 == len(chain) or chain.tags[i + 1] in _END):
            moved, bar, bought = ways[way].partition("|")
            yield i, bought if bar and _has_object(chain, last, i) else moved
            last = i
        inside = (
            chain.tags[i] == "¬" and chain.tags[i - 1] not in _PAUSES
        )  # "gaben dagegen um 5 Prozent nach"
        if (chain.tags[i] in _HARD and not inside) or (last > verb and chain.tags[i] in _OTHER):
            break


def second_ways(chain: Chain, verb: int) -> Iterator[tuple[int, str]]:
    """The further particles of a verb, each behind an amount: "führt 5 aus und 3 Millionen ein"."""
    value = str(chain.values[verb])
    ways = list(particle_values(chain, verb, value)) if value.startswith(PARTICLE) else []
    for (first, _), way in pairwise(ways):
        if "Q" in chain.tags[first : way[0]]:
            yield way


def spends(chain: Chain, i: int) -> bool:
    """Does a verb say with its particle that money is spent: "gab 5 Millionen für Gold aus"?"""
    value = str(chain.values[i])
    return value.startswith(PARTICLE) and particle_value(chain, i, value) == "investment?"


def _extraposed(chain: Chain, i: int) -> bool:
    """Does where it goes or comes from stand behind the word that closes the clause: "5 ton in uit Peru"?"""
    behind = chain.tags[i + 1 : i + 4].replace("_", "")
    ahead = chain.tags[i - 1 : i] in ("Q", "T")
    if ahead and behind[:2] in ("za", "zT"):
        return True  # "5 miljoen uit aan Franse wijn"
    return ahead and behind[:1] in ("q", "t") and behind[1:2] in ("A", "k", "G", "¤")


def _has_object(chain: Chain, verb: int, last: int) -> bool:
    """Does an amount without a preposition stand between a verb and the word that closes its clause?

    Or one of goods: "nam voor 5 miljoen aan machines af", "nahm Rindfleisch für 5 Millionen ab".
    """
    for i in chain.find("Q", verb + 1, last):
        before = i - 1
        while before > verb and chain.tags[before] in _ADVERBS:
            before -= 1
        bought = chain.tags[before - 1 : before + 1] in ("Tz", "TV")
        if chain.tags[before] not in _PREPOSITIONS or bought or _OF_GOODS.match(chain.tags, i + 1):
            return True
    return False
