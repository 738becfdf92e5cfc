"""Bare numbers that close their phrase, and so are amounts: "after 13,003 the year before", "9,000 of them".

In a sentence about amounts such a number tells one more. Its unit is that of the last amount of its size; the
text has told that amount shortly before, or counts things by a noun of the sentence.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from attrs import evolve

from tradenews.grammar.numbers import is_year
from tradenews.grammar.values import Number, Quantity
from tradenews.lazy import regex
from tradenews.lexicon.forms import UNSPACED, fold
from tradenews.lexicon.index import Lexicon
from tradenews.models.amount import Amount
from tradenews.normalize.numbers import plain
from tradenews.scan.chain import Chain

_LED: Final = regex("[tzqynu=mJVYF<][_b]{0,3}$|[lKVY][oω]?_?b?$|[HT]o_?b?$|_b?$")  # a small word or a verb
_NOUN: Final = regex("[_noqtzuy,¶:]l$")  # "page 12", "on route 40"
_AT: Final = regex("z[_b]?$")
_APART: Final = regex("[,&][_b]?$")  # or only a comma before the next of a list
_PARTS: Final = regex("F,?[_blY]{0,2}$")
_ENDS: Final = regex(
    "$|[s;,&¬›=:]|‹Q|_[Km]|[\"'][s,;]|_?θ|[noqtzuy]_?_?[θAak°@ψωκ]|b?[oqnz]?_?θ|[VJYm]{1,2}(?:$|[s,;›])"
)
_TIME_BEHIND: Final = regex("[not]?_{0,2}[θκi]")
_PARALLEL: Final = regex("[,&;¬]{1,2}[oqntz]?[_b]{0,2}$")  # "5 in May and of 4.8 in June"
_TIMED: Final = regex("[,&;¬]{1,2}n?_?[θi][lV]?_?b?$")  # "5 this year, last year 4.8"
_GAPPED: Final = regex("[;&][^Q;s]{0,8}[A@kaTHlψ],[oytn]?[_b]{0,2}$|[,&;]{1,2}_?[al]?T[_b]{0,2}$")
_ORDINAL_BEHIND: Final = regex("n?_?lτ?(?:[s,;&]|$)")
_ITEMS, _ORDINAL = regex("[,&;¬]{1,2}_?b?$"), regex("[,&;¬]{1,2}n?_?lτ?$")
_STEPS: Final = regex("t[_b]{0,2}[NQ]")
_OPENS: Final = regex("[qo][_b]{0,2}$")
_WHOLE: Final = regex("(?:^|s)o[^Q,;s]{0,5}Q,$")  # "Of the 48 plants, "
_WHOLE_SPOKEN: Final = regex("(?:^|[s¶,¬])[oz][_a]{0,3}Q[^Q;sN]{0,6}$")  # "Of the 48 in Peru only"
_CLOSES: Final = ("", "s", ";", ",")
_NO_NUMBER: Final = ("-", "i", "f", "x")  # behind a word that is no number by itself
_ITEM: Final = regex("Q(?:F|[^Q;s]{0,4}(?<=F)Q)[^Q;s]{0,4}[,&]{1,2}$")  # "60 of them standard and "
_GOES: Final = regex("[tqnzuyFVJYb]")  # behind a number of more than a few digits
_OF_THEM: Final = regex("F|o_?(?:[s,;]|$)")
_THINGS: Final = regex("[l]?[HTUMPpCcBλτD№d]")
_SHORT, _LONG = Decimal(8), Decimal(50)  # how far in size from the amount that it goes on with
_NOUNS: Final = frozenset("Hø")
_COUNTS: Final = ("count", "head")
_HUNDRED = 100
_REACH = 12  # links back to the part told before
_DIGITS = 10_000  # of more digits than a year


def closing(chain: Chain, i: int, told: Sequence[Quantity], here: int, lexicon: Lexicon) -> Quantity | None:
    """What a bare number at link ``i`` is, where it closes its phrase.

    ``told`` are the amounts read before it in its paragraph, the last one first, ``here`` how many of them in
    its sentence.
    """
    number: Number = chain.values[i]
    if is_year(number) or number.value < 2:
        return None
    if number.high is not None:
        return _range_of_price(chain, i, number, told) if here else None
    if (part := _of_them(chain, i, number, told, here, lexicon)) is not None:
        return part
    if not number.digits or _is_name(chain, i):
        return None
    closes = _is_led(chain, i, number, lexicon) and _is_closed(chain, i, number, lexicon)
    if not closes and not (here and (_is_dated(chain, i) or _is_of_next(chain, i, lexicon))):
        return None
    if (heads := _heads(chain, i, number, told[:here], lexicon)) is not None:
        return heads
    steps = _STEPS.match(chain.tags, i + 1) is not None  # the number behind it tells what it is
    dated = _TIME_BEHIND.match(chain.tags, i + 1) is not None
    raised = dated or _AT.search(chain.tags, max(i - 2, 0), i) is None
    for place, model in enumerate(told):
        if _is_other_money(chain, i, model) or (model.amount.dimension == "ratio" and steps):
            continue
        if (found := _in_unit(number, model, place, raised=raised)) is not None:
            return found
    return None


def _range_of_price(chain: Chain, i: int, number: Number, told: Sequence[Quantity]) -> Quantity | None:
    """A range that is one more price: "il buono vale 380-385 euro, il mercantile 345-350"."""
    model = told[0]
    small = model.amount.dimension == "money" and model.amount.scale is None
    if not small or number.scale is not None or chain.tags[i + 1 : i + 2] not in _CLOSES:
        return None
    low = _in_unit(Number(number.value, None, number.digits), model, 0)
    if low is None or number.high is None:
        return None
    return evolve(low, amount=evolve(low.amount, high=plain(number.high * model.factor), bound="range"))


def _of_them(
    chain: Chain, i: int, number: Number, told: Sequence[Quantity], here: int, lexicon: Lexicon
) -> Quantity | None:
    """A part of what was just counted, in words, too: "41 ships, nine of them", "of 17 mills only 8"."""
    whole = next((q for q in told if q.amount.unit in _COUNTS and q.amount.scale is None), None)
    if whole is None or number.scale is not None or not number.value < whole.amount.low:
        return None
    named = tells_of_them(chain, i, lexicon)
    if not named:
        spoken = here > 0 and _WHOLE_SPOKEN.search(chain.tags, max(i - _REACH, 0), i) is not None
        counts = _THINGS.match(chain.tags, i + 1) is not None and chain.tags[i + 1] != "l"
        if not spoken or counts or chain.tags[i + 1 : i + 2] in _NO_NUMBER:
            return None
    value = plain(number.value)
    return Quantity(Amount(value, value, whole.amount.unit, number.bound), counted=whole.counted)


def tells_of_them(chain: Chain, i: int, lexicon: Lexicon) -> bool:
    """Does "of them" stand behind a number: "nine of them", "40 von ihnen", "sei delle quali"?"""
    words = lexicon.lines["name_words"].get("of_them", ())
    ahead = next((k for k in (i + 1, i + 2, i + 3) if chain.tags[k : k + 1] not in ("o", "q", "'")), i + 1)
    return ahead < len(chain) and fold(chain.words(ahead)) in words


def _is_other_money(chain: Chain, i: int, model: Quantity) -> bool:
    """Is money told in brackets behind a number, and so what the number is not: "10.5 (3 million euros)"?"""
    aside = chain.values[i + 2] if chain.tags[i + 1 : i + 3] == "‹Q" else None
    return isinstance(aside, Quantity) and aside.amount.unit == model.amount.unit


def _is_name(chain: Chain, i: int) -> bool:
    """Is it the number of a model, block or page, or a time of day: "Peugeot 3008", "16:40"?"""
    before, behind = chain.tags[i - 1 : i], chain.tags[i + 1 : i + 2]
    touches = bool(behind) and behind in "-/#±" and chain.adjacent(i + 1)
    touches = touches or (behind == ":" and chain.tags[i + 2 : i + 3] in ("N", "d"))
    return not before or before in "№WZEñ@N:/#-±d'" or touches


def _is_dated(chain: Chain, i: int) -> bool:
    """Is it what an amount of its sentence was at another time, or of other goods: "and of 4.8 in June"?"""
    tags = chain.tags
    if _TIME_BEHIND.match(tags, i + 1) is not None:
        return _PARALLEL.search(tags, max(i - 6, 0), i) is not None
    if tags[i + 1 : i + 2] not in _CLOSES:
        return False
    gapped = _GAPPED.search(tags, max(i - _REACH, 0), i) is not None  # "; and of meat, 164"
    return gapped or _TIMED.search(tags, max(i - 8, 0), i) is not None


def _is_of_next(chain: Chain, i: int, lexicon: Lexicon) -> bool:
    """Is it told of the second, the third: "175 in the first year, 150 in the second", "im zweiten 150"?"""
    tags = chain.tags
    if _ORDINAL_BEHIND.match(tags, i + 1) is not None:
        ahead = tags.find("l", i + 1)
        return _ITEMS.search(tags, max(i - 3, 0), i) is not None and is_one(chain, ahead, "nth", lexicon)
    led = _ORDINAL.search(tags, max(i - 5, 0), i) is not None and tags[i + 1 : i + 2] in _CLOSES
    return led and any(is_one(chain, k, "nth", lexicon) for k in (i - 1, i - 2))


def _is_led(chain: Chain, i: int, number: Number, lexicon: Lexicon) -> bool:
    tags = chain.tags
    if _LED.search(tags, max(i - 4, 0), i) is not None:
        noun = number.plain and _NOUN.search(tags, max(i - 2, 0), i) is not None
        return not noun or is_one(chain, i - 1, "copulas", lexicon)
    if _WHOLE.search(tags, 0, i) is not None or _is_item(chain, i):
        return True
    if tags[i - 1] == "," and tags[i + 1 : i + 2] == "F":
        return True
    grouped = not number.plain and (number.value >= _DIGITS or number.scale is None)
    return grouped and (_APART.search(tags, max(i - 2, 0), i) is not None or tags[i - 1] in 'Aka°ω¬"')


def _is_item(chain: Chain, i: int) -> bool:
    """Is it one more part of what was counted: "100 buses, 60 of them standard and 40 articulated"?"""
    return _ITEM.search(chain.tags, max(i - _REACH, 0), i) is not None


def _is_closed(chain: Chain, i: int, number: Number, lexicon: Lexicon) -> bool:
    """Does nothing follow that a number could count?"""
    tags = chain.tags
    if _WHOLE.search(tags, 0, i) is not None or _is_item(chain, i):
        return _THINGS.match(tags, i + 1) is None or tags[i + 1] == "l"
    part = _PARTS.search(tags, max(i - 4, 0), i) is not None or any(
        is_one(chain, k, "of_which", lexicon) for k in range(max(i - 2, 0), i)
    )
    if _THINGS.match(tags, i + 1) is not None and not (part and tags[i + 1] == "l"):
        return False
    if part or _OF_THEM.match(tags, i + 1) is not None or _ENDS.match(tags, i + 1) is not None:
        return True
    if (step := _STEPS.match(tags, i + 1)) is not None:
        return step.group().endswith("N") and _OPENS.search(tags, max(i - 3, 0), i) is not None
    if _GOES.match(tags, i + 1) is not None:
        return True
    return tags[i + 1 : i + 2] == "l" and _tells(chain, i + 1, lexicon)


def _tells(chain: Chain, link: int, lexicon: Lexicon) -> bool:
    """Is a word behind a number a verb or a pronoun: "the 9.5 million it had expected", "i 19,7 mietuti"?"""
    words = lexicon.lines["name_words"]
    word = fold(chain.words(link))
    if any(word in words.get(key, ()) for key in ("auxiliaries", "copulas", "pronouns", "relatives")):
        return True
    if "nouns_have_capitals" in words:
        return _ENDS.match(chain.tags, link + 1) is not None
    return word.endswith(tuple(words.get("done_endings", ("\0",)))) or word.startswith(
        tuple(words.get("done_starts", ("\0",)))
    )


def is_one(chain: Chain, link: int, key: str, lexicon: Lexicon) -> bool:
    forms = lexicon.lines["name_words"].get(key, ())
    return fold(chain.words(link)) in forms or (link > 0 and fold(chain.words(link - 1, link + 1)) in forms)


def _heads(
    chain: Chain, i: int, number: Number, told: Sequence[Quantity], lexicon: Lexicon
) -> Quantity | None:
    """What a noun of the sentence tells that is counted, where no amount of the size stands in it."""
    whole = number.value == number.value.to_integral_value() and number.scale is None
    if not whole or any(_in_unit(number, q, 1) for q in told if q.amount.dimension != "ratio"):
        return None
    noun = next((k for k in range(i - 1, -1, -1) if _counts(chain, k)), None)
    if noun is None or chain.text[chain.starts[i]] >= UNSPACED:
        return None
    if told and any(is_one(chain, k, "partitives", lexicon) for k in range(noun + 1, i)):
        return None  # "the growers wanted 32 of it"
    return Quantity(Amount(number.value, number.value, "count", number.bound), counted=chain.words(noun))


def _counts(chain: Chain, k: int) -> bool:
    return chain.tags[k] in _NOUNS or (chain.tags[k] == "K" and chain.values[k] == "count")


def _in_unit(number: Number, model: Quantity, place: int, *, raised: bool = True) -> Quantity | None:
    """``number`` in the unit of ``model``, where it is of its size; ``place`` counts those between."""
    amount = model.amount
    if amount.unit == "percent" and amount.low != amount.high:
        return None
    if amount.unit == "percent":
        like = number.scale is None and number.value < _HUNDRED and not place
        factors: tuple[int, ...] = (0,) if like else ()
    else:
        factors = (amount.scale, 0) if number.scale is None and amount.scale and raised else (0,)
    far = _SHORT if number.plain else _LONG
    for power in factors:
        value = number.value.scaleb(power) * model.factor
        if amount.low and 1 / far <= abs(value / amount.low) <= far:
            value, scale = plain(value), power or number.scale
            made = Amount(value, value, amount.unit, number.bound, amount.per, scale)
            return Quantity(made, counted=model.counted, factor=model.factor)
    return None
