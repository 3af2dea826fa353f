"""Since when a change counts, and whether two levels hold at its ends."""

from __future__ import annotations

from factx.claims.sums.line import Figure, Line
from factx.claims.sums.moment import bases_of, dates_of
from factx.claims.sums.words import words
from factx.model import Date

_NEAR = 8
_SHORT = ("month", "quarter", "week")


def agree(said: Line, amount: Figure | None, told: Line, old: Figure) -> bool:
    """Tell whether a change is counted from the time of a level.

    A change "since 2015" is not that from "a year earlier", and a percentage that does not say from
    when is mostly one on the year: it goes with no month before.
    """
    dates = dates_of(told, old)
    bases = bases_of(said)
    if any(date.timex == base.timex for date in dates for base in bases):
        return True
    if any(_is_other(date, base) for date in dates for base in bases):
        return False
    if told is not said and _is_long(said) and _is_recent(told, old, dates):
        return False
    weekdays = ["-WXX-" in date.timex for date in dates]
    if weekdays and all(weekdays):
        return False
    own, other = _length(bases, said), _length(dates, None)
    if own is not None and other is not None:
        return own == other
    if amount is not None and other == "week":
        return False
    percent = amount is not None and amount.mention.kind == "percent"
    return not (percent and other in _SHORT)


def is_of_time(said: Line, told: Line, new: Figure) -> bool:
    """Tell whether a level told elsewhere may hold when a change does: August is not all summer."""
    bases, dates = bases_of(said), dates_of(told, new)
    own = [date for date, _, _ in said.moments if date not in bases]
    if told is said or any(date.timex == other.timex for date in own for other in dates):
        return True
    return not any(_is_other(date, other) for date in own for other in dates)


def _is_other(date: Date, other: Date) -> bool:
    """Tell two times of which neither may be the other: May and June, August and the summer."""
    units = _unit(date), _unit(other)
    lengths = (
        "season" if _is_season(date) else units[0],
        "season" if _is_season(other) else units[1],
    )
    if None in lengths or "XXXX" in date.timex + other.timex:
        return lengths[0] != lengths[1] and None not in lengths and "season" in lengths
    return (
        date.first is not None
        and other.first is not None
        and date.timex != other.timex
        and lengths[0] == lengths[1]
    )


def _is_long(said: Line) -> bool:
    """Tell a change over years, or since an event; "since the spring" is a matter of months."""
    months = {first for date, first, _ in said.moments if _unit(date) in _SHORT or _is_season(date)}
    return any(
        said.lower[at] in words("long")
        and not months & {at + 1, at + 2}
        and words("former").isdisjoint(said.between(at + 1, at + 3))
        for at in range(said.start, said.stop)
    )


def _is_recent(line: Line, old: Figure, dates: list[Date]) -> bool:
    """Tell a level of a year ago or less from that of "four years ago", "the previous election"."""
    if not dates:
        return words("former").isdisjoint(line.between(old.stop, old.stop + _NEAR))
    return any(_unit(date) in ("year", *_SHORT) or _is_season(date) for date in dates) and not any(
        {"years", "decade", "decades"} & set(date.text.lower().split()) for date in dates
    )


def _is_season(date: Date) -> bool:
    return date.timex[5:] in ("SP", "SU", "FA", "WI")


def _length(dates: list[Date], said: Line | None) -> str | None:
    """Return how far back a change is counted: a year, a quarter, a month or a week."""
    units = [unit for date in dates if (unit := _unit(date)) is not None]
    if said is None or "year" in units:
        return "year" if "year" in units else next(iter(units), None)
    near = said.between(said.start, said.stop)
    for unit in _SHORT:
        if f"{unit}-on-{unit}" in near or any(
            near[i : i + 2] in (["on", unit], ["previous", unit], ["preceding", unit])
            for i in range(len(near))
        ):
            return unit
    if not words("yearly").isdisjoint(near):
        return "year"
    if any(date.timex in ("P12M", "P1Y") for date, _, _ in said.durations):
        return "year"
    return next(iter(units), None)


def _unit(date: Date) -> str | None:
    said = date.text.lower().split()
    if (
        "year" in said
        or (
            said[:1] == ["last"]
            and date.timex[4:5] == "-"
            and len(said) == 2
            and said[1] not in _SHORT
        )
        or (len(date.timex) == 4 and date.timex.isdigit())
    ):
        return "year"
    for unit in _SHORT:
        if unit in said:
            return unit
    if "-Q" in date.timex:
        return "quarter"
    return "month" if len(date.timex) == 7 and date.timex[5:].isdigit() else None
