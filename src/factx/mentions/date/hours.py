"""Days with their hours: "Friday night", "8 a.m. on Monday", "today at 10:00"."""

from __future__ import annotations

from factx.mentions.date.shapes import (
    Clock,
    Named,
    Part,
    Repeat,
    Shape,
    Shift,
    is_day,
)
from factx.mentions.date.view import View


def timed(view: View, left: Shape, right: Shape, words: str) -> Shape | None:
    """Join a day with its hour or part: "Friday night", "8 a.m. on Monday", "today at 10:00"."""
    if isinstance(right, Part) and isinstance(left, Clock) and left.on is not None:
        if words or right.on or right.relation:
            return None
        return _zone_after(view, _with_part(left, right))  # "4:53 a.m. Thursday" + "morning"
    if isinstance(right, Part) and right.on is None:
        if (
            isinstance(left, Named)
            and left.unit == "weekday"
            and not words
            and view.word(right.first).endswith("s")
        ):
            return Repeat(left.first, right.stop, f"XXXX-WXX-{left.weekday}T{right.code}")
        if is_day(left) and words in ("", "in the", "in", "'s", ",") and right.relation is None:
            if words in ("in", ",") or (words == "" and view.lower[right.first] == "the"):
                return None
            return Part(left.first, right.stop, right.code, None, left, mod=left.mod or right.mod)
        if (
            isinstance(left, Clock)
            and left.on is None
            and (words in ("", "in the", "in") or (words == "," and right.relation))
        ):
            return _with_part(left, right)
    if (
        isinstance(right, Clock)
        and right.on is None
        and words in ("", "at", ", at", ",", "at about", "at around", "around", "about")
    ):
        if is_day(left) and (words or not right.utc):
            return Clock(left.first, right.stop, right.time, right.utc, right.meridiem, left)
        if isinstance(left, Part) and words in ("", "at"):
            return _with_part(right, left)
    if (
        isinstance(left, (Part, Clock))
        and left.on is None
        and (is_day(right) or (isinstance(right, Part) and isinstance(left, Clock)))
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
    late = part.code in ("AF", "EV") or (part.code == "NI" and hour > 5)
    if not clock.meridiem and late and 1 <= hour < 12:
        clock.time = f"T{hour + 12:02d}{clock.time[3:]}"
    on = (
        part.on
        or clock.on
        or (
            Shift(part.first, part.stop, "day", -1 if part.relation == "last" else 0, "article")
            if part.relation in ("this", "last")
            else None
        )
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
