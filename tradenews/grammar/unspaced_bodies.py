"""Bodies in a script without blanks: a country, a place or a field, and the word for what they are."""

from __future__ import annotations

from attrs import evolve

from tradenews.grammar.naming import home_of_region, is_one_of, known
from tradenews.grammar.rule import Grammar, Hit, Rule
from tradenews.grammar.signs import Signs, signs_in
from tradenews.grammar.unspaced import BACK, DOTS, LATIN, MARKS, owner_of, width
from tradenews.grammar.values import Naming
from tradenews.lexicon.forms import UNSPACED
from tradenews.lexicon.index import Entity
from tradenews.models.span import Span
from tradenews.scan.chain import Chain, Link

_MOST_BODY = 12
_LEAST_NAME = 2  # characters between a place and the word for a firm
_PLACE = 5  # characters of a place
_CONTENT = "lTKHVJxFDYmPnbcτ"


def _glossed_body(hit: Hit) -> list[Link] | None:
    """What stands between a word for a firm and the original name in brackets."""
    chain, bracket = hit.chain, hit.at("‹")
    if signs_in(hit) is None or (chain.tags[hit.first] == "H" and not is_one_of(hit, hit.first, "national")):
        return None
    first, home = hit.first, chain.values[hit.first] if chain.tags[hit.first] == "A" else None
    gloss = chain.words(bracket + 1, hit.last - 1)
    if home is not None:
        named = _is_named_field(chain, first + 1, bracket, gloss)
        if named is None:
            return None
        first += named
    naming = Naming("company", chain.words(first, bracket), home, acronym=gloss)
    if first == hit.first and home is not None:
        naming = evolve(naming, inner=((str(home), Span(hit.start, chain.ends[first])),))
    alias = evolve(naming, name=gloss, acronym=None, inner=())
    place = Link("@", chain.starts[bracket + 1], chain.ends[hit.last - 2], alias)
    return [
        *(chain.link(i) for i in range(hit.first, first)),
        Link("@", chain.starts[first], chain.ends[bracket - 1], naming),
        chain.link(bracket),
        place,
        chain.link(hit.last - 1),
    ]


def _is_named_field(chain: Chain, first: int, last: int, gloss: str) -> bool | None:
    """Does a name stand between a country and its original, so that the country is no part of it?

    False where only a field and the word for a firm do, True for a name; None where neither is told.
    """
    firm, trade = chain.tags[last - 1] in "Lø", chain.tags[last - 1] == "T"
    named = sum(tag in "lVUH" for tag in chain.tags[first:last]) >= _LEAST_NAME
    if firm and (named or "T" in chain.tags[first:last]):
        return named
    return True if trade and named and not gloss.isupper() else None


def _known_letters(hit: Hit) -> list[Link] | None:
    """What stands from a country on before the letters of a body that the lexicon knows: its name."""
    chain, bracket, entity = hit.chain, hit.last - 3, hit["E"]
    if not isinstance(entity, Entity) or entity.kind == "person" or chain.words(bracket + 1) > UNSPACED:
        return None
    if any(chain.ends[i] != chain.starts[i + 1] for i in range(hit.first, bracket)):
        return None
    short = known(entity, chain.words(bracket + 1))
    at = chain.find("A", hit.first, bracket)
    inner = tuple((str(chain.values[i]), Span(chain.starts[i], chain.ends[i])) for i in at)
    naming = evolve(short, name=chain.words(hit.first, bracket), acronym=short.name, inner=inner)
    return [
        Link("@", hit.start, chain.ends[bracket - 1], naming),
        chain.link(bracket),
        Link("@", chain.starts[bracket + 1], chain.ends[bracket + 1], short),
        chain.link(bracket + 2),
    ]


