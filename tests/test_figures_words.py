"""The words that figures are read by: their values say what the readers understand."""

from __future__ import annotations

import pytest

from tradenews.lexicon.load import languages, load_lexicon
from tradenews.models.terms import FIGURE_KINDS, MODALITIES

MOVES = {"up", "down", "flat", "same", "to"}
MARKS = {
    "start",
    "estimate",
    "earn",
    "past",
    "goods",
    "place",
    "paid",
    "rate",
    "offer",
    "over",
    "price",
    "home",
    "whole",
    "stock",
    "store",
    "measure",
    "firm",
}
GROUPS = {"goods", "services", "product"}
ROLES = {"result", "inward", "outward", "index", "income", "intake", "trade"}
SHARES = {"share", "share stock", "share own", "share equals"}


@pytest.mark.parametrize("language", languages())
def test_values(language: str) -> None:
    lexicon = load_lexicon(language)
    wrong = [
        (entry.form, entry.tag, entry.value)
        for tag in "KJVFmT"
        for entry in lexicon.forms(tag)
        if isinstance(entry.value, str) and not known(tag, entry.value)
    ]
    assert wrong == []


def known(tag: str, value: str) -> bool:
    """Is ``value`` one that the table of ``tag`` may hold?"""
    if value.startswith("part "):
        ways = [w for way in value.split(" ")[1:] for w in way.partition("=")[2].split("|")]
        return all(way in MOVES or way.rstrip("?") in FIGURE_KINDS for way in ways)
    if tag == "F":
        return value in SHARES
    first, *rest = value.split(" ")
    if tag == "K" and rest and rest[0] in ROLES:
        return known(tag, first)
    if tag == "V" and rest == ["result", "earn"]:
        return first == "to"
    if any(word not in MODALITIES and word not in MOVES and word not in MARKS for word in rest):
        return False
    if "earn" in rest and tag not in "KV":
        return False
    if tag in "KJ":
        return first.rstrip("?").rstrip("+-") in {*FIGURE_KINDS, "reverse", "market", "supplier"}
    if tag == "V":
        return first in MOVES
    if tag == "m":
        return first in MODALITIES
    return value.removeprefix("~").replace("-", "").isdigit() or value in GROUPS
