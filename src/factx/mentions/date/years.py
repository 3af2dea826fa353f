"""Dates that begin with a digit: years, written-out days, quarters in codes, clock times."""

from __future__ import annotations

from factx.mentions.date import counts, numeric, spelled
from factx.mentions.date.clock import clock
from factx.mentions.date.shapes import Clock, Joined, Named, Nth, Shape
from factx.mentions.date.view import View

_PLAIN = range(1900, 2051)  # a bare number that is a year unless something says otherwise


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
            return _season_slash(view, i)
    if word.endswith("s") and word[:-1].isdigit():
        return _decade(view, i, floor, word[:-1])
    if ("q" in word or "h" in word) and word[-2:] not in ("th", "rd", "nd", "st"):
        return _quarter_code(view, i, floor)
    if view.word(i + 1) in view.lex.lists["eras"] and word.isdigit() and len(word) <= 5:
        before = view.word(i + 1) in view.lex.lists["before_christ"]
        return [Named(i, i + 2, "year", year=-int(word) if before else int(word))]
    if (
        view.word(i + 1) in ("to", "-")
        and view.word(i + 3) in ("bc", "b.c.", "bce")
        and word.isdigit()
        and len(word) <= 4
        and view.word(i + 2).isdigit()
        and len(view.word(i + 2)) <= 4
    ):
        begin = Named(i, i + 1, "year", year=-int(word))
        end = Named(i + 2, i + 4, "year", year=-int(view.word(i + 2)))
        return [Joined(i, i + 4, begin, end)]
    if (
        word[-2:] in ("st", "nd", "rd", "th")
        and view.word(i + 1) == "of"
        and (nth := counts.ordinal(view, i))
    ):
        if "month" in (view.word(i + 3), view.word(i + 2)) and nth <= 31:
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
    return _year(view, i, floor)


def _year(view: View, i: int, floor: int) -> list[Shape]:
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
        not close
        and not view.capital(i - 1)
        and not (after in (".", ",", ")", "") and not before[:1].isdigit())
    ):
        if not (
            (after in ("to", "-") and (year_at(view, i + 2) or 0) > year)
            or before[-1:] == "s"
            or before[-2:] in ("ed", "es", "ly")
            or before in view.lex.months
        ) and not view.capital(i + 1):
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


def _season_slash(view: View, i: int) -> list[Shape]:
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


def in_words(view: View, i: int, floor: int) -> list[Shape]:
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
    return _coded(view, i, floor, int(word[0]), word[1], word[2:])


def code(view: View, i: int, floor: int) -> list[Shape]:
    """Read "Q1", "H2 2024", "FY2024"."""
    word = view.lower[i]
    if word.startswith("fy"):
        digits = word[2:]
        if digits.isdigit() and len(digits) in (2, 4):
            return [
                Named(
                    i,
                    i + 1,
                    "year",
                    year=int(digits) + (2000 if len(digits) == 2 else 0),
                    kind="FY",
                )
            ]
        return []
    if not view.capital(i) and not year_at(view, i - 1) and not year_at(view, i + 1):
        return []
    return _coded(view, i, floor, int(word[1]), word[0], word[2:])


def _coded(view: View, i: int, floor: int, index: int, letter: str, rest: str) -> list[Shape]:
    unit = "quarter" if letter == "q" else "half"
    rest = rest.lstrip("'")
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
