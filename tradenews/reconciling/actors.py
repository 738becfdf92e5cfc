"""Actors of many articles, in many languages, merged."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from functools import lru_cache

from attrs import define, field

from tradenews.lexicon.load import world
from tradenews.lexicon.schema import ENTITY_TABLES
from tradenews.models.actor import Actor
from tradenews.models.article import Article
from tradenews.models.dossier import ActorAccount
from tradenews.normalize.names import plain, slug
from tradenews.reconciling.groups import Joined, in_order

_STATES = ("country", "bloc")
_Place = tuple[str, str]  # article id, actor id


@define
class Cast:
    """The accounts; ``of[article id, actor id]`` is the id of the account that an actor went to."""

    accounts: tuple[ActorAccount, ...] = ()
    of: dict[_Place, str] = field(factory=dict)

    def account(self, article: str, actor: str | None) -> str | None:
        """The account of an article's actor; of None, None."""
        return None if actor is None else self.of.get((article, actor), actor)


def merge_actors(articles: Sequence[Article]) -> Cast:
    """One account for each real actor.

    Countries and blocs merge by code; bodies by a shared name, acronym or entry of the lexicon of the world;
    persons by their full name, a shorter form only with the one longer name that ends in it.
    """
    same = Joined()
    members: dict[_Place, Actor] = {}
    for article in articles:
        for actor in article.actors:
            place = (article.id, actor.id)
            members[place] = actor
            for key in _keys(actor):
                same.join(key, place)
    _join_short_names(members, same)
    order = {article.id: n for n, article in enumerate(articles)}
    groups: dict[object, list[_Place]] = defaultdict(list)
    for place in members:
        groups[same.root(place)].append(place)
    cast: list[ActorAccount] = []
    used: set[str] = set()
    of: dict[_Place, str] = {}
    for places in groups.values():
        account = _account([members[p] for p in places], in_order((p[0] for p in places), order), used)
        used.add(account.id)
        cast.append(account)
        of |= dict.fromkeys(places, account.id)
    return Cast(tuple(cast), of)


def _keys(actor: Actor) -> Iterator[tuple[str, str]]:
    """What two actors must share to be one."""
    if actor.kind in _STATES:
        yield ("code", actor.id)
        return
    names = [plain(name) for name in (actor.name, *actor.aliases)]
    if actor.kind == "person":
        yield ("person", names[0])
        yield from (("person", name) for name in names[1:] if _full(name, names[0]))
        return
    yield ("id", actor.id)
    for name in names:
        if name:
            yield ("body", name)
            entity = _entities().get(name)
            if entity:
                yield ("entity", entity)


def _full(alias: str, name: str) -> bool:
    """Is an alias of a person as full as a name of its own, with the same first word?"""
    words = alias.split()
    return len(words) > 1 and words[0] == name.split()[0]


@lru_cache(maxsize=1)
def _entities() -> dict[str, str]:
    """Every name of an actor that the lexicon of the world knows, to its fullest name."""
    found: dict[str, str] = {}
    for table in ENTITY_TABLES:
        for lines in world().get(table, {}).values():
            for line in lines:
                names = [plain(name) for name in line.split("|")]
                for name in names:
                    found.setdefault(name, names[0])
    return found


def _join_short_names(members: dict[_Place, Actor], same: Joined) -> None:
    """Persons named by the end of a name join the one person who bears the whole of it."""
    longer: dict[str, set[object]] = defaultdict(set)
    persons = {place: plain(a.name) for place, a in members.items() if a.kind == "person"}
    for place, name in persons.items():
        words = name.split()
        for i in range(1, len(words)):
            longer[" ".join(words[i:])].add(same.root(place))
    for place, name in persons.items():
        roots = {same.root(root) for root in longer.get(name, ())}
        if len(roots) == 1:
            same.join(roots.pop(), place)


def _account(actors: list[Actor], sources: tuple[str, ...], used: set[str]) -> ActorAccount:
    first = actors[0]
    kind = Counter(a.kind for a in actors).most_common(1)[0][0]
    names = Counter(a.name for a in actors)
    name = max(names, key=lambda n: (len(plain(n).split()), names[n], len(n))) if kind == "person" else None
    name = name or max(names, key=lambda n: (names[n], n.isascii(), len(n)))
    aliases = dict.fromkeys(n for a in actors for n in (a.name, *a.aliases) if n != name)
    id = first.id if kind in _STATES else _free(slug(name), used)
    country = next((a.country for a in actors if a.country), None)
    role = max((a.role for a in actors if a.role), key=len, default=None)
    return ActorAccount(id, kind, name, country, role, tuple(aliases), sources)


def _free(id: str, used: set[str]) -> str:
    """``id``, with a number behind it where it is taken."""
    if id not in used:
        return id
    number = 2
    while f"{id}-{number}" in used:
        number += 1
    return f"{id}-{number}"
