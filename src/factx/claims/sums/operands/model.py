"""How likely each reading of a size is: a log-linear model with the weights beside it."""

from __future__ import annotations

from collections.abc import Iterable

from factx.claims.loglinear import softmax, weights
from factx.claims.sums.operands.question import TOTAL, Kind, Question
from factx.claims.sums.operands.traits import Views


def chances(question: Question) -> list[float]:
    """Return how likely each reading of a size is; what is left to one is that it is none."""
    views = Views(question)
    size = views.of_size()
    kinds = {option.kind for option in question.options}
    whole = {kind: _sum(f"{kind.name} size", size) for kind in kinds}
    terms = {term.index: term for option in question.options for term in option.terms}
    seen = {at: views.of_term(term) for at, term in terms.items()}
    single: dict[tuple[str, int], float] = {}
    scores = []
    for option in question.options:
        score = whole[option.kind] + _sum(option.kind.name, views.of_option(option))
        for role, term in zip(
            roles(option.kind.name, len(option.terms)), option.terms, strict=True
        ):
            if (role, term.index) not in single:
                single[role, term.index] = _sum(role, seen[term.index])
            score += single[role, term.index]
        scores.append(score)
    scores.append(_sum("none", ["", *size]))
    return softmax(scores)[:-1]


def roles(kind: str, count: int) -> list[str]:
    """Return the groups of weights for the figures of a reading: those of a list are all alike."""
    if kind == TOTAL.name:
        return [f"{kind} part"] * count
    return [f"{kind} first", f"{kind} last"]


def _sum(group: str, seen: Iterable[str]) -> float:
    known: dict[str, float] = weights(__package__)["weights"].get(group, {})
    return sum(filter(None, map(known.get, seen)))


def against() -> float:
    """Return below which chance a tie that words made is dropped."""
    bound: float = weights(__package__)["against"]
    return bound


def least(kind: Kind) -> float:
    """Return from which chance on a reading of a kind is taken."""
    bound: float = weights(__package__)["least"][kind.name]
    return bound
