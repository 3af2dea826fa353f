"""PER: periods, weekdays and calendar dates."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factx.checks.base import Check, Checked
from factx.checks.calendar import ImpossibleDate, Weekday
from factx.checks.duration import Duration
from factx.checks.judge import finding
from factx.checks.tense import TenseAndDate
from factx.checks.tied import change
from factx.checks.view import View
from factx.checks.wording import quoted
from factx.model import Claim, Date

_LABEL = re.compile(r"[0-9]{4}-(?:Q[1-4]|H[12])")
_MONTHS = re.compile(r"(?:[0-9]{4}|XXXX)-[0-9]{2}/(?:[0-9]{4}|XXXX)-[0-9]{2}")
_UNLIKE = 1.2


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
