"""The tags: one letter for each kind of token, the alphabet in which all rules are written.

A table of a language file is one tag (``[scales]`` is ``S``), except ``[function]``, whose keys are small
words of one sense each and have a tag each (``of`` is ``o``). Greek letters are time. Tags without a table
come from the scanner, or from a grammar, which replaces what it matched by one link with its own tag.
"""

from __future__ import annotations

from attrs import frozen


@frozen
class Tag:
    """A tag: its ``letter``, the language ``table`` (and ``key``) it stands for, its meaning and values."""

    letter: str
    table: str | None
    meaning: str
    values: str = ""
    key: str | None = None


SCANNED = (
    Tag("d", None, "digits with their separators", "the characters"),
    Tag("W", None, "an unknown word with a capital"),
    Tag("l", None, "an unknown word without a capital; an unknown character of an unspaced script"),
    Tag("Z", None, "a code of letters and digits: G20, A380, COVID-19"),
    Tag("s", None, "the end of a sentence: . ! ? 。"),
    Tag(",", None, "a comma, also 、"),
    Tag(";", None, "a semicolon"),
    Tag(":", None, "a colon"),
    Tag("-", None, "a hyphen or dash of any length"),
    Tag("/", None, "a slash"),
    Tag("‹", None, "an opening bracket"),
    Tag("›", None, "a closing bracket"),
    Tag('"', None, "a quotation mark"),
    Tag("'", None, "an apostrophe"),
    Tag("±", None, "a plus or minus right before a digit", "+ or -"),
    Tag("#", None, "any other character"),
    Tag("¶", None, "the end of a block"),
)

