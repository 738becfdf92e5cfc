"""Pages as people meet them: in a real browser, where there is one."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from browser import CHROMIUM, Browser

import tradenews
from tradenews import samples

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium here")
EVIL = (
    "Mexico <script>window.broken=1</script> exported 10,000 tonnes of "
    '<img src="https://evil.example/x.png" onerror="window.broken=1"> wheat to China & France in 2016.\n\n'
    '" onmouseover="window.broken=1" autofocus onfocus="window.broken=1 \' </style></mark></div></article>\n'
    "<iframe src=javascript:parent.broken=1></iframe><svg onload=window.broken=1>\n"
    "<style>*{display:none}</style>"
    "<base href=https://evil.example/><meta http-equiv=refresh content=0;url=https://evil.example/>"
)


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    with Browser(tmp_path_factory.mktemp("profile")) as started:
        yield started


@pytest.fixture
def show(browser: Browser, tmp_path: Path) -> Any:
    """A function that shows HTML in a window of usual size."""

    def shown(html: str) -> Browser:
        path = tmp_path / "page.html"
        path.write_text(html, encoding="utf-8")
        browser.resize(1000, 800)
        browser.scheme("light")
        browser.open(path)
        return browser

    return shown


def asked(browser: Browser) -> list[str]:
    """The addresses that a page asked for, beside its own."""
    sent = [
        e["params"]["request"]["url"] for e in browser.events if e["method"] == "Network.requestWillBeSent"
    ]
    return [url for url in sent if not url.startswith("file:")]


def evil_articles() -> list[tradenews.Article]:
    given = {"language": "en", "title": EVIL, "source": EVIL, "url": "javascript:window.broken=1"}
    actor = tradenews.Actor("acme", "company", EVIL[:60], role=EVIL, aliases=("Mexico",))
    return [
        tradenews.parse(EVIL, **given),  # type: ignore[arg-type]
        tradenews.Parser(watchlist=[actor]).parse(EVIL, **given),  # type: ignore[arg-type]
        tradenews.parse(EVIL.replace("10,000", "20,000"), **given),  # type: ignore[arg-type]
    ]


def pages() -> dict[str, str]:
    """A page, a fragment in a page that forbids nothing, and a dossier, all of a text that would do harm."""
    articles = evil_articles()
    host = "<!doctype html><meta charset=utf-8><body>{}</body>"
    dossier = tradenews.render_dossier(tradenews.reconcile(articles), articles, format="html")
    return {
        "page": tradenews.render_html(articles[0], whole_page=True),
        "notebook": host.format("".join(article._repr_html_() for article in articles)),
        "dossier": dossier,
        "dossier without policy": dossier.replace("Content-Security-Policy", "X-Nothing"),
    }


@pytest.mark.parametrize("name", ["page", "notebook", "dossier", "dossier without policy"])
def test_a_script_in_an_article_is_harmless(name: str, show: Any) -> None:
    browser = show(pages()[name])
    browser.run(
        "document.querySelectorAll('*').forEach(e => { e.focus && e.focus(); e.click && e.click(); })"
    )
    browser.point(".tn")
    assert browser.run("window.broken === undefined")
    assert (
        browser.run("document.querySelectorAll('script,img,iframe,svg,base,meta[http-equiv=refresh]').length")
        == 0
    )
    handlers = "[...document.querySelectorAll('*')].flatMap(e => [...e.attributes].map(a => a.name))"
    assert not [name for name in browser.run(handlers) if name.startswith("on")]
    assert browser.run(
        "[...document.querySelectorAll('a')].every(a => a.getAttribute('href').startsWith('#'))"
    )
    assert asked(browser) == []
    assert browser.run("location.protocol") == "file:"


@pytest.mark.parametrize("name", ["en-alibaba", "zh-trade", "de-cheese"])
def test_the_text_is_shown_as_it_is(name: str, show: Any) -> None:
    article = tradenews.parse(samples.load(name))
    browser = show(tradenews.render_html(article, whole_page=True))
    assert browser.run("document.querySelector('.tn .text').textContent") == article.text
    assert browser.run("document.title") == article.title
    assert asked(browser) == []


COLOURS = """(() => {
  const rgb = s => (s.match(/[0-9.]+/g) || []).map(Number);
  const paper = e => {
    for (; e; e = e.parentElement) {
      const c = rgb(getComputedStyle(e).backgroundColor);
      if (c.length == 3 || c[3] > 0) return c.slice(0, 3);
    }
    return [255, 255, 255];
  };
  return [...document.querySelectorAll('.tn mark, .tn td, .tn h1, .tn .meta, .tn a')].map(
    e => [e.className || e.tagName, rgb(getComputedStyle(e).color).slice(0, 3), paper(e)]);
})()"""


def contrast(one: list[float], other: list[float]) -> float:
    """How far two colours stand apart, by WCAG 2.1."""

    def light(colour: list[float]) -> float:
        parts = [c / 255 for c in colour]
        linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    high, low = sorted((light(one), light(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def test_light_and_dark_can_both_be_read(show: Any) -> None:
    article = tradenews.parse(samples.load("en-alibaba"))
    browser = show(tradenews.render_html(article, whole_page=True))
    papers = {}
    for scheme in ("light", "dark"):
        browser.scheme(scheme)
        found = browser.run(COLOURS)
        assert len(found) > 50
        weak = {str(name) for name, ink, paper in found if contrast(ink, paper) < 4.5}
        assert not weak
        papers[scheme] = browser.run("getComputedStyle(document.body).backgroundColor")
    assert papers == {"light": "rgb(255, 255, 255)", "dark": "rgb(22, 24, 28)"}
    assert browser.picture().startswith(b"\x89PNG")


@pytest.mark.parametrize(
    ("around", "paper"),
    [('data-jp-theme-light="false"', "rgb(22, 24, 28)"), ('data-jp-theme-light="true"', "rgb(255, 255, 255)"),
     ('class="vscode-dark"', "rgb(22, 24, 28)"), ('data-theme="dark"', "rgb(22, 24, 28)")],
)  # fmt: skip
def test_a_notebook_says_light_or_dark_itself(around: str, paper: str, show: Any) -> None:
    article = tradenews.parse("Exports rose 5 percent.", "en")
    browser = show(f"<!doctype html><meta charset=utf-8><body {around}>{article._repr_html_()}</body>")
    for scheme in ("light", "dark"):
        browser.scheme(scheme)
        assert browser.run("getComputedStyle(document.querySelector('.tn')).backgroundColor") == paper


FOCUS = "(() => { const e = document.activeElement; return [e.tagName, e.className, e.textContent]; })()"
NOTE = "getComputedStyle({}, '::after').content"


def test_the_keyboard_leads_to_every_record(show: Any) -> None:
    article = tradenews.parse("Mexico exported 10,000 tonnes of wheat to China in 2016.", language="en")
    browser = show(tradenews.render_html(article, whole_page=True))
    seen = []
    for _ in range(3):
        browser.press("Tab")
        seen.append(browser.run(FOCUS))
        note = json.loads(browser.run(NOTE.format("document.activeElement")))
        assert note == browser.run("document.activeElement.getAttribute('aria-description')")
        assert browser.run("getComputedStyle(document.activeElement).outlineStyle") == "solid"
    assert seen == [
        ["MARK", "country", "Mexico"],
        ["MARK", "figure", "10,000 tonnes"],
        ["MARK", "country", "China"],
    ]
    browser.press("Tab")
    assert browser.run(FOCUS) == ["A", "", "10,000 tonnes"]
    browser.press("Enter")
    assert browser.run("document.querySelector('mark:target').textContent") == "10,000 tonnes"


def test_the_mouse_shows_the_record_inside_the_window(show: Any) -> None:
    article = tradenews.parse(samples.load("en-alibaba"))
    browser = show(tradenews.render_html(article, whole_page=True))
    browser.resize(360, 640)
    assert browser.run("document.documentElement.scrollWidth") <= 360
    browser.point(".text mark.figure")
    assert "none" not in browser.run(NOTE.format("document.querySelector('.text mark.figure:hover')"))
    style = "getComputedStyle(document.querySelector('.text mark.figure:hover'), '::after')"
    assert float(browser.run(f"{style}.width").removesuffix("px")) <= 360
    assert browser.run(f"{style}.position") == "fixed"


def test_every_table_leads_to_its_words(show: Any) -> None:
    article = tradenews.parse(samples.load("en-korea"))
    twice = article._repr_html_() + tradenews.parse(samples.load("en-wheat"))._repr_html_()
    browser = show(f"<!doctype html><meta charset=utf-8><body>{twice}</body>")
    links = browser.run("[...document.querySelectorAll('.tn a')].map(a => a.hash.slice(1))")
    ids = browser.run("[...document.querySelectorAll('[id]')].map(e => e.id)")
    assert set(links) <= set(ids)
    assert len(ids) == len(set(ids)) >= len(article.figures) + len(article.deals)
