"""What a text itself says of its money: which currency a bare sign or word stands for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from decimal import Decimal

from attrs import define, field

from tradenews.grammar.context import Context
from tradenews.grammar.values import Naming, Quantity
from tradenews.lazy import regex
from tradenews.lexicon.hant import is_traditional
from tradenews.lexicon.index import Region
from tradenews.normalize.currency import currency_in, currency_of_place, had_lately
from tradenews.normalize.facts import counts_with_of, is_spoken_in, likely_territory
from tradenews.reading.elided import is_of_one
from tradenews.scan.chain import Chain

_LETTERED = regex(r"^\W{0,2}[A-Za-z]{1,3}\s?[$＄]|[$＄]\s?[A-Z]")
_OF_OTHER, _IN_OTHER = regex("Q‹_?b?$"), regex(",l_?b?_?Q")
DOLLARS = frozenset({"CAD", "AUD", "NZD", "SGD", "HKD", "TWD"})
_POUNDS = frozenset(("EGP", "LBP", "SDG", "SYP", "SSP"))  # money that is called pounds, too
_CALLED, _BARE = frozenset(("SGD", "HKD", "TWD", "MOP")), "CNY"  # money whose name ends in the word for money
LOCAL = frozenset(  # whose own press and offices mean them by a bare sign, but nobody else
    ("FJD", "JMD", "TTD", "BBD", "BSD", "BZD", "GYD", "NAD", "BND", "SBD", "UYU", "DOP")
)
_SMALL = LOCAL - {"UYU", "DOP"}  # whose offices name it by a bare sign when others cite them, too
_PLAIN = frozenset({"CAD", "AUD", "NZD"})  # of countries whose own press and offices write a bare sign
_SIMPLIFIED = frozenset({"SGD"})  # of countries that write simplified characters, but not China's money
_NAMED = 3  # characters of the name of money before a sum
_BESIDE = 2  # links between a word of trade and the country behind it
_APART = 4  # links between a sum and what it is in other money
_LEAST_RATE, _MOST_RATE = Decimal("1.02"), 40  # what a US dollar costs in other dollars
_LEAST = 3  # mentions of a country that make its dollar the one of the text


@define
class Evidence:
    """What the text itself says of currencies: how often it names each, and each country.

    ``bodies`` counts the countries of the offices that it names, ``firms`` those of known firms, ``owners``
    those whose exports and the like it names, ``signs`` are the currencies that its first bare sign can be,
    ``at_home`` tells that it spells a percentage as the press of such countries does, ``stated`` is the
    currency that it says its sums are in.
    ``beside`` tells that a bare dollar is set against a named one: "60 Canadian dollars, about 44 dollars",
    ``against`` that one of the US is set against a bare one: "329 million dollars (245 million US)",
    ``foreign`` that a bare one only says what other money is: "112 million euros ($124 million)",
    ``signed`` that one of the US is written with letters before its sign: "US$5 million", ``weighs`` that
    tonnes are called as they are abroad.
    """

    context: Context
    explicit: Counter[str] = field(factory=Counter)
    minor: Counter[str] = field(factory=Counter)  # those of them that are told in cents
    places: Counter[str] = field(factory=Counter)
    bodies: Counter[str] = field(factory=Counter)
    firms: Counter[str] = field(factory=Counter)
    owners: Counter[str] = field(factory=Counter)
    signs: tuple[str, ...] = ()
    beside: bool = False
    against: bool = False
    foreign: bool = False
    signed: bool = False
    tonnes: bool = False
    weighs: bool = False
    at_home: bool = False
    stated: str | None = None
    _shared: str | None = None
    _dollars: dict[tuple[str, ...], tuple[str, str]] = field(factory=dict)

    def collect(self, chain: Chain) -> None:
        """Take in one sentence."""
        for i in chain.find("M"):
            if "Q" not in chain.tags and chain.tags[max(i - 1, 0) : i] == "n" and chain.values[i] in DOLLARS:
                self.stated = str(chain.values[i])  # "all figures are in Canadian dollars"
        spelling = self.context.lexicon.facts.get("home_percent")
        tonne = self.context.lexicon.facts.get("tonne_abroad")
        for i in chain.find("AakQ@°"):
            value = chain.values[i]
            if chain.tags[i] == "°" and not isinstance(value, Region):
                continue
            if isinstance(value, Quantity):
                unit = value.amount.unit
                self.tonnes = self.tonnes or unit == "t"
                self.signed = self.signed or (unit == "USD" and _LETTERED.search(chain.words(i)) is not None)
                self.weighs = self.weighs or (unit == "t" and tonne is not None and tonne in chain.words(i))
                if value.amount.dimension == "money" and "|" not in unit:
                    self.explicit[unit] += not self.is_shared(chain, i)
                    self.minor[unit] += value.factor != 1 and not self.is_shared(chain, i)
                elif "|" in unit:
                    self.beside = self.beside or _is_converted(chain, i)
                    self.against = self.against or _costs_less(chain, i)
                    self.foreign = self.foreign or _is_set_beside(chain, i)
                    self.signs = self.signs or tuple(unit.split("|"))
                elif spelling and unit == "percent":
                    self.at_home = self.at_home or chain.words(i).endswith(spelling)
            elif isinstance(value, Naming):
                if value.country and (value.kind == "government" or value.inner):
                    self.bodies[value.country] += 1
                elif value.country:
                    self.firms[value.country] += 1
            elif isinstance(value, str):
                self.places[str(value)] += 1
                self.owners[str(value)] += "K" in chain.tags[max(i - _BESIDE, 0) : i + 2]

    @property
    def year(self) -> int | None:
        """When the text was written, if it tells."""
        return self.context.reference.year if self.context.reference else None

    @property
    def home(self) -> str | None:
        """The currency of the article's country, as it was then."""
        return currency_in(self.context.home, self.year) if self.context.home else None

    def money_of(self, place: str, options: Sequence[str] = ()) -> str | None:
        """The currency of a country when the text was written; one of ``options`` that it had of late."""
        money = currency_in(place, self.year)
        if money in options or self.year is not None:
            return money
        return next((code for code in options if had_lately(place, code)), money)

    @property
    def only_money(self) -> str | None:
        """The one currency of all countries whose press writes the language of the text, if there is one."""
        places = self.context.lexicon.facts.get("spoken_in", "").split()
        money = {currency_of_place(place) for place in places}
        return money.pop() if len(money) == 1 else None

    @property
    def _in_own_language(self) -> bool:
        """Is the text in a language of its country, so that it may mean its own money by a bare sign?"""
        likely = likely_territory(self.context.lexicon.language) or ""
        return counts_with_of(self.context.lexicon.language) and currency_of_place(likely) not in (
            None,
            "USD",
        )

    def dollar(self, options: Sequence[str]) -> tuple[str, str]:
        """Which dollar a bare one is, and why; the same in the whole text."""
        key = tuple(options)
        if key not in self._dollars:
            self._dollars[key] = self._dollar(options)
        return self._dollars[key]

    def _dollar(self, options: Sequence[str]) -> tuple[str, str]:
        if self.stated in options:
            return self.stated or "", "what the text says that its sums are in"
        if self.against and (local := self._local(options)) is not None:
            return local, "dollars of the US are set against it"
        if self.signed and options[0] == "USD" and (local := self._local_sign(options)) is not None:
            return local, "dollars of the US have a sign of their own"
        if options[0] == "USD" and (self.beside or self._names_foreign(options)):
            return options[0], "the other dollars of the text are named"
        if options[0] == "USD" and self.foreign and self.home not in DOLLARS | LOCAL:
            return options[0], "it says what other money is"
        if self.home in options and (self.home in DOLLARS | LOCAL or self._in_own_language):
            return self.home or "", "the currency of the article's country"
        named = [c for c in options if self.explicit[c]]
        if named and (named[0] == options[0] or self.explicit[named[0]] > 1):
            return named[0], "named in the text"
        if (plain_one := self._plain()) in options:
            return plain_one or "", "the country whose offices or press the text follows"
        if (teller := self._teller()) in options:
            return teller or "", "the country that the text is about"
        for place in dict.fromkeys([*self.places][:1] + [p for p, _ in self.places.most_common(1)]):
            code, count = currency_of_place(place), self.places[place]
            most = self.places.most_common(1)[0][1]
            told = code in DOLLARS and code in options and count >= max(_LEAST, most)
            if told and count > (1 if self._speaks(place) else 2) * self.places["US"]:
                return code or "", "the country that the text is about"
        return options[0], "the likeliest reading"

    def _local_sign(self, options: Sequence[str]) -> str | None:
        """What a bare sign is beside "US$": in English only money of the country whose offices are cited."""
        local, home = self._local(options), self.context.home
        if local is None or not is_spoken_in(self.context.lexicon.language, "US"):
            return local
        cited = any(self.money_of(place) == local for place in self.bodies)
        return local if cited or (home and self.money_of(home) == local) else None

    def _local(self, options: Sequence[str]) -> str | None:
        """The dollar of the country that the text speaks of most, if it has its own; none of the US."""
        votes = Counter[str]()
        for place, count in (self.places + self.bodies + self.bodies).items():
            code = currency_of_place(place)
            if code in options and code != "USD" and is_spoken_in(self.context.lexicon.language, place):
                votes[str(code)] += count
        language = self.context.lexicon.language
        own = [code for code in options if code in DOLLARS and is_spoken_in(language, code[:2])]
        return votes.most_common(1)[0][0] if votes else own[0] if len(own) == 1 else None

    def _names_foreign(self, options: Sequence[str]) -> bool:
        """Is a dollar named of a country that does not speak the language: "dólares canadienses"?"""
        language = self.context.lexicon.language
        named = [code for code in options if code in DOLLARS and self.explicit[code]]
        return bool(named) and not any(is_spoken_in(language, code[:2]) for code in named)

    def _speaks(self, place: str) -> bool:
        """Is a text in a language of a country that is not that of the US: of Canada in French?"""
        language = self.context.lexicon.language
        return is_spoken_in(language, place) and not is_spoken_in(language, "US")

    def is_shared(self, chain: Chain, i: int) -> bool:
        """Is an amount counted by a bare word that several currencies share: 元?"""
        word, *codes = self.context.lexicon.facts.get("shared_money", " ").split(" ")
        written = chain.words(i)
        if not word or chain.values[i].amount.unit != codes[0] or written.rfind(word) <= 0:
            return False
        before = self.context.lexicon.word(written[: written.find(word)][:_NAMED])
        coins = written.rpartition(word)[2]  # 15元9角
        return (not coins or coins[0].isdigit()) and (before is None or before.tag not in "MC")

    def pound(self, chain: Chain, i: int, seen: Sequence[str], *, weighed: bool) -> tuple[str, str]:
        """Which pound a bare one is, of money or of weight, and why; ``seen`` is the money named last.

        ``weighed`` tells that the text has weighed goods in pounds before.
        """
        found = chain.values[i]
        follow = chain.tags[i + 1 : i + 3]
        if follow.startswith("o") or (follow.startswith("T") and found.amount.scale is None):
            return "lb", "goods are weighed"
        if weighed and not self.explicit["GBP"]:
            return "lb", "what is weighed elsewhere in the text"
        british = self.explicit["GBP"] or "GB" in (*self.places, self.context.home)
        near = (*(currency_in(place, self.year) for place in seen[:3]), self.home)
        other = None if british else next((code for code in near if code in _POUNDS), None)
        if other is not None and (found.amount.scale is not None or found.amount.per is not None):
            return other, "the country named nearest"
        if found.amount.per is not None or is_of_one(chain, i):
            return "GBP", "the price of something"
        if not british and (self.explicit or found.amount.scale is None):
            return "lb", "the text counts other money, or none"
        return "GBP", "the likeliest reading"

    def _beside_named(self, chain: Chain, i: int) -> str | None:
        """The money that the sentence named before by the same word: 1214亿新元，其中出口640亿元."""
        named = [chain.values[k].amount.unit for k in chain.find("Q", 0, i)]
        last = next((unit for unit in reversed(named) if unit in _CALLED), None)
        return None if self.explicit[_BARE] else last

    def shared(self, chain: Chain, i: int) -> str:
        """The currency of the bare word: the one named in full, else that of where the text was written."""
        if (beside := self._beside_named(chain, i)) is not None:
            return beside
        if self._shared is None:
            first, *others = self.context.lexicon.facts["shared_money"].split(" ")[1:]
            named = [] if self.explicit[first] else [code for code in others if self.explicit[code]]
            if not named and is_traditional(chain.text):
                near = self.places + self.bodies or self.firms
                places = Counter(currency_of_place(place) for place in near.elements())
                named = sorted((code for code in others if places[code]), key=lambda code: -places[code])
            elif not named and not self.explicit[first] and self.home in _SIMPLIFIED:
                named = [str(self.home)]
            elif not named and not self.explicit[first] and self.weighs:
                named = sorted(code for code in _SIMPLIFIED if self.places[code[:2]])
            self._shared = named[0] if named else first
        return self._shared

    def _teller(self) -> str | None:
        """The dollar of the country whose trade and bodies a text in its own language speaks of."""
        tellers = self.owners + self.bodies
        place = max(tellers, key=lambda each: tellers[each], default="")
        named = self.places + self.bodies
        told = tellers[place] and named[place] * 2 >= max(named.values(), default=0)
        code = currency_of_place(place) if told else None
        if self.home is not None and self.home not in DOLLARS and self.explicit[self.home]:
            return None  # "280 millions de dollars, soit 2,95 milliards de dirhams", written in Casablanca
        return code if code in DOLLARS and is_spoken_in(self.context.lexicon.language, place) else None

    def _plain(self) -> str | None:
        """The dollar of the country whose office the text cites, or as whose press it spells; None else."""
        named = self.places + self.bodies
        for place in self.bodies:
            own = currency_of_place(place) in _SMALL and named[place] >= max(named.values())
            if own and is_spoken_in(self.context.lexicon.language, place):
                return currency_of_place(place)
        if not named or self.explicit["USD"] or self.places["US"] > max(self.bodies.values(), default=0) + 1:
            return None
        most = max(named.values())
        first = next(iter(self.places), None)
        for place in dict.fromkeys([*self.bodies, *([first] if first else ())]):
            cited = self.bodies[place] and named[place] >= most
            told = self.at_home and place == first and named[place] > 1
            if (cited or told) and (code := currency_of_place(place)) in _PLAIN:
                return code
        return None

    def other(self, options: Sequence[str], near: Sequence[str]) -> tuple[str, str]:
        """Which peso, franc, rupee: by the nearest country that has one, ``near`` being nearest first."""
        own = self.money_of(self.context.home, options) if self.context.home else None
        if own in options:
            return own or "", "the currency of the article's country"
        for place in near:
            if (code := self.money_of(place, options)) in options:
                return code or "", "the country named nearest"
        named = [c for c in options if self.explicit[c]]
        if named:
            return max(named, key=lambda c: self.explicit[c]), "named in the text"
        votes = Counter[str]()
        for place, count in (self.places + self.bodies).items():
            if (currency := self.money_of(place, options)) in options:
                votes[str(currency)] += count
        if votes:
            return votes.most_common(1)[0][0], "the country that the text names most"
        return options[0], "the likeliest reading"


