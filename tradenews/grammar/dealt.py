"""The other side of a company's deal, which only its place tells: "a stake in Lorem", "an order from Lorem".

A single word that is no acronym needs a second mention.
"""

from __future__ import annotations

from tradenews.grammar.bodies import name_end
from tradenews.grammar.guess import NAME_REST, cue_of, guess, is_article
from tradenews.grammar.naming import is_one_of, words_of
from tradenews.grammar.opening import NAME, is_subject
from tradenews.grammar.particles import PARTICLE
from tradenews.grammar.rule import Hit, Rule
from tradenews.grammar.values import Quantity, means_purchase
from tradenews.lexicon.forms import fold
from tradenews.scan.chain import Link

_NAME = rf"[WZ]{NAME_REST}"
_BOUGHT, _ORDERED = ("merger",), ("contract",)
_MADE = (*_BOUGHT, *_ORDERED, "joint", "partner", "investment", "financing", "memorandum", "supply")
_STAGES = ("signed", "agreed", "negotiating")
_BACK = 4  # links from a name to the word of a deal
_NEAR = 3  # links from a name to an order behind it
_PAID = 9  # links from a sum to what it is paid for
_CLAUSE = 16  # links of a clause in which a deal is told
_GIVES = "agreed@contract"
_OWNED = 12  # links behind a firm in which its owner stands
_ENDS, _SIDES = "s;:", tuple("W@ZøOĉGIE")
_FRONT = frozenset("nθz_QoltabÜ°")  # what stands before a verb instead of its subject: "im Mai"
_AHEAD = 9  # links from two names to what they agree on


def _named(hit: Hit) -> list[Link] | None:
    """The match as a name, if no noun or paper."""
    if is_one_of(hit, hit.first, "not_names"):
        return None
    return guess(hit, cue=cue_of(hit))


def _is_dealt(hit: Hit, values: tuple[str, ...]) -> bool:
    """Does a word for such a deal stand right before?"""
    chain = hit.chain
    return any(
        str(chain.values[i]).startswith(values)
        for i in chain.find("Dĉ", max(hit.first - _BACK, 0), hit.first)
    )


def _by_stake(hit: Hit) -> list[Link] | None:
    """ "sold its stake in Lorem"."""
    return _named(hit) if _is_dealt(hit, _BOUGHT) else None


def _by_share(hit: Hit) -> list[Link] | None:
    """ "completed the purchase of 60 percent of Lorem", "signed the contract for 75 percent of it"."""
    chain = hit.chain
    q = chain.tags.rfind("Q", max(hit.first - _BACK, 0), hit.first)
    share = chain.values[q] if q >= 0 else None
    if not isinstance(share, Quantity) or share.amount.unit != "percent":
        return None
    low = max(q - _BACK, 0)
    bought = any(means_purchase(chain.values[i]) for i in chain.find("JYDK", low, q))
    if bought and chain.tags[hit.first] == "W" and not words_of(hit.context, "nouns_have_capitals"):
        return None if is_one_of(hit, hit.first, "not_names") else guess(hit)
    return _named(hit) if bought or _is_dealt(Hit(chain, q, q + 1, hit.context), _ORDERED) else None


def _by_order(hit: Hit) -> list[Link] | None:
    """ "an order from Lorem", "von Lorem einen Auftrag"."""
    behind = hit.chain.find("Dĉ", hit.last, min(hit.last + _NEAR, len(hit.chain)))
    told = any(str(hit.chain.values[i]).startswith(_ORDERED) for i in behind)
    return _named(hit) if told or _is_dealt(hit, _ORDERED) else None


def _by_maker(hit: Hit) -> list[Link] | None:
    """ "ordered 180 howitzers from Lorem", "hat bei Lorem 180 Haubitzen bestellt": who makes it."""
    chain = hit.chain
    near = range(max(hit.first - _CLAUSE, 0), min(hit.last + _AHEAD, len(chain)))
    ordered = any(chain.tags[i] in "JYD" and is_one_of(hit, i, "orders") for i in near)
    return _named(hit) if ordered else None


def _by_sum(hit: Hit) -> list[Link] | None:
    """ "a contract worth 5 million with Lorem": the sum stands between."""
    chain = hit.chain
    q = chain.tags.rfind("Q", max(hit.first - _BACK, 0), hit.first)
    deals = chain.find("Dĉ", max(q - _BACK, 0), q)
    return _named(hit) if any(str(chain.values[i]).startswith(_MADE) for i in deals) else None


