"""Numbers with units to amounts; their rates."""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache
from typing import Any

from attrs import evolve, frozen

from tradenews.grammar.hits import OF_UNIT, after, claimed, part_at, power
from tradenews.grammar.rule import Grammar, Hit, Rule
from tradenews.grammar.values import Number, Quantity
from tradenews.lazy import regex
from tradenews.lexicon.forms import UNSPACED, fold
from tradenews.models.amount import Amount
from tradenews.normalize.currency import currency_of_place
from tradenews.normalize.numbers import plain
from tradenews.scan.chain import Link

_TENTH = Decimal(10)
_PAIR, _FEWEST, _HUNDRED = 3, 5, 100  # links of an amount with its coins, how many may stand unnamed
_HALF = Decimal("0.5")
_THINGS = "CMBcUHTDøPpλ№fSwi-K"
_FEW_POINTS = 10  # more are those of a share index
_PARTS = (2, 4, 8)  # what quarters and eighths are written over
_TO_PERCENT = regex(r",?V?[tq]_?b?N-?P")
_OF_PERCENT = regex(r"P[,‹]?[_b]{0,4}V?[yb_]{0,4}$")
_REACH = 8
SMALL_POINTS = 50  # "2,2 puntos" are percentage points, "12.000 puntos" those of a share index


@frozen
class Unit:
    """What the value of a unit word says: its code, the other side of its rate, a factor."""

    code: str
    per: str | None = None
    factor: Decimal = Decimal(1)
    small: bool = False
    part: bool = False

    @classmethod
    @lru_cache(maxsize=1024)
    def of(cls, value: str) -> Unit:
        """Read ``bbl/day*1000``, ``USD*0.01``, ``percentage_point?`` (or ``!``), ``JPY|CNY``."""
        body, _, factor = value.partition("*")
        code, _, per = body.partition("/")
        name = code.rstrip("?!")
        return cls(name, per or None, Decimal(factor or 1), code.endswith("?"), code.endswith("!"))

    def times(self, value: Decimal) -> Decimal:
        """``value`` times the factor, without decimals that the factor has made needless."""
        return plain(value if self.factor == 1 else (value * self.factor).normalize())

    @property
    def scale(self) -> int | None:
        """The power of ten of a factor that stands for a scale word: six for MUSD, None for cents."""
        power = self.factor.adjusted()
        return power if power >= 3 and self.factor == Decimal(1).scaleb(power) else None


def quantity(number: Number, unit: Unit) -> Quantity | None:
    """A number in a unit; None where the unit cannot be meant."""
    if unit.small and abs(number.value) > SMALL_POINTS:
        return None
    low = unit.times(number.value)
    high = low if number.high is None else unit.times(number.high)
    scale = number.scale
    if unit.scale is not None:
        scale = unit.scale + (number.scale or 0)
    amount = Amount(low, high, unit.code, number.bound, unit.per, scale)
    return Quantity(amount, factor=unit.factor)


def _measured(hit: Hit) -> Quantity | None:
    if hit.chain.words(hit.last - 1) == "G":
        return None  # 5G is no weight
    if "o" in hit.tags and hit.chain.tags[hit.first - 1 : hit.first] == "№":
        return None  # "Linha 1 do metro"
    if _is_for_one(hit):
        return None
    unit = Unit.of(hit.chain.values[hit.last - 1])
    if unit.part and (abs(hit["N"].value) > _FEW_POINTS or not _beside_percent(hit)):
        return None
    return quantity(hit["N"], unit)


def _is_for_one(hit: Hit) -> bool:
    """Is one of a unit only what a price is for: 一公斤生豆40元?"""
    number, unspaced = hit["N"], hit.chain.text[hit.end - 1] >= UNSPACED
    one = number.value == 1 and not number.digits and number.scale is None
    return unspaced and one and hit.chain.tags[hit.last - 1] == "U"


def _changed(hit: Hit) -> list[Link] | None:
    """An amount with the change between number and unit: "40,000 fewer tonnes"."""
    found, chain = _measured(hit), hit.chain
    if found is None or chain.values[hit.first + 1] not in ("up", "down"):
        return None
    change = Link("V", chain.starts[hit.first + 1], hit.end, chain.values[hit.first + 1])
    return [Link("Q", hit.start, chain.ends[hit.first], found), change]


def _litres(hit: Hit) -> Quantity | None:
    """A unit whose word also says that something rises, where nothing does: 2.57亿升葡萄酒."""
    unit = claimed(hit, hit.last - 1, "U")
    touches = hit.chain.adjacent(hit.last - 1) and hit.chain.text[hit.end - 1] >= UNSPACED
    return quantity(hit["N"], Unit.of(unit)) if unit is not None and touches else None


