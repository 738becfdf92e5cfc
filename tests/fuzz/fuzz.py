"""Coverage-guided fuzzing with atheris, for so many seconds: ``make fuzz``.

The text that the fuzzer grows goes through the public functions; what they promise is checked. An input that
breaks a promise is written to a file by the fuzzer, and the exit status is not 0.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["tradenews"]):
    import tradenews
    from tradenews import samples
    from tradenews.errors import TradeNewsError

    for public in tradenews.__all__:  # modules are imported when their names are first used
        getattr(tradenews, public)

LANGUAGES = (None, "en", "de", "es", "fr", "it", "nl", "pt", "zh")


def one_text(data: bytes) -> None:
    """What must hold for any text."""
    provider = atheris.FuzzedDataProvider(data)
    language = LANGUAGES[provider.ConsumeIntInRange(0, len(LANGUAGES) - 1)]
    text = provider.ConsumeUnicode(4000)
    article = tradenews.parse(text, language=language)
    assert article.text == text
    assert tradenews.from_json(tradenews.to_json(article)) == article
    for figure in article.figures:
        assert 0 <= figure.span.start < figure.span.end <= len(text)
        assert figure.amount.low <= figure.amount.high
    tradenews.find_amounts(text, language)
    tradenews.find_periods(text, language)
    tradenews.render_html(article)
    tradenews.reconcile([article])
    for strict in (tradenews.normalize_amount, tradenews.normalize_number, tradenews.normalize_period):
        try:
            strict(text[:80], language or "en")
        except TradeNewsError:
            continue
    try:
        tradenews.from_json(data)
    except TradeNewsError:
        return


def main() -> None:
    """Fuzz from the sample articles on."""
    seconds = sys.argv[1] if len(sys.argv) > 1 else "60"
    with tempfile.TemporaryDirectory() as corpus:
        for name in samples.names():
            (Path(corpus) / name).write_bytes(b"\x00" + samples.load(name)[:1500].encode())
        atheris.Setup(
            [sys.argv[0], corpus, f"-max_total_time={seconds}", "-max_len=4000", "-timeout=60"], one_text
        )
        atheris.Fuzz()


if __name__ == "__main__":
    main()
