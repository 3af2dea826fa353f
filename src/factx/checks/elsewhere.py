"""Whether a sum that fails holds with another figure of the passage: then it was read wrongly.

A slip leaves no figure that fits; a figure taken for its neighbour leaves the right one standing
beside it. So a relation is in doubt as soon as one of its figures, exchanged for another of the
same kind from the sentences around, makes the printed figures agree.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence

from factx.checks.figures import Figure, figure
from factx.checks.view import View
from factx.model import Quantity

# Sentences before and behind those of a relation.
_AROUND = 1
# Figures of one passage; a table of hundreds would explain anything.
_MOST = 16
_AMOUNTS = frozenset({"count", "number", "measure", "money"})


def explained(
    view: View, figures: Sequence[Figure], fits: Callable[[Sequence[Figure]], bool], *, closed: bool
) -> Quantity | None:
    """Return a figure of the passage with which a relation ``fits`` in place of one of its own.

    Where words tie the figures, a level is not meant for a change.
    """
    around = passage(view, figures)
    for index, own in enumerate(figures):
        for other in around:
            if closed and _relation(view, own.mention) != _relation(view, other):
                continue
            if alike(own.mention, other) and fits(
                [*figures[:index], figure(other, own.role), *figures[index + 1 :]]
            ):
                return other
    return None


def _relation(view: View, quantity: Quantity) -> str | None:
    return claim.relation if (claim := view.claim(quantity)) is not None else None


def passage(view: View, figures: Sequence[Figure]) -> list[Quantity]:
    """Return the other figures of the sentences of some figures and of those next to them."""
    taken = {own.mention.id for own in figures}
    starts = sorted(view.sentences)
    places = [claim.sentence.start for own in figures if (claim := view.claim(own.mention))]
    if not places:
        return []
    low = max(0, bisect_left(starts, min(places)) - _AROUND)
    high = bisect_right(starts, max(places)) + _AROUND
    claims = (claim for start in starts[low:high] for claim in view.sentences[start])
    found = (view.quantity(claim.mention) for claim in claims if claim.mention not in taken)
    return [other for other in found if other is not None and not view.in_title(other)][:_MOST]


def alike(one: Quantity, other: Quantity) -> bool:
    """Tell whether one figure may have been meant for the other: one kind, no two units.

    A bare number may be any amount: "68,600 tonnes … that leaves 29,400".
    """
    if one.number == other.number:
        return False
    if None in (one.unit, other.unit) and {one.kind, other.kind} <= _AMOUNTS:
        return True
    counted = {one.kind, other.kind} <= {"count", "number"}
    return counted or (one.kind == other.kind and one.unit == other.unit)
