"""Numbers without a unit: which of them go on with the amounts before, and what they are then."""

from __future__ import annotations

from decimal import Decimal

from tradenews.grammar.numbers import is_year
from tradenews.grammar.ranges import as_quantity
from tradenews.grammar.values import Number, Quantity
from tradenews.lazy import regex
from tradenews.models.amount import Amount
from tradenews.normalize.numbers import plain
from tradenews.scan.chain import Chain

_MILLION = 6
_DATED, _ONLY_DATED = 3, "nθ,l_GbVmYg"  # links in which a sentence opens with a time; tags beside it
_LISTED = 24  # links back to the last bracket of a list
_ENDS = frozenset(("", "s", ";", ",", "&"))
_DIFFERENCES = frozenset(("V=", "Vq", "Vo", "Vθ"))
_MORE_OR_LESS = ("over", "under")
_CLOSE = Decimal(1000)
_RAISED = Decimal(8)
_OWNED = 6  # links of "of the country's"
_HEADS = 14  # links back to the noun that says what a number counts
_PEOPLE_REACH = 40  # and to that which names the people who are counted
_BETWEEN = frozenset("Q›,&_laAkW°@‹VKtnqoHψ")
_BRACKETS = regex("›(?:[,&_ltno]{1,4}[aAkW°@ψH]{1,3}‹[VK]?N›){0,12}[,&_ltno]{1,4}[aAkW°@ψH]{1,3}‹[VK]?Q›")
_LIST = frozenset("lκV_oTqtnuzy,&Aak°bF'\"")
_NEXT_LAND = regex("[,;&][lJoquyz_V]{0,4}[AaW@°ψ]‹$")
_OF_LAND, _OTHERS, _ALL = regex("[AaW@°ψ]‹N›"), frozenset("sNUMCPθ"), 100
_ITEM = regex("[,&]l?_?b?$")  # before a number of a list
_OF_PLACE = regex("[qtonuz]_?[Aak°](?:[,&s;]|$)")  # behind it
_PLACE = regex("[,&][l_]?[qtonuzy]{0,2}_?[Aak°][lκ]?[yzuot_b]{0,3}$")  # or before it
_APART, _WHOLE = 12, 1000
_TOOK = regex("A(?:[uy:]|,?[lFnY]{0,3}[JVY][l_]?|(?<=[,&]A)|(?<=[,&][nt_]A))$")
_NEXT_NOUN = regex(
    "[,&¬;]{1,2}(?:[_alR]{0,3}[KT](?:[on]?_?[aAW]){0,2}V?[yoz_bt]{0,3}|[_l]{0,2}[Ak@°EW]V?y_?b?)$"
)
_REPRICED = regex("(?:[t=z]b?_?|[JVYglm]b|[QUTθ]&t?)$")  # before another price: "to 65", "no more than 50"
_PRICED_AT = regex("(?:n?[_lκ]{0,2}θ|[s,;&¬›V]|l?J|$)")  # behind it
_PRICES, _ALIKE = 10_000, 12  # money for one of something, and how far such prices lie apart
_LEADS_ON = regex("t[_b]{0,2}[QN]|n?_?θ")  # behind the step its level, or its time
_CLOSED = regex("[lq]?(?:[,;&s]|$)")
_STEP = regex("t[_b]{0,2}(?P<first>N)[,&¬lα]{1,4}t[_b]{0,2}$")  # "to 250, and then to"
_PEOPLE = regex("_a[lJYVFnb_]{0,4}$")  # "gli italiani", "les Chinois ont pris"
_NUMBER_OF = regex("(?:tb?_?N)?,?(?:n?_?θ,?)?_?Ko?_?[la]{0,2}[HøTDO]")
_NO_HEADS = frozenset("KJDCM;")


def like(number: Number, model: Quantity) -> Quantity:
    """``number`` in the unit of ``model``."""
    factor = model.factor if number.scale is None else Decimal(1)
    low, high = (
        plain(v * factor) for v in (number.value, number.value if number.high is None else number.high)
    )
    per = model.amount.per if model.amount.dimension != "money" or number.scale is None else None
    amount = Amount(low, high, model.amount.unit, number.bound, per, number.scale)
    return Quantity(amount, counted=model.counted, factor=model.factor)


