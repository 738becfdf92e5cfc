"""Heads and feet of articles in the eight languages: title, date, place, source, byline."""

from __future__ import annotations

import json
import random
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

import tradenews
from tradenews.normalize.periods import from_edtf
from tradenews.reading.article import read_article
from tradenews.reading.metadata import Given, Metadata

BODY = {
    "en": (
        "Exports of wheat from the country rose by 12 percent to 3.4 million tonnes in the first "
        "half of the year, according to figures that the ministry of agriculture released, and "
        "buyers in Asia took most of it."
    ),
    "de": (
        "Die Ausfuhren von Weizen stiegen im ersten Halbjahr um 12 Prozent auf 3,4 Millionen "
        "Tonnen, wie aus Zahlen des Landwirtschaftsministeriums hervorgeht, und die meisten "
        "Käufer kamen aus Asien."
    ),
    "es": (
        "Las exportaciones de trigo del país crecieron un 12% en el primer semestre, hasta 3,4 "
        "millones de toneladas, según datos del Ministerio de Agricultura, y la mayor parte se "
        "vendió a compradores de Asia."
    ),
    "fr": (
        "Les exportations de blé du pays ont progressé de 12% au premier semestre, à 3,4 millions"
        " de tonnes, selon les chiffres publiés par le ministère de l'Agriculture, et l'Asie en a"
        " acheté la plus grande part."
    ),
    "pt": (
        "As exportações de trigo do país cresceram 12% no primeiro semestre, para 3,4 milhões de "
        "toneladas, segundo dados do Ministério da Agricultura, e a maior parte foi vendida a "
        "compradores da Ásia."
    ),
    "it": (
        "Le esportazioni di grano del Paese sono cresciute del 12% nel primo semestre, a 3,4 "
        "milioni di tonnellate, secondo i dati diffusi dal ministero dell'Agricoltura, e la "
        "maggior parte è finita in Asia."
    ),
    "nl": (
        "De uitvoer van tarwe is in het eerste halfjaar met 12 procent gestegen tot 3,4 miljoen "
        "ton, blijkt uit cijfers die het ministerie van Landbouw heeft gepubliceerd, en de meeste"
        " kopers zitten in Azië."
    ),
    "zh": (
        "上半年，该国小麦出口同比增长12%，达到340万吨，农业部公布的数据显示，其中大"
        "部分销往亚洲各国，出口额达到10亿美元，创下历史同期新高，业内人士预计下半年将继"
        "续增长。"
    ),
}