def _beside_percent(hit: Hit) -> bool:
    """Does a rate stand at bare points, of which they are: "by 0.9 points to 2.9 percent"?"""
    tags = hit.chain.tags
    ahead = _TO_PERCENT.match(tags, hit.last)
    return ahead is not None or _OF_PERCENT.search(tags, max(hit.first - _REACH, 0), hit.first) is not None


def _one(hit: Hit) -> Quantity | None:
    """``um ein Prozent``, ``een procentpunt``: an article that is also the number one."""
    if claimed(hit, hit.first, "w") != "1":
        return None
    unit = Unit.of(hit.chain.values[hit.last - 1])
    return Quantity(Amount(unit.factor, unit.factor, unit.code))


def _tenths(hit: Hit) -> Quantity | None:
    """Tenths and hundredths: 七成五 is 75 percent."""
    unit = Unit.of(hit["P"])
    rest: Number = hit.chain.values[hit.last - 1]
    whole = quantity(hit["N"], unit)
    if (
        whole is None
        or unit.factor != _TENTH
        or rest.value >= _TENTH
        or not all(map(hit.chain.adjacent, (hit.last - 2, hit.last - 1)))
    ):
        return None
    value = plain(whole.amount.low + rest.value)
    return evolve(whole, amount=evolve(whole.amount, low=value, high=value))


def _is_letter(hit: Hit, i: int) -> bool:
    """Is link ``i`` a currency symbol of one letter, such as R or N, that must touch its number?"""
    return hit.chain.ends[i] - hit.chain.starts[i] == 1 and hit.chain.words(i).isalpha()


def _prefixed(hit: Hit) -> Any:
    chain = hit.chain
    i, at = hit.at("CM"), hit.at("N")
    number: Number = chain.values[at]
    if chain.tags[i + 1] in "KW" and not chain.words(i + 1).isupper():
        return None
    if _is_letter(hit, i) and not chain.adjacent(at) and number.scale is None:
        return None
    if chain.tags[hit.first] == "-":
        if not chain.adjacent(hit.first + 1) or chain.adjacent(hit.first):
            return None
        number = evolve(number, value=-number.value)
    unit = Unit.of(chain.values[i])
    if _is_letter(hit, i) and number.scale is None and number.value < _LEAST and unit.code in _ALSO_NUMBERED:
        return None  # "K2" is a mountain, "Q2" a quarter
    if hit.last - 1 > at:
        named = Unit.of(chain.values[hit.last - 1])
        common = [c for c in named.code.split("|") if c in unit.code.split("|")]
        if common:
            unit = evolve(named, code="|".join(common))
        else:
            made = quantity(number, unit)
            rest = [chain.link(k) for k in range(at + 1, hit.last)]
            return made and [Link("Q", hit.start, chain.ends[at], made), *rest]
    return quantity(number, unit)


def _split(hit: Hit) -> Quantity | None:
    """Money with its coins unnamed behind it: "nine dollars eighty", "9 fr. 80"."""
    whole, coins = hit.all("N")
    if whole.scale is not None or coins.scale is not None or coins.high is not None or whole.high is not None:
        return None
    joined = hit.last - hit.first > _PAIR
    if coins.digits != whole.digits or (joined and coins.digits) or after(hit) in tuple(_THINGS):
        return None
    if hit.chain.words(hit.at("MC")).isupper():
        return None  # "34 EUR 35"
    if not _FEWEST <= coins.value < _HUNDRED or coins.value != coins.value.to_integral_value():
        return None
    return quantity(Number(whole.value + coins.value / _HUNDRED, None, whole.digits), _unit_at(hit))


def _with_coins(hit: Hit) -> Quantity | None:
    """Money and its coins: "five euros and 20 cents", 9元8角."""
    (whole, coins), minor = hit.all("N"), Unit.of(hit["c"])
    if whole.scale is not None or coins.scale is not None or whole.high is not None or coins.high is not None:
        return None
    value = whole.value + coins.value * minor.factor
    if not coins.value * minor.factor < 1 or whole.value != whole.value.to_integral_value():
        return None
    return quantity(Number(plain(value), None, whole.digits), _unit_at(hit))


def _and_half(hit: Hit) -> Quantity | None:
    """A unit and a half of it behind the number: "trois points et demi", "due euro e mezzo"."""
    part, number = part_at(hit, hit.last - 1), hit["N"]
    unit = Unit.of(hit.chain.values[hit.at("pPM")])
    closed = after(hit) not in tuple("oTKHSUMPp_")
    if part != _HALF or not closed or number.scale is not None or number.high is not None:
        return None
    return quantity(Number(number.value + part, None, number.digits), unit)


