"""From one date to another: "2004 to 2009", "between January and May"."""

from __future__ import annotations

from factx.mentions.date.calendar import MONTHS, PARTS_OF_A_YEAR
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

_TO = frozenset(
    (
        "to",
        "-",
        "until",
        "till",
        "through",
        "thru",
        "into",
        "to the",
        "until the",
        "up to",
        "- to -",
    )
)
_TO_NOW = frozenset(("and", "to", "until", "till"))


def period(view: View, left: Shape, right: Shape, words: str) -> Shape | None:
    """Join two dates with "to", "until", a dash, or "and" after "between"."""
    if not _is_joint(view, left, right, words):
        return None
    if isinstance(left, Clock) and isinstance(right, Clock):
        if left.on is None and right.on is not None and words != "-":
            left.on = right.on
    elif isinstance(left, Named) and isinstance(right, Named):
        if _is_whole(left, right):
            right.first = left.first
            return right
        if left.unit == "year" and right.unit == "year" and not _in_order(left, right):
            return None
        _complete(left, right)
    elif not (
        _are_parts(left, right) or _reaches_now(left, right, words) or _are_dates(left, right)
    ):
        return None
    return Joined(left.first, right.stop, left, right)


def _is_joint(view: View, left: Shape, right: Shape, words: str) -> bool:
    """Tell whether the words between two dates lead from one to the other."""
    if words in ("and", "and the"):
        between = "between" in (view.word(left.first - 1), view.word(left.first - 2))
        return between or _neighbours(view, left, right)
    return words in _TO


def _is_whole(left: Named, right: Named) -> bool:
    """Tell a quarter or half by its first and last month: "the January-March quarter"."""
    if left.unit != "month" or right.unit not in ("quarter", "half") or not right.month:
        return False
    return left.year is None and left.month == right.month - MONTHS[right.unit] + 1


def _are_parts(left: Shape, right: Shape) -> bool:
    return isinstance(left, Part) and isinstance(right, Part)


def _reaches_now(left: Shape, right: Shape, words: str) -> bool:
    """Tell a period with the present at one end: "2004 until now"."""
    if isinstance(left, Ref) == isinstance(right, Ref) or words not in _TO_NOW:
        return False
    now, other = (left, right) if isinstance(left, Ref) else (right, left)
    return isinstance(now, Ref) and now.value == "PRESENT_REF" and isinstance(other, Named)


def _are_dates(left: Shape, right: Shape) -> bool:
    """Tell two dates of which the first can open a period: no "a year later" leads to a month."""
    return isinstance(left, (Named, Nth)) and isinstance(right, (Named, Shift, Nth))


def _complete(left: Named, right: Named) -> None:
    """Let the left date have the year that only the right one names."""
    if left.relation or left.within or left.year is not None:
        return
    if right.year is not None and left.unit in PARTS_OF_A_YEAR:
        inherit(left, right)


def _neighbours(view: View, left: Shape, right: Shape) -> bool:
    """Tell whether two months make one time: "612 mm fell in May and June", not one figure each."""
    if not (isinstance(left, Named) and isinstance(right, Named)):
        return False
    if left.unit != "month" or right.unit != "month" or left.year is not None:
        return False
    if "respectively" in view.lower[right.stop : right.stop + 3]:
        return False
    return view.word(left.first - 1) in ("in", "during") and right.month - left.month == 1


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
