"""What a figure in a sum may stand for: its nominal and loose interval, from its text alone.

A document read back from JSON gives the same intervals as one just extracted, because nothing is
used but what is exported: the mention's text, number, bounds and qualifier. The hedge ("nearly" or
"about") is not exported; it is the one whose nominal interval is the mention's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from factx.checks.wording import lowered, said
from factx.intervals import (
    QUALIFIER,
    Hedge,
    Interval,
    Nature,
    Reading,
    Written,
    fraction,
    hedged,
    majority,
    multiple,
    one_in,
    reduction,
)
from factx.model import Quantity

_NUMERAL = re.compile(r"[0-9]+(?:[,\u00a0\u202f][0-9]{3})*(?:\.[0-9]+)?")
_FIGURE = re.compile(r"[0-9]")
_THOUSAND = Decimal(1000)
# "About $3 million" is no two million, though the loose reading of one digit has it so.
_HEDGED = Decimal("0.15")
_HEDGES: dict[str, list[Hedge]] = {}
for _hedge, _qualifier in QUALIFIER.items():
    if _hedge not in ("range", "vague"):
        _HEDGES.setdefault(_qualifier, []).append(_hedge)  # type: ignore[arg-type]
# Finer fractions are not put in words.
_DENOMINATORS = range(2, 13)
_CLOSE = Decimal("1e-9")
_BOUNDED = frozenset({"over", "under", "at_least", "at_most"})


@dataclass(frozen=True, slots=True)
class Figure:
    """A mention as an operand: its part in the sum, what it may stand for, and its numeral.

    ``written`` and ``hedge`` are there for plain figures only, which a repair may rewrite.
    """

    mention: Quantity
    role: str
    reading: Reading
    written: Written | None = None
    hedge: Hedge = "exact"

    def __str__(self) -> str:
        """Return the words of the text, as a sentence takes them."""
        text = self.mention.text
        return lowered(text) if self.mention.kind == "ratio" else said(text)

    @property
    def value(self) -> Decimal:
        """Return the printed value."""
        return self.mention.number

    @property
    def printed(self) -> Figure:
        """Return the figure as its printed value alone."""
        return replace(self, reading=Reading(point := Interval.point(self.value), point))

    @property
    def plain(self) -> Figure:
        """Return the figure without "over" or "up to", which a conversion shares silently."""
        if self.written is None or self.mention.qualifier not in _BOUNDED:
            return self
        return replace(self, reading=hedged(self.written, "exact"), hedge="exact")

    @property
    def firm(self) -> Figure:
        """Return the figure with two digits taken as meant: 500 is not 546, though 500,000 may be.

        The loose interval lets every trailing zero be due to rounding, up to half of the figure
        itself (10,000 for 14,900). That is possible and rare; a reader should be told.
        """
        written, nominal = self.written, self.reading.nominal
        if written is None or self.hedge not in ("exact", "about"):
            return self
        if self.hedge == "about":
            loose = nominal.hull(Interval.around(written.value, abs(written.value) * _HEDGED))
        elif written.value < 0:
            return self
        elif written.decimals or written.scale != 1 or written.nature == "percent":
            end = written.value + written.step  # 1.5 may be cut from 1.58, but 4 is not from 4.9
            loose = nominal.hull(Interval(nominal.low, end, high_closed=False))
        else:
            loose = nominal
        return replace(self, reading=Reading(nominal, loose))

    def is_rounded_like(self, other: Figure) -> bool:
        """Tell two figures that are no closer or rounder than each other, nor hedged."""
        both = (self.mention, other.mention)
        ends = {mention.number.normalize().as_tuple().exponent for mention in both}
        return len(ends) == 1 and all(mention.qualifier == "exact" for mention in both)

    def rewritten(self, digits: str, factor: Decimal = Decimal(1)) -> Figure:
        """Return the figure as it would read with other digits or another scale."""
        assert self.written is not None
        written = replace(self.written, digits=digits, scale=self.written.scale * factor)
        return replace(
            self,
            written=written,
            reading=hedged(written, self.hedge),
            mention=replace(self.mention, number=written.value),
        )


def figure(mention: Quantity, role: str) -> Figure:
    """Read a mention as an operand."""
    bounds = _bounds(mention)
    if mention.kind == "ratio":
        return Figure(mention, role, _ratio(mention, bounds))
    if mention.qualifier == "range":
        return Figure(mention, role, Reading(bounds, bounds))
    for written, hedge in _spellings(mention):
        reading = hedged(written, hedge)
        if _same(reading.nominal, bounds):
            return Figure(mention, role, reading, written, hedge)
    return Figure(mention, role, Reading(bounds, _wider(bounds)))


def _bounds(mention: Quantity) -> Interval:
    low, high = mention.low, mention.high
    return Interval(low if low.is_finite() else None, high if high.is_finite() else None)


def _spellings(mention: Quantity) -> Iterator[tuple[Written, Hedge]]:
    """Yield the numerals that the text may be, under each hedge of its qualifier."""
    for written in _numerals(mention):
        for hedge in _HEDGES.get(mention.qualifier, ["exact"]):
            yield written, hedge


def _numerals(mention: Quantity) -> Iterator[Written]:
    nature = _nature(mention)
    match = _NUMERAL.search(mention.text)
    if match is None:
        yield from _spelled(mention.number, nature)
        return
    digits = match[0].replace("\u00a0", "").replace("\u202f", "").replace(",", "")
    number = Decimal(digits)
    if mention.number < 0:
        digits, number = f"-{digits}", -number
    if number == 0:
        yield Written(digits, nature=nature)
    elif (scale := mention.number / number) > 0:
        yield Written(digits, scale.normalize(), nature=nature)


def _spelled(number: Decimal, nature: Nature) -> Iterator[Written]:
    """Split "five million" into 5 and a million, "two hundred" into 200 and one."""
    scale = Decimal(1)
    sign = "-" if number < 0 else ""
    size = number.copy_abs()
    if not size.is_finite() or size.adjusted() > 30 or size.adjusted() < -6:
        return
    while size >= _THOUSAND and size % _THOUSAND == 0:
        size /= _THOUSAND
        scale *= _THOUSAND
    yield Written(f"{sign}{size:f}", scale, nature=nature)
    if scale > 1:
        yield Written(f"{number:f}", nature=nature)


def _nature(mention: Quantity) -> Nature:
    match mention.kind:
        case "percent" | "percentage_point":
            return "percent"
        case "money" | "measure":
            return "measure"
        case _:
            return "count"


def _ratio(mention: Quantity, bounds: Interval) -> Reading:
    """Find the words that give these bounds: a multiple, a fraction, one in so many."""
    value = mention.number
    if _FIGURE.search(mention.text) is None or value == value.to_integral_value():
        for reading in _ratios(value, mention.qualifier):
            if _same(reading.nominal, bounds):
                return reading
    elif _same(multiple(value).nominal, bounds):
        return multiple(value)
    return Reading(bounds, _wider(bounds))


def _ratios(value: Decimal, qualifier: str) -> Iterator[Reading]:
    for hedge in _HEDGES.get(qualifier, ["exact"]):
        if value >= 1:
            yield multiple(value, hedge)
        elif value > 0:
            for denominator in _DENOMINATORS:
                numerator = int((value * denominator).to_integral_value())
                if numerator and abs(value * denominator - numerator) < _CLOSE:
                    yield fraction(numerator, denominator, hedge)
                    break
            yield reduction(1 / value, hedge)
            yield one_in(1 / value, hedge)
    yield majority()


def _same(one: Interval, other: Interval) -> bool:
    """Compare bounds; only how an end was rounded for export, or whether it is open, may differ."""
    return _equal(one.low, other.low) and _equal(one.high, other.high)


def _equal(one: Decimal | None, other: Decimal | None) -> bool:
    if one is None or other is None:
        return one is other
    return abs(one - other) <= _CLOSE * max(Decimal(1), abs(one))


def _wider(bounds: Interval) -> Interval:
    """Give an interval whose wording is not known as much room again on either side."""
    low, high = bounds.low, bounds.high
    if low is None or high is None:
        return bounds
    return Interval(low - (high - low) / 2, high + (high - low) / 2)
