"""Lines and columns of a text, 1-based, and a line shown with its span underlined.

The only place that counts lines: LF, CR LF and CR end one, as in an editor. Columns count code
points.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from typing import NamedTuple

_LINE_END = re.compile(r"\r\n|\r|\n")
_ELLIPSIS = "…"


class Position(NamedTuple):
    """A place in a text, both numbers from 1."""

    line: int
    column: int


class Lines:
    """The lines of one text, found once for any number of look-ups."""

    __slots__ = ("_ends", "_starts", "_text")

    def __init__(self, text: str) -> None:
        self._text = text
        self._starts = [0]
        self._ends = []
        for match in _LINE_END.finditer(text):
            self._ends.append(match.start())
            self._starts.append(match.end())
        self._ends.append(len(text))

    def __len__(self) -> int:
        return len(self._starts)

    def position(self, offset: int) -> Position:
        """Return the line and column of ``offset``; the text's end is a position too."""
        offset = min(max(offset, 0), len(self._text))
        line = bisect_right(self._starts, offset)
        return Position(line, offset - self._starts[line - 1] + 1)

    def snippet(self, start: int, end: int, width: int = 78) -> str:
        """Show the line of ``start`` with carets under the span, cut to ``width`` around it.

        A span that runs on over the line's end is underlined up to it. Characters that would move
        the cursor are shown as a replacement mark.
        """
        line = self.position(start).line - 1
        first, last = self._starts[line], self._ends[line]
        start = min(max(start, first), last)
        end = max(start + 1, min(end, last))
        left, right = _window(first, last, start, end, width)
        before = shown(self._text[left:start])
        marked = shown(self._text[start : min(end, right)])
        after = shown(self._text[min(end, right) : right])
        head = _ELLIPSIS if left > first else ""
        tail = _ELLIPSIS if right < last else ""
        pad = " " * cells(head + before)
        return f"{head}{before}{marked}{after}{tail}\n{pad}{'^' * max(1, cells(marked))}"


def _window(first: int, last: int, start: int, end: int, width: int) -> tuple[int, int]:
    """Choose the stretch of a line to show: the span with about as much on either side."""
    if last - first <= width:
        return first, last
    room = max(0, width - 2 - (end - start))
    left = max(first, start - room // 2)
    right = min(last, left + width - 2)
    return max(first, right - width + 2), right


def shown(text: str) -> str:
    """Replace what would move the cursor or steer the terminal."""
    return "".join(
        character
        if character.isprintable()
        else " "
        if character.isspace()
        else ""
        if unicodedata.category(character) == "Cf"
        else "\ufffd"
        for character in text
    )


def cells(text: str) -> int:
    """Count the terminal cells that a shown text takes."""
    return sum(
        0
        if unicodedata.combining(character)
        else 2
        if unicodedata.east_asian_width(character) in "WF"
        else 1
        for character in text
    )
