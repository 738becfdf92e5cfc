"""What is prepared when the package is built is what is made without: word for word, or it is not used."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import attrs
import pytest
from babel.numbers import get_territory_currencies

from tradenews import Actor, Parser, parse, prepare, prepared
from tradenews.lexicon import load, pack
from tradenews.lexicon.index import Entry, Lexicon
from tradenews.lexicon.own import read_words, with_words
from tradenews.normalize import cldr, facts
from tradenews.reading import confidence
from tradenews.reading.watchlist import watched_lexicon

LANGUAGES = load.languages()
FIELDS = tuple(each.name for each in attrs.fields(Lexicon) if each.name != "numerals")
OWN = """
[goods]
3926 = ["widgetine", "Export{s,ation}", "中国制品"]

[companies]
CH = ["Acme Widgets|Acme|acme"]

[chrome]
menu = ["our special offers today"]

[labels]
source = ["wire of"]
"""


def built(language: str) -> Lexicon:
    return load.build(language, load.tables_of(language))


def unpacked(language: str) -> Lexicon:
    file = prepared.packed(pack.packed_lexicon(built(language), load.shared_words()), "sources")
    return pack.unpacked_lexicon(prepared.unpacked(file, "sources"), load.shared_words())


def plainly(entries: tuple[Entry, ...]) -> list[Any]:
    """What equality does not tell: the class of a value, and what it holds besides its letters."""
    return [(type(e), type(e.value), getattr(e.value, "city", None)) for e in entries]


def same(one: Lexicon, other: Lexicon) -> bool:
    """All alike, and in the same order."""
    for name in FIELDS:
        first, second = getattr(one, name), getattr(other, name)
        assert first == second, name
        if name in ("entries", "heads", "lines", "facts", "members", "seconds"):
            assert list(first) == list(second), name
    assert list(map(plainly, one.entries.values())) == list(map(plainly, other.entries.values()))
    seconds = [[Entry(*key, value) for key, value in each.seconds.items()] for each in (one, other)]
    assert plainly(tuple(seconds[0])) == plainly(tuple(seconds[1]))
    assert (one.numerals and (one.numerals.parts, one.numerals.joiners)) == (
        other.numerals and (other.numerals.parts, other.numerals.joiners)
    )
    return True


@pytest.fixture(autouse=True)
def fresh() -> Iterator[None]:
    """No test sees what another had loaded."""
    yield
    for cached in (load.load_lexicon, load.shared_words, load._prepared_lines, load.read_line_table,
                   pack.lexicon_sources, pack.lines_sources, pack._code, facts.cldr_sources):  # fmt: skip
        cached.cache_clear()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_prepared_lexicon_is_the_lexicon(language: str) -> None:
    one, other = built(language), unpacked(language)
    assert list(other.entries.several()) == list(one.entries.several())  # before any other is made
    assert [(form, other.read(form, form)) for form in one.entries] == [
        (form, one.read(form, form)) for form in one.entries
    ]
    assert same(one, other)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_word_of_a_prepared_lexicon_is_made_when_it_is_looked_up(language: str) -> None:
    lexicon = unpacked(language)
    assert all(isinstance(entries, str) for entries in lexicon.entries.known.values())
    form = next(iter(lexicon.entries))
    assert lexicon.entries.get("no such form") is None
    assert lexicon.entries.get("no such form", ()) == ()
    assert (form in lexicon.entries, "no such form" in lexicon.entries) == (True, False)
    assert lexicon.entries[form] is lexicon.entries.get(form)
    with pytest.raises(KeyError):
        lexicon.entries["no such form"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_words_of_ones_own_change_it_alike(
    language: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "own.toml").write_text(OWN, encoding="utf-8")
    words = (read_words(tmp_path / "own.toml"),)
    one, other = built(language), unpacked(language)
    assert same(with_words(one, words), with_words(other, words))
    watched = (Actor("acmw", "company", "Acme Widgets", "CH", aliases=("ACMW", "Exports", "中国")),)
    made = []
    for lexicon in (one, other):
        monkeypatch.setattr("tradenews.reading.watchlist.load_lexicon", lambda _, found=lexicon: found)
        made.append(watched_lexicon.__wrapped__(language, watched, words))
    assert same(*made)
    assert made[0].word("ACMW") == made[1].word("ACMW") is not None


@pytest.mark.parametrize("name", [*LANGUAGES, "world"])
def test_prepared_tables_of_lines_are_the_tables(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    file = prepared.packed(load.line_tables(name), "sources")
    ways = [None, prepared.unpacked(file, "sources")]
    assert ways[1]
    for table in ways[1]:
        found = []
        for way in ways:
            monkeypatch.setattr(load, "_prepared_lines", lambda _, way=way: way)
            found.append(load.read_line_table.__wrapped__(name, table))
        assert found[0] == found[1], table
        assert list(found[0]) == list(found[1])


def broken() -> dict[str, bytes]:
    sources = pack.lexicon_sources("nl")
    whole = prepared.packed(pack.packed_lexicon(built("nl"), load.shared_words()), sources)
    head, _, body = whole.partition(b"\n")
    return {
        "empty": b"",
        "cut": whole[: len(whole) // 2],
        "a letter less": whole[:-1],
        "a letter more": whole + b" ",
        "of other sources": prepared.packed(
            pack.packed_lexicon(built("nl"), load.shared_words()), pack.lexicon_sources("de")
        ),
        "another thing": head + b"\n[]",
        "no object": b"[1, 2]",
        "no text": b"\xff\xfe" * 40,
        "head alone": head + b"\n",
        "a changed word": whole.replace(b"tarwe", b"tarwx"),
        "windows": head + b"\r\n" + body,
    }


@pytest.mark.parametrize("how", list(broken()))
def test_what_is_broken_or_of_other_sources_is_not_used(how: str, monkeypatch: pytest.MonkeyPatch) -> None:
    file = broken()[how]
    monkeypatch.setattr(prepared, "read_data", lambda *_: file)
    assert prepared.read_prepared("lexicon-nl", pack.lexicon_sources("nl")) is None
    lexicon = load.load_lexicon("nl")
    assert same(lexicon, built("nl"))
    assert not isinstance(next(iter(lexicon.entries.known.values())), str)


def test_what_is_missing_is_made(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(*_: str) -> bytes:
        raise FileNotFoundError

    monkeypatch.setattr(prepared, "read_data", missing)
    assert same(load.load_lexicon("it"), built("it"))
    assert set(prepare.outdated()) == set(prepare.things())


@pytest.mark.parametrize(
    "changed", ["fr.toml", "world.toml", "forms.py", "load.py", "pack.py", "cldr.py", "numerals.py"]
)
def test_a_changed_source_makes_it_out_of_date(changed: str, monkeypatch: pytest.MonkeyPatch) -> None:
    before, true = pack.lexicon_sources("fr"), pack.source_of
    monkeypatch.setattr(
        pack, "source_of", lambda package, name: true(package, name) + (b"#" if name == changed else b"")
    )
    pack.lexicon_sources.cache_clear()
    pack._code.cache_clear()
    assert pack.lexicon_sources("fr") != before


def test_another_cldr_makes_it_out_of_date(monkeypatch: pytest.MonkeyPatch) -> None:
    before = pack.lexicon_sources("fr"), facts.cldr_sources("fr")
    parts = list(cldr.sources("fr"))
    assert len(parts) == 4 + len(cldr.variants("fr"))
    assert all(parts)
    monkeypatch.setattr(cldr, "sources", lambda _: iter((*parts[:3], parts[3] + b".")))
    facts.cldr_sources.cache_clear()
    pack.lexicon_sources.cache_clear()
    assert facts.cldr_sources("fr") != before[1]
    assert pack.lexicon_sources("fr") != before[0]


@pytest.mark.parametrize("language", LANGUAGES)
def test_prepared_facts_of_a_language_are_those_of_cldr(
    language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    places = sorted(cldr.territories("en"))
    file = prepared.packed(facts.facts_of(language, places), "sources")
    monkeypatch.setattr(facts, "_facts", lambda _: prepared.unpacked(file, "sources"))
    monkeypatch.setattr(facts, "cldr", None)  # is not asked
    assert dict(facts.territories.__wrapped__(language)) == cldr.territories(language)
    assert list(facts.territories.__wrapped__(language)) == list(cldr.territories(language))
    assert facts.counts_with_of.__wrapped__(language) == cldr.counts_with_of(language)
    assert facts.likely_territory.__wrapped__(language) == cldr.likely_territory(language)
    for place in (*places, "SU", "EU", "ASEAN", "XX"):
        assert facts.is_spoken_in.__wrapped__(language, place) == cldr.is_spoken_in(language, place)
        assert facts.regional_decimal.__wrapped__(language, place) == cldr.regional_decimal(language, place)
    assert facts.regional_decimal.__wrapped__(language, None) == cldr.regional_decimal(language, None)


def test_prepared_facts_of_all_are_those_of_cldr() -> None:
    file = prepared.packed(facts.common_facts(), "sources")
    common = prepared.unpacked(file, "sources")
    assert common["aliases"] == cldr.territory_aliases()
    assert {
        place: [tuple(row) for row in rows] for place, rows in common["tenders"].items()
    } == cldr.tenders()


def test_the_currency_of_a_country_is_the_latest() -> None:
    someday = date(9999, 1, 1)
    for place in cldr.territories("en"):
        assert [facts.currency_of(place)] == (get_territory_currencies(place, someday) or [None])[:1], place
    assert (facts.currency_of("HR"), facts.currency_of("DE"), facts.currency_of("AQ")) == ("EUR", "EUR", None)


def test_every_module_that_makes_a_lexicon_is_a_source() -> None:
    folder = Path(load.__file__).parent
    others = {"__init__.py", "check.py", "own.py"}  # these only use it
    assert {path.name for path in folder.glob("*.py")} - others == set(pack._CODE["tradenews.lexicon"])
    assert all(pack._code())


def test_files_are_the_same_wherever_they_are_made(tmp_path: Path) -> None:
    """Whatever the order of sets; and what stands in the package is what is made now, or it is not used."""
    (tmp_path / "lexicon-xx.json").write_bytes(b"of a language that is gone")
    code = f"from tradenews.prepare import prepare; prepare({str(tmp_path)!r})"
    root = str(Path(prepared.__file__).parents[2])
    here = {**os.environ, "PYTHONHASHSEED": "12345", "PYTHONPATH": root}
    subprocess.run([sys.executable, "-c", code], check=True, env=here)
    made: dict[str, Any] = {path.stem: path.read_bytes() for path in tmp_path.iterdir()}
    assert set(made) == set(prepare.things())
    outdated = prepare.outdated()
    for name, (sources, make) in prepare.things().items():
        assert prepared.packed(make(), sources) == made[name], name
        path = Path(prepared.__file__).parent / f"{name}.json"
        assert name in (*outdated, "rules") or path.read_bytes() == made[name], name  # rules may be of before


def test_a_language_is_the_same_whichever_was_read_before() -> None:
    code = "from tradenews.normalize import cldr; [cldr.months(l) for l in {0}]; print(cldr.months('de'))"
    told = [
        subprocess.run([sys.executable, "-c", code.format(before)], check=True, capture_output=True).stdout
        for before in ("[]", "['zh', 'en', 'de']")
    ]
    assert told[0] == told[1]
    assert b"Januar" in told[0]


def test_texts_are_read_alike(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "Neuseeland exportierte 2016 Weizen für 5,2 Milliarden Euro nach China, teilte das Amt mit."
    articles = []
    for lexicon in (built("de"), unpacked("de")):
        monkeypatch.setattr("tradenews.reading.watchlist.load_lexicon", lambda _, found=lexicon: found)
        watched_lexicon.cache_clear()
        articles.append(Parser(home="DE").parse(text, language="de"))
    watched_lexicon.cache_clear()
    assert articles[0] == articles[1]
    assert articles[0].figures
    assert parse(text).language == "de"


def test_what_is_prepared_of_rules_and_weights_is_what_they_are() -> None:
    """In a process where nothing is prepared, every rule is looked at when it is made."""
    code = (
        "import json, tradenews.prepared as p; p.read_prepared = lambda *_: None\n"
        "from tradenews import prepare; from tradenews.grammar import rule; assert not rule._SOUND\n"
        "print(json.dumps(prepare.sound_rules()))"
    )
    root = str(Path(prepared.__file__).parents[2])
    done = subprocess.run(
        [sys.executable, "-c", code],
        check=True,
        env={**os.environ, "PYTHONPATH": root},
        stdout=subprocess.PIPE,
    )
    assert json.loads(done.stdout) == prepare.sound_rules()
    assert confidence.weights() == confidence.fitted_weights()
    file = prepared.packed(confidence.fitted_weights(), "sources")
    assert prepared.unpacked(file, "sources") == confidence.fitted_weights()
