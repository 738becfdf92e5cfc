"""With and without each extra: an error that names it, and the same results where it is not needed."""

import json
import re
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest

import tradenews

ROOT = Path(__file__).parent.parent
EXTRAS: dict[str, list[str]] = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"][
    "optional-dependencies"
]
MODULES = {
    "fx": ["currency_converter"],
    "html": ["trafilatura", "lxml", "lxml_html_clean"],
    "feeds": ["feedparser"],
    "arrow": ["pyarrow", "polars", "pandas"],
    "plot": ["matplotlib"],
    "testing": ["hypothesis", "pytest"],
}
CALLS = {
    "fx": "tradenews.EcbRates()",
    "html": "tradenews.from_html('<p>x</p>')",
    "feeds": "next(__import__('tradenews.io.readers').io.readers.read_feed('<rss/>'))",
    "arrow": "tradenews.record_table(article).to_arrow()",
    "plot": "tradenews.plot_flows(tradenews.record_table(article))",
    "testing": "__import__('tradenews.testing.strategies')",
}
WITHOUT = """
import json, sys
class Blocker:
    def find_spec(self, name, path=None, target=None):
        if name.split(".")[0] in {blocked}:
            raise ModuleNotFoundError(f"No module named {{name!r}}", name=name)
sys.meta_path.insert(0, Blocker())
import tradenews, io
from tradenews import samples
article = tradenews.parse(samples.load("en-alibaba"))
tradenews.record_table(article).write_csv(table := io.StringIO())
from tradenews.testing import a_figure, an_article, load_cases
said = {{}}
try:
    {call}
except tradenews.MissingExtraError as error:
    said = {{"extra": error.extra, "message": str(error)}}
print(json.dumps({{
    "article": tradenews.to_json(article),
    "table": table.getvalue(),
    "page": tradenews.render_html(article),
    "dossier": tradenews.to_json(tradenews.reconcile([article])),
    "built": tradenews.to_json(an_article(figures=[a_figure()])),
    "cases": len(load_cases()),
    "said": said,
}}))
"""


def run(blocked: list[str], call: str) -> dict[str, Any]:
    """The results of a process of its own in which some modules cannot be imported."""
    code = WITHOUT.format(blocked=set(blocked) or "()", call=call)
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, timeout=120, check=False, text=True
    )
    assert done.returncode == 0, done.stderr
    found: dict[str, Any] = json.loads(done.stdout)
    return found


@pytest.fixture(scope="module")
def complete() -> dict[str, Any]:
    return run([], "pass")


@pytest.mark.parametrize("extra", CALLS)
def test_without_an_extra_it_is_named_and_the_rest_is_the_same(extra: str, complete: dict[str, Any]) -> None:
    found = run(MODULES[extra], CALLS[extra])
    said = found.pop("said")
    assert said["extra"] == extra
    assert f"pip install 'tradenews[{extra}]'" in said["message"]
    assert found == {key: value for key, value in complete.items() if key != "said"}


def test_every_extra_that_the_package_asks_for_is_there_and_tested() -> None:
    package = Path(tradenews.__file__).parent
    sources = (path.read_text(encoding="utf-8") for path in package.rglob("*.py"))
    asked = {name for text in sources for name in re.findall(r'raise MissingExtraError\("(\w+)"', text)}
    assert asked == set(CALLS)
    assert asked <= set(EXTRAS)
