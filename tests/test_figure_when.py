"""When figures are of: sentences of all languages, with the EDTF period by amount."""

# ruff: noqa: E501

from __future__ import annotations

import pytest

import tradenews
from tradenews.normalize.edtf import parse_edtf

DATE = "2023-08-10"

# language, text, {number as written: EDTF period or None}; the article is of 10 August 2023
CASES = [
    # English
    ("en", "Exports rose 4 percent to $9 billion in June, the ministry said on Tuesday.",
     {"4 percent": "2023-06", "$9 billion": "2023-06"}),
    ("en", "Exports climbed from $8 billion in 2021 to $9 billion a year later.",
     {"$8 billion": "2021", "$9 billion": "2022"}),
    ("en", "In the first half of 2023, imports came to $70 billion, compared with $75 billion a year earlier.",
     {"$70 billion": "2023-01/2023-06", "$75 billion": "2022-01/2022-06"}),
    ("en", "Exports were $120 billion in 2022, 6 percent more than in 2021. Imports grew 3 percent to $110 billion.",
     {"$120 billion": "2022", "6 percent": "2022", "3 percent": "2022", "$110 billion": "2022"}),
    ("en", "Between January and July, exports rose 5 percent. In July alone, they fell 2 percent.",
     {"5 percent": "2023-01/2023-07", "2 percent": "2023-07"}),
    ("en", "The ministry expects exports of $130 billion in 2024, up from $120 billion this year.",
     {"$130 billion": "2024", "$120 billion": "2023"}),
    ("en", "The two companies signed a contract worth $5 billion on Monday.", {"$5 billion": None}),
    ("en", "In May, June and July 2023, exports came to $9 billion.", {"$9 billion": "2023-05/2023-07"}),
    ("en", "In week 30, growers exported 4,000 tonnes.", {"4,000": "2023-07-24/2023-07-30"}),
    ("en", "Copper closed at $8,400 a tonne on Monday.", {"$8,400": "2023-08-07"}),
    ("en", "Wheat for May rose 2 percent to $6 a bushel.", {"$6": None}),
    ("en", "Exports to Norway fell by 3 percent, but deliveries to Peru rose 9 percent in 2022.",
     {"3 percent": "2022", "9 percent": "2022"}),
    # Deutsch
    ("de", "Der Verband hat 2022 rund 40 Millionen Tonnen Stahl exportiert.", {"40 Millionen": "2022"}),
    ("de", "Die Exporte stiegen im Juni um 4 Prozent auf 120 Milliarden Euro, teilte das Amt am Dienstag mit.",
     {"4 Prozent": "2023-06", "120 Milliarden": "2023-06"}),
    ("de", "Im ersten Halbjahr sanken die Einfuhren um 3 Prozent auf 600 Milliarden Euro.",
     {"3 Prozent": "2023-01/2023-06", "600 Milliarden": "2023-01/2023-06"}),
    ("de", "2022 wurden 40 Millionen Tonnen ausgeführt, nach 38 Millionen Tonnen im Vorjahr.",
     {"40 Millionen": "2022", "38 Millionen": "2021"}),
    ("de", "Die Ausfuhren erreichten 2022 einen Wert von 90 Milliarden Euro. Die Einfuhren legten um 5 Prozent zu.",
     {"90 Milliarden": "2022", "5 Prozent": "2022"}),
    ("de", "Für 2024 rechnet der Verband mit Exporten von 95 Milliarden Euro.", {"95 Milliarden": "2024"}),
    # Español
    ("es", "Las exportaciones crecieron un 4% en junio, hasta 30.000 millones de euros.",
     {"4%": "2023-06", "30.000 millones": "2023-06"}),
    ("es", "Entre enero y mayo de 2023 las importaciones sumaron 40.000 millones de dólares, un 3% más que un año antes.",
     {"40.000 millones": "2023-01/2023-05", "3%": "2023-01/2023-05"}),
    ("es", "En 2022 se exportaron 5 millones de toneladas, frente a 4 millones de toneladas en 2021.",
     {"5 millones": "2022", "4 millones": "2021"}),
    # Français
    ("fr", "Les exportations ont progressé de 4 % en juin, à 50 milliards d'euros.",
     {"4 %": "2023-06", "50 milliards": "2023-06"}),
    ("fr", "Au premier trimestre 2023, les importations ont atteint 160 milliards d'euros, contre 170 milliards un an plus tôt.",
     {"160 milliards": "2023-01/2023-03", "170 milliards": "2022-01/2022-03"}),
    # Português
    ("pt", "As exportações subiram 4% em junho, para US$ 30 bilhões.",
     {"4%": "2023-06", "30 bilhões": "2023-06"}),
    ("pt", "De janeiro a julho, o superávit somou US$ 54 bilhões, ante US$ 40 bilhões no mesmo período de 2022.",
     {"54 bilhões": "2023-01/2023-07", "40 bilhões": "2022-01/2022-07"}),
    # Italiano
    ("it", "A giugno le esportazioni sono cresciute del 4%, a 55 miliardi di euro.",
     {"4%": "2023-06", "55 miliardi": "2023-06"}),
    ("it", "Nel 2022 le importazioni hanno raggiunto 660 miliardi di euro, contro i 480 miliardi dell'anno precedente.",
     {"660 miliardi": "2022", "480 miliardi": "2021"}),
    # Nederlands
    ("nl", "De uitvoer steeg in juni met 4 procent naar 55 miljard euro.",
     {"4 procent": "2023-06", "55 miljard": "2023-06"}),
    ("nl", "In 2022 bedroeg de invoer 700 miljard euro, tegen 560 miljard euro een jaar eerder.",
     {"700 miljard": "2022", "560 miljard": "2021"}),
    # 中文
    ("zh", "6月出口2850亿美元，同比下降12.4%。", {"2850亿": "2023-06", "12.4%": "2023-06"}),
    ("zh", "前7个月进出口总值23.55万亿元，同比增长0.4%。", {"23.55万亿": "2023-01/2023-07", "0.4%": "2023-01/2023-07"}),
    # what is summed up, closes, holds now, is signed or was before
    ("en", "The mill exported 5 million tonnes, against 4 million tonnes the year before.",
     {"4 million": None}),
    ("en", "Exports came to 5 million tonnes in 2022, against 4 million tonnes.",
     {"5 million": "2022", "4 million": "2021"}),
    ("en", "Exports came to 5 million tonnes in the first six months of the 2022/23 season (October-March), against 4 million tonnes a season earlier.",
     {"5 million": "2022-10/2023-03", "4 million": "2021-10/2022-03"}),
    ("en", "In the 12 months through June, exports came to $90 billion.",
     {"$90 billion": "2022-07/2023-06"}),
    ("en", "Imports from China, which began in 2015, rose 5 percent in June.",
     {"5 percent": "2023-06"}),
    ("en", "Founded in 1987, the company exports 5,000 tonnes of cheese.",
     {"5,000": None}),
    ("en", "The duty, so far 5 percent, rises to 12 percent from 1 September.",
     {"5 percent": None, "12 percent": "2023-09-01"}),
    ("en", "Since May, the country has exported 3 million tonnes of wheat.",
     {"3 million": "2023-05/2023-08"}),
    ("en", "Since the start of the season, the country has exported 3 million tonnes of wheat.",
     {"3 million": None}),
    ("en", "From January to July the port handled 27 million tonnes, against 25 million tonnes last year.",
     {"27 million": "2023-01/2023-07", "25 million": "2022-01/2022-07"}),
    ("en", "The association expects exports to close the year at 8 million tonnes.",
     {"8 million": "2023"}),
    ("en", "On 31 July, foreign reserves stood at $40 billion.",
     {"$40 billion": "2023-07-31"}),
    ("en", "Sri Lanka welcomed 150,000 tourists in July, compared with 90,000 a year earlier.",
     {"150,000": "2023-07", "90,000": "2022-07"}),
    ("en", "In June the two firms signed a contract for 40,000 tonnes of rice a year.",
     {"40,000": None}),
    ("de", "Die Erzeugung erreichte 2022 rund 15 Mio. t, nach 16 Mio. t.",
     {"15 Mio": "2022", "16 Mio": "2021"}),
    ("de", "Von Januar bis Ende Juni wurden 5 Mio. t Stahl exportiert.",
     {"5 Mio": "2023-01/2023-06"}),
    ("de", "In den zwölf Monaten bis Ende Juni stiegen die Exporte um 5 Prozent.",
     {"5 Prozent": "2022-07/2023-06"}),
    ("de", "In den kommenden Jahren sollen die Exporte um 5 Prozent wachsen.",
     {"5 Prozent": None}),
    ("de", "Ab dem 1. September gilt auf Stahl ein Zoll von 25 Prozent, bisher waren es 10 Prozent.",
     {"25 Prozent": "2023-09-01", "10 Prozent": None}),
    ("de", "Das Unternehmen schloss 2022 mit einem Umsatz von 5 Milliarden Euro ab.",
     {"5 Milliarden": "2022"}),
    ("de", "Bis Jahresende sollen die Exporte auf 5 Milliarden Euro steigen.",
     {"5 Milliarden": "2023"}),
    ("es", "En los doce meses hasta junio las exportaciones sumaron 5.000 millones de dólares.",
     {"5.000 millones": "2022-07/2023-06"}),
    ("es", "La empresa cerró 2022 con ventas por 500 millones de dólares.",
     {"500 millones": "2022"}),
    ("es", "El país exportó 5 millones de toneladas en 2022, frente a 4 millones.",
     {"5 millones": "2022", "4 millones": "2021"}),
    ("es", "Desde mayo el país ha exportado 3 millones de toneladas de trigo.",
     {"3 millones": "2023-05/2023-08"}),
    ("es", "Hasta ahora el acero paga un arancel de 10%.",
     {"10%": None}),
    ("es", "Entre enero y julio el puerto movió 27 millones de toneladas, contra 25 millones el año pasado.",
     {"27 millones": "2023-01/2023-07", "25 millones": "2022-01/2022-07"}),
    ("es", "En la campaña 2022/23 (octubre-septiembre) se exportaron 5 millones de toneladas de trigo.",
     {"5 millones": "2022-10/2023-09"}),
    ("fr", "Sur les douze mois à fin juin, les exportations ont atteint 50 milliards d'euros.",
     {"50 milliards": "2022-07/2023-06"}),
    ("fr", "De janvier à fin juin, les exportations ont atteint 50 milliards d'euros, contre 45 milliards.",
     {"50 milliards": "2023-01/2023-06", "45 milliards": "2022-01/2022-06"}),
    ("fr", "Les ventes ont atteint 74 millions d'euros pour l'exercice clos le 31 mars 2023.",
     {"74 millions": "2022-04/2023-03"}),
    ("fr", "Le Maroc a exporté 5 millions de tonnes en 2022, 9 % de plus qu'en 2021.",
     {"9 %": "2022"}),
    ("fr", "À partir du 1er septembre, l'acier sera frappé d'un droit de 25 %, contre 10 % jusqu'ici.",
     {"25 %": "2023-09-01", "10 %": None}),
    ("fr", "Dans les prochaines années, les exportations pourraient croître de 5 %.",
     {"5 %": None}),
    ("pt", "Nos doze meses até junho, as exportações somaram US$ 50 bilhões.",
     {"US$ 50 bilhões": "2022-07/2023-06"}),
    ("pt", "A empresa fechou 2022 com vendas de R$ 500 milhões.",
     {"R$ 500 milhões": "2022"}),
    ("pt", "Desde maio o país exportou 3 milhões de toneladas de milho.",
     {"3 milhões": "2023-05/2023-08"}),
    ("pt", "O setor espera que o ano feche com exportações de US$ 8 bilhões.",
     {"US$ 8 bilhões": "2023"}),
    ("pt", "O aço paga hoje uma tarifa de 10%.",
     {"10%": None}),
    ("it", "Nei dodici mesi a giugno le esportazioni sono salite del 5%.",
     {"5%": "2022-07/2023-06"}),
    ("it", "L'azienda ha chiuso il 2022 con ricavi per 500 milioni di euro.",
     {"500 milioni": "2022"}),
    ("it", "Da gennaio a giugno gli incassi sono passati da 243 a 221 milioni di euro.",
     {"243": "2022-01/2022-06", "221": "2023-01/2023-06"}),
    ("it", "Entro fine anno le esportazioni dovrebbero salire del 5%.",
     {"5%": "2023"}),
    ("it", "Fondata nel 1987, l'azienda esporta 5.000 tonnellate di formaggio.",
     {"5.000": None}),
    ("nl", "In de twaalf maanden tot eind juni steeg de export met 5 procent.",
     {"5 procent": "2022-07/2023-06"}),
    ("nl", "Sinds het begin van het seizoen heeft Nederland 700.000 ton uien geëxporteerd.",
     {"700.000": None}),
    ("nl", "In week 30 vertrok er 30.000 ton uien, vorig jaar 25.000 ton.",
     {"30.000": "2023-07-24/2023-07-30", "25.000": "2022-07-25/2022-07-31"}),
    ("nl", "Voor heel 2023 rekent de haven op een overslag van 60 miljoen ton.",
     {"60 miljoen": "2023"}),
    ("nl", "Het bedrijf sloot 2022 af met een omzet van 500 miljoen euro.",
     {"500 miljoen": "2022"}),
    ("nl", "De heffing bedraagt nu 5 procent.",
     {"5 procent": None}),
    ("zh", "截至6月的12个月，出口额为500亿美元。",
     {"500亿": "2022-07/2023-06"}),
    ("zh", "关税方面，自9月1日起税率为25%，此前税率为10%。",
     {"25%": "2023-09-01", "10%": None}),
    ("zh", "2022年出口500万吨，而2021年为400万吨。",
     {"500万": "2022", "400万": "2021"}),
    ("zh", "今年前7个月出口500亿美元，去年同期为450亿美元。",
     {"500亿": "2023-01/2023-07", "450亿": "2022-01/2022-07"}),
    ("zh", "7月出口40亿美元，同比增长5%；1至7月累计出口300亿美元，增长3%。",
     {"40亿": "2023-07", "5%": "2023-07", "300亿": "2023-01/2023-07", "3%": "2023-01/2023-07"}),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "expected"), CASES, ids=[f"{c[0]}-{c[1][:40]}" for c in CASES])
def test_when(language: str, text: str, expected: dict[str, str | None]) -> None:
    article = tradenews.parse(text, language=language, published=DATE)
    for number, period in expected.items():
        start = text.index(number)
        figure = next(f for f in article.figures if f.span.start < start + len(number) and start < f.span.end)
        wanted = parse_edtf(period) if period else None
        got = figure.period
        assert (got and (got.start, got.end)) == (wanted and (wanted.start, wanted.end)), (number, got)


def test_baseline() -> None:
    article = tradenews.parse(
        "Exports of avocados rose from 17 tonnes in 2009 to 10,000 tonnes in 2016.", language="en"
    )
    first, second = article.figures
    assert second.baseline == first.id
    assert first.baseline is None


def test_attribution() -> None:
    article = tradenews.parse("Exports rose 4 percent in 2022, according to the World Bank.", language="en")
    assert article.figures[0].attribution == ("world-bank",)
