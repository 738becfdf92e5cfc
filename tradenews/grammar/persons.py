"""Persons by the signs that a name is one: given name, honorific, office, apposition, what they said."""

from __future__ import annotations

from attrs import evolve

from tradenews.grammar.naming import is_one_of, named, office_of, placed, words_of
from tradenews.grammar.nouns import looks_like_noun
from tradenews.grammar.rule import Grammar, Hit, Rule
from tradenews.grammar.values import dimension_of, means_purchase
from tradenews.lazy import regex
from tradenews.lexicon.forms import fold
from tradenews.scan.chain import Link

_ACTS = regex(r"[lm]{0,2}[YDJ]")
_TELLS = regex(r"[‹,]?[dNQw]")  # an age: "Lorem (54)"
_U = "(?:[Wñ]|ĉ(?=ĵ[Wñ]))(?:[ĵ'](?:[Wñĉ]|l|X)){0,8}"
_IN = "(?:[Xo_]{1,3}ĵ?)?"
_REST = f"(?:{_IN}{_U})"
_PRICED = 5  # links from a firm to what is paid for it
_EMPLOYED = ("company", "expert", "other")
_TRADES = frozenset(("other", "company"))  # offices whose holders may be companies
_HELD = frozenset(("state", "official", "expert"))  # offices that a nation stands behind
_NOT_AFTER = "(?!ĵ?[ILĸ])"


def _by_given(hit: Hit) -> list[Link] | None:
    """ "Luz María de la Mora": a given name and what follows, as far as the language allows."""
    chain = hit.chain
    if hit.first and is_one_of(hit, hit.first - 1, "place_words"):
        return None
    last = _end(hit)
    if last - hit.first < 2 and chain.tags[hit.last - 1] != "E":
        return None
    if _is_bought(hit, last):
        return placed(hit, hit.first, last, named(hit, "company", hit.first, last, cue="guess"))
    if _is_house(hit, last):
        return placed(hit, hit.first, last, named(hit, "company", hit.first, last, cue="strong"))
    return _person(hit, hit.first, last)


def _is_house(hit: Hit, last: int) -> bool:
    """Does a name that begins like that of a person end like that of a firm: "Peter Trading Company"?"""
    words = [word for i in range(hit.first, last) for word in hit.chain.words(i).split(" ")]
    ends = fold(words[-1])
    firms = ends in words_of(hit.context, "any_firms")
    known = firms or ends in words_of(hit.context, "company_words")
    one = hit.chain.tags[hit.first + 1] != "ñ" and {fold(w) for w in words}.isdisjoint(
        words_of(hit.context, "particles")
    )
    return len(words) > 2 and known and one


def _is_bought(hit: Hit, last: int) -> bool:
    """Is a name that begins like that of a person bought for a sum: "to buy Nova Bakery for $5 million"?"""
    chain = hit.chain
    at = len(chain.tags[: hit.first].rstrip("_t")) - 1
    if chain.tags[last : last + 2] == "lJ":
        at = last + 1  # "om Nova Brood te kopen"
    buys = at >= 0 and chain.tags[at] in "JYD" and means_purchase(chain.values[at])
    sums = chain.find("Q", last, min(last + _PRICED, len(chain)))
    return buys and any(dimension_of(chain.values[i]) == "money" for i in sums)


def _end(hit: Hit) -> int:
    """The last link that can be part of the name: particles must be some, a noun is none."""
    chain, last = hit.chain, hit.last
    for i in chain.find("o_", hit.first, last):
        if not is_one_of(hit, i, "particles") or (i + 1 < last and is_one_of(hit, i + 1, "portfolio")):
            last = i
            break
    for i in chain.find("oX", hit.first + 2, last - 1):
        if chain.words(i + 1) == chain.words(i - 1):
            last = i  # "Gert-Jan Moerdijk van Moerdijk Uien": the house that has the name
            break
    last = _before_employer(hit, last)
    while last > hit.first and chain.tags[last - 1] in "oX_ĵ'":
        last -= 1
    if words_of(hit.context, "nouns_have_capitals"):
        last = _without_nouns(hit, last)
    return last


