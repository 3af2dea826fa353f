"""Multiples of a figure: "610, three times the 204 of last year"; and "three times more than"."""

from __future__ import annotations

from collections.abc import Iterator

from factx.claims.sums.kin import shares_unit
from factx.claims.sums.line import Figure, Line
from factx.claims.sums.words import words
from factx.model import Tie

_NEAR = 8
_WHEN = 4  # words of "when there were"


def find(line: Line) -> Iterator[Tie]:
    """Yield the multiples between two figures, and those whose wording has two readings."""
    for multiple in line.figures:
        if multiple.mention.kind != "ratio" or multiple.mention.number < 1:
            continue
        compared = _compared(line, multiple)
        more = _more(line, multiple)
        if compared is not None:
            new, old = compared
            at = more if more is not None else multiple.first
            members = (new.member("new"), old.member("old"), multiple.member("multiple"))
            yield Tie("comparison", members, line.span(at, at + 1), closed=True)
        elif more is not None:
            yield Tie("comparison", (multiple.member("multiple"),), line.span(more, more + 1))


def _more(line: Line, multiple: Figure) -> int | None:
    """Return where "more" or "fewer" stands behind "three times", before a comparison."""
    at = multiple.stop
    for index in (at, at + 1):
        if line.word(index) in words("times_more") and "than" in line.between(index, index + 5):
            return index
    return None


def _compared(line: Line, multiple: Figure) -> tuple[Figure, Figure] | None:
    """Return the figure that is a multiple and the one it is a multiple of."""
    old = next(line.after(multiple), None)
    ahead_of = [figure for figure in line.ahead(multiple) if old and shares_unit(figure, old)]
    new = next(line.ahead(multiple), None)
    if old is None or new is None or new not in ahead_of:
        return None
    if len(ahead_of) > 1 and old.mention.unit is None:
        return None  # "2,114 players from 63 nations, twice the 1,057": of which is not said
    if "when" in line.between(new.edge - _WHEN, new.edge):
        return None  # "up 1 million on 2023, when it was 8, and double the 4 of 2019"
    behind = line.between(multiple.stop, old.edge)
    ahead = line.between(new.stop, multiple.edge)
    if len(behind) > _NEAR or len(ahead) > _NEAR or not ahead:
        return None
    linked = all(word in words("loose") or word in words("as_many") for word in behind)
    said = "," in ahead or "-" in ahead or ahead[-1] in ("is", "was", "were", "are")
    return (new, old) if linked and behind and said else None
