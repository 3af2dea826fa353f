"""Join neighbouring shapes into one: "Friday night", "the last week of March", "2004 to 2009".

Only the few words between two shapes decide, so each rule is a row of ``_RULES``: it gets the left
and the right shape with the words between them, and returns what they make together, or None.
"""

from __future__ import annotations

from collections.abc import Callable

from factx.mentions.date.calendar import RANK
from factx.mentions.date.shapes import (
    Clock,
    Joined,
    Length,
    Named,
    Nth,
    Part,
    Ref,
    Repeat,
    SamePeriod,
    Shape,
    Shift,
)
from factx.mentions.date.view import View

_GAP = 4  # tokens at most between two shapes that belong together
_TO = frozenset(("to", "-", "until", "till", "through", "thru", "into"))
_DAY_UNITS = frozenset(("day", "weekday"))


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
    return [shape for shape in stack if _stands_alone(view, shape)]


def _pair(view: View, left: Shape, right: Shape) -> Shape | None:
    gap = right.first - left.stop
    if not 0 <= gap <= _GAP or not view.near(left.stop - 1, right.first):
        return None
    words = " ".join(view.lower[left.stop : right.first])
    for rule in _RULES:
        if both := rule(view, left, right, words):
            return both
    return None


def _anchored(view: View, left: Shape, right: Shape, words: str) -> Shape | None:
    """Join "two days before" + "March 3", "the day after" + "tomorrow"."""
    if not isinstance(right, (Named, Shift)) or right.first == left.first:
        return None
    if isinstance(left, Shift) and left.anchor == "text" and not words:
        if view.word(left.stop - 1) in ("before", "after"):
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


def _contained(view: View, left: Shape, right: Shape, words: str) -> Shape | None:
    """Join "the first quarter" + "of" + "2009", "March" + "of last year", "Friday" + "of next week"."""
    if words not in ("of", "in", "", ",", "of the", "in the", "on", "for") or not isinstance(
        right, (Named, Shift, SamePeriod)
    ):
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
            isinstance(left, Shift)
            and left.unit == "week"
            and left.base is None
            and right.within is None
            and words in ("", "on", ",")
        ):
            if right.relation is None and left.anchor != "view":
                return Named(left.first, right.stop, "weekday", weekday=right.weekday, within=left)
        return None
    unit = right.unit if isinstance(right, (Named, Shift)) else "year"
    if (
        isinstance(left, SamePeriod)
        and left.within is None
        and unit in ("year", "month", "quarter")
    ):
        return SamePeriod(left.first, right.stop, right, mod=left.mod)
    if isinstance(left, Nth) and left.nth == 0:
        return None
    if isinstance(left, Nth) and left.within is None and words.startswith(("of", "in")):
        if RANK[left.unit] < RANK.get(unit, 0):
            return Nth(left.first, right.stop, left.unit, left.nth, left.count, right, mod=left.mod)
    if isinstance(left, Shift) and left.steps == -1 and left.base is None and words == "of":
        if (
            left.anchor == "article"
            and RANK[left.unit] < RANK.get(unit, 0)
            and view.word(left.stop - 2) == "last"
        ):
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
        if year and left.unit in ("day", "month", "quarter", "half", "season"):
            if isinstance(right, Shift) or words in ("of", "", ",", "in"):
                left.within, left.stop = right, right.stop
                return left
    return None


_HOLDING = frozenset(
    f"{verb} {on}".strip()
    for verb in ("of", "starting", "beginning", "commencing", "ending", "ended")
    for on in ("", "on", "the")
)


def _holding(view: View, left: Shape, right: Shape, words: str) -> Shape | None:
    """Join "the week" + "of" / "starting on" + "February 4"."""
    if (
        isinstance(left, Nth)
        and left.nth == 0
        and left.within is None
        and words in _HOLDING
        and _is_day(right)
    ):
        return Nth(left.first, right.stop, left.unit, 0, 1, right)
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
    if not all(amount.isdigit() and len(amount) < 6 for amount, _ in left.amounts):
        return None
    if any(name == right.unit for _, name in left.amounts):
        return None
    more = tuple((name, sign * int(amount)) for amount, name in left.amounts)
    return Shift(
        left.first, right.stop, right.unit, right.steps, right.anchor, more=(*right.more, *more)
    )