def is_spent(chain: Chain, i: int, amount: Amount) -> bool:
    """Is what looks like a count money: "a vendu pour 2,3 milliards de chaussures"?"""
    large = amount.unit == "count" and (amount.scale or 0) >= _MILLION
    return large and chain.tags[max(i - 2, 0) : i] == "Jz"


def is_only_dated(chain: Chain, i: int) -> bool:
    """Does a sentence only give another time for what was told last: "2021 waren es 2,09 Millionen"?"""
    lead = chain.tags[max(chain.tags.rfind("s", 0, i), chain.tags.rfind("¶", 0, i)) + 1 : i]
    return "θ" in lead[:_DATED] and not set(lead) - set(_ONLY_DATED)


def near(number: Number, model: Quantity) -> bool:
    value, other = abs(number.value), abs(model.amount.low)
    return bool(value and other) and 1 / _CLOSE <= value / other <= _CLOSE


def nearer(number: Number, one: Quantity, other: Quantity | None) -> bool:
    """Is a number nearer in size to one amount than to another?"""
    value, first = abs(number.value), abs(one.amount.low)
    second = abs(other.amount.low) if other is not None else Decimal(0)
    if not (value and first and second):
        return False
    return max(value / first, first / value) < max(value / second, second / value)


def goes_on(chain: Chain, i: int, before: str) -> bool:
    """Is even a small number one of the amounts before it: "against 17", ", from 17", "(19)"?"""
    if is_year(chain.values[i]):
        return False
    return before == "=" or chain.tags[max(i - 2, 0) : i] == ",q" or leads_on(chain, i) or is_listed(chain, i)


def is_listed(chain: Chain, i: int) -> bool:
    """Does a number stand in brackets like an amount before it: "Germany (48 million) and France (19)"?"""
    bracket = chain.tags[i - 1 : i + 2] == "‹N›"
    return bracket and not is_year(chain.values[i]) and chain.tags.rfind("‹Q›", max(i - _LISTED, 0), i) >= 0


def in_list(chain: Chain, i: int) -> Quantity | None:
    """The percentage like which a number in a list of brackets is meant: "Peru (plus 5), Fiji (plus 9%)"."""
    signed = chain.text[chain.starts[i]] in "+-−–"
    if chain.tags[max(i - 2, 0) : i + 2] not in ("‹VN›", "‹KN›") and not (
        signed and chain.tags[i - 1 : i + 2] == "‹N›"
    ):
        return None
    hit = _BRACKETS.match(chain.tags, i + 1)
    at = chain.tags.rfind("Q", i, hit.end()) if hit is not None else chain.tags.rfind("Q›", 0, i)
    if at < 0 or (hit is None and set(chain.tags[at:i]) - _BETWEEN):
        return None
    model = chain.values[at]
    return model if isinstance(model, Quantity) and model.amount.unit == "percent" else None


def in_brackets(chain: Chain, i: int) -> Quantity | None:
    """The percentage like which one behind a country is: "Peru 29 percent, then Fiji (19), Oman (15)"."""
    number, at = chain.values[i], chain.tags.rfind("Q", max(i - _LISTED, 0), i)
    model = chain.values[at] if at >= 0 else None
    if (
        _OF_LAND.search(chain.tags, max(i - 2, 0), i + 2) is None
        or is_year(number)
        or number.high is not None
    ):
        return None
    if not isinstance(model, Quantity) or model.amount.unit != "percent":
        return None
    if set(chain.tags[at + 1 : i]) & _OTHERS or _NEXT_LAND.search(chain.tags, at, i) is None:
        return None
    fits = number.digits and number.scale is None and 0 < number.value < model.amount.high * 2
    return model if fits and number.value < _ALL else None


def goes_on_in_percent(chain: Chain, i: int) -> Quantity | None:
    """The percentage like which a number of a list is meant: "33 percent from Brazil, 25 from Vietnam"."""
    number, at = chain.values[i], chain.tags.rfind("Q", max(i - _APART, 0), i)
    model = chain.values[at] if at >= 0 else None
    first = at + 1 + (chain.tags[at + 1 : at + 2] in ("J", "F"))  # "33 percent came from"
    if not isinstance(model, Quantity) or model.amount.unit != "percent" or set(chain.tags[first:i]) - _LIST:
        return None
    if is_year(number) or not number.digits or number.scale is not None or not 0 < number.value < _WHOLE:
        return None
    tags = chain.tags
    led = _ITEM.search(tags, at, i) is not None and _OF_PLACE.match(tags, i + 1) is not None
    follows = _PLACE.search(tags, at, i) is not None and tags[i + 1 : i + 2] in _ENDS
    return model if led or follows else None


