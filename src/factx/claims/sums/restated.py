"""A change told in two ways, or in two sentences: "has doubled, an increase of 200 percent"."""

from __future__ import annotations

from collections.abc import Iterator

from factx.claims.sums.change import role
from factx.claims.sums.cue import way_of
from factx.claims.sums.line import Figure, Line
from factx.claims.sums.passage import Passage
from factx.claims.sums.statement import Statement, noun_of, sized
from factx.claims.sums.topic import shares_topic
from factx.model import Tie, Way

_NEAR = 4
_AGAIN = ("that", "this", "it")


def find(passage: Passage) -> Iterator[Tie]:
    """Yield a multiple and the percentage that takes it up, which need no levels; and a level taken up."""
    line, cut = passage
    if cut < line.stop and line.word(cut) in _AGAIN:
        yield from _taken_up(*passage.halves)
    ratios = [figure for figure in line.figures if figure.mention.kind == "ratio"]
    percents = [figure for figure in line.figures if figure.mention.kind == "percent"]
    if len(ratios) != 1 or len(percents) != 1 or not ratios[0].first < percents[0].first:
        return
    ratio, percent = ratios[0], percents[0]
    if (cut < line.stop) != (ratio.first < cut <= percent.first):
        return
    first, second = passage.halves
    said = sized(second, percent)
    way = _way(first, ratio)
    between = [f for f in line.figures if ratio.first < f.first < percent.first]
    if said is None or way is None or said.way != way or between:
        return
    again = said.apposed if first is second else said.takes_up and not is_of_another(said, first)
    if again:
        members = (ratio.member(role(ratio)), percent.member(role(percent)))
        yield Tie("change", members, line.span(ratio.first, ratio.stop), way, closed=False)


def _taken_up(first: Line, second: Line) -> Iterator[Tie]:
    """Read "The haul was 44 tonnes. That is up from 30 tonnes in 2023": the one level of its unit."""
    old = next((f for f in second.figures if second.word(second.before(f)) == "from"), None)
    if old is None:
        return
    at = second.before(old) - 1
    by = second.inside.get(at)
    at = by.edge - 1 if by is not None else at
    way = way_of(second.word(at))
    alike = [figure for figure in first.figures if figure.is_level and figure.fits(old)]
    if second.word(at) in ("up", "down") and len(alike) == 1 and old.is_level and way is not None:
        members = [alike[0].member("new"), old.member("old")]
        members += [by.member(role(by))] if by is not None else []
        yield Tie("change", tuple(members), second.span(at, at + 1), way, closed=True)


def _way(line: Line, ratio: Figure) -> Way | None:
    """Return which way a multiple goes: "halved", "dropped fivefold", "dropped to a fifth of"."""
    small = ratio.mention.number < 1
    if ratio.mention.change is not None:
        return ratio.mention.change
    to = line.before(ratio) if line.word(line.before(ratio)) == "to" else ratio.edge
    near = (way_of(line.word(at)) for at in range(to - 1, to - _NEAR, -1))
    way = next((way for way in near if way is not None), None)
    return way if (way == "down") == small and way != "flat" else None


def is_of_another(said: Statement, before: Line) -> bool:
    """Tell "the 60 per cent decline in imports" behind a sentence on exports."""
    line, noun = said.line, noun_of(said)
    if noun is None or said.figure is None:
        return False
    at = max(noun + 1, said.figure.stop)
    if line.word(at) not in ("in", "of", "for", "among"):
        return False
    stop = next((i for i in range(at, line.stop) if line.lower[i] in (",", ";", ".")), line.stop)
    dated = not line.timed.isdisjoint(range(at + 1, at + 3))
    return not dated and not shares_topic(before, line, at, min(stop, at + _NEAR + 1))
