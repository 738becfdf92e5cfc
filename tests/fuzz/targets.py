"""Every public function as a target for fuzzing.

A target is called with a text, its language (None: detected) and a :class:`Draw` for what else it wants to
choose; it checks what the function promises. What is refused must be refused with a ``TradeNewsError``.
"""

from __future__ import annotations

import io
import json
import tempfile
from collections.abc import Callable
from contextlib import suppress
from decimal import Decimal
from pathlib import Path
from typing import Any

from promises import check
from texts import LANGUAGES, Draw, pick

import tradenews
from tradenews import models
from tradenews.errors import TradeNewsError

LOCALES = ("en", "de", "fr-CH", "zh-Hant", "ar", "xx", "", "en_IN", "\ud800", "../../etc")
UNITS = ("USD", "EUR", "t", "kg", "EUR/t", "percent", "bbl", "barrel/day", "USD/", "/", "", "\x00")
KINDS = ("figures", "deals", "actors", "events", "articles", "", "Figures")


Target = Callable[[str, str | None, Draw], None]


def article_of(text: str, language: str | None) -> models.Article:
    article = tradenews.parse(text, language=language)
    check(article, text)
    return article


def _parse(text: str, language: str | None, draw: Draw) -> None:
    given = {name: text[:40] if draw.ConsumeIntInRange(0, 1) else None for name in ("source", "title", "url")}
    article = tradenews.parse(text, language=language, byline=[text[:20]], **given)
    check(article, text)
    assert article == tradenews.parse(text, language=language, byline=[text[:20]], **given)
    try:
        assert tradenews.parse(text, language=language, published=text[:12]).published is not None
    except TradeNewsError:
        assert tradenews.parse(text, language=language, published="2017-09").published is not None


def _parse_many(text: str, language: str | None, draw: Draw) -> None:
    cut = draw.ConsumeIntInRange(0, len(text))
    told = [(text, {"language": language}), (text[:20], {"published": text[20:30]})]
    parts = [text[:cut], text[cut:], *told, None]
    read = list(tradenews.parse_many(parts))  # type: ignore[arg-type]
    assert len(read) == len(parts)
    assert read[2] == tradenews.parse(text, language=language)
    assert isinstance(read[-1], models.Failure)


def _parser(text: str, language: str | None, draw: Draw) -> None:
    limit = draw.ConsumeIntInRange(1, max(1, len(text)))
    words = text.split()
    watched = (models.Actor(id="w", kind="company", name=words[0]),) if words else ()
    try:
        parser = tradenews.Parser(max_chars=limit, languages=LANGUAGES, watchlist=watched)
    except TradeNewsError:
        return
    article = parser.parse(text, language=language)
    assert article.text == text
    assert all(f.span.end <= limit for f in article.figures)


def _find(name: str) -> Target:
    def find(text: str, language: str | None, draw: Draw) -> None:
        for found in getattr(tradenews, name)(text, language):
            span = getattr(found, "span", None)
            assert span is None or 0 <= span.start < span.end <= len(text)

    return find


def _normalize(name: str) -> Target:
    def normalize(text: str, language: str | None, draw: Draw) -> None:
        for part in (text[: draw.ConsumeIntInRange(0, 60)], *text.split("\n")[:3]):
            with suppress(TradeNewsError):
                assert getattr(tradenews, name)(part, language or "en") is not None

    return normalize


def _convert(text: str, language: str | None, draw: Draw) -> None:
    prices = {"USD": Decimal("1.25"), "CNY": Decimal("1E-400"), "JPY": Decimal("1E+30")}
    for mention in tradenews.find_amounts(text, language):
        amount = mention.value
        assert isinstance(amount, models.Amount)
        with suppress(TradeNewsError):
            made = tradenews.convert(amount, pick(draw, UNITS), tradenews.FixedRates("EUR", prices))
            assert made.low <= made.high
        with suppress(TradeNewsError):
            tradenews.convert(amount, text[:8], commodity=text[8:12])


