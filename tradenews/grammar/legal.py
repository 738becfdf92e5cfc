"""Names told by their legal form, and names that the lexicon knows."""

from __future__ import annotations

from attrs import evolve

from tradenews.grammar.naming import ANY_WORD, is_one_of, known, named, placed, words_of
from tradenews.grammar.rule import VIEW, Grammar, Hit, Rule
from tradenews.lazy import regex
from tradenews.lexicon.index import Entity
from tradenews.normalize.names import is_acronym
from tradenews.scan.chain import Link

_LONGEST = 120
_PREPOSITIONS = "oqzntyu"
_STOCK = " stock"  # ends the value of a word for shares
_SECOND = 4  # letters of a name behind "and" that is found alone elsewhere
_LEADS = " first"  # ends the value of a form that stands before the name
_MEASURES = frozenset(
    ("exports", "imports", "sales", "finance", "price", "production", "investment", "share", "balance")
)
_OF_COUNTRY = regex("o_?A")
_APOSTROPHES = "'’"


def _by_legal_form(hit: Hit) -> list[Link] | None:
    """ "Uttam Gala Steels Ltd.": all up to the last legal form, without a nationality before the name."""
    chain, first = hit.chain, hit.first
    if _is_preposition(hit):
        return None
    if str(chain.values[first]).endswith(_STOCK) and " " in chain.words(first):
        first += 1  # "Shares of Lorem Ipsum Ltd"
    named_so = chain.tags[first] == "o" and chain.text[chain.starts[first]].isupper()
    if chain.tags[first] == "o" and not named_so:
        first += 1
    while (
        first < hit.last
        and not named_so
        and chain.tags[first] in "aX"
        and chain.tags[first + 1] not in "IE@L"
    ):
        first += 1
    for i in chain.find("&", first, hit.last):
        if chain.tags[i - 1] == "E":
            return None
        if chain.tags[i - 1] == "L":
            hit.last = i
            break
        if stands_alone(hit, first, i):
            first = i + 1
    while first < hit.last - 1 and not named_so and is_one_of(hit, first, "not_names"):
        first += 1
    first = _without_origin(hit, _without_measure(hit, first))
    member = chain.tags.find("o_", first, hit.last)
    if member > first and set(chain.tags[first:member]) <= set("Wñ") and "ñ" in chain.tags[first:member]:
        first = member + 2  # "Jane Doe of the Lorem Ipsum Group"
    if chain.tags[first : first + 2] == "Ao" and chain.text[chain.starts[first + 1]] in _APOSTROPHES:
        first += 2
    name = chain.tags[first : next(chain.find("L", first, hit.last))]
    if not any(tag in "WñZE@ĉI" for tag in name):
        if chain.tags[first - 1 : first] != "ø" or not chain.text[chain.starts[first - 1]].isupper():
            return None
        first -= 1  # "Cartotecnica Milano S.p.A."
    if chain.tags[first] == "L" or chain.ends[hit.last - 1] - chain.starts[first] > _LONGEST:
        return None
    naming = named(hit, "company", first, hit.last)
    entity = next((v for v in hit.all("E") if isinstance(v, Entity)), None)
    if entity is not None:
        naming = evolve(naming, entity=entity, country=entity.country or naming.country)
    return placed(hit, first, hit.last, naming)


def _by_leading_form(hit: Hit) -> Link | list[Link] | None:
    """ "PT Lorem Ipsum", "OOO Lorem": a form that stands before the name, none behind it."""
    chain = hit.chain
    if (
        not (str(chain.values[hit.first]).endswith(_LEADS) or _has_letters(hit))
        or not chain.text[chain.starts[hit.first + 1]].isupper()
    ):
        return None
    return placed(hit, hit.first, hit.last, named(hit, "company", hit.first, hit.last))


def _has_letters(hit: Hit) -> bool:
    """Do its letters stand behind a name in brackets: "de N.V. Lorem Ipsum Dolor (LID)"?"""
    chain, last = hit.chain, hit.last
    if chain.tags[last : last + 1] != "‹" or chain.tags[last + 2 : last + 3] != "›":
        return False
    return is_acronym(chain.words(last + 1), chain.words(hit.first + 1, last))


