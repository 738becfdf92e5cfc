"""Digits and number words to numbers, with their scale words; ranges of bare numbers."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from tradenews.grammar.rule import Grammar, Hit, Rule
from tradenews.grammar.values import Number
from tradenews.models.terms import BOUNDS, Bound
from tradenews.normalize.numbers import parse_digits
from tradenews.normalize.numerals import evaluate
from tradenews.scan.chain import Link

THOUSAND = 3
_LOOK_BACK = 16
_MEASURES = "CMBcUPpHTDø"  # what may stand after a number and make it an amount
_VAGUE = ">"
_HALF = ("half", "1/2")


def digits(hit: Hit, i: int) -> Decimal | None:
    """The value of the digits at link ``i``, read as the text writes its decimals."""
    return parse_digits(hit.chain.values[i], hit.context.point if hit.context else ".")


def after(hit: Hit) -> str:
    """The tag of the link behind the match; empty at the end."""
    return hit.chain.tags[hit.last : hit.last + 1]


def before(hit: Hit) -> str:
    """The tag of the link before the match; empty at the start."""
    return hit.chain.tags[hit.first - 1 : hit.first] if hit.first else ""


def power(value: str) -> int:
    """The power of ten of a scale word, of which a bar tells that it may be a unit: ``6|m``."""
    return int(value.partition("|")[0])


def fraction(value: Any) -> Decimal | None:
    """The value of "1/2", or of the time unit that the same word is; None for anything else.

    >>> fraction("3/4"), fraction("half"), fraction("year")
    (Decimal('0.75'), Decimal('0.5'), None)
    """
    if not isinstance(value, str):
        return None
    if value in _HALF:
        return Decimal("0.5")
    top, bar, bottom = value.partition("/")
    return Decimal(top) / Decimal(bottom) if bar and top.isdigit() and bottom.isdigit() else None


def part_at(hit: Hit, i: int) -> Decimal | None:
    """The fraction that link ``i`` is, be it under another table's tag ("metà", also the middle)."""
    value = hit.chain.values[i]
    if hit.chain.tags[i] in "ατ":
        value = claimed(hit, i, "f")
    return fraction(value)


def claimed(hit: Hit, i: int, tag: str) -> str | None:
    """The value of link ``i`` as a word with ``tag``, where another table has claimed the form."""
    return hit.context.lexicon.also(hit.chain.words(i), tag) if hit.context else None


def as_bound(value: str | None) -> Bound | None:
    """The bound that a word's value names; None for anything else."""
    return next((bound for bound in BOUNDS if bound == value), None)


def _terms(hit: Hit) -> tuple[list[str | Decimal], Bound] | None:
    terms: list[str | Decimal] = []
    bound: Bound = "exact"
    for i in range(hit.first, hit.last):
        tag, value = hit.chain.tags[i], hit.chain.values[i]
        if tag == "d":
            number = digits(hit, i)
            if number is None:
                return None
            terms.append(number)
        elif tag == "w":
            if value == "-":
                return None
            bound = "over" if value.endswith(_VAGUE) else bound
            terms.append(Decimal(value.rstrip(_VAGUE)))
        elif tag == "S":
            terms.append(f"S{power(value)}")
        elif tag == "_":
            terms.append(Decimal(1))
        elif tag in "eV":
            over = as_bound(value if tag == "e" else claimed(hit, i, "e"))
            if over is None:
                return None
            bound = over
    return terms, bound


def _written_scale(terms: Sequence[str | Decimal]) -> int | None:
    """The power of ten of the greatest scale as written: 9 for "mil millones", 12 for 万亿."""
    best = run = 0
    for term in terms:
        power = int(term[1:]) if isinstance(term, str) else 0
        run = run + power if power >= THOUSAND else 0
        best = max(best, run)
    return best or None


def _number(hit: Hit) -> Number | None:
    read = _terms(hit)
    if read is None:
        return None
    terms, bound = read
    value = evaluate(terms)
    if value is None:
        return None
    i = hit.at("d")
    text = hit.chain.values[i] if i >= 0 else ""
    return Number(value, _written_scale(terms), i >= 0, None, bound, len(terms) == 1 and text.isdigit())


