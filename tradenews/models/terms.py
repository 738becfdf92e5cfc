"""The closed vocabularies of the models, as ``Literal`` types and as tuples of their words."""

from __future__ import annotations

from typing import Literal, get_args

BlockKind = Literal[
    "title", "heading", "dateline", "paragraph", "list_item", "table", "caption", "credit", "chrome"
]
ActorKind = Literal["country", "bloc", "government", "company", "organization", "person"]
Bound = Literal["exact", "about", "over", "at_least", "under", "at_most", "range"]
Dimension = Literal[
    "money", "ratio", "count", "mass", "volume", "length", "area", "power", "energy", "container", "piece"
]
FigureKind = Literal[
    "exports", "imports", "trade", "balance", "investment", "deal_value", "tariff", "price", "production",
    "consumption", "sales", "gdp", "finance", "count", "other",
]  # fmt: skip
FigureForm = Literal["level", "growth", "delta", "share"]
Modality = Literal["actual", "forecast", "target", "conditional"]
DealKind = Literal[
    "free_trade_agreement", "trade_agreement", "memorandum", "contract", "investment", "joint_venture",
    "merger_acquisition", "partnership", "financing", "other",
]  # fmt: skip
DealStatus = Literal[
    "proposed", "negotiating", "agreed", "signed", "ratified", "in_force", "renegotiating", "suspended",
    "terminated", "failed",
]  # fmt: skip
PartyRole = Literal["buyer", "seller", "investor", "investee", "lender", "borrower", "member", "party"]
Subject = Literal[
    "amount", "currency", "scale", "unit", "number", "date", "country", "actor", "language", "deal", "text"
]
Verdict = Literal["agrees", "compatible", "conflicts"]
Diagnosis = Literal[
    "scale_slip", "currency_mix", "unit_mix", "period_differs", "revision", "rounding", "unknown"
]  # fmt: skip

BLOCK_KINDS: tuple[BlockKind, ...] = get_args(BlockKind)
ACTOR_KINDS: tuple[ActorKind, ...] = get_args(ActorKind)
BOUNDS: tuple[Bound, ...] = get_args(Bound)
FIGURE_KINDS: tuple[FigureKind, ...] = get_args(FigureKind)
FIGURE_FORMS: tuple[FigureForm, ...] = get_args(FigureForm)
MODALITIES: tuple[Modality, ...] = get_args(Modality)
DEAL_KINDS: tuple[DealKind, ...] = get_args(DealKind)
DEAL_STATUSES: tuple[DealStatus, ...] = get_args(DealStatus)
PARTY_ROLES: tuple[PartyRole, ...] = get_args(PartyRole)
SUBJECTS: tuple[Subject, ...] = get_args(Subject)
VERDICTS: tuple[Verdict, ...] = get_args(Verdict)
DIAGNOSES: tuple[Diagnosis, ...] = get_args(Diagnosis)
