"""Two amounts behind a verb of extent are one range; behind a verb of movement they are two levels."""

import pytest

from tradenews import parse

ONE = [
    ("it", "I dazi vanno dal 21,8 all'83,6%."),
    ("it", "Il prezzo oscilla da 300 a 350 euro la tonnellata."),
    ("pt", "Os descontos vão de 10% a 100%."),
    ("pt", "A encomenda vale de 3% a 4% das vendas."),
    ("pt", "As tarifas variam de 5% a 20%."),
    ("fr", "Les droits vont de 10 à 15 %."),
    ("fr", "La récolte serait de 10 à 12 millions de tonnes."),
    ("fr", "Les tarifs varient de 5 % à 20 %."),
    ("es", "Los aranceles van del 10 al 15%."),
    ("es", "Se esperan de 10 a 12 millones de toneladas."),
    ("de", "Die Zölle reichen von 10 bis 15 Prozent."),
    ("nl", "De heffingen lopen van 10 tot 15 procent."),
    ("en", "Duties range from 10 percent to 15 percent."),
    ("zh", "税率介于5%到20%之间。"),
]
TWO = [
    ("it", "Il prezzo è salito da 300 a 350 euro la tonnellata."),
    ("it", "La quota è scesa dal 21,8 al 18,6%."),
    ("pt", "A produção passou de 10 a 15 milhões de toneladas."),
    ("fr", "Le taux est passé de 10 à 15 %."),
    ("fr", "La production a grimpé de 10 à 15 millions de tonnes."),
    ("es", "El arancel va a pasar de 10 a 15%."),
    ("es", "La inversión creció de 10 a 15 millones."),
    ("de", "Der Anteil stieg von 10 auf 15 Prozent."),
    ("nl", "Het tarief ging van 10 naar 15 procent."),
    ("en", "The share rose from 10 to 15 percent."),
    ("zh", "关税从10%提高到15%。"),
]


@pytest.mark.parametrize(("language", "text"), ONE)
def test_a_range(language: str, text: str) -> None:
    (figure,) = parse(text, language=language).figures
    assert figure.amount.low < figure.amount.high


@pytest.mark.parametrize(("language", "text"), TWO)
def test_two_levels(language: str, text: str) -> None:
    figures = parse(text, language=language).figures
    assert [figure.amount.low == figure.amount.high for figure in figures] == [True, True]
