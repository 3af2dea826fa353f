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
    if isinstance(right, Part):
        if isinstance(left, Clock):
            return _hour_then_part(view, left, right, words)
        return _day_then_part(view, left, right, words) if right.on is None else None
    if isinstance(right, Clock):
        return _day_then_hour(left, right, words) if right.on is None else None
    if isinstance(left, (Part, Clock)) and left.on is None and is_day(right):
        return _then_day(left, right, words)
    return None


def _hour_then_part(view: View, hour: Clock, part: Part, words: str) -> Shape | None:
    """Join "8" + "in the morning", "4:53 a.m. Thursday" + "morning", "10:00" + "on" + "Friday night"."""
    if hour.on is not None:
        return None if words else _zone_after(view, _with_part(hour, part))
    return _with_part(hour, part) if words in ("", "in the", "in") else None


def _day_then_part(view: View, day: Shape, part: Part, words: str) -> Shape | None:
    """Join "Friday" + "night", "the 3rd" + "in the evening"; "Friday" + "nights" repeat."""
    weekday = day.weekday if isinstance(day, Named) and day.unit == "weekday" else None
    if weekday is not None and not words and view.word(part.first).endswith("s"):
        return Repeat(day.first, part.stop, f"XXXX-WXX-{weekday}T{part.code}")
    if not is_day(day) or part.relation is not None or words not in ("", "in the", "'s"):
        return None
    return Part(day.first, part.stop, part.code, None, day, mod=day.mod or part.mod)


_AT = frozenset(("", "at", ", at", ",", "at about", "at around", "around", "about"))


def _day_then_hour(left: Shape, hour: Clock, words: str) -> Shape | None:
    """Join "today" + "at" + "10:00", "this morning" + "at" + "8"."""
    if is_day(left) and words in _AT and (words or not hour.utc):
        return Clock(left.first, hour.stop, hour.time, hour.utc, hour.meridiem, left)
    if isinstance(left, Part) and words in ("", "at"):
        return _with_part(hour, left)
    return None


def _then_day(left: Part | Clock, day: Shape, words: str) -> Shape | None:
    """Join "the night" + "of" + "May 3", "8 a.m." + "on" + "Monday"."""
    if words not in ("", "on", "of", ",", "in the", "on the", "of the"):
        return None
    if isinstance(left, Clock):
        split = words in ("on", ",")
        return Clock(left.first, day.stop, left.time, left.utc, left.meridiem, day, split=split)
    if words == "," or left.relation is not None:
        return None
    return Part(left.first, day.stop, left.code, None, day, mod=left.mod)


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
