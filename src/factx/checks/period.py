"""PER: periods, weekdays and calendar dates."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from factx.checks.base import Check, Checked
from factx.checks.calendar import ImpossibleDate, Weekday
from factx.checks.duration import Duration
from factx.checks.tense import TenseAndDate
from factx.checks.tied import between_levels, date, days, length
from factx.checks.verdict import verdict
from factx.checks.view import View
from factx.checks.wording import Words, quoted, said
from factx.model import Claim, Date, Mention, Quantity

_LABEL = re.compile(r"(?:[0-9]{4}|XXXX)-(?:Q[1-4]|H[12])")
_MONTHS = re.compile(r"(?:[0-9]{4}|XXXX)-[0-9]{2}/(?:[0-9]{4}|XXXX)-[0-9]{2}")
_BARE = frozenset({"the quarter", "the half"})  # over which something else moved
_UNLIKE = 1.2
_LEAST = 7  # days over which something is counted
_LENGTHS = {"D": 1, "W": 7, "M": 30, "Y": 365}
_SEASON = len("2008/2009")
_BACK = ("ago", "before")
_APPOSED = len(", between ")


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
        for label, months in pairwise(view.dates):
            if _is_label(label) and _MONTHS.fullmatch(months.timex) and _said_again(label, months):
                yield from self._compared(view, label, months)
        for tie in view.ties("span"):
            first, second = date(view, tie, "label"), date(view, tie, "months")
            if first is not None and second is not None:
                yield from self._compared(view, first, second)
        for claims in view.sentences.values():
            figures = [c for c in claims if c.relation not in ("change", "ratio", "share")]
            based = any(c.baseline is not None and c.baseline.quantity for c in figures)
            if len(figures) == 1 and not based:
                yield from self._said_of(view, figures[0])

    def _said_of(self, view: View, claim: Claim) -> Iterator[Checked]:
        """Test the label and the months of a sentence with one figure."""
        sentence = claim.sentence
        dates = [d for d in view.dates if sentence.start <= d.start < sentence.end]
        labels = [d for d in dates if _LABEL.fullmatch(d.timex) and d.text.lower() not in _BARE]
        years = {label.timex[:4] for label in labels} | {"XXXX"}
        given = [d for d in dates if _MONTHS.fullmatch(d.timex) and d.timex[:4] in years]
        if len(labels) == len(given) == 1 and not _said_again(labels[0], given[0]):
            yield from self._compared(view, labels[0], given[0], view.mentions[claim.mention])

    def _compared(
        self, view: View, label: Date, months: Date, figure: Mention | None = None
    ) -> Iterator[Checked]:
        """Test months against a label: beside a figure they may lie inside, in apposition not."""
        named, given = _month_span(label), _month_span(months)
        if named is None or given is None:
            return
        if figure is not None and (given[0] > named[1] or given[1] < named[0]):
            return
        inside = named[0] <= given[0] and given[1] <= named[1]
        what = said(figure.text) if figure is not None else "one figure"
        fact = f"{what} is given for {quoted(label.text)} and for {quoted(months.text)}"
        yield verdict(
            self,
            view,
            holds=named == given if figure is None else inside,
            words=Words(f"{fact}, which are not the same period", f"{fact}, which agree"),
            operands=[
                (label, "period"),
                (months, "period"),
                *([(figure, "figure")] if figure is not None else []),
            ],
        )


def _is_label(date: Date) -> bool:
    """Tell "the second quarter" and "the first nine months" from the months by name."""
    if _LABEL.fullmatch(date.timex):
        return True
    said = date.text.lower().split()
    return _MONTHS.fullmatch(date.timex) is not None and not {"months", "quarters"}.isdisjoint(said)


def _said_again(label: Date, months: Date) -> bool:
    """Tell months in apposition: "the first quarter (April-June)", "the second quarter, from …"."""
    return 0 < months.start - label.end <= _APPOSED and not _is_label(months)


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
        for found, new, old in between_levels(view):
            if found.shares:
                continue  # rates of growth may well be told over unlike periods
            spans = [_span_of(view, level.mention) for level in (new, old)]
            if None in spans or spans[0] == spans[1]:
                continue
            after, before = (days for _, days in filter(None, spans))
            fact = f"{new} is for {after} days and {old} for {before}"
            yield verdict(
                self,
                view,
                holds=max(after, before) <= min(after, before) * _UNLIKE,
                words=Words(
                    f"{fact}, which are periods of unlike length",
                    f"{fact}, which are periods of like length",
                ),
                operands=[(new.mention, "new"), (old.mention, "old")],
            )


def _span_of(view: View, level: Quantity) -> tuple[str, int] | None:
    """Return the period that stands by a level, with its days: "210 in the six weeks to May"."""
    claim = view.claim(level)
    stop = claim.sentence.end if claim is not None else level.end
    rivals = [q.start for q in view.quantities if q.start > level.start]
    stop = min([stop, *rivals])
    dates = [when for when in view.dates if level.end <= when.start < stop]
    if claim is not None and claim.period is not None and claim.period.explicit:
        dates += filter(None, [view.period(claim)])
    for when in dates:
        if when.text.lower().split()[-1] in _BACK:
            return None  # "a year ago", "the year before": of the length of what it lies before
        long = _long(when)
        if long is not None and (claim is None or not _is_tied(claim, when)):
            return when.id, long
    return None


def _is_tied(claim: Claim, date: Date) -> bool:
    """Tell a limit, "seen within four weeks", and a date of which one part is meant.

    "The same half of 2024" is as long as the half that was told before.
    """
    said = claim.sentence
    before = said.text[: date.start - said.start].split()
    return before[-1:] == ["within"] or "same" in before[-3:]


def _long(date: Date) -> int | None:
    """Return how many days a date or a plain duration is long."""
    said = date.text.lower().replace("-", " ").split()
    if "same" in said:
        return None  # "the same half of 2024"
    if date.timex_type == "DURATION":
        count, unit = length(date) or (0, "")
        return count * _LENGTHS[unit] if unit in _LENGTHS else None
    if date.timex_type != "DATE" or (span := days(date)) is None:
        return None
    long = (span[1] - span[0]).days + 1
    season = len(date.text) <= _SEASON and date.text[:1].isdigit()
    if season and span[1].year == span[0].year + 1:
        long = _LENGTHS["Y"]  # "2008/09", a year from one to the next
    # a level at the end of a year, or on a day, is that of a moment
    return long if date.mod not in ("START", "MID", "END") and long >= _LEAST else None


CHECKS: tuple[type[Check], ...] = (
    PeriodLabel,
    Weekday,
    ImpossibleDate,
    Duration,
    TenseAndDate,
    UnlikePeriods,
)
