"""The country of the press that a text is from, whose trade with others it tells without naming itself."""

from __future__ import annotations

from tradenews.reading.figure_memory import Reader


def press_of(reader: Reader, other: str | None) -> str | None:
    """That country, where the text speaks of it at all, besides the ``other`` one that it trades with."""
    weights = reader.topic.weights
    if reader.home in weights and reader.home != other:
        return reader.home
    named = (each for each in reader.spoken if each in weights and each != other)
    return max(named, key=lambda each: weights[each], default=None)


def buyer_of_press(reader: Reader, other: str | None) -> str | None:
    """Who buys what a text tells to come from a country, where it says nothing of the buyer."""
    country = reader.topic.country
    return press_of(reader, country if reader.home == country else other)
