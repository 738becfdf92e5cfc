"""Articles made from annotations, as a parser without a fault would give them."""

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

from tradenews import Actor, Amount, Article, Block, Deal, Party, Product, Span, TradeFigure
from tradenews.normalize.edtf import parse_edtf
from tradenews.normalize.names import slug


def article_of(path: Path) -> Article:
    """The annotated article at ``path`` as an Article."""
    gold = json.loads(path.read_text(encoding="utf-8"))
    text: str = gold["text"]
    ids = {}
    for actor in gold["actors"]:
        state = actor["kind"] in ("country", "bloc")
        id = actor["country"] if state and actor["country"] else slug(actor["name"])
        ids[actor["name"]] = id
        if actor["country"] and state:
            ids[actor["country"]] = id
    return Article(
        id=gold["id"],
        text=text,
        language=gold["language"],
        source=gold["meta"]["source"],
        published=_period(gold["meta"]["published"]),
        blocks=tuple(_blocks(text)),
        actors=tuple(_actor(a, ids, text) for a in gold["actors"]),
        figures=tuple(_figure(n, f, ids, text) for n, f in enumerate(gold["figures"], 1)),
        deals=tuple(_deal(n, d, ids, text) for n, d in enumerate(gold["deals"], 1)),
    )


def _blocks(text: str) -> list[Block]:
    blocks, start = [], 0
    for line in text.split("\n"):
        if line.strip():
            blocks.append(Block("paragraph", Span(start, start + len(line))))
        start += len(line) + 1
    return blocks


def _period(edtf: str | None) -> Any:
    return parse_edtf(edtf) if edtf else None


def _actor(row: dict[str, Any], ids: dict[str, str], text: str) -> Actor:
    place = max(text.find(row["name"]), 0)
    return Actor(
        ids[row["name"]], row["kind"], row["name"], row["country"], row["role"], None, tuple(row["aliases"]),
        (Span(place, place + len(row["name"])),),
    )  # fmt: skip


def _figure(n: int, row: dict[str, Any], ids: dict[str, str], text: str) -> TradeFigure:
    start = text.index(row["quote"])
    span = Span(start, start + len(row["quote"]))
    return TradeFigure(
        id=f"f{n}", span=span, sentence=_sentence(text, span),
        amount=Amount(Decimal(row["low"]), Decimal(row["high"]), row["unit"], row["bound"], row["per"]),
        kind=row["kind"], form=row["form"], modality=row["modality"],
        reporter=ids.get(row["reporter"], row["reporter"]), partner=ids.get(row["partner"], row["partner"]),
        product=Product(row["product"]) if row["product"] else None,
        counted=row["counted"], period=_period(row["period"]),
    )  # fmt: skip


def _sentence(text: str, span: Span) -> Span:
    start = max(text.rfind(". ", 0, span.start) + 2, text.rfind("\n", 0, span.start) + 1, 0)
    ends = [e for e in (text.find(". ", span.end), text.find("\n", span.end)) if e >= 0]
    return Span(start, min(ends, default=len(text)))


def _deal(n: int, row: dict[str, Any], ids: dict[str, str], text: str) -> Deal:
    start = text.index(row["quote"])
    return Deal(
        id=f"d{n}", kind=row["kind"], status=row["status"], threatened=row["threatened"], name=row["name"],
        parties=tuple(Party(ids.get(p, p)) for p in row["parties"]), date=_period(row["date"]),
        evidence=(Span(start, start + len(row["quote"])),),
    )  # fmt: skip
