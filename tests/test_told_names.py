"""Firms of which only the words beside the name tell that they are some."""

import json
from pathlib import Path
from typing import Any

import pytest

import tradenews

NAMES = {
    "en": ("Vestora", "Hughes & Sons", "KTB", "BlueRock", "Carter-Lowe", "Brenta do Brasil"),
    "de": ("KTB", "Lorbeck Feinkost", "BlueRock", "Carter-Lowe", "Brenta do Brasil", "Hansa Rösterei"),
    "es": (
        "Vestora",
        "Energías del Norte",
        "KTB",
        "Conservas Huerta",
        "BlueRock",
        "Carter-Lowe",
        "Ejes del Valle",
    ),
    "fr": ("Vestora", "Huet & Fils", "KTB", "BlueRock", "Carter-Lowe", "Biopro Mistral", "Türk Leasing"),
    "it": (
        "Vestora",
        "Olmi & Figli",
        "KTB",
        "BlueRock",
        "Carter-Lowe",
        "Idromac do Brasil",
        "Hansa Rösterei",
        "Bettoni Irrigazione",
    ),
    "nl": ("Vestora", "Huisman & Zonen", "KTB", "Huisman Zaden", "BlueRock", "Carter-Lowe", "Mosafarm"),
    "pt": (
        "Vestora",
        "Irmãos Huerta",
        "KTB",
        "Conservas Horta",
        "BlueRock",
        "Carter-Lowe",
        "Planalto Pesquisa",
        "Kerala Exports",
        "Carnes do Sul",
    ),
    "zh": ("北风能源", "丰谷食品", "华岭科技", "鼎盛机械", "维斯特拉集团"),
}
SENTENCES = {
    "en": (
        "Prices may fall further, said Ann Lee, an analyst at {}.",
        "Makers such as Bosch, {} and Caterpillar are worried.",
        "A group of banks led by {} will lend the money.",
        "The Swiss retailer {} buys 400 tonnes a year.",
        "Its rival {} had also bid.",
        "The plant, which belongs to {}, employs 300 people.",
        "The buyer is {}, of Osaka.",
        "A deal with {} fell through in May.",
        "Unlike {}, the firm makes no losses.",
        "The mill was sold to {} last year.",
        "Like {} before it, the firm is moving to Mexico.",
        "The tender was won by {}.",
        "{}, based in Leeds, said it would appeal.",
        "Customers include {} and Walmart.",
        "Shares in {} fell 3 percent.",
    ),
    "de": (
        "Hersteller wie Bosch, {} und Caterpillar sind besorgt.",
        "Ein Bankenkreis unter Führung von {} gibt das Geld.",
        "Der Schweizer Händler {} kauft 400 Tonnen im Jahr.",
        "Auch der Konkurrent {} hatte geboten.",
        "Abnehmer ist {} aus Osaka.",
        "Ein Vertrag mit {} platzte im Mai.",
        "Den Zuschlag erhielt {}.",
        "{} mit Sitz in Hagen will klagen.",
        "{}-Chef Tom Reiter sieht keinen Grund dafür.",
        "Zu den Kunden gehören {} und Rewe.",
        "Die Aktie von {} fiel um 3 Prozent.",
        "Das glaubt Petra Lang vom Maschinenbauer {}.",
    ),
    "es": (
        "Los precios podrían caer más, dijo Ana Lara, analista de {}.",
        "Un grupo de bancos encabezado por {} prestará el dinero.",
        "La cadena suiza {} compra 400 toneladas al año.",
        "También pujó su rival {}.",
        "La planta, que pertenece a {}, emplea a 300 personas.",
        "El comprador es {}, de Osaka.",
        "El molino pasó el año pasado a manos de {}.",
        "En {}, de León, peligran 40 empleos.",
        "La licitación la ganó {}.",
        "{}, con sede en León, recurrirá.",
        "El director general de {}, Tomás Rey, no ve motivos.",
        "Entre sus clientes están {} y Walmart.",
        "La consultora {} coincide.",
    ),
    "fr": (
        "Les prix pourraient encore baisser, estime Anne Lenoir, analyste chez {}.",
        "Des fabricants comme Bosch, {} et Caterpillar s'inquiètent.",
        "Un groupe de banques emmené par {} prêtera l'argent.",
        "L'enseigne suisse {} achète 400 tonnes par an.",
        "Son rival {} avait aussi fait une offre.",
        "L'usine, qui appartient à {}, emploie 300 personnes.",
        "L'acheteur est {}, d'Osaka.",
        "Un accord avec {} a capoté en mai.",
        "Contrairement à {}, la maison ne perd pas d'argent.",
        "Le moulin a été vendu l'an dernier à {}.",
        "La firme marche dans les pas de {}.",
        "Chez {}, à Lille, 40 emplois sont menacés.",
        "L'appel d'offres a été remporté par {}.",
        "{}, dont le siège est à Lille, fera appel.",
        "Le directeur général de {}, Thomas Roy, n'en voit pas la raison.",
        "Parmi ses clients figurent {} et Carrefour.",
        "L'action {} a perdu 3 %.",
        "Le fabricant de tracteurs {} a signé un contrat.",
    ),
    "it": (
        "I prezzi potrebbero calare ancora, dice Anna Lari, analista di {}.",
        "Produttori come Bosch, {} e Caterpillar sono preoccupati.",
        "Un gruppo di banche guidato da {} presterà il denaro.",
        "La catena svizzera {} compra 400 tonnellate l'anno.",
        "Anche il concorrente {} aveva fatto un'offerta.",
        "Lo stabilimento, che appartiene a {}, impiega 300 persone.",
        "Tre anni fa {} aveva chiuso la fabbrica.",
        "L'acquirente è {}, di Osaka.",
        "Un accordo con {} è saltato a maggio.",
        "A differenza di {}, la ditta non è in perdita.",
        "Come già {}, la ditta si trasferisce in Messico.",
        "La gara è stata vinta da {}.",
        "{}, con sede a Lecco, farà ricorso.",
        "L'amministratore delegato di {}, Tommaso Re, non vede motivi.",
        "Tra i clienti ci sono {} e Walmart.",
        "Il titolo {} ha perso il 3%.",
    ),
    "nl": (
        "Het Wessingse {} tekende een contract.",
        "Het Wessingse {} tekende een contract.",
        "De prijzen kunnen verder dalen, zegt Anna Laan, analist bij {}.",
        "Makers als Bosch, {} en Caterpillar maken zich zorgen.",
        "Een groep banken onder leiding van {} leent het geld.",
        "De Zwitserse keten {} koopt 400 ton per jaar.",
        "Ook concurrent {} had geboden.",
        "De koper is {} uit Osaka.",
        "De aanbesteding werd gewonnen door {}.",
        "{}, gevestigd in Hengelo, gaat in beroep.",
        "Topman Tom Reitsma van {} ziet geen reden.",
        "Tot de klanten behoren {} en Walmart.",
        "Het aandeel {} verloor 3 procent.",
    ),
    "pt": (
        "Os preços podem cair mais, diz Ana Lara, analista da {}.",
        "Um grupo de bancos liderado pela {} vai emprestar o dinheiro.",
        "A rede suíça {} compra 400 toneladas por ano.",
        "A rival {} também fez uma oferta.",
        "A fábrica, que pertence à {}, emprega 300 pessoas.",
        "A compradora é a {}, de Osaka.",
        "Ao contrário da {}, a firma não dá prejuízo.",
        "O concurso foi ganho pela {}.",
        "A {}, com sede em Leiria, vai recorrer.",
        "Entre os clientes estão a {} e a Walmart.",
        "As ações da {} caíram 3%.",
        "A consultoria {} concorda.",
    ),
}  # Capitals of which none is a firm's name.
NONE = {
    "en": ("Unlike Zambia, Kenya makes gains.", "Prices in Lower Wessing rose.", "R & D costs rose."),
    "de": ("Die Zwetschgen der MitarbeiterInnen in Oberwessing.", "Anders als Quitten fielen Schlehen."),
    "es": ("A diferencia de Zambia, Kenia crece.", "Los precios en Villa Wessing subieron."),
    "fr": ("Contrairement à la Zambie, le Kenya progresse.", "Les prix à Wessingue montent."),
    "it": ("Il titolo a Piazza Wessing ha perso il 3%.", "A differenza dello Zambia, il Kenya cresce."),
    "nl": (
        "Het Wessingse {} tekende een contract.",
        "Anders dan Zambia groeit Kenia.",
        "De prijzen in Oud-Wessing stijgen.",
    ),
    "zh": ("贸易商反映，需求疲软。", "企业依法维权。", "厂里的订单已经排满。"),
    "pt": ("Ao contrário da Zâmbia, o Quênia cresce.", "Os preços em Vila Wessing sobem."),
}


