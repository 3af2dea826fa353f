"""Documents that ``extract`` wrote, back from JSON or JSONL.

A sentence comes back without its text, which is not exported; nothing else is lost.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator
from dataclasses import MISSING, fields, is_dataclass
from decimal import Decimal
from functools import cache
from types import NoneType
from typing import Any, get_args, get_origin, get_type_hints

from factx.errors import ReadError
from factx.model import Date, Document, Mention, OfficialMention, Quantity, Source
from factx.read import sound

SUFFIXES = (".json", ".jsonl", ".ndjson")
_OPENING = 4096
# Where the contract and the model differ: in a few names, and in what a null stands for.
_RENAMED = {"first": "from", "last": "to"}
_UNBOUND = {"low": Decimal("-Infinity"), "high": Decimal("Infinity")}
_MENTIONS = {"quantity": Quantity, "date": Date, "official": OfficialMention}
Record = dict[str, Any]


def holds_documents(source: Source) -> bool:
    """Tell the output of ``extract`` from an article, by how it begins."""
    opening = source.text[:_OPENING].lstrip("\ufeff \t\r\n")
    return opening.startswith("{") and ('"documents"' in opening or '"mentions"' in opening)


def documents(source: Source) -> list[Document]:
    """Read the documents of one source; raise ``ReadError`` with the line that is not one."""
    try:
        whole = _parse(source.text)
    except ValueError:
        return list(_lines(source))
    records = whole.get("documents") if "documents" in whole else [whole]
    if not isinstance(records, list):
        raise ReadError(source.path, '"documents" is not a list')
    return [_document(record, source.path, number) for number, record in enumerate(records, 1)]


def _lines(source: Source) -> Iterator[Document]:
    for number, line in enumerate(source.text.split("\n"), 1):
        if not line.strip():
            continue
        try:
            record = _parse(line)
        except ValueError as error:
            raise ReadError(source.path, f"line {number} is not JSON: {error}") from None
        yield _document(record, source.path, number)


def _parse(text: str) -> Record:
    try:
        record = json.loads(text.lstrip("\ufeff"), parse_float=Decimal)
    except RecursionError:
        raise ValueError("nested too deeply") from None
    if not isinstance(record, dict):
        raise ValueError("not an object")  # noqa: TRY004 - as any other JSON that is not ours
    return record


def _document(record: object, path: str, number: int) -> Document:
    try:
        document: Document = _revived(Document, record)
        wrong = sound.fault(document)
    except KeyError as error:
        wrong = f"it has no {error}"
    except (TypeError, ValueError, AttributeError, ArithmeticError) as error:
        wrong = str(error)
    if wrong is not None:
        message = f"document {number} is not one that factx extract wrote: {wrong}"
        raise ReadError(path, message)
    return document


def _revived(kind: Any, record: Any) -> Any:
    """Make a dataclass of the model from a record; what has a default may be missing."""
    given = {}
    for name, hint, needed in _fields(kind):
        shown = _RENAMED.get(name, name)
        if needed or shown in record:
            value = {"text": "", **record[shown]} if name == "sentence" else record[shown]
            given[name] = _UNBOUND.get(name) if value is None else _value(hint, value)
    return kind(**given)


@cache
def _fields(kind: Any) -> list[tuple[str, Any, bool]]:
    """Return the names of a record's fields, their types, and whether they must be given."""
    hints = get_type_hints(kind)
    return [(f.name, hints[f.name], f.default is MISSING) for f in fields(kind) if f.init]


def _value(hint: Any, value: Any) -> object:
    """Return a value of JSON as what the model has there; whether it fits is for ``sound``."""
    if hint == Mention:
        hint = _MENTIONS.get(value["type"], Quantity)
    arguments = get_args(hint)
    if NoneType in arguments:
        hint = arguments[0]
        arguments = get_args(hint)
    if get_origin(hint) is tuple:
        return tuple(_value(arguments[0], part) for part in value)
    if is_dataclass(hint):
        return _revived(hint, value)
    if hint is dt.date:
        return dt.date.fromisoformat(value)
    return Decimal(value) if hint is Decimal else value
