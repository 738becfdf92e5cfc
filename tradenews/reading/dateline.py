"""The head of a wire story: place, date and agency before the first sentence."""

from __future__ import annotations

import re
from datetime import date as Date

from attrs import evolve

from tradenews.lazy import regex
from tradenews.lexicon.forms import UNSPACED, fold
from tradenews.lexicon.index import Lexicon
from tradenews.models.period import Dateline
from tradenews.models.span import Span
from tradenews.reading.credits import read_byline
from tradenews.reading.dispatches import wide_dateline
from tradenews.reading.imprint import names_paper
from tradenews.reading.lines import Line, forms_of, label_at
from tradenews.reading.signatures import names_medium
from tradenews.reading.stamps import Stamp, find_stamps, resolved
from tradenews.scan.phrases import phrases

_WORD = r"[^\W\d_][^\W\d_'’.]*(?:['’.][^\W\d_]+)*\.?"
_PLACE = rf"(?P<place>{_WORD}(?:(?: ?/ ?| ?- ?| ){_WORD}){{0,5}}?)"
_REGION = r", ?(?P<region>[^\W\d_][^\d,()\n]{1,24}?)"
_DATE = r"(?P<date>[^()\n]{2,32}?)"
_DATED = rf"(?:(?:,\s*+|\s++(?=\d)){_DATE})"
_SEP = r"\s*+(?:(?:[.,:]\s*+)?[-–—−―=]{1,3}|[:.]|$)"
_SEP_DATED = r"\s*+(?:(?:[.,:]\s*+)?[-–—−―=]{1,3}|(?<!\b\d)(?<!\b\d\d)[:.](?=\s+\D|$)|$)"
_AGENCY = r"\s*[(\[/](?P<agency>(?<!/)[^()\[\]\n]{2,40}|(?<=/)[^()\[\]\n/]{2,40}(?=/))[)\]/]"
_AGENCY_TOO = r"(?:\s*\((?P<agency>[^()\n]{2,40})\))?"
_FORMS = tuple(
    regex(form)
    for form in (
        rf"[(\[]{_PLACE}{_DATED}[)\]](?:\s*+[-–—]{{1,2}}|\s)",
        rf"{_PLACE}{_DATED}?{_AGENCY}{_SEP}",
        rf"{_PLACE}\s?--\((?P<agency>[^()\n]{{2,40}})\)(?P<date>(?!))?\s?--",
        rf"{_PLACE}{_DATED}{_AGENCY}\s+(?=[^\W\d_a-zà-ÿ]|[\"“«„'‘])",
        rf"{_PLACE}{_REGION}{_DATED}?{_AGENCY}{_SEP}",
        rf"{_PLACE}{_DATED}(?:\s*+\([ .]*+\))?{_SEP_DATED}(?!\d)",
        rf"{_PLACE}{_REGION}{_DATED}{_SEP_DATED}(?!\d)",
        rf"{_PLACE}\s*+\([^()\d\n]{{2,30}}\){_DATED}{_SEP_DATED}(?!\d)",
        rf"{_PLACE}\s*[-–—|]\s*+{_DATE}\s*(?:[-–—|]|$)",
    )
)
_REGIONAL = regex(
    rf"{_PLACE}(?:, (?P<land>[^\W\d_a-zà-ÿ][^\W\d_]+\.?(?:[ -][^\W\d_]+){{0,2}}?)"
    r"|\s\((?P<inner>[^()\d\n]{2,24})\))"
    rf"{_AGENCY_TOO}(?P<sep>\s+[-–—−]{{1,2}}\s+|\s*--\s*|[.]-\s*|[.]\s+|:\s+)(?=[^\W\d_a-zà-ÿ]|[\"“«„'‘¿¡])"
)
_UNBRACKETED = _FORMS[5:]  # those without an agency
_SHOUTED = regex(rf"{_PLACE}{_AGENCY}\s+(?=[^\W\d_a-zà-ÿ]|[\"“«„'‘])")
_SHOUTED_BARE = regex(
    r"(?P<place>[A-ZÀ-Þ][A-ZÀ-Þ'’ -]{3,28}[A-ZÀ-Þ])\s*(?:[-–—]{1,2}\s+|[–—]{1,2})(?=[^\W\d_a-zà-ÿ]|[\"“«„'‘])"
)
_AGENCY_FIRST = regex(rf"{_AGENCY[3:]}\s*(?:[-–—]\s*)?{_PLACE}(?:,\s*+{_DATE})?{_SEP}")
_AGENCY_ALONE = regex(rf"{_AGENCY[3:]}\s*\.?[-–—]+\s*")
_AGENCY_BARE = regex(rf"{_AGENCY[3:]}\s+(?=[^\W\d_a-zà-ÿ]|[\"“«„'‘])")
_BARE_SEP = r"(?P<sep>\s+[-–—−|]{1,2}\s+|[–—]\s+|\s*--\s*|[.]-\s*|[.]\s+|:\s+)"
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
    rf"\s*+(?P<mark>[,(]|/|(?<=\s)[-–—|·])?\s*+(?:(?P<word>[^\W\d_A-ZÀ-Þ]{{1,6}}) )?{_PLACE}\s*(?:$|[|(),])"
)
_OPENERS = "_noqt&"  # tags of the small words that begin a sentence
_SHORT_STATE = 6  # "Ky.", "Calif."
_LETTERS_OF_LAND = 2  # "(TS)", "PR"
_MOST_SHOUTED = 3  # words
_SHORT_WORD = 3
_MAX_PLACE = 40
_HEAD = 90


