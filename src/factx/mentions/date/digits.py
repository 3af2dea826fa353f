"""What a digit may start: a time, a full date, a decade, a quarter's code or a year."""

from __future__ import annotations

from factx.mentions.date import counts, numeric
from factx.mentions.date.clock import clock
from factx.mentions.date.shapes import Joined, Named, Nth, Shape
from factx.mentions.date.view import View
from factx.mentions.date.years import read_year, season_slash, year_at
from factx.nlp.numerals import is_ordinal


def number(view: View, i: int, floor: int) -> list[Shape]:
    """Read what the number at ``i`` starts: a clock time, a full day, a decade or a year."""
    word = view.lower[i]
    if (":" in word or word.isdecimal() or "." in word) and (found := clock(view, i, floor)):
        return found
    if _has_fields(view, i):
        if found := numeric.read(view, i, floor):
            return found
        if "/" in word:
            return season_slash(view, i)
    if word.endswith("s") and word[:-1].isdecimal():
        return _decade(view, i, floor, word[:-1])
    if ("q" in word or "h" in word) and not is_ordinal(word):
        return _quarter_code(view, i, floor)
    for reader in (_year_of_an_era, _years_before_christ, _day_of_a_month, _parted_decade, _nth):
        if shape := reader(view, i, floor):
            return [shape]
    return read_year(view, i, floor)


def _has_fields(view: View, i: int) -> bool:
    """Tell "3/4/2019", "3.4.2019" and "3 - 4 - 2019" written without spaces."""
    word = view.lower[i]
    tied = view.word(i + 1) in ("-", "/") and view.glued(i + 1) and view.glued(i + 2)
    return "/" in word or word.count(".") == 2 or tied


def _year_of_an_era(view: View, i: int, _floor: int) -> Shape | None:
    """Read "44 BC"."""
    word = view.lower[i]
    if not view.among(i + 1, "eras") or not word.isdecimal() or len(word) > 5:
        return None
    return _with_era(view, i, int(word))


def _years_before_christ(view: View, i: int, _floor: int) -> Shape | None:
    """Read "300 to 44 BC"."""
    begin, end = view.lower[i], view.word(i + 2)
    if view.word(i + 1) not in ("to", "-") or not view.among(i + 3, "before_christ"):
        return None
    if not all(year.isdecimal() and len(year) <= 4 for year in (begin, end)):
        return None
    last = _with_era(view, i + 2, int(end))
    return Joined(i, last.stop, Named(i, i + 1, "year", year=-int(begin)), last)


def _day_of_a_month(view: View, i: int, floor: int) -> Shape | None:
    """Read "the 5th" before "of the month", "of each month"."""
    nth = counts.ordinal(view, i)
    if not nth or nth > 31 or view.word(i + 1) != "of":
        return None
    if "month" not in (view.word(i + 3), view.word(i + 2)):
        return None
    return Nth(view.determiner(i, floor), i + 1, "day", nth)


def _parted_decade(view: View, i: int, floor: int) -> Shape | None:
    """Read "the 60's"."""
    word = view.lower[i]
    if word not in ("50", "60", "70", "80", "90") or view.word(i + 1) not in ("'s", "s"):
        return None
    if view.word(i - 1) != "the" or i - 1 < floor:
        return None
    return Named(i - 1, i + 2, "decade", index=190 + int(word[0]))


def _nth(view: View, i: int, floor: int) -> Shape | None:
    """Read "the 5th" of the month in view: "on the 5th", "the week of the 5th"."""
    nth = counts.ordinal(view, i)
    if not nth or nth > 31 or view.word(i - 1) != "the" or i - 1 < floor:
        return None
    within = view.word(i - 2) == "on" or (view.word(i - 2) == "of" and view.word(i - 3) == "week")
    if not within or not view.among(i + 1, "phrase_ends_or_goes_on"):
        return None
    return Named(i - 1, i + 1, "day", day=nth)


