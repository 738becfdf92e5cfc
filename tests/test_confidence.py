"""What a confidence promises holds on the annotated texts, and evidence weighs as told."""

from itertools import pairwise
from pathlib import Path

import pytest

import tradenews
from tradenews.evaluate.confidence import Outcome, fit, main, outcomes, table
from tradenews.reading.confidence import LEAST, MOST, weigh, weights

HERE = Path(__file__).parent


@pytest.fixture(scope="module")
def found() -> list[Outcome]:
    return list(outcomes([HERE / "gold", HERE / "development", HERE / "bank"]))


@pytest.mark.parametrize("kind", ["figure", "deal"])
def test_of_the_records_as_sure_as_that_as_many_are_right(found: list[Outcome], kind: str) -> None:
    told = [(weigh(o.evidence, weights()[kind]), o.right) for o in found if o.kind == kind]
    off = 0.0
    for low, high in pairwise((0, 0.4, 0.6, 0.7, 0.8, 1)):
        band = [t for t in told if low <= t[0] < high]
        off += abs(sum(sure - right for sure, right in band))
    assert off / len(told) < 0.1  # right after a fit .02; rules that change move it until the next


def test_the_surer_the_more_often_right(found: list[Outcome]) -> None:
    told = [(weigh(o.evidence, weights()["figure"]), o.right) for o in found if o.kind == "figure"]
    shares = []
    for low, high in pairwise((0, 0.5, 0.65, 0.8, 1)):
        band = [right for sure, right in told if low <= sure < high]
        shares.append(sum(band) / len(band))
    assert shares == sorted(shares)
    assert shares[-1] - shares[0] > 0.3


def test_a_fit_finds_what_speaks_for_and_against() -> None:
    rows = [Outcome("figure", ("good",), True)] * 40 + [Outcome("figure", ("bad",), False)] * 40
    fitted = fit(rows)
    assert fitted["good"] > 1 > -1 > fitted["bad"]
    assert weigh(["good"], fitted) > 0.7 > 0.3 > weigh(["bad"], fitted)
    assert "| figure | all | 80 | 0.50 | 0.50 |" in table(rows, {"figure": fitted, "deal": {"base": 0.0}})


def test_nothing_is_certain_and_unknown_evidence_weighs_nothing() -> None:
    assert weigh(["sure"], {"base": 0.0, "sure": 99.0}) == MOST
    assert weigh(["sure"], {"base": 0.0, "sure": -99.0}) == LEAST
    assert weigh(["never seen"], {"base": 0.0}) == 0.5


def test_weak_evidence_makes_a_figure_less_sure() -> None:
    clear, vague = (
        tradenews.find_figures(text, "en")[0].confidence
        for text in ("Mexican exports to China rose to $7 billion in 2016.", "It paid $7 billion.")
    )
    assert clear > vague + 0.2


def test_the_command_prints_and_fits(tmp_path: Path) -> None:
    said: list[str] = []
    main([str(HERE / "development"), "--fit", str(tmp_path / "weights.toml")], said.append)
    assert said[0].startswith("| record | confidence | found |")
    assert "[figure]" in (tmp_path / "weights.toml").read_text(encoding="utf-8")
