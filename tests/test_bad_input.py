"""No text makes the parser fail; a caller's mistake gets an error that says what to do."""

import pickle
from datetime import date

import pytest

import tradenews
from tradenews import Actor, ArgumentError, Failure, Parser, UnknownLanguageError

HOSTILE = {
    "half a September": "½ Sept.\u2028",
    "empty": "",
    "blank": " \n\t\n ",
    "word": "exports",
    "NUL": "\x00",
    "surrogates": "\ud800\udfff exports rose \udc00 5%",
    "bidi": "\u202e$5 \u2066billion\u2069 exports",
    "zero width": "ex\u200bports rose 1\u200b2%",
    "combining": "e\u0301" * 500,
    "emoji": "🚢📦" * 500,
    "line separators": "a\u2028b\u2029c\x85d\x0be",
    "brackets": "(" * 5000 + "$5" + ")" * 5000,
    "quotes": "“‘" * 5000,
}
LONG = ["1", "$", "A", "$1 ", "1,", "1.", "中", "一", "Mexico ", "million ", "- ", "( ", "more than ",
        "Inc. ", ". ", "a", "Mr ", "and ", "hundred ", "5% ", "to 5% ", "between 5 and ", "President ",
        "X, "]  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_text_gives_an_article(name: str) -> None:
    assert tradenews.parse(HOSTILE[name]).text == HOSTILE[name]


@pytest.mark.parametrize("piece", LONG)
def test_long_runs_of_one_thing(piece: str) -> None:
    """What a regex that backtracks would not survive; growth itself is measured by the benchmark."""
    text = piece * (20_000 // len(piece))
    assert tradenews.parse(text, language="zh" if piece in "中一" else "en").text == text


def test_five_megabytes_of_one_line() -> None:
    text = "exports " * 650_000
    assert len(tradenews.parse(text, language="en").blocks) == 1


@pytest.mark.parametrize("text", [None, b"Exports rose.", 5, ["Exports"]])
def test_text_must_be_str(text: object) -> None:
    with pytest.raises(ArgumentError, match=r"str|decode"):
        tradenews.parse(text)  # type: ignore[arg-type]


def test_unknown_language_names_those_known() -> None:
    with pytest.raises(UnknownLanguageError, match=r"'xx'.*\bde, en\b") as caught:
        tradenews.parse("Exports rose.", language="xx")
    assert isinstance(caught.value, LookupError)
    assert "zh" in caught.value.known


def test_regional_codes_are_read_by_their_language() -> None:
    assert tradenews.parse("As exportações subiram 5%.", language="pt-BR").language == "pt"


@pytest.mark.parametrize("published", ["yesterday", "2017-13", "2017-02-30", 2017, "", "2017/2016"])
def test_published_must_be_a_date(published: object) -> None:
    with pytest.raises(ArgumentError, match=r"2017-09") as caught:
        tradenews.parse("Exports rose.", published=published)  # type: ignore[arg-type]
    assert caught.value.name == "published"


@pytest.mark.parametrize("published", ["2017-09", date(2017, 9, 7), "2017-09-07T10:00:00+02:00", "2017"])
def test_dates_may_be_given_in_many_ways(published: object) -> None:
    article = tradenews.parse("Exports rose.", published=published)  # type: ignore[arg-type]
    assert article.published is not None
    assert article.published.edtf.startswith("2017")


@pytest.mark.parametrize(
    "options",
    [{"home": "XX"}, {"home": 5}, {"max_chars": 0}, {"max_chars": "5"}, {"languages": ["en", "xx"]},
     {"watchlist": ["Alibaba"]}, {"reference": "soon"}],
)  # fmt: skip
def test_a_parser_refuses_what_it_cannot_mean(options: dict[str, object]) -> None:
    with pytest.raises(tradenews.TradeNewsError):
        Parser(**options)  # type: ignore[arg-type]


def test_a_watched_actor_is_found() -> None:
    mine = Actor("acme", "company", "Acme Widgets", country="CH", aliases=("ACMW",))
    actors = Parser(watchlist=[mine]).find_actors("Shares of ACMW rose 5 percent in Zurich.", "en")
    assert [(a.id, a.kind, a.country) for a in actors if a.id == "acme"] == [("acme", "company", "CH")]


def test_max_chars_is_recorded() -> None:
    text = "Exports rose 5 percent.\n\nImports fell 7 percent."
    article = Parser(max_chars=24).parse(text, language="en")
    assert [str(f.amount.value) for f in article.figures] == ["5"]
    assert [a.subject for a in article.assumptions] == ["text"]


def test_a_batch_loses_nothing_but_the_bad_item() -> None:
    items = [
        "Exports rose 5%.",
        7,
        ("Imports fell 3%.", {"language": "xx"}),
        ("Trade grew.", {"lang": "en"}),
        "End.",
    ]
    results = list(tradenews.parse_many(items))  # type: ignore[arg-type]
    assert [type(r).__name__ for r in results] == ["Article", "Failure", "Failure", "Failure", "Article"]
    assert [r.index for r in results if isinstance(r, Failure)] == [1, 2, 3]


def test_processes_give_the_same_in_the_same_order() -> None:
    items = [f"Exports rose {n} percent." for n in range(40)] + [5]
    assert [repr(r) for r in tradenews.parse_many(items, workers=2, language="en")] == [
        repr(r) for r in tradenews.parse_many(items, language="en")
    ]


def test_parse_many_refuses_a_single_text() -> None:
    for wrong in ("Exports rose.", 5):
        with pytest.raises(ArgumentError, match="iterable"):
            tradenews.parse_many(wrong)  # type: ignore[arg-type]
    with pytest.raises(ArgumentError, match="workers"):
        tradenews.parse_many([], workers=0)


def test_parse_many_reads_no_further_than_it_must() -> None:
    taken = []

    def endless() -> object:
        n = 0
        while True:
            taken.append(n)
            yield "Exports rose."
            n += 1

    results = tradenews.parse_many(endless())  # type: ignore[arg-type]
    for _ in range(3):
        next(results)
    assert len(taken) == 3


def test_errors_can_be_pickled() -> None:
    error = UnknownLanguageError("xx", ("de", "en"))
    copy = pickle.loads(pickle.dumps(error))
    assert (str(copy), copy.known) == (str(error), error.known)
