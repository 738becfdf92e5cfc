"""Names that only what stands around them tells: an origin, a source, a partner, what they sign or buy.

Read last, from what all other grammars of names left over. A naming with the cue ``guess`` stands by itself,
but gives way to any surer reading of the same words elsewhere in the text; one with ``weak`` needs a second
mention.
"""

from __future__ import annotations

from tradenews.grammar.guess import NAME_REST, cue_of, guess, is_article, makes_so_much
from tradenews.grammar.naming import ends_with_of, is_one_of, words_of
from tradenews.grammar.opening import is_subject
from tradenews.grammar.particles import PARTICLE, with_particle
from tradenews.grammar.rule import Hit, Rule
from tradenews.grammar.values import Naming, Quantity
from tradenews.lexicon.forms import fold
from tradenews.scan.chain import Link

# All rules begin with the same link and look back from it: so only such links are tried at all.
_W = "[WZ]"
_REST = NAME_REST.replace("(?<![WñĉĵZ].)", "", 1)  # also behind another word with a capital: "Wie Lorem"
_HEAD = "(?:[WZ]|ĉ(?=X?[Wñ]))"  # also a word of the language that a name goes on from: "Credito Padano"
_MAKES = ("talks", "merger", "joint", "partner", "contract", "investment", "financing", "memorandum")
_OWNS = ("merger", "joint")
_DESCRIBE = frozenset("_tlaâ")
_STAFF = ("job", "person")
_BODIES = frozenset(("organization", "government"))
_SIGNED = 12  # links from a name to the agreement that it signs
_DEAL_REACH = 8
_PEOPLE = 3  # links from the people of a firm to its name
_TAKEN = "D:merger"  # what a verb with its particle says of buying companies
_ACRONYM = (3, 8)  # letters


def _by_nation(hit: Hit) -> list[Link] | None:
    """ "la turca Sedefoglu", "het Poolse Kartonex": a nationality and then a name."""
    chain, first = hit.chain, hit.first
    if not words_of(hit.context, "nation_names"):
        return None
    near = chain.tags[max(0, first - 4) : first - 1]
    employs = near[-3:] in ("Oo_", "Oo")  # "director de la japonesa Lorem"
    if (
        ("O" in near and not employs)
        or "h" in near
        or (first > 1 and is_one_of(hit, first - 2, "place_nouns"))
    ):
        return None
    if chain.tags[first - 1] == "a" and near[-1:] not in ("_", "ø", "ĩ", "t", "u"):
        return None
    return guess(hit, port=True)


def _by_people(hit: Hit) -> list[Link] | None:
    """ "with the Californians of Lorem": the people of a firm, by where it is from."""
    chain = hit.chain
    at = next(chain.find("âa", max(hit.first - _PEOPLE, 0), hit.first), 0)
    if not at or not words_of(hit.context, "nation_names") or chain.tags[at - 1] not in "_t":
        return None
    many = words_of(hit.context, "plural_articles")
    return guess(hit) if fold(chain.words(at - 1)) in many else None


def _by_owner(hit: Hit) -> list[Link] | None:
    """ "Korea's LX International": a country's, where no place of the country is named."""
    chain, first = hit.chain, hit.first
    if chain.text[chain.starts[first - 1]] not in "'’":
        return None
    before = chain.tags[first - 3] if first > 2 else ""
    told = chain.tags[first - 4 : first - 3] in ("D", "Y") or (before == "q" and set(chain.tags) & set("DY"))
    if before in ("n", "q") and not told:
        return None
    return guess(hit, cue="weak" if chain.tags[hit.last : hit.last + 1] in tuple("TKHø-") else "guess")


def _by_city(hit: Hit) -> list[Link] | None:
    """ "il 60% della modenese Lorem": the adjective of a city, where a deal is told."""
    chain, first = hit.chain, hit.first
    if not fold(chain.words(first - 1)).endswith(words_of(hit.context, "regional_endings") or ("\0",)):
        return None
    near = chain.tags[max(0, first - _DEAL_REACH) : min(len(chain), hit.last + _DEAL_REACH)]
    if not set(near) & set("DYJ") or chain.text[chain.starts[first - 1]].isupper():
        return None
    return guess(hit)


def _by_seat(hit: Hit) -> list[Link] | None:
    """ "Helsinki-based Metso": the seat of what follows."""
    return guess(hit) if is_one_of(hit, hit.first - 1, "based") else None


def _by_source(hit: Hit) -> list[Link] | None:
    """ "según cifras de Adex": the source of what is told."""
    verb = hit.chain.tags.rfind("v", 0, hit.first)
    return None if hit.chain.values[verb] == "said" else guess(hit, "organization")


