"""Whose price it is: that of a country, or one of a market where the goods of all countries are quoted."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from tradenews.lazy import regex
from tradenews.lexicon.forms import UNSPACED, fold
from tradenews.lexicon.index import Lexicon
from tradenews.normalize.currency import currency_of_place, place_of_currency
from tradenews.reading.figure_contracts import in_pit, names_contract
from tradenews.reading.figure_memory import Pick, Reader
from tradenews.reading.figure_roles import near_clause
from tradenews.reading.figure_sides import Side
from tradenews.reading.figure_stock import is_of_shares
from tradenews.reading.figure_topic import dominates
from tradenews.reading.slot import Slot

_WORLD_MONEY, _UNION = "USD", "EU"
_OF_MARKETS = frozenset(("USD", "EUR", "GBP", "percent"))  # in which the goods of all countries are quoted
_NAMES = "@W°kTKlEHD"
_TO_GRADE = regex("[-lWH]{0,3}")
_CRUDE = "2709"  # the heading of crude oil
_LONG = 4  # letters of a word that may also end a compound


def quoted_at(slot: Slot, lexicon: Lexicon | None) -> str:
    """Where the clause of a price says that it is made: at a ``world`` market, at another ``exchange``."""
    if lexicon is None or (is_of_shares(slot) and "T" not in slot.clause):
        return ""
    lines, chain = lexicon.lines["name_words"], slot.sentence.chain
    names = [fold(chain.words(i)) for i in chain.find(_NAMES, *near_clause(slot))]
    worldly = lines.get("world_markets", ())
    here = fold(chain.words(*near_clause(slot)))
    if (slot.quantity.amount.unit in _OF_MARKETS or slot.kind == "other") and (
        _any_of(names, worldly) or any(word in here for word in _sorted_out(worldly)[2])
    ):
        return "world"
    return "exchange" if _any_of(names, lines.get("marketplaces", ())) else ""


@lru_cache(maxsize=64)
def _sorted_out(words: tuple[str, ...]) -> tuple[frozenset[str], tuple[str, ...], tuple[str, ...]]:
    """All words, those that may also end a name, and those that stand in names without blanks."""
    ends = tuple(word for word in words if len(word) > _LONG)
    return frozenset(words), ends, tuple(word for word in words if word > UNSPACED)


def _any_of(names: Iterable[str], words: tuple[str, ...]) -> bool:
    """Has a name one of these words, at its end too where that is long or has no blanks around it?"""
    known, ends, inner = _sorted_out(words)
    for name in names:
        if name > UNSPACED:
            if any(word in name for word in inner):
                return True
        elif not known.isdisjoint((name, *name.split(" "))) or name.endswith(ends):
            return True
    return False


def at_market(
    slot: Slot, reporter: Pick | None, partner: Pick | None, reader: Reader
) -> tuple[Pick, Pick] | None:
    """Nobody's price: made at a world market, or told right behind one that is; else None.

    A country whose name only belongs to the goods quoted is none either: "U.S. West Texas Intermediate".
    """
    memory = reader.memory
    if reporter is not None and _is_at_home(slot, reporter, reader):
        return Pick(reader.topic.country, "who.currency", slot.span), Pick(None, "who.none")
    place = "world" if _is_in_pit(slot, reporter, reader) else quoted_at(slot, reader.lexicon)
    if place == "world" and names_contract(slot, _words(reader)) and slot.sentence.number in reader.pit:
        reporter = partner = None
    if place and reporter is not None and reporter.rule == "who.subject" and slot.kind == "price":
        reporter = None  # no country is the subject of what a market quotes
    if _is_american_oil(slot, reporter):
        place, reporter = "world", None
    if reporter is not None and not _is_of_grade(slot, reporter, reader):
        memory.market = ""
        return None
    unit = slot.quantity.amount.unit
    quoted = not (place or _is_average(slot, reader) or _is_domestic(slot, reader)) and memory.kind == "price"
    going_on = quoted and (memory.market in (unit, "percent") or (unit == "percent" and memory.market != ""))
    if partner is not None or not (place == "world" or going_on):
        memory.market = ""
        return None
    memory.market = unit if unit != "percent" else memory.market or unit
    reader.quoted = True
    return Pick(None, "who.exchange"), Pick(None, "who.exchange")


def _words(reader: Reader) -> Mapping[str, Sequence[str]]:
    """The small words about time and amounts."""
    return reader.lexicon.lines["directions"] if reader.lexicon is not None else {}


def _is_in_pit(slot: Slot, reporter: Pick | None, reader: Reader) -> bool:
    """Is a price one of a futures market that the text reports of, and of no place told beside it?"""
    if not in_pit(slot, reader.pit) or slot.quantity.amount.unit not in _OF_MARKETS or is_of_shares(slot):
        return False
    if names_contract(slot, _words(reader)):
        return True
    if reporter is not None or reader.memory.kind not in ("", "price"):
        return False  # what was just bought or sold
    local = quoted_at(slot, reader.lexicon) == "exchange" or _last_price(slot, reader) is not None
    return not local and not _is_domestic(slot, reader)


def _is_at_home(slot: Slot, reporter: Pick, reader: Reader) -> bool:
    """Are goods from abroad paid for in the money of the country that the text is about?

    "At Qingdao, Australian ore cost 660 yuan": a price in China.
    """
    unit, home = slot.quantity.amount.unit, reader.topic.country
    if slot.kind != "price" or unit == _WORLD_MONEY or home in (None, reporter.id) or len(home or "") != 2:
        return False
    side, chain = reporter.side, slot.sentence.chain
    if home == _UNION or side is None or side.nature != "state" or len(reporter.id or "") != 2:
        return False
    goods = side.via in ("goods", "own") or chain.tags[side.link + 1 : side.link + 2] in tuple("Tl")
    abroad = goods and currency_of_place(reporter.id or "") not in (unit, None)
    return abroad and currency_of_place(home or "") == unit


def _is_of_grade(slot: Slot, pick: Pick, reader: Reader) -> bool:
    """Does a country's name stand right before one of a grade that is quoted all over the world?"""
    chain, side = slot.sentence.chain, pick.side
    if side is None or reader.lexicon is None:
        return False
    good = side.link + 1 + len(_TO_GRADE.match(chain.tags, side.link + 1)[0])  # type: ignore[index]
    words = reader.lexicon.lines["name_words"].get("world_markets", ())
    return chain.tags[good : good + 1] == "T" and _any_of([fold(chain.words(good))], words)


