"""Lines known by their shape alone: addresses, numbers to call, code, navigation, credits, dates."""

from __future__ import annotations

from collections.abc import Sequence

from tradenews.lazy import regex
from tradenews.lexicon.index import Lexicon
from tradenews.scan.cells import soft_size
from tradenews.scan.lines import Line

_ADDRESS = regex(r"(?:https?://|www\.)\S+|\b[\w.+-]{1,64}@[\w-]+\.[\w.-]+")
_SITE = regex(r"[\w-]{3,40}(?:\.[\w-]{2,30})?\.[a-z]{2,4}")  # the name of a site as its masthead
_TAGGED = regex(r"(?:[#@]\w[\w.-]*[\s,|•/]*)+")
_PHONE = regex(r"\+?\(?\d[\d\s()./\-–]{6,}\d")
_YEARS = regex(r"\(?(?:19|20)\d\d ?[/–-] ?(?:19|20)\d\d\)?")  # "exports by sector (2023/2022):"
_CODE = regex(
    r"\{[^{}]*\}|\}\s*$|^\s*[{}]|\w\(\)|=>|</?\w[^>]{0,300}>|\[/?\w+[ \]=]|&\w+;|^\s*(?:var|let|const) \w+ ?="
)
_PLAYER = regex(r"\d{1,2}:\d\d(?::\d\d)?\s*[/|-]\s*-?\d{1,2}:\d\d(?::\d\d)?")
_RATES = regex(r"\w[^:]{0,30}: ?(?:[A-Z]{3} [\d.,]{1,12}[ |·/-]{0,4}){2,9}")  # "USD 35,10 - EUR 38"
_TICKER = regex(r"[^\W\d_][^|\d]{1,24}[\d.,]+%?")  # "Soybeans R$ 131.20"
_QUOTE = regex(r"[+−-]?[\d.,]{1,16} ?\([+−-][\d.,]{1,12} ?%\)")  # a market's: "-6.30 (-0.27%)"
_SUM = regex(r"\w{1,20}\s*+[+×x*−-]\s*+\w{0,20}\s*+=\s*\w*")
_PAGE = regex(r"\w+ \d+ \w+ \d+")
_STEP = regex(r"[«‹←<❮]+\s*[^»›]+|[^«‹]+\s[»›→❯]+")
_BAR = regex(r"\s*[|•·●>›»→▸]\s*|\s{3,}|\t+")
_CELLS = regex(r"\s*[|｜]\s*|\t+|\s{3,}")
_CREDIT_SIGN = regex(r"(?:©|\([cC]\)|Ⓒ)\s?[^©]{0,48}$")
_CREDIT_CAPITALS = regex(r"(?:\s/\s?|[.)»”]\s?[-–—]\s?|\s[|–—]\s)(?:[A-ZÀ-Þ][A-ZÀ-Þ.'’-]*+[ /,]*+){1,5}$")
# "Pickers at work. PHOTO/FILE"
_CREDIT_TAIL = regex(r"[a-zà-ÿ)»”][.)] (?=[^ /]{4,}[ /])[A-ZÀ-Þ]+[ /][A-ZÀ-Þ][A-ZÀ-Þ./ ]{2,24}$")
_CREDIT_NAME = regex(r"[a-zà-ÿ]\)?(?: [A-ZÀ-Þ][A-ZÀ-Þ'’.-]{2,}){2,3}(?: ?/ ?[A-Z]+)?$")
_CREDIT_AGENCY = regex(r"\b[A-Z]{2,}/[A-ZÀ-Þ][\w.’'-]+ [A-ZÀ-Þ][\w.’' -]+\)?\.?$")
_CREDIT_BRACKET = regex(
    r"[(（][A-ZÀ-Þ][\w.'’-]+ [A-ZÀ-Þ][^()（）/\d]{1,30}/\s?[A-ZÀ-Þ][^()（）/\d]{1,30}[)）]\.?$"
)
_CREDIT_WIDE = regex(r"。\s?（[^（）\d，]{2,8}）$")
_CREDIT_LABEL = regex(r"[.!?)”»\"。]\s*[^\W\d_]{2,14}\s?[:：]\s?[A-ZÀ-Þ][^.!?:]{1,45}\.?$")
_SIGN_OFF = regex(
    r"\((?:[A-Z]{2,5}|[a-z]{2,4})(?:/[A-Za-z]{2,8}){0,3}\)|[A-Z]{2,4} // [A-Z]{2,4}"
    r"|[A-Z][a-z]{2,8}/[A-Z][a-z]{2}"
    r"|(?:\([^\W\d_]{3,12}\) |[A-Z]{2,5} )?[a-z]{2,4}(?:/[a-z]{2,4}){1,3}"
    r"|[A-Z]{2,4}(?:/[a-z]{2,4}){2,3}|[A-Z]{2,4}/[A-Z]{2,4}/(?:[A-Z]{2,4}/?)?"
)
_TRANSMITTED = regex(r"\([^\W\d_]+/[^\W\d_]+\) \d{4,6}(?: [A-Z]{3} \d\d)?")  # "(Agency/ed) 211745 DEC 17"
_LETTERS = regex(r"[A-Za-z]+")
_NUMBERS = regex(r"[\d\s.,:/()+%-]+")
_NUMERIC_DATE = regex(
    r"\b(?:\d{1,2}\s?[./-]\s?\d{1,2}\s?[./-]\s?(?:19|20)?\d\d|(?:19|20)\d\d\s?[./-]\s?\d{1,2}\s?[./-]\s?\d{1,2})\b"
    r"|(?:19|20)\d\d\s?年|\d{1,2}月\d{1,2}日|\((?:19|20)\d{6}\)"
)
_CLOCK = regex(r"\b\d{1,2}[:.h]\d\d\b")
_WORD = regex(r"[^\W\d_]+")
_MOST_CAPTION, _MOST_SIGNED, _MOST_CREDIT = 75, 30, 70
_FEW_LETTERS = 3
_MOST_SIGN_OFF = 36
_MOST_ROW = 240
_MOST_WIDE = 30  # characters of a caption in a script without blanks


