"""Intervals of decimals that know which of their ends belong to them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from decimal import (
    MAX_EMAX,
    MIN_EMIN,
    ROUND_CEILING,
    ROUND_FLOOR,
    ROUND_HALF_EVEN,
    Context,
    Decimal,
)

# 60 digits hold any product of printed figures exactly. What does not fit (a third) is rounded
# outwards, so that an interval always contains the true image. No traps: a numeral with an absurd
# exponent must not crash the run.
_DOWN = Context(prec=60, rounding=ROUND_FLOOR, Emax=MAX_EMAX, Emin=MIN_EMIN, traps=[])
_UP = Context(prec=60, rounding=ROUND_CEILING, Emax=MAX_EMAX, Emin=MIN_EMIN, traps=[])
CONTEXT = Context(prec=60, rounding=ROUND_HALF_EVEN, Emax=MAX_EMAX, Emin=MIN_EMIN, traps=[])

_INFINITY = Decimal("Infinity")
_ZERO = Decimal(0)
_ONE = Decimal(1)


@dataclass(frozen=True, slots=True)
class _End:
    """One end of an interval: a number or an infinity, and whether it is attained."""

    value: Decimal
    closed: bool


@dataclass(frozen=True, slots=True)
class Interval:
    """The numbers from ``low`` to ``high``; ``None`` is an end without a bound.

    An end is part of the interval when it is ``closed``. An unbounded end is never closed,
    whatever the flag said.
    """

    low: Decimal | None
    high: Decimal | None
    low_closed: bool = True
    high_closed: bool = True

    def __post_init__(self) -> None:
        if not all(end is None or end.is_finite() for end in (self.low, self.high)):
            raise ValueError("an interval ends at a finite number or at None")
        object.__setattr__(self, "low_closed", self.low_closed and self.low is not None)
        object.__setattr__(self, "high_closed", self.high_closed and self.high is not None)
        if self.low is not None and self.high is not None:
            both = self.low_closed and self.high_closed
            if self.low > self.high or (self.low == self.high and not both):
                raise ValueError(f"no number lies between {self.low} and {self.high}")

    @classmethod
    def point(cls, value: Decimal) -> Interval:
        """Return the interval that holds ``value`` alone."""
        return cls(value, value)

    @classmethod
    def around(cls, value: Decimal, half_width: Decimal) -> Interval:
        """Return the closed interval that reaches ``half_width`` to both sides of ``value``."""
        return cls(_DOWN.subtract(value, half_width), _UP.add(value, half_width))

    def contains(self, value: Decimal) -> bool:
        """Tell whether ``value`` lies inside, minding open ends."""
        return self.intersects(Interval.point(value))

    def covers(self, other: Interval) -> bool:
        """Tell whether every number of ``other`` lies inside."""
        return self.intersect(other) == other

    def intersects(self, other: Interval) -> bool:
        """Tell whether the two share a number; touching at an open end is not sharing."""
        return self.intersect(other) is not None

    def intersect(self, other: Interval) -> Interval | None:
        """Return what the two share, or None."""
        low = max(self._low(), other._low(), key=lambda end: (end.value, not end.closed))
        high = min(self._high(), other._high(), key=lambda end: (end.value, end.closed))
        if low.value > high.value:
            return None
        if low.value == high.value and not (low.closed and high.closed):
            return None
        return _between(low, high)

    def hull(self, other: Interval) -> Interval:
        """Return the smallest interval around both; it may hold numbers that neither holds."""
        return _hull((self._low(), other._low()), (self._high(), other._high()))

    def integers(self) -> Interval | None:
        """Return the interval from the first to the last whole number inside, None if there is none.

        Counts are whole: no count of people rounds to 0.4, so a test on counts asks this first.
        """
        low, high = self.low, self.high
        if low is not None:
            first = low.to_integral_value(ROUND_CEILING)
            low = first if self.low_closed or first != low else _UP.add(first, _ONE)
        if high is not None:
            last = high.to_integral_value(ROUND_FLOOR)
            high = last if self.high_closed or last != high else _DOWN.subtract(last, _ONE)
        return None if low is not None and high is not None and low > high else Interval(low, high)

    def negate(self) -> Interval:
        """Return the interval mirrored at zero."""
        low = None if self.high is None else self.high.copy_negate()
        high = None if self.low is None else self.low.copy_negate()
        return Interval(low, high, self.high_closed, self.low_closed)

    def scale(self, factor: Decimal) -> Interval:
        """Multiply by an exact number, such as 100 for a percentage."""
        return self.multiply(Interval.point(factor))

    def add(self, other: Interval) -> Interval:
        """Return every sum of a number here and a number there."""
        low, high, other_low, other_high = self._low(), self._high(), other._low(), other._high()
        return _between(
            _End(_DOWN.add(low.value, other_low.value), low.closed and other_low.closed),
            _End(_UP.add(high.value, other_high.value), high.closed and other_high.closed),
        )

    def subtract(self, other: Interval) -> Interval:
        """Return every difference, as if the two varied independently."""
        return self.add(other.negate())

    def multiply(self, other: Interval) -> Interval:
        """Return every product."""
        return self._corners(other, _product)

    def divide(self, other: Interval) -> Interval:
        """Return every quotient.

        A divisor with zero inside, or zero alone, gives the unbounded interval: nothing follows
        from it, so no check can fire on it. Zero as one end only opens the result on one side.
        """
        low, high = bounds(other)
        if low < 0 < high or low == high == 0:
            return Interval(None, None)
        if low < 0:
            return self.negate().divide(other.negate())
        return self._corners(other, _quotient)

    def _low(self) -> _End:
        return _End(-_INFINITY if self.low is None else self.low, self.low_closed)

    def _high(self) -> _End:
        return _End(_INFINITY if self.high is None else self.high, self.high_closed)

    def _corners(
        self, other: Interval, combine: Callable[[_End, _End, Context], _End | None]
    ) -> Interval:
        """Apply an operation monotone in each argument, whose extremes lie at pairs of ends."""
        mine, theirs = (self._low(), self._high()), (other._low(), other._high())
        pairs = [(a, b) for a in mine for b in theirs]
        lows = [end for a, b in pairs if (end := combine(a, b, _DOWN))]
        highs = [end for a, b in pairs if (end := combine(a, b, _UP))]
        return _hull(lows, highs)


def _product(a: _End, b: _End, context: Context) -> _End:
    """Multiply two ends; zero times an unbounded end is zero, for every number there is finite."""
    if a.value == 0 or b.value == 0:
        return _End(_ZERO, (a.value == 0 and a.closed) or (b.value == 0 and b.closed))
    return _End(context.multiply(a.value, b.value), a.closed and b.closed)


def _quotient(a: _End, b: _End, context: Context) -> _End | None:
    """Divide two ends, the divisor not negative; None where the other corners say it all."""
    if a.value == 0:
        return _End(_ZERO, a.closed)
    if b.value == 0:
        return _End(_INFINITY.copy_sign(a.value), closed=False)
    if b.value.is_infinite():
        return None if a.value.is_infinite() else _End(_ZERO, closed=False)
    return _End(context.divide(a.value, b.value), a.closed and b.closed)


def _hull(lows: Iterable[_End], highs: Iterable[_End]) -> Interval:
    return _between(
        min(lows, key=lambda end: (end.value, not end.closed)),
        max(highs, key=lambda end: (end.value, end.closed)),
    )


def _between(low: _End, high: _End) -> Interval:
    return Interval(
        low.value if low.value.is_finite() else None,
        high.value if high.value.is_finite() else None,
        low.closed,
        high.closed,
    )


def bounds(interval: Interval) -> tuple[Decimal, Decimal]:
    """Return both ends as numbers, an infinity for an end without a bound."""
    return (
        -_INFINITY if interval.low is None else interval.low,
        _INFINITY if interval.high is None else interval.high,
    )
