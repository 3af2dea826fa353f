"""Amounts behind a colon that share a total: "90 million euros: Alba gets 30 million, Brod 25 million"."""

from __future__ import annotations

from collections.abc import Iterator

from factx.claims.sums.kin import alike
from factx.claims.sums.line import Figure
from factx.claims.sums.passage import Passage
from factx.claims.sums.words import words
from factx.model import Tie

_CLAUSE = 7  # words of a name, its verb and a pause
_KINDS = ("money", "measure")


def find(passage: Passage) -> Iterator[Tie]:
    """Yield an amount with all those behind its colon, which may end a sentence for the parser.

    Counts are read elsewhere. The parts must come near the total, and none may be left over.
    """
    line, cut = passage
    colon = next((at for at in range(line.start, line.stop) if line.lower[at] == ":"), None)
    if colon is None or (cut < line.stop and colon != cut - 1):
        return
    if not words("open_lists").isdisjoint(line.between(colon, line.stop)):
        return
    ahead = [figure for figure in line.figures if figure.first < colon]
    parts = [figure for figure in line.figures if figure.first > colon]
    totals = [figure for figure in ahead if figure.mention.kind in _KINDS]
    if len(totals) != 1 or len(parts) < 2 or not _is_level(totals[0]):
        return
    total = totals[0]
    start = colon
    for part in parts:
        between = line.between(start, part.edge)
        paused = start == colon or not {",", "and", ";"}.isdisjoint(between)
        if not paused or len(between) > _CLAUSE or not _is_level(part) or not _fits(total, part):
            return
        start = part.stop
    summed = sum(part.mention.number for part in parts)
    if abs(summed - total.mention.number) * 4 <= total.mention.number:
        members = (total.member("total"), *(part.member("part") for part in parts))
        yield Tie("parts", members, line.span(colon, colon + 1), closed=True)


def _fits(total: Figure, part: Figure) -> bool:
    one, other = total.mention, part.mention
    same = one.kind == other.kind and one.unit == other.unit
    return (same or (one.kind == "money" and alike(total, part))) and other.number < one.number


def _is_level(figure: Figure) -> bool:
    mention = figure.mention
    return mention.change is None and mention.qualifier == "exact" and not figure.describes
