"""The direction that a headline gives: "Tea prices soar at auction", "Fewer injuries"."""

from __future__ import annotations

from collections.abc import Iterator

from factx.claims.sums.words import words
from factx.model import Tie, Way
from factx.nlp.tokens import Tokens

_WAYS: tuple[Way, ...] = ("up", "down")
_NAMES = ("NOUN", "ADJ", "PROPN")


def find(tokens: Tokens) -> Iterator[Tie]:
    """Yield the one word of change in a headline with the words before it; two of them tell nothing."""
    title = tokens.article.title
    if title is None:
        return
    start, stop = tokens.stretch(title)
    ways = [
        (at, way)
        for at in range(start, stop)
        for way in _WAYS
        if tokens.lower[at] in words(f"title_{way}")
    ]
    if not words("unreal").isdisjoint(tokens.lower[start:stop]):
        return
    first = tokens.lower[start]
    if not ways and first in ("more", "fewer") and tokens.lower[start + 1].isalpha():
        end = start + 2
        while end < stop and tokens.doc[end].pos_ in _NAMES:
            end += 1
        more = tokens.span(start, start + 1), tokens.span(start + 1, end)
        yield Tie("headline", (), more[0], "up" if first == "more" else "down", items=more[1:])
    elif len(ways) == 1 and ways[0][0] > start:
        at, way = ways[0]
        if (words("breaks") | {"as", "after"}).isdisjoint(tokens.lower[start:at]):
            yield Tie("headline", (), tokens.span(at, at + 1), way, items=(tokens.span(start, at),))
