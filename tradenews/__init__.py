"""Trade news in, typed records out: actors, deals and trade figures with exact source spans."""

from tradenews.api import Parser, parse
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

__version__ = "0.1.0.dev0"

__all__ = [
    "Actor",
    "Amount",
    "Article",
    "Assumption",
    "Block",
    "Dateline",
    "Deal",
    "DealEvent",
    "Failure",
    "Mention",
    "Parser",
    "Party",
    "Period",
    "Product",
    "Span",
    "TradeFigure",
    "parse",
]
