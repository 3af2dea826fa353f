"""Days in the lines that carry them: date lines, bylines and the place and day before a wire story.

A day counts only when day, month and year are all written. Prose is never searched.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from functools import cache
from typing import Literal

from factx.read.words import alternatives, prefixes, vocabulary, words

Sort = Literal["published", "updated", "byline"]

_LONGEST_LINE = 160
_WIRE_REACH = 130
_WORD = re.compile(r"[^\W_]+(?:[.'’&/-]+[^\W_]+)*\.?")
_DASH = re.compile(r"\s*(?:—|―|--+)\s*|\s+[–-]\s+|(?<=/)\.\s+|(?<=\))\s*[–-]\s+")
_AGENCY = re.compile(r"\(([^()]{2,40})\)|/([^/]{2,40})/")


@dataclass(frozen=True, slots=True)
class DateLine:
    """What a line says about the article: its day, if any, and how many words stand besides."""

    sort: Sort
    day: dt.date | None
    rest: int
    labelled: bool


@dataclass(frozen=True, slots=True)
class Wire:
    """A dateline that opens a paragraph; the prose begins at ``length``."""

    length: int
    day: dt.date | None
    dated: bool


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
    zone = rf"(?:\s*(?:{alternatives(words('dates', 'zones'))})\b)*(?:\s*[+-]\d{{1,2}}:?\d{{2}})?"
    clock = r"\d{1,2}[:.]\d{2}(?::\d{2}(?:\.\d+)?)?(?:\s*[ap]\.?m\b\.?)?|\d{1,2}\s*[ap]\.?m\b\.?"
    return re.compile(rf"(?:T|(?<!\d))(?:{clock}){zone}", re.IGNORECASE)


@cache
def _label(key: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{alternatives(words('dates', key))})\b\s*[:|–—-]?\s*", re.IGNORECASE)


def read_day(text: str) -> dt.date | None:
    """Return the first whole day written in ``text``; 3/4/2025 could be two days and is none."""
    for match in _day().finditer(text):
        day = _to_date(match)
        if day is not None:
            return day
    return None


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
    "Astana, 12 March 2025" from a headline that happens to end in a day.
    """
    if len(line) > _LONGEST_LINE:
        return None
    author = _label("authors").match(line)
    updated = _label("updated").match(line)
    label = author or updated or _label("labels").match(line)
    found = [(match, _to_date(match)) for match in _day().finditer(line)]
    days = [(match, day) for match, day in found if day is not None]
    if not days and author is None and not (label and found):
        return None
    rest = line[label.end() if label else 0 :]
    for key in ("updated", "labels"):
        rest = re.sub(
            rf"(?:(?<=[|•·/–—,(-])|(?<=[|•·/–—,(-]\s)|(?<=\d\s)){_label(key).pattern}",
            " ",
            rest,
            flags=re.IGNORECASE,
        )
    rest = _time().sub(" ", _day().sub(" ", rest))
    others = _WORD.findall(rest)
    small = words("dates", "small") | words("dates", "zones")
    if not all(word[:1].isupper() or word.lower() in small for word in others):
        return None
    if author is not None and (not others or len(others) > 14 or line.endswith(("?", "!"))):
        return None
    if len(others) > 8 and author is None:
        return None
    sort: Sort = "byline" if author else "updated" if updated else "published"
    return DateLine(
        sort, days[0][1] if days else None, 0 if label else len(others), labelled=label is not None
    )


def read_wire(paragraph: str) -> Wire | None:
    """Read "ASTANA, March 12 (Agency) —" at a paragraph's start; None if there is no such thing."""
    head = paragraph[:_WIRE_REACH]
    dash = _DASH.search(head)
    if dash is None or dash.start() == 0 or dash.end() >= len(paragraph):
        return None
    after = paragraph[dash.end() : dash.end() + 2].lstrip("\"'“‘«([")
    if not (after[:1].isupper() or after[:1].isdigit()):
        return None
    head = head[: dash.start() + (1 if paragraph[dash.start() : dash.start() + 1] == "." else 0)]
    day = read_day(head)
    place = _day().sub(" ", head)
    place, years = _day_of_month().subn(" ", place)
    dated = day is not None or years > 0
    agencies = [(a or b).strip().lower() for a, b in _AGENCY.findall(place)]
    known = any(agency in words("dates", "agencies") for agency in agencies)
    place = _AGENCY.sub(" ", place)
    if not _is_place(place, certain=dated or known or bool(agencies), alone=known):
        return None
    return Wire(dash.end(), day, dated or known)


def _is_place(place: str, *, certain: bool, alone: bool) -> bool:
    names = [part.strip(" .,;") for part in place.split(",")]
    names = [name for name in names if name]
    if not names:
        return alone
    tokens = [token for name in names for token in name.split()]
    small = words("dates", "small") | words("dates", "weekdays")
    if len(tokens) > 8 or any(character.isdigit() for character in place):
        return False
    if not all(token[:1].isupper() or token in small for token in tokens):
        return False
    shouted = names[0].isupper() and any(len(token) > 2 for token in names[0].split())
    return shouted or certain


__all__ = ["DateLine", "Wire", "prefixes", "read_day", "read_line", "read_wire"]
