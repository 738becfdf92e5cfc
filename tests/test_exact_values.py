"""Units, rates, names, days and number words to the digit: what a changed sign or bound breaks."""

from datetime import date
from decimal import Decimal

import pytest

from tradenews import Amount, FixedRates, NormalizationError, convert
from tradenews.errors import RatesError
from tradenews.normalize.codes import alpha3, comtrade_code
from tradenews.normalize.currency import currency_of_place
from tradenews.normalize.names import digest, is_acronym, is_initialism, plain, same_person, slug, unpossessed
from tradenews.normalize.numerals import Numerals, evaluate
from tradenews.normalize.periods import relative, weekday_near
from tradenews.normalize.territory import countries, country_code, is_country
from tradenews.normalize.units import UNITS, convert_units, facts_of, rec20_code

GERMAN = Numerals(
    {"ein": "1", "drei": "3", "vier": "4", "zehn": "10", "zwanzig": "20", "fünfzig": "50", "hundert": "S2",
     "tausend": "S3", "zwölf": "12", "siebzehn": "17"},
    frozenset({"und"}),
)  # fmt: skip


@pytest.mark.parametrize(
    ("word", "value"),
    [
        ("dreiundzwanzig", 23), ("vierundfünfzig", 54), ("dreihundert", 300), ("dreihundertvier", 304),
        ("dreihundertvierundzwanzig", 324), ("zwanzigtausend", 20000), ("einundzwanzigtausend", 21000),
        ("hundertzwölf", 112), ("tausenddreihundert", 1300), ("zehn", 10), ("tausendundvier", 1004),
        ("viertausenddreihundertdreiundfünfzig", 4353), ("hundertundzehn", 110),
        ("zwanzigunddrei", 23), ("dreiundzehn", 13), ("dreiundhundert", 300),
    ],
)  # fmt: skip
def test_number_words_written_as_one(word: str, value: int) -> None:
    assert GERMAN.value(word) == value


@pytest.mark.parametrize(
    "word",
    [
        "",
        "und",
        "dreiund",
        "dreix",
        "xdrei",
        "vierdrei",
        "zehnzehn",
        "dr",
        "drei" * 16,
        "dreizwanzig",
        "zehnundzwanzig",
    ],
)
def test_no_number_words(word: str) -> None:
    assert GERMAN.value(word) is None


def test_a_part_of_a_number_word_may_begin_another() -> None:
    dutch = Numerals({"zes": "6", "zestig": "60", "zestien": "16"}, frozenset({"en", "ën"}))
    assert [dutch.value(word) for word in ("zes", "zestien", "zestig", "zesenzestig")] == [6, 16, 60, 66]
    assert Numerals({"enne": "9", "tien": "10"}, frozenset({"en"})).value("entien") == 10


def test_a_number_word_has_its_bound() -> None:
    assert Numerals({"aa": "S2"}).value("aa" * 12) == Decimal(10) ** 24
    assert Numerals({"aaaaaa": "1"}).value("a" * 61) is None
    assert Numerals({"a" * 60: "1", "a" * 61: "1"}).value("a" * 60) == 1
    assert Numerals({"a" * 60: "1", "a" * 61: "1"}).value("a" * 61) is None
    assert Numerals({}).value("any") is None


@pytest.mark.parametrize(
    ("terms", "value"),
    [
        (["20", "3"], 23), (["100", "50"], 150), (["60", "12"], 72), (["80", "17"], 97), (["4", "5"], None),
        (["20", "20"], None), (["20", "19"], 39), (["30", "10"], None), (["30", "9"], 39), (["10", "9"], 19),
        (["100", "100"], None), (["100", "99"], 199), (["3", "S2", "5"], 305), (["S3"], 1000), (["5"], 5),
        (["2.5", "S6"], 2500000), (["2.5", "3"], None), (["20", "0"], None), (["1", "S3", "1000"], None),
        (["1", "S3", "999"], 1999), (["1", "S24"], 10**24), (["1", "S25"], None), ([], 0),
        (["20", "2.5"], None), (["200", "100"], None), (["40", "20"], None), (["60", "20"], None),
        (["0", "5"], None), (["20.5", "3"], None), (["9" * 40, "5"], None),
        (["2", "S3", "5", "S3"], 7000), (["2", "S3", "S3"], 2000000), (["1", "S6", "2", "S3", "3"], 1002003),
    ],
)  # fmt: skip
def test_terms_to_a_number(terms: list[str], value: int | None) -> None:
    assert evaluate(terms) == value


