"""PER04: periods that end before they begin, or are not as long as stated."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from decimal import Decimal

from factx.checks.base import Check, Checked
from factx.checks.tied import date
from factx.checks.verdict import verdict
from factx.checks.view import View
from factx.checks.wording import Words, beside, counted, quoted
from factx.model import Date, DatePart, Tie

_DAY = re.compile(r"XXXX-([0-9]{2}|XX)-([0-9]{2})")
_LATER = re.compile("[/T]")
_ANY = 2001  # for days that lack their year
_UNITS = {"Y": "year", "M": "month", "W": "week", "D": "day"}
_DAYS = 10  # letters of a day: 2025-05-03


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
            start, end, whole = (date(view, tie, role) for role in ("start", "end", "whole"))
            if start is not None and end is not None:
                yield from self._ordered(view, start, end)
            period = _period(start or whole, end or whole)
            if period is not None:
                yield from self._long(view, tie, *period)

    def _ordered(
        self, view: View, start: Date | DatePart, end: Date | DatePart
    ) -> Iterator[Checked]:
        if len(start.timex) != len(end.timex):
            return
        if start.first is None or end.last is None:
            # without a year only days of one month can be out of order
            first, last = _DAY.fullmatch(start.timex), _DAY.fullmatch(end.timex)
            if not (first and last and first[1] == last[1] != "XX"):
                return
            holds = first[2] <= last[2]
        else:
            holds = start.first <= end.last
        begins, ends = _named(start), _named(end)
        yield verdict(
            self,
            view,
            holds=holds,
            words=Words(
                f"the period ends with {ends}, before it begins with {begins}",
                f"the period begins with {begins} and ends with {ends}",
            ),
            operands=[(start, "start"), (end, "end")],
        )

    def _long(self, view: View, tie: Tie, first: dt.date, last: dt.date) -> Iterator[Checked]:
        stated = date(view, tie, "length")
        count, unit = _lasted(stated)
        if stated is None or stated.mod is not None or unit not in _UNITS:
            return
        ends = [d for m in tie.members if m.role != "length" and (d := view.date(m.mention))]
        if unit in "DW" and any(len(_LATER.split(end.timex)[0]) != _DAYS for end in ends):
            return
        years, days = last.year - first.year, (last - first).days
        months = years * 12 + last.month - first.month
        passed = {"Y": years, "M": months, "W": days // 7, "D": days}[unit]
        # Both ends may count or neither: 2009 to 2021 is eleven to thirteen years.
        shown = {"Y": "%Y", "M": "%B %Y"}.get(unit, "%d %B")
        period = f"{first:{shown}} to {last:{shown}}".removeprefix("0").replace(" 0", " ")
        fact = f"{period} is {counted(Decimal(passed), _UNITS[unit])}, give or take one"
        others = [(d, m.role) for m in tie.members if (d := view.date(m.mention)) is not None]
        yield verdict(
            self,
            view,
            holds=abs(count - passed) <= 1,
            words=beside(fact, f'"{quoted(stated.text)}"'),
            operands=others,
        )


def _period(start: Date | None, end: Date | None) -> tuple[dt.date, dt.date] | None:
    """Return the days that a period begins and ends on; without a year, in one year or two."""
    if start is None or end is None:
        return None
    first, last = start.first, end.last
    if first is None and last is None:
        first = _in_year(start.timex.partition("/")[0], start)
        last = _in_year(end.timex.rpartition("/")[2], start)
        if first is not None and last is not None and last < first:
            last += dt.timedelta(days=365)
    return None if first is None or last is None or last < first else (first, last)


def _in_year(timex: str, start: Date) -> dt.date | None:
    """Return a day without its year in a year like any other: 3 June, and the 11th behind it."""
    match, month = _DAY.match(timex), start.timex[5:7]
    if match is None or month == "XX":
        return None
    try:
        return dt.date(_ANY, int(month if match[1] == "XX" else match[1]), int(match[2]))
    except ValueError:
        return None


def _lasted(stated: Date | None) -> tuple[Decimal, str]:
    """Return a length by its number, which may be broken, and its unit: 7.5 and Y."""
    value = stated.timex[1:-1] if stated is not None else ""
    if stated is None or not value.replace(".", "", 1).isdecimal() or not value[0].isdecimal():
        return Decimal(0), ""
    return Decimal(value), stated.timex[-1]


def _named(part: Date | DatePart) -> str:
    """Return the words of one end of a period; "26" of "2025-26" is 2026."""
    return part.timex if part.text.isdigit() and part.timex.isdigit() else quoted(part.text)