def _by_supply(hit: Hit) -> list[Link] | None:
    """ "will supply Lorem with 40 turbines": who is delivered a number of goods."""
    chain = hit.chain
    verb = chain.tags.rfind("J", max(hit.first - _BACK, 0), hit.first)
    goods = chain.values[chain.first_of("Q", hit.last, len(chain))]
    counted = isinstance(goods, Quantity) and goods.amount.dimension not in ("money", "ratio")
    return _named(hit) if counted and str(chain.values[verb]).startswith("exports") else None


def _by_purchase(hit: Hit) -> list[Link] | None:
    """ "comprará Lorem por 5 millones": what is bought for a sum and has a name."""
    chain = hit.chain
    verb = chain.tags.rfind("J", max(hit.first - _BACK, 0), hit.first)
    price = chain.values[chain.first_of("Q", hit.last, len(chain))]
    paid = isinstance(price, Quantity) and price.amount.dimension == "money"
    return _named(hit) if paid and str(chain.values[verb]).startswith("imports") else None


def _by_payment(hit: Hit) -> list[Link] | None:
    """ "paid 310 million for the business of Lorem": what a sum is paid for."""
    chain = hit.chain
    q = chain.tags.rfind("Q", max(hit.first - _PAID, 0), hit.first)
    value = chain.values[q] if q >= 0 else None
    if not isinstance(value, Quantity) or value.amount.dimension != "money":
        return None
    if set(chain.tags[q + 1 : hit.first]) & set(",;:sqQ"):
        return None
    verbs = (*words_of(hit.context, "paid"), *words_of(hit.context, "pays"))
    told = any(fold(chain.words(i)).split(" ")[-1] in verbs for i in range(max(q - _BACK, 0), q))
    parts = words_of(hit.context, "parts_of_firms")
    part = any(fold(chain.words(i)).endswith(parts) for i in range(q + 1, hit.first))
    bare = not set(chain.tags[q + 1 : hit.first]) & set("lTKH")
    return _named(hit) if told and (part or bare) else None


def _by_verb(hit: Hit) -> list[Link] | None:
    """ "Loremo liefert", where all nouns have capitals: a name that acts as companies do."""
    chain = hit.chain
    if not words_of(hit.context, "nouns_have_capitals") or not is_subject(hit):
        return None
    if chain.tags[hit.first] not in "WZ" or name_end(hit, hit.first, hit.last) != hit.last:
        return None
    verb = chain.first_of("YDJ", hit.last, len(chain))
    value = str(chain.values[verb]).removeprefix(PARTICLE)
    return (
        _named(hit) if value.startswith((*_MADE, "exports", "sales", "signed")) or "merger" in value else None
    )


def _by_pair(hit: Hit) -> list[Link] | None:
    """ "Lorem and Ipsum have signed a contract": two that agree on what companies do."""
    chain, joint = hit.chain, hit.at("&")
    told = chain.find("Dĉ", hit.last, min(hit.last + _AHEAD, len(chain)))
    if not is_subject(hit) or not any(str(chain.values[i]).startswith(_MADE) for i in told):
        return None
    second = joint + 1
    while chain.tags[second] == "_" or (chain.tags[second] == "t" and is_article(hit, second)):
        second += 1
    one = _named(Hit(chain, hit.first, joint, hit.context))
    other = _named(Hit(chain, second, hit.last, hit.context))
    if one is None or other is None:
        return None
    return [*one, *(chain.link(i) for i in range(joint, second)), *other]


def _by_joint_act(hit: Hit) -> list[Link] | None:
    """ "Lorem Ipsum closed a supply contract with Dolor": who acts, where a deal of companies is told."""
    chain = hit.chain
    if not is_subject(hit) or name_end(hit, hit.first, hit.last) != hit.last:
        return None
    last = chain.first_of(_ENDS, hit.last, len(chain))
    last = min(hit.last + _CLAUSE, len(chain) if last < 0 else last)
    told = any(str(chain.values[i]).startswith(_MADE) for i in chain.find("Dĉ", hit.last, last))
    given = not told and any(_GIVES in str(chain.values[i]) for i in chain.find("Y", hit.last, last))
    ties = chain.find("t" if given else "uy", hit.last, last)
    side = any(chain.tags[i + 1 : i + 5].lstrip("_ota")[:1] in _SIDES for i in ties)
    if not (told or given) or not side or chain.first_of("YJ", hit.last, last) < 0:
        return None
    return guess(hit) if set(hit.tags) & {"o"} or chain.tags[hit.last] in "qo" else _named(hit)