def shape_kind(line: Line) -> str | None:
    """The kind of chrome that a line shows by its shape, or None."""
    body = line.text
    letters = sum(map(str.isalpha, body)) if line.length <= 80 else line.length
    if not letters:
        return _without_letters(body)
    if line.length > 400 or (line.sentence and line.size > 14):
        return None
    if ("." in body or "/" in body) and _ADDRESS.search(body) and line.size <= 14 and not line.sentence:
        return "address"
    if line.size <= 2 and "." in body and _SITE.fullmatch(body):
        return "address"
    if body[0] in "#@" and _TAGGED.fullmatch(body):
        return "tags"
    if line.size <= 12:
        if _PLAYER.search(body) and line.size <= 6:
            return "template"
        if (phone := _PHONE.search(body)) and _is_phone(phone[0], letters, line):
            return "address"
        if line.digits and line.size == 4 and _PAGE.fullmatch(body) and not _NUMERIC_DATE.search(body):
            return "template"
        if _SUM.fullmatch(body) and line.digits:
            return "template"
    if not line.sentence and _CODE.search(body):
        return "template"
    if line.size >= 2 and not line.stops and _STEP.fullmatch(body):
        return "menu"
    return "menu" if _is_bar(line) or _is_ticker(line) else None


def _without_letters(body: str) -> str | None:
    digits = sum(map(str.isdigit, body))
    if not digits:
        return "template"
    if _PLAYER.search(body) or _QUOTE.fullmatch(body):
        return "template"
    return "number" if digits <= 4 and not _NUMERIC_DATE.search(body) else None


def _is_phone(found: str, letters: int, line: Line) -> bool:
    """Enough digits in one row for a number to call, and hardly a word beside them."""
    digits = sum(map(str.isdigit, found))
    if _NUMERIC_DATE.search(line.text) or _YEARS.fullmatch(found.strip()) or not 8 <= digits <= 15:
        return False
    return letters <= _FEW_LETTERS or "+" in found or found[0] == "0" or "(" in found


def _is_bar(line: Line) -> bool:
    """Three or more short parts with bars, dots or arrows between them, no figure among them."""
    if line.digits or line.sentence or line.length > 200:
        return False
    parts = [p for p in _BAR.split(line.text) if p.strip()]
    return len(parts) >= 3 and all(len(p.split()) <= 4 and len(p) <= 30 for p in parts)


def _is_ticker(line: Line) -> bool:
    """Three or more names with a number each between bars: the prices of the day above a page."""
    parts = line.text.split("|") if line.digits and not line.sentence else ()
    if _RATES.fullmatch(line.text):
        return True
    return len(parts) > 2 and all(_TICKER.fullmatch(part.strip()) for part in parts)