CASES: list[tuple[str, str, str, dict[str, object]]] = [
    ("en", "WASHINGTON, March 5 (Reuters) - ", "", {"place": "WASHINGTON", "source": "Reuters"}),
    (
        "en",
        "Wheat exports climb on Asian demand\nBy Jane Doe and John Smith\n"
        "Updated: 14 June 2021, 10:15 GMT\nPublished: 13 June 2021\n\n",
        "",
        {
            "title": "Wheat exports climb on Asian demand",
            "published": "2021-06-13",
            "byline": ("Jane Doe", "John Smith"),
        },
    ),
    (
        "en",
        "Wheat exports climb on Asian demand\n13:45, 17 Mar 2025\n",
        "",
        {"title": "Wheat exports climb on Asian demand", "published": "2025-03-17"},
    ),
    (
        "en",
        "Wheat exports climb on Asian demand\nMarch 3, 2020 | 5 min read\n"
        "KYIV, March 3 (Interfax-Ukraine) -- ",
        "",
        {
            "title": "Wheat exports climb on Asian demand",
            "published": "2020-03-03",
            "place": "KYIV",
            "source": "Interfax-Ukraine",
        },
    ),
    ("en", "NEW DELHI: ", "", {"place": "NEW DELHI"}),
    ("en", "ISLAMABAD: ", "", {"place": "ISLAMABAD"}),
    (
        "en",
        "Wheat exports climb on Asian demand\nTokyo, Jan. 24 (Jiji Press)--",
        "",
        {"title": "Wheat exports climb on Asian demand", "place": "Tokyo", "source": "Jiji Press"},
    ),
    ("en", "BUENOS AIRES (AP) — ", "", {"place": "BUENOS AIRES", "source": "AP"}),
    (
        "en",
        "Posted on May 4, 2019 by admin\nWheat exports climb on Asian demand\n",
        "",
        {"title": "Wheat exports climb on Asian demand", "published": "2019-05-04"},
    ),
    (
        "en",
        "Wheat exports climb on Asian demand\nTue, 2019-11-05 09:30\n",
        "",
        {"title": "Wheat exports climb on Asian demand", "published": "2019-11-05"},
    ),
    (
        "en",
        "Wheat exports climb on Asian demand\nDate: 2018-07\n",
        "",
        {"title": "Wheat exports climb on Asian demand", "published": "2018-07"},
    ),
    ("en", "", "\nSource: The Grain Observer\n", {"source": "The Grain Observer"}),
    ("en", "", "\n(Reporting by Jane Doe; Editing by John Smith)\n", {"source": None}),
    ("en", "", " —AFP\n", {"source": "AFP"}),
    (
        "en",
        "Xinhua, Beijing, 2016-05-09\nWheat exports climb on Asian demand\n",
        "",
        {"published": "2016-05-09", "title": "Wheat exports climb on Asian demand"},
    ),
    (
        "en",
        "Wheat exports climb on Asian demand\nxinhuanet.com | 2016-05-09 20:12:33\n",
        "",
        {"published": "2016-05-09"},
    ),
    (
        "en",
        "Wheat exports climb on Asian demand\n09/05/2016\nPARIS, France (AFP) -",
        "",
        {"published": "2016-09-05", "place": "PARIS", "source": "AFP"},
    ),
    ("en", "LONDON, 5 May 2016: ", "", {"published": "2016-05-05", "place": "LONDON"}),
    (
        "en",
        "Wheat exports climb on Asian demand\nStaff Writer\nThe Grain Observer\nMonday, 6 February 2023\n",
        "",
        {"published": "2023-02-06", "title": "Wheat exports climb on Asian demand"},
    ),
    (
        "de",
        "Weizenexporte steigen dank Nachfrage aus Asien\nStand: 14.06.2021, 10:15 Uhr\n"
        "Von Anna Muster und Karl Beispiel\n\nBERLIN (dpa) - ",
        "",
        {
            "title": "Weizenexporte steigen dank Nachfrage aus Asien",
            "published": "2021-06-14",
            "place": "BERLIN",
            "source": "dpa",
            "byline": ("Anna Muster", "Karl Beispiel"),
        },
    ),
    (
        "de",
        "Weizenexporte steigen dank Nachfrage aus Asien\nWien/Brüssel (APA/dpa) – ",
        "",
        {
            "title": "Weizenexporte steigen dank Nachfrage aus Asien",
            "place": "Wien/Brüssel",
            "source": "APA/dpa",
        },
    ),
    ("de", "Hamburg, 12. März 2019. ", "", {"place": "Hamburg", "published": "2019-03-12"}),
    ("de", "Frankfurt am Main (dpa-AFX) - ", "", {"place": "Frankfurt am Main", "source": "dpa-AFX"}),
    (
        "de",
        "Veröffentlicht am 3. Mai 2022\nWeizenexporte steigen dank Nachfrage aus Asien\n",
        "\nQuelle: Agrarbote\n",
        {
            "published": "2022-05-03",
            "source": "Agrarbote",
            "title": "Weizenexporte steigen dank Nachfrage aus Asien",
        },
    ),
    (
        "de",
        "08.08.2018 - 07:12\nWeizenexporte steigen dank Nachfrage aus Asien\nMoskau. ",
        "",
        {"published": "2018-08-08", "place": "Moskau"},
    ),
    (
        "es",
        "El trigo gana mercados en Asia\nMéxico, 5 sep (EFE).- ",
        "",
        {"title": "El trigo gana mercados en Asia", "place": "México", "source": "EFE"},
    ),
    (
        "es",
        "El trigo gana mercados en Asia\n3 de mayo de 2022 - 10:30 h\nPor María López\n",
        "",
        {"title": "El trigo gana mercados en Asia", "published": "2022-05-03", "byline": ("María López",)},
    ),
    ("es", "Buenos Aires, 12 de marzo (Télam).- ", "", {"place": "Buenos Aires", "source": "Télam"}),
    (
        "es",
        "El trigo gana mercados en Asia\nLima, ago. 12.- ",
        "",
        {"place": "Lima", "title": "El trigo gana mercados en Asia"},
    ),
    (
        "es",
        "El trigo gana mercados en Asia\nREDACCIÓN\n12/03/2019 06:00\nActualizado a 13/03/2019 08:00\n",
        "",
        {"published": "2019-03-12", "title": "El trigo gana mercados en Asia"},
    ),
    (
        "es",
        "El trigo gana mercados en Asia\nMADRID, 4 Feb. (EUROPA PRESS) - ",
        "",
        {"place": "MADRID", "source": "EUROPA PRESS"},
    ),
    (
        "es",
        "El trigo gana mercados en Asia\nCIUDAD DE MÉXICO (Reuters) - ",
        "",
        {"place": "CIUDAD DE MÉXICO", "source": "Reuters"},
    ),
    (
        "es",
        "El trigo gana mercados en Asia\nCiudad de México. ",
        "\nFuente: El Granero\n",
        {"place": "Ciudad de México", "source": "El Granero"},
    ),
    (
        "fr",
        "Le blé gagne des marchés en Asie\nPar Jean Dupont\n"
        "Publié le 3 mai 2022 à 10h30, mis à jour le 4 mai 2022 à 08h00\n",
        "",
        {"title": "Le blé gagne des marchés en Asie", "published": "2022-05-03", "byline": ("Jean Dupont",)},
    ),
    (
        "fr",
        "Le blé gagne des marchés en Asie\nPARIS, 3 mai (Reuters) - ",
        "",
        {"place": "PARIS", "source": "Reuters"},
    ),
    ("fr", "(Agence Ecofin) - ", "", {"source": "Agence Ecofin"}),
    (
        "fr",
        "Le blé gagne des marchés en Asie\nAbidjan, 12 janv 2020 (AIP) – ",
        "",
        {"place": "Abidjan", "published": "2020-01-12", "source": "AIP"},
    ),
    ("fr", "Le blé gagne des marchés en Asie\n", "\nAvec AFP\n", {"source": "AFP"}),
    (
        "pt",
        "Trigo conquista mercados na Ásia\n"
        "03/05/2022 10h30 - Atualizado em 04/05/2022 08h00\nPor Maria Silva\n",
        "",
        {"title": "Trigo conquista mercados na Ásia", "published": "2022-05-03", "byline": ("Maria Silva",)},
    ),
    (
        "pt",
        "Trigo conquista mercados na Ásia\nLisboa, 05 mai 2021 (Lusa) - ",
        "",
        {"place": "Lisboa", "published": "2021-05-05", "source": "Lusa"},
    ),
    (
        "pt",
        "Trigo conquista mercados na Ásia\nPublicado em 3 de maio de 2022 às 10:30\nSÃO PAULO (Reuters) - ",
        "",
        {"place": "SÃO PAULO", "published": "2022-05-03", "source": "Reuters"},
    ),
    ("pt", "Trigo conquista mercados na Ásia\n", "\nFonte: Agência Brasil\n", {"source": "Agência Brasil"}),
    (
        "it",
        "Il grano conquista i mercati asiatici\nROMA, 03 MAG - ",
        "\n(ANSA).\n",
        {"place": "ROMA", "source": "ANSA"},
    ),
    ("it", "(ANSA) - ROMA, 03 MAG - ", "", {"place": "ROMA", "source": "ANSA"}),
    (
        "it",
        "Il grano conquista i mercati asiatici\ndi Mario Rossi\n3 maggio 2022, 10:30\n"
        "Milano, 3 mag. (askanews) - ",
        "",
        {
            "title": "Il grano conquista i mercati asiatici",
            "published": "2022-05-03",
            "place": "Milano",
            "source": "askanews",
            "byline": ("Mario Rossi",),
        },
    ),
    (
        "it",
        "Il grano conquista i mercati asiatici\nPubblicato il 03/05/2022\nRoma – ",
        "",
        {"published": "2022-05-03", "place": "Roma"},
    ),
    (
        "nl",
        "Tarwe verovert Aziatische markten\nGepubliceerd op 3 mei 2022 om 10.30 uur\nAMSTERDAM (ANP) - ",
        "",
        {
            "title": "Tarwe verovert Aziatische markten",
            "published": "2022-05-03",
            "place": "AMSTERDAM",
            "source": "ANP",
        },
    ),
    (
        "nl",
        "Tarwe verovert Aziatische markten\nDoor Jan Jansen\n03-05-2022\nBRUSSEL - ",
        "",
        {"published": "2022-05-03", "place": "BRUSSEL", "byline": ("Jan Jansen",)},
    ),
    ("nl", "Tarwe verovert Aziatische markten\nBron: Belga\n", "", {"source": "Belga"}),
    (
        "zh",
        "小麦出口大增销往亚洲市场\n新华社北京9月7日电（记者 王小明）",
        "",
        {"title": "小麦出口大增销往亚洲市场", "place": "北京", "source": "新华社", "byline": ("王小明",)},
    ),
    (
        "zh",
        "小麦出口大增销往亚洲市场\n2022年05月03日 10:30 来源：粮食日报\n",
        "",
        {"title": "小麦出口大增销往亚洲市场", "published": "2022-05-03", "source": "粮食日报"},
    ),
    (
        "zh",
        "小麦出口大增销往亚洲市场\n来源：中国新闻网  发布时间：2022-05-03\n中新社莫斯科5月2日电 (记者 田冰)",
        "",
        {"published": "2022-05-03", "place": "莫斯科"},
    ),
    (
        "zh",
        "小麦出口大增销往亚洲市场\n2022/05/03\n【新华社北京5月3日电】",
        "",
        {"published": "2022-05-03", "place": "北京"},
    ),
    ("zh", "小麦出口大增销往亚洲市场\n中新网5月3日电 ", "", {"source": "中新网"}),
    (
        "zh",
        "小麦出口大增销往亚洲市场\n人民网北京5月3日电 （记者李明）",
        "",
        {"place": "北京", "byline": ("李明",)},
    ),
    ("zh", "小麦出口大增销往亚洲市场\n", "\n（来源：经济参考报）\n", {"source": "经济参考报"}),
    (
        "zh",
        "小麦出口大增销往亚洲市场\n文/李明\n2022年5月3日\n",
        "",
        {"published": "2022-05-03", "byline": ("李明",)},
    ),
    (
        "de",
        " date 2017-12 Berlin (Reuters) - ",
        "",
        {"published": "2017-12", "place": "Berlin", "source": "Reuters"},
    ),
    (
        "de",
        " date 2024-11 Quelle: Agrarbote 2024. Klicken\n\nBerlin (Reuters) - ",
        "",
        {"published": "2024-11", "place": "Berlin"},
    ),
    (
        "es",
        "CIUDAD DE MEXICO, 26 (ANSA)- ",
        "\n26/06/2015 17:36\n",
        {"place": "CIUDAD DE MEXICO", "source": "ANSA", "published": "2015-06-26"},
    ),
    ("es", "El trigo gana mercados en Asia\n\nCiudad de México.-", "", {"place": "Ciudad de México"}),
    (
        "en",
        " date 2020-01-14 BEIJING (REUTERS, AFP) - ",
        "",
        {"published": "2020-01-14", "place": "BEIJING", "source": "REUTERS, AFP"},
    ),
    (
        "en",
        "International Grain News\n\nWheat exports climb on Asian demand\n\nBEIJING   –  ",
        "",
        {"title": "Wheat exports climb on Asian demand", "place": "BEIJING"},
    ),
    ("zh", "中评社香港8月7日电/", "", {"place": "香港", "source": "中评社"}),
    (
        "fr",
        "Le blé gagne des marchés en Asie\n",
        "\nPar Agence Ecofin\n",
        {"source": "Agence Ecofin", "byline": ()},
    ),
    ("it", "Il grano conquista i mercati asiatici\n", "\nFonte Ansa\n", {"source": "Ansa"}),
    (
        "pt",
        "Trigo conquista mercados na Ásia\n",
        "\nQuarta-feira, 27 de Novembro de 2013/ SAGARPA/ México.\n",
        {"published": "2013-11-27"},
    ),
    ("en", "New Delhi– ", "\n", {"place": "New Delhi"}),
    ("en", " date 2023-04-03 New Delhi: ", "\n", {"place": "New Delhi", "published": "2023-04-03"}),
    ("en", "New Delhi, Apr 15 (PTI) ", "", {"place": "New Delhi", "source": "PTI"}),
    (
        "en",
        "Wheat exports climb on Asian demand\n",
        "\n\n(With inputs from PTI)\n\nPublished on: Wednesday, February 02, 2022, 07:00 PM IST\n",
        {"source": "PTI", "published": "2022-02-02"},
    ),
    ("en", "", " (IANS)", {"source": "IANS"}),
    (
        "en",
        "Grain market report\nWheat exports climb again on strong Asian demand\nMay 3, 2020\n",
        "",
        {"title": "Wheat exports climb again on strong Asian demand", "published": "2020-05-03"},
    ),
]


