"""The grid of calendar periods under the dates, and the word lists above it."""

import datetime as dt
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factx import packaged
from factx.mentions.date import grammar, lexicon
from factx.mentions.date.calendar import (
    LENGTHS,
    RANK,
    Cell,
    Unit,
    cell_of,
    coarsen,
    easter,
    move,
    nth_weekday,
)

DAYS = st.dates(dt.date(2, 1, 1), dt.date(9000, 12, 31))
UNITS = ("day", "week", "month", "season", "quarter", "half", "year", "decade", "century")


@given(DAYS, st.sampled_from(UNITS))
def test_a_cell_holds_its_day_and_borders_on_the_next(day: dt.date, unit: str) -> None:
    cell = cell_of(unit, day)
    first, last, following = cell.first(), cell.last(), cell.shift(1).first()
    if first and last and following:
        assert first <= day <= last
        assert following - last == dt.timedelta(1)


@given(DAYS, st.sampled_from(UNITS), st.integers(-50, 50))
def test_moving_there_and_back_ends_where_it_began(day: dt.date, unit: str, steps: int) -> None:
    cell = cell_of(unit, day)
    there = move(cell, unit, steps)
    if there is not None and there.first() and unit in ("week", "month", "quarter", "year"):
        assert move(there, unit, -steps) == cell


@given(DAYS)
def test_a_coarser_cell_holds_the_finer_one(day: dt.date) -> None:
    for coarse in ("month", "year", "century"):
        outer = coarsen(cell_of("day", day), coarse)
        assert outer == cell_of(coarse, day)


@pytest.mark.parametrize(
    ("unit", "timex"),
    [
        ("day", "2020-02-29"), ("week", "2020-W09"), ("weekend", "2020-W09-WE"), ("month", "2020-02"),
        ("season", "2019-WI"), ("quarter", "2020-Q1"), ("half", "2020-H1"), ("year", "2020"),
        ("decade", "202"), ("century", "20"),
    ],
)  # fmt: skip
def test_timex_of_each_unit(unit: str, timex: str) -> None:
    assert cell_of(unit, dt.date(2020, 2, 29)).timex() == timex


def test_years_before_christ_have_a_value_and_no_days() -> None:
    cell = Cell("year", -264)
    assert (cell.timex(), cell.first(), cell.last()) == ("BC0264", None, None)


@pytest.mark.parametrize(
    "day", ["1999-04-04", "2008-03-23", "2024-03-31", "2025-04-20", "2038-04-25"]
)
def test_easter(day: str) -> None:
    assert easter(int(day[:4])).isoformat() == day


def test_nth_weekday() -> None:
    assert nth_weekday(2024, 11, 4, 4) == dt.date(2024, 11, 28)
    assert nth_weekday(2024, 5, -1, 1) == dt.date(2024, 5, 27)
    assert nth_weekday(2024, 2, 5, 5) is None


def test_every_unit_has_a_rank_and_a_length() -> None:
    for unit in get_args(Unit):
        assert unit in RANK
        assert unit in LENGTHS


def test_every_cue_has_its_reader() -> None:
    words = lexicon.load()
    for word, readers in words.cues.items():
        assert word == word.lower()
        assert " " not in word
        assert set(readers) <= set(grammar.READERS), word
    assert set(words.units.values()) <= set(get_args(Unit))
    assert set(words.modifiers.values()) == {"START", "MID", "END"}


def test_every_list_is_read_somewhere() -> None:
    from importlib import resources

    folder = resources.files("factx.mentions.date")
    code = "".join(f.read_text("utf-8") for f in folder.iterdir() if f.name.endswith(".py"))
    unread = [name for name in lexicon.load().lists if f'"{name}"' not in code]
    assert unread == []


def test_no_list_names_a_word_twice() -> None:
    lists = packaged.table("factx.mentions.date", "date")["lists"]
    doubled = {name: words for name, words in lists.items() if len(set(words)) < len(words)}
    assert doubled == {}
