"""Resolved values: TIMEX3 text, first and last day, and the cell that later dates lean on."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date as Day
from datetime import timedelta

from factx.mentions.date.calendar import MONTHS, Cell, cell_of, coarsen, move
from factx.model import TimexType

UNKNOWN: dict[str, str] = {
    "day": "XXXX-XX-XX", "week": "XXXX-WXX", "fortnight": "XXXX-WXX", "weekend": "XXXX-WXX-WE",
    "month": "XXXX-XX", "quarter": "XXXX-QX", "half": "XXXX-HX", "season": "XXXX-XX",
    "year": "XXXX", "decade": "XXX", "century": "XX", "millennium": "X",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Value:
    """What a date comes to; ``cell`` is None where it is not one period of the calendar."""

    timex_type: TimexType
    timex: str
    first: Day | None = None
    last: Day | None = None
    cell: Cell | None = None
    pair: tuple[Cell, Cell] | None = None


def of_cell(cell: Cell) -> Value:
    """Return the value of one calendar period."""
    return Value("DATE", cell.timex(), cell.first(), cell.last(), cell)


def unknown(unit: str) -> Value:
    """Return the value of a period that nothing in the text places."""
    return Value("DATE", UNKNOWN.get(unit, "XXXX-XX-XX"))


def between(begin: Value, end: Value) -> Value:
    """Return the value of the period from one date to another."""
    pair = (begin.cell, end.cell) if begin.cell and end.cell else None
    first, last = begin.first, end.last
    if first is None or last is None or first > last:
        first = last = None
    return Value(begin.timex_type, f"{begin.timex}/{end.timex}", first, last, None, pair)


def ending(months: int, days: int, end: Value) -> Value | None:
    """Return the period of so many months or days that ends with a date, None where it has no days.

    It is made of the date's own units where these make up the length, else of whole months where its
    last day ends one.
    """
    if end.last is None:
        return None
    if days:
        until = cell_of("day", end.last)
        return between(of_cell(until.shift(1 - days)), of_cell(until))
    size = MONTHS.get(end.cell.unit) if end.cell and end.last == end.cell.last() else None
    if end.cell and size and months % size == 0:
        return between(of_cell(end.cell.shift(1 - months // size)), of_cell(end.cell))
    last = cell_of("month", end.last)
    if last.last() == end.last:
        return between(of_cell(last.shift(1 - months)), of_cell(last))
    day = cell_of("day", end.last)
    before = move(day, "month", -months)
    return between(of_cell(before.shift(1)), of_cell(day)) if before else None


def narrow(value: Value, mod: str | None) -> Value:
    """Cut a period to the part that "early", "mid" or "late" means: a half of a year or a month.

    A decade is cut in half, a century in four; weeks and days stay whole.
    """
    cell = value.cell
    if cell is None or mod not in ("START", "MID", "END") or value.timex_type != "DATE":
        return value
    first, last = value.first, value.last
    if first is None or last is None:
        return value
    if cell.unit == "month":
        cuts = {"START": (1, 15), "MID": (10, 20), "END": (16, last.day)}[mod]
        return replace(value, first=first.replace(day=cuts[0]), last=first.replace(day=cuts[1]))
    if cell.unit == "year":
        cuts = {"START": (0, 5), "MID": (3, 8), "END": (6, 11)}[mod]
        months = [Cell("month", cell.index * 12 + cut) for cut in cuts]
        return replace(value, first=months[0].first(), last=months[1].last())
    if cell.unit in ("decade", "century"):
        size = 10 if cell.unit == "decade" else 100
        cuts = {"START": (0, 4), "MID": (3, 6), "END": (5, 9)}[mod]
        if size == 100:
            cuts = {"START": (0, 24), "MID": (25, 74), "END": (75, 99)}[mod]
        years = [Cell("year", cell.index * size + cut) for cut in cuts]
        return replace(value, first=years[0].first(), last=years[1].last())
    return value


def _nth_weekday(first: Day, last: Day, number: int, weekday: int) -> Value | None:
    try:
        if number > 0:
            day = first + timedelta((weekday - first.isoweekday()) % 7 + 7 * (number - 1))
        else:
            day = last - timedelta((last.isoweekday() - weekday) % 7 - 7 * (number + 1))
    except OverflowError:
        return None
    return of_cell(Cell("day", day.toordinal())) if first <= day <= last else None


def nth(container: Value, unit: str, number: int, count: int) -> Value | None:
    """Return the ``number``-th unit of a period (from its end where negative), or several."""
    first, last = container.first, container.last
    if first is None or last is None:
        return None
    if unit == "weekday":
        return _nth_weekday(first, last, number, count)
    try:
        if unit == "week":
            # a week belongs to the month that holds its Thursday
            start, end = first + timedelta(3), last - timedelta(3)
        else:
            start, end = first, last
    except OverflowError:
        return None
    if number == 0:  # the week that holds the day
        holding = coarsen(Cell("day", first.toordinal()), unit)
        if holding and unit == "weekend" and first.isoweekday() == 1:
            holding = holding.shift(-1)  # Labor Day ends its weekend
        return of_cell(holding) if holding else None
    edge = coarsen(Cell("day", (start if number > 0 else end).toordinal()), unit)
    if edge is None:
        return None
    if count == 1:
        return of_cell(edge.shift(number - 1 if number > 0 else number + 1))
    other = edge.shift(count - 1 if number > 0 else 1 - count)
    pair = (edge, other) if number > 0 else (other, edge)
    return between(of_cell(pair[0]), of_cell(pair[1]))
