"""Calendar expressions in the eight languages, read on 20 January 2023; and what is none."""

from __future__ import annotations

from datetime import date as Date

import pytest

from tradenews.errors import NormalizationError
from tradenews.grammar.context import Context
from tradenews.grammar.moments import settle
from tradenews.grammar.pipeline import fold_chain
from tradenews.grammar.values import Moment
from tradenews.lexicon.load import load_lexicon
from tradenews.normalize.periods import from_edtf, place, shift, with_year
from tradenews.reading.calendar import find_periods, normalize_period
from tradenews.scan.tokens import scan

REFERENCE = Date(2023, 1, 20)


def context(language: str, reference: Date | None = REFERENCE, home: str | None = None) -> Context:
    return Context(language, load_lexicon(language), reference=reference, home=home)


def read(text: str, language: str, reference: Date | None = REFERENCE, home: str | None = None) -> list[str]:
    known = context(language, reference, home)
    return [m.value.edtf for m in find_periods(text, known.lexicon, known)]


FOUND = [
    ("en", "between January and July of 2019", "2019-01/2019-07"),
    ("en", "the mission of May 13-17, 2025", "2025-05-13/2025-05-17"),
    ("en", "from January through March 2020", "2020-01/2020-03"),
    ("en", "on the 7th of May 2018", "2018-05-07"),
    ("en", "sales in Q3'24", "2024-35"),
    ("en", "in the first nine months", "2022-01/2022-09"),
    ("en", "this year's first quarter", "2023-33"),
    ("en", "in the three months to September", "2022-07/2022-09"),
    ("en", "since 2009", "2009/.."),
    ("en", "in the past five years", "2018/2023"),
    ("en", "two years ago", "2021"),
    ("en", "last October", "2022-10"),
    ("en", "on Monday, 16 January", "2023-01-16"),
    ("en", "Wednesday", "2023-01-18"),
    ("en", "the 1990s", "1990/1999"),
    ("en", "in 2018 and 2019", "2018/2019"),
    ("en", "so far this year", "2023-01"),
    ("de", "Für die Monate Jänner bis Oktober 2022", "2022-01/2022-10"),
    ("de", "am 12.03.2017", "2017-03-12"),
    ("de", "im dritten Quartal", "2022-35"),
    ("de", "in den ersten vier Monaten", "2022-01/2022-04"),
    ("de", "am 3., 4., 5. und 6. Oktober", "2022-10-03/2022-10-06"),
    ("de", "Oktober letzten Jahres", "2022-10"),
    ("de", "heuer", "2023"),
    ("de", "vor drei Jahren", "2020"),
    ("de", "im Jahr 2017", "2017"),
    ("de", "heute, Freitag", "2023-01-20"),
    ("de", "bis Ende 2025", "../2025"),
    ("es", "del 3 al 7 de septiembre de 2017", "2017-09-03/2017-09-07"),
    ("es", "12 de Julio de 2018", "2018-07-12"),
    ("es", "en los últimos cinco años", "2018/2023"),
    ("es", "ayer", "2023-01-19"),
    ("es", "los once primeros meses de 2024", "2024-01/2024-11"),
    ("es", "el año pasado", "2022"),
    ("fr", "le 1er août 2020", "2020-08-01"),
    ("fr", "en octobre et en novembre", "2022-10/2022-11"),
    ("fr", "le mois dernier", "2022-12"),
    ("fr", "l'an dernier", "2022"),
    ("fr", "de janvier à juillet 2021", "2021-01/2021-07"),
    ("pt", "de janeiro a setembro de 2022", "2022-01/2022-09"),
    ("pt", "no primeiro trimestre de 2020", "2020-33"),
    ("pt", "receita do 1T21", "2021-33"),
    ("pt", "até 2030", "../2030"),
    ("it", "nei primi nove mesi", "2022-01/2022-09"),
    ("it", "tra il 2010 e il 2015", "2010/2015"),
    ("it", "il 1° gennaio 2024", "2024-01-01"),
    ("it", "due anni fa", "2021"),
    ("nl", "in de eerste elf maanden", "2022-01/2022-11"),
    ("nl", "van januari tot en met maart 2020", "2020-01/2020-03"),
    ("nl", "sinds eind oktober 2024", "2024-10/.."),
    ("nl", "vorig jaar", "2022"),
    ("zh", "2017年9月7日", "2017-09-07"),
    ("zh", "1至4月", "2022-01/2022-04"),
    ("zh", "去年前三季度", "2022-33/2022-35"),
    ("zh", "今年头四个月", "2023-01/2023-04"),
    ("zh", "2027年下半年", "2027-41"),
    ("zh", "1月5日至7日", "2023-01-05/2023-01-07"),
    ("zh", "上个月", "2022-12"),
    ("en", "in the 12 months through February", "2022-03/2023-02"),
    ("en", "in the three months ended 31 December", "2022-10/2022-12"),
    ("en", "in the week to January 13", "2023-01-07/2023-01-13"),
    ("en", "in mid-2024", "2024"),
    ("en", "until the end of the year", "../2023"),
    ("en", "over the past decade", "2013/2023"),
    ("de", "in den drei Monaten bis Ende Dezember", "2022-10/2022-12"),
    ("de", "im Monat zuvor", "2022-12"),
    ("fr", "sur les douze mois à fin décembre", "2022-01/2022-12"),
    ("fr", "de janvier à fin novembre", "2022-01/2022-11"),
    ("fr", "les deux premiers mois de 2022", "2022-01/2022-02"),
    ("fr", "l'exercice clos le 31 mars 2022", "2021-04/2022-03"),
    ("fr", "la campagne 2020/2021 (novembre-avril)", "2020-11/2021-04"),
    ("it", "nei dodici mesi a dicembre", "2022-01/2022-12"),
    ("it", "due anni prima", "2021"),
    ("pt", "nos 12 meses encerrados em dezembro", "2022-01/2022-12"),
    ("nl", "in de drie maanden tot eind december", "2022-10/2022-12"),
    ("zh", "截至12月的12个月", "2022-01/2022-12"),
]


