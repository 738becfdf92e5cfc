"""Words that name an actor of the text without its name: "the company", "both countries"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from attrs import define, field

from tradenews.lazy import regex
from tradenews.lexicon.forms import fold
from tradenews.lexicon.index import Lexicon
from tradenews.models.article import Block
from tradenews.models.span import Span
from tradenews.reading.introduced import (
    before_trade,
    firm_introduced,
    introduce,
    is_told,
    says_target,
    target_told,
    told_nouns,
)
from tradenews.reading.meant import (
    buyer_told,
    firm_of,
    is_definite,
    is_member,
    is_mutual,
    is_named,
    is_other_body,
    nation_told,
    says_buyer,
)
from tradenews.reading.sentence import Sentence
from tradenews.reading.takers import is_purchase, takes_over
from tradenews.scan.chain import Chain

_BACK = 3  # sentences
_PAIR = 2
_OPENING = 4  # sentences, title included, of which one names the second of two countries
_NEAR = 4  # links between a continent and a word of trade
_TITLES = "_aøTHlWA"  # what introduces the name of a company
_TIES = tuple("tqnuzyovb<=X")  # what ties it in: "with the bank X", "said X"
_OF_BLOC = regex("o_?[AaWE@ψ]")
_COUNTS = {"countries": 2, "countries3": 3}
_VERBS, _ACTED = tuple("lmVJYD"), tuple("Qb_tnuzθ")  # behind who acts, and behind an unknown verb
_BODY = {"company": ("company",), "government": ("government",), "organization": ("organization",)}


@define(eq=False)
class Scene:
    """Who has been named so far, sentence by sentence: ids in text order, and what kind each is.

    ``leaders`` are persons who speak for a country; ``sides`` are the countries named, by their leaders, too.
    """

    kinds: dict[str, str]
    leaders: dict[str, str] = field(factory=dict)
    homes: Mapping[str, str | None] = field(factory=dict)
    block: Block | None = None
    here: set[str] = field(factory=set)  # who is named in the paragraph at hand
    acting: list[list[str]] = field(factory=list)
    named: list[list[str]] = field(factory=list)
    sides: list[list[str]] = field(factory=list)
    counts: dict[str, int] = field(factory=dict)
    opens: bool = False  # does the sentence at hand open a paragraph?
    opening: tuple[str, ...] = ()  # the two countries with which the text begins
    places: dict[str, Span] = field(factory=dict)  # countries of the cities named at first, with these
    bodies: set[str] = field(factory=set)  # the organizations of the text so far
    titles: dict[str, str] = field(factory=dict)  # the companies, by the noun that introduced each
    nations: dict[str, str] = field(factory=dict)  # where they are from, by the adjective beside such a noun
    lands: set[str] = field(factory=set)  # the countries named by their own name

    def begin(self, block: Block) -> None:
        """The next sentence begins, in a ``block`` of the text."""
        self._note_opening()
        self.opens = block is not self.block
        if self.opens:
            self.block, self.here = block, set()
        self.named.append([])
        self.acting.append([])
        self.sides.append([])

    def _note_opening(self) -> None:
        """Whom the text begins with: the two countries that title and first sentences name, if no third."""
        if self.opening or self.block is None or self.block.kind != "paragraph" or len(self.sides) > _OPENING:
            return
        if len(self.counts) == _PAIR:
            self.opening = self.in_order(tuple(self.counts))

    def visit(self, chain: Chain) -> None:
        """Cities that the first sentences name stand for their country, where only one other is named."""
        if len(self.sides) <= _OPENING and self.block is not None and self.block.kind == "paragraph":
            for i in chain.find("°"):
                code = str(chain.values[i])
                if len(code) == _PAIR:
                    self.places.setdefault(code, Span(chain.starts[i], chain.ends[i]))

    def visited(self) -> tuple[str, ...]:
        """The only country named so far, and the only other one that a city was named of."""
        away = [code for code in self.places if code not in self.counts]
        if len(self.counts) != 1 or len(away) != 1:
            return ()
        self.kinds[away[0]] = "country"
        return (*self.counts, *away)

    def add(self, actor: str, *, ahead: bool = False, acts: bool = False) -> None:
        """``actor`` is named in the sentence at hand; ``counts`` tells how often countries are.

        One who takes over another goes ``ahead`` of those named before; ``acts`` tells that no preposition
        ties it in.
        """
        self.here.add(actor)
        if self.kinds.get(actor) == "organization":
            self.bodies.add(actor)
        self.named[-1].insert(0 if ahead else len(self.named[-1]), actor)
        if acts:
            self.acting[-1].append(actor)
        if actor in self.leaders:
            self.sides[-1].append(self.leaders[actor])
        if self.kinds.get(actor) in ("country", "bloc"):
            self.sides[-1].append(actor)
            self.counts[actor] = self.counts.get(actor, 0) + 1

    def recent(self, wanted: frozenset[str], sentences: int = _BACK) -> list[str]:
        """Ids of the kinds ``wanted`` in the last sentences, the latest sentence's first, each once."""
        found = [i for ids in reversed(self.named[-sentences:]) for i in ids if self.kinds.get(i) in wanted]
        return list(dict.fromkeys(found))

    def in_order(self, countries: Sequence[str]) -> tuple[str, ...]:
        """The countries in the order in which the text names them first."""
        told = dict.fromkeys(i for ids in self.sides for i in ids)
        return tuple(i for i in told if i in countries)

    def near(self, sentences: int) -> list[str]:
        """The countries and blocs of the last sentences in text order, each once."""
        return list(dict.fromkeys(i for ids in self.sides[-sentences:] for i in ids))

    def is_aside(self, near: Sequence[str]) -> bool:
        """Are two only one of those that the text begins with and a third, not told of right before?"""
        if len(set(near) & set(self.opening)) != 1:
            return False
        return self.opens or set(self.sides[-2]) != set(near)

    def first(self, wanted: frozenset[str]) -> str | None:
        """What the latest sentence that names one of the kinds names first."""
        for ids in reversed(self.named[-_BACK:]):
            for i in ids:
                if self.kinds.get(i) in wanted:
                    return i
        return None

    def house(self) -> str | None:
        """The company that "the company" means: that of the last sentence that names one.

        Where that names one only by the way, it is the one that acted before, if that is the text's first.
        A paragraph that names none returns to the text's first.
        """
        last, own = self.first(_COMPANY), self.owner()
        if own and not any(self.kinds.get(i) == "company" for i in self.here):
            return own
        near = self.acting[-_BACK:]
        if last is None or any(last in ids for ids in near):
            return last
        return own if own and any(own in ids for ids in near) else last

    def owner(self) -> str | None:
        """The company that acts first in the text: the one that it is about."""
        return next((i for ids in self.acting for i in ids if self.kinds.get(i) == "company"), None)

    def leading(self) -> str | None:
        """The country named most often so far, of several the one named first."""
        countries = [c for c in self.counts if self.kinds[c] == "country"]
        return max(countries, key=lambda c: self.counts[c], default=None)


