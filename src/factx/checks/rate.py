"""RAT05: a total, what it is spread over, and the rate."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from factx.checks.base import Check, Checked
from factx.checks.figures import Figure
from factx.checks.judge import Relation, Sides, judge
from factx.checks.readings import divide, exactly
from factx.checks.tied import one
from factx.checks.view import View
from factx.checks.wording import number, quoted
from factx.intervals import Reading
from factx.model import Date


class RateMismatch(Check):
    """A total, what it is spread over and the rate stated for it disagree.

    ## What it does
    Divides the total by the days, weeks or people beside it and compares with the rate that sums it
    up: "480 tonnes in 30 days, or 16 a day".

    ## Why it matters
    Rates are computed by hand, on deadline.

    ## Example
    - The plant made 480 tonnes in 30 days, or 61 a day.
    - They paid 1,200 euros for 40 people, or 50 euros each.

    ## Fine
    - The plant made 480 tonnes in 30 days, or 16 a day.
    - They paid 1,200 euros for 40 people, or 30 euros each.
    """

    code, name, severity = "RAT05", "rate-mismatch", "warning"

    def run(self, view: View) -> Iterator[Checked]:
        """Test each rate that comes with its total and divisor."""
        for tie in view.ties("rate"):
            total, rate, count = (one(view, tie, role) for role in ("total", "rate", "count"))
            if total is None or rate is None:
                continue
            if count is not None and count.value > 0:
                yield judge(self, view, _rate_relation(total, rate, count.reading, count))
                continue
            span = next((view.date(m.mention) for m in tie.members if m.role == "span"), None)
            length = _length(span)
            if length is not None and span is not None:
                relation = _rate_relation(total, rate, exactly(length), None)
                yield judge(self, view, replace(relation, others=[(span, "span")]))


def _length(span: Date | None) -> Decimal | None:
    """Return the length of a plain duration in its own unit: 30 for P30D."""
    value = span.timex[1:-1] if span is not None else ""
    return Decimal(value) if value.isdigit() and int(value) > 0 else None


def _rate_relation(total: Figure, rate: Figure, divisor: Reading, count: Figure | None) -> Relation:
    figures = (total, rate) if count is None else (total, rate, count)

    def equation(figures: Sequence[Figure]) -> Sides:
        over = figures[2].reading if len(figures) > 2 else divisor
        return Sides(divide(figures[0].reading, over), figures[1].reading, figures[1].value)

    middle = count.value if count is not None else divisor.nominal.low or Decimal(1)
    fact = (
        f"{quoted(total.mention.text)} shared over {number(middle)} is "
        f"{number(total.value / middle)}"
    )
    return Relation(
        figures=figures,
        equation=equation,
        message=f"{fact}, which disagrees with {quoted(rate.mention.text)}",
        agreement=f"{fact}; the text says {quoted(rate.mention.text)}",
        arithmetic=f"{number(total.value)} / {number(middle)} = {number(total.value / middle)}",
    )
