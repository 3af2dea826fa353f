"""Percentages that cannot be: PCT03, PCT04 and PTP03."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from factx.checks.base import Check, Checked
from factx.checks.figures import Figure, figure
from factx.checks.judge import Relation, Sides, judge, verdict
from factx.checks.measures import says
from factx.checks.readings import exactly, within
from factx.checks.tied import Change, change, one
from factx.checks.view import View
from factx.checks.wording import interval, number, quoted
from factx.intervals import Interval, Reading
from factx.model import Claim, Quantity

_ONE = Interval.point(Decimal(1))
_ZERO, _HUNDRED = Decimal(0), Decimal(100)
# Fewer than this many things and a percentage pins the count down; with more, any rounds to one.
_COUNTABLE = 1000


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
    evident = True

    def run(self, view: View) -> Iterator[Checked]:
        """Test each percentage that falls."""
        for mention in view.quantities:
            if mention.kind != "percent" or mention.change != "down":
                continue
            claim = view.claim(mention)
            measure = claim.measure if claim else None
            if measure and says(measure, "signed"):
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
                agreement=f"{quoted(mention.text)} is no more than all of it",
                arithmetic=f"{number(mention.number)} {_sign(mention)} 100",
            ),
        )


def _within_all(figures: Sequence[Figure]) -> Sides:
    return Sides(within(None, _HUNDRED), _reached(figures[0]), figures[0].value)


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
        by, to = quoted(amount.mention.text), quoted(new.mention.text)
        return verdict(
            self,
            view,
            holds=holds,
            message=f"no whole number changes by {by} to {to}",
            agreement=f"a whole number can change by {by} to {to}",
            operands=[(new.mention, "new"), (amount.mention, "amount")],
            arithmetic=f"the level before would be {interval(former)}",
        )

    def _part(self, view: View, whole: Figure, share: Figure) -> Checked:
        part = share.reading.nominal.multiply(whole.reading.nominal).scale(Decimal("0.01"))
        loose = share.reading.loose.multiply(whole.reading.nominal).scale(Decimal("0.01"))
        hedged = share.mention.qualifier != "exact" or whole.mention.qualifier != "exact"
        holds = hedged or loose.integers() is not None
        some, total = quoted(share.mention.text), quoted(whole.mention.text)
        return verdict(
            self,
            view,
            holds=holds,
            message=f"no whole number is {some} of {total}",
            agreement=f"a whole number can be {some} of {total}",
            operands=[(share.mention, "share"), (whole.mention, "whole")],
            arithmetic=f"{number(share.value)}% × {number(whole.value)} = {interval(part)}",
        )


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
    evident = True

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
        whole = within(_ZERO, _HUNDRED)
        return judge(
            self,
            view,
            Relation(
                figures=(figure(mention, "share"),),
                equation=lambda f: Sides(whole, _reached(f[0]), f[0].value),
                message=f"{quoted(mention.text)} is more than all of them",
                agreement=f"{quoted(mention.text)} is no more than all of them",
                arithmetic=f"{number(mention.number)}% {_sign(mention)} 100%",
            ),
        )


def _sign(mention: Quantity) -> str:
    return ">" if mention.number > _HUNDRED else "≤"


def _reached(share: Figure) -> Reading:
    """Return the figure; what "up to" or a range ends with is claimed to be reached."""
    if share.mention.qualifier == "at_most":
        return exactly(share.value)
    if share.mention.qualifier != "range" or share.reading.nominal.high is None:
        return share.reading
    return exactly(share.reading.nominal.high)


def _is_share(mention: Quantity, claim: Claim) -> bool:
    """Tell a part of a countable whole, by the claim's relation and by what it is a share of."""
    measure = claim.measure
    if claim.relation != "share" or measure is None or mention.qualifier in ("under", "at_most"):
        return False
    return not says(measure, "unbounded")
