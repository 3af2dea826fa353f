"""One claim a row (RFC 4180), ready for a pivot table; on request one person or one date a row.

A run has one header, so that it holds one kind of row.
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Iterator
from typing import TextIO

from factx.errors import UsageError
from factx.export import rows
from factx.export.selection import EVERYTHING, Selection
from factx.model import Document

_ROWS: dict[str, Callable[[Document, Selection], Iterator[rows.Row]]] = {
    "claims": rows.claims,
    "officials": rows.officials,
    "dates": rows.dates,
}


def write(documents: Iterable[Document], stream: TextIO, selection: Selection) -> None:
    """Write a header and the rows of each document; raise ``UsageError`` for two kinds of row."""
    sheet = _sheet(selection)
    lines = csv.writer(stream)
    lines.writerow(rows.SHEETS[sheet])
    for document in documents:
        lines.writerows(_ROWS[sheet](document, selection))


def _sheet(selection: Selection) -> str:
    """Choose what a row is: a claim, unless people alone or dates alone are asked for."""
    wanted = {
        "claims": bool(selection.claims or selection.kinds),
        "officials": selection.officials,
        "dates": selection.dates,
    }
    asked = [name for name, one in wanted.items() if one]
    if selection == EVERYTHING or not asked:
        return "claims"
    if len(asked) > 1:
        kinds = " and ".join([", ".join(asked[:-1]), asked[-1]])
        message = f"csv has one kind of row, not {kinds}; run it once for each, or use -f json"
        raise UsageError(message)
    return asked[0]
