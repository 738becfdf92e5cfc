"""What is seen from an amount, and what the looks of its clause say of it."""

from __future__ import annotations

from typing import Final

from attrs import define, field

from tradenews.lazy import regex
from tradenews.lexicon.forms import fold
from tradenews.lexicon.index import Lexicon
from tradenews.reading.clauses import Layout
from tradenews.reading.figure_bare import signed
from tradenews.reading.figure_cues import AFTER, FLOWS, MIRROR, KindCue, Topic
from tradenews.reading.figure_sizes import is_small
from tradenews.reading.figure_stock import STOCK
from tradenews.reading.slot import Slot
from tradenews.scan.chain import Chain

_SOLD: Final = frozenset({"exports", "imports", "sales"})
_WENT: Final = regex("[lVJmn]{0,3}(?:t_?[A¤]|t?ψ)")
_BOTH_WAYS: Final = frozenset({"trade", "balance"})
_PLACES: Final = frozenset("Aa¤")
_CAME_FROM: Final = regex(
    "[qo]_?A[lVYH]{1,3}b?(?:Q&_?)?b?$"
)  # "De India llegaron 5 productos y" before 7 tonnes
_THENCE: Final = "thence"
_ENDS_CLAUSE: Final = ("", "s", ",", "&", ";", "›")  # German participles stand there
STAKE: Final = "kind.stake"
_NUMBER: Final = regex(r"[\d\s.,'’–-]+")
_OWN: Final = " own"  # ends the value of a verb of owning
_TOLD: Final = frozenset("KJFTA")  # between stocks and a percentage, these make it one of something else
EARNS: Final = " earn"  # ends the value of a word that says what money comes in
PROFIT: Final = " result "  # in the value of one that says what of it a company keeps
_EARNED: Final = frozenset(("kind.earned", "kind.carried", "kind.paragraph"))
_MEMORY = 6
_BEFORE_NAMES = '_aAøG"'
_PIECES: Final = frozenset({"count", "piece"})
_PAID_FOR: Final = regex("[TlaHW]{0,3}[zy]b?")  # "howitzers for"


@define(eq=False)
class View:
    """What is seen from an amount: its sentence, the words that name kinds, the figures before it.

    ``goods`` tells that a bare count counts goods, ``turned`` that trade in the other direction is spoken of,
    ``dealt`` that the figure before counts contracts, ``wares`` that a count names the goods that it counts,
    ``spoken`` is the one flow that the sentence before speaks of, where that has no amounts.
    ``firms`` tells that the sentence names a company, ``ends`` what the sentence before says of the
    other end of the flow: that those are suppliers (imports) or customers (exports).
    ``label`` is what a label on the line above says: "Exports:", ``head`` the flow that the heading names,
    ``sold`` the flow that the sentence before, without amounts, says a country has, ``opened`` the one that
    the sentence itself says at its head that it is about.
    """

    layout: Layout
    cues: list[KindCue]
    earlier: list[Slot]
    topic: Topic
    goods: bool
    turned: bool
    dealt: bool = False
    wares: bool = False
    spoken: KindCue | None = None
    firms: bool = False
    ends: str = ""
    label: KindCue | None = None
    head: KindCue | None = None
    sold: str = ""
    opened: str = ""
    lexicon: Lexicon | None = None
    chain: Chain = field(init=False)

    def __attrs_post_init__(self) -> None:
        self.chain = self.layout.chain


def is_duty(slot: Slot, hit: tuple[KindCue, int] | None, view: View) -> bool:
    """Is money for a unit of goods what customs take: by a word near, or behind a rate in percent?"""
    leader = view.earlier[-1] if view.earlier else None
    leader = leader if leader is not None and leader.kind == "tariff" else None
    if leader is not None and (hit is None or hit[0].weak) and _is_bare(slot, leader):
        return True
    if hit is not None:
        return hit[0].kind == "tariff" and (hit[0].link < slot.link or hit[1] <= AFTER)
    return leader is not None and leader.sentence is slot.sentence


def _is_bare(slot: Slot, leader: Slot) -> bool:
    """Is an amount a number that only means the money of the one before: "150 euros, and 116 in 2015"?"""
    near = leader.sentence.block is slot.sentence.block
    alike = leader.quantity.amount.unit == slot.quantity.amount.unit
    return near and alike and _NUMBER.fullmatch(slot.sentence.chain.words(slot.link)) is not None


