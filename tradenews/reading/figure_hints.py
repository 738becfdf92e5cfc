"""What money is for where only idioms and words of many senses tell: "carries a price tag of", "owes"."""

from __future__ import annotations

from typing import Final

from tradenews.grammar.values import dimension_of
from tradenews.lazy import regex
from tradenews.lexicon.forms import fold, says
from tradenews.reading.figure_cues import DEALS, KindCue
from tradenews.reading.figure_roles import near_clause
from tradenews.reading.figure_sizes import is_small
from tradenews.reading.figure_view import STAKE, View
from tradenews.reading.slot import Slot

_BACK: Final = 8  # links before a clause that begins behind a comma, in which its noun stands
_AT_HAND: Final = 5  # links behind an amount that follows another one, which it may go on with
_BEHIND: Final = 7  # links from an amount to the deal that it is an attribute of
_MARKS: Final = str.maketrans(dict.fromkeys(",.;:()«»“”\"'", " "))
_MOST: Final = 10_000_000  # more is paid for no passage and no animal at an auction
_LEAST: Final = 1_000_000  # what duties cost a whole company
_COMPOUND: Final = 5  # letters of the shortest noun that ends a compound
_ATTRIBUTE: Final = regex("[lTUø]{1,3}")  # "a 48 million upgrade"
_CUT: Final = ("money", "ratio")  # amounts behind which something else is told
_FIRMS: Final = frozenset(("company", "we"))
_VAGUE: Final = frozenset(("price", "deal_value", "consumption", "production"))
_LAND: Final = frozenset(("ha", "acre"))
_FLOWS: Final = frozenset(("exports", "imports", "trade"))
_STATED: Final = frozenset(
    f"kind.{rule}" for rule in ("earned", "lost", "public", "charge", "wage", "built", "taken")
)


def hinted(slot: Slot, hit: tuple[KindCue, int] | None, view: View) -> str | None:
    """The rule by which idioms near an amount of money give its kind; None where they say nothing.

    A noun that names a kind wins, but for some: a deficit is one of a company's accounts, what is paid out
    for a rival is the price of a deal.
    """
    if slot.quantity.amount.dimension != "money" or view.lexicon is None:
        return None
    told = _told(slot)
    if hit is not None:
        return _against(slot, hit[0], told, view)
    charged = _says(told, "charges", view) or _is_at_canal(slot, told, view)
    if abs(slot.quantity.amount.high) < _MOST and charged:
        return _give(slot, "price", "kind.charge")
    if is_small(slot.quantity.amount):
        return _give(slot, "other", "kind.wage") if _says(told, "wages", view) else None
    first, last = _stretch(slot)
    named = (cue for cue in view.cues if first <= cue.link < last and not cue.weak and cue.kind not in _VAGUE)
    return _of_sum(slot, told, view) if next(named, None) is None else None


def _against(slot: Slot, cue: KindCue, told: str, view: View) -> str | None:
    """The rule by which idioms win over a word that names a kind."""
    amount, verb = slot.quantity.amount, view.chain.tags[cue.link] == "J"
    if cue.weak and abs(amount.high) < _MOST and _is_at_canal(slot, told, view):
        return _give(slot, "price", "kind.charge")
    if cue.kind in ("tariff", "finance") and _is_fee(slot, cue, view):
        return _give(slot, "price", "kind.charge")
    if cue.kind == "tariff" and abs(amount.high) >= _LEAST and _says(told, "burdens", view):
        return _give(slot, "other", "kind.cost")
    if is_small(amount):
        earned = cue.kind == "production" and _says(told, "wages", view)
        return _give(slot, "other", "kind.wage") if earned else None
    results = _says(told, "firm_losses", view) or _says(told, "firm_results", view)
    if results and cue.link < _stretch(slot)[0] and _is_of_firm(slot, view):
        return _of_sum(slot, told, view)  # "sales were 5 million, and 2 were left at the bottom line"
    if cue.kind == "investment" and verb and _says(told, "rivals", view):
        return _give(slot, "deal_value", "kind.deal")
    if cue.kind == "balance" and cue.sign and _is_in_accounts(slot, cue, view):
        slot.polarity, slot.role = cue.sign, "level"
        return _give(slot, "finance", "kind.earned" if cue.sign > 0 else "kind.lost")
    forms = view.lexicon.lines["name_words"].get("costs", ()) if view.lexicon else ()
    if cue.kind == "finance" and verb and "," in view.chain.tags[slot.link : max(cue.link, slot.link)]:
        return _built(
            words_near(slot, None, slot.link + 1)[2], view, slot
        )  # "swallows 5, half of it lent by A"
    if cue.kind == "finance" and fold(view.chain.words(cue.link)) in forms and names_works(told, view):
        return _give(slot, "investment", "kind.built")
    if cue.weak and verb and _is_of_firm(slot, view) and not _is_of_deal(slot, view):
        forms = view.lexicon.lines["name_words"].get("firm_results", ()) if view.lexicon else ()
        if fold(view.chain.words(cue.link)) in forms:
            return _give(slot, "finance", "kind.earned")
    if cue.kind in ("consumption", "production") or (cue.weak and cue.kind in _VAGUE):
        return _of_sum(slot, told, view)
    return None


