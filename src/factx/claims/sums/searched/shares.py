"""A share told with its part, and the only whole around it: "a third of the inflow, $1.1 million"."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from factx.claims.sums.line import Figure, Line
from factx.claims.sums.pieces import may_hold, pieces
from factx.claims.sums.searched.stretch import Placed, Stretch, slipped
from factx.claims.sums.stated import is_plain, is_share, share_tie
from factx.claims.sums.words import says, words
from factx.model import Tie

_HUNDRED = 100
_NEAR = 6  # words of "a third of the inflow,"
_ELSEWHERE = frozenset({"which", "whom", "them", "these", "those", "total", "all"})
_JOINTS = frozenset({"and", ",", "to", "versus"})
_RESTATES = frozenset({",", "(", "-", "or"})


def find(stretch: Stretch, tied: set[str]) -> Iterator[Tie]:
    """Yield each share with its part and whole, if one choice of them comes near to it."""
    line = stretch.here
    for share in line.figures:
        if not _is_share(share) or share.mention.id in tied:
            continue
        part = _part(line, share)
        if part is not None:
            found = [
                (part, whole.figure)
                for whole in stretch.figures
                if _may_be_of(part, whole) and _is_told_with(line, part, share, whole)
            ]
        elif says(line.between(line.start, share.edge), "concluding"):
            said = [piece for piece in pieces(stretch.lines) if piece.said]
            found = [(piece.part, piece.whole) for piece in said if piece.part.first < share.first]
        else:
            continue
        near = [(some, whole) for some, whole in found if _is_near(some, whole, share)]
        if len(near) == 1:
            yield share_tie(line, share, *near[0])


def opposites(line: Line) -> Iterator[Tie]:
    """Read "62 per cent female and 38 per cent male": two shares that leave nobody out."""
    for one, other in pairwise(line.figures):
        if {one.mention.kind, other.mention.kind} != {"percent"}:
            continue
        labels = {line.word(one.stop), line.word(other.stop)}
        pair = any(labels == set(row.split()) for row in words("opposites"))
        if pair and other.edge - one.stop <= _NEAR and line.word(other.edge - 1) in _JOINTS:
            members = (one.member("part"), other.member("part"))
            yield Tie("parts", members, line.span(one.first, other.stop), closed=False)


def _is_share(figure: Figure) -> bool:
    return is_share(figure) and figure.mention.qualifier in ("exact", "approx")


def _part(line: Line, share: Figure) -> Figure | None:
    """Return the figure that a share stands beside: "$1.1 million, a third of the inflow"."""
    if line.word(share.stop) != "of":
        return None
    if not _ELSEWHERE.isdisjoint(line.between(share.stop + 1, share.stop + 3)):
        return None  # "60 million, two thirds of which", "or 21% of the total"
    before, behind = next(line.ahead(share), None), next(line.after(share), None)
    if before is not None and is_plain(before) and line.behind(before) >= share.edge - 2:
        between = line.between(line.behind(before), share.edge)
        if between and _RESTATES.issuperset(between):
            return before
    if behind is not None and is_plain(behind) and behind.edge - share.stop <= _NEAR:
        between = line.between(share.stop, behind.edge)
        if between[-1] in _RESTATES and between.count(",") <= 1:
            return behind
    return None


def _is_told_with(line: Line, part: Figure, share: Figure, whole: Placed) -> bool:
    """Tell a whole of the paragraph; "a third of the inflow, $1.1 million" may look further back."""
    block = line.tokens.block
    if whole.figure.first > min(part.first, share.first):
        return False
    return part.first > share.first or block[whole.line.start] == block[line.start]


def _may_be_of(part: Figure, whole: Placed) -> bool:
    one, other = part.mention, whole.figure.mention
    if whole.figure is part or not is_plain(whole.figure) or other.number <= one.number:
        return False
    if (one.unit or "").startswith("°"):
        return False  # of degrees there are no parts
    if one.kind == "money" or other.kind == "money" or "measure" in (one.kind, other.kind):
        return one.kind == other.kind and one.unit == other.unit
    return may_hold(whole.figure, part)


def _is_near(part: Figure, whole: Figure, share: Figure) -> bool:
    per = _HUNDRED if share.mention.kind == "percent" else 1
    computed = part.mention.number / whole.mention.number if whole.mention.number else Decimal(0)
    return slipped(computed * per, share.mention.number)
