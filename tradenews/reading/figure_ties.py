"""What ties one mention to another: two that trade or act together, lenders, customers, origins."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from attrs import evolve

from tradenews.lazy import regex
from tradenews.lexicon.forms import fold
from tradenews.lexicon.index import Lexicon
from tradenews.reading.figure_about import headed_pair
from tradenews.reading.figure_memory import Pick, Reader, as_pair, place_of
from tradenews.reading.figure_origins import ORIGINS, is_cooperative
from tradenews.reading.figure_roles import OUTSIDE, chunk_of, is_dealing, role_of
from tradenews.reading.figure_sides import Side
from tradenews.reading.figure_topic import Topic, starts
from tradenews.reading.sentence import Sentence
from tradenews.reading.slot import Slot
from tradenews.scan.chain import Chain

_BID_FROM = regex('D[zT_a]{0,3}q[_aTøH"l]{0,6}$')  # "a bid from the Swiss trader Lorem"
_FAR_BID = 12
_BIDS = ("bid", "merger_acquisition")
_JOINT, _ACTING = frozenset(("count", "tariff")), frozenset(("", "by"))
_PERSONS = frozenset(("company", "person", "guest", "visitor"))
_WORDS = 6  # of what is counted
_ORDERS = frozenset(("from", "by", "of", "with", "own", "office", "trait"))  # ties of who places an order
_WON = 7  # links between the verb and the order
_FINAL = 16  # links from the order to the verb that ends the clause
_ORIGIN = 6  # links between the adjective and the name
_CAME = frozenset("Jloqn_θYVHNiQ")  # between a country and the order that comes from it
_ASIDE_ENDS = ",;:›"
_RESULT, _RESULTS = 12, " result"  # links up to what is earned; end of its value
_CUT = frozenset(";:QKJvR¬@EA")
_APART = frozenset(",;:QKJVv")


def trading_pair(slot: Slot, sides: Sequence[Side], group: str, topic: Topic) -> tuple[Pick, Pick] | None:
    """Trade between two: "trade between A and B", "China-US trade"; trains and ships between them.

    What "both countries" sign is theirs, and so are tariffs that they lift.
    """
    both = sides[0] if group in _JOINT and len(sides) == 1 else None
    if both is not None and len(both.ids) == 2 and both.via in _ACTING and both.link < slot.link:
        return Pick(both.ids[0], "who.pair", place_of(slot, both)), Pick(both.ids[1], "who.pair")
    if group in OUTSIDE and (head := headed_pair(slot.sentence.chain, sides)) is not None:
        return as_pair(slot, *head)
    if group == "count":
        sides = [side for side in sides if side.via == "between" and len(side.ids) == 1]
    elif group != "trade":
        return None
    for side in sides:
        if len(side.ids) > 2:
            return Pick(None, "who.list"), Pick(None, "who.list")
        if len(side.ids) == 2:
            first, second = side.ids
            own = {s.id for s in sides if slot.kind == "balance" and s.via in ("", "own")} & {*side.ids}
            if own == {second}:
                first, second = second, first  # "Ghana had a deficit in bilateral trade"
            place = place_of(slot, side)
            return Pick(first, "who.pair", place), Pick(second, "who.pair", place)
    for first_side, second_side in pairwise(sides):
        if first_side.run != second_side.run or first_side.via not in ("between", "own", "of", ""):
            continue
        if first_side.vague or second_side.vague:
            continue  # "of Kenya and the largest economy of the region"
        if first_side.via == "" and second_side.link > slot.link:
            continue
        if sum(side.run == first_side.run for side in sides) == 2 and first_side.id != second_side.id:
            return as_pair(slot, first_side, second_side)
    return None


def jointly(slot: Slot, sides: Sequence[Side], group: str) -> tuple[Pick, Pick] | None:
    """Two companies that act together: a deal is one of the first with the second, the rest is nobody's."""
    tags = slot.sentence.chain.tags
    firms = [
        side
        for side in sides
        if side.nature == "firm" and not side.vague and slot.first <= side.link < slot.link
    ]
    if group not in ("deal", "count", "price", "investment") or len(firms) != 2:
        return None
    first, second = firms
    between = tags[first.link + 1 : second.link]
    if (
        first.via != ""
        or second.via not in ("", "with")
        or ("&" not in between and between != "u")
        or set(between) & _APART
        or len(between) > _ORIGIN
    ):
        return None
    if is_dealing(slot):
        return Pick(first.id, "who.joint", place_of(slot, first)), Pick(
            second.id, "who.joint", place_of(slot, second)
        )
    return Pick(None, "who.joint"), Pick(None, "who.joint")


