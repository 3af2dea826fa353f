"""Dates at a distance: from the article's day, from the focus, from another date."""

from __future__ import annotations

from factx.mentions.date import lengths
from factx.mentions.date.calendar import CLOCK_UNITS, LENGTHS, RANK, Cell, cell_of, coarsen, move
from factx.mentions.date.context import Context, Resolve
from factx.mentions.date.shapes import Shift
from factx.mentions.date.tense import look
from factx.mentions.date.values import Value, between, of_cell, unknown

_STILL = 8  # tokens: "is still widely used there today"


def shift(shape: Shift, context: Context, resolve: Resolve) -> Value | None:
    """Return the value of a date that is counted from another."""
    unit, steps = shape.unit, shape.steps
    if shape.anchor in ("past", "future"):
        return Value("DATE", "PAST_REF" if shape.anchor == "past" else "FUTURE_REF")
    if unit in CLOCK_UNITS:
        return _hours(shape, context)
    if unit == "fortnight":
        unit, steps = "week", steps * 2
    if RANK[unit] > RANK["year"] and steps and _counted(shape, context):
        unit, steps = "year", steps * LENGTHS[unit][2]
    if shape.more:
        return _from_day(shape, context)
    if shape.kind:
        return _kind_of_year(shape, context)
    if shape.base is not None:
        return _from_base(resolve(shape.base), unit, steps)
    if shape.anchor == "article":
        return _from_article(shape, context, unit, steps)
    return _from_focus(shape, context, unit, steps)


def _hours(shape: Shift, context: Context) -> Value:
    """Return the day that lies whole days of hours away, else how long the way is."""
    in_days = shape.unit == "hour" and shape.steps and shape.steps % 24 == 0
    if in_days and shape.anchor == "article" and context.article:
        return of_cell(cell_of("day", context.article).shift(shape.steps // 24))
    return Value("DURATION", lengths.length(((str(abs(shape.steps) or 1), shape.unit),)))


def _from_article(shape: Shift, context: Context, unit: str, steps: int) -> Value:
    """Count from the article's day: "yesterday", "last week", "two years ago"."""
    if context.article is None:
        return unknown(unit)
    if unit == "day" and steps == 0 and _is_no_one_day(shape, context):
        return Value("DATE", "PRESENT_REF")
    if unit == "weekend" and steps == 0 and _weekend_is_over(shape, context):
        steps = -1
    return of_cell(cell_of(unit, context.article).shift(steps))


def _from_focus(shape: Shift, context: Context, unit: str, steps: int) -> Value:
    """Count from the period in focus: "that week", "the year before", "two days later"."""
    if shape.anchor == "text" and _waits_for_an_event(shape, context):
        return unknown(unit)
    focus = context.focus_for(unit, shape)
    if focus is None:
        return unknown(unit)
    period = context.period_in_view(shape) if shape.anchor == "text" else None
    if period and _counted(shape, context) and RANK[unit] >= RANK[period.unit]:
        return _period_moved(period, context, unit, steps)
    if (
        unit == "weekend"
        and steps == 0
        and focus.unit == "day"
        and _weekend_is_over(shape, context)
    ):
        steps = -1
    holding = coarsen(focus, unit) if RANK[focus.unit] <= RANK[unit] else None
    return of_cell(holding.shift(steps)) if holding else unknown(unit)


def _period_moved(period: Cell, context: Context, unit: str, steps: int) -> Value:
    """Return the period that a figure is compared with, or both ends where it had two."""
    if context.pair is not None and context.pair_at == context.focus_at:
        begin, end = (move(cell, unit, steps) for cell in context.pair)
        if begin and end:
            return between(of_cell(begin), of_cell(end))
    moved = move(period, unit, steps)
    return of_cell(moved) if moved else unknown(unit)


def _is_no_one_day(shape: Shift, context: Context) -> bool:
    """Tell the "today" that means nowadays: "as strong today as it was", "still in use today"."""
    view = context.view
    if view.word(shape.stop) == "as" and view.word(shape.first - 2) == "as":
        return True
    if "still" in view.lower[max(0, shape.first - _STILL) : shape.first]:
        return True
    return context.timeless and look(view, shape.first, shape.stop) != "past"


def _waits_for_an_event(shape: Shift, context: Context) -> bool:
    """Tell "the week after the launch", whose event no calendar knows, from "the week after"."""
    last = context.view.word(shape.stop - 1)
    return last in ("before", "after") and lengths.clause_follows(context.view, shape.stop)


def _weekend_is_over(shape: Shift, context: Context) -> bool:
    """Tell whether "this weekend" is the one before: early in the week, about the past."""
    day = context.article
    return (
        day is not None
        and day.isoweekday() <= 4
        and look(context.view, shape.first, shape.stop) == "past"
    )


def _counted(shape: Shift, context: Context) -> bool:
    """Tell "a year earlier", which keeps the period's kind, from "the previous year"."""
    return (
        context.view.lower[shape.stop - 1] in context.view.lex.shifts
        and context.view.lower[shape.first] != "the"
    )


def _from_day(shape: Shift, context: Context) -> Value:
    """Count several units from a day: "two years and three months ago"."""
    article = cell_of("day", context.article) if context.article else None
    day = (article if shape.anchor == "article" else context.day) or article or context.day
    finest = min((shape.unit, *(name for name, _ in shape.more)), key=lambda name: RANK[name])
    for name, steps in ((shape.unit, shape.steps), *shape.more):
        day = move(day, name, steps) if day else None
    cell = coarsen(day, finest) if day and RANK[finest] >= RANK["day"] else None
    return of_cell(cell) if cell else unknown(finest)


def _kind_of_year(shape: Shift, context: Context) -> Value:
    """Return the value of "last fiscal year", whose days only its owner knows."""
    known = context.article if shape.anchor == "article" or shape.kind == "FY" else None
    base = cell_of("year", known) if known else None
    return Value("DATE", shape.kind + (base.shift(shape.steps).timex() if base else "XXXX"))


def _from_base(value: Value | None, unit: str, steps: int) -> Value | None:
    if value is None or value.cell is None:
        return unknown(unit)
    moved = move(value.cell, unit, steps)
    return of_cell(moved) if moved else unknown(unit)
