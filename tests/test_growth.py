"""One long text: no function is called four times as often where the text is twice as long."""

import cProfile
from collections.abc import Iterable

import pytest

import tradenews

SENTENCES = 200
MANY, STEEP = 1000, 2.6  # calls that count; how many times as many for a text twice as long are too many

# What stands once, and what is repeated behind it: sentences that look back at what was said before.
TEXTS = {
    "an order won": (
        "en",
        "Orvex Ltd won an order from Chile.\n\n",
        "Orvex Ltd got an order worth $5 million in May.\n\n",
    ),
    "one paragraph below a heading": (
        "en",
        "Kenya and Ghana trade.\n\n",
        "Kenya's exports rose 5 percent to $3 million in trade with Ghana. ",
    ),
    "two countries": ("en", "", "Kenya's exports rose 5 percent. Ghana grew. "),
    "a result and shares": (
        "en",
        "",
        "Lorem posted a net loss of $5 million. Lorem shares fell 3 percent. ",
    ),
    "companies in lists": ("en", "", "Lorem and Ipsum Ltd. and Dolor Group grew 5 percent. "),
    "one sentence of purchases": ("en", "", "Orvex Ltd buys Halden Group and "),
    "one sentence of offers": ("en", "", " offered Chile a treaty"),
    "one sentence of causes": ("en", "", "exports rose 5 percent as imports fell, "),
    "compounds with articles": ("de", "", "der Lorem-Verkauf Lorem stieg um 5 Prozent. "),
    "loans": ("de", "", "Die Weltbank gibt Kenia 5 Millionen Dollar. Kenia will damit Straßen bauen. "),
    "asides": ("es", "", " –que exporta cobre– creció 5 %" * 2),
    "duties": ("fr", "", "Les États-Unis imposent 25 % à la Chine. Les droits frappent 5 milliards. "),
    "months": ("it", "", "A marzo l'export è salito del 5% a 3 milioni. Ad aprile è sceso a 2 milioni. "),
    "lists of countries": ("nl", "", "De uitvoer naar Kenia steeg met 5 procent, die naar Ghana met 3. "),
    "prices": ("pt", "", "A soja subiu 5% para 300 dólares por tonelada. O milho caiu 3%. "),
    "no blanks": ("zh", "", "宏远科技公司将向海达集团供应20列火车。出口增长5%，进口下降3%。"),
    "blocks": ("en", "", "Kenya: 5 million\n\n- tea: 3 million\n\n"),
}


def calls(text: str, language: str) -> dict[object, int]:
    """How often each function is called while a text is read."""
    profile = cProfile.Profile(builtins=True)
    profile.enable()
    tradenews.parse(text, language=language)
    profile.disable()
    profile.create_stats()
    stats: dict[object, tuple[int, ...]] = profile.stats  # type: ignore[attr-defined]
    return {function: counted[1] for function, counted in stats.items()}


@pytest.mark.parametrize(("language", "head", "unit"), TEXTS.values(), ids=list(TEXTS))
def test_twice_the_text_twice_the_calls(language: str, head: str, unit: str) -> None:
    tradenews.parse(head + unit * 9, language=language)  # what is made once for a language
    once, twice = (calls(head + unit * n * SENTENCES, language) for n in (1, 2))
    steep = list(_steep(once, twice))
    assert not steep, steep


def _steep(once: dict[object, int], twice: dict[object, int]) -> Iterable[tuple[object, int, int]]:
    for function, count in twice.items():
        if count > MANY and count > STEEP * once.get(function, 0):
            yield function, once.get(function, 0), count
