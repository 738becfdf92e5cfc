"""Names of places that need their surroundings: Korea, Georgia, Jordan, the EU of a Spanish text, 中美.

Tag ``¤`` becomes ``A`` or ``a`` with one code, ``°`` where no country is meant, or several links where one
form names several countries. A capital (``k``) that is only where something happens becomes ``°``.
"""

from __future__ import annotations

from tradenews.grammar.context import Context
from tradenews.grammar.rule import VIEW, Grammar, Hit, Rule
from tradenews.grammar.short_places import SHORT_PLACES
from tradenews.lazy import regex
from tradenews.lexicon.forms import ANY, UNSPACED, fold
from tradenews.lexicon.index import Lexicon
from tradenews.models.article import Assumption
from tradenews.models.span import Span
from tradenews.normalize.territory import country_name
from tradenews.scan.chain import BREAK, Chain, Link

NO_COUNTRY = "-"
_SHORT = 2  # characters of the name of a country
_BACK = 8  # links from a word of trade to the place where goods go
_SENT = regex("[KJ][laHTo_]{0,5}t_?$")
_FLOWS = ("exports", "trade", "sales")
_STAMPS = ("dτ", "μΔ")  # how a date begins, with the year or without


class Place(str):
    """The code of a country or bloc that was chosen among several; a plain str with the ``assumptions``."""

    __slots__ = ("assumptions",)
    assumptions: tuple[Assumption, ...]


def _chosen(code: str, others: tuple[str, ...], span: Span, reason: str) -> Place:
    place = Place(code)
    place.assumptions = (Assumption(span, "country", code, others, reason),)
    return place


def _points(code: str, codes: str, hit: Hit) -> int:
    """How many cues for ``code`` among ``codes`` the text holds: its other name and those of ``place_cues``.

    That table has cues by code, or by all codes and the one (``US|EU>US``) where that matters.
    """
    lexicon: Lexicon = hit.context.lexicon
    name = country_name(code, lexicon.language)
    table = lexicon.lines["place_cues"]
    cues = list(table.get(f"{codes}>{code}", table.get(code, ())))
    if name and name != hit.words:
        cues.append(name)
    return sum(hit.chain.text.find(cue, 0, VIEW) >= 0 for cue in cues)


def _decide(codes: str, tag: str, span: Span, hit: Hit) -> Link:
    """One link for alternatives with a bar: the one with most cues in the text, the first of equals."""
    first, *others = options = codes.split("|")
    if not others:
        return Link(tag, span.start, span.end, first)
    against = NO_COUNTRY + next(c for c in options if c != NO_COUNTRY)
    points = {c: _points(against if c == NO_COUNTRY else c, codes, hit) for c in options}
    best = max(options, key=lambda c: points[c])
    if best == NO_COUNTRY and tag == "a" and not points[best] and _of_goods(hit):
        best = others[0]  # "European wines" are those of the Union
    if best == NO_COUNTRY or (tag == "A" and NO_COUNTRY in options and _in_name(hit)):
        return _other_word(span, hit)
    rest = tuple(c for c in options if c not in (best, NO_COUNTRY))
    if not rest:
        return Link(tag, span.start, span.end, best)
    others_have = any(points[c] for c in rest)
    reason = "named in full in the text" if points[best] and not others_have else "the likeliest reading"
    return Link(tag, span.start, span.end, _chosen(best, rest, span, reason))


def _other_word(span: Span, hit: Hit) -> Link:
    """A name that is no country here: the word that it is in lower case, else some other name."""
    lexicon: Lexicon = hit.context.lexicon
    word = hit.chain.text[span.start : span.end]
    entry = next((e for e in lexicon.entries.get(fold(word), ()) if e.case == ANY and e.tag != "¤"), None)
    if entry is None:
        return Link("°", span.start, span.end, NO_COUNTRY)
    return Link(entry.tag, span.start, span.end, entry.value)


def _of_goods(hit: Hit) -> bool:
    """Does an adjective stand at goods?"""
    return "T" in hit.chain.tags[max(hit.first - 1, 0) : hit.first + 2]


def _in_name(hit: Hit) -> bool:
    """Does the word stand in a person's name: after a first name or title, or before a surname?"""
    chain, before = hit.chain, hit.first - 1
    if before >= 0 and chain.tags[before] in "Whñ":
        return True
    after = hit.first + 1
    return after < len(chain) and chain.tags[after] in "Wñ" and chain.tags[before : before + 1] != "n"


