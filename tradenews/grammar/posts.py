"""Whom a person works for, told by the post: "Jane Doe, a steel analyst at Lorem & Ipsum"."""

from __future__ import annotations

from tradenews.grammar.bodies import name_end
from tradenews.grammar.guess import NAME_REST, guess
from tradenews.grammar.naming import is_one_of, named, placed
from tradenews.grammar.rule import Hit, Rule
from tradenews.grammar.values import Naming
from tradenews.lazy import regex
from tradenews.scan.chain import Chain, Link

_POSTS = ("company", "expert", "other")
_HELD, _APPOSED = regex("@,?[_lTKHIaâø]{0,4}$"), 7  # from a person to the post
_NAME = rf"(?:[WZ]|ĉ(?=[Wñ])){NAME_REST}"
_NAMES = rf"{_NAME}(?:&[WZ]|[oX]_?[WĉA°])?(?:[WZ](?<=&..))?(?!l[WZ])"


def _by_post(hit: Hit) -> list[Link] | None:
    """ "an economist at Lorem Ipsum", "exporteur bij Lorem & Zn."."""
    chain, first = hit.chain, hit.first
    office = chain.tags.rfind("O", 0, first)
    if (
        chain.values[office] not in _POSTS
        or not _is_held(chain, office)
        or is_one_of(hit, first, "portfolio")
    ):
        return None
    joint = chain.tags.find("&", first, hit.last)
    if joint > 0 and chain.words(joint) == "&":
        return placed(hit, first, hit.last, named(hit, "company", first, hit.last, cue="guess"))
    last = joint if joint > 0 else hit.last
    cut = Hit(chain, first, name_end(hit, first, last), hit.context)
    return guess(cut) if cut.last > first else None


def _is_held(chain: Chain, office: int) -> bool:
    """Does a person stand before a post in apposition?"""
    held = _HELD.search(chain.tags[max(office - _APPOSED, 0) : office])
    naming = chain.values[max(office - _APPOSED, 0) + held.start()] if held is not None else None
    return isinstance(naming, Naming) and naming.kind == "person"


POST_CUES = (
    Rule(
        "post.employer",
        rf"(?:(?<=O[zonqu])|(?<=O[zonqu]_)){_NAMES}",
        _by_post,
        example="said Jane Doe, an economist at Lorem Ipsum",
    ),
)
