"""Words that are a noun and a verb at once, once the names around them are known."""

from __future__ import annotations

from tradenews.grammar.rule import Grammar, Hit, Rule


def _verb(hit: Hit) -> str | None:
    """ "China compra 28%": a noun of the language that is also a verb, between who acts and how much."""
    words = hit.chain.words(hit.first)
    found: str | None = hit.context.lexicon.also(words, "J") if hit.context else None
    return found


HOMOGRAPHS = Grammar(
    "J",
    Rule(
        "homograph.verb", "K(?<=[AG@:].)(?=_?b?Q)", _verb, example="A China compra 28% da soja", language="pt"
    ),
)
