"""Companies, organizations and governments by the signs that they are some: legal form, head, descriptor."""

from __future__ import annotations

from attrs import evolve

from tradenews.grammar.inner import (
    INNER,
    behind_article,
    describes,
    in_region,
    is_inner,
    is_known,
    is_letters,
    without_goods,
    without_list,
)
from tradenews.grammar.legal import stands_alone
from tradenews.grammar.naming import (
    ANY_WORD,
    ends_with_of,
    is_nearby,
    is_one_of,
    named,
    opens_aside,
    placed,
    says_person,
    words_of,
)
from tradenews.grammar.nouns import looks_like_noun
from tradenews.grammar.rule import Grammar, Hit, Rule
from tradenews.lazy import regex
from tradenews.lexicon.forms import fold
from tradenews.scan.chain import Chain, Link

START = "[WñZ]"  # a word that can begin a name
NEXT = "[WñĉZ]"  # a word that can go on in one
_RUN = rf"(?:{START}|°(?={START}))(?:[ĵĸX]?(?:{NEXT}|(?<=ĸ)O|[A°](?!['o,]))){{0,4}}"
_DIRECT = regex(",[_o][aâ]?[øĩ]")
_MIN_WORD = 12
_BANK = regex(r"Io_?A")  # "Bank of Japan": those that are companies the lexicon knows
_ACTS = regex(r"[lm]{0,2}(?:[YDJ]|V[_lbθ]{0,3}K)")
_NAME_BLANKS = 2  # a head of that many blanks is a name: "Instituto Nacional de Estatística"


def _value(hit: Hit, tags: str) -> str:
    value = hit[tags]
    return value if isinstance(value, str) else "company"


def _is_seat(hit: Hit, i: int) -> bool:
    """Does a word only tell where somebody is: "Singapore-based"?"""
    place, mark, based = hit.chain.words(i).rpartition("-")
    return bool(place and mark) and fold(based) in words_of(hit.context, "based")


_LOWER_FIRM = regex("ĩ[âa][Wĉñ]")
_OTHER = regex("z_?a")  # another firm begins: "Lorem Terminal aan het Singaporese Ipsum"


def _by_head(hit: Hit) -> list[Link] | None:
    """ "National Bureau of Statistics": a head with what specifies it."""
    chain, first, last = hit.chain, hit.first, hit.last
    head = hit.at("I") if "I" in hit.tags else hit.at("ĩ")
    kind, first = str(chain.values[head]).rstrip("!"), behind_article(hit, first, head)
    if kind == "company" and chain.tags[head + 1 : head + 2] == "I":
        kind = str(chain.values[head + 1]).rstrip("!")  # "Bankers Association"
    if chain.tags[head + 1 : head + 2] == "o" and is_one_of(hit, head + 2, "owners"):
        return None  # "Board of Directors of": the name behind it counts
    while last > head + 1 and chain.tags[last - 1] in "oznX_,&âĵ":
        last -= 1
    last = without_goods(hit, head, without_list(hit, head, last))
    if kind == "company" and (other := _OTHER.search(chain.tags, head + 1, last)) is not None:
        last = other.start()
    if last == head + 2 and chain.tags[head + 1] == "A" and words_of(hit.context, "nouns_have_capitals"):
        last -= 1
    if chain.tags[first] == "a" and first < head and _is_seat(hit, first):
        first += 1  # "Singapore-based OCBC Bank"
    while (
        first < head and last - first > 2 and chain.tags[first] in "Wĉ" and is_one_of(hit, first, "not_names")
    ):
        first += 1  # "Wie Lorem Bank", "Secondo Banca Lorem"
    if kind == "government":
        while chain.tags[first] in "aA" and first < head and last - first > 2:
            if chain.tags[first] == "A" and chain.tags[first + 1] in "ĉW":
                break
            first += 1
    for i in chain.find("&", first, head):
        if stands_alone(hit, first, i):
            first = i + 1
    if last - first == 1 and not is_specific(hit, head):
        return None
    if last == head + 2 and kind != "company" and chain.tags[head + 1] == "@" and is_known(hit, head + 1):
        return None
    if last == head + 2 and kind != "company" and is_letters(hit, head + 1):
        return placed(hit, head + 1, last, named(hit, kind, head + 1, last))
    if kind == "company" and _LOWER_FIRM.match(chain.tags, first, last):  # "la compañía india Lorem Airways"
        naming = evolve(named(hit, kind, first + 2, last), country=str(chain.values[first + 1]))
        return placed(hit, first + 2, last, naming)
    if is_inner(hit, head, last) or (kind == "company" and in_region(hit, first)):
        return None
    if kind == "company" and _BANK.fullmatch(chain.tags, head, last) and is_one_of(hit, head, "banks"):
        kind = "government"
    if chain.tags[head] == "ĩ" and ("ñ" in chain.tags[head:last] or describes(chain.tags, head, kind)):
        return None
    if chain.tags[head] == "ĩ" and "@" not in chain.tags[first:last] and not _is_named(hit, head, last):
        return None
    return placed(hit, first, last, named(hit, kind, first, last))


