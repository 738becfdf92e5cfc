"""Several agreements in a row: "signed eight documents, among them a treaty on visas and a memorandum"."""

from __future__ import annotations

from attrs import evolve

from tradenews.grammar.context import Context
from tradenews.lexicon.forms import UNSPACED, fold
from tradenews.lexicon.index import Lexicon
from tradenews.reading.deal_mention import COOPERATION, GENERIC, STATE_KINDS, Mention
from tradenews.reading.deal_parties import Found, read_candidates
from tradenews.reading.deal_reading import reread
from tradenews.reading.deal_roll import Roll
from tradenews.reading.deal_status import read_stages
from tradenews.reading.sentence import Sentence
from tradenews.scan.chain import Chain

_KINDS = STATE_KINDS | {GENERIC, "memorandum", "other", "partnership", "financing"}
_PAPERS = _KINDS - {"financing"}
_PARTS, _DESCRIBES = frozenset('YVm;:s¬!D"›‹'), frozenset("_lTKHaøQWio-J")
_ENDS_ROW, _ON = frozenset("D;:sY"), frozenset("nzbtyo")
_MADE = frozenset({"agreed", "signed"})
_OPENING = 24  # characters of a sentence in which it says that a list follows
_BACK = 3  # sentences back in which those who made the listed agreements are named


def share_list(mentions: list[Mention], sentence: Sentence, lexicon: Lexicon) -> None:
    """What is told of one agreement in a row, its stage and its sides, told of all."""
    for row in _rows(mentions, sentence):
        tags = sentence.chain.tags
        told = next((m.stages for m in row if m.stages), [])
        told = [s for s in told if s.status in _MADE and not s.only]
        told = [s for s in told if s.index < row[0].index or tags[s.index + 1 : s.index + 2] in tuple(",;sl")]
        lead = next((m for m in row if len(m.found.all) > 1), None)
        for mention in row:
            mention.listed = True
            if not mention.stages:
                mention.stages += told
            if lead is None or mention is lead or not told or mention.found.rule == "between":
                continue
            if len(mention.found.all) < 2 and set(mention.found.all) <= set(lead.found.all):
                mention.found = Found(loose=list(lead.found.all), rule="list", index=lead.found.index)
        if _holds(row[0], row[1], sentence, lexicon):
            row[0].kind = ""


def read_besides(mentions: list[Mention], sentence: Sentence, lexicon: Lexicon) -> list[Mention]:
    """One more paper of the kind told before it: "a memorandum on fishing, another on ports"."""
    words, chain = lexicon.lines["name_words"].get("one_besides", ()), sentence.chain
    found: list[Mention] = []
    for mention in mentions:
        if mention.kind not in _PAPERS or mention.verb or mention.treaty is not None or not mention.stages:
            continue
        for j in range(mention.index + 2, len(chain) - 1):
            if chain.tags[j] in _ENDS_ROW:
                break
            joined = chain.tags[:j].rstrip("_")[-1:] in (",", "&")
            if joined and fold(chain.words(j)) in words and chain.tags[j + 1] in _ON:
                mention.listed = True
                stages = [evolve(mention.stages[-1], index=j)]
                sides = Found(loose=list(mention.found.all), rule="list", index=mention.found.index)
                found.append(Mention(sentence, j, mention.kind, listed=True, found=sides, stages=stages))
    return found


def _rows(mentions: list[Mention], sentence: Sentence) -> list[list[Mention]]:
    rows: list[list[Mention]] = []
    for mention in mentions:
        if mention.kind not in _KINDS or mention.verb or mention.treaty is not None:
            continue
        if rows and _joined(sentence.chain, rows[-1][-1].index, mention.index):
            rows[-1].append(mention)
        else:
            rows.append([mention])
    return [row for row in rows if len(row) > 1]


def _joined(chain: Chain, first: int, second: int) -> bool:
    """Does a comma or an "and" stand between two agreements, and no clause: ", a treaty", "and treaties"?"""
    between = chain.tags[first + 1 : second]
    last = max(map(between.rfind, ",&"))
    if last < 0 and between == "u" and chain.text[chain.starts[first + 1]] >= UNSPACED:
        return True  # 和, which is "with", too
    parted = any(tag in _PARTS and chain.values[i] != COOPERATION for i, tag in enumerate(between, first + 1))
    if last < 0 or parted or set(between[last + 1 :]) - _DESCRIBES:
        return False
    listed = chain.text[chain.starts[first + 1 + last]] == "\u3001"
    return between[last] == "&" or listed or between.count("_", last) == 1


def _holds(head: Mention, first: Mention, sentence: Sentence, lexicon: Lexicon) -> bool:
    """Is the first word one for all that follow: "six agreements, among them a treaty on visas"?"""
    chain = sentence.chain
    between = fold(chain.text[chain.ends[head.index] : chain.starts[first.index]])
    return head.kind == GENERIC and any(word in between for word in _openers(lexicon))


def _openers(lexicon: Lexicon) -> tuple[str, ...]:
    return lexicon.lines["name_words"].get("among_them", ())


def lend_list(mentions: list[Mention], sentences: list[Sentence], roll: Roll, context: Context) -> None:
    """ "They include a treaty on visas": signed as the sentence before says, by those named there."""
    if not mentions:
        return
    sentence = mentions[0].sentence
    opening = fold(sentence.chain.text[sentence.span.start : sentence.span.start + _OPENING])
    bare = [m for m in mentions if m.kind in _KINDS and not m.stages and m.treaty is None]
    if not bare or not sentence.number or not any(word in opening for word in _openers(context.lexicon)):
        return
    before = sentences[sentence.number - 1]
    made = [
        s for s in read_stages(reread(before, context), context.lexicon) if s.status in _MADE and not s.only
    ]
    if not made:
        return
    sides = _sides(sentences[max(sentence.number - _BACK, 0) : sentence.number], roll)
    for mention in bare:
        mention.stages.append(evolve(made[-1], index=mention.index))
        if len(mention.found.all) < 2 and sides and set(mention.found.all) <= set(sides):
            mention.found = Found(loose=list(sides), rule="list")


def _sides(sentences: list[Sentence], roll: Roll) -> list[str]:
    """The two states that one of these sentences names, the last first."""
    for sentence in reversed(sentences):
        cands = [c for c in read_candidates(sentence, roll) if not c.placed and not c.source]
        states = list(dict.fromkeys(id for c in cands for id in c.ids if roll.is_state(id)))
        if len(states) == 2:
            return states
        if states:
            return []
    return []
