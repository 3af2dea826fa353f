"""DIR: rose, fell and stayed, against the levels."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from factx.checks.base import Check, Checked
from factx.checks.figures import Figure
from factx.checks.judge import judge
from factx.checks.readings import HUNDRED, difference, divide, quotient, scale, subtract, within
from factx.checks.relation import Relation, Sides
from factx.checks.tied import Change, between_levels
from factx.checks.verdict import verdict
from factx.checks.view import View, word_of
from factx.checks.wording import Words, number, quoted
from factx.intervals import Interval, Reading
from factx.model import Tie

_ZERO = Decimal(0)
_ABOVE = Interval(_ZERO, None, low_closed=False)
_SLIGHT, _SHARP, _FLAT = Decimal(15), Decimal(3), Decimal(5)
_UNITS = 3


def _levels(view: View) -> Iterator[tuple[Change, Figure, Figure]]:
    """Yield the changes between two levels that may be compared: none below zero."""
    for found, new, old in between_levels(view):
        if min(new.value, old.value) >= 0:
            yield found, new, old


class Direction(Check):
    """The verb says up and the figures say down, or the other way round.

    ## What it does
    Where one wording gives the level before and after, it compares their order with the verb or
    noun of change. Exchange rates, ranks and losses, where a lower number may be a rise, are left
    alone, and so is a verb that is denied.

    ## Why it matters
    Two levels changed places, a digit is lost, or the verb is left over from an earlier draft.

    ## Example
    - Output fell to 8.1 million tonnes from 6.8 million tonnes in the year before.
    - The number of seats increased from 9 to 1 after the vote.

    ## Fine
    - Output fell to 6.1 million tonnes from 6.8 million tonnes in the year before.
    - The yen rose to 153.50 per dollar from 154.67 on Monday.
    """

    code, name, severity = "DIR01", "direction", "error"

    def run(self, view: View) -> Iterator[Checked]:
        """Test each change with a direction."""
        for found, new, old in _levels(view):
            if found.tie.way in ("up", "down"):
                yield judge(self, view, _order(found.tie, new, old), closed=found.tie.closed)


def _order(tie: Tie, new: Figure, old: Figure) -> Relation:
    rises = tie.way == "up"
    cue = quoted(tie.cue.text) if tie.cue else tie.way
    than = "the same as" if new.value == old.value else "lower than" if rises else "higher than"
    return Relation(
        figures=(new, old),
        equation=lambda f: _ordered(f, rises=rises),
        words=Words(
            f'"{cue}" disagrees with the figures: {new} is {than} {old}',
            f'"{cue}" agrees with the figures: {new} after {old}',
        ),
        arithmetic=difference(new, old),
        slips={"the two levels changed places": lambda f: _ordered(f, rises=not rises)},
        others=word_of(tie),
    )


def _ordered(figures: Sequence[Figure], *, rises: bool) -> Sides:
    new, old = figures
    if new.value != old.value and new.is_rounded_like(old):
        new, old = new.printed, old.printed  # rounding keeps their order
    upper, under = (new, old) if rises else (old, new)
    return Sides(
        subtract(upper.reading, under.reading),
        Reading(_ABOVE, Interval(_ZERO, None))
        if new.mention.text != old.mention.text
        else Reading(_ABOVE, _ABOVE),
    )


class Intensity(Check):
    """A small word stands beside a large change, or a strong word beside a small one.

    ## What it does
    Points out "slightly" and "marginally" beside a change of more than 15 percent (and more than
    three units), and "soared" or "sharply" beside one of less than 3 percent.

    ## Why it matters
    Nine cases against 13 are nearly a third fewer. The reader keeps the adverb, not the figures.

    ## Example
    - The number of burglaries declined slightly to nine from 13 in the same month of last year.
    - Rents soared to 1,212 euros from 1,200 euros within the year.

    ## Fine
    - The number of burglaries declined slightly to 12 from 13 in the same month of last year.
    - Rents soared to 1,500 euros from 1,200 euros within the year.
    """

    code, name, severity = "DIR02", "intensity", "info"

    def run(self, view: View) -> Iterator[Checked]:
        """Test each change whose size is put in a word."""
        for found, new, old in _levels(view):
            degree = found.tie.degree
            if degree is None or old.value == 0 or found.shares:
                continue
            relative = abs(new.value - old.value) / old.value * HUNDRED
            far = abs(new.value - old.value) > _UNITS or new.mention.kind != "count"
            wrong = relative > _SLIGHT and far if degree == "slight" else relative < _SHARP
            fact = (
                f"the words tell of a {degree} change, the figures of one of {number(relative)}%, "
                f"from {old} to {new}"
            )
            yield verdict(
                self,
                view,
                holds=not wrong,
                words=Words(fact, fact),
                operands=[(new.mention, "new"), (old.mention, "old"), *word_of(found.tie)],
                arithmetic=f"{number(new.value)} against {number(old.value)}: {number(relative)}%",
            )


class Unchanged(Check):
    """What is called unchanged differs by more than 5 percent.

    ## What it does
    Compares the levels that "unchanged", "flat", "stable" or "steady" puts side by side.

    ## Why it matters
    Either the word or one of the figures belongs to another period.

    ## Example
    - Sales were flat at 12,950 cars, compared with 10,870 cars a year earlier.
    - Employment was stable at 8,450 people against 9,780 people in May.

    ## Fine
    - Sales were flat at 12,950 cars, compared with 12,870 cars a year earlier.
    - Employment was stable at 8,450 people against 8,480 people in May.
    """

    code, name, severity = "DIR03", "unchanged", "warning"

    def run(self, view: View) -> Iterator[Checked]:
        """Test each pair of levels that are said to be the same."""
        for found, new, old in _levels(view):
            if found.tie.way == "flat" and old.value:
                yield judge(self, view, _same(found.tie, new, old))


def _same(tie: Tie, new: Figure, old: Figure) -> Relation:
    return Relation(
        figures=(new, old),
        equation=_near,
        words=Words(
            f"the text tells of no change, and the figures go from {old} to {new}",
            f"the text tells of no change, and the figures stay near: {new} after {old}",
        ),
        arithmetic=quotient(new, old),
        others=word_of(tie),
    )


def _near(figures: Sequence[Figure]) -> Sides:
    new, old = figures
    percents = scale(divide(new.reading, old.reading), HUNDRED)
    return Sides(percents, within(HUNDRED - _FLAT, HUNDRED + _FLAT))


CHECKS: tuple[type[Check], ...] = (Direction, Intensity, Unchanged)
