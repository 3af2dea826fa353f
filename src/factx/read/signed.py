"""Articles told by what stands below their headlines: a day, an author or a wire story's place.

Each is found by itself, whatever its neighbours look like. A dateline without a headline above it
begins nothing: updates of a story carry one too.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factx.read.datelines import read_line
from factx.read.pieces import BODY, REACH, Piece
from factx.read.wires import read_wire

_PARAGRAPHS = 3  # over which a body may be spread
_ITEMS = 8  # bullets between a headline and its story: the figures in short
_LEAST_WORDS = 3  # of a headline; a line of fewer above it is a kicker
_LEAST_DECK = 4  # words of a headline that another one explains


def find_signed(pieces: Sequence[Piece], text: Sequence[int]) -> list[int]:
    """Return where signed articles after the first begin; ``text`` are the pieces to be read."""
    lines = [pieces[i] for i in text]
    found = sorted({start for number in range(len(lines)) for start in _starts(lines, number)})
    if found and sum(len(p.text) for p in lines[: found[0]] if not p.headline) < BODY:
        found = found[1:]
    return [text[number] for number in found]


def _starts(lines: Sequence[Piece], number: int) -> Iterator[int]:
    """Yield the start of the article that line ``number`` signs, if it does and has one."""
    piece = lines[number]
    line = read_line(piece.text)
    if line is not None:
        if line.day is None and line.sort != "byline":
            return
        headline = number - 1
        if not _is_headline(lines, headline) or not _has_body(lines, number):
            return
        above = _above(lines, headline)
        if above is not None and len(above.text.split()) >= _LEAST_WORDS:
            return
        yield headline if above is None else _with_kicker(lines, headline)
    elif not piece.headline and not piece.item:
        wire = read_wire(piece.text)
        if wire is None or not wire.sure or not _has_body(lines, number):
            return
        headline = _climb(lines, number - 1)
        if _is_headline(lines, headline):
            above = _above(lines, headline)
            deck = (
                above is not None
                and len(above.text.split()) >= _LEAST_DECK
                and _above(lines, headline - 1) is None
            )
            yield headline - 1 if deck else _with_kicker(lines, headline)


def _climb(lines: Sequence[Piece], number: int) -> int:
    """Return the line above the bullets and the lines of date and author that end at ``number``."""
    dates = items = 0
    while number >= 0 and dates <= REACH and items <= _ITEMS:
        if lines[number].item:
            items += 1
        elif read_line(lines[number].text) is not None:
            dates += 1
        else:
            return number
        number -= 1
    return -1


def _is_headline(lines: Sequence[Piece], number: int) -> bool:
    if number < 0:
        return False
    piece = lines[number]
    long = len(piece.text.split()) >= _LEAST_WORDS
    return piece.headline and piece.level <= 1 and long and read_line(piece.text) is None


def _above(lines: Sequence[Piece], number: int) -> Piece | None:
    """Return what stands above a headline if it is one too."""
    above = lines[number - 1] if number > 0 else None
    return above if above is not None and (above.headline or above.role == "heading") else None


def _with_kicker(lines: Sequence[Piece], headline: int) -> int:
    """Return the line to begin with: one or two words such as "ECONOMY", else the headline."""
    above = _above(lines, headline)
    kicker = (
        above is not None
        and above.level == 0
        and len(above.text.split()) < _LEAST_WORDS
        and _above(lines, headline - 1) is None
    )
    return headline - 1 if kicker else headline


def _has_body(lines: Sequence[Piece], number: int) -> bool:
    """Tell whether prose begins at ``number``, or below the lines of date and author there.

    An entry of a chronology has a day too, but the next one cuts it short.
    """
    first = number
    while first < len(lines) and first <= number + REACH:
        if read_line(lines[first].text) is None:
            break
        first += 1
    length = 0
    for piece in lines[first : first + _PARAGRAPHS]:
        if piece.headline or piece.role != "text" or read_line(piece.text) is not None:
            break
        length += len(piece.text)
    return length >= BODY
