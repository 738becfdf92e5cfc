"""Which lines of a page are the article: by wording, by shape, and by where they stand.

The lines of running text make the region of the article. Before it, the headline and what belongs to it
are looked for; after it, everything from the first closing mark on (comments, related articles, tags) is
chrome. Inside, what is not known as chrome is kept.
"""

from __future__ import annotations

from collections.abc import Iterable

from tradenews.lazy import regex
from tradenews.lexicon.index import Lexicon
from tradenews.scan.lines import Line
from tradenews.scan.page import KEPT, Page, mass_of
from tradenews.scan.parts import find_title, judge_end, judge_inside, judge_top, leads_to_date, shared_words
from tradenews.scan.phrases import Form, Phrases, phrases
from tradenews.scan.shapes import is_caption, is_dated, marked_rows, shape_kind, sign_off_kind, table_lines

_CUTS = frozenset({"comments", "related", "author", "copyright"})
_STAMP = regex(r"^[a-z]{3,9} (?:19|20)\d\d-\d\d(?:-\d\d)? ")  # a crawler's date, glued to the first line
_MOST_STAMP = 12  # blanks before it
_MOST_HEADLINE = 16
_ENOUGH, _MOST_MASS = 300, 400
_GAP_COST = 12
_MOST_MARKS, _MOST_HEAD = 40, 80  # bounds that keep long pages linear


def read_page(lines: list[Line], folded: str, lexicon: Lexicon) -> Page:
    """Every line judged; ``folded`` is the whole text, folded."""
    words = phrases(lexicon)
    present = words.present(folded)
    dated = [is_dated(line, lexicon) for line in lines]
    kinds = [_kind(line, words, present, lexicon, dated=day) for line, day in zip(lines, dated, strict=True)]
    rows = marked_rows(lines)
    for i in (*table_lines(lines), *rows):
        kinds[i], dated[i] = None, False
    dated = [day and kind is None for day, kind in zip(dated, kinds, strict=True)]
    prose = [i for i, line in enumerate(lines) if line.sentence and (kinds[i] is None or kinds[i] in KEPT)]
    page = Page(lines, kinds, dated, prose, rows=frozenset(rows))
    _spare_headline(page)
    _cut_end(page)
    page.first, page.last = _region(page)
    _skip_teasers(page, folded)
    page.title = find_title(page, folded)
    judge_top(page)
    judge_inside(page)
    judge_end(page)
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


def _kind(
    line: Line, words: Phrases, present: Iterable[Form], lexicon: Lexicon, *, dated: bool
) -> str | None:
    folded = line.folded
    if line.start < _MOST_STAMP and line.digits:
        folded = _STAMP.sub("", folded) or folded
    kind = words.kind(folded, present)
    kind = None if kind == "section" and line.digits and "%" in folded else kind  # "* Energy: -10.5 %"
    if kind is None and (sign := sign_off_kind(line, lexicon)) is not None:
        return sign
    if kind is None and line.size > 3 and is_caption(line):
        last = folded[folded.rfind(". ") + 2 :]
        kind = None if words.kind(last) in KEPT else "credit"
    if kind is None and not dated:
        kind = shape_kind(line)
    if kind is None and not line.sentence and not dated:
        kind = words.bar(line.folded)
    return None if kind == "number" or (kind == "keep" and line.sentence) else kind


def _cut_end(page: Page) -> None:
    """Cut off what follows a closing mark, running text too, where the article has clearly ended."""
    total = len(page.lines)
    marks = [i for i in range(total) if page.kinds[i] in _CUTS]
    for i in marks[:_MOST_MARKS]:
        before, after = page.mass(0, i), page.mass(i, total)
        if before < _ENOUGH or not after:
            continue
        window = range(i + 1, page.prose[-1])
        running = sum(j > i for j in page.prose)
        if page.kinds[i] == "comments":
            ended = _are_comments(page, window, running, after * 3 < before)
        else:
            others = sum(map(page.is_open, window))
            ended = after < before / 3 and (page.kinds[i] == "copyright" or 3 <= others >= running)
        if ended:
            page.mark(range(i, total), page.kinds[i] or "comments")
            page.prose = [j for j in page.prose if j < i]
            return


def _are_comments(page: Page, window: range, running: int, few: bool) -> bool:
    """Is the running text in ``window`` by readers: with a name or a time to each, or buttons in between?"""
    names = sum(page.is_open(j) or page.dated[j] for j in window)
    buttons = sum(
        page.kinds[j] == "comments" for j in (range(window.start, len(page.lines)) if few else window)
    )
    return buttons > 0 or (names >= running and running > 2) or (names > 0 and few)


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
        score += min(mass_of(page.lines[i]), _MOST_MASS)
        before = i
        if score > best[0]:
            best = (score, start, i)
    return best[1], best[2]


def _skip_teasers(page: Page, folded: str) -> None:
    """Teasers with a sentence each at the top: the article begins after the headline with a date below it."""
    most = page.mass(page.first, page.last + 1) / 3
    for i in range(page.first + 1, min(page.last, page.first + _MOST_HEAD)):
        if page.mass(page.first, i) > most:
            return
        if not page.is_open(i) or page.lines[i].size < 4 or not leads_to_date(page, i):
            continue
        above = range(max(page.first - 1, 0), i)
        if sum(map(page.is_open, above)) >= sum(page.lines[j].sentence for j in above) > 0:
            body = folded[page.lines[i].end : page.lines[page.last].end]
            if shared_words(page.lines[i].folded, body) >= 0.4:
                page.first = next(j for j in page.prose if j > i)
                page.mark((j for j in above if page.lines[j].sentence), "related")
                page.prose = [j for j in page.prose if j > i]
                return
