"""Calendar arithmetic: every period of the calendar is a cell of a grid, ``(unit, index)``.

Cells of one unit are numbered without gaps, so "a year earlier" is a subtraction, and the finer
cell of a coarser one is a division. Years before Christ are negative and have no first day, since
``datetime`` begins in the year 1.
"""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date as Day
from datetime import timedelta
from typing import Literal, TypeAlias, get_args

Unit: TypeAlias = Literal[
    "second", "minute", "hour", "day", "weekend", "week", "fortnight", "month", "season",
    "quarter", "half", "year", "decade", "century", "millennium",
]  # fmt: skip

SEASONS = ("SP", "SU", "FA", "WI")
# months in a cell of the units that are made of months
MONTHS: dict[str, int] = {"month": 1, "quarter": 3, "half": 6, "year": 12, "decade": 120,
                          "century": 1200, "millennium": 12000}  # fmt: skip
# days in a cell of the units that are made of days
DAYS: dict[str, int] = {"day": 1, "week": 7, "fortnight": 14}
# the letters of TIMEX3 lengths: how a unit is counted and how many letters one of it is worth
LENGTHS: dict[str, tuple[str, str, int]] = {
    "second": ("PT", "S", 1), "minute": ("PT", "M", 1), "hour": ("PT", "H", 1),
    "day": ("P", "D", 1), "weekend": ("P", "WE", 1), "week": ("P", "W", 1),
    "fortnight": ("P", "W", 2), "month": ("P", "M", 1), "season": ("P", "M", 3),
    "quarter": ("P", "Q", 1), "half": ("P", "M", 6), "year": ("P", "Y", 1),
    "decade": ("P", "Y", 10), "century": ("P", "Y", 100), "millennium": ("P", "Y", 1000),
}  # fmt: skip
# from fine to coarse, for "does this period lie inside that one"
RANK: dict[str, int] = {unit: rank for rank, unit in enumerate(get_args(Unit))}
RANK["weekday"] = RANK["day"]

CLOCK_UNITS = frozenset(("second", "minute", "hour"))
PERIODS = frozenset(("month", "season", "quarter", "half"))
PARTS_OF_A_YEAR = PERIODS | {"day"}  # what a year is said with: "March of last year"


@dataclass(frozen=True, slots=True)
class Cell:
    """One period of the calendar, such as the month number 24303 (March 2025)."""

    unit: str
    index: int

    def shift(self, steps: int) -> Cell:
        """Return the cell that lies ``steps`` of its own unit later."""
        return Cell(self.unit, self.index + steps)

    def first(self) -> Day | None:
        """Return the first day, or None outside the years 1 to 9999."""
        return _edge(self.unit, self.index)

    def last(self) -> Day | None:
        """Return the last day, or None outside the years 1 to 9999."""
        if self.unit == "weekend":
            start = _edge("week", self.index)
            return start + timedelta(6) if start else None
        following = _edge(self.unit, self.index + 1)
        return following - timedelta(1) if following else None

    def timex(self) -> str:
        """Return the TIMEX3 value."""
        unit, index = self.unit, self.index
        if unit == "day":
            first = self.first()
            return first.isoformat() if first else "XXXX-XX-XX"
        if unit in ("week", "weekend"):
            monday = _edge("week", index)
            if monday is None:
                return "XXXX-WXX"
            year, week, _ = monday.isocalendar()
            return f"{year:04d}-W{week:02d}" + ("-WE" if unit == "weekend" else "")
        if unit == "month":
            return f"{_year(index // 12)}-{index % 12 + 1:02d}"
        if unit == "season":
            return f"{_year(index // 4)}-{SEASONS[index % 4]}"
        if unit == "quarter":
            return f"{_year(index // 4)}-Q{index % 4 + 1}"
        if unit == "half":
            return f"{_year(index // 2)}-H{index % 2 + 1}"
        width = {"year": 4, "decade": 3, "century": 2}.get(unit, 1)
        return f"{index:0{width}d}" if index >= 0 else f"BC{-index:0{width}d}"


