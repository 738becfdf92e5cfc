"""No regular expression of the package, whoever made it, takes more than linear time for a text."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
import regexes

import tradenews

HERE = Path(__file__).parent


def slow(pattern: str, method: str = "search") -> bool:
    found = regexes.Found(pattern, 0, {"here"}, {method})
    return any(regexes.grows(found, case) is not None for _, case in regexes.texts(found))


@pytest.mark.parametrize(
    ("pattern", "method"),
    [
        ("(a+)+$", "match"), ("(a|a)*b", "match"), (r"(\w+\s?)*:", "match"),
        (r"\s*x?\s*$", "match"), (r"(?:\d{1,3},?)+x", "match"), (r"\w+x\w*=", "match"),
        (r"(?:[A-Z][A-Z.]*[ /]*){1,5}$", "match"), ("a?" * 20 + "a" * 20, "match"),
        (r"\s+$", "search"), ("<[^>]*>", "finditer"), (r"\s*,\s*", "split"), ("a*+b", "sub"),
    ],
)  # fmt: skip
def test_what_backtracks_is_found(pattern: str, method: str) -> None:
    assert slow(pattern, method)


@pytest.mark.parametrize(
    ("pattern", "method"),
    [
        (r"\w+", "search"), ("a{0,50}b", "search"), (r"(?<!\s)\s+$", "search"), (r"\s+$", "match"),
        ("<[^<>]*>", "finditer"), (r"\d++(?:,\d++)*+x", "match"), ("(?:a|b)+c", "match"),
    ],
)  # fmt: skip
def test_what_is_linear_passes(pattern: str, method: str) -> None:
    assert not slow(pattern, method)


def test_every_expression_of_the_package_is_linear() -> None:
    """In a process of its own, which listens to ``re`` before the package is imported.

    One in two of the texts that ``make fuzz`` makes of each repeat of an expression, one in 20 of those that
    it makes of any letters.
    """
    package = Path(tradenews.__file__).parents[1]
    here = {**os.environ, "PYTHONPATH": str(package)}
    done = subprocess.run(
        [sys.executable, str(HERE / "regexes.py"), "--every", "20"],
        capture_output=True, text=True, env=here, cwd=HERE.parent, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr[-2000:]
    assert int(done.stdout.split()[0]) > 400, done.stdout
