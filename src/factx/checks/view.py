"""One document with its look-ups made once: what every check reads."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cached_property
from typing import TypeAlias

from factx.model import (
    Claim,
    Date,
    DatePart,
    Document,
    Mention,
    Official,
    OfficialMention,
    Operand,
    Quantity,
    Span,
    Tie,
    TieKind,
)

Place: TypeAlias = Span | Mention | DatePart


def word_of(tie: Tie) -> list[tuple[Place, str]]:
    """Return the word that ties figures together as an operand: it may be the one that is wrong."""
    return [] if tie.cue is None else [(tie.cue, "word")]


class View:
    """A document and its indexes. Checks read it and never change it.

    Its claims hold for no period or place but those of their own sentences: what is carried over
    from elsewhere is likely, not said, and nothing is found wrong by it. Results of games are left
    out: the same two sides may have played twice.
    """

    def __init__(self, document: Document) -> None:
        told = tuple(m for m in document.mentions if not (isinstance(m, Quantity) and m.is_result))
        self.mentions: dict[str, Mention] = {item.id: item for item in told}
        claims = tuple(self._as_said(c) for c in document.claims if c.mention in self.mentions)
        self.document = replace(document, mentions=told, claims=claims)
        self.claims: dict[str, Claim] = {claim.id: claim for claim in claims}
        self._of: dict[str, Claim] = {claim.mention: claim for claim in claims}

    def _as_said(self, claim: Claim) -> Claim:
        period, place, said = claim.period, claim.place, claim.sentence
        date = self.date(period.id) if period is not None else None
        if date is not None and not said.start <= date.start < said.end:
            period = None
        if place is not None and not said.start <= place.start < said.end:
            place = None
        if period is claim.period and place is claim.place:
            return claim
        return replace(claim, period=period, place=place)

    @property
    def source(self) -> str:
        """Return the path of the document's file."""
        return self.document.source

    def operand(self, place: Place, role: str) -> Operand:
        """Return a place of the document as what it is in a sum."""
        return Operand(self.source, place.start, place.end, place.text, role)

    @cached_property
    def quantities(self) -> tuple[Quantity, ...]:
        """Return the quantities in text order."""
        return tuple(m for m in self.document.mentions if isinstance(m, Quantity))

    @cached_property
    def dates(self) -> tuple[Date, ...]:
        """Return the dates in text order."""
        return tuple(m for m in self.document.mentions if isinstance(m, Date))

    @cached_property
    def names(self) -> tuple[OfficialMention, ...]:
        """Return the mentions of people in text order."""
        return tuple(m for m in self.document.mentions if isinstance(m, OfficialMention))

    @cached_property
    def officials(self) -> dict[str, Official]:
        """Return the people by id."""
        return {official.id: official for official in self.document.officials}

    @cached_property
    def sentences(self) -> dict[int, tuple[Claim, ...]]:
        """Return the claims of each sentence, by where it starts."""
        found: dict[int, list[Claim]] = {}
        for claim in self.document.claims:
            found.setdefault(claim.sentence.start, []).append(claim)
        return {start: tuple(claims) for start, claims in found.items()}

    @cached_property
    def tied(self) -> dict[str, tuple[Tie, ...]]:
        """Return the ties that a mention is part of, by its id."""
        found: dict[str, list[Tie]] = {}
        for tie in self.document.ties:
            for member in tie.members:
                found.setdefault(member.mention, []).append(tie)
        return {mention: tuple(ties) for mention, ties in found.items()}

    def ties(self, kind: TieKind) -> Iterator[Tie]:
        """Yield the ties of a kind in text order."""
        return (tie for tie in self.document.ties if tie.kind == kind)

    def linked(self, kind: TieKind) -> Iterator[tuple[Tie, Span, Span]]:
        """Yield the ties of a kind between two wordings: the later one, then the first."""
        for tie in self.ties(kind):
            if tie.cue is not None and tie.items:
                yield tie, tie.cue, tie.items[0]

    @cached_property
    def events(self) -> dict[str, str]:
        """Return what befell those whom a figure counts, by the figure's id: killed, injured ..."""
        return {tie.members[0].mention: tie.members[0].role for tie in self.ties("event")}

    def quantity(self, mention: str | None) -> Quantity | None:
        """Return a quantity by its id; None for a date or an unknown id."""
        found = self.mentions.get(mention or "")
        return found if isinstance(found, Quantity) else None

    def date(self, mention: str | None) -> Date | None:
        """Return a date by its id."""
        found = self.mentions.get(mention or "")
        return found if isinstance(found, Date) else None

    def named(self, mentions: Iterable[str]) -> list[OfficialMention]:
        """Return the people among some mentions, by their ids."""
        found = map(self.mentions.get, mentions)
        return [mention for mention in found if isinstance(mention, OfficialMention)]

    def claim(self, place: Place) -> Claim | None:
        """Return the claim about a mention; page furniture and restrictors have none."""
        return None if isinstance(place, Span | DatePart) else self._of.get(place.id)

    def period(self, claim: Claim | None) -> Date | None:
        """Return the date a claim holds for."""
        return self.date(claim.period.id) if claim is not None and claim.period else None

    def in_title(self, mention: Mention) -> bool:
        """Tell whether a mention stands in the headline."""
        title = self.document.title
        return title is not None and title.start <= mention.start < title.end

    @cached_property
    def title_claims(self) -> tuple[Claim, ...]:
        """Return the claims of the headline."""
        return tuple(c for c in self.document.claims if self.in_title(self.mentions[c.mention]))
