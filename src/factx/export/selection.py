"""What ``--only`` keeps of a document.

A claim is kept with the mention it is about. What a kept claim refers to stays too, its period and
its baseline: a null there would say that the text gives none. References to people and to claims
that are left out become null; who said so still stands in the claim by name.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from difflib import get_close_matches
from typing import get_args

from factx.errors import UsageError
from factx.model import Baseline, Claim, Document, Kind, Mention, OfficialMention, Quantity

KINDS: tuple[str, ...] = get_args(Kind)
GROUPS = ("quantities", "dates", "officials", "people", "claims")


@dataclass(frozen=True, slots=True)
class Selection:
    """The quantity kinds to keep, and whether to keep dates, officials and every claim."""

    kinds: frozenset[str]
    dates: bool
    officials: bool
    claims: bool

    def wants(self, mention: Mention) -> bool:
        """Tell whether the mention itself is asked for."""
        if isinstance(mention, Quantity):
            return mention.kind in self.kinds
        return self.officials if isinstance(mention, OfficialMention) else self.dates


EVERYTHING = Selection(frozenset(KINDS), dates=True, officials=True, claims=True)


def select(only: str) -> Selection:
    """Read a list such as ``money,dates``; raise ``UsageError`` for a word it does not know."""
    words = {word.strip().lower().replace("-", "_") for word in only.split(",")}
    for word in sorted(words):
        if word not in GROUPS and word not in KINDS:
            raise UsageError(f"cannot select {word!r}; {nearest(word, (*GROUPS, *KINDS))}")
    return Selection(
        kinds=frozenset(KINDS) if "quantities" in words else frozenset(words.intersection(KINDS)),
        dates="dates" in words,
        officials=not words.isdisjoint(("officials", "people")),  # the table calls them people
        claims="claims" in words,
    )


def require(format: str, formats: Iterable[str]) -> None:  # noqa: A002 - the word of the command line
    """Raise ``UsageError`` with the nearest format unless there is this one."""
    if format not in formats:
        raise UsageError(f"no format {format!r}; {nearest(format, formats)}")


def nearest(word: str, choices: Iterable[str]) -> str:
    """Name the choice that was probably meant, or all of them."""
    choices = list(choices)
    close = get_close_matches(word, choices, n=1)
    return f"did you mean {close[0]!r}?" if close else f"choose from {', '.join(choices)}"


def narrow(document: Document, selection: Selection) -> Document:
    """Keep what ``selection`` asks for and what that refers to; ids stay as they are."""
    if selection == EVERYTHING:
        return document
    wanted = {mention.id for mention in document.mentions if selection.wants(mention)}
    claims = [c for c in document.claims if selection.claims or c.mention in wanted]
    kept = wanted.union(*(claim.mentions for claim in claims))
    ids = {claim.id for claim in claims}
    return replace(
        document,
        mentions=tuple(mention for mention in document.mentions if mention.id in kept),
        officials=document.officials if selection.officials else (),
        claims=tuple(_narrow(claim, ids, officials=selection.officials) for claim in claims),
        ties=tuple(t for t in document.ties if all(m.mention in kept for m in t.members)),
    )


def _narrow(claim: Claim, ids: set[str], *, officials: bool) -> Claim:
    baseline, source = claim.baseline, claim.source
    if baseline and baseline.claim not in ids:
        baseline = replace(baseline, claim=None)
        baseline = None if baseline == Baseline() else baseline
    if source and not officials:
        source = replace(source, official=None)
    converts = claim.converts if claim.converts in ids else None
    return replace(claim, baseline=baseline, source=source, converts=converts)
