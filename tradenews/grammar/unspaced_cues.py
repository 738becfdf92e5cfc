"""Companies in a script without blanks that only what stands around them tells: owner, code, nation, kind.

Read after the bodies and persons of :mod:`tradenews.grammar.unspaced`; all need a sign on either side, for
nothing in the script itself tells where a name begins or ends.
"""

from __future__ import annotations

from attrs import evolve

from tradenews.grammar.naming import is_one_of, words_of
from tradenews.grammar.rule import Grammar, Hit, Rule
from tradenews.grammar.signs import Signs, signs_in
from tradenews.grammar.unspaced_beside import CODED, HOLDING, SOUNDED, UNSPACED_BESIDE
from tradenews.grammar.unspaced_dealt import UNSPACED_DEALT
from tradenews.grammar.unspaced_names import (
    LONGEST,
    is_name,
    name_start,
    nation_before,
    placed_name,
    said_from,
)
from tradenews.models.span import Span
from tradenews.scan.chain import Chain, Link

_AGREED = 40  # links within which the agreement is named
_FULL = 4  # characters that are too many for a person
_SOUNDS = 2
_HEAD, _STORY = 40, 160  # links from the head of the text to its company, and behind it to 公司
_MANY_SOUNDS = 3
_BUSINESS = (3, 9)  # characters
_BEFORE = 's,;:¶øAau&"θDYJF°q'  # what may stand before a name that its end tells
_DOES = "YDJmzun,ovθOq"  # what may stand behind it
_NAME = "lTKHVτU°L@Aøk"
_OPENS = 's,;¶"°'
_ENDS = "vθuz‹,s;Y"  # what may stand behind a company that is no transcription


def _letters(chain: Chain, first: int, last: int) -> int:
    """The characters of some links that no word holds, those of places with them: 亚马尔公司."""
    return sum(chain.ends[i] - chain.starts[i] for i in range(first, last) if chain.tags[i] in "l°")


def _by_owned(hit: Hit) -> list[Link] | None:
    """A name before "under its flag"."""
    signs = signs_in(hit)
    if signs is None or not hit.chain.text.startswith(signs.owned, hit.end):
        return None
    first = name_start(hit.chain, hit.first, hit.last, signs)
    if first >= hit.last or not is_name(hit, first, hit.last, signs):
        return None
    return placed_name(hit, first, hit.last, country=nation_before(hit.chain, first))


def _sounds(chain: Chain, first: int, last: int, signs: Signs) -> int:
    """Where the characters of transcription that begin at ``first`` end."""
    while first < last and all(letter in signs.transcription for letter in chain.words(first)):
        if chain.text.startswith((*signs.speech, *signs.follows), chain.starts[first]):
            break
        first += 1
    return first


def _by_kind(hit: Hit) -> list[Link] | None:
    """ "steel giant LOREM": a transcription, or what a verb of saying or a time follows."""
    signs, chain = signs_in(hit), hit.chain
    if signs is None or not chain.adjacent(hit.first):
        return None
    value = chain.values[hit.first - 1]
    kind = value.rstrip("!") if isinstance(value, str) and chain.tags[hit.first - 1] == "ø" else "company"
    last = _sounds(chain, hit.first, hit.last, signs)
    if last == hit.last and chain.tags[last : last + 1] == "L" and chain.words(last) in signs.firms:
        hit.last = last = last + 1  # 企业洛雷姆集团
    if last - hit.first < _MANY_SOUNDS:
        last = said_from(chain, hit.first, hit.last, signs)
        low = max(0, hit.first - 6)
        if last == hit.last and chain.tags[last : last + 1] not in tuple(_ENDS):
            return None
        said = last < len(chain) and chain.text.startswith(signs.speech, chain.starts[last])
        if "A" not in chain.tags[low : hit.first] and not said:
            return None
        if "V" in chain.tags[hit.first : last]:
            return None
    if not is_name(hit, hit.first, last, signs) or any(
        chain.words(i) in signs.stops for i in range(hit.first, last)
    ):
        return None
    country = next((str(chain.values[i]) for i in chain.find("A", max(0, hit.first - 6), hit.first)), None)
    return placed_name(hit, hit.first, last, kind, country)


def _by_nation(hit: Hit) -> list[Link] | None:
    """ "with India's LOREM": a country and a transcription, where a partner is named."""
    signs, chain = signs_in(hit), hit.chain
    if signs is None or not chain.adjacent(hit.first):
        return None
    last = _sounds(chain, hit.first, hit.last, signs)
    if last - hit.first < _SOUNDS or is_one_of(hit, last - 1, "place_words"):
        return None
    return placed_name(hit, hit.first, last, country=str(chain.values[hit.first - 1]))


