"""Commands and their options, with help that shows examples."""

from __future__ import annotations

import argparse
from collections.abc import Callable

from tradenews.cli import verbs
from tradenews.cli.completion import completion
from tradenews.io.files import FORMS
from tradenews.io.tables import KINDS

_EXIT = """exit status: 0 all was done; 1 some inputs failed (named on stderr) and the rest was done, or a
check found something; 2 wrong use; 130 interrupted."""
_TOP = f"""examples:
  tradenews parse article.txt                    one JSON object a line
  tradenews parse --format table *.txt           a table for people
  cat article.txt | tradenews parse -            from a pipe
  tradenews parse archive/ --workers 2 > out.jsonl
  tradenews explain article.txt f1               why the first figure is what it is
  tradenews reconcile a.txt b.txt c.txt          one account of several articles, conflicts on top
  tradenews render article.txt > article.html    the text with its records highlighted
  tradenews chart flows archive/ -o flows.png    exports and imports by partner

"tradenews COMMAND --help" has more.
{_EXIT}
"""
_PARSE = f"""inputs: text, HTML pages (tradenews[html]), RSS and Atom feeds (tradenews[feeds]), JSON Lines,
JSON (schema.org, IPTC ninjs, any objects), each also .gz; told by name, a pipe by how it begins.

examples:
  tradenews parse page.html feed.xml news.jsonl.gz
  tradenews parse news.jsonl --text-field body --field published=day --field title=headline
  tradenews parse archive/ --format csv --rows deals -o deals.csv
  tradenews parse archive/ --format parquet -o figures.parquet --workers 2
  zcat dump.jsonl.gz | tradenews parse - --from jsonl | jq .figures
  tradenews parse article.txt --lexicon mine.toml --watchlist firms.toml

{_EXIT}
"""
_EXPLAIN = f"""examples:
  tradenews explain article.txt                  every figure
  tradenews explain article.txt d1               the first deal

{_EXIT}
"""
_RECONCILE = f"""examples:
  tradenews reconcile one.txt other.txt
  tradenews reconcile archive/ --format html > dossier.html

{_EXIT}
"""
_CHART = f"""needs tradenews[plot]; the name of the output says what it is: .png, .svg, .pdf.

examples:
  tradenews chart flows archive/ -o flows.png --reporter CL
  tradenews chart figures archive/ -o exports.svg --kind exports --unit USD
  tradenews chart deals archive/ -o deals.pdf

{_EXIT}
"""
_COMPLETION = """examples:
  eval "$(tradenews completion bash)"            in ~/.bashrc
  eval "$(tradenews completion zsh)"             in ~/.zshrc
  tradenews completion fish | source             in config.fish
"""
_WHEN = ("auto", "always", "never")
Verbs = Callable[..., argparse.ArgumentParser]


