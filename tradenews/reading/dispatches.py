"""Datelines in scripts without blanks: agency, place, day and the word for a dispatch in one run."""

from __future__ import annotations

from datetime import date as Date

from tradenews.lazy import regex
from tradenews.lexicon.forms import fold
from tradenews.lexicon.index import Entity, Lexicon
from tradenews.models.period import Dateline
from tradenews.models.span import Span
from tradenews.reading.imprint import names_paper
from tradenews.reading.lines import Line, forms_of, label_at
from tradenews.reading.stamps import find_stamps, resolved

_WIDE_PLACE = regex(r"[〔【\[（(]?(?:[^\s〕】\])）]{2,12}[／/])?(?P<place>[\u3400-\u9fff]{2,12})")
_SENT = regex(r"\s?(?P<place>[\u3400-\u9fff]{2,6})(?=$|[\s】〕）)\],，])")
_DASHED = regex(r"(?P<place>[\u3400-\u9fff]{2,6})\s*[—–-]{1,2}")
_WIDE_NAME = regex(r"[【（(](?P<name>[\u3400-\u9fff]{3,10})[】）)](?=[^\s])")
_WIDE_HEAD = 40
_LONGEST_TOWN = 6  # characters
_ISSUED = regex(r"\s*+(?:/(?P<agency>[^/\n]{2,10})/)?\s*+[-–—]{1,2}")  # 北京，2024年5月5日 /美通社/ --
_BARRED = regex(r"[／/|]([\u3400-\u9fff]{2,5})$")  # 記者林佳蓉／台北報導


def wide_dateline(text: str, line: Line, lexicon: Lexicon, reference: Date | None) -> Dateline | None:
    """``新华社北京9月7日电``, ``蒙得维的亚3月18日电``: agency, place, date, and the word for a dispatch."""
    end = min(line.end, line.start + _WIDE_HEAD)
    start = line.start + len(text[line.start : end]) - len(text[line.start : end].lstrip("（(【[［〔《 "))
    lead = label_at(text, start, end, lexicon, "lead")
    start = lead.start if lead is not None and not lead.mark else start
    agency, start = _agency(text, start, end, lexicon)
    for stamp in find_stamps(text, start, end, lexicon):
        word = _starts(text, stamp.span.end, lexicon, "dateline")
        place = _last_town(text[start : stamp.span.start].strip(" ，,（(【["), lexicon)
        if word and len(place) <= 12 and not any(c in "，。：、" for c in place):
            span = Span(line.start, stamp.span.end + len(word))
            if agency is None:
                agency, place = _medium_and_town(place, lexicon)
            return Dateline(place or None, resolved(stamp, reference), agency, span)
        dashed = _ISSUED.match(text, stamp.span.end, line.end)
        if dashed is not None and _is_town(place, lexicon):
            return Dateline(
                place, resolved(stamp, reference), dashed["agency"], Span(line.start, dashed.end())
            )
    word = _starts(text, start, lexicon, "dateline") if agency else ""
    if not word and (found := wide_reported(text, line.start, end, lexicon)) is not None:
        return Dateline(found[0], None, agency, Span(line.start, found[1]))
    if not word:
        return (
            _wide_dash(text, line, start, agency, lexicon)
            or _wide_report(text, line, lexicon)
            or _wide_name(text, line, lexicon)
        )
    return Dateline(None, None, agency, Span(line.start, start + len(word)))


def _medium_and_town(words: str, lexicon: Lexicon) -> tuple[str | None, str]:
    """A medium and the known place behind it: 新华财经上海; one of them alone else."""
    if names_paper(words, lexicon):
        return words, ""
    for i in range(len(words) - 1, 1, -1):
        if _is_town(words[i:], lexicon) and names_paper(words[:i], lexicon):
            return words[:i], words[i:]
    return None, words


def _last_town(words: str, lexicon: Lexicon) -> str:
    """The known place that ends a run with a reporter in it: 記者王小明高雄; else the words themselves."""
    if not any(byline in fold(words) for byline in forms_of(lexicon, "byline")):
        return words
    return next((words[i:] for i in range(1, len(words) - 1) if _is_town(words[i:], lexicon)), words)


def wide_reported(text: str, start: int, end: int, lexicon: Lexicon) -> tuple[str, int] | None:
    """A known place right before the word for a report, and where that ends: 记者沈逸凡布鲁塞尔报道."""
    folded = fold(text[start:end])
    for form in sorted((*forms_of(lexicon, "report"), *forms_of(lexicon, "dateline")), key=len, reverse=True):
        at = start + found if (found := folded.find(form)) >= 0 else -1
        follow = text[at + len(form) : at + len(form) + 1]
        if at < 0 or (follow and follow not in "】〕）)](（：: 　\n"):
            continue
        for size in range(_LONGEST_TOWN, 1, -1):
            entry = lexicon.word(text[at - size : at]) if at - size >= start else None
            if entry is not None and entry.tag in "k°A¤":
                return text[at - size : at], at + len(form)
        alone = _BARRED.search(text[max(start, at - _LONGEST_TOWN) : at])
        if alone is not None:
            return alone[1], at + len(form)
    return None