def _before_employer(hit: Hit, last: int) -> int:
    """Behind an office and two names, a lone "of" begins the employer: "analist Wim Bakker van Lorem"."""
    chain = hit.chain
    if not hit.first or chain.tags[hit.first - 1] != "O" or chain.values[hit.first - 1] not in _EMPLOYED:
        return last
    names = 0
    for i in range(hit.first, last):
        names += chain.tags[i] in "Wñ" and not _joined(hit, i)
        lone = chain.tags[i] in "oX" and chain.tags[i + 1 : i + 2] in ("W", "ĉ")
        if lone and names > 1 and is_one_of(hit, i, "employs"):
            return i
    return last


def _without_nouns(hit: Hit, last: int) -> int:
    """Where nouns have capitals: two words, three after an office or where two family names are usual."""
    chain = hit.chain
    words = [i for i in range(hit.first, last) if chain.tags[i] in "Wñĉ" and not _joined(hit, i)]
    iberian = any(chain.values[i] == "iberian" for i in chain.find("ñ", hit.first, last))
    titled = hit.first > 0 and chain.tags[hit.first - 1] in "Oh"
    allowed = 2 + sum(chain.tags[i] == "ñ" for i in words[1:-1]) + (1 if iberian or titled else 0)
    for n, i in enumerate(words):
        if n and (n >= allowed or (n > 1 and looks_like_noun(hit, i))):
            end = i
            while chain.tags[end - 1] in "oX_":
                end -= 1
            return end
    return last


def _joined(hit: Hit, i: int) -> bool:
    return i > hit.first and hit.chain.tags[i - 1] in "ĵ'"


def _person(hit: Hit, first: int, last: int, *, cue: str = "strong") -> list[Link] | None:
    if last <= first or is_one_of(hit, last - 1, "place_words") or is_one_of(hit, last - 1, "not_persons"):
        return None
    several = last - first > 1 and first > 0
    titled = several and hit.chain.tags[first - 1] == "O"  # "Ministerpräsident Wen Lorem"
    titled = titled or (several and hit.chain.tags[first] == "ñ" and hit.chain.tags[first - 1] not in 's¶"')
    if (not titled and is_one_of(hit, first, "not_names")) or is_one_of(hit, last - 1, "based"):
        return None
    naming = named(hit, "person", first, last, cue=cue)
    return placed(hit, first, last, evolve(naming, inner=()))


def _by_title(hit: Hit) -> list[Link] | None:
    """ "President Trump", "Frau Müller": the word before tells that a person follows."""
    chain, last = hit.chain, _end(hit)
    if (
        words_of(hit.context, "nouns_have_capitals")
        and last - hit.first == 1
        and chain.tags[hit.first - 1] == "O"
        and looks_like_noun(hit, hit.first)
    ):
        return None
    if last - hit.first == 1 and chain.tags[hit.first - 1] == "O" and chain.tags[last : last + 1] == "o":
        return None  # "director Territorial del": an adjective
    if _is_trader(hit, last):
        return placed(hit, hit.first, last, named(hit, "company", hit.first, last, cue="guess"))
    if chain.tags[hit.first] != "ñ" and is_one_of(hit, last - 1, "company_words"):
        return None
    return _person(hit, hit.first, last)


def _is_trader(hit: Hit, last: int) -> bool:
    """Is the name behind a trade ("the exporter Lorem Ipsum") a company's: one that signs, or no person's?

    Of a trade of companies too it is where no given name is in it, and it neither speaks nor has an age.
    """
    chain, office = hit.chain, hit.first - 1
    if chain.tags[office] != "O" or chain.tags[hit.first] == "ñ":
        return False
    if chain.values[office] == "other" and last - hit.first == 1 and _ACTS.match(chain.tags, last):
        return "ñ" not in chain.tags[hit.first : last]
    both = chain.values[office] in _TRADES and _is_of_firms(hit, office)
    speaks = "v" in chain.tags[last : last + 2] or chain.tags[office - 1 : office] == "v"
    return both and not speaks and not _TELLS.match(chain.tags, last)


def _is_of_firms(hit: Hit, office: int) -> bool:
    """Is an office also what companies are, by itself or by its last part: "importer", "Rohstoffhändler"?"""
    if hit.context is None:
        return False
    lexicon, words = hit.context.lexicon, hit.chain.words(office)
    head = lexicon.head(fold(words))
    return lexicon.also(words, "ø") == "company" or (
        head is not None and (head.tag, head.value) == ("ø", "company")
    )


