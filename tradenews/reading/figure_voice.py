"""The first person: whose figures are told where somebody says "we", "our exports", "hemos vendido".

Who speaks is the person of the sentence or of one beside it, for whom an employer or a country is known.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from attrs import evolve

from tradenews.lexicon.forms import fold
from tradenews.lexicon.index import Lexicon
from tradenews.models.actor import Actor
from tradenews.reading.figure_before import tie_before
from tradenews.reading.figure_nouns import noun_after
from tradenews.reading.figure_prepositions import Via
from tradenews.reading.figure_sides import Side, nature_of
from tradenews.reading.sentence import Sentence
from tradenews.scan.chain import Chain

_OWN_NOUNS: Mapping[str, Via] = {"own": "own", "goods": "goods", "share": "share"}
WE = "we"  # in place of an id: nobody is known who says so
_VERBS = "JYVm"
_HOUSES = ("company", "organization")
_ASKS = "?？"
_QUOTES, _SAID = "\"'", 7  # links from a verb of saying to who says so
_BARRED = frozenset("@JVDYQ")
_ACTORS = frozenset("aAGH@")
_OF_US: Mapping[str, Via] = {"imports": "from", "exports": "to"}
_ABOUT = frozenset(("", "own", "of"))


def with_voices(
    sentences: Sequence[Sentence],
    sides: list[list[Side]],
    actors: Mapping[str, Actor],
    lexicon: Lexicon,
    traders: Collection[str],
) -> list[list[Side]]:
    """The sides with those that only say "we": a body means its country, unless it is of the ``traders``."""
    endings = tuple(lexicon.lines["name_words"].get("we_endings", ()))
    words = [_first_person(sentence, endings) for sentence in sentences]
    if not any(words):
        return sides
    spoken = lexicon.facts.get("spoken_in", "").split()
    at_home = {id: actor for id, actor in actors.items() if id in spoken}
    speakers = _asked(sentences, sides, _speakers(sentences, sides, actors), at_home)
    found: list[list[Side]] = []
    for sentence, here, links, speaker in zip(sentences, sides, words, speakers, strict=True):
        taken = {side.link for side in here}
        run = max((side.run for side in here), default=-1) + 1
        own = [_side(sentence.chain, link, speaker, lexicon, n) for n, link in enumerate(links, run)]
        if speaker is not None and speaker.kind == "organization" and speaker.id not in traders:
            own = [_of_country(side, speaker.country) for side in own]
        own = [side for side in own if side.link not in taken]
        found.append(sorted([*here, *own], key=lambda side: side.link) if own else here)
    return found


def with_speakers(
    sentences: Sequence[Sentence], actors: Mapping[str, Actor], lexicon: Lexicon, house: str | None
) -> list[Sentence]:
    """The sentences with the company that says "we" named where it does: of the speaker, else the ``house``.

    A verb that tells so by its ending names it right before itself.
    """
    endings = tuple(lexicon.lines["name_words"].get("we_endings", ()))
    words = [_first_person(sentence, endings) for sentence in sentences]
    if not any(words):
        return list(sentences)
    speakers = _speakers(sentences, [[] for _ in sentences], actors)
    found: list[Sentence] = []
    for sentence, links, speaker in zip(sentences, words, speakers, strict=True):
        firm = house if speaker is None or speaker.kind == "organization" else None
        firm = speaker.id if speaker is not None and speaker.kind == "company" else firm
        places = {i - (sentence.chain.tags[i] not in "G_") for i in links} - sentence.refs.keys() - {-1}
        own = {} if firm is None else dict.fromkeys(places, firm)
        found.append(evolve(sentence, refs={**sentence.refs, **own}) if own else sentence)
    return found


def _first_person(sentence: Sentence, endings: tuple[str, ...]) -> tuple[int, ...]:
    """The links that say "we": the pronoun, "our", a verb whose ending tells."""
    if sentence.ours is None:
        sentence.ours = tuple(_saying_we(sentence.chain, endings))
    return sentence.ours


def _saying_we(chain: Chain, endings: tuple[str, ...]) -> Iterator[int]:
    for i in chain.find("G_" + (_VERBS if endings else "")):
        if chain.tags[i] in "G_":
            if chain.values[i] in ("we", "our"):
                yield i
        elif fold(chain.words(i).partition(" ")[0]).endswith(endings) and chain.tags[i - 1 : i] != "l":
            yield i  # no noun, as "os acréscimos"


def _speakers(
    sentences: Sequence[Sentence], sides: Sequence[list[Side]], actors: Mapping[str, Actor]
) -> list[Actor | None]:
    """For each sentence the one for whom the nearest person speaks: there, beside it, before.

    Before anybody has spoken it is the first person of the text. Those who speak for a country are heard no
    further than their paragraph.
    """
    named = [
        _speaker(sentence, actors) or _envoy(sentence, here, actors) or _spokesman(sentence, here, actors)
        for sentence, here in zip(sentences, sides, strict=True)
    ]
    strange = [each is None and _is_stranger(s, actors) for s, each in zip(sentences, named, strict=True)]
    last = next((each for each in named if each is not None and each.kind in _HOUSES), None)
    found: list[Actor | None] = []
    for i, sentence in enumerate(sentences):
        near, beside = named[i], i
        if near is None and i and sentences[i - 1].block is sentence.block:
            near, beside = found[-1], i - 1
        if near is None and i + 1 < len(sentences) and sentences[i + 1].block is sentence.block:
            near, beside = named[i + 1], i + 1
        last = near if near is not None and near.kind in _HOUSES else last
        unknown = strange[i] or (beside != i and strange[beside] and near is None)
        found.append(None if unknown else near or last)
    return found


def _is_stranger(sentence: Sentence, actors: Mapping[str, Actor]) -> bool:
    """Does a person speak of whom no employer and no country is known: for the house of the text, if any?"""
    persons = (actors.get(id) for id in sentence.refs.values())
    return "v" in sentence.chain.tags and any(each is not None and each.kind == "person" for each in persons)


def _asked(
    sentences: Sequence[Sentence],
    sides: Sequence[list[Side]],
    speakers: list[Actor | None],
    at_home: Mapping[str, Actor],
) -> list[Actor | None]:
    """The speakers; behind a question on a country at home that country: "What does Italy buy? - We buy"."""
    asked: Actor | None = None
    found: list[Actor | None] = []
    for i, (sentence, speaker) in enumerate(zip(sentences, speakers, strict=True)):
        if i and sentences[i - 1].block is not sentence.block:
            asked = at_home.get(_subject_of_question(sentences[i - 1], sides[i - 1]) or "")
        found.append(asked or speaker)
    return found


def _subject_of_question(sentence: Sentence, sides: Sequence[Side]) -> str | None:
    """The only country that a question is about."""
    chain = sentence.chain
    if chain.text[chain.ends[-1] - 1] not in _ASKS:
        return None
    states = {side.id for side in sides if side.nature == "state" and not side.vague and side.via in _ABOUT}
    return states.pop() if len(states) == 1 and all(side.nature == "state" for side in sides) else None


def _speaker(sentence: Sentence, actors: Mapping[str, Actor]) -> Actor | None:
    """For whom a person of the sentence speaks: an employer, else a country."""
    for link in sorted(sentence.refs):
        actor = actors.get(sentence.refs[link])
        if actor is not None and actor.kind == "person":
            for id in (actor.affiliation, actor.country):
                if id is not None and id in actors:
                    return actors[id]
    return None


def _envoy(sentence: Sentence, sides: Sequence[Side], actors: Mapping[str, Actor]) -> Actor | None:
    """The country for which somebody without a known name speaks: "says the Kenyan ambassador"."""
    chain = sentence.chain
    if "v" not in chain.tags or all(chain.values[i] != "state" for i in chain.find("O")):
        return None
    speaks = {side.id for side in sides if side.nature == "state" and side.via == "office" and not side.vague}
    return actors.get(speaks.pop()) if len(speaks) == 1 else None


def _spokesman(sentence: Sentence, sides: Sequence[Side], actors: Mapping[str, Actor]) -> Actor | None:
    """The company for which somebody without a name speaks: "says a spokesman for Lorem"."""
    chain = sentence.chain
    for said in chain.find("v"):
        last = next(chain.find(_QUOTES, said, len(chain)), len(chain))
        near = [
            s for s in sides if said < s.link < min(said + _SAID, last) and s.nature == "firm" and not s.vague
        ]
        if len({side.id for side in near}) == 1 and not set(chain.tags[said + 1 : near[0].link]) & _BARRED:
            return actors.get(near[0].id)
    return None


def _side(chain: Chain, link: int, speaker: Actor | None, lexicon: Lexicon, run: int) -> Side:
    via: Via = ""
    if chain.tags[link] == "_":
        via = _OWN_NOUNS.get(noun_after(chain.tags, link + 1), "of")
    elif chain.tags[link] == "G":
        via = tie_before(chain, link, lexicon)
        via = "own" if via == "on" else via or _tie_of_us(chain, link)  # "bei uns"
    if speaker is None:
        return Side(link, (WE,), via, "firm", vague=True, run=run)
    nature = nature_of(speaker)
    side = Side(link, (speaker.id,), via, nature, run=run)
    if speaker.kind == "government":
        return evolve(side, ids=(speaker.country or speaker.id,), office=True)
    return evolve(side, home=speaker.country) if nature == "body" else side


def _tie_of_us(chain: Chain, link: int) -> Via:
    """How "us" is tied in right at a verb whose subject stands before it: "kauften uns 5 Tonnen ab"."""
    tags = chain.tags
    if tags[max(link - 1, 0) : link] == "J" and tags[max(link - 2, 0) : link - 1] in _ACTORS:
        verb = link - 1
    elif tags[link + 1 : link + 2] == "J" and tags[max(link - 1, 0) : link] in _ACTORS:
        verb = link + 1  # "les Brésiliens nous achètent"
    else:
        return ""
    return _OF_US.get(str(chain.values[verb]).partition("?")[0].partition(" ")[0], "")


def _of_country(side: Side, home: str | None) -> Side:
    """Whom an association means by "we": the growers or makers of its country, if need be "the country"."""
    return evolve(side, ids=(home or "",), nature="state", home=None, vague=home is None)
