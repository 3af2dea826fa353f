"""What crosses the borders between stages: small frozen records, every one grounded in the text.

All offsets are Unicode code points into the decoded text of the source, end exclusive, and
``source.text[item.start:item.end] == item.text`` holds for every item that carries a text.
Values are ``Decimal`` from the written digits to the last export.
"""

from __future__ import annotations

from factx.model.claims import (
    Action,
    Attribution,
    Baseline,
    Claim,
    Degree,
    Document,
    Measure,
    Member,
    Modality,
    Period,
    Place,
    Relation,
    Tie,
    TieKind,
    Way,
)
from factx.model.findings import Finding, Operand, Severity
from factx.model.mentions import (
    Change,
    Date,
    DatePart,
    Kind,
    Mention,
    Official,
    OfficialMention,
    Qualifier,
    Quantity,
    TimexType,
)
from factx.model.text import Article, Block, BlockKind, Source, Span

__all__ = [
    "Action",
    "Article",
    "Attribution",
    "Baseline",
    "Block",
    "BlockKind",
    "Change",
    "Claim",
    "Date",
    "DatePart",
    "Degree",
    "Document",
    "Finding",
    "Kind",
    "Measure",
    "Member",
    "Mention",
    "Modality",
    "Official",
    "OfficialMention",
    "Operand",
    "Period",
    "Place",
    "Qualifier",
    "Quantity",
    "Relation",
    "Severity",
    "Source",
    "Span",
    "Tie",
    "TieKind",
    "TimexType",
    "Way",
]