COUNTRIES = frozenset({"country"})
_COMPANY, _ORGANIZATION = frozenset({"company"}), frozenset({"organization"})
BLOCS = frozenset({"bloc"})


def resolve_groups(
    sentences: Sequence[Sentence],
    kinds: dict[str, str],
    leaders: dict[str, str],
    homes: Mapping[str, str | None],
    lexicon: Lexicon,
) -> dict[str, list[Span]]:
    """Fills ``refs`` and ``groups`` for links tagged G; gives the mentions that single actors gained.

    "Bilateral trade" is that of "the two countries", too.
    """
    gained: dict[str, list[Span]] = {}
    scene = Scene(kinds, leaders, homes)
    mutual = tuple(lexicon.lines["name_words"].get("mutual", ()))
    for n, sentence in enumerate(sentences):
        chain = sentence.chain
        scene.begin(sentence.block)
        scene.visit(chain)
        for i in chain.find("I"):
            officer = bool(set(chain.tags[i + 1 : i + 3]) & set("O@"))
            if i not in sentence.refs and not officer and lexicon.also(chain.words(i), "G") == "organization":
                _gain(sentence, i, _body(scene), gained)  # 协会 alone
        told = set(told_nouns(chain, scene.titles, lexicon))
        for i in sorted({*chain.find("KGø"), *sentence.refs, *told}):
            if chain.tags[i] == "K" and is_mutual(chain, i, mutual):
                _pair_up(sentences[max(n - _PAIR, 0) : n + 1], i, scene)
            if (chain.tags[i] in "Gø" or (i in told and i not in sentence.refs)) and not is_named(chain, i):
                one = firm_introduced(chain, i, scene.titles, lexicon) if i in told else None
                if one is None and i in told and says_target(chain, i, lexicon, "parents"):
                    one = scene.owner()
                one = one or _meant(sentences[: n + 1], i, scene, lexicon)
                if one is None and chain.tags[i] == "G":
                    one = _resolve(sentence, i, scene)
                _gain(sentence, i, one, gained)
                scene.sides[-1] += sentence.groups.get(i, ())
                for each in set(sentence.groups.get(i, ())) & scene.places.keys() - scene.counts.keys():
                    scene.opening = sentence.groups[i]
                    gained.setdefault(each, [scene.places[each]])
            if i in sentence.refs and sentence.block.kind != "credit":
                scene.lands |= {sentence.refs[i]} if chain.tags[i] in "Ak" else set()
                firm = chain.tags[i] in "@E"
                house = scene.kinds.get(sentence.refs[i]) == "company"
                if house and (firm or is_told(chain, i, lexicon)):
                    scene.nations.update(_nation_beside(chain, i, sentence.refs[i]))
                if firm and house:
                    introduce(scene.titles, sentence.refs[i], chain, i, lexicon)
                if chain.tags[i] == "a" and (firm_meant := _people_of_firm(chain, i, scene, lexicon)):
                    sentence.refs[i] = firm_meant
                scene.add(
                    sentence.refs[i],
                    ahead=(buys := firm and takes_over(chain, i, lexicon)),
                    acts=buys or (firm and _is_untied(chain.tags, i)),
                )
    return gained


