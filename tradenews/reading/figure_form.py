"""Level, growth, change or share; up or down; happened, expected, aimed at or only possible."""

from __future__ import annotations

from typing import Final

from tradenews.lazy import regex
from tradenews.reading.clauses import Layout
from tradenews.reading.figure_bare import extent_of, form_of_bare, is_part, last_ratio, level_behind, signed
from tradenews.reading.figure_comparing import owns_known
from tradenews.reading.figure_movement import (
    ADVERBS,
    DOWN,
    FLAT,
    PREPOSITIONS,
    SAME,
    UP,
    Movement,
    amounts_to,
    best_movement,
    by_behind_date,
    came_to,
    shared_end,
)
from tradenews.reading.figure_parallel import as_listed, gapped, parallel
from tradenews.reading.figure_running import rate_form
from tradenews.reading.slot import Slot


def best_share(layout: Layout, link: int) -> tuple[int, int] | None:
    """The word that makes a percentage a part of something, with its distance; None where none does."""
    chain = layout.chain
    tags = chain.tags
    after = layout.after(link)
    if layout.tag(after) in ("o", "X"):
        ahead = layout.after(after, "_\"'oXaAlG@W¤-θκT")
        if layout.tag(ahead) in ("K", "F", "Ω", "J"):
            return ahead, 0
    if layout.tag(after) == "F":
        return after, 0
    rated = [(_share_distance(tags, link, i), i) for i in layout.links(link, "F")]
    if not rated:
        return None
    distance, cue = min(rated)
    return cue, distance


def _share_distance(tags: str, link: int, cue: int) -> int:
    if cue > link:
        between = tags[link + 1 : cue]
        return 2 + len(between) + 4 * between.count("Q") + 3 * between.count(",")
    between = tags[cue + 1 : link].strip(PREPOSITIONS + "V")
    return 1 + len(between) + 2 * between.count("Q") + between.count(",")


_EITHER_SIGN: Final = frozenset(("balance", "finance", "other"))  # whose levels may have a sign
_BY_OF: Final = regex("(?:[aA]|[on]_?[aAT@W°X]{1,2}){0,2}o_?b?")
_PART_OF: Final = regex("F|o[_GAao'Ωl]{0,4}Q")
_LESS_SOLD: Final = regex("[KJ]l?T?")
_CHANGED_WITH: Final = regex("[Qf]Vyb?$")  # "was 5% minder met 3 ton"
_WHOLES: Final = {"exports": "exports", "imports": "imports", "trade": "trade", "trade?": "trade"}


def decide_form(slot: Slot, layout: Layout, movements: list[Movement], earlier: list[Slot]) -> str:
    """Give a slot its form and sign; the name of the rule that decided."""
    amount = slot.quantity.amount
    hit = best_movement(layout, slot.link, movements)
    if as_listed(slot, earlier):
        return "form.parallel"
    if amount.dimension == "ratio":
        hit = hit or shared_end(slot.link, layout, movements)
        rule = parallel(slot, hit, earlier) or _form_of_ratio(slot, layout, hit, earlier, movements)
    else:
        rule = _form_of_level(slot, layout, hit)
        if rule == "default" and (grown := _grown_by(slot, layout, movements)) is not None:
            slot.form, slot.movement_cue, hit, rule = "delta", grown.link, (grown, 0), "form.growth"
        elif rule == "default" and (change := gapped(slot, earlier)) is not None:
            slot.form, slot.movement_cue, slot.sign = "delta", change.movement_cue, change.sign
            return "form.parallel"
    if slot.form in ("growth", "delta"):
        if rule == "form.bracket" and hit is None:
            hit = next(((m, 0) for m in movements if m.link == slot.movement_cue), None)
        own = hit is not None and hit[0].noun_of(slot.link, layout.chain.tags)
        if slot.role in ("from", "to") and slot.form == "growth" and not own:
            hit = _growth_itself(slot, layout, movements) or hit
        if rule == "form.extent":
            hit = next(((m, 0) for m in movements if m.link == slot.movement_cue), hit)
        slot.sign = _direction(slot, hit, earlier)
        if rule == "form.compared" and (hit is None or hit[1] > 1) and (last := last_ratio(slot, earlier)):
            slot.sign = last.sign
        told = rule != "form.extent" and (slot.kind in ("gdp", "price") or rule == "form.level_of_share")
        if told and slot.role in ("to", "from") and not signed(slot):
            slot.sign = UP  # "growth slows to 3 percent"
        if rule == "form.again" and earlier:
            slot.sign = earlier[-1].sign
    else:
        signs = slot.kind in ("balance", "finance") and slot.form == "level"
        lost = slot.kind == "finance" and slot.form == "level" and _is_loss(slot, layout)
        slot.sign = -1 if lost else slot.polarity if signs else 1
    return rule


