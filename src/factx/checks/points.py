"""PTP: percent against percentage points."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from factx.checks.base import Check, Checked
from factx.checks.figures import Figure, figure
from factx.checks.judge import Relation, Sides, finding, judge
from factx.checks.percent import percent
from factx.checks.tied import change, is_basis_points, is_points
from factx.checks.view import View
from factx.checks.wording import interval, number, quoted
from factx.intervals import Interval, Reading
from factx.model import Claim, Quantity

_HUNDRED = Decimal(100)
_BASIS = Decimal("0.01")


def _difference(one: Reading, other: Reading) -> Reading:
    """Return the distance between two levels, the larger first."""
    return Reading(one.nominal.subtract(other.nominal), one.loose.subtract(other.loose))


def _points(figures: Sequence[Figure]) -> Sides:
    new, old, amount = figures
    upper, under = (new, old) if new.value >= old.value else (old, new)
    stated = amount.reading
    if is_basis_points(amount.mention):
        stated = Reading(stated.nominal.scale(_BASIS), stated.loose.scale(_BASIS))
    return Sides(_difference(upper.reading, under.reading), stated, amount.value)


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
            yield judge(self, view, _percents_relation(new, old, amounts[0]))

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
        return Checked(
            finding(
                self,
                view,
                message=message,
                operands=[(amount.mention, "amount"), (level.mention, "level")],
                arithmetic=arithmetic,
                severity="info",
            ),
            holds=False,
        )


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
                    yield judge(self, view, _points_relation(new, old, amount))


def _points_relation(new: Figure, old: Figure, amount: Figure) -> Relation:
    difference = abs(new.value - old.value)
    return Relation(
        figures=(new, old, amount),
        equation=_points,
        message=(
            f"between {quoted(old.mention.text)} and {quoted(new.mention.text)} lie "
            f"{number(difference)} points, which disagrees with {quoted(amount.mention.text)}"
        ),
        arithmetic=f"{number(new.value)} − {number(old.value)} = {number(new.value - old.value)}",
        slips={"percent were meant": _percents},
    )


# Shares of these may pass 100 percent: they are compared with something else, not part of it.
_UNBOUNDED = frozenset(
    {
        "debt",
        "deficit",
        "gdp",
        "inflation",
        "growth",
        "increase",
        "rise",
        "capacity",
        "target",
        "plan",
        "quota",
        "goal",
    }
    | {
        "price",
        "value",
        "cost",
        "average",
        "income",
        "salary",
        "wage",
        "norm",
        "level",
        "rate",
        "tariff",
        "duty",
        "tax",
    }
    | {
        "return",
        "interest",
        "output",
        "demand",
        "need",
        "markup",
        "premium",
        "volume",
        "size",
        "limit",
        "bid",
        "ratio",
    }
    | {
        "expectation",
        "rainfall",
        "snowpack",
        "humidity",
        "effort",
        "chance",
        "economy",
        "revenue",
        "profit",
        "budget",
    }
)


class ShareOutOfRange(Check):
    """A share of a countable whole is more than 100 percent.

    ## What it does
    Looks at percentages of people and other things that can be counted ("of voters", "of the
    schools") and reports those above 100 percent. Ratios such as debt to output are left alone.

    ## Why it matters
    A misplaced decimal point or a digit typed twice turns 86 percent of voters into 860.

    ## Example
    - In the survey 186% of respondents said they walked to work.
    - About 900 percent of the patients recovered within a week.

    ## Fine
    - In the survey 86% of respondents said they walked to work.
    - Public debt reached 130% of GDP last year.
    """

    code, name, severity = "PTP03", "share-out-of-range", "error"

    def run(self, view: View) -> Iterator[Checked]:
        """Test each percentage that is a share of people or things."""
        for mention in view.quantities:
            if mention.kind != "percent" or mention.change is not None or mention.number < 0:
                continue
            claim = view.claim(mention)
            if claim is None or not _is_share(mention, claim):
                continue
            yield self._judged(view, mention)

    def _judged(self, view: View, mention: Quantity) -> Checked:
        whole = Interval(Decimal(0), _HUNDRED)
        whole_reading = Reading(whole, whole)
        return judge(
            self,
            view,
            Relation(
                figures=(figure(mention, "share"),),
                equation=lambda f: Sides(whole_reading, _upper(f[0]), f[0].value),
                message=f"{quoted(mention.text)} is more than all of them",
                arithmetic=f"{number(mention.number)}% > 100%",
            ),
        )


def _upper(share: Figure) -> Reading:
    """Return the share; the upper end of a range, which is claimed to be reached."""
    if share.mention.qualifier != "range" or share.reading.nominal.high is None:
        return share.reading
    end = Interval.point(share.reading.nominal.high)
    return Reading(end, end)


def _is_share(mention: Quantity, claim: Claim) -> bool:
    """Tell a part of a countable whole, by the claim's relation and by what it is a share of."""
    measure = claim.measure
    if claim.relation != "share" or measure is None or mention.qualifier in ("under", "at_most"):
        return False
    return _UNBOUNDED.isdisjoint((measure.head, *measure.modifiers, *measure.text.lower().split()))


CHECKS: tuple[type[Check], ...] = (PercentForPoints, PointChange, ShareOutOfRange)
