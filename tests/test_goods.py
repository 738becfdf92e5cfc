"""Traded goods: the same headings in every language, and words that are no goods."""

from __future__ import annotations

import pytest

from tradenews import parse
from tradenews.lexicon.load import languages, load_lexicon
from tradenews.scan.tokens import scan

FEWEST = 290  # headings that each language names
WORDS = 900  # forms, at least


def goods(text: str, language: str) -> list[str]:
    chain = scan(text, 0, len(text), load_lexicon(language))
    return [str(chain.values[i]) for i in chain.find("T")]


@pytest.mark.parametrize("language", languages())
def test_goods_have_codes_of_the_harmonized_system(language: str) -> None:
    codes = {str(e.value).lstrip("~") for e in load_lexicon(language).forms("T")}
    for code in codes - {"goods", "services", "product"}:
        first, *_ = code.split("-")
        assert first.isdigit(), code
        assert len(first) in (2, 4, 6), code
        assert 1 <= int(first[:2]) <= 97, code


@pytest.mark.parametrize("language", languages())
def test_every_language_names_most_headings(language: str) -> None:
    entries = load_lexicon(language).forms("T")
    assert len({e.value for e in entries}) >= FEWEST
    assert len(entries) >= WORDS


def test_languages_name_the_same_headings() -> None:
    codes = {x: {str(e.value).lstrip("~") for e in load_lexicon(x).forms("T")} for x in languages()}
    shared = set.intersection(*codes.values())
    for language, have in codes.items():
        assert len(have - shared) <= 12, (language, have - shared)


FOUND = [
    ("en", "soybeans, crude oil and automotive parts", "1201 2709 8708"),
    ("en", "liquefied natural gas, wheat and beef", "2711 1001 0201"),
    ("en", "rare earths, semiconductors, avocados", "2805 8542 080440"),
    ("en", "goods and services", "goods"),
    ("de", "Käse, Sojabohnen und Erdgas", "0406 1201 2711"),
    ("de", "Rindfleisch, Stahl, Arzneimittel", "0201 72 3004"),
    ("es", "aguacate, cobre y carne de cerdo", "080440 7402 0203"),
    ("es", "gas natural licuado, automóviles nuevos, tequila", "2711 8703 2208"),
    ("fr", "fèves de cacao, blé tendre et cuivre", "1801 1001 7402"),
    ("pt", "soja em grãos, minério de ferro e carne de frango", "1201 2601 0207"),
    ("it", "vini, formaggi e olio d'oliva", "2204 0406 1509"),
    ("nl", "kaas, varkensvlees en zonnepanelen", "0406 0203 8541"),
    ("zh", "大豆、原油和集成电路", "1201 2709 8542"),
    ("zh", "铁矿砂，新能源汽车，稀土", "2601 8703 2805"),
]


@pytest.mark.parametrize(("language", "text", "want"), FOUND)
def test_goods_are_found(language: str, text: str, want: str) -> None:
    chain = scan(text, 0, len(text), load_lexicon(language))
    named = {str(e.value) for e in load_lexicon(language).forms("T")}
    have = [str(chain.values[i]) for i in chain.find("TH")]
    assert [code for code in want.split() if code in named] == want.split()
    assert [x for x in have if x in want.split() or x in ("vehicle", "product")] == [
        x if x in have else "vehicle" if x.startswith("87") else "product" for x in want.split()
    ]


NONE = [
    ("en", "He said the plan would play a role in January"),
    ("de", "Die Exporte waren um 12 Uhr gut; man wolle reifen und schrauben"),
    ("es", "El plan va bien y la mora judicial"),
    ("fr", "Or le projet avance bien"),
    ("it", "Va bene così"),
    ("nl", "De cijfers waren goed"),
    ("pt", "O presidente Lula falou"),
    ("zh", "会议在周一举行"),
]


@pytest.mark.parametrize(("language", "text"), NONE)
def test_other_words_are_no_goods(language: str, text: str) -> None:
    assert goods(text, language) == []


NAMED = [  # amount, product
    ("en", "The mill makes cotton yarn and employs 640 people.", "640 people", None),
    ("de", "Das Werk stellt Fliesen her und beschäftigt 640 Mitarbeiter.", "640 Mitarbeiter", None),
    ("es", "La planta fabrica baldosas y emplea a 640 personas.", "640 personas", None),
    ("en", "Kenya exported avocados. Freight rates rose to $6,800 a container.", "$6,800", "Freight rates"),
    ("zh", "肯尼亚出口牛油果。每柜运费涨到6800美元。", "6800美元", "运费"),
    ("es", "Perú exporta mangos. El flete subió a 5.000 dólares.", "5.000 dólares", "flete"),
    ("fr", "Le Kenya a exporté 12 tonnes de litchis par avion.", "12 tonnes", "litchis"),
    ("en", "Kenya sells tea. Its total trade came to $20 billion in 2023.", "$20 billion", None),
]


@pytest.mark.parametrize(("language", "text", "quote", "want"), NAMED)
def test_what_an_amount_is_of(language: str, text: str, quote: str, want: str | None) -> None:
    figures = parse(text, language=language, published="2024-05-20").figures
    product = next(figure for figure in figures if quote in figure.span.of(text)).product
    assert (product.name if product is not None else None) == want