def _form_of_level(slot: Slot, layout: Layout, hit: tuple[Movement, int] | None) -> str:
    """Money, mass and counts: a change where "by" or "more" stands at the amount, else a level."""
    summed = slot.role == "to" and hit is not None and slot.kind in _WHOLES
    if summed and hit and layout.tag(hit[0].link - 1) == "_" and came_to(slot.link, layout, hit[0]):
        slot.form, slot.movement_cue = "delta", hit[0].link
        return "form.change"  # "die Einbußen summieren sich auf 3 Millionen"
    if slot.role in ("from", "to", "than") or _CHANGED_WITH.search(layout.chain.tags, 0, slot.link):
        return "default"
    if _PART_OF.match(layout.chain.tags, slot.link + 1) is not None:
        return "default"  # "closed 85 of its 240 plants"
    if signed(slot) and slot.kind not in _EITHER_SIGN:
        slot.form, slot.movement_cue = "delta", hit[0].link if hit else None
        return "form.signed"  # "(+14 percent, +3 million euros)"
    negative = slot.kind in _EITHER_SIGN and slot.quantity.amount.low < 0  # "swung to minus 3 million"
    if hit is None or negative or owns_known(layout.chain, slot.link - 2):
        return "default"
    movement, distance = hit
    if movement.direction == FLAT:
        return "default"  # "stays at 5, unchanged"
    if movement.direction == DOWN and slot.quantity.amount.bound == "under" and movement.link < slot.link:
        return "default"  # "fell below 5"
    if (
        slot.role == "by"
        or (
            distance == 0
            and layout.tag(layout.before(slot.link)) != "u"
            and not _is_of_next(slot, layout, movement)
        )
        or _changed_by(slot, layout, movement, distance)
        or _led_to(slot, layout, movement)
        or (slot.kind in _WHOLES and amounts_to(slot.link, layout, movement))
    ):
        slot.form, slot.movement_cue = "delta", movement.link
        return "form.change"
    return "default"


def _is_of_next(slot: Slot, layout: Layout, movement: Movement) -> bool:
    """Is a movement behind an amount told of in percent: "104 millions en hausse de 3 %"?"""
    ahead = layout.after(movement.link, "obz'")
    if movement.link < slot.link or layout.tag(ahead) != "Q":
        return False
    return bool(layout.chain.values[ahead].amount.dimension == "ratio")


def _is_loss(slot: Slot, layout: Layout) -> bool:
    """Does a noun of falling stand right before the amount: "a loss of 5 million"?"""
    before = layout.before(slot.link, ADVERBS + "o")
    return slot.role != "from" and layout.tag(before) == "V" and layout.chain.values[before] == "down"


def _changed_by(slot: Slot, layout: Layout, movement: Movement, distance: int) -> bool:
    """ "A rise of 3 billion", "fell 3 billion", "3 billion more than"; not "rose in 2017 to"."""
    if (
        movement.link != slot.kind_cue
        and slot.kind != "count"
        and by_behind_date(slot.link, layout, movement)
    ):
        return True
    between = layout.chain.tags[movement.link + 1 : slot.link]
    if movement.link < slot.link and _LESS_SOLD.fullmatch(between) and _is_compared(slot, layout):
        return True  # 比上年少出口茶叶4万吨
    if distance != 1 or movement.link > slot.link or movement.link == slot.kind_cue:
        return False
    if slot.kind == "count" and not _is_compared(slot, layout):
        return False
    if layout.tag(layout.before(movement.link)) == "t":
        return False
    return not set(between) & set("tqznu")


