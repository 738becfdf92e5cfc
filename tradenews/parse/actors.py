"""Mentions merged into actors."""

from __future__ import annotations

from tradenews.grammar.context import Context
from tradenews.models.actor import Actor
from tradenews.models.span import Span
from tradenews.normalize.cldr import territories
from tradenews.parse.metadata import Metadata
from tradenews.parse.sentence import Sentence


def read_actors(sentences: list[Sentence], context: Context, metadata: Metadata) -> tuple[Actor, ...]:
    """The actors that the sentences name, each once; fills ``refs`` of every sentence."""
    mentions: dict[str, list[Span]] = {}
    for sentence in sentences:
        chain = sentence.chain
        for i in chain.find("Aa"):
            code = chain.values[i]
            sentence.refs[i] = code
            mentions.setdefault(code, []).append(Span(chain.starts[i], chain.ends[i]))
    names = territories("en")
    return tuple(
        Actor(code, "country" if code in names else "bloc", names.get(code, code), code, mentions=tuple(m))
        for code, m in mentions.items()
    )
