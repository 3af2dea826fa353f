"""What befell those whom a figure counts: "killing 38 people", "25 hurt", "the 38 who died"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from factx.claims.sums.line import Figure, Line
from factx.claims.sums.words import befell, words
from factx.model import Tie

_NEAR = 5
_PARTS = (["of", "the"], ["of", "those"], ["of", "them"], ["of", "whom"], ["of", "its"])


@dataclass(frozen=True, slots=True)
class _Word:
    at: int
    event: str


def find(line: Line) -> Iterator[Tie]:
    """Yield each count of people; its role is what befell them. "12 others" is the rest of another."""
    for figure in line.figures:
        part = line.between(figure.stop, figure.stop + 2) in _PARTS
        if (
            part
            or not _counts_people(figure)
            or not words("besides").isdisjoint(_around(line, figure))
        ):
            continue
        word = _nearest(line, figure)
        if word is not None:
            yield Tie("event", (figure.member(word.event),), line.span(word.at, word.at + 1))


def _counts_people(figure: Figure) -> bool:
    mention = figure.mention
    if mention.kind not in ("count", "number") or mention.change == "up" or "-" in mention.text:
        return False
    unit = (mention.unit or "person").rpartition(" ")[2]
    return unit in words("people") or befell(unit) is not None


def _around(line: Line, figure: Figure) -> set[str]:
    return {
        *line.between(figure.edge - 1, figure.first),
        *line.between(figure.stop, figure.stop + 2),
    }


def _nearest(line: Line, figure: Figure) -> _Word | None:
    """Return the nearest word of an event that no other figure stands nearer to."""
    best: _Word | None = None
    least = _NEAR + 1
    for at in range(max(line.start, figure.first - _NEAR), min(line.stop, figure.stop + _NEAR)):
        kind = befell(line.lower[at])
        if kind is None:
            continue
        gap = _gap(figure, at)
        between = line.between(*((at, figure.first) if at < figure.first else (figure.stop, at)))
        apart = not {",", ";", "and", "but"}.isdisjoint(between)
        rival = any(_gap(other, at) < gap for other in line.figures if other is not figure)
        if gap < least and not apart and not rival:
            best, least = _Word(at, kind), gap
    return best


def _gap(figure: Figure, at: int) -> int:
    return figure.first - at if at < figure.first else at - figure.stop + 1
