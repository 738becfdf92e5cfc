"""Whom a person works for, told by the post: "Jane Doe, a steel analyst at Lorem & Ipsum"."""

from __future__ import annotations

from tradenews.grammar.bodies import name_end
from tradenews.grammar.guess import NAME_REST, guess, is_article, is_home
from tradenews.grammar.naming import is_one_of, named, placed, words_of
from tradenews.grammar.rule import Hit, Rule
from tradenews.grammar.values import Naming
from tradenews.lazy import regex
from tradenews.lexicon.forms import fold
from tradenews.scan.chain import Chain, Link

_POSTS = ("company", "expert", "other", "official")
_PHRASE, _NEAR = 3, 7  # links of a phrase before a name, and back to a person
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
    if is_home(hit):
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


def _by_owner(hit: Hit) -> list[Link] | None:
    """ "Lorem's managing director": what has one."""
    office = hit.chain.first_of("O", hit.last, len(hit.chain))
    return guess(hit) if hit.chain.values[office] == "company" else None


def _by_head(hit: Hit) -> list[Link] | None:
    """ "Jane Doe, who runs Lorem", "at the helm of Lorem": what somebody leads or owns."""
    chain, at = hit.chain, hit.first - 1
    while at > 0 and (chain.tags[at] == "_" or (chain.tags[at] == "t" and is_article(hit, at))):
        at -= 1
    heads = words_of(hit.context, "heads")
    told = fold(chain.words(max(at - _PHRASE, 0), at + 1))
    if heads and told.endswith(heads) and _is_told_of_person(hit):
        return guess(hit)
    before = chain.tags[max(hit.first - 2, 0) : hit.first]
    if before[:1] != "," or fold(chain.words(hit.first - 1)) not in words_of(hit.context, "who"):
        return None
    last = chain.first_of(",;s:\"'", hit.last, len(chain))
    clause = fold(chain.words(hit.last, last if last > hit.last else len(chain)))
    return guess(hit) if clause.endswith(heads or ("\0",)) and _is_told_of_person(hit) else None


def _is_told_of_person(hit: Hit) -> bool:
    """Does a person stand before in the clause?"""
    near = hit.chain.find("@", max(hit.first - _NEAR, 0), hit.first)
    return any(getattr(hit.chain.values[i], "kind", "") == "person" for i in near)


POST_CUES = (
    Rule(
        "post.owner",
        rf"{_NAME}(?=[o'][la]{{0,2}}O)",
        _by_owner,
        example="said Lorem's managing director, Jane Doe",
    ),
    Rule(
        "post.head",
        rf"{_NAME}",
        _by_head,
        example="said Jane Doe, who runs Loremo",
    ),
    Rule(
        "post.employer",
        rf"(?:(?<=O[zonqu])|(?<=O[zonqu]_)|(?<=O[zo][KTlH][zo])|(?<=O[zo][KTlH][zo]_)){_NAMES}",
        _by_post,
        example="said Jane Doe, an economist at Lorem Ipsum",
    ),
)