def _format_amount(text: str, language: str | None, draw: Draw) -> None:
    for mention in tradenews.find_amounts(text, language):
        with suppress(TradeNewsError):
            assert tradenews.format_amount(mention.value, pick(draw, LOCALES))  # type: ignore[arg-type]


def _explain(text: str, language: str | None, draw: Draw) -> None:
    article = article_of(text, language)
    for record in (*article.figures[:3], *article.deals[:2], *article.actors[:2]):
        assert str(tradenews.explain(article, record))


def _from_html(text: str, language: str | None, draw: Draw) -> None:
    news = {"@type": "NewsArticle", "articleBody": text, "headline": text[:30], "datePublished": text[:10]}
    page = pick(
        draw,
        (
            f"<title>{text[:50]}</title><article><p>{text}</p></article>",
            f"<html lang='{language}'><body><p>{text}</p><table><tr><td>{text[:80]}</table>",
            f'<script type="application/ld+json">{json.dumps(news)}</script>',
            f'<script type="application/ld+json">{text}</script>',
            f'<?xml version="1.0"?><meta charset="{text[:12]}">{text}',
            text,
        ),
    )
    code = pick(draw, ("utf-8", "utf-16", "latin-1", "gb18030", "", ""))
    html: str | bytes = page.encode(code, "ignore") if code else page
    with suppress(TradeNewsError):
        article = tradenews.from_html(html, pick(draw, (None, "https://a.example/b", text[:20])))
        check(article, article.text)


def _changed(data: Any, draw: Draw, text: str) -> Any:
    """One value of a JSON document put in the place of another, taken out, or made anew."""
    places = [(data, key) for key in data]
    for place, key in places:
        value = place[key]
        if isinstance(value, dict | list):
            places += [(value, k) for k in (value if isinstance(value, dict) else range(len(value)))]
    place, key = pick(draw, places)
    others = (None, True, -1, 10**30, 1e308, "", text[:20], [], {}, [[]], "NaN", "1E+9999", "\ud800", data)
    match draw.ConsumeIntInRange(0, 2):
        case 0:
            place[key] = json.loads(json.dumps(pick(draw, others)))
        case 1:
            other, name = pick(draw, places)
            if name in other if isinstance(other, dict) else name < len(other):
                place[key] = json.loads(json.dumps(other[name]))
        case _:
            del place[key]
    return data


def _from_json(text: str, language: str | None, draw: Draw) -> None:
    with suppress(TradeNewsError):
        tradenews.from_json(text)
    data = json.loads(tradenews.to_json(tradenews.parse(text, language=language)))
    with suppress(TradeNewsError):
        article = tradenews.from_json(json.dumps(_changed(data, draw, text)))
        assert tradenews.from_json(tradenews.to_json(article)) == article
        tradenews.render_html(article, whole_page=True)
        tradenews.reconcile([article, tradenews.parse(text, language=language)])


def _from_dict(text: str, language: str | None, draw: Draw) -> None:
    with suppress(TradeNewsError):
        tradenews.from_dict(_changed(tradenews.to_dict(tradenews.parse(text, language=language)), draw, text))


def _to_json(text: str, language: str | None, draw: Draw) -> None:
    article = article_of(text, language)
    written = tradenews.to_json(article, indent=draw.ConsumeIntInRange(0, 3) or None)
    assert tradenews.from_json(written.encode()) == article


def _to_dict(text: str, language: str | None, draw: Draw) -> None:
    article = article_of(text, language)
    assert tradenews.from_dict(tradenews.to_dict(article)) == article


def _json_schema(text: str, language: str | None, draw: Draw) -> None:
    with suppress(TradeNewsError):
        assert tradenews.json_schema(pick(draw, (*models.__all__, text[:12])))


def _to(name: str) -> Target:
    def to(text: str, language: str | None, draw: Draw) -> None:
        made = getattr(tradenews, name)(article_of(text, language))
        assert json.dumps(made if isinstance(made, dict) else list(made), allow_nan=False)

    return to


