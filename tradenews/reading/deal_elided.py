"""A second agreement of the kind of the first: "signed a pact with Chile, negotiates one with Peru"."""

from __future__ import annotations

from tradenews.lazy import regex
from tradenews.models.span import Span
from tradenews.reading.deal_mention import GENERIC, STATE_KINDS, Mention
from tradenews.reading.deal_parties import Candidate, Found, list_from
from tradenews.reading.deal_status import Stage
from tradenews.reading.sentence import Sentence

_KINDS = STATE_KINDS | {GENERIC, "memorandum", "contract"}
_TOLD = frozenset({"negotiating", "agreed", "signed", "proposed", "in_force"})
_WITH = regex(
    "[l_wNiøκρθVmT]{0,4}u[_o]?[aøl]{0,2}"
)  # "negotiates another with": what stands to the other side
_JOINS = frozenset("&,¬;")


def after_sides(mention: Mention, cands: list[Candidate]) -> int:
    """The link behind a mention and those with whom it is: "with India" is no side of what follows."""
    if mention.found.rule != "with":
        return mention.index + 1
    own = [c.index for c in cands if c.index > mention.index and set(c.ids) & set(mention.found.firm)]
    return max([mention.index, *own]) + 1


def read_elided(
    mentions: list[Mention], stages: list[Stage], sentence: Sentence, cands: list[Candidate]
) -> list[Mention]:
    """One more agreement for a stage with a "with" of its own and no noun: of whom the first one is."""
    last = mentions[-1] if mentions else None
    if (
        last is None
        or last.kind not in _KINDS
        or last.treaty is not None
        or not last.found.rule.startswith("with")
    ):
        return []
    tags, start = sentence.chain.tags, after_sides(last, cands)
    own = [id for id in last.found.loose if id not in last.found.firm] or last.found.firm[:-1][:1]
    for stage in stages:
        i = stage.index
        joined = _JOINS & set(tags[start:i])
        if i < start or stage.status not in _TOLD or stage.only or not joined or "D" in tags[start:]:
            continue
        for n, cand in enumerate(cands):
            if cand.index <= i or not _WITH.fullmatch(tags, i + 1, cand.index):
                continue
            ids = [id for c in list_from(sentence, cands, n) for id in c.ids if id not in last.found.all]
            if not own or not ids:
                return []
            last.stages = [s for s in last.stages if s.index != i]
            found = Found(firm=[*own, *ids], rule="elided", index=cand.index)
            chain = sentence.chain
            told = Stage(i, stage.status, stage.rule, Span(chain.starts[i], chain.ends[i]), stage.date)
            return [Mention(sentence, i, last.kind, found=found, stages=[told])]
    return []
