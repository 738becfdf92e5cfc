"""The JSON round trip is lossless, and what is no record is refused with every problem named."""

import json
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

import tradenews
from tradenews import Amount, ArgumentError, SerializationError, Span, from_dict, from_json, to_dict, to_json
from tradenews import samples as _samples

SAMPLES = _samples.names()


@pytest.mark.parametrize("name", SAMPLES)
def test_articles_survive(name: str) -> None:
    article = tradenews.parse(_samples.load(name))
    assert from_json(to_json(article)) == article
    assert from_json(to_json(article, indent=2).encode()) == article
    assert from_dict(to_dict(article)) == article


@given(st.decimals(allow_nan=False, allow_infinity=False), st.text(min_size=1))
def test_amounts_survive(value: Decimal, unit: str) -> None:
    amount = Amount(value, value, unit)
    assert from_json(to_json(amount)) == amount


@given(st.text(alphabet=st.characters()))
def test_any_text_survives(text: str) -> None:
    article = tradenews.parse(text)
    assert from_json(to_json(article)) == article


HEAD = '{"schema": "tradenews/1", "type": "Span", '


@pytest.mark.parametrize(
    ("data", "problems"),
    [
        ("{", ["no JSON"]),
        ("[]", ["expected an object, got list @ $"]),
        ("[" * 100_000, ["nested too deeply @ $"]),
        ("NaN", ["NaN is no JSON number"]),
        ('{"a": 1, "a": 2}', ["key 'a' stands twice"]),
        ('{"type": "Span"}', ["schema None is not 'tradenews/1' @ $.schema"]),
        ('{"schema": "tradenews/1", "type": "X"}', ["type 'X' is none of"]),
        (HEAD + '"start": "0", "ende": 4}', ["expected int, got str '0' @ $.start", "missing field 'end'",
                                             "unknown field 'ende'"]),
        (HEAD + '"start": true, "end": null}', ["expected int, got bool True @ $.start",
                                               "expected int, got null @ $.end"]),
        (HEAD.replace("Span", "Amount") + '"low": 1.5, "high": "1e9999999", "unit": "t"}',
         ["expected a decimal as a string, got float 1.5 @ $.low", "1e9999999' @ $.high"]),
        (HEAD.replace("Span", "Actor") + '"id": "x", "kind": "dog", "name": "n", "mentions": [3]}',
         ["expected one of 'country'", "@ $.kind", "expected an object, got int 3 @ $.mentions[0]"]),
    ],
)  # fmt: skip
def test_problems_are_named(data: str, problems: list[str]) -> None:
    with pytest.raises(SerializationError) as caught:
        from_json(data)
    for problem in problems:
        assert problem in str(caught.value)
    assert caught.value.problems


def test_spans_must_lie_in_the_text() -> None:
    data = to_dict(tradenews.parse("Exports rose 12 percent.", language="en"))
    data["blocks"][0]["span"]["end"] = 900
    with pytest.raises(SerializationError, match=r"outside of the text .* @ \$\.blocks\[0\]\.span"):
        from_dict(data)


def test_only_models_are_written() -> None:
    for thing in (object(), {"start": 0}, Span):
        with pytest.raises(ArgumentError):
            to_json(thing)


def test_schema_tells_each_field() -> None:
    schema = tradenews.json_schema()
    data = json.loads(to_json(tradenews.parse(_samples.load("en-alibaba"))))
    assert set(data) == set(schema["properties"])
    assert schema["$defs"]["Span"]["required"] == ["start", "end"]
    with pytest.raises(ArgumentError):
        tradenews.json_schema("Dog")
