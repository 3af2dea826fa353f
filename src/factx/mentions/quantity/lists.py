"""The word lists of ``count.toml``: what bounds a counted noun phrase, and what is no count."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from factx import packaged


@dataclass(frozen=True, slots=True)
class Lists:
    """Sets of lower-case words; ``count.toml`` says what each is for."""

    stop: frozenset[str]
    fill: frozenset[str]
    participles: frozenset[str]
    mass: frozenset[str]
    marks: frozenset[str]
    loosely: frozenset[str]
    owners: frozenset[str]
    designators: frozenset[str]
    soft: frozenset[str]
    pointers: frozenset[str]
    dials: frozenset[str]
    dialled_on: frozenset[str]
    emergency: frozenset[str]
    adjectives: frozenset[str]
    abbreviated: frozenset[str]
    pairs: frozenset[str]
    ordinals: frozenset[str]
    periodic: frozenset[str]
    prefixes: frozenset[str]
    letters: frozenset[str]
    furniture: frozenset[str]
    one_before: frozenset[str]
    one_strong: frozenset[str]
    one_never: frozenset[str]
    one_bare: frozenset[str]
    one_nouns: frozenset[str]
    one_not_before: frozenset[str]
    one_places: frozenset[str]
    elided_after: frozenset[str]
    where: frozenset[str]
    repeats: frozenset[str]
    sums: frozenset[str]
    events: frozenset[str]
    numbers: frozenset[str]
    reached: frozenset[str]
    months: frozenset[str]
    updates: frozenset[str]
    hours: frozenset[str]
    hours_end: frozenset[str]
    hours_in: frozenset[str]
    past: frozenset[str]
    day_parts: frozenset[str]
    zones: frozenset[str]


@cache
def lists() -> Lists:
    """Return the packaged word lists, read once."""
    return packaged.fill(Lists, *packaged.table(__package__, "count").values())
