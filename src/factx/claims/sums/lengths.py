"""Lengths of time as figures: "21 days" and "84.1 years" are levels like any other."""

from __future__ import annotations

import re
from decimal import Decimal

from factx.claims.sums.line import Figure, Line
from factx.intervals import half_step
from factx.model import Date, Quantity
from factx.nlp.cues import hedge

_LENGTH = re.compile(r"P(T?)([0-9]{1,6}(?:\.[0-9]{1,4})?)([YMWDHS])")
_UNITS = {"Y": "year", "M": "month", "W": "week", "D": "day", "TH": "hour", "TM": "minute"}


def plain(date: Date | None) -> tuple[Decimal, str] | None:
    """Return a length of time in one unit: 30 and D for P30D, 12 and TH for PT12H."""
    if date is None or date.timex_type != "DURATION":
        return None
    found = _LENGTH.fullmatch(date.timex)
    return (Decimal(found[2]), found[1] + found[3]) if found is not None else None


def quantity(date: Date) -> Quantity | None:
    """Return a length of time as a quantity of its unit, with the id of the date."""
    number, symbol = plain(date) or (Decimal(0), "")
    unit = _UNITS.get(symbol)
    if unit is None or date.mod is not None:
        return None
    half = half_step(number) if number.as_tuple().exponent else Decimal(0)
    low, high = number - half, number + half
    return Quantity(date.id, date.text, date.start, date.end, "measure", number, low, high, unit)


def is_length(quantity: Quantity) -> bool:
    """Tell a length of time, which no bare number is of."""
    return quantity.kind == "measure" and quantity.unit in _UNITS.values()


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
