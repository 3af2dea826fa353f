"""Numbers as written: the table, and that what is rendered is read back."""

from __future__ import annotations

import tomllib
from decimal import Decimal
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language

from factx import nlp
from factx.model import Article, Block, Source
from factx.nlp import numerals, tokenizer
from factx.nlp.tokens import Tokens

TABLE = tomllib.loads((Path(__file__).parent / "numerals.toml").read_text(encoding="utf-8"))
ONES = [word for word, value in numerals.words().small.items() if 0 < value < 20]
TENS = [word for word, value in numerals.words().small.items() if value >= 20]


@cache
def pipeline() -> Language:
    blank = tokenizer.blank()
    blank.add_pipe("sentencizer")
    return blank


def read(text: str) -> Tokens:
    source = Source("-", text)
    block = Block("paragraph", 0, len(text))
    return nlp.read(Article(source, 0, len(text), (block,)), pipeline())


def find(text: str) -> list[tuple[Decimal, str]]:
    tokens = read(text)
    return [(n.value, tokens.span(n.first, n.stop).text) for n in numerals.find(tokens)]


@pytest.mark.parametrize(
    "text, value", [(text, entry["value"]) for entry in TABLE["reads"] for text in entry["texts"]]
)
@pytest.mark.parametrize("carrier", ["{}", "It was {}.", "(of {})"])
def test_reads(text: str, value: str, carrier: str) -> None:
    assert find(carrier.format(text)) == [(Decimal(value), text)]


@pytest.mark.parametrize("text", TABLE["nothing"]["texts"])
def test_reads_nothing(text: str) -> None:
    assert find(text) == []


@given(st.integers(0, 10**12))
def test_digits_are_read_back_in_every_grouping(number: int) -> None:
    for rendered in (str(number), f"{number:,}", f"{number:,}".replace(",", "'"), f"{number:,}.0"):
        assert [value for value, _ in find(f"It counted {rendered} once.")] == [number]


@given(st.decimals(0, 10**6, places=2), st.sampled_from(["million", "billion", "trillion"]))
def test_scales_are_read_back(number: Decimal, scale: str) -> None:
    expected = number * numerals.words().scales[scale]
    assert [value for value, _ in find(f"It counted {number} {scale} once.")] == [expected]


@given(st.sampled_from(TENS), st.sampled_from(ONES[:9]), st.sampled_from(ONES))
def test_words_are_read_back(tens: str, ones: str, thousands: str) -> None:
    small = numerals.words().small
    expected = small[thousands] * 1000 + small[tens] + small[ones]
    text = f"It counted {thousands} thousand and {tens}-{ones} once."
    assert [value for value, _ in find(text)] == [expected]


@settings(max_examples=60)
@given(st.text(alphabet="0123456789.,'-+/^x½eE ~", max_size=60))
def test_any_digit_string_is_read_without_a_crash(text: str) -> None:
    for value, written in find(text):
        assert value.is_finite()
        assert written in text


@pytest.mark.parametrize(
    "piece",
    [
        "1 over ",
        "million ",
        "one hundred and ",
        "1,",
        "12-",
        "1.",
        "'1",
        "thousand thousand ",
        "9",
        "a quarter of a ",
    ],
)
def test_hostile_repetition_takes_linear_work(piece: str) -> None:
    seen: list[int] = []

    def skip(index: int) -> bool:
        seen.append(index)
        return index % 50 == 49

    tokens = read(piece * 2000)
    numerals.find(tokens, skip)
    assert len(seen) <= 60 * (len(tokens) + 1)


@pytest.mark.parametrize("word", ["1st", "22nd", "3rd", "150th"])
def test_an_ordinal_in_figures(word: str) -> None:
    assert numerals.is_ordinal(word)


@pytest.mark.parametrize("word", ["th", "august", "second", "12-month", "2²nd", "5", ""])
def test_what_only_ends_like_an_ordinal(word: str) -> None:
    assert not numerals.is_ordinal(word)
