"""Documents as the plain dictionaries of the contract: every field there, in a fixed order."""

from __future__ import annotations

from factx.model import (
    Attribution,
    Claim,
    Date,
    DatePart,
    Document,
    Mention,
    Official,
    OfficialMention,
    Quantity,
    Span,
    Tie,
)

Record = dict[str, object]


def record(document: Document) -> Record:
    """Return a document as the contract names its fields."""
    return {
        "id": document.id,
        "source": document.source,
        "title": _span(document.title),
        "date": document.date,
        "date_source": document.date_source,
        "start": document.start,
        "end": document.end,
        "mentions": [_mention(mention) for mention in document.mentions],
        "officials": [_official(official) for official in document.officials],
        "claims": [_claim(claim) for claim in document.claims],
        "ties": [_tie(tie) for tie in document.ties],
    }


def _span(span: Span | None) -> Record | None:
    return None if span is None else {"text": span.text, "start": span.start, "end": span.end}


def _mention(mention: Mention) -> Record:
    fields: Record = {
        "type": mention.type,
        "id": mention.id,
        "text": mention.text,
        "start": mention.start,
        "end": mention.end,
    }
    match mention:
        case Quantity():
            fields |= _quantity(mention)
        case Date():
            fields |= _when(mention)
        case OfficialMention():
            fields["official"] = mention.official
    return fields


def _quantity(quantity: Quantity) -> Record:
    return {
        "kind": quantity.kind,
        "number": quantity.number,
        "low": quantity.low,
        "high": quantity.high,
        "unit": quantity.unit,
        "noun": _span(quantity.noun),
        "qualifier": quantity.qualifier,
        "change": quantity.change,
    }


def _when(date: Date) -> Record:
    return {
        "timex_type": date.timex_type,
        "timex": date.timex,
        "mod": date.mod,
        "from": date.first,
        "to": date.last,
        "parts": None if date.parts is None else [_part(part) for part in date.parts],
    }


def _part(part: DatePart) -> Record:
    return {
        "text": part.text,
        "start": part.start,
        "end": part.end,
        "timex_type": part.timex_type,
        "timex": part.timex,
        "from": part.first,
        "to": part.last,
    }


def _official(official: Official) -> Record:
    return {
        "id": official.id,
        "name": official.name,
        "title": official.title,
        "organization": official.organization,
        "place": official.place,
        "status": official.status,
        "role": official.role,
        "mentions": official.mentions,
        "variants": official.variants,
    }


def _claim(claim: Claim) -> Record:
    measure, period, place, baseline = claim.measure, claim.period, claim.place, claim.baseline
    return {
        "id": claim.id,
        "mention": claim.mention,
        "measure": measure
        and {
            "text": measure.text,
            "start": measure.start,
            "end": measure.end,
            "head": measure.head,
            "modifiers": measure.modifiers,
        },
        "relation": claim.relation,
        "period": period and {"id": period.id, "explicit": period.explicit},
        "place": place
        and {
            "text": place.text,
            "start": place.start,
            "end": place.end,
            "explicit": place.explicit,
        },
        "baseline": baseline
        and {
            "quantity": baseline.quantity,
            "period": baseline.period,
            "claim": baseline.claim,
        },
        "converts": claim.converts,
        "source": _attribution(claim.source),
        "modality": claim.modality,
        "sentence": {"start": claim.sentence.start, "end": claim.sentence.end},
        "action": claim.action
        and {
            "text": claim.action.text,
            "start": claim.action.start,
            "end": claim.action.end,
            "lemma": claim.action.lemma,
        },
        "subject": _span(claim.subject),
    }


def _tie(tie: Tie) -> Record:
    return {
        "kind": tie.kind,
        "members": [{"mention": item.mention, "role": item.role} for item in tie.members],
        "cue": _span(tie.cue),
        "way": tie.way,
        "degree": tie.degree,
        "closed": tie.closed,
        "items": [_span(item) for item in tie.items],
    }


def _attribution(source: Attribution | None) -> Record | None:
    if source is None:
        return None
    return {
        "name": source.name,
        "official": source.official,
        "cue": _span(source.cue),
        "via": source.via,
    }
