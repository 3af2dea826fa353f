"""Months with their days and years: "March 3 to 5, 2025", "the 4th of July", "mid-May"."""

from __future__ import annotations

from factx.mentions.date import counts, spelled
from factx.mentions.date.shapes import Joined, Named, Repeat, Shape
from factx.mentions.date.view import View

_TO = frozenset(("-", "to", "through", "until", "till", "thru", "and", "&", "or", "/"))
_LISTS = frozenset(("and", "&", "or"))
_SOFT = frozenset((",", "the", "and", "to", "(", "a", "or", "than", "-"))
_ENDS = frozenset(
    (",", ".", ")", "and", "to", "-", ";", "or", "as", "when", "after", "for", "'s", "")
)
_Days = list[tuple[int, int, int]]  # first token, stop, day


def month(view: View, i: int, floor: int) -> list[Shape]:
    """Read a month with the days on either side of it and its year."""
    number = view.lex.months[view.lower[i]]
    dotted = (
        view.word(i + 1) == "." and view.glued(i + 1) and view.lower[i] + "." in view.lex.months
    )
    after = i + 2 if dotted else i + 1
    if named := _named_quarter(view, i, number, floor):
        return [named]
    first, days, between = _days_left(view, i, floor)
    stop = after if dotted else i + 1
    if not days:
        right, days, between = _days_right(view, after)
        stop = right if days else stop
    year, stop = year_right(view, stop)
    if not _is_month(view, i, bool(days), year is not None):
        return []
    if days:
        return _dated((first, stop), days, (year, number), between)
    start, relation = view.relation(i, floor)
    if view.among(start - 1, "every") and start - 1 >= floor:
        return [Repeat(start - 1, stop, f"XXXX-{number:02d}")]
    if year is not None:
        relation, start = None, i
    leading = spelled.year(view, i - 1) if view.word(i - 1).isdecimal() else None
    if year is None and leading and i - 1 >= floor and start == i:
        year, start = leading[0], i - 1
    return [Named(start, stop, "month", year=year, month=number, relation=relation)]


_ENDED_BY_MONTH = {"quarter": 3, "half": 6}  # months


