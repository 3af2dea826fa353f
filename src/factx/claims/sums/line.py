"""One sentence as a line of figures with the words between them: what the grammars of sums read."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from operator import attrgetter
from typing import TYPE_CHECKING

from factx.claims.sums.words import words
from factx.mentions import Found
from factx.model import Date, Member, Quantity, Span, TimexType
from factx.nlp.cues import hedge
from factx.nlp.tokens import Tokens

if TYPE_CHECKING:
    from factx.claims.sums.statement import Statement

_start = attrgetter("start")

# No sum reaches over more figures than this; a table in one sentence must not cost its square.
_REACH = 40
# Words that begin alike are forms of one.
_STEM = 5
_CONTENT = ("NOUN", "PROPN", "VERB", "ADJ")
# Of these there may be levels, parts and wholes.
KINDS = ("count", "number", "money", "measure", "percent")


@dataclass(frozen=True, slots=True, eq=False)
class Figure:
    """A quantity as the tokens ``first`` up to ``stop``; its hedge words begin at ``edge``."""

    mention: Quantity
    first: int
    stop: int
    edge: int

    def member(self, role: str) -> Member:
        """Return the figure as a member of a tie."""
        return Member(self.mention.id, role)

    @property
    def describes(self) -> bool:
        """Tell "26-member" and "two-room", which count nothing, from "forty-five"."""
        number, *rest = self.mention.text.lower().split() or [""]
        first, hyphen, last = number.rpartition("-")
        ends = [word.rpartition("-")[2] for word in rest if "-" in word.strip("-")]
        if any(end.isalpha() and end not in words("digits") for end in ends):
            return True  # "a 1.1 billion-shilling tax"
        return bool(hyphen and first) and last not in words("digits")

    @property
    def plain(self) -> bool:
        """Tell how much there is of something, of whatever kind: no change, and "26-member" is none."""
        return self.mention.change is None and not self.describes

    @property
    def is_level(self) -> bool:
        """Tell how much of something there is, in a figure that bounds nothing."""
        told = self.mention.kind in KINDS and self.mention.qualifier in ("exact", "approx")
        return told and self.plain

    def fits(self, other: Figure) -> bool:
        """Tell whether two figures may be levels of one thing: one kind, no two units."""
        one, two = self.mention, other.mention
        if one.kind != two.kind:
            return False
        return one.unit == two.unit or (
            one.kind in ("count", "number") and None in (one.unit, two.unit)
        )


class Line:
    """The tokens ``start`` up to ``stop`` of one sentence and the figures in it.

    ``changes`` keeps what ``statements`` once read.
    """

    changes: Sequence[Statement] | None = None

    def __init__(
        self, tokens: Tokens, start: int, stop: int, figures: list[Figure], dates: list[Date]
    ) -> None:
        self.tokens = tokens
        self.dates = dates
        self.start = start
        self.stop = stop
        self.figures = figures
        self.lower = tokens.lower

    @cached_property
    def inside(self) -> dict[int, Figure]:
        """Return the figure that covers a token."""
        return {i: figure for figure in self.figures for i in range(figure.first, figure.stop)}

    @cached_property
    def moments(self) -> list[tuple[Date, int, int]]:
        """Return the dates of the line with their tokens."""
        return self._dated("DATE")

    @cached_property
    def durations(self) -> list[tuple[Date, int, int]]:
        """Return the lengths of time in the sentence with their tokens."""
        return self._dated("DURATION")

    @cached_property
    def timed(self) -> set[int]:
        """Return the tokens of its dates and lengths of time."""
        return {
            i for _, first, stop in (*self.moments, *self.durations) for i in range(first, stop)
        }

    def _dated(self, kind: TimexType) -> list[tuple[Date, int, int]]:
        tokens = self.tokens
        low = bisect_left(self.dates, tokens.start[self.start], key=_start)
        high = bisect_left(self.dates, tokens.end[self.stop - 1], key=_start)
        return [
            (date, *tokens.stretch(date))
            for date in self.dates[low:high]
            if date.timex_type == kind
        ]

    def word(self, index: int) -> str:
        """Return the word at a place, empty outside the sentence."""
        return self.lower[index] if self.start <= index < self.stop else ""

    def before(self, figure: Figure) -> int:
        """Return the place of the word a figure hangs on: articles and the like are stepped over."""
        at = figure.edge - 1
        if self.lower[max(self.start, at - 2) : at + 1] == ["an", "average", "of"]:
            at -= len(("an", "average", "of"))  # "have grown by an average of 9,000"
        loose = words("loose")
        while at >= self.start and (self.lower[at] in loose or self.lower[at] in "\"'"):
            at -= 1
        return at

    def behind(self, figure: Figure) -> int:
        """Return the place behind a figure and the noun it counts."""
        noun = figure.mention.noun
        last = figure.stop if noun is None else self.tokens.stretch(noun)[1]
        return max(figure.stop, last)

    def sentence(self, figure: Figure) -> int:
        """Return where the sentence of a figure begins: of a passage, the first or the second."""
        sent = self.tokens.sent
        return bisect_left(sent, sent[figure.first], self.start, figure.first)

    def between(self, one: int, other: int) -> list[str]:
        """Return the words from one place up to another."""
        return self.lower[max(one, self.start) : min(other, self.stop)]

    def after(self, figure: Figure) -> Iterator[Figure]:
        """Yield the figures behind one, nearest first."""
        figures = self.figures
        start = bisect_left(figures, figure.stop, key=lambda other: other.first)
        return (figures[index] for index in range(start, min(len(figures), start + _REACH)))

    def ahead(self, figure: Figure) -> Iterator[Figure]:
        """Yield the figures before one, nearest first."""
        figures = self.figures
        start = bisect_right(figures, figure.first, key=lambda other: other.stop)
        return (figures[index] for index in range(start - 1, max(-1, start - 1 - _REACH), -1))

    def joined(self, lines: Sequence[Line]) -> Line:
        """Return some sentences from this one on as one line."""
        figures = [figure for line in lines for figure in line.figures]
        return Line(self.tokens, self.start, lines[-1].stop, figures, self.dates)

    def stems(self, start: int, stop: int) -> set[str]:
        """Return the beginnings of the nouns, verbs and adjectives of a stretch."""
        doc = self.tokens.doc
        places = range(max(start, self.start), min(stop, self.stop))
        return {doc[i].lemma_.lower()[:_STEM] for i in places if doc[i].pos_ in _CONTENT}

    def names(self, start: int, stop: int) -> set[str]:
        """Return the words of names in a stretch."""
        doc = self.tokens.doc
        return {self.lower[i] for i in range(start, stop) if doc[i].pos_ == "PROPN"}

    def span(self, first: int, stop: int) -> Span:
        """Ground some words."""
        return self.tokens.span(first, stop)


def lines(tokens: Tokens, found: Found) -> Iterator[Line]:
    """Yield every sentence with a figure; page furniture and results of games are passed over."""
    sentences: dict[int, list[Figure]] = {}
    for quantity in found.quantities:
        first, stop = tokens.stretch(quantity)
        if tokens.kind(first) == "furniture" or quantity.is_result:
            continue
        figure = Figure(quantity, first, stop, hedge(tokens, first, stop)[1])
        sentences.setdefault(tokens.sent[first], []).append(figure)
    for figures in sentences.values():
        start, stop = edges(tokens, figures[0].first)
        yield Line(tokens, start, stop, figures, found.dates)


def edges(tokens: Tokens, index: int) -> tuple[int, int]:
    """Return where the sentence of a place begins and ends."""
    sent = tokens.sent
    return bisect_left(sent, sent[index]), bisect_right(sent, sent[index])
