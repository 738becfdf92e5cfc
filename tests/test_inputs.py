"""Whatever people have on their disks: encodings, pages, feeds, JSON of any shape, packed or not."""

import gzip
import io
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import tradenews
from tradenews import ArgumentError, MissingExtraError, SerializationError, samples
from tradenews.io import charset
from tradenews.io.charset import decode, decode_page, unpack
from tradenews.io.files import Options, read_inputs
from tradenews.io.readers import read_feed, read_html, read_jsonld, read_ninjs, read_record

PAGES = Path(__file__).parent / "pages"
TRADITIONAL = (
    "根據財政部統計,今年前三季出口總額達到三千二百億美元,"
    "較去年同期增長百分之八點五。對日本出口減少,對美國出口則大幅增加。"
)


def encodings() -> Iterator[tuple[str, str]]:
    for name in samples.names():
        text = samples.load(name)
        for encoding in (
            "utf-8",
            "utf-8-sig",
            "utf-16",
            "utf-16-le",
            "utf-16-be",
            "utf-32",
            "cp1252",
            "iso8859-15",
        ):
            try:
                text.encode(encoding)
            except UnicodeEncodeError:
                continue
            yield name, encoding


@pytest.mark.parametrize(("name", "encoding"), list(encodings()))
def test_encodings_of_real_texts(name: str, encoding: str) -> None:
    text = samples.load(name)
    assert decode(text.encode(encoding)) == text


@pytest.mark.parametrize(
    ("text", "encoding"),
    [(samples.load("zh-trade"), "gb18030"), (TRADITIONAL, "big5"), (TRADITIONAL, "gb18030"),
     ("中国", "gb18030"), ("Größe über alles", "cp1252"), ("É", "cp1252"),
     ("5 €", "iso8859-15"), ("5 €", "cp1252"), ("à côté", "cp1252"),
     ("Müller & Söhne – „gut“", "cp1252")],
)  # fmt: skip
def test_old_encodings(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)) == text


def test_a_broken_character_costs_only_itself() -> None:
    text = "Größe über alles, " * 30
    assert decode(text.encode()[:-1] + b"\xff") == text[:-1] + "\ufffd"


@pytest.mark.parametrize(
    "data", [b"\x00\x01\x02", bytes(100), bytes(range(256)) * 9, b"PK\x03\x04\x14\x00\x00\x00" * 9]
)
def test_binary_data_is_refused(data: bytes) -> None:
    with pytest.raises(ValueError, match="binary"):
        decode(data)


@given(st.binary(max_size=200), st.text(max_size=50))
def test_any_bytes_give_text_or_say_that_they_are_none(data: bytes, text: str) -> None:
    try:
        assert isinstance(decode(data), str)
    except ValueError:
        assert b"\x00" in data
    clean = text.encode("utf-8", "ignore").replace(b"\x00", b"")
    assert decode(clean).lstrip("\ufeff") == clean.decode().lstrip("\ufeff") or clean.startswith(
        (b"\xff", b"\xfe")
    )


def test_what_is_declared_counts() -> None:
    assert decode("Größe".encode("cp850"), "cp850") == "Größe"
    page = '<meta charset="gb2312"><p>中国出口'
    assert decode_page(page.encode("gb18030")) == page
    assert decode_page('<?xml version="1.0" encoding="utf-16"?><p>Größe'.encode()).endswith("Größe")
    assert decode_page('<meta charset="nonsense"><p>Größe'.encode("cp1252")).endswith("Größe")
    with pytest.raises(LookupError):
        decode(b"x", "base64")


def test_gzip(monkeypatch: pytest.MonkeyPatch) -> None:
    packed = gzip.compress(b"Exports ") + gzip.compress(b"rose.")
    assert unpack(packed) == b"Exports rose."
    for broken in (packed[:-4], b"\x1f\x8bnonsense"):
        with pytest.raises(ValueError, match="gzip"):
            unpack(broken)
    monkeypatch.setattr(charset, "MOST_BYTES", 1000)
    with pytest.raises(ValueError, match="too much"):
        unpack(gzip.compress(bytes(10_000)))


def test_a_page_becomes_an_article() -> None:
    article = tradenews.from_html((PAGES / "news.html").read_bytes(), "https://harbour.example/lemons")
    assert (article.title, article.source, article.url) == (
        "Lemon exports climb",
        "Harbour Daily",
        "https://harbour.example/lemons",
    )
    assert article.published is not None
    assert article.published.edtf == "2021-03-24"
    assert article.byline == ("Nora Fielding",)
    figure = article.figures[0]
    assert article.text[figure.span.start : figure.span.end] == "280,000 tonnes"
    assert "Cookies" not in article.text
    other = tradenews.from_html(
        (PAGES / "news.html").read_text("utf-8"), published="2020-01-01", title="Mine"
    )
    assert (other.title, other.published.edtf if other.published else None) == ("Mine", "2020-01-01")


