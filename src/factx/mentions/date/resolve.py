"""Resolve shapes into values: by the article's day, by the dates before them, by tense.

Text order matters: each resolved date becomes the focus that "the same month" and "a year earlier"
lean on.
"""

from __future__ import annotations

from dataclasses import replace

from factx.mentions.date import distances, lengths
from factx.mentions.date.calendar import Cell, cell_of, coarsen, move
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
from factx.mentions.date.values import Value, between, ending, narrow, nth, of_cell, unknown


def resolve(shape: Shape, context: Context) -> Value | None:
    """Return the value of a shape, None where it turns out to say nothing."""
    if isinstance(shape, Named):
        value: Value | None = named(shape, context, lambda part: resolve(part, context))
    elif isinstance(shape, Shift):
        value = distances.shift(shape, context, lambda part: resolve(part, context))
    elif isinstance(shape, Length):
        value = Value("DURATION", lengths.length(shape.amounts))
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
        if day and value.first and value.last and value.first <= day <= value.last:
            return replace(value, last=day) if word == "earlier" else replace(value, first=day)
        return value
    if shape.mod == "END" and value.last and _is_deadline(shape, context):
        return replace(value, first=value.last)
    if day and value.first and value.last and _is_rest(shape, context):
        return replace(value, first=day) if value.first <= day <= value.last else value
    return narrow(value, shape.mod)


def _is_rest(shape: Shape, context: Context) -> bool:
    """Tell "the rest of the year", which begins with the article's day."""
    view = context.view
    return view.word(shape.first - 1) == "of" and view.among(shape.first - 2, "rest")


def _is_deadline(shape: Shape, context: Context) -> bool:
    """Tell "by the end of the year", which is its last day, from "late in the year"."""
    view = context.view
    words = view.lower[shape.first : shape.stop]
    return view.among(shape.first - 1, "up_to") and any(w[:4] in ("end", "end-") for w in words)


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
    if ends is None:
        return None
    if isinstance(shape.begin, Length) and ends[1].timex_type == "DATE":
        long = lengths.months(shape.begin), lengths.days(shape.begin)
        return ending(*long, ends[1]) or ends[1]
    return between(*ends)


def joined_ends(shape: Joined, context: Context) -> tuple[Value, Value] | None:
    """Resolve the two ends of a joined period; "now" is the article's day there."""
    if isinstance(shape.begin, Clock) and isinstance(shape.end, Clock):
        return _hours(shape.begin, shape.end, context)
    begin = _end(shape.begin, context)
    if begin is None:
        return None
    with context.after(begin):
        end = _end(shape.end, context)
    return (begin, end) if end else None


def _hours(begin: Clock, end: Clock, context: Context) -> tuple[Value, Value]:
    """Resolve "from 10 p.m. to 6 a.m.": a habit, unless a day is named beside it."""
    if begin.on is None and end.on is None and not context.same_sentence(context.day_at, begin):
        habit = [Value("TIME", clock.time + "Z" * clock.utc) for clock in (begin, end)]
        return habit[0], habit[1]
    first, last = _clock(begin, context), _clock(end, context)
    if last.cell and first.cell == last.cell and end.time < begin.time:  # past midnight
        last = _at(of_cell(last.cell.shift(1)), last.timex[last.timex.index("T") :])
    return first, last


def _end(shape: Shape, context: Context) -> Value | None:
    if isinstance(shape, Ref) and context.article is not None:
        return of_cell(cell_of("day", context.article))
    return resolve(shape, context)


def _same_period(shape: SamePeriod, context: Context) -> Value | None:
    """Move the period in focus to another year: "the same period in 2024"."""
    cells = context.pair if context.pair_at == context.focus_at else None
    if cells is None and (period := context.period_in_view(shape)):
        cells = (period, period)
    year = resolve(shape.within, context) if shape.within else None
    if cells is None:
        return year
    steps = _years_away(shape, cells[-1], year, context)
    ends = [move(cell, "year", steps) for cell in cells] if steps is not None else []
    if not ends or ends[0] is None or ends[1] is None:
        return year
    return of_cell(ends[0]) if ends[0] == ends[1] else between(of_cell(ends[0]), of_cell(ends[1]))


def _years_away(
    shape: SamePeriod, period: Cell, year: Value | None, context: Context
) -> int | None:
    """Return how many years "the same period" lies from the one in focus."""
    within = shape.within
    if within is None:
        return 0
    if (
        isinstance(within, Shift)
        and within.unit == "year"
        and (within.anchor == "text" or context.article is None)
    ):
        return within.steps
    own = coarsen(period, "year")
    if own is None or year is None or year.cell is None or year.cell.unit != "year":
        return None
    return year.cell.index - own.index
