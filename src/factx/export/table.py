"""One table an article for people: a line a claim that can be read without the article, then people.

Figures that make no claim, and dates, are shown where ``--only`` asks for them. On a terminal of 100
columns or more each part of a claim has a column of its own, on a narrow one the last parts share
one, and where even that does not fit a claim is a line with the rest below it; piped output is 80
columns wide, without colours.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import TextIO

from rich.cells import cell_len
from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from factx.export.lines import CLAIM, Row, claims, dates, figures, people
from factx.export.selection import EVERYTHING, Selection, narrow
from factx.model import Date, Document
from factx.text import flat, shown

_PIPED, _WIDE = 80, 100
# The widest a value and a name may be on a narrow screen before they wrap; what is left explains,
# and needs so much that it does not become a ladder of single words.
_VALUE, _NAME, _REST = 18, 30, 16
_GAP = 2

# A heading, a row each, and the column from which on a narrow screen joins the rest.
Group = tuple[Row, list[Row], int]


def write(documents: Iterable[Document], stream: TextIO, selection: Selection) -> None:
    """Write a table for each document, a blank line between two."""
    width = None if stream.isatty() else _PIPED
    console = Console(file=stream, width=width, highlight=False, markup=False, emoji=False)
    for index, document in enumerate(documents):
        with console.capture() as capture:
            said = Counter(c.source.official for c in document.claims if c.source)
            _show(console, narrow(document, selection), selection, said)
        # Cells are padded to their column; that is noise in a file, and colours end it on a screen.
        lines = "".join(line.rstrip() + "\n" for line in capture.get().splitlines())
        stream.write("\n" * bool(index) + lines)


def _show(
    console: Console, document: Document, selection: Selection, said: Counter[str | None]
) -> None:
    if document.title:
        console.print(_cell(document.title.text, "bold"))
    about = f"{document.date}, {document.date_source}" if document.date else "no date"
    console.print(_cell(f"{document.source} ({about})", "dim"), soft_wrap=True)
    groups = list(_groups(document, selection, said))
    if not groups:
        console.print("nothing found")
    for heading, rows, joined in groups:
        console.print()
        _print(console, [heading, *rows], joined)


def _groups(document: Document, selection: Selection, said: Counter[str | None]) -> Iterator[Group]:
    """Yield the groups that are asked for and not empty; claims and people unless told otherwise."""
    whole = selection == EVERYTHING
    found = list(claims(document))
    if found and (selection.claims or selection.kinds):
        yield CLAIM, found, 2
    wanted = [mention for mention in document.mentions if selection.wants(mention)]
    loose = list(figures(wanted, document.claims))
    if loose and (not whole or not found):
        yield ("FIGURES", "value", "noun"), loose, 2
    days = list(dates(mention for mention in wanted if isinstance(mention, Date)))
    if days and (not whole or not (found or loose or document.officials)):
        yield ("DATES", "value", "first day", "last day"), days, 3
    if document.officials and selection.officials:
        yield (
            ("PEOPLE", "title", "organization, place", "named"),
            list(people(document.officials, said)),
            3,
        )


def _print(console: Console, rows: list[Row], joined: int) -> None:
    """Print a heading and its rows in as many columns as the screen has room for."""
    if console.width >= _WIDE:
        console.print(_table(rows, [None] * len(rows[0])))
        return
    for at in (joined, 2):
        lines = [_join(row, at) for row in rows]
        widths = _widths(lines, console.width)
        if widths is not None:
            console.print(_table(lines, widths))
            return
    for index, row in enumerate(rows):
        name, rest = _cell(row[0]), _cell(", ".join(filter(None, row[1:])))
        if index == 0:
            name.stylize("bold cyan")
            rest.stylize("dim")
        console.print(name)
        console.print(Padding(rest, (0, 0, 0, _GAP)))


def _join(row: Row, at: int) -> Row:
    """Put what does not fit side by side into one cell."""
    return *row[:at], ", ".join(filter(None, row[at:]))


def _widths(lines: list[Row], most: int) -> list[int | None] | None:
    """Return the widths of all columns but the last, which has the rest; None if that is too little.

    A name may take what the others leave.
    """
    natural = [max(cell_len(_cell(line[n]).plain) for line in lines) for n in range(len(lines[0]))]
    if sum(natural) + _GAP * (len(natural) - 1) <= most:
        return [*natural[:-1], None]
    value = min(natural[1], _VALUE)
    between = [min(width, _REST) for width in natural[2:-1]]
    room = most - value - sum(between) - _GAP * (len(natural) - 1)
    name = min(natural[0], max(_NAME, room - natural[-1]))
    if room - name < min(natural[-1], _REST):
        return None
    return [name, value, *[None] * len(natural[2:])]


def _table(lines: list[Row], widths: list[int | None]) -> Table:
    """Lay out a heading and its rows; a value is read in one glance, text may wrap instead."""
    table = Table(box=None, show_header=False, pad_edge=False, padding=(0, _GAP, 0, 0))
    for column, width in enumerate(widths):
        widest = max(cell_len(_cell(line[column]).plain) for line in lines)
        table.add_column(
            overflow="fold", width=width, no_wrap=column == 1 and widest <= (width or _VALUE)
        )
    heading, *rows = lines
    table.add_row(_cell(heading[0], "bold cyan"), *(_cell(part, "dim") for part in heading[1:]))
    for row in rows:
        table.add_row(*map(_cell, row))
    return table


def _cell(text: str, style: str = "") -> Text:
    """Make a cell of one line that leaves the cursor and the colours of the terminal alone."""
    return Text(shown(flat(text)), style)