def test_a_page_says_its_encoding() -> None:
    article = tradenews.from_html((PAGES / "latin.html").read_bytes())
    assert article.language == "de"
    assert "größte Teil" in article.text
    assert "98 Mio. €" in article.text
    assert article.byline == ("Jörg Brändle",)
    assert {f.amount.unit for f in article.figures} >= {"t", "EUR", "percent"}


def test_a_teaser_in_json_ld_is_not_the_article() -> None:
    text, given = read_html((PAGES / "teaser.html").read_bytes())
    assert "Pakistan remained" in text
    assert given == {
        "published": "2022-05-04",
        "title": "Tea exports fall",
        "source": "Quay News",
        "byline": ("Asha Wanjiru", "Tom Reed"),
    }
    text, given = read_jsonld(
        {"articleBody": "<p>Exports &amp; more</p>", "author": "Jo Li", "inLanguage": "sv"}
    )
    assert (text, given) == ("Exports & more", {"byline": ("Jo Li",)})


@pytest.mark.parametrize("page", [None, 5, ["<p>"]])
def test_a_page_is_str_or_bytes(page: Any) -> None:
    with pytest.raises(ArgumentError, match="str or bytes"):
        tradenews.from_html(page)


def test_a_page_without_an_article() -> None:
    assert tradenews.from_html("").text == ""
    assert tradenews.from_html("<html><body></body></html>", "https://x.example").url == "https://x.example"


def test_ninjs_of_all_versions() -> None:
    first, second = json.loads((PAGES / "ninjs.json").read_text("utf-8"))
    assert read_ninjs(first) == (
        "Argentina exported 280,000 tonnes of lemons in 2020.\nSpain took 61,000 tonnes.",
        {"published": "2021-03-24", "source": "Harbour Daily", "title": "Lemons sell well", "language": "en",
         "byline": ("Nora Fielding",)},
    )  # fmt: skip
    text, given = read_ninjs(second)
    assert (text, given["source"], given["url"]) == (
        "Exporten steg.",
        "Harbour Daily",
        "https://harbour.example/2",
    )
    assert "language" not in given


def test_a_feed_is_data_never_an_address(tmp_path: Path) -> None:
    path = tmp_path / "feed.xml"
    path.write_bytes((PAGES / "feed.xml").read_bytes())
    for address in ("http://127.0.0.1:9/feed.xml", str(path), f"file://{path}"):
        assert list(read_feed(address)) == []
        assert list(read_feed(address.encode())) == []


def test_feeds_in_old_encodings() -> None:
    feed = '<?xml version="1.0" encoding="iso-8859-1"?><rss version="2.0"><channel><title>Kai</title><item>' \
           "<title>Käse &amp; Öl</title><author>j@kai.example (Jörg)</author>" \
           "<description>Die Ausfuhr von Käse stieg.</description></item></channel></rss>"  # fmt: skip
    for data in (feed, feed.encode("iso-8859-1")):
        ((text, given),) = read_feed(data)
        assert text == "Die Ausfuhr von Käse stieg."
        assert (given["title"], given["source"]) == ("Käse & Öl", "Kai")
        assert "Jörg" in given["byline"][0]