def _without_measure(hit: Hit, first: int) -> int:
    """Behind the noun of what is told of a company: "Sales of Lorem Inc.", "Acciones de Ipsum S.A."."""
    chain = hit.chain
    if chain.tags[first] != "ĉ" or chain.tags[first + 1] != "o" or first + 2 >= hit.last:
        return first
    measure = str(chain.values[first]).partition(" ")[0].rstrip("?+-")
    return first + 2 + (chain.tags[first + 2] == "_") if measure in _MEASURES else first


def stands_alone(hit: Hit, first: int, i: int) -> bool:
    """Is what stands before "and" a name of its own, found without it elsewhere, or one of a list?"""
    chain, text = hit.chain, hit.chain.text
    if text[chain.starts[i]] == "&":
        return False
    if chain.tags[first - 2 : first] == "@," and first > 1:
        return True  # "Lorem Ltd, Ipsum and Dolor Inc."
    joined = text[chain.starts[first] : chain.ends[i]]
    form = next(chain.find("L", i + 1, hit.last), i + 1)
    behind = chain.words(i + 1, form) if form > i + 1 else ""
    return _is_elsewhere(text, chain.words(first, i), joined, 0) or (
        len(behind) >= _SECOND and _is_elsewhere(text, behind, joined, len(joined) + 1)
    )


def _is_preposition(hit: Hit) -> bool:
    """Is what looks like a legal form a small word, where all has capitals: "LOREM DA IPSUM"?"""
    form = hit.chain.words(hit.last - 1)
    if hit.context is None or not hit.chain.text[hit.start : hit.end].isupper() or not form.isalpha():
        return False
    entry = hit.context.lexicon.word(form.lower())
    return entry is not None and entry.tag in _PREPOSITIONS


def _is_elsewhere(text: str, name: str, joined: str, back: int) -> bool:
    """Does a name stand anywhere but with what joins it to another, which begins so far ``back``?"""
    place, end = text.find(name, 0, VIEW), len(name)
    while place >= 0 and name:
        whole = not text[place + end : place + end + 1].isalnum()
        whole = whole and not text[place - 1 : place].isalnum()
        if whole and not text.startswith(joined, place - back):
            return True
        place = text.find(name, place + end, VIEW)
    return False


def _without_origin(hit: Hit, first: int) -> int:
    """Where nouns have capitals: behind "list of the", and behind an adjective of a city before a name."""
    if not words_of(hit.context, "nouns_have_capitals"):
        return first
    chain = hit.chain
    form = next(chain.find("L", first, hit.last))
    cut = chain.tags.rfind("o", first, form)
    if cut > first and chain.text[chain.starts[cut]].islower():
        first = cut + 1 + (chain.tags[cut + 1] == "_")
    endings = words_of(hit.context, "origin_endings")
    if form - first > 2 and first and chain.tags[first - 1] in "_o" and endings:
        first += chain.tags[first] in "Wĉ" and chain.words(first).endswith(endings)
    return first


def _namesake_of(hit: Hit) -> str | None:
    """The country that a body known elsewhere is said to be of: "the National Statistics Office of Fiji"."""
    chain = hit.chain
    place = _OF_COUNTRY.match(chain.tags, hit.last)
    if place is not None:
        return str(chain.values[place.end() - 1])
    adjective = chain.values[hit.first - 1] if hit.first and chain.tags[hit.first - 1] in "aâ" else None
    return adjective if isinstance(adjective, str) else None


