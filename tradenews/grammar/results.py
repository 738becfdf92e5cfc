"""Names of companies that only what is told of them tells: their results, their shares, who leads them.

Read with the other guesses: a naming gives way to any surer reading of the same words; where a single word
opens its sentence, or countries and persons have the like, it needs a second mention.
"""

from __future__ import annotations

from attrs import evolve

from tradenews.grammar.guess import NAME_REST, cue_of, guess, makes_so_much
from tradenews.grammar.naming import country_before, is_one_of, named, placed
from tradenews.grammar.opening import ASIDE, NAME, is_subject
from tradenews.grammar.rule import Hit, Rule
from tradenews.grammar.values import Quantity
from tradenews.scan.chain import Link

_W = "[WZ]"
_REST = NAME_REST.replace("ĉ", "", 1)  # also behind a word with a capital: "Shares of Lorem rose"
_RESULT, _STOCK, _STORE, _SALES = " result", " stock", " store ", "sales"
_OPENS = ("", "s", "¶", '"', ":", "#")
_SHORTEST = 3  # letters of an exchange
_NEAR = 6  # links from a verb to what it counts
_FIRST = 4  # links behind a name in which its verb stands
_HEADLINE, _STORY = 10, 120  # links in which a headline tells results, and the text speaks of "the company"


def _value(hit: Hit, link: int) -> str:
    return str(hit.chain.values[link])


def _is_earned(value: str) -> bool:
    """Is a word one for what companies earn: profit, net loss?"""
    return _RESULT in value


def _is_stock(value: str) -> bool:
    return value.endswith(_STOCK) and _STORE not in value


def _sure(hit: Hit, *, told: bool) -> list[Link] | None:
    """A name by itself where that is ``told`` and it is no lone word at the head of its sentence."""
    first = hit.first
    opens = hit.last - first == 1 and (hit.chain.tags[first - 1] if first else "") in _OPENS
    return guess(hit, cue="guess" if told and not opens else "weak")


def _by_report(hit: Hit) -> list[Link] | None:
    """ "Lorem posted a net loss of 5 million", "Lorem Ipsum expects revenue of 6 million"."""
    chain = hit.chain
    before = chain.tags[hit.first - 1] if hit.first else "s"
    if before in "onzqy<-@AaâkX'O":
        return None
    kind = chain.first_of("K", hit.last, len(chain))
    if kind < 0 or not _value(hit, kind).startswith((_SALES, "finance")):
        return None
    verb = chain.first_of("VvmJ", hit.last, kind)
    if verb < 0 or not (_is_earned(_value(hit, kind)) or _value(hit, kind).startswith(_SALES)):
        return None
    told = chain.tags[verb] == "V" and _value(hit, verb).startswith("to")
    return guess(hit, cue="guess" if told or _opens_clause(hit) else "weak")


def _by_possession(hit: Hit) -> list[Link] | None:
    """ "Lorem's quarterly net profit", "Lorem Ipsum's shares": what companies have."""
    chain = hit.chain
    if chain.text[chain.starts[hit.last]] not in "'’":
        return None
    kind = chain.first_of("KF", hit.last, len(chain))
    value = _value(hit, kind)
    if _is_earned(value) or _is_stock(value):
        return guess(hit, cue="guess")
    return guess(hit, cue="weak") if value.startswith(_SALES) else None


def _by_shares(hit: Hit) -> list[Link] | None:
    """ "Lorem Ipsum shares fell"."""
    kind = hit.chain.first_of("KF", hit.last, len(hit.chain))
    return _sure(hit, told=True) if _is_stock(_value(hit, kind)) else None


def _by_owned(hit: Hit) -> list[Link] | None:
    """ "the shares of Lorem", "profit at Lorem": what is whose."""
    chain, first = hit.chain, hit.first
    kind = max(chain.tags.rfind(tag, max(first - 3, 0), first) for tag in "KFĉ")
    value = _value(hit, kind)
    stock = _is_stock(value)
    if not stock and (kind == first - 1 or "n" in chain.tags[kind:first]):
        return None
    if stock and not set(chain.tags[hit.last : hit.last + 3]) & set("VvJ"):
        return None
    if _is_earned(value) or stock:
        return guess(hit, cue="guess")
    return guess(hit, cue="weak") if value.startswith(_SALES) and chain.tags[first - 1] in "z" else None


