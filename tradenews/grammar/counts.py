"""Counts: a number and what it counts."""

from __future__ import annotations

from decimal import Decimal

from attrs import evolve

from tradenews.grammar.naming import is_one_of, words_of
from tradenews.grammar.numbers import is_year
from tradenews.grammar.rule import Grammar, Hit, Rule
from tradenews.grammar.unlisted import noun_behind
from tradenews.grammar.values import Number, Quantity
from tradenews.lexicon.forms import UNSPACED, fold
from tradenews.models.amount import Amount
from tradenews.normalize.numbers import plain
from tradenews.scan.chain import BREAK, Link

TEN = 10
LIVE_ANIMALS = "01"  # chapter of the Harmonized System
_MACHINES = ("84", "86", "87", "88", "89")  # chapters of what is ordered by the piece
_COMMON = frozenset(
    ["person", "country", "partner", "visitor", "household", "side", "kind", "place", "item", "company"]
)
_COMPARED = frozenset(["country", "company", "economy"])  # what lists of the largest are of
_ROUND = frozenset(map(Decimal, (10, 15, 20, 25, 30, 50, 100)))
_LEVIED = 2000  # more duties no country levies
_SUM = 1_000_000  # so many deals nobody signs
_BILLION = Decimal(10**9)
_COUNTING, _PAIR = "mJVYouy&", 2  # before a count, never before a year; a number and its noun
_MANY = 100  # fewer people of a country nobody counts
_PACKS, _HELD, _HEAVY = frozenset(("bag", "bale")), ("mass", "volume"), 1000  # what one holds
_SMALL_UNITS, _FULL = frozenset(("g", "kg", "lb", "l", "oz")), 1000  # what one package of goods holds
_OPENS = 3  # links
_FLEET, _LETTERS = 10_000, 3  # more single machines nobody orders; letters of a model


def _plausible(hit: Hit, number: Number) -> bool:
    value = number.value
    if value != value.to_integral_value() or value < 2:
        return False
    at = hit.first
    if at and hit.chain.tags[at - 1] == ":" and hit.chain.adjacent(at) and hit.chain.adjacent(at - 1):
        return False  # "12:55 ships arrive"
    if hit.chain.tags[at + 1 : at + 2] == "-" or hit.chain.tags[max(at - 2, 0) : at] == "Nn":
        return False  # a 12-nation pact; one in five jobs
    if hit.chain.tags[at + 1 : at + 2] == "J" and " " in hit.chain.words(at + 1):
        return False  # "24 million came from own funds"
    if at and hit.chain.tags[at - 1] == "τ" and number.plain and hit.chain.values[at - 1] == "day":
        return False  # "el día 20 la compañía"
    unspaced = hit.chain.text[hit.end - 1] >= UNSPACED
    if unspaced and hit.context is not None and _is_rank(hit):
        return False  # 10大市场
    tags = hit.chain.tags
    named = (
        at > 0
        and number.plain
        and (tags[at - 1] == "Z" or (tags[at - 1] == "E" and value >= _MANY and _is_model(hit)))
    )
    dated = is_year(number) and not unspaced and tags[at - 1 : at] != "b" and not _is_no_year(hit)
    return not dated and not named


def _is_no_year(hit: Hit) -> bool:
    """Does a verb or a small word before what looks like a year make it a count: "will create 2000 jobs"?"""
    tags, at = hit.chain.tags, hit.first
    direct = (
        hit.last - at == _PAIR and tags[at + 1] == "H" and tags[hit.last : hit.last + 1] not in tuple("HKDT")
    )
    jobs = direct and hit.chain.values[at + 1] == "job" and tags[at - 1 : at] == "l"
    people = tags[at + 1 : at + 3] == "aH" and hit.chain.values[at + 2] in _COMMON
    if people and at > 0 and tags[at - 1] in ("l", "J", "Y"):
        return True
    return direct and at > 0 and (jobs or tags[at - 1] in _COUNTING)


def _is_rank(hit: Hit) -> bool:
    """Is it a place among others: "one of the ten largest exporters", "tra le prime dieci società"?"""
    chain, forms = hit.chain, words_of(hit.context, "ranks")
    return any(fold(chain.words(i)) in forms for i in (hit.first - 1, hit.first + 1) if i >= 0)


def _is_model(hit: Hit) -> bool:
    """Is the number behind a maker's name that of a model: Boeing 737 jets?"""
    return bool(hit.chain.values[hit.last - 1] == "vehicle")


