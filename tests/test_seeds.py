"""The real articles that the project started from; they are not ours and so not in the repository."""

import json
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


@pytest.mark.parametrize("pattern", ["seed-*.json", "own-seed-*.json"])
def test_five_articles_make_one_account(pattern: str) -> None:
    """The worth of NAFTA is the one conflict, a slip of scale, and the smaller side the implausible one."""
    texts = [json.loads(path.read_text(encoding="utf-8"))["text"] for path in sorted(GOLD.glob(pattern))]
    dossier = tradenews.reconcile([tradenews.parse(text) for text in texts])
    (conflict,) = dossier.conflicts
    assert conflict.diagnosis == "scale_slip"
    assert conflict.implausible is not None
    assert conflict.implausible.amount.low == 1_200_000_000
    deals = {deal.name or deal.kind: deal for deal in dossier.deals}
    assert len(deals["memorandum"].sources) == 4
    nafta = deals["North American Free Trade Agreement"]
    assert (nafta.status, nafta.threatened) == ("renegotiating", True)
    assert {p.actor for p in deals["free_trade_agreement"].parties} == {"CN", "MX"}
    assert deals["free_trade_agreement"].status == "proposed"
    assert len(dossier.deals) == 3
