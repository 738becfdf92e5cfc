"""The two sides of a deal, given to the amounts that tell of it: the buyer or borrower reports.

What figures are read by is the sentence they stand in; who made a deal is known only when all its mentions
are one: "X won an order from Y. It is worth 5 million and covers 48 turbines".
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from typing import Final

from tradenews.lexicon.forms import fold
from tradenews.lexicon.index import Lexicon
from tradenews.models.amount import Amount
from tradenews.reading.confidence import figure_confidence
from tradenews.reading.deal_cluster import Cluster
from tradenews.reading.deal_mention import DELIVERIES, Mention
from tradenews.reading.deal_parties import read_candidates
from tradenews.reading.deal_roll import Roll
from tradenews.reading.draft import Draft
from tradenews.reading.figure_cues import supplies
from tradenews.reading.figure_intake import is_intake
from tradenews.reading.sentence import Sentence
from tradenews.scan.chain import Chain

Pair = tuple[str, str, bool]  # who buys or borrows, who sells or lends, and whether the text says so
_OF: Final = {  # of which deals the amounts of a kind can tell
    "deal_value": frozenset({"contract", "merger_acquisition", "partnership", "memorandum", "other"}),
    "finance": frozenset({"financing"}),
    "count": frozenset({"contract"}),
    "imports": frozenset({"contract"}),
    "exports": frozenset({"contract"}),
    "sales": frozenset({"contract"}),
    "investment": frozenset({"joint_venture", "partnership", "memorandum"}),
}
_SHARED, _STAKES = frozenset({"merger_acquisition", "joint_venture"}), ("investment", "other", "deal_value")
_ORDERING = ["who.orders", "who.seller"]  # the sentence itself tells who orders of whom
_WON, _ORDERED = "won@", "contract"
_SELLS: Final = {"exports": True, "imports": False}
_FAINT: Final = frozenset(  # what tells whose figure it is only where no deal does
    ("who.none", "who.topic", "who.carried", "who.sentence", "who.lead", "who.second", "who.contractor",
     "who.host", "who.same", "who.deal", "who.leader", "who.aside", "who.joint")
)  # fmt: skip
_FLOWS, _WEIGHED = frozenset(_SELLS) | {"sales"}, frozenset({"mass", "volume", "energy"})
_DEALING: Final = frozenset("JYDVmK")
_NEXT = 2  # sentences behind the last mention in which a deal is still told of
_DELIVERED = "when.delivered"
_SUPPLY = 10  # links from a contract to what is delivered
_OPENS = 4  # links in which a period opens a sentence
_VERB = 14  # links from the mention to the verb that tells who sells
_NO_GOODS: Final = frozenset(
    ("company", "person", "guest", "job", "deal", "meeting", "country", "project", "product")
)


def give_sides(
    figures: Sequence[Draft], clusters: Sequence[Cluster], sentences: Sequence[Sentence], roll: Roll
) -> None:
    """Reporter and partner of the amounts of deals whose two sides are known."""
    pairs = [(cluster, pair) for cluster in clusters if (pair := sides_of(cluster, roll)) is not None]
    if not pairs:
        return
    pairs = _with_trades(pairs)
    starts = [sentence.span.start for sentence in sentences]
    for figure in figures:
        number = bisect_right(starts, figure.get("span").start) - 1
        _lend_kind(figure, clusters, sentences[number])
        kinds = _SHARED if _is_stake(figure) else _OF.get(figure.get("kind"))
        told = _is_stake(figure) or figure.get("form") == "level" or figure.get("kind") == "deal_value"
        if (
            kinds is None
            or not told
            or not _is_goods(figure, roll.lexicon)
            or _is_owned(figure, sentences[number])
        ):
            continue
        if figure.get("kind") == "investment" and figure.reasons["kind"].rule == "kind.inward":
            continue
        fit = [(c, pair) for c, pair in pairs if c.kind in kinds]
        found = _told_by(fit, sentences[number], figure, roll)
        if found is not None and (
            figure.get("kind") not in _FLOWS or _is_of_contract(figure, sentences[number])
        ):
            _give(figure, sentences[number], *found, roll)


def _with_trades(pairs: list[tuple[Cluster, Pair]]) -> list[tuple[Cluster, Pair]]:
    """The pairs, who sells in other contracts as the seller: "X negotiates with Y on 20 trains"."""
    sold = Counter[str]()
    for cluster, (buyer, seller, sure) in pairs:
        if sure and cluster.kind == _ORDERED:
            sold[seller] += 1
            sold[buyer] -= 1
    found = []
    for cluster, (buyer, seller, sure) in pairs:
        turned = not sure and cluster.kind == _ORDERED and sold[buyer] > max(sold[seller], 0)
        found.append((cluster, (seller, buyer, True) if turned else (buyer, seller, sure)))
    return found


def _is_stake(figure: Draft) -> bool:
    """Is it a share in a firm: "of which it will hold 51 percent"?"""
    return figure.get("form") == "share" and figure.get("kind") in _STAKES


def _lend_kind(figure: Draft, clusters: Sequence[Cluster], sentence: Sentence) -> None:
    """Money that only a word of agreeing made a deal's is a loan's, where the sentence tells of one alone."""
    if figure.get("kind") != "deal_value" or figure.reasons["kind"].rule != "kind.status":
        return
    told = {c.kind for c in clusters for m in c.mentions if m.sentence.number == sentence.number}
    if told == {"financing"}:
        figure.set("kind", "finance", "kind.deal", figure.reasons["kind"].span)


def _is_of_contract(figure: Draft, sentence: Sentence) -> bool:
    """Are goods weighed, or measured, in the sentence of the contract itself, by no period?"""
    amount: Amount = figure.get("amount")
    weighed = amount.dimension in _WEIGHED and figure.get("period") is None
    named = any(str(sentence.chain.values[i]).startswith(_ORDERED) for i in sentence.chain.find("D"))
    return weighed and named


def _is_owned(figure: Draft, sentence: Sentence) -> bool:
    """Has or runs the subject what is counted, rather than orders or sells it: "operates 58 ships"?"""
    chain = sentence.chain
    link = bisect_right(chain.starts, figure.get("span").start) - 1
    head = min((i for i in sentence.refs if chain.tags[i] in "@EGø"), default=link)
    between, leads = chain.tags[head:link], chain.tags[:head].strip("_aøθ") in ("", "o")
    return figure.get("kind") == "count" and leads and "l" in between and not set(between) & _DEALING


def _is_goods(figure: Draft, lexicon: Lexicon) -> bool:
    """May a count be one of goods, rather than of people or firms?"""
    if figure.get("kind") != "count":
        return True
    counted = str(figure.get("counted") or "")
    entry = lexicon.word(counted) or lexicon.word((counted.split() or [""])[-1])
    return bool(counted) and (entry is None or entry.tag != "H" or entry.value not in _NO_GOODS)


def sides_of(cluster: Cluster, roll: Roll) -> Pair | None:
    """Who buys or borrows, who sells or lends, and whether the text tells which is which."""
    if len(cluster.parties) != 2 or cluster.treaty is not None:
        return None
    first, second = cluster.parties
    if cluster.kind == "merger_acquisition":
        return first, second, True
    states = roll.is_state(first), roll.is_state(second)
    if cluster.kind in _OF["investment"] - _OF["deal_value"] or (
        cluster.kind in _OF["investment"] and any(states)
    ):
        return (second, first, True) if states[0] and not states[1] else (first, second, states[1])
    if cluster.kind == "financing":
        lends = roll.lends(first), roll.lends(second)
        if lends[0] != lends[1]:
            return (second, first, True) if lends[0] else (first, second, True)
        if states[0] != states[1]:
            return (first, second, True) if states[0] else (second, first, True)
        return first, second, False
    if all(states):
        return None  # the contracts of many firms
    for mention in cluster.mentions:
        seller = _seller(mention, (first, second), roll)
        if seller is not None:
            return (second, first, True) if seller == first else (first, second, True)
    if states[0] != states[1]:
        return (first, second, True) if states[0] else (second, first, True)
    if any(_delivers(mention, first) for mention in cluster.mentions):
        return second, first, True
    return first, second, False


def _delivers(mention: Mention, firm: str) -> bool:
    """Does a firm agree with another on the delivery of so many: "signed with X for the supply of 36"?"""
    chain, i = mention.sentence.chain, mention.index
    told = (str(chain.values[j]) for j in chain.find("KJH", i, min(i + _SUPPLY, len(chain))))
    counted = (j for j in chain.find("Q", i, min(i + _SUPPLY, len(chain))))
    pieces = any(chain.values[j].amount.unit == "count" for j in counted)
    acting = mention.found.rule.startswith("with") and mention.found.all[:1] == [firm]
    return acting and pieces and any(value.startswith(DELIVERIES) for value in told)


def _seller(mention: Mention, pair: tuple[str, str], roll: Roll) -> str | None:
    """Which of two sides sells, by the verb of a sentence: who wins an order, who does not buy."""
    chain, sentence = mention.sentence.chain, mention.sentence
    named = [(i, id) for i, ref in sorted(sentence.refs.items()) if (id := roll.party(ref)) in pair]
    if not named:
        return None
    wins = roll.lexicon.lines["name_words"].get("wins", ())
    low, high = max(mention.index - _VERB, 0), min(mention.index + _VERB, len(chain))
    for j in sorted(range(low, high), key=lambda j: abs(j - mention.index)):
        value = str(chain.values[j])
        sells: bool | None = None
        if chain.tags[j] in "YlVJ" and (value.startswith(_WON) or fold(chain.words(j)) in wins):
            sells = not _awards(chain, j, [i for i, _ in named], roll)
        elif chain.tags[j] == "J":
            sells = _SELLS.get(value.partition(" ")[0].rstrip("?"))
        elif chain.tags[j] == "Y" and value.rpartition("@")[2] == _ORDERED and "@" in value:
            sells = supplies(chain.words(j), roll.lexicon)
        if sells is None:
            continue
        before = [id for i, id in named if i < j]
        actor = before[-1] if before else None
        if len(set(before)) == 2:
            actor = before[0]  # "X has from Y an order got"
        if actor is None and chain.tags[j] == "J":
            other = next((id for i, id in named if i > j), None)  # "we sold six locomotives to X"
            actor = next((id for id in pair if id != other), None) if other else None
        if actor is None:
            continue
        return actor if sells else next(id for id in pair if id != actor)
    return None


def _awards(chain: Chain, verb: int, named: Sequence[int], roll: Roll) -> bool:
    """Does a verb give the order to the firm right behind it, as no passive does: "awarded X a contract"?"""
    if fold(chain.words(verb)) not in roll.lexicon.lines["name_words"].get("awards", ()):
        return False
    behind = next((i for i in named if i > verb), len(chain))
    return behind < len(chain) and not chain.tags[verb + 1 : behind].strip("_aøTt")


def _told_by(
    fit: Sequence[tuple[Cluster, Pair]], sentence: Sentence, figure: Draft, roll: Roll
) -> Pair | None:
    """The sides of the deal that an amount tells of: one of its sentence, else the one told last before."""
    at = figure.get("span").start
    best: tuple[int, Pair] | None = None
    for cluster, pair in fit:
        for mention in cluster.mentions:
            gap = sentence.number - mention.sentence.number
            if gap == 0:
                cost = min(abs(mention.span.start - at), 10_000)
            elif (
                0 < gap <= _NEXT
                and not _is_total(sentence, figure)
                and not _is_stock(sentence, figure)
                and mention.sentence.block is sentence.block
                and not (cluster.kind == "joint_venture" and _is_stake(figure))
                and not _names_other(sentence, pair, roll)
            ):
                cost = gap * 100_000
            else:
                continue
            if best is None or cost < best[0]:
                best = cost, pair
    return None if best is None else best[1]


def _is_total(sentence: Sentence, figure: Draft) -> bool:
    """Is an amount that of a period that its sentence names: "Last year it took orders worth 5"?"""
    if figure.get("period") is not None and figure.reasons["period"].rule == _DELIVERED:
        return False
    return figure.get("period") is not None or "θ" in sentence.chain.tags[:_OPENS]


def _is_stock(sentence: Sentence, figure: Draft) -> bool:
    """Does a noun of its own tell what money it is: debt, reserves, a budget?"""
    why = figure.reasons["kind"]
    if figure.get("kind") != "finance" or why.rule != "kind.word" or why.span is None:
        return False
    return any(sentence.chain.starts[i] == why.span.start for i in sentence.chain.find("K"))


def _names_other(sentence: Sentence, pair: Pair, roll: Roll) -> bool:
    """Does a sentence behind the deal name another who may be a side: "the EU adds 25 million"?"""
    cands = read_candidates(sentence, roll)
    return any(
        id not in pair and id not in map(roll.home, pair[:2])
        for c in cands
        if not (c.source or c.placed)
        for id in c.ids
    )


def _abroad(pair: tuple[str, str], roll: Roll) -> bool:
    """Are the two sides known to be at home in different countries?"""
    homes = [id if roll.is_state(id) else roll.home(id) for id in pair]
    return None not in homes and homes[0] != homes[1]


def _give(figure: Draft, sentence: Sentence, first: str, second: str, sure: bool, roll: Roll) -> None:
    """Set the sides of an amount, where its own sentence names nobody else."""
    pair = (first, second)
    have = [roll.party(side) if side else None for side in (figure.get("reporter"), figure.get("partner"))]
    why = [figure.reasons[name].rule if name in figure.reasons else "" for name in ("reporter", "partner")]
    own = [id for id, rule in zip(have, why, strict=True) if id is not None and rule not in _FAINT]
    here = {roll.party(ref) for ref in sentence.refs.values()}
    homes = {roll.home(id) for id in pair if id in here}  # "from US producer Lorem" names no other
    if any(id not in (*pair, *homes) for id in own):
        return
    if set(have) == set(pair) and (not sure or why == _ORDERING):
        return
    if have[0] in pair and have[1] is None and is_intake(figure):
        return
    led = figure.get("kind") == "investment" and why[0] in _FAINT  # whom the deal names first invests
    if not sure and have[0] in pair and not led:
        first, second = str(have[0]), next(id for id in pair if id != have[0])
    if figure.get("kind") in _FLOWS:
        if set(have) == set(pair) or (figure.get("kind") == "sales" and not _abroad(pair, roll)):
            return
        if sure:
            figure.set("kind", "imports", "kind.deal", figure.reasons["kind"].span)
    if have == [first, second]:
        return
    figure.set("reporter", first, "who.deal")
    figure.set("partner", second, "who.deal")
    figure.set("confidence", figure_confidence(figure), "evidence")
