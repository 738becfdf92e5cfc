"""Mentions of one agreement made one."""

from __future__ import annotations

from tradenews.reading.deal_borrowers import lend_borrower
from tradenews.reading.deal_cluster import LENT, Cluster, is_over, strength_of
from tradenews.reading.deal_mention import GENERIC, STATE_KINDS, TALKS, Mention
from tradenews.reading.deal_parties import Found
from tradenews.reading.deal_roll import UNION, Roll
from tradenews.reading.deal_several import is_of_companies
from tradenews.reading.deal_status import OF_FIRMS

_NO_DUTY = 4  # links from a word for duties to "no"
_ENDS = frozenset({"agreed", "failed", "suspended"})  # how talks end
_BESIDE, _BESIDE_FIRMS = 6, 18
PRIVATE = frozenset({"contract", "joint_venture", "merger_acquisition", "partnership"})
_FIRMS_ONLY = frozenset({"merger_acquisition", "joint_venture"})  # a country beside them is where a firm is
_CLOSED = frozenset({"agreed", "signed", "ratified"})
_MADE = frozenset({"agreed", "signed", "in_force"})
_FREE, _FREE_TRADERS = "free_trade_agreement", "EFTA"
_VAGUE = frozenset({"", GENERIC, TALKS})
_BY_VERB = frozenset({"act", "traders", "told"})  # how parties are found where no noun names the deal
_KEPT = 60  # agreements among which a mention looks for its own: keeps the time linear
RECALL = 3  # sentences over which "the deal" still means the one before
_PAPER = frozenset({"partnership", "memorandum"})  # one thing of a company, two things of two states
_FAMILIES = (
    frozenset({"free_trade_agreement", "trade_agreement"}),
    _PAPER,
)
_SPECIFIC = {
    "free_trade_agreement": 3,
    "memorandum": 3,
    "joint_venture": 3,
    "investment": 2,
    "trade_agreement": 2,
}
_CONCRETE = frozenset(
    {"contract", "investment", "merger_acquisition", "financing", "joint_venture", "memorandum"}
)


def merge_mentions(mentions: list[Mention], roll: Roll) -> list[Cluster]:
    """The agreements of a text, in the order in which it names them."""
    clusters: list[Cluster] = []
    for mention in mentions:
        near = clusters if len(clusters) <= _KEPT else clusters[-_KEPT:]
        if mention.like and clusters:
            _liken(mention, _model(clusters), roll)
        home = next((c for c in reversed(near) if _same(c, mention, roll)), None)
        if home is not None:
            _join(home, mention, roll)
            continue
        if mention.new and not mention.stages:
            continue
        lent = mention.new or mention.old or (mention.another and not mention.found.all)
        if lent and len(mention.found.all) < 2 and clusters:
            mention.found.loose = [*mention.found.loose, *clusters[-1].parties]
        lend_borrower(mention, clusters, roll)
        if mention.pair and not mention.found.all:
            mention.found = Found(loose=list(mention.pair), rule=LENT)
            home = next((c for c in reversed(near) if c.treaty is None and _same(c, mention, roll)), None)
            if home is not None:
                _join(home, mention, roll)
                continue
        if (kind := _resolve(mention, roll)) is not None:
            cluster = Cluster(kind, mention.treaty, list(mention.found.all))
            cluster.add(mention)
            clusters.append(cluster)
    for cluster in clusters:
        if cluster.kind in PRIVATE:
            _firms_for_states(cluster, roll)
            if cluster.kind in _FIRMS_ONLY and any(map(roll.is_company, cluster.parties)):
                cluster.parties = [id for id in cluster.parties if not roll.is_state(id)]
        elif cluster.kind in STATE_KINDS | {"other"} and any(map(roll.is_state, cluster.parties)):
            cluster.parties = [id for id in cluster.parties if roll.is_state(id)]
        elif cluster.kind == "financing":
            _without_home(cluster, roll)
    _free_trade(clusters)
    return clusters


def _without_home(cluster: Cluster, roll: Roll) -> None:
    """A bank and its country are one side of a loan: "Japan, which lent 5 million through the JICA"."""
    homes = {roll.home(id) for id in cluster.parties if roll.lends(id)}
    others = [id for id in cluster.parties if id not in homes]
    if 0 < len(others) < len(cluster.parties):
        cluster.parties = others


def _model(clusters: list[Cluster]) -> Cluster:
    """Which agreement "a similar one" is like: the one told last, or the one on trade before an aside."""
    aside = len(clusters) > 1 and clusters[-1].kind == "other" and clusters[-2].kind in STATE_KINDS
    return clusters[-2] if aside else clusters[-1]


