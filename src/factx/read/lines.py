"""A text's lines, trimmed and grounded, and which of them belong to one paragraph."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

# Space of every kind, and the marks of no width that pages leave at a line's edges.
EDGES = (
    "".join(chr(code) for code in (*range(9, 14), *range(28, 33), 0x85, 0xA0, 0x1680))
    + "".join(chr(code) for code in range(0x2000, 0x2010))
    + "\u2028\u2029\u202f\u205f\u2060\u3000\ufeff"
)
_STOPS = (".", "!", "?", "…")
_CLOSERS = "\"'”’»)]*_"
END_MARKS = "■□▪●◆◼ \t\u00a0"  # the sign at an article's end


@dataclass(frozen=True, slots=True)
class Line:
    """One line without its edges; ``gap`` says that a blank line or the text's start precedes it."""

    text: str
    start: int
    end: int
    gap: bool


def cut(text: str, start: int = 0) -> Iterator[Line]:
    """Yield the lines that are not blank."""
    offset, gap = start, True
    for raw in text[start:].splitlines(keepends=True):
        left = len(raw) - len(raw.lstrip(EDGES))
        line = raw.strip(EDGES)
        if line:
            yield Line(line, offset + left, offset + left + len(line), gap)
        gap = not line
        offset += len(raw)


def ends_sentence(line: str) -> bool:
    """Tell whether a line closes with a full stop, a question or an exclamation mark."""
    return line[-12:].rstrip(END_MARKS).rstrip(_CLOSERS).endswith(_STOPS)


def broken_on_purpose(line: str, following: str, width: int, *, markdown: bool) -> bool:
    """Tell whether the break after ``line`` is the writer's and not that of a fixed width.

    A wrapped line is full: the next word would not have fitted into ``width``.
    """
    if following[:1].islower():
        return False
    first_word = following[:width].split(None, 1)[0]
    if len(line) + 1 + len(first_word) > width:
        return False
    return ends_sentence(line) or (not markdown and len(line) * 4 <= width * 3)