def _by_inversion(hit: Hit) -> list[Link] | None:
    """ "Met rederij Dolor heeft Lorem Ipsum een contract gesloten": who acts behind the verb."""
    chain = hit.chain
    start = max(chain.tags.rfind("s", 0, hit.first) + 1, hit.first - _CLAUSE)
    with_whom = chain.first_of("uy", start, hit.first)
    deals = chain.find("Dĉ", hit.last, min(hit.last + _AHEAD, len(chain)))
    if with_whom < 0 or not any(str(chain.values[i]).startswith(_MADE) for i in deals):
        return None
    return _named(hit)


def _by_owner(hit: Hit) -> list[Link] | None:
    """ "Lorem Ipsum, bought by Dolor", "which Dolor bought": what another firm owns."""
    chain = hit.chain
    last = min(hit.last + _OWNED, len(chain))
    agents, relatives = words_of(hit.context, "agents"), words_of(hit.context, "relatives")
    by = any(fold(chain.words(i)).rpartition(" ")[2] in agents for i in range(hit.last + 1, last))
    if not by and (hit.last + 1 >= len(chain) or fold(chain.words(hit.last + 1)) not in relatives):
        return None
    bought = any(means_purchase(chain.values[i]) for i in chain.find("JYD", hit.last, last))
    return guess(hit) if bought and chain.first_of("@WZø", hit.last, last) > 0 else None


def _by_sale(hit: Hit) -> list[Link] | None:
    """ "the sale of Lorem Ipsum to Dolor": which firm is sold."""
    kind = hit.chain.tags.rfind("K", 0, hit.first)
    return _named(hit) if str(hit.chain.values[kind]).startswith("sales") else None


def _by_being(hit: Hit) -> list[Link] | None:
    """ "The latest contract, signed on Monday, is with Lorem": with whom a deal is."""
    chain = hit.chain
    start = chain.tags.rfind("s", 0, hit.first) + 1
    near = chain.find("Dĉ", max(start, hit.first - _CLAUSE), hit.first)
    return _named(hit) if any(str(chain.values[i]).startswith(_MADE) for i in near) else None


def _by_place(hit: Hit) -> list[Link] | None:
    """ "with the Danish Jutland Lorem", in a deal: a name that begins with a place."""
    chain = hit.chain
    first, last = max(hit.first - _CLAUSE, 0), min(hit.last + _CLAUSE, len(chain))
    told = any(str(chain.values[i]).startswith(_MADE) for i in chain.find("Dĉ", first, last))
    told = told or any(str(chain.values[i]).startswith(_STAGES) for i in chain.find("Y", first, hit.first))
    return _named(hit) if told else None


def _by_turned_verb(hit: Hit) -> list[Link] | None:
    """ "2014 kaufte Lorem den Zulieferer": who buys, where the verb stands second, and the time before it."""
    chain, verb = hit.chain, hit.first - 1
    start = max(chain.tags.rfind(mark, 0, verb) for mark in "s¶:;") + 1
    if "verb_second" not in (hit.context.lexicon.facts if hit.context else ()):
        return None
    told = str(chain.values[verb])
    bought = means_purchase(told) or told.startswith(_BOUGHT)
    if not bought or verb <= start or not set(chain.tags[start:verb]) <= _FRONT:
        return None
    return guess(hit) if name_end(hit, hit.first, hit.last) == hit.last else None


