"""ORD: superlatives, rankings and comparisons."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from factx.checks.base import Check, Checked
from factx.checks.figures import Figure
from factx.checks.judge import Relation, Sides, judge
from factx.checks.tied import members
from factx.checks.view import View
from factx.checks.wording import number, quoted
from factx.intervals import Interval, Reading

_FALLING = Interval(Decimal(0), None)


class Ranking(Check):
    """Figures that follow each other in rank are not in order.

    ## What it does
    Where the text ranks with "followed by", each figure must be at least as large as the next.

    ## Why it matters
    A ranking out of order has a wrong figure or a wrong name in it.

    ## Example
    - The north had 97 mills, followed by the south with 62 mills and the west with 83 mills.

    ## Fine
    - The north had 97 mills, followed by the south with 62 mills and the west with 38 mills.
    """

    code, name, severity = "ORD02", "ranking", "warning"

    def run(self, view: View) -> Iterator[Checked]:
        """Test each figure of a ranking against the next; one that rises throughout is of ranks."""
        for tie in view.ties("order"):
            ranked = members(view, tie, "item")
            rising = all(one.value < other.value for one, other in pairwise(ranked))
            if rising and len(ranked) > 2:
                continue
            for one, other in pairwise(ranked):
                yield judge(self, view, _relation(one, other))


def _relation(one: Figure, other: Figure) -> Relation:
    return Relation(
        figures=(one, other),
        equation=_left,
        message=(
            f"{quoted(other.mention.text)} follows {quoted(one.mention.text)} in rank and is larger"
        ),
        arithmetic=f"{number(one.value)} < {number(other.value)}",
    )


def _left(figures: Sequence[Figure]) -> Sides:
    one, other = figures
    return Sides(
        Reading(
            one.reading.nominal.subtract(other.reading.nominal),
            one.reading.loose.subtract(other.reading.loose),
        ),
        Reading(_FALLING, _FALLING),
    )


CHECKS: tuple[type[Check], ...] = (Ranking,)