def _by_form(hit: Hit) -> list[Link] | None:
    """ "Singapore LOREM shipping group": a country, a name and a short legal form, then what it does."""
    signs, chain = signs_in(hit), hit.chain
    if signs is None:
        return None
    glossed = chain.tags[hit.last : hit.last + 1] == "‹"
    first = hit.first if glossed else hit.first + 1
    if any(chain.words(i) in signs.stops and not _joins(chain, i, signs) for i in range(first, hit.last)):
        return None
    named = glossed or is_one_of(hit, first, "national") or _is_party(chain, hit, signs)
    named = named or is_one_of(hit, hit.last - 1, "holding")
    if not named and _letters(chain, first, hit.last) < _SOUNDS:
        return None
    links = placed_name(hit, hit.first, hit.last, country=str(chain.values[hit.first]))
    place = Span(chain.starts[hit.first], chain.ends[hit.first])
    links[0].value = evolve(links[0].value, inner=((str(chain.values[hit.first]), place),))
    return links


def _is_party(chain: Chain, hit: Hit, signs: Signs) -> bool:
    """Is only a field told of who agrees with another: "signed with the X power company"?"""
    before, field = chain.tags[hit.first - 1 : hit.first], chain.words(hit.first + 1, hit.last - 1)
    party = before == "u" or (before in ("D", "Y") and chain.tags[hit.last : hit.last + 1] in tuple("Q,oz"))
    return party and field.endswith((*signs.fields, *signs.trades)) and _tells(chain, hit.last - 1)


def _by_short_form(hit: Hit) -> list[Link] | None:
    """ "LOREM technology company": what stands between a mark or a preposition and a word for a firm."""
    signs, chain = signs_in(hit), hit.chain
    form = hit.last - (2 if chain.tags[hit.last - 2] == "L" else 1)
    if signs is None or any(chain.words(i) in signs.stops for i in range(hit.first, form)):
        return None
    name = chain.words(hit.first, form)
    generic = name.startswith(signs.not_names) or not chain.words(form, hit.last).endswith(signs.firms)
    if generic or not _SOUNDS <= len(name) <= LONGEST or not chain.adjacent(hit.last - 1):
        return None
    return placed_name(hit, hit.first, hit.last, country=nation_before(chain, hit.first))


def _joins(chain: Chain, i: int, signs: Signs) -> bool:
    """Does an "and" stand between two fields of one company: 电力和水务?"""
    fields, start, end = signs.fields, chain.starts[i], chain.ends[i]
    return chain.text.startswith(fields, end) and chain.text[max(start - _FULL, 0) : start].endswith(fields)


def _by_business(hit: Hit) -> list[Link] | None:
    """ "LOREM lithium": what ends as the names of companies do, before what a company does."""
    signs, chain = signs_in(hit), hit.chain
    if signs is None:
        return None
    first = name_start(chain, hit.first, hit.last, signs)
    owned = first > 0 and chain.tags[first - 1] in "øAa"
    opens = first == 0 or chain.tags[first - 1] in _OPENS
    owned = owned or (opens and _tells(chain, hit.last))
    ends = (*signs.business, *signs.trades) if owned else signs.business
    last = next((i for i in range(hit.last, first, -1) if _ends_business(hit, first, i, ends, signs)), first)
    name = chain.words(first, last) if first < last else ""
    if not _BUSINESS[0] <= len(name) <= _BUSINESS[1] or name.startswith(signs.not_names):
        return None
    if chain.tags[first:last].count("l") < _SOUNDS:
        return None
    if first == hit.first and first and chain.tags[first - 1] not in _BEFORE:
        return None
    hit.last = last
    return placed_name(hit, first, last, country=nation_before(chain, first))


def _ends_business(hit: Hit, first: int, last: int, ends: tuple[str, ...], signs: Signs) -> bool:
    """Does the name from ``first`` end at ``last`` as companies' names do, and does what one does follow?"""
    chain = hit.chain
    firm = chain.tags[last - 1] == "L"
    bare = last - 1 if firm else last
    told = chain.words(first, bare).endswith((*signs.business, *signs.trades) if firm else ends)
    if not (told or (firm and chain.tags[bare - 1] == "T")) and not chain.words(first, last).endswith(ends):
        return False
    follow = chain.tags[last : last + 1]
    if chain.tags[bare - 1] == "K" and follow not in ("v", "l"):
        return False  # futures, unlike who trades in them
    if chain.tags[last - 1] == "T" and follow in tuple("VzK"):
        return False  # electric toys, of which more are sold
    return (
        follow in tuple(_DOES)
        or (firm and follow == "Q")
        or (follow == "l" and chain.text.startswith((*signs.speech, *signs.follows), chain.starts[last]))
        or (
            follow != ""
            and chain.text.startswith(words_of(hit.context, "runs") or ("\0",), chain.starts[last])
        )
    )


