"""Dates inside or beside other dates: "the last week of March", "two days before Easter"."""

from __future__ import annotations

from factx.mentions.date.calendar import RANK
from factx.mentions.date.shapes import (
    Clock,
    Joined,
    Length,
    Named,
    Nth,
    Part,
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
        if (
            amount.isdigit()
            and RANK[unit] >= RANK["day"]
            and (words != "from" or isinstance(right, Shift) or right.unit == "day")
        ):
            steps = min(int(amount), 10**6) * (-1 if words == "before" else 1)
            if (
                isinstance(right, Named)
                and right.unit not in ("day", "weekday")
                and RANK[unit] < RANK.get(right.unit, 0)
            ):
                return None
            if view.capital(right.stop) or (
                view.word(right.stop).isalpha()
                and view.word(right.stop) not in view.lex.lists["clause_words"]
            ):
                return None  # "two days after the January 7 quake" is after the quake
            return Shift(left.first, right.stop, unit, steps, "text", right)
    return None


_PARTS_OF_A_YEAR = ("day", "month", "quarter", "half", "season")


def _joined_in(left: Joined, right: Shape) -> Shape | None:
    """Put both ends of "between January and May" + "of this year" into the year."""
    for end in (left.begin, left.end):
        if not isinstance(end, Named) or end.unit not in _PARTS_OF_A_YEAR or end.within:
            return None
        if end.year is not None or end.relation:
            return None
    for end in (left.begin, left.end):
        if isinstance(end, Named):
            end.within = right
    left.stop = right.stop
    return left


def contained(view: View, left: Shape, right: Shape, words: str) -> Shape | None:
    """Join "the first quarter" + "of" + "2009", "March" + "of last year", "Friday" + "of next week"."""
    if words not in ("of", "in", "", ",", "of the", "in the", "on", "for") or not isinstance(
        right, (Named, Shift, SamePeriod)
    ):
        return None
    if isinstance(left, (Clock, Part)) and left.on is not None and left.on.stop == left.stop:
        if (inner := contained(view, left.on, right, words)) is not None:
            left.on, left.stop = inner, inner.stop  # "noon on Tuesday of next week"
            return left
        return None
    if isinstance(right, Named) and right.unit == "weekday":
        if (
            isinstance(left, Shift)
            and left.anchor == "view"
            and left.unit == "day"
            and left.mod
            and not words
        ):
            right.first, right.mod = left.first, left.mod  # "the end of the day Saturday"
            return right
        if (
            (
                isinstance(left, Shift)
                and left.unit == "week"
                and left.base is None
                and right.within is None
                and words in ("", "on", ",")
            )
            and right.relation is None
            and left.anchor != "view"
        ):
            return Named(left.first, right.stop, "weekday", weekday=right.weekday, within=left)
        return None
    unit = right.unit if isinstance(right, (Named, Shift)) else "year"
    if isinstance(left, Joined) and unit == "year" and words in ("of", "", ",", "in"):
        return _joined_in(left, right)
    if (
        isinstance(left, SamePeriod)
        and left.within is None
        and unit in ("year", "month", "quarter")
    ):
        return SamePeriod(left.first, right.stop, right, mod=left.mod)
    if isinstance(left, Nth) and left.nth == 0:
        return None
    finer = isinstance(left, (Nth, Shift)) and RANK[left.unit] < RANK.get(unit, 0)
    if isinstance(left, Nth) and finer and left.within is None and words[:2] in ("of", "in"):
        return Nth(left.first, right.stop, left.unit, left.nth, left.count, right, mod=left.mod)
    if isinstance(left, Shift) and finer and left.base is None and words == "of":
        article = left.anchor == "article" and left.steps == -1
        if article and view.word(left.stop - 2) == "last":
            return Nth(left.first, right.stop, left.unit, -1, 1, right, mod=left.mod)
    if isinstance(left, Length) and left.edge and words == "of" and len(left.amounts) == 1:
        amount, name = left.amounts[0]
        if amount.isdigit() and RANK["day"] <= RANK[name] < RANK.get(unit, 0) and len(amount) < 4:
            return Nth(left.first, right.stop, name, left.edge, int(amount), right)
    if (
        isinstance(left, Named)
        and left.year is None
        and left.within is None
        and left.relation in (None, "last", "final")
    ):
        if left.unit == "weekday" and unit == "week" and words in ("of", "", "in") and not left.day:
            return Named(
                left.first, right.stop, "weekday", weekday=left.weekday, within=right, mod=left.mod
            )
        year = (isinstance(right, Shift) and unit == "year") or (
            isinstance(right, Named) and unit == "year"
        )
        near = isinstance(right, Shift) or words in ("of", "", ",", "in")
        if year and near and left.unit in _PARTS_OF_A_YEAR:
            left.within, left.stop = right, right.stop
            return left
    return None


_HOLDING = frozenset(
    f"{verb} {on}".strip()
    for verb in ("of", "starting", "beginning", "commencing", "ending", "ended")
    for on in ("", "on", "the")
)


def holding(_view: View, left: Shape, right: Shape, words: str) -> Shape | None:
    """Join "the week" + "of" / "starting on" + "February 4"."""
    if (
        isinstance(left, Nth)
        and left.nth == 0
        and left.within is None
        and words in _HOLDING
        and is_day(right)
    ):
        return Nth(left.first, right.stop, left.unit, 0, 1, right)
    return None
