"""PCT: a percentage or difference against the levels before and after."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from factx.checks.base import Check, Checked
from factx.checks.feasible import ImpossibleFall, InfeasiblePercentage
from factx.checks.figures import Figure
from factx.checks.judge import Relation, Sides, judge
from factx.checks.readings import divide, scale, subtract
from factx.checks.tied import Change, change
from factx.checks.untestable import baseless
from factx.checks.view import View
from factx.checks.wording import amount_in, interval, number, quoted
from factx.intervals import Interval, Reading

_HUNDRED = Decimal(100)
_ONE = Interval.point(Decimal(1))


class PercentChange(Check):
    """A percent change disagrees with the levels before and after it.

    ## What it does
    Where one wording gives a level, the level before and the percentage between them, it computes
    the percentage from the levels, over everything that the printed digits may stand for, and
    compares it with the one stated. A percentage of a level that the article does not give cannot
    be tested: ``--show-consistent`` lists it.

    ## Why it matters
    Of 374 such statements in real news about one in forty was wrong: a percentage taken of the new
    value, two digits swapped, a figure of another year.

    ## Example
    - Exports rose 21 percent to 560 tonnes from 500 tonnes in the first half of the year.
    - Sales fell from 800 units to 600 units, a drop of 33 percent.

    ## Fine
    - Exports rose 12 percent to 560 tonnes from 500 tonnes in the first half of the year.
    - Sales fell from 800 units to 600 units, a drop of 25 percent.
    """

    code, name, severity = "PCT01", "percent-change", "error"

    def run(self, view: View) -> Iterator[Checked]:
        """Test each change between two levels that also gives a percentage."""
        for tie in view.ties("change"):
            found = change(view, tie)
            amounts = [a for a in found.amounts if a.mention.kind == "percent"]
            if found.levels is None or found.shares or len(amounts) != 1:
                continue
            new, old = found.levels
            if old.value <= 0 or new.value < 0:
                continue
            relation = _percent_relation(found, new, old, amounts[0])
            yield judge(self, view, replace(relation, closed=tie.closed))
        yield from baseless(self, view, "percent")


def _percent_relation(found: Change, new: Figure, old: Figure, amount: Figure) -> Relation:
    falls = bool(found.falls if found.falls is not None else new.value < old.value)
    computed = percent(new.reading, old.reading, falls=falls)
    way = "fall" if falls else "rise"
    exact = abs(new.value - old.value) / old.value * 100
    side = "below" if new.value < old.value else "above"
    return Relation(
        figures=(new, old, amount),
        equation=lambda f: _percent_sides(f, falls=falls),
        message=(
            f"a {way} from {quoted(old.mention.text)} to {quoted(new.mention.text)} is "
            f"{interval(computed.nominal, '%')}, which disagrees with {quoted(amount.mention.text)}"
        ),
        agreement=(
            f"{quoted(new.mention.text)} is {number(exact)}% {side} {quoted(old.mention.text)}; "
            f"the text says {quoted(amount.mention.text)}"
        ),
        arithmetic=(
            f"({number(new.value)} − {number(old.value)}) / {number(old.value)} × 100 = "
            f"{number((new.value - old.value) / old.value * 100)}%; stated {quoted(amount.mention.text)}"
        ),
        slips={
            "the percentage were taken of the new value": lambda f: _base_swapped(f, falls=falls),
            "the two levels changed places": lambda f: _percent_sides(
                [f[1], f[0], f[2]], falls=falls
            ),
            "the percentage were that of the new value to the old": _as_ratio,
        },
        benign={"the change were the other way": lambda f: _percent_sides(f, falls=not falls)}
        if found.falls is None
        else {},
    )


def percent(new: Reading, old: Reading, *, falls: bool) -> Reading:
    """Return by how many percent ``new`` lies above ``old``, or below it for a fall."""

    def image(new: Interval, old: Interval) -> Interval:
        ratio = new.divide(old)
        return (_ONE.subtract(ratio) if falls else ratio.subtract(_ONE)).scale(_HUNDRED)

    return Reading(image(new.nominal, old.nominal), image(new.loose, old.loose))


def _percent_sides(figures: Sequence[Figure], *, falls: bool) -> Sides:
    new, old, amount = figures
    return Sides(percent(new.reading, old.reading, falls=falls), amount.reading, amount.value)


def _base_swapped(figures: Sequence[Figure], *, falls: bool) -> Sides:
    new, old, amount = figures
    return Sides(percent(old.reading, new.reading, falls=not falls), amount.reading, amount.value)


def _as_ratio(figures: Sequence[Figure]) -> Sides:
    new, old, amount = figures
    ratio = scale(divide(new.reading, old.reading), _HUNDRED)
    return Sides(ratio, amount.reading, amount.value)


class Difference(Check):
    """A stated difference disagrees with the two levels it lies between.

    ## What it does
    Where one wording gives a level, the level before and how much lies between them in the same
    unit, it subtracts and compares.

    ## Why it matters
    "Up by 160 to 560 from 500" tells the reader two different stories; the slip is often a digit
    typed twice or a difference taken from another line of a table.

    ## Example
    - Membership rose by 160 to 560 from 500 over the year.
    - The fleet shrank from 90 ships to 72 ships, a decrease of 28 ships.

    ## Fine
    - Membership rose by 60 to 560 from 500 over the year.
    - The fleet shrank from 90 ships to 72 ships, a decrease of 18 ships.
    """

    code, name, severity = "PCT02", "difference", "error"

    def run(self, view: View) -> Iterator[Checked]:
        """Test each change between two levels that also gives a difference in their unit."""
        for tie in view.ties("change"):
            found = change(view, tie)
            if found.levels is None or found.shares:
                continue
            new, old = found.levels
            for amount in found.amounts:
                if amount.mention.kind == new.mention.kind and amount.mention.kind != "percent":
                    relation = _difference_relation(new, old, amount)
                    yield judge(self, view, replace(relation, closed=tie.closed))


def _difference_relation(new: Figure, old: Figure, amount: Figure) -> Relation:
    more, less = (new, old) if new.value >= old.value else (old, new)
    fact = (
        f"{quoted(more.mention.text)} less {quoted(less.mention.text)} is "
        f"{amount_in(more.value - less.value, amount.mention)}"
    )
    return Relation(
        figures=(new, old, amount),
        equation=_difference_sides,
        message=f"{fact}, not {quoted(amount.mention.text)}",
        agreement=f"{fact}; the text says {quoted(amount.mention.text)}",
        arithmetic=(
            f"{number(new.value)} − {number(old.value)} = {number(new.value - old.value)}; "
            f"stated {quoted(amount.mention.text)}"
        ),
    )


def _difference_sides(figures: Sequence[Figure]) -> Sides:
    new, old, amount = figures
    first, second = (new, old) if new.value >= old.value else (old, new)
    return Sides(subtract(first.reading, second.reading), amount.reading, amount.value)


CHECKS: tuple[type[Check], ...] = (PercentChange, Difference, ImpossibleFall, InfeasiblePercentage)
