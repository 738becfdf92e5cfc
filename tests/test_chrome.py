"""Chrome of whole pages: which lines are no article, in all languages."""

# ruff: noqa: E501
from __future__ import annotations

import json
from pathlib import Path

import pytest

from tradenews.lexicon.load import load_lexicon
from tradenews.scan.blocks import split_blocks

FOLDER = Path(__file__).parent / "test_chrome_pages"
PAGES = sorted(path.stem for path in FOLDER.glob("*.txt"))


def _read(name: str) -> tuple[str, list[str], list[str]]:
    """Text of a page, its article lines (marked "+"), its chrome lines (marked "-")."""
    marked = (FOLDER / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    lines = [(line[0], line[2:]) for line in marked if line.strip()]
    text = "\n".join(line for _, line in lines)
    return text, [x for mark, x in lines if mark == "+"], [x for mark, x in lines if mark == "-"]


def _chrome(text: str, language: str) -> list[str]:
    blocks = split_blocks(text, load_lexicon(language))
    spans = (block.span for block in blocks if block.kind == "chrome")
    return [line.strip() for span in spans for line in text[span.start : span.end].split("\n")]


@pytest.mark.parametrize("name", PAGES)
def test_pages(name: str) -> None:
    text, _, chrome = _read(name)
    assert _chrome(text, name[:2]) == [line.strip() for line in chrome]


@pytest.mark.parametrize("name", [name for name in PAGES if name != "en-3"])  # hard-wrapped
def test_pages_with_blank_lines(name: str) -> None:
    """Nothing that is article is lost where blank lines stand between the lines."""
    text, article, _ = _read(name)
    spaced = text.replace("\n", "\n\n")
    lost = [line for line in article if line in set(_chrome(spaced, name[:2]))]
    assert not lost


ROWS = [
    json.loads(line)
    for line in (Path(__file__).parent / "furniture.jsonl").read_text(encoding="utf-8").splitlines()
]


@pytest.mark.parametrize("gap", ["\n", "\n\n"], ids=["close", "spaced"])
@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row['language']}-{row['page'][:40]}")
def test_furniture(row: dict[str, str], gap: str) -> None:
    """Heads and feet as papers, agencies and firms print them: "-" is chrome, "+" is kept, "¶" a paragraph."""
    lines = [(line[0], line[2:] or BODIES[row["language"]]) for line in row["page"].split("\n")]
    found = _chrome(gap.join(line for _, line in lines), row["language"])
    assert found == [line for mark, line in lines if mark == "-"]


BODIES = {
    "en": "Traders sold 5,000 tonnes of cocoa to buyers in Hamburg last week, the exchange said on Friday.",
    "de": "Händler haben vergangene Woche 5.000 Tonnen Kakao nach Hamburg verkauft, wie die Börse mitteilte.",
    "es": "Los comerciantes vendieron 5.000 toneladas de cacao a Hamburgo la semana pasada, dijo la bolsa.",
    "fr": "Les négociants ont vendu 5 000 tonnes de cacao à Hambourg la semaine dernière, selon la bourse.",
    "pt": "Os comerciantes venderam 5 mil toneladas de cacau para Hamburgo na semana passada, disse a bolsa.",
    "it": "I commercianti hanno venduto 5.000 tonnellate di cacao ad Amburgo, ha comunicato la borsa.",
    "nl": "Handelaren verkochten vorige week 5.000 ton cacao aan Hamburg, meldde de beurs op vrijdag.",
    "zh": "交易所周五表示，贸易商上周向汉堡买家出售了5000吨可可，价格比前一周上涨约百分之三。",
}
KEPT = {
    "en": [
        "Energy", "What comes next", "More on trade than on aid", "Share of imports: 12 percent", "Photo exports rise",
        "Comments by the minister moved the market on Friday, dealers said.", "Home sales of cars fell 5% in May.",
        "The minister shared the report with the press. Source: Wirepress", "Sugar: 12,000 tonnes at $410",
        "Trending upwards, shipments to Japan doubled. (AFP)", "He read more: 'We sell to all.'", "Q: Will prices fall?",
        "Subscribers to the bond paid $3 billion in total, the bank said in a statement.",
    ],
    "de": [
        "Landwirtschaft", "Mehr aus Mexiko als aus Kanada", "Folgen für die Region", "– Butter: 1.200 Tonnen",
        "Mehr von diesen Waren geht nach China als nach Japan.", "Diskussion um neue Zölle", "Anzeigen gegen Importeure",
        "Der Umsatz stieg um 5 Prozent, sagte er. (dpa/AFP)", "Das Geschäft läuft gut. Quelle: Destatis",
    ],
    "es": [
        "Más de 200 empresas exportan", "Más de la mitad se envió a Chile, según el gremio.", "Crédito al campo crece 5%",
        "Comentarios del ministro movieron el mercado, dijeron operadores.", "Energía", "Temas pendientes con Brasil",
        "El presidente hizo una visita de cortesía a la fábrica de Puebla.", "Café: 1.200 toneladas",
    ],
    "fr": ["Plus de 200 entreprises", "Des tendances contraires", "Cacao : 1 200 tonnes", "La Chine d'abord, l'Europe ensuite"],
    "pt": ["Mais de 200 empresas exportam", "Crédito rural cresce 5%", "Receba quem exporta mais, diz Haddad", "Soja: 1.200 toneladas"],
    "it": ["Oltre 200 imprese", "Tendenze opposte in Asia", "Riso: 1.200 tonnellate", "Di nuovo in crescita la Cina"],
    "nl": ["Meer uit Brazilië dan uit Peru", "Beeld van de uitvoer kantelt", "Kaas: 1.200 ton", "Ontvangst in China"],
    "zh": ["一、出口", "24小时内，三家企业宣布停止出口。", "最新消息显示，谈判将于周三恢复。", "可可：1200吨", "摄影器材出口增长一成，达到3亿美元。"],
}  # fmt: skip


