"""Words that are a noun and a verb at once, once the names around them are known."""

from __future__ import annotations

from tradenews.grammar.moments import sense
from tradenews.grammar.naming import is_one_of
from tradenews.grammar.particles import PARTICLE
from tradenews.grammar.rule import Grammar, Hit, Rule
from tradenews.lazy import regex
from tradenews.lexicon.forms import fold
from tradenews.scan.chain import Link

_GOODS = frozenset(("mass", "volume", "container"))
_BULK = frozenset(("mass", "volume"))
_BESIDE = 3  # links
_TOLD = {"makes": "production? goods", "fetches": "imports? goods", "uses": "consumption? goods"}
_FROM = regex("[oTl_a]{0,5}[qo]_?[Aψ]")  # "tonnes of gas from Peru"
_WARES = regex("[o_]{0,2}[al]{0,2}T")


def _verb(hit: Hit) -> str | None:
    """ "China compra 28%": a noun of the language that is also a verb, between who acts and how much."""
    words = hit.chain.words(hit.first)
    found: str | None = hit.context.lexicon.also(words, "J") if hit.context else None
    return found


def _taken(hit: Hit) -> str | None:
    """ "5.000 ton uien afgenomen", "een afname van 725 ton uien": goods that are taken, not what falls."""
    if not sense(hit, hit.first, "taken"):
        return None
    first, last = max(hit.first - _BESIDE, 0), hit.first + _BESIDE
    amounts = [hit.chain.values[i].amount for i in hit.chain.find("Q", first, last)]
    return "imports?" if any(amount.dimension in _GOODS for amount in amounts) else None


def _acquired(hit: Hit) -> str | None:
    """ "adquirió productos peruanos": goods are bought, not a company."""
    return "imports?" if sense(hit, hit.first, "acquired") else None


def _of_goods(hit: Hit) -> str | None:
    """ "Kenya grew 5 tonnes of tea", "it got 3 tonnes from Peru": what words of many senses say of goods."""
    chain, last = hit.chain, hit.last
    amount = chain.values[chain.tags.find("Q", last)].amount
    keys = [key for key in _TOLD if _is_told(hit, key)]
    separable = str(chain.values[hit.first]).startswith(PARTICLE)
    if not keys or separable or amount.dimension not in _BULK:
        return None
    if chain.tags[hit.first] == "V" and "makes" in keys and _moves(hit):
        return None
    came = _FROM.match(chain.tags, chain.tags.find("Q", last) + 1) is not None
    return _TOLD["fetches" if came and "fetches" in keys else keys[0]]


def _is_told(hit: Hit, key: str) -> bool:
    context = hit.context
    words = fold(hit.chain.words(hit.first, hit.last))
    return context is not None and words in context.lexicon.lines.get("directions", {}).get(key, ())


def _moves(hit: Hit) -> bool:
    """Is it a change of what is measured, rather than goods: "exports of tea to Peru grew 5 tonnes"?"""
    tags, first = hit.chain.tags, hit.first
    since = max(tags.rfind(mark, 0, first) for mark in ",;:s")
    subject = tags[since + 1 : first]
    amount = hit.chain.tags.find("Q", hit.last)
    return bool(set(subject) & set("KT")) or _WARES.match(tags, amount + 1) is None


def _shipped_in(hit: Hit) -> str | None:
    """ "It shipped in 5 tonnes": into the country of who does."""
    amount = hit.chain.values[hit.chain.tags.find("Q", hit.last)].amount
    sent = str(hit.chain.values[hit.first]).startswith("exports?")
    return "imports?" if sent and amount.dimension in _BULK else None


def _shipped(hit: Hit) -> str | None:
    """ "Die Lieferungen von Chemikalien nach Mexiko": what is uncounted and goes somewhere is exported."""
    counted = hit.chain.tags[max(hit.first - 1, 0) : hit.first] in ("N", "Q", "-")
    return "exports?" if hit.chain.values[hit.first] == "shipment" and not counted else None


