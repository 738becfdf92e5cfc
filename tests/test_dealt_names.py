"""Two companies that nothing but their places in a deal tell."""

import pytest

import tradenews

AGAIN = {
    "en": " In 1950 {0} was founded, in 1960 {1}.",
    "de": " 1950 wurde {0} gegründet, 1960 {1}.",
    "es": " En 1950 nació {0}, en 1960 {1}.",
    "fr": " En 1950 naissait {0}, en 1960 {1}.",
    "it": " Nel 1950 nasceva {0}, nel 1960 {1}.",
    "nl": " In 1950 werd {0} opgericht, in 1960 {1}.",
    "pt": " Em 1950 nasceu a {0}, em 1960 a {1}.",
}
TOLD = {
    "en": (
        "{0} is to acquire {1} for 412 million euros.",
        "{0} and {1} have signed a contract worth 412 million euros.",
        "{0} has won a 412 million euro order from {1}.",
        "{0} sold its stake in {1} for 412 million euros.",
    ),
    "de": (
        "{0} übernimmt {1} für 412 Millionen Euro.",
        "{0} und {1} haben einen Vertrag über 412 Millionen Euro unterzeichnet.",
        "{0} verkauft seinen Anteil an {1} für 412 Millionen Euro.",
    ),
    "es": (
        "{0} comprará {1} por 412 millones de euros.",
        "{0} y {1} firmaron un contrato de 412 millones de euros.",
        "{0} se adjudicó un pedido de {1} por 412 millones de euros.",
        "{0} vende su participación en {1} por 412 millones de euros.",
    ),
    "fr": (
        "{0} va racheter {1} pour 412 millions d'euros.",
        "{0} et {1} ont signé un contrat de 412 millions d'euros.",
        "{0} cède sa participation dans {1} pour 412 millions d'euros.",
    ),
    "it": (
        "{0} acquisirà {1} per 412 milioni di euro.",
        "{0} e {1} hanno firmato un contratto da 412 milioni di euro.",
        "{0} cede la sua quota in {1} per 412 milioni di euro.",
    ),
    "nl": (
        "{0} en {1} hebben een contract van 412 miljoen euro getekend.",
        "{0} heeft van {1} een order van 412 miljoen euro gekregen.",
        "{0} verkoopt zijn belang in {1} voor 412 miljoen euro.",
    ),
    "zh": (
        "{0}将以4.12亿欧元收购{1}。公司生产水泵。",
        "{0}与{1}签署价值4.12亿欧元的合同。",
    ),
    "pt": (
        "A {0} vai comprar a {1} por 412 milhões de euros.",
        "A {0} e a {1} assinaram um contrato de 412 milhões de euros.",
        "A {0} vende a sua participação na {1} por 412 milhões de euros.",
    ),
}
PAIRS = (("Vestora", "KTB"), ("BlueRock", "Vestora"), ("KTB", "BlueRock"))
UNSPACED = {"Vestora": "鼎盛机械", "KTB": "丰谷食品", "BlueRock": "北风能源"}


@pytest.mark.parametrize(
    ("language", "text"), [(language, text) for language, texts in TOLD.items() for text in texts]
)
@pytest.mark.parametrize("pair", PAIRS, ids="-".join)
def test_both_are_read(language: str, text: str, pair: tuple[str, str]) -> None:
    pair = tuple(UNSPACED[name] for name in pair) if language == "zh" else pair  # type: ignore[assignment]
    article = tradenews.parse((text + AGAIN.get(language, "")).format(*pair), language=language)
    named = {actor.id: actor.name for actor in article.actors}
    assert any({named[party.actor] for party in deal.parties} == set(pair) for deal in article.deals)
    paid = next(f for f in article.figures if f.amount.low == 412000000)
    assert {named.get(str(paid.reporter)), named.get(str(paid.partner))} == set(pair)
