"""A company that nothing but its place tells is one where the text goes on with "the company"."""

import pytest

import tradenews

TOLD = {
    "en": ("{} posted sales of 412 million euros in 2020. The company employs 640 people. In "
    "1950 {} was founded.",
           ("Vestora", "Hughes & Sons", "Northwind Energy", "KTB", "BlueRock", "Carter-Lowe", "J. Hughes")),
    "de": ("{} hat 2020 einen Umsatz von 412 Millionen Euro erzielt. Das Unternehmen "
    "beschäftigt 640 Mitarbeiter. "
           "1950 wurde {} gegründet.",
           ("Vestora", "Huber & Sohn", "Gebrüder Huber", "KTB", "BlueRock", "Carter-Lowe", "Delta Marine")),
    "es": ("{} facturó 412 millones de euros en 2020. La empresa emplea a 640 personas. En 1950 nació {}.",
           ("Vestora", "Hijos de Huerta", "Energías del Norte", "KTB", "Conservas Huerta", "Carter-Lowe")),
    "fr": ("Le chiffre d'affaires de {} a progressé à 412 millions d'euros. L'entreprise "
    "emploie 640 personnes. "
           "En 1950 naissait {}.",
           ("Vestora", "Huet & Fils", "Énergies du Nord", "KTB", "Fromageries Valette", "Carter-Lowe")),
    "it": ("Il fatturato di {} è cresciuto a 412 milioni di euro. L'azienda conta 640 "
    "dipendenti. Nel 1950 nasceva {}.",
           ("Vestora", "Olmi & Figli", "Energie del Nord", "KTB", "Salumi Olmi", "Carter-Lowe")),
    "nl": ("{} boekte in 2020 een omzet van 412 miljoen euro. Het bedrijf heeft 640 werknemers. "
           "In 1950 werd {} opgericht.",
           ("Vestora", "Huisman & Zonen", "Noordenwind Energie", "KTB", "Huisman Zaden", "Carter-Lowe")),
    "pt": ("A {} aumentou as vendas para 412 milhões de euros. A empresa tem 640 trabalhadores. "
    "Em 1950 nasceu a {}.",
           ("Vestora", "Irmãos Huerta", "Energias do Norte", "KTB", "Conservas Horta", "Carter-Lowe")),
    "zh": ("{}2020年实现营业收入4.12亿元，同比增长8%。公司拥有员工640人。",
           ("维斯特拉", "北风能源", "丰谷食品", "德尔塔海洋", "凯特洛", "鼎盛机械", "蓝岩")),
}  # fmt: skip


@pytest.mark.parametrize(
    ("language", "name"), [(language, name) for language, (_, names) in TOLD.items() for name in names]
)
def test_opening(language: str, name: str) -> None:
    article = tradenews.parse(TOLD[language][0].format(name, name), language=language, published="2021-03-01")
    named = {actor.id: actor.name for actor in article.actors if actor.kind == "company"}
    sales, staff = (str(f.reporter) for f in article.figures if f.amount.low in (412000000, 640))
    assert named[sales].split(" ")[0] in name
    assert named[staff] == named[sales]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Cheaper oil hit Norway's exports in 2020: they fell to 5 billion euros. The "
         "company Lorem said so."),
        ("de", "Billiges Öl hat die Ausfuhren Norwegens 2020 auf 5 Milliarden Euro gedrückt. "
         "Das Unternehmen Lorem "
               "sieht das auch so."),
        ("es", "Exportaciones de Colombia crecieron en 2020 hasta 5 millones de euros. La "
         "empresa Lorem lo confirma."),
        ("pt", "Exportações do Brasil subiram para 5 milhões de euros em 2020. A empresa Lorem confirma."),
    ],
)  # fmt: skip
def test_no_opening(language: str, text: str) -> None:
    article = tradenews.parse(text, language=language, published="2021-03-01")
    assert {actor.name for actor in article.actors if actor.kind == "company"} <= {"Lorem"}
    assert [f.reporter for f in article.figures] in (["NO"], ["CO"], ["BR"])
