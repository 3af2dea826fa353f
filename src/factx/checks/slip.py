"""Whether one figure may be a slip of the pen for another: a digit, a swap, a power of ten."""

from __future__ import annotations

from decimal import Decimal

_MAGNITUDES = tuple(Decimal(10) ** power for power in (1, 2, 3, 6))

_SHORT = 10


def looks_alike(one: Decimal, other: Decimal) -> bool:
    """Tell values one slip apart; a single digit may be any other."""
    if one == other or min(one, other) <= 0:
        return False
    if is_magnitude(one, other):
        return True
    first, second = _digits(one), _digits(other)
    if len(first) != len(second) or one.adjusted() != other.adjusted():
        return False
    differ = [index for index, (a, b) in enumerate(zip(first, second, strict=True)) if a != b]
    if len(differ) == 2 and differ[1] == differ[0] + 1:
        return first[differ[0]] == second[differ[1]] and first[differ[1]] == second[differ[0]]
    return len(differ) == 1


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