def test_records_of_any_shape() -> None:
    record = {
        "doc": {"body": "Exports rose.", "when": "2017-09-07"},
        "a.b": "x",
        "language": "sv",
        "url": "/1",
    }
    assert read_record(record, "doc.body", published="doc.when") == (
        "Exports rose.",
        {"published": "2017-09-07"},
    )
    assert read_record(record, "a.b")[0] == "x"
    for wrong in ({}, [], "text", None, {"text": 5}, {"text": {"text": "x"}}):
        with pytest.raises(SerializationError, match="no text under 'text'"):
            read_record(wrong)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with every kind of file, one of them broken, one of no known kind."""
    for name in ("news.html", "feed.xml", "ninjs.json"):
        (tmp_path / name).write_bytes((PAGES / name).read_bytes())
    (tmp_path / "a.txt").write_bytes("Österreichs Ausfuhren stiegen.".encode("cp1252"))
    (tmp_path / "b.txt.gz").write_bytes(gzip.compress(b"Die Einfuhren stiegen."))
    lines = '{"text": "Exports rose.", "title": "One"}\n\n{"text": 5}\n{"text": "Imports fell."}\n'
    (tmp_path / "c.jsonl").write_text(lines, encoding="utf-8-sig")
    (tmp_path / "d.ndjson.gz").write_bytes(gzip.compress(lines.encode()))
    (tmp_path / "e.txt.gz").write_bytes(b"\x1f\x8bnonsense")
    (tmp_path / "photo.jpg").write_bytes(b"\xff\xd8\xff")
    return tmp_path


def test_a_folder_of_everything(folder: Path) -> None:
    found = {name.removeprefix(f"{folder}/"): pair for name, pair in read_inputs([str(folder)])}
    texts = {
        name: pair[0][:20] if isinstance(pair, tuple) else type(pair).__name__ for name, pair in found.items()
    }
    assert texts == {
        "a.txt": "Österreichs Ausfuhre",
        "b.txt.gz": "Die Einfuhren stiege",
        "c.jsonl:1": "Exports rose.",
        "c.jsonl:3": "SerializationError",
        "c.jsonl:4": "Imports fell.",
        "d.ndjson.gz:1": "Exports rose.",
        "d.ndjson.gz:3": "SerializationError",
        "d.ndjson.gz:4": "Imports fell.",
        "e.txt.gz": "ValueError",
        "feed.xml#1": "Kenya's tea exports ",
        "feed.xml#2": "",
        "news.html": "Argentina exported 2" if "Argentina" in texts["news.html"] else texts["news.html"],
        "ninjs.json#1": "Argentina exported 2",
        "ninjs.json#2": "Exporten steg.",
    }
    assert found["c.jsonl:1"][1] == {"title": "One"}  # type: ignore[index]
    articles = list(tradenews.parse_many(pair for pair in found.values() if isinstance(pair, tuple)))
    assert all(isinstance(article, tradenews.Article) for article in articles)


@pytest.mark.parametrize(
    ("data", "texts"),
    [
        ("Exports rose.", ["Exports rose."]),
        ("{curly} Exports rose.", ["{curly} Exports rose."]),
        ('{"text": "Exports rose."}\n{"text": "Imports fell."}\n', ["Exports rose.", "Imports fell."]),
        ('{\n "text": "Exports rose."\n}', ["Exports rose."]),
        ('[{"text": "Exports rose."}, {"text": "Imports fell."}]', ["Exports rose.", "Imports fell."]),
        ('{"@type": "NewsArticle", "articleBody": "Exports rose."}', ["no text under 'text'"]),
        ('{\n"@type": "NewsArticle", "articleBody": "Exports rose."}', ["Exports rose."]),
        ((PAGES / "feed.xml").read_text("utf-8"),
         ["Kenya's tea exports fell 7 percent to 40,000 tonnes in April.", ""]),
        ("<!DOCTYPE html><title>x</title><article><p>Exports to Peru rose 5 percent in May.</p></article>",
         ["Exports to Peru rose 5 percent in May."]),
        ("", [""]),
    ],
)  # fmt: skip
@pytest.mark.parametrize("pack", [bytes, gzip.compress])
def test_a_pipe_is_told_by_how_it_begins(
    data: str, texts: list[str], pack: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    stdin = io.TextIOWrapper(io.BytesIO(pack(data.encode())))
    monkeypatch.setattr(sys, "stdin", stdin)
    found = [pair[0] if isinstance(pair, tuple) else str(pair) for _, pair in read_inputs(["-"])]
    assert found == texts


def test_json_lines_are_read_as_they_come(monkeypatch: pytest.MonkeyPatch) -> None:
    """An endless pipe gives its first articles at once."""

    class Endless(io.RawIOBase):
        taken = 0

        def readable(self) -> bool:
            return True

        def readinto(self, buffer: Any) -> int:
            line = b'{"text": "Exports rose."}\n'
            buffer[: len(line)] = line
            Endless.taken += 1
            return len(line)

    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BufferedReader(Endless())))
    inputs = read_inputs(["-"], Options(form="jsonl"))
    assert [next(inputs)[0] for _ in range(3)] == ["stdin:1", "stdin:2", "stdin:3"]
    assert Endless.taken < 50


def test_options_are_checked() -> None:
    with pytest.raises(ArgumentError, match="known: published"):
        list(read_inputs([], Options(fields={"date": "day"})))
    with pytest.raises(ArgumentError, match="unknown encoding"):
        list(read_inputs([], Options(encoding="nonsense")))


def test_an_encoding_may_be_named(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes("Größe".encode("cp850"))
    ((_, pair),) = read_inputs([str(tmp_path)], Options(encoding="cp850"))
    assert pair == ("Größe", {})


def test_a_missing_extra_is_one_failed_input(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    found = dict(read_inputs([str(folder / "a.txt"), str(folder / "news.html")]))
    assert isinstance(found[str(folder / "news.html")], MissingExtraError)
    assert isinstance(found[str(folder / "a.txt")], tuple)
