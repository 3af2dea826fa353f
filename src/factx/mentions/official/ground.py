"""The words of an article with its titles and names by place: what phrases of office are read from."""

from __future__ import annotations

from dataclasses import dataclass

from factx.mentions.official.entities import Entities
from factx.mentions.official.lexicon import Status
from factx.mentions.official.names import Run
from factx.mentions.official.titles import Title
from factx.mentions.official.words import Words

SUBJECTS = frozenset({"nsubj", "nsubj:pass"})  # labels of the parse, not words
REACH = 28  # words that an office may stretch over; longer ones are misreadings


@dataclass(frozen=True, slots=True)
class Owner:
    """A body, place, party or person, and the word where reading it stopped.

    ``abroad`` tells that the place is only where the office is held: "ambassador to Chad".
    """

    organization: str | None = None
    place: str | None = None
    party: str | None = None
    person: str | None = None
    end: int = 0
    abroad: bool = False


@dataclass(frozen=True, slots=True)
class Before:
    """What stands before a title: where the title's own words begin, its status and owner.

    ``begin`` is where reading stopped, past status and owner.
    """

    start: int
    status: Status | None
    owner: Owner
    begin: int = 0


class Ground:
    """The words of an article with its titles and capitalised runs, by position."""

    def __init__(
        self,
        words: Words,
        titles: list[Title],
        runs: list[Run],
        entities: Entities,
    ) -> None:
        self.words = words
        self.entities = entities
        self.lexicon = words.lexicon
        self.by_start = {title.start: title for title in titles}
        self.by_stop = {title.stop: title for title in titles}
        self.run_at = {i: run for run in runs for i in range(run.start, run.stop)}
        self.things: frozenset[str] = frozenset()  # names that the text says are no person's
        lower = words.lower
        self.abbreviations = {  # "the Institute of Volcanology (Volcs)"
            lower[run.start]
            for run in runs
            if 0 < run.start < run.stop < len(lower)
            and lower[run.start - 1] + lower[run.stop] == "()"
        }

    def is_person(self, run: Run) -> bool:
        """Tell whether a run is a person's name by its shape or by the recognizer."""
        if run.kind != "name":
            return False
        lower, lexicon = self.words.lower, self.lexicon
        label = self.entities.label(run.start, run.stop)
        given = lower[run.start] in lexicon.given and run.stop - run.start > 1
        return label == "PERSON" or (given and label is None) or run.start in self.by_stop

    def part(self, i: int) -> str:
        """Return a word's part of speech; empty where nothing was tagged."""
        return self.words.tokens.doc[self.words.stop[i] - 1].pos_
