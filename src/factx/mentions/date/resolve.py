"""Resolve shapes into values: by the article's day, by the dates before them, by tense.

Text order matters: each resolved date becomes the focus that "the same month" and "a year earlier"
lean on.
"""

from __future__ import annotations

from dataclasses import replace

from factx.mentions.date import amounts
from factx.mentions.date.calendar import RANK, Cell, cell_of, coarsen, move
from factx.mentions.date.choose import named
from factx.mentions.date.context import Context
from factx.mentions.date.shapes import (
    Clock,
    Joined,
    Length,
    Named,
    Nth,
    Part,
    Ref,
    Repeat,
    SamePeriod,
    Shape,
    Shift,
)
from factx.mentions.date.tense import look
from factx.mentions.date.values import Value, between, narrow, nth, of_cell, unknown

_CLOCK_UNITS = ("second", "minute", "hour")


def resolve(shape: Shape, context: Context) -> Value | None:
    """Return the value of a shape, None where it turns out to say nothing."""
    if isinstance(shape, Named):
        value: Value | None = named(shape, context, lambda part: resolve(part, context))
    elif isinstance(shape, Shift):
        value = _shift(shape, context)
    elif isinstance(shape, Length):
        value = Value("DURATION", amounts.length(shape.amounts))
    elif isinstance(shape, Repeat):
        value = Value("SET", shape.timex)
    elif isinstance(shape, Clock):
        value = _clock(shape, context)
    elif isinstance(shape, Part):
        value = _part(shape, context)
    elif isinstance(shape, Ref):
        value = Value("DATE", shape.value)
    elif isinstance(shape, Joined):
        value = _joined(shape, context)
    elif isinstance(shape, Nth):
        container = resolve(shape.within, context) if shape.within else None
        value = nth(container, shape.unit, shape.nth, shape.count) if container else None
        if value is None and container is not None:
            value = unknown(shape.unit)
    elif isinstance(shape, SamePeriod):
        value = _same_period(shape, context)
    else:
        value = None
    return _modified(shape, value, context) if value else None


def _modified(shape: Shape, value: Value, context: Context) -> Value:
    """Cut the days to what the modifier means; "earlier this year" ends on the article's day."""
    word = context.view.lower[shape.first]
    day = context.article
    if word in ("earlier", "later") and shape.mod:
        if value.cell and value.cell.unit in ("decade", "century"):
            return narrow(value, shape.mod)
        if day and value.first and value.last and value.first <= day <= value.last:
            return replace(value, last=day) if word == "earlier" else replace(value, first=day)
        return value
    return narrow(value, shape.mod)


