"""Words that say what is measured, and how near they stand to an amount."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Final

from attrs import define, frozen

from tradenews.grammar.particles import PARTICLE
from tradenews.grammar.values import dimension_of
from tradenews.lazy import regex
from tradenews.lexicon.forms import fold
from tradenews.lexicon.index import Lexicon, Treaty
from tradenews.models.amount import Amount
from tradenews.reading.clauses import particle_value, second_ways, spends
from tradenews.reading.figure_prepositions import tail_tie
from tradenews.reading.slot import Slot
from tradenews.scan.chain import Chain

DEALS: Final = {
    "contract": "deal_value",
    "merger_acquisition": "deal_value",
    "bid": "deal_value",
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
MEASURED: Final = FLOWS | {"balance", "production", "consumption", "sales"}  # what moves or makes goods
MIRROR: Final = {"exports": "imports", "imports": "exports"}  # what one side calls the other's flow
# Who stands at the other end: "Germany is the first market of Italian wine" tells of Italy's exports.
ENDS: Final = {"market": "exports", "supplier": "imports"}
PER_SHARE: Final = " result share"  # ends the value of a word for a profit per share
PLACE: Final = " place"  # ends the value of a verb that is one of trade before a country: "left Ghana"
RATE: Final = " rate"  # ends the value of a verb that is one of duties before a percentage: "pay 15 percent"
DEARER: Final = " price"  # ends the value of a movement that only prices make: "dearer"
STORE: Final = " store "  # in the value of a word for shares that may also mean what is in store
INDEX: Final = " index"  # ends the value of a word for all prices of an economy: inflation
OFFER: Final = "conditional offer"  # a word of offering: only what is paid by a deal is on offer
HOME: Final = " home"  # in the value of a word for what is sold at home: "domestic sales", "newly registered"
TURNED_OVER: Final = "sales trade"  # a word for what a company sells, or two countries trade: "turnover"
BUSINESS: Final = frozenset(("sales firm", TURNED_OVER))  # words for what companies alone sell: no exports
INCOME: Final = " income"  # ends the value of a noun for what comes in: "revenue"
MEASURE: Final = " measure"  # ends the value of a noun that may only tell how goods are measured: tonnage
WHOLE: Final = " whole"  # ends the value of a noun that counts only as a whole: "a third of its business"
AFTER = 4
_TAXED: Final = regex(r"[_AakG@]{0,3}[zt][_Aa]{0,2}[Tl]{1,2}(?:a|[qo]_?A)?_?b?Q")  # "auf Autos 8 Prozent"
_OTHERS = "[yr]{0,2}U?o?_?(?:[a°]l?T|Tl?[a°]|T[oq]_?A)"  # goods of another country
_OF_OTHERS, _FOREIGN = regex(_OTHERS), regex(f"b?Q{_OTHERS}")
_TAKES: Final = regex("[AkG][lmg_]{0,3}$")  # before a verb of taking
_PAID_THERE: Final = regex("n_?[Ak][lθ]{0,3}_?b?Q")  # "zahlen in den USA weiterhin 15 Prozent"
_PARTED: Final = tuple("oXFVb=zK")  # behind a percentage that is a part or a change
_OFTEN = 3  # so many times may another kind be named, and this one is a matter of the article still
_TRADING: Final = FLOWS | {"balance", "tariff"}
_BESIDE, _APART = 3, 4  # links up to money beside a deal, behind a comma, too
_COMPOUND, _PART = 9, 4
_BY_AGENT: Final = regex("_?o[o_]?[A@G]$")
_ON_GOODS: Final = regex("[ztb]_?(?:[aA]_?[lT]?T|T|l_?T(?!K))")
_LAID_ON: Final = regex("Q[Vl]?m?$")  # before a verb: "wil 10 procent extra rekenen over"
_IS_GOAL: Final = regex("[ztq]_?l?al?$")
_ATTRIBUTIVE = "zon"  # "duties on imported cars": no verb, but a word of the noun behind it
_NAMED: Final = regex("[al]{0,2}@|W(?=[zyn,])")
_SAID: Final = frozenset("KJT")
_INVESTORS: Final = regex("(?:‹K)?›?H")  # "foreign direct investment (FDI) companies"
_WORKS: Final = tuple("HIø")  # "left UK factories": what is in a country


@define(unsafe_hash=True)
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
        cost = "$" if dimension_of(chain.values[i - 1]) == "money" and i else ""  # "a $5 million plant"
        kind = DEALS.get(value.split("/")[0].removesuffix(cost).rstrip("?"))
        if kind is None and value == "deal":
            kind = _priced(chain, i)
        return None if kind is None else KindCue(i, kind, 0, True)
    told = value
    value = particle_value(chain, i, value) if value.startswith(PARTICLE) else value.split(" ")[0]
    if value is None:
        return None
    if told.endswith(WHOLE) and not _is_whole(chain, i):
        return None
    if told.endswith(MEASURE) and chain.tags[i - 1 : i] == "n":
        return None  # "in tonnage, the rise is 9 percent"
    if told.endswith(PLACE) and value.startswith("exports") and _from_works(chain, i):
        return KindCue(i, "production", 0, True)
    if (told.endswith(PLACE) and not _at_place(chain, i)) or (told.endswith(RATE) and not _rates(chain, i)):
        return None
    if told.endswith(RATE) and value.startswith("tariff") and _TAKES.search(chain.tags, max(i - AFTER, 0), i):
        return KindCue(i, "tariff", 0, not _FOREIGN.match(chain.tags, i + 1))
    if value == "finance" and chain.tags[i] == "K" and _NAMED.match(chain.tags, i + 1):
        return None  # "the Swedish fund Norrvik"
    before = chain.tags[max(i - AFTER, 0) : i] if chain.tags[i] == "J" else ""
    by_agent = chain.tags[i + 1 : i + 2] in ("H", "T", "W") and _BY_AGENT.search(
        before
    )  # "von der EU verhängte"
    weak = value.endswith("?") or before[-1:] in tuple(_ATTRIBUTIVE) or bool(by_agent)
    value = value.rstrip("?")
    if value in ENDS and is_goal(chain, i):
        return None
    sign = {"+": 1, "-": -1}.get(value[-1:], 0)
    value = value.rstrip("+-")
    return KindCue(i, ENDS.get(value, value), sign, weak)


def is_goal(chain: Chain, i: int) -> bool:
    """Is a noun for the other end only who is sold to or bought from: "sold to American customers"?"""
    return _IS_GOAL.search(chain.tags, max(i - AFTER, 0), i) is not None


def _priced(chain: Chain, i: int) -> str | None:
    """What money beside a deal is: "a $1.2 billion deal", "the deal, worth 5 million euros,"."""
    last = i + (_APART if chain.tags[i + 1 : i + 3] == ",V" else _BESIDE)
    near = [chain.values[j] for j in chain.find("Q", max(i - 1, 0), min(last, len(chain)))]
    return "deal_value" if any(value.amount.dimension == "money" for value in near) else None


def _from_works(chain: Chain, i: int) -> bool:
    """Do goods leave works of a country: "left UK factories"?"""
    place, works = _object(chain, i)
    return place in tuple("AaG") and works in _WORKS


def _at_place(chain: Chain, i: int) -> bool:
    """Does a country stand right behind a word: "left Ghana", "entered the EU"?"""
    place, works = _object(chain, i)
    if place == "H":
        return str(chain.values[i + 1 + (chain.tags[i + 1] == "_")]) == "country"  # "entrate nel Paese"
    return place in tuple("AkG¤") and works not in _WORKS


def _object(chain: Chain, i: int) -> tuple[str, str]:
    """The tags of the two links behind link ``i`` and an article; empty where there are none."""
    ahead = i + 1 + (chain.tags[i + 1 : i + 2] == "_")
    return chain.tags[ahead : ahead + 1], chain.tags[ahead + 1 : ahead + 2]


def _is_whole(chain: Chain, i: int) -> bool:
    """Is a noun that of which a percentage is told: "30 percent of its business"?"""
    before = chain.tags[max(i - AFTER, 0) : i].replace("_", "")
    return before.endswith(("Qo", "Q", "Fo", "FQ"))


def _rates(chain: Chain, i: int) -> bool:
    """Is what a verb of paying has for object a bare percentage: "the Japanese pay 15 percent"?"""
    at = chain.tags.find("Q", i + 1, i + AFTER)
    if at < 0 and (there := _PAID_THERE.match(chain.tags, i + 1)) is not None:
        at = there.end() - 1
    if at < 0 and (on := _TAXED.match(chain.tags, i + 1)) is not None:
        at = on.end() - 1
    if at < 0 and is_on_goods(chain, i) and (laid := _LAID_ON.search(chain.tags, max(i - AFTER, 0), i)):
        return bool(chain.values[laid.start()].amount.unit == "percent")
    if at < 0 and chain.tags[max(i - AFTER, 0) : i].rstrip("lAa_G")[-1:] in ("=", ","):
        at = chain.tags.rfind("Q", max(i - AFTER, 0), i)
        return at >= 0 and chain.values[at].amount.unit == "percent"
    if at >= 0 and _OF_OTHERS.match(chain.tags, at + 1) is not None:
        return True  # "charges 40 dollars a tonne of Brazilian sugar"
    if at >= 0 and chain.values[at].amount.per is not None:
        return is_on_goods(chain, at)  # "charges 96 dollars a tonne on tyres"
    if at < 0 or chain.values[at].amount.unit != "percent":
        return False
    return chain.tags[at + 1 : at + 2] not in _PARTED or is_on_goods(chain, at)


def is_on_goods(chain: Chain, i: int) -> bool:
    """Does "on steel", "on Chinese cars", "on all goods", "on 1,200 products" stand behind a percentage?"""
    behind = chain.tags[i + 1 : i + 1 + AFTER].replace("_", "")
    if behind[:2] == "zQ":
        return bool(chain.values[chain.tags.find("Q", i + 1)].counted)
    return _ON_GOODS.match(chain.tags, i + 1) is not None


def flow_told(chain: Chain, i: int) -> str:
    """Exports (sold) or imports (bought), as a verb or a noun like "largest customer" tells; else empty."""
    value = str(chain.values[i])
    if chain.tags[i] == "V":
        value = (particle_value(chain, i, value) or "") if value.startswith(PARTICLE) else ""
    elif chain.tags[i] == "K":
        return MIRROR.get(ENDS.get(value.rstrip("?"), ""), "")
    if value.endswith(PLACE) and not _at_place(chain, i):
        return ""
    flow = value.partition(" ")[0].rstrip("?")
    return flow if flow in MIRROR else ""


def supplies(words: str, lexicon: Lexicon) -> bool:
    """Is a word of agreeing one of supplying, too: "livrera", "will supply"?"""
    entries = (lexicon.word(words), lexicon.word(words.rpartition(" ")[2]))
    return any(e is not None and e.tag == "J" and str(e.value).startswith("exports") for e in entries)


def end_named(chain: Chain | None, before: int | None = None) -> str:
    """The flow whose other end a noun before an amount names: "among suppliers", "the main customers are"."""
    nouns = [] if chain is None else [str(chain.values[i]).rstrip("?") for i in chain.find("K", 0, before)]
    return next((ENDS[noun] for noun in reversed(nouns) if noun in ENDS), "")


def flow_behind(chain: Chain, link: int) -> str:
    """What the first word of buying or selling behind a mention says: exports, imports, or nothing."""
    return next((told for i in chain.find("JKV", link) if (told := flow_told(chain, i))), "")


def read_cues(chain: Chain, lexicon: Lexicon) -> list[KindCue]:
    """All words of a sentence that say what is measured, first parts of compounds too."""
    found = [cue for i in chain.find("KJD") if (cue := read_cue(chain, i)) is not None]
    found = [cue for cue in found if cue.kind != "investment" or not _is_of_investors(chain, cue.link)]
    found += [cue for i in chain.find("DVYG") for cue in _inner_cues(chain, i, lexicon)]
    found += [KindCue(*way) for i in chain.find("J") for way in second_ways(chain, i) if way[1] in MIRROR]
    moves = list(chain.find("V"))
    found += [KindCue(i, "price") for i in moves if str(chain.values[i]).endswith(DEARER)]
    found += [KindCue(i, flow, 0, True) for i in moves if (flow := flow_told(chain, i))]
    found += [KindCue(i, "investment", 0, True) for i in moves if spends(chain, i)]
    stocks = [i for i in chain.find("K") if STORE in str(chain.values[i])]
    if stocks and not _is_priced(chain):
        goods = {
            i for i in stocks if chain.tags[i - 1 : i] == "T"
        }  # "gasoline stocks", unlike those of firms
        found = [cue for cue in found if cue.link not in goods] + [KindCue(i, "other") for i in stocks]
    for i in chain.find("№"):  # "Absatz" is also a paragraph of a law
        kind = lexicon.also(chain.words(i), "K") if chain.tags[i + 1 : i + 2] not in ("N", "d") else None
        found += [] if kind is None else [KindCue(i, kind.rstrip("?"), 0, kind.endswith("?"))]
    if lexicon.heads:
        parts = [cue for i in chain.find("VF") if (cue := _first_part(chain, i, lexicon)) is not None]
        found += parts
    return sorted(found, key=lambda cue: cue.link)


def _is_of_investors(chain: Chain, link: int) -> bool:
    """Does a word of investment only say which companies are meant: "the FDI sector"?"""
    if chain.tags[link] == "J":
        return chain.tags[link - 1 : link] == "-" and chain.tags[link + 1 : link + 2] == "H"
    behind = _INVESTORS.match(chain.tags, link + 1)
    return behind is not None and chain.values[behind.end() - 1] in ("company", "product")


def _is_priced(chain: Chain) -> bool:
    """Are sums of money all that a sentence tells, beside percentages, so that "the stock" is a share?"""
    found = {dimension_of(chain.values[i]) for i in chain.find("Q")}
    return found - {"ratio", None} == {"money"}


def _inner_cues(chain: Chain, i: int, lexicon: Lexicon) -> Iterator[KindCue]:
    """What the words of a phrase say by themselves: "sale of" tells of a deal, but also of sales."""
    if chain.tags[i] == "V" and chain.values[i] == "to" and tail_tie(chain.words(i), lexicon):
        return  # "est revenu à"
    words = chain.words(i).split(" ")
    if chain.tags[i] == "G" and ("V" not in chain.tags[max(i - 2, 0) : i + 2] or set(chain.tags[:i]) & _SAID):
        return  # "the third largest economy grew 5 percent", unlike its exports
    if len(words) == 1 or (chain.tags[i] == "D" and not str(chain.values[i]).endswith("?")):
        return
    for word in words:
        entry = lexicon.word(word)
        if entry is not None and entry.tag in "KJ" and isinstance(entry.value, str):
            value = entry.value.split(" ")[0].rstrip("?+-")
            if value != PARTICLE.strip():
                yield KindCue(i, value, 0, True)


def _first_part(chain: Chain, i: int, lexicon: Lexicon) -> KindCue | None:
    """What a compound of movement says by its first part: "Exportzuwachs", "Preisanstieg"."""
    word = fold(chain.words(i))
    if len(word) < _COMPOUND or word in lexicon.entries:
        return None
    for cut in range(len(word) - _PART, _PART - 1, -1):
        for entry in lexicon.entries.get(word[:cut], ()):
            if entry.tag == "K" and isinstance(entry.value, str):
                value = entry.value.split(" ")[0].rstrip("?")
                return KindCue(i, value.rstrip("+-"), {"+": 1, "-": -1}.get(value[-1:], 0))
    return None


def is_index(slot: Slot) -> bool:
    """Is it a change of all prices of an economy, which statistics tell of each month: inflation?"""
    told = slot if slot.kind_cue is not None or slot.leader is None else slot.leader
    cue = told.kind_cue
    if slot.kind != "price" or slot.form not in ("growth", "delta"):
        return False
    if cue is None:
        return told.draft.reasons["kind"].rule == "kind.spoken"
    return is_index_word(told.sentence.chain, cue)


def is_index_word(chain: Chain, link: int) -> bool:
    """Is it a word like "inflation"?"""
    return str(chain.values[link]).endswith(INDEX)


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
    """What an article measures: how often each kind is named, the first of them, whether no firm is named.

    ``port`` tells that it is about a port, whose goods go both ways, ``trade`` that it is about what a whole
    trade sells.
    """

    counts: dict[str, int]
    title: KindCue | None = None
    national: bool = False
    port: bool = False
    trade: bool = False
    both: bool = False

    @property
    def main(self) -> str | None:
        """The kind named most often; None where none is."""
        return max(self.counts, key=lambda k: self.counts[k]) if self.counts else None

    def is_of(self, kind: str) -> bool:
        """Is a kind named nearly as often as any other?"""
        return _OFTEN * self.counts.get(kind, 0) >= max(self.counts.values(), default=1)

    def admits(self, cue: KindCue, amount: Amount) -> bool:
        """Is a vague word worth hearing: a "gap" where deficits are spoken of, a "rate" with tariffs?"""
        if not cue.weak:
            return True
        if cue.kind == "gdp":
            return amount.dimension == "ratio"
        if cue.kind == "balance" and cue.sign and amount.dimension == "ratio":
            return False
        if cue.kind == "balance" and amount.dimension == "money" and (amount.low < 0 or self.both):
            return True  # "the balance showed minus 5 million"
        if cue.kind == "deal_value":
            return amount.dimension == "money"
        return cue.kind not in ("tariff", "balance", "price") or cue.kind in self.counts

    def sharpen(self, cue: KindCue) -> str:
        """The kind that a word stands for here: "sales" are exports where trade is the topic."""
        if cue.kind == "sales" and cue.weak and self.main in _TRADING and not self.trade:
            return "exports"
        return cue.kind


def read_topic(all_cues: Iterable[list[KindCue]], *, national: bool = False, port: bool = False) -> Topic:
    """The topic of an article from the words of all its sentences that name kinds."""
    counts: dict[str, int] = {}
    first: KindCue | None = None
    flows: set[str] = set()
    for cues in all_cues:
        flows |= {cue.kind for cue in cues if cue.kind in MIRROR}
        for cue in (each for each in cues if not each.weak):
            counts[cue.kind] = counts.get(cue.kind, 0) + 1
            first = first or cue
    return Topic(counts, first, national, port, both=len(flows) == len(MIRROR))