def _is_compared(slot: Slot, layout: Layout) -> bool:
    """Does a "than", or a period that is only compared with, stand before an amount: 比去年多416列?"""
    chain = layout.chain
    than = (i for i in chain.find("=θ", 0, slot.link) if chain.tags[i] == "=" or chain.values[i].compared)
    return next(than, None) is not None


def _grown_by(slot: Slot, layout: Layout, movements: list[Movement]) -> Movement | None:
    """The noun "growth" of what an amount measures: "cut its forecast of demand growth to 1.1 million"."""
    cue, tags = slot.kind_cue, layout.chain.tags
    if cue is None or cue > slot.link or tags[cue] != "K" or slot.kind == "gdp" or slot.role == "than":
        return None
    for movement in movements:
        first, last = sorted((movement.link, cue))
        between = tags[first + 1 : last].strip("_lT")
        joined = last < slot.link and between == ("o" if movement.link < cue else "")
        by_of = (
            movement.direction
            and movement.link < cue
            and _BY_OF.fullmatch(tags, cue + 1, slot.link) is not None
        )
        if joined and _has_percentage(layout, movement, slot):
            continue  # "growth in exports of 5 percent to 3 million"
        if joined and (movement.noun or (by_of and slot.quantity.amount.dimension == "money")):
            return movement  # "une hausse des exportations de 3 milliards"
    return None


def _has_percentage(layout: Layout, movement: Movement, slot: Slot) -> bool:
    """Does a percentage, by which it grew, stand between a movement and an amount?"""
    chain = layout.chain
    return any(chain.values[i].amount.dimension == "ratio" for i in chain.find("Q", movement.link, slot.link))


def _led_to(slot: Slot, layout: Layout, movement: Movement) -> bool:
    """Does a movement by an amount lead to another right behind it: "verlor der Weizen 2 Euro auf 215"?"""
    chain, ahead = layout.chain, layout.after(slot.link)
    new = layout.after(ahead, ADVERBS)
    if movement.link > slot.link or layout.tag(ahead) != "t" or layout.tag(new) != "Q":
        return False
    if set(chain.tags[movement.link + 1 : slot.link]) & set("Q,;:tqJ") or slot.role != "level":
        return False
    one, other = slot.quantity.amount, chain.values[new].amount
    return bool(one.unit == other.unit and abs(one.high) < abs(other.low))


def _form_of_ratio(
    slot: Slot,
    layout: Layout,
    hit: tuple[Movement, int] | None,
    earlier: list[Slot],
    movements: list[Movement],
) -> str:
    if slot.quantity.amount.unit == "percentage_point":
        slot.form, slot.movement_cue = "delta", hit[0].link if hit else None
        return "form.points"
    if slot.kind != "tariff" and is_part(slot, layout, -1 if hit is None else hit[1], earlier):
        slot.form = "share"
        return "form.part"
    share = _share_of(slot, layout)
    if slot.role == "than" and (before := last_ratio(slot, earlier)) is not None:
        slot.form, slot.movement_cue, slot.share_cue = before.form, before.movement_cue, before.share_cue
        return "form.compared"
    if slot.kind == "tariff" and (rule := _form_of_duty(slot, layout, hit)) is not None:
        return rule
    if _is_rate(slot, layout) and (hit is None or not hit[0].direction or slot.role in ("from", "to")):
        return rate_form(slot)
    if _was_bought(slot, layout) and (hit is None or hit[1] > 1):
        slot.form, slot.share_cue = "share", slot.kind_cue
        return "form.share"
    if hit is not None and hit[1] <= 1 and slot.role not in ("from", "to"):
        slot.form, slot.movement_cue = "growth", hit[0].link
        return "form.movement"
    if slot.role == "by" or _grows_to_level(slot, layout):
        slot.form, slot.movement_cue = "growth", hit[0].link if hit else None
        return "form.change"
    if signed(slot):
        slot.form = "growth"
        return "form.signed"
    if hit is not None and came_to(slot.link, layout, hit[0]):
        slot.form, slot.movement_cue = "growth", hit[0].link
        return "form.movement"
    equal = share is None or layout.chain.values[share[0]] == "share equals"
    if equal and (noun := extent_of(slot, layout, movements)) is not None:
        slot.form, slot.movement_cue = "growth", noun.link
        return "form.extent"
    if share is not None and (hit is None or share[1] <= hit[1] or slot.role in ("to", "from")):
        slot.form, slot.share_cue = "share", share[0]
        return "form.share"
    if slot.role in ("from", "to") and slot.kind != "gdp" and not _growth_noun(slot, layout, hit):
        return _level_of_ratio(slot, earlier)
    if hit is not None:
        slot.form, slot.movement_cue = "growth", hit[0].link
        return "form.movement"
    return form_of_bare(slot, layout, earlier, movements)


