"""What is found in an article: quantities, dates and people, each with its value."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date as Day
from decimal import Decimal
from typing import Literal, TypeAlias

from factx.model.text import Span

Kind: TypeAlias = Literal[
    "count", "percent", "percentage_point", "money", "measure", "ratio", "number"
]
Qualifier: TypeAlias = Literal["exact", "approx", "over", "under", "at_least", "at_most", "range"]
Change: TypeAlias = Literal["up", "down"]
TimexType: TypeAlias = Literal["DATE", "TIME", "DURATION", "SET"]


@dataclass(frozen=True, slots=True)
class Quantity:
    """How many or how much. ``low`` and ``high`` are the nominal interval of ``intervals``.

    ``against`` is what the other side has in the result of a game or a vote: 2 in "beat Spain 3-2".
    """

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
    against: Decimal | None = None

    type: Literal["quantity"] = field(default="quantity", init=False)

    @property
    def is_result(self) -> bool:
        """Tell the result of a game or a vote, which is no amount of one thing."""
        return self.against is not None

    @property
    def is_signed(self) -> bool:
        """Tell a figure with a sign of its own, as changes in lists have: "+4.4%"."""
        return self.text[0] in "+-−–"


@dataclass(frozen=True, slots=True)
class DatePart:
    """One end of a joined period; the first may be its length: "the three months" to "September"."""

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
