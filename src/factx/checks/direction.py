"""DIR: rose, fell and stayed, against the levels."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from factx.checks.base import Check, Checked
from factx.checks.figures import Figure
from factx.checks.judge import Relation, Sides, judge, verdict
from factx.checks.readings import divide, scale, subtract, within
from factx.checks.tied import Change, change
from factx.checks.view import View
from factx.checks.wording import number, quoted
from factx.intervals import Interval, Reading
from factx.model import Operand, Tie

_ZERO = Decimal(0)
_HUNDRED = Decimal(100)
_ABOVE = Interval(_ZERO, None, low_closed=False)
_SLIGHT, _SHARP, _FLAT = Decimal(15), Decimal(3), Decimal(5)
_UNITS = 3


def _levels(view: View) -> Iterator[tuple[Tie, Change, Figure, Figure]]:
    """Yield the changes between two levels that may be compared: none below zero."""
    for tie in view.ties("change"):
        found = change(view, tie)
        if found.levels is not None and min(level.value for level in found.levels) >= 0:
            yield tie, found, *found.levels


def _cue(view: View, tie: Tie) -> list[Operand]:
    """Return the word of change as an operand: it may be the one that is wrong."""
    cue = tie.cue
    return [] if cue is None else [view.operand(cue, "word")]


def _relative(figures: Sequence[Figure]) -> Decimal:
    """Return by how many percent the printed figures differ."""
    new, old = figures[:2]
    return abs(new.value - old.value) / old.value * _HUNDRED if old.value else _ZERO


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
        for tie, _, new, old in _levels(view):
            if tie.way in ("up", "down"):
                relation = replace(_order(tie, new, old), spans=_cue(view, tie))
                yield judge(self, view, replace(relation, closed=tie.closed))


def _order(tie: Tie, new: Figure, old: Figure) -> Relation:
    rises = tie.way == "up"
    cue = quoted(tie.cue.text) if tie.cue else tie.way
    verdict = (
        "lower" if new.value < old.value else "higher" if new.value > old.value else "the same"
    )
    return Relation(
        figures=(new, old),
        equation=lambda f: _ordered(f, rises=rises),
        message=(
            f'"{cue}" disagrees with the figures: {quoted(new.mention.text)} is {verdict}'
            f"{'' if verdict == 'the same' else ' than'}"
            f"{' as' if verdict == 'the same' else ''} {quoted(old.mention.text)}"
        ),
        agreement=(
            f'"{cue}" agrees with the figures: {quoted(new.mention.text)} after '
            f"{quoted(old.mention.text)}"
        ),
        arithmetic=f"{number(new.value)} − {number(old.value)} = {number(new.value - old.value)}",
        slips={"the two levels changed places": lambda f: _ordered(f, rises=not rises)},
    )


def _ordered(figures: Sequence[Figure], *, rises: bool) -> Sides:
    new, old = figures
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
        for tie, found, new, old in _levels(view):
            if tie.degree is None or old.value == 0 or found.shares:
                continue
            relative = _relative((new, old))
            far = abs(new.value - old.value) > _UNITS or new.mention.kind != "count"
            wrong = relative > _SLIGHT and far if tie.degree == "slight" else relative < _SHARP
            fact = (
                f"a {tie.degree} change in words is one of {number(relative)}% in figures, from "
                f"{quoted(old.mention.text)} to {quoted(new.mention.text)}"
            )
            yield verdict(
                self,
                view,
                holds=not wrong,
                message=fact,
                agreement=fact,
                operands=[(new.mention, "new"), (old.mention, "old")],
                arithmetic=f"{number(new.value)} against {number(old.value)}: {number(relative)}%",
                spans=_cue(view, tie),
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
        for tie, _, new, old in _levels(view):
            if tie.way == "flat" and old.value:
                yield judge(self, view, replace(_same(tie, new, old), spans=_cue(view, tie)))


def _same(tie: Tie, new: Figure, old: Figure) -> Relation:
    cue = quoted(tie.cue.text) if tie.cue else "unchanged"
    return Relation(
        figures=(new, old),
        equation=_near,
        message=(
            f'"{cue}" disagrees with a change from {quoted(old.mention.text)} to '
            f"{quoted(new.mention.text)}"
        ),
        agreement=(
            f'"{cue}" agrees with the figures: {quoted(new.mention.text)} after '
            f"{quoted(old.mention.text)}"
        ),
        arithmetic=f"{number(new.value)} / {number(old.value)} = {number(new.value / old.value)}",
    )


def _near(figures: Sequence[Figure]) -> Sides:
    new, old = figures
    percents = scale(divide(new.reading, old.reading), _HUNDRED)
    return Sides(percents, within(_HUNDRED - _FLAT, _HUNDRED + _FLAT))


CHECKS: tuple[type[Check], ...] = (Direction, Intensity, Unchanged)
