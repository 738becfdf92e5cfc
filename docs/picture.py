"""The pictures of the README and the pages: ``python docs/picture.py`` (needs Chromium and matplotlib).

Renders ``pictured.txt`` with the library itself and photographs the page, and draws charts of the articles of
``charted.txt``. The pictures are kept in the repository, since a README is read where nothing is built.
"""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from pathlib import Path

import tradenews

HERE = Path(__file__).parent
STATIC = HERE / "_static"
TARGET = STATIC / "highlighted.png"
SIZE = (1000, 970)


def main() -> None:
    """Write all pictures."""
    draw_charts()
    photograph()


def draw_charts() -> None:
    """Each chart of the articles of ``charted.txt``."""
    texts = (HERE / "charted.txt").read_text(encoding="utf-8").split("----")
    articles = [tradenews.parse(text.strip()) for text in texts]
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
    """The page of ``pictured.txt``; SystemExit where there is no Chromium."""
    browser = next((path for name in ("chromium", "google-chrome") if (path := shutil.which(name))), None)
    if browser is None:
        raise SystemExit("no chromium on the path")
    article = tradenews.parse((HERE / "pictured.txt").read_text(encoding="utf-8"))
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder) / "page.html"
        page.write_text(tradenews.render_html(article, whole_page=True), encoding="utf-8")
        command = [browser, "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars"]
        size = f"--window-size={SIZE[0]},{SIZE[1]}"
        subprocess.run([*command, size, f"--screenshot={TARGET}", page.as_uri()], check=True, timeout=120)


if __name__ == "__main__":
    main()