def _growth(hit: Hit) -> str | None:
    """ "Its forecast of growth of demand": of what is named behind it, not of the economy."""
    growth = hit.context.lexicon.lines.get("directions", {}).get("growth", ()) if hit.context else ()
    of = next(hit.chain.find("K", hit.first + 1), hit.first)
    told = hit.chain.values[hit.first] == "gdp" and not str(hit.chain.values[of]).startswith("gdp")
    return "up" if told and any(word in fold(hit.chain.words(hit.first)) for word in growth) else None


def _seated(hit: Hit) -> str | None:
    """ "The Seoul-based company" is the Korean one."""
    return str(hit.chain.values[hit.first]) if is_one_of(hit, hit.last - 1, "based") else None


def _of_letters(hit: Hit) -> str | None:
    """ "It took US goods": letters are an adjective, too."""
    words = hit.chain.words(hit.first).replace(".", "")
    return str(hit.chain.values[hit.first]) if words.isupper() and words.isalpha() else None


def _wine(hit: Hit) -> list[Link] | None:
    """ "las exportaciones de vino de Italia": goods and a preposition, elsewhere together a verb."""
    chain, lexicon = hit.chain, hit.context.lexicon if hit.context else None
    words, blank, rest = chain.words(hit.first).partition(" ")
    goods = lexicon.word(words) if lexicon is not None and blank else None
    joint = lexicon.word(rest) if lexicon is not None and blank else None
    if goods is None or goods.tag != "T" or joint is None or joint.tag != "o":
        return None
    end = hit.start + len(words)
    return [Link("T", hit.start, end, goods.value), Link("o", end + 1, hit.end, joint.value)]


SEATED = Grammar(
    "a",
    Rule("homograph.letters", "A(?<=[JV].)(?=l?T)", _of_letters, example="Japan bought US wheat"),
    Rule("homograph.seated", "[Ak]-l(?=l?[øG])", _seated, example="the Seoul-based company grew"),
)
SHIPPED = Grammar(
    "K",
    Rule(
        "homograph.shipped",
        "H(?=(?:o_?T)?t_?[Ak])",
        _shipped,
        example="Die Lieferungen von Chemikalien nach Mexiko",
        language="de",
    ),
)
GROWTH_OF = Grammar(
    "V",
    Rule(
        "homograph.growth",
        "K(?=[otz]_?K)",
        _growth,
        example="la prévision de croissance de la demande",
        language="fr",
    ),
)
WARES = Grammar(
    "T",
    Rule(
        "homograph.wares",
        r"J(?:(?<=[o_J].)|(?<=o[lT]&.))",
        _wine,
        example="exportaciones de vino de Italia",
        language="es",
    ),
)
HOMOGRAPHS = Grammar(
    "J",
    Rule(
        "homograph.verb", "K(?<=[AG@:].)(?=_?b?Q)", _verb, example="A China compra 28% da soja", language="pt"
    ),
    Rule("homograph.shipped_in", "J(?=n_?b?Q)", _shipped_in, example="Kenya shipped in 5,000 tonnes of rice"),
    Rule(
        "homograph.of_goods_and",
        "[VYDlHK]o(?=_?b?Q)",
        _of_goods,
        example="Le Kenya a besoin de 5000 tonnes de blé",
        language="fr",
    ),
    Rule(
        "homograph.of_goods",
        "[VYDlmHKFb](?=[_bθT]{0,3}Q)",
        _of_goods,
        example="Kenya raised 5,000 tonnes of poultry",
    ),
    Rule(
        "homograph.acquired",
        "D(?=o?_?T(?:[yzQ,s&=tq]|a(?![@WHø])))",
        _acquired,
        example="Alemania adquirió productos peruanos",
        language="es",
    ),
    Rule(
        "homograph.taken",
        "V(?<=QTV)|V(?<=QaTV)|V(?=oQa?T)",
        _taken,
        example="Senegal heeft 5.000 ton uien afgenomen",
        language="nl",
    ),
)
