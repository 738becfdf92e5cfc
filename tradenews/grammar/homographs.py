"""Words that are a noun and a verb at once, once the names around them are known."""

from __future__ import annotations

from tradenews.grammar.moments import sense
from tradenews.grammar.naming import is_one_of
from tradenews.grammar.rule import Grammar, Hit, Rule
from tradenews.lexicon.forms import fold

_GOODS = frozenset(("mass", "volume", "container"))
_BESIDE = 3  # links


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
HOMOGRAPHS = Grammar(
    "J",
    Rule(
        "homograph.verb", "K(?<=[AG@:].)(?=_?b?Q)", _verb, example="A China compra 28% da soja", language="pt"
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
