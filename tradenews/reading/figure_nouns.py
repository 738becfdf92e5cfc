"""Words around a mention: the noun that an adjective belongs to, peoples, verbs, persons who only study."""

from __future__ import annotations

from tradenews.lazy import regex
from tradenews.lexicon.forms import UNSPACED, fold
from tradenews.lexicon.index import Lexicon
from tradenews.models.actor import Actor
from tradenews.reading.figure_cues import ENDS
from tradenews.scan.chain import Chain

_INSIDE = "laiWTHZø-'"  # what may stand between a modifier and its noun
_REACH = 4
_BOUGHT = 6  # links from a verb of buying to the one who sells
_RANKED = 8  # links between a noun of rank and who ranks higher
_SOON = 5  # links within which a verb follows
_OPENERS = ("", "_", ",", ";", "&", ":", "¬", '"')
_NAMES = tuple("@EWøILlTHK")

_OWNED_NOUN = regex("[o']{0,2}[la]{0,2}K")
_DECIDED = regex("[lto,][lJVY_ton]{0,5}K")  # "to impose a duty"
_NOUNS_BEHIND = ("K", "F")
_ELIDED = regex("[,&]_?Qo?_?a(?=T)")
_BOUGHT_GOODS = regex("Ko_?[Tla]{1,4}o_?$")
_RESULTS = regex("v[_al]{0,3}(?:[VK]{1,2}o?_?Q|Q)")
_OWN_ACT = regex("vθ?[_aøl]{0,3}(?:D|[VK][ol_]{0,3}Q)")
_NATIONAL = frozenset(("exports", "imports", "balance", "gdp", "tariff"))
_FORESEES = regex("l?[Vvl]_?[la]?m")

_PARTNER = "partner"  # of table counted
_MADE_IN = 2
_ONE_WAY = ("exports", "imports", "balance")  # told from the side of the other one
_BACK_FROM_PARTNER, _TO_PARTNER = 5, 14  # links
_NOUN_AHEAD = regex("[laiV]{1,2}[HøI@KT]|@")
_AMOUNT = regex("[θlb_n]{0,4}Q")
_SUBJECT = regex('(?:^|[s¶,;:&¬"])_?(?:[laT]{0,2}[AGk@H]|[al]{1,2}[HøWT])[lm]{0,2}$')
_ACTS = regex("l{1,2}[JV]")
_SELLS = regex("[HøT]{0,2}[lθm]{0,2}(?P<verb>J)_?")  # between who sells and whom it is sold to
_SUBJECT_REACH = 6
_CLAUSE_ENDS = ";:¬"


def noun_after(tags: str, first: int) -> str:
    """What the noun is that a modifier before it belongs to: a via, or ``holder`` ("Mexican firms")."""
    found = ""
    if (elided := _ELIDED.match(tags, first)) is not None:
        first = elided.end()  # "2 tonnes of Romanian and 3 of French wheat"
    if tags[first : first + 1] == "Q" and tags[first + 1 : first + 2] in _NOUNS_BEHIND:
        first += 1  # "India's 150 percent duty"
    for tag in tags[first : first + _REACH]:
        if tag == "J" and found == "goods":
            return found  # "25 Prozent Zoll auf US-Stahl erheben"
        if tag in "KJ":
            return "own"
        if tag == "F":
            return "share"
        if tag in "IO@Ev":
            return "office"
        if tag == "T":
            found = "goods"
        elif tag == "H":
            return found or "holder"
        elif tag not in _INSIDE:
            return found
    return found


def governs(chain: Chain, first: int, lexicon: Lexicon) -> bool:
    """Is the noun of a modifier who governs: "Canada's government", "the Chinese authorities"?"""
    forms = lexicon.lines["name_words"].get("authorities", ())
    last = min(first + 2, len(chain))
    return any(chain.tags[i] in "lGW" and fold(chain.words(i)) in forms for i in range(first, last))


def noun_before(tags: str, link: int) -> str:
    """What the noun is that a modifier behind it belongs to; as :func:`_noun_after`."""
    for i in range(link - 1, max(link - _REACH, -1), -1):
        tag = tags[i]
        if tag in "KJ":
            return "own"
        if tag == "F":
            return "share"
        if tag in "IO":
            return "office"
        if tag == "T":
            return "goods"
        if tag == "H":
            return "holder"
        if tag not in "laW":
            return ""
    return ""


