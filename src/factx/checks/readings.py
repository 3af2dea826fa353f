"""Arithmetic on readings: what holds for the nominal intervals is done to the loose ones too."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal

from factx.checks.figures import Figure
from factx.checks.wording import number
from factx.intervals import Interval, Reading

_NOTHING = Interval.point(Decimal(0))


def exactly(value: Decimal) -> Reading:
    """Return the reading of one value."""
    point = Interval.point(value)
    return Reading(point, point)


def within(low: Decimal | None, high: Decimal | None) -> Reading:
    """Return the reading of anything between two bounds."""
    whole = Interval(low, high)
    return Reading(whole, whole)


def subtract(one: Reading, other: Reading) -> Reading:
    """Return what remains of the first."""
    return Reading(one.nominal.subtract(other.nominal), one.loose.subtract(other.loose))


def divide(one: Reading, other: Reading) -> Reading:
    """Return the quotient."""
    return Reading(one.nominal.divide(other.nominal), one.loose.divide(other.loose))


def scale(one: Reading, factor: Decimal) -> Reading:
    """Return a multiple by an exact number."""
    return Reading(one.nominal.scale(factor), one.loose.scale(factor))


def total(figures: Iterable[Figure]) -> Reading:
    """Return the sum of figures."""
    nominal = loose = _NOTHING
    for figure in figures:
        nominal, loose = nominal.add(figure.reading.nominal), loose.add(figure.reading.loose)
    return Reading(nominal, loose)


def added(figures: Sequence[Figure]) -> str:
    """Write a sum of figures and what it comes to."""
    terms = " + ".join(number(figure.value) for figure in figures)
    return f"{terms} = {number(sum((figure.value for figure in figures), Decimal(0)))}"
