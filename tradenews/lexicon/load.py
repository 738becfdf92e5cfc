"""Language file, world file and CLDR made into one :class:`Lexicon`."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Any

from tradenews.data import names_in
from tradenews.errors import UnknownLanguageError
from tradenews.lexicon.forms import ANY, EXACT, TITLE, UNSPACED, case_of, expand, first_tokens, fold
from tradenews.lexicon.index import Entity, Entry, Lexicon, Region, Treaty, as_entry, strictness
from tradenews.lexicon.pack import (
    Shared,
    lexicon_sources,
    lines_sources,
    packed_world,
    shared_of,
    unpacked_lexicon,
)
from tradenews.lexicon.readings import Readings, held
from tradenews.lexicon.schema import ENTITY_TABLES, WORD_TABLES, Table, parse_tables, read_file, read_text
from tradenews.lexicon.tags import FUNCTION, LINE_TABLES, TABLES
from tradenews.models.terms import ActorKind, DealKind, DealStatus
from tradenews.normalize import cldr
from tradenews.normalize.facts import currency_codes
from tradenews.normalize.numerals import Numerals
from tradenews.prepared import read_prepared

_HEAD_TAGS = frozenset("KHUVTDIOFJøτ")
_DOTTED_TAGS = frozenset("μδSUCMcτhOLbE")
_MIN_HEAD = 4
_SURE = 3  # characters
_DESCRIBING = "IøO"  # tags of words that describe an actor, against E, which names one
FALLBACK = "en"  # whose lexicon reads a text in a language that has no file


@lru_cache(maxsize=1)
def languages() -> tuple[str, ...]:
    """The languages that have a file, sorted."""
    names = (name for name in names_in("tradenews.languages") if name.endswith(".toml"))
    return tuple(n[:-5] for n in names if n not in ("world.toml", "template.toml"))


@lru_cache(maxsize=1)
def world() -> dict[str, Table]:
    """The tables of ``world.toml``: what is written alike in all languages, and known actors."""
    return read_file("world")


@lru_cache(maxsize=16)
def load_lexicon(language: str) -> Lexicon:
    """The lexicon of a language; :class:`UnknownLanguageError` where there is no file for it."""
    if language not in languages():
        raise UnknownLanguageError(language, languages())
    prepared = read_prepared(f"lexicon-{language}", lexicon_sources(language))
    return unpacked_lexicon(prepared, shared_words()) if prepared else build(language, tables_of(language))


@lru_cache(maxsize=1)
def shared_words() -> Shared:
    """What the world's words say in every language, held once for all lexicons that were prepared."""
    return shared_of(read_prepared("lexicon-world", lines_sources("world")) or build_world())


def tables_of(language: str) -> dict[str, Table]:
    """The tables of a language file as they stand in it."""
    return read_file(language)


@lru_cache(maxsize=64)
def read_line_table(name: str, table: str) -> Table:
    """One table of a file alone, without making a lexicon of it; empty where the file has none.

    ``name`` is a language or ``world``. Only this table's lines are parsed, so that reading one of every
    language costs next to nothing.
    """
    prepared = _prepared_lines(name)
    if prepared is not None:
        return {key: tuple(forms) for key, forms in prepared.get(table, {}).items()}
    text = "\n" + read_text(name)
    head = f"\n[{table}]"
    start = text.find(head)
    if start < 0:
        return {}
    stop = text.find("\n[", start + len(head))
    return parse_tables(text[start : stop if stop >= 0 else len(text)], f"{name}.toml")[table]


@lru_cache(maxsize=16)
def _prepared_lines(name: str) -> Mapping[str, Mapping[str, list[str]]] | None:
    """The tables of a file that are no words, as they were prepared; None where they were not."""
    found: Mapping[str, Mapping[str, list[str]]] | None = read_prepared(f"lines-{name}", lines_sources(name))
    return found


def line_tables(name: str) -> dict[str, Table]:
    """The tables of the file of a language, or of the ``world``, that are no words."""
    return {table: rows for table, rows in read_file(name).items() if table not in WORD_TABLES}


