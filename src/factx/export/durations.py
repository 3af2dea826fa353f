"""How long a duration is, in one unit, and how it is hedged: TIMEX3 as columns and signs."""

from __future__ import annotations

import re
from decimal import Decimal

from factx.model import Date, Qualifier

# A length in one unit; P1Y6M and PXW have none.
_LENGTH = re.compile(r"P(T?)(\d+(?:\.\d+)?)([A-Z]+)")
_UNITS = {
    "Y": "year", "M": "month", "W": "week", "D": "day", "WE": "weekend",
    "TH": "hour", "TM": "minute", "TS": "second",
}  # fmt: skip
_HEDGES: dict[str, Qualifier] = {
    "APPROX": "approx",
    "MORE_THAN": "over",
    "LESS_THAN": "under",
    "EQUAL_OR_MORE": "at_least",
    "EQUAL_OR_LESS": "at_most",
}


def length(timex: str) -> tuple[Decimal | None, Decimal | None, str | None]:
    """Return the least and most of a duration and their unit; nothing unless all have one unit."""
    ends = [_LENGTH.fullmatch(end) for end in timex.split("/")]
    units = {_UNITS.get(end[1] + end[3]) if end else None for end in ends}
    unit = units.pop()
    if units or unit is None:
        return None, None, None
    values = [Decimal(end[2]) for end in ends if end]
    return min(values), max(values), unit


def hedge(date: Date) -> Qualifier:
    """Return the qualifier that an amount with these words around it would have."""
    return "range" if "/" in date.timex else _HEDGES.get(date.mod or "", "exact")