def _scaled(hit: Hit) -> Any:
    """Digits and scale; a letter that may be a unit ("5 m") is a scale after a currency or before a unit."""
    last = hit.last - 1
    if "|" in hit.chain.values[last] and not _is_scale(hit, last):
        value = digits(hit, hit.first)
        if value is None or hit.last - hit.first != 2:
            return None
        unit = hit.chain.values[last].partition("|")[2]
        chain = hit.chain
        return [
            Link("N", chain.starts[hit.first], chain.ends[hit.first], Number(value)),
            Link("U", chain.starts[last], chain.ends[last], unit),
        ]
    return _number(hit)


def _is_scale(hit: Hit, last: int) -> bool:
    near = hit.chain.tags[max(hit.first - 3, 0) : hit.first]
    if hit.chain.tags[hit.last : hit.last + 2] in ("td", "-d", "&d"):
        return True  # from 1.2m to 900,000 tonnes
    if after(hit) == "-" and hit.chain.tags[hit.last + 1 : hit.last + 2] in tuple(_MEASURES):
        return True  # a 1.8m-tonne plant
    if near[-1:] in ("t", "q", "=") and "dSU" in hit.chain.tags[max(hit.first - _LOOK_BACK, 0) : hit.first]:
        return True  # sold 1.1m tonnes, down from 1.3m
    return "C" in near or after(hit) in tuple(_MEASURES) or (after(hit) == "-" and "C" in near)


def _rest(hit: Hit) -> Number | None:
    """Thousands and what is left of them: "3 mil 400 empresas"."""
    scale, rest = hit.at("S"), hit.last - 1
    if hit.chain.values[scale] != "3" or not hit.chain.values[rest].isdigit():
        return None
    return (
        _number(hit)
        if after(hit) in tuple(_MEASURES + "o") and len(hit.chain.values[rest]) <= THOUSAND
        else None
    )


def _many_of(hit: Hit) -> Number | None:
    """A collective word as a scale: "1 576,8 milliers de tonnes"."""
    value, many = digits(hit, hit.first), hit["w"]
    if value is None or not many.endswith(_VAGUE) or not many.startswith("1000"):
        return None
    power = len(many.rstrip(_VAGUE)) - 1
    return Number(value.scaleb(power), power)


def _thousands(hit: Hit) -> Number | None:
    """A thousand left unsaid: "mil 200 millones", "mil 500 empleos"."""
    place = hit.at("d")
    if hit.chain.values[hit.first] != "3" or not hit.chain.values[place].isdigit():
        return None
    if len(hit.chain.values[place]) > THOUSAND or (
        hit.last - place == 1 and after(hit) not in tuple(_MEASURES)
    ):
        return None
    return _number(hit)


def _broken(hit: Hit) -> Number | None:
    """Groups torn apart: "283, 000"."""
    chain, parts = hit.chain, hit.all("d")
    joined = all(chain.adjacent(i) for i in chain.find(",", hit.first, hit.last))
    if (
        not joined
        or len(parts[0]) > THOUSAND
        or any(len(p) != THOUSAND for p in parts[1:])
        or parts[-1] != "000"
    ):
        return None
    return Number(Decimal("".join(parts))) if all(map(str.isdigit, parts)) else None


def _numbered(hit: Hit) -> Link | None:
    """No. 5, Article 12, top 10: numbers that name."""
    return Link("Z", hit.start, hit.end)


def _half_of(hit: Hit) -> Number | None:
    part = part_at(hit, hit.first)
    scales = [f"S{power(v)}" for v in hit.all("S")]
    whole = evaluate(scales)
    return None if part is None or whole is None else Number(part * whole, _written_scale(scales), False)


def _and_half(hit: Hit) -> Number | None:
    """Two and a half million; un millón y medio."""
    part = next((f for f in map(fraction, hit.all("fτ")) if f is not None), None)
    first = hit.first
    tag, value = hit.chain.tags[first], hit.chain.values[first]
    if part is None or (tag == "w" and not value.isdigit()):
        return None
    count = digits(hit, first) if tag == "d" else Decimal(value) if tag == "w" else Decimal(1)
    scales = [f"S{power(v)}" for v in hit.all("S")]
    unit = evaluate(scales) if scales else Decimal(1)
    if count is None or unit is None:
        return None
    return Number((count + part) * unit, _written_scale(scales), tag == "d")


