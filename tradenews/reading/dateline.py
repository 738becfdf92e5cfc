"""The head of a wire story: place, date and agency before the first sentence."""

from __future__ import annotations

import re
from datetime import date as Date

from tradenews.lazy import regex
from tradenews.lexicon.forms import UNSPACED, fold
from tradenews.lexicon.index import Entity, Lexicon
from tradenews.models.period import Dateline, Period
from tradenews.models.span import Span
from tradenews.normalize.periods import place as place_pattern
from tradenews.reading.lines import Line, forms_of, label_at
from tradenews.reading.signatures import names_medium
from tradenews.reading.stamps import Stamp, find_stamps
from tradenews.scan.phrases import phrases

_WORD = r"[^\W\d_][^\W\d_'’.]*(?:['’.][^\W\d_]+)*\.?"
_PLACE = rf"(?P<place>{_WORD}(?:(?: ?/ ?| ?- ?| ){_WORD}){{0,5}}?)"
_REGION = r", ?(?P<region>[^\W\d_][^\d,()\n]{1,24}?)"
_DATE = r"(?P<date>[^()\n]{2,32}?)"
_DATED = rf"(?:(?:,\s*+|\s++(?=\d)){_DATE})"
_SEP = r"\s*+(?:(?:[.,:]\s*+)?[-–—−―=]{1,3}|[:.]|$)"
_SEP_DATED = r"\s*+(?:(?:[.,:]\s*+)?[-–—−―=]{1,3}|(?<!\b\d)(?<!\b\d\d)[:.](?=\s+\D|$)|$)"
_AGENCY = r"\s*[(\[/](?P<agency>(?<!/)[^()\[\]\n]{2,40}|(?<=/)[^()\[\]\n/]{2,40}(?=/))[)\]/]"
_FORMS = tuple(
    regex(form)
    for form in (
        rf"{_PLACE}{_DATED}?{_AGENCY}{_SEP}",
        rf"{_PLACE}{_DATED}{_AGENCY}\s+(?=[^\W\d_a-zà-ÿ]|[\"“«„'‘])",
        rf"{_PLACE}{_REGION}{_DATED}?{_AGENCY}{_SEP}",
        rf"{_PLACE}{_DATED}(?:\s*+\([ .]*+\))?{_SEP_DATED}(?!\d)",
        rf"{_PLACE}{_REGION}{_DATED}{_SEP_DATED}(?!\d)",
        rf"{_PLACE}\s*+\([^()\d\n]{{2,30}}\){_DATED}{_SEP_DATED}(?!\d)",
        rf"{_PLACE}\s*[-–—|]\s*+{_DATE}\s*(?:[-–—|]|$)",
    )
)
_UNBRACKETED = _FORMS[3:]  # those without an agency
_SHOUTED = regex(rf"{_PLACE}{_AGENCY}\s+(?=[^\W\d_a-zà-ÿ]|[\"“«„'‘])")
_SHOUTED_BARE = regex(
    r"(?P<place>[A-ZÀ-Þ][A-ZÀ-Þ'’ -]{3,28}[A-ZÀ-Þ])\s*[-–—]{1,2}\s+(?=[^\W\d_a-zà-ÿ]|[\"“«„'‘])"
)
_AGENCY_FIRST = regex(rf"{_AGENCY[3:]}\s*[-–—]\s*{_PLACE}(?:,\s*+{_DATE})?{_SEP}")
_AGENCY_ALONE = regex(rf"{_AGENCY[3:]}\s*[-–—]+\s*")
_BARE_SEP = r"(?P<sep>\s+[-–—−]{1,2}\s+|[–—]\s+|\s*--\s*|[.]-\s*|[.]\s+|:\s+)"
_BARE = tuple(
    regex(rf"{place}{_BARE_SEP}(?=[^\W\d_a-zà-ÿ]|[\"“«„'‘¿¡])")
    for place in (r"(?P<place>[^\W\d_]{4,})", _PLACE)  # "Machala. Less fruit. More ...", "ST. GALLEN - ..."
)
_UNMARKED = regex(
    r"(?P<place>[A-ZÀ-Þ][A-ZÀ-Þ'’ -]{2,28}[A-ZÀ-Þ])\s++"
    r"(?P<word>[A-ZÀ-Þ][a-zà-ÿ]{0,4}['’]?)(?=\s?[^\W\d_A-ZÀ-Þ])"
)
_BRACKETED = regex(rf"[(\[]{_PLACE}[)\]]\s*+(?:[-–—]\s*+)?(?=[^\W\d_a-zà-ÿ]|[\"“«„'‘])")
_BEHIND = regex(
    rf"\s*+(?P<mark>[,(]|(?<=\s)[-–—|·/])?\s*+(?:(?P<word>[^\W\d_A-ZÀ-Þ]{{1,6}}) )?{_PLACE}\s*(?:$|[|(),])"
)
_WIDE_PLACE = regex(r"[〔【\[（(]?(?:[^\s〕】\])）]{2,12}[／/])?(?P<place>[\u3400-\u9fff]{2,12})")
_SENT = regex(r"\s?(?P<place>[\u3400-\u9fff]{2,6})(?=$|[\s】〕）)\],，])")
_DASHED = regex(r"(?P<place>[\u3400-\u9fff]{2,6})\s*[—–-]{1,2}")
_OPENERS = "_noqt&"  # tags of the small words that begin a sentence
_MOST_SHOUTED = 3  # words
_SHORT_WORD = 3
_MAX_PLACE = 40
_HEAD = 90
_WIDE_HEAD = 40
_LONGEST_TOWN = 6  # characters
_BARRED = regex(r"[／/|]([\u3400-\u9fff]{2,5})$")  # 記者林佳蓉／台北報導


