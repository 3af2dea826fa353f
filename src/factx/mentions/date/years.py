"""Dates that begin with a digit: years, written-out days, quarters in codes, clock times."""

from __future__ import annotations

from factx.mentions.date import spelled
from factx.mentions.date.shapes import Clock, Joined, Named, Shape
from factx.mentions.date.view import View

_PLAIN = range(1900, 2051)  # a bare number that is a year unless something says otherwise


def read_year(view: View, i: int, floor: int) -> list[Shape]:
    """Read the four digits at ``i`` as a year where their neighbours allow it."""
    year = year_at(view, i)
    if year is None:
        return []
    if (
        view.word(i + 1) == "'s"
        and year % 10 == 0
        and view.text[i + 1] == "'s"
        and view.word(i + 2) in ("", ".", ",", "and")
    ):
        return [
            Named(
                view.determiner(i, floor) if view.word(i - 1) == "the" else i,
                i + 2,
                "decade",
                index=year // 10,
            )
        ]
    before, after = view.word(i - 1), view.word(i + 1)
    if not view.near(i - 1, i):
        before = ""
    if not view.near(i, i + 1):
        after = ""
    if len(after) == 2 and after[0] in "qh" and after[1].isdigit():
        return []  # "2019 Q1" is read at its quarter
    if (
        after in view.lex.weekdays
        and view.capital(i + 1)
        and int(view.lower[i][:2]) < 24
        and int(view.lower[i][2:]) < 60
    ):
        return [Clock(i, i + 1, f"T{view.lower[i][:2]}:{view.lower[i][2:]}", meridiem=True)]
    if (
        after == "-"
        and view.glued(i + 1)
        and view.glued(i + 2)
        and not view.text[i + 2].islower()
        and not view.word(i + 2).isdigit()
    ):
        return []  # "2019-nCoV"
    if (
        before == "-"
        and view.glued(i)
        and view.word(i - 2).isdigit()
        and not year_at(view, i - 2)
        and len(view.word(i - 2)) > 2
    ):
        return []  # a telephone number
    if (
        before == "-"
        and view.glued(i)
        and view.word(i - 3) == "-"
        and view.glued(i - 1)
        and view.glued(i - 2)
    ):
        return []
    if (
        after in view.lex.months
        and view.capital(i + 1)
        and not view.word(i + 2)[:1].isdigit()
        and not close_to_a_year(view, i)
    ):
        return []  # "2015 June" is read at its month
    if view.among(i - 1, "not_before_a_year") and before:
        return []
    if before in view.lex.lists["signs_and_dashes"] and view.glued(i):
        if before == "-" and (
            view.word(i - 2) == "mid"
            or year_at(view, i - 2)
            or view.word(i - 2) in view.lex.seasons
        ):
            pass
        elif (
            before == "-"
            and view.word(i - 2).isalpha()
            and view.word(i - 2) not in view.lex.lists["before_a_dashed_year"]
        ) or before in view.lex.lists["signs_of_amounts"]:
            return []
    if view.among(i + 1, "not_after_a_year") and not view.capital(i + 1):
        return []
    if (after == "-" and view.glued(i + 1) and view.lex.units.get(view.word(i + 2))) or view.word(
        i + 2
    ) in ("metre", "meter", "mile"):
        return []
    if after in ("%", "°", "°c", "°f") or (
        after == "," and view.glued(i + 2) and view.word(i + 2).isdigit()
    ):
        return []
    close = view.among(i - 1, "before_a_year") or before in view.lex.lists["marks_before_a_year"]
    if year not in _PLAIN:
        strict = (
            (after in ("-", "to") and (year_at(view, i + 2) or 0) > year)
            or (
                before in ("or", ",", ";", "[", "c", "ca")
                and after in (")", ",", ".", ";", "-", "]", "")
            )
            or before.endswith("ed")
            or before in view.lex.lists["before_an_old_year"]
        )
        if not strict or (year % 100 == 0 and before in ("and", "to", "the", "of")):
            return []
        if _plural_after(view, i) or after.endswith("children"):
            return []
    elif (
        (
            not close
            and not view.capital(i - 1)
            and not (after in (".", ",", ")", "") and not before[:1].isdigit())
        )
        and not (
            (after in ("to", "-") and (year_at(view, i + 2) or 0) > year)
            or before[-1:] == "s"
            or before[-2:] in ("ed", "es", "ly")
            or before in view.lex.months
        )
        and not view.capital(i + 1)
    ):
        return []
    if (
        year % 100 == 0
        and year < 2100
        and before in view.lex.lists["before_a_round_number"]
        and _plural_after(view, i)
    ):
        return []
    start = i
    if before == "sy" or (before == "year" and view.word(i - 2) in ("school", "academic")):
        return [Named(max(i - 1 - (before == "year"), floor), i + 1, "year", year=year, kind="SY")]
    fiscal = (
        before == "fiscal"
        or (before == "year" and view.word(i - 2) in ("fiscal", "financial"))
        or before == "fy"
    )
    if fiscal and i - 1 >= floor:
        start = i - 1 if before != "year" else max(i - 2, floor)
        start = view.determiner(start, floor)
    elif before == "year" and view.word(i - 2) in ("the", "calendar") and i - 2 >= floor:
        start = i - 2
    shape = Named(start, i + 1, "year", year=year, kind="FY" if fiscal else "")
    return [_season_years(view, shape, i, year) or shape]


def close_to_a_year(view: View, i: int) -> bool:
    """Tell whether a preposition stands before the number at ``i``."""
    return view.word(i - 1) in ("in", "since", "of")


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
        and short.isdigit()
        and int(short) > year % 100
        and view.word(i + 3) not in ("-", "%", "/")
    ):
        end = Named(i + 2, i + 3, "year", year=year // 100 * 100 + int(short))
        return Joined(shape.first, i + 3, shape, end)
    return None


def year_at(view: View, i: int) -> int | None:
    """Return the year that the token at ``i`` spells with four digits, if one is possible."""
    word = view.word(i)
    if len(word) == 4 and word.isascii() and word.isdigit() and "1000" <= word < "2100":
        return int(word)
    return None


def season_slash(view: View, i: int) -> list[Shape]:
    """Read "2019/20" as one period."""
    first, _, second = view.lower[i].partition("/")
    if (
        len(first) == 4
        and len(second) == 2
        and (first + second).isdigit()
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
    if (
        found is None
        or found[1] - i < 2
        or (found[0] % 100 == 0 and view.word(i - 1) not in ("in", "of", "since"))
    ):
        return []
    after = view.word(found[1])
    if view.among(found[1], "not_after_a_year") or (
        after.isalpha() and after.endswith("s") and len(after) > 3
    ):
        return []
    return [Named(i, found[1], "year", year=found[0])]
