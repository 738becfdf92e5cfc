"""Mentions merged into actors: each real one once, with all its places; and who each link names."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from itertools import pairwise

from attrs import evolve

from tradenews.grammar.context import Context
from tradenews.grammar.hubs import is_of_ports
from tradenews.grammar.values import Naming
from tradenews.lexicon.index import Region
from tradenews.lexicon.load import read_line_table
from tradenews.models.actor import Actor
from tradenews.models.span import Span
from tradenews.normalize.names import slug
from tradenews.normalize.territory import country_name, is_country
from tradenews.reading.coreference import resolve_groups
from tradenews.reading.destinations import settle_destination
from tradenews.reading.employers import find_employers
from tradenews.reading.headed import firm_of_title
from tradenews.reading.listed import name_list_heads
from tradenews.reading.mentions import Mention, Places, find_mentions
from tradenews.reading.merge import Cluster, find_again, merge
from tradenews.reading.metadata import Metadata
from tradenews.reading.namesakes import without_namesakes
from tradenews.reading.offices import resolve_titles
from tradenews.reading.regions import settle_region
from tradenews.reading.sentence import Sentence
from tradenews.reading.shortened import with_own_letters, with_told_forms
from tradenews.reading.stories import stories_of
from tradenews.reading.towns import without_towns
from tradenews.scan.chain import on_one_line

_UNION, _STATE = "EU", 2  # and letters in the code of a state
_OWNED = 3  # characters between "China" and "'s customs" at most
_WEAK_NEEDS = 2


def read_actors(sentences: list[Sentence], context: Context, metadata: Metadata) -> tuple[Actor, ...]:
    """The actors that the sentences name, each once, in the order of their first mention.

    Fills ``refs`` and ``groups`` of every sentence. Countries and blocs have their code as id, all others a
    slug of their name.
    """
    lexicon = context.lexicon
    nouns = bool(lexicon.lines["name_words"].get("nouns_have_capitals"))
    name_list_heads(sentences)
    mentions = without_namesakes(find_mentions(sentences, all_nouns=nouns), sentences)
    text = sentences[0].chain.text if sentences else ""
    told = without_towns(_without_agency(mentions, metadata), text, metadata, lexicon)
    mentions = with_told_forms(told, text, lexicon)
    clusters = merge(with_own_letters(mentions, _named_countries(sentences), text), lexicon)
    find_again(clusters, text, Places(sentences), lexicon)
    plainly = {m.span for m in mentions if not m.headline}
    headed = firm_of_title(sentences, clusters, lexicon)
    clusters = [c for c in clusters if c.sure or c is headed or _supported(c, plainly)]
    _give_ids(clusters)
    countries = _refer(sentences, clusters, context)
    find_employers(sentences, clusters, lexicon)
    _settle_countries(clusters, countries, context)
    resolve_titles(sentences, clusters, lexicon)
    by_start = {span.start: c.id for c in clusters for span in c.spans}
    bodies = [_as_actor(c, by_start) for c in clusters]
    lands = [_as_country(code, spans, text) for code, spans in countries.items()]
    kinds = {a.id: a.kind for a in (*bodies, *lands)}
    leaders = {a.id: a.country for a in bodies if a.kind == "person" and a.role and a.country}
    homes = {a.id: a.country for a in bodies}
    gained: dict[str, list[Span]] = {}
    for first, last in pairwise([0, *stories_of(sentences), len(sentences)]):
        found = resolve_groups(sentences[first:last], dict(kinds), leaders, homes, lexicon)
        for each, spans in found.items():
            gained.setdefault(each, []).extend(spans)
    lands += [_as_country(code, gained.pop(code), text) for code in gained.keys() - kinds.keys()]
    actors = [_with_spans(a, gained.get(a.id, ()), text) for a in (*lands, *bodies)]
    return tuple(sorted(actors, key=lambda a: a.mentions[0] if a.mentions else Span(0, 0)))


def _named_countries(sentences: Iterable[Sentence]) -> dict[int, str]:
    """The codes of all countries that words tell, alone or within a name, by their places."""
    found: dict[int, str] = {}
    for chain in (sentence.chain for sentence in sentences):
        found.update((chain.starts[i], str(chain.values[i])) for i in chain.find("Aak"))
        names = (chain.values[i] for i in chain.find("@"))
        found.update((place.start, code) for n in names if isinstance(n, Naming) for code, place in n.inner)
    return found


def _without_agency(mentions: Iterable[Mention], metadata: Metadata) -> Iterable[Mention]:
    """Without what only looks like a name in the dateline: a part of the agency's."""
    told = metadata.dateline.span if metadata.dateline is not None else None
    for mention in mentions:
        inside = told is not None and told.start <= mention.span.start and mention.span.end <= told.end
        if not inside or mention.naming.cue == "known":
            yield mention


