"""One table an article for people: figures grouped by kind, then dates and people.

A group's first line names its columns. On a terminal narrower than 100 columns who says so is left
out; piped output is 80 columns wide, without colours.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import TextIO

from rich.console import Console
from rich.table import Table
from rich.text import Text

from factx.export.selection import Selection, narrow
from factx.export.values import number
from factx.model import Claim, Date, Document, Official, Quantity

GROUPS = {
    "money": "MONEY",
    "percent": "PERCENT",
    "percentage_point": "PERCENTAGE POINTS",
    "count": "COUNTS",
    "measure": "MEASURES",
    "ratio": "RATIOS",
    "number": "NUMBERS",
}
_SIGNS = {"approx": "≈ ", "over": "> ", "under": "< ", "at_least": "≥ ", "at_most": "≤ "}
_ARROWS = {"up": "↑ ", "down": "↓ "}
_PIPED, _WIDE = 80, 100
_MOST_DECIMALS = 6
_GLANCE = 26

Row = tuple[str, ...]


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
        return
    columns = 5 if console.width >= _WIDE else 4
    table = Table(box=None, show_header=False, pad_edge=False, padding=(0, 2, 0, 0))
    for column in range(columns):
        widest = max(len(row[column]) for _, rows in groups for row in rows)
        # A value is read in one glance; text may wrap instead.
        table.add_column(overflow="fold", no_wrap=column == 1 and widest <= _GLANCE)
    for heading, rows in groups:
        table.add_row()
        table.add_row(
            _cell(heading[0], "bold cyan"), *(_cell(h, "dim") for h in heading[1:columns])
        )
        for row in rows:
            table.add_row(*map(_cell, row[:columns]))
    console.print(table)


def _groups(
    document: Document, selection: Selection, said: Counter[str | None]
) -> Iterator[tuple[Row, list[Row]]]:
    """Yield the heading and the rows of each group that is asked for and not empty."""
    claims = {claim.mention: claim for claim in document.claims}
    dates = {date.id: date for date in document.mentions if isinstance(date, Date)}
    texts = {mention.id: mention.text for mention in document.mentions}
    figures = [mention for mention in document.mentions if isinstance(mention, Quantity)]
    for kind, name in GROUPS.items():
        rows = [_figure(f, claims.get(f.id), dates, texts) for f in figures if f.kind == kind]
        if rows and (selection.claims or kind in selection.kinds):
            yield (name, "value", "measure", "when, where, against", "said by"), rows
    if dates and selection.dates:
        rows = list(dict.fromkeys(map(_date, dates.values())))
        yield ("DATES", "value", "first day", "last day", ""), rows
    if document.officials and selection.officials:
        rows = [_person(official, said[official.id]) for official in document.officials]
        yield ("PEOPLE", "title", "organization, place", "named", ""), rows


def _figure(
    figure: Quantity, claim: Claim | None, dates: dict[str, Date], texts: dict[str, str]
) -> Row:
    measure = figure.noun.text if figure.noun else ""
    when = where = against = said_by = ""
    if claim:
        measure = claim.measure.text if claim.measure else measure
        when = dates[claim.period.id].timex if claim.period else ""
        where = claim.place.text if claim.place else ""
        against = _against(claim, texts)
        said_by = claim.source.name if claim.source else ""
    context = ", ".join(filter(None, (when, where, against)))
    return figure.text, _value(figure), measure, context, said_by


def _against(claim: Claim, texts: dict[str, str]) -> str:
    """Name what the figure is compared with."""
    if claim.baseline is None:
        return ""
    parts = (texts.get(part or "") for part in (claim.baseline.quantity, claim.baseline.period))
    named = " ".join(filter(None, parts))
    return f"vs {named}" if named else ""


def _value(figure: Quantity) -> str:
    if figure.qualifier == "range" or not figure.low <= figure.number <= figure.high:  # "thousands"
        value = f"{_human(figure.low)} to {_human(figure.high)}"
    else:
        value = _SIGNS.get(figure.qualifier, "") + _human(figure.number)
    match figure.kind:
        case "percent":
            value += "%"
        case "percentage_point":
            value += " points"
        case "count":
            pass  # the measure names what is counted
        case _:
            value += f" {figure.unit}" if figure.unit else ""
    return _ARROWS[figure.change] + value if figure.change else value


def _human(value: Decimal) -> str:
    """Write a number with thousands set apart; an ellipsis tells where a long fraction was cut."""
    text = number(value)
    if text is None or "e" in text:
        return text or "any"
    whole, _, fraction = text.partition(".")
    sign, whole = ("-", whole[1:]) if whole.startswith("-") else ("", whole)
    if len(fraction) > _MOST_DECIMALS:
        fraction = fraction[:_MOST_DECIMALS] + "…"
    return f"{sign}{int(whole):,}{'.' if fraction else ''}{fraction}"


def _date(date: Date) -> Row:
    value = f"{date.timex} {date.mod.lower().replace('_', ' ')}" if date.mod else date.timex
    return date.text, value, str(date.first or ""), str(date.last or ""), ""


def _person(official: Official, claims: int) -> Row:
    title = " ".join(filter(None, (official.status, official.title)))
    place = ", ".join(filter(None, (official.organization, official.place)))
    said = f", {claims} claim{'s' if claims > 1 else ''}" if claims else ""
    return official.name, title, place, f"{len(official.mentions)}×{said}", ""


def _cell(text: str, style: str = "") -> Text:
    """Make a cell; what could move the cursor or recolour the terminal is shown as a mark."""
    text = " ".join(text.split())
    return Text("".join(c if c.isprintable() else "\ufffd" for c in text), style)
