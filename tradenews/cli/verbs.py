"""What each command does; the functions give the exit status."""

from __future__ import annotations

import argparse
import json
import sys
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.metadata import PackageNotFoundError
from importlib.metadata import version as installed_version
from pathlib import Path
from typing import TextIO

from tradenews.cli.screen import Progress, coloured, complain, paint
from tradenews.errors import ArgumentError
from tradenews.io.files import Options, read_inputs
from tradenews.io.json import to_json
from tradenews.io.schema import json_schema
from tradenews.io.tables import record_table, stream_csv, stream_parquet
from tradenews.io.watchlist import read_watchlist
from tradenews.lexicon.check import check_language
from tradenews.models.actor import Actor
from tradenews.models.article import Article
from tradenews.models.deal import Deal
from tradenews.models.figure import TradeFigure
from tradenews.parser import Parser
from tradenews.reconciling.dossier import reconcile
from tradenews.render.dossier import render_dossier
from tradenews.render.flows import plot_flows
from tradenews.render.html import render_html
from tradenews.render.series import plot_figures
from tradenews.render.text import render_table
from tradenews.render.timeline import plot_deals
from tradenews.samples import load, names
from tradenews.workers.item import Item

Named = tuple[str, Article]


def version() -> str:
    """The name and version that is installed."""
    try:
        return f"tradenews {installed_version('tradenews')}"
    except PackageNotFoundError:  # a source tree that was never installed
        return "tradenews"


class _Inputs:
    """The articles of the files that a command names, failures told as they come."""

    def __init__(self, options: argparse.Namespace, *, out: str | None = None) -> None:
        watchlist = read_watchlist(options.watchlist) if options.watchlist else ()
        self._parser = Parser(home=options.home, lexicon=options.lexicon, watchlist=watchlist)
        self._names = options.files if hasattr(options, "files") else [options.file]
        self._options = Options(options.form, options.text_field, _fields(options.field), options.encoding)
        given = {"language": options.language, "published": options.published}
        self._given = {key: value for key, value in given.items() if value is not None}
        self._workers = getattr(options, "workers", None)
        elsewhere = out is not None or not sys.stdout.isatty()
        shown = elsewhere and sys.stderr.isatty() and not getattr(options, "quiet", True)
        self._progress = Progress(sys.stderr, shown=shown)

    @property
    def parser(self) -> Parser:
        return self._parser

    @property
    def status(self) -> int:
        return 1 if self._progress.failed else 0

    def articles(self) -> Iterator[Named]:
        """Every article with the name of its input."""
        labels: deque[str] = deque()
        results = self._parser.parse_many(self._items(labels), self._workers)
        for result in self._progress.watch(results):
            name = labels.popleft()  # results come in the order of the inputs
            if isinstance(result, Article):
                yield name, result
            else:
                self._fail(name, result.error)

    def first(self) -> Article | None:
        """The first article; None where it cannot be read."""
        return next((article for _, article in self.articles()), None)

    def _items(self, labels: deque[str]) -> Iterator[Item]:
        for name, pair in read_inputs(self._names, self._options):
            if isinstance(pair, Exception):
                self._fail(name, pair)
            else:
                labels.append(name)
                yield pair[0], {**pair[1], **self._given}

    def _fail(self, name: str, error: Exception) -> None:
        self._progress.failed += 1
        self._progress.clear()
        complain(f"{name}: {error}")


def _fields(pairs: list[str]) -> dict[str, str]:
    """``published=day`` as a dict; :class:`ArgumentError` for what has no such shape."""
    found = {}
    for pair in pairs:
        key, sign, name = pair.partition("=")
        if not sign or not name:
            raise ArgumentError("--field", pair, "write KEY=NAME, as published=day")
        found[key] = name
    return found


@contextmanager
def _opened(path: str | None) -> Iterator[TextIO]:
    """The file of a path, or standard output."""
    if path is None:
        yield sys.stdout
        return
    with open(path, "w", encoding="utf-8", errors="backslashreplace", newline="") as file:
        yield file