def _named_quarter(view: View, i: int, month: int, floor: int) -> Named | None:
    """Read a calendar quarter or half by its last month: "the June quarter", "December half 2024"."""
    unit, before = view.word(i + 1), view.word(i - 1)
    months = _ENDED_BY_MONTH.get(unit)
    if months is None or month % months or not view.capital(i):
        return None
    year, stop = year_right(view, i + 2)
    start, relation = view.relation(i, floor)
    if relation is None:
        start = view.determiner(i, floor)
    joined = before in _TO and view.word(i - 2) in view.lex.months
    if view.among(stop, "not_after_a_named_quarter"):
        return None  # "the June half-marathon", "in March quarter of a million fled"
    if start == i and year is None and not joined:
        return None
    return Named(start, stop, unit, year, month, index=month // months - 1, relation=relation)


def _dated(
    span: tuple[int, int], days: _Days, month: tuple[int | None, int], between: bool
) -> list[Shape]:
    """Return the days of a month as a range, a set or one by one."""
    year, number = month
    shapes: list[Shape] = [
        Named(a, b, "day", year=year, month=number, day=day) for a, b, day in days
    ]
    shapes[0].first = min(span[0], shapes[0].first)
    shapes[-1].stop = max(span[1], shapes[-1].stop)
    if len(shapes) == 2 and between:
        return [Joined(shapes[0].first, shapes[1].stop, shapes[0], shapes[1])]
    return shapes


def _is_month(view: View, i: int, has_day: bool, has_year: bool) -> bool:
    """Tell a month from the verb, the walk and the surname that look like it."""
    word = view.lower[i]
    ambiguous = word in view.lex.lists["ambiguous_months"]
    if has_day or has_year:
        if view.capital(i) or has_year or word not in ("may", "march"):
            return True
        # "may 10 people" is no date, "march 4th" is
        return (
            counts.ordinal(view, i + 1) is not None
            or counts.ordinal(view, i - 1) is not None
            or view.word(i + 2) in _ENDS
        )
    if not view.capital(i):
        return (
            len(word) > 3
            and not word.endswith(".")
            and word not in ("may", "march", "august", "sept")
        )
    if not ambiguous:
        return True
    before, after = view.word(i - 1), view.word(i + 1)
    if (
        after in ("-", "to", "/", "and")
        and view.word(i + 2) in view.lex.months
        and view.capital(i + 2)
    ):
        return True
    prefixed = view.among(i - 1, "before_a_month") and i > 0 and view.near(i - 1, i)
    if prefixed and before not in _SOFT:
        return True
    if word in ("april", "june", "august", "march"):
        if before in ("a", "the") and word != "august":
            return False
        if word == "march" and after in view.lex.lists["after_a_march"]:
            return False
        named = view.capital(i + 1) and view.near(i, i + 1) and after[:1].isalpha()
        return not named and (not view.capital(i - 1) or prefixed or not view.near(i - 1, i))
    return before in _SOFT and not view.capital(i + 1) and after in _ENDS


def _days_left(view: View, i: int, floor: int) -> tuple[int, _Days, bool]:
    """Read the days before a month: "15", "the 4th of", "17 and 18", "3-12 of"."""
    j = i - 1
    if view.word(j) in ("of", "-", "/") and j > floor and spelled.day_before(view, j, floor):
        j -= 1
    found = spelled.day_before(view, j + 1, floor)
    if found is None or not view.near(j, i):
        return i, [], False
    day, first = found
    if not _stands_alone(view, first):
        return i, [], False
    days: _Days = [(first, i + 1, day)]
    if view.word(first - 1) in _TO and first - 2 >= floor:
        other = spelled.day_before(view, first - 1, floor)
        if (
            other
            and other[0] < day
            and _alike(view, other[1], first)
            and _stands_alone(view, other[1])
        ):
            days.insert(0, (other[1], first - 1, other[0]))
    start, joint = days[0][0], first - 1
    if view.word(start - 1) == "the" and start - 1 >= floor:
        start -= 1
    return start, days, len(days) > 1 and _is_range(view, days, start, joint)


def _stands_alone(view: View, first: int) -> bool:
    """Tell a day from the tail of an amount: "$12 December", "a hundred and two May"."""
    return view.word(first - 1) not in view.lex.lists["amount_words"]


def _alike(view: View, i: int, j: int) -> bool:
    """Tell whether two days are both written in digits or both in letters."""
    return view.word(i)[:1].isdecimal() == view.word(j)[:1].isdecimal()


def _is_range(view: View, days: _Days, first: int, joint: int) -> bool:
    if view.word(joint) in _LISTS:
        return view.word(first - 1) == "between" or days[1][2] - days[0][2] == 1
    return True


def _days_right(view: View, i: int) -> tuple[int, _Days, bool]:
    """Read the days after a month: "15", "the 4th", "4 and 5", "4-6"."""
    j = i + (view.word(i) in ("-", "/") and view.word(i + 1).isdecimal())
    j += view.word(j) == "the"
    found = spelled.day(view, j)
    if found is None or not view.near(i - 1, j):
        return i, [], False
    day, stop = found
    after = view.word(stop)
    if view.lower[j].isdecimal() and (
        view.among(stop, "not_after_a_year") or after in ("%", ":", "per", "million")
    ):
        return i, [], False
    noun = after.isalpha() and after.endswith("s") and not view.capital(stop)
    if view.lower[j].isdecimal() and noun and view.word(i - 2) == "in":
        return i, [], False  # "in March 10 dogs drowned"
    in_letters = view.lower[j] in view.lex.numbers and counts.ordinal(view, stop - 1) is None
    counted = after.isalpha() and after not in _TO and spelled.year(view, stop) is None
    if after in view.lex.units or (in_letters and (counted or view.word(i - 2) == "in")):
        return i, [], False  # "in March three men drowned"
    days: _Days = [(i - 1, stop, day)]
    joint = view.word(stop)
    k = stop + 1 + (view.word(stop + 1) == "the")
    other = spelled.day(view, k) if joint in _TO else None
    alike = _alike(view, j, k) or counts.ordinal(view, k) is not None
    if other and other[0] > day and alike and _is_day(view, joint, other[1]):
        days.append((stop + 1, other[1], other[0]))
        stop = other[1]
        joint_at = days[0][1]
        return stop, days, _is_range(view, days, i - 1, joint_at)
    return stop, days, False


def _is_day(view: View, joint: str, stop: int) -> bool:
    """Tell whether the number before ``stop`` goes on with the days: "May 4 and 5", not "and 5 others"."""
    after = view.word(stop)
    if after in ("%", "-", ":", "of", "other"):
        return False
    counted = len(after) > 3 and after.endswith("s") and after.isalpha() and not view.capital(stop)
    return not (joint in ("and", "&", "or", "to") and counted)


def year_right(view: View, i: int) -> tuple[int | None, int]:
    """Read the year that follows a month or a day: "2025", ", 2025", "of 1776", "'98"."""
    if view.word(i) == "[" and (added := spelled.year(view, i + 1)) and view.word(added[1]) == "]":
        return added[0], added[1] + 1
    for skip in (0, 1, 2):
        if skip and view.word(i) not in (",", "of", "-", "/", "in"):
            break
        if skip == 2 and not (view.word(i) == "," and view.word(i + 1) == "in"):
            break
        found = spelled.year(view, i + skip)
        if found is not None and view.near(i - 1, i + skip):
            if not view.among(found[1], "not_after_a_year") or view.word(i) in (",", "of"):
                return found
            return None, i
    word, more = view.word(i), view.word(i + 1)
    if len(more) == 2 and more.isdecimal():
        named = word == "of" and more > "31" and not view.among(i + 2, "not_after_a_year")
        if word == "'" or named:
            return full_year(int(more)), i + 2
    if (
        len(word) == 2
        and word.isdecimal()
        and word > "31"
        and not view.among(i + 1, "not_after_a_year")
    ) and view.word(i + 1) in view.lex.lists["phrase_ends"]:
        return full_year(int(word)), i + 1
    return None, i


def full_year(year: int) -> int:
    """Return the full year of two digits: until 2035 this century's, else the last one's."""
    return year + (2000 if year < 36 else 1900)


def day_of_month(view: View, i: int) -> tuple[int, int] | None:
    """Read "the 15th" at ``i`` with its article: the day and where it stops."""
    j = i + (view.word(i) == "the")
    found = spelled.day(view, j)
    if found is None or (counts.ordinal(view, found[1] - 1) is None and j == i):
        return None
    return found
