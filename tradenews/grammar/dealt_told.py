"""The companies of a deal that a phrase tells: "Lorem has landed an order from Ipsum"."""

from __future__ import annotations

from tradenews.grammar.bodies import name_end
from tradenews.grammar.guess import NAME_REST, cue_of, guess, is_article
from tradenews.grammar.naming import is_one_of, words_of
from tradenews.grammar.opening import is_subject
from tradenews.grammar.rule import Hit, Rule
from tradenews.grammar.told import Told, find_told
from tradenews.scan.chain import Chain, Link

_SENTENCE = 60  # links on either side of a name that are looked at
_SUBJECT = 90  # characters between who acts and the phrase
_CLOSE = 12  # the same, of a name of one word
_OBJECT = 5  # characters between a phrase and its object: an article
_FIRMS = frozenset(
    {
        "contract",
        "merger_acquisition",
        "joint_venture",
        "partnership",
        "financing",
        "investment",
        "memorandum",
    }
)
_SIDES, _WEAK_SIDES = frozenset("tubyr"), frozenset("qoz")
_PLACED = frozenset("nzW,")  # before what is no object of a phrase
_BESIDE = 4  # links from "and" to a name: "and the Finnish group Lorem"
_MOST = 400  # characters of a sentence


def _told(hit: Hit) -> tuple[tuple[Told, ...], int]:
    """What the phrases of the sentence around a name tell of companies, and where the sentence begins."""
    chain, context = hit.chain, hit.context
    if context is None:
        return (), 0
    ends = max(chain.tags.rfind(mark, 0, hit.first) for mark in "s¶")
    first = max(ends + 1, hit.first - _SENTENCE)
    last = chain.first_of("s¶", hit.last, min(hit.last + _SENTENCE, len(chain)))
    last = last if last >= 0 else min(hit.last + _SENTENCE, len(chain))
    start = chain.starts[first]
    text = chain.text[start : min(chain.ends[last - 1], start + _MOST)]
    return tuple(t for t in find_told(text, context.lexicon) if t.kind in _FIRMS), start


def _by_told(hit: Hit) -> list[Link] | None:
    """Who acts in a phrase, or the other side of it."""
    if not hit.chain.text[hit.start].isupper() or is_one_of(hit, hit.first, "not_names"):
        return None
    told, base = _told(hit)
    if not told or name_end(hit, hit.first, hit.last) != hit.last:
        return None
    if any(_is_object(hit, each, base) for each in told):
        return guess(hit, cue=cue_of(hit) if words_of(hit.context, "nouns_have_capitals") else "guess")
    return guess(hit, cue=cue_of(hit)) if any(_is_subject(hit, each, base) for each in told) else None


def _is_subject(hit: Hit, told: Told, base: int) -> bool:
    """Does a name act in what a phrase tells?"""
    chain, end = hit.chain, hit.chain.ends[hit.last - 1]
    alone = cue_of(hit) == "weak"
    if alone and told.needs:
        return False
    near = _CLOSE if alone or chain.words(hit.first).isupper() else _SUBJECT
    introduces = chain.tags[hit.last : hit.last + 1] in ("-", "ø", "I", "@", "‹")  # "LOREM - Exports"
    return _acts(hit) and not introduces and end <= base + told.start <= end + near


def _is_object(hit: Hit, told: Told, base: int) -> bool:
    """Is a name the other side of what a phrase tells: right behind it, or behind "to", "with"?"""
    chain, alone = hit.chain, cue_of(hit) == "weak"
    i = hit.first - 1
    if i < 0 or told.kind == "investment" or hit.start < base + told.start:
        return False
    beside = any(0 <= hit.start - base - place <= _OBJECT for place in (told.opens, told.end))
    while i > 0 and (chain.tags[i] == "_" or is_article(hit, i)):
        i -= 1
    if chain.tags[i] in _SIDES:
        return not alone or (0 <= hit.start - base - told.end <= _OBJECT and not told.needs)
    if chain.tags[i] in _WEAK_SIDES:
        return not alone and (
            chain.tags[i] != "z" or "goods" in told.needs or told.kind == "merger_acquisition"
        )
    return beside and chain.tags[i] not in _PLACED


def _acts(hit: Hit) -> bool:
    """Does a name open its clause, or stand beside one that does, maybe behind what describes it?"""
    return is_subject(hit) or _joined(hit.chain, hit.first)


def _joined(chain: Chain, first: int) -> bool:
    i = first - 1
    while i > 0 and chain.tags[i] in "_aâøAo'":
        i -= 1
    return i > 0 and chain.tags[i] == "&" and first - i <= _BESIDE


TOLD_CUES = (
    Rule(
        "dealt.told",
        rf"[WZ]{NAME_REST}(?:o_?[WĉA°]{{1,2}})?",
        _by_told,
        example="The port has entrusted Lorem Ipsum with the work.",
    ),
)