def _is_named(hit: Hit, head: int, last: int) -> bool:
    """Has a head without a capital a name after it, or is it one itself?"""
    if is_specific(hit, head):
        return True
    rest = hit.chain.tags[head + 1 : last]
    return str(hit.chain.values[head]).startswith("government") and any(t in "WĉA" for t in rest)


def is_specific(hit: Hit, i: int) -> bool:
    """Is the head at ``i`` a name by itself: "trade ministry", "Bundeswirtschaftsministerium"?"""
    chain = hit.chain
    if str(chain.values[i]).endswith("!"):
        return True
    blanks = 1 if words_of(hit.context, "adjective_endings") else _NAME_BLANKS
    if str(chain.values[i]) == "government" and chain.words(i).count(" ") >= blanks:
        return chain.text[chain.starts[i]].isupper()
    capitals = bool(words_of(hit.context, "nouns_have_capitals"))
    if i and hit.context is not None and str(chain.values[i]) == "company" and not capitals:
        word = chain.words(i)  # "De Maasbank"
        return word[0].isupper() and word.isalpha() and fold(word) not in hit.context.lexicon.entries
    if hit.context is None or chain.ends[i] - chain.starts[i] < _MIN_WORD:
        return False
    return str(chain.values[i]) == "government" and fold(chain.words(i)) not in hit.context.lexicon.entries


def _by_descriptor(hit: Hit) -> list[Link] | None:
    """ "the market research firm ChinaAg": the word before says what the name is of."""
    chain, before = hit.chain, hit.first - 1
    while chain.tags[before] not in "øĩ":
        before -= 1
    value = chain.values[_whose(chain, before)]
    kind = value.rstrip("!") if isinstance(value, str) else "company"
    if chain.tags[before] == "ĩ" and kind == "government":
        return None
    if chain.tags[hit.first] in "_oXĉ" and not _opens_name(hit):
        return None
    if _is_run_of_nouns(hit) or says_person(hit, before):
        return None
    first = hit.first
    body = first + (chain.tags[first] in "_oX") + (chain.tags[first : first + 2] == "Xĵ")
    last = name_end(hit, body, hit.last, after="ø" if chain.tags[before] == "ø" else "")
    of = chain.tags[before + 1] == "o" or ends_with_of(hit, before)
    if last <= body or (of and (is_one_of(hit, body, "place_words") or _is_seated(hit, before, last - body))):
        return None
    last = _region_end(hit, last)
    hit.last = max(last, hit.last)
    naming = named(hit, kind, first, last)
    if chain.tags[hit.first - 1] in "âa":
        naming = evolve(naming, country=str(chain.values[hit.first - 1]))
    return placed(hit, first, last, naming)


def _is_seated(hit: Hit, trade: int, words: int) -> bool:
    """Does "of" tell where some of a trade are: "un fabricante de Lorem", "les exportateurs de Lorem"?"""
    before = hit.chain.text[: hit.chain.starts[trade]][-_MIN_WORD:].split()[-1:]
    some = (*words_of(hit.context, "indefinite"), *words_of(hit.context, "plural_articles"))
    owned = fold(hit.chain.words(trade)).split(" ")[0] in words_of(hit.context, "units_of_firms")
    return words == 1 and not owned and bool(before) and fold(before[0]) in some


