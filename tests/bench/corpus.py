"""News made up by rule, for measuring how time grows with the number of articles.

Every article is one of its own: another pair of countries, another year, other goods and amounts, in four
languages; the amounts are a function of what they are about, so that articles about one flow mostly agree,
are sometimes rounded otherwise, and now and then slip by a thousand. A few countries fill most of the news,
as they do in life. The same number always gives the same article.
"""

from __future__ import annotations

from collections.abc import Iterable
from random import Random
from zlib import crc32

import attrs

import tradenews

COUNTRIES = {
    "en": ("China", "Germany", "Mexico", "Japan", "Brazil", "Vietnam", "Chile", "Kenya", "Poland", "Peru",
           "Turkey", "Morocco", "Norway", "Egypt", "Canada", "Ghana"),
    "de": ("China", "Deutschland", "Mexiko", "Japan", "Brasilien", "Vietnam", "Chile", "Kenia", "Polen",
           "Peru", "Türkei", "Marokko", "Norwegen", "Ägypten", "Kanada", "Ghana"),
    "es": ("China", "Alemania", "México", "Japón", "Brasil", "Vietnam", "Chile", "Kenia", "Polonia", "Perú",
           "Turquía", "Marruecos", "Noruega", "Egipto", "Canadá", "Ghana"),
    "zh": ("中国", "德国", "墨西哥", "日本", "巴西", "越南", "智利", "肯尼亚", "波兰", "秘鲁", "土耳其",
           "摩洛哥", "挪威", "埃及", "加拿大", "加纳"),
}  # fmt: skip
GOODS = {
    "en": ("wheat", "coffee", "copper", "steel", "cement", "avocados", "cotton", "rice"),
    "de": ("Weizen", "Kaffee", "Kupfer", "Stahl", "Zement", "Avocados", "Baumwolle", "Reis"),
    "es": ("trigo", "café", "cobre", "acero", "cemento", "aguacates", "algodón", "arroz"),
    "zh": ("小麦", "咖啡", "铜", "钢铁", "水泥", "鳄梨", "棉花", "大米"),
}
FRAMES = {
    "en": (
        "Exports of {a} to {b} reached ${v} {scale} in {year}.",
        "{a} exported {t} tonnes of {goods} to {b} in {year}.",
        "Total exports of {a} rose {p} percent to ${w} {scale} in {year}.",
        "{a} and {b} signed a memorandum of understanding on {day} May {year}.",
        "Shippers in the port of {n} spoke with traders from {m} of a lively season.",
    ),
    "de": (
        "Die Ausfuhren von {a} nach {b} erreichten {year} {v} {scale} Dollar.",
        "{a} lieferte {year} {t} Tonnen {goods} nach {b}.",
        "Die gesamten Exporte von {a} stiegen {year} um {p} Prozent auf {w} {scale} Dollar.",
        "{a} und {b} unterzeichneten am {day}. Mai {year} eine Absichtserklärung.",
        "Spediteure in {n} sprachen mit Händlern aus {m} über eine lebhafte Saison.",
    ),
    "es": (
        "Las exportaciones de {a} a {b} alcanzaron {v} {scale} de dólares en {year}.",
        "{a} exportó {t} toneladas de {goods} a {b} en {year}.",
        "Las exportaciones totales de {a} subieron {p} por ciento, a {w} {scale} de dólares en {year}.",
        "{a} y {b} firmaron un memorando de entendimiento el {day} de mayo de {year}.",
        "Los cargadores de {n} hablaron con comerciantes de {m} sobre una temporada animada.",
    ),
    "zh": (
        "{year}年，{a}对{b}出口额达到{v}{scale}美元。",
        "{year}年，{a}向{b}出口{goods}{t}吨。",
        "{year}年，{a}出口总额增长{p}%，达到{w}{scale}美元。",
        "{year}年5月{day}日，{a}与{b}签署谅解备忘录。",
        "{n}的货主与{m}的商人谈到旺季。",
    ),
}
SCALES = {
    "en": ("billion", "trillion"),
    "de": ("Milliarden", "Billionen"),
    "es": ("mil millones", "billones"),
    "zh": ("亿", "万亿"),
}


def article(number: int, parts: Iterable[int] = range(9)) -> str:
    """The text of the made-up article of this number: about 700 letters, or only some of its sentences."""
    draw = Random(number)
    language = ("en", "de", "es", "zh")[number % 4]
    lines = []
    for part in parts:
        a, b = _two(draw)
        year, goods = draw.randint(2009, 2020), draw.randrange(8)
        tenfold = 10 if language == "zh" else 1  # its scale word is a tenth of a billion
        billions = _true(f"{a} {b} {year}") / 10 * tenfold
        slip = draw.random() < 0.01
        lines.append(
            FRAMES[language][part % 5].format(
                a=COUNTRIES[language][a],
                b=COUNTRIES[language][b],
                goods=GOODS[language][goods],
                year=year,
                v=_written(round(billions) if draw.random() < 0.2 else billions, language),
                w=_written(_true(f"{a} {year}") * tenfold, language),
                p=_written(1 + _true(f"growth {a} {year}") % 19 + 0.5, language),
                t=1000 + _true(f"{a} {b} {goods} {year}") * 10,
                scale=SCALES[language][slip],
                day=1 + _true(f"{a} {b}") % 28,
                n=_town(draw),
                m=_town(draw),
            )
        )
    return ("" if language == "zh" else " ").join(lines)


def articles(count: int) -> list[tradenews.Article]:
    """So many made-up articles, parsed."""
    return [tradenews.parse(article(number)) for number in range(count)]


def copies(every: list[tradenews.Article], count: int) -> list[tradenews.Article]:
    """The worst case: a few articles over and over, each time with a third of their figures."""
    return [
        attrs.evolve(one, id=f"{one.id}-{n}", figures=one.figures[n % 3 :: 3])
        for n, one in ((n, every[n % len(every)]) for n in range(count))
    ]


def _two(draw: Random) -> tuple[int, int]:
    """Two countries; the first ones of the list come up most often."""
    a, b = (min(int(draw.paretovariate(0.7)) - 1, 15) for _ in range(2))
    return (a, b) if a != b else (a, (b + 1) % 16)


def _town(draw: Random) -> str:
    """A name that stands nowhere else, so that no article reprints another."""
    return "".join(draw.choice("bdfgklmnprst") + draw.choice("aeiou") for _ in range(5)).capitalize()


def _true(what: str) -> int:
    """The amount that is right for something, from 101 to 997, always the same."""
    return 101 + crc32(what.encode()) % 897


def _written(value: float, language: str) -> str:
    text = f"{value:g}"
    return text.replace(".", ",") if language in ("de", "es") else text
