"""Word lists that travel with the package, each a TOML or CSV file beside the module that reads it.

What a stage to the right reads too stands with the first stage that does; the places, which every
stage knows, stand here.
"""

from __future__ import annotations

import csv
import re
import tomllib
from collections import ChainMap
from collections.abc import Callable, Iterable
from functools import cache
from importlib.resources import files
from typing import Any, TypeVar

Lists = TypeVar("Lists")


def table(
    package: str | None, name: str, parse_float: Callable[[str], Any] = float
) -> dict[str, Any]:
    """Return the table ``name``.toml of a package."""
    return tomllib.loads(_text(package, f"{name}.toml"), parse_float=parse_float)


def fill(kind: type[Lists], *tables: dict[str, Any], **others: Any) -> Lists:
    """Make a dataclass of word sets, each the list of its name in one of the tables.

    A field that is no such set is given by its name.
    """
    lists = ChainMap(*tables)
    names = kind.__annotations__.keys() - others.keys()
    return kind(**others, **{name: frozenset(lists[name]) for name in names})


def rows(package: str | None, name: str) -> list[dict[str, str]]:
    """Return the rows of ``name``.csv, whose first line says where they are from."""
    return list(csv.DictReader(_text(package, f"{name}.csv").splitlines()[1:]))


@cache
def places() -> list[dict[str, str]]:
    """Return the rows of places.csv; a name without a label may be something else by itself."""
    return rows(__package__, "places")


def alternatives(items: Iterable[str]) -> str:
    """Return a regular expression for any of ``items``, the longest first."""
    ordered = sorted(items, key=lambda item: (-len(item), item))
    return "|".join(re.escape(item).replace(r"\ ", r"\s+") for item in ordered)


def _text(package: str | None, name: str) -> str:
    assert package is not None
    return files(package).joinpath(name).read_text(encoding="utf-8")
