"""The real articles that the project started from; they are not ours and so not in the repository."""

import shutil
from pathlib import Path

import pytest

import tradenews
from tradenews.evaluate import Report, evaluate

GOLD = Path(__file__).parents[2] / "shared" / "gold"
pytestmark = pytest.mark.skipif(not GOLD.is_dir(), reason="the real articles are not here")

FLOORS = {
    "figure.unit": 0.97,
    "countries": 0.97,
    "chrome": 0.97,
    "figure.record": 0.85,
    "actors": 0.90,
    "deal": 0.90,
    "deal.record": 0.80,
}


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Report:
    folder = tmp_path_factory.mktemp("seeds")
    for path in [*GOLD.glob("seed-*.json"), *GOLD.glob("own-seed-*.json")]:
        shutil.copy(path, folder)
    return evaluate(folder, tradenews.parse)["all"]


@pytest.mark.parametrize("row", FLOORS)
def test_floor(report: Report, row: str) -> None:
    assert report.value(row) >= FLOORS[row]


@pytest.mark.parametrize("field", ["published", "source", "title", "dateline", "language"])
def test_metadata_is_right(report: Report, field: str) -> None:
    assert report.value(field) == 1