def _body(hit: Hit) -> list[Link] | None:
    """Country, field and head: the name of a ministry, an association, a company with its full form."""
    signs = signs_in(hit)
    if signs is None:
        return None
    chain = hit.chain
    head = next(chain.find("IL", hit.first, hit.last))
    first = _body_start(chain, hit.first, head, signs)
    kind = str(chain.values[head])
    if kind.endswith("!") and not any(_joins(chain, i, signs) for i in chain.find("&u,", first, head)):
        first = hit.first if chain.tags[hit.first] == "A" and hit.first == head - 1 else head
    elif chain.tags[head] == "L":
        if head - first < 2 or not _is_whole(chain, first, head, hit.last, signs):
            return None
    elif not (
        _is_full(chain, first, head, signs)
        or _is_speaker(hit, first, head, signs)
        or _is_lettered(hit, first, head)
        or _is_customs_house(hit, first, head, signs)
    ):
        return None
    kind = "company" if chain.tags[head] == "L" else kind.rstrip("!")
    at = list(chain.find("A", first, head))
    country = str(chain.values[at[0]]) if at else home_of_region(chain, first, head)
    names = tuple((str(chain.values[i]), Span(chain.starts[i], chain.ends[i])) for i in at)
    naming = Naming(kind, chain.words(first, hit.last), country, inner=names)  # type: ignore[arg-type]
    return [
        *(chain.link(i) for i in range(hit.first, first)),
        Link("@", chain.starts[first], hit.end, naming),
    ]


def _is_whole(chain: Chain, first: int, head: int, last: int, signs: Signs) -> bool:
    """Is the legal form given in full, or is it a short one that an office follows or a place begins?"""
    if chain.words(head, last) in signs.follows:
        return True
    first += chain.tags[first : first + 2] == "A°"  # 秘鲁钱凯港口投资公司
    if chain.tags[first] in "°ψ" and chain.ends[head - 1] - chain.ends[first] >= _LEAST_NAME:
        return "l" in chain.tags[first:head] and chain.words(head - 1) not in signs.stops
    return head - first > 2 and chain.tags[first:head].count("l") > 1 and chain.tags[last : last + 1] == "O"


def _is_full(chain: Chain, first: int, head: int, signs: Signs) -> bool:
    """Is there enough before the head to make a name: a country, and a field where the head is short?"""
    if chain.tags[first] not in "A°k":
        return False
    return (
        width(chain, head) > 1
        or "T" in chain.tags[first:head]
        or any(word in chain.words(first + 1, head) for word in signs.fields)
        or (head > first + 1 and chain.text.startswith(signs.speech, chain.ends[head]))
    )


def _is_lettered(hit: Hit, first: int, head: int) -> bool:
    """Are the letters of a body told behind a name that opens its clause: 海事及港务管理局（MPA）?"""
    chain = hit.chain
    opens = first == 0 or chain.tags[first - 1] in (*MARKS, "¶", "θ")
    letters = chain.tags[hit.last : hit.last + 3] == "‹W›" and chain.words(hit.last + 1).isupper()
    return opens and letters and first < head


def _is_speaker(hit: Hit, first: int, head: int, signs: Signs) -> bool:
    """Does a body, or its officer, open a clause and speak: "the steel association said"?"""
    chain, before = hit.chain, hit.chain.tags[first - 1 : first]
    inner = before in tuple("@I") and chain.adjacent(first)  # 财政部关务署
    opens = first == 0 or inner or before in tuple(MARKS + "¶v")
    name = chain.words(first, head)
    field = len(name) >= _LEAST_NAME and set(chain.tags[first:head]) <= set("lTKJVH&u")
    told = name.startswith(signs.fields) or not name.startswith(signs.not_names)
    told = told and not any(
        chain.words(i) in signs.stops and not _joins(chain, i, signs) for i in range(first, head)
    )
    follow = chain.tags[hit.last : hit.last + 1]
    speaks = _speaks(chain, hit.last, signs)
    return field and told and ((opens and speaks) or (before == "q" and follow in tuple("DJY")))


def _speaks(chain: Chain, i: int, signs: Signs) -> bool:
    """Does who speaks go on at link ``i``: a verb of saying, at times behind a time, or an office?"""
    i += chain.tags[i : i + 1] in tuple("θα")
    return chain.tags[i : i + 1] in ("v", "O") or (
        i < len(chain) and chain.text.startswith(signs.speech, chain.starts[i])
    )


