"""The contract: ``{"version": 1, "documents": [...]}``, a mention, official or claim on each line."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TextIO

from factx.export.records import VERSION, record
from factx.export.selection import Selection, narrow
from factx.export.values import dump
from factx.model import Document


def write(documents: Iterable[Document], stream: TextIO, selection: Selection) -> None:
    """Write one JSON object with all documents."""
    stream.write(f'{{"version": {VERSION}, "documents": [')
    between = "\n"
    for document in documents:
        stream.write(between + _lines(record(narrow(document, selection))))
        between = ",\n"
    stream.write("]}\n" if between == "\n" else "\n]}\n")


def _lines(fields: dict[str, object]) -> str:
    return "{" + ",\n ".join(f"{dump(key)}: {_items(value)}" for key, value in fields.items()) + "}"


def _items(value: object) -> str:
    if isinstance(value, list) and value:
        return "[\n  " + ",\n  ".join(map(dump, value)) + "]"
    return dump(value)