def _is_american_oil(slot: Slot, pick: Pick | None) -> bool:
    """Is "American oil" the grade that markets quote, and America only part of its name?"""
    side, chain = None if pick is None else pick.side, slot.sentence.chain
    if (
        side is None
        or side.id != "US"
        or slot.kind != "price"
        or slot.quantity.amount.unit not in _OF_MARKETS
    ):
        return False
    beside = range(max(side.link - 1, 0), min(side.link + 3, len(chain)))
    return any(chain.tags[i] == "T" and str(chain.values[i]).startswith(_CRUDE) for i in beside)


def priced(slot: Slot, sides: Sequence[Side], reader: Reader, before: Sequence[object]) -> Pick:
    """Whose price it is: that of the country whose money it is in; prices of world markets are nobody's."""
    unit, memory, weights = slot.quantity.amount.unit, reader.memory, reader.topic.weights
    if memory.reporter and memory.kind != "price" and _in_money_of(memory.reporter, unit, reader):
        whole = _is_average(slot, reader) or _is_domestic(slot, reader)
        seller = reader.topic.country if whole and _is_bought(reader) else None
        return Pick(seller or memory.reporter, "who.carried")
    named = [side.id for side in sides if side.nature == "state" and not side.vague and len(side.ids) == 1]
    ranked = sorted(weights, key=lambda each: (each == _UNION, -weights[each], each))
    own = _is_average(slot, reader) or _is_domestic(slot, reader) or quoted_at(slot, reader.lexicon)
    if reader.quoted and not (named or own or _last_price(slot, reader)) and unit in _OF_MARKETS:
        return Pick(None, "who.market")
    for each in (*named, memory.reporter, *ranked) if unit != _WORLD_MONEY else ():
        if each is not None and len(each) == 2 and currency_of_place(each) == unit:
            return Pick(each, "who.currency", slot.span)
    if unit == "percent" and not before and memory.kind == "price":
        return Pick(memory.reporter, "who.carried")
    if (last := _last_price(slot, reader)) is not None and unit in (_WORLD_MONEY, "percent"):
        return Pick(last, "who.carried")
    home = place_of_currency(unit) if unit not in _OF_MARKETS else None
    if unit == "EUR" and not any(currency_of_place(each) == unit for each in weights if len(each) == 2):
        home = next((each for each in reader.spoken if currency_of_place(each) == unit), None)
    domestic = _is_domestic(slot, reader) and not reader.topic.corporate
    if home is None and (domestic or (reader.statistical and _is_average(slot, reader))):
        return Pick(reader.topic.country, "who.topic")
    if home is None and _is_of_topic(slot, reader):
        return Pick(reader.topic.country, "who.topic")
    return Pick(home, "who.currency", slot.span) if home else Pick(None, "who.market")