def find_dateline(
    text: str, line: Line, lexicon: Lexicon, reference: Date | None, *, opens: bool
) -> Dateline | None:
    """The dateline at the beginning of a line; ``opens`` tells that the line is the first paragraph.

    A place alone ("BERLIN.", "TEHRAN –") is one only there.
    """
    if label_at(text, line.start, line.end, lexicon, "newsroom") is not None:
        return None
    if any(c >= UNSPACED for c in text[line.start : line.start + 2]):
        return _wide(text, line, lexicon, reference)
    head = text[line.start : min(line.end, line.start + _HEAD)]
    first = _AGENCY_FIRST.match(head)
    if (
        first is not None
        and _is_place(first["place"])
        and (first["date"] or _is_bare_place(first["place"], lexicon))
    ):
        return _made(text, line, first, lexicon, reference)
    alone = _AGENCY_ALONE.match(head)
    if alone is not None and opens and _is_agency(alone["agency"], lexicon):
        return Dateline(None, None, alone["agency"], Span(line.start, line.start + alone.end()))
    for form in _FORMS if any(mark in head for mark in "([/") else _UNBRACKETED:
        hit = form.match(head)
        if hit is None or not _is_place(hit["place"]) or _is_no_place(hit["place"], lexicon):
            continue
        dated = hit["date"] is not None
        if dated and _read(text, line, hit, lexicon) is None:
            continue
        if dated or _is_agency(hit["agency"], lexicon):
            return _made(text, line, hit, lexicon, reference)
    if opens:
        for hit in filter(None, (form.match(head) for form in _BARE)):
            colon = hit["sep"][0] == ":" and not _may_end_in_colon(hit["place"], lexicon)
            if not colon and _is_bare_place(hit["place"], lexicon):
                return Dateline(
                    hit["place"].rstrip("."), None, None, Span(line.start, line.start + hit.end())
                )
        hit = _SHOUTED.match(head)
        if hit is not None and hit["place"].isupper() and names_medium(hit["agency"], lexicon):
            return Dateline(hit["place"], None, hit["agency"], Span(line.start, line.start + hit.end()))
        hit = _SHOUTED_BARE.match(head)
        if hit is not None and _is_shouted_place(hit["place"], lexicon):
            return Dateline(hit["place"], None, None, Span(line.start, line.start + hit.end()))
        hit = _UNMARKED.match(head)
        if hit is not None and _opens_sentence(text, hit, lexicon):
            return Dateline(hit["place"], None, None, Span(line.start, line.start + hit.start("word")))
        hit = _BRACKETED.match(head) if lexicon.lines.get("labels", {}).get("places_in_brackets") else None
        if hit is not None and _is_bare_place(hit["place"], lexicon):
            return Dateline(hit["place"], None, None, Span(line.start, line.start + hit.end()))
    return None


def place_behind(text: str, start: int, line: Line, lexicon: Lexicon, *, named: bool) -> Dateline | None:
    """The place behind a byline that ends at ``start``: "Por Ana Ruiz — Brasília", "By Jane Doe in Arawa".

    ``named``: what stands before is a newsroom, so that any other name can be the place; else behind a comma
    or in brackets a name that is no known town must be named again by the text.
    """
    hit = _BEHIND.match(text, start, line.end)
    if hit is None or (hit["word"] and fold(hit["word"]) not in forms_of(lexicon, "written_in")):
        return None
    if not (hit["word"] or hit["mark"]) or not _is_place(hit["place"]):
        return None
    place = hit["place"]
    if is_city(place, lexicon):
        return Dateline(place, None, None, Span(hit.start("place"), hit.end("place")))
    dashed = bool(hit["mark"]) and hit["mark"] not in ",("
    again = text.count(place) > 1 and not _is_no_place(place, lexicon)
    if lexicon.word(place) is not None or not (named or dashed or again):
        return None
    return Dateline(place, None, None, Span(hit.start("place"), hit.end("place")))


