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
_STOPS, _MARKS = ".!?。！？", ":：(（/)"
_BRACKETS = ("(", "[")
_PROSE = 45  # characters of a line with a full stop that may be running text
_LABELS = frozenset({"related", "share", "tags", "menu", "section", "advert", "author", "template", "credit"})
_MOST_WHOLE = 80
_MOST_OPEN = 160
_MOST_LABEL = 420
_LONGEST = 4  # words of a form inside a bar
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
        line = folded.lstrip(_OPENERS)
        prose = folded[-1] in _STOPS and len(folded) >= _PROSE
        for form in self.starts.get(line[:2], ()) or self.starts.get(line[:1], ()):
            if line.startswith(form.head) and len(line) <= _most(form.head):
                place = len(form.head)
                if prose and form.kind in _LABELS and form.head[-1] not in _MARKS:
                    continue
                if _free(line, place, form.head[-1]) and form.follows(line, place):
                    return form.kind
        signed = folded[-1] in ")）" and _SIGNED.search(folded, max(0, len(folded) - 40)) is not None
        for form in (
            () if signed or (folded[-1] in _STOPS and len(folded) >= _PROSE) else self.ends.get(key[-1], ())
        ):
            place = len(key) - len(form.head)
            if key.endswith(form.head) and _free_before(key, place, form.head[0]) and _may_end(key, form):
                return form.kind
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
            least = 1.0 if _WEAK.search(folded) else 0.5
            if known and len(known) >= least * len(parts):
                return known[0]
        return self._run(folded)

    def _run(self, folded: str) -> str | None:
        words = [w for w in (x.strip(EDGES) for x in folded.split()) if w]
        if not 3 <= len(words) <= 16 or any(map(str.isdigit, folded)):
            return None
        found: list[str] = []
        missed = i = 0
        while i < len(words):
            step = 1
            for n in range(min(_LONGEST, len(words) - i), 0, -1):
                kind = self.whole.get(" ".join(words[i : i + n]))
                if kind is not None and kind != "template":
                    found.append(kind)
                    step = n
                    break
            else:
                missed += 1
            i += step
        known = len(words) - missed
        least = 3 if folded[0] > UNSPACED else 4
        return found[0] if len(found) >= 2 and known >= 3 and missed * least <= known else None


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
