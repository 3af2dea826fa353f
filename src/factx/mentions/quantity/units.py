"""The packaged units of measure, their names, symbols and factors."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from factx import packaged


@dataclass(frozen=True, slots=True)
class Units:
    """What ``units.csv`` and ``measure.toml`` know.

    ``names`` maps lower-case names, singular and plural, hyphens as spaces, to a symbol; ``printed``
    maps symbols as printed. ``factors`` gives each symbol's dimension and factor to its base unit,
    ``parts`` the smaller unit that may follow a larger one ("5 ft 2 in").
    """

    names: dict[str, str]
    printed: dict[str, str]
    factors: dict[str, tuple[str, str]]
    openers: frozenset[str]
    per: dict[str, str]
    short: dict[str, str]
    parts: dict[str, dict[str, Decimal]]
    careful: frozenset[str]
    spaced: frozenset[str]
    clear: frozenset[str]
    glued: frozenset[str]
    metre_cues: frozenset[str]
    dimensions: frozenset[str]
    races: frozenset[str]
    warmth: frozenset[str]
    offsets: frozenset[str]
    quoted: dict[str, str]
    magnitude: frozenset[str]
    quakes: frozenset[str]
    measuring: frozenset[str]
    rare: tuple[str, ...]


def _plurals(name: str, irregular: dict[str, str]) -> set[str]:
    words = name.split()
    out = {name}
    for position, word in enumerate(words):
        plural = irregular.get(word, word + "s")
        out.add(" ".join([*words[:position], plural, *words[position + 1 :]]))
    return out


@cache
def units() -> Units:
    """Return the packaged unit tables, read once."""
    data = packaged.table(__package__, "measure")
    names: dict[str, str] = {}
    printed: dict[str, str] = {}
    factors: dict[str, tuple[str, str]] = {}
    for row in packaged.rows(__package__, "units"):
        symbol = row["symbol"]
        factors[symbol] = (row["dimension"], row["factor"])
        for name in filter(None, row["names"].split(";")):
            for form in _plurals(name.replace("-", " "), data["plurals"]):
                names.setdefault(form, symbol)
        for sign in filter(None, row["printed"].split(";")):
            printed[sign] = symbol
    return packaged.fill(
        Units,
        data["letters"],
        data["magnitude"],
        names=names,
        printed=printed,
        factors=factors,
        openers=frozenset(name.split()[0] for name in names),
        per=data["per"],
        short=data["short"],
        parts={
            unit: {part: Decimal(1) / Decimal(share) for part, share in smaller.items()}
            for unit, smaller in data["parts"].items()
        },
        quoted=data["quoted"],
        rare=tuple(data["rare"]["roots"]),
    )


def convert(value: Decimal, unit: str) -> Decimal | None:
    """Return ``value`` in the base unit of its dimension, or None for a unit without a factor."""
    entry = units().factors.get(unit)
    if entry is None:
        return None
    top, _, bottom = entry[1].partition("/")
    return value * Decimal(top) / Decimal(bottom or 1)
