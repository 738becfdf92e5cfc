"""Contracts that are purchases of firms: "signed the contract for 51 percent of Lorem"."""

from __future__ import annotations

from tradenews.grammar.values import dimension_of
from tradenews.lazy import regex
from tradenews.reading.deal_mention import GENERIC, Mention
from tradenews.scan.chain import Chain

BOUGHT = "merger_acquisition"
_PAPERS = frozenset({"contract", "partnership", GENERIC})
_TO_SHARE = regex("[zyoq_bt]{0,2}(?:[lKDVJY]{1,2}[zoqyt_]{0,2})?[_lb]{0,2}(?=Q)")  # "on the purchase of"
_OF_FIRM = regex("Q[oznq_]{0,2}[FDTHK]?(?:[ozn][_lTOøHaA°]{0,4}|[aA]o?[_]?)[@EWñZ]|Q[aA_]{0,2}[@E]")


def mark_stake(mention: Mention) -> None:
    """A contract or agreement for a share of a firm is one to buy it."""
    chain = mention.sentence.chain
    if mention.kind in _PAPERS and mention.treaty is None and is_for_share(chain, mention.index):
        mention.kind, mention.weak = BOUGHT, False


def is_for_share(chain: Chain, i: int) -> bool:
    """Does a share of what has a name stand behind link ``i``, tied to it: "for 75 percent of Lorem"?"""
    led = _TO_SHARE.match(chain.tags, i + 1)
    return led is not None and is_share_of_firm(chain, led.end())


def is_share_of_firm(chain: Chain, q: int) -> bool:
    """Is the amount at link ``q`` a share, and does what is shared have a name behind it?"""
    share = chain.tags[q : q + 1] == "Q" and dimension_of(chain.values[q]) == "ratio"
    return share and _OF_FIRM.match(chain.tags, q) is not None