def _region_end(hit: Hit, last: int) -> int:
    """Where the region ends that belongs to the name before it: "la consultora Ejes del Litoral"."""
    chain = hit.chain
    if chain.tags[last : last + 1] != "o" or last + 1 >= len(chain) or not is_one_of(hit, last, "of_the"):
        return last
    named_so = chain.tags[last + 1] in "WĉT_°" and chain.text[chain.starts[last + 1]].isupper()
    return last + 2 if named_so else last


def _whose(chain: Chain, word: int) -> int:
    """The word for the body that a word for its members belongs to: "la asociación de productores Lorem"."""
    body = len(chain.tags[:word].rstrip("_")) - 2
    joined = chain.tags[word] == "ø" and chain.tags[body + 1 : body + 2] == "o" and body >= 0
    return body if joined and chain.tags[body] in "øĩI" and chain.values[body] == "organization" else word


def _by_trade(hit: Hit) -> list[Link] | None:
    """ "le fabricant de pompes industrielles Lorem Ipsum": what the company makes, then its name."""
    chain = hit.chain
    capitals = (i for i in range(hit.first + 1, hit.last) if chain.text[chain.starts[i]].isupper())
    first, value = next(capitals, hit.last), chain.values[hit.first]
    if first == hit.last:
        return None
    of = chain.tags[hit.first + 1] == "o" or ends_with_of(hit, hit.first)
    if not of or value != "company" or is_one_of(hit, first, "not_names"):
        return None
    last = name_end(hit, first, hit.last)
    return placed(hit, first, last, named(hit, "company", first, last)) if last > first + 1 else None


def _is_run_of_nouns(hit: Hit) -> bool:
    """Are these only words of the language with capitals, as in a headline: "Mining Company Sales Fall"?"""
    tags, last = hit.tags, hit.chain.starts[hit.last - 1]
    if tags[0] != "ĉ" or not ("o" in tags or ("W" not in tags and len(tags) > 1)):
        return False
    return not words_of(hit.context, "inner_adjectives") or not hit.chain.text[last].isupper()


def _opens_name(hit: Hit) -> bool:
    """Is a particle, an article or a known word part of a name: has it a capital, does no table have it?"""
    chain = hit.chain
    if not chain.text[hit.start].isupper():
        return False
    words = chain.words(hit.first)
    if chain.tags[hit.first] != "ĉ" or hit.last - hit.first > 1 or (" " in words and words.istitle()):
        return True
    return hit.context is not None and hit.context.lexicon.word(chain.words(hit.first)) is None


def name_end(hit: Hit, first: int, last: int, after: str = "") -> int:
    """Where a name that begins at ``first`` ends; ``first`` if there is none."""
    chain = hit.chain
    if is_one_of(hit, first, "not_names") or opens_aside(hit, first):
        return first
    if not words_of(hit.context, "nouns_have_capitals"):
        return last
    if last - first > 1 and chain.tags[first + 1] == "ĸ":
        return last
    if last - first > 2 and chain.tags[first + 1] in "ĵX" and chain.tags[first + 2] == "W":
        return first if looks_like_noun(hit, first) else _joined_end(hit, first, last)
    if last - first == 1 or chain.tags[first + 1] not in "Wñ":
        if looks_like_noun(hit, first, endings=not after):
            return first
        return first + 2 if last - first > 1 and is_one_of(hit, first + 1, "company_words") else first + 1
    return last


def _joined_end(hit: Hit, first: int, last: int) -> int:
    """Where "Carter-Lowe", "Halden do Brasil" end; a noun joined to a name is no part of it."""
    return first + 1 if looks_like_noun(hit, first + 2) else last


