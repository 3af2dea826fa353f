"""Whether a level is the former one, and of the time that a change is counted from."""

from __future__ import annotations

from datetime import date as Day
from typing import NamedTuple

from factx.claims.sums.change import is_old
from factx.claims.sums.line import Figure, Line
from factx.claims.sums.words import words
from factx.model import Date

_NEAR, _SIDE = 8, 6


class When(NamedTuple):
    """When a level holds: its day if it has one, and how far back it is said to lie."""

    day: Day | None
    age: float


# How far back: to come, today, not said, "in May", "last year", "in 2019", "a year earlier", marked.
_COMING, _NOW, _UNSAID, _MONTH, _PAST, _DATED, _BACK, _MARKED = -2, -1, 0, 0.5, 1, 1.5, 2, 3


def when(said: Line, told: Line, level: Figure) -> When:
    """Return when a level holds, to a change that another sentence, or its own, tells of."""
    dates = dates_of(told, level)
    day = min((date.first for date in dates if date.first is not None), default=None)
    marked = is_old(told, level) or _is_marked(told, level)
    if not marked and not words("coming").isdisjoint(told.between(level.edge - _SIDE, level.edge)):
        return When(day, _COMING)
    if marked or _named(said, dates) or _is_former(told, level):
        return When(day, _MARKED)
    if _had(told, level.edge - _NEAR, level.edge) and not _had(said, said.start, said.stop):
        return When(day, _MARKED)
    near = set(_around(told, level))
    texts = {word for date in dates for word in date.text.lower().split()}
    if any(date.timex == "PRESENT_REF" for date in dates) or (texts | near) & words("now"):
        return When(day, _NOW)
    if (texts | set(_clause(told, level))) & words("back"):
        return When(day, _BACK)
    if texts & words("past") or "then" in told.between(level.stop, level.stop + 2):
        return When(day, _PAST)
    if not dates:
        return When(day, _UNSAID)
    return When(day, _DATED if any(word.isdigit() and len(word) > 3 for word in texts) else _MONTH)


def _is_marked(told: Line, level: Figure) -> bool:
    """Tell "2,120 inhabitants, after 2,310 in 2011" from "they were seen after 13 days"."""
    word = told.word(told.before(level))
    return word in words("marks_old") and (word != "after" or any(told.ahead(level)))


def former(said: Line, one: tuple[Line, Figure], other: tuple[Line, Figure]) -> int | None:
    """Return which of two levels lies farther back: 0 or 1, or ``None`` where the text does not say."""
    first, second = when(said, *one), when(said, *other)
    if first.day is not None and second.day is not None and first.day != second.day:
        return int(second.day < first.day)
    if first.age == second.age:
        return None
    older = int(second.age > first.age)
    known, young = sorted((first.age, second.age), reverse=True)
    if known in (_DATED, _MONTH) and young == _UNSAID and not _is_perfect(said):
        return None  # "rose to 48 … in May it was 40": which May the text does not say
    return older


def _around(line: Line, level: Figure) -> list[str]:
    """Return the words near a level, those that another figure is nearer to left out."""
    ahead = next((f.stop for f in line.ahead(level)), None)
    behind = next((f.edge for f in line.after(level)), None)
    start, stop = level.edge - _SIDE, level.stop + _SIDE
    if ahead is not None:
        start = max(start, (ahead + level.edge) // 2)
    if behind is not None:
        stop = min(stop, (level.stop + behind) // 2)
    return line.between(start, stop)


def _clause(line: Line, level: Figure) -> list[str]:
    """Return the words before a level, back to a pause or another figure: "a year before there were"."""
    ahead = line.between(level.edge - _NEAR, level.edge)
    ends = [i for i, word in enumerate(ahead) if word in (",", ";", ".", ":", "and")]
    start = level.edge - len(ahead) + (ends[-1] + 1 if ends else 0)
    before = next(line.ahead(level), None)
    return line.between(max(start, before.stop if before is not None else start), level.edge)


def _named(said: Line, dates: list[Date]) -> bool:
    return any(date.timex == base.timex for date in dates for base in bases_of(said))


def _is_former(line: Line, level: Figure) -> bool:
    """Tell "the previous year's 355", "when 610 did", "where there were 1,905"."""
    dated = {at for _, first, stop in line.moments for at in range(first, stop)}
    near = range(max(line.start, level.edge - _SIDE), level.first)
    ahead = [line.lower[at] for at in near if at not in dated]
    pauses = [at for at, word in enumerate(ahead) if word in (",", ";", ".")]
    ahead = ahead[pauses[-1] + 1 :] if pauses else ahead
    behind = line.between(level.stop, level.stop + 2)
    past = any(
        tag in ("VBD", "VBN") for tag in (t.tag_ for t in line.tokens.doc[near.start : near.stop])
    )
    was = past or "did" in behind
    return not words("former").isdisjoint(ahead) or (
        was and not {"where", "when"}.isdisjoint(ahead)
    )


def is_same(told: Line, level: Figure) -> bool:
    """Tell a level of the same period of another year: what it is of needs no name again."""
    return any(
        {"same"}
        & set(told.between(told.tokens.at(date.start) - 2, told.tokens.at(date.end - 1) + 1))
        for date in dates_of(told, level)
    ) or "same" in told.between(level.stop, level.stop + _NEAR)


def _is_perfect(line: Line) -> bool:
    return not {"has", "have"}.isdisjoint(line.between(line.start, line.stop))


def _had(line: Line, start: int, stop: int) -> bool:
    """Tell the pluperfect: "had stood", "had been"."""
    doc = line.tokens.doc
    return any(
        line.word(at) in ("had", "having")
        and any(doc[i].tag_ == "VBN" for i in range(at + 1, min(at + 4, line.stop)))
        for at in range(max(start, line.start), min(stop, line.stop))
    )


def dates_of(line: Line, level: Figure) -> list[Date]:
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
    turned = not ({";"} | words("breaks")).isdisjoint(
        line.between(sentence if first < level.first else level.stop, first)
    )
    following = next(line.after(level), None)
    now = line.word(first) in words("now")
    leads = now and line.tokens.doc[min(stop, line.stop - 1)].tag_[:2] in ("VB", "MD")
    owned = not leads and any(sentence <= figure.first < first for figure in line.ahead(level))
    if (first < level.first and owned and not turned) or (first >= level.stop and turned):
        return True
    before = first >= level.stop and following is not None and following.edge - stop
    if now and before is not False and (leads or before < first - level.stop):
        return True
    start, end = min(stop, level.stop), max(first, level.first)
    return any(start <= figure.first < end for figure in line.figures if figure is not level)


def bases_of(said: Line) -> list[Date]:
    """Return the times that a change says it is counted from: "than in May", "the figure for May"."""
    found = []
    for date, first, stop in said.moments:
        at = first - 1
        while said.word(at) in ("the", "in", "a", "same"):
            at -= 1
        if said.word(at) in words("counted_from"):
            found += [date, *(d for d, start, _ in said.moments if stop <= start <= stop + 1)]
    return found
