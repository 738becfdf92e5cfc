"""What the command line says of itself."""

from __future__ import annotations

import subprocess
import sys

COMMANDS = ("parse", "explain", "reconcile", "render", "chart", "schema", "check", "demo", "completion")


def command() -> str:
    """The help of the command and of each of its commands."""
    parts = [f"```text\n{_help()}```\n"]
    parts += [f"## tradenews {name}\n\n```text\n{_help(name)}```\n" for name in COMMANDS]
    parts.append(
        "## python -m tradenews.evaluate\n\n```text\n" + _help(module="tradenews.evaluate") + "```\n"
    )
    return "\n".join(parts)


def _help(*names: str, module: str = "tradenews") -> str:
    line = [sys.executable, "-m", module, *names, "--help"]
    done = subprocess.run(line, capture_output=True, encoding="utf-8", check=True, timeout=60)
    return done.stdout