def bid_sides(slot: Slot, sides: Sequence[Side]) -> tuple[Pick, Pick] | None:
    """Who offers to buy, and what: "Lorem received a takeover offer from Ipsum for 5 million"."""
    chain = slot.sentence.chain
    if slot.kind != "deal_value" or slot.form != "level":
        return None
    for side in sides:
        hit = _BID_FROM.search(chain.tags, max(side.link - _FAR_BID, 0), side.link)
        if side.nature != "firm" or side.via != "from" or hit is None:
            continue
        if not str(chain.values[hit.start()]).startswith(_BIDS):
            continue
        target = next((s for s in sides if s.nature == "firm" and not s.vague and s.id != side.id), None)
        bidder = Pick(side.id, "who.bidder", place_of(slot, side), side=side)
        return bidder, Pick(
            target.id if target else None, "who.target", place_of(slot, target) if target else None
        )
    return None


def contractor(
    slot: Slot, sides: Sequence[Side], group: str, lexicon: Lexicon | None
) -> tuple[Pick, Pick] | None:
    """Who orders, and the company that "won", "landed" or "received" the order: it is the other side."""
    chain, wins = slot.sentence.chain, lexicon.lines["name_words"].get("wins", ()) if lexicon else ()
    if group not in ("deal", "count", "price") or slot.kind == "price" or not wins:
        return None
    won, deal = _won(chain, wins)
    if won < 0 or won > deal:
        told = _won_by(slot, sides, deal, wins) if deal >= 0 else None
        if told is None and won < 0 <= deal:
            told = _built_by(slot, sides, deal, lexicon)
        if told is not None or won < 0:
            return told
    first = min(won, deal)
    seller = _subject(sides, first)
    if seller is None:
        return None
    if (given := _awarded(chain, won, sides, lexicon)) is not None and given.id != seller.id:
        partner = Pick(given.id, "who.contractor", place_of(slot, given))
        return Pick(seller.id, "who.orders", place_of(slot, seller)), partner
    others = [s for s in sides if seller.link < s.link and s.id != seller.id and not s.vague]
    others = [s for s in others if len(s.ids) == 1 and (s.link > first or s.via in ("in", "from", "of"))]
    others = [s for s in others if not {",", "&"} & set(chain.tags[deal : max(s.link, deal)])]
    ties = _ORDERS - ORIGINS if any(s.nature == "firm" for s in others) else _ORDERS
    buyers = [s for s in others if s.nature == "firm" or s.link < deal or s.via in ties]
    buyers = buyers or [s for s in others if s.nature == "state" and s.via == "in"]
    buyers.sort(key=lambda side: (side.via in ("", "to", "in"), side.nature == "state"))
    partner = Pick(seller.id, "who.contractor", place_of(slot, seller))
    if not buyers:
        return Pick(None, "who.contractor"), partner
    return Pick(buyers[0].id, "who.orders", place_of(slot, buyers[0])), partner


def _awarded(chain: Chain, verb: int, sides: Sequence[Side], lexicon: Lexicon | None) -> Side | None:
    """The firm right behind a verb of giving an order, no passive: "Lorem has awarded Ipsum a contract"."""
    awards = lexicon.lines["name_words"].get("awards", ()) if lexicon is not None else ()
    if fold(chain.words(verb)) not in awards:
        return None
    firms = (s for s in sides if s.nature == "firm" and not s.vague and s.link > verb)
    return next((s for s in firms if not chain.tags[verb + 1 : s.link].strip("_aøTt")), None)


