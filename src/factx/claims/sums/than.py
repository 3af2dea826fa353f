"""A figure above or below another that is no mark: "41,200 cars, fewer than the 39,800 of April"."""

from __future__ import annotations

from collections.abc import Iterator

from factx.claims.sums.line import KINDS, Figure, Line
from factx.claims.sums.statement import is_real
from factx.claims.sums.words import words
from factx.model import Tie, Way

_FAR = 12  # words from a figure to its comparison
_SHORT = 6  # words of what it is compared with


def find(line: Line) -> Iterator[Tie]:
    """Yield each figure with the next one, where a comparative behind a pause stands between them.

    Without the pause the figure is the distance: "300 fewer than the 1,200 of last year".
    """
    if not is_real(line, line.start):
        return
    for one in line.figures:
        other = next(line.after(one), None)
        if other is None or one.mention.kind not in KINDS or not one.fits(other):
            continue
        if not {"by", "one", "every"}.isdisjoint(line.between(other.edge - 3, other.edge)):
            continue  # "fewer than last year by six", "fewer than one for every five"
        exact = one.mention.qualifier == other.mention.qualifier == "exact"
        at = _comparative(line, one, other) if exact else None
        if at is not None and _is_rival(line, at + 2, other):
            yield compared(
                line, one, other, at, "up" if line.word(at) in words("up_than") else "down"
            )


def compared(line: Line, one: Figure, other: Figure, at: int, way: Way) -> Tie:
    """Return the tie of a figure and what the word at a place puts it above, or below."""
    roles = ("larger", "smaller") if way == "up" else ("smaller", "larger")
    members = (one.member(roles[0]), other.member(roles[1]))
    return Tie("comparison", members, line.span(at, at + 1), way=way)


def _comparative(line: Line, one: Figure, other: Figure) -> int | None:
    """Return where "fewer than" stands behind the pause that ends what is said of a figure."""
    start = line.behind(one)
    than = next((at for at in range(start, other.edge) if line.lower[at] == "than"), None)
    if than is None or line.word(than - 1) not in words("up_than") | words("down_than"):
        return None
    ahead = line.between(start, than - 1)
    pauses = [index for index, word in enumerate(ahead) if word in (",", "-", "(")]
    if not pauses or len(ahead) > _FAR or not words("breaks").isdisjoint(ahead):
        return None
    behind = ahead[pauses[-1] + 1 :]
    return than - 1 if set(behind) <= words("compare_joint") and "and" not in ahead else None


def _is_rival(line: Line, start: int, other: Figure) -> bool:
    """Tell "the long-term average of 52" and "the cathedral, whose spire reaches 230"."""
    doc = line.tokens.doc
    named = range(start, other.edge)
    comma = next((at for at in named if line.lower[at] == ","), other.edge)
    told = line.between(comma + 1, other.edge)
    if not start < comma <= start + _SHORT or not {"and", "but"}.isdisjoint(
        line.between(start, comma)
    ):
        return False
    plain = all(doc[at].pos_ not in ("VERB", "AUX") for at in range(start, comma))
    return plain and (not told or (told[0] in ("which", "whose") and len(told) <= _SHORT))
