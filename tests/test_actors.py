"""Actors: who is found in short texts, with what role, and what is none."""

# ruff: noqa: E501
import pytest

import tradenews
from tradenews import Parser
from tradenews.models.actor import Actor

PERSONS = [
    ("en", "Deputy Agriculture Minister Thandeka Mokoena spoke.", "Thandeka Mokoena", "Minister"),
    ("en", "China's vice trade minister, Wang Lorem, agreed.", "Wang Lorem", "vice trade minister"),
    ("en", "Dr. Amina Yusuf-Bello, director of the Institute for Trade Policy, warned.", "Amina Yusuf-Bello", "director"),
    ("en", "Analyst Pieter Voskuil of Dutch bank Noordzee Capital said prices fell.", "Pieter Voskuil", "Analyst"),
    ("de", "Polens Handelsminister Tomasz Zawadzki traf Kollegen.", "Tomasz Zawadzki", "Handelsminister"),
    ("de", "Der Präsident des Verbands BGA, Dirk Jandura, sagte nichts.", "Dirk Jandura", "Präsident"),
    ("de", "„Gut“, sagte Verbandspräsidentin Ilse Ohnesorg.", "Ilse Ohnesorg", "Verbandspräsidentin"),
    ("es", "La ministra peruana de Comercio Exterior, Úrsula Tapia, viajó.", "Úrsula Tapia", "ministra"),
    ("es", "Rosario Illanes, directora general de Frutas Illanes S.A., lo afirmó.", "Rosario Illanes", "directora general"),
    ("fr", "La ministre de l'Agriculture, Solange Abgrall, a parlé.", "Solange Abgrall", "ministre"),
    ("fr", "Yannick Le Goff, président de la coopérative Triskel, le dit.", "Yannick Le Goff", "président"),
    ("it", "Il ministro dell'Agricoltura, Carlo Brandolini, ha parlato.", "Carlo Brandolini", "ministro"),
    ("pt", "A ministra da Agricultura, Teresa Quintela, falou.", "Teresa Quintela", "ministra"),
    ("nl", "Minister Liesbeth Tuinstra van Landbouw sprak.", "Liesbeth Tuinstra", "Minister"),
    ("zh", "越南工贸部部长阮文强表示，出口增长。", "阮文强", "部长"),
    ("nl", "De Koreaanse handelsminister Ahn Dok-sik sprak daarover.", "Ahn Dok-sik", "handelsminister"),
    ("it", "Il viceministro delle Foreste Maksut Kaliakov ha parlato.", "Maksut Kaliakov", "viceministro"),
    ("de", "Energieminister Saad al-Kaabari sieht das anders.", "Saad al-Kaabari", "Energieminister"),
    ("zh", "統計處副處長黃于珊說明，訂單增加。", "黃于珊", "副處長"),
    ("zh", "泰国商业部副部长素帕·宋猜说，出口增加。", "素帕·宋猜", "副部长"),
    ("zh", "中国粮油协会副会长李远航指出，价格会涨。", "李远航", "副会长"),
]  # fmt: skip

