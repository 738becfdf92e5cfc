"""Names in a script without blanks and capitals: told by family names, transcription characters, heads.

A link is one character unless the lexicon knows a longer word. A name begins after a mark, an office or a
country, and ends before a mark, a known word or a word of ``name_words`` that follows names.
"""

from __future__ import annotations

from attrs import evolve

from tradenews.grammar.naming import known
from tradenews.grammar.rule import Grammar, Hit, Rule
from tradenews.grammar.signs import Signs, is_unspaced, signs_of
from tradenews.grammar.values import Naming
from tradenews.lexicon.index import Entity
from tradenews.models.span import Span
from tradenews.scan.chain import Chain, Link

_MOST_FOREIGN = 7
_MOST_DOTTED = 16
_MOST_BODY = 12
_BACK = 14
_DOTS = "·•・‧"
_MARKS = ",s;:\"'‹›-/±"
_CONTENT = "lTKHVJxFDYmPnbc"


def _signs(hit: Hit) -> Signs | None:
    if hit.context is None or not is_unspaced(hit.context.lexicon):
        return None
    return signs_of(hit.context.lexicon)


def _width(chain: Chain, i: int) -> int:
    return chain.ends[i] - chain.starts[i]


def _is_stop(chain: Chain, i: int, signs: Signs, *, inside: bool = False) -> bool:
    """Can no name go on with link ``i``: a mark, a known longer word, a gap, a word that follows names?"""
    if i >= len(chain) or chain.tags[i] in _MARKS or not chain.adjacent(i) or _width(chain, i) > 1:
        return True
    if inside and chain.words(i) in signs.transcription and chain.tags[i] in "ln":
        return False
    return chain.tags[i] in "NQθAaEO@" or chain.text.startswith(
        (*signs.speech, *signs.follows), chain.starts[i]
    )


def _name_end(chain: Chain, first: int, signs: Signs) -> int:
    """The link after the last of a person's name that begins at ``first``; ``first`` if there is none."""
    if first >= len(chain):
        return first
    text, start = chain.text, chain.starts[first]
    dotted = _dotted_end(chain, first, signs)
    if dotted > first:
        return dotted
    last = first
    while last < len(chain) and last - first < _MOST_FOREIGN and _width(chain, last) == 1:
        if text[chain.starts[last]] not in signs.transcription or (last > first and not chain.adjacent(last)):
            break
        last += 1
    family = next((n for n in (2, 1) if text[start : start + n] in signs.surnames), 0)
    if family:
        for given in (2, 1):
            end = first + family + given
            inside = range(first + 1, end)
            sure = given > 1 and _is_sure_end(chain, end, signs)
            if (
                end <= len(chain)
                and all(not _is_stop(chain, i, signs, inside=sure) for i in inside)
                and _is_stop(chain, end, signs)
            ):
                return end
    return last if last - first > 1 and (last - first > 2 or _is_stop(chain, last, signs)) else first


def _is_sure_end(chain: Chain, i: int, signs: Signs) -> bool:
    """Does a mark or a verb of saying stand at ``i``: after a given name of one character it must?"""
    if i >= len(chain) or chain.tags[i] in _MARKS or chain.tags[i] == "h":
        return True
    return chain.text.startswith(signs.speech, chain.starts[i])


def _dotted_end(chain: Chain, first: int, signs: Signs) -> int:
    """The same for a name whose parts are joined by dots."""
    text, last, dot = chain.text, first, -1
    while last < len(chain) and last - first < _MOST_DOTTED and chain.starts[last] < len(text):
        letter = text[chain.starts[last]]
        if letter in _DOTS:
            dot = last
        elif chain.tags[last] in _MARKS or (dot < 0 and last - first > _MOST_FOREIGN):
            break
        elif _width(chain, last) > 1:
            if not signs.transcription.issuperset(chain.words(last)):
                break
        elif dot >= 0 and (
            (letter not in signs.transcription and chain.tags[last] != "l") or _is_stop(chain, last, signs)
        ):
            break
        last += 1
    return last if 0 <= dot < last - 1 else first


def _person(hit: Hit, first: int, last: int, office: int | None, cue: str = "strong") -> list[Link] | None:
    chain = hit.chain
    name = chain.words(first, last)
    signs = _signs(hit)
    if signs is None or name.startswith(signs.not_names):
        return None
    naming = Naming("person", name, cue=cue)
    if office is not None:
        owner, country = _owner(chain, office)
        affiliation = chain.starts[owner] if owner is not None else None
        naming = evolve(naming, role=chain.words(office), country=country, affiliation=affiliation)
    return [
        *(chain.link(i) for i in range(hit.first, first)),
        Link("@", chain.starts[first], chain.ends[last - 1], naming),
    ]


def _owner(chain: Chain, office: int) -> tuple[int | None, str | None]:
    """The body and the country named in the clause right before an office."""
    body: int | None = None
    for i in range(office - 1, max(-1, office - _BACK), -1):
        tag = chain.tags[i]
        if tag == "@" and body is None and isinstance(chain.values[i], Naming):
            naming: Naming = chain.values[i]
            if naming.kind == "person":
                return body, None
            body = i
            if naming.country:
                return body, naming.country
        elif tag in "Aa":
            return body, str(chain.values[i])
        elif tag in 's;:‹›"' or (tag == "," and chain.text[chain.starts[i]] != "、"):
            break
    return body, None