def _read(text: str, line: Line, hit: re.Match[str], lexicon: Lexicon) -> Stamp | None:
    """The date group as a date, if it is nothing else; a clock time may stand with it."""
    start, end = line.start + hit.start("date"), line.start + hit.end("date")
    day = hit["date"].strip()
    if day.isdigit() and 1 <= int(day) <= 31 and hit.groupdict().get("agency"):
        return Stamp(Span(start, end), None, f"XXXX-XX-{int(day):02}")
    for stamp in find_stamps(text, start, end, lexicon):
        rest = text[start : stamp.span.start] + text[stamp.span.end : end]
        if sum(c.isalpha() for c in rest) <= 12 and (stamp.period or stamp.pattern):
            return stamp
    return None


def _made(text: str, line: Line, hit: re.Match[str], lexicon: Lexicon, reference: Date | None) -> Dateline:
    stamp = _read(text, line, hit, lexicon) if hit["date"] else None
    groups = hit.groupdict()
    agency, place = groups.get("agency"), hit["place"].strip()
    medium = lexicon.word(place)
    if medium is not None and medium.tag == "E":
        agency, place = agency or place, groups.get("region") or ""
    return Dateline(
        place.strip().rstrip(".") or None,
        _resolved(stamp, reference) if stamp else None,
        agency.strip() if agency else None,
        Span(line.start, line.start + hit.end()),
    )


def _resolved(stamp: Stamp, reference: Date | None) -> Period | None:
    if stamp.period is not None or reference is None:
        return stamp.period
    return place_pattern(stamp.pattern, reference)


def _is_place(words: str) -> bool:
    """Capitalised words, with small particles between."""
    parts = [p for p in re.split(r"[ /-]+", words.strip()) if p]
    if not parts or len(words) > _MAX_PLACE or not parts[0][0].isupper() or not parts[-1][0].isupper():
        return False
    return all(p[0].isupper() or len(p) <= _SHORT_WORD for p in parts) and len(words) > 2


def _may_end_in_colon(words: str, lexicon: Lexicon) -> bool:
    """``NEW DELHI:``, ``New Delhi:``; any other word with a colon is a label."""
    entry = lexicon.word(words)
    return words.isupper() or (entry is not None and entry.tag == "k")


def _is_shouted_place(words: str, lexicon: Lexicon) -> bool:
    """Are words in capitals before a dash a place, though they are others of the language: "FERMO - "?"""
    if len(words.split()) > _MOST_SHOUTED or phrases(lexicon).kind(fold(words)) is not None:
        return False
    return not _is_no_place(words, lexicon) and not any(is_kind_of_text(w, lexicon) for w in words.split())


def is_kind_of_text(word: str, lexicon: Lexicon) -> bool:
    """Is it a word for a kind of text, or for a thing told: "UPDATE", "EXPORTS"?"""
    entry = lexicon.word(word)
    return word.lower() in forms_of(lexicon, "genre") or (entry is not None and entry.tag in "KTDHOEVJ")


def _opens_sentence(text: str, hit: re.Match[str], lexicon: Lexicon) -> bool:
    """Does a sentence begin behind a place in capitals, known or named again: "TRIESTE Il molo ..."?"""
    entry = lexicon.word(hit["word"].lower())
    if entry is None or entry.tag not in _OPENERS or not _is_shouted_place(hit["place"], lexicon):
        return False
    whole = lexicon.word(hit["place"])
    if whole is not None:
        return whole.tag in "k¤°"
    return is_city(hit["place"], lexicon) or text.count(hit["place"].title()) > 0


def _is_no_place(words: str, lexicon: Lexicon) -> bool:
    """Does a weekday, a month, "today" or an agency ("Agence X") stand where a place should?"""
    readings = lexicon.entries.get(fold(words.split()[0].rstrip(".,")), ())
    body = " " in words and any(entry.tag == "I" for entry in readings)
    person = " " in words and any(entry.tag == "ñ" for entry in readings)
    person = person and lexicon.word(words) is None and not is_city(words, lexicon)
    return body or person or any(entry.tag in "δμρτκ" for entry in readings)


