"""The header of an article: title, date, dateline, byline, source, home country."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date as Date

from attrs import define, evolve, field, frozen

from tradenews.lazy import regex
from tradenews.lexicon.forms import fold
from tradenews.lexicon.index import Entity, Lexicon
from tradenews.models.article import Assumption, Block
from tradenews.models.period import Dateline, Period
from tradenews.models.span import Span
from tradenews.models.terms import BlockKind
from tradenews.reading.agencies import agency_of_story
from tradenews.reading.credits import (
    beside_stamp,
    credited_source,
    inner_byline,
    is_medium,
    labelled_source,
    masthead,
    read_byline,
    reserved_source,
    rights_source,
)
from tradenews.reading.dateline import find_dateline, is_city, place_behind
from tradenews.reading.imprint import (
    as_medium,
    as_written,
    behind_title,
    is_medium_like,
    paper_in_head,
    without_name,
)
from tradenews.reading.lines import Line, forms_of, is_prose, is_wide, read_lines
from tradenews.reading.newsroom import (
    agency_letters,
    behind_byline,
    dated_name,
    issuer,
    medium_with,
    newsroom_source,
    opens_with_article,
    own_source,
    press_office,
    release_source,
    repeated_medium,
    titled_medium,
)
from tradenews.reading.odd_dates import odd_stamps
from tradenews.reading.places_told import place_told
from tradenews.reading.signatures import medium_byline, signed_source, slashed_source, trailing_source
from tradenews.reading.stamps import Stamp, of_foot, prefix_date, stamps_of, weigh
from tradenews.reading.title import find_title
from tradenews.scan.chain import on_one_line

_EVERYWHERE = (None, "US", "GB", "CN", "FR")  # homes of the media that tell of the whole world


@frozen
class Given:
    """What the caller says of the text; what is None is read from the text."""

    published: Period | None = None
    source: str | None = None
    title: str | None = None
    url: str | None = None
    byline: tuple[str, ...] = ()


@frozen
class Metadata:
    """What the header says.

    ``blocks`` are those given, their kinds made precise (title, dateline ...); ``start`` is where the text
    goes on behind a date glued before its first line (0: there is none).
    """

    blocks: tuple[Block, ...]
    title: str | None = None
    published: Period | None = None
    dateline: Dateline | None = None
    byline: tuple[str, ...] = ()
    source: str | None = None
    home: str | None = None
    start: int = 0
    assumptions: tuple[Assumption, ...] = ()


@define
class _Head:
    """What is found on the way: the lines of head, body and foot, and what each line of them is."""

    lines: list[Line]
    body: int
    foot: int
    headline: int = -1  # as the page shows it
    kinds: dict[int, BlockKind] = field(factory=dict)
    stamps: list[Stamp] = field(factory=list)
    byline: tuple[str, ...] = ()
    source: str | None = None
    named: str | None = None
    dateline: Dateline | None = None
    sole: str | None = None  # the name that stands alone with the date
    page: str | None = None  # the name of the page behind its title
    spoken: str = ""  # what headline and paragraphs say


_PARTS = regex(r"[\s,()\[\].–—-]+")
_LEAST_SAID = 5  # blanks in a line that says something
_DECK = 4  # lines behind the first paragraph in which a date shows it to be a deck
_MOST_CREDIT = 140  # characters of a line that says who wrote
_NEAR_BODY = 3  # lines before the first paragraph in which a place may stand alone
_OPENING = 3  # paragraphs that may begin with a dateline


def read_metadata(text: str, blocks: tuple[Block, ...], lexicon: Lexicon, given: Given) -> Metadata:
    """Title, date, dateline, byline, source and home country of an article, from its blocks."""
    lines = read_lines(text, blocks)
    prose = [i for i, line in enumerate(lines) if not line.chrome and is_prose(text, line)]
    head = _Head(lines, _body(text, lines, prose, lexicon), prose[-1] + 1 if prose else len(lines))
    head.headline = next((i for i, line in enumerate(lines) if blocks[line.block].kind == "title"), -1)
    head.spoken = _spoken(text, lines[: head.foot])
    cut = _read_prefix(text, head, lexicon)
    _read_edges(text, head, lexicon)
    _read_dateline(text, head, lexicon, given)
    _read_places(text, head, lexicon)
    title = _read_title(text, head, lexicon)
    if not head.stamps:
        titled = next((i for i, kind in head.kinds.items() if kind == "title"), None)
        head.stamps += odd_stamps(text, head.lines, head.body, head.foot, titled, lexicon)
    published = given.published or weigh(head.stamps)
    source = given.source or as_written(text, _choose_source(text, head, lexicon), lexicon)
    for i in [i for i, kind in head.kinds.items() if kind == "title" and source is None]:
        source = own_source(text, head.lines[i], head.lines[i].end, lexicon)
    dateline = head.dateline
    if dateline is not None and published is not None and dateline.date is None and not given.published:
        dateline = evolve(dateline, date=None)
    return Metadata(
        blocks=_refined(blocks, head),
        title=given.title or title,
        published=published,
        dateline=dateline,
        byline=given.byline or head.byline,
        source=source,
        home=_home(text, dateline, lexicon),
        start=cut,
        assumptions=next((s.assumptions for s in head.stamps if s.period == published), ()),
    )


def _spoken(text: str, lines: Sequence[Line]) -> str:
    """The lines with more than a name or a date in them."""
    said = (line.of(text) for line in lines if not line.chrome)
    return "\n".join(words for words in said if words.count(" ") >= _LEAST_SAID)


def _body(text: str, lines: list[Line], prose: list[int], lexicon: Lexicon) -> int:
    """Where the running text begins: at the first paragraph, or behind a date that follows a deck."""
    if not prose:
        return len(lines)
    for i in range(prose[0] + 1, min(prose[0] + _DECK, len(lines))):
        if i in prose[1:2]:
            break
        if not lines[i].chrome and stamps_of(text, lines[i], lexicon):
            return next((k for k in prose if k > i), prose[0])
    return prose[0]


def _read_prefix(text: str, head: _Head, lexicon: Lexicon) -> int:
    """A date glued before the text or its first paragraph; where the text goes on (0: there is none)."""
    for i in (0, head.body):
        line = head.lines[i] if i < len(head.lines) else None
        if line is None or (found := prefix_date(text, line, lexicon)) is None:
            continue
        period, stop = found
        head.stamps.append(Stamp(Span(line.start, stop), period, weight=4))
        head.lines[i] = evolve(line, start=stop) if stop < line.end else line
        return stop if i == 0 else 0
    return 0


def _read_edges(text: str, head: _Head, lexicon: Lexicon) -> None:
    """Stamps, bylines and sources of the lines before and after the body."""
    for i in (*range(head.body), *range(max(head.foot - 1, head.body), len(head.lines))):
        line = head.lines[i]
        source = labelled_source(text, line, lexicon)
        if source and head.source is None:
            head.source = source
        if i == head.foot - 1:
            continue
        stamps = stamps_of(text, line, lexicon)
        if i >= head.foot:
            stamps = of_foot(stamps, chrome=line.chrome)
        head.stamps += stamps
        byline = read_byline(text, line, lexicon) if not head.byline else ()
        medium = next((name for name in byline if is_medium(name, lexicon)), None)
        if medium is None and not byline and line.end - line.start <= _MOST_CREDIT:
            medium = medium_byline(text, line, lexicon)
        byline = () if medium else byline
        byline = _read_office(text, head, line, byline, lexicon) if i < head.body else byline
        behind = behind_byline(text, line, byline, lexicon)
        head.source = head.source or medium or (behind if is_medium_like(behind, lexicon) else None)
        if i < head.body and head.source is None:
            head.source = medium_with(text, line, lexicon)
        head.byline = head.byline or byline
        if stamps or byline or source or medium:
            head.kinds[i] = "credit"
        if line.chrome:
            head.stamps[len(head.stamps) - len(stamps) :] = [evolve(s, weight=s.weight - 1) for s in stamps]
        if stamps and head.named is None and (not byline or is_wide(text, line)):
            named = beside_stamp(text, line, stamps[0].span.start, stamps[0].span.end, lexicon)
            head.named = named if is_medium_like(named, lexicon) else None


def _read_office(
    text: str, head: _Head, line: Line, byline: tuple[str, ...], lexicon: Lexicon
) -> tuple[str, ...]:
    """The byline without a newsroom, which is the source; a place may stand behind either."""
    newsroom = newsroom_source(text, line, lexicon)
    if newsroom is not None:
        head.source = head.source or newsroom[0]
        byline = ()
    end = newsroom[1] if newsroom else 0
    if byline:
        end = text.find(byline[-1], line.start, line.end) + len(byline[-1])
    if end and head.dateline is None:
        head.dateline = place_behind(text, end, line, lexicon, named=newsroom is not None, spoken=head.spoken)
    return byline


def _read_dateline(text: str, head: _Head, lexicon: Lexicon, given: Given) -> None:
    """The first dateline, in a line of the head or at the beginning of the first paragraphs."""
    known = given.published or weigh(head.stamps)
    reference = known.end if known else None
    last = min(head.body + _OPENING, len(head.lines))
    for i in range(last):
        line = head.lines[i]
        if line.chrome or (i < head.body and i in head.kinds and not head.stamps and not is_wide(text, line)):
            continue
        opens = i == head.body or (i == head.body - 1 and line.end - line.start > 60)
        opens = opens or (i > head.body and bool(read_byline(text, head.lines[i - 1], lexicon)))
        dateline = find_dateline(text, line, lexicon, reference, opens=opens, spoken=head.spoken)
        if dateline is None or (i < head.body and _goes_on(text, head, i, dateline, lexicon, reference)):
            continue
        if head.dateline is not None and dateline.place is None:
            dateline = evolve(dateline, place=head.dateline.place)
        head.dateline = dateline
        if not head.byline:
            head.byline = inner_byline(
                text, dateline.span.end, min(line.end, dateline.span.end + 24), lexicon
            )
        if i < head.body and dateline.span.end >= line.end - 2:
            head.kinds[i] = "dateline"
            sole = dated_name(text, dateline, line, lexicon)
            head.sole = sole if is_medium_like(sole, lexicon) else None
            if head.sole and opens_with_article(head.sole, lexicon):
                head.dateline = evolve(dateline, place=None)
        if dateline.date is not None and given.published is None:
            stated = any(c.isdigit() for c in text[dateline.span.start : dateline.span.end])
            year = str(dateline.date.edtf[:4]) in text[dateline.span.start : dateline.span.end]
            if stated and year:
                head.stamps.append(Stamp(dateline.span, dateline.date, weight=5))
        return


def _goes_on(
    text: str, head: _Head, i: int, found: Dateline, lexicon: Lexicon, reference: Date | None
) -> bool:
    """Is line ``i`` the headline, or goes on behind what looks like its dateline, and the body has one?"""
    whole = found.span.end >= head.lines[i].end - 2 and i != head.headline
    if whole or head.body >= len(head.lines):
        return False
    body = head.lines[head.body]
    own = find_dateline(text, body, lexicon, reference, opens=True, spoken=head.spoken)
    return own is not None and own.place is not None


def _read_places(text: str, head: _Head, lexicon: Lexicon) -> None:
    """The place told in a line of the head, where no dateline names one."""
    place = head.dateline.place if head.dateline is not None else None
    if place is not None and (not head.sole or is_city(place, lexicon)):
        return
    for i in range(head.body):
        line = head.lines[i]
        found = place_told(
            text, line, lexicon, spoken=head.spoken, alone=i >= head.body - _NEAR_BODY or i <= 1
        )
        if found is not None:
            date, agency = (head.dateline.date, head.dateline.agency) if head.dateline else (None, None)
            head.dateline = evolve(found, date=date, agency=agency)
            head.kinds.setdefault(i, "credit" if head.stamps else "dateline")
            return
    for line in head.lines[head.body + 1 : head.body + 2]:  # behind a deck that is a paragraph
        byline = () if line.chrome or head.byline else read_byline(text, line, lexicon)
        if byline:
            head.byline, end = byline, text.find(byline[-1], line.start, line.end) + len(byline[-1])
            head.dateline = place_behind(text, end, line, lexicon, named=False, spoken=head.spoken)


def _read_title(text: str, head: _Head, lexicon: Lexicon) -> str | None:
    for i in range(head.body):
        cut = without_name(text, head.lines[i], lexicon) if i not in head.kinds else None
        if cut is not None and (cut[1] is not None or not head.lines[i].chrome):
            head.lines[i], name = cut
            head.page = head.page or (name if is_medium_like(name, lexicon) else None)
    found = find_title(text, head.lines, head.body, head.foot, head.kinds, lexicon)
    if found is None:
        return None
    head.kinds[found] = "title"
    title = head.lines[found].of(text)
    head.page = head.page or behind_title(text, title, head.lines[: head.body], lexicon)
    return on_one_line(title)


def _choose_source(text: str, head: _Head, lexicon: Lexicon) -> str | None:
    """The first of: a label, a dateline, a sign-off, a stamp line, a masthead, a last line, the copyright."""
    if head.source:
        return head.source
    agency = head.dateline.agency if head.dateline is not None else None
    if agency and fold(agency) not in forms_of(lexicon, "newsroom"):
        return agency
    before = [line for i, line in enumerate(head.lines[: head.body]) if head.kinds.get(i) is None]
    title = next((i for i, kind in head.kinds.items() if kind == "title"), None)
    told = [line for i, line in enumerate(head.lines[: head.body]) if i != title]
    behind = head.lines[head.foot :]
    last = head.lines[max(head.foot - 1, 0) : head.foot + 1]
    signed = next(filter(None, (signed_source(text, line, lexicon) for line in last)), None)
    signed = signed or next(filter(None, (slashed_source(text, line, lexicon) for line in before)), None)
    return (
        signed
        or agency_of_story(text, [*head.lines[: head.body], *last, *behind], behind, lexicon)
        or head.named
        or issuer(text, head.lines, title, head.body, lexicon)
        or as_medium(masthead(text, before, lexicon), lexicon)
        or titled_medium(text, head.lines[: head.body], lexicon)
        or repeated_medium(text, head.lines, head.body, lexicon)
        or head.page
        or paper_in_head(text, told, lexicon)
        or (trailing_source(text, behind[0], lexicon) if behind else None)
        or paper_in_head(text, [line for line in behind[:1] if not line.chrome], lexicon)
        or rights_source(text, behind, lexicon)
        or reserved_source(text, before, lexicon)
        or credited_source(text, head.lines[head.body : head.body + 2], lexicon)
        or next(filter(None, (release_source(text, line, lexicon) for line in head.lines[: head.body])), None)
        or next(filter(None, (press_office(text, line, lexicon) for line in (*before, *behind))), None)
        or agency_letters(text, head.lines[head.body : head.foot], lexicon)
        or head.sole
    )


def home_of_medium(name: str | None, lexicon: Lexicon) -> str | None:
    """The country of an agency or paper that tells what concerns it, not of the whole world."""
    entry = lexicon.word(name) if name else None
    country = entry.value.country if entry is not None and isinstance(entry.value, Entity) else None
    return None if country in _EVERYWHERE else country


def _home(text: str, dateline: Dateline | None, lexicon: Lexicon) -> str | None:
    """The country of its agency, if that writes for one, else of the place that the dateline names.

    Of an unknown town it is the country told behind it: "ORDU (Türkiye) -".
    """
    if dateline is not None and (home := home_of_medium(dateline.agency, lexicon)) is not None:
        return home
    if dateline is None or not dateline.place:
        return None
    parts = (part.strip() for part in dateline.place.partition("/")[0].split(","))
    for part in (dateline.place, *parts):
        for form in (part, part.title()):
            entry = lexicon.word(form)
            code = entry.value if entry is not None and entry.tag in "kA°" else None
            if isinstance(code, str) and len(code) == 2:
                return str(code) if code != "EU" else None
    known = (code for code, cities in lexicon.lines["cities"].items() if _named(dateline.place, cities))
    if (code := next(known, None)) is not None:
        return code
    behind = text[dateline.span.start : dateline.span.end].partition(dateline.place)[2]
    entries = (lexicon.word(part) for part in _PARTS.split(behind) if part)
    lands = (str(entry.value) for entry in entries if entry is not None and entry.tag == "A")
    return next((code for code in lands if len(code) == 2 and code != "EU"), None)


def _named(place: str, cities: tuple[str, ...]) -> bool:
    """Is a city among those of a country, in capitals or not?"""
    return place in cities or place.title() in cities


def _refined(blocks: Sequence[Block], head: _Head) -> tuple[Block, ...]:
    """The blocks with the kinds found; chrome stays what it is, but for a headline among it."""
    found = {line.block: head.kinds[i] for i, line in enumerate(head.lines) if head.kinds.get(i) is not None}
    return tuple(
        Block(found[i], block.span)
        if i in found and (block.kind != "chrome" or found[i] == "title")
        else block
        for i, block in enumerate(blocks)
    )