BODIES = [
    ("en", "company", "Harbour Cross Shipping, a Liverpool carrier, ordered ships.", "Harbour Cross Shipping"),
    ("en", "company", "The battery maker Norrsken Cells agreed.", "Norrsken Cells"),
    ("en", "company", "Uttam Lorem Steels Ltd. was named.", "Uttam Lorem Steels Ltd."),
    ("en", "organization", "He heads the Lagos Chamber of Commerce and Industry.", "Lagos Chamber of Commerce and Industry"),
    ("en", "government", "The Chinese Commerce Ministry said so.", "Chinese Commerce Ministry"),
    ("de", "company", "Die Lindauer Dornbach AG kauft zu.", "Lindauer Dornbach AG"),
    ("de", "company", "Die Schweizer Uhrenfirma Montvert wächst.", "Montvert"),
    ("de", "organization", "Der Bundesverband der Holzindustrie (BVH) klagt.", "Bundesverband der Holzindustrie"),
    ("de", "government", "Das teilte die chinesische Zollbehörde mit.", "Zollbehörde"),
    ("es", "company", "La chilena Puerto Hondo firmó un contrato.", "Puerto Hondo"),
    ("es", "organization", "La Asociación de Exportadores de Mango (AEM) lo prevé.", "Asociación de Exportadores de Mango"),
    ("fr", "company", "Le groupe breton Armor Océan exporte.", "Armor Océan"),
    ("fr", "organization", "La Fédération des exportateurs de vins (FEV) proteste.", "Fédération des exportateurs de vins"),
    ("it", "company", "La tedesca Bergmann Käse GmbH ha firmato.", "Bergmann Käse GmbH"),
    ("pt", "company", "O grupo paulista Serra Verde S.A. assinou.", "Serra Verde S.A."),
    ("nl", "company", "Het Zeeuwse bedrijf Oesterman BV tekende.", "Oesterman BV"),
    ("zh", "company", "海川重工集团有限公司签署合同。", "海川重工集团有限公司"),
    ("en", "company", "It sold the plant to Korea's Lomax Trading; the price was not agreed.", "Lomax Trading"),
    ("en", "company", "Helsinki-based Tervaska won a contract worth 63 million euros.", "Tervaska"),
    ("en", "organization", "The Pilipino Mango Growers and Exporters Association agreed.", "Pilipino Mango Growers and Exporters Association"),
    ("en", "company", "They announced the merger with Quendal on Monday.", "Quendal"),
    ("de", "company", "Das Werk kaufte Bergholt Stahl (55 Mitarbeiter) im Mai.", "Bergholt Stahl"),
    ("de", "company", "Der Münchner Stahlkonzern Isarstahl wächst.", "Isarstahl"),
    ("es", "company", "Firmó una alianza con la panameña Ardona para exportar café.", "Ardona"),
    ("es", "company", "Su empresa, Langosal, rompió el contrato.", "Langosal"),
    ("es", "organization", "Cayó un 12%, según cifras de Fruvex.", "Fruvex"),
    ("fr", "company", "L'accord lie le groupe à l'égyptien RNE depuis lundi.", "RNE"),
    ("fr", "organization", "La Banque africaine de développement prêtera 2 millions d'euros.", "Banque africaine de développement"),
    ("it", "company", "La joint venture con la turca Sevdefol è nata in luglio.", "Sevdefol"),
    ("it", "organization", "Carla Bini, presidente di Assosughero, lo conferma.", "Assosughero"),
    ("pt", "company", "A norueguesa Fjordgran comprou 30% do terminal.", "Fjordgran"),
    ("nl", "company", "Tekst uit Kapelle lijft het Poolse Kartomax in.", "Kartomax"),
    ("nl", "company", "Het Zeeuwse baggerconcern Van Oosterlee tekende.", "Van Oosterlee"),
    ("zh", "company", "这批货由百果林旗下公司采购。", "百果林"),
    ("zh", "company", "摩洛哥与印度科罗曼签约。", "科罗曼"),
    ("zh", "company", "匈牙利OTB银行提供贷款。", "OTB银行"),
    ("zh", "government", "乌拉圭工业、能源和矿业部宣布。", "乌拉圭工业、能源和矿业部"),
]  # fmt: skip

NOBODY = [
    ("en", "In China's Guangdong province exports rose, and India's Gujarat region bought more."),
    ("fr", "La ville chinoise Wuhan exporte; le PIB et la TVA ont augmenté."),
    ("es", "El tratado, el SECAX, se suscribió en septiembre y el PIB creció."),
    ("nl", "Voorts ondertekenden zij een akkoord."),
    ("zh", "企业纷纷表示，出口将增长。"),
    ("en", "Exports to Romania rose while Roman coins sold well in Indiana."),
    ("en", "However, Prices Rose Sharply In Shanghai As Demand Grew"),
    ("en", "Article 12 of the Treaty was cited on Monday in Geneva."),
    ("en", "Brent Crude and West Texas Intermediate rose; the Doha Round stalled."),
    ("pt", "O banco publicou o Relatório Trimestral de Inflação; caiu tudo."),
    ("es", "Según la Primera Adenda al Contrato, se exportará más."),
    ("it", "Gli elicotteri, realizzati dal modello AW139 creato anni fa, costano."),
    ("en", "Guangdong and Zhejiang provinces exported toys in January."),
    (
        "en",
        "The Panama Canal and the Port Authority aside, Made in China 2025 was a plan."[:16] + " is busy.",
    ),
    ("de", "Der Konzern Gewinne, die Firma Verluste: So war das Jahr."),
    ("de", "Präsident und Kanzler trafen sich in Genf."),
    ("de", "Der Händler Preise senken will, sagte der Analyst Montag."),
    ("de", "Das Unternehmen lieferte Mitte der Woche Maschinen nach Stuttgart."),
    ("es", "El presidente de la empresa viajó a Guadalajara en Semana Santa."),
    ("fr", "La société a signé à Casablanca un contrat. La Banque prévoit une hausse."),
    ("it", "Il Made in Italy piace in Asia; Parmigiano Reggiano e Prosciutto di Parma volano."),
    ("pt", "A empresa assinou em São Paulo um contrato."),
    ("nl", "Het bedrijf tekende in Eindhoven een contract."),
    ("zh", "专家表示，市场平稳。官员说，成本下降。公司在上海签署合同。"),
    ("zh", "总统说，将对钢铁加税。东部地区企业代表出席了会议。"),
]