def _by_letters(hit: Hit) -> list[Link] | None:
    """ "group OCF", "OTP bank": Latin letters beside a word for a body."""
    if signs_in(hit) is None:
        return None
    chain = hit.chain
    side = hit.first - 1 if chain.tags[hit.last - 1] in "WZ" else hit.last - 1
    value = chain.values[side]
    kind = str(value).rstrip("!") if chain.tags[side] in "Iø" and isinstance(value, str) else "company"
    if not chain.text[hit.start].isalpha() or chain.ends[hit.last - 1] - hit.start < 2:
        return None
    return placed_name(hit, hit.first, hit.last, kind, nation_before(chain, hit.first))


def _by_office(hit: Hit) -> list[Link] | None:
    """ "LOREM's chairman X": what stands between a mark and a company's office with its holder."""
    signs, chain = signs_in(hit), hit.chain
    office = chain.values[hit.last] if hit.last < len(chain) else None
    if signs is None or office not in ("company", "expert") or not chain.adjacent(hit.last):
        return None
    first = hit.first if chain.tags[hit.first] == "u" else name_start(chain, hit.first, hit.last, signs)
    if not is_name(hit, first, hit.last, signs) or _letters(chain, first, hit.last) < _SOUNDS:
        return None
    if office == "expert" and not chain.words(first, hit.last).endswith((*signs.business, *signs.trades)):
        return None
    return placed_name(hit, first, hit.last)


def _by_contract(hit: Hit) -> list[Link] | None:
    """ "LOREM in July signed with ... an agreement": who opens a sentence and agrees, and is no person."""
    signs, chain = signs_in(hit), hit.chain
    if signs is None:
        return None
    first = hit.first + (chain.tags[hit.first] == "°")
    last = said_from(chain, first, hit.last, signs)
    if any(chain.words(i) in signs.stops for i in range(first, last)):
        return None
    if not _tells(chain, hit.last) or last - first < _SOUNDS or not is_name(hit, first, last, signs):
        return None
    hit.last = last
    return None if _is_family(chain, first, last, signs) else placed_name(hit, first, last)


def _is_family(chain: Chain, first: int, last: int, signs: Signs) -> bool:
    """Could these few characters be a person's family name and given name?"""
    name = chain.words(first, last)
    return len(name) < _FULL and (name[:1] in signs.surnames or name[:2] in signs.surnames)


def _tells(chain: Chain, i: int) -> bool:
    """Is an agreement told in the clause from link ``i`` on?"""
    rest = chain.tags[i : i + _AGREED]
    rest = rest[: min((rest.find(mark) for mark in ",;s" if mark in rest), default=len(rest))]
    return bool(set(rest) & set("DY"))


def _by_side(hit: Hit) -> list[Link] | None:
    """ "signed with LOREM": who stands between "with" and what both did; its country if it is written out."""
    signs, chain = signs_in(hit), hit.chain
    if signs is None or not _tells(chain, hit.last):
        return None
    first, last = hit.first, said_from(chain, hit.first, hit.last, signs)
    if any(chain.words(i) in signs.stops for i in range(first, last)) or last - first < _SOUNDS:
        return None
    if chain.words(first, last).startswith(signs.not_names) or chain.tags[last : last + 1] not in tuple(
        "YDmnzJθl"
    ):
        return None
    if "l" not in chain.tags[first:last] or not chain.adjacent(first) or not _is_partner(chain, first, last):
        return None
    if chain.tags[last - 1] in "TKHV" and not chain.words(first, last).endswith(
        (*signs.business, *signs.trades)
    ):
        return None
    hit.last = last
    return placed_name(hit, first, last, country=nation_before(chain, first))


def _is_partner(chain: Chain, first: int, last: int) -> bool:
    """Does a name, right before its "with", begin the clause, and do both more than talk?"""
    if chain.tags[first - 1] != "u":
        return True
    i = first - 2
    while i >= 0 and chain.tags[i] in _NAME:
        i -= 1
    return (i < 0 or chain.tags[i] in _OPENS + "›θ") and chain.values[last] != "negotiating"


def _by_object(hit: Hit) -> list[Link] | None:
    """ "acquires 49% of the company LOREM": what stands between the verb and a share."""
    signs = signs_in(hit)
    stopped = signs is None or any(hit.chain.words(i) in signs.stops for i in range(hit.first, hit.last))
    stopped = stopped or (signs is not None and hit.words.startswith(signs.not_names))
    return None if stopped or not hit.chain.adjacent(hit.first) else placed_name(hit, hit.first, hit.last)


def _by_agent(hit: Hit) -> list[Link] | None:
    """ "paid for by LOREM of Guangxi": a place and a name, and what they did."""
    signs = signs_in(hit)
    if signs is None or not is_name(hit, hit.first + 1, hit.last, signs):
        return None
    return placed_name(hit, hit.first, hit.last)