@lru_cache(maxsize=1)
def _of_world() -> tuple[Entry, ...]:
    """The entries that all languages share."""
    return tuple(entries_of(world()))


def build(language: str, tables: dict[str, Table]) -> Lexicon:
    """A lexicon from the tables of a language; its words win over names of countries, the world's, CLDR's."""
    spellings = tuple(tables.get("meta", {}).get("spellings", ("",))[0].split())
    sources = (entries_of(tables), _territories(language), _of_world(), _from_cldr(language))
    entries, conflicts = _merged(_spelled(source, spellings) if spellings else source for source in sources)
    _add_abbreviations(tables, entries)
    meta = {key: value[0] for key, value in tables.get("meta", {}).items()}
    decimal, group = cldr.separators(language)
    facts = {"decimal": decimal, "group": group, **meta}
    lengths, follows = _beginnings(entries)
    return Lexicon(
        language=language,
        entries=Readings(_ordered(entries)),
        lengths=lengths,
        follows=follows,
        heads=Readings(_heads(entries) if facts.get("compounds") == "True" else {}),
        lines={name: _lines(name, tables) for name in LINE_TABLES},
        facts=facts,
        members=dict(world().get("members", {})),
        conflicts=tuple(conflicts),
        seconds={(fold(e.form), e.tag): e.value for _, e in conflicts if isinstance(e.value, str)},
        numerals=_numerals(tables),
    )


def build_world() -> dict[str, Any]:
    """The readings of the world's words alone, packed."""
    entries, _ = _merged([_of_world()])
    return packed_world(_ordered(entries), *_beginnings(entries))


def _merged(
    sources: Iterable[Iterable[Entry]],
) -> tuple[dict[str, list[Entry]], list[tuple[Entry, Entry]]]:
    """The readings of each form, those of an earlier source first; and what claims one with another tag."""
    entries: dict[str, list[Entry]] = {}
    conflicts: list[tuple[Entry, Entry]] = []
    for source in sources:
        for key, readings in _read_source(source, conflicts).items():
            have = entries.setdefault(key, readings)
            if have is readings:
                continue
            named = [e for e in readings if e.tag == "E" and all(h.tag in _DESCRIBING for h in have)]
            have[:0] = named  # a whole name known to the world says more than "institution"
            have += [e for e in readings if e not in named and all(_differs(e, h) for h in have)]
    return entries, conflicts


def _read_source(source: Iterable[Entry], conflicts: list[tuple[Entry, Entry]]) -> dict[str, list[Entry]]:
    """The readings of each form of one source: one for each demand for capitals, the first that comes."""
    fresh: dict[str, list[Entry]] = {}
    for entry in source:
        readings = fresh.setdefault(fold(entry.form), [])
        twin = next((e for e in readings if e.case == entry.case), None)
        if twin is None:
            readings.append(entry)
        elif twin.tag != entry.tag:
            conflicts.append((twin, entry))
    return fresh


def _ordered(entries: Mapping[str, list[Entry]]) -> dict[str, tuple[Entry, ...]]:
    """The forms of the world before others, as they are prepared; of each the strictest reading first."""
    forms = dict.fromkeys((*(fold(entry.form) for entry in _of_world()), *entries))
    return {form: tuple(sorted(entries[form], key=strictness)) for form in forms}


def _lines(name: str, tables: dict[str, Table]) -> Table:
    """A table for whole lines; what the world file has of names holds for all languages."""
    if name in ("surnames", "name_words"):
        return {**world().get(name, {}), **tables.get(name, {})}
    if name == "cities":
        own, known = tables.get(name, {}), world().get(name, {})
        return {code: (*own.get(code, ()), *known.get(code, ())) for code in {**known, **own}}
    if name == "lands":
        lands = world().get(name, {})
        return {
            fold(part): tuple(lands[area][0].split())
            for area, parts in tables.get(name, {}).items()
            for part in parts
        }
    return tables.get(name, {})


