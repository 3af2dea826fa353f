"""Dates in digits: 2024-05-12, 7/8/07, 23.04.2022, 05-Aug-2016, 10/1-11/2/2017.

The tokenizer cuts these at some of their dashes, so the tokens that stand without a space between
them are put together again before they are read. Month comes first with slashes, as in America,
unless it cannot; with full stops the day does.
"""

from __future__ import annotations

import re

from factx.mentions.date.calendar import day_cell
from factx.mentions.date.months import full_year
from factx.mentions.date.shapes import Joined, Named, Repeat, Shape
from factx.mentions.date.view import View

_LONGEST = 24  # characters of "05-august-2016-07-08-2016"
_NAME = r"[a-z]{3,9}"
_FULL = re.compile(
    rf"(\d{{1,4}}|{_NAME})([-/.])(\d{{1,2}}|{_NAME}|\d{{4}})\2(\d{{1,4}}|{_NAME})(?![\d/])"
)
_MONTH = re.compile(
    rf"(\d{{1,2}}|{_NAME})[-/](\d{{4}})(?!\d)|(\d{{4}})[-/](\d{{1,2}}|{_NAME})(?!\d)"
)
_DAY = re.compile(rf"({_NAME})[-/.]?(\d{{1,2}})(?!\d)|(\d{{1,2}})[/](\d{{1,2}})(?!\d)")
_Date = tuple[int | None, int, int]  # year, month, day


def read(view: View, i: int, _floor: int) -> list[Shape]:
    """Read the date or the range of dates that the glued tokens from ``i`` spell."""
    ends, text = _run(view, i)
    if len(text) < 3 or (not any(mark in text for mark in "-/.") and not text[:3].isalpha()):
        return []
    found = _one(view, text, 0)
    if found is None:
        return []
    (year, month, day), stop = found
    if text[stop : stop + 1] == "-" and (more := _one(view, text, stop + 1)):
        (other_year, other_month, other_day), end = more
        if end in ends and end + i >= 0:
            middle = _token(ends, stop)
            begin = _shape(i, i + middle, year or other_year, month, day)
            last = _shape(i + middle + 1, i + _token(ends, end), other_year, other_month, other_day)
            return [Joined(i, last.stop, begin, last)]
    if stop not in ends:
        return []
    shape = _shape(i, i + _token(ends, stop), year, month, day)
    if year is None and not text[0].isalpha():
        before = view.word(i - 1)
        if text[:stop] == "9/11" and before != "on":
            shape.year = 2001
        elif before not in view.lex.lists["before_a_day"] and before not in view.lex.weekdays:
            return []
        if before in view.lex.lists["every"]:
            return [Repeat(i - 1, shape.stop, f"XXXX-{month:02d}-{day:02d}")]
    return [shape]


def _run(view: View, i: int) -> tuple[list[int], str]:
    """Put the glued tokens from ``i`` together: the offset at which each ends, and their text."""
    text, ends = "", []
    j = i
    while j < view.size and (j == i or view.glued(j)) and len(text) <= _LONGEST:
        word = view.lower[j]
        if not (word[0].isdecimal() or word[:1] in "-/" or word[:3] in view.lex.months):
            break
        text += word
        ends.append(len(text))
        j += 1
    return ends, text


def _token(ends: list[int], offset: int) -> int:
    """Return how many tokens end at or before ``offset``."""
    return sum(end <= offset for end in ends)


def _shape(first: int, stop: int, year: int | None, month: int, day: int) -> Named:
    unit = "day" if day else "month" if month else "year"
    return Named(first, stop, unit, year=year, month=month, day=day)


def _one(view: View, text: str, at: int) -> tuple[_Date, int] | None:
    for pattern, reading in ((_FULL, _full), (_MONTH, _of_year), (_DAY, _of_month)):
        if (match := pattern.match(text, at)) and (date := reading(view, match)):
            return date, match.end()
    return None


def _full(view: View, match: re.Match[str]) -> _Date | None:
    parts, mark = [match[1], match[3], match[4]], match[2]
    named = [view.lex.months.get(part, 0) for part in parts]
    numbers = [int(part) for part in parts if part.isdecimal()]
    if sum(map(bool, named)) == 1 and len(numbers) == 2:
        month = sum(named)
        long = [part for part in parts if len(part) == 4 and part.isdecimal()]
        year, day = (
            (numbers if numbers[0] > 31 else numbers[::-1])
            if long
            else (full_year(numbers[1]), numbers[0])
        )
        return (year, month, day) if day_cell(year, month, day) else None
    if len(numbers) != 3:
        return None
    if len(parts[0]) == 4:
        year, month, day = numbers
        if month > 12:
            month, day = day, month
    else:
        month, day, year = numbers
        if month > 12 or (mark == "." and day <= 12):
            month, day = day, month
        if len(parts[2]) == 2 and mark == "/":
            year = full_year(year)
        elif len(parts[2]) != 4:
            return None
    valid = 1 <= month <= 12 and 1 <= day <= 31 and 1000 <= year < 2200
    return (year, month, day) if valid else None


def _of_year(view: View, match: re.Match[str]) -> _Date | None:
    part, digits = (match[1], match[2]) if match[2] else (match[4], match[3])
    month = view.lex.months.get(part, 0) or (int(part) if part.isdecimal() else 0)
    year = int(digits)
    if not 1 <= month <= 12 or not 1900 <= year < 2100:
        return None
    if (
        match[3]
        and part.isdecimal()
        and (month == (year + 1) % 100 or (part[0] != "0" and month > year % 100))
    ):
        return None  # "2005-10" and "2007-08" are years, "2016-11" and "2005-03" months
    return year, month, 0


def _of_month(view: View, match: re.Match[str]) -> _Date | None:
    if match[1]:
        month, day = view.lex.months.get(match[1], 0), int(match[2])
    else:
        month, day = int(match[3]), int(match[4])
        if month > 12:
            month, day = day, month
    return (None, month, day) if 1 <= month <= 12 and 1 <= day <= 31 else None
