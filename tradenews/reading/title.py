"""The headline: a line of the head that is no sentence and no furniture, or the last line of the foot."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from tradenews.lazy import regex
from tradenews.lexicon.forms import fold
from tradenews.lexicon.index import Lexicon
from tradenews.models.terms import BlockKind
from tradenews.reading.credits import holds_rights, names_body, rights_names
from tradenews.reading.imprint import is_firm, is_release
from tradenews.reading.lines import Line, ends_sentence, is_wide
from tradenews.scan.parts import shared_words

_MIN_WORDS, _MIN_CHARS, _MAX_CHARS = 3, 14, 170
_KICKER, _KICKERS = 4, 4  # words of a kicker, and lines in which the headline follows it
_SHORT_WIDE, _MOST_BLANKS = 5, 15  # of headlines that are like few others
_LONG_KICKER, _WITH_DECK = 6, 3  # words of a kicker above a headline with a deck, and lines of the three
_TOLD, _SHARED = 4000, 0.3  # characters of the body, the least share of the words of a headline in it
_CANDIDATES = 12  # lines of the head that are looked at more closely
_RESCUED = 5  # words that a line must have to be taken back from the furniture
_WIDE_MIN, _WIDE_MAX = 8, 70
_FURNITURE = ("|", " > ", "©", "http", "www.", "@")
_GAP = regex(r"\s{2,}|\s/\s")
_WORD = regex(r"[^\W\d_]+")
_SIGNED_OFF = regex(r"[.!?][\"”’)]?\s*(?:[-–—]+\s*[^\W\d_][\w ]{1,20}|\([^()]{2,30}\))$")  # "he said.—VNS"
_MOST_SIGN = 40
_MOST_DIGITS, _FEW_WORDS = 0.18, 6  # a line of prices has more digits and fewer words
_MOST_PARTS, _SHORT_PART = 3, 4  # of a menu in a script without blanks, and the length of its parts


def find_title(
    text: str,
    lines: Sequence[Line],
    body: int,
    foot: int,
    kinds: Mapping[int, BlockKind],
    lexicon: Lexicon,
) -> int | None:
    """The number of the line that is the headline; None where the text has none.

    In the head the first candidate wins, one that the text repeats before all; behind the body only the last
    line of all that is no chrome, and only where the head has none.
    """
    head = [
        i
        for i in range(body)
        if not lines[i].chrome and i not in kinds and is_headline(text, lines[i], lexicon)
    ]
    if head:
        folded = fold(text)
        owners = rights_names(text)
        named = [i for i in head[:_CANDIDATES] if not holds_rights(owners, lines[i].of(text))] or head
        named = [i for i in named if not names_body(lines[i].of(text), lexicon)] or named
        named = [i for i in named if not is_firm(lines[i].of(text), lexicon)] or named
        named = [i for i in named if not is_release(text, lines[i], lexicon)] or named
        repeated = (i for i in named[:_CANDIDATES] if folded.count(fold(lines[i].of(text))) > 1)
        return next(repeated, _after_kicker(text, lines, named, body))
    rescued = _before_credit(text, lines, body, kinds, lexicon)
    if rescued is not None:
        return rescued
    behind = [i for i in range(foot, len(lines)) if not lines[i].chrome]
    last = behind[-1] if behind else None
    told = last is not None and last not in kinds and len(lines[last].of(text).split()) > _MIN_WORDS
    if last is not None and told and is_headline(text, lines[last], lexicon):
        return last
    short = (i for i in range(body) if not lines[i].chrome and i not in kinds)
    short = (i for i in short if i + 1 in kinds or not ends_sentence(text, lines[i]))
    return next((i for i in short if _is_short_headline(text, lines[i], lexicon)), None)


def _after_kicker(text: str, lines: Sequence[Line], candidates: Sequence[int], body: int) -> int:
    """The first candidate, or a fuller one behind it where the first is but a few words: a kicker.

    So is one that shares some words with the body, where the first shares none.
    """
    first = candidates[0]
    size = _words(text, lines[first])
    if size <= _KICKER and len(candidates) > 1 and body < len(lines):
        told = fold(text[lines[body].start : lines[body].start + _TOLD])
        shares = [shared_words(fold(lines[i].of(text)), told) for i in candidates[:_KICKERS]]
        if not shares[0]:
            first = next((i for i, share in zip(candidates, shares, strict=False) if share >= _SHARED), first)
            size = _words(text, lines[first])
    if size <= _KICKER:
        fuller = (i for i in candidates[1:_KICKERS] if _words(text, lines[i]) >= size + _KICKER)
        return next(fuller, first)
    second = candidates[1] if len(candidates) == _WITH_DECK else first
    if size <= _LONG_KICKER and size < _words(text, lines[second]) < _words(text, lines[candidates[-1]]):
        return second  # kicker, headline, deck: each longer than the one before
    return first


def _words(text: str, line: Line) -> int:
    """How many words a line has; two characters of an unspaced script are one."""
    return (line.end - line.start) // 2 if is_wide(text, line) else len(line.of(text).split())


def _before_credit(
    text: str, lines: Sequence[Line], body: int, kinds: Mapping[int, BlockKind], lexicon: Lexicon
) -> int | None:
    """The line right before a stamp, a byline or the first paragraph, though it was taken for furniture."""
    for last in (i - 1 for i in range(1, body + 1) if i == body or i in kinds):
        if last >= len(lines) or last in kinds or not lines[last].chrome:
            continue
        long = len(lines[last].of(text).split()) >= _RESCUED or is_wide(text, lines[last])
        if long and is_headline(text, lines[last], lexicon):
            return last
    return None


def is_headline(text: str, line: Line, lexicon: Lexicon) -> bool:
    """Could the line be a headline: some words, no closing stop, nothing that only menus have?"""
    words = line.of(text)
    if any(mark in words for mark in _FURNITURE) or ("»" in words and "«" not in words):
        return False
    if not any(c.isalpha() for c in words) or len(_GAP.findall(words)) > 1:
        return False
    wide = is_wide(text, line)
    told = sum(map(len, _WORD.findall(words))) if wide else len(_WORD.findall(words))
    if sum(map(str.isdigit, words)) > _MOST_DIGITS * len(words) and told < _FEW_WORDS:
        return False
    if wide:
        parts = words.split()
        if len(parts) > _MOST_PARTS and all(len(part) <= _SHORT_PART for part in parts):
            return False
        return _WIDE_MIN <= len(words) <= _WIDE_MAX and words[-1] not in "。；，、："
    if not (_MIN_CHARS <= len(words) <= _MAX_CHARS and len(words.split()) >= _MIN_WORDS):
        return False
    if _SIGNED_OFF.search(words, max(0, len(words) - _MOST_SIGN)):
        return False
    if words[0] == "*" and words[1:2].isupper():
        words = words[1:]  # a wire's mark of a flash
    if words[0] in "•·*-–—(" or words[0].islower() or words.endswith((":", ",", ";")):
        return False
    return not (ends_sentence(text, line) and words[-1] not in "?!…" and not _is_short_form(words, lexicon))


def _is_short_headline(text: str, line: Line, lexicon: Lexicon) -> bool:
    """Could a line be a headline that is like few: "Bitterer Segen", "Wer zahlt?", "iPhone sales up"?"""
    words = line.of(text)
    if is_wide(text, line):
        return (
            _SHORT_WIDE <= len(words) <= _WIDE_MAX
            and words[-1] not in "；，、："
            and lexicon.word(words) is None
        )
    blanks = words.count(" ")
    if lexicon.word(words) is not None or names_body(words, lexicon) or not 1 <= blanks <= _MOST_BLANKS:
        return False
    if any(mark in words for mark in _FURNITURE) or words[0] in "•·*-–—(" or words[-1] in ":,;":
        return False
    named = words[0].isupper() or words[1].isupper() or not words[0].isalpha()
    return named and (blanks > 1 or words[-1] in "?!" or not words.isupper())


def _is_short_form(words: str, lexicon: Lexicon) -> bool:
    """Does the stop belong to an abbreviation: "in Sep.", "U.S."?"""
    last = words.split()[-1]
    entry = lexicon.word(last)
    return last.count(".") > 1 or (entry is not None and entry.form.endswith("."))