def _by_post(hit: Hit) -> list[Link] | None:
    """ "director-general of Chevaya": one leads a company or some other body."""
    chain, office = hit.chain, hit.first - 1
    while office > 0 and chain.tags[office] in "o_":
        office -= 1
    if chain.tags[office] != "O" or chain.values[office] != "company":
        return None
    first, last = hit.first, name_end(hit, hit.first, hit.last)
    if is_one_of(hit, first, "portfolio"):
        return None
    if last == first or is_one_of(hit, last - 1, "place_words") or is_one_of(hit, last - 1, "not_persons"):
        return None
    return placed(hit, first, last, named(hit, "company", first, last))


def _by_region(hit: Hit) -> list[Link] | None:
    """ "le groupe breton Armor": an adjective of a region or of goods between "firm" and its name."""
    chain = hit.chain
    endings = words_of(hit.context, "regional_endings") + words_of(hit.context, "adjective_endings")
    goods = chain.tags[hit.first - 1] == "T"
    if (
        not endings
        or not (goods or fold(chain.words(hit.first - 1)).endswith(endings))
        or is_one_of(hit, hit.first, "not_names")
    ):
        return None
    value = chain.values[hit.first - 2]
    kind = value.rstrip("!") if isinstance(value, str) else "company"
    return placed(hit, hit.first, hit.last, named(hit, kind, hit.first, hit.last))


def _by_business(hit: Hit) -> list[Link] | None:
    """ "Kurohama Steel": unknown words and a word that ends the names of companies."""
    chain, first = hit.chain, hit.first
    while first < hit.last and is_one_of(hit, first, "not_names"):
        first += 1
    last = hit.last
    while last > first + 1 and not is_one_of(hit, last - 1, "company_words"):
        last -= 1
    if (
        last - first < 2
        or chain.tags[first] == "Z"
        or (chain.tags[first] == "A" != chain.tags[last - 1] != "W")
    ):
        return None
    hit.last = last
    acts = _ACTS.match(chain.tags, last) is not None
    cue = "weak" if hit.first == 0 and not acts else "strong"
    return placed(hit, first, last, named(hit, "company", first, last, cue=cue))


def _by_deal(hit: Hit) -> list[Link] | None:
    """ "signed with Navalis Energia": who one signs with; a lone word only if it comes again."""
    chain, first = hit.chain, hit.first
    if words_of(hit.context, "nouns_have_capitals") or is_one_of(hit, first, "not_names"):
        return None
    if chain.tags[first - 2 : first] == "Qo":  # "bought 62 percent of Salumi Bertocchi"
        verbs = " ".join(str(chain.values[i]) for i in chain.find("YJ", 0, first))
        told = "D" in chain.tags[max(first - 6, 0) : first] or "merger" in verbs or "imports" in verbs
        owned = told and chain.values[first - 2].amount.unit == "percent"
        return placed(hit, first, hit.last, named(hit, "company", first, hit.last)) if owned else None
    verb = chain.tags.rfind("Y", 0, first)
    ends = hit.context is not None and hit.context.lexicon.word(chain.words(verb).split()[-1])
    if "u" not in chain.tags[verb:first] and not (ends and ends.tag == "u"):
        return None
    words = sum(tag in "WñZĉ" for tag in hit.tags)
    return placed(
        hit, first, hit.last, named(hit, "company", first, hit.last, cue="strong" if words > 1 else "weak")
    )


def _by_apposition(hit: Hit) -> list[Link] | None:
    """ "Chevaya, a firm that": what stands behind the comma says it."""
    chain = hit.chain
    stop = min(len(chain), hit.last + 8)
    after = next((i for i in range(hit.last, stop) if chain.tags[i] in "øĩI"), -1)
    value = chain.values[after] if after >= 0 else "company"
    kind = str(value).rstrip("!") if isinstance(value, str) else "company"
    if is_one_of(hit, hit.first, "not_names") or opens_aside(hit, hit.first):
        return None
    if is_nearby(hit, hit.first) or says_person(hit, hit.first):
        return None  # "the site near Lorem Ipsum, the buyer"
    if hit.first and is_one_of(hit, hit.first - 1, "place_words"):
        return None  # "in São Lorem, the factory"
    if words_of(hit.context, "nouns_have_capitals") and looks_like_noun(hit, hit.first):
        return None
    alone = hit.last - hit.first == 1 and (hit.first == 0 or chain.tags[hit.first - 1] in "s;:")
    endings = words_of(hit.context, "plural_endings")
    alone = alone and (not endings or chain.words(hit.first).lower().endswith(endings))
    alone = alone and _DIRECT.match(chain.tags, hit.last) is None  # "Lorem, der Schweizer Hersteller von"
    naming = named(hit, kind, hit.first, hit.last, cue="weak" if alone else "strong")
    return placed(hit, hit.first, hit.last, naming)


