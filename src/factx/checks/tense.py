"""PER05: plans whose time is over."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from factx.checks.base import Check, Checked
from factx.checks.judge import finding
from factx.checks.view import View
from factx.checks.wording import quoted

_HALF_YEAR = dt.timedelta(days=183)
_MOST_OVER = 0.75


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
