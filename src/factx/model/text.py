"""What is read: a source, its articles and their blocks."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date as Day
from typing import Literal, TypeAlias

BlockKind: TypeAlias = Literal["title", "dateline", "heading", "paragraph", "furniture"]


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of the source text."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Source:
    """One decoded input: the path as given (``-`` for stdin) and its whole text."""

    path: str
    text: str

    def span(self, start: int, end: int) -> Span:
        """Ground the stretch from ``start`` to ``end``."""
        return Span(self.text[start:end], start, end)


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
