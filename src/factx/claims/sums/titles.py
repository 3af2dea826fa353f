"""The direction that a headline gives: "Tea prices soar at auction"."""

from __future__ import annotations

from collections.abc import Iterator

from factx.claims.sums.words import words
from factx.model import Tie, Way
from factx.nlp.tokens import Tokens

_WAYS: tuple[Way, ...] = ("up", "down")


def find(tokens: Tokens) -> Iterator[Tie]:
    """Yield the one word of change in a headline with the words before it; two of them tell nothing."""
    title = tokens.article.title
    if title is None:
        return
    stop = tokens.at(title.end - 1) + 1
    start = tokens.at(title.start)
    ways = [
        (at, way)
        for at in range(start, stop)
        for way in _WAYS
        if tokens.lower[at] in words(f"title_{way}")
    ]
    if len(ways) != 1 or ways[0][0] == start:
        return
    at, way = ways[0]
    if words("unreal").isdisjoint(tokens.lower[start:stop]):
        yield Tie("headline", (), tokens.span(at, at + 1), way, items=(tokens.span(start, at),))
