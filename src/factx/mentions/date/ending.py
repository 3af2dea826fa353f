"""Periods said by their length and their end: "the three months to September", "the year ended June 30"."""

from __future__ import annotations

from factx.mentions.date.calendar import DAYS, MONTHS
from factx.mentions.date.lengths import months
from factx.mentions.date.shapes import Joined, Length, Named, Shape, Shift
from factx.mentions.date.view import View


def close(view: View, shapes: list[Shape]) -> list[Shape]:
    """Return joined shapes with each length and the date that it runs up to made one period."""
    made: list[Shape] = []
    for shape in shapes:
        opening = _opening(view, made, shape)
        if opening is None:
            made.append(shape)
            continue
        if made and made[-1].stop > opening.first:
            made.pop()
        made.append(Joined(opening.first, shape.stop, opening, shape))
    return made


def _opening(view: View, before: list[Shape], end: Shape) -> Length | None:
    """Return the length that ends with a date: "the six months" + "ended" + it."""
    if not isinstance(end, Named) or not _is_end(end):
        return None
    at = end.first - 1 - view.among(end.first - 1, "before_the_last_day")
    if not view.near(at - 2, end.first):
        return None
    ended, up_to = view.among(at, "ended_with"), view.among(at, "running_to")
    if view.word(at - 1) in ("that", "which") and view.among(at, "relative_end"):
        ended, at = True, at - 1
    if not (ended or up_to):
        return None
    if view.word(at) == "to" and view.word(at - 1) == "up":  # "in the week leading up to May 3"
        at -= 1 + (view.word(at - 2) == "leading")
    nearest = before[-1].stop if before else 0
    stop = at - (view.word(at - 1) == "period" and at - 1 >= nearest)
    if before and nearest == stop:
        length = _length(view, before[-1], end, before[-2].stop if before[1:] else 0)
    else:
        length = _unit(view, stop, end, nearest)
    if length is None or not (ended or _is_definite(view, length)):
        return None
    if end.unit == "year" and 0 < months(length) <= MONTHS["year"]:
        return None  # "the year ended 2019"
    return Length(length.first, at, length.amounts)


def _is_end(shape: Named) -> bool:
    """Tell a date that a period can run up to: no weekday, no "early June"."""
    if shape.relation not in (None, "last") or shape.mod in ("START", "MID"):
        return False
    return shape.unit in ("day", "month", "quarter", "year")


def _length(view: View, shape: Shape, end: Named, floor: int) -> Length | None:
    """Return how long a shape lasts by its words, where that is some months, or days up to a day."""
    if isinstance(shape, Length) and len(shape.amounts) == 1:
        ((amount, unit),) = shape.amounts
        whole = amount.isdecimal() or (amount, unit) == ("0.5", "year")
        fits = unit in MONTHS or (unit in DAYS and end.unit == "day")
        return shape if whole and fits and len(amount) < 4 else None
    if isinstance(shape, (Named, Shift)) and shape.unit in ("quarter", "half"):
        return Length(_start(view, shape.first, floor), shape.stop, (("1", shape.unit),))
    return None


def _unit(view: View, stop: int, end: Named, floor: int) -> Length | None:
    """Read a bare unit up to ``stop``: "the year", "its fiscal first half", "half-year"."""
    word, first = view.word(stop - 1), stop - 1
    weekly = word in ("week", "fortnight") and end.unit == "day"
    if first < floor or not (weekly or word in ("year", "quarter", "half", "decade")):
        return None
    if word == "year" and view.word(first - 1) == "-" and view.word(first - 2) == "half":
        word, first = "half", first - 2
    return Length(_start(view, first, floor), stop, (("1", word),))


def _start(view: View, first: int, floor: int) -> int:
    """Return the start of a unit's phrase: "its fiscal fourth" before "quarter"."""
    while first > floor and view.among(first - 1, "before_a_fiscal_unit"):
        first -= 1
    return view.determiner(first, floor)


def _is_definite(view: View, length: Length) -> bool:
    """Tell "in three months to June" and "the year to June" from "it is three months to June"."""
    first = length.first
    if view.word(first - 1) == "from":
        return False  # "moved from the first half to June"
    known = view.among(first, "determiners") and view.word(first) not in ("a", "an")
    return known or view.among(first - 1, "before_a_bare_period")