def read(language: str, head: str, foot: str) -> Metadata:
    body = BODY[language]
    text = f"{head}{body}\n\n{body.replace('12', '15')}{foot}"
    return read_article(text, language).metadata


# Who signed, in the forms that sites and wires have: behind the last word, as an author, in a dispatch.
CREDITS: list[tuple[str, str, str, dict[str, object]]] = [
    ("de", "", " dpa", {"source": "dpa"}),
    ("de", "", "\n\nDow Jones Newswires/Hanna Lohberg", {"source": "Dow Jones Newswires"}),
    ("de", "Weizenausfuhr legt kräftig zu\nVon dpa\n", "", {"source": "dpa"}),
    ("de", "", "\n\n(Quelle: APA)", {"source": "APA"}),
    ("es", "", " - Europa Press", {"source": "Europa Press"}),
    ("es", "", " (Fuente: Télam)", {"source": "Télam"}),
    ("es", "Madrid, 14 may (.).- ", "", {"place": "Madrid"}),
    ("es", "La Paz. ", "", {"place": "La Paz"}),
    ("fr", "", "\nSource autorisée : Agence Ecofin\n", {"source": "Agence Ecofin"}),
    ("fr", "", "\n\n(Source : APS)", {"source": "APS"}),
    (
        "fr",
        "Les exportations de blé progressent\nRadio France\nPublié le 3 mai 2021\n",
        "",
        {"source": "Radio France"},
    ),
    ("it", "", " (fonte: ANSA)", {"source": "ANSA"}),
    ("it", "", " (Radiocor)", {"source": "Radiocor"}),
    (
        "it",
        "Grano, esportazioni in crescita\n© Agenzia Nova - Riproduzione riservata\n\n",
        "",
        {"source": "Agenzia Nova"},
    ),
    ("it", "", "\n\n(Bloomberg, 14.05.2021)\n", {"source": "Bloomberg"}),
    ("it", "(AGENPARL) – ven 14 maggio 2021 ", "", {"source": "AGENPARL"}),
    ("nl", "", " ANP", {"source": "ANP"}),
    ("nl", "Tarwe-uitvoer stijgt fors\nDoor ANP\n", "", {"source": "ANP"}),
    (
        "pt",
        "Exportação de trigo sobe\nPublicado em 14/05/2021 - 18:46 Por Agência Brasil - Brasília\n",
        "",
        {"source": "Agência Brasil"},
    ),
    ("pt", "", " (Lusa e Redação)", {"source": "Lusa"}),
    ("zh", "中新社香港五月十四日电 ", "", {"source": "中新社", "place": "香港"}),
    ("zh", "中国网新闻5月14日讯 ", "", {"source": "中国网"}),
    ("zh", "【中国网财经综合报道】", "", {"source": "中国网财经"}),
    ("zh", "越通社河内——", "", {"source": "越通社", "place": "河内"}),
    ("zh", "", "（据商务部网站）", {"source": "商务部网站"}),
    ("en", "", " (Egypt)", {"source": None}),
    ("en", "", " It was sold to BASF.", {"source": None}),
    ("de", "", " (siehe Grafik)", {"source": None}),
    ("zh", "", "（见表）", {"source": None}),
]


