"""Numbers of a list that names things: "Flights 11, 93 and 75", "the balls 8, 18, 22, 40 and 44"."""

from __future__ import annotations

import re

from factx.mentions.quantity import phrase
from factx.mentions.quantity.amount import Amount
from factx.mentions.quantity.lists import lists
from factx.nlp.tokens import Tokens

_DIGITS = re.compile(r"\d+$")
_LINKS = ([","], ["and"], ["or"], ["&"], [",", "and"], [",", "or"])
# So many bare numbers in a row were drawn, dialled or worn; fewer may be figures of one noun.
_DRAWN = 4
# How far a row is followed; a table of thousands is a row at its every number.
_FAR = 12


def names(tokens: Tokens, amounts: list[Amount], index: int) -> bool:
    """Tell whether a bare number goes on from one that is a name, or stands in a row of them.

    The amounts before ``index`` are read: one without a kind was found to be a name.
    """
    last = amounts[index].first - 2
    last -= last > 0 and tokens.lower[last] == ","
    if last < 0:
        return False
    before = amounts[index - 1] if index else None
    dropped = before is not None and before.kind is None and before.stop == last + 1
    if (dropped or tokens.text[last][0].isupper()) and _follows(tokens, last, amounts[index]):
        return True
    return _drawn(tokens, amounts, index)


def _follows(tokens: Tokens, last: int, amount: Amount) -> bool:
    """Recognise 93 of ``Flights 11, 93`` and 747 of ``the A300 and 747``, where it counts nothing."""
    named = _DIGITS.search(tokens.text[last])
    digits = amount.numeral.digits
    if named is None or not digits.isdecimal() or abs(len(named[0]) - len(digits)) > 1:
        return False
    if tokens.lower[last + 1 : amount.first] not in _LINKS:
        return False
    after = tokens.lower[amount.stop] if amount.stop < len(tokens) else "."
    goes_on = tokens.lower[amount.first - 1] != "," or after in {",", "and", "or", "&"}
    counts = after in lists().fill or phrase.find(tokens, amount.stop) is not None
    return goes_on and not counts


def _drawn(tokens: Tokens, amounts: list[Amount], index: int) -> bool:
    """Recognise ``the numbers 8, 18, 22, 40 and 44``: no noun is counted by any of them."""
    low = high = index
    while low > max(0, index - _DRAWN) and _row(tokens, amounts, low - 1):
        low -= 1
    while high + 1 < min(len(amounts), index + _FAR) and _row(tokens, amounts, high):
        high += 1
    if high - low + 1 < _DRAWN:
        return False
    stop = amounts[high].stop
    told = tokens.lower[stop : stop + 1] == ["respectively"]
    return not told and phrase.find(tokens, stop) is None


def _row(tokens: Tokens, amounts: list[Amount], index: int) -> bool:
    """Tell whether an amount and the next are neighbours in a row of bare numbers."""
    left, right = amounts[index], amounts[index + 1]
    bare = (
        each.noun is None and each.unit is None and each.upper is None and each.numeral.whole
        for each in (left, right)
    )
    digits = left.numeral.form == right.numeral.form == "digits"
    return digits and all(bare) and tokens.lower[left.stop : right.first] in _LINKS