def is_people(chain: Chain, link: int, lexicon: Lexicon) -> bool:
    """Does an adjective without a noun mean the people: "los portugueses", "die Deutschen", "Americans"?"""
    tags, words = chain.tags, lexicon.lines["name_words"]
    named = tags[link + 1 : link + 2]
    endings, capitals = words.get("people_endings"), words.get("nouns_have_capitals")
    if named == "l" and tags[link - 1 : link] == "_" and endings is None:
        acts = capitals or _ACTS.match(tags, link + 1) is not None
        named = "" if acts else named  # "die Iren haben", "los brasileños nos compran"
    if tags[link - 1 : link] not in _OPENERS or (named and named in _NAMES):
        return False
    if capitals:
        return chain.text[chain.starts[link]].isupper()
    return endings is None or chain.words(link).endswith(endings)


def is_expert(actor: Actor, lexicon: Lexicon) -> bool:
    """Does a person only study what others do: an analyst?"""
    entries = (lexicon.word(word) for word in (actor.role or "").split())
    return any(entry is not None and entry.tag == "O" and entry.value == "expert" for entry in entries)


def acts(chain: Chain, first: int) -> bool:
    """Does a verb follow behind words of the future: "plans to invest", 将在匈牙利投资?"""
    verbs = "JK" if chain.text[chain.starts[first - 1]] >= UNSPACED else "J"
    for tag in chain.tags[first : first + _SOON]:
        if tag not in "n_AaktθlW°":
            return tag in verbs
    return False


def comes_after(chain: Chain, link: int, lexicon: Lexicon) -> bool:
    """Does a country only tell who ranks higher, without an amount: "the second market after China"?

    Words of which some mean time or place ("after", "nach") need a noun of rank before them.
    """
    tags, words = chain.tags, lexicon.lines["name_words"]
    if tags[link] not in "Aak" or set(tags[link + 1 : link + 3]) & {"Q", "‹"}:
        return False
    at = link - 1
    while at > 0 and tags[at] in "_o":
        at -= 1
    before = fold(chain.words(at)) if at >= 0 else ""
    if before in words.get("ranked_behind", ()):
        return True
    if before not in words.get("ranked_after", ()):
        return False
    for i in range(at - 1, max(at - 1 - _RANKED, -1), -1):
        if str(chain.values[i]).rstrip("?") in ENDS or fold(chain.words(i)) in words.get("rank_nouns", ()):
            return True
        if tags[i] in "Qs;":
            return False
    return False


def is_partner(chain: Chain, link: int) -> bool:
    """Is a country called somebody's trading partner, its trade with whom is told: "China remained its main
    trading partner, with exports of 5 billion"? Not where it acts itself: "its partner China imported 5"."""
    place = -1
    if chain.tags[link] not in "Ak":
        return False
    for i in chain.find("H", max(link - _BACK_FROM_PARTNER, 0), min(link + _TO_PARTNER, len(chain))):
        if chain.values[i] == _PARTNER:
            place = i
    first, last = min(place, link), max(place, link)
    between = chain.tags[first + 1 : last]
    amount = chain.tags.find("Q", link)
    if place < 0 or amount < 0 or set(between) & set(";J") or (place < link and set(between) & set(",Aa")):
        return False
    if "Q" in between:  # "with a part of 12 percent, China is its main partner"
        return between.count("Q") == 1 and chain.values[amount].amount.dimension == "ratio"
    if chain.values[amount].amount.dimension == "ratio":
        return "J" not in chain.tags[last:amount]
    nouns = [str(chain.values[i]) for i in chain.find("K", last, amount)]
    return bool(nouns) and nouns[-1].startswith(_ONE_WAY) and "J" not in chain.tags[last:amount]


def is_given(chain: Chain, giver: int, link: int) -> bool:
    """Does one mention sell to the next without a preposition: "Australia sold China barley worth 5"?"""
    sold = _SELLS.fullmatch(chain.tags, giver + 1, link)
    behind = chain.tags[link + 1 : link + 3]
    if sold is None or (behind[:1] not in tuple("TlθzQHaNb") and behind not in ("nθ", "_T")):
        return False
    return str(chain.values[sold.start("verb")]).startswith("exports")


