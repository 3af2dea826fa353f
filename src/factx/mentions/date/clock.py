"""Clock times with their zones, and the parts of a day: "16:08 UTC", "3 p.m.", "this morning"."""

from __future__ import annotations

import re

from factx.mentions.date.shapes import Clock, Joined, Length, Part, Repeat, Shape
from factx.mentions.date.view import View

# Words from "will" to "overnight".
_AHEAD = 8
_RACE = re.compile(r"([0-5]?[0-9]):([0-5][0-9]\.[0-9]{1,3})")


def clock(view: View, i: int, floor: int) -> list[Shape]:
    """Read a clock time: "16:08 UTC", "3 p.m.", "0800 GMT", "5.30pm"."""
    word = view.lower[i]
    stop = i + 1
    half = view.word(stop)
    meridiem = (
        "am" if half in view.lex.lists["am"] else "pm" if half in view.lex.lists["pm"] else ""
    )
    hours, minutes, seconds = _hours(word, bool(meridiem))
    if (timed := _RACE.fullmatch(word)) is not None and not meridiem:
        return [Length(i, stop, ((timed[1], "minute"), (timed[2], "second")))]  # "in 1:54.62"
    if hours < 0:
        zone = view.word(stop)
        if (
            len(word) == 4
            and word.isdecimal()
            and (zone in ("utc", "gmt") or (zone in ("hours", "hrs") and word[0] in "012"))
            and int(word[:2]) < 25
            and int(word[2:]) < 60
        ):
            return _zoned(
                view, Clock(i, stop, f"T{word[:2]}:{word[2:]}"), hour_word=zone in ("hours", "hrs")
            )
        if word.isdecimal() and view.word(stop) == "o'clock" and 1 <= int(word) <= 24:
            return _zoned(view, Clock(i, stop + 1, f"T{int(word):02d}:00"))
        return []
    if seconds is not None and not meridiem and view.word(i - 1) not in ("at", "by", "around"):
        amounts = ((str(hours), "hour"), (str(minutes), "minute"), (str(seconds), "second"))
        return [Length(i, stop, amounts)]  # a race result, not a time of day
    if meridiem:
        stop += 1
        if hours > 12:
            meridiem = ""
        hours = hours % 12 + 12 if meridiem == "pm" else hours % 12 if meridiem == "am" else hours
    if view.word(stop) == "o'clock":
        stop += 1
    read = _zoned(view, Clock(i, stop, f"T{hours:02d}:{minutes:02d}", meridiem=bool(meridiem)))
    begin = _begin(view, i, floor, meridiem, hours) if meridiem else None
    return [Joined(begin.first, read[0].stop, begin, read[0])] if begin else read


def _begin(view: View, i: int, floor: int, meridiem: str, hours: int) -> Clock | None:
    """Read the bare hour at the start of "8-9am" and "from 5 to 6 p.m."."""
    joint, word = view.word(i - 1), view.word(i - 2)
    if (
        joint not in ("-", "to", "and", "until")
        or i - 2 < floor
        or not word.isdecimal()
        or len(word) > 2
    ):
        return None
    if (joint == "and" and view.word(i - 3) != "between") or (
        joint == "to" and view.word(i - 3) not in ("from", "between", "open")
    ):
        return None
    hour = int(word)
    if not 1 <= hour <= 12:
        return None
    hour = hour % 12 + (12 if meridiem == "pm" and hour % 12 < hours % 12 else 0)
    return Clock(i - 2, i - 1, f"T{hour:02d}:00", meridiem=True)


def _hours(word: str, meridiem: bool) -> tuple[int, int, int | None]:
    parts = word.replace(".", ":").split(":") if meridiem else word.split(":")
    if not all(p.isascii() and p.isdecimal() and len(p) <= 2 for p in parts) or len(parts) > 3:
        return -1, 0, None
    if (len(parts) == 1 and not meridiem) or any(len(p) != 2 for p in parts[1:]):
        return -1, 0, None
    numbers = [int(p) for p in parts]
    if numbers[0] > 24 or any(n > 59 for n in numbers[1:]):
        return -1, 0, None
    return numbers[0], numbers[1] if len(parts) > 1 else 0, numbers[2] if len(parts) > 2 else None


def _zoned(view: View, shape: Clock, *, hour_word: bool = False) -> list[Shape]:
    """Take in the zone after a clock time: "UTC", "local time", "Eastern Daylight Time"."""
    stop = shape.stop + hour_word
    if view.word(stop) == "local" and view.word(stop + 1) == "time":
        stop += 2
    elif view.among(stop, "zones") and view.text[stop].isupper():
        shape.utc = view.among(stop, "utc")
        stop += 1
    else:
        for words in (1, 2, 3):
            if view.word(stop + words) == "time" and all(
                view.capital(stop + k) for k in range(words)
            ):
                stop += words + 1
                break
    shape.stop = stop
    return [shape]


def clock_word(view: View, i: int, _floor: int) -> list[Shape]:
    """Read "noon" and "midnight"."""
    return _zoned(view, Clock(i, i + 1, "T" + view.lex.clock_words[view.lower[i]]))


def part(view: View, i: int, floor: int) -> list[Shape]:
    """Read a part of the day with the word before it: "this morning", "that night", "overnight"."""
    word = view.lower[i]
    if word == "tonight":
        return [Part(i, i + 1, "NI", "this")]
    if word == "overnight":
        ahead = any(view.among(k, "future") for k in range(i - _AHEAD, i))
        spoken = view.among(i + 1, "adverb_follows")  # not "an overnight stay"
        return [Part(i, i + 1, "NI", "this" if ahead else "last")] if spoken else []
    code = view.lex.parts[word]
    start, relation = view.relation(i, floor)
    before = view.word(start - 1)
    if relation is None and before in view.lex.lists["every"] and start - 1 >= floor:
        return [Repeat(start - 1, i + 1, "T" + code)]
    if relation and view.word(i + 1) != "of":  # "the last night of the year"
        return [Part(start, i + 1, code, relation)]
    if word.endswith("s") and view.word(i - 1) not in view.lex.weekdays:
        return []
    first = i - 1 if view.word(i - 1) == "the" and i - 1 >= floor else i
    return [Part(first, i + 1 + (view.word(i + 1) == "hours"), code)]
