"""Levels of what is still to change: "the budget of $6 million is to rise" is one of today."""

from __future__ import annotations

from factx.claims.scene import Figure, Scene
from factx.nlp.cues import cues

_SUBJECTS = frozenset({"nsubj", "csubj"})


def moves(scene: Scene, figure: Figure) -> int | None:
    """Return the verb by which what a level is of will move: "the budget of $6 million is to rise"."""
    tree, below = scene.tree, scene.tree.top(figure.first, figure.stop)
    at = below
    for node in tree.above(at):
        if unmoved(scene, node, below, at):
            return node
        below = node
    return None


def unmoved(scene: Scene, verb: int, subject: int, at: int) -> bool:
    """Tell a level inside the subject of a verb of change, by which it is not yet moved."""
    tree = scene.tree
    inner = tree.base[subject] in _SUBJECTS and tree.head[subject] == verb and subject != at
    return inner and tree.base[at] == "nmod" and scene.tokens.lower[verb] in cues().verbs