WORDS = (
    # numbers
    Tag("w", "number_words", "a number in words",
        "a decimal: 20; 10> for a vague one (tens of), 12× for one that is counted (a dozen); - for minus; "
        ". for what stands before decimals; +1 only inside a word, + what joins"),
    Tag("S", "scales", "a scale word: hundred, billion, Mrd., 亿",
        "power of ten; 6|m where it may be a unit"),
    Tag("f", "fractions", "half, third, quarter",
        "1/2; with * one that is none by itself: only of a number, a scale or a unit"),
    Tag("№", "numbered", "before a number that names: No., Article, top, page", "name"),
    Tag("x", "multiples", "double, twice, fold, times", "2, or times"),
    Tag("i", "ordinals", "first, zweites, 第三", "1"),
    Tag("j", "ordinal_suffixes", "st, nd, rd, th; 1er", "th"),
    # money and units
    Tag("C", "currency_symbols", "a symbol or code, before or after the number: $, US$, EUR",
        "ISO 4217 code, or ambiguous ones with a bar, likeliest first: JPY|CNY; with a factor: USD*1000000"),
    Tag("M", "currencies", "a name, after the number: dollars, Euro, 元", "as currency_symbols"),
    Tag("c", "minor_units", "cents, pence, Rappen, 分", "ISO 4217 code and factor: USD*0.01"),
    Tag("B", "pounds", "a currency or a unit: pound", "GBP|lb"),
    Tag("U", "units", "tonnes, barrels, TEU", "unit code, with a rate: bbl/day, with a factor: t*1000"),
    Tag("P", "percent", "%, per cent, pct", "percent"),
    Tag("p", "points", "percentage points, basis points",
        "percentage_point, percentage_point*0.01; with ? only of small numbers, with ! only of a half or a "
        "quarter"),
    Tag("H", "counted", "what a count counts: companies, jobs, vehicles", "class: company, job, vehicle ..."),
    Tag("r", "function", "per, a (in a rate), je, pro, 每", key="per"),
    Tag("λ", "rates", "a whole rate after an amount: a year, annually, je Tag, /d, 每年",
        "year, month, week, day"),
    Tag("b", "bounds", "before the number: about, more than", "about, over, at_least, under, at_most"),
    Tag("e", "bounds_after", "after the number: or more, 以上, 左右", "as bounds"),
    # small words
    Tag("o", "function", "of, von (possession)", key="of"),
    Tag("t", "function", "to, auf, bis, hasta, 至", key="to"),
    Tag("t", "endpoints", "to, of a new level only: auf, naar", "new"),
    Tag("q", "function", "from, aus, ab, desde", key="from"),
    Tag("n", "function", "in, im, en, em", key="in"),
    Tag("y", "function", "by, um (a difference)", key="by"),
    Tag("u", "function", "with, mit, con, 与", key="with"),
    Tag("z", "function", "for, at, on, against", key="other"),
    Tag("<", "function", "between, zwischen, entre", key="between"),
    Tag("&", "function", "and, or", key="and"),
    Tag("=", "function", "than, compared with, gegenüber, 比", key="than"),
    Tag("g", "function", "not, no, never", key="not"),
    Tag("g", "function", "without", key="without"),
    Tag("_", "function", "the, a, der, el: articles and other determiners", key="the"),
    Tag("_", "function", "our, unser: a determiner of those who speak", key="our"),
    Tag("R", "function", "each to each: respectively, jeweils, 分别", key="respectively"),
    Tag("ω", "function", "the place spoken of: there, dorthin, allí", key="there"),
    Tag("ω", "function", "from the place spoken of: from there, von dort, de allí", key="thence"),
    Tag("ψ", "function", "no single partner: the world, a continent", key="abroad"),
    Tag("ψ", "function", "other countries, and so not at home: abroad, overseas", key="overseas"),
    Tag("¬", "function", "but, while, although: another clause begins", key="but"),
    Tag("¬", "function", "because, as: what explains the clause before it", key="cause"),
    Tag("l", "function", "except, excluding: goods that are left out", key="except"),
    Tag("Ω", "function", "a sum over all: in total, overall, insgesamt", key="overall"),
    # time
    Tag("μ", "months", "a month", "1 to 12"),
    Tag("δ", "weekdays", "a day of the week", "1 (Monday) to 7"),
    Tag("Δ", "month_days", "a numbered day of a month in one word: 18日", "1 to 31"),
    Tag("τ", "time_units", "year, quarter, half, month, week, day, decade", "year ..."),
    Tag("κ", "deictics", "last, this, next, previous, same, current, past",
        "-1, 0, 1; ~-1 (before the one spoken of); same; past, coming (a stretch up to or from now)"),
    Tag("ρ", "relative_times", "a whole expression: yesterday, a year earlier, Vorjahr, 去年",
        "unit and offset: day-1, year-1, month0; with ~ against the period spoken of: year~-1, and ! where "
        "it is only compared with: year~-1!; same; whole (the year of it); season (unknown); ytd; now"),
    Tag("π", "year_parts", "a numbered part of a year: Q3, first half, drittes Quartal, 前三季度",
        "EDTF without its year: XXXX-35, XXXX-40, XXXX-01/XXXX-09"),
    Tag("σ", "seasons", "spring, Sommer", "spring, summer, autumn, winter"),
    Tag("φ", "fiscal", "fiscal year, marketing year, campaña", "fiscal, marketing"),
    Tag("α", "anchors", "since, until, by, before, after, ago, early, late, end",
        "since, until, before, after, during, early, mid, late, end; ago, ahead, earlier, later"),
    # who
    Tag("A", "countries", "a country or bloc by name", "ISO 3166-1 alpha-2 code, EU, or a bloc's code"),
    Tag("a", "nationalities", "its adjective or demonym: Mexican, mexikanische", "as countries"),
    Tag("k", "capitals", "a city that can stand for its government: Beijing, Brüssel", "as countries"),
    Tag("¤", "places", "a name of more than one place, or of several countries at once: Korea, Georgia, 中美",
        "codes with a bar, likeliest first, - for no country: GE|-; with a plus for several: CN+US; "
        "a: before them for adjectives"),
    Tag("¢", "place_signs", "one character that stands for a country in a list: 美、加、墨", "as countries"),
    Tag("°", "other_names", "what only looks like a country: New Mexico, Gulf of Mexico", "-"),
    Tag("°", "regions", "a province, state or canton, which is no actor: what it sells is its country's",
        "the country's code; with ? a city, which is heard only as the owner of a flow"),
    Tag("a", "regional", "its adjective: bayerisch, andaluz, paulista", "as regions"),
    Tag("E", "entities", "a known company, agency, association, medium", "an Entity of world.toml"),
    Tag("O", "offices", "president, minister, analyst: an office or job",
        "state (of a country), company, official, expert, other"),
    Tag("h", "honorifics", "Mr, Dr., Frau", "person"),
    Tag("L", "legal_forms", "Inc., GmbH, S.A.", "company"),
    Tag("I", "institutions", "ministry, bank, chamber, university, group",
        "government, organization, company"),
    Tag("X", "particles", "inside a person's name: de, van der, bin", "particle"),
    Tag("ñ", "first_names", "a given name", "culture: given, iberian (two family names may follow)"),
    Tag("ø", "descriptors", "what a named body is, outside of its name: firm, giant, steelmaker, agency",
        "company, organization, government"),
    Tag("G", "groups", "the two countries, both sides, the company, the bloc",
        "countries, sides, country, company, bloc, neighbour, government; we"),
    # trade
    Tag("K", "kinds", "what a figure measures, as a noun: exports, deficit, tariffs",
        "a figure kind, with a sign: balance-, balance+; ? for a vague one; market, supplier: the other end; "
        "earn behind it as under movements; result behind it: what a company earned in a period, or a "
        "country got from its emigrants; inward and outward behind it: investment that comes from abroad, "
        "or goes there; home: at home, so never exports; index behind it: all prices of an economy; "
        "trade behind sales: what countries turn over with each other, too; "
        "income: of a company its sales, of a country what it earns abroad; whole: "
        "only as that of which a percentage is; stock: of shares (store before it: or in store); "
        "result share: earned per share; measure behind it: may only tell how goods are measured (tonnage); "
        "firm: only of a company's"),
    Tag("J", "kind_verbs", "the same as a verb: exported, bought, invested",
        "a figure kind; part t=exports: by the small word that closes the clause; goods behind it where it "
        "tells of goods, not of their money, place where it does only before a country, rate where only "
        "before a percentage (paid: by who is hit)"),
    Tag("V", "movements", "rose, fell, increase, down, more, less",
        "up, down, flat, same (did so, too), to (reached); to earn of what money comes in by (result "
        "before it: of what is kept); part t=up, as kind_verbs; "
        "q=down|imports? with a second sense where an amount is its object"),
    Tag("F", "shares", "share, accounted for, proportion, of which",
        "share; stock behind it where it may also mean stocks, own where it is a verb of owning, equals "
        "where it only says equal to"),
    Tag("T", "goods", "a traded good", "HS code of 2 to 6 digits"),
    Tag("T", "goods_adjectives", "its adjective: agrícola, laitier; other tables win", "as goods, behind ~"),
    Tag("m", "modality", "expects, will, aims, could, if",
        "forecast, target, conditional; with start one that is meant so only where a clause begins, with "
        "past one of the time that is over now, with offer one of what a deal is worth"),
    Tag("v", "attribution", "said, according to, data from, laut", "said, according, data"),
    Tag("D", "deals", "free trade agreement, memorandum, contract; also a name of [treaties] of world.toml",
        "a deal kind, or deal (an agreement of any kind), talks, tender, cooperation (tells the kind of a "
        "deal beside it); with ? one that needs a status word beside it, with + one that follows another (a "
        "new deal), with = one more of the kind told last (a similar deal), with ! a verb with two sides; "
        "kind/status for verbs (acquires) and nouns that tell it; "
        "bid: an offer, a deal with a sum beside it; -deal for what only looks like one; or a Treaty"),
    Tag("Y", "statuses", "signed, negotiating, ratified",
        "a deal status; with ? for one still to come (to sign), with ~ for one that is to come only after "
        "words of intent (the signing; verbs without endings); with @ of deals of these kinds only "
        "(agreed@contract|financing,in_force@merger_acquisition); left (one party is out), replaces, loan "
        "(money, and a deal beside a status); revived (talks go on again); expires (ends, unless the date is "
        "still to come); done (completed: agreed, and in force of a purchase); "
        "won@contract (a tender); announced@investment (agreed, but nothing of a plan or an offer); a sense "
        "of all deals beside one of some: agreed,agreed@contract; words over a "
        "clause: earlier (after; earlier< behind it), coming (once), whether, none (nobody), unable "
        "(could not); "
        "part over=... for a verb with its particle behind the object, * without, D: for a deal"),
    Tag("!", "threats", "threatened to, pull out of", "threat (announces), exit (what is announced), both"),
)  # fmt: skip

MADE = (
    Tag("N", None, "a number", "Number"),
    Tag("Q", None, "an amount", "Quantity"),
    Tag("θ", None, "a period", "Moment"),
    Tag("@", None, "a named actor other than a plain country word", "Naming"),
)

TAGS = SCANNED + WORDS + MADE
TABLES: dict[str, str] = {t.table: t.letter for t in WORDS if t.table and not t.key}
FUNCTION: dict[str, str] = {t.key: t.letter for t in WORDS if t.key}

# Tables companies, organizations, governments, media, persons hold known actors by country:
# "fullest name|other names"; they may stand in world.toml or any language.
# Tables that are no tags: words for whole lines, used before any token is made.
LINE_TABLES = (
    "chrome", "labels", "abbreviations", "detect", "sentence_starts", "place_cues",
    "name_words", "directions",  # by the keys of lexicon/keys.py
    "told_deals",  # by what they tell: kind/status and what they need (grammar/told.py)
    "cities",  # by country, for datelines
    "lands",  # parts of words for parts of the world, whose countries world.toml lists
    "surnames",  # of world.toml: family names that stand before the given name, in scripts without blanks
)  # fmt: skip
