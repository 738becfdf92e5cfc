"""The forms of a lexicon, each with its readings, which may be made only when a form is looked up."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any, NamedTuple, TypeVar, overload

from attrs import frozen

from tradenews.lexicon.forms import ANY
from tradenews.models.terms import ActorKind, DealKind, DealStatus

_FEW = 4
T = TypeVar("T")
BETWEEN, WITHIN = "\x7f", "\x80"  # separate what is written one behind the other; no form holds them


@frozen
class Entity:
    """An actor that the lexicon knows: its kind, its full name, its home country or None."""

    kind: ActorKind
    name: str
    country: str | None
    id: str | None = None


class Region(str):
    """The country's code of a province, state or city; a plain str, whose mention is none of the country.

    ``city`` tells that only what sells and buys is meant by it, not what happens in it.
    """

    __slots__ = ("city",)
    city: bool

    @classmethod
    def of(cls, value: str) -> Region:
        """The region that a value of table ``regions`` stands for."""
        region = cls(value.rstrip("?"))
        region.city = value.endswith("?")
        return region


@frozen
class Treaty:
    """An agreement that the lexicon knows.

    ``members`` are codes of countries and blocs, ``status`` is where it stands where a text does not tell,
    ``successor`` the code of the agreement that took its place, or None.
    """

    code: str
    kind: DealKind
    status: DealStatus
    members: frozenset[str]
    successor: str | None = None


class Entry(NamedTuple):
    """One reading of a form: its tag, its value, and the capitals that a text must show."""

    form: str
    tag: str
    value: str | Entity | Treaty
    case: int = ANY
    table: str = ""


Sense = tuple[str, str | Entity | Treaty, int, str]  # an entry without its form: tag, value, capitals, table


class Senses:
    """The senses of a prepared lexicon by number, each made of its line when it is first asked for."""

    def __init__(self, lines: list[str]) -> None:
        self._made: list[str | Sense] = list(lines)

    def __getitem__(self, number: int) -> Sense:
        found = self._made[number]
        if isinstance(found, str):
            found = self._made[number] = _sense(found)
        return found

    def entry(self, form: str, written: str) -> Entry:
        """An entry as it was written: the number of its sense, and its form if that is not ``form``."""
        number, differs, own = written.partition("=")
        return Entry(own if differs else form, *self[int(number)])


NO_SENSES = Senses([])


class Readings(Mapping[str, tuple[Entry, ...]]):
    """A folded form to its readings, strictest capitals first.

    Of a prepared lexicon it holds each form's readings as they were written, until they are looked up.
    ``known`` tells quickest whether there is a form.
    """

    def __init__(
        self, forms: dict[str, Any], senses: Senses = NO_SENSES, several: list[str] | None = None
    ) -> None:
        self.known, self._senses, self._several = forms, senses, several

    @overload
    def get(self, form: str, /) -> tuple[Entry, ...] | None: ...

    @overload
    def get(self, form: str, /, default: tuple[Entry, ...] | T) -> tuple[Entry, ...] | T: ...

    def get(self, form: str, /, default: Any = None) -> Any:
        """The readings of a form; ``default`` if it is unknown."""
        found = self.known.get(form, default)
        if found.__class__ is str:
            found = self.known[form] = tuple(self._senses.entry(form, one) for one in found.split(WITHIN))
        return found

    def __getitem__(self, form: str) -> tuple[Entry, ...]:
        found: tuple[Entry, ...] | None = self.get(form)
        if found is None:
            raise KeyError(form)
        return found

    def __contains__(self, form: object) -> bool:
        return form in self.known

    def __iter__(self) -> Iterator[str]:
        return iter(self.known)

    def __len__(self) -> int:
        return len(self.known)

    def several(self) -> Iterator[tuple[str, tuple[Entry, ...]]]:
        """The forms that have more than one reading, with these."""
        if self._several is None:
            self._several = [
                form
                for form, found in self.known.items()
                if (WITHIN in found if found.__class__ is str else len(found) > 1)
            ]
        return ((form, self[form]) for form in self._several)

    def with_more(self, more: Mapping[str, tuple[Entry, ...]]) -> Readings:
        """These, with the readings of ``more`` before those that a form has."""
        fresh = {form: (*new, *self.get(form, ())) for form, new in more.items()}
        return Readings({**self.known, **fresh}, self._senses)


def written_readings(
    entries: Mapping[str, tuple[Entry, ...]], numbers: dict[str, int] | None = None
) -> tuple[list[str], dict[str, int]]:
    """The readings of all forms as :class:`Readings` and :class:`Senses` read them; senses by number.

    Senses that have none in ``numbers`` yet are added to them.
    """
    numbers = {} if numbers is None else numbers
    lines = [WITHIN.join(written_entry(form, e, numbers) for e in found) for form, found in entries.items()]
    return lines, numbers


def written_entry(form: str, entry: Entry, numbers: dict[str, int]) -> str:
    """An entry of ``form`` by the number of its sense, which is new where ``numbers`` has none."""
    own, *_ = entry
    number = sense_number(entry, numbers)
    return str(number) if own == form else f"{number}={own}"


def sense_number(entry: Entry, numbers: dict[str, int]) -> int:
    """The number of the sense of an entry, a new one where ``numbers`` has none."""
    return numbers.setdefault(_written(entry), len(numbers))


def _written(entry: Entry) -> str:
    """The sense of an entry as a line."""
    _, tag, value, case, table = entry
    head = f"{tag}{case}{table}"
    if isinstance(value, Entity):
        return WITHIN.join((head, "E", value.kind, value.name, value.country or "", value.id or ""))
    if isinstance(value, Treaty):
        members = " ".join(sorted(value.members))
        return WITHIN.join((head, "T", value.code, value.kind, value.status, members, value.successor or ""))
    if isinstance(value, Region):
        return WITHIN.join((head, "R", value, "?" if value.city else ""))
    if type(value) is not str:
        raise TypeError(f"{value!r} cannot be prepared: say here how it is written")
    return WITHIN.join((head, "", value))


def _sense(line: str) -> Sense:
    head, what, *rest = line.split(WITHIN)
    value: Any = rest[0]
    if what == "E":
        kind, name, country, id = rest
        value = Entity(kind, name, country or None, id or None)  # type: ignore[arg-type]
    elif what == "T":
        code, kind, status, members, successor = rest
        value = Treaty(code, kind, status, frozenset(members.split()), successor or None)  # type: ignore[arg-type]
    elif what == "R":
        value = Region.of("".join(rest))
    return head[0], value, int(head[1]), head[2:]


def joined(words: Iterable[str]) -> str:
    """Words as one string."""
    return BETWEEN.join(words)


def parted(line: str) -> list[str]:
    """The words of :func:`joined`."""
    return line.split(BETWEEN) if line else []


def held(words: Collection[str]) -> Collection[str]:
    """A few words among which one is sought: a set takes more memory than it is worth for so few."""
    return frozenset(words) if len(words) > _FEW else tuple(words)
