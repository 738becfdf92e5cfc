"""Text to lines: where each stands and what its shape tells, before any word is looked up."""

from __future__ import annotations

import re

from attrs import define

_IDEOGRAPH = re.compile("[\u3400-\u9fff\uf900-\ufaff]")
_WORD = re.compile(r"[^\W\d_]+")
_STOPS = ".!?…。！？"
_CLOSERS = "\"'”’»«“」』)]）】*› \t\u00a0\u3000"
_BULLETS = "•·●▪■◆◦‣∙○►▶*-–—−+»>"
_ENDS_OPEN = ",;:，；："
_WRAP_LEAST, _WRAP_MOST = 45, 95
_SENTENCE_WORDS = 6
_LONG_WORDS = 17
_WIDE_SENTENCE, _WIDE_LONG = 12, 30


@define
class Line:
    """A line without the blanks at its edges (a paragraph, where a text is wrapped at a fixed width).

    ``start`` and ``end`` index the text; ``size`` counts words (two ideographs are one); ``gap`` says
    whether a blank line stands before it. ``stops``: it ends as sentences do; ``sentence``: it reads like
    running text; ``bullet``: it begins with a list mark; ``digits``: it holds a digit.
    """

    start: int
    end: int
    text: str
    folded: str
    gap: bool
    size: int
    stops: bool
    sentence: bool
    bullet: bool
    digits: bool

    @property
    def length(self) -> int:
        """How many characters it has."""
        return self.end - self.start


def read_lines(text: str, folded: str) -> list[Line]:
    """The non-blank lines of ``text``, in order; hard-wrapped paragraphs are one line each."""
    places = _places(text)
    wide = _IDEOGRAPH.search(text) is not None
    if _is_wrapped(text, places):
        places = _unwrapped(text, places)
    return [_line(text, folded, start, end, gap, wide) for start, end, gap in places]


def _places(text: str) -> list[tuple[int, int, bool]]:
    """Start and end of each non-blank line, and whether a blank line stands before it."""
    places = []
    position, gap = 0, False
    for raw in text.split("\n"):
        body = raw.strip()
        if body:
            start = position + len(raw) - len(raw.lstrip())
            places.append((start, start + len(body), gap))
            gap = False
        else:
            gap = True
        position += len(raw) + 1
    return places


def _is_wrapped(text: str, places: list[tuple[int, int, bool]]) -> bool:
    """Are most lines of nearly the same, middling length, cut in mid-sentence?"""
    if len(places) < 4:
        return False
    full = [(s, e) for s, e, _ in places if _WRAP_LEAST <= e - s <= _WRAP_MOST]
    longest = max(e - s for s, e, _ in places)
    if longest > _WRAP_MOST + 15 or len(full) < 0.6 * len(places):
        return False
    cut = sum(text[e - 1] not in _STOPS + _CLOSERS for _, e in full)
    return cut >= 0.6 * len(full)


def _unwrapped(text: str, places: list[tuple[int, int, bool]]) -> list[tuple[int, int, bool]]:
    """Lines joined to paragraphs, which end at a blank line, a list mark or a stop before the margin."""
    width = max(e - s for s, e, _ in places)
    joined = [places[0]]
    last = places[0]
    for place in places[1:]:
        start, end, gap = place
        room = width - (last[1] - last[0])
        first_word = len(text[start:end].split(None, 1)[0])
        ended = text[last[1] - 1] in _STOPS + _CLOSERS and room > first_word
        short = room > first_word + 12 and not text[start].islower()
        if gap or ended or short or (text[start] in _BULLETS and text[start + 1 : start + 2].isspace()):
            joined.append(place)
        else:
            joined[-1] = (joined[-1][0], end, joined[-1][2])
        last = place
    return joined


def _line(text: str, folded: str, start: int, end: int, gap: bool, wide: bool) -> Line:
    body = text[start:end]
    size = body.count(" ") + 1
    ideographs = len(_IDEOGRAPH.findall(body)) if wide else 0
    if ideographs:
        size = ideographs // 2 + len(_WORD.findall(_IDEOGRAPH.sub(" ", body)))
    tail = body.rstrip(_CLOSERS)[-1:]
    stops = tail in _STOPS and bool(tail)
    least, most = (_WIDE_SENTENCE, _WIDE_LONG) if ideographs else (_SENTENCE_WORDS, _LONG_WORDS)
    barred = not stops and body.count("|") + body.count("›") + body.count("•") >= 3
    inner = "。" in body or "，" in body if ideographs else True
    return Line(
        start=start,
        end=end,
        text=body,
        folded=folded[start:end],
        gap=gap,
        size=size,
        stops=stops,
        sentence=((stops and size >= least and inner) or size >= most) and not barred,
        bullet=body[0] in _BULLETS and len(body) > 1 and (body[1].isspace() or body[0] in "•·●▪■◆"),
        digits=any(map(str.isdigit, body)),
    )
