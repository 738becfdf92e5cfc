"""Wordings by which a whole line is known: menus, share bars, credits, notices.

In the ``chrome`` table of a language file a form stands for a whole line; ``form…`` for a line that begins
with it, ``…form`` for one that ends with it, ``…form…`` for one that holds it. Forms match folded text,
without the marks, digits and blanks around a line; "…" within a form stands for any words.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from attrs import frozen

from tradenews.lazy import regex
from tradenews.lexicon.forms import UNSPACED, expand, fold
from tradenews.lexicon.index import Lexicon
from tradenews.lexicon.load import read_line_table

MARK = "…"
COMMON = ("world", "en")  # files whose wordings are looked for in texts of every language
EDGES = (
    "〔〕 \t\u00a0•·●▪■◆◦‣►▶▸▾▼✕✖×+*-_=#|/\\<>[](){}\"'.,:;!?…→←↑↓&@~^%©0123456789：。，、！？（）【】《》"
)
_WORD = regex(r"[^\W_]+")
_OPENERS = "〔\"'•·●▪■◆▶► \t*-([|+>#_【（"
_SEPARATORS = regex(r"\s*[|•·●>›»→▸▪｜]\s*|\s+[-–—/]\s+|\s{2,}")
_COUNTED = regex(r"[(（]\d{1,5}[)）]")  # "comments (3)"
_WEAK = regex(r"\s[-–—/]\s")
_SIGNED = regex(r"[.!?。”\"»]\s*\([^()]{2,30}\)\s*$")
_STOPS, _MARKS = ".!?。！？", ":：(（/)?"
_BRACKETS = ("(", "[")
_PROSE = 45  # characters of a line with a full stop that may be running text
_LABELS = frozenset({"related", "share", "tags", "menu", "section", "advert", "author", "template", "credit"})
_MOST_WHOLE = 80
_MOST_OPEN = 160
_MOST_LABEL = 420
_LONGEST = 4  # words of a form inside a bar
_LONG_BAR = 4  # parts with dashes or slashes between that make a bar
_MOST_KEPT = 8  # blanks of a line that tells of date and author
_LEAST_RUN, _MOST_RUN = 2, 16  # wordings and words of a row of buttons
_MOST_GLUED = 8  # characters of a button in a script without blanks
_SIZES = frozenset({"a-", "a+", "t-", "t+"})  # buttons for the size of letters
_BUTTONS = frozenset({"share", "login", "menu"})
_LEAST_CAPTION, _MOST_ENDED = 4, 6  # words of a line that a form ends


@frozen
class Form:
    """A wording open at one end or both: ``head`` is looked up, ``rest`` must follow it, in order."""

    head: str
    rest: tuple[str, ...]
    kind: str

    def follows(self, line: str, place: int) -> bool:
        """Do the other parts stand after ``place``?"""
        for part in self.rest:
            place = line.find(part, place)
            if place < 0:
                return False
            place += len(part)
        return True


@frozen(eq=False)
class Phrases:
    """The wordings of one language, ready for look-up.

    ``whole`` maps a line to its kind; ``starts`` the first two characters of a line (or its
    first one) to forms that begin it; ``ends`` its last character to forms that end it; ``anchors`` a word to
    the forms with both ends open that hold it; ``wide`` are such forms in scripts without blanks.
    """

    whole: Mapping[str, str]
    starts: Mapping[str, tuple[Form, ...]]
    ends: Mapping[str, tuple[Form, ...]]
    anchors: Mapping[str, tuple[Form, ...]]
    wide: tuple[Form, ...]

    def present(self, folded: str) -> tuple[Form, ...]:
        """The forms with both ends open that a text holds at all: looked for once, not line by line."""
        words = self.anchors.keys() & set(_WORD.findall(folded))
        found = [form for word in words for form in self.anchors[word] if form.head in folded]
        return tuple(found + [form for form in self.wide if form.head in folded])

    def kind(self, folded: str, present: Iterable[Form] = ()) -> str | None:
        """The kind of wording that a folded line is, or None."""
        if len(folded) > _MOST_LABEL:
            return None
        key = folded.strip(EDGES)
        if not key:
            return None
        if len(folded) <= _MOST_WHOLE and (found := self.whole.get(" ".join(key.split()))) is not None:
            return found
        prose = folded[-1] in _STOPS and len(folded) >= _PROSE
        kind = self._beginning(folded, prose=prose)
        if kind is None and not prose and (key[-1] > UNSPACED or not _is_signed(folded)):
            kind = self._ending(key)
        return kind or self._within(folded, present, prose=prose)

    def _beginning(self, folded: str, *, prose: bool) -> str | None:
        """The kind of the longest form that begins a line; one of running text only before a colon."""
        line = folded.lstrip(_OPENERS)
        bracket = folded[0] in _BRACKETS and self._first(folded, prose=prose)
        return bracket or self._first(line, prose=prose)

    def _first(self, line: str, *, prose: bool) -> str | None:
        for form in self.starts.get(line[:2], ()) or self.starts.get(line[:1], ()):
            if not line.startswith(form.head) or len(line) > _most(form.head):
                continue
            place = len(form.head)
            marked = form.head.rstrip()[-1] in _MARKS or line[place : place + 1] in tuple(":：")
            if prose and form.kind in _LABELS and not marked:
                continue
            if form.kind == "keep" and form.rest and _is_wordy(line):
                continue  # "le … à …": a day and its hour, no headline
            if _free(line, place, form.head[-1]) and form.follows(line, place):
                return form.kind
        return None

    def _ending(self, key: str) -> str | None:
        for form in self.ends.get(key[-1], ()):
            place = len(key) - len(form.head)
            if key.endswith(form.head) and _free_before(key, place, form.head[0]) and _may_end(key, form):
                return form.kind
        return None

    def _within(self, folded: str, present: Iterable[Form], *, prose: bool) -> str | None:
        for form in present:
            at = folded.find(form.head)
            if (
                form.kind == "credit"
                and prose
                and (folded[at - 1 : at] in _BRACKETS or len(folded) > _MOST_OPEN)
            ):
                continue  # running text: "BEIJING (ANP/RTR) - ...", "a Reuters/Ipsos poll"
            if at >= 0 and form.follows(folded, at) and (form.kind != "related" or len(folded) <= _MOST_OPEN):
                return form.kind
        return None

    def bar(self, folded: str) -> str | None:
        """The kind of a line that strings several known wordings together, or None: "home | news | sport"."""
        if len(folded) > _MOST_OPEN:
            return None
        folded = _COUNTED.sub("", folded)
        parts = [p for p in (x.strip(EDGES) for x in _SEPARATORS.split(folded)) if p]
        if len(parts) > 1:
            known = [kind for kind in map(self.kind, parts) if kind]
            least = 1.0 if _WEAK.search(folded) and len(parts) < _LONG_BAR else 0.5
            if known and len(known) >= least * len(parts):
                return known[0]
        return self._run(folded)

    def _run(self, folded: str) -> str | None:
        """The kind of a row of buttons without marks between them: "share tweet print A- A+"."""
        row = [w for w in folded.split() if w not in _SIZES]
        sizes = sum(word in _SIZES for word in folded.split())
        words = [w for w in (x.strip(EDGES) for x in row) if w]
        if not 3 <= len(words) + sizes <= _MOST_RUN or any(map(str.isdigit, folded)):
            return None
        found: list[str] = []
        missed = i = 0
        while i < len(words):
            kind, step = self._button(words[i : i + _LONGEST])
            missed += kind is None
            found += [kind] if kind is not None else []
            i += step
        known = len(words) - missed + sizes
        least = 3 if folded[0] > UNSPACED else 4
        if set(found) == {"share"} and len(found) > _LEAST_RUN:
            least = 1  # "Share Tweet WhatsApp Give the article"
        enough = len(found) + (sizes > 0) >= _LEAST_RUN and known >= _LEAST_RUN + 1
        return found[0] if found and enough and missed * least <= known else None

    def _button(self, words: list[str]) -> tuple[str | None, int]:
        """The kind of the longest known wording that begins a row, and how many words it has."""
        for n in range(len(words), 0, -1):
            kind = self.whole.get(" ".join(words[:n]))
            if kind is not None and kind != "template":
                return kind, n
        return self._glued(words[0]), 1

    def _glued(self, word: str) -> str | None:
        """The kind of a word in a script without blanks that a button's begins or ends: 订阅电子周刊."""
        if len(word) > _MOST_GLUED or word[-1] <= UNSPACED:
            return None
        found = (self.whole.get(part) for n in range(len(word) - 1, 1, -1) for part in (word[:n], word[-n:]))
        return next((kind for kind in found if kind in _BUTTONS), None)