def _share_of(slot: Slot, layout: Layout) -> tuple[int, int] | None:
    """The word by which a percentage is a part; none in "Boeing shares rose 3 percent"."""
    cue = slot.kind_cue
    if slot.kind == "price" and cue is not None and layout.chain.tags[cue] == "F":
        return None
    share = best_share(layout, slot.link)
    fallen = share and share[0] < slot.link and layout.tag(layout.before(share[0], ADVERBS + "on")) == "V"
    return None if fallen else share  # "a fall in the volumes of 3 percent"


def _form_of_duty(slot: Slot, layout: Layout, hit: tuple[Movement, int] | None) -> str | None:
    """A rate, or the part of the goods or duties that one is told of; None where a duty moves."""
    if (part := _part_of(layout, slot.link)) is not None:
        slot.form, slot.share_cue = "share", part
        slot.kind = _WHOLES.get(layout.chain.values[part], "tariff")
        return "form.share"
    if _of_duties(slot, layout):
        slot.form = "share"
        return "form.share"
    moved = hit is not None and hit[0].direction != FLAT  # a duty "stays at 14 percent"
    moved = moved and not (hit and hit[0].link == slot.link + 1 and _is_on_top(slot, layout))
    return None if moved and hit and (hit[1] == 0 or slot.role == "by") else "form.tariff"


def _level_of_ratio(slot: Slot, earlier: list[Slot]) -> str:
    """What a percentage is that something came from or to."""
    grown = slot.kind == "price" or _goes_on_growing(slot, earlier)
    slot.form = "growth" if grown else "level" if slot.kind == "tariff" else "share"
    return "form.level_of_share"


def _goes_on_growing(slot: Slot, earlier: list[Slot]) -> bool:
    """Was the growth of something else told so right before: "GDP growth from 2 to 3 percent, that of"?

    Or the one that may come to more: "will grow 13 percent, but may reach 51 for food".
    """
    last = earlier[-1] if earlier else None
    if last is None or last.sentence.block is not slot.sentence.block or last.form != "growth":
        return False
    here = last.sentence is slot.sentence and last.kind == slot.kind
    may = here and "m" in slot.sentence.chain.tags[last.link + 1 : slot.link]
    return (may or last.role in ("from", "to")) and last.kind != "price" and slot.kind != "tariff"


def _grows_to_level(slot: Slot, layout: Layout) -> bool:
    """Does "of 28 percent" lead to a level: "profit, of 20 percent to 42 million, and EBIT of 28 to 29"?"""
    return layout.tag(layout.before(slot.link, ADVERBS)) == "o" and level_behind(layout, slot.link + 1)


