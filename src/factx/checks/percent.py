"""PCT: a percentage or difference against the levels before and after."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from factx.checks.base import Check, Checked
from factx.checks.feasible import ImpossibleFall, InfeasiblePercentage
from factx.checks.figures import Figure
from factx.checks.judge import judge
from factx.checks.readings import HUNDRED, difference, divide, percents, scale, subtract
from factx.checks.relation import Relation, Sides, result
from factx.checks.slip import is_magnitude
from factx.checks.tied import Change, between_levels, changes
from factx.checks.untestable import baseless
from factx.checks.view import View
from factx.checks.wording import Words, beside, number, written
from factx.claims.sums.words import words
from factx.model import Way

_LEAST = 2  # times the change that a level must be, for its rounding not to count


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
        for found, new, old in between_levels(view):
            amount = found.percent
            if amount is None or found.shares or old.value <= 0 or new.value < 0:
                continue
            relation = _percent_relation(new, old, amount, _falls(view, found, new))
            yield judge(self, view, relation, closed=found.tie.closed)
        for found in changes(view):
            if (told_twice := _told_twice(found)) is not None:
                yield judge(self, view, told_twice, closed=found.tie.closed)
        yield from baseless(self, view, "percent")


def _told_twice(found: Change) -> Relation | None:
    """Return what an amount comes to in percent of the level that it led away from: the old one."""
    new, share = found.new, found.percent
    others = [amount for amount in found.amounts if amount is not share]
    if new is None or found.old is not None or share is None or len(others) != 1:
        return None
    falls, amount = found.falls, others[0]
    if falls is None or amount.mention.kind == "percent" or new.value <= amount.value * _LEAST:
        return None  # a level hardly larger than its change may have been any

    def equation(figures: Sequence[Figure]) -> Sides:
        level, size, stated = figures
        signed = scale(size.reading, Decimal(-1)) if falls else size.reading
        return Sides.of(
            scale(divide(size.reading, subtract(level.reading, signed)), HUNDRED), stated
        )

    old = new.value + amount.value * (1 if falls else -1)
    figures = (new, amount, share)
    change = result(equation, figures, share)
    fact = f"{amount} {'down' if falls else 'up'} to {new} is {change} of {number(old)}"
    sum_ = f"{number(amount.value)} / {number(old)} × 100 = {number(amount.value / old * HUNDRED)}%"
    return Relation(
        figures=figures,
        equation=equation,
        words=beside(fact, share),
        arithmetic=f"{sum_}; stated {share}",
    )


def _falls(view: View, found: Change, new: Figure) -> bool | None:
    """Tell a fall from a rise; None for what is quoted the other way round, such as a currency."""
    claim = view.claim(new.mention)
    measured = claim.measure.head if claim is not None and claim.measure is not None else ""
    return None if measured in words("inverse") else found.falls


def _percent_relation(new: Figure, old: Figure, amount: Figure, said: bool | None) -> Relation:
    figures = (new, old, amount)
    goes_down = new.value < old.value
    falls = goes_down if said is None else said
    change = result(lambda f: percent_sides(f, falls=goes_down), figures, amount)
    fact = f"a {'fall' if goes_down else 'rise'} from {old} to {new} is one of {change}"
    told = amount if falls == goes_down else f"a {'fall' if falls else 'rise'} of {amount}"

    def equation(figures: Sequence[Figure]) -> Sides:
        return percent_sides(figures, falls=falls)

    return Relation(
        figures=figures,
        equation=equation,
        words=beside(fact, told),
        arithmetic=f"{change_sum(new, old)}; stated {amount}",
        slips={
            "the percentage were taken of the new value": lambda f: percent_sides(
                [f[1], f[0], f[2]], falls=not falls
            ),
            "the two levels changed places": lambda f: equation([f[1], f[0], f[2]]),
            "the percentage were that of the new value to the old": _as_ratio,
        },
        benign={"the change were the other way": lambda f: percent_sides(f, falls=not falls)}
        if said is None
        else {},
    )


def percent_sides(figures: Sequence[Figure], *, falls: bool) -> Sides:
    """Put by how many percent the new level lies above the old, or below it, against the amount."""
    new, old, amount = figures
    return Sides.of(percents(divide(new.reading, old.reading), falls=falls), amount)


def change_sum(new: Figure, old: Figure) -> str:
    """Write how the percentage between two levels comes about."""
    change = (new.value - old.value) / old.value * HUNDRED
    return f"({number(new.value)} − {number(old.value)}) / {number(old.value)} × 100 = {number(change)}%"


def _as_ratio(figures: Sequence[Figure]) -> Sides:
    new, old, amount = figures
    return Sides.of(scale(divide(new.reading, old.reading), HUNDRED), amount)


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
        for found, new, old in between_levels(view):
            for amount in found.amounts if not found.shares else ():
                if _is_in_unit(amount, new, old) and _may_lie_between(amount, new, old):
                    relation = _difference_relation(new, old, amount, said=found.tie.way)
                    yield judge(self, view, relation, closed=found.tie.closed)


def _is_in_unit(amount: Figure, new: Figure, old: Figure) -> bool:
    """Tell an amount in the unit of the levels, which one of the three may leave out."""
    mention = amount.mention
    bare = mention.kind in ("count", "number") and mention.unit is None
    return bare or mention.kind in (new.mention.kind, old.mention.kind)


def _may_lie_between(amount: Figure, new: Figure, old: Figure) -> bool:
    """Tell a difference from an amount past both levels: a year's pay beside the hourly rate.

    With a zero too many it is past them, too.
    """
    past = amount.value > max(new.value, old.value) > 0
    slip = is_magnitude(amount.value, abs(new.value - old.value))
    return amount.mention.kind != "percent" and (not past or slip)


def _difference_relation(new: Figure, old: Figure, amount: Figure, *, said: Way | None) -> Relation:
    falls = new.value < old.value
    more, less = (old, new) if falls else (new, old)
    fact = f"{more} less {less} is {written(more.value - less.value, amount.mention)}"

    def equation(figures: Sequence[Figure]) -> Sides:
        first, second, stated = figures
        change = subtract(first.reading, second.reading)
        # of what no words tell the way, other figures may go the other way
        turned = falls if said is not None else first.value < second.value
        return Sides.of(scale(change, Decimal(-1)) if turned else change, stated)

    return Relation(
        figures=(new, old, amount),
        equation=equation,
        words=Words(f"{fact}, not {amount}", f"{fact}; the text says {amount}"),
        arithmetic=f"{difference(new, old)}; stated {amount}",
    )


CHECKS: tuple[type[Check], ...] = (PercentChange, Difference, ImpossibleFall, InfeasiblePercentage)
