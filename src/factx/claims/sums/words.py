"""The word lists of ``sums.toml``, read once."""

from __future__ import annotations

from functools import cache
from itertools import pairwise

from factx import packaged


@cache
def words(name: str) -> frozenset[str]:
    """Return one word list of the table."""
    return frozenset(table()[name]["words"])


@cache
def table() -> dict[str, dict[str, list[str]]]:
    """Return the whole table, by name of the list."""
    return packaged.table(__package__, "sums")


def says(stretch: list[str], name: str) -> bool:
    """Tell whether a stretch of words has an entry of a list, of one word or of two."""
    pairs = (f"{one} {other}" for one, other in pairwise(stretch))
    return not words(name).isdisjoint({*stretch, *pairs})


def befell(word: str) -> str | None:
    """Return what a word says befell somebody: "killed" for dead, died and deaths."""
    return _events().get(word)


@cache
def _events() -> dict[str, str]:
    return {word: name for name, forms in table()["events"].items() for word in forms}