def _liken(mention: Mention, last: Cluster, roll: Roll) -> None:
    """ "It signed a similar deal with Chile": the kind of the one told last, and who made that one."""
    mention.kind = last.kind
    if len(mention.found.all) == 1 and last.parties and last.treaty is None:
        other = mention.found.all[0]
        acting = [id for m in last.mentions if m.found.rule.startswith("with") for id in m.found.loose]
        mine = [id for id in (*acting, *last.parties) if not roll.is_one(id, other)]
        mention.found.loose += mine[:1]


def _free_trade(clusters: list[Cluster]) -> None:
    """ "A deal", "talks": on free trade where the text speaks of that near, or of no duty."""
    free = [m.sentence.number for c in clusters for m in c.mentions if m.kind == _FREE and not m.another]
    for cluster in clusters:
        if cluster.kind != "trade_agreement" or cluster.treaty is not None or cluster.lent:
            continue
        if all(m.kind in _VAGUE for m in cluster.mentions):
            near = any(abs(n - m.sentence.number) <= RECALL for n in free for m in cluster.mentions)
            if near or any(map(_no_duty, cluster.mentions)) or _FREE_TRADERS in cluster.parties:
                cluster.kind = "free_trade_agreement"


def _no_duty(mention: Mention) -> bool:
    """Does its sentence tell that no duty is paid?"""
    chain = mention.sentence.chain
    duties = (i for i in chain.find("K") if str(chain.values[i]).startswith("tariff"))
    return any("g" in chain.tags[max(i - _NO_DUTY, 0) : i + _NO_DUTY] for i in duties)


def _firms_for_states(cluster: Cluster, roll: Roll) -> None:
    """A title says "Nordhagen wins order from Mexico", the text names the Mexican firm: it is the party."""
    others = dict.fromkeys(id for m in cluster.mentions for id in m.found.all if id not in cluster.parties)
    firms = [id for id in others if roll.is_company(id)]
    for n, id in enumerate(cluster.parties):
        if not firms or not roll.is_state(id):
            continue
        own = next((f for f in firms if roll.home(f) == id), firms[0])
        cluster.parties[n] = own
        firms.remove(own)


def _resolve(mention: Mention, roll: Roll) -> str | None:
    """The kind of a new agreement; None where the mention is too little to be one."""
    parties = mention.found.all
    if mention.treaty is not None:
        return mention.kind
    if not mention.kind or not parties or (mention.weak and not mention.stages):
        return None
    if mention.kind == TALKS:
        firms = any(map(roll.contracts, parties))
        reach = _BESIDE_FIRMS if firms else _BESIDE
        near = [s for s in mention.stages if abs(s.index - mention.index) <= reach]
        whole = len(parties) == 2 or not firms
        ended = any(s.status in _ENDS or (s.status == "negotiating" and whole) for s in near)
        if firms:
            mention.found.loose = [id for id in mention.found.loose if not roll.is_state(id)]
            parties = mention.found.all
        if not ended or not mention.found.firm or (len(parties) < 2 and not firms):
            return None
        return "trade_agreement" if all(map(roll.is_state, parties)) else "contract"
    if mention.kind in STATE_KINDS | {"other"} and all(map(roll.is_company, parties)):
        return "contract" if mention.goods else "partnership"  # "a framework agreement for the supply of"
    if mention.kind == "contract" and all(map(roll.is_state, parties)) and any(map(roll.is_bloc, parties)):
        mention.kind = GENERIC  # "the EFTA states' treaty with Mercosur"
    if mention.kind == "investment" and len(parties) > 1 and all(map(roll.is_state, parties)):
        return "other"  # of two states: on the protection of investments
    if mention.kind != GENERIC:
        return mention.kind
    if mention.cooperation:
        return "partnership"
    if sum(map(roll.is_state, parties)) > 1 or all(map(roll.is_state, parties)):
        return "contract" if is_of_companies(mention) else "trade_agreement"
    return "contract" if mention.goods else "partnership"


