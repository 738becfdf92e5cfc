"""The parts of a page: its head down to the headline, the article itself, and what follows the end."""

from __future__ import annotations

from tradenews.lazy import regex
from tradenews.lexicon.forms import UNSPACED
from tradenews.scan.lines import Line
from tradenews.scan.page import KEPT, Page
from tradenews.scan.shapes import is_numeric

_HEADS = frozenset({"related", "tags"})  # what follows such a line belongs to it
_CLOSING = frozenset(
    {"comments", "related", "tags", "share", "copyright", "author", "login", "menu", "cookies", "address"}
)
_BOXES = _CLOSING | {"advert", "template"}
_WORD = regex(r"[^\W\d_]{5,}|[\u3400-\u9fff]{2}")
_SIGNED = regex(r"[.!]\s?\([A-ZÀ-Þ][^()]{2,40}\)\.?$")  # a caption's end
_SLASHED = regex(r"[^\W\d_]\s\([A-ZÀ-Þ][^()/\d]{1,24}/[A-ZÀ-Þ][^()/\d]{1,24}\)$")  # "(Imago/Sette)"
_PATH = regex(r"(?<!\s)\s*[›»>|｜]\s*|\s/\s")
_DAY = regex(r"(?:19|20)\d\d|\d:\d\d|\d\.\d\d?\.|\d{1,2}[. ] ?[^\W\d_]{3}|\d{1,2}[日號号]")
_NUMBERED = regex(r"\d{1,2}[.)]\s")
_ENTRY = regex(r"[^:：]{2,60}[:：]\s?[^:：\s]{0,12}\s?[^:：\s]{0,6}(?<=\d)")
_TINY = 3
_MOST_SUBHEAD, _MOST_ROW = 5, 8
_TITLE_LEAST, _TITLE_MOST = 4, 40
_LEAST_SHARED, _MOST_FOUND = 0.3, 60
_RUN = 4
_MOST_RANK = 3
_TO_DATE = 5  # lines from a headline to the date below it, at most
_MOST_BIO, _LEAST_NAME = 40, 6  # words of what is said of an author, characters of a name
_LEAST_TOLD = 6  # words of a headline with a date in it
_MOST_STEP = 24  # characters of a step on the way through a site


def find_title(page: Page, folded: str) -> int:
    """The line before the region that shares most words with it; -1 if none looks like a headline."""
    found = [i for i in range(page.first) if _may_be_title(page, i)][-_MOST_FOUND:]
    if not found or not page.prose:
        return -1
    body = folded[page.lines[page.first].start : page.lines[page.last].end][:4000]
    best, most = -1, -2.0
    for rank, i in enumerate(found):
        shared = shared_words(page.lines[i].folded, body)
        near = 0.25 if rank >= len(found) - 3 else 0.0
        if page.lines[i].size < _TITLE_LEAST and shared < _LEAST_SHARED:
            continue
        score = shared + near + (0.3 if leads_to_date(page, i) else 0.0)
        score -= 0.4 if page.lines[i].size < _TITLE_LEAST or _is_credited_with(page, i) else 0.0
        deck = best >= 0 and page.lines[best].size >= _TITLE_LEAST
        deck = deck and not any(page.is_chrome(j) for j in range(best, i))
        if score > most + (0.25 if deck else 0.0):
            best, most = i, score
    return best


def _is_credited_with(page: Page, i: int) -> bool:
    """Is the line a name that the date or the source line below repeats?"""
    below = range(i + 1, min(i + _TO_DATE, len(page.lines)))
    named = (page.lines[j].folded for j in below if page.dated[j] or page.kinds[j] in KEPT)
    return any(page.lines[i].folded in line for line in named)


def shared_words(folded: str, body: str) -> float:
    """The share of a folded line's longer words that the folded ``body`` holds too."""
    words = _WORD.findall(folded)
    return sum(word[:6] in body for word in words) / (len(words) + 0.5)


def leads_to_date(page: Page, i: int) -> bool:
    """Does a date or a byline follow line ``i``, perhaps after a line or two more of the head?"""
    return any(
        page.dated[j] or page.kinds[j] in KEPT for j in range(i + 1, min(i + _TO_DATE, len(page.lines)))
    )


def _may_be_title(page: Page, i: int) -> bool:
    line = page.lines[i]
    if page.kinds[i] is not None or line.bullet or _NUMBERED.match(line.text):
        return False
    if is_path(line) or _is_listed(page, i) or (page.dated[i] and not _tells(line)):
        return False
    return (line.size >= _TITLE_LEAST - 1 or line.length >= 25) and line.size <= _TITLE_MOST


def _is_listed(page: Page, i: int) -> bool:
    """Is line ``i`` an entry of a list of figures, others right beside it: "Value: 2.6 million euros"?"""
    lines = page.lines
    beside = [i - 1] if i and not lines[i].gap else []
    beside += [i + 1] if i + 1 < len(lines) and not lines[i + 1].gap else []
    return _is_entry(lines[i]) and any(_is_entry(lines[j]) for j in beside)


def _is_entry(line: Line) -> bool:
    return line.digits and not line.stops and _ENTRY.match(line.text) is not None


def _tells(line: Line) -> bool:
    """Has a line with a date in it enough other words for a headline; fewer, where it names but the month?"""
    words = _WORD.findall(line.folded)
    if _DAY.search(line.text) is None:
        return line.size >= _TITLE_LEAST
    return line.size >= _LEAST_TOLD and (len(words) >= _LEAST_TOLD - 2 or line.text[0] > UNSPACED)


