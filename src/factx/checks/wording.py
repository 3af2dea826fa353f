"""Numbers and intervals in the words of a finding: short, exact enough, thousands set apart."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import NamedTuple

from factx.intervals import Interval, bounds
from factx.model import Quantity

_FIGURES = 4
_NARROW = Decimal("0.1")  # of the value: what rounding leaves open is not worth two numbers
_SIGNS = "$€£¥₹₽₩₺₴₦₫₱₸"
_SCALES = ((12, "trillion"), (9, "billion"), (6, "million"))


class Words(NamedTuple):
    """What is said of a relation: ``message`` where it fails, ``agreement`` where it holds.

    Both are asked for, so that no rule prints an accusation of what is right.
    """

    message: str
    agreement: str


def beside(fact: str, stated: object) -> Words:
    """Put what follows from the other figures beside the one that the text states."""
    return Words(f"{fact}, which disagrees with {stated}", f"{fact}; the text says {stated}")


def one_name(variant: str, name: str, sort: str) -> Words:
    """Say that two names may be one, or are."""
    one, other = quoted(variant), quoted(name)
    return Words(f"{one} and {other} look like {sort}", f"{one} stands for {other}")


def number(value: Decimal) -> str:
    """Write a number with four figures, or all its digits where it is a small whole number."""
    size = value.adjusted() if value else 0
    for power, word in _SCALES:
        if size >= power + 12:
            return f"{value:.3e}"
        if size >= power:
            return f"{_short(value.scaleb(-power))} {word}"
    return _short(value)


def _short(value: Decimal) -> str:
    places = max(0, _FIGURES - 1 - max(value.adjusted() if value else 0, 0))
    text = f"{value:,.{min(places, 3)}f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def interval(values: Interval, unit: str = "") -> str:
    """Write an interval as "12", "11.5 to 12.5", "more than 5" or "up to 5"."""
    low, high = values.low, values.high
    if low is None and high is None:
        return "any value"
    if low is None:
        assert high is not None
        return f"up to {number(high)}{unit}"
    if high is None:
        return f"at least {number(low)}{unit}"
    one, two = number(low), number(high)
    return f"{one}{unit}" if one == two else f"{one} to {two}{unit}"


def estimate(exact: Decimal, values: Interval, unit: str = "") -> str:
    """Write a computed value, or its interval where that is wide or leaves the value out."""
    low, high = bounds(values)
    near = values.contains(exact) and high - low <= abs(exact) * _NARROW
    return f"{number(exact)}{unit}" if near else interval(values, unit)


def amount_in(value: Decimal, like: Quantity) -> str:
    """Write an amount as another one is written: with its sign of money, percent or points."""
    sign = like.text[:1] if like.kind == "money" and like.text[:1] in _SIGNS else ""
    return f"{sign}{number(value)}"


def compared(one: Decimal, other: Decimal) -> str:
    """Write which of two numbers is the larger: "860 < 1,100"."""
    sign = "<" if one < other else ">" if one > other else "="
    return f"{number(one)} {sign} {number(other)}"


def quoted(text: str) -> str:
    """Write a mention's text on one line."""
    return " ".join(text.split())


def listed(items: Iterable[object]) -> str:
    """Write several things as a list."""
    *first, last = map(str, items)
    return f"{', '.join(first)} and {last}" if first else last