def _after_office(hit: Hit) -> list[Link] | None:
    """An office and then a name; the match is the office and one link more."""
    signs, first = _signs(hit), hit.first + 1
    if signs is None or not hit.chain.adjacent(first):
        return None
    last = _name_end(hit.chain, first, signs)
    return _rest(hit, _person(hit, first, last, hit.first), last) if last > first else None


def _rest(hit: Hit, links: list[Link] | None, last: int) -> list[Link] | None:
    """``links``, with the match made as long as they are."""
    if links is not None:
        hit.last = last
    return links


def _speaker(hit: Hit) -> list[Link] | None:
    """A name that fills the clause up to a verb of saying."""
    signs = _signs(hit)
    if signs is None:
        return None
    chain, first = hit.chain, hit.first
    last = _name_end(chain, first, signs)
    if last <= first or last >= len(chain) or not chain.text.startswith(signs.speech, chain.starts[last]):
        return None
    return _rest(hit, _person(hit, first, last, None), last)


def _glossed(hit: Hit) -> list[Link] | None:
    """A transcribed name with the original behind it in brackets."""
    signs = _signs(hit)
    if signs is None:
        return None
    chain, bracket = hit.chain, hit.at("‹")
    first = bracket
    while first > hit.first and chain.text[chain.starts[first - 1]] in signs.transcription | set(_DOTS):
        first -= 1
    if bracket - first < 2:
        return None
    office = hit.first - 1 if hit.first == first and hit.first and chain.tags[hit.first - 1] == "O" else None
    links = _person(hit, first, bracket, office)
    if links is None:
        return None
    naming: Naming = links[-1].value
    if office is None:
        links[-1].value = naming = _said_after(chain, hit.last, naming)
    alias = evolve(naming, name=chain.words(bracket + 1, hit.last - 1))
    links[-1].value = evolve(naming, acronym=alias.name)
    return [
        *links,
        chain.link(bracket),
        Link("@", chain.starts[bracket + 1], chain.ends[hit.last - 2], alias),
        chain.link(hit.last - 1),
    ]


def _said_after(chain: Chain, i: int, naming: Naming) -> Naming:
    """``naming`` with the office that an "is" right behind the name gives."""
    if i >= len(chain) or chain.tags[i] not in "l#" or chain.tags[i : i + _BACK].find("O") < 0:
        return naming
    office = i + chain.tags[i : i + _BACK].find("O")
    if any(t in ",s;:" for t in chain.tags[i:office]):
        return naming
    owner, country = _owner(chain, office)
    return evolve(
        naming,
        role=chain.words(office),
        country=country,
        affiliation=None if owner is None else chain.starts[owner],
    )


def _glossed_body(hit: Hit) -> list[Link] | None:
    """What stands between a word for a firm and the original name in brackets."""
    chain, bracket = hit.chain, hit.at("‹")
    if _signs(hit) is None:
        return None
    naming = Naming(
        "company", chain.words(hit.first, bracket), acronym=chain.words(bracket + 1, hit.last - 1)
    )
    alias = evolve(naming, name=naming.acronym or "", acronym=None)
    place = Link("@", chain.starts[bracket + 1], chain.ends[hit.last - 2], alias)
    return [
        Link("@", hit.start, chain.ends[bracket - 1], naming),
        chain.link(bracket),
        place,
        chain.link(hit.last - 1),
    ]


def _body(hit: Hit) -> list[Link] | None:
    """Country, field and head: the name of a ministry, an association, a company with its full form."""
    signs = _signs(hit)
    if signs is None:
        return None
    chain = hit.chain
    head = next(chain.find("IL", hit.first, hit.last))
    first = _body_start(chain, hit.first, head, signs)
    kind = str(chain.values[head])
    if kind.endswith("!"):
        first = hit.first if chain.tags[hit.first] == "A" and hit.first == head - 1 else head
    elif chain.tags[head] == "L":
        if head - first < 2 or not _is_whole(chain, first, head, hit.last, signs):
            return None
    elif not _is_full(chain, first, head, signs):
        return None
    kind = "company" if chain.tags[head] == "L" else kind.rstrip("!")
    at = list(chain.find("A", first, head))
    country = str(chain.values[at[0]]) if at else None
    names = tuple((str(chain.values[i]), Span(chain.starts[i], chain.ends[i])) for i in at)
    naming = Naming(kind, chain.words(first, hit.last), country, inner=names)  # type: ignore[arg-type]
    return [
        *(chain.link(i) for i in range(hit.first, first)),
        Link("@", chain.starts[first], hit.end, naming),
    ]


def _is_whole(chain: Chain, first: int, head: int, last: int, signs: Signs) -> bool:
    """Is the legal form given in full, or is it a short one that an office follows?"""
    if chain.words(head, last) in signs.follows:
        return True
    return head - first > 2 and chain.tags[first:head].count("l") > 1 and chain.tags[last : last + 1] == "O"