def _of_sum(slot: Slot, told: str, view: View) -> str | None:
    """The kind of a sum of money from idioms: of a firm's result, a state, a building."""
    if _says(told, "treasuries", view):
        return _give(slot, "finance", "kind.public")
    if _says(told, "harms", view):
        return _give(slot, "other", "kind.harm")
    firm = _is_of_firm(slot, view)
    if (firm or names_works(told, view)) and _says(told, "firm_losses", view):
        slot.polarity, slot.role = -1, "level"
        return _give(slot, "finance", "kind.lost")
    if _is_of_deal(slot, view):
        return None
    given = _says(told, "states", view) and _says(told, "state_gives", view)
    owed = _says(told, "owes", view) and _says(told, "creditors", view)
    if given or owed or _says(told, "public_money", view):
        return _give(slot, "finance", "kind.public")
    if (built := _built(told, view, slot)) is not None:
        return built
    if firm and _says(told, "firm_results", view):
        return _give(slot, "finance", "kind.earned")
    if firm and _says(told, "collects", view):
        return _give(slot, "sales", "kind.taken")
    return None


def _is_at_canal(slot: Slot, told: str, view: View) -> bool:
    """Is it paid not to wait at a canal: "one shipowner paid 4 million to jump the queue"?"""
    if _says(told, "queues", view):
        return True
    chain = slot.sentence.chain
    around = fold(chain.words(slot.sentence.head, len(chain))).translate(_MARKS)
    return _says(around, "waits", view) and _says(around, "canals", view)


def _is_fee(slot: Slot, cue: KindCue, view: View) -> bool:
    """Does a word for a tariff or a fee mean what is paid for the passage spoken of before?"""
    last = view.earlier[-1] if view.earlier else None
    if last is None or last.kind != "price" or last.sentence.block is not slot.sentence.block:
        return False
    if slot.quantity.amount.dimension != "money" or abs(slot.quantity.amount.high) >= _MOST:
        return False
    return last.quantity.amount.dimension == "money" and _says(
        fold(view.chain.words(cue.link)).translate(_MARKS), "fees", view
    )


def gives_for_land(slot: Slot, view: View) -> bool:
    """Does a state pay money for each hectare: "250 euros a hectare from the state"?"""
    return slot.quantity.amount.per in _LAND and _says(_told(slot), "public_money", view)


def comes_on_top(slot: Slot, view: View) -> bool:
    """Is money for a unit added to the duty told before: "a duty of 24 percent. On top come 60 a tonne"?

    Or what becomes of a duty for the same unit: "a duty of 175 a tonne. It falls to 150 in the second year".
    """
    last = view.earlier[-1] if view.earlier else None
    if last is None or last.kind != "tariff" or last.sentence.block is not slot.sentence.block:
        return False
    same, amount = last.quantity.amount, slot.quantity.amount
    if (same.unit, same.per) == (amount.unit, amount.per) and "T" not in slot.clause:
        return True
    return _says(_told(slot), "on_top", view)


def used_by_head(slot: Slot, hit: tuple[KindCue, int] | None, view: View) -> str | None:
    """What people eat or drink each, and water that is no goods: "get through 12 kilos of coffee a head".

    Also what a store or a pipeline can hold.
    """
    if slot.quantity.amount.dimension not in ("mass", "volume"):
        return None
    told = _told(slot)
    stored = _says(told, "stores", view) and _says(told, "capacities", view)
    if stored and (hit is None or hit[0].kind == "production"):
        return _give(slot, "other", "kind.stored")
    if hit is not None:
        return None
    if _says(told, "per_head", view):
        return _give(slot, "consumption", "kind.eaten")
    if slot.quantity.amount.dimension == "volume" and _says(told, "waters", view):
        return _give(slot, "other", "kind.water")
    return None


def stated(slot: Slot, rule: str) -> str:
    """The rule by which an amount is no change, whatever moves beside it; empty where it may be one.

    By such words a sum is told outright: "lost" and "earned" tell of no change.
    """
    level = slot.quantity.amount.dimension == "money" and slot.form == "delta" and slot.role != "by"
    behind = slot.sentence.chain.tags[slot.link + 1 : slot.link + 2]
    outright = level and rule in _STATED and (behind not in ("V", "b") or rule == "kind.lost")
    if rule in (STAKE, "kind.market_share") and slot.form != "share" and slot.role != "by":
        slot.form, slot.sign = "share", 1  # "has sold 51 percent of the port"
    elif outright or rule in ("kind.exceeds", "kind.at_entry"):
        slot.form, slot.sign = "level", slot.polarity
    elif slot.kind == "deal_value" and slot.form == "delta":
        slot.form, slot.sign = "level", 1  # "will pay 5 million more"
    else:
        return ""
    return "default"


