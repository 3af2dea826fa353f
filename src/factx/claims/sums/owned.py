"""Ties against the measures of their claims: twice "the 1,057" is of the players, not of the nations."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from factx.mentions import Found
from factx.model import Claim, Quantity, Tie

_STATED = ("amount", "multiple")
_ENDS = ("new", "old")
_RUNS = (["amount", "new", "old"], ["amount", "old", "new"])
_GAP = len(" million to ")  # characters from one of them to the next


def faithful(ties: Iterable[Tie], found: Found, claims: Sequence[Claim]) -> Iterator[Tie]:
    """Yield the ties, without a size that is said of another level of its sentence.

    In "imports grew 1.6% to 347.5 billion, cutting the surplus to 3.3 billion" the percentage and
    the first amount are of one measure: a tie of the percentage without that amount is wrong.
    """
    quantities = {quantity.id: quantity for quantity in found.quantities}
    by_mention = {claim.mention: claim for claim in claims}
    sentences: dict[int, list[Claim]] = {}
    for claim in claims:
        sentences.setdefault(claim.sentence.start, []).append(claim)
    for tie in ties:
        inside = {member.mention for member in tie.members}
        ends = [
            quantities[m.mention]
            for m in tie.members
            if m.role in _ENDS and m.mention in quantities
        ]
        stated = [by_mention.get(m.mention) for m in tie.members if m.role in _STATED]
        own = (
            level
            for claim in stated
            if claim is not None
            for other in sentences[claim.sentence.start]
            if (level := quantities.get(other.mention)) is not None and _is_of(claim, other)
        )
        if (
            _is_run(tie, found)
            or not ends
            or all(level.id in inside or not _is_alike(level, ends) for level in own)
        ):
            yield tie
        elif tie.kind == "change" and len(ends) == len(_ENDS):
            levels = tuple(member for member in tie.members if member.role in _ENDS)
            yield replace(tie, members=levels)


def _is_run(tie: Tie, found: Found) -> bool:
    """Tell an amount and its two levels right behind each other: "rose 14% to 48 from 43"."""
    roles = {member.mention: member.role for member in tie.members}
    own = [quantity for quantity in found.quantities if quantity.id in roles]
    if not tie.closed or tie.kind != "change" or [roles[q.id] for q in own] not in _RUNS:
        return False
    return all(two.start - one.end <= _GAP for one, two in pairwise(own))


def _is_of(claim: Claim, other: Claim) -> bool:
    """Tell a level of the measure that a change is said of."""
    one, two = claim.measure, other.measure
    if one is None or two is None or other.relation not in ("level", "total"):
        return False
    return (one.start, one.end) == (two.start, two.end) or (one.head, one.modifiers) == (
        two.head,
        two.modifiers,
    )


def _is_alike(level: Quantity, ends: Sequence[Quantity]) -> bool:
    """Tell a level of the kind of those of a tie."""
    kinds = {end.kind for end in ends}
    units = {end.unit for end in ends} - {None}
    bare = level.kind in ("count", "number") and level.unit is None
    fits = level.kind in kinds and (not units or level.unit in units)
    return level.change is None and (bare or fits)
