"""The other side of a company's deal in languages without blanks, which only its place tells: 收购洛雷姆。"""

from __future__ import annotations

from tradenews.grammar.naming import words_of
from tradenews.grammar.rule import VIEW, Hit, Rule
from tradenews.grammar.signs import signs_in
from tradenews.grammar.unspaced_names import LONGEST, is_name, name_start, placed_name, said_from
from tradenews.grammar.values import Quantity
from tradenews.scan.chain import Chain, Link

_SHORTEST = 2  # characters of a name
_AGAIN = 2  # mentions
_NEAR = 6  # links from a name to the order behind it
_NAME = "(?:ll|°l)[lTH]{0,4}"


def _named(hit: Hit) -> list[Link] | None:
    """The match as a company, unless it holds what no name does."""
    signs, chain, first, last = signs_in(hit), hit.chain, hit.first, hit.last
    if signs is None or not _SHORTEST <= len(hit.words) <= LONGEST or not is_name(hit, first, last, signs):
        return None
    whole = said_from(chain, first, last, signs) == last and name_start(chain, first, last, signs) == first
    return placed_name(hit, first, last) if whole else None


def _by_purchase(hit: Hit) -> list[Link] | None:
    """收购洛雷姆。: who is taken over."""
    told = str(hit.chain.values[hit.first - 1])
    return _named(hit) if told.startswith("merger") else None


def _by_supply(hit: Hit) -> list[Link] | None:
    """向洛雷姆供应40台涡轮机: who is delivered a number of goods."""
    chain = hit.chain
    goods = chain.values[hit.last + 1] if hit.last + 1 < len(chain) else None
    counted = isinstance(goods, Quantity) and goods.amount.dimension not in ("money", "ratio")
    return _named(hit) if counted and str(chain.values[hit.last]).startswith("exports") else None


def _by_order(hit: Hit) -> list[Link] | None:
    """获得洛雷姆5亿元的订单: whose order is won."""
    chain = hit.chain
    behind = chain.find("D", hit.last, min(hit.last + _NEAR, len(chain)))
    return _named(hit) if any(str(chain.values[i]).startswith("contract") for i in behind) else None


def _by_acts(hit: Hit) -> list[Link] | None:
    """洛雷姆拥有员工500人: who does what companies do, and is named again."""
    signs, chain = signs_in(hit), hit.chain
    runs = words_of(hit.context, "runs")
    if signs is None or not runs:
        return None
    last = next((i for i in range(hit.first, hit.last + 1) if _acts(chain, i, runs)), -1)
    first = name_start(chain, hit.first, last, signs) if last > hit.first else hit.first
    name = chain.words(first, last) if last - first >= _SHORTEST else ""
    common = name.endswith(words_of(hit.context, "trades") or ("\0",))
    whole = bool(name) and len(name) < LONGEST and not common and is_name(hit, first, last, signs)
    if not whole or said_from(chain, first, last, signs) != last or chain.text.count(name, 0, VIEW) < _AGAIN:
        return None
    hit.last = max(last, hit.last)
    return placed_name(hit, first, last)


def _acts(chain: Chain, i: int, runs: tuple[str, ...]) -> bool:
    """Does a verb of what companies do begin at a link, or behind a time there?"""
    at = i + 1 if chain.tags[i : i + 1] == "θ" else i
    return at < len(chain) and chain.text.startswith(runs, chain.starts[at])


UNSPACED_DEALT = (
    Rule(
        "han.acts",
        r"(?:(?<=[s\"¶ø])|(?<![^¶]))ll{1,5}",
        _by_acts,
        example="洛雷姆拥有员工500人。洛雷姆去年盈利。",
        language="zh",
    ),
    Rule(
        "han.bought",
        rf"(?<=D){_NAME}(?=[s,;])",
        _by_purchase,
        example="将以5亿元收购洛雷姆。",
        language="zh",
    ),
    Rule(
        "han.supplied",
        rf"(?<=t){_NAME}(?=J)",
        _by_supply,
        example="将向洛雷姆供应40台涡轮机。",
        language="zh",
    ),
    Rule(
        "han.client",
        rf"(?<=Y){_NAME}(?=V?Q[oD])",
        _by_order,
        example="获得洛雷姆5亿元的订单。",
        language="zh",
    ),
)
