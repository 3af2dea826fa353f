"""Dates that begin with a digit: years, written-out days, quarters in codes, clock times."""

from __future__ import annotations

from dataclasses import dataclass

from factx.mentions.date import spelled
from factx.mentions.date.shapes import Clock, Joined, Named, Shape
from factx.mentions.date.view import View
from factx.nlp.movement import is_level

_PLAIN = range(1900, 2051)  # a bare number that is a year unless something says otherwise


@dataclass(frozen=True, slots=True)
class _Digits:
    """Four digits at ``i`` that may be a year, and the words beside them that are close."""

    view: View
    i: int
    year: int
    before: str
    after: str


def read_year(view: View, i: int, floor: int) -> list[Shape]:
    """Read the four digits at ``i`` as a year where their neighbours allow it."""
    year = year_at(view, i)
    if year is None or is_level(view.lower, i):
        return []
    if _is_decade(view, i, year):
        start = view.determiner(i, floor) if view.word(i - 1) == "the" else i
        return [Named(start, i + 2, "decade", index=year // 10)]
    before = view.word(i - 1) if view.near(i - 1, i) else ""
    after = view.word(i + 1) if view.near(i, i + 1) else ""
    digits = _Digits(view, i, year, before, after)
    if _is_clock(digits):
        return [Clock(i, i + 1, f"T{view.lower[i][:2]}:{view.lower[i][2:]}", meridiem=True)]
    if _is_read_elsewhere(digits) or _is_code(digits) or _is_amount(digits):
        return []
    if not (_is_plain(digits) if year in _PLAIN else _is_old(digits)):
        return []
    round_number = before in view.lex.lists["before_a_round_number"]
    if year % 100 == 0 and year < 2100 and round_number and _plural_after(view, i):
        return []
    shape = _named(digits, floor)
    return [_season_years(view, shape, i, year) or shape]


def _is_decade(view: View, i: int, year: int) -> bool:
    """Tell "the 1990's" from a year's own."""
    decade = view.word(i + 1) == "'s" and year % 10 == 0 and view.text[i + 1] == "'s"
    return decade and view.word(i + 2) in ("", ".", ",", "and")


def _is_clock(digits: _Digits) -> bool:
    """Tell the time of "1930 Tuesday"."""
    view, i = digits.view, digits.i
    named = digits.after in view.lex.weekdays and view.capital(i + 1)
    return named and int(view.lower[i][:2]) < 24 and int(view.lower[i][2:]) < 60


def _is_read_elsewhere(digits: _Digits) -> bool:
    """Tell "2019 Q1" and "2015 June", which are read at their quarter and month."""
    view, i, after = digits.view, digits.i, digits.after
    if len(after) == 2 and after[0] in "qh" and after[1].isdecimal():
        return True
    month = after in view.lex.months and view.capital(i + 1)
    return month and not view.word(i + 2)[:1].isdecimal()


def _is_code(digits: _Digits) -> bool:
    """Tell digits tied into a name or number: "2019-nCoV", "555-0100-2019"."""
    view, i = digits.view, digits.i
    if digits.after == "-" and view.glued(i + 1) and view.glued(i + 2):
        following = view.word(i + 2)
        if not view.text[i + 2].islower() and not following.isdecimal():
            return True
    if digits.before != "-" or not view.glued(i):
        return False
    number = view.word(i - 2)
    if number.isdecimal() and not year_at(view, i - 2) and len(number) > 2:
        return True  # a telephone number
    return view.word(i - 3) == "-" and view.glued(i - 1) and view.glued(i - 2)


def _is_amount(digits: _Digits) -> bool:
    """Tell digits that the words beside them count or measure with."""
    view, i, before, after = digits.view, digits.i, digits.before, digits.after
    if view.among(i - 1, "not_before_a_year") and before:
        return True
    if view.among(i + 1, "not_after_a_year") and not view.capital(i + 1):
        return True
    sized = after == "-" and view.glued(i + 1) and view.lex.units.get(view.word(i + 2))
    if sized or view.word(i + 2) in ("metre", "meter", "mile"):
        return True
    grouped = after == "," and view.glued(i + 2) and view.word(i + 2).isdecimal()
    return after in ("%", "°", "°c", "°f") or grouped


def _is_old(digits: _Digits) -> bool:
    """Tell a year before 1900 or far ahead, which needs more to go by."""
    view, i, before, after = digits.view, digits.i, digits.before, digits.after
    opened = before in ("or", ",", ";", "[", "c", "ca")
    strict = (
        _is_range(digits, "-", "to")
        or (opened and after in (")", ",", ".", ";", "-", "]", ""))
        or before.endswith("ed")
        or before in view.lex.lists["before_an_old_year"]
    )
    if not strict or (digits.year % 100 == 0 and before in ("and", "to", "the", "of")):
        return False
    return not _plural_after(view, i) and not after.endswith("children")


def _is_plain(digits: _Digits) -> bool:
    """Tell a year of our time, for which any sign of a date will do."""
    view, i, before, after = digits.view, digits.i, digits.before, digits.after
    close = view.among(i - 1, "before_a_year") or before in view.lex.lists["marks_before_a_year"]
    ended = after in (".", ",", ")", "") and not before[:1].isdecimal()
    if close or view.capital(i - 1) or view.capital(i + 1) or ended:
        return True
    worded = before[-1:] == "s" or before[-2:] in ("ed", "es", "ly") or before in view.lex.months
    return worded or _is_range(digits, "to", "-")


def _is_range(digits: _Digits, *joints: str) -> bool:
    """Tell "1914-1918": a later year behind."""
    later = year_at(digits.view, digits.i + 2) or 0
    return digits.after in joints and later > digits.year


def _named(digits: _Digits, floor: int) -> Named:
    """Return the year with the words that make it a fiscal or a school year."""
    view, i, year, before = digits.view, digits.i, digits.year, digits.before
    kind = view.word(i - 2) if before == "year" else ""
    if before == "sy" or kind in ("school", "academic"):
        return Named(max(i - 1 - (before == "year"), floor), i + 1, "year", year=year, kind="SY")
    start = i
    fiscal = before in ("fiscal", "fy") or kind in ("fiscal", "financial")
    if fiscal and i - 1 >= floor:
        start = i - 1 if before != "year" else max(i - 2, floor)
        start = view.determiner(start, floor)
    elif not fiscal and kind in ("the", "calendar") and i - 2 >= floor:
        start = i - 2
    return Named(start, i + 1, "year", year=year, kind="FY" if fiscal else "")


def _plural_after(view: View, i: int) -> bool:
    after = view.word(i + 1)
    return (
        after.isalpha()
        and len(after) > 3
        and after.endswith("s")
        and not view.capital(i + 1)
        and after not in view.lex.lists["after_a_round_year"]
    )


def _season_years(view: View, shape: Named, i: int, year: int) -> Shape | None:
    """Read "2019-20" and "1892-94" as one period."""
    if view.word(i + 1) not in ("-", "/") or (not view.glued(i + 1) and view.word(i + 1) == "/"):
        return None
    short = view.word(i + 2)
    if (
        len(short) == 2
        and short.isdecimal()
        and int(short) > year % 100
        and view.word(i + 3) not in ("-", "%", "/")
    ):
        end = Named(i + 2, i + 3, "year", year=year // 100 * 100 + int(short))
        return Joined(shape.first, i + 3, shape, end)
    return None


def year_at(view: View, i: int) -> int | None:
    """Return the year that the token at ``i`` spells with four digits, if one is possible."""
    word = view.word(i)
    if len(word) == 4 and word.isascii() and word.isdecimal() and "1000" <= word < "2100":
        return int(word)
    return None


def season_slash(view: View, i: int) -> list[Shape]:
    """Read "2019/20" as one period."""
    first, _, second = view.lower[i].partition("/")
    if (
        len(first) == 4
        and len(second) == 2
        and (first + second).isdecimal()
        and 1900 <= int(first) <= 2050
    ):
        year = int(first)
        if int(second) == (year + 1) % 100:
            begin = Named(i, i + 1, "year", year=year)
            return [Joined(i, i + 1, begin, Named(i, i + 1, "year", year=year + 1))]
    return []


def in_words(view: View, i: int, _floor: int) -> list[Shape]:
    """Read "in nineteen ninety-six" and "since two thousand and five"."""
    if not view.among(i - 1, "before_a_year") or i - 1 < 0:
        return []
    found = spelled.year(view, i)
    if found is None or found[1] - i < 2:
        return []
    after = view.word(found[1])
    if view.among(found[1], "not_after_a_year") or (
        after.isalpha() and after.endswith("s") and len(after) > 3
    ):
        return []
    return [Named(i, found[1], "year", year=found[0])]