def _supported(cluster: Cluster, plainly: set[Span]) -> bool:
    """Is a name with only weak signs used again, and not only where every word has a capital?"""
    return len(cluster.spans) >= _WEAK_NEEDS and any(span in plainly for span in cluster.spans)


def _give_ids(clusters: Iterable[Cluster]) -> None:
    """Each its own id: the user's where the lexicon has one of the user's, else a slug of the name."""
    clusters = list(clusters)
    taken: set[str] = set()
    for cluster in clusters:
        cluster.id = (cluster.entity.id if cluster.entity else None) or ""
        taken.add(cluster.id)
    for cluster in clusters:
        if cluster.id:
            continue
        base = slug(cluster.name)
        name, n = base, 1
        while name in taken:
            n += 1
            name = f"{base}-{n}"
        taken.add(name)
        cluster.id = name


def _refer(
    sentences: Sequence[Sentence], clusters: Sequence[Cluster], context: Context
) -> dict[str, list[Span]]:
    """``refs`` of every link that names an actor; the places where countries are named, by code."""
    text = sentences[0].chain.text if sentences else ""
    cities = any(isinstance(v, Region) and v.city for s in sentences for v in s.chain.values)
    ports = cities and is_of_ports(text, context.lexicon)
    near = {*context.lexicon.facts.get("spoken_in", "").split(), context.home or ""}
    by_start = {span.start: c for c in clusters for span in c.spans}
    countries: dict[str, list[Span]] = {}
    for sentence in sentences:
        chain = sentence.chain
        for i in chain.find("Aak@°"):
            value = chain.values[i]
            if isinstance(value, Region):
                settle_region(sentence, i, value, ports=ports, near=near)
                if value.city:
                    settle_destination(sentence, i, near)
                continue
            if chain.tags[i] == "°":
                settle_destination(sentence, i, near)
                continue
            span = Span(chain.starts[i], chain.ends[i])
            if chain.tags[i] != "@":
                sentence.refs[i] = str(value)
                countries.setdefault(str(value), []).append(span)
                continue
            if isinstance(value, Naming):
                for code, place in value.inner:
                    countries.setdefault(code, []).append(place)
            cluster = by_start.get(span.start)
            if cluster is None:
                chain.tags = f"{chain.tags[:i]}W{chain.tags[i + 1 :]}"
            else:
                sentence.refs[i] = cluster.id
    return countries


def _settle_countries(
    clusters: Sequence[Cluster], countries: dict[str, list[Span]], context: Context
) -> None:
    """The country of each: what the text says, else the lexicon, their employer, the text's only country.

    A government body that only the lexicon places is a mention of its country, unless its name is one that
    several countries have ("National Bureau of Statistics") and the text names others only.
    """
    named = sorted(span.start for spans in countries.values() for span in spans)
    states = {code: spans for code, spans in countries.items() if len(code) == _STATE and code != _UNION}
    for cluster in clusters:
        entity = cluster.entity
        if entity is None or (cluster.country not in (None, entity.country) and entity.id is None):
            continue
        if entity.id is None and cluster.kind == "government" and not _is_sure(cluster, states, context):
            cluster.country = None
            continue
        cluster.country = entity.country
        if cluster.kind == "government" and entity.country is not None:
            own = [s for s in cluster.spans if not _holds(s, named)]
            countries.setdefault(entity.country, []).extend(own)
            if entity.country != _UNION:
                states.setdefault(entity.country, []).extend(own)
    by_start = {span.start: c for c in clusters for span in c.spans}
    for cluster in clusters:
        if cluster.country is None and cluster.affiliation is not None:
            employer = by_start.get(cluster.affiliation)
            cluster.country = employer.country if employer else None
        if cluster.country is None and cluster.kind == "government":
            cluster.country = _likely_home(states, context, known=cluster.entity is not None)


