"""Percentages that cannot be: PCT03, PCT04 and PTP03."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from factx.checks.base import Check, Checked
from factx.checks.figures import Figure, figure
from factx.checks.judge import judge
from factx.checks.readings import HUNDRED, exactly, within
from factx.checks.relation import Relation, Sides
from factx.checks.tied import changes, one
from factx.checks.verdict import verdict
from factx.checks.view import View
from factx.checks.vocabulary import says
from factx.checks.wording import Words, interval, number
from factx.intervals import Interval, Reading, bounds

_ONE = Interval.point(Decimal(1))
_HUNDREDTH = Decimal("0.01")
_ALL = within(Decimal(0), HUNDRED)
# How many times as large as what it led to a growth may be, both being told in full.
_SCALE = 1000
# Fewer than this many things and a percentage pins the count down; with more, any rounds to one.
_COUNTABLE = 1000


class ImpossibleFall(Check):
    """Something that cannot be negative falls by more than 100 percent, or was below zero before.

    ## What it does
    Looks at every percentage that its verb or noun makes a fall, and at every count that is said to
    have grown by more things than there are now. Profits, balances, temperatures and other measures
    that may lie below zero are left alone.

    ## Why it matters
    What has fallen by 100 percent is gone. A fall of 180 percent is a multiple taken for a
    percentage, a percentage of the new value, or a slip; a growth larger than what it led to is
    that of something else.

    ## Example
    - Visits to the museum fell by 180 percent last year.
    - The agency recorded a 140 percent decrease in road deaths.
    - There were 723 break-ins, an increase of 1,489 on the year before.

    ## Fine
    - Visits to the museum fell by 80 percent last year.
    - The company's profit fell by 180 percent last year.
    """

    code, name, severity = "PCT03", "impossible-fall", "error"
    evident = True

    def run(self, view: View) -> Iterator[Checked]:
        """Test each percentage that falls, and each count that grew to a level."""
        for mention in view.quantities:
            if mention.kind != "percent" or mention.change != "down":
                continue
            claim = view.claim(mention)
            measure = claim.measure if claim else None
            if measure and says(measure, "signed"):
                continue
            fall = figure(mention, "fall")
            words = Words(
                f"nothing can fall by {fall}: all of it is 100%",
                f"{fall} is no more than all of it",
            )
            yield judge(self, view, _part_of_all(fall, words, within(None, HUNDRED)))
        for found in changes(view):
            if found.falls is False and found.new is not None and found.old is None:
                for amount in found.amounts:
                    if _countable(amount, found.new):
                        yield judge(self, view, _grown(amount, found.new))


def _countable(amount: Figure, new: Figure) -> bool:
    """Tell two counts of one scale: in "28 billion to 143" the second leaves out its own."""
    counts = amount.mention.kind == new.mention.kind == "count"
    return counts and 0 < amount.value < _SCALE * new.value


def _grown(amount: Figure, new: Figure) -> Relation:
    return Relation(
        figures=(amount, new),
        equation=lambda f: Sides(
            within(None, bounds(f[1].reading.nominal)[1]), f[0].reading, f[0].value
        ),
        words=Words(
            f"{new} cannot be what a growth by {amount} led to: there would have been fewer than none",
            f"{amount} of {new} came in addition",
        ),
        arithmetic=f"{number(new.value)} − {number(amount.value)} = {number(new.value - amount.value)}",
    )


def _part_of_all(part: Figure, words: Words, limits: Reading) -> Relation:
    most = bounds(_reached(part).nominal)[1]
    value = most if most.is_finite() and part.mention.qualifier == "range" else part.value
    return Relation(
        figures=(part,),
        equation=lambda f: Sides(limits, _reached(f[0]), f[0].value),
        words=words,
        arithmetic=f"{number(value)}% {'>' if value > HUNDRED else '≤'} 100%",
    )


def _reached(share: Figure) -> Reading:
    """Return the figure; what "up to" or a range ends with is claimed to be reached."""
    if share.mention.qualifier == "at_most":
        return exactly(share.value)
    if share.mention.qualifier != "range" or share.reading.nominal.high is None:
        return share.reading
    return exactly(share.reading.nominal.high)


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
        for found in changes(view):
            new, amount = found.new, found.percent
            if new is None or found.old is not None or amount is None or found.falls is None:
                continue
            if _counts(new) and amount.value > 0:
                yield self._former(view, new, amount, falls=found.falls)
        for tie in view.ties("share"):
            whole, share, part = (one(view, tie, role) for role in ("whole", "share", "part"))
            if whole and share and not part and _counts(whole) and share.mention.kind == "percent":
                yield self._part(view, whole, share)

    def _former(self, view: View, new: Figure, amount: Figure, *, falls: bool) -> Checked:
        """Look for a former count; an unhedged percentage only."""
        part = amount.reading.loose.scale(_HUNDREDTH)
        rest = _ONE.subtract(part) if falls else _ONE.add(part)
        way = "fall" if falls else "rise"
        former = new.reading.nominal.divide(rest) if rest.low and rest.low > 0 else rest
        return verdict(
            self,
            view,
            holds=not _is_exact(amount) or former.integers() is not None,
            words=Words(
                f"no whole number {way}s by {amount} to {new}",
                f"a whole number can {way} by {amount} to {new}",
            ),
            operands=[(new.mention, "new"), (amount.mention, "amount")],
            arithmetic=f"the level before would be {interval(former)}",
        )

    def _part(self, view: View, whole: Figure, share: Figure) -> Checked:
        """Look for a count that is the share of the whole."""
        per = whole.reading.nominal.scale(_HUNDREDTH)
        nominal, loose = (values.multiply(per) for values in share.reading)
        exact = _is_exact(share) and _is_exact(whole)
        return verdict(
            self,
            view,
            holds=not exact or loose.integers() is not None,
            words=Words(
                f"no whole number is {share} of {whole}",
                f"a whole number can be {share} of {whole}",
            ),
            operands=[(share.mention, "share"), (whole.mention, "whole")],
            arithmetic=f"{number(share.value)}% × {number(whole.value)} = {interval(nominal)}",
        )


def _is_exact(found: Figure) -> bool:
    return found.mention.qualifier == "exact"


def _counts(found: Figure) -> bool:
    """Tell a whole number that is small enough."""
    whole = found.value == found.value.to_integral_value() and 0 < found.value < _COUNTABLE
    return whole and found.mention.kind == "count" and _is_exact(found)


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
            if claim is None or claim.relation != "share" or claim.measure is None:
                continue
            if mention.qualifier in ("under", "at_most") or says(claim.measure, "unbounded"):
                continue
            behind = claim.sentence.text[mention.end - claim.sentence.start :].split(maxsplit=1)
            if behind[:1] != ["of"]:
                continue  # "the wards are 130 percent full"
            share = figure(mention, "share")
            words = Words(
                f"no share can be {share}: all of them are 100%",
                f"{share} is no more than all of them",
            )
            yield judge(self, view, _part_of_all(share, words, _ALL))
