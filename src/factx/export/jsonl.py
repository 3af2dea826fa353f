"""One document of the contract on each line, for streams and line-based tools."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TextIO

from factx.export.records import record
from factx.export.selection import Selection, narrow
from factx.export.values import dump
from factx.model import Document


def write(documents: Iterable[Document], stream: TextIO, selection: Selection) -> None:
    """Write each document as a line."""
    stream.writelines(dump(record(narrow(document, selection))) + "\n" for document in documents)
