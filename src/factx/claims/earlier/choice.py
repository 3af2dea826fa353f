"""The choice of one value among several, or of none: a log-linear model with the weights beside it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TypeAlias

from factx.claims.loglinear import softmax, weights

# What is known of a figure or of a value it may take, one short string each: "tense=VBD".
Traits: TypeAlias = Sequence[str]
# The weight of a trait alone stands under "", with another trait under that.
Weights: TypeAlias = dict[str, dict[str, float]]

# The choice of no value is one like the others.
NONE: Traits = ("none",)


def choose(field: str, shared: Traits, options: Sequence[Traits]) -> int | None:
    """Return the option that is likely enough for a field of a claim, if there is one.

    ``shared`` are the traits of the figure, ``options`` those of each value it may take.
    """
    if not options:
        return None
    known = weights(__package__)[field]
    likely = chances(known["weights"], shared, options)
    best = max(range(len(options)), key=likely.__getitem__)
    return best if likely[best] >= known["least"] else None


def chances(known: Weights, shared: Traits, options: Iterable[Traits]) -> list[float]:
    """Return how likely each option is, and last, that it is none of them."""
    return softmax(_score(known, shared, option) for option in (*options, NONE))


def _score(known: Weights, shared: Traits, option: Traits) -> float:
    beside = ("", *shared, *option)
    rows = [known[trait] for trait in option if trait in known]
    return sum(sum(map(row.__getitem__, filter(row.__contains__, beside))) for row in rows)
