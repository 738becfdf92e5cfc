"""The same text gives the same result, whatever the seed of Python's hashes."""

import os
import subprocess
import sys

CODE = """
import hashlib, tradenews
from tradenews import samples
articles = [tradenews.parse(samples.load(name)) for name in samples.names()]
lines = [tradenews.to_json(article) for article in articles]
for a in articles[:4]:
    lines += [str(tradenews.explain(a, r)) for r in (*a.figures[:2], *a.deals[:1], *a.actors[:1])]
lines.append(tradenews.to_json(tradenews.reconcile(articles)))
print(hashlib.sha256("\\n".join(lines).encode()).hexdigest())
"""


def test_two_seeds_one_result() -> None:
    seen = set()
    for seed in ("1", "2"):
        done = subprocess.run(
            [sys.executable, "-c", CODE],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            encoding="ascii",
            check=True,
            timeout=120,
        )
        seen.add(done.stdout)
    assert len(seen) == 1
