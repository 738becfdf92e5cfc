"""What relative dates hang on where an article does not say when it was written."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date as Date

from tradenews.grammar.values import Moment
from tradenews.models.period import Period
from tradenews.reading.figure_clock import TIE, is_running
from tradenews.reading.sentence import Sentence
from tradenews.reading.slot import Slot

_MONTH = 7  # letters of "2017-09"; a day has more


def anchor_of(sentences: Sequence[Sentence], slots: Sequence[Slot]) -> Period | None:
    """What bare months hang on where the article's date is unknown: the latest period that the text dates.

    That is the latest day, month, quarter or half with its year, else the latest year named more than once.
    A time to come is none, nor is the month of an agreement that a sentence without statistics recalls.
    """
    reporting = {slot.sentence.number for slot in slots if is_running(slot)}
    fine: list[Period] = []
    years: Counter[Period] = Counter()
    for sentence in sentences:
        tags = sentence.chain.tags
        recalls = "D" in tags and "v" not in tags and sentence.number not in reporting
        for i in sentence.chain.find("θ"):
            moment = sentence.chain.values[i]
            if not isinstance(moment, Moment) or moment.pattern or moment.relation or moment.period is None:
                continue
            if moment.period.end is None or moment.direction in ("until", "before"):
                continue
            if "m" in tags[max(i - TIE, 0) : i]:
                continue
            if moment.grain in ("year", "fiscal", "decade", "years"):
                years[moment.period] += 1
            elif not recalls or len(moment.period.edtf.partition("/")[0]) > _MONTH:
                fine.append(moment.period)
    fine = fine or [year for year, count in years.items() if count > 1]
    return max(fine, key=lambda period: period.end or Date.min, default=None)


def fiscal_of(sentences: Sequence[Sentence]) -> Period | None:
    """The fiscal year that a text expects something of: the one that it was written in."""
    for sentence in sentences:
        for i in sentence.chain.find("θ"):
            moment: Moment = sentence.chain.values[i]
            ahead = "m" in sentence.chain.tags[max(i - TIE, 0) : i]
            if ahead and moment.grain == "fiscal" and moment.period and not moment.relation:
                return moment.period
    return None
