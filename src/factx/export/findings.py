"""Findings as JSON, JSONL and, through ``report``, as text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import TextIO

from factx.checks import Result
from factx.export import records
from factx.export.values import dump, outward
from factx.model import Document, Finding

FORMATS = ("text", "json", "jsonl")


def write_json(
    result: Result, documents: Sequence[Document], stream: TextIO, *, consistent: bool
) -> None:
    """Write one object: findings, what was looked at, the articles, and on request what holds."""
    parts = [f'"version": {records.VERSION}', f'"findings": {_lines(result.findings)}']
    if consistent:
        parts.append(f'"consistent": {_lines(result.consistent)}')
        parts.append(f'"untestable": {_lines(result.untestable)}')
    parts.append(f'"checked": {dump(checked(result))}')
    articles = ",\n  ".join(dump(_article(document)) for document in documents)
    parts.append(f'"documents": [\n  {articles}]' if documents else '"documents": []')
    stream.write("{" + ",\n ".join(parts) + "}\n")


def write_jsonl(result: Result, stream: TextIO, *, consistent: bool) -> None:
    """Write a finding a line; on request what holds too, told apart by ``holds``.

    It is true, or null for what cannot be tested.
    """
    stream.writelines(dump(record(finding)) + "\n" for finding in result.findings)
    if consistent:
        for found, holds in ((result.consistent, True), (result.untestable, None)):
            stream.writelines(dump({**record(one), "holds": holds}) + "\n" for one in found)


def record(finding: Finding) -> records.Record:
    """Return a finding as the contract names its fields, its intervals rounded outward."""
    return {
        **records.record(finding),
        "computed": _ends(finding.computed),
        "stated": _ends(finding.stated),
        "gap": _gap(finding.gap),
    }


def checked(result: Result) -> records.Record:
    """Return what was looked at."""
    return {
        "relations": result.relations,
        "consistent": len(result.consistent),
        "quantities": result.quantities,
        "by_rule": result.by_rule,
    }


def _lines(findings: Iterable[Finding]) -> str:
    lines = ",\n  ".join(dump(record(finding)) for finding in findings)
    return f"[\n  {lines}]" if lines else "[]"


def _gap(gap: float | None) -> Decimal | None:
    """Keep four figures: a gap sorts findings, it decides nothing."""
    return None if gap is None else Decimal(f"{gap:.4g}")


def _ends(interval: tuple[Decimal, Decimal] | None) -> records.Record | None:
    if interval is None:
        return None
    low, high = outward(*interval)
    return {"low": low, "high": high}


def _article(document: Document) -> records.Record:
    return {
        "id": document.id,
        "source": document.source,
        "title": document.title and document.title.text,
        "date": document.date,
        "start": document.start,
        "end": document.end,
    }
