"""Which figures a stated size is of: the readings, their arithmetic and the choice among them."""

import tomllib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import factx
from factx import claims, mentions, nlp
from factx.claims.sums import operands
from factx.claims.sums.line import lines
from factx.claims.sums.operands.arithmetic import agrees
from factx.claims.sums.operands.model import chances
from factx.claims.sums.operands.question import Question
from factx.model import Source
from factx.read import segment

TABLE = tomllib.loads(Path(__file__).with_suffix("").parent.joinpath("operands.toml").read_text())
ROLES = {"new", "old", "part", "whole", "total", "count"}


def asked(text: str) -> list[Question]:
    found = []
    for article in segment(Source("-", text), None):
        tokens = nlp.read(article, nlp.load())
        mentioned = mentions.find(tokens)
        made = list(claims.build(tokens, mentioned))
        found += operands.questions(list(lines(tokens, mentioned)), made)
    return found


def told(text: str, size: str) -> dict[str, list[str]]:
    """Return the figures of the tie that has a size, by their roles."""
    document = factx.extract(text)
    texts = {mention.id: mention.text for mention in document.mentions}
    for tie in document.ties:
        named = [(member.role, texts.get(member.mention, "")) for member in tie.members]
        if len(named) > 2 and any(name == size and role not in ROLES for role, name in named):
            found: dict[str, list[str]] = {}
            for role, name in named:
                if name != size:
                    found.setdefault(role, []).append(name)
            return found
    return {}


@pytest.mark.parametrize("row", TABLE["tied"], ids=lambda row: row["size"])
def test_tied(row: dict[str, str]) -> None:
    figures = {key: value for key, value in row.items() if key not in ("text", "size")}
    assert told(row["text"], row["size"]) == {
        role: value if isinstance(value, list) else [value] for role, value in figures.items()
    }


@pytest.mark.parametrize("row", TABLE["apart"], ids=lambda row: row["size"])
def test_apart(row: dict[str, str]) -> None:
    assert told(row["text"], row["size"]) == {}


@pytest.mark.parametrize("row", TABLE["agrees"], ids=lambda row: row["text"])
def test_agrees(row: dict[str, str]) -> None:
    found = {
        (question.size.figure.mention.text, option.kind.name)
        for question in asked(row["text"])
        for option in question.options
        if agrees(question, option)
    }
    assert ((row["size"], row["kind"]) in found) is row["holds"]


@settings(max_examples=25, deadline=None)
@given(st.lists(st.integers(2, 99_999), min_size=1, max_size=30))
def test_chances(numbers: list[int]) -> None:
    levels = " and ".join(f"{number:,} cows" for number in numbers)
    for question in asked(f"The farms had {levels}, a rise of 12 percent, or a third."):
        likely = chances(question)
        assert len(likely) == len(question.options) <= 2 * 16 * 15
        assert all(0 <= chance <= 1 for chance in likely)
        assert sum(likely) <= 1.000001


@pytest.mark.parametrize("digits", [20, 29, 33])
def test_endless_numbers_are_added_to_nothing(digits: int) -> None:
    number = ("123456789" * 4)[:digits]
    text = f"The mine sold {number} tonnes, 12.55 tonnes in May and 33.71 tonnes in June."
    assert not factx.check([factx.extract(text + " The other 412.25 tonnes were lost.")]).findings
