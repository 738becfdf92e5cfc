"""Every rule is fired by its own example, and no grammar carries a rule without one."""

import importlib
import pkgutil
from datetime import date

import pytest

import tradenews.grammar
from tradenews.grammar.context import Context
from tradenews.grammar.pipeline import fold_chain
from tradenews.grammar.rule import Grammar, Rule, Step
from tradenews.lexicon.load import load_lexicon
from tradenews.scan.tokens import scan


def all_rules() -> list[Rule]:
    rules: dict[str, Rule] = {}
    for info in pkgutil.iter_modules(tradenews.grammar.__path__):
        module = importlib.import_module(f"tradenews.grammar.{info.name}")
        for value in vars(module).values():
            if isinstance(value, Grammar):
                rules |= {rule.name: rule for rule in value.rules}
    return [rules[name] for name in sorted(rules)]


@pytest.mark.parametrize("rule", all_rules(), ids=lambda rule: rule.name)
def test_example_fires_its_rule(rule: Rule) -> None:
    lexicon = load_lexicon(rule.language)
    context = Context(rule.language, lexicon, reference=date(2019, 8, 8))
    chain = scan(rule.example, 0, len(rule.example), lexicon)
    trace: list[Step] = []
    fold_chain(chain, context, trace)
    assert rule.name in {step.rule for step in trace}, f"{chain.tags}: {[s.rule for s in trace]}"


def test_names_are_unique() -> None:
    names = []
    for info in pkgutil.iter_modules(tradenews.grammar.__path__):
        module = importlib.import_module(f"tradenews.grammar.{info.name}")
        grammars = {id(v): v for v in vars(module).values() if isinstance(v, Grammar)}
        names += [(rule.name, id(rule)) for g in grammars.values() for rule in g.rules]
    assert len({name for name, _ in names}) == len(set(names))
