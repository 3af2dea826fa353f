"""What the grammar reads before anything is resolved: the shape of a date, over token numbers.

A shape says what the words say ("the second of March", "two years before that", "each Tuesday") and
nothing more; ``resolve`` turns it into a value with the help of the article's day and of the dates
before it.
"""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(slots=True)
class Shape:
    """The tokens from ``first`` up to ``stop`` and the TIMEX3 modifier that applies to them."""

    first: int
    stop: int
    mod: str | None = field(default=None, kw_only=True)


@dataclass(slots=True)
class Named(Shape):
    """A period by its name in the calendar: "March 12", "the third quarter", "Friday", "1990s".

    ``index`` counts quarters, halves and seasons from 0, holds decades and centuries as they are
    written in TIMEX3, and weeks of a year. ``month`` stands beside the index of a quarter or half
    that is named by its last month. ``relation`` is the word before it ("last March").
    """

    unit: str
    year: int | None = None
    month: int = 0
    day: int = 0
    weekday: int = 0
    index: int = 0
    holiday: str | None = None
    relation: str | None = None
    within: Shape | None = None
    kind: str = ""  # FY for a fiscal year, SY for a school year or a season


@dataclass(slots=True)
class Shift(Shape):
    """A period by its distance from another: "last week", "two years ago", "the day after"."""

    unit: str
    steps: int
    anchor: str  # "article", "text" or "view" (the text's period, else the article's)
    base: Shape | None = None
    more: tuple[tuple[str, int], ...] = ()  # "and three months" after "two years"
    kind: str = ""  # as in Named


@dataclass(slots=True)
class Nth(Shape):
    """Some units at the start or the end of a longer period: "the last week of March"."""

    unit: str
    nth: int
    count: int = 1
    within: Shape | None = None


@dataclass(slots=True)
class SamePeriod(Shape):
    """As in "the same period in 2024": the period in focus, moved to another year."""

    within: Shape | None = None


@dataclass(slots=True)
class Length(Shape):
    """A duration: its amounts, as digits or X, with their units; "first" or "last" before them."""

    amounts: tuple[tuple[str, str], ...]
    edge: int = 0


@dataclass(slots=True)
class Repeat(Shape):
    """A set of times with its finished TIMEX3 value: "every Tuesday"."""

    timex: str


@dataclass(slots=True)
class Clock(Shape):
    """A time of day such as T16:08, in UTC or not, on a day or on the day in view."""

    time: str
    utc: bool = False
    meridiem: bool = False
    on: Shape | None = None
    split: bool = False  # "on" or a comma stands between hour and day: each is also read alone


@dataclass(slots=True)
class Part(Shape):
    """A part of a day: "Friday night", "this morning"; the relation says which day."""

    code: str
    relation: str | None = None
    on: Shape | None = None


@dataclass(slots=True)
class Ref(Shape):
    """The past, the present or the future as such."""

    value: str


@dataclass(slots=True)
class Joined(Shape):
    """From one date to another, between two lengths, or a length up to a date."""

    begin: Shape
    end: Shape


_DAY_UNITS = frozenset(("day", "weekday"))


def is_day(shape: Shape) -> bool:
    """Tell whether a shape is one day."""
    return isinstance(shape, (Named, Shift)) and shape.unit in _DAY_UNITS
