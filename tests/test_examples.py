"""The examples run."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
EXAMPLES = sorted((ROOT / "examples").glob("*.py"))


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda p: p.name)
def test_example_runs(path: Path, tmp_path: Path) -> None:
    command = [sys.executable, str(path)]
    done = subprocess.run(
        command, cwd=tmp_path, capture_output=True, timeout=60, check=False, encoding="utf-8"
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip()


def test_the_example_project_passes_its_tests(tmp_path: Path) -> None:
    """A copy of it, tested as its README says, but with this source tree as the installed tradenews."""
    project = shutil.copytree(ROOT / "examples" / "partner_watch", tmp_path / "partner_watch")
    command = [sys.executable, "-m", "pytest", "-p", "tradenews.testing.plugin", "-W", "error"]
    environment = {**os.environ, "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1", "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        command, cwd=project, capture_output=True, timeout=180, check=False, text=True, env=environment
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "21 passed" in done.stdout
