"""What a digit may start: a time, a full date, a decade, a quarter's code or a year."""

from __future__ import annotations

from factx.mentions.date import counts, numeric
from factx.mentions.date.clock import clock
from factx.mentions.date.shapes import Joined, Named, Nth, Shape
from factx.mentions.date.view import View
from factx.mentions.date.years import read_year, season_slash, year_at


def number(view: View, i: int, floor: int) -> list[Shape]:
    """Read what the number at ``i`` starts: a clock time, a full day, a decade or a year."""
    word = view.lower[i]
    if (":" in word or word.isdigit() or "." in word) and (found := clock(view, i, floor)):
        return found
    if (
        "/" in word
        or word.count(".") == 2
        or (view.word(i + 1) in ("-", "/") and view.glued(i + 1) and view.glued(i + 2))
    ):
        if found := numeric.read(view, i, floor):
            return found
        if "/" in word:
            return season_slash(view, i)
    if word.endswith("s") and word[:-1].isdigit():
        return _decade(view, i, floor, word[:-1])
    if ("q" in word or "h" in word) and word[-2:] not in ("th", "rd", "nd", "st"):
        return _quarter_code(view, i, floor)
    if view.among(i + 1, "eras") and word.isdigit() and len(word) <= 5:
        return [_with_era(view, i, int(word))]
    if (
        view.word(i + 1) in ("to", "-")
        and view.among(i + 3, "before_christ")
        and word.isdigit()
        and len(word) <= 4
        and view.word(i + 2).isdigit()
        and len(view.word(i + 2)) <= 4
    ):
        begin = Named(i, i + 1, "year", year=-int(word))
        end = _with_era(view, i + 2, int(view.word(i + 2)))
        return [Joined(i, end.stop, begin, end)]
    if (
        (
            word[-2:] in ("st", "nd", "rd", "th")
            and view.word(i + 1) == "of"
            and (nth := counts.ordinal(view, i))
        )
        and "month" in (view.word(i + 3), view.word(i + 2))
        and nth <= 31
    ):
        return [Nth(view.determiner(i, floor), i + 1, "day", nth)]
    if (
        word in ("60", "70", "80", "90", "50")
        and view.word(i - 1) == "the"
        and view.word(i + 1) in ("'s", "s")
        and i - 1 >= floor
    ):
        return [Named(i - 1, i + 2, "decade", index=190 + int(word[0]))]
    within = view.word(i - 2) == "on" or (view.word(i - 2) == "of" and view.word(i - 3) == "week")
    if (
        word[-2:] in ("st", "nd", "rd", "th")
        and view.word(i - 1) == "the"
        and within
        and i - 1 >= floor
    ):
        nth = counts.ordinal(view, i)
        if nth and nth <= 31 and view.word(i + 1) in view.lex.lists["phrase_ends_or_goes_on"]:
            return [Named(i - 1, i + 1, "day", day=nth)]
    return read_year(view, i, floor)


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
    if len(word) == 6 and word[:4].isdigit() and word[4] in "qh" and word[5] in "1234":
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
        if digits.isdigit()
        else []
    )


def code(view: View, i: int, floor: int) -> list[Shape]:
    """Read "Q1", "H2 2024", "FY2024"."""
    word = view.lower[i]
    if word.startswith("fy"):
        digits = word[2:]
        if digits.isdigit() and len(digits) in (2, 4):
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
    if rest.isdigit() and len(rest) in (2, 4):
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
