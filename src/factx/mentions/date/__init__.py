"""Dates and periods: a grammar finds them, the calendar and the text around them give the values.

``find(tokens)`` returns every date, time, duration and set of an article as TIMEX3 with its first
and last day. The stages: ``grammar`` reads shapes at cue words, ``join`` joins neighbours,
``resolve`` settles what they come to.
"""

from __future__ import annotations

from factx.mentions.date import lexicon
from factx.mentions.date.context import Context
from factx.mentions.date.grammar import shapes
from factx.mentions.date.join import join
from factx.mentions.date.resolve import joined_ends, resolve
from factx.mentions.date.shapes import Clock, Joined, Length, Named, Shape
from factx.mentions.date.values import Value
from factx.mentions.date.view import View
from factx.model import Date, DatePart
from factx.nlp.tokens import Tokens

_SINCE = 5  # words from "since" to a date: "since starting work in 2016"
_ENDS = {"since": "ON_OR_AFTER", "until": "ON_OR_BEFORE", "till": "ON_OR_BEFORE"}

__all__ = ["find"]


def find(tokens: Tokens) -> list[Date]:
    """Return the dates of an article in text order."""
    view = View(tokens, lexicon.load())
    joined = join(view, shapes(view))
    context = Context(view, joined)
    dates: list[Date] = []
    for shape in joined:
        value = resolve(shape, context)
        if value is None or _narrates(view, shape):
            continue
        parts = _parts(shape, context)
        context.note(shape, value)
        dates.append(_date(tokens, f"d{len(dates) + 1}", shape, value, parts))
    return dates


def _narrates(view: View, shape: Shape) -> bool:
    """Tell "One day when he left", which says no length of time, from "one day after the vote"."""
    first = shape.first
    if not isinstance(shape, Length) or view.word(first) != "one":
        return False
    if not view.among(first + 1, "some_day"):
        return False
    opens = first == 0 or not view.tokens.same_sentence(first - 1, first)
    return view.among(first - 1, "before_some_day") or (
        opens and view.among(first + 2, "after_some_day")
    )


def _date(
    tokens: Tokens, name: str, shape: Shape, value: Value, parts: tuple[DatePart, ...] | None
) -> Date:
    span = tokens.span(shape.first, shape.stop)
    return Date(
        name, span.text, span.start, span.end, value.timex_type, value.timex, _opening(tokens, shape, value) or shape.mod,
        value.first, value.last, parts,
    )  # fmt: skip


def _opening(tokens: Tokens, shape: Shape, value: Value) -> str | None:
    """Return the modifier of a date that is one end of a time: "since March", "until 2014".

    Words may stand between: "since about 2014", "since starting in 2016".
    """
    dated = value.timex_type in {"DATE", "TIME"} and not value.timex.endswith("_REF")
    if not dated or isinstance(shape, Joined):
        return None
    near = range(shape.first - 1, max(-1, shape.first - 1 - _SINCE), -1)
    at = next((i for i in near if tokens.lower[i] in _ENDS), None)
    if at is None or not tokens.same_sentence(at, shape.first):
        return None
    between = tokens.lower[at + 1 : shape.first]
    begun = bool(between) and tokens.lower[at] == "since" and between[0].endswith("ing")
    hedged = lexicon.load().approximations.keys() >= {*between}
    return _ENDS[tokens.lower[at]] if begun or hedged else None


def _parts(shape: Shape, context: Context) -> tuple[DatePart, ...] | None:
    """Return the ends of a joined period with their own spans and values."""
    if isinstance(shape, Clock) and shape.split and shape.on is not None:
        return _hour_and_day(shape, context)
    if not isinstance(shape, Joined):
        return None
    values = joined_ends(shape, context)
    if values is None or _shortened(context.view, shape.end):
        return None
    ends: list[DatePart] = []
    for part, value in zip((shape.begin, shape.end), values, strict=True):
        span = context.view.tokens.span(part.first, part.stop)
        ends.append(
            DatePart(
                span.text,
                span.start,
                span.end,
                value.timex_type,
                value.timex,
                value.first,
                value.last,
            )
        )
    return tuple(ends)


def _shortened(view: View, end: Shape) -> bool:
    """Tell whether the end of a period is no date by itself: the "26" of "2025-26"."""
    alone = end.stop - end.first == 1
    return (
        isinstance(end, Named)
        and alone
        and view.lower[end.first].isdecimal()
        and end.unit == "year"
        and len(view.lower[end.first]) < 4
    )


def _hour_and_day(shape: Clock, context: Context) -> tuple[DatePart, ...] | None:
    """Return "8 p.m." and "Friday" of "8 p.m. on Friday"."""
    value, day = resolve(shape, context), resolve(shape.on, context) if shape.on else None
    if value is None or day is None or shape.on is None:
        return None
    words = context.view.lower
    stop = shape.on.first
    while stop - 1 > shape.first and words[stop - 1] in ("on", ",", "the", "in", "of"):
        stop -= 1
    spans = (
        context.view.tokens.span(shape.first, stop),
        context.view.tokens.span(shape.on.first, shape.on.stop),
    )
    return tuple(
        DatePart(span.text, span.start, span.end, v.timex_type, v.timex, v.first, v.last)
        for span, v in zip(spans, (value, day), strict=True)
    )
