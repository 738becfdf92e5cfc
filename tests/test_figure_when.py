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
