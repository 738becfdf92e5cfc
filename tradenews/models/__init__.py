"""What is said: frozen, slotted, hashable attrs classes."""

from tradenews.models.actor import Actor
from tradenews.models.amount import Amount
from tradenews.models.article import Article, Assumption, Block
from tradenews.models.deal import Deal, DealEvent, Party
from tradenews.models.dossier import AccountEvent, ActorAccount, Claim, DealAccount, Dossier, Statement
from tradenews.models.failure import Failure
from tradenews.models.figure import Mention, Product, TradeFigure
from tradenews.models.period import Dateline, Period
from tradenews.models.span import Span

__all__ = [
    "AccountEvent",
    "Actor",
    "ActorAccount",
    "Amount",
    "Article",
    "Assumption",
    "Block",
    "Claim",
    "Dateline",
    "Deal",
    "DealAccount",
    "DealEvent",
    "Dossier",
    "Failure",
    "Mention",
    "Party",
    "Period",
    "Product",
    "Span",
    "Statement",
    "TradeFigure",
]
