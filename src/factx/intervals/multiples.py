"""Multiples and fractions: what "doubled", "a third", "one in five" and "most" allow as a ratio.

A ratio word is rounder than a printed figure. In 16 natural cases plain "doubled" stood for 2.00 to
2.02, "tripled" for 2.79 to 3.07, "halved" for 0.534, "nearly doubled" for 1.81 to 2.04 and "more
than doubled" for 2.01 to 2.38; the bands below hold all of them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from types import MappingProxyType

from factx.intervals.arithmetic import CONTEXT, Interval
from factx.intervals.hedges import Hedge
from factx.intervals.written import Reading

_ZERO = Decimal(0)
_ONE = Decimal(1)


@dataclass(frozen=True, slots=True)
class _Band:
    """N and L as factors of the ratio named."""

    nominal: Interval
    loose: Interval

    def of(self, ratio: Interval) -> Reading:
        return Reading(self.nominal.multiply(ratio), self.loose.multiply(ratio))


def _band(low: str, high: str | None, loose_low: str, loose_high: str | None) -> _Band:
    return _Band(
        Interval(Decimal(low), None if high is None else Decimal(high)),
        Interval(Decimal(loose_low), None if loose_high is None else Decimal(loose_high)),
    )


# A rise to 2.3 is still written "doubled" now and then, one to 1.7 hardly: hence more room above.
_MULTIPLE = _band("0.93", "1.07", "0.90", "1.15")
# "One in five" claims a proportion, which is nearer to a figure.
_ONE_IN = _band("0.95", "1.05", "0.88", "1.12")

# "about", "just over" and the logical hedges are not in the measured cases. They take the plain
# loose band as nominal, or the bare logic of the words, and stay wide in L.
_HEDGED: Mapping[Hedge, _Band] = MappingProxyType(
    {
        "about": _band("0.90", "1.15", "0.75", "1.25"),
        "nearly": _band("0.80", "1", "0.75", "1.05"),
        "just_under": _band("0.80", "1", "0.75", "1.05"),
        "just_over": _band("1", "1.15", "0.99", "1.25"),
        # Past one and a half the writer would have found a larger word.
        "more_than": _band("1", "1.5", "0.99", None),
        "less_than": _band("0.80", "1", "0", "1.01"),
        "at_least": _band("1", None, "0.99", None),
        "at_most": _band("0", "1", "0", "1.01"),
    }
)
# A half is a rounder word than a quarter: 0.12 by the denominator gives 0.05 (capped), 0.04 and
# 0.03 for halves, thirds and quarters, and keeps fifths and tenths apart from their neighbours.
_FRACTION_WIDTH, _FRACTION_CAP = Decimal("0.12"), Decimal("0.05")
_FRACTION_LOOSE_WIDTH, _FRACTION_LOOSE_CAP = Decimal("0.28"), Decimal("0.07")
_HALF_AGAIN = Decimal("1.5")
# 49.6% rounds to a half and is called a majority on election night.
_MAJORITY, _MAJORITY_LOOSE = Decimal("0.5"), Decimal("0.49")


def multiple(times: Decimal, hedge: Hedge = "exact") -> Reading:
    """Return N and L of new/old for "doubled", "twice", "tenfold", "k times as many"."""
    return _bands(_MULTIPLE, hedge).of(Interval.point(times))


def reduction(times: Decimal, hedge: Hedge = "exact") -> Reading:
    """Return N and L of new/old for "a k-fold reduction", "k times fewer", "halved".

    The bands of a multiple around 1/k; with a hedge it is the reduction that is hedged, so "more
    than halved" lies below one half.
    """
    once = Interval.point(_ONE)
    if hedge in ("exact", "about"):
        return _bands(_MULTIPLE, hedge).of(once.divide(Interval.point(times)))
    fold = multiple(times, hedge)
    return Reading(once.divide(fold.nominal), once.divide(fold.loose))


def fraction(numerator: int, denominator: int, hedge: Hedge = "exact") -> Reading:
    """Return N and L of "half", "a third", "two thirds", in absolute shares.

    The bare and the approximate word widen by the denominator; other hedges as those of a multiple.
    """
    value = Interval.point(Decimal(numerator)).divide(Interval.point(Decimal(denominator)))
    if hedge not in ("exact", "about"):
        return _as_share(_HEDGED[hedge].of(value), value)
    near = min(CONTEXT.divide(_FRACTION_WIDTH, denominator), _FRACTION_CAP)
    far = min(CONTEXT.divide(_FRACTION_LOOSE_WIDTH, denominator), _FRACTION_LOOSE_CAP)
    if hedge == "about":
        near, far = far, far * _HALF_AGAIN
    return Reading(value.add(Interval.around(_ZERO, near)), value.add(Interval.around(_ZERO, far)))


def one_in(count: Decimal, hedge: Hedge = "exact") -> Reading:
    """Return N and L of "one in k"."""
    share = Interval.point(_ONE).divide(Interval.point(count))
    return _as_share(_bands(_ONE_IN, hedge).of(share), share)


def majority() -> Reading:
    """Return N and L of "a majority" and "most": more than half, of a whole at the most."""
    return Reading(Interval(_MAJORITY, _ONE, low_closed=False), Interval(_MAJORITY_LOOSE, None))


def _bands(plain: _Band, hedge: Hedge) -> _Band:
    return plain if hedge == "exact" else _HEDGED[hedge]


def _as_share(reading: Reading, named: Interval) -> Reading:
    """End N at the whole: "at least a third" is not more than everything, "three halves" may be."""
    whole = Interval(None, _ONE)
    if not whole.covers(named):
        return reading
    return Reading(reading.nominal.intersect(whole) or named, reading.loose)