def _is_full(chain: Chain, first: int, head: int, signs: Signs) -> bool:
    """Is there enough before the head to make a name: a country, and a field where the head is short?"""
    if chain.tags[first] != "A":
        return False
    return (
        _width(chain, head) > 1
        or "T" in chain.tags[first:head]
        or any(word in chain.words(first + 1, head) for word in signs.fields)
    )


def _body_start(chain: Chain, first: int, head: int, signs: Signs) -> int:
    """Where the name with its head at ``head`` begins: after the last stop, at the last country."""
    start = first
    for i in range(first, head):
        if chain.tags[i] == "l" and chain.words(i) in signs.stops:
            start = i + 1
        elif chain.tags[i] == "A":
            start = i
        elif chain.tags[i] in ",&u" and not _joins(chain, i, signs):
            start = i + 1
    return start


def _joins(chain: Chain, i: int, signs: Signs) -> bool:
    """Does an "and" or a list comma stand between two fields of one body?"""
    before, after = chain.text[: chain.starts[i]][-_BACK:], chain.text[chain.ends[i] : chain.ends[i] + _BACK]
    return before.endswith(signs.fields) and after.startswith(signs.fields)


def _is_full_form(hit: Hit, signs: Signs) -> bool:
    """Does the match end with a legal form in full, and hold nothing that cannot be in a name?"""
    form = next(hit.chain.find("L", hit.first, hit.last))
    inside = (hit.chain.words(i) for i in range(hit.first + 1, form))
    return hit.chain.words(form, hit.last) in signs.follows and not any(
        word in signs.stops for word in inside
    )


def _entity(hit: Hit) -> list[Link] | None:
    entity = hit["E"]
    if not isinstance(entity, Entity):
        return None
    chain, office = hit.chain, None
    if chain.text[hit.start - 1 : hit.start] in tuple(_DOTS):
        return None
    signs = _signs(hit)
    if hit.last > hit.first + 1 and (
        signs is None or entity.kind != "company" or not _is_full_form(hit, signs)
    ):
        hit.last = hit.first + 1
    naming = known(entity, chain.words(hit.first, hit.last))
    if entity.kind == "person" and hit.first and chain.tags[hit.first - 1] == "O":
        office = hit.first - 1
        owner, country = _owner(chain, office)
        place = None if owner is None else chain.starts[owner]
        naming = evolve(
            naming, role=chain.words(office), country=country or entity.country, affiliation=place
        )
    return [Link("@", hit.start, hit.end, naming)]


def _known_glossed(hit: Hit) -> list[Link] | None:
    """A known person with the original name in brackets."""
    entity, last = hit["E"], hit.last
    if not isinstance(entity, Entity) or entity.kind != "person":
        return None
    hit.last = hit.first + 1
    made = _entity(hit)
    hit.last = last
    if made is None:
        return None
    chain, naming = hit.chain, made[0].value
    alias = evolve(naming, name=chain.words(hit.first + 2, last - 1), role=None, affiliation=None)
    made[0].value = evolve(naming, acronym=alias.name)
    gloss = Link("@", chain.starts[hit.first + 2], chain.ends[last - 2], alias)
    return [made[0], chain.link(hit.first + 1), gloss, chain.link(last - 1)]


_LATIN = "[WñZEXĉAI](?:[ĵX&]?[WñZEXĉAI]){0,5}"

UNSPACED_BODIES = Grammar(
    "@",
    Rule(
        "han.known_glossed",
        rf"E‹{_LATIN}›",
        _known_glossed,
        example="莱特希泽(Robert Lighthizer)",
        language="zh",
    ),
    Rule("han.known", rf"E(?:[{_CONTENT}]{{0,8}}L{{1,2}})?", _entity, example="阿里巴巴", language="zh"),
    Rule(
        "han.glossed_body",
        rf"(?<=[Lø])l{{2,8}}‹{_LATIN}›",
        _glossed_body,
        example="公司南星运输(Transportes Estrella)",
        language="zh",
    ),
    Rule(
        "han.body",
        rf"(?:A[{_CONTENT},&u]{{0,{_MOST_BODY}}}|[{_CONTENT}]{{1,{_MOST_BODY}}})(?:I|L{{1,2}})|I",
        _body,
        example="乌拉圭工业、能源和矿业部",
        language="zh",
    ),
)
UNSPACED_PERSONS = Grammar(
    "@",
    Rule(
        "han.glossed",
        rf"[l#VJTKHM]{{2,14}}‹{_LATIN}›",
        _glossed,
        example="多诺霍(Thomas Donohue)",
        language="zh",
    ),
    Rule("han.office", r"O[lVJTKHMnftα]", _after_office, example="商务部长王志远表示", language="zh"),
    Rule(
        "han.speaker",
        r"(?:(?<=[,s;\"›])|(?<![^¶]))[lVJTKHM][lVJTKHMnft]",
        _speaker,
        example="顾怀远说",
        language="zh",
    ),
)