def _noun(hit: Hit, words: str) -> str:
    """What is counted, without the classifier that an unspaced script puts before it."""
    if words[:1] < UNSPACED or hit.context is None:
        return words
    for size in (1, 2):
        entry = hit.context.lexicon.word(words[:size])
        if entry is not None and entry.tag == "H" and len(words) > size:
            return words[size:]
    return words


def _is_classified(hit: Hit) -> bool:
    """Does a classifier only close a count whose noun stands before it: 企业14300家?"""
    chain, before = hit.chain, hit.first - 1
    if chain.text[hit.end - 1] < UNSPACED or chain.values[hit.last - 1] != "item":
        return False
    return chain.tags[before] in "HøT" and chain.adjacent(hit.first)


def _count(hit: Hit, unit: str = "count") -> Quantity:
    number: Number = hit.chain.values[hit.first]
    value = plain(number.value)
    high = value if number.high is None else plain(number.high)
    start = hit.first + (2 if hit.chain.tags[hit.first + 1] in "o_" else 1)
    counted = _noun(hit, hit.chain.words(start, hit.last).strip("- "))
    if hit.last - hit.first == _PAIR and hit.first and _is_classified(hit):
        counted = hit.chain.words(hit.first - 1)
    return Quantity(Amount(value, high, unit, number.bound, None, number.scale), counted=counted)


def _counted(hit: Hit) -> Quantity | None:
    number: Number = hit.chain.values[hit.first]
    kind = hit.chain.values[hit.last - 1]
    if hit.chain.tags[hit.last - 1] == "K" and str(kind).startswith("count"):
        kind = "guest"  # "52.000 dormidas"
    elif hit.chain.tags[hit.last - 1] not in "HDø":
        kind = hit.context.lexicon.also(hit.chain.words(hit.last - 1), "H") if hit.context else None
    if not _plausible(hit, number) or not isinstance(kind, str):
        return None
    if number.value < TEN and kind in _COMMON and not _is_small_count(hit, kind):
        return None
    if hit.words[-1] >= UNSPACED and hit.chain.tags[hit.last - 1] == "D" and number.value >= _SUM:
        return None  # 百亿合同: its worth
    if kind in _COMPARED and number.value in _ROUND and _is_rank(hit):
        return None
    return _count(hit, "head" if kind == "head" else "count")


def _duties(hit: Hit) -> Quantity | None:
    """Duties that a country has in force: "158 droits antidumping", "46 sobretaxas"."""
    number: Number = hit.chain.values[hit.first]
    duty = str(hit.chain.values[hit.last - 1]).rstrip("?") == "tariff" and hit.words[-1] < UNSPACED
    if not duty or number.scale is not None or not (TEN <= number.value < _LEVIED):
        return None
    return _count(hit) if _plausible(hit, number) else None


def _is_small_count(hit: Hit, kind: str) -> bool:
    """Is even a number below ten a count: 7座变电站 in digits, or of works: "cinco fábricas"?"""
    if kind == "item":
        return bool(hit.chain.values[hit.first].digits)
    return kind == "company" and fold(hit.chain.words(hit.last - 1)).endswith(
        words_of(hit.context, "several_works") or "\0"
    )


def _counted_goods(hit: Hit) -> Quantity | None:
    """Number, classifier, noun: 600辆客车, 两项协议."""
    if hit.chain.text[hit.end - 1] < UNSPACED or not hit.chain.adjacent(hit.last - 1):
        return None
    return _count(hit) if hit.chain.values[hit.first].value >= 2 else None


def _counted_the(hit: Hit) -> Quantity | None:
    """A great number and the ones it counts, or any that opens a sentence: "Sono 260 le aziende"."""
    opening = hit.chain.tags[max(hit.first - _OPENS, 0) : hit.first]
    opens = len(opening) < _OPENS or set(opening) & {"s", BREAK}
    return _counted(hit) if opens or hit.chain.values[hit.first].scale is not None else None


def _goods(hit: Hit) -> Quantity | None:
    number: Number = hit.chain.values[hit.first]
    if not _plausible(hit, number) or (number.value < Decimal(TEN) and number.digits):
        return None
    hs = hit.chain.values[hit.last - 1]
    if hs == "goods" and number.value >= _BILLION:
        return None  # "for 52 billion more goods went out": what they are worth
    if number.value in _ROUND and _is_rank(hit) and not str(hs).startswith(_MACHINES):
        return None  # not "the first 15 trains", which are delivered
    live = isinstance(hs, str) and hs.startswith(LIVE_ANIMALS)
    return _count(hit, "head" if live else "count")


