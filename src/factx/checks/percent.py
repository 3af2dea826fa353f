"""PCT: a percentage or difference against the levels before and after."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from factx.checks.base import Check, Checked
from factx.checks.figures import Figure, figure
from factx.checks.judge import Relation, Sides, finding, judge
from factx.checks.tied import Change, change, one
from factx.checks.view import View
from factx.checks.wording import interval, number, quoted
from factx.intervals import Interval, Reading
from factx.model import Quantity

_HUNDRED = Decimal(100)
_ONE = Interval.point(Decimal(1))
# Fewer than this many things and a percentage pins the count down; with more, any rounds to one.
_COUNTABLE = 1000


class PercentChange(Check):
    """A percent change disagrees with the levels before and after it.

    ## What it does
    Where one wording gives a level, the level before and the percentage between them, it computes
    the percentage from the levels, over everything that the printed digits may stand for, and
    compares it with the one stated.

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
            yield judge(self, view, _percent_relation(found, new, old, amounts[0]))


def _percent_relation(found: Change, new: Figure, old: Figure, amount: Figure) -> Relation:
    falls = bool(found.falls if found.falls is not None else new.value < old.value)
    computed = percent(new.reading, old.reading, falls=falls)
    way = "fall" if falls else "rise"
    return Relation(
        figures=(new, old, amount),
        equation=lambda f: _percent_sides(f, falls=falls),
        message=(
            f"a {way} from {quoted(old.mention.text)} to {quoted(new.mention.text)} is "
            f"{interval(computed.nominal, '%')}, which disagrees with {quoted(amount.mention.text)}"
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
    ratio = Reading(
        new.reading.nominal.divide(old.reading.nominal).scale(_HUNDRED),
        new.reading.loose.divide(old.reading.loose).scale(_HUNDRED),
    )
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
                    yield judge(self, view, _difference_relation(new, old, amount))


def _difference_relation(new: Figure, old: Figure, amount: Figure) -> Relation:
    difference = abs(new.value - old.value)
    return Relation(
        figures=(new, old, amount),
        equation=_difference_sides,
        message=(
            f"between {quoted(old.mention.text)} and {quoted(new.mention.text)} lie "
            f"{number(difference)}, which disagrees with {quoted(amount.mention.text)}"
        ),
        arithmetic=(
            f"{number(new.value)} − {number(old.value)} = {number(new.value - old.value)}; "
            f"stated {quoted(amount.mention.text)}"
        ),
    )


def _difference_sides(figures: Sequence[Figure]) -> Sides:
    new, old, amount = figures
    first, second = (new, old) if new.value >= old.value else (old, new)
    return Sides(
        Reading(
            first.reading.nominal.subtract(second.reading.nominal),
            first.reading.loose.subtract(second.reading.loose),
        ),
        amount.reading,
        amount.value,
    )


# A loss can grow beyond all bounds, and so can the fall of what may lie below zero.
_SIGNED = frozenset(
    {
        "profit",
        "loss",
        "balance",
        "earnings",
        "income",
        "temperature",
        "deficit",
        "surplus",
        "margin",
    }
    | {
        "result",
        "flow",
        "inflow",
        "outflow",
        "contribution",
        "sentiment",
        "index",
        "ebitda",
        "return",
    }
)


class ImpossibleFall(Check):
    """Something that cannot be negative falls by more than 100 percent.

    ## What it does
    Looks at every percentage that its verb or noun makes a fall. Profits, balances, temperatures
    and other measures that may lie below zero are left alone.

    ## Why it matters
    What has fallen by 100 percent is gone. A fall of 180 percent is a multiple taken for a
    percentage, a percentage of the new value, or a slip.

    ## Example
    - Visits to the museum fell by 180 percent last year.
    - The agency recorded a 140 percent decrease in road deaths.

    ## Fine
    - Visits to the museum fell by 80 percent last year.
    - The company's profit fell by 180 percent last year.
    """

    code, name, severity = "PCT03", "impossible-fall", "error"

    def run(self, view: View) -> Iterator[Checked]:
        """Test each percentage that falls."""
        for mention in view.quantities:
            if mention.kind != "percent" or mention.change != "down":
                continue
            claim = view.claim(mention)
            measure = claim.measure if claim else None
            if measure and not _SIGNED.isdisjoint((measure.head, *measure.modifiers)):
                continue
            yield self._judged(view, mention)

    def _judged(self, view: View, mention: Quantity) -> Checked:
        read = figure(mention, "fall")
        return judge(
            self,
            view,
            Relation(
                figures=(read,),
                equation=_within_all,
                message=f"nothing can fall by {quoted(mention.text)}: all of it is 100%",
                arithmetic=f"{number(mention.number)} > 100",
            ),
        )


def _within_all(figures: Sequence[Figure]) -> Sides:
    whole = Interval(None, _HUNDRED)
    return Sides(Reading(whole, whole), figures[0].reading, figures[0].value)


class InfeasiblePercentage(Check):
    """No whole number of things gives the stated percentage.

    ## What it does
    Of 40 voters, 50.7 percent cannot agree: 20 are 50 percent and 21 are 52.5. Where a percentage
    and the small whole number it is taken of are tied together, or a percent change and the count
    it leads to, it looks for a whole number that rounds to the percentage.

    ## Why it matters
    A percentage that no count can give was computed from something else: weights, a part of the
    sample, or another total. Scientists know this test as GRIM.

    ## Example
    - In the ballot 50.7 percent of the 40 members voted for the plan.
    - Burglaries fell by 48.7 percent to 12 in the district.

    ## Fine
    - In the ballot 52.5 percent of the 40 members voted for the plan.
    - Burglaries fell by 48.1 percent to 112 in the district.
    """

    code, name, severity = "PCT04", "infeasible-percentage", "info"

    def run(self, view: View) -> Iterator[Checked]:
        """Test each percentage tied to a small whole number."""
        for tie in view.ties("change"):
            found = change(view, tie)
            amounts = [a for a in found.amounts if a.mention.kind == "percent"]
            if found.new is None or found.old is not None or len(amounts) != 1:
                continue
            if _counts(found.new) and found.falls is not None and amounts[0].value > 0:
                yield self._former(view, found, found.new, amounts[0])
        for tie in view.ties("share"):
            whole, share, part = (one(view, tie, role) for role in ("whole", "share", "part"))
            if whole and share and not part and _counts(whole) and share.mention.kind == "percent":
                yield self._part(view, whole, share)

    def _former(self, view: View, found: Change, new: Figure, amount: Figure) -> Checked:
        """Look for a former count; an unhedged percentage only."""
        rest = _former_share(amount, falls=bool(found.falls))
        former = new.reading.nominal.divide(rest) if rest.low and rest.low > 0 else rest
        holds = amount.mention.qualifier != "exact" or former.integers() is not None
        message = f"no whole number changes by {quoted(amount.mention.text)} to {quoted(new.mention.text)}"
        arithmetic = f"the level before would be {interval(former)}"
        operands = [(new.mention, "new"), (amount.mention, "amount")]
        return _verdict(self, view, operands, message, arithmetic, holds=holds)

    def _part(self, view: View, whole: Figure, share: Figure) -> Checked:
        part = share.reading.nominal.multiply(whole.reading.nominal).scale(Decimal("0.01"))
        loose = share.reading.loose.multiply(whole.reading.nominal).scale(Decimal("0.01"))
        hedged = share.mention.qualifier != "exact" or whole.mention.qualifier != "exact"
        holds = hedged or loose.integers() is not None
        message = f"no whole number is {quoted(share.mention.text)} of {quoted(whole.mention.text)}"
        arithmetic = f"{number(share.value)}% × {number(whole.value)} = {interval(part)}"
        operands = [(share.mention, "share"), (whole.mention, "whole")]
        return _verdict(self, view, operands, message, arithmetic, holds=holds)


def _counts(found: Figure) -> bool:
    mention = found.mention
    whole = mention.number == mention.number.to_integral_value()
    return (
        mention.kind == "count"
        and mention.qualifier == "exact"
        and whole
        and 0 < mention.number < _COUNTABLE
    )


def _former_share(amount: Figure, *, falls: bool) -> Interval:
    part = amount.reading.loose.scale(Decimal("0.01"))
    return _ONE.subtract(part) if falls else _ONE.add(part)


def _verdict(
    check: Check,
    view: View,
    operands: Sequence[tuple[Quantity, str]],
    message: str,
    arithmetic: str,
    *,
    holds: bool,
) -> Checked:
    return Checked(
        finding(check, view, message=message, operands=operands, arithmetic=arithmetic), holds
    )


CHECKS: tuple[type[Check], ...] = (PercentChange, Difference, ImpossibleFall, InfeasiblePercentage)
