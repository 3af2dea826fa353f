"""The sentences that a statement may be about: those next to it, across short paragraphs too."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import groupby
from typing import NamedTuple

from factx.claims.sums.line import Figure, Line
from factx.model import Date
from factx.nlp.tokens import Tokens

_BACK, _ON = 2, 1  # sentences before a statement and behind it
_SHORT = 4  # sentences of a paragraph that may go on in the next
_NEAR = 2  # times that a slip of a digit leaves a figure too large or small
_SCALES = (10, 100, 1000)
_CLOSE = Decimal("0.05")
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
    known = {line.start: line for line in lines}
    dates = lines[0].dates
    text: list[Line] = []
    for _, inside in groupby(range(len(tokens)), key=tokens.sent.__getitem__):
        places = list(inside)
        if tokens.kind(places[0]) not in ("title", "furniture"):
            start = places[0]
            text.append(known.get(start) or Line(tokens, start, places[-1] + 1, [], dates))
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
        value = date.timex.removeprefix("P")
        unit, number = value[-1:], value.removeprefix("T")[:-1]
        if "-" in date.text or not number.isdecimal() or int(number) == 0:
            continue  # "a two-year loan" lasts, and nothing is spread over it
        finer = _UNITS.get(f"T{unit}" if value.startswith("T") else unit, {})
        for name, count in finer.items():
            if int(number) * count > 1:
                yield date, name, Decimal(int(number) * count)


def slipped(computed: Decimal, stated: Decimal) -> bool:
    """Tell two figures that are one, or were before a slip of a digit or of the scale."""
    if computed <= 0 or stated <= 0:
        return False
    times = max(computed, stated) / min(computed, stated)
    return times <= _NEAR or any(abs(times / power - 1) <= _CLOSE for power in _SCALES)
