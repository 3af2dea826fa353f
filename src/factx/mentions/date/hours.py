"""Days with their hours: "Friday night", "8 a.m. on Monday", "today at 10:00"."""

from __future__ import annotations

from factx.mentions.date.shapes import (
    Clock,
    Joined,
    Named,
    Part,
    Repeat,
    Shape,
    Shift,
    is_day,
)
from factx.mentions.date.view import View


def habit(view: View, left: Shape, right: Shape, words: str) -> Shape | None:
    """Join "every Monday" + "at" + "10 a.m.", "5 p.m." + "daily": hours of no one day."""
    if isinstance(left, Repeat) and isinstance(right, Clock) and words in ("", "at", ",", ", at"):
        often, clock = left, right
    elif isinstance(left, Clock) and isinstance(right, Repeat) and words in ("", "on"):
        often, clock = right, left
    else:
        return None
    if clock.on is not None or "T" in often.timex[1:]:
        return None
    if often.timex[0] == "T" and not clock.meridiem and "01" <= clock.time[1:3] < "12":
        return None  # which half of the day is not said
    day = often.timex if often.timex.startswith("XXXX-WXX-") else ""
    if not day and often.timex != "P1D" and often.timex[0] != "T":
        return None
    if view.word(right.stop) in ("-", "to", "until"):
        return None  # the first of two hours
    time = clock.time + "Z" * clock.utc
    return Repeat(left.first, right.stop, day + time)


def open_hours(_view: View, left: Shape, right: Shape, words: str) -> Shape | None:
    """Join "7 a.m. to 8 p.m." + "on Saturday", "Saturday" + "from" + "7 a.m. to 8 p.m."."""
    hours, day = (left, right) if isinstance(left, Joined) else (right, left)
    if not isinstance(hours, Joined) or not is_day(day):
        return None
    begin, end = hours.begin, hours.end
    if not (isinstance(begin, Clock) and isinstance(end, Clock)) or end.on is not None:
        return None
    if hours is right:
        if words not in (",", "from", ", from", "between") or begin.on is not None:
            return None
        hours.first = left.first
    elif words not in ("", "on", "of"):
        return None
    hours.stop = max(hours.stop, day.stop)
    begin.on, end.on = begin.on or day, day
    return hours


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