def find_dateline(
    text: str, line: Line, lexicon: Lexicon, reference: Date | None, *, opens: bool, spoken: str = ""
) -> Dateline | None:
    """The dateline at the beginning of a line; ``opens`` tells that the line is the first paragraph.

    A place alone ("BERLIN.", "TEHRAN –") is one only there. ``spoken`` is what headline and paragraphs say.
    """
    if label_at(text, line.start, line.end, lexicon, "newsroom") is not None:
        return None
    if any(c >= UNSPACED for c in text[line.start : line.start + 2]):
        return wide_dateline(text, line, lexicon, reference)
    if not opens and read_byline(text, line, lexicon):
        return None
    head = text[line.start : min(line.end, line.start + _HEAD)]
    first = _AGENCY_FIRST.match(head)
    if (
        first is not None
        and is_place(first["place"])
        and (first["date"] or _is_bare_place(first["place"], lexicon))
    ):
        return _made(text, line, first, lexicon, reference)
    alone = _AGENCY_ALONE.match(head)
    if alone is None and opens:
        alone = _AGENCY_BARE.match(head)
        alone = alone if alone is not None and _is_lettered(alone["agency"], lexicon) else None
    if alone is not None and opens and _is_agency(alone["agency"], lexicon):
        return Dateline(None, None, alone["agency"], Span(line.start, line.start + alone.end()))
    for form in _FORMS if any(mark in head for mark in "([/") else _UNBRACKETED:
        hit = form.match(head)
        if hit is None or not is_place(hit["place"]):
            continue
        dated = hit["date"] is not None
        sure = dated and bool(hit.groupdict().get("agency"))
        if is_no_place(hit["place"], lexicon, person=not sure):
            continue
        if dated and _read(text, line, hit, lexicon) is None:
            continue
        if dated or _is_agency(hit["agency"], lexicon):
            return _made(text, line, hit, lexicon, reference)
    return _opening(text, line, head, lexicon, spoken) if opens else None


def _opening(text: str, line: Line, head: str, lexicon: Lexicon, spoken: str) -> Dateline | None:
    """A place with no date at the beginning of the first paragraph."""
    for bare in filter(None, (form.match(head) for form in _BARE)):
        colon = bare["sep"][0] == ":" and not _may_end_in_colon(bare["place"], lexicon)
        bar = "|" in bare["sep"] and not bare["place"].isupper()
        if not colon and not bar and _is_bare_place(bare["place"], lexicon):
            return _placed(line, bare, bare.end(), lexicon)
    hit = _REGIONAL.match(head)
    if hit is not None and is_place(hit["place"]) and not is_no_place(hit["place"], lexicon):
        land = hit["land"] or hit["inner"]
        short = hit["place"].isupper() and land.endswith(".") and len(land) <= _SHORT_STATE
        if (short or _is_land(land, lexicon)) and (hit["place"].isupper() or _is_free(hit["place"], lexicon)):
            end = hit.end() if hit["agency"] or hit["inner"] else hit.start("land")  # a land is still named
            found = _placed(line, hit, end, lexicon, hit["agency"])
            entry = lexicon.word(land)
            day = entry is not None and entry.tag == "δ"
            return evolve(found, place=f"{hit['place']}, {land}") if hit["land"] and not day else found
    hit = _SHOUTED.match(head)
    if hit is not None and names_medium(hit["agency"], lexicon):
        alone = " " not in hit["place"] and _is_bare_place(hit["place"], lexicon)
        if hit["place"].isupper() or alone:
            return _placed(line, hit, hit.end(), lexicon, hit["agency"])
    hit = _SHOUTED_BARE.match(head)
    if hit is not None and _is_shouted_place(hit["place"], lexicon):
        return _placed(line, hit, hit.end(), lexicon)
    hit = _UNMARKED.match(head)
    if hit is not None and _opens_sentence(text, hit, lexicon):
        return _placed(line, hit, hit.start("word"), lexicon)
    hit = _BRACKETED.match(head)
    if hit is not None and _is_bare_place(hit["place"], lexicon):
        brackets = lexicon.lines.get("labels", {}).get("places_in_brackets")
        if brackets or is_city(hit["place"], lexicon) or names_again(hit["place"], spoken, lexicon):
            return _placed(line, hit, hit.end(), lexicon)
    return None


