"""The examples with what they print, and the pages that they write."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

EXAMPLES = Path(__file__).parents[2] / "examples"


def gallery(pages: Path) -> str:
    """Each example: what it is, its code, its output; what it writes goes into ``pages`` and is shown."""
    pages.mkdir(parents=True, exist_ok=True)
    parts = []
    for path in sorted(EXAMPLES.glob("*.py")):
        source = path.read_text(encoding="utf-8")
        purpose = source.split('"""')[1].strip().splitlines()[0].rstrip(".")
        with tempfile.TemporaryDirectory() as folder:
            done = subprocess.run(
                [sys.executable, str(path)],
                cwd=folder,
                capture_output=True,
                encoding="utf-8",
                timeout=120,
                check=True,
            )
            written = sorted(Path(folder).glob("*.html")) + sorted(Path(folder).glob("*.svg"))
            parts.append(
                f"## {purpose}\n\n```{{literalinclude}} ../examples/{path.name}\n:language: python\n```\n"
            )
            parts.append(f"```text\n{done.stdout.rstrip()}\n```\n")
            for file in written:
                name = f"{path.stem}-{file.name}"
                (pages / name).write_bytes(file.read_bytes())
                parts.append(_shown(name))
    return "\n".join(parts)


def _shown(name: str) -> str:
    shown = f'<iframe src="_static/gallery/{name}" title="{name}" loading="lazy" class="page"></iframe>'
    if name.endswith(".svg"):
        shown = f'<img src="_static/gallery/{name}" alt="{name}">'
    return f'{shown}\n\n<a href="_static/gallery/{name}">the whole page</a>\n'