def stock_of(slot: Slot, view: View) -> int | None:
    """The link of the word for stocks whose price moves: "Boeing shares rose 3 percent"; else None."""
    layout, tags = view.layout, view.chain.tags
    held = tags[slot.link + 1 : slot.link + 2] == "F" and str(view.chain.values[slot.link + 1]).endswith(_OWN)
    if slot.quantity.amount.unit != "percent" or held:
        return None
    for i in layout.links(slot.link, "F"):
        if i > slot.link or not str(view.chain.values[i]).endswith(STOCK):
            continue
        told = (k for k in range(i + 1, slot.link) if tags[k] in _TOLD)
        if any(not str(view.chain.values[k]).startswith("price") for k in told):
            continue
        if layout.tag(layout.after(slot.link)) in ("o", "X", "F"):
            return None
        if view.firms or not (layout.tag(layout.after(i)) == "o" or set(tags) & set("KJAaT")):
            return i
    return None


def flow_spoken_of(slot: Slot, cue: KindCue, view: View) -> str | None:
    """Exports or imports, where a paragraph on them says "revenue" and no company is in sight."""
    kind, chain = view.earlier[-1].kind if view.earlier else "", view.chain
    part = slot.quantity.amount.dimension == "ratio" and chain.tags[slot.link + 1 : slot.link + 2] == "o"
    if part or view.firms or not kind or view.topic.trade:
        return None
    title = view.topic.title
    if view.topic.national and title is not None and title.kind in MIRROR:
        return next((each.kind for each in reversed(view.earlier[-_MEMORY:]) if each.kind in MIRROR), None)
    if view.earlier[-1].sentence.block is not slot.sentence.block:
        return None
    if kind in _BOTH_WAYS and cue.weak and nation_of(view.layout, cue.link) is not None:
        return "exports"
    if kind not in MIRROR:
        return None
    counts = view.topic.counts
    return kind if counts.get("sales", 0) <= counts.get(kind, 0) or view.topic.main in MIRROR else None


def goes_abroad(layout: Layout, cue: int, *, firm: bool = False) -> bool:
    """Are there words of a goal abroad at "sales" or "sold", before the next verb: to Russia, abroad?

    What a ``firm`` sells "in" a country or "in Europe" it may make there.
    """
    chain, nation = layout.chain, nation_of(layout, cue)
    verbs = list(layout.links(cue, "J"))
    for i in layout.links(cue, "tzψ" if firm else "tznψ"):
        ahead = layout.after(i)
        wide = firm and chain.values[i] != "overseas" and chain.tags[max(i - 1, 0)] != "t"  # "worldwide"
        there = (chain.tags[i] == "ψ" and not wide) or layout.tag(ahead) in _PLACES
        closes = chain.tags[cue] == "J" and layout.tag(layout.after(cue)) in _ENDS_CLAUSE
        if (i < cue and not closes) or any(min(i, cue) < verb < max(i, cue) for verb in verbs):
            continue
        if there and (chain.tags[i] != "n" or nation not in (None, chain.values[ahead])):
            return True
    return False


def sells_itself(layout: Layout, cue: int) -> bool:
    """Is a country what sells, in a sentence that names companies too: "Angola delivered 5 carats"?"""
    before = layout.before(cue, "lωV_") if layout.tag(cue) == "J" else -1
    return layout.tag(before) == "A" and layout.tag(layout.before(before, "_")) not in tuple("ntqo@")


def nation_of(layout: Layout, cue: int) -> object:
    """The code of the country whose adjective stands at a noun: "Italian sales"; None where none does."""
    beside = (i for i in (cue - 1, cue + 1) if 0 <= i < len(layout.chain) and layout.chain.tags[i] == "a")
    return next((layout.chain.values[i] for i in beside), None)


