"""A figure that a size may be of, in its sentence; and which two of them it cannot be of by their words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date as Day
from functools import cached_property

from factx.claims.sums.line import Figure, Line
from factx.model import Claim


@dataclass(frozen=True, eq=False)
class Term:
    """A figure in its sentence, the ``index``-th of its article, with what it was found to claim.

    ``day`` is the first one of its period, if its own sentence tells that.
    """

    line: Line
    figure: Figure
    index: int
    claim: Claim | None
    day: Day | None

    @cached_property
    def sentence(self) -> int:
        """Return the number of its sentence."""
        return self.line.tokens.sent[self.figure.first]

    @cached_property
    def block(self) -> int:
        """Return the number of its paragraph."""
        return self.line.tokens.block[self.figure.first]


def is_itemized(size: Term, one: Term, other: Term) -> bool:
    """Tell levels of two items, each with a signed change of its own: "Ferries: 9, +4%; Trams: 7, +2%"."""
    if not size.figure.mention.is_signed:
        return False
    first, second = sorted((one.figure, other.figure), key=lambda figure: figure.first)
    between = size.line.tokens.lower[first.stop : second.first]
    return not {";", ":"}.isdisjoint(between)


def is_of_others(size: Term, part: Term, whole: Term) -> bool:
    """Tell "won 47 of 403 seats and 22% of the votes": a share of what neither figure counts."""
    heads = [
        t.claim.measure.head if t.claim and t.claim.measure else "" for t in (size, part, whole)
    ]
    named = size.line.word(size.figure.stop) == "of" and "" not in heads
    return named and heads[1] == heads[2] != heads[0]
