"""Whether figures add up to another, or would if a single digit were another one."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from factx.intervals import half_step, is_misprint
from factx.model import Quantity

# What a hedged total may be off by, as a part of it.
_HEDGED = Decimal("0.01")
# Digits of what a single digit, or a swap of two neighbours, changes: "30", "81".
_SLIPPED = 2
# Digits of a number that does not become any other by one of them; more are no news.
_DIGITS = range(2, 16)


def adds_up(total: Quantity, parts: Sequence[Quantity]) -> bool:
    """Tell figures that come to a total, give or take what each may be rounded by."""
    slack = sum((_step(part) for part in (total, *parts)), Decimal(0))
    if total.qualifier == "approx":
        slack += total.number * _HEDGED
    return abs(sum(part.number for part in parts) - total.number) <= slack


def is_misadded(total: Quantity, parts: Sequence[Quantity]) -> bool:
    """Tell a sum that holds if one digit of the total or of a part is changed, or two are swapped."""
    missing = total.number - sum((part.number for part in parts), Decimal(0))
    places = {quantity.number.as_tuple().exponent for quantity in (total, *parts)}
    if len(places) == 1 and len(missing.normalize().as_tuple().digits) > _SLIPPED:
        return False  # most sums: the slower look at each digit would say the same
    wanted = [(total.number, total.number - missing)]
    wanted += [(part.number, part.number + missing) for part in parts]
    return any(_is_misprint(written, meant) for written, meant in wanted)


def _is_misprint(written: Decimal, meant: Decimal) -> bool:
    if meant <= 0 or len(written.as_tuple().digits) not in _DIGITS:
        return False
    if meant.adjusted() > written.adjusted() + 1:
        return False  # it has more digits, maybe more than can be counted
    step = Decimal(1).scaleb(int(written.as_tuple().exponent))
    return is_misprint(_digits(written, step), _digits(meant, step))


def _digits(value: Decimal, step: Decimal) -> str:
    return f"{value.quantize(step):f}".replace(".", "")


def _step(quantity: Quantity) -> Decimal:
    """Return what a rounded figure may be off by: nothing for a plain count."""
    whole = quantity.number == quantity.number.to_integral_value()
    return Decimal(0) if whole and quantity.low == quantity.high else half_step(quantity.number)