def _record_table(text: str, language: str | None, draw: Draw) -> None:
    article = article_of(text, language)
    with suppress(TradeNewsError):
        table = tradenews.record_table([article], pick(draw, KINDS))
        out = io.StringIO(newline="")
        table.write_csv(out)
        assert len(out.getvalue().splitlines()) >= 1


def _read_watchlist(text: str, language: str | None, draw: Draw) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "firms.toml"
        named = "".join(f"{key} = {json.dumps(text[:30])}\n" for key in ("name", "id", "country", "kind"))
        path.write_bytes(pick(draw, (text, f"[[actor]]\n{named}")).encode("utf-8", "ignore"))
        with suppress(TradeNewsError):
            tradenews.Parser(watchlist=tradenews.read_watchlist(path)).parse(text, language=language)


def _two(text: str, language: str | None, draw: Draw) -> tuple[tradenews.Dossier, list[models.Article]]:
    """Two reports of the same, more or less."""
    other = text.replace(*pick(draw, (("1", "2"), ("5", "6"), ("rose", "fell"), (" ", "  "), ("\n", ". "))))
    articles = [article_of(text, language), article_of(other[draw.ConsumeIntInRange(0, 20) :], language)]
    rates = pick(draw, (None, tradenews.FixedRates("EUR", {"USD": Decimal("1.25")})))
    return tradenews.reconcile(articles, rates), articles


def _reconcile(text: str, language: str | None, draw: Draw) -> None:
    dossier, _ = _two(text, language, draw)
    assert tradenews.from_json(tradenews.to_json(dossier)) == dossier


def _render_dossier(text: str, language: str | None, draw: Draw) -> None:
    dossier, articles = _two(text, language, draw)
    with suppress(TradeNewsError):
        form = pick(draw, ("text", "html", "markdown", ""))
        assert tradenews.render_dossier(dossier, articles, format=form)


def _render_html(text: str, language: str | None, draw: Draw) -> None:
    page = tradenews.render_html(article_of(text, language), whole_page=bool(draw.ConsumeIntInRange(0, 1)))
    assert "<script" not in page.lower()


def _plot(name: str, kind: str) -> Target:
    def plot(text: str, language: str | None, draw: Draw) -> None:
        from matplotlib import pyplot

        rows = list(tradenews.record_table([article_of(text, language)], kind).rows)
        with suppress(TradeNewsError):
            getattr(tradenews, name)(rows)
        pyplot.close("all")

    return plot


_FOUND = ("actors", "amounts", "blocks", "deals", "figures", "periods")
_NORMAL = ("amount", "country", "currency", "number", "period", "unit")
TARGETS: dict[str, Target] = {
    "Parser": _parser,
    "convert": _convert,
    "explain": _explain,
    **{f"find_{what}": _find(f"find_{what}") for what in _FOUND},
    "format_amount": _format_amount,
    "from_dict": _from_dict,
    "from_html": _from_html,
    "from_json": _from_json,
    "json_schema": _json_schema,
    **{f"normalize_{what}": _normalize(f"normalize_{what}") for what in _NORMAL},
    "parse": _parse,
    "parse_many": _parse_many,
    "plot_deals": _plot("plot_deals", "deals"),
    "plot_figures": _plot("plot_figures", "figures"),
    "plot_flows": _plot("plot_flows", "figures"),
    "read_watchlist": _read_watchlist,
    "reconcile": _reconcile,
    "record_table": _record_table,
    "render_dossier": _render_dossier,
    "render_html": _render_html,
    **{f"to_{what}": _to(f"to_{what}") for what in ("annotations", "displacy", "jsonld", "ninjs")},
    "to_dict": _to_dict,
    "to_json": _to_json,
}
_SLOW = {"plot_deals", "plot_figures", "plot_flows", "from_html", "Parser", "json_schema"}
SLOTS = tuple(sorted(name for name in TARGETS for _ in range(1 if name in _SLOW else 7)))  # of each, so often
