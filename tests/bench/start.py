"""What a fresh interpreter pays before the first article: measured in processes of their own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator, Sequence

_TIMED = """
import json, time
start = time.process_time()
{work}
spent = 1000 * (time.process_time() - start)
try:
    with open("/proc/self/status") as status:  # getrusage reports the parent's peak, if higher
        peak = next(int(line.split()[1]) for line in status if line.startswith("VmHWM")) / 1024
except OSError:
    import resource
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
print(json.dumps([spent, peak]))
"""
_PARSE = "import tradenews; tradenews.parse('Exports rose by 5% to $3 billion in 2016.', language={!r})"
_ALL = "import tradenews\nfor language in {!r}: tradenews.parse('5% 2016', language=language)"


def rows(languages: Sequence[str]) -> Iterator[tuple[str, float, float]]:
    """What is done, processor time in milliseconds (least of five), peak memory in megabytes."""
    yield ("the interpreter alone", *_measured("pass"))
    yield ("import tradenews", *_measured("import tradenews"))
    for language in languages:
        yield (f"import, and the first parse in {language}", *_measured(_PARSE.format(language)))
    yield (f"import, and {len(languages)} languages", *_measured(_ALL.format(tuple(languages)), 3))


def _measured(work: str, times: int = 5) -> tuple[float, float]:
    runs = [_run(_TIMED.format(work=work)) for _ in range(times)]
    return min(spent for spent, _ in runs), max(peak for _, peak in runs)


def _run(code: str) -> tuple[float, float]:
    places = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, env=places
    )
    spent, peak = json.loads(done.stdout.splitlines()[-1])
    return spent, peak