def _shift(shape: Shift, context: Context) -> Value | None:
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
        return Value("DURATION", amounts.length(((str(abs(steps) or 1), unit),)))
    if unit in ("decade", "century", "millennium") and steps and _counted(shape, context):
        steps *= {"decade": 10, "century": 100, "millennium": 1000}[unit]
        unit = "year"
    if shape.more:
        return _from_day(shape, context)
    if shape.kind:
        return _kind_of_year(shape, context)
    if shape.base is not None:
        return _from_base(shape.base, unit, steps, context)
    if shape.anchor == "article":
        if context.article is None:
            return unknown(unit)
        if unit == "fortnight":
            unit, steps = "week", steps * 2
        if unit == "day" and steps == 0 and context.timeless:
            return Value("DATE", "PRESENT_REF")
        cell = cell_of(unit, context.article)
        if unit == "weekend" and steps == 0 and _weekend_is_over(shape, context):
            steps = -1
        return of_cell(cell.shift(steps))
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
    if (
        shape.anchor == "text"
        and _counted(shape, context)
        and focus.unit in ("month", "quarter", "half", "season")
    ):
        if RANK[unit] >= RANK[focus.unit]:
            pair = context.pair
            if pair is not None and context.pair_at == context.focus_at:
                ends = [move(cell, unit, steps) for cell in pair]
                if ends[0] and ends[1]:
                    return between(of_cell(ends[0]), of_cell(ends[1]))
            moved = move(focus, unit, steps)
            return of_cell(moved) if moved else unknown(unit)
    if unit == "fortnight":
        unit, steps = "week", steps * 2
    if RANK[focus.unit] > RANK[unit]:
        return unknown(unit)
    cell = coarsen(focus, unit)
    return of_cell(cell.shift(steps)) if cell else unknown(unit)


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
    day = (
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


def _from_base(base: Shape, unit: str, steps: int, context: Context) -> Value | None:
    value = resolve(base, context)
    if value is None or value.cell is None:
        return unknown(unit)
    cell: Cell | None = value.cell
    if cell and RANK[cell.unit] > RANK[unit]:
        day = cell.first() if steps < 0 else cell.last()
        cell = cell_of(unit, day) if day else None
    moved = move(cell, unit, steps) if cell else None
    return of_cell(moved) if moved else unknown(unit)


def _clock(shape: Clock, context: Context) -> Value:
    time = shape.time + ("Z" if shape.utc else "")
    day = resolve(shape.on, context) if shape.on else context.day_in_view(shape)
    return _at(day, time)


def _at(day: Value | None, time: str) -> Value:
    """Put a time on a day; without a day it stands alone."""
    if day is None:
        return Value("TIME", time)
    return Value("TIME", day.timex + time, day.first, day.last, day.cell)


def _part(shape: Part, context: Context) -> Value:
    code = "T" + shape.code
    if shape.on is not None:
        return _at(resolve(shape.on, context), code)
    if shape.relation in context.view.lex.lists["article_relations"]:
        steps = {"last": -1, "past": -1, "next": 1}.get(shape.relation, 0)
        the = "the" in context.view.lower[max(shape.first - 1, 0) : shape.stop]
        if shape.relation == "next" and the and context.day is not None:
            return _at(of_cell(context.day.shift(1)), code)
        if context.article is None:
            return _at(unknown("day"), code)
        return _at(of_cell(cell_of("day", context.article).shift(steps)), code)
    if shape.relation is not None:
        steps = {"following": 1, "subsequent": 1, "previous": -1, "preceding": -1}.get(
            shape.relation, 0
        )
        day = context.day or (cell_of("day", context.article) if context.article else None)
        return _at(of_cell(day.shift(steps)) if day else unknown("day"), code)
    return _at(context.day_in_view(shape), code)


def _joined(shape: Joined, context: Context) -> Value | None:
    ends = joined_ends(shape, context)
    return between(*ends) if ends else None


def joined_ends(shape: Joined, context: Context) -> tuple[Value, Value] | None:
    """Resolve the two ends of a joined period; "now" is the article's day there."""
    begin = _end(shape.begin, context)
    if begin is None:
        return None
    with context.after(begin):
        end = _end(shape.end, context)
    return (begin, end) if end else None


def _end(shape: Shape, context: Context) -> Value | None:
    if isinstance(shape, Ref) and context.article is not None:
        return of_cell(cell_of("day", context.article))
    return resolve(shape, context)


def _same_period(shape: SamePeriod, context: Context) -> Value | None:
    """Move the period in focus to another year: "the same period in 2024"."""
    year = resolve(shape.within, context) if shape.within else None
    cells = context.pair if context.pair_at == context.focus_at and context.pair else None
    if (
        cells is None
        and context.focus
        and RANK[context.focus.unit] < RANK["year"]
        and context.focus.unit in ("month", "quarter", "half", "season")
    ):
        cells = (context.focus, context.focus)
    if cells is None or (shape.within is not None and (year is None or year.cell is None)):
        return year
    moved: list[Cell] = []
    for cell in cells:
        own = coarsen(cell, "year")
        if own is None:
            return year
        steps = (
            year.cell.index - (coarsen(cells[-1], "year") or own).index if year and year.cell else 0
        )
        target = move(cell, "year", steps)
        if target is None:
            return year
        moved.append(target)
    if moved[0] == moved[1]:
        return of_cell(moved[0])
    return between(of_cell(moved[0]), of_cell(moved[1]))
