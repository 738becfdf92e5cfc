"""The command line: ``tradenews`` and ``python -m tradenews``."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TextIO

from tradenews.errors import TradeNewsError
from tradenews.io.files import read_texts
from tradenews.io.json import to_json
from tradenews.io.schema import json_schema
from tradenews.lexicon.check import check_language
from tradenews.models.actor import Actor
from tradenews.models.article import Article
from tradenews.models.deal import Deal
from tradenews.models.figure import TradeFigure
from tradenews.parser import Parser
from tradenews.reconciling.dossier import reconcile
from tradenews.render.dossier import render_dossier
from tradenews.render.html import render_html
from tradenews.render.text import render_table
from tradenews.samples import load, names

_EXAMPLES = """examples:
  tradenews parse article.txt                    one JSON object a line
  tradenews parse --format table *.txt           a table for people
  cat article.txt | tradenews parse -            from a pipe
  tradenews parse archive/ --workers 2 > out.jsonl
  tradenews explain article.txt f1               why the first figure is what it is
  tradenews reconcile a.txt b.txt c.txt          one account of several articles, conflicts on top
  tradenews render article.txt > article.html    the text with its records highlighted

exit status: 0 all was done; 1 some inputs failed (named on stderr), the rest was done;
2 wrong use.
"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; the exit status is 0, 1 (some inputs failed) or 2 (wrong use)."""
    options = _options().parse_args(arguments)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        status: int = options.run(options)
    except TradeNewsError as error:
        _complain(str(error))
        return 2
    except BrokenPipeError:  # the reader of the pipe has seen enough
        sys.stderr.close()
        return 0
    return status


