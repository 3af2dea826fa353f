"""Documents that ``extract`` wrote, back from JSON or JSONL.

A sentence comes back without its text, which is not exported; nothing else is lost.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from factx.errors import ReadError
from factx.model import (
    Action,
    Attribution,
    Baseline,
    Claim,
    Date,
    DatePart,
    Document,
    Measure,
    Member,
    Mention,
    Official,
    OfficialMention,
    Period,
    Place,
    Quantity,
    Source,
    Span,
    Tie,
)
from factx.read import sound

SUFFIXES = (".json", ".jsonl", ".ndjson")
_INFINITY = Decimal("Infinity")
_OPENING = 4096
Record = dict[str, Any]


def holds_documents(source: Source) -> bool:
    """Tell the output of ``extract`` from an article, by how it begins."""
    opening = source.text[:_OPENING].lstrip("\ufeff \t\r\n")
    return opening.startswith("{") and ('"documents"' in opening or '"mentions"' in opening)


def documents(source: Source) -> list[Document]:
    """Read the documents of one source; raise ``ReadError`` with the line that is not one."""
    try:
        whole = _parse(source.text)
    except ValueError:
        return list(_lines(source))
    records = whole.get("documents") if "documents" in whole else [whole]
    if not isinstance(records, list):
        raise ReadError(source.path, '"documents" is not a list')
    return [_document(record, source.path, number) for number, record in enumerate(records, 1)]


def _lines(source: Source) -> Iterator[Document]:
    for number, line in enumerate(source.text.split("\n"), 1):
        if not line.strip():
            continue
        try:
            record = _parse(line)
        except ValueError as error:
            raise ReadError(source.path, f"line {number} is not JSON: {error}") from None
        yield _document(record, source.path, number)


def _parse(text: str) -> Record:
    try:
        record = json.loads(text.lstrip("\ufeff"), parse_float=Decimal)
    except RecursionError:
        raise ValueError("nested too deeply") from None
    if not isinstance(record, dict):
        raise ValueError("not an object")  # noqa: TRY004 - as any other JSON that is not ours
    return record


def _document(record: object, path: str, number: int) -> Document:
    try:
        document = _read(record)  # type: ignore[arg-type]
        wrong = sound.fault(document)
    except KeyError as error:
        wrong = f"it has no {error}"
    except (TypeError, ValueError, AttributeError, ArithmeticError) as error:
        wrong = str(error)
    if wrong is not None:
        message = f"document {number} is not one that factx extract wrote: {wrong}"
        raise ReadError(path, message)
    return document


def _read(record: Record) -> Document:
    return Document(
        id=record["id"],
        source=record["source"],
        title=_span(record["title"]),
        date=_day(record["date"]),
        date_source=record["date_source"],
        start=record["start"],
        end=record["end"],
        mentions=tuple(map(_mention, record["mentions"])),
        officials=tuple(map(_official, record["officials"])),
        claims=tuple(map(_claim, record["claims"])),
        ties=tuple(map(_tie, record.get("ties", ()))),
    )


def _span(record: Record | None) -> Span | None:
    return None if record is None else Span(record["text"], record["start"], record["end"])


def _day(text: str | None) -> dt.date | None:
    return None if text is None else dt.date.fromisoformat(text)


def _mention(record: Record) -> Mention:
    place: Record = {key: record[key] for key in ("id", "text", "start", "end")}
    match record["type"]:
        case "quantity":
            return _quantity(record, place)
        case "date":
            parts = record["parts"]
            return Date(
                **place,
                timex_type=record["timex_type"],
                timex=record["timex"],
                mod=record["mod"],
                first=_day(record["from"]),
                last=_day(record["to"]),
                parts=None if parts is None else tuple(map(_part, parts)),
            )
        case "official":
            return OfficialMention(**place, official=record["official"])
    raise ValueError(record["type"])


def _quantity(record: Record, place: Record) -> Quantity:
    low, high = record["low"], record["high"]
    return Quantity(
        **place,
        kind=record["kind"],
        number=Decimal(record["number"]),
        low=-_INFINITY if low is None else Decimal(low),
        high=_INFINITY if high is None else Decimal(high),
        unit=record["unit"],
        noun=_span(record["noun"]),
        qualifier=record["qualifier"],
        change=record["change"],
    )


def _part(record: Record) -> DatePart:
    return DatePart(
        text=record["text"],
        start=record["start"],
        end=record["end"],
        timex_type=record["timex_type"],
        timex=record["timex"],
        first=_day(record["from"]),
        last=_day(record["to"]),
    )


def _official(record: Record) -> Official:
    lists = {key: tuple(record[key]) for key in ("mentions", "variants")}
    return Official(**{**record, **lists})


def _claim(record: Record) -> Claim:
    measure, period, place = record["measure"], record["period"], record["place"]
    baseline, source, sentence = record["baseline"], record["source"], record["sentence"]
    return Claim(
        id=record["id"],
        mention=record["mention"],
        measure=measure and Measure(**{**measure, "modifiers": tuple(measure["modifiers"])}),
        relation=record["relation"],
        period=period and Period(**period),
        place=place and Place(**place),
        baseline=baseline and Baseline(**baseline),
        converts=record["converts"],
        source=source and Attribution(**{**source, "cue": _span(source["cue"])}),
        modality=record["modality"],
        sentence=Span("", sentence["start"], sentence["end"]),
        action=Action(**record["action"]) if record.get("action") else None,
        subject=_span(record.get("subject")),
    )


def _tie(record: Record) -> Tie:
    return Tie(
        kind=record["kind"],
        members=tuple(Member(**member) for member in record["members"]),
        cue=_span(record["cue"]),
        way=record["way"],
        degree=record["degree"],
        closed=record["closed"],
        items=tuple(Span(i["text"], i["start"], i["end"]) for i in record["items"]),
    )
