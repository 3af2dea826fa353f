"""Numerals as they are written: half of the last digit, and one digit put wrong."""

from __future__ import annotations

from decimal import Decimal


def half_step(value: Decimal) -> Decimal:
    """Return half of a value's last printed digit: 0.05 for 4.2."""
    return Decimal(5).scaleb(int(value.as_tuple().exponent) - 1)


def is_misprint(one: str, other: str) -> bool:
    """Tell digits of one number in which a single one differs, or two neighbours are swapped."""
    if len(one) != len(other):
        return False
    differ = [at for at, (a, b) in enumerate(zip(one, other, strict=True)) if a != b]
    if len(differ) == 2 and differ[1] == differ[0] + 1:
        first, second = differ
        return one[first] == other[second] and one[second] == other[first]
    return len(differ) == 1