def parse(options: argparse.Namespace) -> int:
    """Articles to records, in the format asked for."""
    inputs = _Inputs(options, out=options.output)
    articles = inputs.articles()
    if options.format == "parquet":
        if options.output is None:
            raise ArgumentError("--output", None, "parquet is no text: name a file, as -o figures.parquet")
        stream_parquet((article for _, article in articles), options.output, options.rows)
        return inputs.status
    with _opened(options.output) as out:
        if options.format == "csv":
            stream_csv((article for _, article in articles), out, options.rows)
        elif options.format == "table":
            on = coloured(options.color, out)
            for name, article in articles:
                print(
                    f"{paint(name, 'bold', on)}\n{_painted(render_table(article), on)}\n",
                    file=out,
                    flush=True,
                )
        elif options.format == "jsonl":
            for _, article in articles:
                print(to_json(article), file=out, flush=True)
        else:
            print("[", file=out, end="")
            for number, (_, article) in enumerate(articles):
                print(",\n" if number else "", to_json(article, indent=1), sep="", end="", file=out)
            print("]", file=out)
    return inputs.status


def _painted(text: str, on: bool) -> str:
    """A table with its first line and its heads set apart."""
    if not on:
        return text
    styles = {"id  ": "soft", "deal": "note", "acto": "soft"}
    return "\n".join(paint(line, styles.get(line[:4], ""), line[:4] in styles) for line in text.split("\n"))


def explain(options: argparse.Namespace) -> int:
    """The rules and words behind records of one article."""
    inputs = _Inputs(options)
    article = inputs.first()
    if article is None:
        return 1
    records: dict[str, TradeFigure | Deal | Actor] = {f.id: f for f in article.figures}
    records |= {d.id: d for d in article.deals} | {a.id: a for a in article.actors}
    on = coloured(options.color, sys.stdout)
    for id in [options.record] if options.record else [f.id for f in article.figures]:
        if id not in records:
            complain(f"no record {id!r}; there are {', '.join(records) or 'none'}")
            return 2
        head, _, rest = str(inputs.parser.explain(article, records[id])).partition("\n")
        print(f"{paint(head, 'bold', on)}\n{rest}", end="\n\n")
    return inputs.status


def reconcile_all(options: argparse.Namespace) -> int:
    """Many articles to one account."""
    inputs = _Inputs(options)
    articles = [article for _, article in inputs.articles()]
    dossier = reconcile(articles)
    if options.format == "json":
        print(to_json(dossier))
    elif options.format == "html":
        print(render_dossier(dossier, articles, format="html"))
    else:
        on = coloured(options.color, sys.stdout)
        styles = {"CONFLICTS": "bad", "agrees": "good", "compatible": "good", "DEAL": "note"}
        for line in render_dossier(dossier, articles).split("\n"):
            style = styles.get(line.replace(":", " ").split(" ", 1)[0])
            print(paint(line, style, on) if style else line)
    return inputs.status


def render(options: argparse.Namespace) -> int:
    """An article as one page."""
    inputs = _Inputs(options)
    article = inputs.first()
    if article is None:
        return 1
    print(render_html(article, whole_page=True))
    return inputs.status


def chart(options: argparse.Namespace) -> int:
    """Articles as a picture."""
    suffix = Path(options.output).suffix.lower()
    if suffix not in (".png", ".svg", ".pdf"):
        raise ArgumentError("--output", options.output, "end it in .png, .svg or .pdf")
    inputs = _Inputs(options, out=options.output)
    kind = "events" if options.chart == "deals" else "figures"
    rows = record_table((article for _, article in inputs.articles()), kind)
    if options.chart == "flows":
        figure = plot_flows(rows, reporter=options.reporter, unit=options.unit)
    elif options.chart == "figures":
        figure = plot_figures(rows, options.kind, unit=options.unit)
    else:
        figure = plot_deals(rows)
    figure.savefig(options.output, dpi=120)
    return inputs.status


def schema(options: argparse.Namespace) -> int:
    """The JSON Schema of a model."""
    print(json.dumps(json_schema(options.model), indent=1))
    return 0


def check(options: argparse.Namespace) -> int:
    """What is to be said of a language file."""
    problems = check_language(options.language)
    print("\n".join(problems) or "nothing to say")
    return 1 if problems else 0


def demo(options: argparse.Namespace) -> int:
    """The sample articles as tables here, as JSON in a folder."""
    folder = Path(options.folder)
    folder.mkdir(parents=True, exist_ok=True)
    parser, on = Parser(), coloured(options.color, sys.stdout)
    for name in names():
        article = parser.parse(load(name))
        (folder / f"{name}.json").write_text(to_json(article, indent=1) + "\n", encoding="utf-8")
        print(f"{paint(name, 'bold', on)}\n{_painted(render_table(article), on)}\n")
    print(f"{len(names())} articles; their JSON lies in {folder.resolve()}")
    return 0
