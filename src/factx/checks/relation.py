"""A relation: an equation over figures, the words for it, and how well figures fit it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import NamedTuple, TypeAlias

from factx.checks.figures import Figure
from factx.checks.view import Place
from factx.checks.wording import Words, estimate
from factx.intervals import Decision, Interval, Reading, bounds, decide

_NARROW = Decimal("0.1")  # of the stated figure
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


def decided(sides: Sides) -> Decision:
    """Return whether two sides agree, as printed or by rounding."""
    computed, stated = sides.computed, sides.stated
    return decide(computed.nominal, stated.nominal, computed.loose, stated.loose, sides.value)


def named(figures: Sequence[Figure], equations: Mapping[str, Equation]) -> str | None:
    """Return the first reading under which the figures agree as printed."""
    for name, equation in equations.items():
        sides = equation(figures)
        if sides.computed.nominal.intersects(sides.stated.nominal):
            return name
    return None


def fits(relation: Relation, figures: Sequence[Figure]) -> bool:
    """Tell whether a relation holds of other figures, and by no chance."""
    return _fit(relation.equation, figures)


def _fit(equation: Equation, figures: Sequence[Figure]) -> bool:
    """Tell whether an equation holds of figures, and by no chance."""
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


def is_misread(relation: Relation) -> bool:
    """Tell figures that fit another reading, one that no check is about."""
    readings = [(equation(relation.figures), equation) for equation in relation.misread]
    return any(_fit(e, relation.figures) or _is_close(sides) for sides, e in readings)


def _is_close(sides: Sides) -> bool:
    """Tell figures that come within a hair of what a word says: 0.33 of "a third"."""
    if sides.value is None:
        return False
    low, high = bounds(sides.computed.nominal)
    slack = abs(sides.value) * _HAIR
    return sides.value - slack <= low <= high <= sides.value + slack


def are_beyond(relation: Relation, sides: Sides) -> bool:
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
    return named(relation.figures, {**relation.slips, **relation.benign}) is None