def headed(slot: Slot, view: View) -> str | None:
    """Exports or imports by the way alone: "to Germany went 5 tonnes", "from Ukraine came 5 tonnes".

    None where the sentence already speaks of exports or imports, or the paragraph of the same flow; and where
    it speaks of the imports of that very country.
    """
    amount, last = slot.quantity.amount, view.earlier[-1] if view.earlier else None
    if amount.dimension not in ("money", "mass", "volume") or is_small(amount) or view.firms:
        return None
    chain, layout = view.chain, view.layout
    wares = "T" in slot.clause or amount.dimension != "money"
    if wares and _CAME_FROM.match(chain.tags, slot.first, slot.link):
        slot.firm = True
        return "imports"
    if last is not None and last.sentence is slot.sentence:
        return None
    spoken = last if last is not None and last.sentence.block is slot.sentence.block else None
    if wares and _came_thence(slot, view):
        return "imports"
    ways, places, far = set[str](), set[object](), False
    for i in layout.links(slot.link, "tqnψ"):
        place = i if chain.tags[i] == "ψ" else layout.after(i, "_oWlH")
        abroad = wares and layout.tag(place) == "ψ" and chain.values[place] == "overseas"
        if abroad or (i < slot.link and chain.tags[i] in "tq" and layout.tag(place) in _PLACES):
            ways.add("q" if "q" in (chain.tags[i], chain.tags[i - 1 : i]) else "t")
            places.add(chain.values[place])
            far = far or abroad
    if len(ways) != 1 or (spoken is not None and spoken.kind in MIRROR and not far and ways == {"q"}):
        return None
    if spoken is not None and places & {
        spoken.sentence.chain.values[i] for i in spoken.sentence.chain.find("Aa")
    }:
        return None
    return {"t": "exports", "q": "imports"}[ways.pop()]


def _came_thence(slot: Slot, view: View) -> bool:
    """Did goods come "from there", and not leave it?"""
    chain, leaves = view.chain, view.lexicon.lines["name_words"].get("leaves", ()) if view.lexicon else ()
    thence = next((i for i in view.layout.links(slot.link, "ω") if chain.values[i] == _THENCE), -1)
    return 0 <= thence < slot.link and not any(
        fold(chain.words(i)) in leaves for i in range(thence, slot.link)
    )


def is_of_goods(slot: Slot) -> bool:
    """Is a figure an amount of goods?"""
    return slot.quantity.amount.dimension not in ("money", "ratio")


def on_goods(slot: Slot, leader: Slot) -> bool:
    """Does a sentence turn from sums to goods that the one before did not name?"""
    if leader.sentence is slot.sentence:
        return False
    return "T" in slot.sentence.chain.tags and "T" not in leader.sentence.chain.tags


def bare(slot: Slot, view: View) -> bool:
    """Is a percentage neither a change nor a part, as rates of duty are?"""
    if slot.quantity.amount.dimension != "ratio" or signed(slot):
        return False
    if next(view.layout.links(slot.link, "F"), None) is not None or slot.role not in ("level", "to", "from"):
        return False
    return all(str(view.chain.values[i]).startswith("to") for i in view.layout.links(slot.link, "V"))


def goes_there(slot: Slot, cue: KindCue, view: View) -> bool:
    """Does a part of what is produced go to a country: "produced 31, of which 15 went to Brazil"?"""
    chain, after = view.chain, _WENT.match(view.chain.tags, slot.link + 1)
    if cue.kind != "production" or after is None or slot.quantity.amount.dimension == "ratio":
        return False
    there = chain.values[after.end() - 1]
    if chain.tags[after.end() - 1] == "ψ" and there != "overseas":
        return False
    beside = bool(view.earlier) and view.earlier[-1].sentence is slot.sentence
    part = beside or chain.tags[slot.first : slot.first + 1] in tuple("oq")  # "of the harvest, 5 tonnes went"
    return part and all(chain.values[i] != there for i in chain.find("Aa", 0, slot.link))


def sold_for(slot: Slot, cue: KindCue, view: View) -> bool:
    """Does a company sell or buy for this money: "delivers two lines for 5 million"?"""
    if not cue.weak or cue.kind not in _SOLD or view.chain.tags[cue.link] not in "JY":
        return False
    amount, layout = slot.quantity.amount, view.layout
    if amount.dimension != "money" or is_small(amount):
        return False
    if cue.kind != "sales" and _pays_for_pieces(slot, view):
        return True
    stake = view.earlier[-1] if view.earlier else None
    if (
        stake is not None
        and stake.sentence is slot.sentence
        and stake.kind == "other"
        and stake.link > cue.link
    ):
        return view.firms  # "bought 40 percent of X for 5 million"
    bought = layout.after(cue.link, _BEFORE_NAMES)
    if layout.tag(bought) == "@" and view.chain.values[bought].kind == "company":
        return True
    return paid(slot, view)


def _pays_for_pieces(slot: Slot, view: View) -> bool:
    """Is money paid for things that the figure right before counts: "212 howitzers for 2.4 billion"?

    What is counted over a period is trade: "In May it bought 212 tractors for 9 million".
    """
    last = view.earlier[-1] if view.earlier and "θ" not in view.chain.tags else None
    if last is None or last.sentence is not slot.sentence or last.quantity.amount.dimension not in _PIECES:
        return False
    return _PAID_FOR.fullmatch(view.chain.tags, last.link + 1, slot.link) is not None


