"""From the figures of a relation to a verdict, a severity, a cause and, rarely, a repair.

A check says which figures stand in which equation and puts it into words; what follows for the
reader is decided here, one question a function.
"""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from factx.checks.base import Check, Checked
from factx.checks.elsewhere import explained
from factx.checks.relation import (
    Relation,
    Sides,
    are_beyond,
    decided,
    fits,
    is_misread,
    named,
)
from factx.checks.repair import Repair, repairs
from factx.checks.verdict import at_most, lower, verdict
from factx.checks.view import View
from factx.checks.wording import Words, said
from factx.intervals import Decision
from factx.model import Quantity, Severity

ROUNDING = "rounding"
_FAR_OFF = Decimal(1)  # of the stated figure


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
    elif not holds and (are_beyond(relation, sides) or is_misread(relation)):
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
    found = (explained(view, order, lambda f: fits(relation, f), closed=closed) for order in orders)
    return next((other for other in found if other is not None), None)


def relative_gap(relation: Relation) -> Decimal:
    """Return how far apart the two sides are relative to the stated figure, as L decides."""
    return _firmly(relation).gap


def _decision(relation: Relation, sides: Sides) -> tuple[Decision, bool]:
    """Decide whether a relation holds, and whether very coarse rounding would excuse that not.

    No rounding excuses 33 for 5.
    """
    decision = decided(sides)
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
    benign = named(relation.figures, relation.benign)
    known = benign or named(relation.figures, relation.slips)
    found = _repairs(relation)
    kinds = {repair.cause for repair in found}
    cause = known or (found[0].cause if len(kinds) == 1 else None)
    fix = f"{found[0].old} → {found[0].new}" if len(found) == 1 else None
    return Fault(cause, known is not None, benign is not None, fix)


def _firmly(relation: Relation) -> Decision:
    """Decide again without the coarsest reading of round figures; a slip that fits settles it."""
    decision = decided(relation.equation([figure.firm for figure in relation.figures]))
    if relation.strict and named(relation.figures, relation.slips):
        return Decision("conflict", decision.gap)
    return decision


def _repairs(relation: Relation) -> list[Repair]:
    """Return every change of one token that restores consistency, if that is no chance."""
    found: list[Repair] = []
    figures = list(relation.figures)
    for index, figure in enumerate(figures):
        for repair in repairs(figure):
            changed = [*figures[:index], repair.figure, *figures[index + 1 :]]
            sides = relation.equation(changed)
            if sides.computed.nominal.intersects(sides.stated.nominal):
                if not fits(relation, changed):
                    return []
                found.append(repair)
    return found
