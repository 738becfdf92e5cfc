"""Where a text tells of a port: whose its goods are, and the country of those who invest in it."""

from __future__ import annotations

from collections.abc import Sequence

from tradenews.grammar.hubs import CARGO, Hub
from tradenews.lexicon.index import Region
from tradenews.reading.figure_memory import Pick, Reader
from tradenews.reading.figure_sides import Side
from tradenews.reading.slot import Slot

_CODE = 2  # letters of a country's code
_HOME = 4  # links from a company to its country
_PASSED = frozenset(("by", "in"))  # where goods pass: the port itself
_MOVES = frozenset(("", "own", "of"))
_OWN_TIES = frozenset(("", "own", "say", "chief"))


def at_port(slot: Slot, sides: Sequence[Side], reader: Reader) -> Sequence[Side]:
    """The sides without companies that only run or use a quay, where it is told what a port moved."""
    if reader.hub is None or slot.kind != "trade":
        return sides
    others = {
        s.link
        for s in sides
        if s.nature == "firm" and not s.vague and s.via not in _OWN_TIES and s.id != reader.hub
    }
    values = slot.sentence.chain.values
    quays = {s.link for s in sides if s.via in _PASSED and isinstance(values[s.link], Region)}
    return [
        s
        for s in sides
        if s.link not in others | quays and not (s.nature == "state" and _is_beside(s, others))
    ]


def _is_beside(side: Side, firms: set[int]) -> bool:
    """Is a country that of a company beside it: "let to PSA, of Singapore"?"""
    return side.via in ("of", "own", "trait", "from") and any(
        0 < side.link - firm <= _HOME or firm == side.link + 1 for firm in firms
    )


def other_port(slot: Slot, sides: Sequence[Side], reader: Reader) -> tuple[Pick, Pick] | None:
    """Both sides of what another port moved than that of the text, for its country: "Antwerp, 7 m TEU"."""
    chain = slot.sentence.chain
    if slot.kind != "trade" or (reader.hub is None and slot.quantity.amount.unit not in (*CARGO, "percent")):
        return None
    ahead = [s for s in sides if s.link < slot.link and not s.vague and s.via not in ("say", "chief")]
    last = ahead[-1] if ahead else None
    if last is None or last.id == reader.hub or last.via not in _MOVES:
        return None
    acts = (s for s in ahead[:-1] if s.nature != "state" or s.id == reader.hub)
    if any("Q" not in chain.tags[s.link : last.link] for s in acts):
        return None  # "Lorem, who runs the port of Ipsum, moved 5 tonnes"
    place = chain.values[last.link]
    beside = chain.tags[last.link + 1 : last.link + 2] == "°"  # 马来西亚巴生港
    moves = (
        isinstance(place, Hub)
        or beside
        or (reader.hub is not None and isinstance(place, Region) and place.city)
    )
    own = (reader.topic.country, None if reader.hub is None else _country_of(reader.hub, reader))
    if not moves or last.id in own or ";" in chain.tags[last.link : slot.link]:
        return None
    return Pick(last.id, "who.subject", slot.place(last.link)), Pick(None, "who.none")


def hosted_by(slot: Slot, reporter: Pick, partner: Pick, reader: Reader) -> Pick:
    """The country of a port in which another one invests, instead of the port."""
    hub = reader.hub
    if (
        slot.kind != "investment"
        or hub is None
        or partner.id != hub
        or len(hub) == _CODE
        or reporter.id == hub
    ):
        return partner
    country = _country_of(hub, reader)
    return partner if country == reader.homes.get(reporter.id or "") else Pick(country, "who.host")


def _country_of(hub: str, reader: Reader) -> str | None:
    """The country of a port: the one that who runs it is from, else the one named most."""
    if len(hub) == _CODE:
        return hub
    weights = {each: w for each, w in reader.topic.weights.items() if each != hub and len(each) == _CODE}
    return reader.homes.get(hub) or max(weights, key=lambda each: weights[each], default=None)
