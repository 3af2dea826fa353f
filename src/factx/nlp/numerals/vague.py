"""Numbers that name only an order of magnitude: "dozens", "tens of thousands", "a couple of hundred"."""

from __future__ import annotations

from decimal import Decimal

from factx.nlp.numerals.numeral import Numeral, Words
from factx.nlp.tokens import Tokens

_TWO, _THREE, _TEN = Decimal(2), Decimal(3), Decimal(10)
_SCALES = 3  # the scale words of "several hundred thousand", and one to spare


def plural(tokens: Tokens, index: int, known: Words) -> Numeral | None:
    """Read ``dozens``, ``tens of thousands``: from one of the unit to ten of it.

    Who says "thousands" has not counted, and 1,500 are called so as well as 9,000.
    """
    lower = tokens.lower
    word = lower[index]
    factor = known.nested.get(word)
    following = lower[index + 2] if index + 2 < len(lower) else ""
    if factor is not None and lower[index + 1 : index + 2] == ["of"] and following in known.many:
        return _decade(index, index + 3, known.many[following] * factor)
    if word not in known.many:  # "tens" needs its thousands
        return None
    return _decade(index, index + 1, known.many[word])


def misspelt(tokens: Tokens, index: int, known: Words) -> Numeral | None:
    """Read ``hundred of thousands`` as hundreds of them."""
    lower = tokens.lower
    factor = known.nested.get(lower[index] + "s")
    following = lower[index + 2] if index + 2 < len(lower) else ""
    if factor is None or lower[index + 1 : index + 2] != ["of"] or following not in known.many:
        return None
    return _decade(index, index + 3, known.many[following] * factor)


def several(tokens: Tokens, index: int, known: Words) -> Numeral:
    """Read ``several thousand`` and ``a few hundred thousand`` from the first scale on."""
    unit, stop = known.scales[tokens.lower[index]], index + 1
    while stop < len(tokens) and tokens.lower[stop] in known.scales and stop < index + _SCALES:
        unit, stop = unit * known.scales[tokens.lower[stop]], stop + 1
    return _decade(index - 1, stop, unit)


def _decade(first: int, stop: int, unit: Decimal) -> Numeral:
    low, high = unit, _TEN * unit
    return Numeral(first, stop, (low + high) / _TWO, "vague", scale=unit, low=low, high=high)


def couple(tokens: Tokens, first: int, index: int, known: Words) -> Numeral | None:
    """Read ``a couple of hundred`` and ``couple of``, not the couple that marries."""
    lower, stop = tokens.lower, index + 1
    if stop >= len(lower) or lower[stop] not in known.couple:
        return None
    if lower[stop] == "of":
        stop += 1
    if stop < len(lower) and lower[stop] in known.scales:
        unit, stop = known.scales[lower[stop]], stop + 1
    else:
        unit, stop = Decimal(1), index + 1
    low, high = _TWO * unit, _THREE * unit
    return Numeral(first, stop, low, "vague", scale=unit, low=low, high=high)