def _torn(hit: Hit) -> Quantity | None:
    """A noun whose end stands behind the next: "36 Schlaf- und 4 Speisewagen"."""
    number: Number = hit.chain.values[hit.first]
    close = hit.chain.adjacent(hit.first + 2) and not hit.chain.adjacent(hit.last)
    return _count(hit) if close and number.scale is None and _plausible(hit, number) else None


def _fewer(hit: Hit) -> list[Link] | None:
    """Fewer of what is counted than before: "12,000 fewer cars"."""
    found = (_goods if hit.tags[-1] == "T" else _counted)(hit)
    if found is None or hit.chain.values[hit.first + 1] != "down":
        return None
    change = Link("V", hit.chain.starts[hit.first + 1], hit.end, "down")
    return [Link("Q", hit.start, hit.chain.ends[hit.first], found), change]


def _models(hit: Hit) -> Quantity | None:
    """Machines by their maker or model: "210 Boeing jets", "75 A320neo", "32 F-35"."""
    chain, first, number = hit.chain, hit.first, hit.chain.values[hit.first]
    if not _plausible(hit, number) or number.scale is not None or number.value >= _FLEET:
        return None
    if chain.tags[first + 1] == "E":  # the maker stays a name
        value = plain(number.value)
        return Quantity(
            Amount(value, value, "count", number.bound), counted=chain.words(first + 1, first + 3)
        )
    word = chain.words(first + 1)
    close = chain.tags[first + 2] == "-" or chain.adjacent(first + 2)
    return _count(hit) if close and word.isupper() and len(word) <= _LETTERS else None


def _people(hit: Hit) -> Quantity | None:
    """People by their country: "70,000 Kazakhs visited"; the name stays one of the country."""
    number: Number = hit.chain.values[hit.first]
    if not _plausible(hit, number) or number.value < _MANY or hit.context is None:
        return None
    value = plain(number.value)
    counted = hit.chain.words(hit.first + (2 if hit.chain.tags[hit.first + 1] == "o" else 1))
    return Quantity(Amount(value, value, "count", number.bound, None, number.scale), counted=counted)


def _unlisted(hit: Hit) -> Quantity | None:
    """A noun that no table lists: "1,250 apiarists", "46 neue Gießereien", "3.400 cítaras"."""
    number: Number = hit.chain.values[hit.first]
    part = hit.chain.tags[hit.first - 1 : hit.first] == "F" and any(
        is_one_of(hit, hit.first - 1, key) for key in ("of_which", "of_them")
    )  # "of which 25,000 were damaged"
    noun = noun_behind(hit, number) if not part and _plausible(hit, number) else None
    if noun is None or (number.value in _ROUND and _is_rank(hit)):
        return None
    hit.last = noun + 1
    return _count(hit)


def _sized(hit: Hit) -> Quantity | None:
    """Packages by what one of them holds: "612,450 60-kilogramme bags", "40,000 one-litre bottles"."""
    number, size = hit["N"], hit["Q"].amount
    if size.dimension not in _HELD or size.low != size.high or size.scale or not _plausible(hit, number):
        return None
    if hit.chain.tags[hit.last - 1] == "H":
        return _count(hit)
    unit = str(hit["U"])
    return evolve(_count(hit, unit), counted=None) if unit in _PACKS else None


def _size_behind(hit: Hit) -> list[Link] | None:
    """What one package holds, told behind their number: "40,000 Säcke zu je 60 Kilogramm"."""
    chain, last = hit.chain, hit.at("Q", hit.first + 1)
    packs, size = chain.values[hit.first].amount, chain.values[last].amount
    if packs.unit not in _PACKS or size.dimension not in _HELD or size.low > _HEAVY:
        return None
    links = [chain.link(i) for i in range(hit.first, hit.last)]
    links[last - hit.first].tag = "l"
    return links


