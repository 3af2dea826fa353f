"""PER04: periods that end before they begin, or are not as long as stated."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from factx.checks.base import Check, Checked
from factx.checks.judge import verdict
from factx.checks.view import View
from factx.checks.wording import quoted
from factx.model import Date, DatePart, Tie

_DAY = re.compile(r"XXXX-([0-9]{2})-([0-9]{2})")
_UNITS = {"Y": 12, "M": 1}


class Duration(Check):
    """A period ends before it begins, or is not as long as stated.

    ## What it does
    Compares the two dates of "from … to …" and "between … and …", and the length that the text
    states behind them. A length may count the first year or not.

    ## Why it matters
    A swapped or mistyped year turns a term of office into nonsense.

    ## Example
    - She was mayor from 2018 to 2014, before she moved to the ministry.
    - The mine was open from 2009 to 2021, twenty years, and employed 300 people.

    ## Fine
    - She was mayor from 2014 to 2018, before she moved to the ministry.
    - The mine was open from 2009 to 2021, twelve years, and employed 300 people.
    """

    code, name, severity = "PER04", "duration", "warning"

    def run(self, view: View) -> Iterator[Checked]:
        """Test each pair of dates that begins and ends a period."""
        for joined in view.dates:
            if joined.parts is not None and len(joined.parts) == 2:
                yield from self._ordered(view, *joined.parts)
        for tie in view.ties("span"):
            parts = {
                m.role: date for m in tie.members if (date := view.date(m.mention)) is not None
            }
            start, end, length = parts.get("start"), parts.get("end"), parts.get("length")
            whole = parts.get("whole")
            if start is not None and end is not None:
                yield from self._ordered(view, start, end)
            bounds = _bounds(start, end, whole)
            if length is not None and bounds is not None:
                yield from self._long(view, tie, bounds, length)

    def _ordered(
        self, view: View, start: Date | DatePart, end: Date | DatePart
    ) -> Iterator[Checked]:
        if len(start.timex) != len(end.timex):
            return
        if start.first is None or end.last is None:
            # without a year only days of one month can be out of order
            first, last = _DAY.fullmatch(start.timex), _DAY.fullmatch(end.timex)
            if first is None or last is None or first[1] != last[1]:
                return
            holds = first[2] <= last[2]
        else:
            holds = start.first <= end.last
        begins, ends = _named(start), _named(end)
        spans = [view.operand(part, role) for part, role in ((start, "start"), (end, "end"))]
        yield verdict(
            self,
            view,
            holds=holds,
            message=f"the period ends in {ends}, before it begins in {begins}",
            agreement=f"{begins} comes before {ends}",
            operands=[],
            spans=spans,
        )

    def _long(
        self, view: View, tie: Tie, bounds: tuple[dt.date, dt.date], length: Date
    ) -> Iterator[Checked]:
        stated = _months(length)
        first, last = bounds
        if stated is None or first > last:
            return
        unit = _UNITS[length.timex[-1]]
        least = (last.year - first.year) * 12
        least += last.month - first.month if unit == 1 else 0
        # Both ends may count or neither: 2009 to 2021 is eleven to thirteen years.
        low, high = (least - unit, least + unit) if unit == 12 else (least - 1, least + 1)
        fact = (
            f"from {first:%B %Y} to {last:%B %Y} are {max(low, 0) // unit} to {high // unit} "
            f"{'years' if unit == 12 else 'months'}"
        )
        others = [(d, m.role) for m in tie.members if (d := view.date(m.mention)) is not None]
        yield verdict(
            self,
            view,
            holds=low <= stated <= high,
            message=f"{fact}, which disagrees with {quoted(length.text)}",
            agreement=f"{fact}; the text says {quoted(length.text)}",
            operands=others,
        )


def _named(part: Date | DatePart) -> str:
    """Return the words of one end of a period; "26" of "2025-26" is 2026."""
    return part.timex if part.text.isdigit() and part.timex.isdigit() else quoted(part.text)


def _bounds(
    start: Date | None, end: Date | None, whole: Date | None
) -> tuple[dt.date, dt.date] | None:
    """Return the first and last day that a period names."""
    first = start.first if start is not None else whole.first if whole is not None else None
    last = end.last if end is not None else whole.last if whole is not None else None
    return None if first is None or last is None else (first, last)


def _months(length: Date) -> int | None:
    """Return a plain duration of years or months in months."""
    value = length.timex
    if value[:1] != "P" or value[-1:] not in _UNITS or not value[1:-1].isdigit():
        return None
    if length.mod is not None:
        return None
    return int(value[1:-1]) * _UNITS[value[-1]]