def _by_act(hit: Hit) -> list[Link] | None:
    """ "la SOFITEX a signé": who signs or buys; at the head of a sentence it needs a second mention."""
    chain, first = hit.chain, hit.first
    if words_of(hit.context, "nouns_have_capitals"):
        return None
    stop = min(len(chain), hit.last + (9 if chain.tags[hit.last : hit.last + 1] == "," else 4))
    verb = next((i for i in range(hit.last, stop) if chain.tags[i] in "YDJVv"), -1)
    value = str(chain.values[verb])
    placed = chain.tags[first - 1 : first] in ("n", "q")  # "Ipsum from Lorem takes over"
    if verb >= 0 and chain.tags[verb] in "VJ" and not placed and _takes_over(hit, verb):
        return guess(hit, cue=cue_of(hit))
    if (
        verb < 0
        or chain.tags[verb] == "V"
        or value.startswith(PARTICLE)
        or (chain.tags[verb] == "D" and "/" not in value)
        or (chain.tags[verb] == "v" != value)
    ):
        return None
    before = chain.tags[first - 1] if first else "s"
    if before in "onzqy<ĵ-@AaâkX'" or "O" in chain.tags[max(0, first - 4) : first]:
        return None
    if before == "t" and not is_article(hit, first - 1):
        return None  # "ad Amsterdam ha chiuso"
    if chain.tags[verb] == "Y" and (value == "replaces" or _is_adverbial(hit, verb)):
        return None
    free = before in 's;:"¶#' or (before in "_t" and chain.tags[first - 2 : first - 1] in ("s", "¶", ""))
    acronym = chain.words(first, hit.last).isupper()
    if free and chain.tags[verb] in "YD" and hit.last - first == 1:
        endings = words_of(hit.context, "plural_endings")
        free = not endings or chain.words(first).lower().endswith(endings)
    many = hit.last - first == 1 and chain.words(first).lower().endswith(
        words_of(hit.context, "plural_endings") or ("\0",)
    )
    sure = before in "_t" and (acronym or (chain.tags[verb] in "YD" and not many))
    sure = sure or (not free and chain.tags[verb] in "YD")
    second = (hit.context and hit.context.lexicon.also(chain.words(verb), "Y")) or ""
    acts = chain.tags[verb] in "YD" or (chain.tags[verb] == "J" and "@" in second)
    sure = sure or (hit.last - first > 1 and (acts or makes_so_much(hit, verb)))
    return guess(hit, cue="guess" if sure else "weak")


def _takes_over(hit: Hit, verb: int) -> bool:
    """Does a verb buy companies with its particle behind the object: "neemt ... over"?"""
    chain, context = hit.chain, hit.context
    told = str(context.lexicon.also(chain.words(verb), "Y")) if context else ""
    return told.startswith(PARTICLE) and (with_particle(chain, verb, told) or "").startswith(_TAKEN)


def _is_adverbial(hit: Hit, i: int) -> bool:
    """Does a word of status begin with a preposition: "in talks"? Then no subject stands before it."""
    entry = hit.context.lexicon.word(hit.chain.words(i).split(" ")[0]) if hit.context else None
    return entry is not None and entry.tag in "nqzo"


def _by_relative(hit: Hit) -> list[Link] | None:
    """ "Lorem, which runs the port": what such a clause tells, companies do."""
    chain = hit.chain
    follow = hit.last + 1
    if follow + 1 >= len(chain) or not is_one_of(hit, follow, "relatives"):
        return None
    if hit.first and chain.tags[hit.first - 1] == "t" and not is_article(hit, hit.first - 1):
        return None  # "collectrice à Lorem, qui"
    verb = next((i for i in range(follow + 1, min(follow + 3, len(chain))) if chain.tags[i] not in "_lg"), -1)
    runs = any(is_one_of(hit, i, "runs") for i in range(follow + 1, min(follow + 3, len(chain))))
    alone = hit.last - hit.first == 1 and is_subject(hit)  # "A Lorem, que parou"
    acts = verb > 0 and (chain.tags[verb] == "J" or (chain.tags[verb] == "Y" and alone))
    return guess(hit) if runs or acts else None


def _by_article(hit: Hit) -> list[Link] | None:
    """ "the ONCF": letters that an article stands before."""
    chain, word = hit.chain, hit.chain.words(hit.first)
    if not word.isupper() or not _ACRONYM[0] <= len(word) <= _ACRONYM[1] or chain.tags[hit.first] == "Z":
        return None
    if words_of(hit.context, "nouns_have_capitals") or "D," in chain.tags[max(0, hit.first - 3) : hit.first]:
        return None
    return guess(hit, "organization")


