"""The words around a figure that move or open its interval: about, nearly, more than, up to."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from types import MappingProxyType
from typing import Literal, TypeAlias

from factx.intervals.arithmetic import CONTEXT, Interval
from factx.intervals.written import Reading, Written, nominal, read

Hedge: TypeAlias = Literal[
    "exact",  # no hedge at all
    "about",  # around, some, roughly, approximately, an estimated
    "nearly",  # almost, close to
    "just_under",
    "just_over",  # slightly more than
    "more_than",  # over, exceeded, above, upwards of
    "less_than",  # under, below, fewer than
    "at_least",
    "at_most",  # up to, as many as
]

# The contract's qualifier of each hedge, and of a range, which has no single figure.
# "nearly" is approx: the gold guideline reads almost and close to so, and allows under as well.
QUALIFIER: Mapping[
    str, Literal["exact", "approx", "over", "under", "at_least", "at_most", "range"]
] = MappingProxyType(
    {
        "exact": "exact",
        "about": "approx",
        "nearly": "approx",
        "just_under": "under",
        "just_over": "over",
        "more_than": "over",
        "less_than": "under",
        "at_least": "at_least",
        "at_most": "at_most",
        "range": "range",
    }
)

# How far a hedged figure may lie from the value, relative to it. Each is a floor under the rounding
# of the numeral: "about 1,234" is hedged although all its digits are written.
_ABOUT, _ABOUT_LOOSE = Decimal("0.05"), Decimal("0.10")
_NEARLY, _NEARLY_LOOSE = Decimal("0.10"), Decimal("0.15")
# "nearly 500" is also printed for 505: the writer looked at a rounded figure.
_NEARLY_ABOVE = Decimal("0.02")
_JUST_OVER, _JUST_OVER_LOOSE = Decimal("0.05"), Decimal("0.10")
_LESS_THAN = Decimal("0.15")
_ZERO = Decimal(0)
_ONE = Decimal(1)
_HALF = Decimal("0.5")


def hedged(written: Written, hedge: Hedge) -> Reading:
    """Return N and L of a figure under a hedge, which replaces the figure's own interval.

    Below zero, closeness is a matter of size (nearly -5 lies above -5) and order one of value
    (below -5 lies below). The upper side of "more than" is what a reader expects, not what is
    said: N ends at the next round number, L has no upper end.
    """
    return read(written) if hedge == "exact" else _HEDGES[hedge](written)


def _about(written: Written) -> Reading:
    # A hedge never says more than the bare figure: hence the hull, which matters for one digit.
    near = _reach(written, written.step, _ABOUT)
    far = _reach(written, written.rounded, _ABOUT_LOOSE)
    value = written.value
    return Reading(Interval.around(value, near).hull(nominal(written)), Interval.around(value, far))


def _nearly(written: Written) -> Reading:
    size = Interval.point(written.value.copy_abs())
    near, far = (
        _reach(written, written.step, _NEARLY),
        _reach(written, written.rounded, _NEARLY_LOOSE),
    )
    return _mirrored(
        written,
        Reading(
            size.add(Interval(near.copy_negate(), _ZERO)),
            size.add(Interval(far.copy_negate(), _ZERO)).hull(size.scale(_ONE + _NEARLY_ABOVE)),
        ),
    )


def _just_over(written: Written) -> Reading:
    size = Interval.point(written.value.copy_abs())
    return _mirrored(
        written,
        Reading(
            size.hull(size.scale(_ONE + _JUST_OVER)),
            _lower(written, size).hull(size.scale(_ONE + _JUST_OVER_LOOSE)),
        ),
    )


def _more_than(written: Written) -> Reading:
    value = Interval.point(written.value)
    # One of the last digit that is not zero: over 300,000 means the three hundred thousands. A
    # percentage counts its zeros here as any figure does: over 20% means the twenties.
    following = value.add(Interval.point(CONTEXT.scaleb(written.unit, written.trailing_zeros)))
    return Reading(
        Interval(value.low, following.high, high_closed=False), _upwards(_lower(written, value))
    )


def _less_than(written: Written) -> Reading:
    value = Interval.point(written.value)
    near = _reach(written, written.step, _LESS_THAN)
    return Reading(
        value.add(Interval(near.copy_negate(), _ZERO)), Interval(None, _upper(written, value).high)
    )


def _at_least(written: Written) -> Reading:
    value = Interval.point(written.value)
    return Reading(_upwards(value), _upwards(_lower(written, value)))


def _at_most(written: Written) -> Reading:
    value = Interval.point(written.value)
    # Counts and amounts start at nothing; only what is written below zero may go below it.
    bottom = None if written.value < 0 else _ZERO
    return Reading(Interval(bottom, value.high), Interval(bottom, _upper(written, value).high))


_HEDGES: Mapping[Hedge, Callable[[Written], Reading]] = MappingProxyType(
    {
        "about": _about,
        "nearly": _nearly,
        "just_under": _nearly,
        "just_over": _just_over,
        "more_than": _more_than,
        "less_than": _less_than,
        "at_least": _at_least,
        "at_most": _at_most,
    }
)


def _reach(written: Written, rounding: Decimal, share: Decimal) -> Decimal:
    """Return the larger of a figure's rounding and a share of its size."""
    size = Interval.point(written.value.copy_abs()).scale(share).high
    assert size is not None
    return max(rounding, size)


def _lower(written: Written, value: Interval) -> Interval:
    """Reach half a unit of the last written digit below ``value``."""
    return value.hull(value.subtract(Interval.point(written.unit).scale(_HALF)))


def _upper(written: Written, value: Interval) -> Interval:
    return value.hull(value.add(Interval.point(written.unit).scale(_HALF)))


def _upwards(interval: Interval) -> Interval:
    return Interval(interval.low, None, interval.low_closed)


def _mirrored(written: Written, reading: Reading) -> Reading:
    """Turn a reading of a size into that of a figure below zero."""
    if written.value >= 0:
        return reading
    return Reading(reading.nominal.negate(), reading.loose.negate())