def _resolved(hit: Hit) -> Link | list[Link]:
    value = str(hit["¤"])
    tag = "A"
    if value.startswith("a:"):
        tag, value = "a", value[2:]
    parts = value.split("+")
    if len(parts) == 1:
        return _decide(value, tag, Span(hit.start, hit.end), hit)
    links = []
    for i, codes in enumerate(parts):
        start = hit.start + i
        end = hit.end if i == len(parts) - 1 else start + 1
        span = Span(start, end)
        links.append(_plain_word(span, hit) if codes == NO_COUNTRY else _decide(codes, tag, span, hit))
    return links


def _plain_word(span: Span, hit: Hit) -> Link:
    """What stands beside the name of a country in one form, as the word it is by itself."""
    context: Context = hit.context
    entry = context.lexicon.word(hit.chain.text[span.start : span.end])
    return Link(entry.tag if entry else "l", span.start, span.end, entry.value if entry else None)


def _only_place(hit: Hit) -> Link | None:
    """A city after "in" or "to", before its country, in a person's name or a dateline acts for nobody."""
    chain, i = hit.chain, hit.first
    before = chain.tags[i - 1] if i else ""
    after = chain.tags[i + 1 : i + 3]
    named = before == "W" and chain.starts[i] - chain.ends[i - 1] == 1
    dated = before in ("", BREAK) and (after[:1] in tuple("s‹") or after in (",μ", ",d") or _dashed(chain, i))
    dated = dated or (before == "/" and after[:1] == "‹")  # Innsbruck/Tiflis (APA)
    wired = before == "E" and chain.adjacent(i) and after in _STAMPS  # 新华社河内7月2日电
    if named or dated or wired or after == ",A" or (before and before in "nthb" and not _acts(chain, i)):
        return Link("°", hit.start, hit.end, hit["k"])
    return None


def _acts(chain: Chain, i: int) -> bool:
    """Is a capital one to whom goods go, or an offer: "exports to Beijing rose", "proposed to Beijing"?"""
    if chain.tags[i - 1] == "t" and (
        chain.tags[i - 2 : i - 1] == "Y" or chain.values[i - 2] == "conditional"
    ):
        return i > 1
    sent = _SENT.search(chain.tags, max(i - _BACK, 0), i)
    return sent is not None and str(chain.values[sent.start()]).startswith(_FLOWS)


def _dashed(chain: Chain, i: int) -> bool:
    return chain.tags[i + 1 : i + 2] == "-" and not chain.adjacent(i + 1)


def _listed(hit: Hit) -> list[Link]:
    """Signs that stand in a list name their countries."""
    chain = hit.chain
    links = [chain.link(i) for i in range(hit.first, hit.last)]
    for i, link in enumerate(links):
        if link.tag == "¢":
            links[i] = _decide(link.value, "A", Span(link.start, link.end), hit)
    return links


def _signed(hit: Hit) -> Link:
    """A sign between a preposition and a word of trade: 自澳进口, 对加出口."""
    return _decide(str(hit["¢"]), "A", Span(hit.start, hit.end), hit)


def _alone(hit: Hit) -> Link:
    """A sign by itself is a character like others."""
    return Link("l", hit.start, hit.end)


def _headed(hit: Hit) -> list[Link] | None:
    """An office that begins with its country, as two words."""
    country = hit.context.lexicon.word(hit.words[:_SHORT])
    if hit.tags != "O" or country is None or country.tag != "A":
        return None
    cut = hit.start + _SHORT
    return [
        Link("A", hit.start, cut, country.value),
        Link("O", cut, hit.end, hit.chain.values[hit.first]),
    ]


def _tailed(hit: Hit) -> list[Link] | None:
    """A describing word that ends in a nationality is two words: "gigante chino"; so is 中国商务部长."""
    words = hit.words
    if words[0] >= UNSPACED:
        return _headed(hit)
    cut = words.rfind(" ") + 1
    entry = hit.context.lexicon.word(words[cut:]) if cut else None
    if entry is None or entry.tag != "a":
        return None
    middle = hit.start + cut
    return [
        Link(hit.tags, hit.start, hit.start + len(words[:cut].rstrip()), hit.chain.values[hit.first]),
        Link("a", middle, hit.end, entry.value),
    ]


PLACES = Grammar(
    "A",
    Rule("place.nationality", "[øO]", _tailed, example="banco francés", language="es"),
    Rule("place.signs", "¢ (?:,[¢A]){1,30} (?:[&u][¢A])?", _listed, example="美、加、墨三国", language="zh"),
    Rule("place.sign_tied", "¢(?<=[qtn].)(?=[KJT])", _signed, example="自澳进口", language="zh"),
    *SHORT_PLACES,
    Rule("place.sign", "¢", _alone, example="加了", language="zh"),
    Rule("place.ambiguous", "¤", _resolved, example="Korea"),
    Rule("place.city", "k", _only_place, example="in Beijing"),
)
