"""Mentions of one actor put together."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from attrs import define, evolve, field

from tradenews.grammar.signs import is_unspaced
from tradenews.grammar.values import Naming
from tradenews.lexicon.index import Entity, Lexicon
from tradenews.models.span import Span
from tradenews.models.terms import ActorKind
from tradenews.normalize.names import initials, is_initialism, is_part, plain, same_person, unpossessed
from tradenews.reading.mentions import Mention, Places, occurrences, put_name
from tradenews.reading.shortened import fuller_form, is_made_of

_MAX_FORMS = 400  # forms that are looked for in the whole text: a bound, so that reading stays linear
_MAX_NEAR = 64  # actors that share one word and are compared
_SMALL_WORD = 3
_BRANCH = 2  # words of a branch: the company and the country
_MIN_FORM = 2
_MIN_HEAD, _MIN_REST = 5, 5
_TAIL = 4  # characters of a name without blanks that stand for all of it: 港务集团
_CJK = "\u3040"
_MOST_CJK = 20  # characters of a name whose pairs are compared
_UNSURE = ("guess", "weak")  # namings that give way to what is surer
_DECLINED = frozenset(("person", "company"))  # whose names take a genitive: "Lorems Umsatz"


@define(eq=False)
class Cluster:
    """One actor in the making: its forms as written, its places, what the mentions say of it."""

    kind: ActorKind
    forms: list[str]
    entity: Entity | None = None
    country: str | None = None
    role: str | None = None
    affiliation: int | None = None
    acronyms: list[str] = field(factory=list)
    spans: list[Span] = field(factory=list)
    sure: bool = False
    id: str = ""
    branch: bool = False  # named as the company of one country: "Alibaba Mexico"
    unspaced: bool = False  # in a text without blanks, where letters only gloss a name: 洛雷姆（Lorem）

    @property
    def name(self) -> str:
        """The fullest form: the longest one; of an actor of the user's own, the user's name."""
        if self.entity is not None and self.entity.id is not None:
            return self.entity.name
        if self.unspaced and len(own := [form for form in self.forms if form[-1] >= _CJK]) > 0:
            return max(own, key=len)
        return max(self.forms, key=len)

    @property
    def key(self) -> str:
        """The name in plain letters."""
        return plain(self.name)


def merge(mentions: Iterable[Mention], lexicon: Lexicon) -> list[Cluster]:
    """One cluster for each actor that is no country; those with too weak signs are left out."""
    clusters: list[Cluster] = []
    index: dict[str, list[int]] = {}
    mentions = list(mentions)
    branches = _heads_of_branches(mentions)
    for mention in sorted(mentions, key=lambda m: m.naming.cue in _UNSURE):
        naming = mention.naming
        if (branch := branches.get(naming.name)) is not None:
            mention = evolve(mention, naming=evolve(naming, entity=None, country=branch))
            naming = mention.naming
        keys = _keys(naming, lexicon)
        near = sorted({n for key in keys for n in index.get(key, ())[:_MAX_NEAR]})
        homes = [n for n in near if _fits(naming, clusters[n], lexicon)]
        home = _likest(naming, homes, clusters, lexicon) if homes else len(clusters)
        if home == len(clusters):
            clusters.append(Cluster(naming.kind, [], unspaced=is_unspaced(lexicon)))
        _take(clusters[home], mention)
        for key in keys:
            known = index.setdefault(key, [])
            if not known or known[-1] != home:
                known.append(home)
    return clusters


def _likest(naming: Naming, homes: Sequence[int], clusters: Sequence[Cluster], lexicon: Lexicon) -> int:
    """Of several actors that a name may be, one that has it whole: "Lorem" is not Ipsum Lorem Ltd."""
    if len(homes) > 1:
        mine = plain(bare_name(unpossessed(naming.name), lexicon))
        for n in homes:
            if any(plain(bare_name(form, lexicon)) == mine for form in clusters[n].forms):
                return n
    return homes[0]


def _keys(naming: Naming, lexicon: Lexicon) -> list[str]:
    """What two names of one actor can share: a word, an acronym, first letters, the lexicon's name."""
    keys = plain(naming.name).split()
    if len(keys) > 1:
        keys += [initials(naming.name), "".join(word[0] for word in keys if len(word) > _SMALL_WORD)]
    elif naming.name and naming.name[-1] >= _CJK:
        bare = bare_name(naming.name, lexicon)
        keys += [plain(bare), plain(naming.name[-_TAIL:]), plain(bare[-_TAIL:])]
        if naming.kind == "company":
            keys += [bare[i : i + 2] for i in range(min(len(bare), _MOST_CJK) - 1)]
    if naming.acronym:
        keys += plain(naming.acronym).split()
    if naming.entity is not None:
        keys.append(f"={naming.entity.id or naming.entity.name}")
    return keys