def _by_ticker(hit: Hit) -> list[Link] | None:
    """ "Lorem (NYSE: LRM)": the exchange and the letters under which shares are traded."""
    exchange = hit.chain.words(hit.last + 1)
    return guess(hit, cue="guess") if exchange.isupper() and len(exchange) >= _SHORTEST else None


def _by_letters(hit: Hit) -> list[Link] | None:
    """ "Lorem (LRM) shares fell": only the letters."""
    chain = hit.chain
    letters, value = chain.words(hit.last + 1), _value(hit, hit.last + 3)
    return guess(hit, cue="guess") if letters.isupper() and (_is_stock(value) or _is_earned(value)) else None


def _by_office(hit: Hit) -> list[Link] | None:
    """ "Lorem CEO Jane Doe": whom the company is led by."""
    return _sure(hit, told=True) if _value(hit, hit.last) == "company" else None


def _by_earned(hit: Hit) -> list[Link] | None:
    """ "La Lorem facturó 5 millones", "Lorem Ipsum produces 5 tonnes": who earns or makes so much."""
    chain = hit.chain
    if not _opens_clause(hit):
        return None
    at = chain.first_of("KJ", hit.last, len(chain))
    kind = _value(hit, at).rpartition("=")[2]
    return guess(hit) if kind == _SALES or makes_so_much(hit, at) else None


def _by_making(hit: Hit) -> list[Link] | None:
    """ "Lorem Ipsum a réalisé un chiffre d'affaires de 5 millions": whose results these are."""
    kind = _value(hit, hit.chain.first_of("K", hit.last, len(hit.chain)))
    return guess(hit) if _opens_clause(hit) and (_is_earned(kind) or kind.startswith(_SALES)) else None


def _by_running(hit: Hit) -> list[Link] | None:
    """ "Lorem Ipsum employs 500 people": what companies do; a lone word needs a second mention."""
    chain, last = hit.chain, hit.last
    near = range(last, min(last + _FIRST, len(chain)))
    verb = next((i for i in near if is_one_of(hit, i, "runs")), -1)
    if not is_subject(hit) or verb < 0 or set(chain.tags[last:verb]) - set("lmgθ"):
        return None
    amount = chain.first_of("Q", verb + 1, min(verb + _NEAR, len(chain)))
    if amount < 0 or _is_shared(hit, amount):
        return None
    return guess(hit, cue="guess" if last - hit.first > 1 else cue_of(hit))


def _is_shared(hit: Hit, amount: int) -> bool:
    """Is a percentage told, which countries and provinces have, too?"""
    value = hit.chain.values[amount]
    return isinstance(value, Quantity) and value.amount.dimension == "ratio"


def _opens_clause(hit: Hit) -> bool:
    """Is a name of several words the subject of its clause?"""
    return hit.last - hit.first > 1 and is_subject(hit)


def _by_headline(hit: Hit) -> list[Link] | None:
    """ "Lorem: net profit up 5 percent": results in a headline, where the text goes on with "the company"."""
    chain, first, last = hit.chain, hit.first, hit.last
    if first and chain.tags[first - 1] not in "¶s":
        return None
    told = (_value(hit, i) for i in chain.find("Kĉ", last, min(last + _HEADLINE, len(chain))))
    if not any(value == _SALES or value.endswith(_RESULT) for value in told):
        return None
    spoken = chain.find("Gøĉĩ", last, min(last + _STORY, len(chain)))
    if not any(_value(hit, i) == "company" and chain.tags[i - 1] not in "Aa" for i in spoken):
        return None
    return guess(hit, cue="guess")


