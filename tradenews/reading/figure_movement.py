"""Words that say up or down, and which of them an amount moves by."""

from __future__ import annotations

from typing import Final

from attrs import define

from tradenews.grammar.particles import PARTICLE
from tradenews.lazy import regex
from tradenews.lexicon.forms import UNSPACED, fold
from tradenews.lexicon.index import Lexicon
from tradenews.reading.clauses import Layout, particle_value
from tradenews.scan.chain import Chain

UP, DOWN, FLAT, SAME = 1, -1, 0, 2
_DIRECTIONS: Final = {"up": UP, "down": DOWN, "flat": FLAT, "same": SAME}
_BEYOND: Final = {"over": UP, "at_least": UP, "under": DOWN, "at_most": DOWN}
_OTHERS: Final = "KJQTF,;"  # words of something else than the movement
_OF_FLOW: Final = regex(
    "[on]_?[laAT@W°X]{0,3}K(?:[aA]|[on]_?[aAT@W°X]{1,2}|[tqu]_?[lH]?[aAG@W°Xψl]{1,2}){0,2}[lθn]{0,3}"
)
_EQUALS: Final = "share equals"  # "equal to": a part only where nothing moves
ADVERBS = '_be"'
PREPOSITIONS = '_be"yonutq'
_BRACKETS = regex("‹[^›]{0,20}›")
_PARALLEL: Final = regex("((?:t[_b]?Q)?&[_ol]{0,2}a?T?K[laATn_oθzyb]{0,6}Q)(?:t[_b]?Q)?(?=[Vb])")
_COMPARED = tuple("=QNb")
_RULE = regex("[_la]{0,2}D")
_STILL = regex("Vl?[ou]?$")
_SO_FAR = regex("l?[,y]")
_MOST = regex("V[_o]$")
_MOST_OF = regex("[,;s&¬lJ‹¶V]|[nz]_?[Aak_K]|$")
_LESS_GOODS = regex("Qo?_?[aA]?[TK][aAl]?[on]?$")
_SWING = regex("t[_l]{0,2}(?P<new>[VK])[oyn_b']{0,3}Q")
_FAR = 40
_SOON = 6
_DATED_BY: Final = regex("(?:[nzl]?_?θ,?){1,2}(?<!,)[on]_?b?")
_DATED: Final = frozenset("nθ_")  # what may stand between a verb and the comma behind it


@define(unsafe_hash=True)
class Movement:
    """A word that says up or down: its link, direction (None: it only says "reached").

    ``of`` is the one amount that it can be of: "3 percent more than 5 tonnes"; None where it is free.
    ``bound`` tells that right before an amount it is a bound instead: "above 5 tonnes", ``noun`` that it is
    one for growth: "demand growth", ``judged`` one for better or worse: a deficit that worsens grows.
    """

    link: int
    direction: int | None
    of: int | None = None
    bound: bool = False
    noun: bool = False
    judged: bool = False

    def noun_of(self, link: int, tags: str) -> bool:
        """Does an amount stand right at the word: "a 5 percent gain", "minus 5 percent"?"""
        return self.link == link - 1 or (self.link == link + 1 and tags[link - 1 : link] == "_")


def read_movements(layout: Layout, lexicon: Lexicon) -> list[Movement]:
    """The movement words of a sentence; particle verbs take their direction from the clause's last word."""
    chain = layout.chain
    compared = frozenset(lexicon.lines.get("directions", {}).get("more or less", ()))
    sizes = tuple(lexicon.lines.get("directions", {}).get("of size", ()))
    found: list[Movement] = []
    for i in chain.find("VbQYK"):
        value = chain.values[i]
        if chain.tags[i] == "Q":
            found += _swallowed(layout, i)
        elif chain.tags[i] == "K":
            if (way := _DIRECTIONS.get(value.split(" ")[-1])) is not None:
                found.append(Movement(i, way))
        elif chain.tags[i] == "Y":
            moved = lexicon.also(chain.words(i), "V") if isinstance(value, str) else None
            if moved in _DIRECTIONS:
                found.append(Movement(i, _DIRECTIONS[moved]))
        elif chain.tags[i] == "b":
            if _closes_verb(chain, i) or _is_governed(chain, i):
                continue
            if i and chain.tags[i - 1] == "Q" and value in _BEYOND:
                found.append(Movement(i, _BEYOND[value], i - 1))
            elif value in _BEYOND and (of := _goods_less(chain, i)) is not None:
                found.append(Movement(i, _BEYOND[value], of))
        elif _is_idle(chain, i, compared, sizes):
            continue
        elif value.startswith(PARTICLE):
            if (way := _DIRECTIONS.get(particle_value(chain, i, value) or "")) is not None:
                found.append(Movement(i, way))
        else:
            of = _goods_less(chain, i) if fold(chain.words(i)) in compared else None
            found.append(_movement(chain, i, of, lexicon))
    return found