def is_city(words: str, lexicon: Lexicon) -> bool:
    """Is it a town that the language or the list of towns knows?"""
    entry = next((e for e in (lexicon.word(words), lexicon.word(words.title())) if e is not None), None)
    if entry is not None:
        return entry.tag in "k¤°"
    return any(words in towns or words.title() in towns for towns in lexicon.lines["cities"].values())


def _is_agency(words: str | None, lexicon: Lexicon) -> bool:
    """An agency in brackets: a known medium, an acronym or few capitalised words; no country, no number."""
    if not words or any(c.isdigit() for c in words):
        return False
    entry = lexicon.word(words)
    if entry is not None and entry.tag in "AaCMUP":
        return False
    if words.islower() or " " not in words:
        return len(words) <= 16 and (entry is None or entry.tag == "E")
    parts = re.split(r"[ /]+", words.strip())
    return len(parts) <= 5 and all(p[:1].isupper() or len(p) <= _SHORT_WORD for p in parts)


def _is_bare_place(words: str, lexicon: Lexicon) -> bool:
    """A place without date and agency: in capitals, a known city, or words that nothing else claims."""
    words = words.rstrip(".")
    if not _is_place(words) or "." in words:
        return False
    entries = [lexicon.word(part) for part in re.split(r"[ /-]+", words)]
    whole = lexicon.word(words)
    if whole is not None:
        return whole.tag in "k¤°" or (whole.tag == "A" and words.isupper() and len(words) > 3)
    if any(e is not None and e.tag in "k¤°" for e in entries):
        return True
    if words.isupper() or "/" in words:
        return len(words) > 3 and len(entries) <= 4 and all(e is None or e.tag in "_oXAakñç" for e in entries)
    return len(entries) <= 2 and all(e is None for e in entries)


def _wide(text: str, line: Line, lexicon: Lexicon, reference: Date | None) -> Dateline | None:
    """``新华社北京9月7日电``, ``蒙得维的亚3月18日电``: agency, place, date, and the word for a dispatch."""
    end = min(line.end, line.start + _WIDE_HEAD)
    start = line.start + len(text[line.start : end]) - len(text[line.start : end].lstrip("（(【[《 "))
    lead = label_at(text, start, end, lexicon, "lead")
    start = lead.start if lead is not None and not lead.mark else start
    agency, start = _agency(text, start, end, lexicon)
    for stamp in find_stamps(text, start, end, lexicon):
        word = _starts(text, stamp.span.end, lexicon, "dateline")
        place = text[start : stamp.span.start].strip(" ，,（(【[")
        if word and len(place) <= 12 and not any(c in "，。：、" for c in place):
            span = Span(line.start, stamp.span.end + len(word))
            return Dateline(place or None, _resolved(stamp, reference), agency, span)
    word = _starts(text, start, lexicon, "dateline") if agency else ""
    if not word and (found := wide_reported(text, line.start, end, lexicon)) is not None:
        return Dateline(found[0], None, agency, Span(line.start, found[1]))
    if not word:
        return _wide_dash(text, line, start, agency, lexicon) or _wide_report(text, line, lexicon)
    return Dateline(None, None, agency, Span(line.start, start + len(word)))


def wide_reported(text: str, start: int, end: int, lexicon: Lexicon) -> tuple[str, int] | None:
    """A known place right before the word for a report, and where that ends: 记者沈逸凡布鲁塞尔报道."""
    folded = fold(text[start:end])
    for form in sorted((*forms_of(lexicon, "report"), *forms_of(lexicon, "dateline")), key=len, reverse=True):
        at = start + found if (found := folded.find(form)) >= 0 else -1
        follow = text[at + len(form) : at + len(form) + 1]
        if at < 0 or (follow and follow not in "】〕）)](（ 　\n"):
            continue
        for size in range(_LONGEST_TOWN, 1, -1):
            entry = lexicon.word(text[at - size : at]) if at - size >= start else None
            if entry is not None and entry.tag in "k°A¤":
                return text[at - size : at], at + len(form)
        alone = _BARRED.search(text[max(start, at - _LONGEST_TOWN) : at])
        if alone is not None:
            return alone[1], at + len(form)
    return None


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
            place = words[:at]
            if bracket and _agency(text, hit.start("place"), hit.start("place") + at, lexicon)[0]:
                return Dateline(None, None, place, Span(line.start, end + bracket))
            entry = lexicon.word(place)
            if entry is not None and entry.tag not in "kA°¤":
                return None
            return Dateline(place, None, None, Span(line.start, end + bracket))
    return None


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
