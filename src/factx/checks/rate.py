"""RAT05: a total, what it is spread over, and the rate."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from factx.checks.base import Check, Checked
from factx.checks.figures import Figure
from factx.checks.judge import judge
from factx.checks.readings import divide, exactly, scale, within
from factx.checks.relation import Equation, Relation, Sides
from factx.checks.tied import date, length, one
from factx.checks.units import factor
from factx.checks.view import View
from factx.checks.wording import beside, number, quoted, written
from factx.intervals import Reading, half_step
from factx.model import Date, Tie

# A length may be counted in a finer unit than its own: a week has seven days.
_FINER = {("W", "day"): 7, ("D", "hour"): 24, ("Y", "month"): 12, ("Y", "week"): 52}


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
            span = date(view, tie, "span")
            over, what = (count.value, str(count)) if count is not None else _lasted(span, tie)
            if total is None or rate is None or over <= 0:
                continue
            figures = (total, rate) if count is None else (total, rate, count)
            size = factor(total.mention, rate.mention) or Decimal(1)
            each = total.value * size / over
            relation = Relation(
                figures=figures,
                equation=_spread(size, None if count is not None else over),
                words=beside(f"{total} shared over {what} is {written(each, rate.mention)}", rate),
                arithmetic=f"{number(total.value * size)} / {number(over)} = {number(each)}",
                others=[(span, "span")] if span is not None and count is None else [],
            )
            yield judge(self, view, relation)


def _lasted(span: Date | None, tie: Tie) -> tuple[Decimal, str]:
    """Return a length in its own unit, or in the finer one that the rate is told in, and in words."""
    count, unit = length(span) or (0, "")
    each = tie.cue.text.lower() if tie.cue is not None else ""
    if (finer := _FINER.get((unit, each))) is not None:
        return Decimal(count * finer), f"{count * finer} {each}s"
    return Decimal(count), quoted(span.text) if span is not None else ""


def _spread(size: Decimal, time: Decimal | None) -> Equation:
    """Return what is left of a total, in units of the rate, for each of the count or of the time."""

    def equation(figures: Sequence[Figure]) -> Sides:
        total, rate, *count = figures
        over = exactly(time) if time is not None else count[0].reading
        return Sides(divide(scale(total.reading, size), over), _rounded(rate), rate.value)

    return equation


def _rounded(rate: Figure) -> Reading:
    """Return what a rate may stand for: 290 a day is rounded, though 290 people are not."""
    half = half_step(rate.value)
    exact = rate.mention.low == rate.mention.high
    return within(rate.value - half, rate.value + half) if exact else rate.reading