def _with_era(view: View, i: int, year: int) -> Named:
    """Return the year at ``i`` with the era after it; a full stop that ends no sentence is its own."""
    stop = i + 2
    era = view.word(i + 1)
    if "." in era and era[-1] != "." and view.word(stop) == "." and view.glued(stop):
        after = view.text[stop + 1][:1] if stop + 1 < view.size else ""
        stop += after.islower()
    return Named(i, stop, "year", year=-year if view.among(i + 1, "before_christ") else year)


def _decade(view: View, i: int, floor: int, digits: str) -> list[Shape]:
    """Read "1990s", "the 90s" and "the 1800s"."""
    year = int(digits)
    start = i
    if len(digits) == 2 and year % 10 == 0:
        if view.word(i - 1) == "'" and view.glued(i):
            start = i - 1
        elif view.word(i - 1) not in view.lex.lists["before_a_decade_in_digits"] or (
            view.word(i - 2) in ("his", "her", "their", "in") and view.word(i - 1) != "the"
        ):
            return []
        year += 2000 if year < 20 else 1900
    elif len(digits) != 4 or year % 10 or not 1000 <= year < 2100:
        return []
    if view.word(start - 1) == "the" and start - 1 >= floor:
        start -= 1
    if year % 100 == 0 and year < 2000:
        return [Named(start, i + 1, "century", index=year // 100)]
    return [Named(start, i + 1, "decade", index=year // 10)]


def _quarter_code(view: View, i: int, floor: int) -> list[Shape]:
    """Read "1Q24", "2H 2024" and "2016H2"."""
    word = view.lower[i]
    if len(word) == 6 and word[:4].isdecimal() and word[4] in "qh" and word[5] in "1234":
        word = word[5] + word[4] + word[:4]
    if (
        len(word) < 2
        or word[0] not in "1234"
        or word[1] not in "qh"
        or (word[1] == "h" and word[0] > "2")
    ):
        return []
    return _coded(view, i, floor, word[1] + word[0] + word[2:])


def dashed(view: View, i: int, _floor: int) -> list[Shape]:
    """Read "early-2024" and "end-2025", which the tokenizer leaves whole."""
    word, _, digits = view.lower[i].partition("-")
    if word not in view.lex.modifiers or len(digits) != 4 or not "1000" <= digits < "2100":
        return []
    return (
        [Named(i, i + 1, "year", year=int(digits), mod=view.lex.modifiers[word])]
        if digits.isdecimal()
        else []
    )


def code(view: View, i: int, floor: int) -> list[Shape]:
    """Read "Q1", "H2 2024", "FY2024"."""
    word = view.lower[i]
    if word.startswith("fy"):
        digits = word[2:]
        if digits.isdecimal() and len(digits) in (2, 4):
            year = int(digits) + (2000 if len(digits) == 2 else 0)
            return [Named(i, i + 1, "year", year=year, kind="FY")]
        return []
    if not view.capital(i) and not year_at(view, i - 1) and not year_at(view, i + 1):
        return []
    return _coded(view, i, floor, word)


def _coded(view: View, i: int, floor: int, word: str) -> list[Shape]:
    """Read the year beside a code such as q1 or h2, or within it."""
    letter, index, rest = word[0], int(word[1]), word[2:].lstrip("'")
    unit = "quarter" if letter == "q" else "half"
    stop, first, year = i + 1, i, None
    if rest.isdecimal() and len(rest) in (2, 4):
        year = int(rest) + (2000 if len(rest) == 2 else 0)
    elif rest:
        return []
    elif view.word(stop) == "of" and (year := year_at(view, stop + 1)):
        stop += 2
    elif year := year_at(view, stop):
        stop += 1
    elif i - 1 >= floor and (year := year_at(view, i - 1)):
        first = i - 1
    if year is None and letter == "h":
        return []
    return [Named(first, stop, unit, year=year, index=index - 1)]
