"""CUR: conversions between currencies."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations
from typing import TypeAlias

from factx.checks.base import Check, Checked
from factx.checks.conversions import (
    Conversion,
    Stated,
    conversions,
    factor,
    groups,
    is_power,
    rated,
    same_year,
    usual,
)
from factx.checks.verdict import verdict
from factx.checks.view import View
from factx.checks.wording import Words, number
from factx.model import Severity

# Implied rates of real news differ by a few percent from one day to the next; past this they are
# wrong: 8 of 8 such pairs in 68 articles were errors of the news.
_FACTOR = Decimal("1.10")
# A slip of a power of ten lies at least this far outside of what a rate has been.
_FAR = Decimal(6)
# With fewer pairs nobody can say which one strays.
_ENOUGH = 3


class ImpliedRateConflict(Check):
    """The conversions of one article imply exchange rates that cannot be one.

    ## What it does
    Divides every amount by its conversion into another currency. All conversions of one pair must
    share a rate, unless they are for different years. A difference of up to a tenth is information;
    one of a power of ten is told by CUR03.

    ## Why it matters
    One conversion is done by hand, another with last year's rate, a third loses a digit.

    ## Example
    - The state paid 45 billion tenge ($90 million) for roads and 9 billion tenge ($58 million) for
      schools.

    ## Fine
    - The state paid 45 billion tenge ($90 million) for roads and 9 billion tenge ($18 million) for
      schools.
    """

    code, name, severity = "CUR01", "implied-rate-conflict", "warning"

    def run(self, view: View) -> Iterator[Checked]:
        """Test the conversions of each pair of currencies and year."""
        for group in groups(view):
            pairs = [(a, b) for a, b in combinations(group, 2) if same_year(view, a.year, b.year)]
            apart, powers = _apart(pairs)
            if apart:
                worst = max(factor(a.rate.loose, b.rate.loose) for a, b in apart)
                severity = self.severity if worst > _FACTOR else "info"
                yield _compared(self, view, group, apart, severity)
            elif not powers:
                # Only cut-off digits reconcile these: worth a look, no more.
                close = [(a, b) for a, b in pairs if not a.rate.nominal.intersects(b.rate.nominal)]
                yield _compared(self, view, group, close, "info")


class StatedRateConflict(Check):
    """A conversion does not follow from the exchange rate that the article states.

    ## What it does
    Multiplies the conversion by the rate of the running text ("at 89 to the dollar") and compares
    with the amount. Rates of another year, and rates in tickers, do not count; where several rates
    are stated, any of them will do. A difference of up to a tenth is information.

    ## Why it matters
    The reader has all three figures at hand and can do the sum.

    ## Example
    - At 89 afghanis to the dollar, the 4.45 million afghanis are worth $80,000.

    ## Fine
    - At 89 afghanis to the dollar, the 4.45 million afghanis are worth $50,000.
    """

    code, name, severity = "CUR02", "stated-rate-conflict", "warning"

    def run(self, view: View) -> Iterator[Checked]:
        """Test each conversion against the rates stated for its pair of currencies."""
        for given, rates in rated(view):
            if any(is_power(given.middle, rate.rate.value) for rate in rates):
                continue
            fits = [rate for rate in rates if given.rate.loose.intersects(rate.values)]
            rate = (fits or rates)[0]
            small = not fits and factor(given.rate.loose, rate.values) <= _FACTOR
            severity = "info" if small else self.severity
            yield _against(self, view, given, rate, severity, holds=bool(fits))


class ConversionMagnitude(Check):
    """A conversion is off by a power of ten.

    ## What it does
    Compares the exchange rates that the conversions of one article imply, with each other, with a
    rate that the text states, and with what the rate has been in this century, and reports those
    that lie a factor of ten, a hundred or a thousand apart.

    ## Why it matters
    Million and billion, crore and lakh change places.

    ## Example
    - The state paid 45 billion tenge ($90 million) for roads and 9 billion tenge ($180 million) for
      schools.
    - At 480 tenge to the dollar, the 9.6 billion tenge are worth $200 million.
    - The offer values the company at $1.8 billion (£140 million).

    ## Fine
    - The state paid 45 billion tenge ($90 million) for roads and 9 billion tenge ($18 million) for
      schools.
    """

    code, name, severity = "CUR03", "conversion-magnitude", "error"

    def run(self, view: View) -> Iterator[Checked]:
        """Test the conversions of each pair of currencies, then those with a stated rate."""
        told: set[str] = set()
        for group in groups(view):
            # a digit lost is one in any year
            pairs = [
                (a, b)
                for a, b in combinations(group, 2)
                if same_year(view, a.year, b.year) or None in (a.year, b.year)
            ]
            _, powers = _apart(pairs)
            told.update(given.amount.mention.id for pair in powers for given in pair)
            yield _compared(self, view, group, powers, self.severity)
        for given, rates in rated(view):
            off = [rate for rate in rates if is_power(given.middle, rate.rate.value)]
            if off and not any(given.rate.loose.intersects(rate.values) for rate in rates):
                yield _against(self, view, given, off[0], self.severity, holds=False)
        for given in conversions(view):
            amounts = {given.amount.mention.id, given.converted.mention.id}
            if (band := usual(given)) is not None and told.isdisjoint(amounts):
                yield self._usual(view, given, *band)

    def _usual(self, view: View, given: Conversion, low: Decimal, high: Decimal) -> Checked:
        """Test the rate of one conversion against what such rates have been."""
        return verdict(
            self,
            view,
            holds=low / _FAR < given.middle < high * _FAR,
            words=Words(
                f"{given.fact}, where it has been {number(low)} to {number(high)} since 2000",
                f"{given.fact}, within what it has been since 2000",
            ),
            operands=given.operands,
            arithmetic=given.sum,
        )


def _against(
    check: Check, view: View, given: Conversion, rate: Stated, severity: Severity, *, holds: bool
) -> Checked:
    said = f"the {rate.rate} stated"
    return verdict(
        check,
        view,
        holds=holds,
        words=Words(
            f"{given.fact}, which disagrees with {said}", f"{given.fact}, which agrees with {said}"
        ),
        operands=[*given.operands, (rate.rate.mention, "rate")],
        arithmetic=given.sum,
        severity=severity,
        computed=given.rate.loose,
        stated=rate.values,
    )


_Pairs: TypeAlias = Sequence[tuple[Conversion, Conversion]]


def _apart(pairs: _Pairs) -> tuple[_Pairs, _Pairs]:
    """Return the pairs that share no rate, but for those a power of ten apart, and these."""
    apart = [(a, b) for a, b in pairs if not a.rate.loose.intersects(b.rate.loose)]
    powers = [(a, b) for a, b in apart if is_power(a.middle, b.middle)]
    return [pair for pair in apart if pair not in powers], powers


def _compared(
    check: Check, view: View, group: Sequence[Conversion], apart: _Pairs, severity: Severity
) -> Checked:
    """Say whether the conversions of a group share a rate; first the two of which it is told."""
    one, other = _strays(group, apart) if apart else group[:2]
    shown = [one, other, *(given for given in group if given not in (one, other))]
    return verdict(
        check,
        view,
        holds=not apart,
        words=Words(
            f"{one.fact}, and {other.amount} for {other.converted} one of {number(other.middle)}",
            f"the conversions imply exchange rates that agree ({' per '.join(one.units)})",
        ),
        operands=[operand for given in shown for operand in given.operands],
        arithmetic="; ".join(given.sum for given in shown),
        severity=severity,
        computed=one.rate.loose,
        stated=other.rate.loose,
    )


def _strays(group: Sequence[Conversion], apart: _Pairs) -> tuple[Conversion, Conversion]:
    """Return a conversion and one that it shares no rate with; first one that shares it with none."""
    one, other = apart[0]
    alone = len(group) >= _ENOUGH and all(other in pair for pair in apart)
    return (other, one) if alone and not all(one in pair for pair in apart) else (one, other)


CHECKS: tuple[type[Check], ...] = (
    ImpliedRateConflict,
    StatedRateConflict,
    ConversionMagnitude,
)
