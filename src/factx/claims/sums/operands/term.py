"""A figure that a size may be of, in its sentence; and which two of them it cannot be of by their words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date as Day
from functools import cached_property

from factx.claims.sums.change import is_old
from factx.claims.sums.line import Figure, Line
from factx.claims.sums.words import words
from factx.model import Claim

_NEAR = 4


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


def is_reached(size: Term) -> bool:
    """Tell a percentage that is itself a level: "in the capital it exceeded 70%"."""
    relative = size.figure.mention.kind == "percent"
    return relative and size.line.word(size.figure.first - 1) in words("exceeding")


def is_of_then(size: Term, whole: Term) -> bool:
    """Tell a whole of another time, "when revenue was 230 million", and of others: "1,592 others"."""
    line, figure = whole.line, whole.figure
    if line.word(figure.stop) == "others":
        return True
    if is_old(line, figure) and size.sentence != whole.sentence:
        return True  # "rose 50% from $200 million. Asia made up $90 million, or 30% of the total"
    apart = size.sentence != whole.sentence
    return apart and "when" in line.between(figure.edge - _NEAR, figure.edge)


def is_rest(size: Term, part: Term) -> bool:
    """Tell what is left: "half the 60 seats went to one, a third to another, the remaining 10 to"."""
    before = part.line.between(part.figure.edge - 1, part.figure.first)
    return size.figure.first < part.figure.first and not words("remaining").isdisjoint(before)


def is_between(size: Term, parts: Sequence[Term]) -> bool:
    """Tell a figure told in a sentence between those of others, which is seldom their total."""
    told = [part.sentence for part in parts]
    return min(told) < size.sentence < max(told)


def is_of_votes(size: Term) -> bool:
    """Tell the share of votes of "the Farmers, on 5.4%, took six" seats."""
    line, figure = size.line, size.figure
    led = line.word(figure.edge - 1) in ("on", "with") and line.word(figure.edge - 2) == ","
    return led and figure.mention.kind == "percent" and line.word(figure.stop) == ","


def is_of_it(size: Term, whole: Term) -> bool:
    """Tell "two-thirds of it", which is of no count."""
    of_it = size.line.between(size.figure.stop, size.figure.stop + 2) == ["of", "it"]
    return of_it and whole.figure.mention.kind == "count" and whole.figure.mention.unit is not None


def is_margin(size: Term, near: Sequence[Term]) -> bool:
    """Tell "a majority of 835" away from the votes, which is of the first two only."""
    if any(term.sentence == size.sentence for term in near):
        return False
    before = size.line.between(size.figure.edge - 2, size.figure.edge)
    return before[-1:] == ["of"] and before[0] in words("of_votes")


def is_led(size: Term, word: str) -> bool:
    """Tell "from 21 million": what a change began with is the size of none."""
    return size.line.word(size.line.before(size.figure)) == word


def is_paired(size: Term) -> bool:
    """Tell the shares of two: "her lead is four points, 44% to 40%"."""
    line, figure = size.line, size.figure
    if figure.mention.kind != "percent" or figure.mention.change is not None:
        return False
    behind = line.inside.get(figure.stop + 1) if line.word(figure.stop) == "to" else None
    before = line.inside.get(figure.first - 2) if line.word(figure.first - 1) == "to" else None
    opens = figure if behind is not None else before
    set_off = opens is not None and line.word(opens.edge - 1) in (",", "-", "(")
    return set_off and (behind or before) is not None


def is_addend(size: Term) -> bool:
    """Tell "plus a £15 million grant" and "another 12 million", which add to what was told before."""
    line, at = size.line, size.line.before(size.figure)
    return not words("addends").isdisjoint((line.word(at), line.word(at - 1)))


def is_of_others(size: Term, part: Term, whole: Term) -> bool:
    """Tell "won 47 of 403 seats and 22% of the votes": a share of what neither figure counts."""
    if size.line.word(size.figure.stop) in words("up_than") | words("down_than"):
        return True  # "35 per cent above the market price"
    units = part.figure.mention.unit, whole.figure.mention.unit
    larger = part.figure.mention.number > whole.figure.mention.number
    if larger and part.sentence != size.sentence:
        return True
    if larger and None not in units and units[0] != units[1]:
        return True  # "45,000 runners from 122 countries, 38 percent of them women"
    heads = [
        t.claim.measure.head if t.claim and t.claim.measure else "" for t in (size, part, whole)
    ]
    named = size.line.word(size.figure.stop) == "of" and "" not in heads
    return named and heads[1] == heads[2] != heads[0]
