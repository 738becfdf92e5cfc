"""Who speaks in a text, and for which house, in ordinary words for both."""

from __future__ import annotations

import pytest

import tradenews

SPEAKERS = [
    (
        "en",
        "company",
        "Meranti Research",
        "Manufacturers are investing again, said Farah Iskandar, an economist at Meranti Research.",
    ),
    (
        "en",
        "company",
        "Banco de Luzon",
        "Angela Reyes, an economist at Banco de Luzon, called that wishful thinking.",
    ),
    (
        "en",
        "company",
        "Harrow & Pine",
        '"Everybody wants metal," said Grace Tillery, a steel analyst at Harrow & Pine in London.',
    ),
    ("en", "company", "Kestrel Commodities", "Prices will fall, Mark Dunne of Kestrel Commodities said."),
    ("en", "company", "Kestrel", "Prices will fall, according to Mark Dunne, head of research at Kestrel."),
    (
        "de",
        "company",
        "Altmark Capital",
        "Der Preis werde fallen, sagte Jens Brand, Analyst bei Altmark Capital.",
    ),
    ("de", "company", "Altmark Capital", "Der Preis werde fallen, sagt Jens Brand von Altmark Capital."),
    (
        "fr",
        "person",
        "Solène Aubry",
        "« La Chine nous a pris 1,6 million de tonnes », relève Solène Aubry, de l'unité grains.",
    ),
    (
        "fr",
        "person",
        "Bertine Soanirina",
        "« On nous en donne le prix du riz », ironise Bertine Soanirina, qui préside une coopérative.",
    ),
    (
        "es",
        "company",
        "Brandtner México",
        "Así lo dijo Markus Reinhold, director general de Brandtner México.",
    ),
    (
        "pt",
        "company",
        "Vértice Análises",
        "Para Paulo Neves, analista da Vértice Análises, os preços vão cair.",
    ),
    (
        "it",
        "company",
        "Ponente Ricerche",
        "«I prezzi scenderanno», dice Luca Neri, economista di Ponente Ricerche.",
    ),
    (
        "nl",
        "company",
        "Maasland Research",
        "De prijs daalt, verwacht econoom Piet Smit van Maasland Research.",
    ),
]


@pytest.mark.parametrize(("language", "kind", "name", "text"), SPEAKERS)
def test_speaker(language: str, kind: str, name: str, text: str) -> None:
    article = tradenews.parse(text, language=language)
    assert (kind, name) in {(actor.kind, actor.name) for actor in article.actors}