def _by_deal(hit: Hit) -> list[Link] | None:
    """ "the merger with Lorem", "acquired by Ipsum": the other side of a deal."""
    chain, first = hit.chain, hit.first
    i = first - 1
    while chain.tags[i] in _DESCRIBE and i > first - 5 and i:
        i -= 1
    joint, at = chain.tags[i], i - 1
    if chain.tags[at - 1 : at + 1] in ("nA", "n°"):
        at -= 2  # "a joint venture in Vietnam with Lorem"
    deal, value = chain.tags[at], str(chain.values[at])
    if deal == "D" and not value.startswith(_MAKES if joint in "u<y" else _OWNS):
        return None
    return guess(hit, cue="guess" if deal in "DY" else "weak")


def _by_object(hit: Hit) -> list[Link] | None:
    """ "acquired Lorem & Ipsum", "the acquisition of Lorem": what is bought."""
    chain = hit.chain
    deal = chain.tags.rfind("D", 0, hit.first)
    value = str(chain.values[deal])
    if words_of(hit.context, "nouns_have_capitals") or not value.startswith(_OWNS):
        return None
    owned = ends_with_of(hit, deal)
    return guess(hit) if owned or "/" in value or "!" in value else None


def _by_told(hit: Hit) -> list[Link] | None:
    """ "Wie Lorem am Montag mitteilte": who says something on a day, and is no person named elsewhere."""
    if not is_one_of(hit, hit.first - 1, "as_said"):
        return None
    day = not {"θ", "δ"}.isdisjoint(hit.chain.tags[hit.last : hit.chain.tags.find("v", hit.last)])
    return guess(hit, cue="guess" if day else "weak")


def _by_lead(hit: Hit) -> list[Link] | None:
    """ "presidente di Lorem", "owner of Lorem": one has or heads a body that is no state."""
    chain, last = hit.chain, hit.last
    office = chain.tags.rfind("O", 0, hit.first)
    if is_one_of(hit, hit.first, "portfolio"):
        return None
    if chain.values[office] == "company" and "@" in (
        chain.tags[office - 2 : office - 1],
        chain.tags[last + 1 : last + 2],
    ):
        goods = chain.tags[hit.first] != "ĉ" or str(chain.values[hit.first]).isdigit()
        return guess(hit) if goods else None
    if chain.tags[hit.first] == "ĉ" or chain.words(office).split(" ")[0].lower() not in words_of(
        hit.context, "leads"
    ):
        return None
    return guess(hit, "organization")


def _by_partner(hit: Hit) -> list[Link] | None:
    """ "Galp e a Lorem", "Lorem and the French Alstom": listed with a known company."""
    chain = hit.chain
    low, high = max(0, hit.first - 3), min(len(chain), hit.last + 4)
    sides = [chain.values[i] for i in (*chain.find("@", low, hit.first), *chain.find("@", hit.last, high))]
    kinds = {v.kind for v in sides if isinstance(v, Naming)}
    if "company" not in kinds and not (kinds & _BODIES and _is_signed(hit)):
        return None
    if hit.first and chain.tags[hit.first - 1] in "nq":
        return None
    return guess(hit)


def _is_signed(hit: Hit) -> bool:
    """Is an agreement told close behind: "Lorem and the Chamber of Commerce signed a memorandum"?"""
    chain = hit.chain
    last = min(hit.last + _SIGNED, len(chain))
    return chain.first_of("Y", hit.last, last) >= 0 and chain.first_of("D", hit.last, last) >= 0


def _by_owners(hit: Hit) -> list[Link] | None:
    """ "the shareholders of Lorem": who has such has a name."""
    owners = hit.first - 2 - (hit.chain.tags[hit.first - 1] == "_")
    own = is_one_of(hit, hit.first, "owners")  # "the board of directors"
    return guess(hit) if not own and is_one_of(hit, owners, "owners") else None


def _by_member(hit: Hit) -> list[Link] | None:
    """ "analist Wim Bakker van Lorem", "said Jane Doe of Lorem": whom somebody works for."""
    chain, at = hit.chain, hit.chain.tags.rfind("@", 0, hit.first)
    person = chain.values[at]
    if not isinstance(person, Naming) or person.kind != "person":
        return None
    if not person.role and "v" not in (chain.tags[at - 1 : at], chain.tags[hit.last : hit.last + 1]):
        return None
    return None if is_one_of(hit, hit.first, "portfolio") else guess(hit)


def _by_boss(hit: Hit) -> list[Link] | None:
    """ "Lorem-Chef Miguel López": the company that someone leads, joined to the office."""
    return guess(hit) if hit.chain.values[hit.last + 1] == "company" else None


def _by_staff(hit: Hit) -> list[Link] | None:
    """ "Lorem (310 salariés)": who has a number of employees is a company."""
    amount = hit.chain.values[hit.last + 1]
    if not isinstance(amount, Quantity) or not amount.counted or hit.context is None:
        return None
    entry = hit.context.lexicon.word(amount.counted)
    return guess(hit) if entry is not None and entry.value in _STAFF else None


