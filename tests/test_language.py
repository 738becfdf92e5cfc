"""The language of a text: eight, else und."""

# ruff: noqa: E501
from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tradenews.scan.language import detect_language

KNOWN = {
    "en": "Exports of copper from Zambia fell by a tenth in March, the central bank said on Tuesday.",
    "de": "Die Ausfuhren von Kupfer aus Sambia sind im März um ein Zehntel gesunken, wie die Notenbank mitteilte.",
    "es": "Las exportaciones de cobre de Zambia cayeron una décima parte en marzo, informó el banco central.",
    "fr": "Les exportations de cuivre de la Zambie ont reculé d'un dixième en mars, a annoncé la banque centrale.",
    "pt": "As exportações de cobre da Zâmbia caíram um décimo em março, informou o banco central na terça-feira.",
    "it": "Le esportazioni di rame dello Zambia sono calate di un decimo a marzo, ha comunicato la banca centrale.",
    "nl": "De uitvoer van koper uit Zambia is in maart met een tiende gedaald, meldde de centrale bank dinsdag.",
    "zh": "赞比亚央行周二表示，3月铜出口下降一成。Konkola Copper Mines称，产量仍在恢复。",
}
HEADLINES = {
    "en": "Egypt buys more wheat from Romania as prices drop",
    "de": "Ägypten kauft mehr Weizen in Rumänien, weil die Preise sinken",
    "es": "Egipto compra más trigo a Rumanía por la caída de los precios",
    "fr": "L'Égypte achète davantage de blé à la Roumanie, les prix baissent",
    "pt": "Egito compra mais trigo da Romênia com a queda dos preços",
    "it": "L'Egitto compra più grano dalla Romania mentre i prezzi scendono",
    "nl": "Egypte koopt meer tarwe in Roemenië omdat de prijzen dalen",
    "zh": "小麦价格下跌 埃及增加自罗马尼亚进口",
}
OTHERS = {
    "sv": "Zambias export av koppar minskade med en tiondel i mars, meddelade centralbanken på tisdagen.",
    "da": "Zambias eksport af kobber faldt med en tiendedel i marts, meddelte centralbanken tirsdag.",
    "no": "Zambias eksport av kobber falt med en tidel i mars, opplyste sentralbanken tirsdag.",
    "pl": "Eksport miedzi z Zambii spadł w marcu o jedną dziesiątą, poinformował we wtorek bank centralny.",
    "tr": "Zambiya'nın bakır ihracatı mart ayında onda bir azaldı, merkez bankası salı günü açıkladı.",
    "ru": "Экспорт меди из Замбии в марте сократился на десятую часть, сообщил во вторник центральный банк.",
    "ja": "ザンビアの銅の輸出は3月に1割減少したと中央銀行が火曜日に発表した。",
    "ko": "잠비아의 구리 수출이 3월에 10분의 1 줄었다고 중앙은행이 화요일 밝혔다.",
    "ca": "Les exportacions de coure de Zàmbia van caure una desena part al març, va informar el banc central.",
    "gl": "As exportacións de cobre de Zambia caeron unha décima parte en marzo, segundo informou o banco central.",
    "ro": "Exporturile de cupru ale Zambiei au scăzut cu o zecime în martie, a anunțat banca centrală marți.",
    "cs": "Vývoz mědi ze Zambie klesl v březnu o desetinu, oznámila v úterý centrální banka.",
    "hu": "Zambia rézexportja márciusban egytizedével csökkent, közölte kedden a központi bank.",
    "fi": "Sambian kuparin vienti väheni maaliskuussa kymmenesosan, keskuspankki kertoi tiistaina.",
    "id": "Ekspor tembaga dari Zambia turun sepersepuluh pada bulan Maret, kata bank sentral pada hari Selasa.",
    "af": "Zambië se uitvoer van koper het in Maart met 'n tiende gedaal, het die sentrale bank Dinsdag gesê.",
    "vi": "Xuất khẩu đồng của Zambia giảm một phần mười trong tháng ba, ngân hàng trung ương cho biết hôm thứ ba.",
    "el": "Οι εξαγωγές χαλκού της Ζάμπιας μειώθηκαν κατά ένα δέκατο τον Μάρτιο.",
    "ar": "انخفضت صادرات النحاس من زامبيا بمقدار العشر في مارس.",
}


@pytest.mark.parametrize("code", sorted(KNOWN))
def test_known(code: str) -> None:
    assert detect_language(KNOWN[code]) == code
    assert detect_language(HEADLINES[code]) == code


@pytest.mark.parametrize("code", sorted(OTHERS))
def test_others_are_unknown(code: str) -> None:
    assert detect_language(OTHERS[code]) == "und"


@pytest.mark.parametrize("text", ["", " ", "12 345,6 % 2017-09-08", "???", "\x00\ud800", "🙂🙂🙂", "Peru"])
def test_nothing_to_go_by(text: str) -> None:
    assert detect_language(text) == "und"


def test_menus_do_not_count() -> None:
    menu = "Home\nNews\nBusiness\nSport\nLog in\nSubscribe\n"
    assert detect_language(menu * 5 + KNOWN["nl"] + "\n" + KNOWN["nl"]) == "nl"


@given(st.text(max_size=300))
@settings(max_examples=200, deadline=None)
def test_total(text: str) -> None:
    assert len(detect_language(text)) in (2, 3)
