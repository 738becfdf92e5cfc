"""Short forms in brackets behind a name, and names listed with one."""

from __future__ import annotations

from attrs import evolve

from tradenews.grammar.bodies import NEXT as _N
from tradenews.grammar.bodies import START as _W
from tradenews.grammar.naming import is_one_of, named, words_of
from tradenews.grammar.nouns import looks_like_noun
from tradenews.grammar.rule import VIEW, Grammar, Hit, Rule
from tradenews.grammar.values import Naming
from tradenews.lexicon.forms import fold
from tradenews.normalize.names import is_acronym, is_in_order, plain
from tradenews.scan.chain import Chain, Link


def _same_in_brackets(hit: Hit) -> list[Link] | None:
    """ "Cámara de Comercio Exterior (Camex)": the known short form tells who the long one is."""
    chain = hit.chain
    naming, short = chain.values[hit.first], chain.values[hit.first + 2]
    if "person" in (naming.kind, short.kind):
        return None
    known = naming.entity is not None and short.entity is None and is_in_order(short.name, naming.name)
    if not known and (_are_letters(naming.name, short.name) or _is_known_as(naming, short)):
        return _named_behind(hit)
    apart = naming.kind != short.kind or naming.kind == "company" or naming.entity is not None
    if apart and not is_acronym(short.name, naming.name) and not _is_short_form(short, naming):
        return None
    entity = short.entity or naming.entity
    links = [chain.link(i) for i in range(hit.first, hit.last)]
    if "ĵ" in hit.tags:
        short = evolve(short, name=chain.words(hit.first + 2, hit.last - 1), kind=naming.kind)
        links[2:-1] = [Link("@", links[2].start, links[-2].end, short)]
    kind = short.kind if short.entity is not None else naming.kind
    links[0].value = evolve(naming, kind=kind, acronym=short.name, entity=entity)
    links[2].value = evolve(short, kind=kind, entity=entity)
    return links


def _is_short_form(short: Naming, naming: Naming) -> bool:
    """Is a name in brackets one word that is no known name, or made of letters of the long one?"""
    unknown = short.entity is None and " " not in short.name and len(short.name) < len(naming.name)
    return unknown or is_in_order(short.name, naming.name)


def _are_letters(short: str, name: str) -> bool:
    """Are these letters an acronym of a name, or first letters of its words in their order?"""
    heads = iter(word[:1] for word in plain(name).split())
    return is_acronym(short, name) or (short.isupper() and all(letter in heads for letter in plain(short)))


def _named_behind(hit: Hit) -> list[Link] | None:
    """ "ATP (Associação Têxtil de Portugal)": letters first, and the name that they stand for in brackets."""
    chain, short = hit.chain, hit.chain.words(hit.first)
    known = chain.values[hit.first] if chain.tags[hit.first] == "@" else None
    naming: Naming = chain.values[hit.first + 2]
    if naming.kind == "person" or (known is None and not _are_letters(short, naming.name)):
        return None
    entity = (known.entity if known else None) or naming.entity
    return _spelled(chain, hit.first, hit.last, evolve(naming, entity=entity, acronym=short))


def _spelled_behind(hit: Hit) -> list[Link] | None:
    """ "Ire (Istituto ricerche economiche)": what letters before a bracket stand for."""
    chain, first, last = hit.chain, hit.first + 2, hit.last - 1
    short, name, kind = chain.words(hit.first), chain.words(first, last), chain.values[first]
    if not isinstance(kind, str) or not name[0].isupper() or not is_acronym(short, name):
        return None
    naming = named(hit, kind.rstrip("!"), first, last)
    return _spelled(chain, hit.first, hit.last, evolve(naming, acronym=short))


def _spelled(chain: Chain, first: int, last: int, naming: Naming) -> list[Link]:
    """Letters at ``first`` and, in brackets behind, the name that they stand for: both are one."""
    alias = evolve(naming, name=chain.words(first), acronym=None, inner=())
    return [
        Link("@", chain.starts[first], chain.ends[first], alias),
        chain.link(first + 1),
        Link("@", chain.starts[first + 2], chain.ends[last - 2], naming),
        chain.link(last - 1),
    ]


def _pair_in_brackets(hit: Hit) -> list[Link] | None:
    """ "the Secretariat of the Ministry (SFT/MDI)": the letters of a body and of the one that it is of."""
    chain = hit.chain
    longs, shorts = (hit.first, hit.at("‹") - 1), (hit.at("‹") + 1, hit.last - 2)
    links = [chain.link(i) for i in range(hit.first, hit.last)]
    for long, short in zip(longs, shorts, strict=True):
        naming, letters = chain.values[long], chain.words(short)
        known = chain.values[short] if chain.tags[short] == "@" else None
        if naming.kind == "person" or not (is_acronym(letters, naming.name) or _is_known_as(known, naming)):
            return None
        naming = evolve(naming, entity=known.entity if known and known.entity else naming.entity)
        links[long - hit.first].value = evolve(naming, acronym=letters)
        alias = known or evolve(naming, name=letters, inner=())
        links[short - hit.first] = Link("@", chain.starts[short], chain.ends[short], alias)
    return links


def _is_known_as(letters: Naming | None, naming: Naming) -> bool:
    """Are these the letters of a body that the lexicon knows, and that begins as the name does?"""
    if letters is None or letters.entity is None or naming.entity is not None:
        return False
    return letters.kind == naming.kind and fold(letters.name)[:1] == fold(naming.name)[:1]