def firms(text: str, language: str) -> list[str]:
    """The names of all companies read."""
    article = tradenews.parse(text, language=language, published="2021-03-01")
    return [actor.name for actor in article.actors if actor.kind == "company"]


@pytest.mark.parametrize(
    ("language", "sentence"), [(each, told) for each, all_told in SENTENCES.items() for told in all_told]
)
def test_words_beside_a_name(language: str, sentence: str) -> None:
    for name in NAMES[language]:
        text = sentence.format(name)
        assert name in firms(text[0].upper() + text[1:], language), text


@pytest.mark.parametrize(
    ("language", "text"), [(each, text) for each, texts in NONE.items() for text in texts]
)
def test_nothing_is_named(language: str, text: str) -> None:
    assert firms(text, language) == []


ROWS = [
    json.loads(line)
    for line in (Path(__file__).parent / "names.jsonl").read_text(encoding="utf-8").splitlines()
]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row['language']}-{row['tag']}-{row['text'][:24]}")
def test_names_in_texts(row: dict[str, Any]) -> None:
    """Kind, whole name and role of those whom a text names; who is in ``not`` is nobody."""
    article = tradenews.parse(row["text"], language=row["language"], published="2025-10-10")
    named = {actor.name: actor for actor in article.actors if actor.kind not in ("country", "bloc")}
    for kind, name, *role in row["actors"]:
        assert name in named, sorted(named)
        assert named[name].kind == kind
        assert not role or role[0].lower() in (named[name].role or "").lower()
    assert not named.keys() & set(row["not"])
