"""What a contract is about: who orders reports, who delivers is the partner, on all that it counts."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from tradenews.lexicon.index import Lexicon
from tradenews.models.actor import Actor
from tradenews.reading.deal_planned import by_sentence
from tradenews.reading.draft import Draft
from tradenews.reading.figure_intake import is_intake
from tradenews.reading.sentence import Sentence

_TURNED = "kind.ordered"
_CONTRACT, _PAIR = "contract", 2
_SURE = frozenset(("who.orders", "who.seller", "who.contractor", "who.buyer"))  # told by words
_DEALT = frozenset(("count", "deal_value"))
_UNSAID = frozenset(("who.topic", "who.sentence", "who.leader", "who.carried", "who.deal"))
_LOOSE = _UNSAID | {"who.subject"}
_OPENING = 4  # sentences that may tell of a contract before it is named
_GOES_ON = 2  # sentences in which a contract is still spoken of
_FREE = _UNSAID | {"who.none", "who.aside"}
_VALUE = "deal_value"
_FLOWS = frozenset(("exports", "imports", "sales"))
_MADE = "production"  # by what is delivered: the buyer's alone
_PEOPLE = frozenset(("company", "person", "guest", "job", "country", "meeting", "deal"))
_BUILT = frozenset(("length", "power"))  # dimensions of what is built
_SOLD = frozenset(("mass", "volume", "area"))
_MEASURED = _BUILT | {"area", "mass", "volume"}


def assign_ordered(
    figures: Sequence[Draft],
    deals: Sequence[Draft],
    actors: Sequence[Actor],
    sentences: Sequence[Sentence],
    lexicon: Lexicon,
) -> None:
    """Set the sides of what is ordered by contracts between two, as the whole text tells who delivers."""
    states = {actor.id for actor in actors if actor.kind in ("country", "bloc")}
    named = Counter(ref for sentence in sentences for ref in sentence.refs.values())
    between, within = _by_sides(figures), by_sentence(figures)
    starts = [sentence.span.start for sentence in sentences]
    homes = {actor.id: actor.country for actor in actors}
    for figure in figures:
        _turn_abroad(figure, homes, states)
    for deal in deals:
        pair = _pair(deal, states) if deal.get("kind") == _CONTRACT else []
        if len(pair) != _PAIR or states.issuperset(pair):
            continue
        at = sorted({bisect_right(starts, each.start) - 1 for each in deal.get("evidence")} - {-1})
        for i in at:
            _face(within.get(starts[i], ()), pair)
        theirs = between.get(frozenset(pair), [])
        buyer = _ordering(theirs) or _acting([sentences[i] for i in at], pair)
        buyer = buyer or _less_named(pair, named, states)
        if buyer is None:
            _prepay(
                [f for i, _ in _on_it(at, sentences, {*pair, *states}) for f in within.get(starts[i], ())],
                theirs,
            )
            continue
        turned = [f for f in theirs if f.get("reporter") != buyer and f.get("kind") in _DEALT]
        seller = pair[pair[0] == buyer]
        if states.isdisjoint(pair):
            turned += _sold_abroad(figures, buyer, seller, homes, lexicon)
        for figure in theirs:
            if figure.get("reporter") == buyer and figure.reasons["kind"].rule == _TURNED:
                figure.set("kind", "imports", _TURNED, figure.reasons["kind"].span)
        for i, inside in _on_it(at, sentences, {*pair, *states}):
            told = within.get(starts[i], [])
            turned += [figure for figure in told if _is_of_it(figure, pair, inside, lexicon)]
        for figure in turned:
            if is_intake(figure):
                _free(figure)
            elif not _is_sure(figure):
                figure.set("reporter", buyer, "who.orders")
                figure.set("partner", None if figure.get("kind") == _MADE else seller, "who.seller")


def _free(figure: Draft) -> None:
    """Take from orders of many the customer of the one contract told before."""
    if figure.reasons["partner"].rule in _UNSAID:
        figure.set("partner", None, "who.none")


def _turn_abroad(figure: Draft, homes: Mapping[str, str | None], states: set[str]) -> None:
    """Goods that one company sells to another one are exports, unless both are known to be of one country."""
    one, other = figure.get("reporter"), figure.get("partner")
    if figure.get("kind") != "sales" or figure.get("form") != "level" or None in (one, other):
        return
    sold = figure.get("amount").dimension in _SOLD and states.isdisjoint((one, other))
    if sold and (homes.get(one) is None or homes.get(one) != homes.get(other)):
        figure.set("kind", "exports", _TURNED, figure.reasons["kind"].span)


def _sold_abroad(
    figures: Iterable[Draft], buyer: str, seller: str, homes: Mapping[str, str | None], lexicon: Lexicon
) -> list[Draft]:
    """What the seller delivers to the country of who orders: "Lorem supplies 40 coaches to Azerbaijan"."""
    home = homes.get(buyer)
    told = [f for f in figures if f.get("reporter") == seller and f.get("form") == "level"]
    told = [f for f in told if f.reasons["reporter"].rule == "who.subject"]
    told = [f for f in told if homes.get(f.get("partner")) and f.get("partner") != homes.get(seller)]
    return [f for f in told if home in (None, f.get("partner")) and _is_ordered(f, lexicon)]


def _by_sides(figures: Iterable[Draft]) -> dict[frozenset[str | None], list[Draft]]:
    """The figures by reporter and partner."""
    found: dict[frozenset[str | None], list[Draft]] = {}
    for figure in figures:
        found.setdefault(frozenset((figure.get("reporter"), figure.get("partner"))), []).append(figure)
    return found


def _pair(deal: Draft, states: set[str]) -> list[str]:
    """The two companies of a contract, without the countries that they are from; else all its parties."""
    ids = [party.actor for party in deal.get("parties")]
    firms = [id for id in ids if id not in states]
    return firms if len(firms) == _PAIR else ids


def _ordering(figures: Iterable[Draft]) -> str | None:
    """Who of the two a sentence says orders."""
    return next((str(figure.get("reporter")) for figure in figures if _is_sure(figure)), None)


def _prepay(told: Iterable[Draft], figures: Iterable[Draft]) -> None:
    """Give parts of the sum of a contract its sides: "15 percent is paid in advance"."""
    whole = next((f for f in figures if f.get("kind") == _VALUE and f.get("form") == "level"), None)
    if whole is None:
        return
    for figure in told:
        part = figure.get("kind") == _VALUE and figure.get("form") == "share"
        if part and figure.get("partner") is None and figure.reasons["reporter"].rule in _UNSAID:
            figure.set("reporter", whole.get("reporter"), "who.orders")
            figure.set("partner", whole.get("partner"), "who.seller")


def _acting(told: Iterable[Sentence], pair: Sequence[str]) -> str | None:
    """Who of the two buys, by a word of trade behind the first: "X signed with Y for the purchase of"."""
    for sentence in told:
        links = [link for link, ref in sorted(sentence.refs.items()) if ref in pair]
        first = sentence.refs[links[0]] if links else None
        for i in sentence.chain.find("KJ", links[0]) if links else ():
            value, verb = str(sentence.chain.values[i]), sentence.chain.tags[i] == "J"
            if value.startswith("imports"):
                return first
            if value.startswith("exports") and verb:
                return pair[pair[0] == first]
    return None


def _less_named(pair: Sequence[str], named: Mapping[str, int], states: set[str]) -> str | None:
    """The one whom the text only names as the customer of the other, of which it tells; or a country."""
    if not states.isdisjoint(pair):
        return next(each for each in pair if each in states)
    first, second = sorted(pair, key=lambda each: -named[each])
    return second if named[first] > named[second] else None


def _on_it(at: Sequence[int], sentences: Sequence[Sentence], known: set[str]) -> Iterator[tuple[int, bool]]:
    """The sentences that tell of a contract, or open the text with it: True; those right behind: False.

    None but the first may name anybody else.
    """
    opening = range(at[0]) if at and at[0] <= _OPENING else ()
    yield from ((i, True) for i in opening if known.issuperset(sentences[i].refs.values()))
    for i in at:
        yield i, True
        for behind in range(i + 1, min(i + 1 + _GOES_ON, len(sentences))):
            if behind in at or not known.issuperset(sentences[behind].refs.values()):
                break
            yield behind, False


def _is_of_it(figure: Draft, pair: Sequence[str], inside: bool, lexicon: Lexicon) -> bool:
    """Does a sentence on the contract measure what is ordered, with only one of the two?"""
    rule = figure.reasons["reporter"].rule
    if figure.get("reporter") not in pair or figure.get("partner") is not None:
        return False
    if figure.get("kind") == _VALUE and figure.get("form") == "share":
        return rule in _UNSAID  # "15 percent is paid in advance"
    if rule not in (_LOOSE if inside else _UNSAID) or figure.get("form") != "level":
        return False
    if figure.get("kind") == "count":
        return _is_ordered(figure, lexicon)
    if figure.get("kind") == _MADE:
        return figure.get("amount").dimension in _MEASURED
    measured = figure.get("amount").dimension in (_MEASURED if inside else _BUILT)
    return measured and figure.get("kind") == "other"


def _face(told: Iterable[Draft], pair: Sequence[str]) -> None:
    """Give goods that a contract says one of the two sells or buys the other one as partner."""
    for figure in told:
        one, rule = figure.get("reporter"), figure.reasons["partner"].rule
        if one not in pair or figure.get("partner") is not None or rule not in _FREE:
            continue
        goods = figure.get("amount").dimension in _SOLD and figure.get("form") == "level"
        if goods and figure.get("kind") in _FLOWS:
            figure.set("partner", pair[pair[0] == one], "who.deal")


def _is_ordered(figure: Draft, lexicon: Lexicon) -> bool:
    """Are goods counted, no persons or companies?"""
    counted = figure.get("counted") or ""
    entry = lexicon.word(counted) or lexicon.word(counted.rpartition(" ")[2])
    return figure.get("kind") == "count" and (entry is None or entry.value not in _PEOPLE)


def _is_sure(figure: Draft) -> bool:
    """Do words of the sentence tell who orders?"""
    return figure.reasons["reporter"].rule in _SURE
