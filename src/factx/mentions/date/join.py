"""Join neighbouring shapes into one: "Friday night", "the last week of March", "2004 to 2009".

Only the few words between two shapes decide, so each rule is a row of ``_RULES``: it gets the left
and the right shape with the words between them, and returns what they make together, or None.
"""

from __future__ import annotations

from collections.abc import Callable

from factx.mentions.date import containment, ending, hours, ranges
from factx.mentions.date.calendar import PARTS_OF_A_YEAR, RANK
from factx.mentions.date.shapes import (
    Length,
    Named,
    Nth,
    Part,
    Shape,
    Shift,
)
from factx.mentions.date.view import View

_GAP = 4  # tokens at most between two shapes that belong together
_WIDE = 60  # and in all: each joined shape lies in another, and no text may make that deep


def join(view: View, shapes: list[Shape]) -> list[Shape]:
    """Return the shapes with neighbours joined, those that stand for nothing alone left out."""
    stack: list[Shape] = []
    for shape in shapes:
        current = shape
        while stack and (both := _pair(view, stack[-1], current)):
            stack.pop()
            current = both
        if stack:
            _share(view, stack[-1], current)
        stack.append(current)
    return [shape for shape in ending.close(view, stack) if _stands_alone(view, shape)]


def _pair(view: View, left: Shape, right: Shape) -> Shape | None:
    gap = right.first - left.stop
    if not 0 <= gap <= _GAP or right.stop - left.first > _WIDE:
        return None
    if not view.near(left.stop - 1, right.first):
        return None
    words = " ".join(view.lower[left.stop : right.first])
    for rule in _RULES:
        if both := rule(view, left, right, words):
            return both
    return None


def _further(view: View, left: Shape, right: Shape, words: str) -> Shape | None:
    """Join "two years" + "and" + "three months ago"."""
    if (
        not isinstance(left, Length)
        or not isinstance(right, Shift)
        or words not in ("", "and", ",")
    ):
        return None
    if left.edge or view.lower[left.first] in view.lex.relations or view.lower[left.first] == "the":
        return None
    if (
        right.base is not None
        or view.word(right.stop - 1) not in view.lex.shifts
        or right.steps == 0
    ):
        return None
    sign = 1 if right.steps > 0 else -1
    if not all(amount.isdecimal() and len(amount) < 6 for amount, _ in left.amounts):
        return None
    if any(name == right.unit for _, name in left.amounts):
        return None
    more = tuple((name, sign * int(amount)) for amount, name in left.amounts)
    return Shift(
        left.first, right.stop, right.unit, right.steps, right.anchor, more=(*right.more, *more)
    )


def _dated_weekday(_view: View, left: Shape, right: Shape, words: str) -> Shape | None:
    """Join "Friday" + "," + "July 21, 2017"."""
    if not isinstance(left, Named) or left.unit != "weekday" or left.within is not None:
        return None
    if (
        isinstance(right, Named)
        and right.unit == "day"
        and right.relation is None
        and words in ("", ",", ", the", "the", "(", ", on")
    ) and (right.month or right.holiday):
        right.weekday = left.weekday
        right.first, right.mod = left.first, left.mod or right.mod
        return right
    return None


def _lengths(_view: View, left: Shape, right: Shape, words: str) -> Shape | None:
    """Join "2 hours" + "1 minute", "a year" + "and" + "two months"."""
    if not (isinstance(left, Length) and isinstance(right, Length)) or words not in (
        "",
        "and",
        ",",
        ", and",
    ):
        return None
    if RANK[left.amounts[-1][1]] <= RANK[right.amounts[0][1]]:
        return None
    return Length(left.first, right.stop, (*left.amounts, *right.amounts), left.edge, mod=left.mod)


def _share(view: View, left: Shape, right: Shape) -> None:
    """Let "April" in "April and June 1955" have the year of its neighbour."""
    if not (isinstance(left, Named) and isinstance(right, Named)):
        return
    if (
        left.year is None
        and right.year is not None
        and left.relation is None
        and left.within is None
        and left.unit == right.unit
    ):
        between = (
            " ".join(view.lower[left.stop : right.first]) if right.first - left.stop < _GAP else "?"
        )
        if between in ("and", "or", ",", "/", ", and", "and in") and left.unit in PARTS_OF_A_YEAR:
            ranges.inherit(left, right)


def _stands_alone(view: View, shape: Shape) -> bool:
    if isinstance(shape, Nth):
        return shape.within is not None
    if isinstance(shape, Part) and shape.on is None and shape.relation is None:
        # "Night" in a name or "one morning" is no date
        return shape.mod is not None or (
            view.lower[shape.first] == "the" and view.word(shape.first - 1) in ("in", "during")
        )
    return True


Rule = Callable[[View, Shape, Shape, str], "Shape | None"]
_RULES: tuple[Rule, ...] = (
    containment.anchored, _dated_weekday, hours.habit, hours.open_hours, hours.timed, containment.holding, containment.contained, _lengths, _further, ranges.period,
)  # fmt: skip
