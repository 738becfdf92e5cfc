"""Every country, by its CLDR name, as the one that trades or is traded with, in all languages."""

from __future__ import annotations

import babel
import pytest

import tradenews

SENTENCES = {
    "en": ("Trade between Chile and {} reached $3 billion in 2023.", "trade"),
    "de": ("Die chilenischen Einfuhren aus {} sanken 2023 um 5 Prozent.", "imports"),
    "es": ("Las importaciones chilenas desde {} cayeron un 5 % en 2023.", "imports"),
    "fr": ("Les importations chiliennes en provenance de {} ont baissé de 5 % en 2023.", "imports"),
    "pt": ("As importações chilenas provenientes de {} caíram 5% em 2023.", "imports"),
    "it": ("Le importazioni cilene da {} sono diminuite del 5% nel 2023.", "imports"),
    "nl": ("De Chileense invoer uit {} daalde in 2023 met 5 procent.", "imports"),
    "zh": ("2023年智利自{}进口下降5%。", "imports"),
}
REVERSED = "2023年{}对智利出口30亿美元。"  # where the name follows a digit's word
NO_COUNTRIES = {
    "EU",
    "EZ",
    "UN",
    "QO",
    "XA",
    "XB",
    "ZZ",
    "AC",
    "CP",
    "CQ",
    "DG",
    "EA",
    "IC",
    "TA",
    "XK",
    "CL",
}
NO_NAMES = {"UM", "RE", "CG"}  # read as the mainland; also "reunion"; one Congo of two


def names(language: str) -> dict[str, str]:
    """Codes and names of all countries, but for those that CLDR writes as nobody does: "Congo - Kinshasa"."""
    territories = babel.Locale.parse("zh_Hans" if language == "zh" else language).territories
    known = {code: name for code, name in territories.items() if len(code) == 2 and " - " not in name}
    return {code: name for code, name in known.items() if code not in NO_COUNTRIES | NO_NAMES}


@pytest.mark.parametrize("language", SENTENCES)
def test_every_country_is_a_partner(language: str) -> None:
    sentence, kind = SENTENCES[language]
    wrong = {}
    for code, name in names(language).items():
        (figure,) = tradenews.parse(sentence.format(name), language=language).figures
        if (figure.kind, figure.reporter, figure.partner) != (kind, "CL", code):
            wrong[name] = figure.partner
    assert not wrong


def test_a_country_is_read_whole_in_a_script_without_blanks() -> None:
    wrong = {}
    for code, name in names("zh").items():
        (figure,) = tradenews.parse(REVERSED.format(name), language="zh").figures
        if (figure.kind, figure.reporter, figure.partner) != ("exports", code, "CL"):
            wrong[name] = figure.reporter
    assert not wrong
