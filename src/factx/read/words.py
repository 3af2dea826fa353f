"""The vocabulary of ``segment.toml``, loaded once."""

from __future__ import annotations

from functools import cache
from typing import Any

from factx import packaged


@cache
def vocabulary() -> dict[str, Any]:
    """Return the whole table as read."""
    return packaged.table(__package__, "segment")


@cache
def words(section: str, key: str) -> frozenset[str]:
    """Return one list of the table as a set."""
    return frozenset(vocabulary()[section][key])


@cache
def cities() -> frozenset[str]:
    """Return the gazetteer's cities and those that only datelines need.

    Countries and states are left out: many are first names too, and stories come from cities.
    """
    known = {
        row["name"].lower()
        for row in packaged.places()
        if row["label"] in ("", "GPE") and not row["country"]
    }
    return frozenset(known - words("dates", "not_places")) | words("dates", "cities")


@cache
def affixes(section: str, key: str) -> tuple[str, ...]:
    """Return one list of the table as ``str.startswith`` and ``str.endswith`` want it."""
    return tuple(vocabulary()[section][key])
