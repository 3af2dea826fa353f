"""The packaged lists of names: places, and the words that tell what a name is."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from factx import packaged
from factx.nlp.tokenizer import currency_codes

_PARTS = re.compile(r"[^\s-]+|-")  # a hyphen is a token


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """The lists of names.toml and places.csv."""

    places: dict[tuple[str, ...], str]
    longest: dict[str, int]
    particles: frozenset[str]
    titles: frozenset[str]
    address: frozenset[str]
    degrees: frozenset[str]
    last: dict[str, str]
    first: dict[str, str]
    storms: frozenset[str]
    business: frozenset[str]
    telling: dict[str, str]
    dates: frozenset[str]
    codes: frozenset[str]


@cache
def titles() -> dict[str, Any]:
    """Return the table of titles: who speaks is told by them, and what is parsed."""
    return packaged.table(__package__, "titles")


@cache
def gazetteer() -> Gazetteer:
    """Return the packaged lists."""
    words = packaged.table(__package__, "names")
    sure = {
        tuple(_PARTS.findall(row["name"])): row["label"]
        for row in packaged.places()
        if row["label"]
    }
    longest: dict[str, int] = {}
    for name in sure:
        longest[name[0]] = max(len(name), longest.get(name[0], 0))
    return Gazetteer(
        sure,
        longest,
        frozenset(words["particles"]),
        frozenset(words["titles"]),
        frozenset(words["address"]),
        frozenset(words["degrees"]),
        {word: label for label, listed in words["last"].items() for word in listed},
        {word: label for label, listed in words["first"].items() for word in listed},
        frozenset(words["storms"]),
        frozenset(words["business"]),
        {word: label for label, listed in words["telling"].items() for word in listed},
        frozenset(words["dates"]),
        frozenset(currency_codes()),
    )
