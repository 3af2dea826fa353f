"""The small words and the verbs of grammar.toml: what phrases of office are made of."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from factx import packaged


@dataclass(frozen=True, slots=True)
class Grammar:
    """Every list of grammar.toml, under its name there."""

    prepositions: frozenset[str]
    bridges: frozenset[str]
    inside: frozenset[str]
    few: frozenset[str]
    before_places: frozenset[str]
    beside: frozenset[str]
    judicial: frozenset[str]
    definite: frozenset[str]
    determiners: frozenset[str]
    time: frozenset[str]
    be: frozenset[str]
    earlier: frozenset[str]
    act: frozenset[str]
    choose: frozenset[str]
    enter: frozenset[str]
    entering: frozenset[str]
    hold: frozenset[str]
    put: frozenset[str]
    take: frozenset[str]
    leave: frozenset[str]
    oust: frozenset[str]
    head: frozenset[str]
    seats: frozenset[str]
    speak: frozenset[str]
    sit: frozenset[str]
    chambers: frozenset[str]
    shared: frozenset[str]
    anywhere: frozenset[str]
    plain: frozenset[str]
    certain: frozenset[str]
    municipal: frozenset[str]
    levels: frozenset[str]
    charged: frozenset[str]
    noble: frozenset[str]
    parties: frozenset[str]
    leaders: frozenset[str]
    doubtful: frozenset[str]
    modal: frozenset[str]
    have: frozenset[str]
    serve: frozenset[str]
    negation: frozenset[str]
    ministerial: frozenset[str]
    posted: frozenset[str]
    seated: frozenset[str]
    forces: frozenset[str]
    firms: frozenset[str]
    employed: frozenset[str]
    succession: frozenset[str]
    guests: frozenset[str]
    running: frozenset[str]
    uniformed: frozenset[str]
    courts: frozenset[str]


@cache
def load() -> Grammar:
    """Return the lists; the first call reads them."""
    return packaged.fill(Grammar, packaged.table(__package__, "grammar"))
