"""What no grammar has tied: a statement, and the only figures around it that it can be about.

Words say what a statement is; which figures it is of is told by their units and sizes, and only if
there is one choice. Such a tie is open: a check may warn of it, and no more.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factx.claims.sums.line import Line
from factx.claims.sums.searched import products, shares, totals
from factx.claims.sums.searched.stretch import stretches
from factx.model import Tie
from factx.nlp.tokens import Tokens

__all__ = ["find"]


def find(tokens: Tokens, lines: Sequence[Line], ties: Sequence[Tie]) -> Iterator[Tie]:
    """Yield the ties of statements that have none yet."""
    rated = {m.mention for tie in ties if tie.kind == "rate" for m in tie.members}
    parted = {m.mention for tie in ties if tie.kind == "parts" for m in tie.members}
    whole = {"whole", "total", "stated", "ratio"}
    shared = {
        m.mention for tie in ties if whole & {m.role for m in tie.members} for m in tie.members
    }
    for stretch in stretches(tokens, lines):
        yield from products.find(stretch, rated)
        yield from shares.find(stretch, shared)
        yield from shares.opposites(stretch.here)
        yield from totals.find(stretch, parted)
