"""Mentions of one agreement made one."""

from __future__ import annotations

from attrs import define, field

from tradenews.lexicon.index import Treaty
from tradenews.parse.deal_mentions import GENERIC, TALKS, Mention
from tradenews.parse.deal_parties import Roll
from tradenews.parse.deal_status import Stage

RECALL = 3  # sentences over which "the deal" still means the one before
_FAMILIES = (
    frozenset({"free_trade_agreement", "trade_agreement"}),
    frozenset({"partnership", "memorandum"}),
    frozenset({"investment", "contract"}),
    frozenset({"joint_venture", "partnership"}),
)
_SPECIFIC = {"free_trade_agreement": 3, "memorandum": 3, "joint_venture": 3, "investment": 2, "trade_agreement": 2}
_CONCRETE = frozenset({"contract", "investment", "merger_acquisition", "financing", "joint_venture", "memorandum"})


@define(eq=False)
class Cluster:
    """All mentions of one agreement; ``kind`` is a deal kind once it is known."""

    kind: str
    treaty: Treaty | None = None
    parties: list[str] = field(factory=list)
    mentions: list[Mention] = field(factory=list)

    @property
    def last(self) -> int:
        """Number of the sentence of the last mention."""
        return self.mentions[-1].sentence.number

    @property
    def stages(self) -> list[tuple[Mention, Stage]]:
        """All stages in text order, each with its mention."""
        return [(m, s) for m in self.mentions for s in m.stages]


def merge_mentions(mentions: list[Mention], roll: Roll) -> list[Cluster]:
    """The agreements of a text, in the order in which it names them."""
    clusters: list[Cluster] = []
    for mention in mentions:
        home = next((c for c in reversed(clusters) if _same(c, mention, roll)), None)
        if home is not None:
            _join(home, mention, roll)
        elif (kind := _resolve(mention, roll)) is not None:
            cluster = Cluster(kind, mention.treaty, list(mention.found.all))
            cluster.mentions.append(mention)
            clusters.append(cluster)
    return clusters


def _resolve(mention: Mention, roll: Roll) -> str | None:
    """The kind of a new agreement; None where the mention is too little to be one."""
    parties = mention.found.all
    if mention.treaty is not None:
        return mention.kind
    if not mention.kind or (mention.weak and not mention.stages):
        return None
    if mention.kind == TALKS:
        broken = any(s.status in ("failed", "suspended") for s in mention.stages)
        return "contract" if broken and len(parties) >= 2 and any(map(roll.is_company, parties)) else None
    if len(parties) < 2 and not _lone(mention, roll):
        return None
    if mention.kind != GENERIC:
        return mention.kind
    if mention.cooperation:
        return "partnership"
    if all(map(roll.is_state, parties)):
        return "trade_agreement"
    return "contract" if mention.goods else "partnership"


def _lone(mention: Mention, roll: Roll) -> bool:
    """May a mention with one party stand? Where the party is firm and something happened to the deal."""
    parties = mention.found.all
    if not parties or mention.kind == GENERIC:
        return False
    if mention.kind == "investment":
        return any(map(roll.is_company, parties))
    return bool(mention.found.firm and mention.stages)


def _same(cluster: Cluster, mention: Mention, roll: Roll) -> bool:
    if mention.treaty is not None and cluster.treaty is not None:
        return mention.treaty.code == cluster.treaty.code
    near = mention.sentence.number - cluster.last <= RECALL
    mine, theirs = set(mention.found.all), set(cluster.parties)
    if not mention.kind:
        return near and mention.sentence.number > cluster.last and mention.sentence.number - cluster.last <= 1
    if not _kin(cluster.kind, mention.kind):
        return False
    if not mine:
        return near or (mention.kind == cluster.kind and cluster.kind != "contract")
    if cluster.treaty is not None and mention.treaty is None:
        return mine <= cluster.treaty.members and (len(mine) >= 2 or near)
    if mention.treaty is not None:
        return theirs <= mention.treaty.members and len(theirs) >= 2
    return _share(mine, theirs, cluster, mention, roll, near)


def _share(
    mine: set[str], theirs: set[str], cluster: Cluster, mention: Mention, roll: Roll, near: bool
) -> bool:
    both = mine & theirs
    if not both:
        return False
    if len(mine) == 1 or len(theirs) == 1:
        return near or not all(map(roll.is_state, both)) or len(theirs) > 1 and mention.kind != "contract"
    if mine <= theirs or theirs <= mine:
        return True
    if mention.kind in _CONCRETE and cluster.kind in _CONCRETE:
        return len(both) * 2 > len(mine | theirs)
    return len(both) * 2 >= len(mine | theirs) or not all(map(roll.is_state, both))


def _kin(kind: str, other: str) -> bool:
    if kind == other or GENERIC in (kind, other):
        return True
    if other == TALKS:
        return False
    return any(kind in family and other in family for family in _FAMILIES)


def _join(cluster: Cluster, mention: Mention, roll: Roll) -> None:
    cluster.mentions.append(mention)
    if cluster.treaty is None and mention.treaty is not None:
        cluster.treaty, cluster.kind = mention.treaty, mention.kind
    if mention.kind and mention.kind != GENERIC and mention.kind != TALKS:
        if _SPECIFIC.get(mention.kind, 1) > _SPECIFIC.get(cluster.kind, 1):
            cluster.kind = mention.kind
    if len(cluster.parties) < 2:
        cluster.parties += [id for id in mention.found.all if id not in cluster.parties]
