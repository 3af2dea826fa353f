"""Whether one figure may be a slip of the pen for another: a digit, a swap, a power of ten."""

from __future__ import annotations

from decimal import Decimal

from factx.intervals import is_misprint

_MAGNITUDES = tuple(Decimal(10) ** power for power in (1, 2, 3, 6))

_SHORT = 10


def looks_alike(one: Decimal, other: Decimal) -> bool:
    """Tell values one slip apart; a single digit may be any other."""
    if one == other or min(one, other) <= 0:
        return False
    if is_magnitude(one, other):
        return True
    first, second = _digits(one), _digits(other)
    return one.adjusted() == other.adjusted() and is_misprint(first, second)


def is_typo(one: Decimal, other: Decimal) -> bool:
    """Tell longer figures one slip apart; two small ones may both be meant."""
    if min(one, other) < _SHORT or not looks_alike(one, other) or is_magnitude(one, other):
        return False
    first, second = _digits(one), _digits(other)
    return sorted(first) == sorted(second) or len(first.rstrip("0")) > 2


def is_magnitude(one: Decimal, other: Decimal) -> bool:
    """Tell values exactly a power of ten apart."""
    small, large = sorted((one, other))
    return any(small * step == large for step in _MAGNITUDES)


def _digits(value: Decimal) -> str:
    """Return the significant digits, at least two, of a value."""
    digits = "".join(map(str, value.normalize().as_tuple().digits))
    return digits.ljust(max(2, min(value.adjusted() + 1, 15)), "0")