def _bare_scale(hit: Hit) -> Number | None:
    """Millions of customers: a scale with nothing before it, and something that it counts."""
    value = hit.chain.values[hit.first]
    if (
        "|" in value
        or power(value) < THOUSAND
        or len(hit.words) < 3
        or not hit.words.replace(" ", "").isalpha()
    ):
        return None
    if after(hit) not in tuple("UMHoTalW") and " " not in hit.words:
        return None
    unspaced = hit.words[0] >= "\u2e80"
    exact = power(value) == THOUSAND or " " in hit.words
    if unspaced or (power(value) == THOUSAND and after(hit) not in tuple("UMHT")):
        return None
    return Number(Decimal(1).scaleb(power(value)), power(value), False, None, "exact" if exact else "over")


def _signed(hit: Hit) -> Number | None:
    sign, number = hit.chain.values[hit.first], hit.chain.values[hit.last - 1]
    if sign == "+":
        return number  # type: ignore[no-any-return]
    if sign != "-":
        return None
    high = None if number.high is None else -number.high
    return Number(-number.value, number.scale, number.digits, high, number.bound)


def is_year(number: Number) -> bool:
    """Do the bare digits look like a year?"""
    return number.plain and 1900 <= number.value <= 2099


def shared(low: Number, high: Number) -> Number:
    """``low`` with the scale of ``high`` where it has none of its own and needs it: 8.4 (and 4.9 billion)."""
    if low.scale is not None or not high.value:
        return low
    if high.scale is not None:
        raised = low.value.scaleb(high.scale)
        if Decimal("0.001") <= abs(raised / high.value) <= 1000 and abs(low.value) < 10_000:
            return Number(raised, high.scale, low.digits, None, low.bound)
    return low


def _range(hit: Hit) -> Number | None:
    low, high = hit.all("N")
    if low.high is not None or high.high is not None or low.digits != high.digits or is_year(low):
        return None
    low = shared(low, high)
    thousands = low.value * 1000
    if low.plain and low.value < 1000 and thousands < high.value <= thousands * 10 and high.value % 1000 == 0:
        low = Number(thousands)  # 25-30,000
    if low.value >= high.value or low.value < 0:
        return None
    return Number(low.value, high.scale or low.scale, low.digits, high.value, "range")


NUMBERS = Grammar(
    "N",
    Rule("number.name", "№ [#:-]? d", _numbered, example="Article 12"),
    Rule("number.broken", "d (?: , d ){1,3}", _broken, example="283, 000"),
    Rule("number.half-of", "[fτα] _? S{1,2}", _half_of, example="half a million"),
    Rule("number.and-half", "[dw] & _? [fτ] S{1,2}", _and_half, example="two and a half million"),
    Rule("number.half-more", "[dw_] S{1,2} & _? [fτ]", _and_half, example="un millón y medio", language="es"),
    Rule("number.stacked", "[dw_] S{1,3} d S{1,3}", _number, example="10 mil 25 millones", language="es"),
    Rule("number.thousands", "S d S{0,2}", _thousands, example="mil 200 millones", language="es"),
    Rule("number.rest", "[dw] S d", _rest, example="3 mil 400 empresas", language="es"),
    Rule("number.over", "d [eV] S{0,2}", _number, example="110多个项目", language="zh"),
    Rule("number.many-of", "d w", _many_of, example="1 576,8 milliers de tonnes", language="fr"),
    Rule("number.scaled", "d -? S{1,3}", _scaled, example="1.2 billion"),
    Rule("number.digits", "d", _number, example="10,000"),
    Rule("number.words-over", "[wS] [wS]{0,6} [eV]", _number, example="二十多个项目", language="zh"),
    Rule("number.words", "[wS] (?: [-&]? [wS] ){1,12}", _number, example="two hundred and fifty thousand"),
    Rule("number.word", "w", _number, example="twelve"),
    Rule("number.one", "_ S{1,2}", _number, example="a billion"),
    Rule("number.vague", "S", _bare_scale, example="millions of dollars"),
)

SIGNS = Grammar(
    "N",
    Rule("number.sign", "± N", _signed, example="-5.3 percent"),
    Rule("number.minus", "w N", _signed, example="负5.3%", language="zh"),
)

SPANS = Grammar(
    "N",
    Rule("number.between", "< _? N & _? N", _range, example="between 10 and 12 billion"),
    Rule("number.range", "N - N", _range, example="5-10 percent"),
)
