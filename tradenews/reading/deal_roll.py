"""The actors of a text as parties of agreements see them: who stands for whom."""

from __future__ import annotations

from attrs import define, evolve, field

from tradenews.lexicon.forms import UNSPACED
from tradenews.lexicon.index import Lexicon, Region
from tradenews.models.actor import Actor
from tradenews.reading.called import is_called

UNION = "EU"
_STATE = ("government", "government!")
_OWN_BODIES = ("municipal", "state_banks", "port_bodies", "utilities")
_WORDS, _LONGEST = 12, 40  # words of a name, and letters of one, that are looked at for such an end
_TOWN = 6  # characters of the name of a city in a script without blanks, and one more
_MINISTRY = 8  # letters of the shortest word for a part of a government that ends a compound


def _ends(word: str) -> list[str]:
    """The ends of a compound long enough for a part of a government: "Eisenbahnministerium"."""
    return [word[i:] for i in range(3, len(word) - _MINISTRY)]


@define
class Roll:
    """The actors of the text by id, as parties see them: who stands for whom; ``country`` is at home.

    ``main`` is the country that the text is about.
    """

    actors: dict[str, Actor]
    lexicon: Lexicon
    country: str | None = None
    main: str | None = None
    stands: dict[str, str] = field(factory=dict)
    homes: dict[str, str] = field(factory=dict)

    def most_named(self) -> str | None:
        """The company that the text names most often; of the same weight, the one named first."""
        firms = (actor for actor in self.actors.values() if actor.kind == "company")
        first = max(firms, key=lambda each: len(each.mentions), default=None)
        return None if first is None else first.id

    def party(self, id: str) -> str | None:
        """The id under which an actor is a party: a government as its country, a person as its house."""
        if id not in self.stands:
            self.stands[id] = self._party(id) or ""
        return self.stands[id] or None

    def _party(self, id: str) -> str | None:
        actor = self.actors.get(id)
        if actor is None:
            return None
        if actor.kind == "person":
            if actor.affiliation in self.actors:
                return self.party(actor.affiliation) if actor.affiliation != id else None
            return actor.country if actor.country in self.actors else None
        if (
            actor.kind == "organization"
            and (known := self.lexicon.word(actor.name))
            and known.table == "media"
        ):
            return None
        if self._is_chamber(actor):
            return actor.country if actor.country in self.actors else None
        if actor.kind == "government" and self._is_of_town(actor):
            return id
        if actor.kind == "government" and self._signs_for_itself(actor):
            return id
        if actor.kind == "government" and (actor.country is None or self._ministry(actor)):
            country = actor.country or self.country or self._only_home()
            country = country or (self.main if self._ministry(actor) else None)
            return country if country in self.actors else id
        return id

    def _only_home(self) -> str | None:
        """Of the countries in which the language is at home the only one that the text names."""
        named = [id for id in self.lexicon.facts.get("spoken_in", "").split() if id in self.actors]
        return named[0] if len(named) == 1 else None

    def _is_of_town(self, actor: Actor) -> bool:
        """Does the name of a body say of which city it is: "the port authority of Haiphong"?"""
        name = actor.name
        parts = name.split()[:_WORDS] if name[:1] < UNSPACED else [name[:n] for n in range(2, _TOWN)]
        entries = map(self.lexicon.word, parts)
        return any(
            entry is not None and isinstance(entry.value, Region) and entry.value.city for entry in entries
        )

    def _is_chamber(self, actor: Actor) -> bool:
        """Is it a parliament, which approves what its country has signed?"""
        words = self.lexicon.lines["name_words"].get("chambers", ())
        if actor.kind in ("country", "bloc"):
            return False
        name, parts = actor.name.lower(), actor.name.lower().split()
        return any(word in (name if " " in word or not word.isascii() else parts) for word in words)

    def _signs_for_itself(self, actor: Actor) -> bool:
        """Is it a bank or a public enterprise, which is no part of the government, or the body of a town?"""
        name, names = actor.name.lower(), self.lexicon.lines["name_words"]
        if any(word in name for key in _OWN_BODIES for word in names.get(key, ())):
            return True
        lends = any(word in name for word in names.get("banks", ()))
        return lends and not name.startswith(names.get("central_banks", ()))

    def _ministry(self, actor: Actor) -> bool:
        """Is it a part of the government itself, not an agency with a name of its own, nor that of a town?"""
        name = actor.name.lower()
        names = self.lexicon.lines["name_words"]
        if name in names.get("cabinets", ()):
            return True
        words = (*actor.name.replace("-", " ").split(), actor.name[-1:], actor.name[-2:], actor.name)
        words += tuple(end.capitalize() for word in words[:_WORDS] for end in _ends(word[-_LONGEST:]))
        entries = [e for e in map(self.lexicon.word, words) if e is not None]
        return any(e.tag in "Aa" or (e.tag in "Iø" and e.value in _STATE) for e in entries)

    def home(self, id: str) -> str | None:
        """The country of a party that is none itself."""
        return None if self.is_state(id) else self.actors[id].country or self.homes.get(id)

    def is_state(self, id: str) -> bool:
        """Is the party a country or a bloc?"""
        return self.actors[id].kind in ("country", "bloc")

    def is_bloc(self, id: str) -> bool:
        """Is the party a bloc?"""
        return self.actors[id].kind == "bloc"

    def is_one(self, id: str, other: str) -> bool:
        """Are two parties one, or one of them a member of the other?"""
        inside = any(
            a in " ".join(self.lexicon.members.get(b, ())).split() for a, b in ((id, other), (other, id))
        )
        return id == other or inside

    def union(self, id: str) -> str:
        """The European Union for a member of it, if the text names the Union: it trades as one."""
        members = " ".join(self.lexicon.members.get(UNION, ())).split()
        return UNION if UNION in self.actors and id in members else id

    def lends(self, id: str) -> bool:
        """Is the party a bank or fund?"""
        actor = self.actors[id]
        actor = evolve(actor, kind="organization") if actor.kind == "government" else actor
        return is_called(actor, "lenders", self.lexicon)

    def contracts(self, id: str) -> bool:
        """May the party have contracts of its own: a company, or a body that signs for itself?"""
        return self.is_company(id) or self.actors[id].kind == "government"

    def is_company(self, id: str) -> bool:
        """Is the party a company?"""
        return self.actors[id].kind == "company"