def _add_abbreviations(tables: dict[str, Table], entries: dict[str, list[Entry]]) -> None:
    """Abbreviations with their dot as one token each; read as the word without it where that is known."""
    for forms in tables.get("abbreviations", {}).values():
        for form in (done for raw in forms for done in expand(raw)):
            key = fold(form)
            have = entries.setdefault(key, [])
            known = have or [e for e in entries.get(key.rstrip("."), ()) if e.tag in _DOTTED_TAGS]
            tag, value = (known[0].tag, known[0].value) if known else ("l", "")
            entry = as_entry(form, tag, value, "abbreviations")
            if all(e.case > entry.case for e in have) and all(e.table != "cldr" for e in have):
                have.append(entry)


def _numerals(tables: dict[str, Table]) -> Numerals | None:
    """The parts of number words written as one, where the language has such (a key "+" in number_words)."""
    words = tables.get("number_words", {})
    if "+" not in words:
        return None
    parts: dict[str, str] = {}
    for value, forms in words.items():
        if value.strip("+").isdigit():
            parts |= {fold(f): value.strip("+") for form in forms for f in expand(form) if f.isalpha()}
    for value, forms in tables.get("scales", {}).items():
        if value in ("2", "3"):
            parts |= {fold(f): "S" + value for form in forms for f in expand(form) if f.isalpha()}
    return Numerals(parts, frozenset(fold(f) for form in words["+"] for f in expand(form)))


def _differs(entry: Entry, other: Entry) -> bool:
    """May both stand for one form? Only where the later asks for more capitals than the earlier."""
    if entry.table == "first_names" and other.table == "function":
        return False  # "Nel 2022", "Dan volgt": a small word at the start of a sentence is no first name
    return entry.case > other.case and other.case == ANY and entry.case in (TITLE, EXACT)


def _spelled(entries: Iterable[Entry], spellings: tuple[str, ...]) -> Iterator[Entry]:
    """All entries, then as others write them; the second spelling becomes the first where words end."""
    letter, other = spellings
    written = tuple(entries)
    yield from written
    for entry in written:
        if letter in entry.form:
            yield entry._replace(form=entry.form.replace(letter, other))
        elif f"{other} " in f"{entry.form} ":
            yield entry._replace(form=f"{entry.form} ".replace(f"{other} ", f"{letter} ")[:-1])


def entries_of(tables: dict[str, Table]) -> Iterator[Entry]:
    """The entries of the tables of words, known actors and treaties."""
    for table, rows in tables.items():
        if table in ("regions", "regional"):
            yield from _regions(tables, table, rows)
        elif table in TABLES:
            for value, forms in rows.items():
                if value.startswith("+") and table == "number_words":
                    continue
                for form in forms:
                    yield from (as_entry(f, TABLES[table], value, table) for f in expand(form))
        elif table == "function":
            for key, forms in rows.items():
                for form in forms:
                    yield from (as_entry(f, FUNCTION[key], key, table) for f in expand(form))
        elif table in ENTITY_TABLES:
            yield from _entities(table, rows)
        elif table == "treaties":
            yield from _treaties(rows)


def _regions(tables: dict[str, Table], table: str, rows: Table) -> Iterator[Entry]:
    """Parts of countries; where adjectives stand behind their nouns, one with a capital is a surname."""
    strict = table == "regional" and "compounds" not in tables.get("meta", {})
    for value, forms in rows.items():
        region = Region.of(value)
        for form in (done for raw in forms for done in expand(raw)):
            case = EXACT if strict else case_of(form)
            yield Entry(form, TABLES[table], region, case, table)


def _entities(table: str, rows: Table) -> Iterator[Entry]:
    """Known actors: ``CN = ["Alibaba Group Holding|Alibaba Group|Alibaba"]``, fullest name first."""
    kind: ActorKind = ENTITY_TABLES[table]  # type: ignore[assignment]
    for country, lines in rows.items():
        for line in lines:
            names = [name.strip() for name in line.split("|")]
            entity = Entity(kind, names[0], None if country == "-" else country)
            for name in names:
                yield from (as_entry(form, "E", entity, table) for form in expand(name))


