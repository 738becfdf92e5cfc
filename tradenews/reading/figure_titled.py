"""Sales in an article whose title names a company: its own, not those of a country that it sells to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Final

from tradenews.models.actor import Actor
from tradenews.reading.sentence import Sentence
from tradenews.reading.slot import Slot
from tradenews.reading.stories import stories_of

_RULE: Final = "who.titled"
_LANDS: Final = ("country", "bloc")


def give_titled(slots: Iterable[Slot], sentences: Sequence[Sentence], actors: Sequence[Actor]) -> None:
    """Give sales that were read as those of a country to the company that the title names.

    The country is where they were made, if the sentence names it and it is not the company's own. Sales of
    nobody are those of the only company in their sentence.
    """
    by_id = {actor.id: actor for actor in actors}
    titled, stories = titled_firm(sentences, by_id), stories_of(sentences)
    for slot in slots:
        draft = slot.draft
        reporter = by_id.get(str(draft.get("reporter")))
        if slot.kind == "sales" and reporter is None and (one := _only_firm(slot, by_id)) is not None:
            draft.set("reporter", one, _RULE)
            if draft.get("partner") == one:
                draft.set("partner", None, _RULE)
        if stories and slot.sentence.number >= stories[0]:
            continue  # another story, below a headline of its own
        if titled is None or slot.kind != "sales" or reporter is None or reporter.kind not in _LANDS:
            continue
        draft.set("reporter", titled.id, _RULE)
        told = reporter.id in slot.sentence.refs.values() and reporter.id != titled.country
        if draft.get("partner") in (None, titled.id):
            draft.set("partner", reporter.id if told else None, _RULE)


def _only_firm(slot: Slot, actors: dict[str, Actor]) -> str | None:
    """The one company that the sentence names: "Bei Lorem stieg der Umsatz"."""
    refs = set(slot.sentence.refs.values())
    firms = [ref for ref in refs if ref in actors and actors[ref].kind == "company"]
    return firms[0] if len(firms) == 1 else None


def titled_firm(sentences: Sequence[Sentence], actors: dict[str, Actor]) -> Actor | None:
    """The company that the title names; of several the one named most often."""
    named = {ref for s in sentences if s.block.kind == "title" for ref in s.refs.values()}
    firms = [ref for ref in named if ref in actors and actors[ref].kind == "company"]
    often = Counter(ref for s in sentences for ref in s.refs.values())
    best = max(sorted(firms), key=lambda ref: often[ref], default=None)
    return None if best is None else actors[best]