@pytest.mark.parametrize(("language", "head", "foot", "wanted"), [*CASES, *CREDITS])
def test_metadata(language: str, head: str, foot: str, wanted: dict[str, object]) -> None:
    found = read(language, head, foot)
    values = {
        "title": found.title,
        "published": found.published.edtf if found.published else None,
        "place": found.dateline.place if found.dateline else None,
        "source": found.source,
        "byline": found.byline,
    }
    assert {key: values[key] for key in wanted} == wanted


@pytest.mark.parametrize(
    ("language", "head", "foot", "source"),
    [
        ("it", "BASSA IMPRESA\nHome | Economia | Lavoro", "© Bassa Impresa – Privacy", "Bassa Impresa"),
        (
            "en",
            "HARBOUR LEDGER\nHome | Economy",
            "© 2022 Harbour Ledger. All rights reserved",
            "Harbour Ledger",
        ),
        ("it", "", "Riproduzione riservata © 2024 Bassa & Mercati – P.IVA 01234500719", "Bassa & Mercati"),
        ("it", "", "© Riproduzione riservata", None),
        ("it", "", "© Tutti i diritti riservati", None),
        ("es", "", "Etiquetas: acero, aranceles, T-MEC, Ebrard", None),
        ("pt", "", "Redacção", None),
    ],
)
def test_a_medium_is_written_as_in_its_imprint(
    language: str, head: str, foot: str, source: str | None
) -> None:
    body = {"it": "L'export è salito del 5% a 3 miliardi di euro."}.get(
        language, "Export +5%, 3.000.000 euro."
    )
    text = f"{head}\n\n{body}\n\n{body}\n\n{foot}\n".lstrip()
    assert tradenews.parse(text, language=language).source == source


