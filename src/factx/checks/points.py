"""PTP: percent against percentage points."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from factx.checks.base import Check, Checked
from factx.checks.feasible import ShareOutOfRange
from factx.checks.figures import Figure
from factx.checks.judge import Relation, Sides, judge, verdict
from factx.checks.percent import percent
from factx.checks.readings import exactly, scale, subtract
from factx.checks.tied import change, is_basis_points, is_points
from factx.checks.view import View
from factx.checks.wording import interval, number, quoted

_HUNDRED = Decimal(100)
_BASIS = Decimal("0.01")


def _points(figures: Sequence[Figure]) -> Sides:
    new, old, amount = figures
    upper, under = (new, old) if new.value >= old.value else (old, new)
    stated = amount.reading
    if is_basis_points(amount.mention):
        stated = scale(stated, _BASIS)
    return Sides(subtract(upper.reading, under.reading), stated, amount.value)


def _percents(figures: Sequence[Figure]) -> Sides:
    new, old, amount = figures
    falls = new.value < old.value
    return Sides(percent(new.reading, old.reading, falls=falls), amount.reading, amount.value)


class PercentForPoints(Check):
    """A change of a share is given in percent where percentage points seem meant.

    ## What it does
    Where a percentage rises or falls from one level to another and the change is given in percent,
    it asks whether the number fits as percent or only as points. A change of a share given in
    percent without the level before is pointed out as ambiguous.

    ## Why it matters
    From 14% to 11% is three points, but a fall of 21 percent. "Three percent" understates it
    sevenfold.

    ## Example
    - Unemployment fell by three percent, from 14% to 11%, in the last two years.
    - Turnout rose by 5 percent to 45 percent from 40 percent in the last election.

    ## Fine
    - Unemployment fell by three percentage points, from 14% to 11%, in the last two years.
    - Turnout rose by 12.5 percent to 45 percent from 40 percent in the last election.
    """

    code, name, severity = "PTP01", "percent-for-points", "warning"

    def run(self, view: View) -> Iterator[Checked]:
        """Test each change of a percentage that is given in percent."""
        for tie in view.ties("change"):
            found = change(view, tie)
            amounts = [a for a in found.amounts if a.mention.kind == "percent"]
            if not found.shares or len(amounts) != 1 or found.new is None:
                continue
            if found.levels is None:
                yield self._ambiguous(view, found.new, amounts[0])
                continue
            new, old = found.levels
            if old.value <= 0 or new.value == old.value:
                continue
            relation = _percents_relation(new, old, amounts[0])
            if _means_points(new, old, amounts[0]):
                relation = replace(relation, figures=[_as_printed(f) for f in relation.figures])
            yield judge(self, view, replace(relation, closed=tie.closed))

    def _ambiguous(self, view: View, level: Figure, amount: Figure) -> Checked:
        message = (
            f"{quoted(amount.mention.text)} of a share may mean percent or percentage points; "
            f"say which"
        )
        points = level.value - amount.value
        relative = level.value / (1 + amount.value / _HUNDRED)
        if amount.mention.change == "down":
            points = level.value + amount.value
            relative = (
                level.value / (1 - amount.value / _HUNDRED) if amount.value != 100 else points
            )
        arithmetic = (
            f"before {quoted(level.mention.text)} it was {number(points)}% if points are meant, "
            f"{number(relative)}% if percent"
        )
        return verdict(
            self,
            view,
            holds=False,
            message=message,
            agreement="",
            operands=[(amount.mention, "amount"), (level.mention, "level")],
            arithmetic=arithmetic,
            severity="info",
        )


def _means_points(new: Figure, old: Figure, amount: Figure) -> bool:
    """Tell an amount that is exactly the points between two unrounded levels: 0.5 for 11 and 11.5."""
    exact = all(level.mention.qualifier == "exact" for level in (new, old, amount))
    return exact and abs(new.value - old.value) == amount.value


def _as_printed(figure: Figure) -> Figure:
    """Return a figure that stands for its printed value alone."""
    return replace(figure, reading=exactly(figure.value))


def _percents_relation(new: Figure, old: Figure, amount: Figure) -> Relation:
    computed = _percents([new, old, amount]).computed
    return Relation(
        figures=(new, old, amount),
        equation=_percents,
        message=(
            f"from {quoted(old.mention.text)} to {quoted(new.mention.text)} is "
            f"{interval(computed.nominal, ' percent')} or {number(abs(new.value - old.value))} "
            f"points, not {quoted(amount.mention.text)}"
        ),
        agreement=(
            f"from {quoted(old.mention.text)} to {quoted(new.mention.text)} is "
            f"{interval(computed.nominal, ' percent')}; the text says {quoted(amount.mention.text)}"
        ),
        arithmetic=(
            f"({number(new.value)} − {number(old.value)}) / {number(old.value)} × 100 = "
            f"{number((new.value - old.value) / old.value * 100)}%; "
            f"{number(new.value)} − {number(old.value)} = {number(new.value - old.value)} points"
        ),
        slips={"percentage points were meant": _points},
        strict=True,
    )


class PointChange(Check):
    """A change in percentage points disagrees with the two percentages it lies between.

    ## What it does
    Subtracts the levels and compares; basis points are hundredths of a point.

    ## Why it matters
    Rates of interest, unemployment and support are followed to the tenth of a point.

    ## Example
    - The unemployment rate rose by 5.5 percentage points to 47.5% from 45.0% in a year.
    - The bank raised its rate by 25 basis points to 5.50 percent from 5.00 percent.

    ## Fine
    - The unemployment rate rose by 2.5 percentage points to 47.5% from 45.0% in a year.
    - The bank raised its rate by 50 basis points to 5.50 percent from 5.00 percent.
    """

    code, name, severity = "PTP02", "point-change", "error"

    def run(self, view: View) -> Iterator[Checked]:
        """Test each change between two percentages that also gives points."""
        for tie in view.ties("change"):
            found = change(view, tie)
            if found.levels is None or not found.shares:
                continue
            new, old = found.levels
            for amount in found.amounts:
                if is_points(amount.mention):
                    relation = _points_relation(new, old, amount)
                    yield judge(self, view, replace(relation, closed=tie.closed))


def _points_relation(new: Figure, old: Figure, amount: Figure) -> Relation:
    difference = abs(new.value - old.value)
    return Relation(
        figures=(new, old, amount),
        equation=_points,
        message=(
            f"between {quoted(old.mention.text)} and {quoted(new.mention.text)} lie "
            f"{number(difference)} points, which disagrees with {quoted(amount.mention.text)}"
        ),
        agreement=(
            f"between {quoted(old.mention.text)} and {quoted(new.mention.text)} lie "
            f"{number(difference)} points; the text says {quoted(amount.mention.text)}"
        ),
        arithmetic=f"{number(new.value)} − {number(old.value)} = {number(new.value - old.value)}",
        slips={"percent were meant": _percents},
    )


CHECKS: tuple[type[Check], ...] = (PercentForPoints, PointChange, ShareOutOfRange)
