"""Alter labelled news: other names from all parts of the world, headline case, capitals."""

from __future__ import annotations

import random
import re
import tomllib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from passages import Passage

# words that a headline in title case keeps small
SMALL = frozenset(
    [
        "a",
        "an",
        "the",
        "of",
        "in",
        "on",
        "at",
        "to",
        "for",
        "and",
        "or",
        "but",
        "by",
        "with",
        "from",
        "as",
        "is",
        "not",
    ]
)
_WORD = re.compile(r"\S+")


@dataclass(frozen=True, slots=True)
class Region:
    """Given and family names of one part of the world."""

    given: list[str]
    family: list[str]
    family_first: bool = False


@dataclass(frozen=True, slots=True)
class Names:
    """What a replaced name is drawn from."""

    regions: list[Region]
    places: list[str] = field(default_factory=list)

    @classmethod
    def load(cls) -> Names:
        """Read names.toml and places.txt beside this file."""
        here = Path(__file__).parent
        tables = tomllib.loads((here / "names.toml").read_text("utf-8"))
        places = (here / "places.txt").read_text("utf-8").splitlines()
        return cls(
            [
                Region(t["given"].split(), t["family"].split(), t.get("family_first", False))
                for t in tables.values()
            ],
            places,
        )


def _person(old: str, names: Names, chance: random.Random) -> tuple[str, str, str]:
    """Draw a full name, its given and its family part, about as long as ``old``."""
    region = chance.choice(names.regions)
    given, family = chance.choice(region.given), chance.choice(region.family)
    count = len(old.split())
    if count > 2 and not region.family_first and chance.random() < 0.7:
        middle = chance.choice(
            [f"{chance.choice('ABCDEFGHJKLMNPRSTW')}.", chance.choice(region.given)]
        )
        return f"{given} {middle} {family}", given, family
    if region.family_first and chance.random() < 0.7:
        return f"{family} {given}", given, family
    return f"{given} {family}", given, family


def rename(
    article: Sequence[Passage], names: Names, chance: random.Random, share: float = 0.6
) -> list[Passage]:
    """Give some persons and places of an article other names, the same at every mention."""
    swaps: dict[tuple[str, str], str] = {}
    full = sorted(
        {p.text[a:b] for p in article for a, b, label in p.entities if label == "PERSON"},
        key=lambda name: (-len(name.split()), name),
    )
    for old in full:
        if ("PERSON", old) in swaps or chance.random() > share:
            continue
        new, given, family = _person(old, names, chance)
        words = old.split()
        if len(words) == 1:
            swaps["PERSON", old] = family if chance.random() < 0.9 else given
            continue
        swaps["PERSON", old] = new
        swaps.setdefault(("PERSON", words[-1]), family)
        swaps.setdefault(("PERSON", words[0]), given)
    for place in sorted(
        {p.text[a:b] for p in article for a, b, label in p.entities if label == "GPE"}
    ):
        if chance.random() < share / 2 and not place.isupper():
            swaps["GPE", place] = chance.choice(names.places)
    return [_replace(passage, swaps) for passage in article]


def _replace(passage: Passage, swaps: dict[tuple[str, str], str]) -> Passage:
    text, last = "", 0
    entities = []
    for start, end, label in sorted(passage.entities):
        old = passage.text[start:end]
        new = swaps.get((label, old), old)
        text += passage.text[last:start]
        entities.append((len(text), len(text) + len(new), label))
        text += new
        last = end
    return replace(passage, text=text + passage.text[last:], entities=tuple(entities))


def _map(passage: Passage, change: Callable[[str], str]) -> Passage:
    text = change(passage.text)
    return replace(passage, text=text) if len(text) == len(passage.text) else passage


def headline(passage: Passage, chance: random.Random) -> Passage:
    """Write every word but the small ones with a capital."""
    del chance

    def capital(match: re.Match[str]) -> str:
        word = match.group()
        return word if word in SMALL else word[:1].upper() + word[1:]

    return _map(passage, lambda text: _WORD.sub(capital, text))


def shout(passage: Passage, chance: random.Random) -> Passage:
    """Write the passage in capitals."""
    del chance
    return _map(passage, str.upper)
