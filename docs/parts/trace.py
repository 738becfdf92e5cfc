"""The picture of the chain: how one sentence is folded, from a real trace."""

from __future__ import annotations

from html import escape

import tradenews
from tradenews.grammar.context import Context
from tradenews.grammar.pipeline import CASCADE
from tradenews.lexicon.load import load_lexicon
from tradenews.lexicon.tags import TAGS
from tradenews.scan.chain import Chain
from tradenews.scan.tokens import scan

SENTENCE = "Mexican exports to China rose 12.2 percent to $7 billion in May 2016."
STEP = 9.0  # pixels a character
LEFT, ROW, BOX = 76, 44, 28
MEANINGS = {tag.letter: tag.meaning for tag in TAGS}
NAMES = {"dates": "dates", "numbers": "numbers", "moneys": "amounts"}
Stage = tuple[str, Chain]


def stages() -> list[Stage]:
    """The chain after scanning, and after each grammar that changed it."""
    lexicon = load_lexicon("en")
    context = Context("en", lexicon)
    chain = scan(SENTENCE, 0, len(SENTENCE), lexicon)
    found = [("words", chain)]
    for grammar in CASCADE:
        folded = grammar.fold(chain, context)
        if folded.tags != chain.tags:
            name = grammar.rules[0].name.split(".")[0] + "s"
            found.append((NAMES.get(name, name), folded))
        chain = folded
    return found


def picture() -> str:
    """The stages one below the other as SVG: a box a link, over the words that it covers."""
    found = stages()
    width = LEFT + STEP * len(SENTENCE) + 10
    height = ROW * (len(found) + 2) + 20
    parts = [
        f'<div class="chain"><svg viewBox="0 0 {width:.0f} {height}" width="{width:.0f}" role="img" '
        'aria-label="A sentence, and the shorter and shorter chain of tags that is made of it">'
    ]
    parts += [
        f'<text x="{LEFT + STEP * (i + 0.5):.1f}" y="24" class="letter">{escape(character)}</text>'
        for i, character in enumerate(SENTENCE)
    ]
    before: set[tuple[int, int, str]] = set()
    for row, (name, chain) in enumerate(found, 1):
        y = ROW * row
        parts.append(f'<text x="0" y="{y + 19}" class="stage">{escape(name)}</text>')
        now = {(chain.starts[i], chain.ends[i], chain.tags[i]) for i in range(len(chain))}
        parts += [
            _box(start, end, tag, y, (start, end, tag) not in before) for start, end, tag in sorted(now)
        ]
        before = now
    parts += _figures(ROW * (len(found) + 1))
    return "\n".join([*parts, "</svg></div>"]) + "\n"


def _box(start: int, end: int, tag: str, y: int, new: bool) -> str:
    x, width = LEFT + STEP * start + 1, STEP * (end - start) - 2
    words = escape(SENTENCE[start:end])
    meaning = escape(MEANINGS.get(tag, ""))
    return (
        f'<g class="{"new" if new else "old"}"><title>{words}: {meaning}</title>'
        f'<rect x="{x:.1f}" y="{y}" width="{width:.1f}" height="{BOX}" rx="4"/>'
        f'<text x="{x + width / 2:.1f}" y="{y + 19}">{escape(tag)}</text></g>'
    )


def _figures(y: int) -> list[str]:
    """What is read off the short chain: the figures, under their words."""
    parts = [f'<text x="0" y="{y + 19}" class="stage">figures</text>']
    for figure in tradenews.find_figures(SENTENCE, "en"):
        x, width = LEFT + STEP * figure.span.start + 1, STEP * len(figure.span) - 2
        words = f"{figure.kind} {figure.form}"
        parts.append(
            f'<g class="figure"><rect x="{x:.1f}" y="{y}" width="{width:.1f}" height="{BOX}" rx="4"/>'
            f'<text x="{x + width / 2:.1f}" y="{y + 19}">{escape(words)}</text></g>'
        )
    return parts


def table() -> str:
    """The same as a table, for who reads no pictures."""
    lines = ["| after | chain |", "| --- | --- |"]
    lines += [f"| {name} | `{' '.join(chain.tags)}` |" for name, chain in stages()]
    used = dict.fromkeys(tag for _, chain in stages() for tag in chain.tags)
    told = [f"`{tag}` {MEANINGS[tag]}" for tag in used if tag in MEANINGS]
    return "\n".join([*lines, "", "The tags in it: " + "; ".join(told) + "."]) + "\n"
