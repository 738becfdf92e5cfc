"""Texts to chains: which tag each token has, for marks, signs, codes, asides, compounds and long forms."""

from __future__ import annotations

import pytest

from tradenews.lexicon.load import load_lexicon
from tradenews.scan.chain import Chain
from tradenews.scan.tokens import MAX_DIGITS, scan


def chain(text: str, language: str = "en") -> Chain:
    return scan(text, 0, len(text), load_lexicon(language))


MARKS = {
    ".!?。！？…": "s",
    ",、，": ",",
    ";；": ";",
    ":：": ":",
    "-‐‑‒–—―−－~～〜": "-",
    "/／": "/",
    "([{（【［": "‹",
    ")]}）】］": "›",
    '"“”„«»‹›「」『』《》': '"',
    "'’‘`´": "'",
    "&": "&",
    "*=@+＋": "#",
}


@pytest.mark.parametrize(("marks", "tag"), MARKS.items())
def test_marks(marks: str, tag: str) -> None:
    assert [chain(mark).tags for mark in marks] == [tag] * len(marks)


@pytest.mark.parametrize(("sign", "value"), [*zip("+＋-−–－", "++----", strict=True)])
def test_signs_touch_their_number(sign: str, value: str) -> None:
    made = chain(f"{sign}5")
    assert (made.tags, made.values) == ("±d", [value, "5"])


TAGS = [
    # hyphens and signs
    ("en", "3-5", "d-d"),
    ("en", "3%-5%", "dP-dP"),
    ("en", "5.-6", "ds-d"),
    ("en", "”-5", '"-d'),
    ("en", "’-5", "'-d"),
    ("en", "xyz-5", "l-d"),
    ("en", "(+ 6)", "‹±d›"),
    ("en", "(- 6)", "‹±d›"),
    ("en", "of - 6, to - 6, by - 6", "o±d,t±d,y±d"),
    ("en", ", + 6; + 6: + 6", ",±d;±d:±d"),
    ("en", "exports + 6 in + 6 rose + 6 than + 6", "K±dn±dV±d=±d"),
    ("en", "rose - 6, - 6", "V-d,-d"),
    ("en", "13 + 5", "d#d"),
    ("en", "to -x, to - x, to - , +x", "t-l,t-l,t-,#l"),
    ("en", "to - 6, to -$6", "t±d,t-Cd"),
    # codes of letters and digits
    ("en", "MH370", "WZ"),
    ("en", "COVID-19", "W-Z"),
    ("en", "Covid-19", "W-Z"),
    ("en", "Boeing-737", "E-Z"),
    ("en", "US-5, Chile-5", "A-Z,A-d"),
    ("en", "Covid - 19", "W-d"),
    ("en", "Xyz-2018", "W-d"),
    ("en", "MH370-5", "WZ-Z"),
    ("en", "MH370 -5, MH370- 5", "WZ±d,WZ-d"),
    ("en", "MH-370-5", "W-Z-Z"),
    ("en", "5xyz", "ZZ"),
    ("en", "5 xyz, xyz 5", "dl,ld"),
    ("en", "USD34, kg5, €5, £5, Mar5, FY24", "Cd,Ud,Cd,Cd,μd,φd"),
    ("zh", "出口5吨", "KdU"),
    ("en", "1" * MAX_DIGITS, "d"),
    ("en", "1" * (MAX_DIGITS + 1), "Z"),
    # dashes that stand like brackets
    ("es", "Chile –que exporta cobre– creció", "A‹=JT›V"),
    ("es", "Chile -que exporta cobre-, creció", "A‹=JT›,V"),
    ("es", "Chile –que exporta cobre–: creció", "A‹=JT›:V"),
    ("es", "Chile –que exporta cobre–; creció", "A‹=JT›;V"),
    ("es", "Chile –que exporta cobre–.", "A‹=JT›s"),
    ("es", "Chile – que exporta cobre – creció", "A-=JT-V"),
    ("es", "Chile –que exporta cobre. Chile– creció", "A-=JTsA-V"),
    ("es", "Chile –que exporta– cobre– creció", "A‹=J›T-V"),
    ("es", "Chile –que exporta –que cobre– creció", "A-=J‹=T›V"),
    ("es", "Chile –que exporta–cobre creció", "A-=J-TV"),
    ("es", "Chile –5 que exporta– creció", "A±d=J-V"),
    ("es", " –que exporta– creció", "‹=J›V"),
    ("es", "Chile – exporta cobre– creció", "A-JT-V"),
    ("es", "libre–comercio y cobre– creció", "l-K&T-V"),
    ("es", "libre– creció", "l-V"),
    # a season and the number behind it
    ("fr", "2023/24 412 000", "d/dd"),
    ("fr", "2023-24 412 000", "d-dd"),
    ("fr", "1999/00 412 000", "d/dd"),
    ("fr", "2023/25 412 000", "d/d"),
    ("fr", "2023/ 24 412 000", "d/d"),
    ("fr", "2.23/24 412 000", "d/d"),
    ("fr", "23/24 412 000", "d/d"),
    ("fr", "campagne 23/24 412 000", "φd/dd"),
    ("fr", "récolte 23/24 412 000", "Kd/dd"),
    # what is told by its parts
    ("de", "Stahlimporte", "K"),
    ("de", "zweitausendfünfhundert", "w"),
    ("en", "Wheatexport", "W"),
    # the longest form, but not where a longer name begins in it
    ("es", "desde El Salvador", "qA"),
    ("es", "desde el Salvador", "αñ"),
    ("zh", "对乌干达", "tA"),
    ("es", "el Banco Central de Chile", "_E"),
    ("es", "el Banco dijo", "Gv"),
    ("es", "el Banco Mundial", "_E"),
    ("es", "el Banco Mundial dijo", "_Ev"),
    ("es", "el Banco Mundial de desarrollo", "GWol"),
    ("es", "la Empresa Portuaria", "_I"),
    ("it", "la Banca d'Italia", "_E"),
    ("de", "die Bank of England", "_E"),
    ("en", "the State Department", "_E"),
]


@pytest.mark.parametrize(("language", "text", "tags"), TAGS)
def test_tags(language: str, text: str, tags: str) -> None:
    assert chain(text, language).tags == tags


def test_a_day_is_no_part_of_the_number_behind_it() -> None:
    made = chain("May 13 200 companies")
    assert [made.words(i) for i in range(len(made))] == ["May", "13", "200", "companies"]
    assert (made.tags, made.values[1:3]) == ("μddH", ["13", "200"])
    assert chain("the 13 200 companies").values[1] == "13 200"
    assert chain("2023/24 412 000 tonnes", "fr").values[:4] == ["2023", None, "24", "412 000"]


def test_a_number_in_one_word_has_its_value() -> None:
    assert chain("zweitausendfünfhundert", "de").values == ["2500"]


def test_words_are_read_where_the_stretch_begins() -> None:
    made = scan("5 tonnes of steel", 2, 11, load_lexicon("en"))
    assert (made.tags, made.starts, made.ends) == ("Uo", [2, 9], [8, 11])