def repeats_percent(chain: Chain, i: int) -> Quantity | None:
    """The percentage like which one behind another noun is: "exports rose by 3.1 percent, imports by 2.8"."""
    number, tags = chain.values[i], chain.tags
    hit = _NEXT_NOUN.search(tags, max(i - _APART, 0), i)
    if hit is None or not (tags[i + 1 : i + 2] in _ENDS or _LEADS_ON.match(tags, i + 1)):
        return None
    if is_year(number) or not number.digits or number.scale is not None or not 0 < number.value < _WHOLE:
        return None
    at = tags.rfind("Q", 0, hit.start())
    if (
        tags[max(at - 3, 0) : at].rstrip("_b").endswith("Qt")
    ):  # "rose by 3 percent to 5 million, imports by 2"
        at = tags.rfind("Q", 0, at)
    model = chain.values[at] if at >= 0 else None
    if not isinstance(model, Quantity) or model.amount.unit != "percent" or set(tags[at:i]) & set("s;"):
        return None
    lead, other = (tags[:k].rstrip("b")[-1:] for k in (i, at))
    return model if lead == "y" or lead == other or "Q" not in tags[:at] else None


def percentage_before(chain: Chain, i: int) -> Quantity | None:
    """The percentage like which a bare number is meant; None where it is none."""
    return (
        in_list(chain, i)
        or in_brackets(chain, i)
        or goes_on_in_percent(chain, i)
        or repeats_percent(chain, i)
    )


def step_before(chain: Chain, i: int) -> int:
    """The number that is the first of two steps, of which the second is told: "to 250 and then to 500"."""
    step = _STEP.search(chain.tags, max(i - _HEADS, 0), i)
    return -1 if step is None else step.start("first")


def leads_on(chain: Chain, i: int) -> bool:
    """Does a number behind a comma tell a difference ("120 more than"), or follow a name: "to Russia, 90"?"""
    named = chain.tags[i - 2 : i] in ("A,", "@,", "k,", "a,") and chain.tags[i + 1 : i + 2] in _ENDS
    told = chain.tags[i + 1 : i + 2] == "b" and chain.values[i + 1] in _MORE_OR_LESS  # "weniger als" in one
    return named or chain.tags[i + 1 : i + 3] in _DIFFERENCES or (told and chain.tags[i - 1] == ",")


def is_repriced(chain: Chain, i: int, number: Number, price: Quantity | None) -> bool:
    """Is a bare number one more price: "from 145 euros a tonne to 110 and to 95 in 2015", "paid 5, now 4"?"""
    amount = None if price is None else price.amount
    if amount is None or amount.dimension != "money" or amount.scale or not 0 < amount.low < _PRICES:
        return False
    if number.scale is not None or not number.digits or is_year(number):
        return False
    tags = chain.tags
    before, behind = _REPRICED.search(tags, max(i - 3, 0), i), _PRICED_AT.match(tags, i + 1)
    beside = tags[i - 2 : i] == "Q&" and amount.per is not None and tags[i + 1 : i + 2] == "l"
    if before is None or not (behind or beside) or tags[max(i - 3, 0) : i - 1].endswith("N"):
        return False
    told = amount.per is not None or set(tags[max(i - _HEADS, 0) : i]) & set("VJKYm")
    return bool(told) and 1 / Decimal(_ALIKE) <= number.value / amount.low <= _ALIKE


def is_raised(number: Number, level: Quantity | None) -> bool:
    """Is a bare number meant in the millions of the amount before: "from 1,888 million to 1,021 in 2022"?"""
    scale = None if level is None else level.amount.scale
    if level is None or scale is None or scale < _MILLION or number.scale is not None or not level.amount.low:
        return False
    return 1 / _RAISED <= abs(number.value.scaleb(scale) / level.amount.low) <= _RAISED


def is_bought(chain: Chain, i: int, number: Number, level: Quantity | None) -> bool:
    """Is a bare number what one country took of goods counted before: "Germany alone took 402, Italy 187"?"""
    if level is None or level.amount.unit not in ("count", "head") or is_year(number) or not number.digits:
        return False
    took = _TOOK.search(chain.tags, max(i - _HEADS, 0), i)
    ends = _CLOSED.match(chain.tags, i + 1)
    return took is not None and ends is not None and number.value >= 2 and near(number, level)