def _is_of_topic(slot: Slot, reader: Reader) -> bool:
    """Is the text about the trade of one country, of whose goods it goes on to tell what they cost?

    Not where the clause tells of a place abroad, or the sentence before of a world market.
    """
    topic, chain, lexicon = reader.topic, slot.sentence.chain, reader.lexicon
    lender = topic.house is None or topic.house in reader.banks
    if topic.country is None or topic.country == _UNION or topic.corporate or not lender:
        return False
    first = reader.named.get(topic.country, reader.number + 1)
    told = [side for side in reader.sides[reader.number] if side.id == topic.country and not side.office]
    if first > reader.number or (first == reader.number and not told):
        return False  # it is not spoken of yet, but by an office of it
    places = {str(chain.values[i]).rstrip("?") for i in chain.find("k°A", *near_clause(slot))}
    if reader.quoted or places - {topic.country} or quoted_at(slot, lexicon) == "world":
        return False
    if lexicon is not None and _opens_at_market(slot, reader, lexicon):
        return False
    return all(dominates(topic, each, 1.0) for each in topic.weights if each != topic.country)


def _opens_at_market(slot: Slot, reader: Reader, lexicon: Lexicon) -> bool:
    """Does the sentence before in the paragraph speak of a world market: "Cocoa rose in New York"?"""
    number = reader.number - 1
    if number < 0 or reader.blocks[number] is not slot.sentence.block:
        return False
    chain = reader.chains[number]
    names = [fold(chain.words(i)) for i in chain.find(_NAMES)]
    return _any_of(names, lexicon.lines["name_words"].get("world_markets", ()))


def _is_bought(reader: Reader) -> bool:
    """Was told last what another country bought of that of the text: "Italy took 5 tonnes"?"""
    last = next(reversed(reader.done), None)
    if last is None or last.kind != "imports" or reader.topic.country is None:
        return False
    return reader.done[last][1] == reader.topic.country and not reader.topic.about


def _last_price(slot: Slot, reader: Reader) -> str | None:
    """The country of the price told last in the paragraph: "it rose 13 percent; in 2022 it was 1,480"."""
    last = next(reversed(reader.done), None)
    if last is None or last.kind != "price" or last.sentence.block is not slot.sentence.block:
        return None
    reporter = reader.done[last][0]
    return reporter if reader.natures.get(reporter or "") == "state" else None


def _is_domestic(slot: Slot, reader: Reader) -> bool:
    """Is it paid to the growers of the country, or for what it exports: "prices at the farm gate"?"""
    words = reader.lexicon.lines["directions"].get("home price", ()) if reader.lexicon else ()
    clause = fold(slot.sentence.chain.words(slot.first, slot.last))
    return any(word in clause for word in words)


def _is_average(slot: Slot, reader: Reader) -> bool:
    """Is it what all goods of the statistics told before cost: "the average price was 5 dollars a bag"?"""
    words = reader.lexicon.lines["directions"].get("average", ()) if reader.lexicon else ()
    chain, cue = slot.sentence.chain, slot.kind_cue
    if cue is None or slot.form not in ("level", "growth") or cue > slot.link:
        return False
    near = fold(chain.words(max(cue - 1, 0), min(cue + 3, slot.link))).split(" ")
    return any(one.startswith(word) for word in words for one in near)


def _in_money_of(reporter: str, unit: str, reader: Reader) -> bool:
    """Can a price be of a country: in its money, or in one that tells nothing of countries?"""
    if unit in (_WORLD_MONEY, "percent") or reader.natures.get(reporter) != "state":
        return True
    return currency_of_place(reporter) in (unit, None)
