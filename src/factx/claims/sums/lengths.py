"""Lengths of time as figures: "21 days" and "84.1 years" are levels like any other."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from factx.claims.sums.line import Figure, Line, edges
from factx.intervals import half_step
from factx.model import Date, Quantity
from factx.nlp.cues import hedge
from factx.nlp.tokens import Tokens

_LENGTH = re.compile(r"P(T?)([0-9]{1,6}(?:\.[0-9]{1,4})?)([YMWDHS])")
_MIXED = re.compile(r"P(?:T([0-9]{1,4})H([0-9]{1,2})M|([0-9]{1,4})Y([0-9]{1,2})M)")
_UNITS = {"Y": "year", "M": "month", "W": "week", "D": "day", "TH": "hour", "TM": "minute"}


def plain(date: Date | None) -> tuple[Decimal, str] | None:
    """Return a length of time in one unit: 30 and D for P30D, 12 and TH for PT12H, 92 and TM for PT1H32M."""
    if date is None or date.timex_type != "DURATION":
        return None
    if (mixed := _MIXED.fullmatch(date.timex)) is not None:
        hours, minutes, years, months = (Decimal(each or 0) for each in mixed.groups())
        return (hours * 60 + minutes, "TM") if mixed[1] else (years * 12 + months, "M")
    found = _LENGTH.fullmatch(date.timex)
    return (Decimal(found[2]), found[1] + found[3]) if found is not None else None


def quantity(date: Date) -> Quantity | None:
    """Return a length of time as a quantity of its unit, with the id of the date."""
    number, symbol = plain(date) or (Decimal(0), "")
    unit = _UNITS.get(symbol)
    if unit is None or date.mod is not None or "full" in date.text.lower():
        return None  # "for the full year it came to 61"
    half = half_step(number) if number.as_tuple().exponent else Decimal(0)
    low, high = number - half, number + half
    return Quantity(date.id, date.text, date.start, date.end, "measure", number, low, high, unit)


def is_length(quantity: Quantity) -> bool:
    """Tell a length of time, which no bare number is of."""
    return quantity.kind == "measure" and quantity.unit in _UNITS.values()


def with_lengths(tokens: Tokens, lines: Sequence[Line], dates: list[Date]) -> list[Line]:
    """Return the sentences with their lengths of time, also those that have no other figure."""
    found = {line.start: line for line in lines}
    for date in dates:
        at = tokens.at(date.start)
        if date.timex_type == "DURATION" and tokens.kind(at) != "furniture":
            start, stop = edges(tokens, at)
            found.setdefault(start, Line(tokens, start, stop, [], dates))
    return [timed(found[start]) for start in sorted(found)]


def timed(line: Line) -> Line:
    """Return a sentence with its lengths of time among its figures."""
    found = list(line.figures)
    for date, first, stop in line.durations:
        if (length := quantity(date)) is not None and not _is_far(line, first, stop):
            found.append(Figure(length, first, stop, hedge(line.tokens, first, stop)[1]))
    found.sort(key=lambda figure: figure.first)
    return Line(line.tokens, line.start, line.stop, found, line.dates)


def _is_far(line: Line, first: int, stop: int) -> bool:
    """Tell "three years ago" and "over the last 16 years", which say when."""
    return line.word(stop) in ("ago", "earlier", "later", "before", "after") or line.word(
        first - 1
    ) in ("last", "past", "next", "previous", "coming", "every")
