"""RAT: multiples, fractions and rates against the figures beside them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from factx.checks.base import Check, Checked
from factx.checks.figures import Figure
from factx.checks.judge import Relation, Sides, judge, verdict
from factx.checks.measures import words
from factx.checks.rate import RateMismatch
from factx.checks.readings import divide, exactly, scale, subtract
from factx.checks.shares import FractionMismatch
from factx.checks.tied import change, one
from factx.checks.untestable import baseless
from factx.checks.view import View
from factx.checks.wording import interval, number, quoted
from factx.intervals import Interval, Reading
from factx.model import Tie

_ONE = Interval.point(Decimal(1))
_HUNDRED = Decimal(100)


class MultipleMismatch(Check):
    """A multiple such as "tripled" disagrees with the levels before and after.

    ## What it does
    Divides the level after by the level before where one wording gives both and the multiple.
    Words are rounder than figures: "doubled" may stand for 1.8 to 2.3. A multiple of a level that
    the article does not give cannot be tested: ``--show-consistent`` lists it, and beside it what
    else there changes by another multiple.

    ## Why it matters
    The multiple is what readers remember; it is often kept when the figures are updated.

    ## Example
    - Visits tripled to 610 from 402 last year.
    - The number of clinics doubled to 560 from 210 within two years.

    ## Fine
    - Visits tripled to 610 from 204 last year.
    - The number of clinics nearly doubled to 390 from 210 within two years.
    """

    code, name, severity = "RAT01", "multiple-mismatch", "warning"

    def run(self, view: View) -> Iterator[Checked]:
        """Test each multiple between two levels."""
        for tie in (*view.ties("change"), *view.ties("comparison")):
            found = change(view, tie)
            if found.levels is None or found.multiple is None:
                continue
            new, old = found.levels
            if old.value > 0 and new.value >= 0:
                relation = _multiple_relation(new, old, found.multiple)
                if not _is_ambiguous(tie, found.multiple):
                    relation = replace(relation, benign={})
                yield judge(self, view, replace(relation, closed=tie.closed))
        yield from baseless(self, view, "ratio")


def _is_ambiguous(tie: Tie, multiple: Figure) -> bool:
    """Tell "three times more" and "a threefold increase" from "tripled" and "as many"."""
    behind = tie.cue is not None and tie.cue.start >= multiple.mention.end
    return behind or "fold" in multiple.mention.text.lower()


def _multiple_relation(new: Figure, old: Figure, multiple: Figure) -> Relation:
    computed = _ratio([new, old, multiple]).computed
    return Relation(
        figures=(new, old, multiple),
        equation=_part_or_ratio if multiple.value < 1 else _ratio,
        message=(
            f"from {quoted(old.mention.text)} to {quoted(new.mention.text)} is "
            f"{interval(computed.nominal)} times as much, which disagrees with "
            f'"{quoted(multiple.mention.text)}"'
        ),
        agreement=(
            f"from {quoted(old.mention.text)} to {quoted(new.mention.text)} is "
            f"{number(new.value / old.value)} times as much; the text says "
            f'"{quoted(multiple.mention.text)}"'
        ),
        arithmetic=f"{number(new.value)} / {number(old.value)} = {number(new.value / old.value)}",
        slips={"the two levels changed places": lambda f: _ratio([f[1], f[0], f[2]])},
        benign={"it were that many times more, not as much": _one_more},
    )


def _ratio(figures: Sequence[Figure]) -> Sides:
    new, old, multiple = figures
    return Sides(divide(new.reading, old.reading), multiple.reading, multiple.value)


def _part_or_ratio(figures: Sequence[Figure]) -> Sides:
    """Read "up by a fifth" and "cut to a third": whichever fits is meant."""
    new, old, fraction = figures
    sides = _ratio(figures)
    if sides.computed.loose.intersects(sides.stated.loose):
        return sides
    upper, under = (new, old) if new.value >= old.value else (old, new)
    part = divide(subtract(upper.reading, under.reading), old.reading)
    return Sides(part, fraction.reading, fraction.value)


def _one_more(figures: Sequence[Figure]) -> Sides:
    sides = _ratio(figures)
    return Sides(subtract(sides.computed, exactly(Decimal(1))), sides.stated, sides.value)


class FoldPercentMismatch(Check):
    """A multiple and a percentage given for one change disagree.

    ## What it does
    Doubled is up 100 percent, tripled up 200, halved down 50, a fivefold cut down 80. Where the
    text says one change in both ways, it compares them.

    ## Why it matters
    Threefold is a rise of 200 percent, not of 300: the commonest slip with large changes.

    ## Example
    - The budget was halved, a 30 percent cut, after the vote.
    - Exports tripled, an increase of 300 percent, in a decade.

    ## Fine
    - The budget was halved, a 50 percent cut, after the vote.
    - Exports tripled, an increase of 200 percent, in a decade.
    """

    code, name, severity = "RAT02", "fold-percent-mismatch", "warning"

    def run(self, view: View) -> Iterator[Checked]:
        """Test each change that is given as a multiple and in percent."""
        for tie in view.ties("change"):
            found = change(view, tie)
            amounts = [a for a in found.amounts if a.mention.kind == "percent"]
            if found.multiple is None or len(amounts) != 1 or found.shares:
                continue
            relation = _fold_relation(found.multiple, amounts[0])
            yield judge(self, view, replace(relation, closed=tie.closed))


def _fold_relation(multiple: Figure, amount: Figure) -> Relation:
    computed = _fold([multiple, amount]).computed
    return Relation(
        figures=(multiple, amount),
        equation=_fold,
        message=(
            f'"{quoted(multiple.mention.text)}" is a change of {interval(computed.nominal, "%")}, '
            f"which disagrees with {quoted(amount.mention.text)}"
        ),
        agreement=(
            f'"{quoted(multiple.mention.text)}" is a change of {interval(computed.nominal, "%")}; '
            f"the text says {quoted(amount.mention.text)}"
        ),
        arithmetic=f"|{number(multiple.value)} − 1| × 100 = {number(abs(multiple.value - 1) * 100)}%",
        slips={"the percentage were that of the new value to the old": _whole},
    )


def _fold(figures: Sequence[Figure]) -> Sides:
    multiple, amount = figures

    def image(ratio: Interval) -> Interval:
        change = ratio.subtract(_ONE) if multiple.value >= 1 else _ONE.subtract(ratio)
        return change.scale(_HUNDRED)

    reading = multiple.reading
    if multiple.value < 1:  # "up by a fifth, or 20 percent"
        part = scale(reading, _HUNDRED)
        if part.loose.intersects(amount.reading.loose):
            return Sides(part, amount.reading, amount.value)
    return Sides(
        Reading(image(reading.nominal), image(reading.loose)), amount.reading, amount.value
    )


def _whole(figures: Sequence[Figure]) -> Sides:
    multiple, amount = figures
    return Sides(scale(multiple.reading, _HUNDRED), amount.reading, amount.value)


class AmbiguousMultiple(Check):
    """A multiple can be read in two ways: "three times more" is three times as much, or four.

    ## What it does
    Points out "three times more than" and "five times less than". Where figures stand beside it,
    it says which reading they fit.

    ## Why it matters
    Readers and writers are split; "three times as many" leaves no doubt.

    ## Example
    - The clinic treated three times more patients than it did in 2019.
    - Solar panels are five times cheaper and use four times less water than coal.

    ## Fine
    - The clinic treated three times as many patients as it did in 2019.
    - The clinic treated more patients than it did in 2019.
    """

    code, name, severity = "RAT03", "ambiguous-multiple", "info"

    def run(self, view: View) -> Iterator[Checked]:
        """Point out each multiple that is said to be more or less."""
        for tie in view.ties("comparison"):
            multiple = one(view, tie, "multiple")
            if multiple is None or tie.cue is None or tie.cue.start < multiple.mention.end:
                continue
            found = change(view, tie)
            wording = _two_ways(multiple, tie.cue.text)
            if found.levels is None:
                yield self._said(view, multiple, wording, holds=False)
                continue
            sides = _ratio([*found.levels, multiple])
            fits = sides.computed.nominal.intersects(sides.stated.nominal)
            yield self._said(
                view,
                multiple,
                f"{wording}; the figures fit the first" if fits else wording,
                holds=fits,
            )

    def _said(self, view: View, multiple: Figure, message: str, *, holds: bool) -> Checked:
        operands = [(multiple.mention, "multiple")]
        return verdict(
            self, view, holds=holds, message=message, agreement=message, operands=operands
        )


def _two_ways(multiple: Figure, comparative: str) -> str:
    """Say what "three times more" and "five times less" may mean."""
    times, more = number(multiple.value), number(multiple.value + 1)
    said = f'"{times} times {comparative}"'
    if comparative.lower() in words("lesser"):
        return f"{said} may mean 1/{times} or 1/{more} as much"
    return f"{said} may mean {times} or {more} times as much"


CHECKS: tuple[type[Check], ...] = (
    MultipleMismatch,
    FoldPercentMismatch,
    AmbiguousMultiple,
    FractionMismatch,
    RateMismatch,
)
