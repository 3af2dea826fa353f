"""A whole shared out among owners: "won 21 of the 33 wards, the Unity Party nine and others three"."""

from __future__ import annotations

from collections.abc import Iterator

from factx.claims.sums.kin import counts
from factx.claims.sums.line import Figure, Line
from factx.claims.sums.words import words
from factx.model import Tie

_FAR = 8  # words of an owner and the pause before it


def shared_out(line: Line) -> Iterator[tuple[Tie, list[Figure]]]:
    """Read "won 21 of the 33 wards, the Unity Party nine and independents three"."""
    for part in line.figures:
        total = next(line.after(part), None)
        if total is None or not (counts(part) and counts(total)):
            continue
        link = line.between(part.stop, total.edge)
        if link[:1] != ["of"] or not all(word in words("wholes") for word in link[1:]):
            continue
        parts = [part]
        start = line.behind(total)
        for figure in line.after(total):
            between = line.between(start, figure.edge)
            if not _is_next_owner(line, figure, between, start):
                break
            parts.append(figure)
            start = figure.stop
        if len(parts) > 2:
            members = (total.member("total"), *(figure.member("apart") for figure in parts))
            cue = line.span(part.stop, part.stop + 1)
            yield Tie("parts", members, cue, closed=False), [total, *parts]


def _is_next_owner(line: Line, figure: Figure, between: list[str], start: int) -> bool:
    """Tell a bare figure behind a name and a pause: ", the Unity Party nine", "and Labour three"."""
    bare = counts(figure) and line.word(figure.stop) in ("", ",", "and", ".", ";", "-")
    if not bare or not 1 < len(between) <= _FAR or between[0] not in (",", "and", ";"):
        return False
    owner = [i for i in range(start, figure.edge) if line.lower[i] not in (",", "and", ";", "the")]
    doc = line.tokens.doc
    return bool(owner) and all(doc[i].pos_ in ("PROPN", "NOUN", "ADJ") for i in owner)