@pytest.mark.parametrize(
    ("value", "unit", "to", "commodity", "wanted"),
    [
        ("1", "bu", "lb", "Wheat", "60"),
        ("1", "bu", "lb", "corn", "56"), ("1", "bu", "lb", "barley", "48"),
        ("1", "bu", "lb", "oats", "32"), ("1", "bu", "lb", "rice", "45"), ("1", "bu", "lb", "canola", "50"),
        ("1", "bu", "lb", "rapeseed", "50"), ("1", "bu", "lb", "soya", "60"),
        ("1", "bu", "lb", "potatoes", "60"), ("1", "bu", "lb", "soybeans", "60"),
        ("1", "bu", "lb", "sorghum", "56"), ("1", "bu", "lb", "rye", "56"),
        ("1", "bu", "lb", "linseed", "56"),
        ("1E+45", "t", "kg", None, "1" + "0" * 48), ("1" * 38, "t", "kg", None, "1" * 38 + "000"),
        ("60", "lb", "bu", "wheat", "1"),
        ("7.33", "bbl", "t", "oil", "1"), ("1", "t", "bbl", "crude", "7.33"),
        ("1", "st", "lb", None, "2000"),
        ("1", "lt", "lb", None, "2240"),
        ("2.50", "kg", "kg", None, "2.50"),
        ("1", "bbl", "gal", "wheat", "42"), ("1500", "kg", "t", None, "1.5"),
        ("1", "MWh", "kWh", None, "1000"),
    ],
)  # fmt: skip
def test_units_convert_exactly(value: str, unit: str, to: str, commodity: str | None, wanted: str) -> None:
    result = convert_units(Decimal(value), unit, to, commodity)
    assert result == Decimal(wanted)
    assert "E" not in str(result)


@pytest.mark.parametrize(
    ("unit", "to", "commodity", "words"),
    [
        ("t", "m3", None, "t -> m3.*mass is no volume$"),
        ("bu", "t", None, "volume is no mass with commodity= named"),
        ("t", "bbl", None, "mass is no volume with commodity= named"),
        ("bu", "ha", "wheat", "volume is no area"),
        ("t_unspecified", "kg", None, "ambiguous as a unit: t, st, lt"),
        ("t", "parsec", None, "'parsec' is no known unit$"),
    ],
)
def test_units_that_do_not_convert_say_why(unit: str, to: str, commodity: str | None, words: str) -> None:
    with pytest.raises(NormalizationError, match=words):
        convert_units(Decimal(1), unit, to, commodity)


def test_facts_of_units() -> None:
    with pytest.raises(NormalizationError, match="unit") as caught:
        facts_of("t_unspecified")
    assert (caught.value.text, caught.value.candidates) == ("t_unspecified", ("t", "st", "lt"))
    with pytest.raises(NormalizationError) as caught:
        facts_of("furlong")
    assert (caught.value.text, caught.value.candidates) == ("furlong", ())
    assert [rec20_code(u) for u in ("t", "st", "MW", "nothing")] == ["TNE", "STN", "MAW", None]


DIMENSIONS = {
    "mass": "t TNE, kg KGM, g GRM, lb LBR, st STN, lt LTN, oz ONZ, oz_t APZ, ct CTM, quintal DTN, jin -,"
    " picul -",
    "volume": "m3 MTQ, l LTR, hectolitre HLT, gal GLL, bbl BLL, bu BUA, cubic foot FTQ",
    "length": "m MTR, km KMT, mi SMI, yard YRD, centimetre CMT, millimetre MMT",
    "area": "m2 MTK, ha HAR, acre ACR, km2 KMK, square foot FTK, square yard YDK, mu -",
    "power": "W WTT, kW KWT, MW MAW, GW A90", "energy": "kWh KWH, MWh MWH, GWh GWH, TWh D32, mmbtu -",
    "container": "TEU 20", "ratio": "percent P1, percentage_point -", "count": "count C62",
    "head": "head HEA", "bag": "bag XBG", "bale": "bale XBL", "pair": "pair PR", "piece": "piece H87",
}  # fmt: skip


def test_units_have_a_dimension_and_a_code() -> None:
    units = [(name, *each.rsplit(maxsplit=1)) for name, row in DIMENSIONS.items() for each in row.split(", ")]
    assert [(facts_of(u).dimension, u, rec20_code(u) or "-") for _, u, _ in units] == units
    assert {u for _, u, _ in units} == set(UNITS)
    assert rec20_code("mmbtu") is rec20_code("percentage_point") is None


def amount(value: str, unit: str, per: str | None = None, high: str | None = None) -> Amount:
    return Amount(Decimal(value), Decimal(high or value), unit, "range" if high else "exact", per, scale=6)


