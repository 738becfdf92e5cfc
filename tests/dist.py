"""Builds the distributions and tries them: ``make dist``, ``make lowest``, ``make newest``.

``dist`` builds sdist and wheel twice, compares them byte by byte, looks into them, and runs the tests of the
sdist against the installed wheel in an environment of its own. ``lowest`` and ``newest`` run the tests with
the first and with the last series of versions that each dependency allows.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import re
import subprocess
import sys
import tarfile
import tempfile
import tomllib
import venv
import zipfile
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parent.parent
EPOCH = "1500000000"  # any moment will do, if it is the same
PREPARED = re.compile(r"tradenews/prepared/[\w-]+\.json")  # made by the build, not in the tree that is built
LEFT_OUT = {"docs", "bench", "compare", "dist"}  # extras that the tests do not need


def run(*command: str | Path, cwd: Path = ROOT, **extra: str) -> None:
    """A command that must succeed, away from this checkout's modules."""
    known = {key: value for key, value in os.environ.items() if key != "PYTHONPATH"}
    subprocess.run([str(part) for part in command], cwd=cwd, env={**known, **extra}, check=True)


def build(folder: Path) -> dict[str, str]:
    """Sdist and wheel in ``folder``: the digest of each by name."""
    run(sys.executable, "-m", "build", "--outdir", folder, SOURCE_DATE_EPOCH=EPOCH)
    return {p.name: hashlib.sha256(p.read_bytes()).hexdigest() for p in sorted(folder.iterdir())}


def check_contents(wheel: Path) -> None:
    """The wheel holds every module and data file of the package, what is prepared, and nothing else."""
    wanted = {str(p.relative_to(ROOT)) for p in (ROOT / "tradenews").rglob("*") if p.is_file()}
    wanted = {name for name in wanted if "__pycache__" not in name and not PREPARED.fullmatch(name)}
    languages = {path.stem for path in (ROOT / "tradenews" / "languages").glob("??.toml")}
    held = {name for name in zipfile.ZipFile(wheel).namelist() if ".dist-info/" not in name}
    prepared = {name for name in held if PREPARED.fullmatch(name)}
    held -= prepared
    assert {f"tradenews/prepared/lexicon-{code}.json" for code in languages} <= prepared, prepared
    assert held == wanted, f"only in the wheel: {held - wanted}; missing there: {wanted - held}"
    assert "tradenews/py.typed" in held


def environment(folder: Path) -> Path:
    """A new environment's interpreter."""
    venv.create(folder, with_pip=True)
    return folder / "bin" / "python"


def install(python: Path, *what: str) -> None:
    """Install by pip, quietly."""
    run(python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *what)


def try_wheel(wheel: Path, sdist: Path, folder: Path, *pins: str) -> None:
    """The tests of the sdist, without its package beside them, against the installed wheel."""
    python = environment(folder / "venv")
    install(python, f"{wheel}[test]", *pins)
    with tarfile.open(sdist) as archive:
        archive.extractall(folder, filter="data")
    tree = next(p for p in folder.iterdir() if p.name.startswith("tradenews-"))
    (tree / "tradenews").rename(folder / "set-aside")
    run(python, "-c", "import tradenews; print(tradenews.__version__, tradenews.__file__)", cwd=tree)
    if not pins:  # what was prepared with the newest babel is of no use to the lowest
        run(python, "-m", "tradenews.prepare", "--check", cwd=tree)
    lenient = ["-W", "default::DeprecationWarning"] if pins else []  # old versions of others with new ones
    run(python, "-m", "pytest", *lenient, "tests", "README.md", cwd=tree)


def lowest() -> Iterator[str]:
    """``name==X.*`` for each dependency of ``name>=X`` that a user or the tests have."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    groups = [rows for name, rows in project["optional-dependencies"].items() if name not in LEFT_OUT]
    for row in (*project["dependencies"], *(row for rows in groups for row in rows)):
        if hit := re.match(r"([\w.-]+)>=([\d.]+)", row):
            yield f"{hit[1]}=={hit[2]}{'' if '.' in hit[2] else '.0'}.*"


def main() -> None:
    """Do what is asked."""
    reader = argparse.ArgumentParser(description=__doc__)
    reader.add_argument("what", choices=("dist", "lowest", "newest"))
    what = reader.parse_args().what
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        first, second = build(folder / "first"), build(folder / "second")
        assert first == second, f"two builds differ: {first} {second}"
        wheel, sdist = next((folder / "first").glob("*.whl")), next((folder / "first").glob("*.tar.gz"))
        check_contents(wheel)
        pins = sorted(set(lowest())) if what == "lowest" else []
        print("\n".join(f"{digest}  {file}" for file, digest in first.items()), *pins, sep="\n", flush=True)
        try_wheel(wheel, sdist, folder, *pins)
        if what == "dist":
            (ROOT / "dist").mkdir(exist_ok=True)
            for path in (wheel, sdist):
                (ROOT / "dist" / path.name).write_bytes(path.read_bytes())


if __name__ == "__main__":
    main()
