"""The keys that a table of a language file may have where a key is a use, not a value.

``[name_words]`` holds words about names and those who are told of; ``[directions]`` holds small words by what
they tell of an amount or its time. A key that stands in neither list is a slip, and said to be one.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Final

from tradenews.lexicon.tags import FUNCTION

META: Final = (
    "name", "decimal", "compounds", "scale", "order", "homes", "article", "moves_by_of", "buys_at", "nouns",
    "bare_years", "spoken_in", "stays_at", "goes_in", "by_measures", "forecast", "conditional",
    "home_percent", "shared_money", "that", "genitive",
    "past_perfect", "spellings", "passive", "reported", "indefinite", "total", "language", "owned_by",
)  # fmt: skip

NAME_WORDS: Final = {
    # the parts of names
    "particles": "inside persons' names: van der",
    "foreign_particles": "those of other languages",
    "family_first": "family names that stand before the given name",
    "not_names": "never the first word of a name",
    "not_persons": "never the last word of a person's name",
    "not_actors": "capitals that name nobody: GDP",
    "company_words": "last words of companies' names",
    "lenders": "in the names of who lends money",
    "banks": "nouns that make a government body of a central bank",
    "hubs": "nouns for ports, airports and canals",
    "hub_names": "names of such",
    "ports": "those of them that a place stands at",
    "marketplaces": "in the names of exchanges and auctions",
    "world_markets": "exchanges whose prices are those of the world",
    "unique": "names of bodies that only one country has",
    "portfolio": "fields of ministries: trade, finance",
    "inner_adjectives": "in lower case inside the names of bodies",
    "inner_bodies": "only a part of a body: board of",
    "adjective_endings": "of adjectives inside the names of bodies",
    "regional_endings": "of adjectives of cities and regions before a name",
    "origin_endings": "of adjectives of a city before a company's name",
    "people_endings": "of adjectives of nations that mean the people",
    "plural_endings": "of nouns for more than one, and of what else is no name of a company",
    "noun_endings": "of common nouns, where all nouns have capitals",
    "nouns_have_capitals": "whether they have",
    "nation_names": "whether an adjective of a nation stands right before a company's name",
    "place_words": "in the names of places: Saint, Fort",
    "place_nouns": "nouns for places: province, valley",
    "papers": "plans, laws, taxes and indices, whose names are no bodies",
    # scripts without blanks
    "transcription": "characters that write foreign names",
    "speech": "verbs of saying behind a name",
    "follows": "what stands behind a name",
    "stops": "what is in no name",
    "owned": "between an owner and what it owns",
    "national": "before the name of a national body",
    "firm_ends": "a noun for one firm, at the end of its name",
    "business_ends": "what a firm does, at the end of its name",
    "trade_ends": "a field of trade, at the end of a name",
    # what surrounds a name
    "based": "behind the seat of a company",
    "leads": "offices of who presides over a body",
    "led_by": "before who leads a body",
    "employs": "before whom a person works for",
    "owners": "whom a company has: shareholders, a board",
    "runs": "verbs of what companies do",
    "relative": "who, of persons",
    "relatives": "which, who",
    "where": "where",
    "definite": "this, before an office",
    "indefinite": "a, another",
    "articles": "of common nouns, where an article tells that a word is no name",
    "plural_articles": "articles of the plural",
    "plural_adjectives": "an article and the ending of an adjective that together tell of more than one",
    "lone_articles": "that may be prepositions, too",
    "pronouns": "it, they",
    "auxiliaries": "verbs that help another",
    "passives": "those of the passive",
    "orders": "what a buyer of machines or ships does: ordered, has placed an order",
    "many_firms": "endings of words for companies that mean more than one",
    "many_of_nation": "endings of adjectives of nations beside these",
    "buyers": "nouns for who takes over a company",
    "agents": "by, before who does what a passive tells",
    "we_endings": "of verbs whose subject is we",
    "adverb_endings": "of words that open a sentence before a comma",
    # who does what
    "threatens": "before who is threatened",
    "suffers": "between who is hit and the duties",
    "gives": "verbs of giving money",
    "comes_from": "verbs that money does, from who gives it",
    "wins": "verbs of winning an order",
    "builds": "of what an order has built",
    "customers": "nouns for who placed an order",
    "deal_words": "nouns for parts of an agreement: text, signature",
    "authorities": "nouns for those who govern",
    "chambers": "parliaments, which vote on treaties",
    "missions": "delegations and state visits",
    # markets and ranks
    "mutual": "parts of words for the trade of two: bilateral",
    "worldwide": "of the whole world",
    "home_markets": "where goods are sold that are no exports",
    "ranks": "largest, first",
    "rank_nouns": "nouns for who has a rank: partner, buyer",
    "ranked_behind": "before who ranks higher",
    "ranked_after": "the same, only behind nouns of ranks or markets",
    "followed": "goes on with a list of ranks",
    "elided_nouns": "that, those: of a country, for a noun",
}

DIRECTIONS: Final = {
    "since": "since, before a period",
    "until": "until, before a period",
    "as of": "as of, before the day up to which is summed",
    "up to": "up to, before a month",
    "year": "beside a year: closed 2023",
    "when": "when",
    "first": "the first of a month, in words",
    "quarters": "numbers of quarters whose noun is left out",
    "several": "years, months",
    "gone": "before months that have passed: after three months",
    "earlier": "earlier",
    "former": "behind an amount: the one before, former",
    "revised": "raised or cut, of an estimate",
    "cumulative": "cumulative",
    "yearly": "annual",
    "entire": "before or behind last year: all of it, not the same part as of this one",
    "average": "average",
    "growth": "growth",
    "changes": "heads of a column of changes",
    "founded": "before a year that is no period of figures",
    "instead": "instead of",
    "alike": "like, in line with, similar to, above a period",
    "alike_behind": 'the same, behind: "with last year the same"',
    "alone": "alone",
    "relative": "which, who",
    "that": "than, where it may also be that",
    "meant": "for",
    "causes": "owing to",
    "taken": "of a fall, where it may also be of buying: abgenommen",
}

KEYS: Final[Mapping[str, tuple[str, Collection[str]]]] = {
    "meta": ("setting", META),
    "function": ("role", tuple(FUNCTION)),
    "name_words": ("use", tuple(NAME_WORDS)),
    "directions": ("use", tuple(DIRECTIONS)),
}