def judge_top(page: Page) -> None:
    """Above the headline all is chrome but dates and the line next to it; below it, tiny lines in a row."""
    lines, title = page.lines, page.title
    if title < 0:
        _judge_untitled(page)
        return
    for i in range(title):
        line = lines[i]
        if page.dated[i] or line.folded == lines[title].folded:
            continue
        kicker = i == title - 1 and line.size > _TINY and page.is_open(i) and not is_path(line)
        if not kicker or all(lines[j].size <= _TINY for j in range(max(0, i - 3), i)):
            page.mark([i], "menu")
    for i in range(title + 1, page.first):
        if page.kinds[i] == "address" and "@" in lines[i].text and lines[i].size > 1:
            page.kinds[i] = "keep"  # a byline with its e-mail address
        elif page.is_open(i) and _is_credited(lines[i]):
            page.mark([i], "credit")
        elif page.is_open(i) and lines[i].text.isdecimal() and lines[i].length <= _MOST_RANK:
            page.mark([i], "share")  # how often it was shared
    _mark_runs(page, title + 1, page.first)


def is_path(line: Line) -> bool:
    """Is it a way through a site, or two of its sections: "Markets › Grain", "Kenya | Foreign trade"?"""
    parts = _PATH.split(line.text)
    if len(parts) < 2 or line.digits or line.stops or ":" in line.text:
        return False
    return all(part and len(part.split()) <= _TINY and len(part) <= _MOST_STEP for part in parts)


def _is_credited(line: Line) -> bool:
    """Does a line end with who made a picture, in brackets?"""
    named = line.size > _MOST_SUBHEAD and not line.bullet and _SLASHED.search(line.text) is not None
    return named or _SIGNED.search(line.text) is not None


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
        elif is_path(lines[i]) and any(lines[j].size >= _TITLE_LEAST for j in top if j != i):
            page.mark([i], "menu")
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


def judge_inside(page: Page) -> None:
    """Between the headline and the last running text: teasers after their label, boxes, runs."""
    last = page.last
    inside = range(max(page.title, 0), last)
    for i in inside:
        heads = i + 1 < last and not page.lines[i + 1].gap and _is_listed(page, i + 1)
        if page.kinds[i] == "section" and (heads or (i > page.first and _stands_alone(page, i))):
            page.kinds[i] = None  # a subhead of one word, or the head of a list
        elif page.is_open(i) and i > page.first and _is_credited(page.lines[i]):
            page.kinds[i] = "credit"
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


def _stands_alone(page: Page, i: int) -> bool:
    """Does line ``i`` stand between two lines of running text?"""
    return page.lines[i - 1].sentence and page.lines[i + 1].sentence and not page.is_chrome(i + 1)


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
    if len(run) >= 2 and all(page.lines[i].digits and page.lines[i].size <= _MOST_ROW for i in run):
        page.kinds[head] = None  # a list of figures, announced by the text
        return
    if len(run) >= 2 and page.lines[run[-1] + 1].sentence:
        final, before = page.lines[run[-1]], page.lines[run[-2]]
        joined = page.lines[run[-1] + 1].gap and not final.gap
        if not joined and not final.bullet and (final.size <= _MOST_SUBHEAD or final.size * 2 <= before.size):
            run.pop()  # a short one right before the text goes on may be its subhead
    page.mark(run, page.kinds[head] or "related")


def judge_end(page: Page) -> None:
    """After the last running text: everything from the first closing mark on is chrome."""
    if page.last < 0:
        return
    if _is_of_author(page, page.last):
        page.kinds[page.last] = "author"
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
            elif stop == i + 1 and _invites(page, i):
                page.mark([i], "related")
                closed = True
            i = max(stop, i + 1)
            continue
        i += 1


def _is_of_author(page: Page, i: int) -> bool:
    """Does the last paragraph begin with the name of a byline: "Jane Doe is an economist."?"""
    line = page.lines[i]
    name = " ".join(line.text.split(" ", 2)[:2])
    if i <= page.first or line.digits or line.size > _MOST_BIO or len(name) < _LEAST_NAME:
        return False
    credits = (page.lines[j] for j in range(page.first) if page.kinds[j] == "keep")
    return any(name in credit.text and not credit.text.startswith(name) for credit in credits)


def _invites(page: Page, i: int) -> bool:
    """Is a line behind the end a phrase, as buttons are: no name, no sign-off, no entry of a list?"""
    line, before = page.lines[i], page.lines[i - 1]
    if page.title < 0 or line.stops or line.bullet or before.text[-1] in ":：" or line.text[0] in "(（[":
        return False
    small = [word for word in line.text.split() if len(word) > _TINY and word[0].islower() and word.isalpha()]
    return line.size >= _TINY and bool(small) and line.text[-1] not in ":："


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
    figures = sum(line.digits and not _is_told(line) for line in lines) - len(ranks)
    return figures * 2 < len(lines) - len(ranks)


def _is_told(line: Line) -> bool:
    """Is a number in a line part of what a headline tells, and no entry of a list: "Butter: 1,200 t"?"""
    return line.size > _MOST_SUBHEAD and not line.bullet and not any(mark in line.text for mark in ":：|\t–")
