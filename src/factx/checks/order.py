"""ORD: superlatives, rankings and comparisons."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from factx.checks.base import Check, Checked
from factx.checks.figures import Figure
from factx.checks.judge import Relation, Sides, judge
from factx.checks.readings import subtract, within
from factx.checks.tied import members, one
from factx.checks.view import View
from factx.checks.wording import compared, quoted
from factx.model import Span, Tie

_FALLING = within(Decimal(0), None)


class Superlative(Check):
    """What is called the largest or the smallest is not.

    ## What it does
    Where one list names its largest or smallest figure ("the most in Lund (88), then Ystad (61)"),
    it compares that figure with the others.

    ## Why it matters
    Two figures of a table changed places, or the name at its top is another.

    ## Example
    - The region with the most mills is the north (338 mills), then the south (461 mills) and the west (112 mills).

    ## Fine
    - The region with the most mills is the north (588 mills), then the south (461 mills) and the west (112 mills).
    """

    code, name, severity = "ORD01", "superlative", "warning"

    def run(self, view: View) -> Iterator[Checked]:
        """Test each figure at the end of a scale against its rivals."""
        for tie in view.ties("order"):
            top = one(view, tie, "top")
            if top is None or tie.cue is None:
                continue
            for rival in members(view, tie, "rival"):
                relation = _extreme(tie, tie.cue, top, rival)
                yield judge(self, view, replace(relation, closed=tie.closed))


def _extreme(tie: Tie, cue: Span, top: Figure, rival: Figure) -> Relation:
    upper, lower = (top, rival) if tie.way == "up" else (rival, top)
    return Relation(
        figures=(upper, lower),
        equation=_left,
        message=(
            f'{quoted(top.mention.text)} is called the "{quoted(cue.text)}" beside '
            f"{quoted(rival.mention.text)}"
        ),
        agreement=(
            f'{quoted(top.mention.text)} is called the "{quoted(cue.text)}" and '
            f"{quoted(rival.mention.text)} does not pass it"
        ),
        arithmetic=compared(upper, lower),
    )


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
            rising = all(upper.value < lower.value for upper, lower in pairwise(ranked))
            if rising and len(ranked) > 2:
                continue
            for upper, lower in pairwise(ranked):
                yield judge(self, view, _relation(upper, lower))


def _relation(upper: Figure, lower: Figure) -> Relation:
    return Relation(
        figures=(upper, lower),
        equation=_left,
        message=(
            f"{quoted(lower.mention.text)} follows {quoted(upper.mention.text)} in rank and is larger"
        ),
        agreement=f"{quoted(lower.mention.text)} follows {quoted(upper.mention.text)} in rank",
        arithmetic=compared(upper, lower),
    )


def _left(figures: Sequence[Figure]) -> Sides:
    upper, lower = figures
    return Sides(subtract(upper.reading, lower.reading), _FALLING)


class Comparative(Check):
    """A figure is not above or below the mark that it is said to pass or miss.

    ## What it does
    Compares a figure with the target, record or need that the words put right behind it: "exceeded
    the target of", "short of the goal of", "above the 326 seats needed".

    ## Why it matters
    Whether the target was met is the news.

    ## Example
    - The plant made 860 cars, above the target of 1,100 cars.

    ## Fine
    - The plant made 1,260 cars, above the target of 1,100 cars.
    """

    code, name, severity = "ORD03", "comparative", "warning"

    def run(self, view: View) -> Iterator[Checked]:
        """Test each figure against its mark."""
        for tie in view.ties("comparison"):
            larger, smaller = one(view, tie, "larger"), one(view, tie, "smaller")
            if larger is None or smaller is None:
                continue
            first, mark = (smaller, larger) if tie.way == "down" else (larger, smaller)
            side = "below" if tie.way == "down" else "above"
            relation = Relation(
                figures=(larger, smaller),
                equation=_left,
                message=f"{quoted(first.mention.text)} is not {side} {quoted(mark.mention.text)}",
                agreement=f"{quoted(first.mention.text)} is {side} {quoted(mark.mention.text)}",
                arithmetic=compared(larger, smaller),
            )
            yield judge(self, view, relation)


CHECKS: tuple[type[Check], ...] = (Superlative, Ranking, Comparative)
