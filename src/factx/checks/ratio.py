"""RAT: multiples, fractions and rates against the figures beside them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from factx.checks.base import Check, Checked
from factx.checks.figures import Figure
from factx.checks.judge import judge
from factx.checks.rate import RateMismatch
from factx.checks.readings import (
    HUNDRED,
    apart,
    divide,
    exactly,
    percents,
    quotient,
    scale,
    subtract,
)
from factx.checks.relation import Relation, Sides, result
from factx.checks.shares import FractionMismatch
from factx.checks.tied import between_levels, change, changes, one
from factx.checks.untestable import baseless
from factx.checks.verdict import verdict
from factx.checks.view import View, word_of
from factx.checks.vocabulary import words
from factx.checks.wording import Words, beside, number
from factx.model import Tie


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
        for found, new, old in between_levels(view, "change", "comparison"):
            if found.multiple is not None and old.value > 0 and new.value >= 0:
                relation = _multiple_relation(found.tie, new, old, found.multiple)
                yield judge(self, view, relation, closed=found.tie.closed)
        yield from baseless(self, view, "ratio")


def _is_ambiguous(tie: Tie, multiple: Figure) -> bool:
    """Tell "three times more" and "a threefold increase" from "tripled" and "as many"."""
    behind = tie.cue is not None and tie.cue.start >= multiple.mention.end
    return behind or "fold" in multiple.mention.text.lower()


def _multiple_relation(tie: Tie, new: Figure, old: Figure, multiple: Figure) -> Relation:
    figures = (new, old, multiple)
    return Relation(
        figures=figures,
        equation=_part_or_ratio if multiple.value < 1 else _ratio,
        words=beside(f"{new} is {result(_ratio, figures, multiple)} times {old}", f'"{multiple}"'),
        arithmetic=quotient(new, old),
        slips={"the two levels changed places": lambda f: _ratio([f[1], f[0], f[2]])},
        benign={"it were that many times more, not as much": _one_more}
        if _is_ambiguous(tie, multiple)
        else {},
    )


def _ratio(figures: Sequence[Figure]) -> Sides:
    new, old, multiple = figures
    return Sides.of(divide(new.reading, old.reading), multiple)


def _part_or_ratio(figures: Sequence[Figure]) -> Sides:
    """Read "up by a fifth" and "cut to a third": whichever fits is meant."""
    new, old, fraction = figures
    sides = _ratio(figures)
    loose = sides.stated.loose
    to_it = loose if loose.high is not None else sides.stated.nominal  # "by more than a third"
    if sides.computed.loose.intersects(to_it):
        return sides
    return Sides.of(divide(apart(new, old), old.reading), fraction)


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
        for found in changes(view):
            if found.multiple is not None and found.percent is not None and not found.shares:
                relation = _fold_relation(found.multiple, found.percent)
                yield judge(self, view, relation, closed=found.tie.closed)


def _fold_relation(multiple: Figure, amount: Figure) -> Relation:
    figures = (multiple, amount)
    change = f"{number(abs(multiple.value - 1) * HUNDRED)}%"
    return Relation(
        figures=figures,
        equation=_fold,
        words=beside(f'"{multiple}" is a change of {change}', amount),
        arithmetic=f"|{number(multiple.value)} − 1| × 100 = {change}",
        slips={"the percentage were that of the new value to the old": _whole},
    )


def _fold(figures: Sequence[Figure]) -> Sides:
    multiple, amount = figures
    falls = multiple.value < 1
    if falls and (part := _whole(figures)).computed.loose.intersects(part.stated.loose):
        return part  # "up by a fifth, or 20 percent"
    return Sides.of(percents(multiple.reading, falls=falls), amount)


def _whole(figures: Sequence[Figure]) -> Sides:
    multiple, amount = figures
    return Sides.of(scale(multiple.reading, HUNDRED), amount)


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
            levels = change(view, tie).levels or ()
            message = _two_ways(multiple, tie.cue.text)
            fits = _fitting([*levels, multiple]) if levels else None
            if fits is not None:
                message = f"{message}; the figures fit the {fits}"
            yield verdict(
                self,
                view,
                holds=fits == "first",
                words=Words(message, message),
                operands=[(f.mention, f.role) for f in (multiple, *levels)] + word_of(tie),
            )


def _fitting(figures: Sequence[Figure]) -> str | None:
    """Tell which reading of "three times more" two levels fit: three times as much, or four."""
    for name, reading in (("first", _ratio), ("second", _one_more)):
        sides = reading(figures)
        if sides.computed.nominal.intersects(sides.stated.nominal):
            return name
    return None


def _two_ways(multiple: Figure, comparative: str) -> str:
    """Say what "three times more" and "five times less" may mean."""
    times, more = number(multiple.value), number(multiple.value + 1)
    wording = f'"{multiple} {comparative}"'
    if comparative.lower() in words("lesser"):
        return f"{wording} may mean 1/{times} or 1/{more} as much"
    return f"{wording} may mean {times} or {more} times as much"


CHECKS: tuple[type[Check], ...] = (
    MultipleMismatch,
    FoldPercentMismatch,
    AmbiguousMultiple,
    FractionMismatch,
    RateMismatch,
)
