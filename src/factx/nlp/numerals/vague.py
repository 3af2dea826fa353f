"""Numbers that name only an order of magnitude: "dozens", "tens of thousands", "a couple of hundred"."""

from __future__ import annotations

from decimal import Decimal

from factx.nlp.numerals.numeral import Numeral, Words
from factx.nlp.tokens import Tokens

_TWO = Decimal(2)


def plural(tokens: Tokens, index: int, known: Words) -> Numeral | None:
    """Read ``dozens``, ``tens of thousands``, ``hundreds of millions``; the value is the lowest unit."""
    lower = tokens.lower
    word = lower[index]
    low, high = known.vague[word]
    factor = known.nested.get(word)
    following = lower[index + 2] if index + 2 < len(lower) else ""
    if factor is not None and lower[index + 1 : index + 2] == ["of"] and following in known.many:
        unit = known.many[following] * factor
        return Numeral(index, index + 3, unit, "vague", low=_TWO * unit, high=10 * unit - 1)
    if word not in known.many:  # "tens" needs its thousands
        return None
    return Numeral(index, index + 1, known.many[word], "vague", low=low, high=high)


def couple(tokens: Tokens, first: int, index: int, known: Words) -> Numeral | None:
    """Read ``a couple of hundred`` and ``couple of``, not the couple that marries."""
    lower, stop = tokens.lower, index + 1
    if stop >= len(lower) or lower[stop] not in {"of", "hundred", "thousand", "dozen", "more"}:
        return None
    if lower[stop] == "of":
        stop += 1
    if stop < len(lower) and lower[stop] in known.scales:
        scale = known.scales[lower[stop]]
        return Numeral(first, stop + 1, 2 * scale, "vague", low=2 * scale, high=3 * scale)
    return Numeral(first, index + 1, _TWO, "vague", low=_TWO, high=Decimal(3))
