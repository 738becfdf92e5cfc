"""Parts of a whole in numbers: half a million, two and a half percent, 5 ½, two dozen."""

from __future__ import annotations

from decimal import Decimal

from tradenews.grammar.hits import THOUSAND, after, digits, part_at, power, written_scale
from tradenews.grammar.rule import Hit
from tradenews.grammar.values import Number
from tradenews.lazy import regex
from tradenews.normalize.numbers import parse_digits, plain
from tradenews.normalize.numerals import evaluate

DOZEN = "×"  # behind the value of a word that counts dozens
VAGUE = ">"  # behind that of one for an unknown number of them
_WHOLE = regex(r"\d+(?:\.\d\d)?")  # what a fraction may follow: 5, 10.34
_EXACT = 4  # decimals that a part of a whole may have: 0.75 of a million, not a third of it


def _is_exact(part: Decimal) -> bool:
    exponent = part.as_tuple().exponent
    return isinstance(exponent, int) and exponent >= -_EXACT


def half_of(hit: Hit) -> Number | None:
    part = part_at(hit, hit.first)
    scales = [f"S{power(v)}" for v in hit.all("S")]
    whole = evaluate(scales)
    if part is None or whole is None:
        return None
    if part * whole <= 1:
        return None  # 百分之十七 is a share
    return _made(part * whole, part, scales, digits=False)


def _made(value: Decimal, part: Decimal, scales: list[str], *, digits: bool) -> Number:
    """The number in which ``part`` stands, rounded where that cannot be written out: a third of a million."""
    if not scales or _is_exact(part):
        return Number(plain(value.normalize()), written_scale(scales), digits)
    return Number(value.to_integral_value(), written_scale(scales), digits, None, "about")


def and_half(hit: Hit) -> Number | None:
    """Two and a half million; un millón y medio; 5 ½."""
    at = hit.at("fτ")
    part, first = part_at(hit, at), hit.first
    if hit.at("S") < 0 and (after(hit) not in tuple("PpU") if hit.chain.tags[at] == "τ" else _opens(hit)):
        return None
    tag, value = hit.chain.tags[first], hit.chain.values[first]
    scales = [f"S{power(v)}" for v in hit.all("S")]
    if part is None or (tag == "w" and not value.isdigit()):
        return None
    count = digits(hit, first) if tag == "d" else Decimal(value) if tag == "w" else Decimal(1)
    unit = evaluate(scales) if scales else Decimal(1)
    if count is None or unit is None or count != count.to_integral_value():
        return None
    return _made((count + part) * unit, part, scales, digits=tag == "d")


def _opens(hit: Hit) -> bool:
    """Does a part of something else begin behind a number: in 2019, and a quarter of the total?"""
    value = hit.chain.values[hit.first]
    return after(hit) in tuple("_oKTJaA") or (hit.chain.tags[hit.first] == "d" and len(value) > THOUSAND)


def vulgar(hit: Hit) -> Number | None:
    """A whole number and a fraction of one character, with a blank between: "5 ½", "$10.34 ½"."""
    whole, part = hit.all("d")
    if not _WHOLE.fullmatch(whole) or len(part) != 1 or part.isdecimal():
        return None
    value, scales = parse_digits(whole + part), [f"S{power(v)}" for v in hit.all("S")]
    read = None if value is None else evaluate([value, *scales])
    return None if read is None else Number(plain(read.normalize()), written_scale(scales))


def dozens(hit: Hit) -> Number | None:
    """Two dozen; half a dozen; dos docenas de."""
    dozen: str = hit.chain.values[hit.last - 1]
    spelled = hit.chain.tags[hit.first] == "w" and dozen.endswith(VAGUE)
    count = _counting(hit) if spelled or dozen.endswith(DOZEN) else None
    return None if count is None else Number(plain((count * Decimal(dozen[:-1])).normalize()), digits=False)


def _counting(hit: Hit) -> Decimal | None:
    tag, value = hit.chain.tags[hit.first], hit.chain.values[hit.first]
    if tag == "w":
        return Decimal(value) if value.isdigit() else None
    return digits(hit, hit.first) if tag == "d" else part_at(hit, hit.first)