@pytest.mark.parametrize(("language", "text", "edtf"), FOUND)
def test_found(language: str, text: str, edtf: str) -> None:
    assert read(text, language) == [edtf]


NOTHING = [
    ("en", "They may sign it, Theresa May said, and the sun set on the second deal."),
    ("en", "Version 1.2 and 3.4.5 of the G20 plan; Boeing 737; Sun Pharma sat down."),
    ("en", "It bought 2016 tonnes and 2,017 barrels for $2018 and hired 2000 workers."),
    ("en", "The traders march on; a mar on the record; sept."),
    ("de", "So ist es: 2000 Beschäftigte und 2010 Tonnen, Version 1.2, im Alter von 20 Jahren."),
    ("es", "El mar, la mar; 2000 toneladas y 2010 empresas; versión 1.2."),
    ("fr", "La mer et la mare; 2000 tonnes, 2010 entreprises; il a été vendu."),
    ("pt", "O mar tem dez navios; 2000 toneladas e 2010 empresas; vai ter sexo."),
    ("it", "Il mar Nero; 2000 tonnellate e 2010 imprese; dieci navi."),
    ("nl", "Zo wordt het: 2000 ton en 2010 bedrijven; versie 1.2."),
    ("zh", "出口2000吨，雇用2010人，版本1.2。"),
]


@pytest.mark.parametrize(("language", "text"), NOTHING)
def test_no_false_dates(language: str, text: str) -> None:
    assert read(text, language) == []


def test_what_hangs_on_another_period() -> None:
    assert read("Exports rose in May 2017 from a year earlier.", "en", None) == ["2017-05", "2016-05"]
    assert read("In 2019 trade grew. In July it fell.", "en", None) == ["2019", "2019-07"]
    text = "from January to July 2019, more than in the same months of 2018"
    assert read(text, "en") == ["2019-01/2019-07", "2018-01/2018-07"]
    assert read("Oktober 2022, mehr als im Vorjahr", "de", None) == ["2022-10", "2021-10"]


def test_nothing_is_guessed() -> None:
    assert read("last year, yesterday, in October, on Monday", "en", None) == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "in the coming years"),
        ("de", "in den kommenden Jahren"),
        ("es", "en los próximos años"),
        ("fr", "dans les prochaines années"),
        ("pt", "nos próximos anos"),
        ("it", "nei prossimi anni"),
        ("nl", "de komende jaren"),
    ],
)
def test_years_that_nobody_counts(language: str, text: str) -> None:
    assert read(text, language) == []


def test_fiscal_years_by_country() -> None:
    assert read("in 2013-14", "en", home="IN") == ["2013-04/2014-03"]
    assert read("in the last financial year", "en", home="AU") == ["2021-07/2022-06"]
    assert read("the first quarter of fiscal 2023", "en", home="IN") == ["2022-04/2022-06"]


def test_order_of_numbers() -> None:
    english, german = context("en"), context("de")
    assert normalize_period("03/04/2017", german.lexicon, german).edtf == "2017-04-03"
    assert read("13/04/2017", "en") == ["2017-04-13"]
    with pytest.raises(NormalizationError) as error:
        normalize_period("03/04/2017", english.lexicon, english)
    assert error.value.candidates == ("2017-03-04", "2017-04-03")
    assert read("on Wednesday, 04/05/2016", "en") == ["2016-05-04"]
    british = context("en", home="GB")
    assert normalize_period("03/04/2017", british.lexicon, british).edtf == "2017-04-03"


@pytest.mark.parametrize("text", ["", "nothing", "2016 and 2018", "next to 5 tonnes"])
def test_one_expression_only(text: str) -> None:
    known = context("en")
    with pytest.raises(NormalizationError):
        normalize_period(text, known.lexicon, known)


def test_moments_keep_what_the_figures_need() -> None:
    known = context("en")
    text = "than a year earlier in early October by 2024"
    chain = fold_chain(scan(text, 0, len(text), known.lexicon), known)
    moments: list[Moment] = [chain.values[i] for i in chain.find("θ")]
    assert [m.relation for m in moments] == ["year~-1", "", ""]
    assert moments[0].compared
    assert (moments[1].pattern, moments[1].part) == ("XXXX-10", "early")
    assert moments[2].direction == "until"
    spoken = from_edtf("2020-01/2020-09")
    assert spoken is not None
    assert settle(moments[0], spoken) == from_edtf("2019-01/2019-09")


def test_arithmetic_at_the_edges() -> None:
    assert with_year("XXXX-02-29", 2023) is None
    assert place("XXXX-10", Date(2022, 10, 1)) == from_edtf("2022-10")
    leap = from_edtf("2020-02-29")
    assert leap is not None
    assert shift(leap, "year~-1") == from_edtf("2019-02-28")
    assert shift(leap, "nonsense") is None
    assert shift(leap, "year~-99999") is None
