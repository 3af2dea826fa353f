"""The vocabulary of ``segment.toml``, loaded once."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from functools import cache
from importlib import resources
from typing import Any


@cache
def vocabulary() -> dict[str, Any]:
    """Return the whole table as read."""
    table = resources.files("factx.read").joinpath("segment.toml")
    return tomllib.loads(table.read_text(encoding="utf-8"))


@cache
def words(section: str, key: str) -> frozenset[str]:
    """Return one list of the table as a set."""
    return frozenset(vocabulary()[section][key])


@cache
def prefixes(section: str, key: str) -> tuple[str, ...]:
    """Return one list of the table as ``str.startswith`` and ``str.endswith`` want it."""
    return tuple(vocabulary()[section][key])


def alternatives(items: Iterable[str]) -> str:
    """Return a regular expression for any of ``items``, the longest first."""
    ordered = sorted(items, key=lambda item: (-len(item), item))
    return "|".join(re.escape(item).replace(r"\ ", r"\s+") for item in ordered)
