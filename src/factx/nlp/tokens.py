"""The tokens of one article as plain lists: what every grammar reads.

spaCy's token objects are made anew at each access; a rule that looks at every word of a page wants
lists. ``Tokens`` holds them beside the ``Doc``, with offsets into the *source*, so that nothing
downstream adds an article's start to anything.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import Protocol

from spacy.tokens import Doc

from factx.model import Article, BlockKind, Span


class Grounded(Protocol):
    """Whatever has offsets into the source: a span or a mention."""

    @property
    def start(self) -> int:
        """Offset of the first character."""

    @property
    def end(self) -> int:
        """Offset behind the last character."""


@dataclass(frozen=True, eq=False)
class Tokens:
    """One article's tokens.

    Index ``i`` of every list is token ``i`` of ``doc``; ``start`` and ``end`` are offsets into the
    source; ``sent`` numbers the sentences and ``block`` the article's blocks from 0. ``lower`` has
    typographic apostrophes and dashes folded to ``'`` and ``-``.
    """

    article: Article
    doc: Doc
    text: list[str]
    lower: list[str]
    start: list[int]
    end: list[int]
    sent: list[int]
    block: list[int]

    def __len__(self) -> int:
        return len(self.text)

    @cached_property
    def places(self) -> dict[str, list[int]]:
        """Return where each word stands, as it is written: a page has far fewer words than tokens."""
        places: dict[str, list[int]] = defaultdict(list)
        for index, word in enumerate(self.text):
            places[word].append(index)
        return {**places}

    def where(self, holds: Callable[[str], bool]) -> list[int]:
        """Return the tokens of whose words something holds; each word is asked once."""
        named = (places for word, places in self.places.items() if holds(word))
        return sorted(at for places in named for at in places)

    def span(self, first: int, stop: int) -> Span:
        """Ground the tokens from ``first`` up to, not including, ``stop``."""
        return self.article.source.span(self.start[first], self.end[stop - 1])

    def at(self, offset: int) -> int:
        """Return the index of the token that holds the source offset, or the last before it."""
        return max(0, bisect_right(self.start, offset) - 1)

    def stretch(self, said: Grounded) -> tuple[int, int]:
        """Return the first token of what is said somewhere, and the one behind its last."""
        return self.at(said.start), self.at(said.end - 1) + 1

    def kind(self, index: int) -> BlockKind:
        """Return the kind of block that token ``index`` stands in."""
        return self.article.blocks[self.block[index]].kind

    def glued(self, index: int) -> bool:
        """Tell whether token ``index`` follows the one before it without a space."""
        return index > 0 and self.end[index - 1] == self.start[index]

    def same_sentence(self, first: int, second: int) -> bool:
        """Tell whether two tokens stand in one sentence."""
        return self.sent[first] == self.sent[second]
