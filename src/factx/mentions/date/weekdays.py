"""Which Friday, which fifth and which week."""

from __future__ import annotations

from datetime import date as Day

from factx.mentions.date.calendar import (
    Cell,
    cell_of,
    coarsen,
    day_cell,
)
from factx.mentions.date.context import Context, Resolve
from factx.mentions.date.shapes import Named
from factx.mentions.date.tense import looks_forward
from factx.mentions.date.values import Value, of_cell


def week(shape: Named, context: Context) -> Value:
    """Return the value of "week 10" in the article's year."""
    year = context.article.year if context.article else None
    if year is None or not 1 <= year < 9999:
        return Value("DATE", f"XXXX-W{shape.index:02d}")
    first = cell_of("week", Day(year, 1, 4))  # the week of 4 January is the first
    return of_cell(first.shift(shape.index - 1))


def of_month_in_view(shape: Named, context: Context) -> Value:
    """Return the value of a bare "the 5th": of the focus's month, else the article's."""
    month = coarsen(context.day, "month") if context.day else None
    if month is None and context.article:
        month = cell_of("month", context.article)
    cell = day_cell(month.index // 12, month.index % 12 + 1, shape.day) if month else None
    return of_cell(cell) if cell else Value("DATE", f"XXXX-XX-{shape.day:02d}")


def _weekday_and_day(shape: Named, context: Context) -> Value:
    """Choose the month in which "Friday the 15th" is a Friday, nearest to the article's day."""
    article = context.article
    best: Cell | None = None
    if article is not None:
        today = cell_of("day", article)
        month = cell_of("month", article)
        for steps in range(-12, 13):
            year, number = divmod(month.index + steps, 12)
            cell = day_cell(year, number + 1, shape.day)
            first = cell.first() if cell else None
            if cell is None or first is None or first.isoweekday() != shape.weekday:
                continue
            if best is None or abs(cell.index - today.index) < abs(best.index - today.index):
                best = cell
    return of_cell(best) if best else Value("DATE", f"XXXX-WXX-{shape.weekday}")


def weekday(shape: Named, context: Context, resolve: Resolve) -> Value | None:
    """Return the day that a weekday stands for."""
    number = shape.weekday
    if shape.within is not None:
        within = resolve(shape.within)
        if within is None or within.cell is None or within.cell.unit != "week":
            return Value("DATE", f"XXXX-WXX-{number}")
        return of_cell(Cell("day", within.cell.index * 7 + number))
    if shape.day:
        return _weekday_and_day(shape, context)
    if context.floor is not None and context.floor.unit == "day":
        ahead = (number - 1 - (context.floor.index - 1)) % 7
        return of_cell(context.floor.shift(ahead))
    article = context.article
    if article is None:
        return Value("DATE", f"XXXX-WXX-{number}")
    today = cell_of("day", article)
    back = (article.isoweekday() - number) % 7
    relation = shape.relation
    before = relation in ("previous", "preceding") and context.day is None
    if relation in ("last", "past") or before:
        return of_cell(today.shift(-(back or 7)))
    if relation in ("next", "coming", "upcoming"):
        return of_cell(today.shift(7 - back))
    if relation in context.view.lex.lists["text_relations"] and context.day:
        ahead = (number - 1 - (context.day.index - 1)) % 7
        if relation in ("that", "same"):
            return of_cell(context.day.shift(ahead))
        return of_cell(
            context.day.shift(
                (ahead or 7) if relation in ("following", "subsequent") else ahead - 7
            )
        )
    if back and looks_forward(context.view, shape.first, shape.stop):
        return of_cell(today.shift(7 - back))
    return of_cell(today.shift(-back))
