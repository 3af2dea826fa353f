"""From the figures of a relation to a verdict, a severity, a cause and, rarely, a repair.

A check says which figures stand in which equation and puts it into words; everything that all
findings share is decided here.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from hashlib import sha1
from typing import NamedTuple, TypeAlias

from factx.checks.base import Check, Checked
from factx.checks.figures import Figure
from factx.checks.repair import Repair, repairs
from factx.checks.view import Place, View
from factx.checks.wording import Words, estimate
from factx.intervals import Decision, Interval, Reading, bounds, decide
from factx.model import Finding, Operand, Severity

ROUNDING = "rounding"
_FAR_OFF = Decimal(1)  # of the stated figure
_NARROW = Decimal("0.1")  # of it too
_LEVELS: tuple[Severity, ...] = ("info", "warning", "error")


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
    lower. Names of both continue "it would hold if". ``others`` are words that may be wrong too. A
    strict relation does not hold by rounding where a slip fits exactly.
    """

    figures: Sequence[Figure]
    equation: Equation
    words: Words
    arithmetic: str
    slips: Mapping[str, Equation] = field(default_factory=dict)
    benign: Mapping[str, Equation] = field(default_factory=dict)
    others: Sequence[tuple[Place, str]] = ()
    strict: bool = False


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
    decision = _decided(sides)
    level = severity or check.severity
    (message, agreement), fix, cause = relation.words, None, None
    if decision.verdict == "rounding" and (firm := _firmly(relation)).verdict == "conflict":
        decision = firm
        if firm.gap <= _FAR_OFF:  # no rounding excuses 33 for 5
            level = min(level, "warning", key=_LEVELS.index)
            message = f"{message}, unless a figure is very coarsely rounded"
    holds = decision.verdict != "conflict"
    if decision.verdict == "rounding":
        cause, message = ROUNDING, f"{agreement}, a figure being very coarsely rounded"
    elif holds:
        message = agreement
    else:
        benign = _named(relation.figures, relation.benign)
        cause = benign or _named(relation.figures, relation.slips)
        if cause is not None:
            message = f"{message}; it would hold if {cause}"
        if benign is not None:
            level = lower(level)
        if not closed:
            level = min(level, "warning", key=_LEVELS.index)
        found = _repairs(relation)
        if cause is None and found:
            cause = found[0].cause if len({repair.cause for repair in found}) == 1 else None
        if len(found) == 1:
            fix = f"{found[0].old} → {found[0].new}"
    return verdict(
        check,
        view,
        holds=holds,
        words=Words(message, message),
        arithmetic=relation.arithmetic,
        operands=[*((f.mention, f.role) for f in relation.figures), *relation.others],
        severity=level,
        computed=sides.computed.nominal,
        stated=sides.stated.nominal,
        gap=None if holds else float(decision.gap),
        cause=cause,
        fix=fix,
    )


def relative_gap(relation: Relation) -> Decimal:
    """Return how far apart the two sides are relative to the stated figure, as L decides."""
    return _firmly(relation).gap


def _decided(sides: Sides) -> Decision:
    computed, stated = sides.computed, sides.stated
    return decide(computed.nominal, stated.nominal, computed.loose, stated.loose, sides.value)


def _firmly(relation: Relation) -> Decision:
    """Decide again without the coarsest reading of round figures; a slip that fits settles it."""
    decision = _decided(relation.equation([figure.firm for figure in relation.figures]))
    if relation.strict and _named(relation.figures, relation.slips):
        return Decision("conflict", decision.gap)
    return decision


def verdict(
    check: Check,
    view: View,
    *,
    holds: bool | None,
    words: Words,
    operands: Sequence[tuple[Place, str] | Operand],
    arithmetic: str = "",
    severity: Severity | None = None,
    computed: Interval | None = None,
    stated: Interval | None = None,
    gap: float | None = None,
    cause: str | None = None,
    fix: str | None = None,
) -> Checked:
    """Say of a relation whether it holds; operands of another document come as ``Operand``."""
    placed = [item if isinstance(item, Operand) else view.operand(*item) for item in operands]
    here = [item[0] for item in operands if not isinstance(item, Operand)]
    finding = Finding(
        rule=check.code,
        name=check.name,
        severity=(severity or check.severity) if holds is False else "info",
        message=words.agreement if holds else words.message,
        arithmetic=arithmetic,
        computed=None if computed is None else bounds(computed),
        stated=None if stated is None else bounds(stated),
        gap=gap,
        cause=cause,
        spans=tuple(placed),
        claims=tuple(claim.id for place in here if (claim := view.claim(place)) is not None),
        fix=fix,
        fingerprint=_fingerprint(check.code, placed),
    )
    return Checked(finding, holds)


def lower(severity: Severity) -> Severity:
    """Return the next lower severity; info stays."""
    return _LEVELS[max(0, _LEVELS.index(severity) - 1)]


def _fingerprint(code: str, spans: Sequence[Operand]) -> str:
    """Hash what a finding is about, not where it stands: edits elsewhere keep it."""
    words = sorted(" ".join(span.text.lower().split()) for span in spans)
    sources = sorted({span.source for span in spans})
    key = "\0".join([code, *words, *sources]).encode("utf-8", "surrogatepass")
    return sha1(key, usedforsecurity=False).hexdigest()[:16]


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
                if not _is_exact(sides, relation.equation([f.printed for f in changed])):
                    return []
                found.append(repair)
    return found


def _is_exact(sides: Sides, printed: Sides) -> bool:
    """Tell whether printed figures come to the one stated, and not only to about as much.

    A wide margin proves nothing: one slip in a dozen brings any figures to "half", or below 100%.
    """
    low, high = bounds(sides.stated.nominal)
    narrow = sides.value is not None and high - low <= abs(sides.value) * _NARROW
    return narrow and sides.stated.nominal.covers(printed.computed.nominal)
