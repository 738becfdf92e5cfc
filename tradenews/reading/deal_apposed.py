"""Two words for one agreement in a sentence: "a free trade agreement (CETA)", "an agreement to acquire X"."""

from __future__ import annotations

from tradenews.lazy import regex
from tradenews.reading.deal_mention import GENERIC, STATE_KINDS, Mention
from tradenews.reading.sentence import Sentence

_NEW_CLAUSE, _NEAR = frozenset(",;:&YV"), 5
_SAME_REACH = 12
_FOR = regex("(?:[oyb]{0,2}Q)?[zoy]_?")  # between a contract and the works it is for
_BRACKETS = frozenset("‹\"'_")


def join_apposed(mentions: list[Mention], sentence: Sentence) -> list[Mention]:
    """One thing: "a free trade agreement (CETA)", "an agreement to acquire X"."""
    kept: list[Mention] = []
    for mention in mentions:
        before = kept[-1] if kept else None
        between = sentence.chain.tags[before.index + 1 : mention.index] if before else ""
        loan = before is not None and before.bid and mention.kind in ("financing", "contract")
        if before is not None and loan and not _far(between):  # "has offered a loan"
            mention.stages += before.stages
            kept[-1] = mention
            continue
        if before is not None and _is_works(before, mention, between):
            continue  # "a contract for a plant"
        if before is not None and _explains(before, mention, between):
            before.stages += mention.stages
            continue
        if before is not None and mention.verbal and not _far(between):
            bought = before.kind == "contract" and mention.kind == "merger_acquisition"
            before.kind = mention.kind if before.kind == GENERIC or bought else before.kind
        elif (
            before is not None and before.kind == GENERIC and mention.treaty is not None and not _far(between)
        ):
            before.treaty, before.kind, before.named = mention.treaty, mention.kind, mention.index
        elif before is None or _apart(before, mention, between):
            kept.append(mention)
        elif mention.treaty is not None:
            before.treaty, before.kind, before.named = mention.treaty, mention.kind, mention.index
    return kept


def _apart(before: Mention, mention: Mention, between: str) -> bool:
    """Do words that are no article or bracket, or their kinds, part two mentions?"""
    if not between or set(between) - _BRACKETS or before.treaty is not None:
        return True
    return mention.treaty is None and mention.kind not in (before.kind, GENERIC) and before.kind != GENERIC


def _explains(before: Mention, mention: Mention, between: str) -> bool:
    """Does a word say what the agreement named before it is: "USMCA, the trade treaty"?"""
    beside = between[:1] in tuple(",-‹") and not between[1:].strip("_lø")
    kin = mention.kind in (GENERIC, *STATE_KINDS) and mention.treaty is None
    return before.treaty is not None and kin and beside


def _is_works(before: Mention, mention: Mention, between: str) -> bool:
    """Is a plant what a contract is for, no investment?"""
    weak = mention.kind == "investment" and mention.weak and not mention.stages
    return before.kind == "contract" and not before.verb and weak and _FOR.fullmatch(between) is not None


def _far(between: str) -> bool:
    return len(between) > _NEAR or bool(set(between) & _NEW_CLAUSE)


def specify(mentions: list[Mention]) -> None:
    """In "an agreement with which they set up a partnership" both words mean one thing."""
    exact = [m for m in mentions if m.kind != GENERIC and m.treaty is None and not m.old]
    if len({m.kind for m in exact}) == 1:
        for mention in mentions:
            near = min(abs(mention.index - m.index) for m in exact) <= _SAME_REACH
            if mention.kind == GENERIC and not mention.old and near:
                mention.kind = exact[0].kind
