"""Names of countries and money as CLDR has them in each language, also as its other countries write them."""

import pytest

from tradenews import parse
from tradenews.lexicon.forms import UNSPACED, fold
from tradenews.lexicon.load import languages, load_lexicon
from tradenews.normalize import cldr
from tradenews.normalize.facts import currency_codes

LOCALES = [(code, locale) for code in languages() for locale in (code, *cldr.variants(code))]
SHORT = 2  # characters of a name that may be part of another where there are no blanks: 查德 in 理查德

CAPITALS = ("de", "en", "nl")  # languages that write "Australian dollars" with a capital
OTHERS = {"Congo", "Reunión", "Riunione", "Reunião", "Salvador"}  # names that mean something else more often
SHARED = {  # of an older and a newer money of one name, or of a name that is a word
    "塞拉利昂利昂", "CFA-frank", "Caribische gulden", "leone", "VEF", "franco CFP", "Francos CFP",
    "franco CFA de África central", "francos CFA de África central",
}  # fmt: skip
CENTS = [
    ("en", "COLOMBO - The mill earned Rs 300 million. It paid 42 cents a share, against 53 cents.", "LKR"),
    ("en", "AUCKLAND - Sales were NZ$3 billion. The dividend is 42 cents a share.", "NZD"),
    ("en", "JOHANNESBURG - The profit was R300 million; the dividend is 42 cents a share.", "ZAR"),
    ("en", "SYDNEY - Profit was A$30 million. It pays 42 U.S. cents a share.", "USD"),
    ("fr", "GENÈVE - Le lait s'est vendu 9 francs en Suisse, soit 15 centimes de moins.", "CHF"),
    ("fr", "OTTAWA - Le groupe a vendu pour 3 millions de dollars canadiens, 47 cents par action.", "CAD"),
    ("zh", "黑山矿业营收68亿澳元，末期股息每股12澳分。", "AUD"),
    ("zh", "净利为4718万令吉，每股盈利3.65仙。", "MYR"),
    ("zh", "營業額3億港元，每股派息5仙。", "HKD"),
    ("zh", "加拿大公司股息每股10加分。", "CAD"),
    ("zh", "派息每股3.5新分。", "SGD"),
]
TAIWAN = [
    ("台灣對義大利出口15億歐元。", "IT"),
    ("台灣自肯亞進口咖啡3萬公噸。", "KE"),
    ("台灣對奧地利出口增5%。", "AT"),
    ("台灣對哥斯大黎加出口3億美元。", "CR"),
    ("台灣對厄瓜多出口3億美元。", "EC"),
    ("台灣對衣索比亞出口3億美元。", "ET"),
    ("台灣對希臘出口3億美元。", "GR"),
    ("香港對津巴布韋出口3億美元。", "ZW"),
    ("香港對老撾出口3億美元。", "LA"),
    ("台灣對卡達出口3億美元。", "QA"),
    ("台灣對克羅埃西亞出口3億美元。", "HR"),
    ("台灣對宏都拉斯出口3億美元。", "HN"),
    ("台灣對杜拜出口3億美元。", "AE"),
    ("台灣對巴塞隆納出口3億美元。", "ES"),
]


@pytest.mark.parametrize(("language", "locale"), LOCALES)
def test_a_country_is_known_by_every_name_that_cldr_has(language: str, locale: str) -> None:
    lexicon, missed = load_lexicon(language), []
    for code, name in cldr.territories(locale).items():
        found = {str(entry.value).partition("|")[0] for entry in lexicon.entries.get(fold(name), ())}
        if code not in {*found, "EU"} and name not in OTHERS and (name[0] < UNSPACED or len(name) > SHORT):
            missed.append((code, name, found))
    assert not missed


@pytest.mark.parametrize(("language", "locale"), LOCALES)
def test_money_is_known_by_every_name_that_cldr_has(language: str, locale: str) -> None:
    lexicon, current, missed = load_lexicon(language), currency_codes(2025), []
    for code, names in cldr.currency_names(locale).items():
        plain = {fold(name): name for name in sorted(names)}  # "US dollar" rather than "US Dollar"
        for name in sorted(plain.values()) if code in current else ():
            small = language not in CAPITALS and not any(map(str.isupper, name.split(" ")))
            form = name[0].lower() + name[1:] if small and " " in name else name
            entry = lexicon.read(fold(form), form)
            money = entry is not None and (entry.tag not in "MC" or code in str(entry.value).split("|"))
            missed += [] if money or form in SHARED else [(code, form)]
    assert not missed


@pytest.mark.parametrize(("text", "country"), TAIWAN)
def test_countries_as_taiwan_and_hong_kong_write_them(text: str, country: str) -> None:
    (figure,) = parse(text, language="zh").figures
    assert figure.partner == country


@pytest.mark.parametrize(("language", "text", "code"), CENTS)
def test_cents_are_of_the_money_that_the_text_counts(language: str, text: str, code: str) -> None:
    amounts = [figure.amount for figure in parse(text, language=language).figures]
    assert [amount.unit for amount in amounts if amount.low < 100 and amount.unit.isupper()][-1] == code


def test_a_scale_word_ends_a_number_before_a_name_begins() -> None:
    assert [figure.amount.unit for figure in parse("出口2500万斯里兰卡卢比和3万科威特第纳尔。").figures] == [
        "LKR",
        "KWD",
    ]


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("管線長25.5公尺。", "m"),
        ("廠房1000平方公尺。", "m2"),
        ("出口木材3000立方公尺。", "m3"),
        ("進口鋼材3萬公噸。", "t"),
        ("產能500瓩。", "kW"),
        ("風場300百萬瓦。", "MW"),
        ("進口300美加侖。", "gal"),
    ],
)
def test_units_as_taiwan_and_hong_kong_write_them(text: str, unit: str) -> None:
    assert [figure.amount.unit for figure in parse(text, language="zh").figures] == [unit]


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("台積電今公布5月合併營收2296億元，月減2.7%。", "TWD"),
        ("鴻海第2季稅後純益350億元，季增59%。", "TWD"),
        ("比亚迪公布5月营收2296亿元。", "CNY"),
        ("香港6月整體出口貨值為3,959億元。", "HKD"),
    ],
)
def test_bare_money_is_that_of_the_firms_of_the_text(text: str, unit: str) -> None:
    assert parse(text, language="zh").figures[0].amount.unit == unit
