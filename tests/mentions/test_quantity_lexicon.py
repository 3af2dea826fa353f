"""The packaged words of quantities: every entry loads, and codes and units are real."""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from itertools import chain

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language

from factx import mentions, nlp
from factx.mentions.quantity.ages import ages
from factx.mentions.quantity.currencies import currencies
from factx.mentions.quantity.lists import lists
from factx.mentions.quantity.percent import shares
from factx.mentions.quantity.ranges import links
from factx.mentions.quantity.ratio import ratios
from factx.mentions.quantity.units import convert, units
from factx.model import Quantity, Source
from factx.nlp import cues, numerals, tokenizer
from factx.read import segment

EVERYDAY = [
    "in 2019",
    "Article 5",
    "about",
    "%",
    "$",
    "million",
    "to",
    "and",
    "-",
    "half",
    "one",
    "£",
    "m",
]


@cache
def pipeline() -> Language:
    blank = tokenizer.blank()
    blank.add_pipe("sentencizer")
    return blank


def find(text: str) -> list[Quantity]:
    found: list[Quantity] = []
    for article in segment(Source("-", text)):
        found += mentions.find(nlp.read(article, pipeline())).quantities
    assert all(text[quantity.start : quantity.end] == quantity.text for quantity in found)
    return found


def test_every_table_loads() -> None:
    for table in (ages, lists, links, ratios, shares, numerals.words, cues.cues):
        assert table()


def test_money_names_lead_to_codes() -> None:
    known = currencies()
    settled = {code for codes in known.shared.values() for code in codes}
    for name, unit in [*known.names.items(), *known.signs.items()]:
        assert unit in known.codes or unit in known.shared or unit in known.minor, name
    for code in [*settled, *known.minor_of.values(), *chain(*known.settled_by.values())]:
        assert len(code) == 3
        assert code.isupper()


@pytest.mark.parametrize("unit", sorted(units().factors))
def test_units_have_positive_factors(unit: str) -> None:
    value = convert(Decimal(1), unit)
    assert value is not None
    assert value > 0


def test_parts_agree_with_the_factors_of_their_units() -> None:
    for large, parts in units().parts.items():
        for small, share in parts.items():
            whole, part = convert(Decimal(1), large), convert(Decimal(1), small)
            assert whole is not None
            assert part is not None
            assert abs(part / whole - share) < Decimal("1e-6")


@settings(max_examples=150)
@given(
    st.lists(
        st.sampled_from(
            [*EVERYDAY, "12", "3.5", "1,000", "2-1", "four", "percent", "km", "'", '"', "(", ")"]
        ),
        max_size=25,
    )
)
def test_any_words_are_read_without_a_crash(words: list[str]) -> None:
    find(" ".join(words))


@settings(max_examples=80)
@given(st.text(max_size=80))
def test_any_text_is_read_without_a_crash(text: str) -> None:
    find(text)


@given(
    st.integers(1, 10**9),
    st.sampled_from(
        [
            ("${:,}", "USD"), ("€{}", "EUR"), ("{:,} euros", "EUR"), ("KZT {:,}", "KZT"),
            ("{:,} percent", "percent"), ("{} km", "km"), ("{:,} tonnes", "t"), ("{:,} votes", "vote"),
        ]
    ),
)  # fmt: skip
def test_what_is_rendered_is_read_back(number: int, form: tuple[str, str]) -> None:
    rendered, unit = form
    if unit == "vote" and number == 1:
        return
    (found,) = find(f"They had {rendered.format(number)} then.")
    assert (found.number, found.unit) == (number, unit)
    assert found.low <= number <= found.high
