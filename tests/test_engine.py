"""The engine of rules against a plain reading of what it promises: leftmost, rules in order, no overlap."""

import re
from collections.abc import Iterator
from random import Random
from typing import Any

import pytest

from tradenews.errors import GrammarError
from tradenews.grammar.rule import Grammar, Hit, Rule, Step, first_tags
from tradenews.scan.chain import Chain, Link

TAGS = "aKtAVd"
PATTERNS = (
    "a",
    "aK",
    "aK?t",
    "a+",
    "K[tA]?",
    "A V",
    "V|dd",
    "t(?:aK)*",
    "d{1,2}A?",
    "K(?!t)",
    "(?<=a)K",
    "Vd|V",
    "[^ad]t",
    ".A",
)


def chain_of(tags: str) -> Chain:
    """A link of two characters for each tag, a blank between them, its number for a value."""
    text = " ".join(tag * 2 for tag in tags)
    places = range(0, 3 * len(tags), 3)
    return Chain(text, tags, list(places), [p + 2 for p in places], list(range(len(tags))))


def rules_of(draw: Random) -> list[Rule]:
    """Some rules; a third of them decline what begins at a place that three divides."""

    def maker(number: int) -> Any:
        def make(hit: Hit) -> Any:
            if number % 3 == 0 and hit.first % 3 == 0:
                return None
            return (number, tuple(hit.chain.values[hit.first : hit.last]))

        return make

    return [Rule(f"r{n}", p, maker(n), "") for n, p in enumerate(draw.sample(PATTERNS, draw.randint(1, 8)))]


def plainly(rules: list[Rule], chain: Chain, first: int) -> Iterator[tuple[Rule, int, Any]]:
    """The rules that match at a place and do not decline, one after the other."""
    for rule in rules:
        match = re.compile("".join(rule.pattern.split())).match(chain.tags, first)
        if match is not None:
            value = rule.make(Hit(chain, first, match.end()))
            if value is not None:
                yield rule, match.end(), value


@pytest.mark.parametrize("seed", range(150))
def test_fold_and_find_do_what_they_promise(seed: int) -> None:
    draw = Random(seed)
    rules, chain = rules_of(draw), chain_of("".join(draw.choices(TAGS, k=draw.randint(0, 25))))
    before = (chain.tags, list(chain.starts), list(chain.ends), list(chain.values))

    found = [(r.name, h.first, h.last, v) for r, h, v in Grammar("Q", *rules).find(chain)]
    everywhere = range(len(chain.tags))
    assert found == [(r.name, i, end, v) for i in everywhere for r, end, v in plainly(rules, chain, i)]

    links: list[tuple[str, int, int, Any]] = []
    steps: list[Step] = []
    i = 0
    while i < len(chain.tags):
        rule, end, value = next(plainly(rules, chain, i), (None, i + 1, chain.values[i]))
        tag = "Q" if rule else chain.tags[i]
        links.append((tag, chain.starts[i], chain.ends[end - 1], value))
        if rule:
            steps.append(Step(rule.name, "Q", chain.starts[i], chain.ends[end - 1], chain.tags[i:end]))
        i = end
    trace: list[Step] = []
    folded = Grammar("Q", *rules).fold(chain, None, trace)
    assert list(zip(folded.tags, folded.starts, folded.ends, folded.values, strict=True)) == links
    assert trace == steps
    assert folded.text == chain.text
    assert (folded is chain) == (not steps)
    assert (chain.tags, chain.starts, chain.ends, chain.values) == before, "the chain that was given stays"


def test_a_maker_chooses_tag_and_place() -> None:
    one = Rule("one", "a K", lambda hit: Link("Z", hit.start, hit.start + 1, "z"), "")
    many = Rule("many", "t A", lambda hit: [Link("X", 0, 1, 1), Link("Y", 1, 2, 2)], "")
    none = Rule("none", "V", lambda hit: [], "")
    folded = Grammar("Q", one, many, none).fold(chain_of("daKtAVd"))
    assert (folded.tags, folded.values) == ("dZXYd", [0, "z", 1, 2, 6])
    assert (folded.starts, folded.ends) == ([0, 3, 0, 1, 18], [2, 4, 1, 2, 20])


def test_a_maker_may_end_elsewhere_than_its_pattern() -> None:
    def shorter(hit: Hit) -> str:
        hit.last = hit.first + 1
        return hit.words

    folded = Grammar("Q", Rule("r", "aaa", shorter, "")).fold(chain_of("aaaa"))
    assert (folded.tags, folded.values) == ("QQaa", ["aa", "aa", 2, 3])