def _year(year: int) -> str:
    return f"{year:04d}" if year >= 0 else f"BC{-year:04d}"


def _edge(unit: str, index: int) -> Day | None:
    """Return the first day of a cell."""
    try:
        if unit == "day":
            return Day.fromordinal(index)
        if unit in ("week", "weekend"):
            return Day.fromordinal(index * 7 + (1 if unit == "week" else 6))
        month = index // 4 * 12 + 2 + index % 4 * 3 if unit == "season" else index * MONTHS[unit]
        return Day(month // 12, month % 12 + 1, 1)
    except (ValueError, OverflowError):
        return None


def day_cell(year: int, month: int, day: int) -> Cell | None:
    """Return a day's cell, or None where the calendar has no such day."""
    if 1 <= month <= 12 and 1 <= year <= 9999 and 1 <= day <= monthrange(year, month)[1]:
        return Cell("day", Day(year, month, day).toordinal())
    return None


def cell_of(unit: str, day: Day) -> Cell:
    """Return the cell of ``unit`` that holds ``day``."""
    if unit == "day":
        return Cell(unit, day.toordinal())
    if unit in ("week", "weekend", "fortnight"):
        return Cell(unit if unit != "fortnight" else "week", (day.toordinal() - 1) // 7)
    month = day.year * 12 + day.month - 1
    if unit == "season":
        return Cell(unit, (month - 2) // 3)
    return Cell(unit, month // MONTHS.get(unit, 1))


def coarsen(cell: Cell, unit: str) -> Cell | None:
    """Return the cell of ``unit`` that holds the first day of ``cell``."""
    if cell.unit == unit:
        return cell
    if cell.unit in MONTHS and unit in MONTHS and MONTHS[unit] > MONTHS[cell.unit]:
        return Cell(unit, cell.index // (MONTHS[unit] // MONTHS[cell.unit]))
    first = cell.first()
    return cell_of(unit, first) if first else None


def move(cell: Cell, unit: str, steps: int) -> Cell | None:
    """Return ``cell`` moved by ``steps`` of another unit, keeping its own unit."""
    if unit == "fortnight":
        unit, steps = "week", steps * 2
    if cell.unit in MONTHS and unit in MONTHS:
        months = MONTHS[unit] * steps
        return cell.shift(months // MONTHS[cell.unit])
    if cell.unit == "season" and unit in MONTHS:
        return cell.shift(MONTHS[unit] * steps // 3)
    if cell.unit == "day":
        if unit in ("day", "week"):
            return cell.shift(steps * (7 if unit == "week" else 1))
        if unit in MONTHS:
            return _same_day(cell, MONTHS[unit] * steps)
        return cell
    if cell.unit == "week" and unit == "week":
        return cell.shift(steps)
    first = cell.first()
    if first is None:
        return None
    moved = move(Cell("day", first.toordinal()), unit, steps)
    day = moved.first() if moved else None
    return cell_of(cell.unit, day) if day else None


def _same_day(cell: Cell, months: int) -> Cell | None:
    day = cell.first()
    if day is None:
        return None
    month = day.year * 12 + day.month - 1 + months
    year, month = month // 12, month % 12 + 1
    if not 1 <= year <= 9999:
        return None
    return day_cell(year, month, min(day.day, monthrange(year, month)[1]))


def easter(year: int) -> Day:
    """Return Easter Sunday by the anonymous Gregorian rule."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = b // 4, b % 4
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = c // 4, c % 4
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return Day(year, month, day + 1)


def nth_weekday(year: int, month: int, nth: int, weekday: int) -> Day | None:
    """Return the nth weekday (1 Monday) of a month, from its end where ``nth`` is negative."""
    length = monthrange(year, month)[1]
    start = Day(year, month, 1) if nth > 0 else Day(year, month, length - 6)
    day = start + timedelta((weekday - start.isoweekday()) % 7)
    if nth > 0:
        day += timedelta(7 * (nth - 1))
    return day if day.month == month else None
