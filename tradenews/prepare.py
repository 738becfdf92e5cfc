"""Makes the prepared files of the package: ``python -m tradenews.prepare``.

The build of a wheel, and an editable installation, do so; without them all works alike and starts more
slowly. A file that is out of date does no harm: it is not used. ``--check`` tells which are, and writes none.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from functools import partial
from importlib import import_module
from pkgutil import iter_modules
from typing import Any

import tradenews.grammar as grammar
import tradenews.prepared as prepared
from tradenews.grammar.rule import Grammar, rules_sources
from tradenews.lexicon.load import build, build_world, languages, line_tables, shared_words, tables_of
from tradenews.lexicon.pack import lexicon_sources, lines_sources, packed_lexicon
from tradenews.normalize import cldr
from tradenews.normalize.facts import cldr_sources, common_facts, facts_of
from tradenews.reading.confidence import fitted_weights, weights_sources


def things() -> dict[str, tuple[str, Callable[[], Any]]]:
    """All that is prepared by name: the digest of its sources, and what makes it."""
    found: dict[str, tuple[str, Callable[[], Any]]] = {}
    for code in languages():
        found[f"lexicon-{code}"] = (lexicon_sources(code), partial(_lexicon, code))
    found["lexicon-world"] = (lines_sources("world"), build_world)
    for name in (*languages(), "world"):
        found[f"lines-{name}"] = (lines_sources(name), partial(line_tables, name))
    places = sorted(cldr.territories("en"))
    for code in languages():
        found[f"cldr-{code}"] = (cldr_sources(code), partial(facts_of, code, places))
    found["cldr"] = (cldr_sources(None), common_facts)
    found["rules"] = (rules_sources(), sound_rules)
    found["confidence"] = (weights_sources(), fitted_weights)
    return found


def sound_rules() -> list[str]:
    """The patterns of all rules, each of which was looked at when its rule was made, now or before."""
    modules = (import_module(f"tradenews.grammar.{each.name}") for each in iter_modules(grammar.__path__))
    grammars = (thing for module in modules for thing in vars(module).values() if isinstance(thing, Grammar))
    return sorted({rule.source for each in grammars for rule in each.rules})


def _lexicon(language: str) -> dict[str, Any]:
    return packed_lexicon(build(language, tables_of(language)), shared_words())


def prepare(folder: str) -> list[str]:
    """Write all prepared files into ``folder``, and remove those of old; the names of the files."""
    made = {f"{name}.json": prepared.packed(make(), sources) for name, (sources, make) in things().items()}
    for name in os.listdir(folder):
        if name.endswith(".json") and name not in made:
            os.remove(os.path.join(folder, name))
    for name, data in made.items():
        with open(os.path.join(folder, name), "wb") as file:
            file.write(data)
    return sorted(made)


def outdated() -> list[str]:
    """The prepared things that are missing, broken or out of date, and therefore not used."""
    known = things().items()
    return [name for name, (sources, _) in known if prepared.read_prepared(name, sources) is None]


def main() -> None:
    """Write the files, or tell which are out of date."""
    if sys.argv[1:] == ["--check"]:
        if names := outdated():
            sys.exit(f"not prepared, or out of date: {', '.join(names)}")
    else:
        print(*prepare(prepared.__path__[0]), sep="\n")


if __name__ == "__main__":
    main()
