"""Numbers and values as text: exact, and as short as that allows."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from json import JSONEncoder

# Past this many places a number is written with an exponent: 1e999999 must not fill the disk.
_PLAIN_PLACES = 40

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