def _won(chain: Chain, wins: Sequence[str]) -> tuple[int, int]:
    """The links of "won", which in Dutch may end the clause, and of the order that was won; -1 for none."""
    deal = next((i for i in chain.find("D") if str(chain.values[i]).startswith("contract")), -1)
    if deal < 0:
        return -1, -1
    for won in (*range(max(deal - _WON, 0), deal), *range(deal + 1, min(deal + _FINAL, len(chain)))):
        if fold(chain.words(won)) in wins:
            first, last = sorted((won, deal))
            moves = (i for i in chain.find("V", first, last) if not str(chain.values[i]).startswith("to"))
            if next(moves, None) is not None or set(chain.tags[first:last]) & set(",;:v"):
                break
            return won, deal
    return -1, deal


def _subject(sides: Sequence[Side], link: int) -> Side | None:
    """The company that acts before a link."""
    found = next((s for s in reversed(sides) if s.nature == "firm" and s.link < link and s.via == ""), None)
    return None if found is None or found.vague else found


def placed_from(
    slot: Slot, sides: Sequence[Side], reporter: Pick, partner: Pick, reader: Reader
) -> tuple[Pick, Pick]:
    """The country that an order comes from reports: "From India came an order worth 5 million"."""
    chain, seller = slot.sentence.chain, reporter.id
    if slot.kind != "deal_value" or slot.form != "level" or reader.natures.get(seller or "") != "firm":
        return reporter, partner
    deals = [i for i in chain.find("D", slot.first, slot.last) if str(chain.values[i]).startswith("contract")]
    for side in sides if deals else ():
        first, last = sorted((side.link, deals[0]))
        stands = side.nature == "state" and side.via == "from" and len(side.ids) == 1
        if stands and not side.vague and not set(chain.tags[first + 1 : last]) - _CAME:
            return Pick(side.id, "who.orders", place_of(slot, side)), reporter
    return reporter, partner


def find_winners(
    sentences: Sequence[Sentence], sides: Sequence[Sequence[Side]], lexicon: Lexicon
) -> dict[str, int]:
    """The companies that a text says won an order, each with the first sentence that says so."""
    winners: dict[str, int] = {}
    wins = lexicon.lines["name_words"].get("wins", ())
    for number, (sentence, found) in enumerate(zip(sentences, sides, strict=True)):
        won, deal = _won(sentence.chain, wins) if wins else (-1, -1)
        seller = _subject(found, min(won, deal)) if won >= 0 else None
        if seller is not None:
            winners.setdefault(seller.id, number)
    return winners


def _won_by(slot: Slot, sides: Sequence[Side], deal: int, wins: Sequence[str]) -> tuple[Pick, Pick] | None:
    """The company that an order went to, where the order is told first: "El contrato lo ganó Dragados"."""
    chain = slot.sentence.chain
    won = next((i for i in range(deal + 1, min(deal + _WON, slot.link)) if fold(chain.words(i)) in wins), -1)
    seller = next((s for s in sides if s.nature == "firm" and 0 < s.link - won <= _ORIGIN), None)
    if won < 0 or seller is None or seller.vague or set(chain.tags[deal + 1 : won]) & _APART:
        return None
    return Pick(None, "who.contractor"), Pick(seller.id, "who.contractor", place_of(slot, seller))


