"""Whose figures are, and towards whom: sentences of all languages, with reporter and partner by amount."""

# ruff: noqa: E501

from __future__ import annotations

import pytest

import tradenews

# language, text, {number as written: (reporter, partner)}
CASES = [
    # English
    ("en", "Brazil exported 4 million tonnes of soybeans to China in May 2023.", {"4 million": ("BR", "CN")}),
    ("en", "German exports to France rose 3 percent to 9 billion euros in May 2023.", {"9 billion": ("DE", "FR")}),
    ("en", "Japan's imports from Australia fell 7 percent in 2022.", {"7 percent": ("JP", "AU")}),
    ("en", "Trade between Kenya and Uganda reached $900 million in 2021.", {"$900 million": ("KE", "UG")}),
    ("en", "In 2022, India ran a trade deficit of $80 billion with China.", {"$80 billion": ("IN", "CN")}),
    (
        "en",
        "Chile shipped copper worth $9 billion to China, $3 billion to Japan and $2 billion to South Korea in 2022.",
        {"$9 billion": ("CL", "CN"), "$3 billion": ("CL", "JP"), "$2 billion": ("CL", "KR")},
    ),
    (
        "en",
        "Peru's exports of coffee to Germany and Belgium came to 50,000 and 30,000 tonnes, respectively, in 2022.",
        {"50,000": ("PE", "DE"), "30,000 tonnes": ("PE", "BE")},
    ),
    (
        "en",
        "Ghana exported goods worth $2 billion in 2022. Sales to India came to $600 million, purchases from "
        "there to $400 million.",
        {"$2 billion": ("GH", None), "$600 million": ("GH", "IN"), "$400 million": ("GH", "IN")},
    ),
    ("en", "The United States imposed a tariff of 25 percent on steel from Turkey.", {"25 percent": ("US", "TR")}),
    ("en", "Norway takes 12 percent of Denmark's exports.", {"12 percent": ("DK", "NO")}),
    (
        "en",
        "Crude oil settled at $83 a barrel in London after stocks in the United States rose.",
        {"$83": (None, None)},
    ),
    ("en", "The European Investment Bank approved a loan of $90 million to help Kenya.", {"$90 million": ("European Investment Bank", "KE")}),
    ("en", "Kenya and Uganda signed the accord on Monday. Bilateral trade reached $900 million in 2021.", {"$900 million": ("KE", "UG")}),
    ("en", "In Peru, coffee exports fell 9 percent in 2022.", {"9 percent": ("PE", None)}),
    ("en", "CHILE - Copper exports rose 4 percent.\n\nPERU - Zinc exports fell 6 percent.", {"4 percent": ("CL", None), "6 percent": ("PE", None)}),
    # Deutsch
    ("de", "Mexiko führte 2022 Rinder für 3 Milliarden Dollar in die USA aus.", {"3 Milliarden": ("MX", "US")}),
    ("de", "Österreich lieferte 2022 Waren für 60 Milliarden Euro nach Deutschland.", {"60 Milliarden": ("AT", "DE")}),
    ("de", "Die polnischen Ausfuhren nach Tschechien stiegen im Mai 2023 um 4 Prozent.", {"4 Prozent": ("PL", "CZ")}),
    ("de", "Die Schweiz führte 2022 aus Italien Güter für 20 Milliarden Franken ein.", {"20 Milliarden": ("CH", "IT")}),
    (
        "de",
        "Der Handel zwischen Deutschland und Indien erreichte 2022 ein Volumen von 30 Milliarden Euro.",
        {"30 Milliarden": ("DE", "IN")},
    ),
    (
        "de",
        "Norwegens Exporte erreichten 2022 rund 90 Milliarden Euro. In die USA gingen davon 5 Milliarden Euro.",
        {"90 Milliarden": ("NO", None), "5 Milliarden": ("NO", "US")},
    ),
    ("de", "Mit Russland verzeichnete Finnland 2021 ein Defizit von 4 Milliarden Euro.", {"4 Milliarden": ("FI", "RU")}),
    ("de", "Auf Stahl aus China erhebt Kanada einen Zoll von 25 Prozent.", {"25 Prozent": ("CA", "CN")}),
    # Español
    ("es", "Perú exportó a Estados Unidos uvas por 800 millones de dólares en 2022.", {"800 millones": ("PE", "US")}),
    ("es", "Las exportaciones chilenas a China cayeron un 5% en mayo de 2023.", {"5%": ("CL", "CN")}),
    ("es", "México importó de Brasil vehículos por 900 millones de dólares en 2022.", {"900 millones": ("MX", "BR")}),
    (
        "es",
        "El comercio entre Colombia y Ecuador sumó 2.500 millones de dólares en 2022.",
        {"2.500 millones": ("CO", "EC")},
    ),
    (
        "es",
        "Uruguay vendió carne por 700 millones de dólares a China y 200 millones a Israel en 2022.",
        {"700 millones": ("UY", "CN"), "200 millones": ("UY", "IL")},
    ),
    # Français
    ("fr", "La Tunisie a exporté vers la Libye des biens pour 600 millions d'euros en 2022.", {"600 millions": ("TN", "LY")}),
    ("fr", "Les importations françaises en provenance de Chine ont reculé de 8 % en 2023.", {"8 %": ("FR", "CN")}),
    (
        "fr",
        "Le commerce entre le Maroc et l'Espagne a atteint 20 milliards d'euros en 2022.",
        {"20 milliards": ("MA", "ES")},
    ),
    ("fr", "Le Sénégal a enregistré avec l'Inde un déficit de 300 millions d'euros en 2022.", {"300 millions": ("SN", "IN")}),
    # Português
    ("pt", "O Brasil exportou para a Argentina US$ 15 bilhões em 2022.", {"15 bilhões": ("BR", "AR")}),
    ("pt", "As importações portuguesas de Espanha subiram 6% em 2022.", {"6%": ("PT", "ES")}),
    ("pt", "Em 2022, Angola vendeu à China petróleo no valor de 20 bilhões de dólares.", {"20 bilhões": ("AO", "CN")}),
    ("pt", "A Índia comprou do Brasil US$ 3 bilhões em 2022.", {"3 bilhões": ("IN", "BR")}),
    # Italiano
    ("it", "L'Italia ha esportato in Germania merci per 77 miliardi di euro nel 2022.", {"77 miliardi": ("IT", "DE")}),
    ("it", "Le importazioni italiane dalla Cina sono scese del 9% nel 2023.", {"9%": ("IT", "CN")}),
    (
        "it",
        "L'interscambio tra Italia e Turchia ha raggiunto 25 miliardi di euro nel 2022.",
        {"25 miliardi": ("IT", "TR")},
    ),
    # Nederlands
    ("nl", "Nederland voerde in 2022 voor 12 miljard euro goederen uit naar Italië.", {"12 miljard": ("NL", "IT")}),
    ("nl", "De Belgische invoer uit China daalde in 2023 met 10 procent.", {"10 procent": ("BE", "CN")}),
    ("nl", "De handel tussen Nederland en Polen bedroeg in 2022 ruim 40 miljard euro.", {"40 miljard": ("NL", "PL")}),
    # 中文
    ("zh", "2022年中国对越南出口1400亿美元。", {"1400亿": ("CN", "VN")}),
    ("zh", "2022年日本自澳大利亚进口煤炭1.2亿吨。", {"1.2亿": ("JP", "AU")}),
    ("zh", "2022年中国与俄罗斯的贸易额达到1900亿美元。", {"1900亿": ("CN", "RU")}),
    # the first person, heads of companies, asides
    (
        "en",
        "\"We shipped goods worth $30 million to Asia last year,\" said Anna Berg, chief executive of Nordfrakt. "
        "\"Our sales rose 5 percent to 40 million euros.\"",
        {"5 percent": ("nordfrakt", None), "40 million": ("nordfrakt", None)},
    ),
    ("de", "Volkswagen-Chef Oliver Blume erwartet für 2025 einen Umsatz von 320 Milliarden Euro.", {"320 Milliarden": ("volkswagen", None)}),
    ("en", "Nestlé said on Thursday that sales fell 1 percent to 91 billion francs. In Brazil they rose 8 percent.", {"91 billion": ("nestle", None), "8 percent": ("nestle", "BR")}),
    ("en", "Danone bought Lifeway, which employs 300 people.", {"300": ("lifeway", None)}),
    # contracts, over sentence borders
    (
        "en",
        "Airbus won a contract from Egypt on Monday. The order, worth 5 billion dollars, covers 30 aircraft.",
        {"5 billion": ("airbus", "EG"), "30 aircraft": ("airbus", "EG")},
    ),
    ("nl", "De Nederlandse werf Damen levert Indonesië twee fregatten. Met de order is 500 miljoen euro gemoeid.", {"500 miljoen": ("damen", "ID")}),
    ("en", "Ghana will borrow $150 million from the African Development Bank.", {"$150 million": ("GH", "african-development-bank")}),
    # ports
    (
        "en",
        "Port of Rotterdam sees fewer tonnes\n\nThe Port of Rotterdam handled 220 million tonnes in 2024. Imports from China "
        "grew 5 percent.",
        {"220 million": ("port-of-rotterdam", None), "5 percent": ("port-of-rotterdam", "CN")},
    ),
    # tariffs
    (
        "zh",
        "土耳其对进口钢材征收反倾销税。中国产品的税率为15.42%，日本产品为9%。",
        {"15.42%": ("TR", "CN"), "9%": ("TR", "JP")},
    ),
    (
        "en",
        "The European Union plans tariffs of up to 38 percent on Chinese cars. BYD would pay 17 percent.",
        {"38 percent": ("EU", "CN"), "17 percent": ("EU", "byd")},
    ),
    # peoples, places, the world
    ("fr", "Au Canada, les ventes de sirop à l'étranger ont totalisé 616 millions de dollars. Les Américains en ont acheté 58 %.", {"58 %": ("CA", "US")}),
    ("it", "Le esportazioni italiane di vino negli Stati Uniti valgono 1,9 miliardi di euro.", {"1,9 miliardi": ("IT", "US")}),
    ("de", "Der Umsatz von Bosch in China sank 2023 um 3 Prozent.", {"3 Prozent": ("bosch", "CN")}),
    ("en", "Kenya's flower exports to the Netherlands fell 3 percent. Tea exports rose 5 percent.", {"3 percent": ("KE", "NL"), "5 percent": ("KE", None)}),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "expected"), CASES, ids=[f"{c[0]}-{c[1][:40]}" for c in CASES])
def test_who(language: str, text: str, expected: dict[str, tuple[str | None, str | None]]) -> None:
    article = tradenews.parse(text, language=language)
    for number, sides in expected.items():
        start = text.index(number)
        figure = next(f for f in article.figures if f.span.start < start + len(number) and start < f.span.end)
        assert _from_exporter(figure) in (sides, _from_exporter(figure, swap=sides)), (number, figure)


def _from_exporter(
    figure: tradenews.models.TradeFigure, swap: tuple[str | None, str | None] | None = None
) -> tuple[str | None, str | None]:
    """Reporter and partner; with ``swap``, as the other side sees what it buys or sells."""
    if (
        swap is not None
        and (figure.partner, figure.reporter) == swap
        and figure.kind in ("exports", "imports")
    ):
        return swap
    return figure.reporter, figure.partner
