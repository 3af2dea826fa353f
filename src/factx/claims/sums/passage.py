"""Sentences that stand together: two that follow each other as one line, or a whole paragraph."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from factx.claims.sums.line import Line
from factx.nlp.tokens import Tokens

_APART = 2  # sentences from one with figures to the next


class Passage(NamedTuple):
    """A line of one or two sentences; ``cut`` is where the second begins, or the end."""

    line: Line
    cut: int

    @property
    def halves(self) -> tuple[Line, Line]:
        """Return the first sentence and the second; one sentence is both."""
        line, cut = self
        if cut == line.stop:
            return line, line
        figures = ([f for f in line.figures if (f.first < cut) is early] for early in (True, False))
        edges = (line.start, cut), (cut, line.stop)
        first, second = (
            Line(line.tokens, *edge, found, line.dates)
            for edge, found in zip(edges, figures, strict=True)
        )
        return first, second


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


def paragraphs(
    tokens: Tokens, lines: Sequence[Line], *, every: bool = False
) -> Iterator[list[Line]]:
    """Yield the sentences of each paragraph that has a figure, or of all, also those without one."""
    known = {line.start: line for line in lines}
    blocks = {tokens.block[line.start] for line in lines}
    dates = lines[0].dates if lines else []
    start = 0
    while start < len(tokens):
        stop = bisect_right(tokens.block, tokens.block[start])
        if every or tokens.block[start] in blocks:
            sentences = []
            while start < stop:
                end = min(stop, bisect_right(tokens.sent, tokens.sent[start]))
                sentences.append(known.get(start) or Line(tokens, start, end, [], dates))
                start = end
            yield sentences
        start = stop