def _nation_beside(chain: Chain, i: int, firm: str) -> dict[str, str]:
    """The country of a company, by the adjective at its name or at the noun that means it."""
    beside = [k for k in (i - 1, i + 1) if k >= 0 and chain.tags[k : k + 1] == "a"]
    values = [chain.values[k] for k in beside if isinstance(chain.values[k], str)]
    return {firm: str(values[0])} if values else {}


def _people_of_firm(chain: Chain, i: int, scene: Scene, lexicon: Lexicon) -> str | None:
    """The company that "the Swiss" are who act, or one Swiss: "la suisse emploie"."""
    nation, follow = str(chain.values[i]), chain.tags[i + 1 : i + 2]
    words = lexicon.lines["name_words"]
    many, articles = words.get("plural_articles", ()), words.get("told_articles", ())
    before = fold(chain.words(i - 1)).replace("’", "'").rstrip("'").rpartition(" ")[2] if i else ""
    if before not in (*many, *articles) or follow not in _VERBS or " " in chain.words(i):
        return None
    homes = {f: scene.homes.get(f) or scene.nations.get(f) for f in scene.recent(_COMPANY, len(scene.named))}
    own = [firm for firm, home in homes.items() if home == nation]
    if many and before not in many:
        others = [firm for firm, home in homes.items() if home is None and firm != scene.owner()]
        return next(iter(own or others), None)
    acts = follow != "l" or chain.tags[i + 2 : i + 3] in _ACTED  # no "Danish government"
    return own[0] if len(own) == 1 and acts and nation not in scene.lands else None


def _gain(sentence: Sentence, i: int, one: str | None, gained: dict[str, list[Span]]) -> None:
    """Link ``i`` names ``one``, if anybody."""
    if one is not None:
        sentence.refs[i] = one
        gained.setdefault(one, []).append(Span(sentence.chain.starts[i], sentence.chain.ends[i]))


def _body(scene: Scene) -> str | None:
    """The organization named last, else the only one of the text."""
    one = scene.first(_ORGANIZATION)
    return next(iter(scene.bodies)) if one is None and len(scene.bodies) == 1 else one


def _meant(sentences: Sequence[Sentence], i: int, scene: Scene, lexicon: Lexicon) -> str | None:
    """The company that "the buyer" is in the last sentence, or "the Norwegian company"."""
    chain = sentences[-1].chain
    buys, bought = says_buyer(chain, i, lexicon), says_target(chain, i, lexicon)
    if (chain.values[i] != "company" and not bought) or is_member(chain, i):
        return None
    if buys or bought:
        chains = [sentence.chain for sentence in sentences]
        firms = [[f for f in ids if scene.kinds.get(f) == "company"] for ids in scene.named]
        if buys:
            return buyer_told(chains, firms, lexicon)
        sold = [is_purchase(each, len(named), lexicon) for each, named in zip(chains, firms, strict=True)]
        return target_told(firms, sold)
    nation = nation_told(chain, i, lexicon)
    if nation is None or not is_definite(chain, i, lexicon):
        return None
    return firm_of(nation, scene.recent(_COMPANY, len(scene.named)), scene.homes)


def _is_untied(tags: str, i: int) -> bool:
    """Does no preposition tie a name in?"""
    before = tags[: before_trade(tags, i)].rstrip(_TITLES)
    return before[-1:] not in _TIES or before == "o"  # "Der Pumpenhersteller Lorem"


def _is_of_continent(chain: Chain) -> bool:
    """Is trade that with a continent: "exports to Africa"?"""
    return any("K" in chain.tags[max(i - _NEAR, 0) : i + _NEAR] for i in chain.find("ψ"))