def _built_by(
    slot: Slot, sides: Sequence[Side], deal: int, lexicon: Lexicon | None
) -> tuple[Pick, Pick] | None:
    """Who signs with somebody that it will build for: "X signed a contract with Y to build a port"."""
    chain = slot.sentence.chain
    builder = next((s for s in sides if s.nature == "firm" and s.via == "" and s.link < deal), None)
    named = [s for s in sides if s.link < slot.link and not s.vague]
    client = next((s for s in named if s.via == "with"), None)
    client = client or next((s for s in named if s.via == "on" and s.nature == "firm"), None)
    if builder is None or client is None or builder.vague or builder.id == client.id or lexicon is None:
        return None
    first = builder.link if client.via == "on" else max(deal, 0)
    told = fold(chain.text[chain.starts[first] : chain.ends[min(slot.link + _WON, len(chain) - 1)]])
    if not any(word in told for word in lexicon.lines["name_words"].get("builds", ())):
        return None
    partner = Pick(builder.id, "who.contractor", place_of(slot, builder))
    return Pick(client.id, "who.orders", place_of(slot, client)), partner


def borrower(slot: Slot, sides: Sequence[Side], lender: Side) -> Pick | None:
    """The country that a bank lends to, behind the amount: "a loan of 5 million to help Morocco"."""
    if lender.nature == "state":
        return None
    for side in sides:
        if (
            side.nature == "state"
            and side.link > slot.link
            and not side.vague
            and side.via not in ("say", "chief")
        ):
            return Pick(side.id, "who.borrower", place_of(slot, side), 1.0, side)
    return None


def customer(slot: Slot, sides: Sequence[Side], reporter: Pick) -> Pick | None:
    """The country whose supplier or customer the reporter is: "Chile remained Japan's top supplier"."""
    for side in sides:
        other = side.nature == "state" and side.via in ("own", "goods", "trait") and side.id != reporter.id
        if other and slot.first <= side.link < slot.last and not side.vague and len(side.ids) == 1:
            return Pick(side.id, "who.customer", place_of(slot, side), 1.0, side)
    return None


def counted_nation(slot: Slot, reader: Reader) -> Pick | None:
    """The country in what is counted: "50 Brazilian companies"."""
    nation = nation_of(slot, reader.lexicon)
    return None if nation is None else Pick(nation, "who.counted", slot.span)


def nation_of(slot: Slot, lexicon: Lexicon | None) -> str | None:
    """The country in what is counted, also where its adjective stands behind: "50 turistas coreanos"."""
    chain, behind = slot.sentence.chain, slot.link + 1
    found = next(nations(slot.quantity.counted, lexicon), None) if lexicon else None
    entry = lexicon.word(slot.quantity.counted or "") if lexicon else None
    person = entry is not None and entry.value in _PERSONS
    if found is None and person and chain.tags[behind : behind + 1] == "a":
        found = str(chain.values[behind]) if chain.tags[behind + 1 : behind + 2] not in tuple("KTH") else None
    return found


def nations(counted: str | None, lexicon: Lexicon) -> Iterator[str]:
    """The countries in what is counted, by their adjectives: "Finnish companies"."""
    for word in (counted or "").split()[:_WORDS]:
        entry = lexicon.word(word)
        if entry is not None and entry.tag == "a" and isinstance(entry.value, str):
            yield entry.value


def lead_sides(slot: Slot, reader: Reader) -> tuple[Pick | None, Pick | None]:
    """Who imposes a tariff on whom by the sentence before, where that has no figures, this one no names."""
    number = reader.number - 1
    if number < 0 or number in reader.told or reader.blocks[number] is not reader.memory.block:
        return None, None
    best: dict[str, Pick] = {}
    for side in reader.sides[number]:
        role = role_of(slot, side, "tariff", reader.topic) if not side.vague else ""
        letter = {"from": "P", "goods": "P"}.get(side.via, role.upper() if role in ("R", "r", "P") else "R")
        if role:
            best.setdefault(letter, Pick(side.id, "who.lead"))
    if reader.topic.imposer and best.get("R") and best["R"].id != reader.topic.imposer:
        best.pop("R")  # rather those who are hit
    return best.get("R"), best.get("P")


def is_elsewhere(slot: Slot, side: Side, sides: Sequence[Side]) -> bool:
    """Is a place where goods go, as another country sells them: "Mexiko führte ... in die USA aus"?"""
    return any(
        other.nature == "state"
        and other.via in ("", "own")
        and other.id != side.id
        and other.link < slot.link
        for other in sides
        if other.run != side.run and slot.first <= other.link and not other.vague
    )