def test_prices_convert_on_both_sides() -> None:
    rates = FixedRates("EUR", {"USD": Decimal("1.25")})
    price = convert(amount("2", "USD", "lb", "4"), "EUR/t", rates)
    assert (price.unit, price.per, price.scale, price.bound) == ("EUR", "t", None, "range")
    assert [price.low, price.high] == [v * Decimal("0.8") / Decimal("0.00045359237") for v in (2, 4)]
    assert convert(amount("5", "t", "year"), "kg").per == "year"
    assert convert(amount("60", "USD", "bu"), "USD/lb", commodity="wheat").low == 1
    assert convert(amount("5", "USD", "t"), "USD/t").low == 5
    for given, unit in [(amount("5", "USD"), "USD/t"), (amount("5", "t", "year"), "t/day"),
                        (amount("5", "USD", "t"), "USD/year")]:  # fmt: skip
        with pytest.raises(NormalizationError, match="conversion"):
            convert(given, unit)
    for one, other in (("t", "USD"), ("USD", "t")):
        with pytest.raises(NormalizationError, match="'USD' is no known unit"):
            convert(amount("5", one), other)


def test_rates_are_needed_and_named() -> None:
    with pytest.raises(RatesError) as caught:
        convert(amount("5", "USD"), "EUR", on=date(2017, 9, 7))
    assert (caught.value.currency, caught.value.date) == ("USD", date(2017, 9, 7))
    rates = FixedRates("EUR", {"USD": Decimal("1.25"), "GBP": Decimal("0.5")})
    assert rates.rate("USD", "GBP") == Decimal("0.4")
    assert rates.rate("EUR", "USD") == Decimal("1.25")
    assert rates.rate("EUR", "EUR") == 1
    with pytest.raises(RatesError) as caught:
        rates.rate("USD", "JPY", date(2017, 9, 7))
    assert (caught.value.currency, caught.value.date) == ("JPY", date(2017, 9, 7))


@pytest.mark.parametrize(
    ("short", "name", "acronym", "initialism"),
    [
        ("CASS", "Chinese Academy of Social Sciences", True, True),
        ("Camex", "Cámara de Comercio Exterior", True, False),
        ("C A S S", "Chinese Academy of Social Sciences", True, True),
        ("SS", "Chinese Academy of Social Sciences", False, False),
        ("ASS", "Chinese Academy of Social Sciences", True, False),
        ("SSC", "Chinese Academy Social Sciences", False, False),
        ("CAXS", "Chinese Academy of Social Sciences", False, False),
        ("", "Chinese Academy", False, False), ("CASS", "", False, False), ("C", "China", False, False),
        ("CAOSS", "Chinese Academy of Social Sciences", True, True),
        ("BT", "Bank for Trust", True, True), ("BT", "Bank with Trust", False, False),
        ("AC", "Banca Aperta", False, False), ("ANDI", "Asociación Nacional de Empresarios", True, False),
        ("ADI", "Asociación Nacional de Empresarios", False, False),
    ],
)  # fmt: skip
def test_short_names(short: str, name: str, acronym: bool, initialism: bool) -> None:
    assert (is_acronym(short, name), is_initialism(short, name)) == (acronym, initialism)


def test_letters_of_names() -> None:
    assert (plain("AT_T"), plain("Año_Nuevo"), slug("AT_T")) == ("at t", "ano nuevo", "at-t")
    assert [unpossessed(name) for name in ("O'Sullivan", "O'Sullivan's", "GM´S", "Is'")] == [
        "O'Sullivan", "O'Sullivan", "GM", "Is",
    ]  # fmt: skip
    assert digest("\ud800") != digest("\ud801")


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Trump", "Donald Trump", True),
        ("Donald", "Donald Trump", True),
        ("D", "Donald Trump", False),
        ("Donald Trump", "Trump", True), ("D. Trump", "Donald Trump", True),
        ("E. Trump", "Donald Trump", False),
        ("Trump Donald", "Donald John Trump", False), ("", "Trump", False), ("", "", False),
        ("Donald Trump", "Donald John Trump", True), ("Jo Trump", "John Trump", False),
        ("John", "Donald John Trump", True), ("Smith", "Donald Trump", False), ("D", "D. Trump", False),
        ("D.", "D.", False), ("Donald Trump", "Trump Donald", False), ("X. Trump", "Xi Trump", True),
    ],
)  # fmt: skip
def test_names_of_one_person(one: str, other: str, same: bool) -> None:
    assert same_person(one, other) == same


