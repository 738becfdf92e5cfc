"""What goes in and what comes out, each against a real counterpart."""

import csv
import io
import json
from decimal import Decimal
from itertools import pairwise
from pathlib import Path

import jsonschema
import pandas as pd
import polars as pl
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

import tradenews
from tradenews import ArgumentError, samples
from tradenews.io.readers import read_feed, read_html, read_json_lines, read_jsonld, read_ninjs

PAGES = Path(__file__).parent / "pages"
ARTICLES = [
    tradenews.parse(samples.load(name)) for name in ("en-alibaba", "en-customs", "de-austria", "zh-trade")
]
TEXT = "Mexico exported 10,000 tonnes of wheat to France in 2016."


def page(name: str) -> str:
    return (PAGES / name).read_text(encoding="utf-8")


def test_a_web_page_gives_its_article() -> None:
    text, given = read_html(page("news.html"), "https://harbour.example/lemons")
    assert "280,000 tonnes of lemons" in text
    assert "Cookies" not in text
    assert given["published"] == "2021-03-24"
    assert given["title"] == "Lemon exports climb"
    article = tradenews.parse(text, **given)
    assert {"AR", "ES", "NL", "RU"} <= set(article.countries)
    assert article.text[article.figures[0].span.start : article.figures[0].span.end] == "280,000 tonnes"


def test_json_ld_in_a_page_is_taken_first() -> None:
    text, given = read_html(page("jsonld.html"))
    assert text.startswith("France exported 1.2 million tonnes")
    assert given == {
        "published": "2022-05-04",
        "source": "Quay News",
        "title": "Wheat sales rise",
        "url": "https://quay.example/wheat",
    }


@pytest.mark.parametrize(
    "html", ["", "<", "<html></html>", "\x00<p>", "no markup at all", "<p>" * 2000, "\ud800<p>x"]
)
def test_no_page_makes_it_fail(html: str) -> None:
    assert isinstance(read_html(html)[0], str)


def test_bytes_that_are_no_page_are_refused() -> None:
    with pytest.raises(ArgumentError, match=r"html=.*binary data"):
        tradenews.from_html(bytes(range(20)) * 40)


def test_feeds() -> None:
    rss = list(read_feed(page("feed.xml")))
    assert rss[0] == (
        "Kenya's tea exports fell 7 percent to 40,000 tonnes in April.",
        {"published": "2022-05-04", "source": "Quay News", "title": "Tea exports fall",
         "url": "https://quay.example/tea"},
    )  # fmt: skip
    assert rss[1][0] == ""
    ((text, given),) = read_feed(page("atom.xml"))
    assert text == "Die Ausfuhren stiegen um 5 Prozent."
    assert given["source"] == "Kai-Nachrichten"
    assert [a.language for a in tradenews.parse_many([(text, given)], language="de")] == ["de"]  # type: ignore[union-attr]


def test_ninjs_and_json_ld_round() -> None:
    article = tradenews.parse(TEXT, title="Wheat", published="2017-01-05", source="Quay News", language="en")
    text, given = read_ninjs(tradenews.to_ninjs(article))
    assert text == TEXT
    assert given["title"] == "Wheat"
    assert given["published"] == "2017-01-05"
    text, given = read_jsonld(tradenews.to_jsonld(article))
    assert (text, given["source"], given["title"]) == (TEXT, "Quay News", "Wheat")


def test_json_lines_keep_their_records() -> None:
    lines = ['{"body": "Exports rose.", "day": "2017-09-07", "n": 1}', "", "{", '{"n": 2}', "[1]"]
    results = list(read_json_lines(lines, "body", published="day"))
    assert results[0] == (("Exports rose.", {"published": "2017-09-07"}), json.loads(lines[0]))
    assert ["line 3" in str(r[0]) for r in results[1:]] == [True, False, False]
    assert all(isinstance(r[0], tradenews.SerializationError) for r in results[1:])