def with_traders(
    sentences: Sequence[Sentence], sides: list[list[Side]], lexicon: Lexicon
) -> tuple[list[list[Side]], set[str]]:
    """The sides with the bodies that trade as companies, and the ids of these bodies."""
    traders = dealers(sentences, sides, lexicon)
    if traders:
        sides = [[evolve(s, nature="firm") if s.id in traders else s for s in found] for found in sides]
    return sides, traders


def dealers(sentences: Sequence[Sentence], sides: Sequence[list[Side]], lexicon: Lexicon) -> set[str]:
    """The bodies that trade like companies: a consortium of growers that signs contracts, who earns a profit.

    Of two actors of one acronym the known one may be a bank; its results, at the start, tell a company.
    """
    found: set[str] = set()
    opening = starts(sentences)
    for number, (sentence, here) in enumerate(zip(sentences, sides, strict=True)):
        chain = sentence.chain
        bodies = [side for side in here if side.nature == "body" and side.via == ""]
        deals = chain.find("D") if bodies and "Y" in chain.tags else ()
        if any(str(chain.values[i]).startswith("contract") for i in deals):
            found |= {side.id for side in bodies if chain.tags[side.link + 1 : side.link + 5].find("Y") >= 0}
        found |= {side.id for side in bodies if is_cooperative(chain, side.link, lexicon)}
        if number < opening:
            found |= {side.id for side in bodies if _earns(chain, side.link)}
    return found


def _earns(chain: Chain, link: int) -> bool:
    """Does a sentence tell what its subject earned: "X closed 2022 with a profit of"?"""
    for i in chain.find("K", link + 1, min(link + 1 + _RESULT, len(chain))):
        between = chain.tags[link + 1 : i]
        return (
            str(chain.values[i]).endswith(_RESULTS) and not set(between) & _CUT and bool(between.strip("_"))
        )
    return False


def is_of_firm(slot: Slot, side: Side, sides: Sequence[Side]) -> bool:
    """Does a company produce in the country: "Lundin expands its mine in Ecuador, which yielded 5 tonnes"?"""
    verb = slot.kind_cue is not None and slot.sentence.chain.tags[slot.kind_cue] == "J"
    return verb and any(s.nature == "firm" and s.via == "" and s.link < side.link for s in sides)


def goods_of(slot: Slot, sides: Sequence[Side], reporter: Pick) -> Pick | None:
    """The country whose goods have the price that buyers elsewhere pay: "Dutch onions at 9 a kilo"."""
    if slot.kind != "price" or reporter.id is None:
        return None
    first, last = chunk_of(slot)
    for side in sides:
        goods = side.nature == "state" and side.via in ("goods", "trait") and len(side.ids) == 1
        if goods and not side.vague and side.id != reporter.id and first <= side.link < last:
            return Pick(side.id, "who.goods", place_of(slot, side), 1.0, side)
    return None


def told_aside(slot: Slot, sides: Sequence[Side], lexicon: Lexicon | None) -> Side | None:
    """The company in whose bracket or relative clause an amount stands: "X (310 jobs)", "X, which has"."""
    chain, tags = slot.sentence.chain, slot.sentence.chain.tags
    if slot.kind == "deal_value" or lexicon is None:
        return None
    relatives = lexicon.lines["name_words"].get("relatives", ())
    for side in reversed(sides):
        person = side.via in ("office", "say") and slot.kind != "count"  # "an economist at X, who expects"
        body = side.nature == "body" and slot.kind == "count"
        if side.link > slot.link or not (side.nature == "firm" or body) or side.vague or person:
            continue
        between = tags[side.link + 1 : slot.link]
        if between[:1] == "‹" and "›" not in between:
            return side if slot.kind not in OUTSIDE else None
        if between[:1] == "," and not set(between[1:]) & set(_ASIDE_ENDS):
            return side if fold(chain.words(side.link + 2)) in relatives else None
    return None
