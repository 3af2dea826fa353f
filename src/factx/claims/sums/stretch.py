"""The sentences that a statement may be about: those next to it, across short paragraphs too."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import groupby
from typing import NamedTuple

from factx.claims.sums.lengths import plain
from factx.claims.sums.line import Figure, Line
from factx.claims.sums.passage import paragraphs
from factx.model import Date
from factx.nlp.tokens import Tokens

_BACK, _ON = 2, 1  # sentences before a statement and behind it
_SHORT = 4  # sentences of a paragraph that may go on in the next
_NEAR = 2  # times that a slip of a digit leaves a figure too large or small
_WIDE = Decimal(4)  # times that any slip but one of the scale does
_SCALES = (10, 100, 1000)
_CLOSE = Decimal("0.01")
_UNITS = {
    "D": {"day": 1, "hour": 24},
    "W": {"week": 1, "day": 7},
    "M": {"month": 1},
    "Y": {"year": 1, "month": 12, "week": 52},
    "TH": {"hour": 1},
}


class Placed(NamedTuple):
    """A figure with its sentence."""

    line: Line
    figure: Figure


class Stretch(NamedTuple):
    """A sentence and those around it."""

    here: Line
    lines: Sequence[Line]

    @property
    def figures(self) -> list[Placed]:
        """Return the figures of all sentences."""
        return [Placed(line, figure) for line in self.lines for figure in line.figures]


def stretches(tokens: Tokens, lines: Sequence[Line]) -> Iterator[Stretch]:
    """Yield each sentence of the running text that has a figure, with those around it."""
    if not lines:
        return
    text = [
        line
        for sentences in paragraphs(tokens, lines, every=True)
        for line in sentences
        if tokens.kind(line.start) not in ("title", "furniture")
    ]
    blocks = [tokens.block[line.start] for line in text]
    size = {block: len(list(group)) for block, group in groupby(blocks)}
    for index, line in enumerate(text):
        if not line.figures:
            continue
        near = range(max(0, index - _BACK), min(len(text), index + _ON + 1))
        own = blocks[index]
        yield Stretch(
            line,
            [text[i] for i in near if _goes_on(own, blocks[i], size)],
        )


def _goes_on(own: int, other: int, size: dict[int, int]) -> bool:
    """Tell one paragraph, or two short ones that follow each other."""
    return own == other or (abs(own - other) == 1 and max(size[own], size[other]) <= _SHORT)


def lengths(line: Line) -> Iterator[tuple[Date, str, Decimal]]:
    """Yield the plain lengths of time of a sentence, in each unit that they may be counted in."""
    for date, _, _ in line.durations:
        number, unit = plain(date) or (Decimal(0), "")
        if "-" in date.text or number.as_tuple().exponent:
            continue  # "a two-year loan" lasts, and nothing is spread over it
        for name, count in _UNITS.get(unit, {}).items():
            if number * count > 1:
                yield date, name, number * count


def slipped(computed: Decimal, stated: Decimal) -> bool:
    """Tell two figures that are one, or were before a slip of a digit or of the scale."""
    if computed <= 0 or stated <= 0:
        return False
    times = max(computed, stated) / min(computed, stated)
    return times <= _NEAR or any(abs(times / power - 1) <= _CLOSE for power in _SCALES)


def within(computed: Decimal, stated: Decimal, times: Decimal = _WIDE) -> bool:
    """Tell a figure so near to what it should be that a slip may have made it."""
    return stated / times <= computed <= stated * times
