"""Figures in falling order: "9.7 tonnes, followed by 6.2 and 3.8"."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from factx.claims.sums.line import Line
from factx.model import Tie

_NEAR = 12
_LIST = 8


def find(line: Line) -> Iterator[Tie]:
    """Yield the rankings of a sentence: a figure, "followed by", and the figures behind."""
    for at in range(line.start, line.stop - 1):
        if line.lower[at] != "followed" or line.word(at + 1) != "by":
            continue
        first = next((f for f in reversed(line.figures) if f.stop <= at), None)
        rest = [f for f in line.figures if f.first > at]
        if first is None or not rest or at - first.stop > _NEAR or rest[0].first - at > _NEAR:
            continue
        ranked = [first]
        for one, other in pairwise([first, *rest]):
            close = other is rest[0] or other.first - one.stop <= _LIST
            if not close or not other.fits(first) or other.mention.change != first.mention.change:
                break
            ranked.append(other)
        if len(ranked) > 1:
            members = tuple(figure.member("item") for figure in ranked)
            yield Tie("order", members, line.span(at, at + 2))
