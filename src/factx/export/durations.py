"""How long a duration is, in one unit, and how it is hedged: TIMEX3 as columns and signs."""

from __future__ import annotations

import re
from decimal import Decimal

from factx.model import Date, Qualifier

# No more digits than the sum below holds exactly.
_PARTS = [rf"(?:(\d{{1,18}}(?:\.\d{{1,6}})?){letter})?" for letter in "YMWDHMS"]
_LENGTH = re.compile(f"P{''.join(_PARTS[:4])}(?:T{''.join(_PARTS[4:])})?")
# The parts in their order: a month is no number of days, so that years and days are never added.
_MONTHS = {"year": 12, "month": 1}
_SECONDS = {"week": 604_800, "day": 86_400, "hour": 3_600, "minute": 60, "second": 1}
_UNITS = (*_MONTHS, *_SECONDS)
_HEDGES: dict[str, Qualifier] = {
    "APPROX": "approx",
    "MORE_THAN": "over",
    "LESS_THAN": "under",
    "EQUAL_OR_MORE": "at_least",
    "EQUAL_OR_LESS": "at_most",
}


def length(timex: str) -> tuple[Decimal | None, Decimal | None, str | None]:
    """Return the least and most of a duration, in the smallest unit that it names, and that unit.

    2 hours 17 minutes are 137 minutes; PXW has no length.
    """
    ends = [_LENGTH.fullmatch(end) for end in timex.split("/")]
    named = [{_UNITS[n]: part for n, part in enumerate(e.groups()) if part} for e in ends if e]
    units = {unit for end in named for unit in end}
    sizes = _MONTHS if units <= _MONTHS.keys() else _SECONDS
    if len(named) < len(ends) or not all(named) or not units <= sizes.keys():
        return None, None, None
    smallest = min(units, key=lambda unit: sizes[unit])
    values = [
        sum((Decimal(part) * sizes[unit] for unit, part in end.items()), Decimal(0))
        / sizes[smallest]
        for end in named
    ]
    return min(values), max(values), smallest


def hedge(date: Date) -> Qualifier:
    """Return the qualifier that an amount with these words around it would have."""
    return "range" if "/" in date.timex else _HEDGES.get(date.mod or "", "exact")
