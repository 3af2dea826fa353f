"""A figure as printed, and the values that its digits may stand for."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal, NamedTuple, TypeAlias

from factx.intervals.arithmetic import CONTEXT, Interval

# What the figure counts or measures decides what its last digits mean.
#   count    whole things: small or unrounded figures are exact
#   measure  a continuous amount (500 km, $25): an unrounded figure still ends at its last digit
#   percent  percent and points: the zero of 20% is a digit as good as the 6 of 36%
Nature: TypeAlias = Literal["count", "measure", "percent"]

_NUMERAL = re.compile(r"[-+]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)")
_SEPARATORS = dict.fromkeys(map(ord, ", _'\u00a0\u2009\u202f"))
_ONE = Decimal(1)
_TWO = Decimal(2)
# The zeros after the second digit are taken for rounding, the second digit itself is meant.
_MEANT_DIGITS = 2


class Reading(NamedTuple):
    """What a wording allows: ``nominal`` as a reader takes it, ``loose`` at the most."""

    nominal: Interval
    loose: Interval


@dataclass(frozen=True, slots=True)
class Written:
    """A numeral as written, its scale, and what it is a figure of.

    ``digits`` keep what a number forgets: "2.0" is finer than "2". Commas, spaces and apostrophes
    between digits are dropped here; a decimal comma must have become a point already. Spelled-out
    numbers come as the digits they mean: nine million is ``Written("9", Decimal(10**6))``. Anything
    else is a ValueError.
    """

    digits: str
    scale: Decimal = _ONE
    nature: Nature = "count"

    def __post_init__(self) -> None:
        if not _NUMERAL.fullmatch(self.plain):
            raise ValueError(f"not a numeral: {self.digits[:40]!r}")
        if not (self.scale.is_finite() and self.scale > 0):
            raise ValueError(f"not a scale: {self.scale}")

    @property
    def plain(self) -> str:
        """Return the digits with sign and point but without separators."""
        return self.digits.translate(_SEPARATORS).replace("−", "-")

    @property
    def number(self) -> Decimal:
        """Return the numeral without its scale."""
        return Decimal(self.plain)

    @property
    def value(self) -> Decimal:
        """Return the printed value in full: 1.5 trillion is 1.5e12."""
        return CONTEXT.multiply(self.number, self.scale)

    @property
    def decimals(self) -> int:
        """Count the digits after the point."""
        return len(self.plain.partition(".")[2])

    @property
    def figures(self) -> int:
        """Count the digits of the numeral without leading zeros."""
        return len(self.plain.lstrip("+-").replace(".", "").lstrip("0")) or 1

    @property
    def trailing_zeros(self) -> int:
        """Count the zeros that end a numeral without decimals; zero itself ends in none."""
        plain = self.plain
        if "." in plain or self.number == 0:
            return 0
        return len(plain) - len(plain.rstrip("0"))

    @property
    def zeros(self) -> int:
        """Count the trailing zeros that may be due to rounding: none in a percentage.

        20% is printed beside 18% and 23%: its zero is a digit. This alone gives [19.5, 20.5] and
        [19.5, 21) from the rules that make 30,000 stand for [25,000, 35,000]. (Of 68 trailing-zero
        integers in verifiable percent statements of real news, 62 fitted the exact reading.)
        """
        return 0 if self.nature == "percent" else self.trailing_zeros

    @property
    def whole(self) -> bool:
        """Tell whether this is a plain count: whole things, no scale word, no decimals."""
        return self.nature == "count" and self.scale == 1 and not self.decimals

    @property
    def unit(self) -> Decimal:
        """Return one of the last digit as written (``u``): 0.1 trillion, one of 17,600."""
        return CONTEXT.scaleb(self.scale, -self.decimals)

    @property
    def rounded(self) -> Decimal:
        """Return one of the last digit that is not a trailing zero: 10,000 of 30,000."""
        return CONTEXT.scaleb(self.unit, self.zeros)

    @property
    def step(self) -> Decimal:
        """Return the unit that the writer meant, taking two digits as meant: 1,000 of 30,000.

        A single digit is taken to mean a tenth of itself ($6 billion is 6.0) where a hedge asks how
        far off a figure may be; things that are counted come no finer than one.
        """
        if self.decimals:
            return self.unit
        power = min(self.zeros, self.figures - _MEANT_DIGITS)
        return CONTEXT.scaleb(self.scale, max(power, 0) if self.whole else power)


def nominal(written: Written) -> Interval:
    """Return N, the contract's low and high: at least two significant digits are meant.

    A plain count with at most one trailing zero is exact (112; 12,480). Never finer than half the
    last printed digit: $6 billion is [5.5, 6.5] and $6.0 billion [5.95, 6.05], for the printed
    digit alone accepts 93.3% of 374 natural percent statements, and the three intervals nest.
    """
    if written.whole and written.trailing_zeros <= 1:
        return Interval.point(written.value)
    return Interval.around(written.value, _half(max(written.step, written.unit)))


def loose(written: Written) -> Interval:
    """Return L: every trailing zero may be due to rounding, and digits may have been cut off.

    Cutting off is met with decimals and scaled numerals (1.58 trillion printed as 1.5), so their
    upper end is open: 1.6 would have been printed as such. It is the digit meant that is cut,
    $950 million reaching up to 960, but never a figure written out: 17,600 is not cut from 17,690.
    """
    if written.whole and written.trailing_zeros <= 1:
        return Interval.point(written.value)
    coarse = Interval.around(written.value, _half(written.rounded))
    if not written.decimals and written.scale == 1 and written.nature != "percent":
        return coarse
    return coarse.hull(_cut_off(written))


def _cut_off(written: Written) -> Interval:
    """Return what becomes the figure when digits are cut off: towards zero, so mirrored below it."""
    step = max(written.step, written.unit)
    below = _half(written.unit).copy_negate()
    size = Interval.point(written.value.copy_abs())
    cut = size.add(Interval(below, step, high_closed=False))
    return cut.negate() if written.value < 0 else cut


def _half(width: Decimal) -> Decimal:
    return CONTEXT.divide(width, _TWO)


def read(written: Written) -> Reading:
    """Return N and L of a figure without a hedge."""
    return Reading(nominal(written), loose(written))
