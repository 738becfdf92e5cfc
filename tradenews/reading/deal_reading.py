"""A sentence read for its deals: words that other tables claim, and nouns inside words of status."""

from __future__ import annotations

from functools import lru_cache

from attrs import define

from tradenews.grammar.context import Context
from tradenews.grammar.particles import PARTICLE, with_particle
from tradenews.lexicon.forms import fold
from tradenews.lexicon.index import Lexicon
from tradenews.reading.sentence import Sentence
from tradenews.scan.chain import Chain

_COUNTED = frozenset({"joint_venture", "memorandum"})  # "a 40:60 joint venture", "four memoranda"
LOAN = "loan"  # words that measure money as well: read as a deal only beside a stage
_CLAIMED = "VmJKMbFHGκαy"
_SENSES = "DY!u"  # in this order
_CUES, _OFFER = frozenset("DY!"), "offer"
_SHORT, _MOST_WORDS = 2, 3
_SPLIT = "DYVJm!"
_ANNOUNCED = 8  # links between who says so and the deal


@define(unsafe_hash=True)
class Noun:
    """The deal inside a word of status: its length at the end, its value, how many links more it has."""

    size: int
    value: str
    more: int


def reread(sentence: Sentence, context: Context) -> Sentence:
    """The sentence with words that are also stages or threats read so: "reached", "threatened to"."""
    if sentence.dealt is None:
        sentence.dealt = _reread(sentence, context)
    return sentence.dealt


def _is_offer(value: object) -> bool:
    """May a word of modality be one of an offer or of talks, too?"""
    return str(value).endswith(_OFFER)


def _talked_over(words: str, lexicon: Lexicon) -> tuple[str, str] | None:
    """The stage that the first words of "praten over" mean by themselves, "praten"."""
    first = lexicon.word(words.rpartition(" ")[0]) if " " in words else None
    return (first.tag, str(first.value)) if first is not None and first.tag == "Y" else None


def _reread(sentence: Sentence, context: Context) -> Sentence:
    chain, claims = sentence.chain, _claims(context.lexicon)
    tags, values = list(chain.tags), list(chain.values)
    for i in chain.find("Y"):
        if values[i] == LOAN:
            tags[i], values[i] = "D", "financing?"
    for i in chain.find(_CLAIMED):
        claim = claims.get(fold(chain.words(i)), {}).get("u" if tags[i] == "y" else "")
        if claim is None and tags[i] == "m":
            claim = _talked_over(chain.words(i), context.lexicon)
        if claim is not None:
            tags[i], values[i] = claim
    for i in chain.find("v"):
        verb = context.lexicon.word(chain.words(i).rpartition(" ")[2])
        if verb is not None and verb.tag == "Y" and "D" in tags[i : i + _ANNOUNCED]:
            tags[i], values[i] = "Y", verb.value  # "a annoncé le rachat"
    for i in chain.find(_SPLIT):
        _join_particle(chain, i, tags, values, context.lexicon)
    chain = Chain(chain.text, "".join(tags), chain.starts, chain.ends, values)
    plain = Sentence(chain, sentence.block, sentence.number, sentence.refs, sentence.groups)
    nouns = {i: noun for i in chain.find("YQ") if (noun := _noun(chain, i, context.lexicon))}
    nouns = {i: n for i, n in nouns.items() if tags[i] == "Y" or n.value in _COUNTED}
    return _with_nouns(plain, nouns) if nouns else plain


@lru_cache(maxsize=16)
def _claims(lexicon: Lexicon) -> dict[str, dict[str, tuple[str, str]]]:
    """Forms of other tables to what they say of deals; under "u" what "by" says that is also "with"."""
    found: dict[str, dict[str, tuple[str, str]]] = {}
    for tag in _SENSES:
        for (form, own), value in lexicon.seconds.items():
            if own == tag and not value.startswith(PARTICLE):
                claim = ("D", "financing?") if value == LOAN else (tag, value)
                found.setdefault(form, {}).setdefault("u" if tag == "u" else "", claim)
    return found


@lru_cache(maxsize=16)
def _split_verbs(lexicon: Lexicon) -> frozenset[str]:
    """The verbs that another table claimed and that mean a deal with their particle."""
    return frozenset(
        form for (form, tag), value in lexicon.seconds.items() if tag == "Y" and value.startswith(PARTICLE)
    )


def has_cue(chain: Chain, lexicon: Lexicon) -> bool:
    """Is there a word for an agreement, or for where one stands, or a verb that is one with its particle?"""
    if not _CUES.isdisjoint(chain.tags) or any(map(_is_offer, (chain.values[i] for i in chain.find("m")))):
        return True
    verbs = _split_verbs(lexicon)
    return bool(verbs) and any(fold(chain.words(i)) in verbs for i in chain.find("VJ"))


def _join_particle(chain: Chain, i: int, tags: list[str], values: list[object], lexicon: Lexicon) -> None:
    """A verb and the particle that stands behind its object: "neemt X over", "stimmte dem Abkommen zu"."""
    value = values[i] if tags[i] == "Y" else lexicon.also(chain.words(i), "Y")
    if not isinstance(value, str) or not value.startswith(PARTICLE):
        return
    meant = with_particle(chain, i, value)
    if meant is not None:
        tags[i], values[i] = ("D", meant[2:]) if meant.startswith("D:") else ("Y", meant)
    elif tags[i] == "Y":
        tags[i], values[i] = "l", None


def _noun(chain: Chain, i: int, lexicon: Lexicon) -> Noun | None:
    """The deal that ends a word of status, "reached an agreement", 达成协议, with what goes on in it."""
    for size in _ends(chain.words(i)):
        start = chain.ends[i] - size
        for more in (*range(min(_MOST_WORDS, len(chain) - 1 - i), 0, -1), 0):
            entry = lexicon.word(chain.text[start : chain.ends[i + more]])
            value = entry.value if entry is not None and entry.tag == "D" else ""
            if isinstance(value, str) and value and "/" not in value:
                return Noun(size, value, more)
    return None


def _ends(words: str) -> list[int]:
    """The lengths of the ends of a word of status that may be a noun, the longest first."""
    if " " in words:
        parts = words.split(" ")
        return [len(" ".join(parts[-n:])) for n in range(min(_MOST_WORDS, len(parts) - 1), 0, -1)]
    if words.isascii() or len(words) < 2 * _SHORT or words[-1] < "\u3400":
        return []
    return list(range(len(words) - _SHORT, _SHORT - 1, -1))


def _with_nouns(sentence: Sentence, nouns: dict[int, Noun]) -> Sentence:
    """The sentence with a link more behind each word of status that holds a noun."""
    chain, moved = sentence.chain, {}
    tags: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    values: list[object] = []
    after = 0
    for i, tag in enumerate(chain.tags):
        if i < after:
            moved[i] = len(tags) - 1
            continue
        moved[i] = len(tags)
        cut = chain.ends[i] - nouns[i].size if i in nouns else chain.ends[i]
        tags.append(tag)
        starts.append(chain.starts[i])
        ends.append(cut)
        values.append(chain.values[i])
        if i in nouns:
            tags.append("D")
            starts.append(cut)
            after = i + 1 + nouns[i].more
            ends.append(chain.ends[after - 1])
            values.append(nouns[i].value)
    return Sentence(
        Chain(chain.text, "".join(tags), starts, ends, values),
        sentence.block,
        sentence.number,
        {moved[i]: id for i, id in sentence.refs.items()},
        {moved[i]: ids for i, ids in sentence.groups.items()},
    )