def _bracketed(hit: Hit) -> list[Link] | None:
    """ "Energía Istmo Sur (EIS)": the name keeps its short form; the brackets stay as they are."""
    chain = hit.chain
    naming: Naming = chain.values[hit.first]
    if naming.kind == "person":
        return None
    first = hit.first + 2 + (chain.tags[hit.first + 2] == '"')
    last = hit.last - 1 - (chain.tags[hit.last - 2] == '"')
    short = chain.words(first, last)
    if chain.tags[first] in "CL" and not is_acronym(short, naming.name):
        return None
    links = [chain.link(i) for i in range(hit.first, hit.last)]
    links[0] = Link("@", links[0].start, links[0].end, evolve(naming, acronym=short))
    alias = Link("@", chain.starts[first], chain.ends[last - 1], evolve(naming, name=short, acronym=None))
    return [*links[: first - hit.first], alias, *links[last - hit.first :]]


def _with_city(hit: Hit) -> Link | None:
    """ "Hafengesellschaft Luka Koper": a city right behind a name belongs to it, where both stand so again.

    Or where the name is one word behind a noun for what it is.
    """
    chain, city = hit.chain, hit.last - 1
    naming: Naming = chain.values[hit.first]
    if (
        naming.kind != "company"
        or naming.entity is not None
        or chain.ends[hit.first] + 1 != chain.starts[city]
    ):
        return None
    pair = f"{naming.name.rpartition(' ')[2]} {chain.words(city)}"
    noun = hit.context.lexicon.word(naming.name.partition(" ")[0]) if hit.context is not None else None
    titled = naming.name.count(" ") == 1 and noun is not None and noun.tag in "IøHG"
    again = (
        titled
        or max(chain.text.find(pair, hit.end, hit.end + VIEW), chain.text.find(pair, 0, hit.start)) >= 0
    )
    return (
        Link("@", hit.start, hit.end, evolve(naming, name=chain.words(hit.first, hit.last)))
        if again
        else None
    )


def _listed(hit: Hit) -> list[Link] | None:
    """ "Samsung, Lorem and Ipsum": what is listed with companies is one."""
    chain = hit.chain
    links: list[Link] = []
    i = hit.first
    kind = next(v.kind for v in hit.all("@"))
    if kind not in ("company",):
        return None
    while i < hit.last:
        particle = chain.tags[i] == "o" and chain.text[chain.starts[i]].isupper()  # "Van Oort"
        if chain.tags[i] not in "WñZ" and not particle:
            links.append(chain.link(i))
            i += 1
            continue
        stop = i + 1 + particle
        while stop < hit.last and chain.tags[stop] in "WñZĉ":
            stop += 1
        if is_one_of(hit, i + particle, "not_names") or (chain.tags[i] == "ñ" and stop - i > 1):
            return None
        links.append(
            Link("@", chain.starts[i], chain.ends[stop - 1], Naming("company", chain.words(i, stop)))
        )
        i = stop
    return links


def _joined(hit: Hit) -> list[Link] | None:
    """ "Thermco and the state utility KenGen signed": who signs together with a company is one."""
    chain, partner = hit.chain, hit.chain.tags.find("@", hit.last)
    if chain.values[partner].kind != "company" or (hit.first and chain.tags[hit.first - 1] not in "¶s,;:"):
        return None
    if is_one_of(hit, hit.first, "not_names") or chain.words(hit.last - 1).isupper():
        return None
    if words_of(hit.context, "nouns_have_capitals") and looks_like_noun(hit, hit.last - 1):
        return None
    name = chain.words(hit.first, hit.last)
    return [Link("@", chain.starts[hit.first], chain.ends[hit.last - 1], Naming("company", name))]


SHORT = Grammar(
    "@",
    Rule(
        "body.city",
        "@°",
        _with_city,
        example="Die Hafengesellschaft Luka Koper baut. Luka Koper wächst.",
        language="de",
    ),
    Rule("body.same", "@‹@(?:ĵ@)?›", _same_in_brackets, example="the World Organization of Traders (WTO)"),
    Rule(
        "body.behind",
        "[WZ]‹@›",
        _named_behind,
        example="selon l'ACV (Agence centrale des vins)",
        language="fr",
    ),
    Rule(
        "body.spelled",
        "[WZ@]‹I[lâTKĉWo_&]{1,8}›",
        _spelled_behind,
        example="dell'Ire (Istituto ricerche economiche)",
        language="it",
    ),
    Rule("body.short", '@‹"?[WZñ](?:ĵ[WĉA])?"?›|@‹[CL]›', _bracketed, example="Alibaba (BABA)"),
    Rule(
        "body.pair",
        "@o_?@‹[@WZ][ĵ/-][@WZ]›",
        _pair_in_brackets,
        example="da Secretaria de Comércio Exterior do Ministério do Desenvolvimento (Secex/MD)",
        language="pt",
    ),
    Rule(
        "body.list",
        rf"@(?:,o?{_W}{_N}{{0,2}})*,?&o?{_W}{_N}{{0,2}}(?![,IL@øvĵ'WñĉX])",
        _listed,
        example="Alibaba, Lorem and Ipsum",
    ),
)

JOINED = Grammar(
    "@",
    Rule(
        "body.joined",
        rf"{_W}{_N}{{0,2}}(?=&[_øĩGolaT№H]{{0,5}}@[lm]{{0,2}}Y)",
        _joined,
        example="Thermco and the state utility KenGen signed a contract",
    ),
)
