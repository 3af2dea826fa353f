"""How far two levels lie apart, and whether what is stated of it is that, or a slip away from it."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from factx.claims.sums.line import Figure
from factx.claims.sums.statement import Statement, is_points
from factx.intervals import half_step, is_misprint
from factx.model import Way

_HUNDRED = Decimal(100)
_NEAR = Decimal("0.05")  # of what is stated
_HEDGED = Decimal("0.15")
_WORD = Decimal("0.03")  # of a multiple
_DIGITS = 2  # of a percentage that a slip of one of them would tell


def fits(said: Statement, new: Figure, old: Figure) -> bool:
    """Tell a size that is about as stated, whichever of its readings is meant."""
    stated = _stated(said)
    exact = said.figure is None or said.figure.mention.qualifier == "exact"
    slack = max(half_step(stated), stated * (_NEAR if exact else _HEDGED))
    return any(abs(size - stated) <= slack for size in _sizes(said, new, old))


def way_between(new: Figure, old: Figure) -> Way:
    """Return the way from one level to another."""
    one, two = new.mention.number, old.mention.number
    return "flat" if one == two else "up" if one > two else "down"


def slipped(said: Statement, new: Figure, old: Figure) -> bool:
    """Tell a size that one slip makes of the right one: a digit, two swapped, or the wrong base."""
    stated = _stated(said)
    low, high = sorted((new.mention.number, old.mention.number))
    if low <= 0 or low == high or said.figure is None:
        return False
    if said.figure.mention.kind == "ratio" and stated >= 1:
        size = high / low
        return abs(size - stated) > Decimal("0.7") and any(
            abs(size - right) <= _WORD * right for right in (stated - 1, stated + 1)
        )
    if said.figure.mention.kind in ("percent", "ratio"):
        if any(_rounds(size, stated) for size in _misread(low, high)):
            return True
        size = (high - low) / old.mention.number * _HUNDRED
        return len(_digits(stated)) >= _DIGITS and _is_typo(stated, size)
    return _is_typo(stated, high - low)


def _stated(said: Statement) -> Decimal:
    """Return what is stated: a percentage, also of a fraction; a multiple; a difference."""
    if said.figure is None:
        return Decimal(0)
    number = said.figure.mention.number
    part = said.figure.mention.kind == "ratio" and number < 1
    return number * _HUNDRED if part else number


def _sizes(said: Statement, new: Figure, old: Figure) -> Iterator[Decimal]:
    one, two = new.mention.number, old.mention.number
    low, high = sorted((one, two))
    if said.figure is None or low <= 0:
        return
    kind = said.figure.mention.kind
    if kind == "ratio" and said.figure.mention.number >= 1:
        yield from (high / low, high / low - 1)
    elif kind in ("percent", "ratio"):
        yield abs(one - two) / two * _HUNDRED
        if kind == "ratio":
            yield one / two * _HUNDRED
        if new.mention.kind == "percent":
            yield high - low
    else:
        yield high - low
        if is_points(said.figure):
            yield (high - low) * _HUNDRED


def _misread(low: Decimal, high: Decimal) -> Iterator[Decimal]:
    """Yield the percentages of a wrong base: of the new value, and the new value to the old."""
    yield (high - low) / high * _HUNDRED
    yield (high - low) / low * _HUNDRED
    yield low / high * _HUNDRED
    yield high / low * _HUNDRED


def _rounds(size: Decimal, stated: Decimal) -> bool:
    return abs(size - stated) <= half_step(stated)


def _digits(value: Decimal) -> str:
    return "".join(map(str, value.normalize().as_tuple().digits))


def _is_typo(stated: Decimal, size: Decimal) -> bool:
    """Tell a figure that differs by a digit, by one too many or too few, or by two swapped."""
    right = size.quantize(Decimal(1).scaleb(int(stated.as_tuple().exponent)))
    one, two = (format(abs(value), "f").replace(".", "") for value in (stated, right))
    if len(one) == len(two):
        return is_misprint(one, two)
    long, short = sorted((one, two), key=len, reverse=True)
    extra = (long[:at] + long[at + 1 :] for at in range(len(long)))
    return len(long) == len(short) + 1 and len(short) >= _DIGITS and short in extra