def _treaties(rows: Table) -> Iterator[Entry]:
    """Known agreements: ``NAFTA = ["kind|status|US MX CA|USMCA", "NAFTA", ...]``, facts first, then names."""
    for code, (facts, *names) in rows.items():
        kind, status, members, successor = facts.split("|")
        deal_kind: DealKind = kind  # type: ignore[assignment]
        stage: DealStatus = status  # type: ignore[assignment]
        treaty = Treaty(code, deal_kind, stage, frozenset(members.split()), successor or None)
        for name in names:
            for form in expand(name):
                yield as_entry(form, "D", treaty, "treaties")
                if form.isascii() and form.isupper() and len(form) > 3:  # "Usmca"
                    yield as_entry(form.capitalize(), "D", treaty, "treaties")


def _territories(language: str) -> Iterator[Entry]:
    for code, name in cldr.territories(language).items():
        yield as_entry(name, "A", code, "cldr")


def _from_cldr(language: str) -> Iterator[Entry]:
    current = currency_codes()
    for code in sorted(current):
        yield Entry(code, "C", code, EXACT, "cldr")
    for locale in (language, *cldr.variants(language)):
        for code, names in cldr.currency_names(locale).items():
            if code in current:
                yield from _currency(code, names)
    for month, names in cldr.months(language).items():
        yield from (as_entry(name, "μ", str(month), "cldr") for name in names)
    for day, names in cldr.weekdays(language).items():
        for name in names:  # "Sa.", but not a company's "SA."
            short = name.endswith(".") and name[:1].isupper()
            yield (
                Entry(name, "δ", str(day), EXACT, "cldr") if short else as_entry(name, "δ", str(day), "cldr")
            )
    for word, power in cldr.scales(language).items():
        yield as_entry(word, "S", str(power), "cldr")
    for unit, names in cldr.unit_names(language).items():
        yield from (as_entry(name, "U", unit, "cldr") for name in names)
    for locale in cldr.variants(language):
        yield from (each for each in _territories(locale) if _is_sure(each.form))


def _is_sure(name: str) -> bool:
    """Is a name long enough not to be a part of another where there are no blanks, as 東加 of 東加勒比?"""
    return name[0] < UNSPACED or len(name) >= _SURE


def _currency(code: str, names: Iterable[str]) -> Iterator[Entry]:
    """The names of a currency, least capitals first; of several words, without the one that opens them."""
    for name in sorted(names, key=lambda each: sum(map(str.isupper, each))):
        if name != code:
            small = " " in name and not any(map(str.isupper, name.split(" ")))
            yield as_entry(name[0].lower() + name[1:] if small else name, "M", code, "cldr")


def _beginnings(
    entries: dict[str, list[Entry]],
) -> tuple[dict[str, tuple[int, ...]], dict[str, Collection[str]]]:
    """First token of each form to the token counts of such forms, and to the second tokens of the longer."""
    lengths: dict[str, tuple[int, ...]] = {}
    counts: dict[str, set[int]] = {}
    seconds: dict[str, set[str]] = {}
    for key in entries:
        count, first, second = first_tokens(key)
        if count == 1:
            lengths[first] = (1,)
        elif count:
            counts.setdefault(first, set()).add(count)
            seconds.setdefault(first, set()).add(second)
    for first, found in counts.items():
        lengths[first] = tuple(sorted(found.union(lengths.get(first, ())), reverse=True))
    return lengths, {first: held(sorted(found)) for first, found in seconds.items()}


def _heads(entries: dict[str, list[Entry]]) -> dict[str, tuple[Entry, ...]]:
    """The forms that may end a compound: single words of content, long enough not to be an ending."""
    return {
        key: (readings[0],)
        for key, readings in entries.items()
        if len(key) >= _MIN_HEAD
        and key.isalpha()
        and readings[0].tag in _HEAD_TAGS
        and readings[0].case != EXACT
    }