@pytest.mark.parametrize(
    ("language", "stamp", "source"),
    [
        ("pt", "06 de novembro de 2006 | 15h10", None),
        ("fr", "6 novembre 2006 | 15h10", None),
        ("es", "6 noviembre 2006 | 15:10 h", None),
        ("it", "6 novembre 2006 | ore 15.10", None),
        ("de", "6. November 2006 | 15.10 Uhr", None),
        ("nl", "6 november 2006 | 15u10", None),
        ("en", "Nov 6, 2006 | 3:10 pm", None),
        ("en", "6 November 2006 | 1510 GMT", None),
        ("en", "Nov 6, 2006 | 3:10 pm Reuters", "Reuters"),
        ("en", "6 November 2006 | 3:10 p.m. ET", None),
        ("en", "6 November 2006 | 3:10 PM | Jane Calloway", None),
        ("nl", "Door Jana Holman 06-11-2006 - 15u10", None),
        ("pt", "Por Joana Colmeia Segunda-feira, 6 de Novembro de 2006 15H10", None),
        ("es", "6 noviembre 2006 | 15:10 EFE", "EFE"),
        ("zh", "2006年11月06日 09:41 海港财经 记者 许芷晴", "海港财经"),
    ],
)
def test_a_time_behind_the_date_is_no_source(language: str, stamp: str, source: str | None) -> None:
    body = {"zh": "10月出口增长5%，达30亿欧元。"}.get(language, "Export +5%, 3.000.000 euro.")
    article = tradenews.parse(f"Export\n{stamp}\n\n{body}\n\n{body}\n", language=language)
    assert (article.source, article.published and article.published.edtf) == (source, "2006-11-06")


