"""Lines and columns of a text, 1-based, and text made fit to be shown.

The only place that counts lines: LF, CR LF and CR end one, as in an editor. Columns count code
points.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from typing import NamedTuple

_LINE_END = re.compile(r"\r\n|\r|\n")


class Position(NamedTuple):
    """A place in a text, both numbers from 1."""

    line: int
    column: int


class Lines:
    """The lines of one text, found once for any number of look-ups."""

    __slots__ = ("_length", "_starts")

    def __init__(self, text: str) -> None:
        self._length = len(text)
        self._starts = [0, *(match.end() for match in _LINE_END.finditer(text))]

    def __len__(self) -> int:
        return len(self._starts)

    def position(self, offset: int) -> Position:
        """Return the line and column of ``offset``; the text's end is a position too."""
        offset = min(max(offset, 0), self._length)
        line = bisect_right(self._starts, offset)
        return Position(line, offset - self._starts[line - 1] + 1)


def shown(text: str) -> str:
    """Replace what would move the cursor or steer the terminal."""
    return "".join(map(_shown, text))


def _shown(character: str) -> str:
    if character.isprintable():
        return character
    if character.isspace():
        return " "
    return "" if unicodedata.category(character) == "Cf" else "\ufffd"


def flat(text: str) -> str:
    """Join the lines of a wrapped text."""
    return " ".join(text.split())


def cells(text: str) -> int:
    """Count the terminal cells that a shown text takes."""
    return sum(
        1 + (unicodedata.east_asian_width(character) in "WF")
        for character in text
        if not unicodedata.combining(character)
    )
