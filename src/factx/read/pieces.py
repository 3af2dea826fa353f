"""Lines put together: each piece is a paragraph, a heading, a date line or a bit of furniture."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from factx.read import furniture
from factx.read.datelines import read_line
from factx.read.lines import END_MARKS, Line, broken_on_purpose, cut, ends_sentence
from factx.read.words import words

Role = Literal["text", "heading", "caption", "ticker", "pager", "rule", "table", "noise"]

BODY = 200  # characters of prose that no heading, caption, teaser or line of a list reaches
REACH = 4  # lines of date and author that may stand between a headline and its body

_HEADING = re.compile(r"(#{1,6})[ \t]+(.*?)(?:[ \t]+#+)?")
_UNDERLINE = re.compile(r"={3,}|-{3,}")
_ITEM = re.compile(r"(?:[-*+•◦▪‣·]|\(?\d{1,3}[.)]|\(?[a-z][.)])[ \t\u00a0]+(?=\S)")
_QUOTED = re.compile(r"(?:>[ \t]?)+")
_BOLD = re.compile(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1")
_FENCE = ("```", "~~~")
_LONGEST_TITLE = 200
_HEADER = 6  # groups of lines among which those of date and author are looked for
_NARROW = 50  # no text is wrapped at less, so shorter lines that all open alike are notes
_CAPTION_SENTENCE = 8  # words; shorter ones are "The mayor in 2019."
_SENTENCE_INSIDE = re.compile(r"[a-z)\d]{3}[.][\"'”’]?\s+[A-Z“\"]")
_ENTITY = re.compile(r"&#?\w{1,8};$")  # a quotation mark that a page left escaped
_INITIALS = re.compile(r"(?:^|[\s(])(?:[A-Z]\.)+$")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text with its role; ``level`` is a markdown heading's, ``alone`` a one-line's."""

    role: Role
    text: str
    start: int
    end: int
    level: int = 0
    alone: bool = False
    item: bool = False

    @property
    def headline(self) -> bool:
        """Tell whether this could be a title or a heading by its shape."""
        return self.level > 0 or (self.alone and not self.item and is_headline(self.text))


def is_body(piece: Piece, least: int = BODY) -> bool:
    """Tell whether a piece is long enough to be prose and nothing else."""
    return piece.role == "text" and len(piece.text) >= least


def has_body(below: Iterable[Piece], least: int = BODY) -> bool:
    """Tell whether prose stands first below a headline, but for lines of date and author."""
    first = next((piece for piece in below if read_line(piece.text) is None), None)
    return first is not None and is_body(first, least)


def is_headline(text: str) -> bool:
    """Tell whether a line is short, begins a phrase and does not close as a sentence does."""
    if len(text) > _LONGEST_TITLE or (text[0] == "(" and text[-1] == ")"):
        return False
    text = text.rstrip(END_MARKS)
    tokens = text.split()
    if len(tokens) > 30 or not any(character.isalnum() for character in text):
        return False
    first = text.lstrip("\"'“‘«([¿¡#$€£¥")
    if not first or not first[0].isalnum() or (first[0].islower() and not first[1:2].isupper()):
        return False
    if (text[-1] in ",;:–—-…" and not _ENTITY.search(text)) or text.endswith("..."):
        return False
    if text.rstrip("\"'”’»)").endswith(".") and not (
        _INITIALS.search(text) or tokens[-1].lower() in words("title", "abbreviations")
    ):
        return False
    return _SENTENCE_INSIDE.search(text) is None


