"""How likely each reading of a size is: a log-linear model with the weights beside it."""

from __future__ import annotations

from collections.abc import Iterable

from factx.claims.loglinear import softmax, weights
from factx.claims.sums.operands.question import Kind, Question
from factx.claims.sums.operands.traits import Views


def chances(question: Question) -> list[float]:
    """Return how likely each reading of a size is; what is left to one is that it is none."""
    views = Views(question)
    size = views.of_size()
    kinds = {option.kind for option in question.options}
    whole = {kind: _sum(f"{kind.name} size", size) for kind in kinds}
    terms = {term.index: term for option in question.options for term in option.terms}
    seen = {at: views.of_term(term) for at, term in terms.items()}
    roles = {role for kind in kinds for role in (f"{kind.name} first", f"{kind.name} last")}
    single = {(role, at): _sum(role, traits) for role in roles for at, traits in seen.items()}
    scores = [
        whole[option.kind]
        + single[f"{option.kind.name} first", option.terms[0].index]
        + single[f"{option.kind.name} last", option.terms[-1].index]
        + _sum(option.kind.name, views.of_option(option))
        for option in question.options
    ]
    scores.append(_sum("none", ["", *size]))
    return softmax(scores)[:-1]


def _sum(group: str, seen: Iterable[str]) -> float:
    known: dict[str, float] = weights(__package__)["weights"].get(group, {})
    return sum(known[trait] for trait in seen if trait in known)


def against() -> float:
    """Return below which chance a tie that words made is dropped."""
    bound: float = weights(__package__)["against"]
    return bound


def least(kind: Kind) -> float:
    """Return from which chance on a reading of a kind is taken."""
    bound: float = weights(__package__)["least"][kind.name]
    return bound