def _by_office(hit: Hit) -> list[Link] | None:
    """ "China's vice trade minister, Wang Shouwen": only where an office stands before or behind."""
    if office_of(hit.chain, hit.first, hit.last) is None:
        return None
    if words_of(hit.context, "nouns_have_capitals") and any(
        looks_like_noun(hit, i) for i in hit.chain.find("W", hit.first, hit.last)
    ):
        return None
    return _person(hit, hit.first, _end(hit))


def _by_field(hit: Hit) -> list[Link] | None:
    """ "viceministro dei Trasporti Maksat Kaliakparov": the field of the office before the name."""
    first = hit.first
    while first < hit.last - 1 and is_one_of(hit, first, "portfolio"):
        first += 1
    last = _end(hit)
    if first == hit.first or (last - first == 1 and hit.chain.tags[last : last + 1] == "o"):
        return None
    return None if is_one_of(hit, first, "portfolio") else _person(hit, first, last)


def _by_speech(hit: Hit) -> list[Link] | None:
    """ "said Wang Shouwen": a speaker of two or three words; bodies were found before."""
    verb = hit.last if hit.chain.tags[hit.last : hit.last + 1] == "v" else hit.first - 1
    if hit.chain.values[verb] != "said":
        return None
    nouns, quoted = words_of(hit.context, "nouns_have_capitals"), _is_quoted(hit)
    if nouns and (not quoted or any(looks_like_noun(hit, i) for i in range(hit.first, hit.last))):
        return None
    follow = hit.last + 1
    told = (
        hit.chain.tags[hit.last : follow] == ","
        and follow < len(hit.chain)
        and is_one_of(hit, follow, "relative")
    )
    first, last = hit.first, _end(hit)
    first = max(first, last - 2) if nouns else first  # "sagte Gewerkschaftssekretär Uwe Lorem"
    return _person(hit, first, last, cue="strong" if told or quoted else "weak")


def _is_quoted(hit: Hit) -> bool:
    """Do words of a speaker end right before the verb: "..." said Wang Lorem"?"""
    tags = hit.chain.tags
    return tags[hit.first - 1] == "v" and tags[: hit.first - 1].rstrip(",")[-1:] == '"'


def _by_employer(hit: Hit) -> list[Link] | None:
    """ "said Wang Shouwen of Lorem": a speaker with the one that he speaks for."""
    chain = hit.chain
    if words_of(hit.context, "nouns_have_capitals") or any(
        is_one_of(hit, i, "company_words") for i in range(hit.first, hit.last)
    ):
        return None
    verb = hit.first - 1
    if verb < 0 or chain.tags[verb] not in "vY":
        verb = chain.tags.find("v", hit.last)
    if not _says(hit, verb):
        return None
    return _person(hit, hit.first, _end(hit))


def _by_led(hit: Hit) -> list[Link] | None:
    """ "led by Wang Shouwen", "présidée par Fatou Lorem": who heads a body."""
    chain, first = hit.chain, hit.first
    before = fold(chain.words(max(first - 2, 0), first))
    return _person(hit, first, _end(hit)) if before in words_of(hit.context, "led_by") else None


def _says(hit: Hit, verb: int) -> bool:
    """Is link ``verb`` a word of saying, also one that agreements are told with: "zegt", "zegt op"?"""
    chain, lexicon = hit.chain, hit.context.lexicon if hit.context else None
    if verb < 0 or chain.tags[verb] == "v" or lexicon is None:
        return verb >= 0 and bool(chain.values[verb] == "said")
    return bool(lexicon.also(chain.words(verb), "v") == "said")


def _by_adjective(hit: Hit) -> list[Link] | None:
    """ "Bruno Tedesco": a family name that is an adjective of a nation, where such have no capitals."""
    small = bool(words_of(hit.context, "inner_adjectives"))
    return _person(hit, hit.first, hit.last) if small else None


def _by_inner(hit: Hit) -> list[Link] | None:
    """ "Rodrigo Cabezas Lorem": a word of the language between two names, where family names are two."""
    given = hit.chain.values[hit.first] == "iberian"
    return _person(hit, hit.first, hit.last) if given else None


def _by_nation(hit: Hit) -> list[Link] | None:
    """ "le président mongol Lorem Ipsum": an office, of which nation, and a name."""
    if hit.chain.values[hit.chain.tags.rfind("O", 0, hit.first)] not in _HELD:
        return None
    return _person(hit, hit.first, _end(hit))


def _by_who(hit: Hit) -> list[Link] | None:
    """ "Lorem Ipsum, who heads": what only follows a person."""
    follow = hit.last + 1
    if not all(is_one_of(hit, follow, key) for key in ("who", "relative")):
        return None
    return None if is_one_of(hit, hit.last - 1, "company_words") else _person(hit, hit.first, hit.last)