def others(text: str, language: str) -> list[Actor]:
    return [a for a in tradenews.find_actors(text, language) if a.kind not in ("country", "bloc")]


@pytest.mark.parametrize(("language", "text", "name", "role"), PERSONS)
def test_person_with_role(language: str, text: str, name: str, role: str) -> None:
    found = {a.name: a.role or "" for a in others(text, language) if a.kind == "person"}
    assert role in found.get(name, ""), found


@pytest.mark.parametrize(("language", "kind", "text", "name"), BODIES)
def test_body(language: str, kind: str, text: str, name: str) -> None:
    assert (kind, name) in [(a.kind, a.name) for a in others(text, language)]


@pytest.mark.parametrize(("language", "text"), NOBODY)
def test_nobody(language: str, text: str) -> None:
    assert [(a.kind, a.name) for a in others(text, language)] == []


@pytest.mark.parametrize(
    ("language", "text", "name", "short"),
    [
        ("es", "El Instituto Nacional de Estadísticas y Censos (Indec) calló.", "Instituto Nacional de Estadísticas y Censos", "Indec"),
        ("es", "Habló el Departamento Nacional de Estadísticas (DANE).", "Departamento Nacional de Estadísticas", "DANE"),
        ("fr", "L'Office national des céréales et statistiques (ONCS) a parlé.", "Office national des céréales et statistiques", "ONCS"),
        ("zh", "马来西亚对外贸易发展局(MATRADE)发表声明。", "马来西亚对外贸易发展局", "MATRADE"),
        ("zh", "沙特公共投资基金(PIF)签署了合同。", "沙特公共投资基金", "PIF"),
        ("pt", "Falou a ATP (Associação Têxtil e Vestuário de Portugal).", "Associação Têxtil e Vestuário de Portugal", "ATP"),
        ("it", "I dati dell'Ire (Istituto ricerche economiche) tacciono.", "Istituto ricerche economiche", "Ire"),
        ("en", "Data of the ONS (Office for National Statistics) agree.", "Office for National Statistics", "ONS"),
    ],
)  # fmt: skip
def test_a_name_and_its_letters_are_one(language: str, text: str, name: str, short: str) -> None:
    """One of them in brackets, in either order."""
    (body,) = (a for a in tradenews.parse(text, language=language).actors if a.kind != "country")
    mentions = sorted((name, short), key=text.index)
    assert (body.name, [text[m.start : m.end] for m in body.mentions]) == (name, mentions)


@pytest.mark.parametrize(
    ("language", "text", "names"),
    [
        ("en", '"It will rise," said Rashid Hamdani of Crescent Brokerage.', ["Rashid Hamdani", "Crescent Brokerage"]),
        ("en", "Suleiman Ortak of Delta Investment Bank said so.", ["Suleiman Ortak", "Delta Investment Bank"]),
        ("nl", '"Duurder", zegt Wiebe Kloosterman van handelshuis Graanplein.', ["Wiebe Kloosterman", "Graanplein"]),
        ("es", "Ken Moriyama, director de la japonesa Sorachi, lo anunció.", ["Ken Moriyama", "Sorachi"]),
        ("pt", "Vendem muito, conta Graciete Vilhena, dona da Conservas Vilhena.", ["Graciete Vilhena", "Conservas Vilhena"]),
        ("it", "Il Consorzio Pecorino Sardinale, guidato da Efisio Murgia, stima.", ["Consorzio Pecorino Sardinale", "Efisio Murgia"]),
        ("nl", "De bedrijven Kaasland, Polderfruit en Van Oort exporteerden.", ["Kaasland", "Polderfruit", "Van Oort"]),
        ("pt", "O contrato com a chinesa Haiyun vale 5 milhões de euros.", ["Haiyun"]),
        ("es", "Lo dijo Anselmo Quispe, de la corredora Granos del Sur.", ["Anselmo Quispe", "Granos del Sur"]),
    ],
)  # fmt: skip
def test_who_speaks_and_for_whom(language: str, text: str, names: list[str]) -> None:
    found = [
        actor.name for actor in tradenews.parse(text, language=language).actors if actor.kind != "country"
    ]
    assert found == names