def _by_joint(hit: Hit) -> list[Link] | None:
    """ "Lorem & Sons": names joined by the sign, also of a nation: "Hargreave & Pole"."""
    chain, sign = hit.chain, hit.at("ĸ")
    long = chain.ends[sign - 1] - chain.starts[sign - 1] >= _SHORTEST
    if not long or chain.text[chain.starts[sign + 1]].islower() or chain.adjacent(sign):
        return None
    if sign - hit.first > 1 and is_one_of(hit, hit.first, "not_names"):
        return None
    naming = named(hit, "company", hit.first, hit.last, cue="guess")
    return placed(
        hit, hit.first, hit.last, evolve(naming, country=country_before(chain, hit.first), inner=())
    )


RESULT_CUES = (
    Rule(
        "cue.joint",
        rf"{_W}[Wñ]?ĸ[WñZĉaâA°Oøĩ][Wñ]?(?![L@])",
        _by_joint,
        example="They told Loremo & Sons so.",
    ),
    Rule(
        "cue.described",
        rf"(?:[WZ]|ĉ(?=[Wñ])){NAME_REST}(?=,_?[Vlj]{{0,2}}[âa]?[øĩ][âa]?(?:[no]?_?[GA])?(?:[,s]|[l=_]{{0,2}}[lmg]?J))",
        guess,
        example="Para Lorem, el mayor fabricante brasileño, es",
        language="es",
    ),
    Rule(
        "result.headline",
        rf"{_W}{NAME_REST}(?=[:,-])",
        _by_headline,
        example="Loremo: net profit rises to $5 million. The company said sales grew.",
    ),
    Rule(
        "result.report",
        rf"{NAME}(?={ASIDE}[lmgθ]{{0,2}}[VvmJ][_lθâbotcn]{{0,5}}K)",
        _by_report,
        example="Loremo posted a net loss of 5 million.",
    ),
    Rule(
        "result.makes",
        rf"{NAME}(?={ASIDE}[lmg]{{1,3}}(?:[nt]?_?θ)?_?l?K[^Q,;s¶]{{0,6}}[QV])",
        _by_making,
        example="Lorem Ipsum a réalisé un chiffre d'affaires de 5 millions d'euros",
        language="fr",
    ),
    Rule(
        "result.earned",
        rf"{NAME}(?=[lmgθ]{{0,2}}[KJ][θlnot_cβ]{{0,4}}Q)",
        _by_earned,
        example="Lorem Ipsum facturó 5 millones de euros",
        language="es",
    ),
    Rule(
        "result.runs",
        rf"{NAME}(?=[lmgθ]{{0,3}}[lVJYDHK])",
        _by_running,
        example="Lorem Ipsum employs 500 people.",
    ),
    Rule(
        "result.possession",
        rf"{_W}{NAME_REST}(?=[o'][lθâκ]{{0,3}}[KF])",
        _by_possession,
        example="Lorem's quarterly net profit rose",
    ),
    Rule(
        "result.shares",
        rf"{_W}{NAME_REST}(?=ĵ?[KF][lθn_z]{{0,3}}V)",
        _by_shares,
        example="Lorem Ipsum shares fell",
    ),
    Rule(
        "result.owned",
        rf"(?:{_W}|ĉ(?=W))(?:(?<=[KFĉ][ozn].)|(?<=[Fĉ].)|(?<=[KFĉ][ozn]_.)){_REST}",
        _by_owned,
        example="profit at Lorem Ipsum fell",
    ),
    Rule(
        "result.ticker", rf"{_W}{NAME_REST}(?=‹[WEZ@]:[WZdN]›)", _by_ticker, example="Lorem (NYSE: LRM) said"
    ),
    Rule("result.letters", rf"{_W}{NAME_REST}(?=‹[WZ]›[KF])", _by_letters, example="Lorem (LRM) shares fell"),
    Rule("result.office", rf"{_W}{NAME_REST}(?=O@)", _by_office, example="Lorem Ipsum CEO Jane Doe said"),
)
