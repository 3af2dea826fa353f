"""Bare numbers that are hours of the day: "after eight", "13.31 BST"."""

from __future__ import annotations

from factx.mentions.quantity.amount import Amount
from factx.mentions.quantity.lists import lists
from factx.nlp.tokens import Tokens

_HOURS, _MINUTES, _NOON = 24, 60, 12


def tells(tokens: Tokens, amount: Amount) -> bool:
    """Recognise the hour in ``closed after eight.``; with a noun behind it would be a count."""
    numeral, known = amount.numeral, lists()
    if amount.upper is not None or numeral.scale != 1 or not 0 < numeral.value <= _NOON:
        return False
    if not numeral.first or not numeral.whole or tokens.lower[numeral.first - 1] not in known.hours:
        return False
    after = tokens.lower[amount.stop] if amount.stop < len(tokens) else "."
    return after in {".", ",", ";", "!", "?", "”", '"', "\n"} or after in known.hours_end


def timed(tokens: Tokens, amount: Amount) -> bool:
    """Recognise ``13.31 BST``: hours and minutes with a full stop before the name of a zone."""
    hours, point, minutes = amount.numeral.digits.partition(".")
    if not point or len(minutes) != 2 or not hours.isdecimal() or not minutes.isdecimal():
        return False
    if int(hours) >= _HOURS or int(minutes) >= _MINUTES:
        return False
    return tokens.text[amount.numeral.stop : amount.numeral.stop + 1] in (
        [zone] for zone in lists().zones
    )