@pytest.mark.parametrize(
    ("language", "line"), [(code, line) for code, lines in KEPT.items() for line in lines]
)
def test_article_lines_are_kept(language: str, line: str) -> None:
    body = BODIES[language]
    assert _chrome(f"{body}\n{line}\n{body}\n{body}", language) == []
    assert _chrome(f"{body}\n\n{line}\n\n{body}\n\n{body}", language) == []


def test_comment_link_in_the_share_bar_cuts_nothing() -> None:
    body = BODIES["en"]
    paragraphs = "\n".join([body] * 6)
    text = f"Cocoa sales rise in Hamburg again\n{paragraphs}\nShare\n12 Comments\n{paragraphs}\nLeave a comment\nPost comment"
    assert _chrome(text, "en") == ["Share", "12 Comments", "Leave a comment", "Post comment"]


def test_comments_that_outweigh_the_article() -> None:
    body = BODIES["en"]
    comment = (
        "Never have I read such a thing, and I have been in this business for more than thirty years now."
    )
    comments = "\n".join(f"reader{i}\n{comment}\nReply" for i in range(12))
    text = f"Cocoa sales rise in Hamburg again\n{body}\n{body}\n{body}\n{body}\nComments\n{comments}"
    assert len(_chrome(text, "en")) == 37


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("en", "Latest comments"), ("en", "Older posts"), ("en", "Privacy notice"),
        ("de", "Beitrag gefällt? Jetzt teilen!"), ("de", "(red)"), ("de", "Cookies akzeptieren"),
        ("es", "eldiariodelsur.mx"), ("es", "Ver video"), ("fr", "PHOTO ARCHIVES LE COURRIER"),
        ("it", "Torna all'indice"), ("it", "(Red)"), ("nl", "Vond je dit interessant? Volg ons op Facebook"),
        ("pt", "Aviso legal"), ("zh", "相关话题"), ("zh", "使用我们的App，随时掌握新闻。"),
    ],
)  # fmt: skip
def test_lines_below(language: str, line: str) -> None:
    said = {
        "de": "Die Ausfuhren von Weizen stiegen im ersten Halbjahr um 12 Prozent auf 3,4 Millionen Tonnen.",
        "zh": "今年上半年该国小麦出口量达到三百四十万吨，比去年同期增长百分之十二，农业部星期二公布了这一数字。",
    }.get(
        language, "Wheat exports of the country rose by 12 percent to 3.4 million tonnes in the first half."
    )
    assert _chrome(f"{said}\n\n{said}\n\n{line}\n", language) == [line]
