"""Figures that others are compared with: "up from 30", "against 1,700", "rose to 560 from 300"."""

from __future__ import annotations

from factx.claims.scene import Figure, Scene
from factx.claims.words import words
from factx.model import Quantity


def former(scene: Scene, figure: Figure) -> bool:
    """Tell whether a figure is the level before: "rose to 560 from 300", "from 300 to 560"."""
    lower = scene.tokens.lower
    first, stop = scene.sentence(figure.first)
    at = figure.first - 1
    while at > first and lower[at] in words("relation", "before_figure"):
        at -= 1
    if at <= first or lower[at] != "from":
        return False
    near = scene.figures_in(max(first, at - 10), min(stop, figure.stop + 10))
    return any(
        other is not figure
        and (other.kind == figure.kind or figure.kind in {"count", "number"})
        and _reached(lower, other.first)
        for other in near
    )


def _reached(lower: list[str], start: int) -> bool:
    before = start - 1
    passed = words("relation", "before_figure") | {"a", "range", "of"}
    while before > 0 and lower[before] in passed:
        before -= 1
    return before >= 0 and lower[before] == "to"


def contrast(scene: Scene, figure: Figure) -> int | None:
    """Return the word that makes a figure the compared one: "compared to 1,700", "down from 30"."""
    lower = scene.tokens.lower
    first, _ = scene.sentence(figure.first)
    for index in range(figure.first - 1, max(first, figure.first - 6) - 1, -1):
        word = lower[index]
        if word in {"compared", "versus", "vs", "vs."}:
            return index
        if word == "from" and index > first and lower[index - 1] in {"down", "up"}:
            return index
        if word == "against" and index > first and _set_against(scene, figure, index):
            return index
        if index in scene.inside or word in {",", ";", ".", "and"}:
            return None
    return None


def _set_against(scene: Scene, figure: Figure, index: int) -> bool:
    """Tell ", against 13" and "nine cases against 13 a year before" from "protests against 12 firms"."""
    if scene.tokens.lower[index - 1] == ",":
        return True
    mention = figure.mention
    bare = isinstance(mention, Quantity) and mention.noun is None and figure.first == index + 1
    near = scene.figures_in(max(0, index - 4), index)
    return bare and bool(near) and near[-1].kind in {figure.kind, "count"}