def _is_customs_house(hit: Hit, first: int, head: int, signs: Signs) -> bool:
    """Is a body the customs house of a place, behind a mark, a "from" or a "data of": 天竺海关负责?"""
    chain, before = hit.chain, hit.chain.tags[first - 1 : first]
    opens = first == 0 or before in tuple(MARKS + "¶vqn")
    place = _LEAST_NAME <= head - first <= _PLACE and set(chain.tags[first:head]) <= set("lτ°")
    barred = any(chain.words(i) in signs.stops for i in range(first, head))
    named = not chain.words(first, head).startswith((*signs.not_names, *signs.speech))
    return opens and place and named and not barred and is_one_of(hit, head, "customs_houses")


def _body_start(chain: Chain, first: int, head: int, signs: Signs) -> int:
    """Where the name with its head at ``head`` begins: after the last stop, at the last country."""
    start = first
    for i in range(first, head):
        if chain.tags[i] == "l" and chain.words(i) in signs.stops:
            start = i + 1
        elif chain.tags[i] == "A" and i > first and _are_signs(chain, i):
            continue
        elif chain.tags[i] == "A" or (chain.tags[i] in "°k" and chain.tags[start] not in "A°k"):
            start = i
        elif (chain.tags[i] == "N" and not _is_syllable(chain, i, head, signs)) or (
            chain.tags[i] in ",&u" and not _joins(chain, i, signs)
        ):
            start = i + 1
    return start


def _is_syllable(chain: Chain, i: int, head: int, signs: Signs) -> bool:
    """Is a number only a character of the name of a firm with its legal form in full: 天陆货运有限公司?"""
    return chain.tags[head] == "L" and chain.words(head) in signs.follows and width(chain, i) == 1


def _are_signs(chain: Chain, i: int) -> bool:
    """Do two countries of one character each stand together: 中哈企业家委员会?"""
    return chain.tags[i - 1] == "A" and width(chain, i) == 1 == width(chain, i - 1)


def _joins(chain: Chain, i: int, signs: Signs) -> bool:
    """Does an "and" or a list comma stand between two fields of one body?"""
    before, after = chain.text[: chain.starts[i]][-BACK:], chain.text[chain.ends[i] : chain.ends[i] + BACK]
    return before.endswith(signs.fields) and after.startswith(signs.fields)


def _is_full_form(hit: Hit, signs: Signs) -> bool:
    """Does the match end with a legal form in full, and hold nothing that cannot be in a name?"""
    form = next(hit.chain.find("L", hit.first, hit.last))
    inside = (hit.chain.words(i) for i in range(hit.first + 1, form))
    return hit.chain.words(form, hit.last) in signs.follows and not any(
        word in signs.stops for word in inside
    )


def _is_of_field(hit: Hit, signs: Signs) -> bool:
    """Does only a field of business stand between a known company and the legal form: 阿美电力公司?"""
    form = next(hit.chain.find("L", hit.first, hit.last))
    return form > hit.first + 1 and hit.chain.words(hit.first + 1, form) in (*signs.fields, *signs.trades)


def _entity(hit: Hit) -> list[Link] | None:
    entity = hit["E"]
    if not isinstance(entity, Entity):
        return None
    chain, office = hit.chain, None
    if chain.text[hit.start - 1 : hit.start] in tuple(DOTS):
        return None
    signs = signs_in(hit)
    if entity.kind == "company" and "L" in hit.tags and (branch := _branch(hit)) is not None:
        return branch
    longer = signs is not None and (_is_given_name(hit, signs) or _goes_on_transcribed(hit, signs))
    if longer and entity.kind == "company":
        return None
    if hit.last > hit.first + 1 and (
        signs is None
        or entity.kind != "company"
        or not (_is_full_form(hit, signs) or _is_of_field(hit, signs))
    ):
        hit.last = hit.first + 1
    naming = known(entity, chain.words(hit.first, hit.last))
    if entity.kind == "person" and hit.first and chain.tags[hit.first - 1] == "O":
        office = hit.first - 1
        owner, country = owner_of(chain, office)
        place = None if owner is None else chain.starts[owner]
        naming = evolve(
            naming, role=chain.words(office), country=country or entity.country, affiliation=place
        )
    return [Link("@", hit.start, hit.end, naming)]