def _is_of_deal(slot: Slot, view: View) -> bool:
    """Does a contract, or a purchase, stand near an amount: "the contract for the plant, worth 5"?"""
    chain = view.chain
    first = max(chain.tags.rfind("Q", 0, slot.link) + 1, slot.sentence.head)
    near = [str(chain.values[i]) for i in chain.find("DY", first, slot.link + _BEHIND)]
    deals = (value.split("/")[0].rstrip("?") for value in near)
    won = any(value.endswith("@contract") for value in near)
    return won or any(DEALS.get(deal) == "deal_value" or deal == "deal" for deal in deals)


def _is_in_accounts(slot: Slot, cue: KindCue, view: View) -> bool:
    """Is a surplus or a deficit one of a company's accounts, and not of trade?"""
    plain = " " not in view.chain.words(cue.link) and not _FLOWS & set(view.topic.counts)
    owners = view.chain.find("@G", slot.sentence.head, slot.link)
    values = (view.chain.values[i] for i in owners)
    return plain and any(each == "company" or getattr(each, "kind", "") == "company" for each in values)


def built_on_order(view: View) -> bool:
    """Does a sentence tell that something is built for a buyer: "an abattoir, commissioned by the state"?"""
    return _says(fold(view.chain.words(0, len(view.chain))), "ordered_by", view)


def _built(told: str, view: View, slot: Slot) -> str | None:
    """Is a sum what something costs to build, or what is put into it?"""
    costs = _says(told, "costs", view) or _ATTRIBUTE.match(view.chain.tags, slot.link + 1) is not None
    if _says(told, "sinks", view) or (costs and names_works(told, view)):
        return _give(slot, "deal_value" if built_on_order(view) else "investment", "kind.built")
    return None


def goes_into_works(slot: Slot, view: View) -> bool:
    """Is money, of which no word tells more, told of with something that is built, and with no deal?"""
    amount = slot.quantity.amount
    if amount.dimension != "money" or is_small(amount) or amount.per is not None:
        return False
    told = _told(slot)
    return names_works(told, view) and not _is_of_deal(slot, view) and not _says(told, "payments", view)


def dealt_for(slot: Slot, view: View) -> bool:
    """Do words near a sum tell of a purchase: a rival, a bidder, a tender?"""
    return _says(_told(slot), "buys_rival", view)


def _give(slot: Slot, kind: str, rule: str) -> str:
    slot.kind = kind
    if kind != "other":
        slot.firm = True
    return rule


def words_near(slot: Slot, first: int | None = None, last: int | None = None) -> tuple[int, int, str]:
    """The links near an amount, or those told, and their words, folded, without marks."""
    begin, end = _stretch(slot)
    begin, end = begin if first is None else max(first, begin), end if last is None else last
    return begin, end, fold(slot.sentence.chain.words(begin, end)).translate(_MARKS)


def _told(slot: Slot) -> str:
    return words_near(slot)[2]


def _stretch(slot: Slot) -> tuple[int, int]:
    """The links near an amount; with those before a comma that its clause begins behind."""
    chain = slot.sentence.chain
    first, last = near_clause(slot)
    if chain.tags[first - 1 : first] in tuple(",-:‹") or chain.tags[first : first + 1] in tuple(",-:‹"):
        first = max(first - _BACK, slot.sentence.head)
    before = chain.tags.rfind("Q", slot.sentence.head, slot.link)
    first = max(first, before + 1)
    last = last if before < 0 else min(last, slot.link + _AT_HAND)
    ahead = (i for i in chain.find("Q", slot.link + 1, last) if dimension_of(chain.values[i]) in _CUT)
    ends = chain.tags.find(";", slot.link + 1)
    return first, min(next(ahead, last), ends if ends >= 0 else last)


def _says(told: str, use: str, view: View) -> bool:
    return view.lexicon is not None and says(told, view.lexicon.lines["name_words"].get(use, ()))


def names_works(told: str, view: View) -> bool:
    """Is something that is built named, also as the end of a compound?"""
    if view.lexicon is None:
        return False
    forms = view.lexicon.lines["name_words"].get("works", ())
    if says(told, forms):
        return True
    if not view.lexicon.heads:
        return False
    ends = tuple(form for form in forms if len(form) >= _COMPOUND)
    return any(word.endswith(ends) for word in told.split())


def _is_of_firm(slot: Slot, view: View) -> bool:
    """Is a company spoken of, by name or as "the company"?"""
    chain = view.chain
    if view.firms or any(chain.values[i] in _FIRMS for i in chain.find("Gø", 0, slot.link)):
        return True
    last = view.earlier[-1] if view.earlier else None
    near = last is not None and last.sentence.block is slot.sentence.block and last.firm
    return bool(near and last is not None and last.kind in ("finance", "sales"))
