"""Coverage-guided fuzzing with atheris, for so many seconds: ``python tests/fuzz/fuzz.py 600``.

The fuzzer grows inputs by the branches of the package that they reach. The last bytes of an input choose the
public function, the language and whether the rest is a text as it stands or chooses parts of one. An input
that breaks a promise is written to a file by the fuzzer, and the exit status is not 0; given such a file in
place of the seconds, it is run again.
"""

from __future__ import annotations

import pkgutil
import sys
import tempfile
from importlib import import_module
from pathlib import Path
from random import Random

import atheris

with atheris.instrument_imports(include=["tradenews"]):
    import tradenews

    for module in pkgutil.walk_packages(tradenews.__path__, "tradenews."):  # else they come when first used
        if not module.name.startswith(("tradenews.testing", "tradenews.evaluate", "tradenews.__main__")):
            import_module(module.name)
    from targets import SLOTS, TARGETS
    from texts import LANGUAGES, examples, text_of

SPOKEN = (None, *LANGUAGES)
_LONGEST = 800


def one_input(data: bytes) -> None:
    """What must hold for any."""
    draw = atheris.FuzzedDataProvider(data)
    target = SLOTS[draw.ConsumeIntInRange(0, len(SLOTS) - 1)]
    language = SPOKEN[draw.ConsumeIntInRange(0, len(SPOKEN) - 1)]
    TARGETS[target](text_of(draw, language), language, draw)


def seeds() -> list[bytes]:
    """Paragraphs of the samples and examples of the rules as they stand, and bytes by chance."""
    found: list[bytes] = []
    draw = Random(0)
    for number, language in enumerate(LANGUAGES, 1):
        for text in (*examples(language), "\n\n".join(examples(language)[:9])):
            chosen = bytes([1, number, draw.randrange(len(SLOTS))])
            found.append(text.encode()[: _LONGEST - 3] + chosen)
        for _ in range(40):
            found.append(draw.randbytes(draw.randint(8, 80)) + bytes([0, number, draw.randrange(len(SLOTS))]))
    return found


def main() -> None:
    """Fuzz from the seeds on, or run one input."""
    given = sys.argv[1] if len(sys.argv) > 1 else "60"
    with tempfile.TemporaryDirectory() as corpus:
        for number, seed in enumerate(seeds()):
            (Path(corpus) / f"{number:04}").write_bytes(seed)
        chosen = [corpus, f"-max_total_time={given}"] if given.isdigit() else [given]
        atheris.Setup([sys.argv[0], *chosen, f"-max_len={_LONGEST}", "-timeout=60", *sys.argv[2:]], one_input)
        atheris.Fuzz()


if __name__ == "__main__":
    main()
