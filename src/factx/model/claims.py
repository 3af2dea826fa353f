"""What an article says of its figures: claims, the ties between figures, and all of it together."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date as Day
from typing import Literal, TypeAlias

from factx.model.mentions import Mention, Official
from factx.model.text import Span

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
    "exchange",
    "conversion",
    "tense",
    "event",
    "headline",
]
Way: TypeAlias = Literal["up", "down", "flat"]
Degree: TypeAlias = Literal["slight", "sharp"]


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
    """The date mention that a claim holds for.

    Explicit when the claim's own clause says so, else carried over: from a clause or figure beside
    it, or as the likeliest one from an earlier sentence or the headline.
    """

    id: str
    explicit: bool


@dataclass(frozen=True, slots=True)
class Place:
    """Where a claim holds; explicit when its own clause says so, else carried over like a period."""

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
class Action:
    """What happens to the thing measured or what it does: "were arrested", "voted to stay"."""

    text: str
    start: int
    end: int
    lemma: str


@dataclass(frozen=True, slots=True)
class Claim:
    """One asserted quantity: what, how, when, where, against what, said by whom.

    ``subject`` is who has it or does it, where that is not the measure itself: the party of "the
    party won 30 seats".
    """

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
    action: Action | None = None
    subject: Span | None = None

    @property
    def mentions(self) -> tuple[str, ...]:
        """Return the ids of the mention it is about and of those that it refers to."""
        baseline = self.baseline or Baseline()
        period = self.period.id if self.period else None
        ids = (self.mention, period, baseline.quantity, baseline.period)
        return tuple(key for key in ids if key is not None)


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
