"""The long tail of units, which quantulum3's lexicon knows: "2 picometres", "40 lux", "3 teslas"."""

from __future__ import annotations

from functools import cache

from factx.mentions.quantity.amount import Amount
from factx.mentions.quantity.units import units
from factx.nlp.nouns import singular
from factx.nlp.numerals import Numeral
from factx.nlp.tokens import Tokens


def read(tokens: Tokens, numeral: Numeral, at: int) -> Amount | None:
    """Read the word at ``at`` as a unit that the package's own table lacks.

    Only a word built like a unit's name is looked up: the lexicon takes half a second to load, and
    most words behind a number are what is counted.
    """
    word = tokens.lower[at]
    roots = units().rare
    if not word.isalpha() or not (word.endswith(roots) or word.removesuffix("s").endswith(roots)):
        return None
    symbol = _symbol(singular(word))
    return Amount(numeral.first, at + 1, numeral, "measure", symbol) if symbol else None


@cache
def _symbol(name: str) -> str | None:
    """Return the symbol or the name of a unit in quantulum3's lexicon."""
    import quantulum3.load

    found = quantulum3.load.units().surfaces.get(name)
    if not found:
        return None
    unit = min(found, key=lambda unit: str(unit.name))
    return str(unit.symbols[0]) if unit.symbols else str(unit.name)
