"""Which money a sign or word stands for that several countries share, by where and of whom a text tells."""

from __future__ import annotations

import pytest

import tradenews


@pytest.mark.parametrize(
    ("language", "text", "currency"),
    [
        ("en", "GABORONE, March 5 2024 - Botswana sold stones for P1.2 billion in January.", "BWP"),
        ("en", "MANILA, March 5 2024 - The Philippines sold bananas for P1.2 billion in January.", "PHP"),
        ("en", "LUSAKA, March 5 2024 - Zambia exported copper worth K9 billion last month.", "ZMW"),
        ("en", "PORT MORESBY, March 5 2024 - Papua New Guinea sold coffee for K900 million.", "PGK"),
        ("en", "LILONGWE, March 5 2024 - Malawi earned MK90 billion from tobacco.", "MWK"),
        ("en", "SUVA, March 5 2024 - Fiji exported fish worth $120 million last year.", "FJD"),
        ("en", "Fiji exported fish worth $120 million last year, the World Bank said.", "USD"),
        ("en", "PORT VILA, March 5 2024 - Vanuatu exported kava worth VT400 million.", "VUV"),
        ("en", "THIMPHU, March 5 2024 - Bhutan exported power worth Nu 20 billion.", "BTN"),
        ("en", "VICTORIA, March 5 2024 - Seychelles exported fish worth R500 million.", "SCR"),
        ("en", "DAR ES SALAAM, March 5 2024 - Tanzania exported nuts worth Sh20 billion to Kenya.", "TZS"),
        ("en", "NAIROBI, March 5 2024 - Uganda bought goods worth Sh31.7 billion, Kenya said.", "KES"),
        ("en", "Cape Verde exported fish worth 1.2 billion escudos in 2023.", "CVE"),
        ("en", "Bosnia and Herzegovina exported goods worth 1.2 billion marks in 2023.", "BAM"),
        ("de", "Bosnien und Herzegowina führte 2023 Waren für 1,2 Milliarden Mark aus.", "BAM"),
        ("de", "Deutschland führte 1985 Waren für 1,2 Milliarden Mark aus.", "DEM"),
        ("es", "Managua, 5 mar 2024 - Nicaragua exportó café por C$1,200 millones.", "NIO"),
        ("es", "Montevideo, 5 mar 2024 - Uruguay importó alimentos por $ 1.200 millones.", "UYU"),
        ("fr", "PAPEETE, 5 mars 2024 - La Polynésie française a vendu pour 12 millions de francs.", "XPF"),
        ("en", "Fiji's exports were worth $120 million, the Fiji Bureau of Statistics said.", "FJD"),
        ("en", "Fiji's exports were worth $120 million (US$52 million) last year.", "FJD USD"),
        ("en", "The Sydney miner sold ore worth $329 million (US$215 million).", "AUD USD"),
        ("en", "The Toronto firm sold ore worth $329 million (US$329 million).", "USD"),
        ("en", "Canada sold ore worth $329 million, the United States for $215 million.", "USD"),
        ("fr", "L'usine a coûté 329 millions de dollars (245 millions US).", "CAD USD"),
        ("es", "La firma de Montevideo pagó $ 40 millones (US$ 1 millón).", "UYU USD"),
        ("zh", "澳門統計暨普查局公佈，二月澳門貨物進口總值為90億元，出口11億元。", "MOP"),
        ("zh", "新加坡11月贸易总额1214亿新元，其中出口640亿元。", "SGD"),
        ("zh", "合同总价4.38亿美元，折合人民币约31.4亿元。", "USD CNY"),
    ],
)
def test_money_of_the_country(language: str, text: str, currency: str) -> None:
    figures = tradenews.parse(text, language=language).figures
    found = dict.fromkeys(f.amount.unit for f in figures if f.amount.dimension == "money")
    assert " ".join(found) == currency


@pytest.mark.parametrize("text", ["They climbed K2.", "Sales rose in Q2.", "The K9 unit came."])
def test_letters_that_number_things_are_no_money(text: str) -> None:
    assert not tradenews.parse(text, language="en").figures
