"""Two sentences that follow each other as one line, and when each figure in it holds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date as Day
from itertools import pairwise
from typing import NamedTuple

from factx.claims.sums.line import Figure, Line
from factx.claims.sums.words import words
from factx.model import Date
from factx.nlp.tokens import Tokens

_APART = 2  # sentences from one with figures to the next
_NEAR = 12
_KINDS = ("count", "number", "money", "measure", "percent")


class Passage(NamedTuple):
    """A line of one or two sentences; ``cut`` is where the second begins, or the end."""

    line: Line
    cut: int

    @property
    def levels(self) -> list[Figure]:
        """Return the figures that may be levels of something: no changes, no multiples."""
        return [
            figure
            for figure in self.line.figures
            if figure.mention.change is None and figure.mention.kind in _KINDS
        ]


def passages(tokens: Tokens, found: Sequence[Line]) -> Iterator[Passage]:
    """Yield each sentence with figures, and each two of one paragraph, at most one apart."""
    for line in found:
        yield Passage(line, line.stop)
    for one, other in pairwise(found):
        near = tokens.sent[other.start] - tokens.sent[one.start] <= _APART
        if near and tokens.block[one.start] == tokens.block[other.start]:
            figures = [*one.figures, *other.figures]
            joined = Line(tokens, one.start, other.stop, figures, one.dates)
            yield Passage(joined, other.start)


class _When(NamedTuple):
    """A day, or only how it lies to now: -1 before, 1 now."""

    day: Day | None
    side: int


def earlier(line: Line, one: Figure, other: Figure) -> Figure | None:
    """Return which of two levels is the earlier one; None where the text does not tell."""
    first, second = (_when(line, figure, (one, other)) for figure in (one, other))
    if first is None or second is None:
        known, figure = (first, one) if first is not None else (second, other)
        return figure if known is not None and known.side < 0 and known.day is None else None
    if first.day is not None and second.day is not None:
        if first.day == second.day:
            return None
        return one if first.day < second.day else other
    if first.side == second.side:
        return None
    return one if first.side < second.side else other


def _when(line: Line, figure: Figure, rivals: tuple[Figure, Figure]) -> _When | None:
    """Return when a level holds: the nearest date that lies nearer to it than to the other one."""
    sentence = line.tokens.sent[figure.first]
    best: tuple[int, _When] | None = None
    for date, first, stop in line.moments:
        if line.tokens.sent[first] != sentence:
            continue
        gaps = [_gap(rival, first, stop) for rival in rivals]
        mine = _gap(figure, first, stop)
        shared = [rival for rival in rivals if line.tokens.sent[rival.first] == sentence]
        if mine > _NEAR or (len(shared) > 1 and mine > min(gaps)):
            continue
        if (when := _read(date)) is not None and (best is None or mine < best[0]):
            best = mine, when
    return best[1] if best is not None else None


def _gap(figure: Figure, first: int, stop: int) -> int:
    """Return the words between a figure and a date; what follows a figure is nearer to it."""
    return first - figure.stop if first >= figure.stop else figure.first - stop + 1


def _read(date: Date) -> _When | None:
    said = set(date.text.lower().split())
    if date.timex == "PRESENT_REF" or "this" in said:
        return _When(date.first, 1)
    past = not said.isdisjoint(words("past"))
    if date.first is None:
        return _When(None, -1) if past else None
    return _When(date.first, -1 if past else 0)