def _by_opening(hit: Hit) -> list[Link] | None:
    """Who opens a text that goes on with 公司, up to a time or a verb."""
    signs, chain = signs_in(hit), hit.chain
    if signs is None or hit.first > _HEAD or "@" in chain.tags[: hit.first]:
        return None
    last = said_from(chain, hit.first, hit.last, signs)
    named = last - hit.first >= _SOUNDS and name_start(chain, hit.first, last, signs) == hit.first
    told = [i for i in chain.find("L", last, last + _STORY) if chain.tags[i - 1] in _ENDS]
    told += [i for i in chain.find("G", last, last + _STORY) if chain.values[i] == "company"]
    acts = chain.tags[last : last + 1] in tuple("YDJV") and _is_family(chain, hit.first, last, signs)
    named = named and not acts and is_name(hit, hit.first, last, signs) and any(told)
    return placed_name(hit, hit.first, last) if named else None


UNSPACED_CUES = Grammar(
    "@",
    *UNSPACED_DEALT,
    Rule(
        "han.opening",
        r"(?:(?<=[s\"¶])|(?<![^¶]))ll[lTH]{0,4}(?=[θmYDJVK])",
        _by_opening,
        example="洛雷姆2020年出口增长。公司有员工400人。",
        language="zh",
    ),
    Rule("han.owned", r"[lSNHT]{2,6}(?=lκ|o)", _by_owned, example="由百果园旗下公司采购", language="zh"),
    CODED,
    Rule(
        "han.form",
        r"A(?:[lTKHJ°]{2,9}|°)L(?=[zYDJVmvθ‹])",
        _by_form,
        example="新加坡海峡航运集团获得订单",
        language="zh",
    ),
    Rule(
        "han.short_form",
        r"(?:(?<=[,s;\"¶utqy])|(?<![^¶]))[l°][lTKHVUτ°]{1,4}(?:L{1,2}|ø)(?=[YDJKmzutqyθov,s;OlQ])"
        r"|(?<=o)l[lTKHVU]{1,4}L{1,2}(?=θ|[nu])",
        _by_short_form,
        example="宏远科技公司将向海达集团供货",
        language="zh",
    ),
    SOUNDED,
    Rule(
        "han.business",
        r"[lTKHISUτV°]{2,9}[Lø]?",
        _by_business,
        example="海沧锂业签署协议",
        language="zh",
    ),
    Rule(
        "han.national",
        r"A[lTKHUV°]{1,6}(?:u[lTK]{1,3})?(?:L{1,2}|ø)(?=[YDmnuzt,vJθlN])",
        _by_form,
        example="与泰国国家石油公司签署备忘录",
        language="zh",
    ),
    Rule(
        "han.side",
        r"(?:(?<=u)|(?<=uA)|(?<=uAø)|(?<=uø))[lτU°][lτVUKTH]{1,7}L{0,2}ø?(?=[YDm])",
        _by_side,
        example="与国有企业萨姆鲁克签署合作协议",
        language="zh",
    ),
    HOLDING,
    Rule(
        "han.object",
        r"(?<=[DY])[lτU°][lTKVUτ]{1,7}L(?=[Qo,sz])",
        _by_object,
        example="收购阿克托别公司49%的股权",
        language="zh",
    ),
    Rule(
        "han.kind",
        r"(?<=[øL])(?:[lHV]{2,7}|°[lHT]{1,4})",
        _by_kind,
        example="化肥巨头萨沃里称",
        language="zh",
    ),
    Rule("han.agent", r"(?<=q)°l{2,4}(?=[JY])", _by_agent, example="由广西嘉农投了", language="zh"),
    Rule("han.nation", r"(?<=[uDYqt]A)l{2,7}", _by_nation, example="收购印度科罗曼。", language="zh"),
    Rule(
        "han.holder",
        r"(?:(?<=[,s;\"])|(?<![^¶]))[luTHYK]{2,7}(?=O@)",
        _by_office,
        example="和诚精密财务长林淑芬说",
        language="zh",
    ),
    Rule(
        "han.agrees",
        r"(?:(?<=[,s;\"])|(?<![^¶]))°?[lτ][lTVKU]{1,5}[Lø]?(?=n?θ{0,2}u)",
        _by_contract,
        example="上海果源荟7月初与秘鲁签下采购协议",
        language="zh",
    ),
    Rule(
        "han.letters",
        r"W{1,3}[IL]|(?<=[øLI])W{1,3}(?:XW{1,2})?",
        _by_letters,
        example="匈牙利LRM银行表示",
        language="zh",
    ),
    *UNSPACED_BESIDE,
)