def _half_more(hit: Hit) -> Quantity | None:
    """Half a tenth more: 六成半 is 65 percent."""
    unit, whole = Unit.of(hit["P"]), quantity(hit["N"], Unit.of(hit["P"]))
    words = hit.context.lexicon.lines["name_words"].get("half_more", ()) if hit.context else ()
    close = hit.chain.adjacent(hit.last - 2) and hit.chain.adjacent(hit.last - 1)
    if (
        whole is None
        or unit.factor != _TENTH
        or not close
        or fold(hit.chain.words(hit.last - 1)) not in words
    ):
        return None
    value = plain(whole.amount.low + _TENTH / 2)
    return Quantity(evolve(whole.amount, low=value, high=value))


def _unit_at(hit: Hit) -> Unit:
    return Unit.of(hit.chain.values[hit.at("MC")])


_SHARED = "EUR"  # the money of many, to which no country's adjective belongs


def _suffixed(hit: Hit) -> Quantity | None:
    i = hit.at("CM")
    if i >= 0 and _is_letter(hit, i) and hit.chain.tags[i] == "C":
        return None
    value = hit.chain.values[i] if i >= 0 else claimed(hit, hit.last - 1, "M")
    if value is None:
        return None
    unit = Unit.of(value)
    country = hit.get("aA")
    if country is not None and unit.code == _SHARED:
        return None  # "5 miljoen euro Nederlandse groenten"
    if country is not None:
        own = currency_of_place(str(country))
        if own not in unit.code.split("|"):
            return None
        unit = evolve(unit, code=own)
    return quantity(hit["N"], unit)


def _share(hit: Hit) -> Quantity | None:
    """Half, ein Viertel, drei Fünftel as percent; only what percent says exactly."""
    at = hit.at("f")
    part = part_at(hit, at)
    if part is None or (hit.get("N") is None and not _is_half(hit)):
        return None
    if str(hit.chain.values[at]).endswith(OF_UNIT):
        return None  # "en medio de", "por meio de"
    if (number := hit.get("N")) is not None:
        if number.high is not None or number.scale is not None:
            return None
        part *= number.value
    value = part * 100
    if value.as_tuple().exponent < -2 or not 0 < value < 100:  # type: ignore[operator]
        return None
    return Quantity(Amount(plain(value.normalize()), plain(value.normalize()), "percent"))


def _part(hit: Hit) -> Quantity | None:
    """Half a percentage point, ein halbes Prozent."""
    part = part_at(hit, hit.at("fτ"))
    return None if part is None else quantity(Number(part), Unit.of(hit.chain.values[hit.last - 1]))


def _part_of(hit: Hit) -> Quantity | None:
    """Three quarters of a cent, by one sign."""
    number: Number = hit["N"]
    small = number.high is None and 0 < number.value < 1
    return quantity(number, Unit.of(hit.chain.values[hit.last - 1])) if small else None


def _slashed(hit: Hit) -> Quantity | None:
    """3/4 cent, as prices of grain are told: quarters and eighths."""
    top, bottom = hit.chain.values[hit.first], hit.chain.values[hit.first + 2]
    if bottom.value not in _PARTS or not 0 < top.value < bottom.value:
        return None
    return quantity(Number(top.value / bottom.value), Unit.of(hit.chain.values[hit.last - 1]))


def _quarter(hit: Hit) -> Quantity | None:
    """ "A quarter less", "by a quarter": no three months."""
    words = hit.context.lexicon.lines["directions"].get("more or less", ()) if hit.context else ()
    part, by = part_at(hit, hit.at("τ")), hit.chain.tags[hit.first - 1 : hit.first] == "y"
    if part is None or (not by and fold(hit.chain.words(hit.last)) not in words):
        return None
    value = plain((part * 100).normalize())
    return Quantity(Amount(value, value, "percent"))


def _is_half(hit: Hit) -> bool:
    """Is the word for a half of the year a share here?"""
    tags = hit.chain.tags
    near, led = tags[hit.last : hit.last + 3].lstrip("-_"), tags[max(hit.first - 3, 0) : hit.first]
    if led.rstrip("_").endswith(("τ&", "θ&", "λ&")):
        return False  # six months and a half
    timed = near[:1] in tuple("τθμλ") and near[1:2] not in tuple("KT")  # half of 2018, not half the 2018 crop
    timed = timed and not led.rstrip("_").endswith(("Vo", "Vy"))  # "baisser d'un quart d'ici à 2024"
    return led[-1:] not in tuple("iκ") and not timed


