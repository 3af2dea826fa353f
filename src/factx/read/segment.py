"""A source's articles: titles, date lines, headings, paragraphs and page furniture told apart."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from itertools import pairwise

from factx.model import Article, Block, BlockKind, Source, Span
from factx.read.datelines import DateLine, read_line
from factx.read.frontmatter import FrontMatter, read_front_matter
from factx.read.pieces import Piece, assemble, is_body
from factx.read.related import without_lists
from factx.read.starts import find_starts
from factx.read.titles import find_title, is_heading, repeats_title, split_day
from factx.read.wires import read_wire

_MARKDOWN = (".md", ".markdown")
_READABLE = ("text", "heading", "caption", "ticker", "table")


def segment(source: Source, date: dt.date | None = None) -> list[Article]:
    """Return the articles of ``source`` in text order; none for a text of nothing but space.

    ``date``, if given, is every article's date. Blocks of page furniture that stands before the
    first title or after a body lie outside their article's ``start`` and ``end``.
    """
    head = read_front_matter(source.text)
    pieces = _pieces(source, head.end)
    if not pieces and head.end:
        head = FrontMatter()
        pieces = _pieces(source, 0)
    starts = find_starts(pieces, titled=head.title is not None)
    seen: set[str] = set()
    articles = []
    for first, stop in pairwise([*starts, len(pieces)]):
        lead = 0 if first == starts[0] else first
        builder = _Builder(source, seen, head if first == starts[0] else FrontMatter())
        article = builder.build(pieces[lead:stop], date)
        if article is not None:
            articles.append(article)
    return articles


def _pieces(source: Source, start: int) -> list[Piece]:
    """Return what is there to read; buttons and pager lines only if there is nothing else."""
    markdown = source.path.lower().endswith(_MARKDOWN)
    pieces = without_lists(list(assemble(source.text, start, markdown=markdown)))
    if any(piece.role in _READABLE for piece in pieces):
        return pieces
    return [
        Piece("text", piece.text, piece.start, piece.end)
        for piece in pieces
        if piece.role != "rule"
    ]


@dataclass(slots=True)
class _Builder:
    """Collects one article's blocks; ``seen`` holds the furniture that the page has shown."""

    source: Source
    seen: set[str]
    head: FrontMatter
    blocks: list[Block] = field(default_factory=list)
    page: set[Block] = field(default_factory=set)
    days: list[tuple[str, dt.date]] = field(default_factory=list)

    def build(self, pieces: list[Piece], date: dt.date | None) -> Article | None:
        title_at = (
            find_title(pieces)
            if self.head.title is None
            else repeats_title(pieces, self.head.title)
        )
        if title_at is not None:
            pieces = split_day(pieces, title_at)
        title = self._title(pieces, title_at)
        prose = any(piece.role == "text" and not piece.headline for piece in pieces)
        body = False
        for number, piece in enumerate(pieces):
            if number == title_at:
                self._add("title", piece.start, piece.end)
            elif piece.role in ("caption", "ticker", "table"):
                self._add_once(piece)
            elif piece.role in ("text", "heading"):
                body = self._add_text(
                    piece, body=body, before_title=number < (title_at or 0), prose=prose
                )
        if not self.blocks:
            return None
        inside = [block for block in self.blocks if block not in self.page] or self.blocks
        day, day_source = self._date(date)
        return Article(
            source=self.source,
            start=title.start if title else inside[0].start,
            end=max(block.end for block in inside),
            blocks=tuple(self.blocks),
            title=title,
            date=day,
            date_source=day_source,
        )

    def _title(self, pieces: list[Piece], title_at: int | None) -> Span | None:
        if title_at is not None:
            return self.source.span(pieces[title_at].start, pieces[title_at].end)
        if self.head.title is not None:
            self._add("title", self.head.title.start, self.head.title.end)
        return self.head.title

    def _add(self, kind: BlockKind, start: int, end: int) -> None:
        self.blocks.append(Block(kind, start, end))

    def _add_once(self, piece: Piece) -> None:
        key = " ".join(piece.text.split())
        if key not in self.seen:
            self.seen.add(key)
            self._add("furniture", piece.start, piece.end)
            if piece.role == "ticker":
                self.page.add(self.blocks[-1])

    def _add_text(self, piece: Piece, *, body: bool, before_title: bool, prose: bool) -> bool:
        """Add a line or paragraph; return whether the body has begun with it.

        Without ``prose``, lines that look like headings are all there is to read: notes, a list.
        """
        line = read_line(piece.text) if piece.alone else None
        if line is not None and (not body or line.labelled):
            self._add_line(line, piece)
            return body
        if before_title:
            self._add_once(piece)
            return False
        if prose and is_heading(piece):
            self._add("heading", piece.start, piece.end)
            return body
        start = piece.start
        wire = read_wire(piece.text) if not body else None
        if wire is not None:
            text = piece.text[: wire.length].rstrip()
            self._add("dateline", start, start + len(text))
            start += wire.length
            if wire.day is not None:
                self.days.append(("dateline", wire.day))
        self._add("paragraph", start, piece.end)
        return body or is_body(piece)

    def _add_line(self, line: DateLine, piece: Piece) -> None:
        if line.day is None:
            self._add_once(piece)
            return
        self._add("dateline", piece.start, piece.end)
        self.days.append((line.sort, line.day))

    def _date(self, date: dt.date | None) -> tuple[dt.date | None, str | None]:
        if date is not None:
            return date, "option"
        if self.head.day is not None:
            return self.head.day, "front matter"
        for wanted in ("published", "byline", "dateline", "updated"):
            for sort, day in self.days:
                if sort == wanted:
                    return day, "byline" if sort == "byline" else "dateline"
        return None, None
