"""Two amounts that share a unit: ranges, pairs and lists."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from attrs import evolve

from tradenews.grammar.amounts import Unit
from tradenews.grammar.hits import claimed
from tradenews.grammar.naming import words_of
from tradenews.grammar.numbers import WRITTEN_OUT, is_year
from tradenews.grammar.rule import Grammar, Hit, Rule
from tradenews.grammar.values import Number, Quantity
from tradenews.lazy import regex
from tradenews.lexicon.forms import fold
from tradenews.models.amount import Amount
from tradenews.normalize.numbers import plain
from tradenews.scan.chain import BREAK, Link

_MILLION = 6
_FAR = 1000  # how much larger a sum of money is than the goods that it pays
_REACH = 8  # links before a pair in which a verb of movement makes it two levels
_STEEP = 3  # a range wider than this is two levels where something moves ...
_FLOW_REACH = 14  # links before a number in which the noun stands that it is of
_LEADS = frozenset("KVtzynbo_lJ")  # what leads from that noun to its number
_TEN = Decimal(10)
_TENS = frozenset(map(Decimal, (10, 100, 1000)))
_WIDE = 20  # ... and than this where nothing does

_WORD = regex(r"[^ '’]+['’]?")

_NAMED = regex("[_nuz][la]?V$")  # "com alta de 8% a 10%": a noun with its small word

# A noun of movement before: "a growth (in exports) of 2 to 3 percent" is a range, not so "grew from 2 to 3".
_NOMINAL = regex(r"[_nuzo,;:]l?V[la]{0,2}(?:[no]_?[aA°]?[KTHJ][aA°]?)?l?$")


def as_quantity(part: Number | Quantity, model: Quantity) -> Quantity | None:
    """A bare number with the unit (and scale, if it has none) of ``model``; a Quantity as it is."""
    other = model.amount
    if isinstance(part, Quantity):
        return _rescaled(part, other)
    if is_year(part):
        return None
    unit = Unit(other.unit, factor=model.factor)
    scale, (low, high) = part.scale, map(unit.times, _both(part))
    if scale is None and _is_meant_in(other, high):
        scale = other.scale or 0
        low, high = low.scaleb(scale), high.scaleb(scale)
    elif scale is None and other.scale is not None and abs(high) < WRITTEN_OUT:
        return None  # nobody can tell: "from 900 to 1.2 million"
    amount = Amount(plain(low), plain(high), other.unit, part.bound, other.per, scale)
    return Quantity(amount, counted=model.counted, factor=model.factor)


def _both(number: Number) -> tuple[Decimal, Decimal]:
    """Both ends of a number, which are one and the same where it is no range."""
    return number.value, number.value if number.high is None else number.high


def _is_meant_in(other: Amount, value: Decimal) -> bool:
    """Is a value without scale meant in that of the other: 8 (and 4 billion), not 900 (and 1 million)?"""
    if other.scale is None:
        return False
    return not other.high or abs(value.scaleb(other.scale)) < _WIDE * abs(other.high)


def _rescaled(part: Quantity, other: Amount) -> Quantity:
    """``$3`` beside ``$4 billion`` is three billion."""
    mine = part.amount
    if mine.scale is not None or not _is_meant_in(other, mine.high):
        return part
    low, high = (plain(end.scaleb(other.scale or 0)) for end in (mine.low, mine.high))
    return evolve(part, amount=evolve(mine, low=low, high=high, scale=other.scale))


def _ends(hit: Hit) -> tuple[int, int]:
    """The links of the two ends: the first and the last amount or number."""
    found = list(hit.chain.find("NQ", hit.first, hit.last))
    return found[0], found[-1]


def _joined(low: Quantity, high: Quantity) -> Quantity | None:
    a, b = low.amount, high.amount
    if not _alike(low, high):
        return None
    if a.low != a.high or b.low != b.high or a.low >= b.high:
        return None
    unit = min(a.unit, b.unit, key=len)
    return Quantity(Amount(a.low, b.high, unit, "range", b.per or a.per, b.scale or a.scale), high.counted)


def _pair(hit: Hit) -> tuple[int, int, Quantity, Quantity] | None:
    first, last = _ends(hit)
    low, high = hit.chain.values[first], hit.chain.values[last]
    if hit.chain.tags[first - 1 : first] == "-" and hit.chain.adjacent(first):
        return None  # the second part of a name: 737-8
    if isinstance(high, Number):
        second = as_quantity(high, low) if isinstance(low, Quantity) else None
        return None if second is None else (first, last, low, second)
    done = as_quantity(low, high)
    return None if done is None else (first, last, done, high)


def _between(hit: Hit) -> Any:
    pair = _pair(hit)
    if pair is None:
        return None
    first, last, low, high = pair
    value = _joined(low, high)
    if value is None:
        return None
    opened, closed = (hit.chain.tags.find(bracket, first, last) for bracket in "‹›")
    inner = range(opened, closed + 1) if opened >= 0 else ()
    return [Link("Q", hit.start, hit.end, value), *map(hit.chain.link, inner)]


def _hyphen(hit: Hit) -> Any:
    """5-10%, half a million-700,000; no number in words before a dash: "the first two - 5 percent of all"."""
    low, apart = hit.chain.values[hit.first], not hit.chain.adjacent(hit.first + 1)
    return None if apart and isinstance(low, Number) and not low.digits else _between(hit)


def _to(hit: Hit) -> Any:
    """A range ("5 to 10 percent"), or the old and the new level of what moves ("from 17 to 10,000 tons")."""
    pair = _pair(hit)
    if pair is None:
        return None
    first, last, low, high = pair
    between = hit.chain.tags[first + 1]
    if _is_difference(hit, low, high):
        return None
    if between == "-" and not hit.chain.adjacent(first + 1):
        return None  # a dash, no hyphen: "five- to 10-percent"
    if between == "b" and not _holds(hit, first + 1, 0, "t"):
        return None
    level = hit.get("t") == "new" or ("b" in hit.tags and "b" not in _lead(hit))  # rose 5 to about 15 percent
    joined = None if level else _joined(low, high)
    if joined is not None and _is_range(hit, low.amount.low, high.amount.high):
        return joined
    return _relinked(hit, {first: low, last: high}) if _alike(low, high) else None


def _is_difference(hit: Hit, low: Quantity, high: Quantity) -> bool:
    """Is a bare number the step by which a far larger level was reached: "by 2.8 to 41 billion"?"""
    part, lead = hit.chain.values[hit.first], hit.chain.tags[hit.first - 1 : hit.first]
    bare = isinstance(part, Number) and part.scale is None and lead == "y"
    return bare and high.amount.scale is not None and abs(high.amount.low) > _STEEP * abs(low.amount.low)


def _lead(hit: Hit) -> str:
    """The tags of small words between what opens a movement and its first level: "from about the current"."""
    tags = hit.chain.tags[max(hit.first - 2, 0) : hit.first]
    return tags[len(tags.rstrip("_bκ")) :]


def _is_opened(hit: Hit, at: int) -> bool:
    """Does link ``at`` say where a movement begins: "von 5", "la cuota de 5", or a bound do, "de unas 5"?"""
    return (at >= 0 and _holds(hit, at, -1, "q")) or any(
        _holds(hit, i, 0, "q") for i in hit.chain.find("b", at + 1, hit.first)
    )


def _holds(hit: Hit, i: int, place: int, tag: str) -> bool:
    """Is the first or last word of a link one of ``tag``: "de" in "la cuota de", "a" in "a casi"?"""
    if hit.chain.tags[i] == tag or hit.context is None:
        return hit.chain.tags[i] == tag
    words = _WORD.findall(hit.chain.words(i)) or ("",)  # a mark has none
    read = hit.context.lexicon.word(words[place])
    return hit.context.lexicon.also(words[place], tag) is not None or (read is not None and read.tag == tag)


def _alike(low: Quantity, high: Quantity) -> bool:
    return bool(set(low.amount.unit.split("|")) & set(high.amount.unit.split("|")))


def _is_range(hit: Hit, low: Decimal, high: Decimal) -> bool:
    tags = hit.chain.tags
    at = hit.first - 1 - len(_lead(hit))
    begun = max(tags.rfind("s", 0, hit.first), tags.rfind(BREAK, 0, hit.first)) + 1
    view, opened = max(at - _REACH, begun, 0), _is_opened(hit, at)
    extends = words_of(hit.context, "extends")
    if (
        at > begun
        and extends
        and tags[at] in "oq"
        and fold(hit.chain.words(at - 1)).rpartition(" ")[2] in extends
    ):
        return low < high
    verb = max(tags.rfind("V", view, hit.first), _also_moves(hit, view), _may_move(hit, view, at))
    moves = verb >= 0 and (opened or tags[at] != "o")  # "growth of 5 to 6 percent" names no levels
    if moves and opened:
        bare = isinstance(part := hit.chain.values[hit.first], Number) and part.scale is None
        if bare and low > 0 and str(hit.chain.values[verb]).startswith("down"):
            return high / low <= _STEEP  # what falls does not rise: "baisser de 5 à 7 millions"
        if not _is_nominal(hit, verb, view, at):
            return False
    if opened and _revises(hit, view):
        return False
    steep = abs(high / low) if low else Decimal(1)
    last = hit.chain.values[hit.last - 1]
    rates = isinstance(last, Quantity) and last.amount.unit == "percent"
    return steep <= (_STEEP if moves else _WIDE * _STEEP if rates else _WIDE)


def _is_nominal(hit: Hit, verb: int, view: int, at: int) -> bool:
    """Is what moves a noun whose range follows: "une hausse de 2 à 3 %", no "rise from 2 to 3 percent"?"""
    tags = hit.chain.tags
    if str(hit.chain.values[verb]).startswith("to") or (tags[at] == "q" and tags[at - 1] != "l"):
        return False  # to bring from 15 to 40 percent
    if verb == at:
        return _NAMED.search(tags, view, at + 1) is not None
    return _NOMINAL.search(tags, view, at) is not None


def _revises(hit: Hit, view: int) -> bool:
    """Is a forecast raised or lowered: "raised its forecast of the crop from 5 to 6 million"?"""
    tags, first = hit.chain.tags, max(view - _REACH, 0)
    noun = next((i for i in hit.chain.find("m", first, hit.first) if tags[i - 1 : i] in tuple("_TK")), -1)
    return noun > 0 and "V" in tags[first:noun]


def _also_moves(hit: Hit, view: int) -> int:
    """The last verb of trade that can also say up or down: "lifted the duty from 62 to 82 percent"."""
    return max((i for i in hit.chain.find("J", view, hit.first) if claimed(hit, i, "V")), default=-1)


def _may_move(hit: Hit, view: int, at: int) -> int:
    """The verb that only may move: "pasaría de 9 a 16", "veut porter sa capacité de 2 à 3 millions"."""
    tags = hit.chain.tags
    if at > view and tags[at - 1] == "m" and tags[at] in ("o", "q"):
        return at - 1
    brings = words_of(hit.context, "brings")
    found = (i for i in range(hit.first - 1, view - 1, -1) if tags[i] in "lmYJ")
    return next((i for i in found if fold(hit.chain.words(i)).endswith(brings)), -1) if brings else -1


def _relinked(hit: Hit, made: dict[int, Quantity]) -> list[Link]:
    chain = hit.chain
    return [
        Link("Q", chain.starts[i], chain.ends[i], made[i]) if i in made else chain.link(i)
        for i in range(hit.first, hit.last)
    ]


def _list(hit: Hit) -> Any:
    """8.7 and 12.5 percent: every number takes the unit of the last."""
    last = hit.last - 1
    model: Quantity = hit.chain.values[last]
    if model.amount.unit == "count":
        return None
    made = {}
    for i in hit.chain.find("N", hit.first, last):
        done = as_quantity(hit.chain.values[i], model)
        if done is None or _is_of_money(hit.chain.values[i], model):
            return None
        made[i] = done
    return _relinked(hit, made)


def _is_of_money(number: Number, model: Quantity) -> bool:
    """Is a number in millions far from an amount of goods: "rose to 612 million, with 71,500 tonnes"?

    So it is with money for one of something: "a profit of 5 million, or 47 cents a share".
    """
    if number.scale is None or model.amount.scale is not None:
        return False
    if model.amount.dimension == "money":
        return number.scale >= _MILLION and model.factor < 1
    return abs(number.value) > _FAR * abs(model.amount.low)


def _aside(hit: Hit) -> Any:
    """117.8 (a year before: 119.5) million euros: scale and unit behind the brackets are of both numbers."""
    chain, last = hit.chain, hit.last - 1
    model: Quantity = chain.values[last]
    scale = model.amount.scale
    if scale is None or any(c.isdigit() for c in chain.words(last)):
        return None
    made = {}
    for i in chain.find("N", hit.first, last):
        number: Number = chain.values[i]
        if number.scale is not None:
            return None
        low, high = (plain(end.scaleb(scale)) for end in _both(number))
        made[i] = Quantity(evolve(model.amount, low=low, high=high, bound=number.bound))
    return [*_relinked(hit, made)[:-1], Link("l", chain.starts[last], chain.ends[last], None)]


def _of_flows(hit: Hit) -> Any:
    """Imports reached 24.5 and exports 25.7 billion: the first number takes the unit of the second."""
    before = hit.chain.tags[max(hit.first - _FLOW_REACH, 0) : hit.first]
    since = before[max(before.rfind("Q"), before.rfind("s"), before.rfind(";")) + 1 :]
    number: Number = hit.chain.values[hit.first]
    if "K" not in since or since[-1] not in _LEADS or not number.digits or number.scale is not None:
        return None
    return _list(hit)


def _of_sides(hit: Hit) -> Any:
    """ "Its value fell by 6, its weight by 2 percent": the first number, too, is what something moved by."""
    number: Number = hit.chain.values[hit.first]
    ratio = hit.chain.values[hit.last - 1].amount.dimension == "ratio"
    return _list(hit) if ratio and number.digits and number.scale is None else None


def _enumeration(hit: Hit) -> Any:
    """A list whose commas only ever separate its items."""
    marks = {hit.chain.words(i) for i in hit.chain.find(",", hit.first, hit.last)}
    return _list(hit) if marks == {"、"} else None


def _out_of(hit: Hit) -> list[Link] | None:
    """A part told of ten or a hundred: "88 of every 100 kilos", "six out of ten boxes"."""
    chain, last = hit.chain, hit.last - 1
    part: Number = chain.values[hit.first]
    whole: Amount = chain.values[last].amount
    if not part.digits and whole.low < _TEN and not whole.scale and _in_words(hit, whole):
        return [Link("l", hit.start, hit.end, None)]  # "drei von vier Euro", "três em cada quatro"
    if whole.low not in _TENS or whole.low != whole.high or whole.scale or part.scale is not None:
        return None
    each = "r" in hit.tags or "F" in hit.tags
    if not 0 < part.value < whole.low or part.high is not None or (part.digits and not each):
        return None
    if not part.digits:
        return [Link("l", hit.start, hit.end, None)]  # words for a fraction: "vier von zehn Aufträgen"
    value = plain(part.value * 100 / whole.low)
    found = Quantity(Amount(value, value, "percent", part.bound))
    return [
        Link("Q", chain.starts[hit.first], chain.ends[hit.first], found),
        Link("F", chain.starts[hit.first + 1], chain.ends[last], "share"),
    ]


def _in_words(hit: Hit, whole: Amount) -> bool:
    """Is the whole a small number in words, of which a part is told: of each four, of four euros?"""
    spelled = not any(c.isdigit() for c in hit.chain.words(hit.last - 1))
    return spelled and whole.low == whole.high and ("r" in hit.tags or whole.dimension == "money")


RANGES = Grammar(
    "Q",
    Rule(
        "share.of-ten", "N (?: F | l? o [r_]? | q r? | n r ) Q", _out_of, example="88 out of every 100 kilos"
    ),
    Rule(
        "range.between",
        "< [_b]{0,2} [NQ] (?: ‹ [bV]? [QU] › )? & [_b]{0,2} Q",
        _between,
        example="between $3bn and $4bn",
    ),
    Rule("range.to", "[NQ] (?: -? t [_b]{0,2} | b _? ) Q", _to, example="from 17 to 10,000 metric tons"),
    Rule("range.rest", "Q t N (?= [ry_/] _? [UB] | λ )", _to, example="$40 to 45 per tonne"),
    Rule("range.hyphen", "[NQ] - [NQ]", _hyphen, example="$3bn-$4bn"),
    Rule(
        "list.aside",
        "N ‹ [θWlnτκ_]{0,4} :? N › Q",
        _aside,
        example="bei 117,8 (Vorjahr: 119,5) Millionen Euro",
        language="de",
    ),
    Rule("list.commas", "N (?: , N ){0,9} , Q", _enumeration, example="4494亿、1.21万亿元", language="zh"),
    Rule(
        "list.flows",
        "N (?: , [&¬]? | [&¬] ) [_al]{0,2} K (?: [on] [_aAW]{1,3} )? V? [ztyno_b]{0,3} Q",
        _of_flows,
        example="exports reached 24.5 and its imports 25.7 billion euros",
    ),
    Rule(
        "list.sides",
        "N (?<= yN ) [,&¬]{1,2} [_al]{0,2} [lTW] y [_b]? Q",
        _of_sides,
        example="ihr Wert sank um 6, ihre Menge um 2 Prozent",
        language="de",
    ),
    Rule(
        "range.signs",
        "N (?<= [qo][Ve]N ) t [VK] Q",
        _of_sides,
        example="von plus 3,1 auf minus 1,2 Prozent",
        language="de",
    ),
    Rule("list", "N (?: , N ){0,9} ,? [&Ru]{1,2} [_VKo]? Q", _list, example="8.7 and 12.5 percent"),
)