CUES = (
    Rule(
        "cue.nation",
        rf"{_HEAD}(?<=[âa].){NAME_REST}",
        _by_nation,
        example="con la turca Lorem",
        language="es",
    ),
    Rule(
        "cue.people",
        rf"{_W}(?:(?<=[âa][oq].)|(?<=[âa][oq]_.)){NAME_REST}",
        _by_people,
        example="Negocia con los californianos de Lorem",
        language="es",
    ),
    Rule("cue.owner", rf"{_W}(?<=Ao.){NAME_REST}", _by_owner, example="sold it to Korea's Lorem Ipsum"),
    Rule(
        "cue.city",
        rf"{_HEAD}(?<=[_otuk&]l.){NAME_REST}",
        _by_city,
        example="ha firmato con la faentina Lorem",
        language="it",
    ),
    Rule("cue.seat", rf"{_W}(?<=ĵl.){NAME_REST}", _by_seat, example="Helsinki-based Lorem grew"),
    Rule(
        "cue.owners",
        rf"{_W}(?:(?<=[HTlWĉIø]o.)|(?<=[HTlWĉIø]o_.)){NAME_REST}",
        _by_owners,
        example="the shareholders of Lorem agreed",
    ),
    Rule(
        "cue.member",
        rf"{_W}(?:(?<=@o.)|(?<=@o_.)){NAME_REST}",
        _by_member,
        example="director Jane Doe of Lorem",
    ),
    Rule("cue.boss", rf"{_W}(?<![WñĉĵZ].)(?=ĵO@)", _by_boss, example="Loremo-Chef Max Huber", language="de"),
    Rule(
        "cue.staff",
        rf"{_W}(?<![WñĉĵZ].)(?:[ĵĸX]?[WñĉZ]){{0,3}}(?=‹Q)",
        _by_staff,
        example="it bought Lorem Ipsum (310 employees)",
    ),
    Rule(
        "cue.source",
        rf"{_W}(?:(?<=v.)|(?<=v_.)|(?<=vo.)|(?<=vo_.)|(?<=vt.)){NAME_REST}",
        _by_source,
        example="según cifras de Lorem, cayó",
        language="es",
    ),
    Rule(
        "cue.told",
        rf"{_W}(?<=[Wl].){_REST}(?=[zn_θδ]{{0,4}}v)",
        _by_told,
        example="Wie Lorem am Montag mitteilte, stieg",
        language="de",
    ),
    Rule(
        "cue.partner",
        rf"{_W}(?:(?:(?<=@&.)|(?<=@&[_t].)|(?<=@u.)|(?<=@u_.)){NAME_REST}|{NAME_REST}(?=&[_t]?[âa]?[lø]?@))",
        _by_partner,
        example="A Petrobras e a Lorem assinaram",
        language="pt",
    ),
    Rule(
        "cue.deal",
        rf"{_HEAD}(?:(?<=[DYJ][uoy<].)|(?<=[DYJ][uoy<][_tl].)|(?<=[DYJ][uoy<][_t]l.)"
        rf"|(?<=[DYJ][uo<][aâ]l.)|(?<=[DYJ][uo<][_to][aâ]l.)|(?<=[DY][uo<][_o][aâ].)|(?<=Dn[A°]u.)|(?<=Dn[A°]u_.)){NAME_REST}",
        _by_deal,
        example="after the merger with Lorem",
    ),
    Rule(
        "cue.relative",
        rf"{_HEAD}{NAME_REST}(?=,)",
        _by_relative,
        example="told Lorem, which runs the port, that",
    ),
    Rule(
        "cue.article",
        r"[WZ](?<=_.)(?![WñĉĵLI°Aa@lTK])",
        _by_article,
        example="a loan from the LOREM, he said",
    ),
    Rule(
        "cue.apposition",
        rf"(?:{_W}|ĉ(?=[ĵW]))(?:(?<=ø,.)|(?<=ø,_.)|(?<=ø[aâ],.)|(?<=ø[aâ],[_t].)){NAME_REST}(?=,)",
        guess,
        example="Su empresa, Lorem, creció",
        language="es",
    ),
    Rule(
        "cue.object",
        rf"{_W}(?:(?<=D.)|(?<=D_.)){NAME_REST}",
        _by_object,
        example="it has acquired Lorem Ipsum",
    ),
    Rule(
        "cue.lead",
        rf"{_HEAD}(?:(?<=Oo.)|(?<=Oo_.)){NAME_REST}",
        _by_lead,
        example="il presidente di Lorem, che parla",
        language="it",
    ),
    Rule(
        "cue.act",
        rf"{_HEAD}{NAME_REST}(?=(?:,[onq]_?[W°]{{1,2}},|q_?[W°]{{1,2}})?[lmg]{{0,2}}[YDJVv])",
        _by_act,
        example="La Lorem a signé",
        language="fr",
    ),
)