def _costs_less(chain: Chain, i: int) -> bool:
    """Does the bracket behind a bare dollar tell a smaller sum in those of the US: "(245 millions US)"?"""
    opened = chain.tags.find("‹", i, i + _APART + 1)
    behind = chain.tags[opened : opened + 3] if opened > 0 and "Q" not in chain.tags[i + 1 : opened] else ""
    if behind[:2] == "‹Q" and chain.values[opened + 1].amount.unit == "USD":
        named = chain.values[opened + 1].amount.low
    elif behind == "‹NA" and chain.values[opened + 2] == "US":
        named = chain.values[opened + 1].value
    else:
        return False
    return bool(named > 0 and chain.values[i].amount.low / named > _LEAST_RATE)


def _is_set_beside(chain: Chain, i: int) -> bool:
    """Is a bare dollar what other money is, or the other way round: "280 million, or 2.9 billion dirhams"?"""
    before, behind = _OF_OTHER.search(chain.tags, max(i - _APART, 0), i), _IN_OTHER.match(chain.tags, i + 1)
    places = ([before.start()] if before else []) + ([behind.end() - 1] if behind else [])
    units = (chain.values[k].amount for k in places)
    return any(u.dimension == "money" and u.unit != "USD" and u.unit not in DOLLARS | LOCAL for u in units)


def _is_converted(chain: Chain, i: int) -> bool:
    """Is a bare dollar what a named one right before it is worth: "60 Canadian dollars, about 44 dollars"?"""
    before = chain.tags.rfind("Q", max(i - _APART, 0), i)
    if before < 0 or set(chain.tags[before + 1 : i]) & set("VJK&t"):
        return False
    named, bare = chain.values[before].amount, chain.values[i].amount
    return named.unit in DOLLARS and bare.low > 0 and _LEAST_RATE < named.low / bare.low < _MOST_RATE
