"""Which lines of a page are the article: by wording, by shape, and by where they stand.

The lines of running text make the region of the article. Before it, the headline and what belongs to it
are looked for; after it, everything from the first closing mark on (comments, related articles, tags) is
chrome. Inside, what is not known as chrome is kept.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from attrs import define

from tradenews.lexicon.index import Lexicon
from tradenews.scan.lines import Line
from tradenews.scan.phrases import Form, Phrases, phrases
from tradenews.scan.shapes import is_caption, is_dated, is_numeric, shape_kind

KEPT = ("keep", "source")  # wordings of metadata: never chrome
_HEADS = frozenset({"related", "tags"})  # what follows such a line belongs to it
_CLOSING = frozenset(
    {"comments", "related", "tags", "share", "copyright", "author", "login", "menu", "cookies", "address"}
)
_CUTS = frozenset({"comments", "related", "author", "copyright"})
_BOXES = _CLOSING | {"advert", "template"}
_WORD = re.compile(r"[^\W\d_]{5,}|[\u3400-\u9fff]{2}")
_STAMP = re.compile(r"^[a-z]{3,9} (?:19|20)\d\d-\d\d(?:-\d\d)? ")  # a crawler's date, glued to the first line
_TINY = 3
_MOST_SUBHEAD = 5
_MOST_STAMP = 3  # blanks before it
_TITLE_LEAST, _TITLE_MOST, _MOST_HEADLINE = 4, 40, 16
_LEAST_SHARED = 0.3
_NUMBERED = re.compile(r"\d{1,2}[.)]\s")
_RUN = 4
_ENOUGH = 300
_MOST_MASS = 400
_MOST_RANK = 3
_GAP_COST = 12


@define
class Page:
    """The lines of a text with what is known of each: ``kinds`` of chrome or None, ``dated`` ones.

    ``prose`` holds the indices of running text; ``first`` and ``last`` bound the region of the article;
    ``title`` is the index of the headline or -1.
    """

    lines: list[Line]
    kinds: list[str | None]
    dated: list[bool]
    prose: list[int]
    first: int = 0
    last: int = -1
    title: int = -1

    def is_open(self, i: int) -> bool:
        """Is line ``i`` neither known as chrome, nor metadata, nor running text?"""
        return self.kinds[i] is None and not self.dated[i] and not self.lines[i].sentence

    def is_chrome(self, i: int) -> bool:
        """Is line ``i`` known as chrome?"""
        return self.kinds[i] is not None and self.kinds[i] not in KEPT

    def mark(self, indices: Iterable[int], kind: str) -> None:
        """Give ``kind`` to the lines that have none."""
        for i in indices:
            if self.kinds[i] is None:
                self.kinds[i] = kind

    def mass(self, first: int, last: int) -> int:
        """Characters of running text in the lines from ``first`` up to but without ``last``."""
        return sum(_mass(self.lines[i]) for i in self.prose if first <= i < last)


def read_page(lines: list[Line], folded: str, lexicon: Lexicon) -> Page:
    """Every line judged; ``folded`` is the whole text, folded."""
    words = phrases(lexicon)
    present = words.present(folded)
    dated = [is_dated(line, lexicon) for line in lines]
    kinds = [_kind(line, words, present, day) for line, day in zip(lines, dated, strict=True)]
    dated = [day and kind is None for day, kind in zip(dated, kinds, strict=True)]
    prose = [i for i, line in enumerate(lines) if line.sentence and (kinds[i] is None or kinds[i] in KEPT)]
    page = Page(lines, kinds, dated, prose)
    _spare_headline(page)
    _cut_end(page)
    page.first, page.last = _region(page)
    page.title = _find_title(page, folded)
    _judge_top(page)
    _judge_inside(page)
    _judge_end(page)
    return page


def _spare_headline(page: Page) -> None:
    """A headline that is a whole sentence is no running text: it stands first, a date or byline after it."""
    if not page.prose:
        return
    i = page.prose[0]
    after = i + 1 < len(page.lines) and (page.dated[i + 1] or page.kinds[i + 1] in KEPT)
    if after and len(page.prose) > 1 and page.kinds[i] is None and page.lines[i].size <= _MOST_HEADLINE:
        page.lines[i].sentence = False
        page.prose.pop(0)


def _kind(line: Line, words: Phrases, present: Iterable[Form], dated: bool) -> str | None:
    folded = line.folded
    if line.start < _MOST_STAMP and line.digits:
        folded = _STAMP.sub("", folded) or folded
    kind = words.kind(folded, present)
    if kind is None and line.size > 3 and is_caption(line):
        kind = "credit"
    if kind is None:
        kind = shape_kind(line)
    if kind is None and not line.sentence and not dated:
        kind = words.bar(line.folded)
    return None if kind == "number" else kind


def _mass(line: Line) -> int:
    return line.length * 3 if line.text[0] > "\u2e80" else line.length


def _cut_end(page: Page) -> None:
    """Cut off what follows a closing mark, running text too, where the article has clearly ended."""
    total = len(page.lines)
    for i in range(total):
        if page.kinds[i] not in _CUTS:
            continue
        before, after = page.mass(0, i), page.mass(i, total)
        if before < _ENOUGH or not after:
            continue
        rest = [kind for kind in page.kinds[i + 1 :] if kind in _CUTS]
        window = range(i + 1, page.prose[-1])
        others = sum(map(page.is_open, window))
        running = sum(i < j <= page.prose[-1] for j in page.prose)
        if page.kinds[i] == "comments":
            ended = after < before / 2 or len(rest) >= 2
        else:
            ended = after < before / 3 and (page.kinds[i] == "copyright" or 3 <= others >= running)
        if ended:
            page.mark(range(i, total), page.kinds[i] or "comments")
            page.prose = [j for j in page.prose if j < i]
            return


def _region(page: Page) -> tuple[int, int]:
    """First and last line of the stretch with the most running text and the fewest other lines."""
    if not page.prose:
        return 0, -1
    best = (0, page.prose[0], page.prose[0])
    score, start, before = 0, page.prose[0], page.prose[0]
    for i in page.prose:
        score -= _GAP_COST * (i - before - 1) if i > before else 0
        if score <= 0:
            score, start = 0, i
        score += min(_mass(page.lines[i]), _MOST_MASS)
        before = i
        if score > best[0]:
            best = (score, start, i)
    return best[1], best[2]


def _find_title(page: Page, folded: str) -> int:
    """The line before the region that shares most words with it; -1 if none looks like a headline."""
    found = [i for i in range(page.first) if _may_be_title(page, i)]
    if not found or not page.prose:
        return -1
    body = folded[page.lines[page.first].start : page.lines[page.last].end][:4000]
    best, most = -1, -2.0
    for rank, i in enumerate(found):
        words = _WORD.findall(page.lines[i].folded)
        shared = sum(w[:6] in body for w in words) / (len(words) + 0.5)
        near = 0.25 if rank >= len(found) - 3 else 0.0
        if page.lines[i].size < _TITLE_LEAST and shared < _LEAST_SHARED:
            continue
        score = shared + near + (0.3 if _leads_to_date(page, i) else 0.0)
        score -= 0.4 if page.lines[i].size < _TITLE_LEAST else 0.0
        deck = best >= 0 and not any(page.is_chrome(j) for j in range(best, i))
        if score > most + (0.25 if deck else 0.0):
            best, most = i, score
    return best


def _leads_to_date(page: Page, i: int) -> bool:
    """Does a date or a byline follow line ``i``, perhaps after a line or two more of the head?"""
    return any(page.dated[j] or page.kinds[j] in KEPT for j in range(i + 1, min(i + 4, page.first)))


def _may_be_title(page: Page, i: int) -> bool:
    line = page.lines[i]
    if page.kinds[i] is not None or line.bullet or _NUMBERED.match(line.text):
        return False
    if page.dated[i] and line.size < 6:
        return False
    return (line.size >= _TITLE_LEAST - 1 or line.length >= 25) and line.size <= _TITLE_MOST


def _judge_top(page: Page) -> None:
    lines, title = page.lines, page.title
    if title < 0:
        _judge_untitled(page)
        return
    for i in range(title):
        line = lines[i]
        if page.dated[i] or line.folded == lines[title].folded:
            continue
        kicker = i == title - 1 and line.size >= _TINY and page.is_open(i)
        if not kicker or all(lines[j].size <= _TINY for j in range(max(0, i - 3), i)):
            page.mark([i], "menu")
    _mark_runs(page, title + 1, page.first)


def _judge_untitled(page: Page) -> None:
    """No headline: leftovers of one short word, bulleted widgets and runs of short lines go."""
    lines = page.lines
    top = [i for i in range(page.first) if page.is_open(i)]
    bullets = [i for i in top if lines[i].bullet and not lines[i].digits]
    if len(bullets) >= 2:
        page.mark(bullets, "menu")
    for i in top:
        if lines[i].size == 1 and lines[i].length <= 3:
            page.mark([i], "template")
    _mark_runs(page, 0, page.first)


def _mark_runs(page: Page, first: int, last: int) -> None:
    """Four or more tiny lines in a row, without figures, are a menu or a list of tags."""
    run: list[int] = []
    for i in range(first, last + 1):
        if i < last and page.is_open(i) and page.lines[i].size <= _TINY and not page.lines[i].digits:
            run.append(i)
        elif i < last and run and page.is_chrome(i) and page.kinds[i] in _BOXES:
            continue
        else:
            if len(run) >= _RUN and not any(
                page.lines[j].bullet or page.lines[j].text[-1] in ":;,?" for j in run
            ):
                page.mark(run, "menu")
            run = []


def _judge_inside(page: Page) -> None:
    """Between the headline and the last running text: teasers after their label, boxes, runs."""
    last = page.last
    inside = range(max(page.title, 0), last)
    for i in [i for i in inside if page.kinds[i] in _HEADS and _is_label(page.lines[i])]:
        _mark_teasers(page, i, last)
    for i in inside:
        if (
            page.is_open(i)
            and i != page.title
            and 0 < i < last
            and page.kinds[i - 1] in _BOXES
            and page.kinds[i + 1] in _BOXES
            and (page.kinds[i - 1], page.kinds[i + 1]) != ("advert", "advert")
        ):
            page.mark([i], page.kinds[i - 1] or "menu")
    _mark_runs(page, page.first, last)
    _mark_doubles(page)


def _mark_doubles(page: Page) -> None:
    """A line that stands twice in a row is the caption of a picture, unless it is the headline."""
    lines = page.lines
    for i in range(max(page.title, 0) + 1, len(lines)):
        double = lines[i].folded == lines[i - 1].folded and page.is_open(i) and page.is_open(i - 1)
        if double and lines[i].size >= _TITLE_LEAST and lines[i].folded != lines[max(page.title, 0)].folded:
            page.mark((i - 1, i), "credit")


def _is_label(line: Line) -> bool:
    """Does the line announce others, rather than hold a teaser of its own?"""
    return line.size <= 6 or line.text[-1] in ":："


def _mark_teasers(page: Page, head: int, last: int) -> None:
    run: list[int] = []
    for i in range(head + 1, last):
        parted = bool(run) and page.lines[i].gap and not page.lines[head + 1].gap
        if parted or not (page.is_open(i) or page.dated[i]):
            break
        run.append(i)
    if len(run) >= 2 and page.lines[run[-1] + 1].sentence:
        final, before = page.lines[run[-1]], page.lines[run[-2]]
        joined = page.lines[run[-1] + 1].gap and not final.gap
        if not joined and not final.bullet and (final.size <= _MOST_SUBHEAD or final.size * 2 <= before.size):
            run.pop()  # a short one right before the text goes on may be its subhead
    page.mark(run, page.kinds[head] or "related")


def _judge_end(page: Page) -> None:
    """After the last running text: everything from the first closing mark on is chrome."""
    if page.last < 0:
        return
    i, total, closed = page.last + 1, len(page.lines), False
    while i < total:
        if page.is_chrome(i):
            closed = closed or page.kinds[i] in _CLOSING
        elif closed:
            if page.kinds[i] != "source":
                page.kinds[i] = "related"
        elif page.is_open(i):
            stop = i
            while (
                stop < total
                and page.is_open(stop)
                and not (page.lines[stop].stops or (stop > i and page.lines[stop].text[-1] in ":："))
            ):
                stop += 1
            if _are_teasers(page, range(i, stop)):
                page.mark(range(i, stop), "related")
                closed = True
            i = max(stop, i + 1)
            continue
        i += 1


def _are_teasers(page: Page, run: range) -> bool:
    """Three or more lines in a row at the end that are no list of figures, and not announced by the text."""
    if len(run) < 3:
        return False
    lines = [page.lines[i] for i in run]
    if page.lines[run[0] - 1].text[-1] in ":：" or lines[0].text[-1] in ":：":
        return False
    ranks = [line for line in lines if is_numeric(line)]
    if any(line.length > _MOST_RANK for line in ranks):
        return False
    figures = sum(line.digits for line in lines) - len(ranks)
    return figures * 2 < len(lines) - len(ranks)
