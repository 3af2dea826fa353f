"""Days in the lines that carry them: date lines, bylines, and a day left at a headline's end.

A day counts only when day, month and year are all written. Prose is never searched.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from functools import cache
from typing import Literal

from factx.packaged import alternatives
from factx.read.words import vocabulary, words

Sort = Literal["published", "updated", "byline"]

_LONGEST_LINE = 160
_WORD = re.compile(r"[^\W_]+(?:[.'’&/-]+[^\W_]+)*\.?")
# What a page or its export has left behind a day: "May 4, 2025}}<br>", "May 4, 2025}}[[Image:…".
_MARKUP = re.compile(r"\s*(?:\}\}|\]\]|<[a-z/!]|&lt;|\[\[|\{\{).*$", re.IGNORECASE | re.DOTALL)


@dataclass(frozen=True, slots=True)
class DateLine:
    """What a line says about the article: its day, if any, and how many words stand besides."""

    sort: Sort
    day: dt.date | None
    rest: int
    labelled: bool


@cache
def _day() -> re.Pattern[str]:
    month = rf"(?:{alternatives(vocabulary()['months'])})\b\.?"
    weekday = rf"(?:(?:{alternatives(words('dates', 'weekdays'))})\b\.?,?\s+)?"
    ordinal = r"(?:st|nd|rd|th)?"
    return re.compile(
        rf"""(?<![\w/.-])(?:
          {weekday}(?P<m1>{month})\s+(?P<d1>\d{{1,2}}){ordinal}(?:\s*,\s*|\s+)(?P<y1>\d{{4}})
        | {weekday}(?P<d2>\d{{1,2}}){ordinal}(?:\s+of)?[\s-]+(?P<m2>{month})(?:,\s*|[\s-]+)(?P<y2>\d{{4}})
        | (?P<y3>\d{{4}})[-/.](?P<n3>\d{{1,2}})[-/.](?P<d3>\d{{1,2}})(?=T?)
        | {weekday}(?P<a4>\d{{1,2}})(?P<s4>[./])(?P<b4>\d{{1,2}})(?P=s4)(?P<y4>\d{{4}})
        )(?!\d)""",
        re.IGNORECASE | re.VERBOSE,
    )


@cache
def _day_of_month() -> re.Pattern[str]:
    """Match a day without its year, as wire stories have it."""
    month = rf"(?:{alternatives(vocabulary()['months'])})\b\.?"
    return re.compile(rf"\b(?:{month}\s+\d{{1,2}}|\d{{1,2}}\s+{month})(?!\d)", re.IGNORECASE)


@cache
def _time() -> re.Pattern[str]:
    zone = rf"(?:\s*\(?(?:{alternatives(words('dates', 'zones'))})\b\)?)*(?:\s*[+-]\d{{1,2}}(?::?\d{{2}})?)?"
    clock = r"\d{1,2}[:.]\d{2}(?::\d{2}(?:\.\d+)?)?(?:\s*[ap]\.?m\b\.?)?|\d{1,2}\s*[ap]\.?m\b\.?"
    return re.compile(rf"(?:T|(?<!\d))(?:{clock}){zone}", re.IGNORECASE)


@cache
def _label(key: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{alternatives(words('dates', key))})\b\s*[:|–—-]?\s*", re.IGNORECASE)


@cache
def _second_label() -> re.Pattern[str]:
    """Match a label further on in a line: "12 May 2024 | Updated: 13 May 2024"."""
    sign = "[|•·/–—,(-]"
    keys = "|".join(_label(key).pattern for key in ("updated", "labels"))
    return re.compile(rf"(?:(?<={sign})|(?<={sign}\s)|(?<=\d\s))(?:{keys})", re.IGNORECASE)


def read_day(text: str) -> dt.date | None:
    """Return the first whole day written in ``text``; 3/4/2025 could be two days and is none."""
    for match in _day().finditer(text):
        day = _to_date(match)
        if day is not None:
            return day
    return None


def without_days(text: str) -> tuple[str, bool]:
    """Return a text without its days, and whether one of them had no year."""
    text, yearless = _day_of_month().subn(" ", _day().sub(" ", text))
    return text, yearless > 0


def _to_date(match: re.Match[str]) -> dt.date | None:
    part = match.groupdict()
    if part["y1"] or part["y2"]:
        name = (part["m1"] or part["m2"]).rstrip(".").lower()
        number = vocabulary()["months"][name]
        year, month, day = part["y1"] or part["y2"], number, part["d1"] or part["d2"]
    elif part["y3"]:
        year, month, day = part["y3"], part["n3"], part["d3"]
    else:
        first, second = int(part["a4"]), int(part["b4"])
        year, month, day = part["y4"], second, first
        if second > 12:
            month, day = first, second
        elif first <= 12 and first != second and part["s4"] == "/":
            return None
    try:
        return dt.date(int(year), int(month), int(day))
    except ValueError:
        return None


def read_line(line: str) -> DateLine | None:
    """Read a line that holds nothing but a day, an author or a place; None for any other.

    ``rest`` counts the words that are neither date nor label, so that a caller can tell
    "Astana, 12 March 2025" from a headline that happens to end in a day. A time, or a day without
    its year, has a line to itself too: "4:05 PM EST", "20 MAR, 12:14".
    """
    if len(line) > _LONGEST_LINE:
        return None
    line = _MARKUP.sub("", line)
    if _is_moment(line):
        return DateLine("published", None, 0, labelled=True)
    author = _label("authors").match(line)
    updated = _label("updated").match(line)
    label = author or updated or _label("labels").match(line)
    dates = [_to_date(match) for match in _day().finditer(line)]
    if not dates and author is None:
        return None
    others = _besides(line[label.end() if label else 0 :])
    if others is None:
        return None
    day = next((date for date in dates if date is not None), None)
    if day is None and label is None and others:  # 3/4/2025 among names: let it be
        return None
    sort: Sort = "byline" if author else "updated" if updated else "published"
    return DateLine(sort, day, 0 if label else len(others), labelled=label is not None)


def _is_moment(line: str) -> bool:
    """Tell whether a line is a time, with or without a weekday and a day of the month."""
    if _time().search(line) is None:
        return False
    rest = _time().sub(" ", _day_of_month().sub(" ", line))
    return all(
        word.lower().rstrip(".") in words("dates", "weekdays") for word in _WORD.findall(rest)
    )


def _besides(text: str) -> list[str] | None:
    """Return the words that are no date, time or label; None if they are not names."""
    text = _time().sub(" ", _day().sub(" ", _second_label().sub(" ", text)))
    others = _WORD.findall(text)
    small = words("dates", "small") | words("dates", "zones")
    named = all(word[:1].isupper() or word.lower() in small for word in others)
    return others if named else None


def trailing_day(line: str) -> tuple[int, int]:
    """Return where a weekday and day glued to a line's end begin, and where the line ends without.

    Both are 0 if there is none, or if it is part of the phrase: "Polls open on Sunday, 12 May 2024".
    """
    for match in _day().finditer(line):
        first = match[0].split()[0].rstrip(".,").lower()
        rest = line[: match.start()].rstrip(" \t\u00a0|•·,–—-")
        if match.end() == len(line) and first in words("dates", "weekdays") and rest:
            tokens = rest.split()
            if len(tokens) > 2 and tokens[-1].lower() not in words("dates", "before"):
                return len(rest), match.start()
    return 0, 0