def _is_signed(folded: str) -> bool:
    """Does a sign-off stand behind the last sentence: "he said. (AFP/dpa)"?"""
    return folded[-1] in ")）" and _SIGNED.search(folded, max(0, len(folded) - 40)) is not None


def _is_wordy(line: str) -> bool:
    """Are these more words than a date or a byline has, none of them a number?"""
    return line.count(" ") >= _MOST_KEPT and not any(map(str.isdigit, line))


def _most(form: str) -> int:
    return _MOST_LABEL if form[-1] in _MARKS else _MOST_OPEN


def _may_end(key: str, form: Form) -> bool:
    """A picture's credit ends a line of some words, any other wording a short line."""
    words = key.count(" ") + 1
    return (words >= _LEAST_CAPTION or key[0] > UNSPACED) if form.kind == "credit" else words <= _MOST_ENDED


def _free(line: str, place: int, last: str) -> bool:
    """Does a word end at ``place``? Scripts without blanks and forms that end in a mark need not."""
    return place >= len(line) or not line[place].isalnum() or not last.isalnum() or last > UNSPACED


def _free_before(line: str, place: int, first: str) -> bool:
    return place <= 0 or not line[place - 1].isalnum() or not first.isalnum() or first > UNSPACED


@lru_cache(maxsize=32)
def phrases(lexicon: Lexicon) -> Phrases:
    """The chrome wordings for texts in the language of ``lexicon``, English and universal ones among them."""
    whole: dict[str, str] = {}
    starts: dict[str, list[Form]] = {}
    ends: dict[str, list[Form]] = {}
    anchors: dict[str, list[Form]] = {}
    wide: list[Form] = []
    for kind, form in _forms(lexicon):
        parts = tuple(part for part in form.split(MARK) if part.strip())
        if not parts:
            continue
        if MARK not in form:
            whole.setdefault(" ".join(form.strip(EDGES).split()), kind)
        elif not form.startswith(MARK):
            if kind in _BUTTONS and len(parts) == 1:
                whole.setdefault(" ".join(parts[0].strip(EDGES).split()), kind)
            starts.setdefault(parts[0][:2], []).append(Form(parts[0], parts[1:], kind))
        elif form.endswith(MARK):
            anchor = max(_WORD.findall(parts[0]), key=len, default="")
            group = anchors.setdefault(anchor, []) if anchor.isascii() or anchor < UNSPACED else wide
            group.append(Form(parts[0], parts[1:], kind))
        elif bare := parts[-1].rstrip(EDGES):
            ends.setdefault(bare[-1], []).append(Form(bare, (), kind))
    for head, forms in starts.items():
        if len(head) > 1:
            forms += starts.get(head[0], [])
    return Phrases(
        whole=whole,
        starts={c: tuple(sorted(forms, key=_longest)) for c, forms in starts.items()},
        ends={c: tuple(sorted(forms, key=_longest)) for c, forms in ends.items()},
        anchors={word: tuple(forms) for word, forms in anchors.items() if word},
        wide=(*wide, *anchors.get("", ())),
    )


def _forms(lexicon: Lexicon) -> Iterator[tuple[str, str]]:
    tables = [lexicon.lines.get("chrome", {})]
    tables += [read_line_table(name, "chrome") for name in COMMON if name != lexicon.language]
    for table in tables:
        for kind, forms in table.items():
            for raw in forms:
                for done in expand(raw):
                    yield kind, fold(done)


def _longest(form: Form) -> int:
    return -len(form.head) - sum(map(len, form.rest))
