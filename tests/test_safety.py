"""Untrusted text: no network, no code run from data, no file but those named, no script, no formula."""

import ast
import builtins
import csv
import html.parser
import io
import json
import socket
import subprocess
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import tradenews
from tradenews import Parser, SerializationError, samples

ROOT = Path(tradenews.__file__).parent
MODULES = sorted(ROOT.rglob("*.py"))
FORBIDDEN = {
    "socket", "ssl", "http", "urllib.request", "ftplib", "smtplib", "telnetlib", "xmlrpc", "requests",
    "httpx", "aiohttp", "pickle", "marshal", "shelve", "dill", "cloudpickle", "subprocess", "ctypes",
    "code", "runpy",
}  # fmt: skip
WORKERS = {"workers/crew.py", "workers/many.py"}  # pickles travel between a process and its own children
CALLS = {"eval", "exec", "compile", "__import__", "system", "popen"}


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(ROOT)))
def test_no_module_imports_or_calls_what_could_harm(path: Path) -> None:
    name = path.relative_to(ROOT).as_posix()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            modules = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            modules = [node.module or ""]
        else:
            modules = []
        for module in modules:
            harm = {m for m in FORBIDDEN if module == m or module.startswith(f"{m}.")}
            assert not harm - ({"pickle"} if name in WORKERS else set()), f"{name} imports {module}"
        if isinstance(node, ast.Call):
            called = node.func
            if isinstance(called, ast.Name):
                assert called.id not in CALLS, f"{name} calls {called.id}"
            if isinstance(called, ast.Attribute):
                plain = isinstance(called.value, ast.Name) and called.value.id == "re"
                assert plain or called.attr not in CALLS, f"{name} calls {called.attr}"


def test_reading_opens_no_socket_no_process_and_writes_no_file(monkeypatch: pytest.MonkeyPatch) -> None:
    texts = [samples.load(name) for name in samples.names()]

    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("not while reading a text")

    true_open = builtins.open

    def reading(file: object, mode: str = "r", *more: object, **given: object) -> object:
        assert not set(mode) & set("wax+"), f"{file} opened to write"
        return true_open(file, mode, *more, **given)  # type: ignore[call-overload]

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(subprocess, "Popen", refuse)
    monkeypatch.setattr(builtins, "open", reading)
    articles = [tradenews.parse(text) for text in texts]
    dossier = tradenews.reconcile(articles)
    tradenews.render_dossier(dossier, articles, format="html")
    for article in articles:
        assert tradenews.from_json(tradenews.to_json(article)) == article
        tradenews.render_html(article)


