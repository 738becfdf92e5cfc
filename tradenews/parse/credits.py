"""Who an article is by and where it is from: bylines, sources, sign-offs, mastheads."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tradenews.lexicon.forms import fold
from tradenews.lexicon.index import Lexicon
from tradenews.models.period import Dateline
from tradenews.parse.lines import Label, Line, ends_sentence, is_wide, label_at, label_inside
from tradenews.parse.stamps import find_stamps

_CUT = re.compile(r"\s{2,}|\s*[(（|/<>\[【]|\s+[-–—•·]\s+|[;；]|\s*\d{1,4}[-/.:年]\d|$")
_SIGNED = re.compile(
    r"(?:[(（](?P<paren>[^()（）\n]{2,40})[)）]|[-–—]{1,2}\s*(?P<dash>[^\W\d_][^\n.]{1,30}))\s*[.。]?\s*$"
)
_RIGHTS = re.compile(
    r"(?:©|\([cC]\))\s*(?:\d{4}\s*[-–—]?\s*(?:\d{4})?)?[\s,:-]*(?P<name>[^\W\d_][^|–—\d\n©]{1,60})"
)
_SPLIT = re.compile(r"\s*[,、;&/]\s*|\s+")
_NAME = re.compile(r"[^\W\d_][\w'’.-]*")
_MAX_NAME, _MAX_SOURCE, _MAX_MASTHEAD = 4, 60, 6


def read_byline(text: str, line: Line, lexicon: Lexicon) -> tuple[str, ...]:
    """The names after "By" at the beginning of a short line; empty where it is none."""
    label = label_at(text, line.start, min(line.end, line.start + 140), lexicon, "byline")
    if label is None or line.end - line.start > 140:
        return ()
    words = text[label.start : label.end]
    cut = _CUT.search(words)
    words = words[: cut.start()] if cut else words
    if is_wide(text, line):
        names = [n for n in re.split(r"[\s、，,/]+", words) if 2 <= len(n) <= 4]
        return tuple(names[:5])
    return _names(words, lexicon)


def _names(words: str, lexicon: Lexicon) -> tuple[str, ...]:
    """Capitalised words, cut at commas and at words for "and"."""
    names: list[str] = []
    current: list[str] = []
    for part in re.findall(r"[,;&]|[^\s,;&]+", words):
        entry = lexicon.word(part)
        joins = part in ",;&" or (entry is not None and entry.tag == "&")
        if joins:
            names.append(" ".join(current))
            current = []
        elif (part[0].isupper() and _NAME.fullmatch(part)) or (current and len(part) <= 3 and part.isalpha()):
            current.append(part)
        else:
            break
    names.append(" ".join(current))
    full = [n for n in names if 2 <= len(n.split()) <= _MAX_NAME and n.split()[-1][0].isupper()]
    return tuple(dict.fromkeys(full)) if full and names[0] in full else ()


def labelled_source(text: str, line: Line, lexicon: Lexicon) -> str | None:
    """What stands after "Source:"; a label without a colon must have two words or open the line in brackets."""
    label = label_at(text, line.start, line.end, lexicon, "source")
    if label is None or not (label.mark or label.words > 1):
        label = label_inside(text, line.start, line.end, lexicon, "source")
    if label is None or line.end - line.start > 240:
        return None
    return _source(text, label, lexicon)


def _source(text: str, label: Label, lexicon: Lexicon) -> str | None:
    words = text[label.start : label.end]
    cut = _CUT.search(words)
    words = (words[: cut.start()] if cut else words).strip(" .,:：。")
    for stamp in find_stamps(text, label.start, label.start + len(words), lexicon):
        words = text[label.start : stamp.span.start].strip(" .,:-–/")
    if is_wide(text, Line(label.start, label.start, label.end, 0, False)):
        words = words.split(" ")[0]
    known = _known_medium(words, lexicon)
    if known:
        return known
    if ", " in words:
        words = _without_particle(words.rsplit(", ", 1)[1], lexicon)
    return words if 1 < len(words) <= _MAX_SOURCE else None


def _without_particle(words: str, lexicon: Lexicon) -> str:
    head, _, tail = words.partition(" ")
    entry = lexicon.word(head)
    return tail if tail and head.islower() and entry is not None and entry.tag in "oqn_" else words


def _known_medium(words: str, lexicon: Lexicon) -> str | None:
    """A medium of the lexicon inside a credit: the longest."""
    parts = words.split()
    for size in range(min(len(parts), 5), 0, -1):
        for i in range(len(parts) - size + 1):
            name = " ".join(parts[i : i + size]).strip(".,")
            entry = lexicon.word(name)
            if entry is not None and entry.tag == "E":
                return name
    return None


def signed_source(text: str, line: Line, lexicon: Lexicon) -> str | None:
    """The sign-off of the last paragraph: "(AFP/dpa)", "—AFP"."""
    hit = _SIGNED.search(text, max(line.start, line.end - 60), line.end)
    if hit is None:
        return None
    words = (hit["paren"] or hit["dash"]).strip()
    known = [lexicon.word(part) for part in re.split(r"\s*[/,&]\s*", words)]
    if any(e is not None and e.tag == "E" for e in known):
        return words
    caps = words.isupper() and words.replace("/", "").isalpha() and 2 <= len(words) <= 16
    lower = bool(re.fullmatch(r"[A-Za-z]{2,6}(?:/[A-Za-z]{2,6})+|dpa|afp|apa", words))
    entry = lexicon.word(words)
    return words if (caps and entry is None) or lower else None


def rights_source(text: str, lines: Sequence[Line], lexicon: Lexicon) -> str | None:
    """The holder of the copyright, from the last line that names one."""
    for line in reversed(lines):
        hit = _RIGHTS.search(text, line.start, line.end)
        if hit is not None:
            name = re.split(r"[.,]\s+(?=[^\W\d_])|\s{2,}", hit["name"])[0].strip(" .,:-")
            name = _capitalised(name, lexicon)
            if 1 < len(name) <= _MAX_SOURCE:
                return name
    return None


def _capitalised(words: str, lexicon: Lexicon) -> str:
    """The words up to the first that begins neither with a capital nor is a small particle."""
    kept: list[str] = []
    for part in words.split():
        if not (part[0].isupper() or part[0] >= "\u2e80" or part.startswith("&")) and len(part) > 3:
            break
        kept.append(part)
    while kept and not (kept[-1][0].isupper() or kept[-1][0] >= "\u2e80"):
        kept.pop()
    return " ".join(kept)


def masthead(text: str, lines: Sequence[Line], lexicon: Lexicon) -> str | None:
    """A short line of the head that is a known medium, or that the foot repeats."""
    folded = fold(text)
    for line in lines:
        words = line.of(text).strip(" •·-–|:")
        if (
            not words
            or len(words.split()) > _MAX_MASTHEAD
            or len(words) > _MAX_SOURCE
            or ends_sentence(text, line)
        ):
            continue
        entry = lexicon.word(words)
        if entry is not None and entry.tag == "E":
            return words
        if words[0].isupper() and len(words) > 3 and _in_rights(folded, fold(words)):
            return words
    return None


def _in_rights(folded: str, words: str) -> bool:
    at = folded.find(words, len(folded) // 2)
    return at > 0 and "©" in folded[max(0, at - 30) : at + len(words) + 10]


def beside_stamp(text: str, line: Line, start: int, end: int, lexicon: Lexicon) -> str | None:
    """The name in a stamp line: "2026年03月20日 09:41 南向财经 记者 ...", outside of ``start`` to ``end``, the date."""
    if not is_wide(text, line) and "|" not in line.of(text):
        return None
    rest = re.sub(r"^[\s\d:：]+", "", text[end : line.end])
    byline = label_inside(rest, 0, len(rest), lexicon, "byline")
    name = re.split(r"[\s|]+", rest)[0] if rest else ""
    if byline is not None or not 2 <= len(name) <= 16 or label_at(name, 0, len(name), lexicon, "byline"):
        return None
    return name


def dateline_source(dateline: Dateline | None) -> str | None:
    """The agency of a dateline."""
    return dateline.agency if dateline else None