def _placed(
    line: Line, hit: re.Match[str], end: int, lexicon: Lexicon, agency: str | None = None
) -> Dateline:
    place, _, medium = hit["place"].rstrip(".").partition("/")
    if medium and agency is None and names_paper(medium, lexicon):
        agency = medium  # "Mombasa/Noordpers."
    else:
        place = hit["place"].rstrip(".")
    return Dateline(place, None, agency, Span(line.start, line.start + end))


def _is_land(words: str, lexicon: Lexicon) -> bool:
    """Is it a country, a region or the letters of one, as behind a town: "Kericho, Kenya", "Catió (PR)"?"""
    entry = lexicon.word(words)
    letters = len(words.rstrip(".")) == _LETTERS_OF_LAND and words.isupper()
    return letters or (entry is not None and entry.tag in "Aak°¤δ") or is_city(words, lexicon)


def _is_free(words: str, lexicon: Lexicon) -> bool:
    """Is a name a known town, or no other word of the language?"""
    entry = lexicon.word(words)
    return entry.tag in "k¤°" if entry is not None else True


def names_again(place: str, spoken: str, lexicon: Lexicon, *, placed: bool = False) -> bool:
    """Do headline or paragraphs name a place; if ``placed``, behind a preposition?"""
    forms = (place, place.title()) if place.isupper() else (place,)
    if not placed:
        return any(form in spoken for form in forms)
    return any(f" {word} {form}" in spoken for form in forms for word in forms_of(lexicon, "written_in"))


def place_behind(
    text: str, start: int, line: Line, lexicon: Lexicon, *, named: bool, spoken: str = ""
) -> Dateline | None:
    """The place behind a byline that ends at ``start``: "Por Ana Ruiz — Brasília", "By Jane Doe in Arawa".

    ``named``: what stands before is a newsroom, so that any other name can be the place; else behind a comma
    or in brackets a name that is no known town must be named again by the text.
    """
    hit = _BEHIND.match(text, start, line.end)
    if hit is None or (hit["word"] and fold(hit["word"]) not in forms_of(lexicon, "written_in")):
        return None
    if not (hit["word"] or hit["mark"]) or not is_place(hit["place"]):
        return None
    place = hit["place"]
    if is_city(place, lexicon):
        return Dateline(place, None, None, Span(hit.start("place"), hit.end("place")))
    dashed = bool(hit["mark"]) and hit["mark"] not in ",("
    worded = hit["word"] and fold(hit["word"]) not in lexicon.lines["name_words"].get("particles", ())
    again = worded or names_again(place, spoken, lexicon)
    again = again and not is_no_place(place, lexicon)
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
        resolved(stamp, reference) if stamp else None,
        agency.strip() if agency else None,
        Span(line.start, line.start + hit.end()),
    )


def is_place(words: str) -> bool:
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
    return not is_no_place(words, lexicon) and not any(is_kind_of_text(w, lexicon) for w in words.split())


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


def is_no_place(words: str, lexicon: Lexicon, *, person: bool = True) -> bool:
    """Is it a weekday, a month, "today", an agency ("Agence X") or, if asked, a person, not a place?"""
    readings = lexicon.entries.get(fold(words.split()[0].rstrip(".,")), ())
    body = " " in words and any(
        entry.tag == "I" or (entry.tag == "E" and entry.table == "media") for entry in readings
    )
    person = person and " " in words and any(entry.tag == "ñ" for entry in readings)
    person = person and lexicon.word(words) is None and not is_city(words, lexicon)
    labelled = fold(words) in forms_of(lexicon, "press_release") or names_paper(words, lexicon)
    return body or person or labelled or any(entry.tag in "δμρτκ" for entry in readings)


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


def _is_lettered(words: str, lexicon: Lexicon) -> bool:
    """A known medium, or a name of few words with letters of an agency among them: "ABM FN"."""
    letters = any(part.isupper() and part.isalpha() and len(part) > 1 for part in words.split()[:-1])
    return names_medium(words, lexicon) or (letters and lexicon.word(words) is None)


def _is_bare_place(words: str, lexicon: Lexicon) -> bool:
    """A place without date and agency: in capitals, a known city, or words that nothing else claims."""
    words = words.rstrip(".")
    if not is_place(words) or "." in words:
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