@pytest.mark.parametrize(
    ("weekday", "step", "day"),
    [
        (4, 0, "2017-09-07"), (4, -1, "2017-08-31"), (4, 1, "2017-09-14"), (3, 0, "2017-09-06"),
        (3, -1, "2017-09-06"), (3, 1, "2017-09-13"), (5, 0, "2017-09-01"), (5, 1, "2017-09-08"),
        (5, -1, "2017-09-01"), (1, 0, "2017-09-04"), (7, 0, "2017-09-03"), (7, 1, "2017-09-10"),
    ],
)  # fmt: skip
def test_days_of_the_week(weekday: int, step: int, day: str) -> None:
    found = weekday_near(weekday, date(2017, 9, 7), step)
    assert found is not None
    assert found.edtf == day


@pytest.mark.parametrize(
    ("relation", "precision", "edtf"),
    [
        ("ytd", "day", "2017-01/2017-09"), ("ytd", "month", "2017-01/2017-09"), ("ytd", "year", None),
        ("now", "day", "2017-09-07"), ("now", "month", None), ("day0", "day", "2017-09-07"),
        ("day-1", "day", "2017-09-06"), ("day-1", "month", None), ("month0", "month", "2017-09"),
        ("month-1", "day", "2017-08"), ("month-1", "year", None), ("year-1", "year", "2016"),
        ("year+1", "day", "2018"), ("quarter0", "month", "2017-35"), ("half-1", "day", "2017-40"),
        ("nonsense", "day", None), ("year", "day", None), ("year-1", "nonsense", "2016"),
    ],
)  # fmt: skip
def test_relative_periods(relation: str, precision: str, edtf: str | None) -> None:
    found = relative(relation, date(2017, 9, 7), precision)
    assert (found and found.edtf) == edtf


def test_codes_of_countries() -> None:
    assert [alpha3(c) for c in ("US", "GB", "CN", "EU", "")] == ["USA", "GBR", "CHN", None, None]
    assert [comtrade_code(c) for c in ("CN", "IT", "CH", "US")] == [156, 381, 757, 842]


@pytest.mark.parametrize(
    ("code", "letters", "digits"),
    [("CD", "COD", 180), ("CW", "CUW", 531), ("CZ", "CZE", 203), ("DE", "DEU", 276), ("ET", "ETH", 231),
     ("FM", "FSM", 583), ("FR", "FRA", 251), ("JE", "JEY", 832), ("MM", "MMR", 104), ("RS", "SRB", 688),
     ("RU", "RUS", 643), ("SA", "SAU", 682), ("SD", "SDN", 729), ("TL", "TLS", 626), ("YE", "YEM", 887)],
)  # fmt: skip
def test_codes_are_those_of_today(code: str, letters: str, digits: int) -> None:
    assert (alpha3(code), comtrade_code(code)) == (letters, digits)


def test_codes_of_all_countries_lead_there_and_back() -> None:
    for code in sorted(countries()):
        letters, digits = alpha3(code), comtrade_code(code)
        assert letters is None or country_code(letters) == country_code(letters.lower()) == code
        if digits is not None and code not in ("US", "FR", "IT", "CH", "IN", "NO", "TW"):
            assert country_code(f"{digits:03}") == code
    given = {"US": 842, "FR": 251, "IT": 381, "CH": 757, "IN": 699, "NO": 579, "TW": 490, "EU": 97}
    assert {code: comtrade_code(code) for code in given} == given, "where UN Comtrade has codes of its own"
    assert alpha3("EU") is alpha3("Q") is comtrade_code("Q") is None


@pytest.mark.parametrize(
    ("text", "code"),
    [("UK", "GB"), ("EL", "GR"), ("EU", "EU"), ("eu", "EU"), ("YU", "RS"), ("SU", "RU"), ("DD", "DE"),
     ("M", None), ("", None), ("MEXI", None), ("ＭＸ", None), ("ZZ", None), ("IC", None), ("001", None)],
)  # fmt: skip
def test_codes_as_text(text: str, code: str | None) -> None:
    assert country_code(text) == code


def test_countries_of_the_past_are_countries() -> None:
    assert all(map(is_country, ("SU", "YU", "CS", "DD", "AN", "MX", "XK")))
    assert not any(map(is_country, ("EU", "ZZ", "", "su", "ASEAN")))


def test_currencies_of_places() -> None:
    assert [currency_of_place(c) for c in ("EU", "EUROZONE", "MX", "E", "ASEAN", "ZZ")] == [
        "EUR", "EUR", "MXN", None, None, None,
    ]  # fmt: skip