@pytest.mark.parametrize(
    ("language", "text", "name", "country"),
    [
        ("zh", "据越南海关总署统计，出口增长5%。", "越南海关总署", "VN"),
        ("zh", "泰国商务部说，出口增长5%。", "泰国商务部", "TH"),
        ("zh", "中国商务部说，出口增长5%。", "中国商务部", "CN"),
        ("nl", "Het Centraal Bureau voor de Statistiek van Suriname zweeg.", "Centraal Bureau voor de Statistiek", "SR"),
        ("en", "Tanzania's National Bureau of Statistics kept silent.", "National Bureau of Statistics", "TZ"),
    ],
)  # fmt: skip
def test_a_body_known_of_one_country_may_be_of_another(
    language: str, text: str, name: str, country: str
) -> None:
    (body,) = (a for a in tradenews.parse(text, language=language).actors if a.kind == "government")
    assert (body.name, body.country) == (name, country)


def test_the_letters_of_a_body_and_of_the_one_that_it_is_of() -> None:
    text = "Segundo a Secretaria de Comércio Exterior do Ministério do Desenvolvimento (Secex/MDIC), caiu."
    found = [[text[m.start : m.end] for m in a.mentions] for a in tradenews.parse(text, language="pt").actors]
    assert ["Ministério do Desenvolvimento", "MDIC"] in found
    assert ["Secretaria de Comércio Exterior", "Secex"] in found


def test_one_actor_per_real_one() -> None:
    text = "Deputy Trade Minister Thandeka Mokoena spoke. Later Mokoena left; the Deputy Trade Minister was tired."
    (actor,) = others(text, "en")
    assert [text[s.start : s.end] for s in actor.mentions][:2] == ["Thandeka Mokoena", "Mokoena"]
    assert len(actor.mentions) == 3
    assert actor.aliases == ("Mokoena",)


def test_employer_is_linked() -> None:
    found = {a.id: a for a in others("Dirk Lorem, director of Marlowe Foods Ltd., agreed.", "en")}
    assert found["dirk-lorem"].affiliation == "marlowe-foods-ltd"


def test_list_position_tells_a_company() -> None:
    text = (
        "Sellers:\n\nCofco – 60,000 tonnes at $290 a tonne\n\nGrain Export – 60,000 tonnes at $297 a tonne\n"
    )
    assert "Grain Export" in {a.name for a in others(text, "en")}


@pytest.mark.parametrize(
    ("language", "text"), [("en", "Zolo Arc grew."), ("de", "Zolo Arc wuchs."), ("zh", "ZOLO增长。")]
)
def test_watchlist(language: str, text: str) -> None:
    mine = Actor("zolo", "company", "Zolo Arc Group", country="CH", aliases=("Zolo Arc", "ZOLO"))
    (actor,) = [a for a in Parser(watchlist=[mine]).find_actors(text, language) if a.kind == "company"]
    assert (actor.id, actor.name, actor.country) == ("zolo", "Zolo Arc Group", "CH")


@pytest.mark.parametrize(
    ("text", "language", "name"),
    [
        ("山东远洲重工也与沙特基建公司签订合同。", "zh", "远洲重工"),
        ("广东省商务厅表示，出口增长5%。", "zh", "广东省商务厅"),
        ("加纳贸易和工业部签署了协议。", "zh", "加纳贸易和工业部"),
        ("公司董事长陆鸣谦说，出口增长5%。", "zh", "陆鸣谦"),
        ("副会长贺向东对记者表示，需求增长。", "zh", "贺向东"),
        ("Analist Wim Slager van Noordvlees ziet kansen.", "nl", "Wim Slager"),
        ("Die Behörde QXDE muss zustimmen.", "de", "QXDE"),
        ("Der Verband Maschinenland Schweiz erwartet mehr.", "de", "Verband Maschinenland Schweiz"),
        ("Partecipa la portoghese Banco do Chiado.", "it", "Banco do Chiado"),
    ],
)
def test_where_names_begin_and_end(text: str, language: str, name: str) -> None:
    assert name in {actor.name for actor in others(text, language)}
