"""What a figure says in short sentences: kind, form where it is no level, modality where it is not actual."""

from __future__ import annotations

import pytest

import tradenews

SENTENCES = """
en|exports exports|Kenya exported 120,000 tonnes of tea in 2023. Revenue came to $1.3 billion.
en|sales.growth sales|Boeing said revenue rose 5 percent to $17.9 billion in the third quarter.
en|imports|Goods worth $12 billion entered Kenya in 2023.
en|exports|Goods worth $12 billion left Kenya in 2023.
de|exports|Waren im Wert von 12 Milliarden Euro verließen Deutschland im Mai.
es|imports|Bienes por 12.000 millones entraron en España en mayo.
en|imports|Among suppliers China led with deliveries valued at $11.5 billion.
en|price.growth|Shares of Boeing rose 3 percent on Tuesday.
en|price.growth|Nestle shares fell 2.4 percent in Zurich.
de|price.growth|Die Aktie von Siemens stieg um 3 Prozent.
es|price.growth|Las acciones de Iberdrola subieron un 3%.
fr|price.growth|L'action Renault a gagné 3 % mardi.
it|price.growth|Il titolo Fincantieri ha guadagnato il 3%.
nl|price.growth|Het aandeel ASML won dinsdag 3 procent.
pt|price.growth|As ações da Petrobras subiram 3%.
zh|price.growth|比亚迪股价上涨3%。
en|exports.share exports.share|China's share of exports rose from 3 percent to 5 percent.
nl|exports.share|Het aandeel van China in de export was 3 procent.
de|tariff|Die Japaner zahlen 15 Prozent Zoll.
en|other.share|Antam owns 10 percent of the smelter company.
en|deal_value~conditional|BHP has offered $38 billion for Anglo American.
en|deal_value~conditional|The company tabled a bid worth $2 billion for its rival.
de|deal_value~conditional|Adnoc bietet 15 Milliarden Euro für Covestro.
es|deal_value~conditional|BBVA lanzó una opa por 12.000 millones de euros sobre Sabadell.
fr|deal_value~conditional|Couche-Tard a offert 40 milliards de dollars pour Seven & i.
it|deal_value~conditional|UniCredit ha lanciato un'offerta da 10 miliardi di euro per Banco BPM.
nl|deal_value~conditional|Prosus deed een bod van 4 miljard euro op Just Eat Takeaway.
pt|deal_value~conditional|A empresa ofereceu 2 bilhões de dólares pela rival.
zh|deal_value~conditional|该公司出价20亿美元收购对手。
en|deal_value|Siemens won a contract worth $2 billion and will deliver the trains by 2026.
de|deal_value|Siemens hat einen Auftrag über 2 Milliarden Euro erhalten und wird die Züge bis 2026 liefern.
zh|deal_value|中车签下价值20亿美元的合同，将于2026年交付列车。
en|exports.growth~forecast|The ministry said it would raise exports by 20 percent.
es|exports.growth~forecast|El ministerio dijo que las exportaciones aumentarían un 20%.
es|exports~target|Queremos exportar 5.000 millones de dólares en 2030.
it|sales~target|Puntiamo a ricavi di 600 milioni di euro.
fr|exports~forecast|Nous prévoyons des exportations de 5 milliards d'euros.
de|production|In der Region werden jährlich 5 Millionen Tonnen Weizen angebaut.
"""

PRODUCTS = """
en|tea None|Kenya exported tea worth 5 billion dollars. Total exports of Kenya rose 3 percent.
pt|aço aço|O Brasil importou 98 mil toneladas de aço em 2024. O produto pagou em média US$ 870 a tonelada.
de|Servicezentrum|Die Firma steckt 4 Millionen Franken in ein Servicezentrum in Coimbatore.
en|hatchery|Another £38m is pencilled in for a hatchery at Sullom.
en|Containers|Containers handled: 2.97m TEU.
"""

AMOUNTS = """
es|2500000000 USD|LIMA, 5 mar 2024 (Andina) - Las exportaciones sumaron 2.500 millones de dólares.
es|2500000000 USD|LIMA, 5 mar 2024 (Andina) - Las exportaciones sumaron 2,500 millones de dólares.
es|2.53 USD,0.13 USD|El precio fue de USD 2,53 la libra, 13 centavos más.
es|0.13 MXN|MÉXICO, 5 mar 2024 (Notimex) - El precio subió 13 centavos.
en|1800000 t|It owns a 1.8m-tonne-a-year grinding plant.
en|1100000 t,1300000 t|Volta sold 1.1m tonnes last year, down from 1.3m in 2023.
en|1200000 count,1800000 count|So far 1.2 million of the country's 1.8 million coffee farmers registered.
"""


def rows(table: str) -> list[list[str]]:
    return [line.split("|", 2) for line in table.strip().splitlines()]


@pytest.mark.parametrize(("language", "said", "text"), rows(SENTENCES))
def test_kind_form_and_modality(language: str, said: str, text: str) -> None:
    figures = tradenews.parse(text, language=language, published="2024-10-15").figures
    found = [
        figure.kind
        + (f".{figure.form}" if figure.form != "level" else "")
        + (f"~{figure.modality}" if figure.modality != "actual" else "")
        for figure in figures
    ]
    assert " ".join(found) == said


@pytest.mark.parametrize(("language", "products", "text"), rows(PRODUCTS))
def test_products(language: str, products: str, text: str) -> None:
    figures = tradenews.parse(text, language=language, published="2024-10-15").figures
    assert " ".join(str(f.product.name if f.product else None) for f in figures) == products


@pytest.mark.parametrize(("language", "amounts", "text"), rows(AMOUNTS))
def test_amounts(language: str, amounts: str, text: str) -> None:
    figures = tradenews.parse(text, language=language).figures
    assert ",".join(f"{f.amount.low} {f.amount.unit}" for f in figures) == amounts