def _is_rate(slot: Slot, layout: Layout) -> bool:
    """Is a percentage that of a noun which is a rate itself: interest, margin, unemployment?"""
    if slot.kind not in ("finance", "other") or slot.kind_cue is None or slot.share_cue is not None:
        return False
    if _grows_to_level(slot, layout):
        return False
    start = layout.chain.starts[slot.link]
    if set(layout.chain.text[max(start - 2, 0) : start + 1]) & set("+＋"):
        return False  # "profit (+3 percent)"
    behind = layout.tag(layout.after(slot.link)) in ("o", "X", "F")
    return layout.chain.tags[slot.kind_cue] == "K" and slot.kind_cue < slot.link and not behind


def _was_bought(slot: Slot, layout: Layout) -> bool:
    """Does a verb of buying or selling stand right before a percentage: "Russia took 65 percent"?"""
    before = layout.before(slot.link, ADVERBS)
    if layout.tag(before) != "J" or layout.tag(before - 1) == "V":
        return False  # 少卖了4%
    return before == slot.kind_cue or str(layout.chain.values[before]).startswith("imports")


def _is_on_top(slot: Slot, layout: Layout) -> bool:
    """Is a duty one on top of others: "wants 10 percent more for all goods", not "10 percent more than"?"""
    more = layout.chain.values[slot.link + 1] == "up" and layout.tag(slot.link + 2) not in ("=", "o", "q")
    return slot.kind == "tariff" and more and layout.tag(slot.link - 1) != "K"


def _of_duties(slot: Slot, layout: Layout) -> bool:
    """Is a percentage a part of the duties themselves: "98 percent of its tariffs"?"""
    after = layout.after(slot.link)
    ahead = layout.after(after, "_\"'aA") if layout.tag(after) in ("o", "X") else -1
    return ahead > after + 1 and layout.tag(ahead) == "K" and layout.chain.values[ahead] == "tariff"


def _part_of(layout: Layout, link: int) -> int | None:
    """The goods or flows of which a percentage is a part: "duties on 95 percent of goods"."""
    after = layout.after(link)
    if layout.tag(after) not in ("o", "X"):
        return None
    ahead = layout.after(after, "_\"'aAlG@W¤")
    if layout.tag(ahead) in ("T", "H"):
        noun = layout.tag(ahead + 1) == "K" and str(layout.chain.values[ahead + 1]) == "tariff"
        return None if noun else ahead  # 8.8%的猕猴桃关税
    return ahead if ahead >= 0 and layout.chain.values[ahead] in _WHOLES else None


def _growth_itself(slot: Slot, layout: Layout, movements: list[Movement]) -> tuple[Movement, int] | None:
    """The noun "growth" of a clause that tells how growth moved: "growth slowed to 3 percent"."""
    owner = layout.owner[slot.link]
    first = next((m for m in movements if layout.owner[m.link] == owner and m.direction), None)
    return None if first is None else (first, 0)


def _growth_noun(slot: Slot, layout: Layout, hit: tuple[Movement, int] | None) -> bool:
    """Did "growth" itself move: "growth slowed to 3 percent"?"""
    nouns = list(layout.links(slot.link, "V"))
    return hit is not None and len(nouns) > 1 and nouns[0] < hit[0].link


def _direction(slot: Slot, hit: tuple[Movement, int] | None, earlier: list[Slot]) -> int:
    """Up or down, from the movement word, else from the figure before; amounts with a sign keep it."""
    if signed(slot):
        return 1
    if hit is not None and hit[0].direction == SAME:
        return next((before.sign for before in reversed(earlier) if before.form in ("growth", "delta")), UP)
    if hit is not None and hit[0].direction is not None:
        grows = hit[0].judged and slot.kind in ("balance", "finance") and slot.polarity < 0
        return (-hit[0].direction if grows else hit[0].direction) or UP  # "the deficit worsened by 5"
    for before in reversed(earlier):
        if before.sentence is not slot.sentence:
            break
        aside = before is earlier[-1] and before.form == "delta" and slot.role == "level" and hit is None
        if before.form == slot.form or aside:
            return before.sign
    return UP