def is_sold_to(chain: Chain, link: int, lexicon: Lexicon) -> bool:
    """Does an adjective behind a verb of selling mean whom it is sold to: "sold the Peruvians 5 tonnes"?"""
    told = chain.tags[max(link - 2, 0) : link] == "J_" and str(chain.values[link - 2]).startswith("exports")
    return told and is_people(chain, link, lexicon)


def is_receiver(chain: Chain, link: int) -> bool:
    """Is a country who gets the goods, with no preposition: "Ukraine sent Egypt 5 tonnes of wheat"?

    Another one acts before the verb, and the amount stands right behind it.
    """
    tags, verb = chain.tags, len(chain.tags[:link].rstrip("_")) - 1
    if tags[link] != "A" or _AMOUNT.match(tags, link + 1) is None or tags[verb : verb + 1] != "J":
        return False
    if verb < 1 or not str(chain.values[verb]).startswith("exports"):
        return False
    return _SUBJECT.search(tags, max(verb - _SUBJECT_REACH, 0), verb) is not None


def relates(words: str, lexicon: Lexicon) -> bool:
    """Can a word for "than" also be "that"?"""
    return fold(words) in lexicon.lines.get("directions", {}).get("that", ())


def goes_there(chain: Chain, link: int) -> bool:
    """Do exports go to a place, in a language that says so with "in": "esportazioni di vino in Cina"?"""
    for i in range(link - 1, max(link - 2 - _REACH, -1), -1):
        if chain.tags[i] in "KJ":
            return str(chain.values[i]).startswith("exports") and chain.tags[i] == "K"
        if chain.tags[i] not in "n_oTlaX":
            return False
    return False


def is_seller(chain: Chain, link: int, lexicon: Lexicon) -> bool:
    """Does a language buy "at" whom others buy from: "compró a Túnez", "achats à la Chine"?"""
    words = lexicon.facts.get("buys_at", "").split()
    at = max(chain.tags.rfind(tag, max(link - _REACH, 0), link) for tag in "tr")  # "al año a la danesa X"
    if at < 0 or chain.words(at).lower().partition(" ")[0] not in words:
        return False
    for i in range(at - 1, max(at - 1 - _BOUGHT, -1), -1):
        if chain.tags[i] in "KJ":
            return str(chain.values[i]).startswith("imports?")
        if chain.tags[i] in ",;" or chain.tags[i:at].count("Q") > 1:
            return False
    return False


def is_threatened(chain: Chain, link: int, lexicon: Lexicon) -> bool:
    """Does somebody threaten a country: "Trump threatened Canada with", "dreigde Trump Canada met"?

    Not where the country itself is all that can be the subject: "Gisteren dreigde China met heffingen".
    """
    words, tags, at = lexicon.lines["name_words"], chain.tags, link - 1
    while at > 0 and tags[at] in "_@kOθ" and link - at < _REACH:
        at -= 1
    if at <= 0 or fold(chain.words(at)) not in words.get("threatens", ()):
        return False
    if set(tags[at + 1 : link]) & set("@k") or tags[:at].rstrip("l_").endswith("@,"):
        return True  # also "Trump, the president, threatened Canada"
    first = max(tags.rfind(",", 0, at), tags.rfind(";", 0, at)) + 1
    return any(tags[i] in "@AGkE" for i in range(max(first, at - _RANKED), at)) or (
        fold(chain.words(at - 1)) in words.get("pronouns", ())
    )


def is_owner(chain: Chain, link: int, lexicon: Lexicon) -> bool:
    """Is a country behind goods that are bought the buyer: "importations de blé de l'Algérie"?

    Some languages say so by an article ("importations de gaz de Russie" come from there).
    """
    bought = _BOUGHT_GOODS.search(chain.tags, max(link - _RANKED, 0), link)
    if bought is None or not str(chain.values[bought.start()]).startswith("imports"):
        return False
    return fold(chain.words(link - 1)) in lexicon.facts.get("owned_by", "").split()


