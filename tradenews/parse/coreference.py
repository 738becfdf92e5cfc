"""Words that name an actor of the text without its name: titles alone, "the company", "both countries"."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import define, field

from tradenews.lexicon.forms import fold
from tradenews.models.span import Span
from tradenews.parse.merge import Cluster
from tradenews.parse.sentence import Sentence

_BACK = 3  # sentences
_COUNTS = {"countries": 2, "sides": 2, "countries3": 3}
_BODY = {"company": ("company",), "government": ("government",), "organization": ("organization",)}


@define(eq=False)
class Scene:
    """Who has been named so far, sentence by sentence: ids in text order, and what kind each is."""

    kinds: dict[str, str]
    named: list[list[str]] = field(factory=list)

    def recent(self, wanted: frozenset[str], sentences: int = _BACK) -> list[str]:
        """Ids of the kinds ``wanted`` in the last sentences, those of the latest sentence first, each once."""
        found = [i for ids in reversed(self.named[-sentences:]) for i in ids if self.kinds.get(i) in wanted]
        return list(dict.fromkeys(found))

    def first(self, wanted: frozenset[str]) -> str | None:
        """What the latest sentence that names one of the kinds names first."""
        for ids in reversed(self.named[-_BACK:]):
            for i in ids:
                if self.kinds.get(i) in wanted:
                    return i
        return None


COUNTRIES = frozenset({"country"})
BLOCS = frozenset({"bloc"})


def resolve_groups(sentences: Sequence[Sentence], kinds: dict[str, str]) -> dict[str, list[Span]]:
    """Fills ``refs`` and ``groups`` for links tagged G; gives the mentions that single actors gained."""
    gained: dict[str, list[Span]] = {}
    scene = Scene(kinds)
    for sentence in sentences:
        chain = sentence.chain
        scene.named.append([])
        for i in range(len(chain)):
            if chain.tags[i] == "G":
                one = _resolve(sentence, i, scene)
                if one is not None:
                    sentence.refs[i] = one
                    gained.setdefault(one, []).append(Span(chain.starts[i], chain.ends[i]))
            if i in sentence.refs:
                scene.named[-1].append(sentence.refs[i])
    return gained


def _resolve(sentence: Sentence, i: int, scene: Scene) -> str | None:
    """The one actor that group word ``i`` names; several are put into ``groups``."""
    value = str(sentence.chain.values[i])
    if value in _COUNTS:
        several = _several(scene, _COUNTS[value])
        if several:
            sentence.groups[i] = several
        return None
    if value in ("country", "government"):
        return scene.first(COUNTRIES)
    if value == "bloc":
        found = scene.recent(BLOCS) or [i for i, kind in scene.kinds.items() if kind == "bloc"]
        return found[0] if len(found) == 1 else None
    if value == "neighbour":
        here = scene.first(COUNTRIES)
        others = [i for i in _main(scene) if i != here]
        return others[0] if here is not None and len(others) == 1 else None
    return scene.first(frozenset(_BODY.get(value, ())))


def _main(scene: Scene) -> list[str]:
    """The countries of the text so far, each once, in the order of their first mention."""
    found = [i for ids in scene.named for i in ids if scene.kinds.get(i) == "country"]
    return list(dict.fromkeys(found))


def _several(scene: Scene, count: int) -> tuple[str, ...]:
    """The ``count`` countries spoken of last, where the sentences before leave no choice."""
    for back in range(1, _BACK + 1):
        near = scene.recent(COUNTRIES | BLOCS, back)
        if len(near) == count:
            return tuple(near)
        if len(near) > count:
            break
    whole = _main(scene)
    if len(whole) == count:
        return tuple(whole)
    often = sorted(whole, key=lambda c: -sum(ids.count(c) for ids in scene.named))
    return tuple(often[:count]) if len(often) > count and count == 2 and _leads(often, scene) else ()


def _leads(often: list[str], scene: Scene) -> bool:
    """Are the two countries named most named clearly more often than the third?"""
    counts = [sum(ids.count(c) for ids in scene.named) for c in often[:3]]
    return counts[1] >= 2 * counts[2]


def resolve_titles(sentences: Sequence[Sentence], clusters: Sequence[Cluster]) -> None:
    """An office without a name ("the Mexican President") is a mention of the one who was said to hold it."""
    holders = [(set(fold(c.role).split()), c) for c in clusters if c.kind == "person" and c.role]
    if not holders:
        return
    for sentence in sentences:
        chain = sentence.chain
        for i in chain.find("O"):
            if "@" in chain.tags[max(0, i - 1) : i + 2] or chain.tags[i - 1 : i] not in ("_", "a", "A", "o"):
                continue
            words = set(fold(chain.words(i)).split())
            country = next((str(chain.values[k]) for k in chain.find("aA", max(0, i - 2), i)), None)
            fitting = [
                c for role, c in holders
                if words <= role and (country is None or c.country == country) and c.spans[0].start < chain.starts[i]
            ]  # fmt: skip
            if len(fitting) == 1:
                first = i - 1 if country is not None and chain.tags[i - 1] in "aA" else i
                fitting[0].spans.append(Span(chain.starts[first], chain.ends[i]))
                sentence.refs[i] = fitting[0].id