def _pair_up(near: Sequence[Sentence], i: int, scene: Scene) -> None:
    """Give the trade of two in the last sentence its countries, unless it names both, or others.

    With a whole continent nobody is one of two.
    """
    sentence = near[-1]
    if any(_is_of_continent(each.chain) for each in near):
        return
    refs = (ref for _, ref in sorted(sentence.refs.items()))
    own = tuple(dict.fromkeys(ref for ref in refs if scene.kinds.get(ref) in ("country", "bloc")))
    pair = _several(scene, _PAIR) if len(own) < _PAIR else ()
    if set(own) <= set(pair) and len(pair) == _PAIR and not sentence.groups:
        sentence.groups[i] = pair


def _resolve(sentence: Sentence, i: int, scene: Scene) -> str | None:
    """The one actor that group word ``i`` names; several are put into ``groups``."""
    value = str(sentence.chain.values[i])
    if value in _COUNTS and _OF_BLOC.match(sentence.chain.tags, i + 1):
        return None  # "with the countries of the EU"
    if value in _COUNTS:
        several = _several(scene, _COUNTS[value])
        if several:
            sentence.groups[i] = several
        return None
    if value == "country" and (other := _other(sentence, i, scene)) is not None:
        return other
    if value == "government" and sentence.chain.tags[i + 1 : i + 2] == "a" and i + 1 in sentence.refs:
        return sentence.refs[i + 1]  # "il governo angolano"
    if value == "government" and (host := scene.leading()) is not None:
        return host
    if value in ("country", "government"):
        return scene.first(COUNTRIES)
    if value == "bloc":
        found = scene.recent(BLOCS) or [i for i, kind in scene.kinds.items() if kind == "bloc"]
        return found[0] if len(found) == 1 else None
    if value == "neighbour":
        here = scene.first(COUNTRIES)
        others = [i for i in _main(scene, "country") if i != here]
        return others[0] if here is not None and len(others) == 1 else None
    if value == "company":
        return scene.house()
    if value == "organization" and is_other_body(sentence.chain.tags, i):
        return None  # "the association of Peruvian growers" is another one
    return _body(scene) if value == "organization" else scene.first(frozenset(_BODY.get(value, ())))


def _other(sentence: Sentence, i: int, scene: Scene) -> str | None:
    """Of two countries in a sentence, the one that "in the country" behind them means: not the first."""
    tags = sentence.chain.tags[max(0, i - 2) : i].rstrip("_")
    here = list(dict.fromkeys(c for c in scene.named[-1] if scene.kinds.get(c) == "country"))
    return here[1] if tags.endswith(("n", "t", "q")) and len(here) == _PAIR else None


def _main(scene: Scene, widest: str) -> list[str]:
    """The countries of the text so far in the order of their first mention; also blocs if ``widest``."""
    return [i for i in scene.counts if scene.kinds[i] in ("country", widest)]


def _several(scene: Scene, count: int) -> tuple[str, ...]:
    """The ``count`` countries spoken of last, where the sentences before leave no choice.

    Two that the text begins with are rather meant than one of them and a third.
    """
    two = scene.opening if count == _PAIR else ()
    for back in range(1, _BACK + 1):
        near = scene.near(back)
        if len(near) == count and (back == 1 or not scene.is_aside(near)):
            return scene.in_order(near)
        if len(near) > count:
            break
    others = set(scene.near(_BACK)) - set(two)
    if two and (len(others) < count or set(two) & set(scene.near(_BACK))):
        return two
    if count == _PAIR and (two := scene.visited()):
        return two
    for widest in ("bloc", "country"):
        whole = sorted(_main(scene, widest), key=lambda c: -scene.counts[c])
        pair = tuple(whole[:_PAIR])
        if widest == "bloc" and count == _PAIR and not _is_bloc_among(pair, scene):
            continue
        if len(whole) == count or (len(whole) > count == _PAIR and _leads(whole, scene)):
            return scene.in_order(whole[:count])
    return ()


def _is_bloc_among(pair: tuple[str, ...], scene: Scene) -> bool:
    """Is one of the two named most a bloc, and both about as often?"""
    counts = [scene.counts[i] for i in pair]
    return any(scene.kinds[i] == "bloc" for i in pair) and counts[-1] * _PAIR >= counts[0]


def _leads(often: list[str], scene: Scene) -> bool:
    """Are the two countries named most named clearly more often than the third?"""
    counts = [scene.counts[c] for c in often[:3]]
    return counts[1] >= 2 * counts[2]