class Tags(html.parser.HTMLParser):
    """The tags and attributes of a page, as a browser would see them."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append((tag, dict(attrs)))


EVIL = [
    "<script>alert(1)</script>", "</style><script>alert(1)</script>", '"><img src=x onerror=alert(1)>',
    "<svg/onload=alert(1)>", "javascript:alert(1)", "<!--", "]]>", "&lt;script&gt;",
    "' onmouseover='alert(1)", "</title><script>alert(1)</script>", "<iframe src=//evil.example>",
    "\u202e<b>",
    "<scr\x00ipt>",
]  # fmt: skip


def harmless(page: str) -> None:
    tags = Tags()
    tags.feed(page)
    for tag, attributes in tags.seen:
        assert tag not in ("script", "iframe", "object", "embed", "img", "svg", "base", "form"), tag
        for name, value in attributes.items():
            assert not name.startswith("on"), name
            assert "javascript:" not in (value or "").lower()


@pytest.mark.parametrize("evil", EVIL)
def test_pages_never_run_what_an_article_says(evil: str) -> None:
    text = (
        f"{evil}\n\nMexico {evil} exported {evil} wheat worth $5 billion {evil} to China in 2016, {evil} said"
    )
    given = {"title": evil, "source": evil, "url": f"javascript:{evil}"}
    one, other = (tradenews.parse(t, language="en", **given) for t in (text, text.replace("$5", "$6") + " "))  # type: ignore[arg-type]
    harmless(tradenews.render_html(one, whole_page=True))
    harmless(tradenews.render_html(one))
    harmless(one._repr_html_())
    harmless(tradenews.render_dossier(tradenews.reconcile([one, other]), [one, other], format="html"))


FORMULAS = [
    "x\r=1+1",
    "x\n=1+1",
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "=cmd|' /C calc'!A0",
    "＝1+1",
    " =1",
]


@pytest.mark.parametrize("formula", FORMULAS)
@pytest.mark.parametrize("kind", ["figures", "deals", "actors", "events"])
def test_cells_never_start_a_formula(formula: str, kind: str) -> None:
    text = (
        f"{formula} Corp. and Chile signed a contract worth $5 million with {formula} Inc. of Peru in 2016."
    )
    article = tradenews.parse(text, language="en", source=formula, url=formula, title=formula)
    out = io.StringIO()
    table = tradenews.record_table(article, kind)
    table.write_csv(out)
    numbers = {c.name for c in table.columns if c.type in ("decimal", "number", "integer")}
    rows = list(csv.DictReader(io.StringIO(out.getvalue(), newline="")))
    assert rows
    for row in rows:
        for name, cell in row.items():
            if name not in numbers:
                assert not cell.startswith(("=", "+", "-", "@", "\t", "\r")), (name, cell)
                assert "\r" not in cell, "a line break that some readers take for the end of a row"


# JSON from anywhere

ARTICLE = json.loads(
    tradenews.to_json(tradenews.parse("Chile exported 10 tonnes of copper to Peru in 2016.", "en"))
)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8)
    | st.sampled_from(["USD", "2016", "-1", "1E9999", "NaN", "Article", "\ud800"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=8,
)  # fmt: skip


def paths(data: object, at: tuple[object, ...] = ()) -> list[tuple[object, ...]]:
    found = [at]
    items = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for key, value in items:
        found += paths(value, (*at, key))
    return found


PATHS = paths(ARTICLE)[1:]


@settings(max_examples=400, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.sampled_from(PATHS), JSON)
def test_one_wrong_value_gives_a_record_or_a_clear_error(path: tuple[object, ...], value: object) -> None:
    data = json.loads(json.dumps(ARTICLE))
    place = data
    for key in path[:-1]:
        place = place[key]
    place[path[-1]] = value
    try:
        article = tradenews.from_json(json.dumps(data))
    except SerializationError:
        return
    assert tradenews.from_json(tradenews.to_json(article)) == article
    tradenews.render_html(article)
    tradenews.reconcile(
        [article, tradenews.parse("Chile exported 11 tonnes of copper to Peru in 2016.", "en")]
    )


@pytest.mark.parametrize(
    "data",
    [
        "[" * 100_000, '{"a":' * 100_000, '{"schema": "tradenews/1", "type": "Span", "start": NaN, "end": 4}',
        '{"schema": "tradenews/1", "type": "Span", "start": 0, "start": 1, "end": 4}',
        '{"schema": "tradenews/1", "type": "Span", "start": 0, "end": ' + "9" * 5000 + "}",
        '{"schema": "tradenews/1", "type": "Span", "start": 1e400, "end": 4}', b"\xff\xfe\x00",
        "null", "", "5",
        '{"schema": "tradenews/1", "type": "__class__"}', '{"schema": "tradenews/1", "type": ["Span"]}',
        '{"schema": "tradenews/1", "type": "Span", "start": true, "end": 4}', b'"\xed\xa0\x80"',
    ],
)  # fmt: skip
def test_hostile_json_is_refused(data: str | bytes) -> None:
    with pytest.raises(SerializationError):
        tradenews.from_json(data)


# Limits


@pytest.mark.parametrize("limit", [1, 10, 25, 26, 1000])
def test_max_chars_bounds_all_that_is_found(limit: int) -> None:
    text = (
        "Exports rose 5 percent. Imports fell 7 percent. Mexico and China signed a contract worth $5 billion."
    )
    article = Parser(max_chars=limit, languages=["en"]).parse(text)
    assert article.text == text
    spans = [f.span for f in article.figures] + [s for a in article.actors for s in a.mentions]
    assert all(span.end <= limit for span in spans)
    cut = [a for a in article.assumptions if a.subject == "text"]
    assert bool(cut) == (len(text) > limit)


@pytest.mark.parametrize("limit", range(1, 60))
def test_max_chars_counts_the_characters_of_the_text_as_given(limit: int) -> None:
    text = "E\u0301t\u200be\u0301 : +5 % d\u2019exportations vers la Chine\u200b, +7 % au Pe\u0301rou."
    article = Parser(max_chars=limit, languages=["fr"]).parse(text)
    assert all(f.span.end <= limit for f in article.figures)
    assert all(s.end <= limit for a in article.actors for s in a.mentions)
    assert len(article.figures) == sum(limit >= text.index("%", at) + 1 for at in (0, text.index("+7")))


def test_a_long_text_costs_what_its_limit_costs() -> None:
    text = "Mexico exports $5 billion and " * 100_000
    article = Parser(max_chars=3000, languages=["en"]).parse(text)
    assert 0 < len(article.figures) <= 100
