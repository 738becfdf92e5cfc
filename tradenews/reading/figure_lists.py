"""Lists that are read item by item: "exports and imports, at 2 and 3 billion", "respectively"."""

from __future__ import annotations

from tradenews.reading.clauses import Layout
from tradenews.reading.figure_cues import ENDS, KindCue, paired_cues
from tradenews.reading.figure_sizes import fits
from tradenews.reading.slot import Slot

_FLOWS, _TWO = {"exports", "imports"}, 2
_JOINS = '_beu,&"'


def pair_lists(
    fresh: list[Slot], layout: Layout, cues: list[KindCue], rules: list[str], earlier: list[Slot]
) -> None:
    """Read lists of amounts against lists of kinds, or against the list of amounts before them.

    Sets kind, rank and leader of the slots in ``fresh`` and the names of the rules in ``rules``.
    """
    runs = paired_cues(layout.chain, cues)
    groups = amount_groups(fresh, layout)
    if not groups and not runs:
        return
    each = "R" in layout.chain.tags
    for number, group in enumerate(groups):
        if each or runs:
            for rank, k in enumerate(group):
                fresh[k].rank, fresh[k].ranks = rank, len(group)
        run = next((r for r in runs if _matches(r, [fresh[k] for k in group])), None)
        if run is not None:
            for cue, k in zip(run, group, strict=True):
                fresh[k].kind, fresh[k].kind_cue = cue.kind, cue.link
                fresh[k].polarity = cue.sign or 1
                rules[k] = "kind.list"
        elif group[0] == 0 and _goes_on_with_flows(fresh, group, layout, earlier):
            _lead(fresh, group, [], earlier[-len(group) :], rules)
        elif each or _is_of_two_flows(fresh, group, layout):
            _lead(fresh, group, groups[:number], fresh[: group[0]], rules)
            _keep_noun(fresh, group, cues)
    for run in runs:
        ends = any(str(layout.chain.values[cue.link]).rstrip("?") in ENDS for cue in run)
        if not each and not ends and {"exports", "imports"} == {cue.kind for cue in run}:
            _as_trade(run, fresh, groups, rules)


def amount_groups(fresh: list[Slot], layout: Layout) -> list[list[int]]:
    """Runs of two or more amounts of one dimension with nothing but commas and "and" between them."""
    groups: list[list[int]] = []
    for k in range(1, len(fresh)):
        left, right = fresh[k - 1], fresh[k]
        between = layout.chain.tags[left.link + 1 : right.link]
        same = left.quantity.amount.dimension == right.quantity.amount.dimension
        if not between or between.strip(_JOINS) or not same:
            continue
        if groups and groups[-1][-1] == k - 1:
            groups[-1].append(k)
        else:
            groups.append([k - 1, k])
    return groups


def _matches(run: list[KindCue], group: list[Slot]) -> bool:
    return len(run) == len(group) and all(
        fits(cue.kind, slot.quantity.amount) for cue, slot in zip(run, group, strict=True)
    )


def _is_of_two_flows(fresh: list[Slot], group: list[int], layout: Layout) -> bool:
    """Are two percentages those of the flows right before: "exports of 6 and imports of 4, up 7 and 5"?"""
    if len(group) != _TWO or group[0] < _TWO:
        return False
    first, second = fresh[group[0] - 2 : group[0]]
    levels = all(s.quantity.amount.dimension != "ratio" for s in (first, second))
    ratio = fresh[group[0]].quantity.amount.unit == "percent"
    between = layout.chain.tags[second.link : fresh[group[0]].link]
    apart = set(between) & set("KJs")
    return levels and ratio and {first.kind, second.kind} == _FLOWS and not apart and "V" in between


def _goes_on_with_flows(fresh: list[Slot], group: list[int], layout: Layout, earlier: list[Slot]) -> bool:
    """Are two percentages those of the flows of the sentence before: "That is 2 and 3 percent more"?"""
    told = earlier[-len(group) :]
    if len(told) != len(group) or {slot.kind for slot in told} != _FLOWS:
        return False
    here = told[0].sentence is told[-1].sentence and told[0].sentence.block is fresh[group[0]].sentence.block
    levels = all(slot.quantity.amount.dimension != "ratio" for slot in told)
    ratio = fresh[group[0]].quantity.amount.unit == "percent"
    return here and levels and ratio and not set(layout.chain.tags[: fresh[group[0]].link]) & set("KJT@A")


def _keep_noun(fresh: list[Slot], group: list[int], cues: list[KindCue]) -> None:
    """A noun of its own between the lists tells of the second: "bought a and b, at prices up c and d"."""
    first = fresh[group[0]]
    if first.leader is None or first.leader.link > first.link or first.leader.sentence is not first.sentence:
        return
    before = max((s.link for s in fresh[: group[0]]), default=first.leader.link)
    chain = first.sentence.chain
    own = [c for c in cues if before < c.link < first.link and not c.weak and c.kind == "price"]
    own = [c for c in own if len(chain.words(c.link)) > 1]  # 量价 is of both
    for k in group if own else ():
        if fits(own[-1].kind, fresh[k].quantity.amount):
            fresh[k].kind, fresh[k].polarity, fresh[k].kind_cue = (
                own[-1].kind,
                own[-1].sign or 1,
                own[-1].link,
            )


def _lead(
    fresh: list[Slot], group: list[int], groups: list[list[int]], before: list[Slot], rules: list[str]
) -> None:
    """Each amount of a list follows the one of the same rank before: "a and b, up c and d respectively"."""
    same = next((g for g in reversed(groups) if len(g) == len(group)), None)
    if same is not None:
        leaders = [fresh[k] for k in same]
    else:
        levels = [s for s in before if s.quantity.amount.dimension != "ratio"]
        leaders = (levels or before)[-len(group) :]
    if len(leaders) != len(group):
        return
    for leader, k in zip(leaders, group, strict=True):
        slot = fresh[k]
        if fits(leader.kind, slot.quantity.amount):
            slot.kind, slot.polarity, slot.leader = leader.kind, leader.polarity, leader
            slot.kind_cue = leader.kind_cue if leader.sentence is slot.sentence else None
            rules[k] = "kind.list"


def _as_trade(run: list[KindCue], fresh: list[Slot], groups: list[list[int]], rules: list[str]) -> None:
    """One amount for "imports and exports" is of trade as a whole."""
    links = {cue.link for cue in run}
    grouped = {k for group in groups for k in group}
    for k, slot in enumerate(fresh):
        if slot.kind_cue in links and k not in grouped:
            slot.kind = "trade"
            rules[k] = "kind.both"
        elif slot.leader in fresh and rules[k] == "kind.bracket" and slot.leader.kind_cue in links:
            slot.kind = slot.leader.kind  # "exports and imports rose to 5 billion yuan (1 billion dollars)"
