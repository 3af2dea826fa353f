"""Percentages, percentage points and basis points: "17.9%", "5 per cent", "0.5 points"."""

from __future__ import annotations

from functools import cache

from factx import packaged
from factx.mentions.quantity.amount import Amount, hyphened
from factx.model import Kind
from factx.nlp.numerals import Numeral
from factx.nlp.tokens import Tokens


@cache
def shares() -> dict[str, list[tuple[tuple[str, ...], str]]]:
    """Return the phrases of ``percent.toml`` by their first token, longest first, with their unit."""
    units: dict[str, str] = packaged.table(__package__, "percent")["units"]
    by_opening: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for phrase in sorted(units, key=lambda phrase: -len(phrase.split())):
        words = tuple(phrase.split())
        by_opening.setdefault(words[0], []).append((words, units[phrase]))
    return by_opening


@cache
def endings() -> frozenset[str]:
    """Return the last words of those phrases that are percent: "%", the "cent" of "per cent"."""
    phrases = (row for rows in shares().values() for row in rows)
    return frozenset(phrase[-1] for phrase, unit in phrases if unit == "percent")


def read(tokens: Tokens, numeral: Numeral) -> Amount | None:
    """Read the percent sign or word behind a number."""
    at = hyphened(tokens, numeral.stop)
    if at >= len(tokens):
        return None
    for phrase, unit in shares().get(tokens.lower[at], ()):
        if tuple(tokens.lower[at : at + len(phrase)]) == phrase:
            kind: Kind = "percent" if unit == "percent" else "percentage_point"
            return Amount(numeral.first, at + len(phrase), numeral, kind, unit)
    return None
