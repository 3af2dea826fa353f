"""The best tree of a sentence: Chu and Liu (1965), Edmonds (1967), with a single root."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Scores = NDArray[np.floating]

_NEVER = -1e12
_ROOTS = 3  # candidates that are worth a try


def best_tree(scores: Scores) -> list[int]:
    """Return the head of each word, 0 for the root.

    ``scores[word, head]`` are log-probabilities over the words from 1 on; row 0 is ignored.
    """
    heads = [0, *scores[1:].argmax(axis=1).tolist()]
    if _is_tree(heads):
        return heads[1:]
    roots = (np.argsort(-scores[1:, 0])[:_ROOTS] + 1).tolist()
    trees = [_rooted(scores, root) for root in roots]
    return max(trees, key=lambda tree: sum(scores[i + 1, h] for i, h in enumerate(tree)))


def _rooted(scores: Scores, root: int) -> list[int]:
    held = scores.copy()
    held[:, 0] = held[root, :] = _NEVER
    held[root, 0] = 0
    return _spanning(held)[1:]


def _is_tree(heads: Sequence[int]) -> bool:
    if heads[1:].count(0) != 1:
        return False
    for word in range(1, len(heads)):
        steps, at = 0, word
        while at and steps <= len(heads):
            at, steps = heads[at], steps + 1
        if at:
            return False
    return True


def _spanning(scores: Scores) -> list[int]:
    """Return the best heads, that of 0 being -1: a cycle is drawn together and broken inside."""
    scores = scores.copy()
    np.fill_diagonal(scores, _NEVER)
    heads = [-1, *scores[1:].argmax(axis=1).tolist()]
    cycle = _cycle(heads)
    if not cycle:
        return heads
    rest = [word for word in range(len(heads)) if word not in cycle]
    place = {word: index for index, word in enumerate(rest)}
    drawn, within = len(rest), sum(scores[word, heads[word]] for word in cycle)
    smaller = np.full((drawn + 1, drawn + 1), _NEVER)
    enters, leaves = {}, {}
    for word in rest:
        smaller[place[word], :drawn] = scores[word, rest]
        leaves[word] = max(cycle, key=lambda head: scores[word, head])
        smaller[place[word], drawn] = scores[word, leaves[word]]
        enters[word] = max(cycle, key=lambda at: scores[at, word] - scores[at, heads[at]])
        entered = enters[word]
        smaller[drawn, place[word]] = (
            within + scores[entered, word] - scores[entered, heads[entered]]
        )
    found = _spanning(smaller)
    for word in rest[1:]:
        head = found[place[word]]
        heads[word] = leaves[word] if head == drawn else rest[head]
    outside = rest[found[drawn]]
    heads[enters[outside]] = outside
    return heads


def _cycle(heads: Sequence[int]) -> set[int]:
    seen: dict[int, int] = {}
    for word in range(1, len(heads)):
        path: list[int] = []
        at = word
        while at > 0 and at not in seen:
            seen[at] = word
            path.append(at)
            at = heads[at]
        if at > 0 and seen[at] == word and at in path:
            return set(path[path.index(at) :])
    return set()
