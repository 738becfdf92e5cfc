"""What a figure measures: exports, a balance, a price, and with which sign."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise
from typing import Final

from attrs import frozen

from tradenews.lexicon.forms import fold
from tradenews.lexicon.index import Lexicon, Treaty
from tradenews.models.amount import Amount
from tradenews.parse.clauses import PARTICLE, Layout, particle_value
from tradenews.parse.slot import Slot
from tradenews.scan.chain import Chain

DEALS: Final = {
    "contract": "deal_value",
    "merger_acquisition": "deal_value",
    "other": "deal_value",
    "partnership": "deal_value",
    "memorandum": "deal_value",
    "joint_venture": "investment",
    "investment": "investment",
    "financing": "finance",
    "free_trade_agreement": "trade",
    "trade_agreement": "trade",
}
FLOWS: Final = frozenset({"exports", "imports", "trade"})
GOODS_KINDS: Final = frozenset({"exports", "imports", "production", "consumption", "sales", "trade"})
SPANS_OF_TIME: Final = frozenset({"year", "month", "week", "day", "quarter", "hour", "minute", "season"})
_NEAR, _WEAK, _AFTER, _ACROSS = 1, 6, 4, 3
_PREPOSITIONS = '_obyezX"'
_TRADING: Final = FLOWS | {"balance", "tariff"}
_COMPOUND, _PART = 9, 4
_SOLD: Final = frozenset({"exports", "imports", "sales"})
_PLACES: Final = frozenset("Aa¤")
_ATTRIBUTIVE = "zon"  # "duties on imported cars": no verb, but a word of the noun behind it
_DEAR: Final = 1_000_000  # no price of one thing is higher, in any currency of the news
_FLIPPED: Final = {"exports": "imports", "imports": "exports"}
_FLEETING: Final = (
    frozenset({"other", "count"}),
    frozenset({"other", "count", "deal_value", "investment", "finance"}),
)
_LINKING = "_aAkψΩ@TκθFlW¤-X"


@frozen
class KindCue:
    """A word that says what is measured: its link, kind, sign (0: it has none), and whether it is vague."""

    link: int
    kind: str
    sign: int = 0
    weak: bool = False


def read_cue(chain: Chain, i: int) -> KindCue | None:
    """What link ``i`` says of the kind of amounts near it; None where it says nothing."""
    value = chain.values[i]
    if isinstance(value, Treaty):
        return KindCue(i, DEALS.get(value.kind, "trade"), 0, True)
    if not isinstance(value, str):
        return None
    if chain.tags[i] == "D":
        kind = DEALS.get(value.split("/")[0].rstrip("?"))
        return None if kind is None else KindCue(i, kind, 0, True)
    value = particle_value(chain, i, value) if value.startswith(PARTICLE) else value.split(" ")[0]
    if value is None:
        return None
    weak = value.endswith("?") or (chain.tags[i] == "J" and i > 0 and chain.tags[i - 1] in _ATTRIBUTIVE)
    value = value.rstrip("?")
    sign = {"+": 1, "-": -1}.get(value[-1:], 0)
    return KindCue(i, value.rstrip("+-"), sign, weak)


def read_cues(chain: Chain, lexicon: Lexicon) -> list[KindCue]:
    """All words of a sentence that say what is measured, first parts of compounds too."""
    found = [cue for i in chain.find("KJD") if (cue := read_cue(chain, i)) is not None]
    if lexicon.heads:
        parts = [cue for i in chain.find("VF") if (cue := _first_part(chain, i, lexicon)) is not None]
        if parts:
            found = sorted(found + parts, key=lambda cue: cue.link)
    return found


def _first_part(chain: Chain, i: int, lexicon: Lexicon) -> KindCue | None:
    """What a compound of movement says by its first part: "Exportzuwachs", "Preisanstieg"."""
    word = fold(chain.words(i))
    if len(word) < _COMPOUND or word in lexicon.entries:
        return None
    for cut in range(len(word) - _PART, _PART - 1, -1):
        for entry in lexicon.entries.get(word[:cut], ()):
            if entry.tag == "K" and isinstance(entry.value, str):
                value = entry.value.rstrip("?")
                return KindCue(i, value.rstrip("+-"), {"+": 1, "-": -1}.get(value[-1:], 0))
    return None


def fits(kind: str, amount: Amount) -> bool:
    """Can an amount of this unit be of this kind?"""
    dimension = amount.dimension
    if dimension == "ratio":
        return True
    if dimension == "money":
        return kind != "count" and (kind != "price" or abs(amount.low) < _DEAR)
    if dimension in ("length", "area", "power"):
        return kind in ("production", "consumption", "other")
    if kind in GOODS_KINDS:
        return True
    return kind == "count" if dimension in ("count", "piece") else kind == "other"


def is_price(amount: Amount) -> bool:
    """Is this money for a unit of goods?"""
    return amount.dimension == "money" and amount.per is not None and amount.per not in SPANS_OF_TIME


def best_cue(slot: Slot, layout: Layout, cues: Iterable[KindCue]) -> tuple[KindCue, int] | None:
    """The word of the clause that fits the amount and stands nearest to it, with its distance."""
    owner = layout.owner[slot.link]
    amount = slot.quantity.amount
    rated = [
        (_distance(layout, slot.link, cue), cue.link, cue)
        for cue in cues
        if layout.owner[cue.link] == owner and fits(cue.kind, amount)
    ]
    if not rated:
        return None
    distance, _, cue = min(rated, key=lambda r: r[:2])
    return cue, distance


def _distance(layout: Layout, amount: int, cue: KindCue) -> int:
    chain = layout.chain
    if cue.link > amount:
        first, last = amount + 1, cue.link
        if chain.tags[cue.link] == "D" and cue.link == amount + 1:
            return 0
        if chain.tags[amount + 1] in "onzX" or cue.link == amount + 1:
            between = chain.tags[amount + 2 : cue.link]
            if not between.strip(_LINKING):
                return _NEAR + (_WEAK if cue.weak else 0)
    else:
        first, last = cue.link + 1, amount
    between = chain.tags[first:last]
    if cue.link < amount and between and not between.strip(_PREPOSITIONS):
        return _NEAR
    rest = len(between) + _ACROSS * between.count("Q") + between.count(",")
    if cue.link > amount and not (chain.tags[cue.link] == "J" and _closes(layout, cue.link)):
        rest += _AFTER
    return rest + (_WEAK if cue.weak else 0)


def _closes(layout: Layout, link: int) -> bool:
    """Does a verb close its clause, as participles do in German: "wurden für 5 Milliarden verkauft"?"""
    after = layout.after(link)
    return layout.tag(after) in ("", "s", ",", "&", ";", "›")


def paired_cues(chain: Chain, cues: list[KindCue]) -> list[list[KindCue]]:
    """Runs of kinds joined by a comma or an "and": exports and imports."""
    runs: list[list[KindCue]] = []
    nouns = [cue for cue in cues if chain.tags[cue.link] == "K"]
    for left, right in pairwise(nouns):
        between = chain.tags[left.link + 1 : right.link]
        if not between or between.strip("_,&u") or left.kind == right.kind:
            continue
        if runs and runs[-1][-1] is left:
            runs[-1].append(right)
        else:
            runs.append([left, right])
    return runs


@frozen
class Topic:
    """What an article measures: how often each kind is named outright, and what the title names."""

    counts: dict[str, int]
    title: KindCue | None = None

    @property
    def main(self) -> str | None:
        """The kind named most often; None where none is."""
        return max(self.counts, key=lambda k: self.counts[k]) if self.counts else None

    def admits(self, cue: KindCue, amount: Amount) -> bool:
        """Is a vague word worth hearing: a "gap" where deficits are spoken of, a "rate" with tariffs?"""
        if not cue.weak:
            return True
        if cue.kind == "gdp":
            return amount.dimension == "ratio"
        return cue.kind not in ("tariff", "balance") or cue.kind in self.counts

    def sharpen(self, cue: KindCue) -> str:
        """The kind that a word stands for here: "sales" are exports where trade is the topic."""
        if cue.kind == "sales" and cue.weak and self.main in _TRADING:
            return "exports"
        return cue.kind


def read_topic(chains: Iterable[Chain], lexicon: Lexicon) -> Topic:
    """The topic of an article from all its sentences."""
    counts: dict[str, int] = {}
    first: KindCue | None = None
    for chain in chains:
        for cue in read_cues(chain, lexicon):
            if not cue.weak:
                counts[cue.kind] = counts.get(cue.kind, 0) + 1
                first = first or cue
    return Topic(counts, first)


def decide_kind(
    slot: Slot, layout: Layout, cues: list[KindCue], earlier: list[Slot], topic: Topic, goods: bool
) -> str:
    """Give a slot its kind, polarity and leader; the name of the rule that decided.

    ``earlier`` are the slots before it in the article; ``goods`` tells that a bare count counts goods.
    """
    amount = slot.quantity.amount
    admitted = [cue for cue in cues if cue.kind != "reverse" and topic.admits(cue, amount)]
    hit = best_cue(slot, layout, admitted)
    if is_price(amount) and (hit is None or hit[0].kind != "tariff" or hit[1] > _AFTER):
        slot.kind = "price"
        priced = [cue for cue in admitted if cue.kind == "price"]
        named = best_cue(slot, layout, priced)
        slot.kind_cue = named[0].link if named else None
        return "kind.rate"
    if amount.dimension in ("count", "piece") and not goods:
        slot.kind = "count"
        return "kind.count"
    if amount.unit == "count" and (hit is None or hit[0].weak) and not _counted_on(slot, earlier):
        slot.kind = "count"
        return "kind.count"
    if hit is not None and (deal := _dealt(hit[0], admitted, amount, layout.chain)) is not None:
        return _take(slot, layout, deal, topic, "kind.deal")
    if hit is not None:
        return _take(slot, layout, hit[0], topic, "kind.word")
    host = layout.clause(slot.link).host
    if host is not None and (leader := _before(slot, earlier)) is not None:
        own = [c for c in admitted if leader.link < c.link < slot.link and fits(c.kind, amount)]
        if own and layout.chain.tags[layout.clause(slot.link).first - 1] != "Q":
            return _take(slot, layout, own[-1], topic, "kind.word")
        return _follow(slot, leader, "kind.bracket")
    return _carried(slot, layout, admitted, earlier, topic)


def _counted_on(slot: Slot, earlier: list[Slot]) -> bool:
    """Does a count go on with the goods of the figures before: "46,900 to Mexico, 35,800 to Russia"?"""
    if not slot.quantity.counted:
        return True
    leader = earlier[-1] if earlier else None
    return (
        leader is not None
        and leader.kind in GOODS_KINDS
        and leader.sentence.block is slot.sentence.block
        and leader.firm
    )


def _dealt(cue: KindCue, cues: list[KindCue], amount: Amount, chain: Chain) -> KindCue | None:
    """The contract of the sentence, where money is only vaguely that of a sale or a purchase."""
    if not cue.weak or chain.tags[cue.link] == "D" or amount.dimension != "money" or cue.kind not in _SOLD:
        return None
    return next((c for c in cues if chain.tags[c.link] == "D" and c.kind == "deal_value"), None)


def _take(slot: Slot, layout: Layout, cue: KindCue, topic: Topic, rule: str) -> str:
    slot.kind, slot.kind_cue, slot.firm = topic.sharpen(cue), cue.link, not cue.weak
    if slot.kind == "sales" and cue.weak and _goes_abroad(layout, cue.link):
        slot.kind = "exports"
    slot.polarity = cue.sign or _sign_near(slot, layout)
    return rule


def _goes_abroad(layout: Layout, cue: int) -> bool:
    """Are there words of a goal abroad behind "sales": to Russia, abroad?"""
    chain = layout.chain
    for i in layout.links(cue, "tzψ"):
        if i > cue and (chain.tags[i] == "ψ" or layout.tag(layout.after(i)) in _PLACES):
            return True
    return False


def _sign_near(slot: Slot, layout: Layout) -> int:
    """The sign of a balance from another word of the clause: "the balance was negative"."""
    if slot.kind != "balance":
        return 1
    near = (read_cue(layout.chain, i) for i in layout.links(slot.link, "K"))
    return next((cue.sign for cue in near if cue is not None and cue.sign), 1)


def _follow(slot: Slot, leader: Slot, rule: str) -> str:
    slot.kind, slot.polarity, slot.leader, slot.firm = leader.kind, leader.polarity, leader, leader.firm
    return rule


def _before(slot: Slot, earlier: list[Slot]) -> Slot | None:
    """The last figure before the amount in its sentence whose kind it can have."""
    if earlier and earlier[-1].sentence is slot.sentence:
        return earlier[-1] if fits(earlier[-1].kind, slot.quantity.amount) else None
    return None


def _sums_up(slot: Slot, layout: Layout, earlier: list[Slot]) -> bool:
    """Does a clause with "together" add up exports and imports that went before?"""
    if "Ω" not in layout.chain.tags or next(layout.links(slot.link, "Ω"), None) is None:
        return False
    dimension = slot.quantity.amount.dimension
    levels = [s.kind for s in earlier[-8:] if s.quantity.amount.dimension != "ratio"]
    return dimension in ("money", "ratio") and set(levels[-2:]) == {"exports", "imports"}


def _place(cue: KindCue) -> int:
    return cue.link


def _of_goods(leader: Slot | None) -> bool:
    """Is the figure before an amount of goods, or none at all?"""
    return leader is None or leader.quantity.amount.dimension not in ("money", "ratio")


def _carried(slot: Slot, layout: Layout, cues: list[KindCue], earlier: list[Slot], topic: Topic) -> str:
    """The kind from the words or figures before, else behind, else of the paragraph, else the topic."""
    amount = slot.quantity.amount
    fitting = [cue for cue in cues if fits(cue.kind, amount)]
    cue = max((c for c in fitting if c.link < slot.link), key=_place, default=None)
    if _sums_up(slot, layout, earlier):
        slot.kind = "trade"
        return "kind.sum"
    leader = _before(slot, earlier)
    deal = max(
        (c for c in cues if layout.chain.tags[c.link] == "D" and c.link < slot.link), default=None, key=_place
    )
    if deal is not None and amount.dimension == "money" and _of_goods(leader):
        return _take(slot, layout, deal, topic, "kind.deal")
    if leader is not None and (cue is None or cue.link < leader.link):
        return _follow(slot, leader, "kind.carried")
    if cue is not None:
        return _take(slot, layout, cue, topic, "kind.clause_before")
    cue = min((c for c in fitting if c.link > slot.link), key=_place, default=None)
    same_block = bool(earlier) and earlier[-1].sentence.block is slot.sentence.block
    if cue is not None and not cue.weak and not same_block:
        return _take(slot, layout, cue, topic, "kind.clause_behind")
    for leader in earlier[:-7:-1]:
        if fits(leader.kind, amount) and leader.kind not in _FLEETING[amount.dimension == "ratio"]:
            rule = _follow(slot, leader, "kind.paragraph")
            if slot.kind in _FLIPPED and "reverse" in layout.chain.values:
                slot.kind, slot.leader, rule = _FLIPPED[slot.kind], None, "kind.reverse"
            return rule
    if cue is not None:
        return _take(slot, layout, cue, topic, "kind.clause_behind")
    if topic.title is not None and fits(topic.title.kind, amount):
        slot.kind = topic.title.kind
        slot.polarity = topic.title.sign or 1
        return "kind.topic"
    if amount.dimension in ("count", "piece"):
        slot.kind = "count"
    return "default"
