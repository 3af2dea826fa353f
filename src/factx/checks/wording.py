"""Numbers and intervals in the words of a finding: short, exact enough, thousands set apart."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from factx.checks.figures import Figure
from factx.intervals import Interval
from factx.model import Quantity

_FIGURES = 4
_SIGNS = "$€£¥₹₽₩₺₴₦₫₱₸"
_SCALES = ((12, "trillion"), (9, "billion"), (6, "million"))


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


def amount_in(value: Decimal, like: Quantity) -> str:
    """Write an amount as another one is written: with its sign of money, percent or points."""
    sign = like.text[:1] if like.kind == "money" and like.text[:1] in _SIGNS else ""
    return f"{sign}{number(value)}"


def compared(one: Figure, other: Figure) -> str:
    """Write which of two figures is the larger: "860 < 1,100"."""
    sign = "<" if one.value < other.value else ">" if one.value > other.value else "="
    return f"{number(one.value)} {sign} {number(other.value)}"


def quoted(text: str) -> str:
    """Write a mention's text on one line."""
    return " ".join(text.split())


def texts(mentions: Sequence[Quantity]) -> str:
    """Write the texts of several mentions as a list."""
    *first, last = (quoted(mention.text) for mention in mentions)
    return f"{', '.join(first)} and {last}" if first else last
