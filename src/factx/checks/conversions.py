"""Amounts given in two currencies, and exchange rates stated beside them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING

from factx import packaged
from factx.checks.figures import Figure, figure
from factx.checks.readings import divide, image
from factx.checks.tied import one
from factx.checks.view import Place, View
from factx.checks.wording import number
from factx.intervals import Interval, Reading, bounds
from factx.model import Claim, Date, Quantity

if TYPE_CHECKING:
    from factx.mentions.quantity.currencies import Currencies

_POWERS = tuple(Decimal(10) ** power for power in (1, 2, 3, 6, 9))
_NEAR_POWER = Decimal("0.10")
_ONE = Interval.point(Decimal(1))


@dataclass(frozen=True, slots=True)
class Conversion:
    """An amount and its conversion, with the rate that they imply: amount for one of the other."""

    amount: Figure
    converted: Figure
    rate: Reading
    year: int | None

    @property
    def units(self) -> tuple[str, str]:
        """Return the two currencies."""
        return self.amount.mention.unit or "", self.converted.mention.unit or ""

    @property
    def operands(self) -> list[tuple[Place, str]]:
        """Return both amounts as operands."""
        return [(self.amount.mention, "amount"), (self.converted.mention, "conversion")]

    @property
    def fact(self) -> str:
        """Say what the rate is."""
        rate = f"{number(self.middle)} {' per '.join(self.units)}"
        return f"{self.amount} for {self.converted} is a rate of {rate}"

    @property
    def sum(self) -> str:
        """Write how the rate comes about."""
        return f"{self.amount} / {self.converted} = {number(self.middle)}"

    @property
    def middle(self) -> Decimal:
        """Return the rate of the printed values."""
        return self.amount.value / self.converted.value

    @property
    def turned(self) -> Conversion:
        """Return the conversion read the other way."""
        return Conversion(self.converted, self.amount, image(_ONE.divide, self.rate), self.year)


@dataclass(frozen=True, slots=True)
class Stated:
    """A rate that the text states: so much of ``quote`` for one of ``base``."""

    rate: Figure
    quote: str
    base: str
    year: int | None

    @property
    def values(self) -> Interval:
        """Return what the rate may stand for."""
        return self.rate.firm.reading.loose


def pairs(view: View) -> Iterator[tuple[Quantity, Quantity]]:
    """Yield each figure with the one that gives it in another unit."""
    seen: set[str] = set()
    for claim in view.document.claims:
        original = view.claims.get(claim.converts or "")
        first = view.quantity(original.mention if original else None)
        second = view.quantity(claim.mention)
        if first is not None and second is not None:
            seen.add(second.id)
            yield first, second
    for tie in view.ties("conversion"):
        given, converted = one(view, tie, "original"), one(view, tie, "conversion")
        if given and converted and converted.mention.id not in seen:
            yield given.mention, converted.mention


def conversions(view: View) -> list[Conversion]:
    """Return the amounts that are given in two currencies."""
    found = (_conversion(view, one, other) for one, other in pairs(view))
    return [conversion for conversion in found if conversion is not None]


def groups(view: View) -> Iterator[list[Conversion]]:
    """Yield the conversions of each pair of currencies, two at least, all read the same way.

    That is the way in which the first rate is above one: "18.42 ZAR per USD".
    """
    found: dict[frozenset[str], list[Conversion]] = {}
    for conversion in conversions(view):
        group = found.setdefault(frozenset(conversion.units), [])
        fits = group[0].units == conversion.units if group else conversion.middle >= 1
        group.append(conversion if fits else conversion.turned)
    yield from (group for group in found.values() if len(group) > 1)


def _stated(view: View) -> Iterator[Stated]:
    """Yield the exchange rates of the running text."""
    for tie in view.ties("exchange"):
        rate = one(view, tie, "rate")
        if rate is None or not tie.items:
            continue
        base = _code(tie.items[0].text)
        unit = rate.mention.unit or ""
        quote = _code(unit) or unit if len(tie.items) == 1 else _code(tie.items[1].text)
        if base is not None and quote is not None:
            yield Stated(rate, quote, base, _year(view, view.claim(rate.mention)))


def rated(view: View) -> Iterator[tuple[Conversion, list[Stated]]]:
    """Yield each conversion, read as the rates are, with the rates stated for its currencies."""
    rates = list(_stated(view))
    for conversion in conversions(view) if rates else ():
        for given in (conversion, conversion.turned):
            known = [
                rate
                for rate in rates
                if _same_currency(rate.quote, given.units[0])
                and _same_currency(rate.base, given.units[1])
                and same_year(view, given.year, rate.year)
            ]
            if known:
                yield given, known
                break


def same_year(view: View, one: int | None, other: int | None) -> bool:
    """Tell amounts of one year; one without a year is of the article's, not of any."""
    today = view.document.date.year if view.document.date is not None else None
    return one == other or (None in (one, other) and (one or other) == today)


def factor(one: Interval, other: Interval) -> Decimal:
    """Return how far apart two disjoint rates are at the least."""
    low, high = sorted((bounds(one), bounds(other)))
    return high[0] / low[1] if low[1] > 0 else Decimal(1)


def is_power(one: Decimal, other: Decimal) -> bool:
    """Tell rates about a power of ten apart."""
    small, large = sorted((one, other))
    return any(abs(large / small / power - 1) <= _NEAR_POWER for power in _POWERS)


def _same_currency(one: str, other: str) -> bool:
    """Tell whether a name that several countries share ("$") may be a currency."""
    shared = _currencies().shared
    return one == other or other in shared.get(one, ()) or one in shared.get(other, ())


def _conversion(view: View, one: Quantity, other: Quantity) -> Conversion | None:
    if {one.kind, other.kind} != {"money"} or "range" in (one.qualifier, other.qualifier):
        return None
    if one.unit == other.unit or min(one.number, other.number) <= 0:
        return None
    first, second = figure(one, "amount").plain, figure(other, "conversion").plain
    rate = divide(first.firm.reading, second.firm.reading)
    return Conversion(first, second, rate, _year(view, view.claim(one)))


def _year(view: View, claim: Claim | None) -> int | None:
    period: Date | None = view.period(claim)
    return period.first.year if period is not None and period.first is not None else None


def _code(name: str) -> str | None:
    known = _currencies()
    return known.names.get(name.lower()) or known.signs.get(name)


def usual(given: Conversion) -> tuple[Decimal, Decimal] | None:
    """Return what the rate has been in this century, None where a name may mean other money."""
    known = _rates()
    one, other = (known.get(unit) for unit in given.units)
    mentions = given.amount.mention, given.converted.mention
    if one is None or other is None or any(_is_shared(mention) for mention in mentions):
        return None
    return one[0] / other[1], one[1] / other[0]


def _is_shared(mention: Quantity) -> bool:
    """Tell a name or sign of several currencies; dollars are near enough to each other."""
    text = mention.text.lower()
    return any(key in text for key in _currencies().shared if key.isalpha() and key != "dollar")


@cache
def _rates() -> dict[str, tuple[Decimal, Decimal]]:
    table = packaged.table(__package__, "rates", parse_float=Decimal)["dollar"]
    return {code: (Decimal(low), Decimal(high)) for code, (low, high) in table.items()}


def _currencies() -> Currencies:
    """Return the tables of money; imported late, as they bring the pipeline with them."""
    from factx.mentions.quantity.currencies import currencies

    return currencies()