def assemble(text: str, start: int, *, markdown: bool) -> Iterator[Piece]:
    """Yield the pieces of ``text`` from ``start`` on, in order and never overlapping."""
    group: list[Line] = []
    paragraphs = 0
    fenced = False
    for line in cut(text, start):
        if line.text.startswith(_FENCE):
            yield from _join(text, group, markdown=markdown, header=paragraphs < _HEADER)
            paragraphs += 1
            group = []
            fenced = not fenced
            yield Piece("noise", line.text, line.start, line.end)
            continue
        if fenced:
            yield Piece("noise", line.text, line.start, line.end)
            continue
        if group and _UNDERLINE.fullmatch(line.text) and not line.gap and len(group) == 1:
            title = group.pop()
            if len(title.text) <= _LONGEST_TITLE and not ends_sentence(title.text):
                level = 1 if line.text[0] == "=" else 2
                yield Piece("heading", title.text, title.start, title.end, level, alone=True)
                continue
            group.append(title)
        special = _special(line)
        if special is not None or line.gap:
            yield from _join(text, group, markdown=markdown, header=paragraphs < _HEADER)
            paragraphs += 1
            group = []
        if special is None:
            group.append(line)
        else:
            yield from special
    yield from _join(text, group, markdown=markdown, header=paragraphs < _HEADER)


def _special(line: Line) -> list[Piece] | None:
    """Read a line that is a piece of its own whatever its neighbours."""
    heading = _HEADING.fullmatch(line.text) if line.text[0] == "#" else None
    if heading is not None and heading[2]:
        start = line.start + heading.start(2)
        piece = Piece(
            "heading", heading[2], start, start + len(heading[2]), len(heading[1]), alone=True
        )
        return [_without_bold(piece)]
    role = furniture.sort(line.text)
    if role is None:
        return None
    if role == "ticker":
        return [
            Piece("ticker", line.text[first:last], line.start + first, line.start + last)
            for first, last in furniture.tickers(line.text)
        ]
    if role == "caption":
        return [_caption(line)]
    return [Piece(role, line.text, line.start, line.end)]


def _caption(line: Line) -> Piece:
    """Leave out the photographer; a caption of whole sentences states facts and is text."""
    text = line.text[: furniture.caption(line.text)]
    if not text:
        return Piece("noise", line.text, line.start, line.end)
    whole = ends_sentence(text) and len(text.split()) >= _CAPTION_SENTENCE
    return Piece("text" if whole else "caption", text, line.start, line.start + len(text))


def _join(text: str, group: list[Line], *, markdown: bool, header: bool) -> Iterator[Piece]:
    """Yield the paragraphs of lines with no blank line between them."""
    if not group:
        return
    width = max(len(line.text) for line in group)
    sentences = all(ends_sentence(line.text) for line in group[1:])
    notes = not markdown and width < _NARROW and not any(line.text[0].islower() for line in group)
    labels = [header and read_line(line.text) is not None for line in group]
    first = 0
    for number, (line, following) in enumerate(pairwise(group), 1):
        if (
            labels[number - 1]
            or labels[number]
            or _ITEM.match(following.text)
            or notes
            or (sentences and ends_sentence(line.text))
            or broken_on_purpose(line.text, following.text, width, markdown=markdown)
        ):
            yield _paragraph(text, group[first:number])
            first = number
    yield _paragraph(text, group[first:])


def _paragraph(text: str, lines: list[Line]) -> Piece:
    start, end = lines[0].start, lines[-1].end
    mark = _ITEM.match(lines[0].text) or _QUOTED.match(lines[0].text)
    item = mark is not None
    if mark is not None and start + mark.end() < end:
        start += mark.end()
    piece = Piece("text", text[start:end], start, end, alone=len(lines) == 1, item=item)
    return _without_bold(piece)


def _without_bold(piece: Piece) -> Piece:
    """Leave out the marks of a line that is bold from end to end."""
    bold = (
        _BOLD.fullmatch(piece.text)
        if piece.text[:2] in ("**", "__") and len(piece.text) <= _LONGEST_TITLE
        else None
    )
    if bold is None or bold[1] in bold[2]:
        return piece
    return Piece(
        piece.role, bold[2], piece.start + 2, piece.end - 2, piece.level, piece.alone, piece.item
    )