def replaces_noun(chain: Chain, i: int, lexicon: Lexicon) -> bool:
    """Does a word open its clause for a noun told before: "Those of China rose", "quello della Cina"?"""
    if i < 0 or chain.tags[i] not in "_Wlt" or (i and chain.tags[i - 1] not in _CLAUSE_ENDS):
        return False
    return fold(chain.words(i)) in lexicon.lines["name_words"].get("elided_nouns", ())


def reports(chain: Chain, link: int) -> bool:
    """Does a company tell of itself: "Maersk reported revenue of 5 billion", "announced a takeover"?"""
    told = _RESULTS.match(chain.tags, link + 1) or _OWN_ACT.match(chain.tags, link + 1)
    if told is None:
        return False
    rest = chain.tags[link + 1 :].partition(",")[0]
    nouns = [str(chain.values[i]) for i in chain.find("K", link + 1, link + 1 + len(rest))]
    return not set(rest) & set("Aa") and not (nouns and nouns[0].rstrip("?+-") in _NATIONAL)


def foresees(chain: Chain, link: int) -> bool:
    """Does a company only raise or lower its forecast: "StoneX cut its estimate of the crop"?"""
    return _FORESEES.match(chain.tags, link + 1) is not None


def is_bare_firm(chain: Chain, i: int, lexicon: Lexicon) -> bool:
    """Does a word for a company stand for one named before: "la estatal", with its article and no name?"""
    words = lexicon.lines["name_words"]
    if "s" in words.get("plural_endings", ()) and chain.words(i).endswith(words.get("many_firms", ())):
        return False
    described = chain.tags[max(i - 2, 0) : i] == "_a"
    article = fold(chain.words(i - 1 - described)) if i else ""
    if article in words.get("plural_articles", ()) or article in words.get("indefinite", ()):
        return False
    if article in words.get("shared_articles", ()) and not fold(chain.words(i)).endswith(
        words["single_firms"]
    ):
        return False  # "die Unternehmen", but "die Firma"
    plural = (each.split(" ") for each in words.get("plural_adjectives", ()) if described)
    if any(article == first and chain.words(i - 1).endswith(last) for first, last in plural):
        return False
    if chain.values[i] != "company" or chain.tags[i + 1 : i + 3].lstrip("al")[:1] in tuple("@WñZE"):
        return False
    first, blank, _ = chain.words(i).partition(" ")
    entry = lexicon.word(first)
    inside = (entry is not None and entry.tag == "_") or fold(first) in words.get("lone_articles", ())
    return (inside and blank != "") or described or chain.tags[max(i - 1, 0) : i] == "_"


def is_genitive(chain: Chain, link: int, lexicon: Lexicon) -> bool:
    """Does a country's name stand as the owner of a noun further on: "Deutschlands größter Hafen"?"""
    if chain.tags[link] != "A" or not _NOUN_AHEAD.match(chain.tags, link + 1):
        return False
    return has_genitive(chain, link, lexicon)


def has_genitive(chain: Chain, link: int, lexicon: Lexicon) -> bool:
    """Does a name end in the "s" of an owner: "Polens"?"""
    words = chain.words(link)
    entry = lexicon.word(words[:-1]) if words[-1:] == "s" else None
    return entry is not None and entry.tag in "Aa"  # Polen: also the people


def is_made_in(chain: Chain, link: int, lexicon: Lexicon) -> bool:
    """Is a country that of goods by its own form: "made in China"?"""
    words = chain.words(link).split(" ")
    small = lexicon.word(words[1]) if len(words) > _MADE_IN else None
    return small is not None and small.tag == "n"


def imposes(chain: Chain, link: int) -> bool:
    """Are duties called those of a person: "Trump's tariffs", "the plan of President Trump to impose 5%"?"""
    behind = _OWNED_NOUN.match(chain.tags, link + 1)
    before = chain.tags[max(link - _REACH, 0) : link].rstrip("_O")
    noun = behind.end() - 1 if behind else link - 2 if before.endswith("Ko") else -1
    if noun < 0 and before.endswith("lo") and (decided := _DECIDED.match(chain.tags, link + 1)):
        noun = decided.end() - 1
    return noun >= 0 and str(chain.values[noun]).startswith("tariff")
