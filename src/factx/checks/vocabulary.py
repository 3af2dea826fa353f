"""The word lists of ``vocabulary.toml``, read once."""

from __future__ import annotations

from functools import cache
from typing import Any

from factx import packaged
from factx.model import Measure


@cache
def words(name: str) -> frozenset[str]:
    """Return one word list."""
    return frozenset(_table()[name]["words"])


@cache
def groups(name: str) -> tuple[frozenset[str], ...]:
    """Return the groups of a list, such as the nouns of which nobody and nothing is two at once."""
    return tuple(frozenset(group) for group in _table()[name]["groups"])


@cache
def canonical(name: str) -> dict[str, str]:
    """Return the first word of its group for every word of a list."""
    return {word: group[0] for group in _table()[name]["groups"] for word in group}


def says(measure: Measure, name: str) -> bool:
    """Tell whether a measure has a word of a list, as lemma or as it stands in the text."""
    said = {measure.head, *measure.modifiers, *measure.text.lower().split()}
    return not words(name).isdisjoint(said)


def jubilee(name: str) -> int | None:
    """Return how many years a named anniversary counts: 100 for "centenary"."""
    years: dict[str, int] = _table()["jubilees"]["years"]
    return years.get(name.lower())


@cache
def _table() -> dict[str, Any]:
    return packaged.table(__package__, "vocabulary")
