"""A user's own lexicon and watchlist, without a fork."""

import pickle
from pathlib import Path
from typing import Any

import pytest

from tradenews import Actor, LexiconError, Parser, SerializationError, read_watchlist

TEXT = "Acme exported 5 kilokrats of widgetine to Peru for 3 million quatloos in 2016."
OWN = """
[meta]
language = "en"

[goods]
3926 = ["widgetine"]

[units]
"t*1000" = ["kilokrat{,s}"]

[currencies]
XTS = ["quatloo{,s}"]

[companies]
CH = ["Acme Widgets|Acme"]

[chrome]
menu = ["our special offers today"]
"""


@pytest.fixture
def own(tmp_path: Path) -> Path:
    path = tmp_path / "own.toml"
    path.write_text(OWN, encoding="utf-8")
    return path


def test_words_of_ones_own_are_read(own: Path) -> None:
    plain, mine = Parser().parse(TEXT, language="en"), Parser(lexicon=own).parse(TEXT, language="en")
    weight, price = mine.figures
    assert (str(weight.amount.value), weight.amount.unit) == ("5000", "t")
    assert weight.product is not None
    assert (weight.product.name, weight.product.hs) == ("widgetine", "3926")
    assert price.amount.unit == "XTS"
    assert [(a.name, a.country) for a in mine.actors if a.kind == "company"] == [("Acme", "CH")]
    assert not plain.figures or plain.figures[0].amount.unit != "t"


def test_they_hold_for_every_verb(own: Path) -> None:
    parser = Parser(lexicon=[str(own)])
    assert [m.value.unit for m in parser.find_amounts("5 kilokrats", "en")] == ["t"]  # type: ignore[union-attr]
    article = parser.parse(TEXT, language="en")
    assert "kilokrats" in str(parser.explain(article, article.figures[0]))
    spread = list(parser.parse_many([TEXT] * 20, workers=2, language="en"))
    assert spread == [article] * 20
    assert pickle.loads(pickle.dumps(parser)).parse(TEXT, language="en") == article


def test_they_hold_for_their_language_only(own: Path, tmp_path: Path) -> None:
    assert not Parser(lexicon=own).find_amounts("5 kilokrats", "de")
    everywhere = tmp_path / "all.toml"
    everywhere.write_text('[units]\nkg = ["kilokrats"]\n', encoding="utf-8")
    both = Parser(lexicon=[own, everywhere])
    assert [m.value.unit for lang in ("en", "de") for m in both.find_amounts("5 kilokrats", lang)] == [
        "kg",
        "kg",
    ]  # type: ignore[union-attr]


def test_lines_of_ones_own_are_chrome(own: Path) -> None:
    text = "Peru's exports rose 5 percent in May.\n\nOur special offers today\n"
    assert Parser().parse(text, language="en").chrome == ()
    assert Parser(lexicon=own).parse(text, language="en").chrome == ("Our special offers today",)


@pytest.mark.parametrize(
    ("content", "says"),
    [
        ("[goods", "Expected"),
        ('[dogs]\nx = ["y"]', "unknown table"),
        ("[goods]\n1 = 5", "no list of forms"),
        ('[goods]\n1 = [""]', "no word"),
        ('[name_words]\nportfolios = ["tea"]', "unknown use; known: .*portfolio"),
        ('[directions]\nunless = ["if"]', "unknown use; known: .*until"),
        ('[meta]\nlanguage = "xx"', "none of de, en"),
        ('[meta]\ncompounds = "True"', "only language"),
        ('[members]\nEU = ["DE"]', "cannot be extended"),
    ],
)
def test_a_broken_file_is_told(content: str, says: str, tmp_path: Path) -> None:
    path = tmp_path / "own.toml"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(LexiconError, match=says) as caught:
        Parser(lexicon=path)
    assert caught.value.path == str(path)
    path.write_bytes(b"\xff\xfe")
    with pytest.raises(LexiconError, match="UTF-8"):
        Parser(lexicon=path)
    with pytest.raises(FileNotFoundError):
        Parser(lexicon=tmp_path / "none.toml")


FIRMS = """
[[actor]]
name = "Acme Widgets"
aliases = ["ACMW"]
country = "CH"

[[actor]]
id = "harbour-board"
kind = "organization"
name = "Harbour Board"
"""


def test_a_watchlist_from_a_file(tmp_path: Path) -> None:
    path = tmp_path / "firms.toml"
    path.write_text(FIRMS, encoding="utf-8")
    actors = read_watchlist(path)
    assert actors == (
        Actor("acme-widgets", "company", "Acme Widgets", country="CH", aliases=("ACMW",)),
        Actor("harbour-board", "organization", "Harbour Board"),
    )
    found = Parser(watchlist=actors).find_actors("ACMW and the Harbour Board met in Lima.", "en")
    assert {"acme-widgets", "harbour-board"} <= {actor.id for actor in found}


@pytest.mark.parametrize(
    ("content", "problems"),
    [
        ("[[actor]", ["no TOML"]),
        (
            'x = 1\n[[actor]]\nkind = "dog"',
            ["unknown key 'x'", "missing field 'name'", "expected one of", "actor 1"],
        ),
        ('actor = ["Acme"]', ["expected an object", "actor 1"]),
        ('[[actor]]\nname = "A"\nalias = ["B"]', ["unknown field 'alias'"]),
    ],
)
def test_all_problems_of_a_watchlist_are_told(content: str, problems: list[Any], tmp_path: Path) -> None:
    path = tmp_path / "firms.toml"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(SerializationError) as caught:
        read_watchlist(path)
    for problem in problems:
        assert problem in str(caught.value)
