"""The public names as a user writes them; ``mypy --strict`` reads this file, nothing runs it."""

import datetime as dt
from pathlib import Path

import factx
from factx import Claim, Document, FactxError


def figures(text: str) -> list[str]:
    document: Document = factx.extract(text, date=dt.date(2025, 6, 30), source="db:1")
    by_id = {mention.id: mention for mention in document.mentions}
    lines: list[str] = []
    for claim in document.claims:
        mention = by_id[claim.mention]
        if mention.type == "quantity":
            lines.append(f"{mention.number} {mention.unit or ''} {describe(claim)}")
        elif mention.type == "date":
            lines.append(f"{mention.timex} {mention.first} {describe(claim)}")
    return lines


def describe(claim: Claim) -> str:
    measure = claim.measure.text if claim.measure else "?"
    return f"{measure}, says {claim.source.name}" if claim.source else measure


def titles(path: Path) -> list[str]:
    try:
        return [
            document.title.text for document in factx.read(path, "2025-06-30") if document.title
        ]
    except FactxError as error:
        return [str(error)]
