"""Documents and findings as the plain dictionaries of the contract: every field, in a fixed order.

The contract is the model field by field, so a record is made by shape, and a field that the model
gains must be in ``schema.json`` too, which closes every object. What differs is said here.
"""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any

VERSION = 1
Record = dict[str, object]

_RENAMED = {"first": "from", "last": "to"}
# A sentence is told by its place: its words stand in the file and would double the output.
_PLACES = frozenset({"sentence"})


def record(item: Any) -> Record:
    """Return a dataclass of the model as the contract names its fields."""
    kind: Any = type(item)
    return {
        shown: _place(value) if name in _PLACES else _plain(value)
        for name, shown in _names(kind)
        for value in (getattr(item, name),)
    }


@cache
def _names(kind: Any) -> tuple[tuple[str, str], ...]:
    """Return the names of the fields in the model and in the contract; a mention's type is first."""
    names = sorted((field.name for field in fields(kind)), key=lambda name: name != "type")
    return tuple((name, _RENAMED.get(name, name)) for name in names)


def _plain(value: Any) -> object:
    if isinstance(value, tuple):
        return [_plain(part) for part in value]
    return record(value) if is_dataclass(value) else value


def _place(span: Any) -> Record:
    return {"start": span.start, "end": span.end}
