"""The pictures of the README and the pages: ``python docs/picture.py`` (needs Chromium and matplotlib).

Renders ``pictured.txt`` with the library itself and photographs the page, light and dark, what the command
line shows of it, and a dossier and charts of the articles of ``charted.txt``. The pictures are kept in the
repository, since a README is read where nothing is built.
"""

from __future__ import annotations

import html
import re
import subprocess
import sys
import tempfile
from pathlib import Path

import tradenews

HERE = Path(__file__).parent
STATIC = HERE / "_static"
SIZE = (1000, 885)
sys.path.insert(0, str(HERE.parent / "tests"))
from browser import CHROMIUM, Browser  # noqa: E402

TERMINAL = """<!doctype html><meta charset="utf-8"><style>body{margin:0;background:#16181c;color:#e6e6e6}
pre{font:13px/1.5 "DejaVu Sans Mono",monospace;padding:1rem;margin:0}b{color:#fff}
i{color:#9aa3af;font-style:normal}u{color:#f5c26b;text-decoration:none}</style><pre>%s</pre>"""
STYLES = {"1": "b", "2": "i", "33": "u"}


def main() -> None:
    """Write all pictures."""
    draw_charts()
    photograph()


def charted() -> list[tradenews.Article]:
    """The articles of ``charted.txt``."""
    texts = (HERE / "charted.txt").read_text(encoding="utf-8").split("----")
    return [tradenews.parse(text.strip()) for text in texts]


def draw_charts() -> None:
    """Each chart of the articles of ``charted.txt``."""
    articles = charted()
    rows, events = tradenews.record_table(articles), tradenews.record_table(articles, "events")
    totals = [row for row in rows if row["partner"] is None]
    charts = {
        "flows": tradenews.plot_flows(rows),
        "figures": tradenews.plot_figures(totals, "exports"),
        "deals": tradenews.plot_deals(events),
    }
    for name, figure in charts.items():
        figure.savefig(STATIC / f"chart-{name}.png", dpi=100)


def photograph() -> None:
    """The pages of ``pictured.txt`` and of a dossier; SystemExit where there is no Chromium."""
    if CHROMIUM is None:
        raise SystemExit("no chromium on the path")
    article = tradenews.parse((HERE / "pictured.txt").read_text(encoding="utf-8"))
    page = tradenews.render_html(article, whole_page=True)
    articles = charted()[:2]
    dossier = tradenews.render_dossier(tradenews.reconcile(articles), articles, format="html")
    with tempfile.TemporaryDirectory() as folder, Browser(Path(folder) / "profile") as browser:
        file = Path(folder) / "page.html"

        def shoot(name: str, text: str, size: tuple[int, int], scheme: str = "light", focus: str = ""):
            file.write_text(text, encoding="utf-8")
            browser.resize(*size)
            browser.scheme(scheme)
            browser.open(file)
            if focus:
                browser.press("Tab")  # a reader at the keyboard
                browser.run(f"document.querySelector({focus!r}).focus({{preventScroll: true}})")
            (STATIC / f"{name}.png").write_bytes(browser.picture())

        shoot("highlighted", page, SIZE)
        shoot("highlighted-dark", page, (1000, 560), "dark", ".text mark.figure.assumption")
        shoot("dossier", dossier, (1000, 420))
        shoot("command", TERMINAL % terminal(), (1330, 320))


def terminal() -> str:
    """What the command line shows on a terminal, its colours as tags."""
    command = ["parse", "--format", "table", "--color", "always", "pictured.txt"]
    line = [sys.executable, "-m", "tradenews", *command]
    done = subprocess.run(line, cwd=HERE, capture_output=True, encoding="utf-8", check=True, timeout=60)
    shown = html.escape(f"$ tradenews parse --format table pictured.txt\n{done.stdout}")
    return re.sub(
        "\x1b\\[(\\d+)m(.*?)\x1b\\[0m", lambda hit: f"<{STYLES[hit[1]]}>{hit[2]}</{STYLES[hit[1]]}>", shown
    )


if __name__ == "__main__":
    main()