def _take(cluster: Cluster, mention: Mention) -> None:
    naming = mention.naming
    if naming.name not in cluster.acronyms:
        cluster.forms.append(unpossessed(naming.name))
    cluster.spans.append(mention.span)
    if naming.kind == "company" and cluster.kind == "person" and naming.cue not in _UNSURE:
        cluster.kind = naming.kind  # "Mwezi Valves", told later to be a firm
    cluster.entity = cluster.entity or naming.entity
    if naming.entity is not None:
        cluster.kind = naming.entity.kind
    cluster.country = cluster.country or naming.country
    cluster.branch = cluster.branch or _is_branch(mention)
    if cluster.role is None and naming.role:
        cluster.role, cluster.affiliation = naming.role, naming.affiliation
    if naming.acronym:
        cluster.acronyms.append(naming.acronym)
    sure = naming.cue == "known" or (naming.cue in ("strong", "guess") and not mention.headline)
    cluster.sure = cluster.sure or sure


def _heads_of_branches(mentions: Sequence[Mention]) -> dict[str, str]:
    """Bare names that stand for the one branch of a company that a text names, with its country."""
    found: dict[str, set[str]] = {}
    for mention in mentions:
        words = mention.naming.name.split(" ")
        if _is_branch(mention) and len(words) == _BRANCH:
            found.setdefault(words[0], set()).add(str(mention.naming.inner[-1][0]))
    return {head: countries.pop() for head, countries in found.items() if len(countries) == 1}


def _is_branch(mention: Mention) -> bool:
    """Does a company's name end with a country?"""
    naming = mention.naming
    ends = bool(naming.inner) and naming.inner[-1][1].end == mention.span.end
    return naming.kind == "company" and ends and naming.inner[-1][1].start > mention.span.start


def _fits(naming: Naming, cluster: Cluster, lexicon: Lexicon) -> bool:
    if naming.name in cluster.acronyms and naming.kind == cluster.kind:
        return True
    if cluster.branch and naming.kind == "company" and bare_name(naming.name, lexicon) != naming.name:
        return False  # "PepsiCo Inc" is not "PepsiCo México"
    if naming.entity is not None and cluster.entity is not None:
        one, other = naming.entity, cluster.entity
        return (one.id or one.name, one.kind) == (other.id or other.name, other.kind)
    likely = naming.cue == "guess" or (naming.cue == "weak" and cluster.kind == "person")
    mine = plain(naming.name)
    surnames = cluster.kind == "person" and cluster.name.endswith(f" {naming.name}")  # "Ana Lorem Ipsum"
    if likely and (surnames or mine in cluster.key.split()):
        return True
    if (naming.kind == "person") != (cluster.kind == "person"):
        return _is_named_alike(naming, cluster)
    if naming.kind == "person":
        return any(same_person(naming.name, form) for form in {cluster.name, *cluster.forms[:1]})
    return _same_body(naming, cluster, lexicon)


def _is_named_alike(naming: Naming, cluster: Cluster) -> bool:
    """Is one a person only by a first name, and the other a company of the same whole name?"""
    kinds = {naming.kind, cluster.kind}
    told = (naming.role if naming.kind == "person" else cluster.role) is not None
    return kinds == {"person", "company"} and not told and plain(naming.name) == cluster.key