def _by_family(hit: Hit) -> list[Link] | None:
    """ "Ahn Duk-geun": a family name of those that stand before the given name."""
    if not is_one_of(hit, hit.first, "family_first") or is_one_of(hit, hit.last - 1, "company_words"):
        return None
    return _person(hit, hit.first, hit.last)


PERSONS = Grammar(
    "@",
    Rule(
        "person.given",
        rf"(?<![ĵ])ñ(?:ĵ[Wñ]){{0,8}}(?:{_REST}{{1,4}}(?:[EĉA°k](?![WñLIo'ĵ]))?|[EĉA°k](?![WñLIo'ĵ]|,(?!_?O))){_NOT_AFTER}",
        _by_given,
        example="Adrian Cisneros Aguilar",
    ),
    Rule(
        "person.adjective",
        r"ñ(?:ĵ[Wñ])?a(?![WñĉLIĵo'@])",
        _by_adjective,
        example="Bruno Tedesco vende 40 tonnellate",
        language="it",
    ),
    Rule(
        "person.place",
        r"(?<=O,)ñ(?:ĵ[Wñ])?[°Ak](?![WñĉLIĵo'@])",
        lambda hit: _person(hit, hit.first, hit.last),
        example="son président, Christophe Navarre, y croit",
        language="fr",
    ),
    Rule(
        "person.inner",
        r"ñ[ĉ°a][Wñ]{1,2}(?![WñĉLIĵ@])",
        _by_inner,
        example="el ministro, Rodrigo Cabezas Loremo, pide",
        language="es",
    ),
    Rule("person.title", rf"(?<=[hO]){_U}{_REST}{{0,3}}{_NOT_AFTER}", _by_title, example="President Lorem"),
    Rule(
        "person.office",
        rf"(?:(?<=,)|(?<=[AâĉK°@])){_U}{_REST}{{1,3}}(?![ĵILĸ])|{_U}{_REST}{{1,3}}(?=[,‹ĵ])",
        _by_office,
        example="China's vice trade minister, Wang Lorem",
    ),
    Rule(
        "person.field",
        rf"(?:(?<=Oo)|(?<=Oo_)){_U}(?:{_U}){{1,3}}{_NOT_AFTER}",
        _by_field,
        example="il viceministro delle Foreste Lorem Ipsum parla",
        language="it",
    ),
    Rule(
        "person.employer",
        rf"(?:(?<=v)|(?<=Y)){_U}{_REST}{{1,2}}(?=[oq]_?(?:[WñE@øZI]|ĉ[WñĉZI]))"
        rf"|(?<![WñĉEI@o_ĵ]){_U}{_REST}{{1,2}}(?=o_?(?:@|[WñZ]{{1,3}})v)",
        _by_employer,
        example='"No," said Wang Lorem of Ipsum.',
    ),
    Rule(
        "person.speech",
        rf"(?<=v){_U}{_REST}{{1,2}}(?=[,s;\"])|(?<!,){_U}{_REST}{{1,2}}(?=v)",
        _by_speech,
        example='"No," said Wang Lorem.',
    ),
    Rule(
        "person.led",
        rf"(?:(?<=q)|(?<=y)|(?<=o)){_U}{_REST}{{1,2}}(?=[,s])",
        _by_led,
        example="The board, led by Wang Lorem, met.",
    ),
    Rule(
        "person.family",
        r"(?<![ĵWñ@ĸ])[Wñ][Wñ](?:ĵ[lWñ]|[Wñ])?(?![WñĉĵILĸE])",
        _by_family,
        example="with Ahn Lor-em and others",
    ),
    Rule(
        "person.nation",
        rf"(?<=Oâ){_U}{_REST}{{1,3}}{_NOT_AFTER}",
        _by_nation,
        example="du président mongol Loremo Ipsumi pour",
        language="fr",
    ),
    Rule(
        "person.who",
        r"(?:[Wñ](?:ĵ[Wñ])?){1,2}[Wñ°](?=,l)|(?:W|ñ)ĵW(?=,l)",
        _by_who,
        example="the reply of Loremo Ipsumi, who heads the group",
    ),
    Rule("person.left_over", "ñ", lambda hit: Link("W", hit.start, hit.end, "given"), example="Enrique"),
)