def test_what_a_hit_tells() -> None:
    hit = Hit(chain_of("daKtKA"), 1, 5, context="told")
    assert (hit.tags, hit.words, hit.start, hit.end, hit.context) == ("aKtK", "aa KK tt KK", 3, 14, "told")
    assert (hit["K"], hit.get("K"), hit.all("K"), hit.all("tK")) == (2, 2, [2, 4], [2, 3, 4])
    assert (hit.at("K"), hit.at("K", 3), hit.at("tK"), hit.at("K", 5)) == (2, 4, 2, -1)
    assert (hit.at("A"), hit.get("A"), hit.all("d")) == (-1, None, []), "what stands outside is not seen"
    with pytest.raises(KeyError, match="A"):
        hit["A"]
    first = Hit(chain_of("aK"), 0, 1)
    assert (first["a"], first.get("a"), first.get("K"), first.at("a")) == (0, 0, None, 0)


@pytest.mark.parametrize(
    ("pattern", "problem"),
    [
        ("a(K", "missing \\)"), ("a?", "matches nothing at all"), ("a|", "matches nothing at all"),
        ("a?$", "matches nothing at all"),
        ("a(K)", "has a group that captures"), ("(?P<x>a)", "has a group that captures"),
    ],
)  # fmt: skip
def test_broken_rules_are_told_at_once(pattern: str, problem: str) -> None:
    with pytest.raises(GrammarError, match=problem) as caught:
        Rule("r", pattern, lambda hit: None, "")
    assert (caught.value.rule, caught.value.pattern) == ("r", pattern)


@pytest.mark.parametrize(
    ("pattern", "tags"),
    [
        ("(?:b?|a)d", "bad"), ("(?:a|b?)d", "abd"), ("(?:a|b?|c)d", "abcd"), ("(?:b?|a|c)d", "bacd"),
        ("(?:a|b|c)d", "abc"),
        ("(?:a?b?|c)d", "abcd"), ("(?:(?:a|b*)c?|d)K", "abcdK"), ("(?:a|b){0,2}c", "abc"), ("a|b?c", "abc"),
        ("(?:a|b){1,2}c", "ab"), ("(?:a|b)??c", "abc"), ("a*?b+?c", "ab"), ("a{0}?b", "ab"), ("a{2}?b", "a"),
        ("(?<=a)b", "b"), ("(?<!a)[bc]+d", "bc"), ("(?=a)[^b]", "."), ("^a?b$", "ab"),
        ("[\\-a]b", "-a"), ("[a]bc", "a"),
        ("\\?a", "?"), ("\\??a", "?a"), ("a?$", "a"), ("a?(?<!b)c", "ac"), ("[]a]?b", "]ab"), (".?a", ".a"),
    ],
)  # fmt: skip
def test_the_tags_with_which_a_match_may_begin(pattern: str, tags: str) -> None:
    assert first_tags(pattern) == tags


def test_a_grammar_without_rules_finds_nothing() -> None:
    chain = chain_of("aKt")
    assert Grammar("Q").fold(chain) is chain
    assert list(Grammar("Q").find(chain)) == []


def test_makers_are_told_the_context() -> None:
    seen: list[Any] = []
    rule = Rule("r", "a", lambda hit: seen.append(hit.context), "")
    Grammar("Q", rule).fold(chain_of("aa"), "fold")
    list(Grammar("Q", rule).find(chain_of("a"), "find"))
    assert seen == ["fold", "fold", "find"]


def test_what_a_chain_tells() -> None:
    chain = Chain("a\n b,c", "abc", [0, 3, 5], [1, 4, 6], [1, 2, 3])
    assert (len(chain), chain.words(0), chain.words(0, 2), chain.words(2, 2), chain.words(2, 1)) == (
        3, "a", "a b", "", "",
    )  # fmt: skip
    assert Chain("a  b", "ab", [0, 3], [1, 4], [1, 2]).words(0, 2) == "a  b", "blanks of one line stay"
    assert (chain.words(0, 0), chain.words(3, 3), chain.words(1)) == ("", "", "b")
    assert (list(chain.find("a")), list(chain_of("aaK").find("a"))) == ([0], [0, 1])
    assert chain.link(1) == Link("b", 3, 4, 2)
    assert chain.part(1, 3) == Chain(chain.text, "bc", [3, 5], [4, 6], [2, 3])
    close = Chain("ab c", "abc", [0, 1, 3], [1, 2, 4], [1, 2, 3])
    assert [close.adjacent(i) for i in range(3)] == [False, True, False]
    tags = chain_of("aKtKA")
    assert [tags.first_of(one, 1, 4) for one in ("K", "t", "tK", "A", "aA", "]", "^K")] == [
        1,
        2,
        1,
        -1,
        -1,
        -1,
        1,
    ]
    assert [list(tags.find(*given)) for given in (("K",), ("K", 2), ("Ka", 0, 3), ("d",))] == [
        [1, 3], [3], [0, 1], [],
    ]  # fmt: skip