def test_an_ambiguous_date_leaves_an_assumption() -> None:
    found = read("en", "Wheat exports climb on Asian demand\n09/05/2016\n", "")
    assert [(a.chosen, a.alternatives) for a in found.assumptions] == [("2016-09-05", ("2016-05-09",))]
    assert not read("en", "Wheat exports climb on Asian demand\n13/05/2016\n", "").assumptions


def test_what_the_caller_says_wins() -> None:
    given = Given(published=from_edtf("2018-02"), source="Us", title="Ours")
    text = f"Theirs is this title\nMay 3, 2020\nParis, May 3 (AFP) - {BODY['en']}"
    found = read_article(text, "en", given).metadata
    assert (found.published, found.source, found.title) == (given.published, "Us", "Ours")


NOTHING = [
    ("en", "Exports to Mexico rose on 5 May 2017, the ministry said.\n", ""),
    ("en", "In 2016-05 the figures looked better than they do now, said the head of the chamber.\n", ""),
    ("de", "Im Mai 2017 war das anders.\n", ""),
    ("zh", "2018年8月29日，两国官员在北京见面。\n", ""),
]


@pytest.mark.parametrize(("language", "head", "foot"), NOTHING)
def test_no_date_of_the_body_is_the_date_of_the_article(language: str, head: str, foot: str) -> None:
    assert read(language, head, foot).published is None


