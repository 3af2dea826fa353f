"""PER: periods, weekdays and calendar dates."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from factx.checks.base import Check, Checked
from factx.checks.calendar import ImpossibleDate, Weekday
from factx.checks.judge import finding
from factx.checks.tied import change
from factx.checks.view import View
from factx.checks.wording import quoted
from factx.model import Claim, Date, DatePart, Operand, Tie

_HALF_YEAR = dt.timedelta(days=183)
_LABEL = re.compile(r"[0-9]{4}-(?:Q[1-4]|H[12])")
_MONTHS = re.compile(r"(?:[0-9]{4}|XXXX)-[0-9]{2}/(?:[0-9]{4}|XXXX)-[0-9]{2}")
_UNITS = {"Y": 12, "M": 1}
_UNLIKE = 1.2
_MOST_OVER = 0.75


class PeriodLabel(Check):
    """One count is given for two periods that are not the same.

    ## What it does
    Compares a named period ("the first quarter") with the months that the same clause gives for the
    same figure ("between January and May"). They must be equal, or the months lie inside.

    ## Why it matters
    The reader cannot tell which of the two the figure belongs to.

    ## Example
    - During the first quarter of 2025, 30,000 incidents were recorded between January and May 2025.

    ## Fine
    - During the first half of 2025, 30,000 incidents were recorded between January and June 2025.
    """

    code, name, severity = "PER01", "period-label", "warning"

    def run(self, view: View) -> Iterator[Checked]:
        """Test each sentence that names one period twice beside a single figure."""
        for claims in view.sentences.values():
            figures = [c for c in claims if c.relation not in ("change", "ratio", "share")]
            if len(figures) != 1 or (
                figures[0].baseline is not None and figures[0].baseline.quantity
            ):
                continue
            sentence = figures[0].sentence
            dates = [d for d in view.dates if sentence.start <= d.start < sentence.end]
            labels = [d for d in dates if _LABEL.fullmatch(d.timex)]
            years = {label.timex[:4] for label in labels} | {"XXXX"}
            months = [d for d in dates if _MONTHS.fullmatch(d.timex) and d.timex[:4] in years]
            if len(labels) == len(months) == 1:
                yield from self._compared(view, figures[0], labels[0], months[0])

    def _compared(self, view: View, claim: Claim, label: Date, months: Date) -> Iterator[Checked]:
        named, given = _month_span(label), _month_span(months)
        if named is None or given is None or given[0] > named[1] or given[1] < named[0]:
            return
        figure = view.mentions[claim.mention]
        message = (
            f"{quoted(figure.text)} is given for {quoted(label.text)} and for "
            f"{quoted(months.text)}, which are not the same period"
        )
        found = finding(
            self,
            view,
            message=message,
            operands=[(label, "period"), (months, "period"), (figure, "figure")],
        )
        yield Checked(found, holds=named[0] <= given[0] and given[1] <= named[1])


def _month_span(date: Date) -> tuple[int, int] | None:
    """Return the first and last month of a period within a year."""
    value = date.timex
    if _LABEL.fullmatch(value):
        size = 3 if value[5] == "Q" else 6
        last = int(value[6]) * size
        return last - size + 1, last
    first, _, end = value.partition("/")
    months = int(first[-2:]), int(end[-2:])
    return months if months[0] <= months[1] else None


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
        if start.first is None or end.last is None or len(start.timex) != len(end.timex):
            return
        message = f"the period ends in {quoted(end.text)}, before it begins in {quoted(start.text)}"
        spans = [
            Operand(view.source, part.start, part.end, part.text, role)
            for part, role in ((start, "start"), (end, "end"))
        ]
        found = finding(self, view, message=message, operands=[], spans=spans)
        yield Checked(found, holds=start.first <= end.last)

    def _long(
        self, view: View, tie: Tie, bounds: tuple[dt.date, dt.date], length: Date
    ) -> Iterator[Checked]:
        stated = _months(length)
        first, last = bounds
        if stated is None or first > last:
            return
        least = (last.year - first.year) * 12 + last.month - first.month
        unit = _UNITS[length.timex[-1]]
        # Both ends may count or neither: 2009 to 2021 is eleven to thirteen years.
        low, high = (least - unit, least + unit) if unit == 12 else (least - 1, least + 1)
        message = (
            f"from {first:%B %Y} to {last:%B %Y} are {max(low, 0) // unit} to {high // unit} "
            f"{'years' if unit == 12 else 'months'}, which disagrees with {quoted(length.text)}"
        )
        others = [(d, m.role) for m in tie.members if (d := view.date(m.mention)) is not None]
        found = finding(self, view, message=message, operands=others)
        yield Checked(found, holds=low <= stated <= high)


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


class TenseAndDate(Check):
    """A plan is still a plan although its time is over.

    ## What it does
    Compares the period of what is planned with the day of the article, or, where it has none, with
    what the article reports as done: figures for January to November tell that the year is over, or
    nearly so.

    ## Why it matters
    Text taken over from an older article keeps its tense.

    ## Example
    - LISBON, 10 January 2025 — The company plans to open three centers in 2023, the ministry said.

    ## Fine
    - LISBON, 10 January 2025 — The company plans to open three centers in 2026, the ministry said.
    """

    code, name, severity = "PER05", "tense-and-date", "info"

    def run(self, view: View) -> Iterator[Checked]:
        """Test each planned figure with a period."""
        known = view.document.date
        latest = known or _latest(view)
        for claim in view.document.claims:
            period = view.period(claim)
            if claim.modality != "plan" or period is None or claim.period is None or latest is None:
                continue
            first, last = period.first, period.last
            if first is None or last is None or not claim.period.explicit:
                continue
            over = (
                latest > last
                if known is not None
                else latest > first + (last - first) * _MOST_OVER and last - first > _HALF_YEAR
            )
            figure = view.mentions[claim.mention]
            message = (
                f"{quoted(figure.text)} is a plan for {quoted(period.text)}, and the article knows "
                f"of {latest:%B %Y}"
            )
            found = finding(
                self, view, message=message, operands=[(figure, "plan"), (period, "period")]
            )
            yield Checked(found, holds=not over)


def _latest(view: View) -> dt.date | None:
    """Return the last day for which the article reports figures as facts, two at least."""
    days = [
        period.last
        for claim in view.document.claims
        if claim.modality == "actual"
        and (period := view.period(claim)) is not None
        and period.last is not None
        and period.first is not None
        and period.last - period.first < _HALF_YEAR * 2
    ]
    # One date alone may be that of a target taken for a fact.
    return sorted(days)[-2] if len(days) > 1 else None


class UnlikePeriods(Check):
    """Two figures are compared although their periods differ in length.

    ## What it does
    Compares the lengths of the periods that a comparison gives for its two levels.

    ## Why it matters
    A quarter against a half-year, or eleven months against a year, makes any growth.

    ## Example
    - Sales were 560 units in the first half of 2023, compared with 300 units in the first quarter of
      2022.

    ## Fine
    - Sales were 560 units in the first half of 2023, compared with 500 units in the first half of
      2022.
    """

    code, name, severity = "PER06", "unlike-periods", "info"

    def run(self, view: View) -> Iterator[Checked]:
        """Test each comparison whose levels both have a period of their own."""
        for tie in view.ties("change"):
            levels = change(view, tie).levels
            if levels is None:
                continue
            claims = [view.claim(level.mention) for level in levels]
            dates = [view.period(claim) for claim in claims]
            lengths = [_days(date) for date in dates if date is not None]
            explicit = all(c and c.period and c.period.explicit for c in claims)
            if not explicit or len(lengths) != 2 or None in lengths or dates[0] is dates[1]:
                continue
            short, long = sorted(length for length in lengths if length is not None)
            message = (
                f"{quoted(levels[0].mention.text)} and {quoted(levels[1].mention.text)} are for "
                f"periods of unlike length, {long} and {short} days"
            )
            operands = [(level.mention, level.role) for level in levels]
            found = finding(self, view, message=message, operands=operands)
            yield Checked(found, holds=long <= short * _UNLIKE)


def _days(date: Date) -> int | None:
    if date.first is None or date.last is None:
        return None
    return (date.last - date.first).days + 1


CHECKS: tuple[type[Check], ...] = (
    PeriodLabel,
    Weekday,
    ImpossibleDate,
    Duration,
    TenseAndDate,
    UnlikePeriods,
)
