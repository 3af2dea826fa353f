"""Tell whether records that came from outside are what the model says: types, values, references.

A file of JSON may have been edited, cut or made by something else; the checks may rely on a document
as if ``extract`` had just made it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields, is_dataclass
from decimal import Decimal
from functools import cache
from types import UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from factx.model import Document

_ENDS = (("start", "end"), ("low", "high"), ("first", "last"))
Test = Callable[[object], bool]


def fault(document: Document) -> str | None:
    """Return what is wrong with a document, None if nothing is."""
    return _wrong_type(document) or _wrong_reference(document)


def _wrong_type(item: Any) -> str | None:
    """Say which value is the first wrong one in a record and in those that it holds."""
    record: Any = type(item)
    for name, test in _tests(record):
        value = getattr(item, name)
        if not test(value):
            return f"{name} cannot be {str(value)[:40]!r}"
        # Records within records: spans, members, the ends of a period.
        for part in value if isinstance(value, tuple) else (value,):
            if is_dataclass(part) and (wrong := _wrong_type(part)) is not None:
                return wrong
    for low, high in _ENDS:
        first, last = getattr(item, low, None), getattr(item, high, None)
        if first is not None and last is not None and first > last:
            return f"{low} {first} lies beyond {high} {last}"
    return None


@cache
def _tests(record: Any) -> tuple[tuple[str, Test], ...]:
    hints = get_type_hints(record)
    return tuple((field.name, _test(hints[field.name])) for field in fields(record))


def _test(hint: Any) -> Test:
    """Return a function that tells whether a value is of a type, as the model uses types."""
    origin, arguments = get_origin(hint), get_args(hint)
    if origin is Literal:
        return lambda value: isinstance(value, str) and value in arguments
    if origin in (Union, UnionType):
        tests = [_test(argument) for argument in arguments]
        return lambda value: any(test(value) for test in tests)
    if origin is tuple:
        each = _test(arguments[0])
        return lambda value: isinstance(value, tuple) and all(map(each, value))
    if hint is int:  # a place: neither below the text nor a truth value
        return lambda value: type(value) is int and value >= 0
    if hint is Decimal:
        return lambda value: isinstance(value, Decimal) and not value.is_nan()
    return lambda value: isinstance(value, hint)


def _wrong_reference(document: Document) -> str | None:
    """Return the first id that nothing in the document has."""
    mentions = {mention.id for mention in document.mentions}
    claims = {claim.id for claim in document.claims}
    for claim in document.claims:
        for key in claim.mentions:
            if key not in mentions:
                return f"there is no mention {key!r}"
        compared = claim.baseline.claim if claim.baseline else None
        for other in (claim.converts, compared):
            if other is not None and other not in claims:
                return f"there is no claim {other!r}"
    for tie in document.ties:
        for member in tie.members:
            if member.mention not in mentions:
                return f"there is no mention {member.mention!r}"
    return None
