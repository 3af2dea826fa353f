"""Lists of other pages below or within an article: "Related topics", "Sources"."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from itertools import pairwise

from factx.read import furniture
from factx.read.pieces import REACH, Piece, has_body, is_body


def without_lists(pieces: list[Piece]) -> list[Piece]:
    """Turn the lines of such lists to noise.

    Links end at the first paragraph, or at a headline with a long one below it, which is another
    article. Sources are cited in whole sentences too, so they end with the page, if all is short.
    """
    heads = [i for i, piece in enumerate(pieces) if furniture.listed_below(piece.text)]
    listed: set[int] = set()
    for head, stop in pairwise([*heads, len(pieces)]):
        cites = stop == len(pieces) and furniture.listed_below(pieces[head].text) == "citations"
        if cites and not any(is_body(piece) for piece in pieces[head:]):
            listed.update(range(head + 1, stop))
        else:
            listed.update(_links(pieces, head + 1, stop))
    return [
        replace(piece, role="noise") if i in listed else piece for i, piece in enumerate(pieces)
    ]


def _links(pieces: list[Piece], start: int, stop: int) -> Iterable[int]:
    for i in range(start, stop):
        if not pieces[i].headline or has_body(pieces[i + 1 : i + 1 + REACH]):
            return
        yield i
