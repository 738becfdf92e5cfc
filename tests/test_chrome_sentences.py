"""Sentence ends: abbreviations, initials, ordinals, quotes, wide stops."""

# ruff: noqa: E501
from __future__ import annotations

from itertools import pairwise

import pytest

from tradenews.lexicon.load import load_lexicon
from tradenews.scan.sentences import sentence_bounds, sentence_starts
from tradenews.scan.tokens import scan

CASES = [
    ("en", "Mr. J. Smith of the U.S. Department said No. 5 rose 3.5 percent.| The rest fell."),
    ("en", "It went to the U.S.| The price rose."),
    ("en", '"Why now?" he asked.| "We won!"| Exports grew.| It rose to 12.| The rest... was gone.'),
    (
        "de",
        "Rund 5 Mrd. Euro gingen am 3. Oktober z.B. an die Max AG.| Im 2. Quartal waren es ca. 3 Mio. Tonnen.",
    ),
    ("de", "Die Fa. Meier (Art. 5) zahlt 3 Mrd.| Das ist viel."),
    ("es", "La S.A. de C.V. vendió a EE.UU. unos 5 mdd.| El art. 5 lo permite.| Sr. Pérez no vino."),
    ("fr", "M. Dupont a dit : « Non. »| Les ventes du n° 5 montent.| L'art. 5 vaut."),
    ("pt", "O Sr. Silva pagou a S.A. do grupo.| O art. 5 vale."),
    ("it", "La S.p.A. ha venduto tutto.| Il dott. Rossi dice no.| E poi?"),
    ("nl", "Dhr. Jansen kocht o.a. kaas.| De prijs steeg.| Dat was in jan. 2019."),
    ("zh", "出口增长5.7%。|进口下降！|“好的。”"),
]


@pytest.mark.parametrize(("language", "marked"), CASES)
def test_sentences(language: str, marked: str) -> None:
    lexicon, text = load_lexicon(language), marked.replace("|", "")
    chain = scan(text, 0, len(text), lexicon)
    found = [chain.words(a, b) for a, b in sentence_bounds(chain, sentence_starts(lexicon))]
    assert found == [part.strip() for part in marked.split("|")]


def test_bounds_cover_the_chain() -> None:
    lexicon = load_lexicon("en")
    text = 'A. B! ... ?? (c.) " . x'
    chain = scan(text, 0, len(text), lexicon)
    bounds = list(sentence_bounds(chain, sentence_starts(lexicon)))
    assert bounds[0][0] == 0
    assert bounds[-1][1] == len(chain)
    assert all(a[1] == b[0] for a, b in pairwise(bounds))
