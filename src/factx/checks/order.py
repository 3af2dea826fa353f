"""ORD: superlatives, rankings and comparisons."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from factx.checks.base import Check, Checked
from factx.checks.figures import Figure
from factx.checks.judge import judge
from factx.checks.readings import subtract, within
from factx.checks.relation import Relation, Sides
from factx.checks.tied import members, one
from factx.checks.view import View, word_of
from factx.checks.wording import Words, compared, quoted
from factx.model import Tie

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
            fact = f'{top} is called the "{quoted(tie.cue.text)}"'
            for rival in members(view, tie, "rival"):
                upper, lower = (top, rival) if tie.way == "up" else (rival, top)
                how = "larger" if tie.way == "up" else "smaller"
                words = Words(
                    f"{fact}, and {rival} is {how}", f"{fact}, and {rival} does not pass it"
                )
                yield judge(self, view, _descent(tie, upper, lower, words), closed=tie.closed)


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
                fact = f"{lower} follows {upper} in rank"
                words = Words(f"{fact} and is larger", fact)
                yield judge(self, view, _descent(tie, upper, lower, words))


def _descent(tie: Tie, upper: Figure, lower: Figure, words: Words) -> Relation:
    """Relate two figures of which the first must not be the smaller."""
    return Relation(
        figures=(upper, lower),
        equation=lambda f: Sides(subtract(f[0].reading, f[1].reading), _FALLING),
        words=words,
        arithmetic=compared(upper.value, lower.value),
        others=word_of(tie),
    )


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
            words = Words(
                f"{first} is said to be {side} {mark} and is not", f"{first} is {side} {mark}"
            )
            yield judge(self, view, _descent(tie, larger, smaller, words))


CHECKS: tuple[type[Check], ...] = (Superlative, Ranking, Comparative)