def _held(hit: Hit) -> list[Link] | None:
    """What one package holds is no amount of goods: "a 35-gram box", 一包5公斤."""
    chain = hit.chain
    at, pack = (hit.last - 1, hit.first) if hit.tags[-1] == "Q" else (hit.first, hit.last - 1)
    size = chain.values[at].amount
    named = str(chain.values[pack]) in _PACKS or is_one_of(hit, pack, "packages")
    held = size.unit in _SMALL_UNITS and size.low == size.high and not size.scale and size.low <= _FULL
    if not named or not held:
        return None
    if _is_many(hit, hit.first - 1) or chain.tags[max(hit.first - 1, 0) : hit.first] in ("r", "/"):
        return None  # "24 dollars per 50 kg bag"
    if chain.text[chain.starts[pack]] >= UNSPACED and not chain.adjacent(at):
        return None
    links = [chain.link(i) for i in range(hit.first, hit.last)]
    links[at - hit.first].tag = "l"
    return links


def _is_many(hit: Hit, at: int) -> bool:
    """Does a number of packages stand at a link, and not just one of them?"""
    number = hit.chain.values[at] if at >= 0 and hit.chain.tags[at] == "N" else None
    return isinstance(number, Number) and number.value != 1


def _members(hit: Hit) -> Quantity | None:
    """How many people come, told with a hyphen: "a 14-member delegation", "18-köpfige"."""
    number: Number = hit.chain.values[hit.first]
    if not is_one_of(hit, hit.last - 1, "of_members") or number.scale is not None or number.value < 2:
        return None
    if hit.last - hit.first == _PAIR and not hit.chain.adjacent(hit.last - 1):
        return None
    value = plain(number.value)
    return Quantity(Amount(value, value, "count", number.bound), counted=hit.chain.words(hit.last - 1))


COUNTS = Grammar(
    "Q",
    Rule("count.members", "N -? [laHøGWO]", _members, example="a 14-member delegation"),
    Rule("size.close", "[UHl] Q", _held, example="一包5公斤的泰国香米", language="zh"),
    Rule("size.before", "Q -? [UHlWT]", _held, example="A 35-gram box of ginger"),
    Rule("count.sized", "N Q [UH]", _sized, example="612,450 60-kilogramme bags"),
    Rule(
        "count.size",
        "Q o?T? ‹? [oztyqrR/_lU]{1,3} Q",
        _size_behind,
        example="3 Millionen Säcke zu je 60 Kilogramm",
        language="de",
    ),
    Rule(
        "count.models",
        "N (?: (?= E (?: [HTN] | [_W] -? Z )) | [_W] Z [lW]? [HT]? | W - Z [lW]? [HT]? )",
        _models,
        example="75 A320neo",
    ),
    Rule(
        "count.classified",
        "N H (?: [TK]{1,2} H | [HDT] )",
        _counted_goods,
        example="600辆客车",
        language="zh",
    ),
    Rule(
        "count.torn",
        "N [WlT] - (?= & (?: N [HTW] | [HTWl] ) )",
        _torn,
        example="36 Schlaf- und 4 Speisewagen",
        language="de",
    ),
    Rule("count.fewer", "N V [laWA]{0,2} [HT]", _fewer, example="12,000 fewer cars"),
    Rule("count.claimed", "N [laWAK°TEk-]{0,4}? [OøJYKVIψvmF]", _counted, example="12 shipments"),
    Rule("count", "N (?:[JV] | Z-Z)? [laWAK°TEk-]{0,4}? [HD]", _counted, example="200,000 Mexican companies"),
    Rule(
        "count.duties",
        "N [la]{0,2} K (?! [HTDKWl-] )",
        _duties,
        example="158 Zölle gegen China",
        language="de",
    ),
    Rule("count.joined", "N [la] & [la] [HD]", _counted, example="20,000 Mexican and Brazilian workers"),
    Rule(
        "count.the", "N _ [Hø]", _counted_the, example="estima em 20 milhões os trabalhadores", language="pt"
    ),
    Rule("count.of", "N o [aAK_]? [HDOøJYKV]", _counted, example="20 millones de empresas", language="es"),
    Rule("count.goods", "N [JV]? [laWA-]{0,2}? T (?! [HKD] )", _goods, example="3,000 electric cars"),
    Rule("count.people", "N (?= a [lVJYvm,;s] )", _people, example="70,000 Kazakhs visited"),
    Rule(
        "count.people-of",
        "N (?= o a [lVJYvm,;s] )",
        _people,
        example="2 millones de chilenos viven",
        language="es",
    ),
    Rule("count.unlisted", "N o? [laJVTK-]{0,3} [lWIO]", _unlisted, example="1,250 apiarists"),
    Rule("count.of-goods", "N o T", _goods, example="20 millones de coches", language="es"),
)