def sign_off_kind(line: Line, lexicon: Lexicon) -> str | None:
    """ "source" for the mark of an agency below an article, "notice" for that of its editors alone.

    "(APA/tk)", "ATS/lm" tell where it is from; "NVL // MLL", "jgm/ac", "(red)" only who worked on it.
    """
    if line.length > _MOST_SIGN_OFF:
        return None
    if line.folded.strip("().") in lexicon.lines.get("labels", {}).get("editors", ()):
        return "notice"
    if _SIGN_OFF.fullmatch(line.text) is None:
        return "notice" if _TRANSMITTED.fullmatch(line.text) is not None else None
    if line.text[0] == "(" and line.text[-1] == ")":
        return "source"
    return "source" if any(_is_agency(part, lexicon) for part in _LETTERS.findall(line.text)) else "notice"


def _is_agency(letters: str, lexicon: Lexicon) -> bool:
    """Is it a known medium, or what a sign-off has for one?"""
    entry = lexicon.word(letters) or lexicon.word(letters.upper())
    medium = entry is not None and entry.tag == "E" and entry.table == "media"
    return medium or letters.lower() in lexicon.lines.get("labels", {}).get("agency", ())


def is_caption(line: Line) -> bool:
    """Does the line end with the credit of a picture: a copyright sign, an agency, a name in capitals?"""
    if line.size > _MOST_CAPTION or line.size < 4:
        return False
    body = line.text[-_MOST_CREDIT:].rstrip(" .)")
    if (hit := _CREDIT_SIGN.search(body)) is not None:
        return line.size <= _MOST_SIGNED or body[: hit.start()].rstrip()[-1:] not in tuple(".!?”»")
    if not line.digits and _CREDIT_NAME.search(body):
        return True
    if line.size <= _MOST_SIGNED and not line.digits and _CREDIT_TAIL.search(body):
        return True
    if line.size <= 40 and ("/" in body or "。" in body) and _is_bracketed(line):
        return True
    if "/" in body and _CREDIT_AGENCY.search(line.text[-_MOST_CREDIT:]):
        return True
    if line.size <= 40 and ":" in body and not line.stops and _CREDIT_LABEL.search(body):
        return True
    if not body[-2:].isupper():
        return False
    hit = _CREDIT_CAPITALS.search(body)
    return hit is not None and sum(map(str.isupper, hit[0])) >= 4 and not line.text.isupper()


def _is_bracketed(line: Line) -> bool:
    """Does a short line end with who made a picture: "(Jane Doe/Harbour Times)", "。（路透）"?"""
    tail = line.text[-_MOST_CREDIT:]
    wide = line.length <= _MOST_WIDE and "，" not in line.text and _CREDIT_WIDE.search(tail) is not None
    return wide or _CREDIT_BRACKET.search(tail) is not None


def is_dated(line: Line, lexicon: Lexicon) -> bool:
    """Is it a short line with a date or a time of day in it?"""
    if not line.digits or line.sentence or line.length > 110 or _PLAYER.search(line.text):
        return False
    if _NUMERIC_DATE.search(line.text):
        return True
    months = any(
        entry.tag == "μ" for word in _WORD.findall(line.folded) for entry in lexicon.entries.get(word, ())
    )
    return months or ("%" not in line.text and line.size <= 6 and _CLOCK.search(line.text) is not None)


def is_numeric(line: Line) -> bool:
    """Does it hold figures only?"""
    return line.digits and _NUMBERS.fullmatch(line.text) is not None


def table_lines(lines: Sequence[Line]) -> list[int]:
    """The lines of tables: two or more rows of as many cells, a number in each but the first, and their head.

    "Tea | 1,390 | 12%" is no menu, whatever its words are elsewhere.
    """
    return _rows([_cells(line) for line in lines])


def marked_rows(lines: Sequence[Line]) -> list[int]:
    """The lines of tables whose cells are parted by dashes, semicolons or commas: "Tea - 1,390 - +12"."""
    return _rows([0 if line.stops else soft_size(line.text) for line in lines])


def _rows(sizes: Sequence[int]) -> list[int]:
    """The lines that have as many cells as the next or the one before, by the sizes of all."""
    found: list[int] = []
    for i in range(1, len(sizes)):
        below, above = sizes[i], sizes[i - 1]
        more = above > 0 or (i + 1 < len(sizes) and sizes[i + 1] == below)
        if below > 1 and abs(above) == below and more:
            found += [i - 1, i]
    return found


def _cells(line: Line) -> int:
    """How many cells a line has, below zero if numbers do not fill them; 0 for running text."""
    text = line.text
    if line.stops or line.length > _MOST_ROW or not ("|" in text or "\t" in text or "   " in text):
        return 0
    cells = _CELLS.split(text)
    filled = all(any(map(str.isdigit, cell)) or not any(map(str.isalpha, cell)) for cell in cells[1:])
    return len(cells) if filled and any(map(str.isdigit, cells[-1])) else -len(cells)
