"""Figures that give one measure twice, in one article or in two."""

from __future__ import annotations

import datetime as dt
from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations

from factx.checks.comparable import (
    comparable,
    counted,
    maybe_same_period,
    same_place_or_unsaid,
    same_unit,
    says_no_other,
)
from factx.checks.tied import days
from factx.checks.view import View
from factx.checks.vocabulary import words
from factx.model import Claim, Measure, Quantity

_FIGURES = frozenset({"count", "money", "percent", "measure"})
_PLAIN = frozenset({"count", "money", "measure"})
# One block this large is a table; comparing all its pairs would cost more than it tells.
_MOST = 50
# A measure with three values is counted more than once: a list, a table, a tally.
_TWO = 2
# Shorter words of headlines say little of what an article is about.
_WORD = 3


@dataclass(frozen=True, slots=True)
class Given:
    """A claim that gives a measure, with its figure and its document."""

    view: View
    claim: Claim
    mention: Quantity
    measure: Measure

    @property
    def event(self) -> str | None:
        """Return what befell those whom the figure counts."""
        return self.view.events.get(self.mention.id)

    @property
    def is_again(self) -> bool:
        """Tell those told of again by another noun: worshippers, then captives."""
        return self.event in words("again")

    @property
    def days(self) -> tuple[dt.date, dt.date] | None:
        """Return the first and last day of the claim's period."""
        return days(self.view.period(self.claim))

    @property
    def key(self) -> tuple[Hashable, ...]:
        """Return what the figure is of: what befell whom it counts, or the measure's head."""
        noun = None if self.is_again else counted(self.mention)
        return self.event or self.measure.head, self.mention.kind, noun


class Corpus:
    """Several articles, and the pairs of figures between them: found once for all rules."""

    def __init__(self, views: Sequence[View]) -> None:
        self.views = views

    @cached_property
    def pairs(self) -> tuple[tuple[Given, Given], ...]:
        """Return each two figures of two articles that give one measure for one time."""
        return tuple(_across(self.views))


def given(view: View) -> Iterator[Given]:
    """Yield the claims that may be compared: plain figures of a named measure."""
    for claim in view.document.claims:
        mention = view.quantity(claim.mention)
        if mention is None or mention.kind not in _FIGURES or claim.measure is None:
            continue
        plain = mention.qualifier == "exact" and claim.converts is None
        if plain and claim.modality != "hypothetical" and not view.in_title(mention):
            yield Given(view, claim, mention, claim.measure)


def _levels(view: View) -> Iterator[Given]:
    """Yield those that give a level of countable things or of money."""
    for one in given(view):
        level = one.claim.relation in ("level", "total") and one.mention.change is None
        if level and one.mention.kind in _PLAIN:
            yield one


def _blocks(found: Iterable[tuple[Hashable, Given]]) -> Iterator[list[Given]]:
    """Yield the figures of one key: only these are compared with each other."""
    blocks: dict[Hashable, list[Given]] = {}
    for key, one in found:
        blocks.setdefault(key, []).append(one)
    yield from (block for block in blocks.values() if 1 < len(block) <= _MOST)


def _pairs(blocks: Iterable[list[Given]]) -> Iterator[tuple[Given, Given]]:
    return (pair for block in blocks for pair in combinations(block, 2))


def within(view: View) -> Iterator[tuple[Given, Given]]:
    """Yield the pairs of one article that give the same measure in different sentences."""
    blocks = _blocks((one.key, one) for one in _levels(view))
    few = (block for block in blocks if len({one.mention.number for one in block}) <= _TWO)
    for one, other in _pairs(few):
        if one.claim.sentence.start != other.claim.sentence.start and _same(one, other):
            yield one, other


def rescaled(view: View) -> Iterator[tuple[Given, Given]]:
    """Yield the pairs of one article that give one noun the same digits before a scale word.

    "A loan of $45 million … the $45 billion loan" is one loan, whatever times are named.
    """
    keyed = (((*one.key, scaled), one) for one in _levels(view) if (scaled := _scaled(one)))
    for one, other in _pairs(_blocks(keyed)):
        if says_no_other(one.claim, other.claim):
            yield one, other


def _scaled(one: Given) -> str | None:
    """Return the digits before a scale word; a single one is shared by chance."""
    digits, scale, _ = one.mention.text.lower().partition("illion")
    number = "".join(character for character in digits if character.isdigit())
    return number if scale and len(number.strip("0")) > 1 else None


def _same(one: Given, other: Given) -> bool:
    """Tell whether two figures of one article are of one thing that is more than a bare noun."""
    if one.event or other.event:
        return _same_event(one, other)
    modified = one.measure.modifiers or other.measure.modifiers
    specific = bool(modified) or one.mention.kind == "money"
    return specific and comparable(one.claim, one.view, other.claim, timeless=True, narrower=True)


def _same_event(one: Given, other: Given) -> bool:
    timed = maybe_same_period(one.claim, one.view, other.claim, other.view)
    return one.event == other.event and timed


def _across(views: Sequence[View]) -> Iterator[tuple[Given, Given]]:
    """Yield each pair of figures from two articles that give one measure for one time.

    The time is a period that both give, or the day of two articles whose headlines share a word.
    Blocks keep the cost near linear.
    """
    found = [one for view in views for one in _single(view)]
    dated = (((one.key, when), one) for one in found if (when := one.days) is not None)
    seen: set[tuple[str, str, str, str]] = set()
    for one, other in _pairs(_blocks(dated)):
        apart = one.view is not other.view
        if apart and comparable(one.claim, one.view, other.claim, other.view):
            seen.add(_ids(one, other))
            yield one, other
    reported = (
        ((one.key, day, word), one)
        for one in found
        if (day := one.view.document.date) is not None
        for word in _subjects(one.view)
    )
    for one, other in _pairs(_blocks(reported)):
        if one.view is other.view or _ids(one, other) in seen:
            continue
        seen.add(_ids(one, other))
        if _same_story(one, other):
            yield one, other


def _single(view: View) -> Iterator[Given]:
    """Yield the figures of an article whose thing it gives one value: of two, each is of a part."""
    values: dict[Hashable, set[object]] = {}
    found = list(given(view))
    for one in found:
        values.setdefault(one.key, set()).add(one.mention.number)
    yield from (one for one in found if len(values[one.key]) == 1)


def _ids(one: Given, other: Given) -> tuple[str, str, str, str]:
    return one.view.document.id, one.claim.id, other.view.document.id, other.claim.id


def _subjects(view: View) -> frozenset[str]:
    """Return the longer words of a headline that are names: those say what it is about."""
    title = view.document.title
    said = title.text.replace("’", "'").split() if title is not None else []
    names = {word.strip(",.:;?!\"'()").removesuffix("'s") for word in said if word[:1].isupper()}
    return frozenset(name.lower() for name in names if len(name) >= _WORD) - words("little")


def _same_story(one: Given, other: Given) -> bool:
    """Tell figures of one thing in two articles of one day on one subject."""
    if not same_unit(one.mention, other.mention):
        return False
    if one.event or other.event:
        return _same_event(one, other) and same_place_or_unsaid(one.claim, other.claim)
    return comparable(one.claim, one.view, other.claim, other.view, timeless=True, narrower=True)
