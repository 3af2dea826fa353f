"""What crosses the borders between stages: small frozen records, every one grounded in the text.

All offsets are Unicode code points into the decoded text of the source, end exclusive, and
``source.text[item.start:item.end] == item.text`` holds for every item that carries a text.
Values are ``Decimal`` from the written digits to the last export.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date as Day
from decimal import Decimal
from typing import Literal, TypeAlias

Kind: TypeAlias = Literal[
    "count", "percent", "percentage_point", "money", "measure", "ratio", "number"
]
Qualifier: TypeAlias = Literal["exact", "approx", "over", "under", "at_least", "at_most", "range"]
Change: TypeAlias = Literal["up", "down"]
TimexType: TypeAlias = Literal["DATE", "TIME", "DURATION", "SET"]
Relation: TypeAlias = Literal[
    "level", "change", "share", "ratio", "total", "part", "limit", "rank", "rate"
]
Modality: TypeAlias = Literal["actual", "plan", "target", "estimate", "hypothetical"]
TieKind: TypeAlias = Literal[
    "change",
    "parts",
    "share",
    "rate",
    "comparison",
    "order",
    "list",
    "day",
    "span",
    "spelling",
    "age",
    "anniversary",
    "post",
    "acronym",
]
Way: TypeAlias = Literal["up", "down", "flat"]
Degree: TypeAlias = Literal["slight", "sharp"]
Severity: TypeAlias = Literal["error", "warning", "info"]


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of the source text."""

    text: str
    start: int
    end: int


# --- reading ------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Source:
    """One decoded input: the path as given (``-`` for stdin) and its whole text."""

    path: str
    text: str

    def span(self, start: int, end: int) -> Span:
        """Ground the stretch from ``start`` to ``end``."""
        return Span(self.text[start:end], start, end)


BlockKind: TypeAlias = Literal["title", "dateline", "heading", "paragraph", "furniture"]


@dataclass(frozen=True, slots=True)
class Block:
    """A line or paragraph of an article that the pipeline reads on its own."""

    kind: BlockKind
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Article:
    """One article of a source: its blocks in text order, its title and its day if it gives them.

    ``start`` to ``end`` is the title to the end of the body. ``blocks`` cover everything that is
    read, and what lies between them (markup, buttons, pager lines, repeats) is not; furniture
    (tickers, captions) yields mentions but no claims, and a ticker may stand outside ``start`` and
    ``end``. ``date`` comes from a dateline, a byline, front matter or the caller, never the prose.
    """

    source: Source
    start: int
    end: int
    blocks: tuple[Block, ...]
    title: Span | None = None
    date: Day | None = None
    date_source: str | None = None


# --- mentions -----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Quantity:
    """How many or how much. ``low`` and ``high`` are the nominal interval of ``intervals``."""

    id: str
    text: str
    start: int
    end: int
    kind: Kind
    number: Decimal
    low: Decimal
    high: Decimal
    unit: str | None
    noun: Span | None = None
    qualifier: Qualifier = "exact"
    change: Change | None = None

    type: Literal["quantity"] = field(default="quantity", init=False)


@dataclass(frozen=True, slots=True)
class DatePart:
    """One end of a joined period."""

    text: str
    start: int
    end: int
    timex_type: TimexType
    timex: str
    first: Day | None
    last: Day | None


@dataclass(frozen=True, slots=True)
class Date:
    """A date, time, duration or set as TIMEX3, with first and last day (exported as from and to)."""

    id: str
    text: str
    start: int
    end: int
    timex_type: TimexType
    timex: str
    mod: str | None = None
    first: Day | None = None
    last: Day | None = None
    parts: tuple[DatePart, ...] | None = None

    type: Literal["date"] = field(default="date", init=False)


@dataclass(frozen=True, slots=True)
class OfficialMention:
    """A person's name as written; ``official`` is the id of the person."""

    id: str
    text: str
    start: int
    end: int
    official: str

    type: Literal["official"] = field(default="official", init=False)


Mention: TypeAlias = Quantity | Date | OfficialMention


@dataclass(frozen=True, slots=True)
class Official:
    """A person with every mention of them. ``mentions`` are mention ids in text order."""

    id: str
    name: str
    title: str | None
    organization: str | None
    place: str | None
    status: Literal["former", "acting", "elect", "late"] | None
    role: Literal["official", "other"]
    mentions: tuple[str, ...]
    variants: tuple[str, ...] = ()


# --- claims -------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Measure:
    """What is counted or measured, in the text's own words; ``head`` and ``modifiers`` are lemmas."""

    text: str
    start: int
    end: int
    head: str
    modifiers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Period:
    """The date mention that a claim holds for; explicit when its own clause says so."""

    id: str
    explicit: bool


@dataclass(frozen=True, slots=True)
class Place:
    """Where a claim holds; explicit when its own clause says so."""

    text: str
    start: int
    end: int
    explicit: bool


@dataclass(frozen=True, slots=True)
class Baseline:
    """What a claim is compared with: a quantity, its claim, or a period (ids)."""

    quantity: str | None = None
    period: str | None = None
    claim: str | None = None


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who says so, with the words that say it; ``via`` names an outer source."""

    name: str
    official: str | None
    cue: Span | None
    via: str | None = None


@dataclass(frozen=True, slots=True)
class Claim:
    """One asserted quantity: what, how, when, where, against what, said by whom."""

    id: str
    mention: str
    measure: Measure | None
    relation: Relation
    period: Period | None
    place: Place | None
    baseline: Baseline | None
    converts: str | None
    source: Attribution | None
    modality: Modality
    sentence: Span


@dataclass(frozen=True, slots=True)
class Member:
    """A mention that a tie binds, and the part it plays: ``new``, ``old``, ``total``, ``part`` ..."""

    mention: str
    role: str


@dataclass(frozen=True, slots=True)
class Tie:
    """Figures that one wording puts into one sum: "up 12% to 560 from 500", "17 of the 18".

    ``cue`` is the word that says so, ``way`` and ``degree`` what it says ("fell slightly").
    ``closed`` tells a complete list from one that may go on ("including"). ``items`` are the names
    of a list: "three cities: Lund, Malmo and Ystad".
    """

    kind: TieKind
    members: tuple[Member, ...]
    cue: Span | None = None
    way: Way | None = None
    degree: Degree | None = None
    closed: bool = True
    items: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """Everything factx found in one article."""

    id: str
    source: str
    title: Span | None
    date: Day | None
    date_source: str | None
    start: int
    end: int
    mentions: tuple[Mention, ...]
    officials: tuple[Official, ...]
    claims: tuple[Claim, ...]
    ties: tuple[Tie, ...] = ()


# --- checks -------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Operand:
    """One span that a finding compares, with the part it plays in the arithmetic."""

    source: str
    start: int
    end: int
    text: str
    role: str


@dataclass(frozen=True, slots=True)
class Finding:
    """Claims that cannot all be true, with the arithmetic that shows it."""

    rule: str
    name: str
    severity: Severity
    message: str
    arithmetic: str
    computed: tuple[Decimal, Decimal] | None
    stated: tuple[Decimal, Decimal] | None
    gap: float | None
    cause: str | None
    spans: tuple[Operand, ...]
    claims: tuple[str, ...]
    fix: str | None
    fingerprint: str
