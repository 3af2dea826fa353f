"""PTP: percent against percentage points."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from factx.checks.base import Check, Checked
from factx.checks.feasible import ShareOutOfRange
from factx.checks.figures import Figure
from factx.checks.judge import judge
from factx.checks.percent import change_sum, percent_sides
from factx.checks.readings import HUNDRED, apart, difference, scale
from factx.checks.relation import Relation, Sides, result
from factx.checks.tied import between_levels, changes, is_basis_points, is_points
from factx.checks.verdict import verdict
from factx.checks.view import View
from factx.checks.wording import Words, beside, counted, number

_BASIS = Decimal("0.01")


def _points(figures: Sequence[Figure]) -> Sides:
    new, old, amount = figures
    stated = amount.reading
    if is_basis_points(amount.mention):
        stated = scale(stated, _BASIS)
    return Sides(apart(new, old), stated, amount.value)


def _percents(figures: Sequence[Figure]) -> Sides:
    new, old, _ = figures
    return percent_sides(figures, falls=new.value < old.value)


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
        for found in changes(view):
            new, amount = found.new, found.percent
            if not found.shares or amount is None or new is None:
                continue
            if found.old is None:
                yield self._ambiguous(view, new, amount)
            elif found.old.value > 0 and new.value != found.old.value:
                relation = _percents_relation(new, found.old, amount)
                if _means_points(*relation.figures):
                    relation = replace(relation, figures=[f.printed for f in relation.figures])
                yield judge(self, view, relation, closed=found.tie.closed)

    def _ambiguous(self, view: View, level: Figure, amount: Figure) -> Checked:
        change = amount.value if amount.mention.change != "down" else -amount.value
        part = 1 + change / HUNDRED
        points = level.value - change
        relative = level.value / part if part else points
        message = f"{amount} of a share may mean percent or percentage points; say which"
        return verdict(
            self,
            view,
            holds=False,
            words=Words(message, ""),
            operands=[(amount.mention, "amount"), (level.mention, "level")],
            arithmetic=(
                f"before {level} it was {number(points)}% if points are meant, "
                f"{number(relative)}% if percent"
            ),
            severity="info",
        )


def _means_points(new: Figure, old: Figure, amount: Figure) -> bool:
    """Tell an amount that is exactly the points between two unrounded levels: 0.5 for 11 and 11.5."""
    exact = all(level.mention.qualifier == "exact" for level in (new, old, amount))
    return exact and abs(new.value - old.value) == amount.value


def _percents_relation(new: Figure, old: Figure, amount: Figure) -> Relation:
    figures = (new, old, amount)
    way = "fall" if new.value < old.value else "rise"
    fact = f"a {way} from {old} to {new} is one of {result(_percents, figures, amount)}"
    points = counted(abs(new.value - old.value), "point")
    return Relation(
        figures=figures,
        equation=_percents,
        words=Words(f"{fact} or {points}, not of {amount}", f"{fact}; the text says {amount}"),
        arithmetic=f"{change_sum(new, old)}; {difference(new, old)} points",
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
        for found, new, old in between_levels(view):
            for amount in found.amounts if found.shares else ():
                if is_points(amount.mention):
                    relation = _points_relation(new, old, amount)
                    yield judge(self, view, relation, closed=found.tie.closed)


def _points_relation(new: Figure, old: Figure, amount: Figure) -> Relation:
    way, gap = "down" if new.value < old.value else "up", abs(new.value - old.value)
    basis = is_basis_points(amount.mention)
    points = counted(gap / _BASIS, "basis point") if basis else counted(gap, "percentage point")
    return Relation(
        figures=(new, old, amount),
        equation=_points,
        words=beside(f"{new} is {points} {way} from {old}", amount),
        arithmetic=difference(new, old),
        slips={"percent were meant": _percents},
    )


CHECKS: tuple[type[Check], ...] = (PercentForPoints, PointChange, ShareOutOfRange)
