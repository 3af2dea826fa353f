"""Compare what was computed with what was printed."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal, NamedTuple, TypeAlias

from factx.intervals.arithmetic import CONTEXT, Interval, bounds

Verdict: TypeAlias = Literal["consistent", "rounding", "conflict"]

_ZERO = Decimal(0)


class Decision(NamedTuple):
    """The verdict on one relation, and the gap between the loose intervals relative to |y|."""

    verdict: Verdict
    gap: Decimal


def decide(
    computed_n: Interval,
    stated_n: Interval,
    computed_l: Interval,
    stated_l: Interval,
    stated: Decimal | None = None,
) -> Decision:
    """Judge y = f(x...) from the images of the nominal and loose intervals, and those of y.

    ``consistent`` holds as printed, ``rounding`` only if a figure was cut off or rounded coarsely,
    ``conflict`` in no reading. An equality test would alarm on 35.0% of 374 percent
    statements of real news, printed digits on 6.7%, the loose intervals on 4.8% (half of these are
    errors of the news). The gap sorts conflicts; it never decides. ``stated`` is the printed y.
    """
    if computed_n.intersects(stated_n):
        return Decision("consistent", _ZERO)
    if computed_l.intersects(stated_l):
        return Decision("rounding", _ZERO)
    return Decision("conflict", gap(computed_l, stated_l, stated))


def gap(computed: Interval, stated: Interval, value: Decimal | None = None) -> Decimal:
    """Return the distance between two intervals relative to |``value``|.

    Without ``value`` the middle of ``stated`` stands for y, or its one finite end. Zero when they
    share a number or touch at an open end; Infinity when y is zero and they do not.
    """
    low, high = bounds(computed)
    stated_low, stated_high = bounds(stated)
    distance = max(CONTEXT.subtract(low, stated_high), CONTEXT.subtract(stated_low, high), _ZERO)
    if distance == 0:
        return _ZERO
    size = (_middle(stated) if value is None else value).copy_abs()
    return CONTEXT.divide(distance, size)


def _middle(interval: Interval) -> Decimal:
    """Return the middle; apart from another interval, at least one end is finite."""
    if interval.low is None or interval.high is None:
        return interval.low or interval.high or _ZERO
    return CONTEXT.divide(CONTEXT.add(interval.low, interval.high), Decimal(2))
