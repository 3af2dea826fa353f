"""A figure above or below a named mark: "1,260 cars, above the target of 1,100"."""

from __future__ import annotations

from collections.abc import Iterator

from factx.claims.sums.line import Figure, Line
from factx.claims.sums.statement import is_real
from factx.claims.sums.than import compared
from factx.claims.sums.words import words
from factx.model import Tie

_NEAR = 8
_AWAITED = 4


def find(line: Line) -> Iterator[Tie]:
    """Yield each figure with the target, record or need that the words put it above or below.

    What is counted the other way round (losses, times) and what is denied is passed over.
    """
    if len(line.figures) < 2 or not is_real(line, line.start):
        return
    reversed_ = not words("lower_wins").isdisjoint(line.lower[line.start : line.stop])
    for one in line.figures:
        other = next(line.after(one), None)
        if other is None or other.first - one.stop > 2 * _NEAR or not _fits(one, other):
            continue
        if one.mention.kind not in ("count", "number", "money", "percent", "measure"):
            continue
        if one.mention.change == "down" or one.mention.qualifier != "exact":
            continue
        if line.word(line.before(one)) == "from":
            continue  # "rose to 287 million from 246 million, beating the 271 million forecast"
        cue = _cue(line, one, other)
        if cue is not None:
            at, above = cue
            if reversed_ and line.lower[at] not in words("literal"):
                continue
            yield compared(line, one, other, at, "up" if above else "down")


def _fits(one: Figure, other: Figure) -> bool:
    """Tell figures of one unit; a mark need not say again per how much: "42 mg per litre"."""
    unit, mark = one.mention.unit, other.mention.unit
    shortened = unit is not None and mark is not None and unit.startswith(f"{mark}/")
    bare = (
        other.mention.kind in ("count", "number") and mark is None and one.mention.kind == "measure"
    )
    return one.fits(other) or bare or (shortened and one.mention.kind == other.mention.kind)


def _cue(line: Line, one: Figure, other: Figure) -> tuple[int, bool] | None:
    """Return the word that compares two figures, and whether it puts the first above."""
    dated = {i for _, first, stop in line.moments for i in range(first - 1, stop)}
    start = line.behind(one)
    if line.word(start) == "of":  # a share says of what
        near = range(start, min(start + _NEAR, other.first))
        start = next((at for at in near if line.lower[at] == "," or at in dated), start)
    start = _behind_purpose(line, start, other)
    joint = words("compare_joint")
    for at in range(start, other.first):
        word = line.lower[at]
        above, below = word in words("above"), word in words("below")
        if not above and not below:
            if word not in joint and at not in dated:
                return None
            continue
        # "60 above the target": the figure is the distance
        if at == start and word in words("distance"):
            return None
        return (at, above) if _is_mark(line, at + 1, other) else None
    return None


def _behind_purpose(line: Line, start: int, other: Figure) -> int:
    """Step over "for the hospice" and "per litre on Monday" up to the comma before the comparison."""
    doc = line.tokens.doc
    if start >= other.first or doc[start].pos_ != "ADP":
        return start
    comma = next((at for at in range(start, other.first) if line.lower[at] == ","), start)
    passed = range(start, comma)
    plain = all(doc[at].pos_ not in ("VERB", "AUX", "CCONJ", "SCONJ") for at in passed)
    return comma if plain and comma - start <= 2 * _NEAR else start


def _is_mark(line: Line, start: int, mark: Figure) -> bool:
    """Tell "the target of 1,100" and "the 326 seats needed"."""
    between = [
        word
        for word in line.lower[start : mark.first]
        if word in words("mark") or word not in words("loose")
    ]
    if between[:1] == ["of"]:
        between = [word for word in between[1:] if word != "the"]
    if line.word(mark.stop) == "by" or mark.mention.change is not None:
        return False
    if not between:
        if line.lower[start - 1] in words("literal") and line.word(mark.edge - 1) == "the":
            return line.lower[start - 1] not in words("distance")
        stop = line.behind(mark)
        return not words("awaited").isdisjoint(line.between(stop, stop + _AWAITED))
    owned = len(between) <= _AWAITED and between[-1] == "of"
    return owned and len(between) > 1 and between[-2] in words("mark")