def paid(slot: Slot, view: View) -> bool:
    """Is money what a company pays or gets: "for 5 million" with its name?"""
    layout = view.layout
    before = layout.before(slot.link, '_b"')
    apart = layout.tag(before) == "V" and layout.tag(before - 1) == ","  # ", for an amount of 5 million"
    if layout.tag(before) not in ("z", "y") and not (apart and view.chain.values[before] == "to"):
        return False
    after = layout.after(slot.link)
    if layout.tag(after) in ("z", "o") and layout.tag(layout.after(after)) in ("T", "H"):
        return False
    return view.firms


def earned(slot: Slot, hit: tuple[KindCue, int] | None, view: View) -> str | None:
    """What money is that goods or a company "earn" or "bring in": exports, sales or profit; None else.

    ``hit`` is the word of the clause that says what is measured: one of one sense wins.
    """
    amount, before = slot.quantity.amount, view.earlier[-1] if view.earlier else None
    tags, values = view.chain.tags, view.chain.values
    if amount.dimension == "ratio" and hit is not None and str(values[hit[0].link]).endswith(EARNS):
        return before.kind if before is not None and before.sentence is slot.sentence else None
    if amount.dimension != "money" or is_small(amount):
        return None
    since = tags.rfind("Q", 0, slot.link)
    verb = next((i for i in view.layout.links(slot.link, "VK") if str(values[i]).endswith(EARNS)), slot.link)
    near = verb in (slot.link, view.layout.before(slot.link, "_bl"))  # "exports most, and earned 5"
    other = hit is not None and not hit[0].weak and hit[0].link != verb
    other = other and (not near or _is_subject(hit, verb, tags))
    if not since < verb < slot.link or other:
        return None
    if view.firms or any(values[i] == "company" for i in view.chain.find("G")):
        kept = PROFIT in str(values[verb]) and "T" not in tags[slot.link :]  # "earned 3 million with cars"
        return None if tags[verb] != "V" else "finance" if kept else "sales"
    block, last = slot.sentence.block, view.earlier[-_MEMORY:]
    flows = any(other.kind == "exports" for other in last if other.sentence.block is block)
    return "exports" if "T" in tags or flows or view.topic.main in FLOWS else None


def _is_subject(hit: tuple[KindCue, int] | None, verb: int, tags: str) -> bool:
    """Is what earns the money named by a noun of another kind right before the verb: "remittances"?"""
    if hit is None or hit[0].kind in MIRROR or not hit[0].link < verb:
        return False
    return tags[hit[0].link] == "K" and not tags[hit[0].link + 1 : verb].strip("_l")


def earns(slot: Slot, view: View) -> int | None:
    """The link of the verb where a company gains or loses money: "Boeing lost 3 billion", "and won 5".

    Also where it gains so much more than before: "Iberdrola gana un 12% más".
    """
    layout, amount, values = view.layout, slot.quantity.amount, view.chain.values
    verb, behind = layout.before(slot.link, "_bθn"), layout.after(slot.link)
    more = amount.dimension == "ratio" and layout.tag(behind) == "V" and layout.tag(behind + 1) != "o"
    if not (amount.dimension == "money" or more) or is_small(amount) or layout.tag(verb) != "V":
        return None
    gains = values[verb] in ("up", "down") or (more and PROFIT in str(values[verb]))
    if not gains or layout.tag(layout.after(slot.link, "_o")) in tuple("KTJ"):
        return None
    subject = layout.before(verb, "lXn_")
    acts = layout.tag(subject) == "@" and values[subject].kind == "company"
    joined = layout.tag(subject) == "&" or (more and layout.tag(subject) == "t")  # "pese a ganar"
    named = any(cue.link < slot.link and view.chain.tags[cue.link] == "K" for cue in view.cues)
    again = layout.tag(subject) in ("θ", ",", "") and not named and _earned_before(slot, view)
    return verb if (acts or again or (joined and view.firms)) and not (named and acts) else None


def _earned_before(slot: Slot, view: View) -> bool:
    """Did the figure before tell what the company gained: "It won 5 million. In 2020 it lost 4"?"""
    last = view.earlier[-1] if view.earlier and view.firms else None
    told = None if last is None or last.sentence.block is not slot.sentence.block else last
    reason = None if told is None or told.kind != "finance" else told.draft.reasons.get("kind")
    return reason is not None and reason.rule in _EARNED
