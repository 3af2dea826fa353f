"""Which line is the title, and which of those below are headings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from factx.model import Span
from factx.read.datelines import read_line, trailing_day
from factx.read.pieces import Piece
from factx.read.words import words


def is_heading(piece: Piece) -> bool:
    """Tell whether a headline below the title is short enough to head a section.

    A question in an interview is a paragraph; as a heading it has capitals.
    """
    if piece.level or not piece.headline:
        return piece.level > 0
    tokens = piece.text.split()
    if len(tokens) > 12 or len(piece.text) > 90:
        return False
    return not piece.text.endswith("?") or _is_title_case(piece.text)


def find_title(pieces: Sequence[Piece]) -> int | None:
    """Return the index of the title among an article's pieces.

    It stands before the first paragraph; a kicker of one or two words above a longer headline is
    not it, and neither is a line with nothing below.
    """
    headlines: list[int] = []
    for number, piece in enumerate(pieces):
        if piece.role not in ("text", "heading"):
            continue
        if not piece.headline:
            if read_line(piece.text) is not None:
                continue
            picked = _pick(pieces, headlines)
            return picked if _outweighed(pieces, picked, number) else None
        if _names(piece.text) and not _is_date_line(piece.text, titled=bool(headlines)):
            headlines.append(number)
    return None


def _is_date_line(text: str, *, titled: bool) -> bool:
    """Tell whether a line is one of date and author, or rather a headline that ends in a day."""
    line = read_line(text)
    if line is None or titled or line.labelled:
        return line is not None
    return line.rest == 0 or (line.rest <= 2 and ":" not in text)


def _names(text: str) -> bool:
    """Tell whether a headline names an article: not "Overview" and not "1917"."""
    low = text.lower().strip(" :")
    return low not in words("title", "generic") and any(character.isalpha() for character in low)


def _pick(pieces: Sequence[Piece], headlines: list[int]) -> int | None:
    marked = [i for i in headlines if pieces[i].level == 1]
    if marked:
        return marked[0]
    for i in headlines:
        if len(pieces[i].text.split()) > 2:
            return i
    return headlines[0] if headlines else None


def _outweighed(pieces: Sequence[Piece], picked: int | None, body: int) -> bool:
    """Tell whether the text from piece ``body`` on is longer than the title picked."""
    if picked is None:
        return False
    room = len(pieces[picked].text)
    for piece in pieces[body:]:
        room -= len(piece.text) if piece.role == "text" else 0
        if room < 0:
            return True
    return False


def split_day(pieces: Sequence[Piece], title_at: int) -> list[Piece]:
    """Part a title from the day that a scraped page has left at its end."""
    title = pieces[title_at]
    length, day = trailing_day(title.text)
    if not day:
        return list(pieces)
    start = title.end - len(title.text) + day
    parted = [
        replace(title, text=title.text[:length], end=title.start + length),
        Piece("text", title.text[day:], start, title.end, alone=True),
    ]
    return [*pieces[:title_at], *parted, *pieces[title_at + 1 :]]


def repeats_title(pieces: Sequence[Piece], title: Span) -> int | None:
    """Return the index of a heading that repeats the front matter's title."""
    wanted = " ".join(title.text.split()).lower()
    for number, piece in enumerate(pieces[:6]):
        if piece.headline and " ".join(piece.text.split()).lower() == wanted:
            return number
    return None


def _is_title_case(text: str) -> bool:
    """Tell whether most of the longer words have a capital."""
    long = [token for token in text.split() if len(token) > 3 and token[0].isalpha()]
    return sum(token[0].isupper() for token in long) * 4 > len(long) * 3
