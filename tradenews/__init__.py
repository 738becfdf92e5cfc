"""Trade news in, typed records out: actors, deals and trade figures with exact source spans.

>>> import tradenews
>>> article = tradenews.parse("Germany exported cars worth €5.2 billion to China in 2019.")
>>> figure = article.figures[0]
>>> figure.kind, figure.reporter, figure.partner, str(figure.amount.value), figure.amount.unit
('exports', 'DE', 'CN', '5200000000', 'EUR')
>>> article.text[figure.span.start:figure.span.end]
'€5.2 billion'
"""

from typing import TYPE_CHECKING

from tradenews.lazy import lazily

__version__ = "0.1.0"

if TYPE_CHECKING:
    from tradenews.api import (
        explain,
        find_actors,
        find_amounts,
        find_blocks,
        find_deals,
        find_figures,
        find_periods,
        from_html,
        normalize_amount,
        normalize_country,
        normalize_currency,
        normalize_number,
        normalize_period,
        normalize_unit,
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
        TimeLimitError,
        TradeNewsError,
        UnknownLanguageError,
        WorkerError,
    )
    from tradenews.explanation import Explanation
    from tradenews.io.json import from_dict, from_json, to_dict, to_json
    from tradenews.io.schema import json_schema
    from tradenews.io.standards import to_annotations, to_displacy, to_jsonld, to_ninjs
    from tradenews.io.tables import RecordTable, record_table
    from tradenews.io.watchlist import read_watchlist
    from tradenews.models import (
        AccountEvent,
        Actor,
        ActorAccount,
        Amount,
        Article,
        Assumption,
        Block,
        Claim,
        Dateline,
        Deal,
        DealAccount,
        DealEvent,
        Dossier,
        Failure,
        Mention,
        Party,
        Period,
        Product,
        Span,
        Statement,
        TradeFigure,
    )
    from tradenews.normalize.amounts import convert, format_amount
    from tradenews.normalize.rates import EcbRates, FixedRates, Rates
    from tradenews.parser import Parser
    from tradenews.reconciling.dossier import reconcile
    from tradenews.render.dossier import render_dossier
    from tradenews.render.flows import plot_flows
    from tradenews.render.html import render_html
    from tradenews.render.series import plot_figures
    from tradenews.render.timeline import plot_deals

# Where each public name lives; a module is imported when one of its names is first used, so that
# ``import tradenews`` costs next to nothing.
_HOMES = {
    "tradenews.api": "explain find_actors find_amounts find_blocks find_deals find_figures find_periods "
    "from_html "
    "normalize_amount normalize_country normalize_currency normalize_number normalize_period "
    "normalize_unit parse parse_many",
    "tradenews.errors": "ArgumentError GrammarError LexiconError MissingExtraError NormalizationError "
    "RatesError "
    "SerializationError TimeLimitError TradeNewsError UnknownLanguageError WorkerError",
    "tradenews.explanation": "Explanation",
    "tradenews.io.json": "from_dict from_json to_dict to_json",
    "tradenews.io.schema": "json_schema",
    "tradenews.io.standards": "to_annotations to_displacy to_jsonld to_ninjs",
    "tradenews.io.tables": "RecordTable record_table",
    "tradenews.io.watchlist": "read_watchlist",
    "tradenews.models": "AccountEvent Actor ActorAccount Amount Article Assumption Block Claim Dateline Deal "
    "DealAccount DealEvent Dossier Failure Mention Party Period Product Span Statement "
    "TradeFigure",
    "tradenews.normalize.amounts": "convert format_amount",
    "tradenews.normalize.rates": "EcbRates FixedRates Rates",
    "tradenews.parser": "Parser",
    "tradenews.reconciling.dossier": "reconcile",
    "tradenews.render.dossier": "render_dossier",
    "tradenews.render.flows": "plot_flows",
    "tradenews.render.html": "render_html",
    "tradenews.render.series": "plot_figures",
    "tradenews.render.timeline": "plot_deals",
}
_HOME_OF = {name: module for module, names in _HOMES.items() for name in names.split()}

__all__ = [
    "AccountEvent",
    "Actor",
    "ActorAccount",
    "Amount",
    "ArgumentError",
    "Article",
    "Assumption",
    "Block",
    "Claim",
    "Dateline",
    "Deal",
    "DealAccount",
    "DealEvent",
    "Dossier",
    "EcbRates",
    "Explanation",
    "Failure",
    "FixedRates",
    "GrammarError",
    "LexiconError",
    "Mention",
    "MissingExtraError",
    "NormalizationError",
    "Parser",
    "Party",
    "Period",
    "Product",
    "Rates",
    "RatesError",
    "RecordTable",
    "SerializationError",
    "Span",
    "Statement",
    "TimeLimitError",
    "TradeFigure",
    "TradeNewsError",
    "UnknownLanguageError",
    "WorkerError",
    "convert",
    "explain",
    "find_actors",
    "find_amounts",
    "find_blocks",
    "find_deals",
    "find_figures",
    "find_periods",
    "format_amount",
    "from_dict",
    "from_html",
    "from_json",
    "json_schema",
    "normalize_amount",
    "normalize_country",
    "normalize_currency",
    "normalize_number",
    "normalize_period",
    "normalize_unit",
    "parse",
    "parse_many",
    "plot_deals",
    "plot_figures",
    "plot_flows",
    "read_watchlist",
    "reconcile",
    "record_table",
    "render_dossier",
    "render_html",
    "to_annotations",
    "to_dict",
    "to_displacy",
    "to_json",
    "to_jsonld",
    "to_ninjs",
]

__getattr__, __dir__ = lazily(__name__, _HOME_OF)
