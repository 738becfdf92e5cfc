"""Text to lines: where each stands and what its shape tells, before any word is looked up."""

from __future__ import annotations

from itertools import pairwise

from attrs import define

from tradenews.lazy import regex
from tradenews.scan.cells import stacked_rows

_IDEOGRAPH = regex("[\u3400-\u9fff\uf900-\ufaff]")
_WORD = regex(r"[^\W\d_]+")
_STOPS = ".!?…。！？"
_CLOSERS = "\"'”’»«“」』)]）】*› \t\u00a0\u3000"
_BULLETS = "•·●▪■◆◦‣∙○►▶*-–—−+»>"
_ENDED = '.!?…。！？:："”»'
Place = tuple[int, int, bool]
_WRAP_LEAST, _WRAP_MOST, _RAGGED = 45, 110, 3
_FULL_LEAST, _FULL_SHARE = 4, 0.8
_BROKEN = 130
_DATED_MOST = 70  # characters of a byline with its date
_YEAR = regex(r"\b(?:19|20)\d\d\b")
_SPACED_LEAST = 6  # lines
_SENTENCE_WORDS = 6
_LONG_WORDS = 17
_WIDE_SENTENCE, _WIDE_LONG = 5, 30
_ASIDE = regex(r"\s?[(（\[][^()（）\[\]]{1,40}[)）\]]\s*$")


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
    if len(places) > 1:
        places = _with_rows(text, _closed_up(text, places))
        places = _joined(text, places, _width(text, places))
    return [_line(text, folded, start, end, gap, wide) for start, end, gap in places]


def _with_rows(text: str, places: list[Place]) -> list[Place]:
    """The lines, but each row of a table that has its cells on lines of their own as one."""
    rows = stacked_rows([text[start:end] for start, end, _ in places])
    for first, size in reversed(rows):
        places[first : first + size] = [(places[first][0], places[first + size - 1][1], places[first][2])]
    return places


def _places(text: str) -> list[Place]:
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


def _closed_up(text: str, places: list[Place]) -> list[Place]:
    """The lines without their gaps, where a blank line follows each line of a wrapped text."""
    if len(places) < _SPACED_LEAST or not all(gap for _, _, gap in places[1:]):
        return places
    loose = [(b, a) for b, a in pairwise(places) if text[b[1] - 1] not in _ENDED]
    cut = sum(_WRAP_LEAST <= b[1] - b[0] <= _WRAP_MOST and text[a[0]].islower() for b, a in loose)
    if cut < _FULL_LEAST or cut * 3 < len(loose):
        return places
    return [(start, end, False) for start, end, _ in places]


def _width(text: str, places: list[Place]) -> int:
    """The width at which lines are cut in mid-sentence, where enough of them are; else 0.

    A line shows that it was cut where the next begins with a small letter; a text does where nearly every
    line is so full that the next word would not have fitted.
    """
    cut, loose = [], []
    for before, place in pairwise(places):
        (start, end, _), (follow, _, gap) = before, place
        if gap or not _WRAP_LEAST <= end - start <= _WRAP_MOST or text[end - 1] in _ENDED:
            continue
        loose.append((before, place))
        if text[follow].islower():
            cut.append(end - start)
    if len(cut) >= 2 and len(cut) * 5 >= len(loose):
        return max(cut)
    width = max((before[1] - before[0] for before, _ in loose), default=0)
    full = sum(_is_full(text, before, place, width) for before, place in loose)
    return width if full >= _FULL_LEAST and full >= _FULL_SHARE * len(loose) else 0


def _is_full(text: str, before: Place, place: Place, width: int) -> bool:
    """Would the first word of the next line have made a line longer than ``width``?"""
    return before[1] - before[0] + 1 + len(text[place[0] : place[1]].split(None, 1)[0]) > width - _RAGGED


def _joined(text: str, places: list[Place], width: int) -> list[Place]:
    """Lines that go on in the next one joined with it: full ones of wrapped paragraphs, broken sentences."""
    joined = places[:1]
    for before, place in pairwise(places):
        if place[2] or not _goes_on(text, before, place, width):
            joined.append(place)
        else:
            joined[-1] = (joined[-1][0], place[1], joined[-1][2])
    return joined


def _goes_on(text: str, before: Place, place: Place, width: int) -> bool:
    size, start = before[1] - before[0], place[0]
    if text[start] in _BULLETS and text[start + 1 : start + 2].isspace():
        return False
    if width and _WRAP_LEAST <= size <= width and _is_full(text, before, place, width):
        return True
    if text[before[1] - 1] in _ENDED or not text[start].islower():
        return False
    if (
        place[1] - start < _DATED_MOST
        and text[place[1] - 1] not in _STOPS
        and _YEAR.search(text[start : place[1]])
    ):
        return False  # "di Anna Rossi - 18 luglio 2019, ore 16:20"
    full = place[1] - start >= _WRAP_LEAST or text[place[1] - 1] in _STOPS  # no byline: "by Jane Doe"
    return size >= _BROKEN or (full and (width > 0 or size >= _WRAP_LEAST))


def _line(text: str, folded: str, start: int, end: int, gap: bool, wide: bool) -> Line:
    body = text[start:end]
    size = body.count(" ") + 1
    ideographs = len(_IDEOGRAPH.findall(body)) if wide else 0
    if ideographs:
        size = ideographs // 2 + len(_WORD.findall(_IDEOGRAPH.sub(" ", body)))
    stops = _stops(body)
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


def _stops(body: str) -> bool:
    """Does it end as a sentence does, closing quotes and a remark in brackets apart?"""
    if body.rstrip(_CLOSERS)[-1:] in tuple(_STOPS):
        return True
    return body[-1] in ")）]" and _ASIDE.sub("", body).rstrip(_CLOSERS)[-1:] in tuple(_STOPS)
