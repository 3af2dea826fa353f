"""What figures come to, and whether a size is stated as that."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from factx.claims.sums.operands.question import CHANGE, RATE, TOTAL, Option, Question
from factx.claims.sums.statement import is_points
from factx.intervals import half_step
from factx.model import Quantity

_HUNDRED = Decimal(100)
# What rounded operands, a word for a multiple and a hedge may be off by, as parts of what is stated.
_ROUNDED, _WORD, _HEDGED = Decimal("0.01"), Decimal("0.06"), Decimal("0.1")
# Hedges that say on which side of the stated size the true one lies, and how far it may.
_OVER, _UNDER = ("over", "at_least"), ("under", "at_most")
_FAR = Decimal("0.3")
# Times that a figure may be the size that is made of it.
_DUST = 100_000


def agrees(question: Question, option: Option, *, either: bool = False) -> bool:
    """Tell a size that is what the figures of a reading come to; ``either`` way, if that is asked."""
    size = question.size.figure.mention
    figures = [term.figure.mention for term in option.terms]
    if option.kind is TOTAL:
        return _adds_up(size, figures)
    new, old = (figure.number for figure in figures)
    if option.kind is RATE:
        return old > 1 and _is_about(size, new / old)
    if min(new, old) <= 0 or new == old:
        return False
    if option.kind is not CHANGE:
        unit = Decimal(1) if size.kind == "ratio" else _HUNDRED
        return new < old and _is_about(size, new / old * unit)
    if not (either or question.suits(option)):
        return False
    shares = figures[0].kind == "percent"
    return any(_is_about(size, come) for come in _sizes(question, new, old, shares=shares))


def is_dust(question: Question, option: Option) -> bool:
    """Tell an amount that no slip makes of figures so much larger: 73 cents of two billions."""
    size = question.size.figure.mention
    absolute = size.kind not in ("percent", "ratio", "percentage_point") and option.kind is not RATE
    return absolute and max(t.figure.mention.number for t in option.terms) > _DUST * size.number


def _adds_up(total: Quantity, parts: list[Quantity]) -> bool:
    slack = sum((_step(part) for part in (total, *parts)), Decimal(0))
    if total.qualifier == "approx":
        slack += total.number * _ROUNDED
    return abs(sum(part.number for part in parts) - total.number) <= slack


def _step(quantity: Quantity) -> Decimal:
    """Return what a rounded figure may be off by: nothing for a plain count."""
    whole = quantity.number == quantity.number.to_integral_value()
    return Decimal(0) if whole and quantity.low == quantity.high else half_step(quantity.number)


def _sizes(question: Question, new: Decimal, old: Decimal, *, shares: bool) -> Iterator[Decimal]:
    """Yield what a change from one level to another may be stated as."""
    figure = question.size.figure
    if figure.mention.kind == "ratio":
        if figure.mention.number > 1:
            yield old / new if question.way == "down" else new / old
        else:
            yield from (abs(new - old) / old, new / old)
        return
    if figure.mention.kind == "percent":
        yield abs(new - old) / old * _HUNDRED
        if shares:
            yield abs(new - old)
        return
    yield abs(new - old)
    if is_points(figure):
        yield abs(new - old) * _HUNDRED  # basis points


def _is_about(size: Quantity, come: Decimal) -> bool:
    """Tell a size as it is stated, by its digits and its hedge."""
    stated = size.number
    slack = half_step(stated) if size.kind != "ratio" else stated * _WORD
    slack += stated * _ROUNDED
    low, high = stated - slack, stated + slack
    if size.qualifier == "approx":
        low, high = low - stated * _HEDGED, high + stated * _HEDGED
    elif size.qualifier in _OVER:
        low, high = stated, stated + stated * _FAR
    elif size.qualifier in _UNDER:
        low, high = stated - stated * _FAR, stated
    return low <= come <= high
