"""Arithmetic on readings: what holds for the nominal intervals is done to the loose ones too."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal
from functools import reduce

from factx.checks.figures import Figure
from factx.checks.wording import number
from factx.intervals import Interval, Reading

HUNDRED = Decimal(100)
_NOTHING, _ONE = Interval.point(Decimal(0)), Interval.point(Decimal(1))


def image(function: Callable[..., Interval], *readings: Reading) -> Reading:
    """Return what a function makes of the nominal intervals, and of the loose ones."""
    nominal, loose = zip(*readings, strict=True)
    return Reading(function(*nominal), function(*loose))


def exactly(value: Decimal) -> Reading:
    """Return the reading of one value."""
    return within(value, value)


def within(low: Decimal | None, high: Decimal | None) -> Reading:
    """Return the reading of anything between two bounds."""
    whole = Interval(low, high)
    return Reading(whole, whole)


def subtract(one: Reading, other: Reading) -> Reading:
    """Return what remains of the first."""
    return image(Interval.subtract, one, other)


def divide(one: Reading, other: Reading) -> Reading:
    """Return the quotient."""
    return image(Interval.divide, one, other)


def scale(one: Reading, factor: Decimal) -> Reading:
    """Return a multiple by an exact number."""
    return image(lambda values: values.scale(factor), one)


def percents(ratio: Reading, *, falls: bool) -> Reading:
    """Return a ratio as a rise in percent, or as a fall."""
    return image(
        lambda values: (_ONE.subtract(values) if falls else values.subtract(_ONE)).scale(HUNDRED),
        ratio,
    )


def apart(one: Figure, other: Figure) -> Reading:
    """Return how far two figures lie apart: the larger less the smaller, as printed."""
    more, less = (one, other) if one.value >= other.value else (other, one)
    return subtract(more.reading, less.reading)


def total(figures: Iterable[Figure]) -> Reading:
    """Return the sum of figures."""
    readings = (figure.reading for figure in figures)
    return image(lambda *values: reduce(Interval.add, values, _NOTHING), *readings)


def difference(new: Figure, old: Figure) -> str:
    """Write a level less the one before."""
    return f"{number(new.value)} − {number(old.value)} = {number(new.value - old.value)}"


def quotient(one: Figure, other: Figure) -> str:
    """Write a figure divided by another."""
    return f"{number(one.value)} / {number(other.value)} = {number(one.value / other.value)}"


def added(figures: Sequence[Figure]) -> str:
    """Write a sum of figures and what it comes to."""
    terms = " + ".join(number(figure.value) for figure in figures)
    return f"{terms} = {number(sum((figure.value for figure in figures), Decimal(0)))}"
