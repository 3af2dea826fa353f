"""Log-linear models: weights that travel with the package, and from scores to probabilities."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from json import loads
from math import exp
from typing import Any


def softmax(scores: Iterable[float]) -> list[float]:
    """Return how likely each choice is."""
    scores = list(scores)
    top = max(scores)
    powers = [exp(score - top) for score in scores]
    whole = sum(powers)
    return [power / whole for power in powers]


@cache
def weights(package: str) -> dict[str, Any]:
    """Return what weights.json of a package holds, as its fitting in training/ wrote it."""
    read: dict[str, Any] = loads(files(package).joinpath("weights.json").read_bytes())
    return read
