"""The rows of a spreadsheet: a claim, a person or a date each, with what it refers to written out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_EVEN, Context, Decimal

from factx import packaged
from factx.export.durations import hedge, length
from factx.export.selection import Selection, narrow
from factx.export.values import days, number, period, short
from factx.model import Claim, Date, Document, Mention, Period, Place, Quantity
from factx.text import flat

Row = list[object]
_WRITTEN = Context(prec=24)

# The order of the columns is that of the file that says what they mean.
SHEETS: dict[str, dict[str, str]] = packaged.table(__package__, "columns")

# How each sheet begins: what factx wrote itself is no article.
HEADERS = tuple(",".join(list(columns)[:6]) for columns in SHEETS.values())


def claims(document: Document, selection: Selection) -> Iterator[Row]:
    """Yield each claim with its figure; sums leave out the rows that convert another claim."""
    document = narrow(document, selection)
    mentions = {mention.id: mention for mention in document.mentions}
    made = {claim.id: claim for claim in document.claims}
    article = _article(document)
    for claim in document.claims:
        mention = mentions[claim.mention]
        yield [
            *article,
            claim.id,
            *_figure(mention),
            flat(claim.measure.text) if claim.measure else None,
            claim.measure.head if claim.measure else None,
            flat(claim.subject.text) if claim.subject else None,
            claim.action.lemma if claim.action else None,
            claim.relation,
            *_period(claim, mentions),
            flat(claim.place.text) if claim.place else None,
            *_baseline(claim, mentions, made),
            claim.source.name if claim.source else None,
            claim.modality,
            flat(claim.sentence.text),
            mention.start,
            mention.end,
            claim.converts,
            mention.timex if isinstance(mention, Date) else None,
            _explicit(claim.period),
            _explicit(claim.place),
        ]


def _explicit(value: Period | Place | None) -> str | None:
    return None if value is None else str(value.explicit).lower()


def officials(document: Document, _selection: Selection) -> Iterator[Row]:
    """Yield each person once, at the first mention, with how often they are named and speak."""
    said = Counter(claim.source.official for claim in document.claims if claim.source)
    mentions = {mention.id: mention for mention in document.mentions}
    for person in document.officials:
        first = mentions[person.mentions[0]]
        yield [
            flat(person.name),
            person.role,
            person.title,
            person.organization,
            person.place,
            person.status,
            "; ".join(map(flat, person.variants)),
            len(person.mentions),
            said[person.id],
            document.source,
            document.id,
            document.date,
            first.start,
            first.end,
        ]


def dates(document: Document, _selection: Selection) -> Iterator[Row]:
    """Yield each date and duration as it is written, with its value and its days."""
    article = _article(document)
    for date in document.mentions:
        if isinstance(date, Date):
            yield [
                *article,
                flat(date.text),
                date.timex_type.lower(),
                date.timex,
                date.mod,
                date.first,
                date.last,
                date.start,
                date.end,
            ]


def _article(document: Document) -> Row:
    title = flat(document.title.text) if document.title else None
    return [document.source, document.id, title, document.date]


def _figure(mention: Mention) -> Row:
    text = flat(mention.text)
    if isinstance(mention, Quantity):
        bounds = [
            number(short(_plain(value), rounding))
            for value, rounding in (
                (mention.number, ROUND_HALF_EVEN),
                (mention.low, ROUND_FLOOR),
                (mention.high, ROUND_CEILING),
            )
        ]
        return [text, *bounds, mention.kind, mention.unit, mention.qualifier, mention.change]
    if isinstance(mention, Date):
        low, high, unit = length(mention.timex)
        middle = (low + high) / 2 if low is not None and high is not None else None
        ends = (None, None) if low == high else (low, high)
        values = [None if value is None else number(value) for value in (middle, *ends)]
        kind = mention.timex_type.lower()
        return [text, *values, kind, unit, hedge(mention), None]
    return [text, *[None] * 7]


def _plain(value: Decimal) -> Decimal:
    """Drop what a division leaves in the last digits: 1/3 + 1/6 is 0.5, not 0.500001."""
    return value if value == value.to_integral_value() else _WRITTEN.plus(value)


def _period(claim: Claim, mentions: dict[str, Mention]) -> Row:
    date = mentions[claim.period.id] if claim.period else None
    if not isinstance(date, Date):
        return [None] * 4
    return [period(date), date.timex, *days(date)]


def _baseline(
    claim: Claim, mentions: dict[str, Mention], made: dict[str, Claim]
) -> tuple[str | None, str | None]:
    """Write what the claim is compared with, the amount, its period or both, and its number."""
    baseline = claim.baseline
    if baseline is None:
        return None, None
    quantity = baseline.quantity
    if quantity is None and baseline.claim is not None:
        quantity = made[baseline.claim].mention
    parts = [mentions[key].text for key in (quantity, baseline.period) if key is not None]
    amount = mentions[quantity] if quantity is not None else None
    plain = number(short(amount.number)) if isinstance(amount, Quantity) else None
    return flat(", ".join(parts)), plain
