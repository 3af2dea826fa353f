"""PER05: plans whose time is over."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from factx.checks.base import Check, Checked
from factx.checks.tied import days
from factx.checks.verdict import verdict
from factx.checks.view import View
from factx.checks.wording import Words, quoted, said
from factx.model import Date, Tie

_HALF_YEAR = dt.timedelta(days=183)
_MOST_OVER = 0.75


class TenseAndDate(Check):
    """What is to come lies in the past, or what is past lies ahead.

    ## What it does
    Compares the period of what is planned, or of what the past tense tells, with the day of the
    article, or, where it has none, with what the article reports as done: figures for January to
    November tell that the year is over, or nearly so.

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
        seen: set[str] = set()
        for tie in view.ties("tense"):
            dates = [date for m in tie.members if (date := view.date(m.mention)) is not None]
            for checked in self._told(view, tie, dates):
                seen.update(date.id for date in dates)
                yield checked
        known = view.document.date
        latest = known or _latest(view)
        for claim in view.document.claims:
            period = view.period(claim)
            explicit = claim.period is not None and claim.period.explicit
            if latest is None or period is None or period.id in seen or not explicit:
                continue
            if claim.modality != "plan" or (span := days(period)) is None:
                continue
            if period.timex[:4] not in period.text:
                continue  # which "1 January" or "end of July" is meant, the plan says
            first, last = span
            length = last - first
            nearly = length > _HALF_YEAR and latest > first + length * _MOST_OVER
            over = nearly if known is None else latest > last
            figure = view.mentions[claim.mention]
            fact = f"{said(figure.text)} is a plan for {quoted(period.text)}, and the article"
            knows, later = f"knows of {latest:%B %Y}", f"knows nothing later than {latest:%B %Y}"
            if known is not None:
                knows = later = f"is of {_day(known)}"
            yield verdict(
                self,
                view,
                holds=not over,
                words=Words(f"{fact} {knows}", f"{fact} {later}"),
                operands=[(figure, "plan"), (period, "period")],
            )

    def _told(self, view: View, tie: Tie, dates: list[Date]) -> Iterator[Checked]:
        """Test the verb of a date against the day of the article."""
        known, cue = view.document.date, tie.cue
        for date in dates:
            if known is None or cue is None or (span := days(date)) is None:
                continue
            ahead = tie.way == "up"
            wrong = span[1] < known if ahead else span[0] > known
            verb = quoted(cue.text)
            when = f"{quoted(date.text)} {'lies ahead' if ahead else 'is past'}"
            yield verdict(
                self,
                view,
                holds=not wrong,
                words=Words(
                    f'"{verb}" says that {when}, and the article is of {_day(known)}',
                    f'{when}, as seen from {_day(known)}, and the text says "{verb}"',
                ),
                operands=[(date, "period"), (cue, "verb")],
            )


def _day(day: dt.date) -> str:
    return f"{day.day} {day:%B %Y}"


def _latest(view: View) -> dt.date | None:
    """Return the last day for which the article reports figures as facts, two at least."""
    periods = [(view.period(claim), claim.modality == "actual") for claim in view.document.claims]
    planned = [period for period, actual in periods if not actual]
    told = (period for period, _ in periods if period not in planned)
    spans = (span for period in told if (span := days(period)) is not None)
    ends = sorted(last for first, last in spans if last - first < _HALF_YEAR * 2)
    # One date alone may be that of a target taken for a fact.
    return ends[-2] if len(ends) > 1 else None
