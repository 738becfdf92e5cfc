"""What a release says of itself agrees: versions, changelog, citation, links, extras."""

import re
import tomllib
from pathlib import Path

import pytest

import tradenews

ROOT = Path(__file__).parent.parent
VERSION = tradenews.__version__


def words(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def test_the_changelog_begins_with_this_version() -> None:
    versions = re.findall(r"^## (\d\S*)", words("CHANGELOG.md"), re.MULTILINE)
    assert versions[0] == VERSION


def test_the_citation_names_this_version() -> None:
    assert f"\nversion: {VERSION}\n" in words("CITATION.cff")


@pytest.mark.parametrize("page", ["README.md", "CONTRIBUTING.md", "ARCHITECTURE.md"])
def test_links_lead_somewhere(page: str) -> None:
    for target in re.findall(r"\]\(([^)#]+)", words(page)):
        assert target.startswith("https://") or (ROOT / target).exists(), target


def test_every_extra_of_users_is_on_the_first_page() -> None:
    if not (ROOT / "pyproject.toml").exists():
        pytest.skip("no checkout")
    extras = tomllib.loads(words("pyproject.toml"))["project"]["optional-dependencies"]
    for name in set(extras) - {"test", "docs", "bench", "compare", "dist", "fuzz"}:
        assert f"| `{name}` |" in words("docs/index.md"), name


def test_every_command_of_make_is_told() -> None:
    told = (
        words("README.md")
        + words("CONTRIBUTING.md")
        + "".join(path.read_text(encoding="utf-8") for path in (ROOT / "docs").rglob("*.md"))
    )
    targets = re.search(r"^\.PHONY: (.+)$", words("Makefile"), re.MULTILINE)
    assert targets
    for name in set(targets[1].split()) - {"clean"}:
        assert f"make {name}" in told, name
