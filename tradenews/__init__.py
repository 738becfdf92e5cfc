"""Trade news in, typed records out: actors, deals and trade figures with exact source spans.

>>> import tradenews
>>> article = tradenews.parse("Germany exported cars worth €5.2 billion to China in 2019.")
>>> figure = article.figures[0]
>>> figure.kind, figure.reporter, figure.partner, str(figure.amount.value), figure.amount.unit
('exports', 'DE', 'CN', '5200000000', 'EUR')
>>> article.text[figure.span.start:figure.span.end]
'€5.2 billion'
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

__version__ = "0.1.0.dev0"

if TYPE_CHECKING:
    from tradenews.api import (
        Parser,
        explain,
        find_actors,
        find_blocks,
        find_deals,
        find_figures,
        parse,
        parse_many,
    )
    from tradenews.errors import (
        ArgumentError,
        GrammarError,
        LexiconError,
        MissingExtraError,
        NormalizationError,
        RatesError,
        SerializationError,
        TradeNewsError,
        UnknownLanguageError,
    )
    from tradenews.explanation import Explanation
    from tradenews.io.json import from_dict, from_json, to_dict, to_json
    from tradenews.io.schema import json_schema
    from tradenews.models import (
        Actor,
        Amount,
        Article,
        Assumption,
        Block,
        Dateline,
        Deal,
        DealEvent,
        Failure,
        Mention,
        Party,
        Period,
        Product,
        Span,
        TradeFigure,
    )

# Where each public name lives; a module is imported when one of its names is first used, so that
# ``import tradenews`` costs next to nothing.
_HOMES = {
    "tradenews.api": "Parser explain find_actors find_blocks find_deals find_figures parse parse_many",
    "tradenews.errors": "ArgumentError GrammarError LexiconError MissingExtraError NormalizationError RatesError "
    "SerializationError TradeNewsError UnknownLanguageError",
    "tradenews.explanation": "Explanation",
    "tradenews.io.json": "from_dict from_json to_dict to_json",
    "tradenews.io.schema": "json_schema",
    "tradenews.models": "Actor Amount Article Assumption Block Dateline Deal DealEvent Failure Mention Party Period "
    "Product Span TradeFigure",
}
_HOME_OF = {name: module for module, names in _HOMES.items() for name in names.split()}

__all__ = [
    "Actor",
    "Amount",
    "ArgumentError",
    "Article",
    "Assumption",
    "Block",
    "Dateline",
    "Deal",
    "DealEvent",
    "Explanation",
    "Failure",
    "GrammarError",
    "LexiconError",
    "Mention",
    "MissingExtraError",
    "NormalizationError",
    "Parser",
    "Party",
    "Period",
    "Product",
    "RatesError",
    "SerializationError",
    "Span",
    "TradeFigure",
    "TradeNewsError",
    "UnknownLanguageError",
    "explain",
    "find_actors",
    "find_blocks",
    "find_deals",
    "find_figures",
    "from_dict",
    "from_json",
    "json_schema",
    "parse",
    "parse_many",
    "to_dict",
    "to_json",
]


def __getattr__(name: str) -> Any:
    """A public name, from the module where it lives (PEP 562)."""
    if name not in _HOME_OF:
        raise AttributeError(f"module 'tradenews' has no attribute {name!r}")
    value = getattr(import_module(_HOME_OF[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})


from tradenews.api import parse  # noqa: E402  (after all submodules are loaded: "parse" is one of them too)
