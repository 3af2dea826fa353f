"""UNI: conversions between units."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import cache

from factx import packaged
from factx.checks.base import Check, Checked
from factx.checks.conversions import pairs
from factx.checks.figures import Figure, figure
from factx.checks.judge import Equation, Relation, Sides, judge, relative_gap
from factx.checks.view import View
from factx.checks.wording import interval, quoted
from factx.intervals import Interval, Reading
from factx.model import Quantity, Severity

# How far off a conversion is told apart: below the first it may be a rounder factor.
_LITTLE, _MUCH = Decimal("0.05"), Decimal("0.25")
# Units that one word names in several countries: US and imperial gallons, short, long and metric tons.
_ALSO: dict[str, tuple[str, ...]] = {
    "gal": ("0.00454609",),
    "pt": ("0.00056826125",),
    "qt": ("0.0011365225",),
    "floz": ("0.0000284130625",),
    "ton": ("1000", "1016.0469088"),
    "mi": ("1852",),
    "nmi": ("1609.344",),
    "t": ("907.18474",),
}
_ZERO_CELSIUS = {"°F": Decimal(32)}


@dataclass(frozen=True, slots=True)
class _Unit:
    """A unit by its dimension and its factors to the dimension's base unit, the usual one first."""

    dimension: str
    factors: tuple[Fraction, ...]


@cache
def _units() -> dict[str, _Unit]:
    return {
        row["symbol"]: _Unit(
            row["dimension"],
            tuple(Fraction(f) for f in (row["factor"], *_ALSO.get(row["symbol"], ()))),
        )
        for row in packaged.rows("factx.mentions.quantity", "units")
    }


class UnitConversion(Check):
    """A figure and its conversion into another unit disagree.

    ## What it does
    Converts the figure with the exact factor, over everything that its digits may stand for, and
    compares with the one in brackets or behind "or". A difference of a few percent, a rounder
    factor, is information; a large one is an error. Temperatures have an offset, differences of
    temperature have none.

    ## Why it matters
    Conversions are added by hand and lose a digit or a decimal point.

    ## Example
    - The road runs 310 miles (300 km) to the coast.
    - The oven reached 405°F (232°C) at noon.

    ## Fine
    - The road runs 310 miles (500 km) to the coast.
    - The oven reached 450°F (232°C) at noon.
    """

    code, name, severity = "UNI01", "unit-conversion", "warning"

    def run(self, view: View) -> Iterator[Checked]:
        """Test each figure that converts another into a unit of the same dimension."""
        for one, other in pairs(view):
            if one.kind != "measure" or other.kind != "measure":
                continue
            if (relation := _relation(one, other)) is not None:
                yield judge(self, view, relation, _severity(relation))


def _relation(one: Quantity, other: Quantity) -> Relation | None:
    ways = list(_ways(one, other))
    if not ways:
        return None
    first, second = figure(one, "original").plain, figure(other, "conversion").plain
    computed = ways[0]([first, second]).computed.nominal
    return Relation(
        figures=(first, second),
        # The readings of an ambiguous unit are equally fair: the first that fits is meant.
        equation=lambda f: next((s for way in ways if _fits(s := way(f))), ways[0](f)),
        message=(
            f"{quoted(one.text)} is {interval(computed)} {other.unit}, which disagrees with "
            f"{quoted(other.text)}"
        ),
        agreement=(
            f"{quoted(one.text)} is {interval(computed)} {other.unit}; the text says "
            f"{quoted(other.text)}"
        ),
        arithmetic=f"{quoted(one.text)} = {interval(computed)} {other.unit}",
    )


def _fits(sides: Sides) -> bool:
    return sides.computed.loose.intersects(sides.stated.loose)


def _severity(relation: Relation) -> Severity:
    gap = relative_gap(relation)
    return "info" if gap <= _LITTLE else "error" if gap > _MUCH else "warning"


def _ways(one: Quantity, other: Quantity) -> Iterator[Equation]:
    """Yield the ways to convert one unit into the other; none if they measure different things."""
    first, second = _units().get(one.unit or ""), _units().get(other.unit or "")
    if first is None or second is None or first.dimension != second.dimension:
        return
    if first.dimension == "temperature":
        if {one.unit, other.unit} <= {"°C", "°F"}:
            yield lambda f: _scaled(f, first.factors[0] / second.factors[0], one.unit, other.unit)
            if one.change is not None or other.change is not None or one.number < 10:
                yield lambda f: _scaled(f, first.factors[0] / second.factors[0])
        return
    for ours in first.factors:
        for theirs in second.factors:
            yield lambda f, factor=ours / theirs: _scaled(f, factor)  # type: ignore[misc]


def _scaled(
    figures: Sequence[Figure],
    factor: Fraction,
    origin: str | None = None,
    target: str | None = None,
) -> Sides:
    one, other = figures
    top, bottom = (Interval.point(Decimal(n)) for n in (factor.numerator, factor.denominator))
    zero = Interval.point(_ZERO_CELSIUS.get(origin or "", Decimal(0)))
    start = Interval.point(_ZERO_CELSIUS.get(target or "", Decimal(0)))

    def image(values: Interval) -> Interval:
        return values.subtract(zero).multiply(top).divide(bottom).add(start)

    reading = one.reading
    computed = Reading(image(reading.nominal), image(reading.loose))
    return Sides(computed, other.reading, other.value)


CHECKS: tuple[type[Check], ...] = (UnitConversion,)
