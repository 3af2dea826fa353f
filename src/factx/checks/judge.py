"""From the figures of a relation to a verdict, a severity, a cause and, rarely, a repair.

A check says which figures stand in which equation and puts it into words; what follows for the
reader is decided here, one question a function.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import NamedTuple, TypeAlias

from factx.checks.base import Check, Checked
from factx.checks.elsewhere import explained
from factx.checks.figures import Figure
from factx.checks.repair import Repair, repairs
from factx.checks.verdict import at_most, lower, verdict
from factx.checks.view import Place, View
from factx.checks.wording import Words, estimate, said
from factx.intervals import Decision, Interval, Reading, bounds, decide
from factx.model import Quantity, Severity

ROUNDING = "rounding"
_FAR_OFF = Decimal(1)  # of the stated figure
_NARROW = Decimal("0.1")  # of it too
_HAIR = Decimal("0.015")  # of it too
_BEYOND = 20  # times the stated figure
_SCALES = tuple(Decimal(10) ** power for power in (-9, -6, -3, 3, 6, 9))


class Sides(NamedTuple):
    """What the other figures give, what the text states, and the stated value if it is a figure."""

    computed: Reading
    stated: Reading
    value: Decimal | None = None

    @classmethod
    def of(cls, computed: Reading, stated: Figure) -> Sides:
        """Put what was computed against a figure."""
        return cls(computed, stated.reading, stated.value)


Equation: TypeAlias = Callable[[Sequence[Figure]], Sides]


def result(equation: Equation, figures: Sequence[Figure], like: Figure) -> str:
    """Write what figures come to, in the manner of one: all that rounding allows if that is much."""
    values = equation(figures).computed.nominal
    exact = equation([figure.printed for figure in figures]).computed.nominal.low
    return estimate(exact or Decimal(0), values, like.mention)


@dataclass(frozen=True, slots=True)
class Relation:
    """An equation over figures, with the words for its failure and those for its success.

    ``slips`` are other equations that would hold after a known slip of the pen: they name the
    cause. ``benign`` are other fair readings of the words: where one holds, the severity is one
    lower. Names of both continue "it would hold if". Where one of ``misread`` fits exactly, the
    figures were taken for each other, and nothing is found. ``others`` are words that may be wrong
    too. A strict relation does not hold by rounding where a slip fits exactly.
    """

    figures: Sequence[Figure]
    equation: Equation
    words: Words
    arithmetic: str
    slips: Mapping[str, Equation] = field(default_factory=dict)
    benign: Mapping[str, Equation] = field(default_factory=dict)
    misread: Sequence[Equation] = ()
    others: Sequence[tuple[Place, str]] = ()
    strict: bool = False


class Fault(NamedTuple):
    """What may lie behind a conflict: a reading or slip, and the only repair of one token.

    A cause is ``named`` where a check foresaw it, and ``benign`` where it is a fair reading.
    """

    cause: str | None = None
    named: bool = False
    benign: bool = False
    fix: str | None = None


def judge(
    check: Check,
    view: View,
    relation: Relation,
    severity: Severity | None = None,
    *,
    closed: bool = True,
) -> Checked:
    """Test a relation. What holds only by coarse rounding holds, and says so in its cause.

    An open relation, one that no syntax ties together, is never an error.
    """
    sides = relation.equation(relation.figures)
    decision, excused = _decision(relation, sides)
    other = None
    holds: bool | None = decision.verdict != "conflict"
    if not holds and (other := _neighbour(view, relation, closed=closed)):
        holds = None  # a neighbour of one of the figures is meant
    elif not holds and (_are_beyond(relation, sides) or _is_misread(relation)):
        holds = None
    fault = Fault() if holds is not False else _fault(relation)
    level = severity or check.severity
    if excused:
        level = at_most(level, "warning")
    if fault.benign:
        level = lower(level)
    return verdict(
        check,
        view,
        holds=holds,
        words=_said(relation.words, decision, fault, other, excused=excused),
        arithmetic=relation.arithmetic,
        operands=[*((f.mention, f.role) for f in relation.figures), *relation.others],
        severity=level if closed else at_most(level, "warning"),
        computed=sides.computed.nominal,
        stated=sides.stated.nominal,
        gap=float(decision.gap) if holds is False else None,
        cause=ROUNDING if decision.verdict == "rounding" else fault.cause,
        fix=fault.fix,
    )


def _neighbour(view: View, relation: Relation, *, closed: bool) -> Quantity | None:
    """Return the figure beside a relation with which it fits.

    Where no syntax ties a share to its figures, what was taken for the whole may be the part.
    """
    first, *others = relation.figures
    orders = [relation.figures]
    if not closed and len(others) > 1 and relation.misread:
        orders.append((others[0], first, *others[1:]))
    found = (explained(view, order, lambda f: _fits(relation, f)) for order in orders)
    return next((other for other in found if other is not None), None)


def _is_misread(relation: Relation) -> bool:
    readings = [(equation(relation.figures), equation) for equation in relation.misread]
    return any(_fit(e, relation.figures) or _is_close(sides) for sides, e in readings)


def _is_close(sides: Sides) -> bool:
    """Tell figures that come within a hair of what a word says: 0.33 of "a third"."""
    if sides.value is None:
        return False
    low, high = bounds(sides.computed.nominal)
    slack = abs(sides.value) * _HAIR
    return sides.value - slack <= low <= high <= sides.value + slack


def _are_beyond(relation: Relation, sides: Sides) -> bool:
    """Tell sides that no slip brings so far apart: 4.5 kilos and 88,200 tonnes are of two things.

    Zeros left out may, and what a check foresaw: 45 million for billion, points for percent.
    """
    low, high = bounds(sides.computed.nominal)
    least, most = bounds(sides.stated.nominal)
    if min(low, least) <= 0 or (low <= most * _BEYOND and least <= high * _BEYOND):
        return False
    most = most if most.is_finite() else least
    around = Interval(low * (1 - _NARROW), high * (1 + _NARROW) if high.is_finite() else None)
    stated = (value * step for value in (least, most) for step in _SCALES)
    if any(around.covers(Interval.point(value)) for value in stated):
        return False
    return _named(relation.figures, {**relation.slips, **relation.benign}) is None


def relative_gap(relation: Relation) -> Decimal:
    """Return how far apart the two sides are relative to the stated figure, as L decides."""
    return _firmly(relation).gap


def _decision(relation: Relation, sides: Sides) -> tuple[Decision, bool]:
    """Decide whether a relation holds, and whether very coarse rounding would excuse that not.

    No rounding excuses 33 for 5.
    """
    decision = _decided(sides)
    if decision.verdict == "rounding" and (firm := _firmly(relation)).verdict == "conflict":
        return firm, firm.gap <= _FAR_OFF
    return decision, False


def _said(
    words: Words, decision: Decision, fault: Fault, other: Quantity | None, *, excused: bool
) -> Words:
    """Add to the words of a relation what makes it hold, or would."""
    message, agreement = words
    if other is not None:
        return Words(f"{message}; {said(other.text)} stands beside it and fits", agreement)
    if excused:
        message = f"{message}, unless a figure is very coarsely rounded"
    if fault.named:
        message = f"{message}; it would hold if {fault.cause}"
    if decision.verdict == "rounding":
        agreement = f"{agreement}, a figure being very coarsely rounded"
    return Words(message, agreement)


def _fault(relation: Relation) -> Fault:
    """Name the reading under which figures agree, or else the kind of the slips that mend them."""
    benign = _named(relation.figures, relation.benign)
    named = benign or _named(relation.figures, relation.slips)
    found = _repairs(relation)
    kinds = {repair.cause for repair in found}
    cause = named or (found[0].cause if len(kinds) == 1 else None)
    fix = f"{found[0].old} → {found[0].new}" if len(found) == 1 else None
    return Fault(cause, named is not None, benign is not None, fix)


def _decided(sides: Sides) -> Decision:
    computed, stated = sides.computed, sides.stated
    return decide(computed.nominal, stated.nominal, computed.loose, stated.loose, sides.value)


def _firmly(relation: Relation) -> Decision:
    """Decide again without the coarsest reading of round figures; a slip that fits settles it."""
    decision = _decided(relation.equation([figure.firm for figure in relation.figures]))
    if relation.strict and _named(relation.figures, relation.slips):
        return Decision("conflict", decision.gap)
    return decision


def _named(figures: Sequence[Figure], equations: Mapping[str, Equation]) -> str | None:
    """Return the first reading under which the figures agree as printed."""
    for name, equation in equations.items():
        sides = equation(figures)
        if sides.computed.nominal.intersects(sides.stated.nominal):
            return name
    return None


def _repairs(relation: Relation) -> list[Repair]:
    """Return every change of one token that restores consistency, if that is no chance."""
    found: list[Repair] = []
    figures = list(relation.figures)
    for index, figure in enumerate(figures):
        for repair in repairs(figure):
            changed = [*figures[:index], repair.figure, *figures[index + 1 :]]
            sides = relation.equation(changed)
            if sides.computed.nominal.intersects(sides.stated.nominal):
                if not _fits(relation, changed):
                    return []
                found.append(repair)
    return found


def _fits(relation: Relation, figures: Sequence[Figure]) -> bool:
    """Tell whether a relation holds of other figures, and by no chance."""
    return _fit(relation.equation, figures)


def _fit(equation: Equation, figures: Sequence[Figure]) -> bool:
    sides, printed = equation(figures), equation([figure.printed for figure in figures])
    low, high = bounds(printed.computed.nominal)
    hit = sides.value is not None and low == high == sides.value  # 5%, and 5.0 comes out
    return hit or _is_exact(sides, printed)


def _is_exact(sides: Sides, printed: Sides) -> bool:
    """Tell whether printed figures come to the one stated, and not only to about as much.

    A wide margin proves nothing: one slip in a dozen brings any figures to "half", or below 100%.
    """
    low, high = bounds(sides.stated.nominal)
    narrow = sides.value is not None and high - low <= abs(sides.value) * _NARROW
    return narrow and sides.stated.nominal.covers(printed.computed.nominal)
