"""Dates inside or beside other dates: "the last week of March", "two days before Easter"."""

from __future__ import annotations

from factx.mentions.date.calendar import CLOCK_UNITS, PARTS_OF_A_YEAR, RANK
from factx.mentions.date.shapes import (
    Joined,
    Length,
    Named,
    Nth,
    SamePeriod,
    Shape,
    Shift,
    is_day,
)
from factx.mentions.date.view import View


def anchored(view: View, left: Shape, right: Shape, words: str) -> Shape | None:
    """Join "two days before" + "March 3", "the day after" + "tomorrow"."""
    if not isinstance(right, (Named, Shift)) or right.first == left.first:
        return None
    before = view.word(left.stop - 1) in ("before", "after")
    if isinstance(left, Shift) and left.anchor == "text" and not words and before:
        return Shift(left.first, right.stop, left.unit, left.steps, "text", right)
    if isinstance(left, Length) and words in ("before", "after", "from") and len(left.amounts) == 1:
        amount, unit = left.amounts[0]
        if words == "from" and view.word(right.stop) in ("to", "until", "till", "through", "-"):
            return None  # "64 days from June 1 to August 3" is a length and a period
        if amount.isdecimal() and RANK[unit] >= RANK["day"]:
            steps = min(int(amount), 10**6) * (-1 if words == "before" else 1)
            return Shift(left.first, right.stop, unit, steps, "text", right)
    return None


def _joined_in(left: Joined, right: Shape) -> Shape | None:
    """Put both ends of "between January and May" + "of this year" into the year."""
    ends = [end for end in (left.begin, left.end) if isinstance(end, Named)]
    if len(ends) < 2 or any(
        end.year is not None or end.unit not in PARTS_OF_A_YEAR for end in ends
    ):
        return None
    for end in ends:
        end.within = right
    left.stop = right.stop
    return left


_INSIDE = frozenset(("of", "in", "", ",", "of the", "in the", "on", "for"))
_OF_A_YEAR = frozenset(("of", "in", "", ","))


def contained(view: View, left: Shape, right: Shape, words: str) -> Shape | None:
    """Join "the first quarter" + "of" + "2009", "March" + "of last year", "Friday" + "of next week"."""
    if words not in _INSIDE or not isinstance(right, (Named, Shift)):
        return None
    if isinstance(right, Named) and right.unit == "weekday":
        return _weekday_in(left, right, words)
    if isinstance(left, Joined) and right.unit == "year" and words in _OF_A_YEAR:
        return _joined_in(left, right)
    again = isinstance(left, Shift) and left.unit == "month" and view.word(left.stop - 2) == "same"
    if (
        isinstance(left, SamePeriod)
        and left.within is None
        and right.unit in ("year", "month", "quarter")
    ) or (again and right.unit == "year"):
        return SamePeriod(left.first, right.stop, right, mod=left.mod)
    if isinstance(left, (Nth, Shift, Length)):
        return _some_units_in(view, left, right, words)
    return _named_in(left, right, words) if isinstance(left, Named) else None


def _weekday_in(left: Shape, weekday: Named, words: str) -> Shape | None:
    """Join the week before a weekday: "next week on Friday"; "the end of the day Saturday" is one day."""
    if not isinstance(left, Shift):
        return None
    if left.anchor == "view":
        if left.unit != "day" or not left.mod or words:
            return None
        weekday.first, weekday.mod = left.first, left.mod
        return weekday
    if left.unit != "week":
        return None
    return Named(left.first, weekday.stop, "weekday", weekday=weekday.weekday, within=left)


def _some_units_in(
    view: View, left: Nth | Shift | Length, right: Named | Shift, words: str
) -> Shape | None:
    """Put units at an edge into their period: "the last week of March", "the first ten days of 2009"."""
    outer = RANK.get(right.unit, 0)
    if isinstance(left, Length):
        return _edge_of(left, right, outer) if words == "of" else None
    if left.unit in CLOCK_UNITS or RANK[left.unit] >= outer:
        return None  # the 90th minute of the 2006 final is no part of 2006
    if isinstance(left, Nth):
        if left.within is not None:
            return None
        return Nth(left.first, right.stop, left.unit, left.nth, left.count, right, mod=left.mod)
    if words != "of" or left.anchor != "article" or view.word(left.stop - 2) != "last":
        return None
    return Nth(left.first, right.stop, left.unit, -1, 1, right, mod=left.mod)


def _edge_of(left: Length, right: Shape, outer: int) -> Shape | None:
    """Put a length at an edge into its period: "the first ten days" of what ranks ``outer``."""
    if not left.edge or len(left.amounts) != 1:
        return None
    amount, unit = left.amounts[0]
    if not amount.isdecimal() or len(amount) > 3 or not RANK["day"] <= RANK[unit] < outer:
        return None
    return Nth(left.first, right.stop, unit, left.edge, int(amount), right)


def _named_in(left: Named, right: Named | Shift, words: str) -> Shape | None:
    """Put a date by its name into its week or year: "Friday of next week", "March of last year"."""
    if left.year is not None or left.within is not None:
        return None
    if left.unit == "weekday" and right.unit == "week":
        return Named(
            left.first, right.stop, "weekday", weekday=left.weekday, within=right, mod=left.mod
        )
    near = isinstance(right, Shift) or words in _OF_A_YEAR
    if right.unit != "year" or not near or left.unit not in PARTS_OF_A_YEAR:
        return None
    left.within, left.stop = right, right.stop
    return left


def holding(view: View, left: Shape, right: Shape, words: str) -> Shape | None:
    """Join "the week" + "of" / "starting on" + "February 4"."""
    if (
        isinstance(left, Nth)
        and left.nth == 0
        and left.within is None
        and view.among(left.stop, "week_of")
        and words.partition(" ")[2] in ("", "on", "the")
        and is_day(right)
    ):
        return Nth(left.first, right.stop, left.unit, 0, 1, right)
    return None