def test_total_and_in_order_on_random_lines() -> None:
    rng = random.Random(5)
    parts = [
        " ",
        "\n",
        "\n\n",
        "Von ",
        "Source: ",
        "©",
        "2017-09-07",
        "(AP) - ",
        "PARIS, ",
        "5 May 2017",
        "新华社",
        "。",
        "Title words here",
        "(",
        "—",
        "\u2028",
    ]
    for _ in range(200):
        text = "".join(rng.choices(parts, k=rng.randint(0, 25)))
        for language in ("en", "zh"):
            blocks = read_article(text, language).metadata.blocks
            spans = [b.span for b in blocks]
            assert all(a.end <= b.start for a, b in pairwise(spans))
            covered = "".join(text[s.start : s.end] for s in spans)
            assert "".join(covered.split()) == "".join(text.split())


@pytest.mark.parametrize(
    ("head", "source"),
    [
        ("Redacción Litoral Productivo – 3 de marzo de 2024", "Litoral Productivo"),
        ("Home / Mercati / Cereali", None),
        ("Ministerio de Pesca (Produce), nota de prensa N.° 214", "Ministerio de Pesca"),
    ],
)
def test_sources_told_by_who_wrote(head: str, source: str | None) -> None:
    body = "Las exportaciones de camarón subieron 12% en enero frente al mismo mes del año anterior. " * 2
    article = tradenews.parse(f"{head}\n\nSuben las exportaciones de camarón\n\n{body}", language="es")
    assert article.source == source


HEADS = [
    json.loads(line)
    for line in (Path(__file__).parent / "heads.jsonl").read_text(encoding="utf-8").splitlines()
]


@pytest.mark.parametrize("row", HEADS, ids=lambda row: f"{row['language']}-{row['head'][-30:]}")
def test_heads(row: dict[str, Any]) -> None:
    """Place, date and source of heads as papers, agencies and sites print them."""
    text = row["head"] + BODY[row["language"]] + row["foot"]
    article = tradenews.parse(text, language=row["language"])
    read = {
        "place": article.dateline.place if article.dateline else None,
        "published": article.published.edtf if article.published else None,
        "source": article.source,
        "title": article.title,
    }
    assert read == {**read, **{key: row[key] for key in read if key in row}}