@pytest.mark.parametrize("article", ARTICLES, ids=lambda a: a.language)
def test_our_json_is_valid_by_our_schema(article: tradenews.Article) -> None:
    schema = tradenews.json_schema()
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(json.loads(tradenews.to_json(article)), schema)


@pytest.mark.parametrize("model", ["Article", "Dossier"])
def test_the_schema_files_are_what_the_models_say(model: str) -> None:
    """After a change: ``tradenews schema Article > tradenews/schemas/article.schema.json``."""
    file = Path(tradenews.__file__).parent / "schemas" / f"{model.lower()}.schema.json"
    assert json.loads(file.read_text(encoding="utf-8")) == tradenews.json_schema(model)


def test_the_schema_refuses_what_from_json_refuses() -> None:
    data = tradenews.to_dict(ARTICLES[0])
    data["figures"][0]["kind"] = "dog"
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(data, tradenews.json_schema())
    with pytest.raises(tradenews.SerializationError):
        tradenews.from_dict(data)


def test_dossiers_survive_json() -> None:
    dossier = tradenews.reconcile(ARTICLES)
    assert tradenews.from_json(tradenews.to_json(dossier)) == dossier
    jsonschema.validate(tradenews.to_dict(dossier), tradenews.json_schema("Dossier"))


@pytest.mark.parametrize("kind", ["figures", "deals", "actors", "events"])
def test_tables_go_into_polars_pandas_and_parquet(kind: str, tmp_path: Path) -> None:
    table = tradenews.record_table(ARTICLES, kind)
    assert len(table)
    frame = pl.DataFrame(table)
    assert frame.height == len(table)
    assert frame.columns == [c.name for c in table.columns]
    assert len(
        pd.DataFrame.from_arrow(table)
        if hasattr(pd.DataFrame, "from_arrow")
        else table.to_arrow().to_pandas()
    )
    table.write_parquet(tmp_path / "x.parquet")
    assert pq.read_table(tmp_path / "x.parquet").num_rows == len(table)


def test_amounts_stay_exact() -> None:
    table = tradenews.record_table(tradenews.parse(TEXT, language="en"))
    arrow = table.to_arrow()
    assert arrow.schema.field("low").type == pa.decimal128(38, 9)
    (row,) = arrow.to_pylist()
    assert (row["low"], row["unitCode"], row["reporterISO"], row["partnerCode"], row["flowCode"]) == (
        Decimal(10000),
        "TNE",
        "MEX",
        251,
        "X",
    )


def test_csv_cells_never_start_a_formula(tmp_path: Path) -> None:
    article = tradenews.parse(TEXT, source='=HYPERLINK("http://x")', language="en")
    tradenews.record_table(article).write_csv(tmp_path / "x.csv")
    (row,) = csv.DictReader(io.StringIO((tmp_path / "x.csv").read_text(encoding="utf-8")))
    assert row["source"].startswith("'=")
    assert (row["low"], row["quote"]) == ("10000", "10,000 tonnes")


def test_selectors_find_their_words() -> None:
    for article in ARTICLES:
        for note in tradenews.to_annotations(article):
            place, quote = note["target"]["selector"]
            assert article.text[place["start"] : place["end"]] == quote["exact"]
            assert article.text[: place["start"]].endswith(quote["prefix"])


def test_displacy_spans_do_not_overlap() -> None:
    for article in ARTICLES:
        ents = tradenews.to_displacy(article)["ents"]
        assert all(a["end"] <= b["start"] for a, b in pairwise(ents))


def test_a_missing_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in ("pyarrow", "trafilatura", "feedparser"):
        monkeypatch.setitem(__import__("sys").modules, module, None)
    table = tradenews.record_table(ARTICLES)
    for call, extra in [(table.to_arrow, "arrow"), (lambda: read_html("<p>"), "html"),
                        (lambda: next(read_feed("")), "feeds")]:  # fmt: skip
        with pytest.raises(tradenews.MissingExtraError, match=rf"tradenews\[{extra}\]"):
            call()
