"""Pages for people: escaped, without scripts, and shown in a real browser where there is one."""

import re
import shutil
import subprocess
from html.parser import HTMLParser
from pathlib import Path

import pytest

import tradenews
from tradenews import samples

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
EVIL = (
    "Mexico <script>document.title='broken'</script> exported 10,000 tonnes of "
    "<img src=x onerror=\"document.title='broken'\"> wheat to China & France in 2016. "
    "\"Quoted' \x00 \ud800 \u202e\n\n<b>Share this</b>"
)


class Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.seen: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.text += data


def read(html: str) -> Tags:
    tags = Tags()
    tags.feed(html)
    return tags


def test_an_article_can_do_no_harm() -> None:
    html = tradenews.render_html(tradenews.parse(EVIL, language="en"), whole_page=True)
    tags = read(html)
    assert not {"script", "img", "b", "iframe", "link"} & {tag for tag, _ in tags.seen}
    assert not any(name.startswith("on") for _, attrs in tags.seen for name in attrs)
    assert "default-src 'none'" in html
    html.encode("utf-8")


@pytest.mark.parametrize("name", samples.names())
def test_the_whole_text_is_there_once(name: str) -> None:
    article = tradenews.parse(samples.load(name))
    html = tradenews.render_html(article)
    (shown,) = re.findall(r'<div class="text"[^>]*>(.*?)</div>', html, flags=re.S)
    assert read(shown).text == article.text
    marks = [attrs for tag, attrs in read(shown).seen if tag == "mark"]
    assert len(marks) >= len(article.figures)
    assert all(attrs.get("aria-description") for attrs in marks)


def test_notebooks_show_it() -> None:
    assert tradenews.parse("Exports rose.")._repr_html_().startswith('<article class="tn">')


def test_a_dossier_on_one_page() -> None:
    articles = [
        tradenews.parse(samples.load(name)) for name in ("en-smes", "en-alibaba", "de-alibaba", "en-hangzhou")
    ]
    dossier = tradenews.reconcile(articles)
    html = tradenews.render_dossier(dossier, articles, format="html")
    assert "script" not in {tag for tag, _ in read(html).seen}
    assert "memorandum" in tradenews.render_dossier(dossier, articles)


@pytest.mark.skipif(CHROMIUM is None, reason="no Chromium here")
def test_in_a_real_browser(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    article = tradenews.parse(EVIL, language="en", title="Wheat")
    path.write_text(tradenews.render_html(article, whole_page=True), encoding="utf-8")
    options = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--dump-dom"]
    command = [str(CHROMIUM), *options, f"--user-data-dir={tmp_path / 'profile'}", path.as_uri()]
    done = subprocess.run(command, capture_output=True, timeout=90, check=False)
    dom = done.stdout.decode("utf-8")
    assert "<title>Wheat</title>" in dom
    assert "broken" not in dom.split("<body>")[0]
    assert 'class="figure"' in dom
