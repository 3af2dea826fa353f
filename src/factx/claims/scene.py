"""What every field of a claim reads: the article's tokens, its figures, and its parse if there is one."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import TypeAlias

from factx.claims.places import Spot, places
from factx.claims.sentences import sentences
from factx.claims.tree import parsed
from factx.claims.words import words
from factx.mentions import Found
from factx.model import Date, OfficialMention, Quantity, Relation
from factx.nlp.cues import hedge
from factx.nlp.tokens import Tokens

Stretch: TypeAlias = tuple[int, int]

_SCORED = 3  # words from "scored" to its points
# Tokens on either side of a figure; the longest sentences of news have about 150.
_REACH = 250
# Windows into an endless sentence begin only so often, so that what is read of one serves many.
_STEP = 50
# Words between "of" and the figure of a whole: "of the old country's 19 counties"; what they may be.
_WHOLE = 7
_DETERMINING = frozenset({"DET", "PRON", "PART", "NOUN", "PROPN", "ADJ"})
# Dates on either side of a figure that may be its own.
_DATES = 8


@dataclass(frozen=True, slots=True, eq=False)
class Figure:
    """A quantity or duration that makes a claim, as the tokens ``first`` up to ``stop``.

    In "nine points", "49 crowns" the last word is a unit, and names nothing that is counted. The
    ``kind`` is that of the quantity; a length of time is a duration, what two sides have a result.
    """

    mention: Quantity | Date
    first: int
    stop: int
    kind: str
    scaled: bool = False


def _kind(mention: Quantity | Date, *, scaled: bool) -> str:
    if not isinstance(mention, Quantity):
        return "duration"
    if mention.is_result:
        return "result"
    return "measure" if scaled else mention.kind


@dataclass(frozen=True, slots=True, eq=False)
class When:
    """A date mention as the tokens ``first`` up to ``stop``."""

    date: Date
    first: int
    stop: int


class Scene:
    """One article, ready for questions about its figures.

    All positions are token indices. ``tree`` answers nothing where the pipeline has not parsed.
    """

    __slots__ = (
        "_dated",
        "_edges",
        "_named",
        "_placed",
        "_spots",
        "_starts",
        "_stretches",
        "dates",
        "figures",
        "found",
        "inside",
        "people",
        "relations",
        "sentences",
        "tokens",
        "tree",
    )

    def __init__(self, tokens: Tokens, found: Found) -> None:
        self.tokens = tokens
        self.found = found
        self.tree = parsed(tokens)
        self.dates = [When(date, *tokens.stretch(date)) for date in found.dates]
        self.people = [(*tokens.stretch(person), person) for person in found.people]
        self.sentences = sentences(tokens)
        self._starts = [first for first, _ in self.sentences]
        self._stretches: dict[int, Stretch] = {}
        self._edges: dict[Figure, int] = {}
        self._dated = {at: when for when in self.dates for at in range(when.first, when.stop)}
        self._named = {at: who for first, stop, who in self.people for at in range(first, stop)}
        self._spots: list[Spot] | None = None
        self._placed: set[int] = set()
        self.figures: list[Figure] = []
        self.inside: dict[int, Figure] = {}
        self.relations: dict[Figure, Relation] = {}  # as they are found, in text order

    def add(self, mention: Quantity | Date) -> Figure:
        """Enter a figure, so that the others know its tokens."""
        first, stop = self.tokens.stretch(mention)
        scaled = isinstance(mention, Quantity) and self._scaled(mention, stop)
        figure = Figure(mention, first, stop + scaled, _kind(mention, scaled=scaled), scaled)
        self.figures.append(figure)
        for index in range(figure.first, figure.stop):
            self.inside[index] = figure
        return figure

    def _scaled(self, quantity: Quantity, stop: int) -> bool:
        """Tell whether a unit stands behind a number; "scored 45 points", "45 points to 24" counts them."""
        if quantity.noun is None or quantity.noun.text.lower() not in words("measure", "units"):
            return False
        at = self.tokens.at(quantity.start)
        won = not words("measure", "scoring").isdisjoint(
            self.tokens.lower[max(0, at - _SCORED) : at]
        )
        if won and quantity.noun.text.lower() == "points" and quantity.change is None:
            return False
        scored = self.tokens.lower[stop + 1 : stop + 2] == ["to"] and "." not in quantity.text
        return quantity.change is not None or not scored

    def sentence(self, index: int) -> Stretch:
        """Return the sentence around a token, white space at its ends left out.

        A list without an end is no sentence: only so much of it is read as a claim can need.
        """
        found = self._stretches.get(index)
        if found is None:
            first, stop = self.sentences[bisect_right(self._starts, index) - 1]
            at = first + (index - first) // _STEP * _STEP
            found = max(first, at - _REACH), min(stop, at + _STEP + _REACH)
            self._stretches[index] = found
        return found

    def edge(self, figure: Figure) -> int:
        """Return where the words that only qualify a figure begin: "more than", "an estimated"."""
        found = self._edges.get(figure)
        if found is None:
            _, start = hedge(self.tokens, figure.first, figure.stop)
            if self.tokens.lower[max(0, start - 3) : start] == ["plus", "or", "minus"]:
                start -= 3
            found = self._edges[figure] = min(start, figure.first)
        return found

    def dates_in(self, first: int, stop: int) -> list[When]:
        """Return the dates that stand wholly inside a stretch."""
        low = bisect_right(self.dates, first - 1, key=lambda when: when.first)
        high = bisect_right(self.dates, stop - 1, key=lambda when: when.first)
        return [when for when in self.dates[low:high] if when.stop <= stop]

    def dates_near(self, figure: Figure) -> list[When]:
        """Return the dates of a figure's sentence, in a list of hundreds only those around it."""
        first, stop = self.sentence(figure.first)
        before = self.dates_in(first, figure.first)[-_DATES:]
        return before + self.dates_in(figure.first, stop)[:_DATES]

    def figures_in(self, first: int, stop: int) -> list[Figure]:
        """Return the figures that begin inside a stretch."""
        low = bisect_right(self.figures, first - 1, key=lambda figure: figure.first)
        high = bisect_right(self.figures, stop - 1, key=lambda figure: figure.first)
        return self.figures[low:high]

    def counted(self, figure: Figure) -> list[int]:
        """Return the nouns that hang from a figure: "two of the men", "thousands of people"."""
        tree = self.tree
        top = tree.top(figure.first, figure.stop)
        return [child for child in tree.children(top) if tree.base[child] == "nmod"]

    def unit(self, figure: Figure) -> str | None:
        """Return what a figure counts; a bare one counts what the one before it did."""
        for other in (
            figure,
            *reversed(self.figures_in(max(0, figure.first - _REACH), figure.first)),
        ):
            mention = other.mention
            if not isinstance(mention, Quantity) or mention.unit is not None:
                return mention.unit if isinstance(mention, Quantity) else None
        return None

    def whole(self, figure: Figure) -> bool:
        """Tell whether a figure is a known whole: "two of its 21 members", "among our nine towns"."""
        lower, definite, tree = self.tokens.lower, False, self.tree
        first = self.sentence(figure.first)[0]
        for index in range(figure.first - 1, max(first - 1, figure.first - _WHOLE), -1):
            if lower[index] == "of" and definite and (index == first or index - 1 in self.inside):
                return True
            if tree.tag[index] not in _DETERMINING:
                break
            definite = definite or lower[index] in words("period", "definite")
        counted = tree.head[tree.top(figure.first, figure.stop)]
        owned = any(tree.label[child] == "nmod:poss" for child in tree.children(counted))
        return owned and figure.kind == "count" and tree.base[counted] in {"nmod", "obl"}

    def bare(self, figure: Figure) -> bool:
        """Tell whether a figure stands in a list for a whole phrase: "and 16 in Sweden"."""
        lower, before, behind = self.tokens.lower, figure.first - 1, figure.stop
        if not isinstance(figure.mention, Quantity) or figure.mention.noun is not None:
            return False
        first, stop = self.sentence(figure.first)
        return (
            before > first
            and lower[before] in {"and", ",", ";", "or"}
            and behind < stop
            and lower[behind] in words("place", "located") | {"on", "for", "from"}
            and lower[behind + 1 : behind + 2] != ["-"]
        )

    def beside(self, figure: Figure, start: int) -> bool:
        """Tell whether what begins at ``start`` is all that follows a bare figure."""
        between = self.tokens.lower[figure.stop : start]
        return len(between) in {1, 2} and between[-1] in {"the", *words("place", "located"), "on"}

    @property
    def spots(self) -> list[Spot]:
        """Return the places of the article, found once."""
        if self._spots is None:
            self._spots = places(self.tokens, self.covered)
            self._placed = {at for spot in self._spots for at in range(spot.first, spot.stop)}
        return self._spots

    def spots_in(self, first: int, stop: int) -> list[Spot]:
        """Return the places that stand wholly inside a stretch."""
        low = bisect_right(self.spots, first - 1, key=lambda spot: spot.first)
        high = bisect_right(self.spots, stop - 1, key=lambda spot: spot.first)
        return [spot for spot in self.spots[low:high] if spot.stop <= stop]

    def spot_at(self, index: int) -> bool:
        """Tell whether a token is part of a place."""
        return bool(self.spots) and index in self._placed

    def covered(self, index: int) -> bool:
        """Tell whether a token is part of a figure, a date or a person's name."""
        if index in self.inside or self.date_at(index) is not None:
            return True
        return self.person_at(index) is not None

    def date_at(self, index: int) -> When | None:
        """Return the date that covers a token."""
        return self._dated.get(index)

    def people_in(self, start: int, stop: int) -> list[tuple[int, int, OfficialMention]]:
        """Return the people whose names begin inside a stretch."""
        low = bisect_right(self.people, start - 1, key=lambda item: item[0])
        high = bisect_right(self.people, stop - 1, key=lambda item: item[0])
        return self.people[low:high]

    def person_at(self, index: int) -> OfficialMention | None:
        """Return the person named at a token."""
        return self._named.get(index)
