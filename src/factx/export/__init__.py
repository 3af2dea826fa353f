"""From documents to text: one module a format, each with ``write(documents, stream, selection)``.

Every writer streams, so that a million articles need the memory of one.
"""

from __future__ import annotations

from collections.abc import Iterable
from importlib import import_module
from pathlib import Path
from typing import TextIO

from factx.export.selection import EVERYTHING, Selection, require, select
from factx.model import Document

__all__ = ["EVERYTHING", "FORMATS", "Selection", "columns", "require", "schema", "select", "write"]

FORMATS = ("table", "json", "jsonl", "csv")


def write(
    documents: Iterable[Document],
    format: str,  # noqa: A002 - the word of the command line
    stream: TextIO,
    selection: Selection = EVERYTHING,
) -> None:
    """Write what ``selection`` keeps of the documents, one after the other as they arrive."""
    require(format, FORMATS)
    import_module(f"factx.export.{format}").write(documents, stream, selection)


def schema() -> str:
    """Return the JSON Schema of the json format; a line of jsonl is one of its documents."""
    return Path(__file__).with_name("schema.json").read_text("utf-8")


def columns() -> str:
    """Return what each column of csv means, a line each, by the kind of row."""
    from factx.export.rows import SHEETS

    width = max(len(name) for sheet in SHEETS.values() for name in sheet)
    return "\n".join(
        f"{rows}\n" + "".join(f"  {name:{width}}  {told}\n" for name, told in sheet.items())
        for rows, sheet in SHEETS.items()
    )
