"""Numbers and values as text: exact and as short as that allows, or rounded where people read them."""

from __future__ import annotations

import datetime as dt
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_EVEN, Context, Decimal
from json import JSONEncoder

from factx.model import Date
from factx.text import flat

# Past this many places a number is written with an exponent: 1e999999 must not fill the disk.
_PLAIN_PLACES = 40

# More digits than these come of a division, for no text prints them; a reader needs a few.
_MOST_DIGITS, _KEPT_DIGITS = 15, 6

# What a time without a beginning or an end is written with.
_OPEN = {"ON_OR_AFTER": "since", "ON_OR_BEFORE": "until"}
_quote = JSONEncoder(ensure_ascii=False).encode


def number(value: Decimal) -> str | None:
    """Write a number exactly, without an exponent or idle zeros; ``None`` where it has no bound."""
    if not value.is_finite():
        return None
    sign, digits, exponent = value.as_tuple()
    assert isinstance(exponent, int)
    written = "".join(map(str, digits)).lstrip("0")
    if not written:
        return "0"
    bare = written.rstrip("0")
    exponent += len(written) - len(bare)
    if max(len(bare) + exponent, -exponent) > _PLAIN_PLACES:
        text = f"{bare}e{exponent}"
    elif exponent >= 0:
        text = bare + "0" * exponent
    else:
        whole, fraction = bare[:exponent], bare[exponent:]
        text = f"{whole or '0'}.{fraction.rjust(-exponent, '0')}"
    return f"-{text}" if sign else text


def short(value: Decimal, rounding: str = ROUND_HALF_EVEN) -> Decimal:
    """Round what has an endless fraction to six digits; what stands before the point stays."""
    if not value.is_finite():
        return value
    written, exponent = value.as_tuple()[1:]
    assert isinstance(exponent, int)
    places = -exponent - len(written) + len("".join(map(str, written)).rstrip("0"))
    whole = value.adjusted() + 1
    if places <= 0 or max(whole, 0) + places <= _MOST_DIGITS:
        return value
    kept = max(_KEPT_DIGITS, whole)
    return Context(prec=kept, rounding=rounding).plus(value)


def outward(low: Decimal, high: Decimal) -> tuple[Decimal, Decimal]:
    """Round an interval's ends so that it still holds all that it held."""
    return short(low, ROUND_FLOOR), short(high, ROUND_CEILING)


def dump(value: object) -> str:
    """Write a value as JSON on one line, a ``Decimal`` digit for digit.

    The standard encoder knows no ``Decimal``; through ``float`` 2.9000000001e9 would lose digits.
    """
    match value:
        case None | True | False:
            return {None: "null", True: "true", False: "false"}[value]
        case str():
            return _quote(value)
        case int():
            return str(value)
        case Decimal():
            return number(value) or "null"
        case dt.date():
            return f'"{value.isoformat()}"'
        case dict():
            return "{" + ", ".join(f"{_quote(k)}: {dump(v)}" for k, v in value.items()) + "}"
        case list() | tuple():
            return "[" + ", ".join(map(dump, value)) + "]"
    raise TypeError(type(value))


def period(date: Date) -> str:
    """Write a date as it is in the text, on one line; a time without an end by its beginning."""
    text, word = flat(date.text), _OPEN.get(date.mod or "")
    return f"{word} {text}" if word else text


def days(date: Date) -> tuple[dt.date | None, dt.date | None]:
    """Return the first and last day of a date; a time without an end has none."""
    word = _OPEN.get(date.mod or "")
    return (None if word == "until" else date.first, None if word == "since" else date.last)
