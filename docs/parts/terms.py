"""The closed vocabularies, the unit codes and the tags, as tables."""

from __future__ import annotations

from typing import get_args

from tradenews.lexicon.tags import MADE, SCANNED, WORDS
from tradenews.models import terms
from tradenews.normalize.units import UNITS

# What each word of each vocabulary means; a word without a meaning here stops the build.
MEANINGS: dict[str, dict[str, str]] = {
    "FigureKind": {
        "exports": "goods or services sold abroad", "imports": "bought abroad", "trade": "both together",
        "balance": "exports less imports; a deficit is negative", "investment": "capital put in or pledged",
        "deal_value": "worth of a contract, a stake, a takeover", "tariff": "a duty",
        "price": "for one unit of goods",
        "production": "made, grown, mined; capacity", "consumption": "used up",
        "sales": "turnover, not only abroad",
        "gdp": "of an economy as a whole", "finance": "loans, debt, reserves, aid, budgets",
        "count": "how many of something", "other": "none of these, or not told",
    },
    "FigureForm": {
        "level": "how much it is", "growth": "a rate of change; a fall is negative",
        "delta": "a change in the unit itself; a fall is negative", "share": "a part of a whole",
    },
    "Modality": {
        "actual": "it is so, or was", "forecast": "somebody expects it", "target": "somebody aims at it",
        "conditional": "if, could, threatened, offered",
    },
    "Bound": {
        "exact": "just the number", "about": "about, nearly, some", "over": "more than",
        "at_least": "at least",
        "under": "less than", "at_most": "up to", "range": "from ``low`` to ``high``",
    },
    "Dimension": {
        "money": "a currency", "ratio": "percent, percentage points, times", "count": "things",
        "mass": "t, kg, lb ...",
        "volume": "bbl, l, bu ...", "length": "km ...", "area": "ha ...", "power": "MW ...",
        "energy": "MWh ...",
        "container": "TEU", "piece": "head, bags, bales, pairs, pieces",
    },
    "ActorKind": {
        "country": "a country or territory of ISO 3166-1", "bloc": "EU, ASEAN, Mercosur ...",
        "government": "ministries, offices, central banks", "company": "also state-owned",
        "organization": "world bodies, chambers, associations, media", "person": "by name",
    },
    "DealKind": {
        "free_trade_agreement": "between countries or blocs", "trade_agreement": "any other between states",
        "memorandum": "of understanding, letter of intent", "contract": "purchase, supply, order, tender",
        "investment": "an announced project", "joint_venture": "a common company",
        "merger_acquisition": "takeovers, stakes", "partnership": "working together by agreement",
        "financing": "loans, credit lines", "other": "none of these",
    },
    "DealStatus": {
        "proposed": "someone would like it", "negotiating": "talks are on",
        "agreed": "concluded, not signed",
        "signed": "signed", "ratified": "approved by those who must",
        "in_force": "it holds, it is carried out",
        "renegotiating": "it holds, and is talked over again", "suspended": "it rests",
        "terminated": "it is ended",
        "failed": "it did not come about",
    },
    "PartyRole": {
        "buyer": "who pays", "seller": "who supplies", "investor": "who puts in", "investee": "into what",
        "lender": "who lends", "borrower": "who owes", "member": "of an agreement of many",
        "party": "none of these",
    },
    "BlockKind": {
        "title": "the headline", "heading": "a line over a part",
        "dateline": "place, date, agency on their own line",
        "paragraph": "running text", "list_item": "one of a list", "table": "rows of values",
        "caption": "of a picture", "credit": "source, author, agency", "chrome": "no part of the article",
    },
    "Subject": {
        "amount": "a whole amount", "currency": "a bare ``$``, ``Rs``", "scale": "billion of which scale",
        "unit": "``tons`` of which sort", "number": "which mark is the decimal one",
        "date": "day or month first",
        "country": "``Korean``, ``Congo``", "actor": "who is meant", "language": "of the text",
        "deal": "which is meant",
        "text": "read in part only",
    },
    "Verdict": {
        "agrees": "the same amount", "compatible": "rounding, bounds or a revision allow both",
        "conflicts": "both cannot be right",
    },
    "Diagnosis": {
        "scale_slip": "the same digits, a factor of a thousand apart",
        "currency_mix": "the same digits, other currencies",
        "unit_mix": "apart by the factor between two units", "period_differs": "for different times",
        "revision": "a later figure of the same source", "rounding": "the same but for digits",
        "unknown": "none of these",
    },
}  # fmt: skip


def vocabularies() -> str:
    """Every closed vocabulary as a target for links, with its words."""
    parts = []
    for name, meanings in MEANINGS.items():
        words = get_args(getattr(terms, name))
        parts.append(f"```{{eval-rst}}\n.. py:data:: tradenews.models.terms.{name}\n```\n")
        parts.append("| word | meaning |\n| --- | --- |")
        parts.append(
            "\n".join(f"| `{word}` | {meanings[word].replace('``', '`')} |" for word in words) + "\n"
        )
    return "\n".join(parts)


def units() -> str:
    """The unit codes with their dimension, size and UN/CEFACT Recommendation 20 code."""
    lines = ["| code | dimension | size in the base | Rec 20 |", "| --- | --- | ---: | --- |"]
    for code, facts in UNITS.items():
        lines.append(f"| `{code}` | {facts.dimension} | {facts.factor} | {facts.rec20 or ''} |")
    lines.append("| `t_unspecified` | mass | unknown: an assumption says so | |")
    return "\n".join(lines) + "\n"


def tags() -> str:
    """The tags that rules are written in."""
    lines = ["| tag | table | meaning | values |", "| --- | --- | --- | --- |"]
    for tag in (*SCANNED, *WORDS, *MADE):
        cells = (f"`{tag.letter}`", f"`{tag.table}`" if tag.table else "", tag.meaning, tag.values)
        lines.append("| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |")
    return "\n".join(lines) + "\n"
