"""The pictures of the README and the gallery: ``python docs/picture.py`` (needs Chromium on the path).

Renders ``pictured.txt`` with the library itself and photographs the page. The picture is kept in the repository, since
a README is read where nothing is built.
"""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from pathlib import Path

import tradenews

HERE = Path(__file__).parent
TARGET = HERE / "_static" / "highlighted.png"
SIZE = (1000, 1010)


def main() -> None:
    """Write the picture; SystemExit where there is no Chromium."""
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
