"""From one date to another: "2004 to 2009", "between January and May"."""

from __future__ import annotations

from factx.mentions.date.shapes import (
    Clock,
    Joined,
    Named,
    Nth,
    Part,
    Ref,
    Shape,
    Shift,
)
from factx.mentions.date.view import View

_TO = frozenset(("to", "-", "until", "till", "through", "thru", "into"))


def period(view: View, left: Shape, right: Shape, words: str) -> Shape | None:
    """Join two dates with "to", "until", a dash, or "and" after "between"."""
    if words in ("and", "and the"):
        between = "between" in (view.word(left.first - 1), view.word(left.first - 2))
        if not (between or _neighbours(view, left, right)):
            return None
    elif words not in _TO and words not in ("to the", "until the", "up to", "- to -"):
        return None
    if isinstance(left, Clock) and isinstance(right, Clock):
        if left.on is None and right.on is not None and words != "-":
            left.on = right.on
        return Joined(left.first, right.stop, left, right)
    if isinstance(left, Part) and isinstance(right, Part):
        return Joined(left.first, right.stop, left, right)
    now = (
        (left if isinstance(left, Ref) else right)
        if isinstance(left, Ref) != isinstance(right, Ref)
        else None
    )
    if (
        (
            isinstance(now, Ref)
            and now.value == "PRESENT_REF"
            and words in ("and", "to", "until", "till")
        )
        and isinstance(left, (Named, Ref))
        and isinstance(right, (Named, Ref))
    ):
        return Joined(left.first, right.stop, left, right)
    if not isinstance(left, (Named, Shift, Nth)) or not isinstance(right, (Named, Shift, Nth)):
        return None
    if (
        isinstance(left, Shift)
        and not isinstance(right, Shift)
        and left.base is None
        and left.anchor == "text"
    ):
        return None
    if words == "-" and not (left.mod or right.mod) and isinstance(left, Shift):
        return None
    if isinstance(left, Named) and isinstance(right, Named):
        if left.unit == "year" and right.unit == "year" and not _in_order(left, right):
            return None
        if left.relation or left.within:
            return Joined(left.first, right.stop, left, right)
        if (
            left.year is None
            and right.year is not None
            and left.unit in ("day", "month", "quarter", "half", "season")
        ):
            inherit(left, right)
        elif (
            left.year is None
            and isinstance(right.within, Shift)
            and left.unit in ("day", "month", "quarter")
        ):
            left.within = right.within
    return Joined(left.first, right.stop, left, right)


def _neighbours(view: View, left: Shape, right: Shape) -> bool:
    """Tell whether two months make one time: "612 mm fell in May and June", not one figure each."""
    if not (isinstance(left, Named) and isinstance(right, Named)):
        return False
    if left.unit != "month" or right.unit != "month" or left.year is not None:
        return False
    if left.mod or right.mod or left.relation or right.relation or left.within or right.within:
        return False
    if view.word(left.first - 1) not in ("in", "during") or view.word(right.stop) == "of":
        return False
    both = (
        view.word(right.stop) in ("respectively", ",")
        and "respectively" in view.lower[right.stop : right.stop + 3]
    )
    return not both and right.month - left.month == 1


def _in_order(left: Named, right: Named) -> bool:
    return left.year is not None and right.year is not None and left.year < right.year


def inherit(left: Named, right: Named) -> None:
    """Give the left date the right one's year, or the year before where that order demands."""
    if right.year is not None:
        key = (
            (left.month, left.day, left.index)
            if left.unit == right.unit
            else (left.month, 0, left.index)
        )
        other = (
            (right.month, right.day, right.index)
            if left.unit == right.unit
            else (right.month, 0, right.index)
        )
        left.year = right.year if key <= other else right.year - 1