def _branch(hit: Hit) -> list[Link] | None:
    """A known company, a country or a place, and the word for a firm: 阿里巴巴秘鲁公司 is one of its own."""
    chain, first = hit.chain, hit.first + 1
    if chain.tags[first] not in "A°" or hit.tags.count("A") > 1 or not chain.adjacent(first):
        return None
    home = str(chain.values[first]) if chain.tags[first] == "A" else home_of_region(chain, first, hit.last)
    return [Link("@", hit.start, hit.end, Naming("company", chain.words(hit.first, hit.last), home))]


def _namesake(hit: Hit) -> list[Link] | None:
    """A country right before a body known as that of another: it has one of this name, too."""
    chain, entity, country = hit.chain, hit["E"], hit["A"]
    if not isinstance(entity, Entity) or entity.kind not in ("government", "organization"):
        return None
    if not chain.adjacent(hit.first + 1) or entity.country in (None, country):
        return None
    inner = ((str(country), Span(hit.start, chain.ends[hit.first])),)
    naming = Naming(entity.kind, chain.words(hit.first, hit.last), str(country), inner=inner)
    return [Link("@", hit.start, hit.end, naming)]


def _is_given_name(hit: Hit, signs: Signs) -> bool:
    """Is what reads like a company the given name behind an office and a family name: 记者 蔡本田?"""
    chain, family = hit.chain, hit.first - 1
    named = family > 0 and chain.words(family) in signs.surnames and chain.adjacent(hit.first)
    return named and chain.tags[family - 1] == "O" and chain.ends[hit.first] - hit.start <= _LEAST_NAME


def _goes_on_transcribed(hit: Hit, signs: Signs) -> bool:
    """Is a short name only the head of a transcribed one: 海尔 in 海尔曼与东宁?"""
    chain, i = hit.chain, hit.first + 1
    sounds = chain.tags[i : i + 1] == "l" and chain.words(i) in signs.transcription
    return sounds and chain.adjacent(i) and chain.tags[i + 1 : i + 2] in tuple(MARKS + "u&v")


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


UNSPACED_BODIES = Grammar(
    "@",
    Rule(
        "han.known_glossed",
        rf"E‹{LATIN}›",
        _known_glossed,
        example="莱特希泽(Robert Lighthizer)",
        language="zh",
    ),
    Rule("han.namesake", "AE", _namesake, example="泰国商务部", language="zh"),
    Rule(
        "han.known",
        rf"E(?:[A°]{{0,2}}[{_CONTENT}]{{0,8}}L{{1,2}})?",
        _entity,
        example="阿里巴巴",
        language="zh",
    ),
    Rule(
        "han.known_letters",
        "[AI][lKTHFIøxVv]{1,8}‹E›",
        _known_letters,
        example="沙特公共投资基金(PIF)",
        language="zh",
    ),
    Rule(
        "han.glossed_body",
        rf"(?:A[lTKVUHψ°]{{1,8}}[LøT]|(?<![lTKVUHo])H[lTKVU]{{0,6}}[Lø]|(?<=[Lø])[lTVU°]{{1,8}}[LølT]|(?<=[,s;¶uDYt])l[lTVU°]{{1,7}}[LT])‹{LATIN}›",
        _glossed_body,
        example="公司南星运输(Transportes Estrella)",
        language="zh",
    ),
    Rule(
        "han.body",
        rf"(?:A?[A°kψ][{_CONTENT}N°ψø,&u]{{0,{_MOST_BODY}}}|[{_CONTENT}][{_CONTENT}&u]{{0,{_MOST_BODY}}})(?:I|L{{1,2}})|I",
        _body,
        example="乌拉圭工业、能源和矿业部",
        language="zh",
    ),
)