def _options() -> argparse.ArgumentParser:
    top = argparse.ArgumentParser(
        prog="tradenews",
        description="Trade news in, typed records out.",
        epilog=_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    verbs = top.add_subparsers(title="commands", required=True, metavar="COMMAND")
    parse = _verb(verbs, "parse", _parse, "texts to articles")
    parse.add_argument(
        "files", nargs="+", metavar="FILE", help="text files, folders (their *.txt), or - for stdin"
    )
    parse.add_argument("--format", choices=("jsonl", "json", "table"), default="jsonl", help="default: jsonl")
    parse.add_argument("--workers", type=int, default=None, metavar="N", help="processes (default: this one)")
    _add_given(parse)
    explain = _verb(verbs, "explain", _explain, "the rules and words behind a figure, deal or actor")
    explain.add_argument("file", metavar="FILE", help="a text file, or - for stdin")
    explain.add_argument("record", nargs="?", help="the id of a figure, deal or actor (default: all figures)")
    _add_given(explain)
    many = _verb(verbs, "reconcile", _reconcile, "many articles to one account: who claims what")
    many.add_argument(
        "files", nargs="+", metavar="FILE", help="text files, folders (their *.txt), or - for stdin"
    )
    many.add_argument("--format", choices=("text", "html", "json"), default="text", help="default: text")
    _add_given(many)
    render = _verb(verbs, "render", _render, "an article as one HTML page, its records highlighted")
    render.add_argument("file", metavar="FILE", help="a text file, or - for stdin")
    _add_given(render)
    schema = _verb(verbs, "schema", _schema, "the JSON Schema of an article")
    schema.add_argument("model", nargs="?", default="Article", help="a model's name (default: Article)")
    check = _verb(verbs, "check", _check, "what a language file lacks, and where it contradicts itself")
    check.add_argument("language", help="a language code: de")
    demo = _verb(verbs, "demo", _demo, "structure the bundled sample articles")
    demo.add_argument("folder", nargs="?", default="demo", help="where the JSON goes (default: demo)")
    return top


def _verb(verbs: argparse._SubParsersAction, name: str, run: object, help: str) -> argparse.ArgumentParser:  # type: ignore[type-arg]
    made: argparse.ArgumentParser = verbs.add_parser(name, help=help, description=help)
    made.set_defaults(run=run)
    return made


def _add_given(verb: argparse.ArgumentParser) -> None:
    verb.add_argument("--language", metavar="CODE", help="of the text (default: detected)")
    verb.add_argument(
        "--published", metavar="DATE", help="of the text: 2017-09-07, 2017-09 (default: read from it)"
    )
    verb.add_argument("--home", metavar="CODE", help="the country whose bare $ is meant: CA")


def _parse(options: argparse.Namespace) -> int:
    parser = Parser(home=options.home)
    failed = 0
    titles: list[str] = []

    def texts() -> Iterator[str]:
        nonlocal failed
        for name, text in read_texts(options.files):
            if isinstance(text, Exception):
                failed += 1
                _complain(f"{name}: {text}")
            else:
                titles.append(name)
                yield text

    given = {"language": options.language, "published": options.published}
    done: list[Article] = []
    for index, result in enumerate(parser.parse_many(texts(), options.workers, **given)):
        if isinstance(result, Article):
            done += _written(result, titles[index], options.format, sys.stdout)
        else:
            failed += 1
            _complain(f"{titles[index]}: {result.error}")
    if options.format == "json":
        print("[" + ",\n".join(to_json(article, indent=1) for article in done) + "]")
    return 1 if failed else 0


def _written(article: Article, name: str, format: str, out: TextIO) -> list[Article]:
    """Write an article at once, or give it back where all are needed together."""
    if format == "json":
        return [article]
    print(
        to_json(article) if format == "jsonl" else f"{name}\n{render_table(article)}\n", file=out, flush=True
    )
    return []


def _explain(options: argparse.Namespace) -> int:
    name, text = next(read_texts([options.file]))
    if isinstance(text, Exception):
        _complain(f"{name}: {text}")
        return 1
    parser = Parser(home=options.home)
    article = parser.parse(text, language=options.language, published=options.published)
    records: dict[str, TradeFigure | Deal | Actor] = {f.id: f for f in article.figures}
    records |= {d.id: d for d in article.deals} | {a.id: a for a in article.actors}
    wanted = [options.record] if options.record else [f.id for f in article.figures]
    for id in wanted:
        if id not in records:
            _complain(f"no record {id!r}; there are {', '.join(records) or 'none'}")
            return 2
        print(parser.explain(article, records[id]), end="\n\n")
    return 0


def _reconcile(options: argparse.Namespace) -> int:
    parser, failed, articles = Parser(home=options.home), False, []
    for name, text in read_texts(options.files):
        if isinstance(text, Exception):
            failed = True
            _complain(f"{name}: {text}")
        else:
            articles.append(parser.parse(text, language=options.language, published=options.published))
    dossier = reconcile(articles)
    if options.format == "json":
        print(to_json(dossier))
    else:
        print(render_dossier(dossier, articles, format=options.format))
    return 1 if failed else 0


def _render(options: argparse.Namespace) -> int:
    name, text = next(read_texts([options.file]))
    if isinstance(text, Exception):
        _complain(f"{name}: {text}")
        return 1
    article = Parser(home=options.home).parse(text, language=options.language, published=options.published)
    print(render_html(article, whole_page=True))
    return 0


def _schema(options: argparse.Namespace) -> int:
    print(json.dumps(json_schema(options.model), indent=1))
    return 0


def _check(options: argparse.Namespace) -> int:
    problems = check_language(options.language)
    print("\n".join(problems) or "nothing to say")
    return 1 if problems else 0


def _demo(options: argparse.Namespace) -> int:
    folder = Path(options.folder)
    folder.mkdir(parents=True, exist_ok=True)
    parser = Parser()
    for name in names():
        article = parser.parse(load(name))
        (folder / f"{name}.json").write_text(to_json(article, indent=1) + "\n", encoding="utf-8")
        print(f"{name}\n{render_table(article)}\n")
    print(f"{len(names())} articles; their JSON lies in {folder.resolve()}")
    return 0


def _complain(message: str) -> None:
    print(f"tradenews: {message}", file=sys.stderr)
