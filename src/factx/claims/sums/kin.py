"""Which figures may be parts of which: counts of like things, or amounts of one currency."""

from __future__ import annotations

from factx.claims.sums.line import Figure
from factx.claims.sums.words import words


def counts(figure: Figure) -> bool:
    """Tell a plain count; "26-member" describes and "dozens" counts nothing."""
    mention = figure.mention
    return mention.kind in ("count", "number") and not figure.describes and mention.change is None


def is_total(figure: Figure) -> bool:
    """Tell what may have parts: a count, also of what is cut or added, or an amount of money."""
    mention = figure.mention
    return mention.kind == "money" or (mention.kind in ("count", "number") and not figure.describes)


def alike(one: Figure, other: Figure) -> bool:
    """Tell whether the second may be part of the first by what both count."""
    if one.mention.kind == "money":
        if other.mention.kind == "money":
            return one.mention.unit == other.mention.unit
        # "12.7 billion pesos, made up of 6.2 billion for the road ..."
        bare = other.mention.kind in ("count", "number") and other.mention.change is None
        return bare and other.mention.text.lower().endswith("illion")
    if not (is_total(one) and counts(other)):
        return False
    total, part = one.mention.unit, other.mention.unit
    if total is None or part is None or total == part:
        return True
    return _person(total) and _person(part)


def _person(noun: str) -> bool:
    return noun.rpartition(" ")[2] in words("people")


def smaller(total: Figure, part: Figure) -> bool:
    """Tell two counts of which the second is the smaller."""
    return counts(total) and counts(part) and part.mention.number < total.mention.number
