"""Which word of its clause says what an amount measures."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from tradenews.lazy import regex
from tradenews.models.amount import Amount
from tradenews.reading.clauses import Layout
from tradenews.reading.figure_cues import AFTER, MIRROR, PER_SHARE, KindCue
from tradenews.reading.figure_sizes import fits
from tradenews.reading.slot import Slot
from tradenews.scan.chain import Chain

_BRACKETS = regex(r"‹[^›]{0,99}›")
_MADE: Final = ("TJn", "HJn", "TJy", "HJy")
_NEAR, _WEAK, _ACROSS = 1, 6, 3
_BULK: Final = frozenset(("mass", "volume"))
_LEAVES: Final = frozenset(("exports", "sales", "consumption"))  # where a part of a harvest may go
_STRETCH_ENDS: Final = regex("[Q,;:&s¬=-]")
_OF_CROP: Final = regex("o[_ol]{0,2}K")
_PREPOSITIONS = '_obyezX"'
_GOVERNS: Final = frozenset({"o", "o_", "z", "z_", "X", "n", "n_"})
_GOVERNING: Final = frozenset({"tariff", "price", "balance"})
_GROWN: Final = frozenset({"production", "consumption"})  # "area of winter crops"
_LINKING = "_aAkψΩ@TκθFlW¤-X"
_PARTS: Final = frozenset("VQ,;:¬&m")  # what begins something else
_TOLD_OF: Final = frozenset({"price", "production", "tariff"})
_OWNED: Final = 6
_OF_IT: Final = regex("K(?:V|[yz]|[nz]?_?l?o)b?_?$")  # "exports worth", "exports of"
_OF_NEXT: Final = regex("[lVTaA_]{0,3}K(?:V|[yz]|[nz]?_?l?o)b?_?Q")
_OWN: Final = regex("(?:V[not]?|[ontz])_?[aT]?K")  # "of imports", "a 5 percent fall in imports"
_OBJECT: Final = regex(",?(?:[no]?_?θ)?,?_K")
_TURNED: Final = regex("(?:t[_b]?Q)?,?V[_al]{1,3}K")
_RAISED: Final = regex("[Vl][qtNb]{0,3}t_?b?$")
_NEXT: Final = regex("[VJQN;:s]")
_APART: Final = regex("K[o_aAT]{0,3},(?P<inner>[^,;:sQ]{1,9}),[lmV]")
_RELATIVE: Final = regex("[oTlaX_]{0,5},?[=_l]_?t?[A@G][tnAaH_]{0,4}[JK]")  # "of what A exports"


def best_cue(slot: Slot, layout: Layout, cues: Iterable[KindCue]) -> tuple[KindCue, int] | None:
    """The word of the clause that fits the amount and stands nearest to it, with its distance."""
    owner = layout.owner[slot.link]
    amount = slot.quantity.amount
    near = [cue for cue in cues if layout.owner[cue.link] == owner and _fits(cue, amount, layout.chain)]
    if amount.dimension == "money":
        near = [cue for cue in near if not of_goods(cue, layout.chain)]
    if amount.dimension == "ratio":  # "a loss of 2.3 percent in France"
        near = [cue for cue in near if (cue.kind, cue.sign) != ("finance", -1) or cue.link + 1 != slot.link]
    if (subject := _subject_behind(slot.link, near, layout)) is not None:
        return subject, 0
    if len(near) > 1 and amount.dimension in _BULK:
        near = _with_own_verb(near, slot.link, layout.chain)
    if len(near) > 1:
        near = _without_asides(near, slot.link, layout.chain)
        near = _without_next(near, slot.link, layout.chain)
        near = _heads(_without_made(near, slot.link, layout.chain), layout.chain, slot.link)
    rated = [(_distance(layout, slot.link, cue), cue.link, cue) for cue in near]
    if not rated:
        return _object_behind(slot, layout.chain, cues)
    distance, _, cue = min(rated, key=lambda r: r[:2])
    return cue, distance


def _subject_behind(amount: int, cues: list[KindCue], layout: Layout) -> KindCue | None:
    """The noun behind the verb of a clause that begins with how much: "By 16 percent to 5 fell imports"."""
    tags = layout.chain.tags
    behind = _TURNED.match(tags, amount + 1)
    if behind is None or any(tags[i] in "KJTD" for i in layout.links(amount, "KJTD") if i < amount):
        return None
    return next((cue for cue in cues if cue.link == behind.end() - 1), None)


def _object_behind(slot: Slot, chain: Chain, cues: Iterable[KindCue]) -> tuple[KindCue, int] | None:
    """The noun that a verb raises to an amount: "elevar a 5 millones, en 2010, el comercio entre ambos"."""
    tags = chain.tags
    behind = _OBJECT.match(tags, slot.link + 1)
    if behind is None or _RAISED.search(tags, max(slot.link - _OWNED, 0), slot.link) is None:
        return None
    last = behind.end() - 1
    ends = _NEXT.search(tags, last)
    if ends is not None and ends[0] in "VJQN":
        return None  # "to 5 in May, exports fell to 3"
    found = next((cue for cue in cues if cue.link == last), None)
    return (found, last - slot.link) if found and _fits(found, slot.quantity.amount, chain) else None


def _fits(cue: KindCue, amount: Amount, chain: Chain) -> bool:
    """Can a word measure an amount? Small money is a price, or what was earned per share."""
    if amount.dimension == "power" and cue.kind in MIRROR and not cue.weak:
        return True  # "imports 90 megawatts from Laos"
    per_share = amount.dimension == "money" and str(chain.values[cue.link]).endswith(PER_SHARE)
    return per_share or fits(cue.kind, amount)


def of_goods(cue: KindCue, chain: Chain) -> bool:
    """Does a word tell of goods and not of the money for them: "produced", "received"?"""
    if chain.tags[cue.link] != "J":
        return False
    return cue.kind == "production" or str(chain.values[cue.link]).endswith(" goods")


def _without_asides(cues: list[KindCue], amount: int, chain: Chain) -> list[KindCue]:
    """Without those between two commas behind a noun: "the surplus, or exports less imports, was 4"."""
    aside = _APART.search(chain.tags, 0, amount)
    if aside is None or chain.tags.count(",", aside.end(), amount):
        return cues
    first, last = aside.span("inner")
    rest = [cue for cue in cues if not first <= cue.link < last]
    return rest if any(cue.link == aside.start() for cue in rest) else cues


def _without_made(cues: list[KindCue], amount: int, chain: Chain) -> list[KindCue]:
    """Without verbs that only tell of goods what they are: "duties of 45 percent on cars made in China"."""
    if not any(cue.link < amount for cue in cues):
        return cues
    return [c for c in cues if c.link < amount or chain.tags[c.link - 1 : c.link + 2] not in _MADE]


def _with_own_verb(cues: list[KindCue], amount: int, chain: Chain) -> list[KindCue]:
    """The verb behind an amount that a mark parts from those before: "made 5 tonnes, 3 were eaten at home".

    Also where the goods are a part of a harvest: "3 tonnes of the harvest were sent abroad".
    """
    tags = chain.tags
    since = max(tags.rfind(mark, 0, amount) for mark in ",;&")
    stop = _STRETCH_ENDS.search(tags, amount + 1)
    last = stop.start() if stop is not None else len(tags)
    own = [cue for cue in cues if amount < cue.link < last and tags[cue.link] == "J"]
    crop = _OF_CROP.match(tags, amount + 1)
    if crop is not None and own and own[-1].kind in _LEAVES and chain.values[crop.end() - 1] == "production":
        return own
    head = tags[since + 1 : amount] if since >= 0 else "K"
    told = any(cue.link < since for cue in cues)
    return own if own and told and not set(head) & set("KJVQ") else cues


def _without_next(cues: list[KindCue], amount: int, chain: Chain) -> list[KindCue]:
    """Without the noun behind an amount that has one of its own: "exports of 5 faced imports of 4"."""
    if (own := _OWN.match(chain.tags, amount + 1)) is not None:
        mine, last = own.end() - 1, chain.tags.rfind("Q", 0, amount)
        told = [cue.kind for cue in cues if last < cue.link < amount]
        if told and {chain.values[mine], *told} == set(MIRROR):
            return [cue for cue in cues if cue.link >= mine]  # "5 of exports against 7 of imports"
    owned = _OF_IT.search(chain.tags, max(amount - _OWNED, 0), amount) is not None
    if not owned or _OF_NEXT.match(chain.tags, amount + 1) is None:
        return cues
    return [cue for cue in cues if cue.link < amount or chain.tags[cue.link] != "K"] or cues


def _heads(cues: list[KindCue], chain: Chain, amount: int) -> list[KindCue]:
    """The nouns that no other noun governs: of "export levy" the levy, of "duties on imports" the duties."""
    kept: list[KindCue] = []
    for cue in cues:
        before = kept[-1] if kept else None
        if before is not None and _is_aside(chain, before, cue, amount):
            continue
        if before is not None and chain.tags[cue.link] == chain.tags[before.link] == "K":
            between = chain.tags[before.link + 1 : cue.link]
            if not between and not cue.weak:
                kept.pop()
            elif _governing(before, between) in _GOVERNS and (
                before.kind in _GOVERNING or (before.kind == "other" and cue.kind in _GROWN)
            ):
                continue
        kept.append(cue)
    return kept


def _governing(noun: KindCue, between: str) -> str:
    """The small words that tie a noun to the one before; of duties over goods: "duty on rice exports"."""
    if noun.kind != "tariff":
        return between
    tie = between.strip("laT_")
    return "z" if tie == "t" else tie  # "heffing op de export"


def _is_aside(chain: Chain, noun: KindCue, cue: KindCue, amount: int) -> bool:
    """Does a relative clause only say what is priced or made: "the price of the gas that A exports rose"?"""
    if chain.tags[noun.link] != "K" or noun.kind not in _TOLD_OF or not cue.link < amount:
        return False
    if "V" not in chain.tags[cue.link + 1 : amount]:
        return False
    between = set(chain.tags[noun.link + 1 : cue.link])
    if noun.kind == "price" and chain.tags[cue.link] == "J" and not between & _PARTS:
        return True  # "the price of the beef exported by A rose"
    return _RELATIVE.fullmatch(chain.tags, noun.link + 1, cue.link + 1) is not None


def _distance(layout: Layout, amount: int, cue: KindCue) -> int:
    chain = layout.chain
    if cue.link > amount:
        first, last = amount + 1, cue.link
        if cue.link == amount + 1 and (chain.tags[cue.link] == "D" or not cue.weak):
            return 0
        if chain.tags[amount + 1] in "onzXt" or cue.link == amount + 1:
            between = chain.tags[amount + 2 : cue.link]
            if not between.strip(_LINKING):
                named = not between and chain.tags[cue.link] == "K"  # "3 billion to sales"
                return _NEAR + (_WEAK if cue.weak and not named else 0)
    else:
        first, last = cue.link + 1, amount
    between = chain.tags[first:last]
    if cue.link < amount and between and not between.strip(_PREPOSITIONS):
        return _NEAR
    between = _BRACKETS.sub("", between)
    rest = len(between) + _ACROSS * between.count("Q") + between.count(",")
    if cue.link < amount and chain.tags[cue.link : cue.link + 2] == "J&" and _closing_verb(layout, amount):
        rest += AFTER + _WEAK  # "worth 5 imported and worth 7 exported"
    if cue.link > amount and not (chain.tags[cue.link] == "J" and _closes(layout, cue.link)):
        rest += AFTER
    return rest + (_WEAK if cue.weak else 0)


def _closing_verb(layout: Layout, amount: int) -> bool:
    """Does another verb close the clause behind the amount?"""
    return any(i > amount and _closes(layout, i) for i in layout.links(amount, "J"))


def _closes(layout: Layout, link: int) -> bool:
    """Does a verb close its clause, as participles do in German: "wurden für 5 Milliarden verkauft"?"""
    after = layout.after(link)
    return layout.tag(after) in ("", "s", ",", "&", ";", "›")