def _movement(chain: Chain, i: int, of: int | None, lexicon: Lexicon) -> Movement:
    """The movement that a plain word of it at link ``i`` tells."""
    words, folded = lexicon.lines.get("directions", {}), fold(chain.words(i))
    bound = i + 1 < len(chain) and chain.tags[i + 1] in "_Q" and _also_bound(chain, i, lexicon)
    noun = chain.words(i).lower().endswith(tuple(words.get("growth", ("\0",))))
    judged = any(each in folded for each in words.get("better or worse", ()))
    way = _DIRECTIONS.get(chain.values[i].split(" ")[0])
    return Movement(i, way, of, bound=bound, noun=noun, judged=judged)


def _is_governed(chain: Chain, i: int) -> bool:
    """Does "under" name an agreement: "12,000 tonnes under the deal"?"""
    return chain.values[i] == "under" and _RULE.match(chain.tags, i + 1) is not None


def _is_most(chain: Chain, i: int, compared: frozenset[str]) -> bool:
    """Is "more" only "the most": "ce sont ceux qui reculent le plus, de 5 %", "a scendere di più sono"?"""
    most = _MOST.search(chain.tags, max(i - 2, 0), i) and _MOST_OF.match(chain.tags, i + 1)
    return bool(most) and fold(chain.words(i)).rpartition(" ")[2] in compared


def _closes_verb(chain: Chain, i: int) -> bool:
    """Is "under" behind goods the end of a verb: "brachten nur 1.400 Tonnen unter."?"""
    if chain.tags[i - 1 : i] != "Q" or chain.tags[i + 1 : i + 2] not in ("", "s", ",", ";"):
        return False
    verb = " " not in chain.words(i) and "θ" not in chain.tags[i - 2 : i]
    return (
        verb and chain.values[i - 1].amount.dimension not in ("ratio", "money") and chain.values[i] == "under"
    )


def _is_idle(chain: Chain, i: int, compared: frozenset[str], sizes: tuple[str, ...]) -> bool:
    """Does a comparative move no amount: "the most", "fell even more", "six smaller ships"?"""
    degree = compared and (_is_most(chain, i, compared) or _is_slower(chain, i, compared))
    return bool(degree) or _is_trait(chain, i, sizes, compared)


def _is_trait(chain: Chain, i: int, sizes: tuple[str, ...], compared: frozenset[str]) -> bool:
    """Does a comparative tell what counted things are: "six smaller ships", "six navires plus petits"?"""
    if chain.tags[i - 1 : i] != "Q" or chain.values[i - 1].amount.unit != "count":
        return False
    word = fold(chain.words(i))
    if word in compared:
        return (
            chain.tags[i + 1 : i + 2] == "l"
            and " " not in word
            and chain.tags[i + 2 : i + 3] not in _COMPARED
        )
    return word.startswith(sizes) if sizes else False


def _is_slower(chain: Chain, i: int, compared: frozenset[str]) -> bool:
    """Does "less" only say how far something moved: "è cresciuto meno, del 4 %", "fell even more, by 4"?"""
    if _SO_FAR.match(chain.tags, i + 1) is None or fold(chain.words(i)) not in compared:
        return False
    return _STILL.search(chain.tags, max(i - 3, 0), i) is not None


def _goods_less(chain: Chain, i: int) -> int | None:
    """The amount of goods named before "less": "12 % d'agneaux en moins"."""
    goods = _LESS_GOODS.search(chain.tags, max(i - _SOON, 0), i)
    return goods.start() if goods is not None else None