DEALT_CUES = (
    Rule(
        "dealt.turned",
        rf"[WZ](?<=[JDY].){NAME_REST}(?=[_to][aâl]{{0,2}}(?:ø|[WZ@QIT])|[ø@Q]|y?z?Q)",
        _by_turned_verb,
        example="2014 kaufte Lorem den Zulieferer Ipsum.",
        language="de",
    ),
    Rule(
        "dealt.place",
        rf"°(?<=[aâu].)[WTH]T?{NAME_REST}",
        _by_place,
        example="De werf tekende een contract met het Deense Jutland Marine voor twee loodsboten.",
        language="nl",
    ),
    Rule(
        "dealt.with",
        rf"{NAME}(?=(?:[qo]_?[W°]{{1,2}})?[lmθgnUYDJ_]{{2}})",
        _by_joint_act,
        example="Lorem Ipsum hat im Mai einen Liefervertrag mit Dolor geschlossen.",
        language="de",
    ),
    Rule(
        "dealt.inverted",
        rf"[WZ](?:(?<=[WZñøI@]l.)|(?<=[WZñøI@][YJ].)){NAME_REST}(?=[lmθ]{{0,3}}_?D)",
        _by_inversion,
        example="Met rederij Dolor heeft Lorem Ipsum ook een contract gesloten.",
        language="nl",
    ),
    Rule(
        "dealt.owned",
        rf"{NAME}(?=,[lnzyqutbθ_QNaøoAJYD]{{2}})",
        _by_owner,
        example="Lorem Ipsum, bought by Dolor in 2019, employs 300 people.",
    ),
    Rule(
        "dealt.sale",
        rf"[WZ](?:(?<=Ko.)|(?<=Ko_.)){NAME_REST}(?=[tzbr][_taâAoø']{{0,4}}[@WZñĉ])",
        _by_sale,
        example="the sale of Lorem Ipsum to Dolor",
    ),
    Rule(
        "dealt.is",
        rf"[WZ](?:(?<=lu.)|(?<=lu_.)){NAME_REST}",
        _by_being,
        example="The latest contract, signed on Monday, is with Lorem Ipsum.",
    ),
    Rule(
        "dealt.pair",
        rf"(?:[WZ]|ĉ(?=[Wño])){NAME_REST}(?:o_?[WĉA°])?&[t_]?{_NAME}(?=[lmU]{{0,2}}_?[YDJĉ])",
        _by_pair,
        example="Lorem Ipsum and Dolor Sit have signed a contract.",
    ),
    Rule(
        "dealt.verb",
        rf"{_NAME}(?=[lmgθ]{{0,2}}[YDJ])",
        _by_verb,
        example="Loremo liefert 5 Kräne.",
        language="de",
    ),
    Rule(
        "dealt.share",
        rf"[WZ](?:(?<=Q[on].)|(?<=Q[on]_.)|(?<=Q[on]a.)|(?<=Q[on]_a.)|(?<=Qzoa.)|(?<=Q[on]la.)|(?<=QF[on].)|(?<=QF[on]_.)|(?<=QoFo.)|(?<=Qo_F[on].)){NAME_REST}",
        _by_share,
        example="Lorem Ltd has completed the purchase of 60 percent of Ipsum Dolor.",
    ),
    Rule(
        "dealt.stake",
        rf"[WZ](?:(?<=[DFĉ][nzto].)|(?<=[DFĉ][nzto]_.)|(?<=D.)){NAME_REST}",
        _by_stake,
        example="It sold its stake in Lorem Ipsum.",
    ),
    Rule(
        "dealt.order",
        rf"[WZ](?:(?<=[Dĉ][qo].)|(?<=[Dĉ][qo]_.)|(?<=D.)){NAME_REST}|[WZ](?<=[oq].){NAME_REST}(?=_?[lâ]?[Dĉ])",
        _by_order,
        example="It has won an order from Lorem Ipsum.",
    ),
    Rule(
        "dealt.sum",
        rf"[WZ](?:(?<=Q[uyo].)|(?<=Q[uyo]_.)|(?<=Q[uyo][_t].)){NAME_REST}",
        _by_sum,
        example="It won a contract worth $5 million with Lorem Ipsum.",
    ),
    Rule(
        "dealt.maker",
        rf"[WZ](?:(?<=Q[qtzo].)|(?<=Q[qtzo]_.)|(?<=[lVYmJ]z.)){NAME_REST}(?:[TH]{{0,1}}(?=Q)|(?=[zs,&]|[nθ]))",
        _by_maker,
        example="The ministry ordered 180 howitzers from Lorem Ipsum.",
    ),
    Rule(
        "dealt.supply",
        rf"[WZ](?:(?<=J.)|(?<=Jt.)|(?<=J_.)|(?<=Jt_.)){NAME_REST}(?=[u_]?Q)",
        _by_supply,
        example="Het bedrijf levert Ipsum Dolor 40 turbines.",
        language="nl",
    ),
    Rule(
        "dealt.paid",
        rf"[WZ](?:(?<=[zyo].)|(?<=[zyo]_.)|(?<=[zy]Ao.)|(?<=[zy]a.)|(?<=_a.)){NAME_REST}",
        _by_payment,
        example="It paid $310 million for the business of Lorem Ipsum.",
    ),
    Rule(
        "dealt.purchase",
        rf"[WZ](?:(?<=J.)|(?<=Jt.)|(?<=J_.)){NAME_REST}(?=[yz]Q)",
        _by_purchase,
        example="La empresa comprará Ipsum Dolor por 5 millones de euros.",
        language="es",
    ),
)
