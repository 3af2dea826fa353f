"""One claim a row (RFC 4180), with what it refers to written out: ready for a pivot table.

A claim about a duration has its text and its timex in ``quantity`` and ``unit`` and no number.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from typing import TextIO

from factx.export.selection import Selection, narrow
from factx.export.values import number
from factx.model import Claim, Date, Document, Mention, Quantity

COLUMNS = (
    "source", "document", "title", "article_date", "claim",
    "quantity", "number", "low", "high", "kind", "unit", "qualifier", "change",
    "measure", "head", "subject", "action", "relation", "period", "timex", "from", "to", "place",
    "baseline", "baseline_number", "said_by", "modality", "sentence", "start", "end",
)  # fmt: skip


def write(documents: Iterable[Document], stream: TextIO, selection: Selection) -> None:
    """Write a header and the claims of each document."""
    rows = csv.writer(stream)
    rows.writerow(COLUMNS)
    for document in documents:
        rows.writerows(_rows(narrow(document, selection)))


def _rows(document: Document) -> Iterator[list[object]]:
    mentions = {mention.id: mention for mention in document.mentions}
    claims = {claim.id: claim for claim in document.claims}
    article = [
        document.source,
        document.id,
        _line(document.title.text) if document.title else None,
        document.date,
    ]
    for claim in document.claims:
        mention = mentions[claim.mention]
        yield [
            *article,
            claim.id,
            *_figure(mention),
            _line(claim.measure.text) if claim.measure else None,
            claim.measure.head if claim.measure else None,
            _line(claim.subject.text) if claim.subject else None,
            claim.action.lemma if claim.action else None,
            claim.relation,
            *_period(claim, mentions),
            _line(claim.place.text) if claim.place else None,
            *_baseline(claim, mentions, claims),
            claim.source.name if claim.source else None,
            claim.modality,
            _line(claim.sentence.text),
            mention.start,
            mention.end,
        ]


def _figure(mention: Mention) -> list[object]:
    text = _line(mention.text)
    if isinstance(mention, Quantity):
        bounds = [number(value) for value in (mention.number, mention.low, mention.high)]
        return [text, *bounds, mention.kind, mention.unit, mention.qualifier, mention.change]
    if isinstance(mention, Date):
        return [text, None, None, None, mention.timex_type.lower(), mention.timex, None, None]
    return [text, *[None] * 7]


def _period(claim: Claim, mentions: dict[str, Mention]) -> list[object]:
    date = mentions[claim.period.id] if claim.period else None
    if not isinstance(date, Date):
        return [None] * 4
    return [_line(date.text), date.timex, date.first, date.last]


def _baseline(
    claim: Claim, mentions: dict[str, Mention], claims: dict[str, Claim]
) -> tuple[str | None, str | None]:
    """Write what the claim is compared with, the amount, its period or both, and its number."""
    baseline = claim.baseline
    if baseline is None:
        return None, None
    quantity = baseline.quantity
    if quantity is None and baseline.claim is not None:
        quantity = claims[baseline.claim].mention
    parts = [mentions[key].text for key in (quantity, baseline.period) if key is not None]
    amount = mentions[quantity] if quantity is not None else None
    plain = number(amount.number) if isinstance(amount, Quantity) else None
    return _line(", ".join(parts)), plain


def _line(text: str) -> str:
    """Join the lines of a wrapped text."""
    return " ".join(text.split())
