"""The tables beside these modules, each read once a process."""

from __future__ import annotations

from functools import cache
from typing import Any

from factx import packaged


@cache
def table(name: str) -> dict[str, Any]:
    """Return one table of the package."""
    return packaged.table(__package__, name)


@cache
def words(name: str, key: str) -> frozenset[str]:
    """Return one word list of a table as a set."""
    return frozenset(table(name)[key]["words"])