def make_options() -> argparse.ArgumentParser:
    """The parser of the command line: each command's function stands in ``run``."""
    top = argparse.ArgumentParser(
        prog="tradenews",
        description="Trade news in, typed records out.",
        epilog=_TOP,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    top.add_argument("--version", action="version", version=verbs.version())
    group = top.add_subparsers(title="commands", required=True, metavar="COMMAND")

    def verb(name: str, run: object, help: str, epilog: str = _EXIT) -> argparse.ArgumentParser:
        shape = argparse.RawDescriptionHelpFormatter
        made = group.add_parser(name, help=help, description=help, epilog=epilog, formatter_class=shape)
        made.set_defaults(run=run)
        return made

    _reading_verbs(verb)
    _other_verbs(verb)
    shells = verb("completion", None, "a script that completes this command in a shell", _COMPLETION)
    shells.add_argument("shell", choices=("bash", "zsh", "fish"))
    shells.set_defaults(run=lambda options: print(completion(top, options.shell), end="") or 0)
    return top


def _reading_verbs(verb: Verbs) -> None:
    parse = verb("parse", verbs.parse, "articles to records", _PARSE)
    _add_inputs(parse)
    formats = ("jsonl", "json", "table", "csv", "parquet")
    parse.add_argument("--format", choices=formats, default="jsonl", help="of the output (default: jsonl)")
    parse.add_argument(
        "--rows", choices=KINDS, default="figures", help="what is a row of csv and parquet (default: figures)"
    )
    parse.add_argument("--output", "-o", metavar="FILE", help="where to (default: standard output)")
    _add_workers(parse)
    _add_color(parse)
    explain = verb("explain", verbs.explain, "the rules and words behind a figure, deal or actor", _EXPLAIN)
    _add_inputs(explain, many=False)
    explain.add_argument("record", nargs="?", help="the id of a figure, deal or actor (default: all figures)")
    _add_color(explain)
    many = verb("reconcile", verbs.reconcile_all, "many articles to one account: who claims what", _RECONCILE)
    _add_inputs(many)
    many.add_argument(
        "--format", choices=("text", "html", "json"), default="text", help="of the output (default: text)"
    )
    _add_workers(many)
    _add_color(many)
    render = verb("render", verbs.render, "an article as one HTML page, its records highlighted")
    _add_inputs(render, many=False)
    chart = verb("chart", verbs.chart, "articles as a chart", _CHART)
    charts = ("flows", "figures", "deals")
    chart.add_argument("chart", choices=charts, help="trade by partner, over time, steps of deals")
    _add_inputs(chart)
    chart.add_argument("--output", "-o", metavar="FILE", required=True, help="where to: .png, .svg or .pdf")
    chart.add_argument("--reporter", metavar="CODE", help="flows: of which country (default: most rows)")
    chart.add_argument("--kind", help="figures: of what kind (default: most rows)")
    chart.add_argument("--unit", help="flows and figures: in which unit (default: most rows)")
    _add_workers(chart)


def _other_verbs(verb: Verbs) -> None:
    schema = verb("schema", verbs.schema, "the JSON Schema of an article")
    schema.add_argument("model", nargs="?", default="Article", help="a model's name (default: Article)")
    check = verb("check", verbs.check, "what a language file lacks, and where it contradicts itself")
    check.add_argument("language", help="a language code: de")
    demo = verb("demo", verbs.demo, "structure the bundled sample articles")
    demo.add_argument("folder", nargs="?", default="demo", help="where the JSON goes (default: demo)")
    _add_color(demo)


def _add_inputs(verb: argparse.ArgumentParser, *, many: bool = True) -> None:
    """Where articles come from, and what is known of them."""
    if many:
        verb.add_argument("files", nargs="+", metavar="FILE", help="files, folders, or - for a pipe")
    else:
        verb.add_argument("file", metavar="FILE", help="a file, or - for a pipe; its first article")
    add = verb.add_argument
    add("--from", dest="form", choices=FORMS, default="auto", help="what they are (default: auto)")
    add("--text-field", metavar="NAME", default="text", help="of JSON: where the text is; a.b goes deeper")
    fields = "of JSON: where published, source, title, url, language or byline is; may be repeated"
    add("--field", metavar="KEY=NAME", action="append", default=[], help=fields)
    add("--encoding", metavar="NAME", help="of texts and pages (default: detected)")
    add("--language", metavar="CODE", help="of the texts (default: detected)")
    add("--published", metavar="DATE", help="2017-09-07, 2017-09 (default: read from the text)")
    add("--home", metavar="CODE", help="the country whose bare $ is meant: CA")
    words = "words of your own (TOML); may be repeated"
    add("--lexicon", metavar="FILE", action="append", default=[], help=words)
    add("--watchlist", metavar="FILE", help="actors of your own (TOML)")


def _add_workers(verb: argparse.ArgumentParser) -> None:
    verb.add_argument("--workers", type=int, default=None, metavar="N", help="processes (default: this one)")
    verb.add_argument("--quiet", "-q", action="store_true", help="no progress on a terminal")


def _add_color(verb: argparse.ArgumentParser) -> None:
    verb.add_argument("--color", choices=_WHEN, default="auto", help="default: only on a terminal")
