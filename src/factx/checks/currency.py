"""CUR: conversions between currencies."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations

from factx.checks.base import Check, Checked
from factx.checks.figures import Figure, figure
from factx.checks.judge import finding
from factx.checks.view import View
from factx.checks.wording import interval, quoted
from factx.intervals import Interval, bounds
from factx.model import Claim, Finding, Quantity, Severity

# Implied rates of real news differ by a few percent from one day to the next; past this they are
# wrong: 8 of 8 such pairs in 68 articles were errors of the news.
_FACTOR = Decimal("1.10")
_NEAR_POWER = Decimal("0.10")
_POWERS = tuple(Decimal(10) ** power for power in (1, 2, 3, 6, 9))
_ONE = Interval.point(Decimal(1))
# With fewer pairs nobody can say which one strays.
_ENOUGH = 3


@dataclass(frozen=True, slots=True)
class _Conversion:
    """An amount and its conversion, with the exchange rate that they imply."""

    amount: Figure
    converted: Figure
    rate: Interval
    nominal: Interval
    year: int | None

    @property
    def middle(self) -> Decimal:
        """Return the rate of the printed values."""
        return self.amount.value / self.converted.value

    @property
    def turned(self) -> _Conversion:
        """Return the conversion read the other way."""
        rate, nominal = _ONE.divide(self.rate), _ONE.divide(self.nominal)
        return _Conversion(self.converted, self.amount, rate, nominal, self.year)


class ImpliedRateConflict(Check):
    """The conversions of one article imply exchange rates that cannot be one.

    ## What it does
    Divides every amount by its conversion into another currency. All conversions of one pair must
    share a rate, unless they are for different years. A difference of up to a tenth is information.

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
        for group in _groups(view):
            yield from _compared(self, view, group, magnitudes=False)


class ConversionMagnitude(Check):
    """A conversion is off by a power of ten.

    ## What it does
    Compares the exchange rates that the conversions of one article imply, and reports those that lie
    a factor of ten, a hundred or a thousand apart.

    ## Why it matters
    Million and billion, crore and lakh change places.

    ## Example
    - The state paid 45 billion tenge ($90 million) for roads and 9 billion tenge ($180 million) for
      schools.

    ## Fine
    - The state paid 45 billion tenge ($90 million) for roads and 9 billion tenge ($18 million) for
      schools.
    """

    code, name, severity = "CUR03", "conversion-magnitude", "error"

    def run(self, view: View) -> Iterator[Checked]:
        """Test the conversions of each pair of currencies and year."""
        for group in _groups(view):
            yield from _compared(self, view, group, magnitudes=True)


def _groups(view: View) -> Iterator[list[_Conversion]]:
    """Yield the conversions of each pair of currencies, two at least."""
    groups: dict[tuple[str, str], list[_Conversion]] = {}
    for claim in view.document.claims:
        original = view.claims.get(claim.converts or "")
        found = _conversion(view, original, claim) if original else None
        if found is not None:
            units = found.amount.mention.unit or "", found.converted.mention.unit or ""
            if units[0] > units[1]:
                found = found.turned
                units = units[1], units[0]
            groups.setdefault(units, []).append(found)
    yield from (group for group in groups.values() if len(group) > 1)


def _conversion(view: View, original: Claim, claim: Claim) -> _Conversion | None:
    one, other = view.quantity(original.mention), view.quantity(claim.mention)
    if one is None or other is None or {one.kind, other.kind} != {"money"}:
        return None
    if one.unit == other.unit or min(one.number, other.number) <= 0 or _is_range(one, other):
        return None
    first, second = figure(one, "amount").plain, figure(other, "conversion").plain
    period = view.period(original)
    return _Conversion(
        first,
        second,
        first.firm.reading.loose.divide(second.firm.reading.loose),
        first.reading.nominal.divide(second.reading.nominal),
        period.first.year if period is not None and period.first is not None else None,
    )


def _is_range(*mentions: Quantity) -> bool:
    return any(mention.qualifier == "range" for mention in mentions)


def _compared(
    check: Check, view: View, group: list[_Conversion], *, magnitudes: bool
) -> Iterator[Checked]:
    """Report the conversion that strays from the others, or a pair that has no common rate."""
    pairs = [
        (a, b) for a, b in combinations(group, 2) if None in (a.year, b.year) or a.year == b.year
    ]
    apart = [(a, b) for a, b in pairs if not a.rate.intersects(b.rate)]
    apart = [pair for pair in apart if _is_power(*pair) is magnitudes]
    if not apart:
        # Only cut-off digits reconcile these: worth a look, no more.
        close = any(not a.nominal.intersects(b.nominal) for a, b in pairs) and not magnitudes
        yield Checked(_finding(check, view, group, "info"), holds=not close)
        return
    culprits = _culprits(group, apart)
    worst = max(_factor(a.rate, b.rate) for a, b in apart)
    severity: Severity = check.severity if magnitudes or worst > _FACTOR else "info"
    shown = group if culprits is None else [culprits, *(c for c in group if c is not culprits)]
    yield Checked(_finding(check, view, shown, severity), holds=False)


def _culprits(
    group: list[_Conversion], apart: Sequence[tuple[_Conversion, _Conversion]]
) -> _Conversion | None:
    """Return the one conversion that is part of every conflict, if there are enough others."""
    if len(group) < _ENOUGH:
        return None
    return next((one for one in group if all(one in pair for pair in apart)), None)


def _factor(one: Interval, other: Interval) -> Decimal:
    """Return how far apart two disjoint rates are at the least."""
    low, high = sorted((bounds(one), bounds(other)))
    return high[0] / low[1] if low[1] > 0 else Decimal(1)


def _is_power(one: _Conversion, other: _Conversion) -> bool:
    small, large = sorted((one.middle, other.middle))
    return any(abs(large / small / power - 1) <= _NEAR_POWER for power in _POWERS)


def _finding(check: Check, view: View, group: Sequence[_Conversion], severity: Severity) -> Finding:
    units = f"{group[0].amount.mention.unit} per {group[0].converted.mention.unit}"
    rates = "; ".join(
        f"{quoted(c.amount.mention.text)} = {quoted(c.converted.mention.text)}: {interval(c.rate)}"
        for c in group
    )
    operands = [
        item
        for c in group
        for item in ((c.amount.mention, "amount"), (c.converted.mention, "conversion"))
    ]
    return finding(
        check,
        view,
        message=f"the conversions imply different exchange rates ({units})",
        operands=operands,
        arithmetic=rates,
        severity=severity,
        computed=group[0].rate,
        stated=group[1].rate,
    )


CHECKS: tuple[type[Check], ...] = (ImpliedRateConflict, ConversionMagnitude)