def _entity(hit: Hit) -> Link | list[Link] | None:
    entity = hit["E"]
    before = hit.chain.tags[hit.first - 1] if hit.first else ""
    if not isinstance(entity, Entity):
        return None
    if (
        entity.kind == "organization"
        and hit.chain.tags[hit.last : hit.last + 1] in ("W", "ĉ")
        and is_one_of(hit, hit.last, "company_words")
    ):
        hit.last += 1
        return placed(hit, hit.first, hit.last, named(hit, "company", hit.first, hit.last))
    if entity.kind == "company" and _has_branch_name(hit):
        hit.last += 1
        naming = named(hit, "company", hit.first, hit.last)
        return placed(hit, hit.first, hit.last, evolve(naming, country=entity.country or naming.country))
    if "W" in hit.tags and words_of(hit.context, "nouns_have_capitals"):
        return None
    if (
        before == "ñ"
        and entity.kind == "company"
        and hit.chain.starts[hit.first] - hit.chain.ends[hit.first - 1] == 1
    ):
        return None
    naming = known(entity, hit.chain.words(hit.first, hit.last))
    if entity.kind == "government" and (country := _namesake_of(hit)) not in (None, entity.country):
        naming = evolve(naming, entity=None, cue="strong", country=country)
    if (
        entity.kind == "company"
        and entity.id is None
        and hit.chain.tags[hit.last : hit.last + 1] in ("Z", "d", "N")
    ):
        naming = evolve(naming, cue="weak")  # "Boeing 737": a product
    if entity.kind == "person":
        said = named(hit, "person", hit.first, hit.last)
        naming = evolve(naming, role=said.role, affiliation=said.affiliation)
    elif hit.last - hit.first > 1:
        naming = evolve(
            naming,
            entity=None,
            cue="strong",
            country=str(hit["A"]),
            inner=named(hit, "company", hit.first, hit.last).inner,
        )
    return placed(hit, hit.first, hit.last, naming)


def _joined(hit: Hit) -> list[Link] | None:
    """A company that the lexicon knows with what its name goes on with: "Lorem & Marine Engineering"."""
    entity, chain = hit["E"], hit.chain
    title = chain.text[hit.start : chain.ends[hit.last - 1]].isupper()
    capitals = all(chain.text[chain.starts[i]].isupper() for i in range(hit.first + 2, hit.last))
    if not isinstance(entity, Entity) or entity.kind != "company" or entity.id is not None:
        return None
    if title or not capitals or words_of(hit.context, "nouns_have_capitals"):
        return None
    naming = evolve(named(hit, "company", hit.first, hit.last), country=entity.country)
    return placed(hit, hit.first, hit.last, naming)


def _has_branch_name(hit: Hit) -> bool:
    """Does one more word belong to the name: "Hitachi Rail signed"? Not in a title all in capitals."""
    chain, last = hit.chain, hit.last
    if chain.tags[last : last + 1] not in ("W", "ĉ") or not is_one_of(hit, last, "company_words"):
        return False
    beside = chain.text[chain.ends[last - 1] : chain.starts[last]] == " "
    behind = chain.text[chain.ends[last] : chain.ends[last] + 2]
    return beside and chain.text[chain.starts[last]].isupper() and not behind[1:].isupper()


LEGAL = Grammar(
    "@",
    Rule(
        "body.legal_form",
        rf"(?:oX(?={ANY_WORD})|{ANY_WORD})(?:[ĵĸ&]?{ANY_WORD}|o_?{ANY_WORD}){{0,6}}(?:‹[AkLIĉWl@]›)?,?ĸ?L(?:,?ĵ?L)*",
        _by_legal_form,
        example="Uttam Gala Steels Ltd.",
    ),
    Rule(
        "body.leading_form",
        r"(?<![WñZE@ĉI])L[Wñĉ°][WñZĉ°A]{0,3}",
        _by_leading_form,
        example="the yard PT Bahari Jaya delivered",
    ),
    Rule("body.branch", "E[Wĉ]?A(?=[,s;:‹]|[^'oĵA&][^'])", _entity, example="Alibaba Mexico, it"),
    Rule("body.ampersand", "Eĸ[Wĉñ]{1,3}", _joined, example="Alibaba & Marine Engineering"),
    Rule("body.known", "E", _entity, example="Alibaba"),
)