def _holds(span: Span, starts: list[int]) -> bool:
    """Does one of ``starts``, in order, lie in ``span``?"""
    place = bisect_left(starts, span.start)
    return place < len(starts) and starts[place] < span.end


def _is_sure(cluster: Cluster, countries: dict[str, list[Span]], context: Context) -> bool:
    """May the lexicon's country of a government body be taken, though the text may name others only?"""
    country = cluster.entity.country if cluster.entity else None
    if cluster.entity is not None and cluster.entity.name in context.lexicon.lines["name_words"]["unique"]:
        return True
    if country in (None, _UNION) or not countries or country in context.lexicon.facts.get("homes", ""):
        return True
    named, first = countries.get(country, []), min(countries, key=lambda code: countries[code][0].start)
    if named and (country == first or len(named) > len(countries[first])):
        return True
    if any(0 <= own.start - span.end <= _OWNED for own in cluster.spans for span in named):
        return True
    words = (context.lexicon.word(word) for word in re.split("[ '’]", cluster.name))
    tags = {entry.tag for entry in words if entry is not None}
    return "I" not in tags or bool(tags & set("Aa"))


def _likely_home(countries: dict[str, list[Span]], context: Context, *, known: bool) -> str | None:
    """The country whose ministry needs no adjective: the text's only one, else where it was written.

    Of a ``known`` body of another country, one of whose name many have, it is else the first country of the
    text, where that is also named as often as any other.
    """
    if len(countries) == 1:
        return next(iter(countries))
    if not known or (context.home is not None and context.home in countries):
        return context.home if context.home in countries else None
    first = min(countries, key=lambda code: countries[code][0].start, default=None)
    most = max(map(len, countries.values()), default=0)
    return first if first is not None and len(countries[first]) == most else None


def _as_actor(cluster: Cluster, by_start: dict[int, str]) -> Actor:
    employer = None if cluster.affiliation is None else by_start.get(cluster.affiliation)
    name = cluster.name
    return Actor(
        id=cluster.id,
        kind=cluster.kind,
        name=name,
        country=cluster.country,
        role=cluster.role,
        affiliation=employer if employer != cluster.id else None,
        aliases=tuple(dict.fromkeys(f for f in (*cluster.forms, *cluster.acronyms) if f != name)),
        mentions=tuple(sorted(set(cluster.spans))),
    )


def _as_country(code: str, spans: list[Span], text: str) -> Actor:
    name = country_name(code)
    if name is None and is_country(code):
        name = read_line_table("world", "code_names")[code][0]
    if name is not None:
        kind = "bloc" if code == _UNION else "country"
        return Actor(code, kind, name, code, mentions=tuple(spans))  # type: ignore[arg-type]
    fullest = on_one_line(max((text[s.start : s.end] for s in spans), key=len))
    return Actor(code, "bloc", fullest, None, mentions=tuple(spans))


def _with_spans(actor: Actor, more: Iterable[Span], text: str) -> Actor:
    """``actor`` with further mentions; of a country, its words in the text are the aliases."""
    spans = tuple(sorted({*actor.mentions, *more}))
    if actor.kind not in ("country", "bloc"):
        return evolve(actor, mentions=spans) if spans != actor.mentions else actor
    words = dict.fromkeys(on_one_line(text[s.start : s.end]) for s in spans)
    aliases = tuple(w for w in words if w != actor.name)
    return Actor(
        actor.id, actor.kind, actor.name, actor.country, actor.role, actor.affiliation, aliases, spans
    )
