"""Bare numbers that are hours of the day: "after eight", "half past four", "13.31 BST", "1250 GMT"."""

from __future__ import annotations

import re

from factx.mentions.quantity.amount import Amount
from factx.mentions.quantity.lists import lists
from factx.nlp.numerals import words
from factx.nlp.tokens import Tokens

_NOON = 12
_HOUR = re.compile(r"(?:[01]?\d|2[0-3])\.?[0-5]\d")


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
    """Recognise ``half past four``, ``13.31 BST``, ``1250 (UTC+9)``, ``at 11.20 in the morning``."""
    numeral, lower = amount.numeral, tokens.lower
    first, stop = numeral.first, numeral.stop
    small = numeral.whole and 0 < numeral.value <= _NOON
    hour = lower[stop + 1 : stop + 2]
    if lower[first] in lists().past and lower[stop : stop + 1] == ["past"] and hour:
        return hour[0] in words().small  # "ten past two"
    if first > 1 and small and lower[first - 1] == "past" and lower[first - 2] in lists().past:
        return True
    if small and lower[stop : stop + 1] in (["a.m."], ["p.m."], ["o'clock"]):
        return True
    told = lower[stop : stop + 2] == ["in", "the"] and lower[stop + 2 : stop + 3]
    if small and told and told[0] in lists().day_parts and lower[first - 1] in lists().hours_in:
        return True  # "by five in the morning"
    if not _HOUR.fullmatch(numeral.digits):
        return False
    at = stop + (lower[stop : stop + 1] == ["("])
    zone = tokens.text[at] if at < len(tokens) else ""
    if zone.rstrip("+-0123456789") in lists().zones:
        return True
    timely = lower[stop : stop + 1] in (["on"], ["in"]) and not lists().day_parts.isdisjoint(
        lower[stop + 1 : stop + 3]
    )
    return timely and "." in numeral.digits and first > 0 and lower[first - 1] == "at"
