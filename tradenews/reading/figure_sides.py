"""The actors of a sentence as sides of a figure: who is named, and by which small word they are tied in.

A country or bloc stands for itself, a government for its country, a company or organization for itself;
a person stands for a country only as its ``chief``. What ties a side in is its ``via``: a preposition ("to
Mexico": ``to``), its noun ("Mexican exports": ``own``; "Mexican tomatoes": ``goods``; "Mexico's share":
``share``; "Mexican origin": ``trait``), or nothing (``""``: a subject or object).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from attrs import define

from tradenews.lazy import regex
from tradenews.lexicon.forms import UNSPACED
from tradenews.lexicon.index import Lexicon
from tradenews.models.actor import Actor
from tradenews.models.amount import Amount
from tradenews.reading.figure_around import told_around
from tradenews.reading.figure_before import market_tie, tie_before
from tradenews.reading.figure_expecting import expects, is_asked
from tradenews.reading.figure_hubs import hub_at, tie_of_hub
from tradenews.reading.figure_nouns import (
    comes_after,
    foresees,
    goes_there,
    governs,
    has_genitive,
    imposes,
    is_bare_firm,
    is_expert,
    is_genitive,
    is_given,
    is_made_in,
    is_owner,
    is_partner,
    is_people,
    is_receiver,
    is_seller,
    is_sold_to,
    is_threatened,
    noun_after,
    noun_before,
    replaces_noun,
    reports,
)
from tradenews.reading.figure_prepositions import PREPOSITIONS, Via, tail_tie, word_tie
from tradenews.reading.figure_seated import is_seated, made_there
from tradenews.reading.figure_suffering import suffers
from tradenews.reading.sentence import Sentence
from tradenews.scan.chain import Chain

Nature = Literal["state", "firm", "body"]

_NOUNS: dict[str, Via] = {"own": "own", "goods": "goods", "share": "share", "office": "office"}
_JOINTS = frozenset(',&_"/-')  # what joins the members of a list
_LISTED = regex("(?P<tie>[tq])A(?:,A)*,$")
_KIND_AFTER = regex("θ?T?K")
_PART_OF_FLOW = regex("b?Qo[Tl]{0,4}K")  # 中国28%的玻璃出口
_ONE_OF = regex("-H[Aa](?![,&])")  # "die EU-Staaten Polen (5), Ungarn (6)"
_MARKS = ',;:"v¬'
_HEADS = ("K", "T", "H", "I", "O", "D")
_REACH, _SAYS, _TAIL = 4, 5, 24  # links, and characters at the end of a form in which a word is sought
_WILL = regex("v[,=lG_]{0,3}m")  # "said he would"
_TELLS = regex("v[_l]{0,2}(?:V[o_]{0,2})?K[Tlo_]{0,4}[yzou]?b?_?Q")  # "Chile reported exports of 5"
_DOES = regex("l?[JVYm]")  # behind who acts: "said the country exported"
_IN_CITY = regex(r"n[_X]?[Wk°],$")
_ELSE_HIT = regex("[^Q]{1,6}Q[,;&¬]{1,2}_?")
_OWN_AMOUNT = regex("[lJVY]{1,2}_?b?Q")
_WORDS, _HOUSES = ("country", "neighbour"), ("company", "organization")  # of table groups


@define(unsafe_hash=True)
class Side:
    """One mention: the link, whom it names (several: "the two countries"), how it is tied in.

    ``run`` numbers the lists of the sentence ("France, Italy and Spain" is one), ``place`` counts within it;
    ``office`` tells that a government speaks for its country, ``vague`` that it only says "the country";
    ``home`` is the country of a body that tells of it: an association of exporters; ``hit`` tells that a
    duty meets it.
    """

    link: int
    ids: tuple[str, ...]
    via: Via
    nature: Nature = "state"
    office: bool = False
    vague: bool = False
    run: int = 0
    place: int = 0
    home: str | None = None
    hit: bool = False

    @property
    def id(self) -> str:
        """The first or only actor named."""
        return self.ids[0]


def is_place(side: Side, group: str, amount: Amount) -> bool:
    """Is a word for both "to" and "in" the latter, as of fields: "cultivé sur 5 hectares au Vietnam"?"""
    return side.via == "to" and group in ("inner", "price") and amount.dimension == "area"


def read_sides(
    sentence: Sentence, actors: Mapping[str, Actor], lexicon: Lexicon, hubs: Mapping[str, str] | None = None
) -> list[Side]:
    """The sides that a sentence names, in text order.

    The ``hubs`` are ports, by the one that each stands for: they trade as if they were countries.
    """
    found: list[Side] = []
    words = {i for i in sentence.chain.find("G") if sentence.chain.values[i] in (*_WORDS, *_HOUSES)}
    tags = sentence.chain.tags
    words |= {i for i in sentence.chain.find("L") if i == 0 or tags[i - 1] in _MARKS}  # 公司去年
    bare = {i for i in sentence.chain.find("ø") if is_bare_firm(sentence.chain, i, lexicon)}
    told = bare | {i for i in sentence.refs if tags[i] in "Gø" and sentence.chain.values[i] == "company"}
    origins = {k for i in told for k in (i - 1, i + 1) if tags[max(k, 0) : k + 1] == "a"}  # "the Dutch firm"
    for link in sorted({*sentence.refs, *sentence.groups, *words, *bare} - origins):
        hub = hub_at(sentence, link, hubs or {})
        side = (
            _side(sentence, link, actors, lexicon)
            if hub is None
            else Side(link, (hub,), tie_of_hub(sentence, link, _via(sentence, link, lexicon)))
        )
        if side is not None and not (found and _is_alias(tags, found[-1], side)):
            side.hit = side.via in ("", "of") and suffers(sentence.chain, link, lexicon)
            if found and found[-1].via == side.via == "" and side.nature == "state":
                side.via = "to" if is_given(sentence.chain, found[-1].link, link) else ""
            if found and found[-1].hit and side.via == "":
                also = _ELSE_HIT.fullmatch(tags, found[-1].link + 1, link)
                side.hit = side.hit or also is not None  # "Pakistan was given 19 percent; Bangladesh, 20"
            found.append(side)
    return _with_runs(sentence.chain.tags, found)


def _is_alias(tags: str, last: Side, side: Side) -> bool:
    """Does a mention only repeat the one before it in brackets: "the European Union (EU)"?"""
    return last.ids == side.ids and tags[last.link + 1 : side.link] == "‹"


def _side(sentence: Sentence, link: int, actors: Mapping[str, Actor], lexicon: Lexicon) -> Side | None:
    chain = sentence.chain
    if not 0 <= link < len(chain):
        return None
    group = sentence.groups.get(link)
    if group:
        return Side(link, group, tie_before(chain, link, lexicon), nature_of(actors.get(group[0])))
    via = _via(sentence, link, lexicon)
    if chain.tags[link] == "G" and chain.values[link] in _WORDS:
        via = "" if via == "say" and _DOES.match(chain.tags, link + 1) else via
        return Side(link, ("",), word_tie(via, chain.words(link), lexicon), vague=True)
    follows = chain.tags[link + 1 : link + 2] in ("o", "a")
    if chain.values[link] == "organization" and link not in sentence.refs and follows:
        return None  # "the association of the Dutch growers": no company
    if link not in sentence.refs:
        return Side(link, ("",), via, "firm", vague=True)
    actor = actors.get(sentence.refs[link])
    if actor is None:
        return Side(link, (sentence.refs[link],), via)
    if actor.kind == "person":
        employer = actors.get(actor.affiliation or "")
        if (
            via == ""
            and employer is not None
            and employer.kind == "company"
            and not is_expert(actor, lexicon)
        ):
            return Side(link, (employer.id,), "chief", "firm", office=True)
        if actor.country and imposes(chain, link):
            return Side(link, (actor.country,), "own", office=True)
        acts_itself = via == "say" and bool(_WILL.match(chain.tags, link + 1))
        spoken = (via == "" or acts_itself) and actor.country is not None
        return Side(link, (actor.country,), "chief", office=True) if spoken and actor.country else None
    if actor.kind == "government":
        if not actor.country:
            return None
        hung = via in ("to", "with", "in", "from") and tie_before(chain, link, lexicon) == "of"
        if hung or via in ("", "of", "by", "on", "say"):
            via = "say" if via == "of" and _speaks(chain.tags, link) else "office"
        return Side(link, (actor.country,), via, office=True)
    nature = nature_of(actor)
    if nature == "firm" and chain.tags[link] == "a":
        via = tie_before(chain, link, lexicon)  # "la francese", a company
    if nature == "state" and link and chain.tags[link - 1] in "@E" and chain.tags[link] == "A":
        return None  # part of a name: "PepsiCo México"
    firm = nature == "firm"
    ahead = nature != "state" and expects(chain, link, lexicon, firm=firm)  # who plans to invest acts
    if nature == "firm" and foresees(chain, link):
        via = "say"  # "StoneX raised its forecast"
    if nature == "firm" and reports(chain, link):
        via, ahead = "" if via == "say" else via, False
    speaks = via in ("", "of", "by") and _speaks(chain.tags, link)
    if nature != "state" and (ahead or speaks or is_asked(chain, link, lexicon, firm=firm)):
        via = "say"
    return Side(link, (actor.id,), via, nature, home=actor.country if nature == "body" else None)


def _speaks(tags: str, link: int) -> bool:
    """Is the actor one who says something: "says market research firm X", "according to data of X"?"""
    for i in range(link - 1, max(link - 1 - _SAYS, -1), -1):
        if tags[i] == "v":
            return True
        if tags[i] in "Q,;s":
            return False
    return False


def nature_of(actor: Actor | None) -> Nature:
    kinds: dict[str, Nature] = {"company": "firm", "organization": "body"}
    return kinds.get(actor.kind, "state") if actor is not None else "state"


def _via(sentence: Sentence, link: int, lexicon: Lexicon) -> Via:
    """How the mention at ``link`` is tied into its sentence."""
    chain, tags = sentence.chain, sentence.chain.tags
    if comes_after(chain, link, lexicon):
        return "behind"
    if (before := tie_before(chain, link, lexicon)) == "" and is_threatened(chain, link, lexicon):
        return "on"
    if tags[link] == "A" and before == "" and is_made_in(chain, link, lexicon):
        return "goods"
    if before in ("in", "of") and (end := told_around(chain, link, before, lexicon)):
        return end
    after = link + 1
    owns = tags[link] == "a"
    if is_genitive(chain, link, lexicon):
        named = "@" in tags[after : after + _REACH]
        return before or "trait" if named else _owned(chain, link, after, before, lexicon)
    if not owns and after < len(tags) and tags[after] in "o'" and chain.adjacent(after):
        owns, after = True, after + 1  # "Mexico's"
    elif not owns and _ONE_OF.match(tags, after):
        return "trait"  # "die EU-Staaten Polen und Ungarn"
    elif not owns and tags[after : after + 1] == "-" and tags[after + 1 : after + 2] in _HEADS:
        owns, after = True, after + 1  # "US-Waren"
    if owns:
        return _owned(chain, link, after, before, lexicon)
    if tags[link] == "A" and _KIND_AFTER.match(tags, after) and has_genitive(chain, link, lexicon):
        return "own"  # "bei Polens Ausfuhren"
    if before in ("in", "to") and is_seated(chain, link, lexicon):
        return ""
    if before == "" and is_partner(chain, link):
        return "with"
    if before == "" and is_receiver(chain, link):
        return "to"
    if before == "to" and is_seller(chain, link, lexicon):
        return "from"
    if before == "to" and link == 1 and tags[after : after + 1] == ",":
        opens = chain.words(0).lower() in lexicon.facts.get("stays_at", "").split()
        return "in" if opens else "to"  # "Au Canada, les ventes ..."
    if before == "to" and made_there(chain, link, lexicon):
        return "in"  # "la production automobile au Maroc"
    if before == "" and tags[link - 1 : link] == "," and _IN_CITY.search(tags, max(link - _REACH, 0), link):
        return "in"  # "a plant in Camaçari, Brazil"
    if before == "in" and lexicon.facts.get("goes_in") and goes_there(chain, link):
        return "to"
    if before in ("", "of", "say"):
        if chain.text[chain.starts[link]] >= UNSPACED and (listed := _LISTED.search(tags, 0, link)):
            return PREPOSITIONS[listed["tie"]]  # 对日本、韩国出口
        if _KIND_AFTER.match(tags, after) and not (before == "" and _is_best_buyer(chain, after)):
            return "own"  # "China exports", "Chinas Ausfuhren", "Ukraine wheat exports", 中国5月大豆进口
        if before == "" and tags[link] == "A" and _PART_OF_FLOW.match(tags, after):
            return "own"
        if before == "" and tags[after : after + 1] == "T" and chain.text[chain.starts[link]] >= UNSPACED:
            return "goods"  # 中国产品
        if before == "" and tags[link - 1 : link] == "K":
            return "own"  # "dazi USA"
        if before == "of":
            return _of(chain, link, lexicon)
        if tags[after : after + 1] == "v" or before == "say":
            acts = _TELLS.match(tags, after) or (before == "say" and _DOES.match(tags, after))
            return "" if acts else "say"
    return before


def _is_best_buyer(chain: Chain, i: int) -> bool:
    """Do words behind a country tell what it is to another: "Italy top buyer"?"""
    return chain.values[i] in ("market?", "supplier?") and " " in chain.words(i)


def _owned(chain: Chain, link: int, after: int, before: Via, lexicon: Lexicon) -> Via:
    """How an adjective or a possessive is tied in, by the noun that it belongs to."""
    tags = chain.tags
    noun = noun_after(tags, after) or (noun_before(tags, link) if tags[link] == "a" else "")
    if tags[link - 1 : link + 1] == "Ta" and "J" in tags[after : after + _REACH] and noun == "own":
        noun = "goods"  # "les produits américains sont frappés"
    if noun == "own" and tags[link - 1 : link + 1] == "Ta" and tags[after : after + 1] in ("l", "V", "Y"):
        noun = "goods"  # "le porc canadien subit un droit"
    if noun == "own" and tags[link - 1 : link + 1] == "Ta" and chain.values[after] == "tariff":
        noun = "goods"  # "las manzanas chilenas tributan 50%"
    if noun == "own" and lexicon.heads and tags[after : after + 2] == "TK":
        noun = "goods"  # "auf europäisches Milchpulver Zölle erheben"
    if noun == "own" and tags[after : after + 1] == "J" and tags[link - 1 : link] in ("l", "H"):
        return before or market_tie(chain, link, lexicon)  # "al mercado iraquí mandó"
    if noun == "own" and tags[after:].lstrip("l")[:1] == "J" and is_people(chain, link, lexicon):
        return before  # "a los israelíes se les vendieron"
    ends = tags[link - 1 : link] == "_" and tags[after : after + 1] in (",", "V", "J", "Q", "‹")
    if noun == "" and ends and not is_sold_to(chain, link, lexicon):
        return before or "own"  # "las alemanas, un 2%", "para las alemanas, un 2%"
    if noun == "" and before == "" and tags[link] == "a":
        before = market_tie(chain, link, lexicon)
        if before == "" and is_people(chain, link, lexicon):
            return ""
    if noun == "" and tags[after : after + 1] == "Q" and tags[after - 1] == "o":
        return before or "of"  # 埃及的8吨
    if noun == "":
        return before or ("office" if governs(chain, after, lexicon) else "trait")
    if (noun == "goods" and before in ("to", "with")) or (
        noun == "own" and before in ("to", "from") and tags[after - 1] == "o"
    ):
        return before  # 对美国的出口
    if noun == "holder" and before == "" and tags[link - 1 : link + 1] == "Ha":
        before = market_tie(chain, link, lexicon)  # "vendió a refinerías estadounidenses"
    return before if noun == "holder" else _NOUNS[noun]


def _of(chain: Chain, link: int, lexicon: Lexicon) -> Via:
    """What "of" hangs on: "exports of China", "wheat from Canada", "to the ports of China"."""
    tags = chain.tags
    if tags[:link].rstrip("_").endswith("_F"):
        return "share"  # "o peso de Marrocos"
    i = max(tags.rfind("o", 0, link), tags.rfind("X", 0, link))
    if "Q" in tags[i + 1 : link]:
        return "of"  # "a deficit of 5 million, ahead of India"
    if replaces_noun(chain, i - 1, lexicon):
        return "own"  # "those of China"
    for j in range(i - 1, max(i - 2 - _REACH, -1), -1):
        tag, value = tags[j], str(chain.values[j])
        if tag == "J":
            return "to" if value.startswith("exports") else "from"  # "importou do Brasil"
        if tag == "K" and (tail := tail_tie(chain.words(j)[-_TAIL:], lexicon)) and j < i - 1:
            return tail  # "el comercio con los países de la UE"
        if tag == "K":
            return "own" if j == i - 1 and not value.startswith("imports") else "of"
        if tag in "FT":
            return "share" if tag == "F" else "own" if is_owner(chain, link, lexicon) else "goods"
        if tag in "tqun<":
            return PREPOSITIONS[tag]
        if tag in "IO@E":
            return "office"
        if tag not in "_laiHGWZψ":
            return "of"
    return "of"


def _with_runs(tags: str, sides: list[Side]) -> list[Side]:
    """``sides`` with their lists: members are joined by commas, "and", and a repeated preposition."""
    run = first = 0
    while first < len(sides):
        last = first + 1
        while last < len(sides) and _joined(tags, sides[last - 1], sides[last]):
            last += 1
        if last - first == 2 and tags[sides[first].link + 1 : sides[last - 1].link].strip("_") == ",":
            last -= 1  # "In trade with Japan, the United States": no list
        via = sides[first].via
        for place, side in enumerate(sides[first:last]):
            shared = via if side.via in ("", "trait") or via == "between" else side.via
            states = side.nature == "state" == sides[first].nature and tags[side.link - 1] == "u"
            if states and (via, side.via) == ("", "with"):
                shared = via  # 加纳和马来西亚分别进口
            if (via, side.via) == ("from", "of"):
                shared = via  # "from Brazil, of Spain and of Italy"
            if via in ("to", "from", "with") and side.via == "own" and tags[side.link + 1] in "Ko":
                shared = via  # 对日本、韩国出口
            side.via, side.run, side.place = shared, run, place
        run, first = run + 1, last
    return sides


def _joined(tags: str, last: Side, side: Side) -> bool:
    """Are two mentions neighbours in a list?"""
    between = tags[last.link + 1 : side.link]
    if between == "u":
        return True
    if not between or len(between) > _REACH:
        return between == "" and tags[side.link] == tags[last.link]
    if between.strip("_") == "" or (last.via == "own" and side.via == "own" and not set("&-") & set(between)):
        return False
    rest = [tag for tag in between if tag not in _JOINTS]
    if rest and "," in between and _OWN_AMOUNT.match(tags, side.link + 1):
        return False  # "a quarter came from Peru, from Chile came 14 percent"
    again = len(rest) == 1 and len(between) > 1
    if again and rest == ["o"] and last.via == "from":
        return True
    return not rest or (again and PREPOSITIONS.get(rest[0]) == last.via)
