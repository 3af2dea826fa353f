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
    repeats: frozenset[str]
    sums: frozenset[str]
    events: frozenset[str]
    numbers: frozenset[str]
    reached: frozenset[str]
    months: frozenset[str]
    updates: frozenset[str]
    hours: frozenset[str]
    hours_end: frozenset[str]
    past: frozenset[str]
    day_parts: frozenset[str]
    zones: frozenset[str]


@cache
def lists() -> Lists:
    """Return the packaged word lists, read once."""
    data = packaged.table(__package__, "count")
    stop, names, one = data["stop"], data["designators"], data["one"]
    return Lists(
        stop=frozenset(stop["words"]),
        fill=frozenset(stop["fill"]),
        participles=frozenset(stop["participles"]),
        mass=frozenset(stop["mass"]),
        marks=frozenset(stop["marks"]),
        loosely=frozenset(stop["loosely"]),
        owners=frozenset(stop["owners"]),
        designators=frozenset(names["words"]),
        soft=frozenset(names["soft"]),
        pointers=frozenset(names["pointers"]),
        dials=frozenset(names["dials"]),
        dialled_on=frozenset(names["dialled_on"]),
        emergency=frozenset(names["emergency"]),
        adjectives=frozenset(stop["adjectives"]),
        abbreviated=frozenset(names["abbreviated"]),
        pairs=frozenset(names["pairs"]),
        prefixes=frozenset(names["prefixes"]),
        letters=frozenset(names["letters"]),
        furniture=frozenset(names["furniture"]),
        one_before=frozenset(one["before"]),
        one_strong=frozenset(one["strong"]),
        one_never=frozenset(one["never"]),
        one_bare=frozenset(one["bare"]),
        one_nouns=frozenset(one["nouns"]),
        one_not_before=frozenset(one["not_before"]),
        one_places=frozenset(one["places"]),
        elided_after=frozenset(data["elided"]["after"]),
        repeats=frozenset(data["elided"]["repeats"]),
        sums=frozenset(data["elided"]["sums"]),
        events=frozenset(data["elided"]["events"]),
        numbers=frozenset(data["elided"]["numbers"]),
        reached=frozenset(data["elided"]["reached"]),
        months=frozenset(names["months"]),
        updates=frozenset(names["updates"]),
        hours=frozenset(data["clock"]["after"]),
        hours_end=frozenset(data["clock"]["ends"]),
        past=frozenset(data["clock"]["past"]),
        day_parts=frozenset(data["clock"]["day_parts"]),
        zones=frozenset(data["clock"]["zones"]),
    )