def _inverse(hit: Hit) -> Quantity | None:
    """百分之五, 三分之一."""
    head, tail = hit.chain.values[hit.first], hit.chain.values[hit.last - 1]
    last = tail if isinstance(tail, Number) else Number(Decimal(1).scaleb(power(tail)))
    if hit.chain.tags[hit.first] == "f":
        part = part_at(hit, hit.first)
        if not part or part * 100 > 1:
            return None  # half its 300 ships
        value = last.value * part * 100
    else:
        parts = head.value if isinstance(head, Number) else Decimal(1).scaleb(power(head))
        if not parts:
            return None
        value = 100 * last.value / parts
    if value.as_tuple().exponent < -4:  # type: ignore[operator]
        return None
    value = plain(value.normalize())
    return Quantity(Amount(value, value, "percent", last.bound))


_ALSO_NUMBERED, _LEAST = frozenset(("ZMW|PGK|MWK", "GTQ")), 10  # letters that number things, too

AMOUNTS = Grammar(
    "Q",
    Rule("money.prefix", "C - ? N (?: o? [MCc] )?", _prefixed, example="US$1.2 billion"),
    Rule("money.terms", "C [KW] N", _prefixed, example="U$S FOB 985 millones", language="es"),
    Rule("money.minus", "- C N", _prefixed, example="-$5 million"),
    Rule("money.named", "M N [MC]", _prefixed, example="人民币1.2亿元", language="zh"),
    Rule("money.nation", "N o? a{1,2} M", _suffixed, example="5 million Singaporean dollars"),
    Rule("money.of-nation", "N o? M [aA]", _suffixed, example="5 million dollars Canadian"),
    Rule("money.bracket", "N -? M ‹ A ›", _suffixed, example="9 billion dollars (U.S.)"),
    Rule("points.half", "N [pPM] & f", _and_half, example="trois points et demi", language="fr"),
    Rule("money.coins", "N M [&u]? N c", _with_coins, example="nine dollars and 80 cents"),
    Rule("money.split", "N [MC] [&u]? N", _split, example="neuf francs quatre-vingts", language="fr"),
    Rule("money.suffix", "N -? o? -? M", _suffixed, example="20 million euros"),
    Rule("money.claimed", "N -? [YFah]", _suffixed, example="5 billion won"),
    Rule("money.code", "N -? o? C (?! -? N )", _suffixed, example="34 EUR"),
    Rule("money.minor", "N -? o? c", _measured, example="23 cents"),
    Rule("pounds", "N -? o? -? B", _measured, example="40,000 pounds"),
    Rule("percent.tenths", "N P N", _tenths, example="约七成五", language="zh"),
    Rule("percent.half", "N P [lfwτ]", _half_more, example="六成半", language="zh"),
    Rule("percent", "N o? -? P", _measured, example="12.2 percent"),
    Rule("points", "N o? -? p", _measured, example="1.6 percentage points"),
    Rule("quantity", "N -? o? -? U", _measured, example="10,000 metric tons"),
    Rule("quantity.changed", "N V U", _changed, example="40,000 fewer tonnes"),
    Rule("quantity.rising", "N V (?! [^s,;T¶›] )", _litres, example="进口葡萄酒2.57亿升", language="zh"),
    Rule("percent.one", "_ [Pp]", _one, example="um ein Prozent", language="de"),
    Rule("part.one", "_ f [PpUMB]", _part, example="ein halbes Prozent", language="de"),
    Rule("part", "f _? [PpUMB]", _part, example="half a percentage point"),
    Rule("part.minor", "_? [fτ] o? _? c", _part, example="half a cent"),
    Rule("part.of_minor", "N o _ c", _part_of, example="¾ of a cent"),
    Rule("part.slash", "N / N (?: o _ )? c", _slashed, example="3/4 cent"),
    Rule("part.point", "[fτ] [-o]? _? [Pp]", _part, example="a quarter-point cut"),
    Rule("share.hundredths", "f [NS]", _inverse, example="百分之五", language="zh"),
    Rule("share.inverse", "[NS] f N", _inverse, example="二十分之一", language="zh"),
    Rule(
        "share.by", "_ τ (?<= y_τ ) (?= [s,;&t¬¶] )", _quarter, example="raised those to Peru by a quarter."
    ),
    Rule("share.less", "_ τ (?=V)", _quarter, example="exported a quarter less cocoa"),
    Rule("share.of", "N -? f", _share, example="four fifths"),
    Rule("share.one", "_ f", _share, example="ein Viertel", language="de"),
    Rule("share.alone", "f", _share, example="half"),
    Rule("money.before", "M N (?! [A-Za-zÀ-ÿ] )", _prefixed, example="euro 5 milioni", language="it"),
)