def _timed(view: View, left: Shape, right: Shape, words: str) -> Shape | None:
    """Join a day with its hour or part: "Friday night", "8 a.m. on Monday", "today at 10:00"."""
    if isinstance(right, Part) and right.on is None:
        if (
            isinstance(left, Named)
            and left.unit == "weekday"
            and not words
            and view.word(right.first).endswith("s")
        ):
            return Repeat(left.first, right.stop, f"XXXX-WXX-{left.weekday}T{right.code}")
        if _is_day(left) and words in ("", "in the", "in", "'s", ",") and right.relation is None:
            if words in ("in", ",") or (words == "" and view.lower[right.first] == "the"):
                return None
            return Part(left.first, right.stop, right.code, None, left, mod=left.mod or right.mod)
        if isinstance(left, Clock) and left.on is None and words in ("", "in the", "in", ","):
            if right.first == left.stop or right.relation or words in ("in the", "in"):
                return _with_part(left, right)
    if (
        isinstance(right, Clock)
        and right.on is None
        and words in ("", "at", ", at", ",", "at about", "at around", "around", "about")
    ):
        if _is_day(left) and (words or not right.utc):
            return Clock(left.first, right.stop, right.time, right.utc, right.meridiem, left)
        if isinstance(left, Part) and words in ("", "at"):
            return _with_part(right, left)
    if (
        isinstance(left, (Part, Clock))
        and left.on is None
        and (_is_day(right) or (isinstance(right, Part) and isinstance(left, Clock)))
    ):
        if words not in ("", "on", "of", ",", "in the", "on the", "of the"):
            return None
        if words == "," and isinstance(left, Part):
            return None
        if words == "," and isinstance(right, Shift) and right.anchor != "article":
            return None
        if isinstance(left, Part):
            if left.relation is not None or (
                words == "" and isinstance(right, Named) and right.unit == "weekday"
            ):
                return None
            return Part(left.first, right.stop, left.code, None, right, mod=left.mod)
        if isinstance(right, Part):
            if words == "" or (right.on and words == "on"):
                return _zone_after(view, _with_part(left, right))
            return None
        return Clock(
            left.first,
            right.stop,
            left.time,
            left.utc,
            left.meridiem,
            right,
            split=words in ("on", ","),
        )
    return None


def _with_part(clock: Clock, part: Part) -> Clock:
    """Let the part of the day settle the half and the day of a clock time."""
    hour = int(clock.time[1:3])
    if not clock.meridiem and part.code in ("AF", "EV", "NI") and 1 <= hour < 12:
        if part.code != "NI" or hour > 5:
            clock.time = f"T{hour + 12:02d}{clock.time[3:]}"
    on = part.on or (
        Shift(part.first, part.stop, "day", -1 if part.relation == "last" else 0, "article")
        if part.relation in ("this", "last")
        else None
    )
    return Clock(
        min(clock.first, part.first), max(clock.stop, part.stop), clock.time, clock.utc, True, on
    )


def _zone_after(view: View, clock: Clock) -> Clock:
    """Take in the zone of "2053 Wednesday night, UTC"."""
    stop = clock.stop + (view.word(clock.stop) == ",")
    if view.word(stop) in view.lex.lists["utc"]:
        clock.utc, clock.stop = True, stop + 1
    return clock


def _is_day(shape: Shape) -> bool:
    return isinstance(shape, (Named, Shift)) and shape.unit in _DAY_UNITS


def _dated_weekday(view: View, left: Shape, right: Shape, words: str) -> Shape | None:
    """Join "Friday" + "," + "July 21, 2017"."""
    if not isinstance(left, Named) or left.unit != "weekday" or left.within is not None:
        return None
    if (
        isinstance(right, Named)
        and right.unit == "day"
        and right.relation is None
        and words in ("", ",", ", the", "the", "(", ", on")
    ):
        if right.month or right.holiday:
            right.weekday = left.weekday
            right.first, right.mod = left.first, left.mod or right.mod
            return right
    return None


def _lengths(view: View, left: Shape, right: Shape, words: str) -> Shape | None:
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
    if "X" in (left.amounts[-1][0], right.amounts[0][0]):
        return None
    return Length(left.first, right.stop, (*left.amounts, *right.amounts), left.edge, mod=left.mod)


def _range(view: View, left: Shape, right: Shape, words: str) -> Shape | None:
    """Join two dates with "to", "until", a dash, or "and" after "between"."""
    if words == "and":
        if view.word(left.first - 1) != "between" and view.word(left.first - 2) != "between":
            return None
    elif words not in _TO and words not in ("to the", "until the", "and the", "up to", "- to -"):
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
        isinstance(now, Ref)
        and now.value == "PRESENT_REF"
        and words in ("and", "to", "until", "till")
    ):
        if isinstance(left, (Named, Ref)) and isinstance(right, (Named, Ref)):
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
            _inherit(left, right)
        elif (
            left.year is None
            and isinstance(right.within, Shift)
            and left.unit in ("day", "month", "quarter")
        ):
            left.within = right.within
    return Joined(left.first, right.stop, left, right)


def _in_order(left: Named, right: Named) -> bool:
    return left.year is not None and right.year is not None and left.year < right.year


def _inherit(left: Named, right: Named) -> None:
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
        if between in ("and", "or", ",", "/", ", and", "and in") and left.unit in (
            "day",
            "month",
            "quarter",
            "season",
            "half",
        ):
            _inherit(left, right)


def _stands_alone(view: View, shape: Shape) -> bool:
    if isinstance(shape, Nth):
        return shape.within is not None
    if isinstance(shape, Part):
        # "Night" in a name or "one morning" is no date
        if shape.on is None and shape.relation is None:
            return shape.mod is not None or (
                view.lower[shape.first] == "the" and view.word(shape.first - 1) in ("in", "during")
            )
        return shape.relation is None or shape.relation in (
            "this",
            "that",
            "last",
            "next",
            "same",
            "following",
            "previous",
        )
    return True


Rule = Callable[[View, Shape, Shape, str], "Shape | None"]
_RULES: tuple[Rule, ...] = (
    _anchored, _dated_weekday, _timed, _holding, _contained, _lengths, _further, _range,
)  # fmt: skip