def _same(cluster: Cluster, mention: Mention, roll: Roll) -> bool:
    if mention.treaty is not None and cluster.treaty is not None:
        return mention.treaty.code == cluster.treaty.code
    gap = mention.sentence.number - cluster.last
    if (
        gap == 0
        and mention.listed
        and any(m.listed for m in cluster.mentions if m.sentence is mention.sentence)
    ):
        return False
    mine, theirs = set(mention.found.all), set(cluster.parties)
    if mention.kind == TALKS and _ends_talks(cluster, mention, gap):
        return True
    if mention.like:
        return mine == theirs
    if not mention.kind:
        if any(s.only and cluster.kind not in s.only for s in mention.stages):
            return False
        if cluster.kind in OF_FIRMS and all(s.status == "renegotiating" for s in mention.stages):
            return False  # "the loan will modernise 340 km of roads"
        known = not mention.found.firm or bool(theirs & set(mention.found.firm))
        other = mention.found.rule == "with" and len(mention.found.all) == len(theirs) == 1
        known = known or (other and not mention.found.loose)  # "It signed with X": the side not named yet
        return gap == 1 and known and not _elsewhere(cluster, mention, mine - theirs, roll)
    if mention.treaty is not None and (cluster.lent or not theirs <= mention.treaty.members):
        return False
    if _is_purchase_contract(cluster, mention, gap, roll) or _is_paper_of(cluster, mention, gap):
        return True
    if _apart(cluster, mention, gap) or _unlike(cluster, mention, mine | theirs, roll):
        return False
    if not mine:
        return gap <= RECALL or (mention.kind == cluster.kind and cluster.kind != "contract")
    treaty = cluster.treaty or mention.treaty
    if treaty is None:
        return _share(mine, theirs, cluster, mention, roll)
    if gap == 0 and not mention.found.firm:
        return True
    small = mine if mention.treaty is None else theirs
    full = len(small) >= min(3, len(treaty.members)) or (
        mention.kind == GENERIC and len(small) == 1 and not mention.found.firm
    )
    return small <= treaty.members and (full or gap == 0) and (len(small) > 1 or gap <= RECALL)


def _is_purchase_contract(cluster: Cluster, mention: Mention, gap: int, roll: Roll) -> bool:
    """ "X takes over Y. The contract was signed on Monday": no other company is named."""
    firms = {id for id in mention.found.all if roll.is_company(id)}
    bare = not mention.found.firm and firms <= set(cluster.parties) and not mention.another
    closes = mention.kind == "contract" and {s.status for s in mention.stages} & _CLOSED
    if closes and cluster.kind == "financing" and set(mention.found.all) <= set(cluster.parties):
        return 0 < gap <= RECALL and "Q" not in mention.sentence.chain.tags
    reach = 1 if mention.goods else RECALL
    return bool(closes) and bare and cluster.kind == "merger_acquisition" and 0 <= gap <= reach


def _ends_talks(cluster: Cluster, mention: Mention, gap: int) -> bool:
    """ "X wanted to take over Y. The talks came to nothing": are they those of a deal that is not made?"""
    if gap != 1 or mention.found.all:
        return False
    ended = any(s.status in ("failed", "suspended") for s in mention.stages)
    wanted = bool(cluster.stages) and all(s.status in ("proposed", "negotiating") for _, s in cluster.stages)
    return ended and wanted and cluster.kind in OF_FIRMS


def _is_paper_of(cluster: Cluster, mention: Mention, gap: int) -> bool:
    """ "X will supply Y. The two signed a letter of intent": what the deal told by a verb rests on?"""
    signed = mention.kind == "memorandum" and bool({s.status for s in mention.stages} & _CLOSED)
    if not signed or cluster.kind != "contract" or not 0 < gap <= RECALL:
        return False
    told = all(m.found.rule in _BY_VERB for m in cluster.mentions)
    return told and set(mention.found.all) == set(cluster.parties)


def _elsewhere(cluster: Cluster, mention: Mention, strange: set[str], roll: Roll) -> bool:
    """Does the next paragraph speak of others: another item of a list of news?"""
    if mention.sentence.block is cluster.mentions[-1].sentence.block:
        return False
    return bool(strange) or any(
        map(roll.is_company, set(mention.sentence.refs.values()) - set(cluster.parties))
    )


def _apart(cluster: Cluster, mention: Mention, gap: int) -> bool:
    """Is one the successor of the other: "a new agreement" after the end of the old one?"""
    first = cluster.mentions[0]
    if mention.another and first is not mention and any(s.status in _MADE for _, s in cluster.stages):
        return True
    stopped = mention.new and any(s.status == "failed" for s in mention.stages)
    if first.old != mention.old or (mention.new and cluster.over) or mention.found.rule == "tender":
        return True
    if stopped and any(s.status == "in_force" for _, s in cluster.stages):
        return True
    return first.new and not mention.new and (is_over(mention) or gap > RECALL)


def _unlike(cluster: Cluster, mention: Mention, parties: set[str], roll: Roll) -> bool:
    """Do the kinds, or the parties of these kinds, keep the two apart?"""
    near = mention.sentence.number - cluster.last <= 1
    told = bool(mention.stages or mention.found.firm)
    fresh = cluster.open and near and told and mention.kind not in (TALKS, *STATE_KINDS)
    if not fresh and not _kin(cluster.kind, mention.kind):
        return True
    if cluster.kind in STATE_KINDS and any(map(roll.is_company, mention.found.all)):
        return True
    states = len(mention.found.firm) > 0 and len(mention.found.all) > 1
    if states and cluster.kind in PRIVATE and all(map(roll.is_state, mention.found.all)):
        return any(map(roll.is_company, cluster.parties))
    return {cluster.kind, mention.kind} == _PAPER and all(map(roll.is_state, parties))


