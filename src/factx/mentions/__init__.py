"""Find what an article mentions: quantities, dates and people, each in its own module.

``find(tokens)`` runs them in order; a date keeps its digits from being read as a quantity.
"""

from __future__ import annotations

from dataclasses import dataclass

from factx.model import Date, Official, OfficialMention, Quantity
from factx.nlp.tokens import Tokens

__all__ = ["Found", "find"]


@dataclass(frozen=True, slots=True)
class Found:
    """The mentions of one article, each list in text order."""

    quantities: list[Quantity]
    dates: list[Date]
    people: list[OfficialMention]
    officials: list[Official]


def find(tokens: Tokens) -> Found:
    """Return every mention of an article."""
    from factx.mentions import date, official, quantity

    dates = date.find(tokens)
    taken = [(found.start, found.end) for found in dates]
    people, officials = official.find(tokens)
    quantities = quantity.find(tokens, taken)
    # "per hour" belongs to the speed before it
    inside = {(d.start, d.end) for d in dates for q in quantities if q.start <= d.start < q.end}
    kept = [found for found in dates if (found.start, found.end) not in inside]
    return Found(quantities, kept, people, officials)