def _also_bound(chain: Chain, i: int, lexicon: Lexicon) -> bool:
    """Can a movement word also say "more than"?"""
    return lexicon.also(chain.words(i), "b") is not None


def _swallowed(layout: Layout, i: int) -> list[Movement]:
    """ "6 percent more than the 7 tonnes": the bound of the second amount is a movement of the first."""
    value = layout.chain.values[i]
    evidence = value.evidence
    if evidence is None or evidence.start >= layout.chain.starts[i]:
        return []
    before = layout.before(i, ADVERBS)
    if layout.tag(before) != "Q":
        return []
    way = _BEYOND.get(value.amount.bound)
    return [] if way is None else [Movement(before, way, before)]


def best_movement(layout: Layout, link: int, movements: list[Movement]) -> tuple[Movement, int] | None:
    """The nearest movement word of the clause, with its distance (0: it stands right at the amount)."""
    owner = layout.owner[link]
    rated = [
        (_distance(layout, link, m), -m.link, m)
        for m in movements
        if layout.owner[m.link] == owner
        and m.direction is not None
        and not _of_another(layout, link, m)
        and not _leaves(layout, link, m)
        and not _stands_aside(layout, link, m)
        and not _is_closed(layout.chain.tags, link, m.link)
    ]
    if not rated:
        return None
    distance, _, movement = min(rated, key=lambda r: r[:2])
    return movement, distance


def _stands_aside(layout: Layout, link: int, movement: Movement) -> bool:
    """Does a word stand between two commas, as in "rose, despite lower prices, by 5"?"""
    tags, last = layout.chain.tags, layout.before(link, ADVERBS) - 1
    if last < 1 or tags[last : last + 2] != ",y":
        return False
    first = tags.rfind(",", 0, last)
    verb = tags.rfind("V", 0, max(first, 0))
    return 0 <= verb < first < movement.link < last and set(tags[verb + 1 : first]) <= _DATED


def _is_closed(tags: str, link: int, word: int) -> bool:
    """Is it the verb of a clause with an amount of its own, which a comma has closed?

    "Im Mai stiegen die Ausfuhren, die im April um 2 Prozent gesunken waren, um 3 Prozent".
    """
    last = tags.find(",", word, link)
    first = tags.rfind(",", 0, word) if last >= 0 else -1
    if first < 0 or "Q" in tags[last:link]:
        return False
    return "Q" in tags[first:word] and "V" in tags[:first]


def _leaves(layout: Layout, link: int, movement: Movement) -> bool:
    """Is an amount before the verb the old level: "the rate of 15 percent falls to 7 percent"?"""
    if movement.link <= link or layout.tag(layout.before(link)) == "y":
        return False
    new = layout.after(layout.after(movement.link), ADVERBS)
    if layout.tag(layout.after(movement.link)) != "t" or layout.tag(new) != "Q":
        return False
    values = layout.chain.values
    same: bool = values[new].amount.unit == values[link].amount.unit
    nouns = movement.noun_of(link, layout.chain.tags) and layout.tag(new + 1) == "V"
    return same and not nouns  # not "from a 5 percent gain to a 2 percent loss"


def _of_another(layout: Layout, link: int, movement: Movement) -> bool:
    """Does a word behind the amount belong to a later amount: "3.5 percent, 2 points less"?"""
    swing = _SWING.match(layout.chain.tags, link + 1) if movement.link > link else None
    if swing is not None and swing.start("new") == movement.link:
        return True  # "from plus 3 to minus 1 percent", "from a rise of 3 to a fall of 1"
    if layout.chain.tags.startswith(",VQ", link + 1) and movement.link == link + 2:
        return True  # "11.8 percent, down 0.7 points"
    if movement.of is not None:
        return movement.of != link and layout.chain.tags[link + 1 : movement.of].strip(ADVERBS) != "&"
    between = _BRACKETS.sub("", layout.chain.tags[link + 1 : movement.link])
    if "Q" in between and movement.link in _closing(layout, link):
        between = between.replace("Q", "", 1).strip("tq")
    if between.startswith(",") and between.endswith("Q") and "&" not in between:
        return True  # "a 3,5%, 2 puntos menos"
    return "Q" in between and bool(between.strip(ADVERBS + ",&Q"))