def _share(mine: set[str], theirs: set[str], cluster: Cluster, mention: Mention, roll: Roll) -> bool:
    """Do the parties of a mention fit those of an agreement? A country may stand for its company."""
    mine = {home if (home := roll.home(id)) in theirs and home is not None else id for id in mine}
    both = mine & theirs | {id for id in theirs if roll.home(id) in mine}
    if cluster.kind in STATE_KINDS and both and _is_bloc_of(mine - both, theirs - both, roll):
        return True
    near = mention.sentence.number - cluster.last <= RECALL
    if not both:
        return near and _signs_with_host(mine, theirs, cluster, mention, roll)
    if cluster.kind in _FIRMS_ONLY and _other_pair(mine, theirs, roll):
        return False
    if mine <= theirs and not mention.found.firm:
        return True
    if len(mine) == 1 or len(theirs) == 1:
        return near or not all(map(roll.is_state, both)) or mention.kind == cluster.kind
    if mine <= theirs or theirs <= mine or len(both) >= 2:
        return True
    if near and not mention.found.firm:
        return True
    if cluster.mentions[-1].sentence.block.kind == "title" and mention.kind == cluster.kind:
        return True
    if mention.kind in _CONCRETE and cluster.kind in _CONCRETE:
        return near and _names_customer(mine, theirs, cluster, mention, roll)
    return not all(map(roll.is_state, mine & theirs))


def _is_bloc_of(mine: set[str], theirs: set[str], roll: Roll) -> bool:
    """Does one name the bloc, the other its members: "with Efta", "with Iceland and Norway"?"""
    for bloc, members in ((mine, theirs), (theirs, mine)):
        if len(bloc) == 1 and len(members) > 1 and all(map(roll.is_bloc, bloc)) and UNION not in bloc:
            return all(roll.is_one(id, *bloc) for id in members)
    return False


def _other_pair(mine: set[str], theirs: set[str], roll: Roll) -> bool:
    """Do two deals join different companies: "X takes over Y, and talks with Z"?"""
    return len(mine) == len(theirs) == 2 and mine != theirs and all(map(roll.is_company, mine | theirs))


def _signs_with_host(
    mine: set[str], theirs: set[str], cluster: Cluster, mention: Mention, roll: Roll
) -> bool:
    """ "X builds a plant in Serbia. The investment agreement with the government was signed on Tuesday"?"""
    alike = cluster.kind == mention.kind == "investment" and len(theirs) == 1
    return alike and all(map(roll.is_state, mine)) and all(map(roll.is_company, theirs))


def _names_customer(mine: set[str], theirs: set[str], cluster: Cluster, mention: Mention, roll: Roll) -> bool:
    """ "It won an order in Oman. The contract was signed with the Lorem Rail Company": who buys in Oman."""
    land, firm = theirs - mine, mine - theirs
    if cluster.kind != "contract" or mention.kind != "contract" or len(land) != 1 or len(firm) != 1:
        return False
    (land_id,), (firm_id,) = land, firm
    abroad = any(roll.is_state(id) for ref in mention.sentence.refs.values() if (id := roll.party(ref)))
    fits = roll.is_state(land_id) and roll.is_company(firm_id) and roll.home(firm_id) in (None, land_id)
    if fits and not abroad and not mention.another:
        roll.homes.setdefault(firm_id, land_id)
        return True
    return False


def _kin(kind: str, other: str) -> bool:
    if kind == other or GENERIC in (kind, other):
        return True
    if other == TALKS:
        return False
    return any(kind in family and other in family for family in _FAMILIES)


def _join(cluster: Cluster, mention: Mention, roll: Roll) -> None:
    if cluster.treaty is None and mention.treaty is not None:
        cluster.treaty, cluster.kind = mention.treaty, mention.kind
    elif mention.kind not in ("", GENERIC, TALKS) and cluster.treaty is None and _finer(mention, cluster):
        cluster.kind = mention.kind
    best = cluster.strength
    cluster.add(mention)
    fresh, homes = mention.found.all, {roll.home(id) for id in cluster.parties}
    for id in fresh:
        if (home := roll.home(id)) in cluster.parties and id not in cluster.parties and home not in fresh:
            cluster.parties[cluster.parties.index(str(home))] = id
    if strength_of(mention) > best and not homes & set(fresh):
        cluster.parties = fresh
    elif len(cluster.parties) < 2:
        cluster.parties += [id for id in mention.found.all if id not in cluster.parties]


def _finer(mention: Mention, cluster: Cluster) -> bool:
    return cluster.open or _SPECIFIC.get(mention.kind, 1) > _SPECIFIC.get(cluster.kind, 1)
