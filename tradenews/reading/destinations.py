"""Cities that goods are sent to: they stand for their countries, which no word names.

"Kenya shipped 300 tonnes to Dublin": Ireland is the partner of the figure, though no actor comes of it.
"""

from __future__ import annotations

from collections.abc import Collection

from tradenews.lazy import regex
from tradenews.lexicon.forms import UNSPACED
from tradenews.reading.sentence import Sentence
from tradenews.scan.chain import Chain

_BACK = 16  # links from a word of selling to where the goods go
_SENT = regex(r"(?P<told>[KJ])[^KJAak@Gs;:¬v]{0,12}t_?$")
_SENDS = regex("[lT]{0,3}(?P<told>[KJ])")  # 向都柏林出口
_CODE = 2  # letters of the code of a country


def settle_destination(sentence: Sentence, link: int, near: Collection[str]) -> None:
    """Make a city that goods go to a mention of its country for the figures of this sentence.

    One of the countries ``near`` is such only where another country is named beside it: who sends goods to a
    city without being said to be foreign is from there.
    """
    chain = sentence.chain
    code = str(chain.values[link])
    if len(code) != _CODE or chain.tags[link] != "°" or not _is_sent_to(chain, link):
        return
    others = (str(chain.values[i]) for i in chain.find("Aa") if i != link)
    if code in near and all(each == code for each in others):
        return
    sentence.refs[link] = code
    chain.tags = f"{chain.tags[:link]}A{chain.tags[link + 1 :]}"


def _is_sent_to(chain: Chain, link: int) -> bool:
    """Does a word of selling stand before a place with "to", and an amount beside it in the sentence?"""
    if "Q" not in chain.tags:
        return False
    if chain.text[chain.starts[link]] >= UNSPACED:
        sent = _SENDS.match(chain.tags, link + 1) if chain.tags[max(link - 1, 0) : link] == "t" else None
    else:
        sent = _SENT.search(chain.tags, max(link - _BACK, 0), link)
    return sent is not None and str(chain.values[sent.start("told")]).startswith("exports")
