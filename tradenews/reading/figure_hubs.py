"""The ports and airports of a text: which one its goods are told of, and who runs it."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from tradenews.grammar.hubs import Hub, country_of_city
from tradenews.lexicon.forms import UNSPACED, fold
from tradenews.lexicon.index import Lexicon, Region
from tradenews.models.actor import Actor
from tradenews.reading.figure_prepositions import Via
from tradenews.reading.sentence import Sentence

_BODIES = frozenset(("company", "organization", "government"))
_OPENING = 4  # sentences, title included, of which one names the company that the whole text is about
_SUBJECT = 4  # links of a dateline and an article before the subject
_LISTED = 7  # links of a list of ports
_WORD = 4  # letters of a word of a name that tells


def find_hubs(sentences: Sequence[Sentence], actors: Sequence[Actor], lexicon: Lexicon) -> dict[str, str]:
    """Who reports what is told of the ports of a text that opens with one, the one told of first at first.

    Who runs a port, by a name of its own, reports for it, else its country; another place's is itself. Keys
    are ids of actors, and the words of places.
    """
    lists = lexicon.lines["name_words"]
    words = set(lists.get("hubs", ()))
    named = [a for a in actors if a.kind in _BODIES and (a.name[-1:] >= UNSPACED or not a.name.islower())]
    names = {a.id: fold(a.name) for a in named if _has_word(fold(a.name), words)}
    names = {id: name for id, name in names.items() if not _is_of_all(name, words, lexicon)}
    names |= _titled(sentences, named, _long({*words, *lists.get("ports", ())}))
    told = [
        (sentence.block.kind == "title", link, sentence)
        for sentence in sentences
        for link in sorted(sentence.refs)
        if sentence.refs[link] in names or is_hub(sentence, link)
    ]
    told.sort(key=lambda each: each[0])  # who runs the port is named in the text rather than in the title
    told_first = [s for s in sentences if s.block.kind in ("title", "heading", "paragraph")]
    opens = any(
        ref in names or is_hub(sentence, link)
        for sentence in (*sentences[:_OPENING], *told_first[: _OPENING - 1])
        for link, ref in sentence.refs.items()
    ) or _opens_at_place(sentences, names)
    alone = not any(link for sentence in sentences for link in sentence.chain.find("Aak"))
    if not told or not opens:
        return {}
    if not (alone or len(told) > 1 or _leads(sentences, names) or _counts_boxes(sentences)):
        return {}
    bodies = [sentence.refs[link] for _, link, sentence in told if sentence.refs[link] in names]
    if not bodies:
        if not (_leads(sentences, names) or _counts_boxes(sentences)):
            return {}
        return {word_at(sentence, link): sentence.refs[link] for _, link, sentence in told}
    found, name = _run_by(bodies, names, lexicon), names[bodies[0]]
    canal = _has_word(name, set(lists.get("canals", ()))) or name.startswith(tuple(lists.get("canals", ())))
    home = next((sentence.refs[link] for _, link, sentence in told if is_hub(sentence, link)), None)
    for sentence in sentences:
        for link, code in sentence.refs.items():
            place = sentence.chain.values[link]
            if isinstance(place, Region) and code == (home or code):
                word = word_at(sentence, link)
                if canal and is_hub(sentence, link) and _is_port(word, lexicon):
                    found[word] = code  # a port of those whose ships pass the canal
                    continue
                if is_hub(sentence, link) or (
                    place.city and (word in name or _is_one(sentence, link, words))
                ):
                    found[word] = code if _names_another(word, name, lexicon) else bodies[0]
    return found


def _is_port(place: str, lexicon: Lexicon) -> bool:
    """Is a place a port, and no canal?"""
    lists = lexicon.lines["name_words"]
    return _has_word(place, set(lists.get("ports", ())) - set(lists.get("canals", ())))


def _titled(sentences: Sequence[Sentence], named: Sequence[Actor], words: tuple[str, ...]) -> dict[str, str]:
    """Bodies that a word of ports and canals stands right before: "de kanaalautoriteit ACP"."""
    bodies, found = {a.id for a in named if a.kind == "government" and a.country is None}, dict[str, str]()
    for sentence in sentences if bodies else ():
        for link, ref in sentence.refs.items():
            title = fold(sentence.chain.words(link - 1)) if link else ""
            if (
                ref in bodies
                and sentence.chain.tags[link - 1 : link] in ("ø", "I")
                and title.startswith(words)
            ):
                found.setdefault(ref, f"{title} {fold(sentence.chain.words(link))}")
    return found


def _long(words: Collection[str]) -> tuple[str, ...]:
    return tuple(word for word in words if len(word) >= _WORD)


def _opens_at_place(sentences: Sequence[Sentence], names: Mapping[str, str]) -> bool:
    """Does the text open with a city that who runs its port is named after: "Sines breaks a record"?"""
    towns = {word for name in names.values() for word in name.split() if len(word) >= _WORD}
    title = ((s.chain, i) for s in sentences if s.block.kind == "title" for i in s.chain.find("°A"))
    return any(fold(chain.words(i)) in towns for chain, i in title) and _counts_boxes(sentences)


def _is_of_all(name: str, words: set[str], lexicon: Lexicon) -> bool:
    """Has a body another field before ports, so that it runs none: a maritime and port authority?"""
    parts = name if name[-1:] >= UNSPACED else name.split()
    joint = next((i for i, part in enumerate(parts) if _is_and(part, lexicon)), 0)
    before = parts[:joint] if isinstance(parts, str) else " ".join(parts[:joint])
    return bool(before) and not _has_word(before, words)


def _is_and(word: str, lexicon: Lexicon) -> bool:
    entry = lexicon.word(word)
    return entry is not None and entry.tag == "&"


def _is_one(sentence: Sentence, link: int, words: Collection[str]) -> bool:
    """Is a city told of as one of several ports: "in the ports of Lorem, Ipsum and Dolor"?"""
    told = sentence.chain.tags.rfind("o", max(link - _LISTED, 0), link)
    return told > 0 and word_at(sentence, told - 1) in words


def is_hub(sentence: Sentence, link: int) -> bool:
    """Is a link a port or airport, which stands for its country?"""
    return isinstance(sentence.chain.values[link], Hub)


def hub_at(sentence: Sentence, link: int, hubs: Mapping[str, str]) -> str | None:
    """Who reports what is told of the port at a link, by those found or its country; else None."""
    ref = sentence.refs.get(link)
    if ref is None or not 0 <= link < len(sentence.chain):
        return None
    if isinstance(sentence.chain.values[link], Region):
        return hubs.get(word_at(sentence, link), ref if is_hub(sentence, link) else None)
    return hubs.get(ref)


def tie_of_hub(sentence: Sentence, link: int, via: Via) -> Via:
    """How a port is tied in: what is loaded at it, or goes by it, happens in it."""
    if via not in ("to", "by", "on") or not is_hub(sentence, link):
        return via
    chain = sentence.chain
    sent = any(chain.values[i] in ("exports", "imports") for i in chain.find("KJ"))
    return via if sent and via == "to" else "in"


def word_at(sentence: Sentence, link: int) -> str:
    """The words of a place as a key."""
    return fold(sentence.chain.words(link))


def _run_by(bodies: Sequence[str], names: Mapping[str, str], lexicon: Lexicon) -> dict[str, str]:
    """Each body by the one that it stands for: who runs a port is the port."""
    places = set(lexicon.lines["name_words"].get("ports", ()))
    first, run = bodies[0], {id: _is_run(name, lexicon) for id, name in names.items()}
    apart = {id for id in names if not (run[first] or run[id])}
    return {
        id: id if id in apart and _is_elsewhere(names[first], names[id], places) else first for id in bodies
    }


def _names_another(place: str, name: str, lexicon: Lexicon) -> bool:
    """Has the name of a body a place in it that is another than that of the port?"""
    if place[-1:] >= UNSPACED:
        return not (set(place) & set(name[:_WORD]))
    towns = [word for word in name.split() if country_of_city(word, lexicon) is not None]
    return bool(towns) and not any(word in place or place[:_WORD] in word for word in towns)


def _leads(sentences: Sequence[Sentence], names: Mapping[str, str]) -> bool:
    """Is a port the subject with which the text itself begins?"""
    opening = next((s for s in sentences if s.block.kind == "paragraph" and s.refs), None)
    link = min(opening.refs) if opening is not None else 0
    return opening is not None and (opening.refs[link] in names or is_hub(opening, link)) and link <= _SUBJECT


def _counts_boxes(sentences: Sequence[Sentence]) -> bool:
    """Does the text count containers, as those of ports do?"""
    return any(s.chain.values[i].amount.unit == "TEU" for s in sentences for i in s.chain.find("Q"))


def _is_run(name: str, lexicon: Lexicon) -> bool:
    """Is it the name of who runs a port: an authority, a company?"""
    entries = (lexicon.word(word) for word in (name, *name.split()))
    return any(entry is not None and entry.tag in "IøL" for entry in entries)


def _is_elsewhere(name: str, other: str, ports: set[str]) -> bool:
    """Are two names those of ports at two places?"""
    if name[-1:] >= UNSPACED:
        return other != name and all(each.endswith(tuple(ports)) for each in (name, other))
    one, two = set(name.split()), set(other.split())
    long = {word for word in (one & two) - ports if len(word) >= _WORD}
    return bool(one & ports and two & ports) and not long


def _has_word(name: str, words: set[str]) -> bool:
    """Has a name one of some words; in scripts without blanks at its end, or anywhere if it is longer?"""
    if name[-1:] < UNSPACED:
        return name in words or bool(words & set(name.split()))
    return any(name.endswith(word) or (len(word) > 1 and word in name) for word in words)
