"""The word lists of ``sums.toml``, read once."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files


@cache
def words(name: str) -> frozenset[str]:
    """Return one word list of the table."""
    return frozenset(_table()[name]["words"])


@cache
def _table() -> dict[str, dict[str, list[str]]]:
    return tomllib.loads((files(__package__) / "sums.toml").read_text(encoding="utf-8"))
