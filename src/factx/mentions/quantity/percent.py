"""Percentages, percentage points and basis points: "17.9%", "5 per cent", "0.5 points"."""

from __future__ import annotations

from factx.mentions.quantity.amount import Amount, hyphened
from factx.model import Kind
from factx.nlp.numerals import Numeral
from factx.nlp.tokens import Tokens

# Longest first; the phrase as lower-case tokens, then kind and unit.
_PHRASES: tuple[tuple[tuple[str, ...], Kind, str], ...] = (
    (("per", "cent", "points"), "percentage_point", "percentage_point"),
    (("per", "cent", "point"), "percentage_point", "percentage_point"),
    (("percentage", "-", "point"), "percentage_point", "percentage_point"),
    (("percentage", "points"), "percentage_point", "percentage_point"),
    (("percentage", "point"), "percentage_point", "percentage_point"),
    (("percent", "points"), "percentage_point", "percentage_point"),
    (("percent", "point"), "percentage_point", "percentage_point"),
    (("%", "points"), "percentage_point", "percentage_point"),
    (("%", "pts"), "percentage_point", "percentage_point"),
    (("basis", "points"), "percentage_point", "basis_point"),
    (("basis", "point"), "percentage_point", "basis_point"),
    (("basis", "-", "point"), "percentage_point", "basis_point"),
    (("per", "cent"), "percent", "percent"),
    (("per", "-", "cent"), "percent", "percent"),
    (("percentage",), "percent", "percent"),
    (("percent",), "percent", "percent"),
    (("pct",), "percent", "percent"),
    (("pc",), "percent", "percent"),
    (("%",), "percent", "percent"),
    (("pps",), "percentage_point", "percentage_point"),
    (("pp",), "percentage_point", "percentage_point"),
    (("ppt",), "percentage_point", "percentage_point"),
    (("ppts",), "percentage_point", "percentage_point"),
    (("bps",), "percentage_point", "basis_point"),
    (("bp",), "percentage_point", "basis_point"),
)
_OPENERS = frozenset(phrase[0] for phrase, _, _ in _PHRASES)


def read(tokens: Tokens, numeral: Numeral) -> Amount | None:
    """Read the percent sign or word behind a number."""
    lower = tokens.lower
    at = numeral.stop
    if at >= len(tokens):
        return None
    at = hyphened(lower, at, tokens.glued(at))
    if at >= len(tokens) or lower[at] not in _OPENERS:
        return None
    for phrase, kind, unit in _PHRASES:
        if tuple(lower[at : at + len(phrase)]) == phrase:
            return Amount(numeral.first, at + len(phrase), numeral, kind, unit)
    return None
