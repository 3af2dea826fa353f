"""A source's articles: titles, date lines, headings, paragraphs and page furniture told apart.

A file is one article unless the page shows otherwise, for headings inside an article are far more
common than a second article: see ``_starts``.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from itertools import pairwise

from factx.model import Article, Block, BlockKind, Source, Span
from factx.read.datelines import DateLine, read_line, read_wire
from factx.read.frontmatter import FrontMatter, read_front_matter
from factx.read.furniture import results_shown
from factx.read.pieces import Piece, assemble, is_title_case
from factx.read.words import words

_MARKDOWN = (".md", ".markdown")
_READABLE = ("text", "heading", "caption", "ticker", "table")
_BODY = 200  # characters of a paragraph that no heading, caption or teaser line reaches
_LONG_BODY = 600


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
    starts = _starts(pieces)
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
    pieces = list(assemble(source.text, start, markdown=markdown))
    if any(piece.role in _READABLE for piece in pieces):
        return pieces
    return [
        Piece("text", piece.text, piece.start, piece.end)
        for piece in pieces
        if piece.role != "rule"
    ]


# --- where articles begin -----------------------------------------------------------------------


def _starts(pieces: list[Piece]) -> list[int]:
    """Return the index of each article's first piece; the first is where the text begins.

    A headline after a finished body begins a new article if a whole date or an author follows it or
    its body opens as a wire story does; or if a pager line says that the page lists several; or if
    the whole text is headlines with one long paragraph each.
    """
    text = [i for i, piece in enumerate(pieces) if piece.role in ("text", "heading")]
    if not text:
        return [0] if pieces else []
    candidates = [
        i
        for n, i in enumerate(text)
        if _may_start(pieces, text, n) and (n == 0 or _is_over(pieces, text[n - 1]))
    ]
    signed = [i for i in candidates if _is_signed(pieces, i)]
    if len(candidates) > 1 and (_results(pieces) > 1 or _is_uniform(pieces, text, candidates)):
        chosen = candidates
    else:
        chosen = [i for i in signed if i != text[0]]
        if chosen and not any(_is_body(pieces[i]) for i in text if i < chosen[0]):
            chosen = chosen[1:]
        chosen = [text[0], *chosen]
    if any(_is_body(pieces[i]) for i in text if i < chosen[0]):
        chosen = [text[0], *chosen]
    return chosen


def _results(pieces: list[Piece]) -> int:
    return max(
        (results_shown(piece.text) or 0 for piece in pieces if piece.role == "pager"), default=0
    )


def _is_body(piece: Piece) -> bool:
    return piece.role == "text" and len(piece.text) >= _BODY


def _may_start(pieces: list[Piece], text: list[int], number: int) -> bool:
    """Tell whether a headline of three words or more stands before date lines and a body."""
    piece = pieces[text[number]]
    if not piece.headline or piece.level > 1 or len(piece.text.split()) < 3:
        return False
    if read_line(piece.text) is not None:
        return False
    for following in text[number + 1 : number + 5]:
        if _is_body(pieces[following]):
            return True
        if read_line(pieces[following].text) is None:
            return False
    return False


def _is_over(pieces: list[Piece], previous: int) -> bool:
    """Tell whether the piece before a headline closes a body."""
    piece = pieces[previous]
    return piece.role == "text" and not piece.headline


def _is_signed(pieces: list[Piece], start: int) -> bool:
    following = next((p for p in pieces[start + 1 :] if p.role in ("text", "heading")), None)
    if following is None:
        return False
    line = read_line(following.text)
    if line is not None:
        return line.day is not None or line.sort == "byline"
    wire = read_wire(following.text)
    return wire is not None and wire.dated


def _is_uniform(pieces: list[Piece], text: list[int], candidates: list[int]) -> bool:
    """Tell whether a text is nothing but headlines, each with one long paragraph."""
    if len(candidates) < 3 or len(text) != 2 * len(candidates) or text[::2] != candidates:
        return False
    lengths = [len(pieces[i].text.split()) for i in candidates]
    bodies = [len(pieces[i].text) for i in text[1::2]]
    return min(lengths) >= 4 and sum(lengths) >= 6 * len(lengths) and min(bodies) >= _LONG_BODY


# --- one article --------------------------------------------------------------------------------


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
            _find_title(pieces) if self.head.title is None else _repeated(pieces, self.head.title)
        )
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
        if prose and _is_heading(piece):
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
        return body or _is_body(piece)

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


def _is_heading(piece: Piece) -> bool:
    """Tell whether a headline below the title is short enough to head a section.

    A question in an interview is a paragraph; as a heading it has capitals.
    """
    if piece.level or not piece.headline:
        return piece.level > 0
    tokens = piece.text.split()
    if len(tokens) > 12 or len(piece.text) > 90:
        return False
    return not piece.text.endswith("?") or is_title_case(piece.text)


def _find_title(pieces: list[Piece]) -> int | None:
    """Return the index of the title among an article's pieces.

    It stands before the first paragraph; a kicker of one or two words above a longer headline is
    not it, and neither is a line with nothing below.
    """
    headlines: list[int] = []
    for number, piece in enumerate(pieces):
        if piece.role not in ("text", "heading"):
            continue
        if not piece.headline:
            if read_line(piece.text) is None:
                return (
                    _pick(pieces, headlines)
                    if _outweighs(pieces[number:], pieces, headlines)
                    else None
                )
        elif _names(piece.text) and not _is_date_line(piece.text, titled=bool(headlines)):
            headlines.append(number)
    return None


def _is_date_line(text: str, *, titled: bool) -> bool:
    """Tell whether a line is one of date and author, or rather a headline that ends in a day."""
    line = read_line(text)
    return line is not None and (titled or line.rest <= 2)


def _names(text: str) -> bool:
    """Tell whether a headline names an article: not "Overview" and not "1917"."""
    low = text.lower().strip(" :")
    return low not in words("title", "generic") and any(character.isalpha() for character in low)


def _pick(pieces: list[Piece], headlines: list[int]) -> int | None:
    marked = [i for i in headlines if pieces[i].level == 1]
    if marked:
        return marked[0]
    for i in headlines:
        if len(pieces[i].text.split()) > 2:
            return i
    return headlines[0] if headlines else None


def _outweighs(rest: list[Piece], pieces: list[Piece], headlines: list[int]) -> bool:
    picked = _pick(pieces, headlines)
    if picked is None:
        return False
    room = len(pieces[picked].text)
    for piece in rest:
        room -= len(piece.text) if piece.role == "text" else 0
        if room < 0:
            return True
    return False


def _repeated(pieces: list[Piece], title: Span) -> int | None:
    """Return the index of a heading that repeats the front matter's title."""
    wanted = " ".join(title.text.split()).lower()
    for number, piece in enumerate(pieces[:6]):
        if piece.headline and " ".join(piece.text.split()).lower() == wanted:
            return number
    return None