def _closing(layout: Layout, link: int) -> range:
    """The links where a verb may stand that closes "by 5 to 7 ..." or "from 5 to 7 ...": right behind it."""
    new = layout.chain.tags.find("Q", link + 1)
    if new < 0 or layout.tag(layout.before(new, ADVERBS)) not in ("t", "q"):
        return range(0)
    last = new + 1
    while last < new + _SOON and layout.tag(last) not in ("o", "m", ""):
        last += 1
    return range(new + 1, last)  # not "in view of an expected cut"


def _distance(layout: Layout, link: int, movement: Movement) -> int:
    tags, v = layout.chain.tags, movement.link
    if v == link or movement.of == link:
        return 0
    if movement.bound and v < link:
        return _FAR
    if v > link:
        between = _BRACKETS.sub("", tags[link + 1 : v]).strip('_"')  # "a 5 million (8 percent) rise"
        ratio = layout.chain.values[link].amount.dimension == "ratio"
        if not between or between in ("o", "t") or (ratio and between in ("n", "y")):
            return 0
        return 3 + len(between) + 4 * between.count("Q") + 3 * between.count(",") + 2 * between.count("&")
    between = tags[v + 1 : link]
    if "θ" in between:  # "un aumento interanual de 4 por ciento"
        values = layout.chain.values
        between = "".join(
            tags[i] for i in range(v + 1, link) if tags[i] != "θ" or not getattr(values[i], "compared", False)
        )
    rest = between.strip(PREPOSITIONS)
    if not rest:
        return 1
    if between[0] in "no" and between[-1] == "y" and not set(rest) & set("VQ,;:&"):
        return 2  # "a rise in fruit exports by 5 percent outweighed the fall"
    if rest == "Q" or rest.strip(PREPOSITIONS + ",") in ("Q&", "&Q", "Q"):
        return 3
    return 2 + len(rest) + 3 * rest.count("Q") + 2 * rest.count(",")


def shared_end(link: int, layout: Layout, movements: list[Movement]) -> tuple[Movement, int] | None:
    """The word behind two parallel changes: "exports were 4 percent and imports 18 percent higher"."""
    parallel = _PARALLEL.match(layout.chain.tags, link + 1)
    if parallel is None or layout.chain.values[parallel.end(1) - 1].amount.dimension != "ratio":
        return None
    return next(((m, 0) for m in movements if m.link == parallel.end() and m.direction), None)


def by_behind_date(link: int, layout: Layout, movement: Movement) -> bool:
    """Does a period part a verb from what it moved by: "ont reculé en mai de 3 milliards"?"""
    chain = layout.chain
    spaced = chain.text[chain.starts[movement.link]] < UNSPACED
    between = _DATED_BY.fullmatch(chain.tags, movement.link + 1, link) if movement.link < link else None
    return spaced and between is not None


def _reached(value: object) -> bool:
    """Is this the value of a verb of reaching: "amounted to"?"""
    return str(value).split(" ")[0] == "to"


def amounts_to(link: int, layout: Layout, movement: Movement) -> bool:
    """Is money what a fall or a rise comes to: "the drop amounted to 5 million", "betrug das Minus 5"?"""
    verb = movement.link - 2
    if layout.tag(movement.link - 1) != "_" or movement.link > link:
        return False
    turned = layout.tag(verb) == "V" and _reached(layout.chain.values[verb])
    return (turned and "Q" not in layout.chain.tags[verb:link]) or came_to(link, layout, movement)


def came_to(link: int, layout: Layout, movement: Movement) -> bool:
    """Is a percentage what a movement "came to": "the drop in exports amounted to 14 percent"?

    Also what it is "equal to", which right at an amount says nothing of a part.
    """
    tags, values = layout.chain.tags, layout.chain.values
    last = next((i for i in layout.links(link, "VF") if movement.link < i < link), None)
    if last is None or not (values[last] == _EQUALS if tags[last] == "F" else _reached(values[last])):
        return False
    between = tags[movement.link + 1 : last]
    if set(tags[last + 1 : link]) & set(_OTHERS):
        return False
    return not set(between) & set(_OTHERS) or _OF_FLOW.fullmatch(between) is not None
