"""UNI: conversions between units."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import cache

from factx import packaged
from factx.checks.base import Check, Checked
from factx.checks.conversions import pairs
from factx.checks.figures import figure
from factx.checks.judge import judge, relative_gap
from factx.checks.readings import image
from factx.checks.relation import Equation, Relation, Sides, result
from factx.checks.view import View
from factx.checks.wording import beside, frame
from factx.intervals import Interval
from factx.model import Quantity, Severity

# How far off a conversion is told apart: below the first it may be a rounder factor.
_LITTLE, _MUCH = Decimal("0.05"), Decimal("0.25")
_NOTHING = Interval.point(Decimal(0))
_FREEZING = {"°F": Interval.point(Decimal(32)), "°C": _NOTHING}
_SMALL = 10  # degrees that may be a difference


@dataclass(frozen=True, slots=True)
class _Unit:
    """A unit by its dimension and its factors to the dimension's base unit, the usual one first."""

    symbol: str
    dimension: str
    factors: tuple[Fraction, ...]


@cache
def _units() -> dict[str, _Unit]:
    also: dict[str, list[str]] = packaged.table(__package__, "units")["also"]
    return {
        row["symbol"]: _Unit(
            row["symbol"].translate(str.maketrans("23", "²³")),
            row["dimension"],
            tuple(map(Fraction, (row["factor"], *also.get(row["symbol"], ())))),
        )
        for row in packaged.rows("factx.mentions.quantity", "units")
    }


def factor(one: Quantity, other: Quantity) -> Decimal | None:
    """Return how many of the unit of the second one of the first is, if both measure the same."""
    first, second = (_units().get((each.unit or "").partition("/")[0]) for each in (one, other))
    if first is None or second is None or first.dimension != second.dimension:
        return None
    ratio = first.factors[0] / second.factors[0]
    return Decimal(ratio.numerator) / Decimal(ratio.denominator)


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
    converted = result(ways[0], (first, second), second)
    if not frame(other).unit:
        converted = f"{converted} {_units()[other.unit or ''].symbol}"
    return Relation(
        figures=(first, second),
        # The readings of an ambiguous unit are equally fair: the first that fits is meant.
        equation=lambda f: next((s for way in ways if _fits(s := way(f))), ways[0](f)),
        words=beside(f"{first} is {converted}", second),
        arithmetic=f"{first} = {converted}",
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
    ratios = [ours / theirs for ours in first.factors for theirs in second.factors]
    if first.dimension != "temperature":
        yield from (_scaled(ratio) for ratio in ratios)
    elif one.unit in _FREEZING and other.unit in _FREEZING:
        yield _scaled(ratios[0], _FREEZING[one.unit], _FREEZING[other.unit])
        if one.change is not None or other.change is not None or one.number < _SMALL:
            yield _scaled(ratios[0])


def _scaled(ratio: Fraction, start: Interval = _NOTHING, end: Interval = _NOTHING) -> Equation:
    """Return the equation of a conversion; temperatures start and end at the freezing point."""
    top, bottom = (Interval.point(Decimal(n)) for n in (ratio.numerator, ratio.denominator))

    def converted(values: Interval) -> Interval:
        return values.subtract(start).multiply(top).divide(bottom).add(end)

    return lambda f: Sides.of(image(converted, f[0].reading), f[1])


CHECKS: tuple[type[Check], ...] = (UnitConversion,)