_DE_HEADS = r"(?:[aWñĉAk°](?:[ĵĸ'])?(?:&(?=[ĉWI]))?){0,6}I"
_PARTS = (
    rf"{ANY_WORD}{{1,24}}(?:ĵ{ANY_WORD}){{0,12}}"
    r"(?:,[Wĉ]{1,2}(?=[,&])){0,12}(?:[&ĸ][o_]{0,2}[Wĉ]{1,3})?"
)
_TAIL = (
    rf"(?:(?<=I)A(?![o\',W]))?(?:[âa]|(?<=a)[Oø]|[WñĉIE@Z](?!L)|ĵ[WñĉIl]|ĵO(?=o)|X(?=W)|(?<=[Wĉ])A(?![o\'WñA]))"
    r"{0,24}"  # no name has more words
    rf"(?:(?:[oz]{{1,2}}_?|(?<=I)[oz]_?â?){_PARTS}){{0,8}}"
)

BODIES = Grammar(
    "@",
    *INNER,
    Rule("body.head", rf"{_DE_HEADS}{_TAIL}", _by_head, example="the Lorem Academy of Social Sciences"),
    Rule(
        "body.head_lower",
        rf"ĩ{_TAIL}",
        _by_head,
        example="el ministerio de Economía",
        language="es",
    ),
    Rule(
        "body.descriptor",
        rf"(?<=[øĩ])(?:_(?={START}))?{_RUN}|(?<=[øĩ][âa]){_RUN}"
        rf"|(?:(?<=[øĩ])|(?<=[øĩ][âa]))(?:[oXĉ]ĵ?[X_]?{_RUN}|ĉ{{1,2}}(?:o_?)?[ĉk°Wψ](?!{NEXT})|[Ak]ĉ{{1,2}}(?!{NEXT})|ĉ(?!{NEXT}))|(?:(?<=øo[Tl])|(?<=ø[âa]o[Tl])|(?<=øo[Tl][âa])){_RUN}|(?<=ø[âa])k{_RUN}",
        _by_descriptor,
        example="the market research firm ChinaAg",
    ),
    Rule(
        "body.post",
        rf"(?:(?<=Oo)|(?<=Oo_)){_RUN}(?:o_?[WĉA]{{1,2}})?",
        _by_post,
        example="the director-general of Chevaya and others",
    ),
    Rule(
        "body.deal",
        rf"(?:(?<=Yu)|(?<=Yu[_t])|(?<=Y)|(?<=Y[_t])){START}{NEXT}{{0,3}}(?![,IL@A°])|(?<=Qo)[Wñĉ]{NEXT}{{1,3}}",
        _by_deal,
        example="signed with the Lorem Ipsum a contract",
    ),
    Rule(
        "body.region", rf"(?<=[øĩ][lT]){_RUN}", _by_region, example="el grupo oriolano Lorem", language="es"
    ),
    Rule(
        "body.apposition",
        rf"(?<![ĵ@qnt])(?:{_RUN}|[ĉW]A)(?=,_?[aâAlKTĉ@o'ĵHiWk°]{{0,5}}ø)",
        _by_apposition,
        example="they met with Chevaya, a firm that helps others",
    ),
    Rule(
        "body.trade",
        rf"[øG]o?[lTâ]{{1,4}}(?:{START}|[ĉT](?=[Wñ])){NEXT}{{1,3}}",
        _by_trade,
        example="El fabricante de bombas industriales Lorem Ipsum creció",
        language="es",
    ),
    Rule(
        "body.business",
        r"W[WĉñZE]{1,3}|ñ[WĉZE]{2,3}|AW",
        _by_business,
        example="said that Kurohama Steel had grown",
    ),
)