def wide_alone(text: str, line: Line, lexicon: Lexicon) -> tuple[str, int] | None:
    """A known place alone with a date, or where a reporter is stationed: 本报驻东京记者 李明."""
    stamps = find_stamps(text, line.start, line.end, lexicon)
    if len(stamps) == 1:
        span = stamps[0].span
        sides = ((line.start, span.start), (span.end, line.end))
        rest = [(words, end) for start, end in sides if (words := text[start:end].strip(" 　,，|（）()"))]
        if len(rest) == 1 and _is_town(rest[0][0], lexicon):
            return rest[0]
    folded = fold(line.of(text))
    for form in forms_of(lexicon, "stationed"):
        at = folded.find(form)
        stop = min((i for by in forms_of(lexicon, "byline") if (i := folded.find(by, at)) > at), default=-1)
        if 0 <= at < stop and _is_town(
            place := text[line.start + at + len(form) : line.start + stop], lexicon
        ):
            return place, line.start + stop
    return None


def _is_town(words: str, lexicon: Lexicon) -> bool:
    entry = lexicon.word(words)
    return entry is not None and entry.tag in "k°A¤"


def wide_sent(text: str, start: int, end: int, lexicon: Lexicon) -> tuple[str, int] | None:
    """The place behind the word for "sent from", where a byline stands before it: 记者 程屿 发自札幌."""
    folded = fold(text[start:end])
    for form in forms_of(lexicon, "written_in"):
        at = folded.find(form)
        told = at > 0 and any(byline in folded[:at] for byline in forms_of(lexicon, "byline"))
        hit = _SENT.match(text, start + at + len(form), end) if told else None
        if hit is not None:
            return hit["place"], hit.end()
    return None


def _wide_dash(text: str, line: Line, start: int, agency: str | None, lexicon: Lexicon) -> Dateline | None:
    """Agency and place before a dash: ``埃菲社利马——``."""
    hit = _DASHED.match(text, start, line.end) if agency else None
    entry = lexicon.word(hit["place"]) if hit else None
    if hit is None or (entry is not None and entry.tag not in "kA°¤"):
        return None
    return Dateline(hit["place"], None, agency, Span(line.start, hit.end()))


def _wide_report(text: str, line: Line, lexicon: Lexicon) -> Dateline | None:
    """A place without a date: ``〔記者林芷筠／台北報導〕``, ``贝尔格莱德消息，``."""
    hit = _WIDE_PLACE.match(text, line.start, min(line.end, line.start + _WIDE_HEAD))
    if hit is None:
        return None
    bracket, words = text[line.start] in "〔【[（(", hit["place"]
    if bracket:
        forms = lexicon.lines.get("labels", {}).get("report", ())
    else:
        forms = lexicon.lines.get("labels", {}).get("dateline", ())
    for form in sorted(forms, key=len, reverse=True):
        at = words.find(form)
        end = hit.start("place") + at + len(form)
        mark = text[end : end + 1]
        if at >= 2 and mark and (mark in "〕】])）" if bracket else mark in "，,：:　 "):
            place = _last_town(words[:at], lexicon)
            if bracket and _agency(text, hit.start("place"), hit.start("place") + at, lexicon)[0]:
                return Dateline(None, None, place, Span(line.start, end + bracket))
            entry = lexicon.word(place)
            if entry is not None and entry.tag not in "kA°¤":
                return None
            return Dateline(place, None, None, Span(line.start, end + bracket))
    return None


def _wide_name(text: str, line: Line, lexicon: Lexicon) -> Dateline | None:
    """A medium alone in brackets before the first sentence: ``（環球之聲中文網）``."""
    hit = _WIDE_NAME.match(text, line.start, line.end)
    named = hit is not None and hit["name"].endswith(tuple(lexicon.lines.get("labels", {}).get("medium", ())))
    return Dateline(None, None, hit["name"], Span(line.start, hit.end())) if hit and named else None


def _starts(text: str, at: int, lexicon: Lexicon, key: str) -> str:
    forms = lexicon.lines.get("labels", {}).get(key, ())
    head = fold(text[at : at + 8])
    return max((f for f in forms if head.startswith(f)), key=len, default="")


def _agency(text: str, start: int, end: int, lexicon: Lexicon) -> tuple[str | None, int]:
    """The longest known medium at the beginning, and where it ends."""
    listed = lexicon.lines.get("labels", {}).get("agency", ())
    for stop in range(min(end, start + 10), start + 1, -1):
        words = text[start:stop]
        entry = lexicon.word(words)
        known = entry is not None and entry.tag == "E" and isinstance(entry.value, Entity)
        if known or words in listed:
            return words, stop
    endings = lexicon.lines.get("labels", {}).get("agency_end", ())
    for stop in range(start + 3, min(end, start + 6)):
        if text[start:stop].endswith(tuple(endings)):
            return text[start:stop], stop
    return None, start
