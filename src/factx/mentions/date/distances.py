"""Dates at a distance: from the article's day, from the focus, from another date."""

from __future__ import annotations

from factx.mentions.date import lengths
from factx.mentions.date.calendar import RANK, Cell, cell_of, coarsen, move
from factx.mentions.date.context import Context, Resolve
from factx.mentions.date.shapes import (
    Shift,
)
from factx.mentions.date.tense import look
from factx.mentions.date.values import Value, between, of_cell, unknown

_STILL = 8  # tokens: "is still widely used there today"
_CLOCK_UNITS = ("second", "minute", "hour")


def shift(shape: Shift, context: Context, resolve: Resolve) -> Value | None:
    """Return the value of a date that is counted from another."""
    unit, steps = shape.unit, shape.steps
    if shape.anchor in ("past", "future"):
        return Value("DATE", "PAST_REF" if shape.anchor == "past" else "FUTURE_REF")
    if unit in _CLOCK_UNITS:
        if (
            unit == "hour"
            and shape.anchor == "article"
            and steps
            and steps % 24 == 0
            and context.article
        ):
            return of_cell(cell_of("day", context.article).shift(steps // 24))
        return Value("DURATION", lengths.length(((str(abs(steps) or 1), unit),)))
    if unit in ("decade", "century", "millennium") and steps and _counted(shape, context):
        steps *= {"decade": 10, "century": 100, "millennium": 1000}[unit]
        unit = "year"
    if shape.more:
        return _from_day(shape, context)
    if shape.kind:
        return _kind_of_year(shape, context)
    if shape.base is not None:
        return _from_base(resolve(shape.base), unit, steps)
    if shape.anchor == "article":
        if context.article is None:
            return unknown(unit)
        if unit == "fortnight":
            unit, steps = "week", steps * 2
        today = unit == "day" and steps == 0
        if today and context.view.word(shape.stop) == "as" and _compares(context, shape):
            return Value("DATE", "PRESENT_REF")
        still = today and "still" in context.view.lower[max(0, shape.first - _STILL) : shape.first]
        forever = context.timeless and look(context.view, shape.first, shape.stop) != "past"
        if today and (still or forever):
            return Value("DATE", "PRESENT_REF")
        cell = cell_of(unit, context.article)
        if unit == "weekend" and steps == 0 and _weekend_is_over(shape, context):
            steps = -1
        return of_cell(cell.shift(steps))
    if shape.anchor == "text" and _waits_for_an_event(shape, context):
        return unknown(unit)
    focus = context.focus_for(unit, shape)
    if focus is None:
        return unknown(unit)
    if (
        unit == "weekend"
        and steps == 0
        and focus.unit == "day"
        and _weekend_is_over(shape, context)
    ):
        steps = -1
    period = context.period_in_view(shape) if shape.anchor == "text" else None
    if period and _counted(shape, context) and RANK[unit] >= RANK[period.unit]:
        pair = context.pair
        if pair is not None and context.pair_at == context.focus_at:
            ends = [move(cell, unit, steps) for cell in pair]
            if ends[0] and ends[1]:
                return between(of_cell(ends[0]), of_cell(ends[1]))
        moved = move(period, unit, steps)
        return of_cell(moved) if moved else unknown(unit)
    if unit == "fortnight":
        unit, steps = "week", steps * 2
    if RANK[focus.unit] > RANK[unit]:
        return unknown(unit)
    holding = coarsen(focus, unit)
    return of_cell(holding.shift(steps)) if holding else unknown(unit)


def _compares(context: Context, shape: Shift) -> bool:
    """Tell "as strong today as it was", which is about the present, from the article's day."""
    return context.view.word(shape.first - 2) == "as"


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
    day: Cell | None = (
        cell_of("day", context.article)
        if shape.anchor == "article" and context.article
        else context.day
    )
    if day is None and context.article is not None:
        day = cell_of("day", context.article)
    finest = min((shape.unit, *(name for name, _ in shape.more)), key=lambda name: RANK[name])
    for name, steps in ((shape.unit, shape.steps), *shape.more):
        day = move(day, name, steps) if day else None
    cell = coarsen(day, finest) if day and RANK[finest] >= RANK["day"] else None
    return of_cell(cell) if cell else unknown(finest)


def _kind_of_year(shape: Shift, context: Context) -> Value:
    """Return the value of "last fiscal year", whose days only its owner knows."""
    base = cell_of("year", context.article) if context.article else None
    if shape.anchor == "text" and context.focus is not None:
        base = coarsen(context.focus, "year") or base
    return Value("DATE", shape.kind + (base.shift(shape.steps).timex() if base else "XXXX"))


def _from_base(value: Value | None, unit: str, steps: int) -> Value | None:
    if value is None or value.cell is None:
        return unknown(unit)
    cell: Cell | None = value.cell
    if cell and RANK[cell.unit] > RANK[unit]:
        day = cell.first() if steps < 0 else cell.last()
        cell = cell_of(unit, day) if day else None
    moved = move(cell, unit, steps) if cell else None
    return of_cell(moved) if moved else unknown(unit)
