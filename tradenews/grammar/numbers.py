"""Digits and number words to numbers, with their scale words; ranges of bare numbers."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from attrs import evolve

from tradenews.grammar.fractions import DOZEN, VAGUE, and_half, dozens, half_of, vulgar
from tradenews.grammar.hits import THOUSAND, after, as_bound, before, claimed, digits, power, written_scale
from tradenews.grammar.rule import Grammar, Hit, Rule
from tradenews.grammar.values import Number
from tradenews.lazy import regex
from tradenews.lexicon.forms import UNSPACED
from tradenews.models.terms import Bound
from tradenews.normalize.numbers import plain
from tradenews.normalize.numerals import evaluate
from tradenews.scan.chain import Chain, Link

_LOOK_BACK = 16
WRITTEN_OUT = 1000  # from here on a number may well stand for itself beside millions
_THINGS = "CMBcUHTDø"  # what may stand after a number and make it an amount
_MEASURES = _THINGS + "Pp"
_MINUS = "−"
_POINT = "."
_BELOW_MILLION = regex("[0-9]{1,3}[.,][0-9]{3}")


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
            if value in ("-", _POINT):
                return None
            bound = "over" if value.endswith(VAGUE) else bound
            terms.append(Decimal(value.rstrip(VAGUE + DOZEN)))
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
    return Number(value, written_scale(terms), i >= 0, None, bound, len(terms) == 1 and text.isdigit())


def _one_more(hit: Hit) -> Number | None:
    """A million and what comes on top of it, by the thousand."""
    number = _number(hit)
    rest = None if number is None else number.value % Decimal(1).scaleb(number.scale or 0)
    return number if rest and rest >= Decimal(1).scaleb(THOUSAND) else None


def _scaled(hit: Hit) -> Any:
    """Digits and scale; a letter that may be a unit ("5 m") is a scale after a currency or before a unit."""
    last = hit.last - 1
    if "|" in hit.chain.values[last] and not _is_scale(hit, last):
        chain, number = hit.chain, _number(Hit(hit.chain, hit.first, last, hit.context))
        end = last - (chain.tags[last - 1] == "-")
        unit = Link("U", chain.starts[last], chain.ends[last], hit.chain.values[last].partition("|")[2])
        between = map(chain.link, range(end, last))
        return number and [Link("N", chain.starts[hit.first], chain.ends[end - 1], number), *between, unit]
    return (hit.last - hit.first == 2 and _cents(hit)) or _number(hit)


def _cents(hit: Hit) -> list[Link] | None:
    """A word for a hundred that is one for a coin, too, as it is behind digits: "19,68 cents"."""
    value, chain = digits(hit, hit.first), hit.chain
    coin = hit.context.lexicon.also(chain.words(hit.first + 1), "c") if hit.context else None
    if value is None or coin is None:
        return None
    return [
        Link("N", chain.starts[hit.first], chain.ends[hit.first], Number(value)),
        Link("c", chain.starts[hit.first + 1], chain.ends[hit.first + 1], coin),
    ]


def _is_scale(hit: Hit, last: int) -> bool:
    near = hit.chain.tags[max(hit.first - 3, 0) : hit.first]
    if hit.chain.tags[hit.last : hit.last + 2] in ("td", "-d", "&d"):
        return True  # from 1.2m to 900,000 tonnes
    if after(hit) == "-" and hit.chain.tags[hit.last + 1 : hit.last + 2] in tuple(_MEASURES):
        return True  # a 1.8m-tonne plant
    if "dSU" in hit.chain.tags[max(hit.first - _LOOK_BACK, 0) : hit.first]:
        return True  # sold 1.1m tonnes, down from 1.3m
    return "C" in near or after(hit) in tuple(_MEASURES)


def _rest(hit: Hit) -> Number | None:
    """Thousands and what is left of them: "3 mil 400 empresas", "un millón 187 mil 702", 12万5000吨."""
    scale, rest = hit.last - 2, hit.last - 1
    left = hit.chain.values[rest]
    if hit.chain.values[scale] == "6" and _BELOW_MILLION.fullmatch(left):
        return _number(hit)  # "1 millón 549.709 unidades"
    if hit.chain.text[hit.chain.starts[rest] - 1] >= UNSPACED:
        return _unspaced_rest(hit, scale, rest)
    if hit.chain.values[scale] not in ("3", "6") or not left.isdigit() or len(left) > THOUSAND:
        return None
    whole = hit.chain.values[scale] == "3" and len(left) == THOUSAND
    return _number(hit) if whole or after(hit) in tuple(_THINGS + "o") else None


def _unspaced_rest(hit: Hit, scale: int, rest: int) -> Number | None:
    """The same where nothing stands between the parts: 12万5000吨, 3千500吨."""
    text, scaled = hit.chain.values[rest], power(hit.chain.values[scale])
    joined = all(map(hit.chain.adjacent, range(hit.first + 1, hit.last)))
    if not joined or not text.isdigit() or not THOUSAND <= len(text) <= scaled:
        return None
    return _number(hit) if after(hit) in ("", *_MEASURES) else None


def _many_of(hit: Hit) -> Number | None:
    """A collective word as a scale: "1 576,8 milliers de tonnes", "5 centaines"."""
    value, many = digits(hit, hit.first), hit["w"]
    if value is None or not many.endswith(VAGUE):
        return None
    power = len(many) - 2
    return Number(value.scaleb(power), power if power >= THOUSAND else None)


def _thousands(hit: Hit) -> Number | None:
    """A thousand left unsaid: "mil 200 millones", "mil 500 empleos"."""
    place = hit.at("d")
    if hit.chain.values[hit.first] != "3" or not hit.chain.values[place].isdigit():
        return None
    if len(hit.chain.values[place]) > THOUSAND or (
        hit.last - place == 1 and after(hit) not in ("", *_MEASURES)
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


def _torn(hit: Hit) -> Number | None:
    """A decimal comma with a blank behind it, where money stands before it: "US$ 93, 4 millones"."""
    chain, (whole, rest) = hit.chain, hit.all("d")
    comma = hit.context is not None and hit.context.point == "," and chain.adjacent(hit.first + 1)
    if not comma or not (whole + rest).isdigit() or len(whole) > THOUSAND or len(rest) >= THOUSAND:
        return None
    in_bracket = before(hit) == "‹" and "M" in chain.tags[hit.last : hit.last + 2]
    if before(hit) not in ("C", "M") and not in_bracket:
        return None
    value, scale = Decimal(f"{whole}.{rest}"), power(chain.values[hit.last - 1])
    return Number(plain(value.scaleb(scale)), scale)


def _numbered(hit: Hit) -> Link | None:
    """No. 5, Article 12, top 10: numbers that name."""
    return Link("Z", hit.start, hit.end)


def _spoken(hit: Hit) -> Number | None:
    """Decimals in words: 三点五亿."""
    chain, dot = hit.chain, next((i for i in range(hit.first, hit.last) if hit.chain.values[i] == _POINT), -1)
    if dot <= hit.first:
        return None
    end = next((i for i in range(dot + 1, hit.last) if not _is_digit(chain, i)), hit.last)
    before, behind = (_terms(Hit(chain, *ends, hit.context)) for ends in ((hit.first, dot), (end, hit.last)))
    if before is None or behind is None or end == dot + 1:
        return None
    whole = _row(chain, hit.first, dot)
    whole = evaluate(before[0]) if whole is None else whole
    if whole is None:
        return None
    value = evaluate([Decimal(f"{whole}.{''.join(chain.values[dot + 1 : end])}"), *behind[0]])
    return None if value is None else Number(plain(value), written_scale(behind[0]), False, None, behind[1])


def _row(chain: Chain, first: int, last: int) -> Decimal | None:
    """The number whose digits stand in a row as words: 一一七 is 117."""
    if not all(_is_digit(chain, i) for i in range(first, last)):
        return None
    return Decimal("".join(chain.values[first:last]))


def _in_row(hit: Hit) -> Number | None:
    """Digits in words without a decimal: 三五○億元; not 三四家, which is three or four."""
    end = next((i for i in range(hit.first, hit.last) if hit.chain.tags[i] == "S"), hit.last)
    digits_, scales = _row(hit.chain, hit.first, end), [f"S{power(v)}" for v in hit.all("S")]
    value = None if digits_ is None else evaluate([digits_, *scales])
    if value is None or (not scales and after(hit) not in tuple(_MEASURES)):
        return None
    return Number(value, written_scale(scales), False)


def _either(hit: Hit) -> Number | None:
    """One of two digits in a row: 三四美元 is three or four, 两三百万吨 two or three million."""
    chain, first = hit.chain, hit.first
    if not (_is_digit(chain, first) and _is_digit(chain, first + 1)) or before(hit) in ("w", "S", "d", "."):
        return None
    scales = [f"S{power(v)}" for v in hit.all("S")]
    low, high = (evaluate([Decimal(chain.values[i]), *scales]) for i in (first, first + 1))
    close = all(map(chain.adjacent, range(first + 1, hit.last)))
    if (
        low is None
        or high is None
        or int(chain.values[first + 1]) != int(chain.values[first]) + 1
        or not close
    ):
        return None
    if after(hit) not in tuple(_MEASURES):
        return None
    return Number(low, written_scale(scales), False, high, "range")


def _is_digit(chain: Chain, i: int) -> bool:
    return chain.tags[i] == "w" and len(chain.values[i]) == 1 and chain.values[i].isdigit()


def _bare_scale(hit: Hit) -> Number | None:
    """Millions of customers: a scale with nothing before it, and something that it counts."""
    value = hit.chain.values[hit.first]
    if (
        "|" in value
        or (hit.words < UNSPACED and (power(value) < THOUSAND or len(hit.words) < 3))
        or not hit.words.replace(" ", "").isalpha()
    ):
        return None
    if after(hit) not in tuple("UMHoTalW") and " " not in hit.words:
        return None
    unspaced = hit.words[0] >= UNSPACED
    exact = unspaced or power(value) == THOUSAND or " " in hit.words
    if unspaced:
        if after(hit) not in tuple("UMH") or before(hit) not in tuple("beV"):
            return None  # 千 and 万 are also parts of names, and 亿美元 is what a table is told in
    elif power(value) == THOUSAND and after(hit) not in tuple("UMHT"):
        return None
    return Number(Decimal(1).scaleb(power(value)), power(value), False, None, "exact" if exact else "over")


def _signed(hit: Hit) -> Number | None:
    """A number with its sign; a plus apart from it stays a link of its own, which tells of growth."""
    sign, number = hit.chain.values[hit.first], hit.chain.values[hit.last - 1]
    if sign == "+":
        return number if hit.chain.adjacent(hit.last - 1) else None
    return _negative(number) if sign == "-" else None


def _negative(number: Number) -> Number:
    return Number(-number.value, number.scale, number.digits, None, number.bound)


def _dashed(hit: Hit) -> Number | None:
    """A minus with a blank behind it: no dash, or what an amount comes to: "à - 58,9 milliards"."""
    number: Number = hit.chain.values[hit.last - 1]
    if number.value < 0 or not (hit.chain.words(hit.first) == _MINUS or _comes_to(hit)):
        return None
    return _negative(number)


def _comes_to(hit: Hit) -> bool:
    """Does what leads up to an amount stand before a dash: "s'établit à - 58,9 milliards"?"""
    i = hit.first - 1
    return before(hit) in tuple("q=αzY") or (before(hit) == "V" and hit.chain.values[i] == "to")


def _plus(hit: Hit) -> Number | None:
    """A number and more: "100+ companies"."""
    number: Number = hit.chain.values[hit.first]
    if (
        hit.chain.words(hit.last - 1) != "+"
        or not hit.chain.adjacent(hit.last - 1)
        or number.bound != "exact"
    ):
        return None
    return evolve(number, bound="over")


def is_year(number: Number) -> bool:
    """Do the bare digits look like a year?"""
    return number.plain and 1900 <= number.value <= 2099


def shared(low: Number, high: Number) -> Number:
    """``low`` with the scale of ``high`` where it has none of its own and needs it: 8.4 (and 9.4 billion)."""
    if low.scale is not None or high.scale is None:
        return low
    raised = low.value.scaleb(high.scale)
    if raised >= high.value and low.value >= WRITTEN_OUT:
        return low
    return Number(raised, high.scale, low.digits, None, low.bound)


def _range(hit: Hit) -> Number | None:
    low, high = hit.all("N")
    if low.digits != high.digits or is_year(low):
        return None
    low = shared(low, high)
    thousands = low.value * 1000
    if low.plain and low.value < 1000 and thousands < high.value <= thousands * 10 and high.value % 1000 == 0:
        low = Number(thousands)  # 25-30,000
    return None if low.value >= high.value else Number(low.value, high.scale, low.digits, high.value, "range")


NUMBERS = Grammar(
    "N",
    Rule("number.name", "№ [#:-]? d (?! o? [SUPMBp] )", _numbered, example="Article 12"),
    Rule("number.rank", "№ [wS]{1,3}", _numbered, example="第三大", language="zh"),
    Rule("number.broken", "d (?: , d ){1,3}", _broken, example="283, 000"),
    Rule("number.torn", "d , d S", _torn, example="US$ 93, 4 millones", language="es"),
    Rule("number.half-of", "(?: f o? _? | τ -? ) S{1,2}", half_of, example="half a million"),
    Rule("number.dozens", "[dwf] _? w", dozens, example="two dozen"),
    Rule("number.and-half", "[dw] -? & -? _? -? [fτ] -? S{0,2}", and_half, example="two and a half million"),
    Rule("number.vulgar", "d d S{0,2}", vulgar, example="5 ½ percent"),
    Rule("number.spoken", "[wS]{1,9} w{2,5} S{0,3}", _spoken, example="三点五亿美元", language="zh"),
    Rule("number.either", "w{2} S{0,3} (?! [wS] )", _either, example="三四美元", language="zh"),
    Rule("number.row", "w{3,8} S{0,2}", _in_row, example="三五○億元", language="zh"),
    Rule("number.half-more", "[dw_] S{1,2} & _? [fτ]", and_half, example="un millón y medio", language="es"),
    Rule("number.rests", "[dw_] S d S d", _rest, example="un millón 187 mil 702 contenedores", language="es"),
    Rule("number.stacked", "[dw_] S{1,3} w? d S{1,3}", _number, example="10 mil 25 millones", language="es"),
    Rule("number.thousands", "S d S{0,2}", _thousands, example="mil 200 millones", language="es"),
    Rule("number.rest", "[dw] S{1,2} d", _rest, example="3 mil 400 empresas", language="es"),
    Rule("number.over", "d S{0,2} [eV] S{0,2}", _number, example="110多个项目", language="zh"),
    Rule("number.many-of", "d w", _many_of, example="1 576,8 milliers de tonnes", language="fr"),
    Rule("number.scaled", "d -? S{1,3}", _scaled, example="1.2 billion"),
    Rule("number.digits", "d", _number, example="10,000"),
    Rule("number.words-over", "[wS] [wS]{0,6} [eV] S{0,2}", _number, example="二十多个项目", language="zh"),
    Rule("number.words", "[wS] (?: [-&]? [wS] ){1,12}", _number, example="two hundred and fifty thousand"),
    Rule("number.word", "w", _number, example="twelve"),
    Rule(
        "number.one-more",
        "_ S (?: &? w S{0,2} ){1,3}",
        _one_more,
        example="un millón doscientos mil",
        language="es",
    ),
    Rule("number.one", "_ S{1,2}", _number, example="a billion"),
    Rule("number.vague", "S", _bare_scale, example="millions of dollars"),
)

SIGNS = Grammar(
    "N",
    Rule("number.sign", "± N", _signed, example="-5.3 percent"),
    Rule("number.minus", "w N", _signed, example="负5.3%", language="zh"),
    Rule("number.dash", "- N", _dashed, example="le cacao − 5,3 %", language="fr"),
    Rule("number.plus", "N #", _plus, example="100+ companies"),
)

SPANS = Grammar(
    "N",
    Rule("number.between", "< [_b]{0,2} N & [_b]{0,2} N", _range, example="between 10 and 12 billion"),
    Rule("number.range", "N - N", _range, example="5-10 percent"),
)