def _same_body(naming: Naming, cluster: Cluster, lexicon: Lexicon) -> bool:
    name = unpossessed(naming.name)
    mine = plain(name)
    if any(mine == plain(form) for form in (*cluster.forms, *cluster.acronyms)):
        return True
    if naming.acronym and naming.acronym in (*cluster.forms, *cluster.acronyms):
        return True
    if naming.country and cluster.country and naming.country != cluster.country:
        return False
    bare, other = plain(bare_name(name, lexicon)), plain(bare_name(cluster.name, lexicon))
    if bare and bare == other:
        return True
    words, known = mine.split(), cluster.key.split()
    if len(words) == 1 and name.isupper() and len(known) > 1 and is_initialism(name, cluster.name):
        return naming.kind == cluster.kind or len(name) > 2
    if len(known) == 1 and cluster.name.isupper() and len(words) > 1 and is_initialism(cluster.name, name):
        return len(cluster.name) > 2
    if naming.kind != cluster.kind:
        return False
    short, full = sorted((words, known), key=len)
    if naming.kind == "company":
        if name[-1] >= _CJK and len(name) >= _TAIL:
            full_bare = bare_name(cluster.name, lexicon)
            if cluster.name.endswith(name) or full_bare.endswith(name):
                return True  # 云南滇雀咖啡有限公司, then 滇雀咖啡
        if name[-1] >= _CJK and naming.entity is None and cluster.entity is None:
            return _is_shortened(name, cluster.name, lexicon)
        if naming.country and bare_name(cluster.name, lexicon) != cluster.name and len(words) > len(known):
            return False
        if name in _parts_of_company(bare_name(cluster.name, lexicon), lexicon):
            return True
        if cluster.name in _parts_of_company(bare_name(name, lexicon), lexicon):
            return True
        told = len(short) > 1 or len(short[0]) > _SMALL_WORD  # "Van Lorem" of "Van Lorem Foods"
        return len(short) < len(full) and short == full[: len(short)] and told
    if len(words) == 1 and naming.kind == "government":  # "the Commission"
        entry = lexicon.word(name)
        return entry is not None and entry.tag == "I" and words[0] in (known[0], known[-1])
    return len(short) > 1 and is_part(short, full) and len(full) - len(short) < 4


def _is_shortened(name: str, other: str, lexicon: Lexicon) -> bool:
    """Is one of two names without blanks the short form of the other, which has a legal form?"""
    short, full = sorted((name, other), key=len)
    bare = bare_name(full, lexicon)
    return bare != full and bare_name(short, lexicon) == short and is_made_of(short, bare)


def bare_name(name: str, lexicon: Lexicon) -> str:
    """``name`` without the legal forms at its end.

    "Hyundai Steel Co., Ltd." is "Hyundai Steel", "澜原汽车集团股份有限公司" is "澜原汽车".
    """
    bare = name
    while True:
        cut = _one_form_off(bare, lexicon)
        if cut is None:
            return bare
        bare = cut


def _one_form_off(name: str, lexicon: Lexicon) -> str | None:
    if name and name[-1] >= _CJK:
        for size in range(min(6, len(name) - 2), 1, -1):
            entry = lexicon.word(name[-size:])
            if entry is not None and entry.tag == "L":
                return name[:-size]
        return None
    words = name.split()
    for size in (3, 2, 1):
        if len(words) > size:
            entry = lexicon.word(" ".join(words[-size:])) or lexicon.word(" ".join(words[-size:]).strip(".,"))
            if entry is not None and entry.tag == "L":
                return " ".join(words[:-size]).rstrip(" ,&")
    return None


def short_forms(cluster: Cluster, lexicon: Lexicon) -> list[str]:
    """What else may stand for the actor later in the text, longest first: surnames, bare names, acronyms."""
    forms = dict.fromkeys([*cluster.forms, *cluster.acronyms])
    for form in list(forms):
        if cluster.kind == "person":
            forms.update(dict.fromkeys(_parts_of_person(form, lexicon)))
        elif cluster.kind == "company":
            forms.update(dict.fromkeys(_parts_of_company(bare_name(form, lexicon), lexicon)))
        elif cluster.kind == "organization":
            forms.update(dict.fromkeys(_name_of_body(form, lexicon)))
    return sorted((f for f in forms if len(f) >= _MIN_FORM), key=len, reverse=True)


def _name_of_body(form: str, lexicon: Lexicon) -> list[str]:
    """The name of an association behind the word for it: "Verband Textimec", later "Textimec"."""
    head, _, rest = form.partition(" ")
    entry = lexicon.word(head)
    named = entry is not None and entry.tag in "Iø" and entry.value == "organization"
    own = rest[:1].isupper() and " " not in rest and len(rest) >= _MIN_REST and lexicon.word(rest) is None
    return [rest] if named and own and "nouns_have_capitals" in lexicon.lines["name_words"] else []


