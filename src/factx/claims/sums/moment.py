"""Whether a level is the former one, and of the time that a change is counted from."""

from __future__ import annotations

from factx.claims.sums.kin import shares_unit
from factx.claims.sums.line import Figure, Line
from factx.claims.sums.topic import words as about
from factx.claims.sums.words import words
from factx.model import Date

_NEAR = 8
_SHORT = ("month", "quarter", "week")


def is_former(said: Line, told: Line, level: Figure) -> bool:
    """Tell a level before: "had stood at 5.75%", "a year ago", or of the time that the change names."""
    dates = _dates(told, level)
    if any(date.timex == base.timex for date in dates for base in _bases(said)):
        return True
    if _had(said, said.start, said.stop):
        return False
    if _had(told, level.edge - _NEAR, level.edge):
        return True
    if not said.moments and _is_perfect(said) and dates and _age(dates) == 0:
        return True  # "has slipped to 48%. In its April survey"
    return any(not words("past").isdisjoint(date.text.lower().split()) for date in dates)


def former(said: Line, one: tuple[Line, Figure], other: tuple[Line, Figure]) -> int | None:
    """Return which of two levels lies farther back: 0 or 1, or ``None`` where the text does not say."""
    ages = [_far(said, *place) for place in (one, other)]
    if None not in ages and ages[0] != ages[1]:
        return int(ages[1] > ages[0])  # type: ignore[operator]
    known = [index for index, age in enumerate(ages) if age is not None]
    older = len(known) == 1 and (ages[known[0]] or 0) > 0
    return known[0] if older else None


def _far(said: Line, told: Line, level: Figure) -> int | None:
    """Return how far back a level lies, from -1 for today; ``None`` if nothing says so."""
    dates = _dates(told, level)
    named = any(date.timex == base.timex for date in dates for base in _bases(said))
    if named or _had(told, level.edge - _NEAR, level.edge):
        return 3
    return _age(dates) if dates else None


def _age(dates: list[Date]) -> int:
    said = {word for date in dates for word in date.text.lower().split()}
    if any(date.timex == "PRESENT_REF" for date in dates) or not said.isdisjoint(about("now")):
        return -1
    return 2 if said & about("back") else int(not words("past").isdisjoint(said))


def is_same(told: Line, level: Figure) -> bool:
    """Tell a level of the same period of another year: what it is of needs no name again."""
    return any(
        {"same"}
        & set(told.between(told.tokens.at(date.start) - 2, told.tokens.at(date.end - 1) + 1))
        for date in _dates(told, level)
    ) or "same" in told.between(level.stop, level.stop + _NEAR)


def agree(said: Line, amount: Figure | None, told: Line, old: Figure) -> bool:
    """Tell whether a change is counted from the time of a level.

    A change "since 2015" is not that from "a year earlier", and a percentage that does not say from
    when is mostly one on the year: it goes with no month before.
    """
    dates = _dates(told, old)
    bases = _bases(said)
    if any(date.timex == base.timex for date in dates for base in bases):
        return True
    ago = any({"years", "ago"} <= set(date.text.lower().split()) for date in dates)
    if _is_long(said) and not ago:
        return False
    weekdays = ["-WXX-" in date.timex for date in dates]
    if _is_other_part(said, dates) or (weekdays and all(weekdays)):
        return False
    own, other = _length(bases, said), _length(dates, None)
    if own is not None and other is not None:
        return own == other
    percent = amount is not None and amount.mention.kind == "percent"
    return not (percent and other in _SHORT)


def follows(line: Line, new: Figure, old: Figure) -> bool:
    """Tell "23.8 per cent, after 22.1 per cent in April"."""
    at = line.before(old)
    after = line.word(at) == "after" and line.word(at - 1) == ","
    behind = line.behind(old)
    dated = any(behind <= first <= behind + 3 for _, first, _ in line.moments)
    return after and dated and shares_unit(new, old) and at - line.behind(new) <= _NEAR


def is_rated(line: Line, verb: int) -> bool:
    """Tell "rose at an annual rate of": the verb of a level."""
    return not about("rated").isdisjoint(line.between(verb, verb + 5))


def _is_other_part(said: Line, dates: list[Date]) -> bool:
    """Tell another quarter or month of the year before: no change on the year goes with it."""
    parts = {date.timex[5:] for date, _, _ in said.moments if _part(date)}
    year = any(_unit(date) == "year" for date in dates)
    others = {date.timex[5:] for date in dates if _part(date)}
    last = any("last quarter" in date.text.lower() for date in dates)
    return year and (last or not others <= parts)


def _part(date: Date) -> bool:
    return _unit(date) in _SHORT and "same" not in date.text.lower()


def _is_long(said: Line) -> bool:
    """Tell a change over years, or since an event; "since the spring" is a matter of months."""
    months = {first for date, first, _ in said.moments if _unit(date) in _SHORT or _is_season(date)}
    return any(
        said.lower[at] in about("long") and not months & {at + 1, at + 2}
        for at in range(said.start, said.stop)
    )


def _is_season(date: Date) -> bool:
    return date.timex[5:] in ("SP", "SU", "FA", "WI")


def is_bare(level: Figure) -> bool:
    """Tell a figure that leaves out what it is of: "the year before it had been 3,890"."""
    return level.mention.noun is None


def _is_perfect(line: Line) -> bool:
    return not {"has", "have"}.isdisjoint(line.between(line.start, line.stop))


def _had(line: Line, start: int, stop: int) -> bool:
    """Tell the pluperfect: "had stood", "had been"."""
    doc = line.tokens.doc
    return any(
        line.word(at) == "had"
        and any(doc[i].tag_ == "VBN" for i in range(at + 1, min(at + 4, line.stop)))
        for at in range(max(start, line.start), min(stop, line.stop))
    )


def _dates(line: Line, level: Figure) -> list[Date]:
    """Return the dates near a level: behind it, or at the head of its clause."""
    found = []
    for date, first, stop in line.moments:
        gap = first - level.stop if first >= level.stop else level.first - stop
        inner = line.between(min(stop, level.stop), max(first, level.first))
        opens = stop <= level.first and first <= line.start + 2
        if (gap <= _NEAR or opens) and ";" not in inner and not _parted(line, level, first, stop):
            found.append(date)
    return found


def _parted(line: Line, level: Figure, first: int, stop: int) -> bool:
    """Tell a date that another figure stands nearer to: what follows a figure is of that one."""
    sentence = line.sentence(level)
    owned = any(sentence <= figure.first < first for figure in line.ahead(level))
    if first < level.first and owned and ";" not in line.between(sentence, first):
        return True
    start, end = min(stop, level.stop), max(first, level.first)
    return any(start <= figure.first < end for figure in line.figures if figure is not level)


def _bases(said: Line) -> list[Date]:
    """Return the times that a change says it is counted from: "than in May", "the figure for May"."""
    found = []
    for date, first, stop in said.moments:
        at = first - 1
        while said.word(at) in ("the", "in", "a", "same"):
            at -= 1
        if said.word(at) in about("counted_from"):
            found += [date, *(d for d, start, _ in said.moments if stop <= start <= stop + 1)]
    return found


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
    if "year" in said or (len(date.timex) == 4 and date.timex.isdigit()):
        return "year"
    for unit in _SHORT:
        if unit in said:
            return unit
    if "-Q" in date.timex:
        return "quarter"
    return "month" if len(date.timex) == 7 and date.timex[5:].isdigit() else None
