"""A total and, in the sentence behind, all that it is made up of: "They comprised 27 men and 19"."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from factx.claims.sums.kin import counts
from factx.claims.sums.line import Figure, Line
from factx.claims.sums.passage import Passage
from factx.claims.sums.words import words
from factx.model import Tie

_SUBJECT = 4  # words of "the new council will" before "consist"
_APART = 8  # words from one part to the next
_ENDS = frozenset({".", "", ";", '"', ")"})
_CLAUSES = frozenset({"who", "which", "with", "all", "and", "but", "some", "most", "many"})
_POINTING = frozenset({"they", "it", "these", "those", "this", "the"})


def find(passage: Passage) -> Iterator[Tie]:
    """Yield a total with the parts that the next sentence says it is composed of."""
    line, cut = passage
    parts = _composing(line, cut)
    if len(parts) < 2 or not _is_complete(line, parts[-1]):
        return
    total = _total(line, cut, parts)
    if total is not None:
        members = (total.member("total"), *(part.member("part") for part in parts))
        yield Tie("parts", members, line.span(parts[0].edge - 1, parts[-1].stop), closed=True)


def _composing(line: Line, cut: int) -> list[Figure]:
    """Return the figures behind "They comprised" that open the second sentence."""
    verb = next((at for at in range(cut, line.stop) if line.lower[at] in words("consists")), None)
    if verb is None or not 0 < verb - cut <= _SUBJECT or line.lower[cut] not in _POINTING:
        return []
    behind = [figure for figure in line.figures if figure.first > verb]
    if not behind or behind[0].edge - verb > 3:
        return []
    parts = [behind[0]]
    for one, other in pairwise(behind):
        between = line.between(one.stop, other.edge)
        if len(between) > _APART or not {",", "and", ";", "plus"} & {*between[-2:]}:
            break
        parts.append(other)
    return parts if all(_is_part(part) for part in parts) else []


def _is_part(figure: Figure) -> bool:
    return counts(figure) and figure.mention.qualifier == "exact"


def _is_complete(line: Line, last: Figure) -> bool:
    """Tell whether a list ends with its sentence, or with a comma and a clause of its own."""
    at = line.behind(last)
    while line.word(at).isalpha() and line.word(at) not in _CLAUSES and at - last.stop < _SUBJECT:
        at += 1
    return line.word(at) in _ENDS or (line.word(at) == "," and line.word(at + 1) in _CLAUSES)


def _total(line: Line, cut: int, parts: list[Figure]) -> Figure | None:
    """Return the one count of the first sentence that the parts come near to."""
    summed = sum(part.mention.number for part in parts)
    largest = max(part.mention.number for part in parts)
    totals = [
        figure
        for figure in line.figures
        if figure.first < cut
        and figure.mention.kind in ("count", "number")
        and figure.mention.change is None
        and figure.mention.qualifier == "exact"
        and largest < figure.mention.number
        and abs(summed - figure.mention.number) * 2 <= figure.mention.number
    ]
    return totals[0] if len(totals) == 1 else None
