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

    dates = _without_fractions(tokens, date.find(tokens))
    taken = [(found.start, found.end) for found in dates]
    people, officials = official.find(tokens)
    quantities = quantity.find(tokens, taken)
    # "per hour" belongs to the speed before it
    inside = {(d.start, d.end) for d in dates for q in quantities if q.start <= d.start < q.end}
    kept = [found for found in dates if (found.start, found.end) not in inside]
    return Found(quantities, kept, people, officials)


def _without_fractions(tokens: Tokens, dates: list[Date]) -> list[Date]:
    """Drop the lengths of time that are fractions: ``a quarter of voters``, ``a quarter million``."""
    from factx.nlp import numerals

    parts = numerals.words().parts
    doubtful = [
        found
        for found in dates
        if found.timex_type == "DURATION" and tokens.lower[tokens.at(found.end - 1)] in parts
    ]
    if not doubtful:
        return dates
    numbers = {index: n for n in numerals.find(tokens) for index in range(n.first, n.stop)}
    dropped: set[str] = set()
    for found in doubtful:
        number = numbers.get(tokens.at(found.end - 1))
        if number is None or tokens.start[number.first] > found.start:
            continue
        longer = (
            number.stop > tokens.at(found.end - 1) + 1 or tokens.start[number.first] < found.start
        )
        if longer or _shares(tokens, number.stop):
            dropped.add(found.id)
    return [found for found in dates if found.id not in dropped]


def _shares(tokens: Tokens, at: int) -> bool:
    """Tell "a quarter of voters" from "a quarter of 2025" and "three quarters of the year"."""
    from factx.mentions.quantity.ratio import ratios

    lower = tokens.lower
    if lower[at : at + 1] != ["of"]:
        return False
    known = ratios()
    at += 1
    while at < len(lower) and lower[at] in known.articles:
        at += 1
    return at < len(lower) and lower[at] not in known.periods and not lower[at].isdigit()