def is_grouped(chain: Chain, i: int, number: Number) -> bool:
    """Is the number written like a quantity: with separators, or of more digits than a year?"""
    return not is_year(number) and (not number.plain or number.scale is not None or number.value >= 10_000)


def is_led(chain: Chain, i: int) -> bool:
    """Does a small word, a verb or a bracket lead to a number: "to 79,517", "bought barely 58,000"?"""
    if i == 0:
        return False
    tags = chain.tags
    if tags[i - 1] in "tzqynu=bV" or tags[i - 1 : i + 2] == "‹N›":
        return True
    return tags[max(i - 3, 0) : i].rstrip("l").endswith("J") or (tags[i - 1] == "," and leads_on(chain, i))


def is_of_people(chain: Chain, i: int) -> bool:
    """Does a number stand behind its people: "gli italiani ne hanno ritirate 300mila, i greci 90mila"?"""
    return _PEOPLE.search(chain.tags, max(i - _HEADS, 0), i) is not None


def heads_counted(chain: Chain, i: int) -> Quantity | None:
    """What a number in millions counts: "the number of foreign workers reached 5 million"."""
    noun: int | None = None
    for k in range(i - 1, max(i - _HEADS, -1), -1):
        tag = chain.tags[k]
        if tag == "K" and chain.values[k] == "count":
            number: Number = chain.values[i]
            counted = chain.words(k if noun is None else noun)
            return like(number, Quantity(Amount(number.value, number.value, "count"), counted=counted))
        if tag in _NO_HEADS:
            break
        if tag == "H" and noun is None:
            noun = k
    return None


def counted_behind(chain: Chain, i: int, number: Number) -> Quantity | None:
    """What a number counts that a verb raises or cuts to it: "redujo de 113 a 61 el número de empresas"."""
    hit = _NUMBER_OF.match(chain.tags, i + 1)
    if hit is None or number.value < 2 or chain.tags[max(i - 2, 0) : i].rstrip("b_")[-1:] not in "oqtV":
        return None
    noun = hit.end() - 1
    if chain.values[chain.tags.rfind("K", i, noun)] != "count":
        return None
    return Quantity(Amount(number.value, number.value, "count"), counted=chain.words(noun))


def people_told(chain: Chain, i: int) -> str | None:
    """The visitors of whom millions are told: "passengers rose 21 percent to 59 million"."""
    for k in range(i - 1, max(i - _PEOPLE_REACH, -1), -1):
        tag = chain.tags[k]
        if tag == "H" and chain.values[k] == "guest":
            return chain.words(k)
        if tag in "JMUTs;" or (tag == "K" and chain.values[k] != "count"):
            return None
        if tag == "Q" and chain.values[k].amount.dimension != "ratio":
            return None
    return None


def is_of_one(chain: Chain, i: int) -> bool:
    """Is an amount what one measure of goods costs: "a tonne of cocoa went over 9,000 pounds"?"""
    first = max(i - _PEOPLE_REACH, chain.tags.rfind("Q", 0, i) + 1, 0)
    if any(str(chain.values[k]).startswith("price") for k in chain.find("K", first, i)):
        return True
    unit = chain.tags.rfind("U", max(i - _PEOPLE_REACH, 0), i)
    return unit >= 0 and not set(chain.tags[unit:i]) & set("Q,;")


def whole_behind(chain: Chain, i: int, number: Number) -> Quantity | None:
    """The count of which a number is a part: "800 of the 9,000 jobs"."""
    ahead = i + 2
    while ahead - i < _OWNED and chain.tags[ahead : ahead + 1] in tuple("_GAao'Ωl"):
        ahead += 1
    whole = chain.values[ahead] if chain.tags[ahead : ahead + 1] == "Q" else None
    if not isinstance(whole, Quantity) or whole.amount.unit != "count" or not number.digits:
        return None
    return whole if 2 <= number.value < whole.amount.low else None


def lend(chain: Chain, i: int, found: Quantity) -> None:
    """Give a number before an amount its unit, and its scale: "from 5 to 7 million"."""
    part = chain.values[i] if i >= 0 else None
    first = as_quantity(part, found) if isinstance(part, Number) else None
    if first is not None:
        put(chain, i, first)


def put(chain: Chain, i: int, found: Quantity) -> None:
    chain.tags = chain.tags[:i] + "Q" + chain.tags[i + 1 :]
    chain.values[i] = found