def _parts_of_company(bare: str, lexicon: Lexicon) -> list[str]:
    """The bare name, its first word, and its last: "Reederei Navimar", later "Navimar"."""
    head, blank, rest = bare.partition(" ")
    if not blank:
        return [bare]
    entry = lexicon.word(head)
    if entry is not None and entry.tag == "°":
        return [bare, rest] if _is_all_capitals(rest) else [bare]
    if entry is None or entry.tag == "ñ":
        known = " " in rest or len(rest) < _MIN_REST or lexicon.word(rest) is not None
        forms = [bare, head] if len(head) >= _MIN_HEAD else [bare]
        known = known and not _is_all_capitals(rest)
        return forms if known else [*forms, rest]  # "Carrozzeria Lodi": "Lodi"; "Lorem Ipsum Flora"
    trade = entry.tag == "T" or (entry.tag in "IøHGL" and entry.value == "company")  # "Energia Lezíria"
    named = trade and len(rest) >= _MIN_REST
    return [bare, rest] if named and lexicon.word(rest) is None and rest[0].isupper() else [bare]


def _is_all_capitals(rest: str) -> bool:
    """Are these several words with capitals?"""
    words = rest.split(" ")
    return len(words) > 1 and all(word[:1].isupper() and word.isalpha() for word in words)


def _parts_of_person(form: str, lexicon: Lexicon) -> list[str]:
    if form[0] >= _CJK:
        return [part for part in form.split("·") if len(part) > 1] if "·" in form else []
    words = form.split()
    given = 0
    while given < len(words) - 1 and _is_given(words[given], lexicon):
        given += 1
    if not given:
        return [w for w in (words[0], words[-1]) if _can_stand_alone(w, lexicon)] if len(words) > 1 else []
    rest = words[given:]
    parts = [" ".join(rest)]
    if rest[0][0].islower():
        parts.append(parts[0][0].upper() + parts[0][1:])
    names = [w for w in rest if w[0].isupper()]
    parts += [names[0], names[-1]] if names else []
    return [p for p in parts if " " in p or _can_stand_alone(p, lexicon)]


def _is_given(word: str, lexicon: Lexicon) -> bool:
    entry = lexicon.word(word)
    return len(word.strip(".")) == 1 or (entry is not None and entry.tag == "ñ")


def _can_stand_alone(word: str, lexicon: Lexicon) -> bool:
    """May a part of a name be looked for by itself: it is no word of the language?"""
    entry = lexicon.word(word)
    return len(word) > 1 and word[0].isupper() and (entry is None or entry.tag in "ñçEZX" or "-" in word)


def find_again(clusters: Sequence[Cluster], text: str, places: Places, lexicon: Lexicon) -> None:
    """Later forms of the clusters' names, found in the whole text and made names of their sentences."""
    taken = {span.start for cluster in clusters for span in cluster.spans}
    wanted = sorted(
        ((form, cluster) for cluster in clusters for form in short_forms(cluster, lexicon)),
        key=lambda pair: (len(pair[0]), pair[0] in pair[1].forms),
        reverse=True,
    )
    genitive = lexicon.facts.get("genitive", "")
    for form, cluster in wanted[:_MAX_FORMS]:
        owned = form + genitive  # "Lorems Umsatz"
        declined = genitive and cluster.kind in _DECLINED and owned in text
        for span in [*occurrences(text, form), *(occurrences(text, owned) if declined else ())]:
            if span.start in taken:
                continue
            place = places.links(span)
            if place is None:
                continue
            number, first, last = place
            chain = places.sentences[number].chain
            if "@" in chain.tags[first:last] or (last - first == 1 and chain.tags[first] in "Aak¤"):
                continue
            put_name(chain, first, last, Naming(cluster.kind, form, cue="again"))
            taken.add(span.start)
            cluster.spans.append(span)
            if form not in cluster.forms:
                cluster.forms.append(form)
    for cluster in clusters:
        if cluster.kind == "company" and cluster.entity is None and cluster.name[-1] >= _CJK:
            fuller = fuller_form(cluster.name, text, [span.start for span in cluster.spans], lexicon)
            cluster.forms += [fuller] if fuller is not None else []
