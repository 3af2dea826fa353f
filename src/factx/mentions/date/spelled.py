"""Numbers in letters where a calendar needs them: "twenty-first", "nineteen seventy-eight"."""

from __future__ import annotations

from factx.mentions.date import counts
from factx.mentions.date.view import View

_CENTURIES = range(10, 21)


def small(view: View, i: int) -> tuple[int, int] | None:
    """Read a number below 100 at ``i``, cardinal or ordinal: its value and where it stops."""
    word = view.word(i)
    numbers = view.lex.numbers
    value = numbers.get(word)
    if value is not None and 20 <= value < 100:
        j = i + 1 + (view.word(i + 1) == "-")
        unit = numbers.get(view.word(j)) or (
            view.lex.ordinals.get(view.word(j), 0) if view.near(i, j) else 0
        )
        return (value + unit, j + 1) if 1 <= unit <= 9 else (value, i + 1)
    if value is not None and value < 20:
        return value, i + 1
    return None


def day(view: View, i: int) -> tuple[int, int] | None:
    """Read the day of a month at ``i``: "3", "3rd", "third", "twenty-first"."""
    word = view.word(i)
    if word.isascii() and word.isdecimal():
        found = (int(word), i + 1) if len(word) <= 2 else None
    elif word in ("last", "final", "closing", "opening"):
        found = None
    elif (nth := counts.ordinal(view, i)) is not None:
        found = (nth, i + 1)
    else:
        found = small(view, i)
    return found if found and 1 <= found[0] <= 31 else None


def day_before(view: View, stop: int, floor: int) -> tuple[int, int] | None:
    """Read the day of a month that ends before ``stop``: its value and its first token."""
    for first in (stop - 3, stop - 2, stop - 1):
        if first >= floor and view.near(first, stop - 1):
            found = day(view, first)
            if found and found[1] == stop:
                return found[0], first
    return None


def year(view: View, i: int) -> tuple[int, int] | None:
    """Read a year at ``i``: "1998", "nineteen ninety-eight", "two thousand and five"."""
    word = view.word(i)
    if len(word) == 4 and word.isascii() and word.isdecimal():
        return (int(word), i + 1) if "1000" <= word < "2100" else None
    first = view.lex.numbers.get(word)
    if first is None:
        return None
    if first == 2 and view.word(i + 1) == "thousand":
        j = i + 2 + (view.word(i + 2) == "and")
        rest = small(view, j)
        return (2000 + rest[0], rest[1]) if rest else (2000, i + 2)
    if first not in _CENTURIES:
        return None
    if view.word(i + 1) == "hundred":
        j = i + 2 + (view.word(i + 2) == "and")
        rest = small(view, j)
        return (first * 100 + rest[0], rest[1]) if rest else (first * 100, i + 2)
    if view.word(i + 1) in ("zero", "oh", "o") and (unit := small(view, i + 2)) and unit[0] < 10:
        return first * 100 + unit[0], unit[1]
    rest = small(view, i + 1)
    if rest and rest[0] >= 10 and rest[1] > i + 1:
        return first * 100 + rest[0], rest[1]
    return None
