"""Where a claim holds: the place that its clause names, else the one its sentence names."""

from __future__ import annotations

from factx.claims.governor import behind
from factx.claims.owned import owned
from factx.claims.places import Spot
from factx.claims.scene import Figure, Scene
from factx.claims.words import words
from factx.model import Place


def find(scene: Scene, figure: Figure) -> Place | None:
    """Return the place of a figure among the places of its sentence."""
    first, stop = scene.sentence(figure.first)
    near = [spot for spot in scene.spots_in(first, stop) if _holds(scene, figure, spot)]
    if not near:
        return None
    pointed = _pointed(scene, figure)
    if pointed is not None:
        near = [s for s in near if pointed <= s.first <= pointed + 4] or near
    if scene.bare(figure):
        near = [spot for spot in near if scene.beside(figure, spot.first)] or near
    best = min(near, key=lambda spot: _distance(scene, figure, spot))
    span = scene.tokens.span(best.first, best.stop)
    return Place(span.text, span.start, span.end, explicit=True)


def _holds(scene: Scene, figure: Figure, spot: Spot) -> bool:
    """Leave out a place that only says where a person or thing comes from."""
    pointed = _pointed(scene, figure)
    if pointed is not None and pointed <= spot.first <= pointed + 4:
        return True
    if scene.bare(figure) and scene.beside(figure, spot.first):
        return True
    lower, tree = scene.tokens.lower, scene.tree
    before = lower[spot.first - 1] if spot.first else ""
    if before == "from" and not (spot.stop < len(lower) and lower[spot.stop] == "to"):
        return False
    if before in {"of", "from"} and spot.first > 1 and scene.person_at(spot.first - 2) is not None:
        return False
    inner = spot.first - 2 > scene.sentence(spot.first)[0]
    if inner and before == "of" and scene.tokens.text[spot.first - 2][0].isupper():
        return False
    if not tree.label[spot.first]:
        return True
    for node in tree.above(tree.top(spot.first, spot.stop)):
        if tree.tag[node] in {"VERB", "AUX"}:
            break
        if scene.person_at(node) is not None or _named(scene, node):
            return False
    return not owned(scene, figure, spot.first)


def _named(scene: Scene, title: int) -> bool:
    """Tell whether a title is followed by who holds it: "the mayor of Bergen, Anna Berg"."""
    tree = scene.tree
    return any(
        child > title
        and tree.base[child] in {"flat", "appos"}
        and scene.person_at(child) is not None
        for child in tree.children(title)
    )


def _pointed(scene: Scene, figure: Figure) -> int | None:
    """Return where the place of a distance begins: "nine km north of Bergen"."""
    lower, at = scene.tokens.lower, behind(scene, figure)
    _, limit = scene.sentence(figure.first)
    if figure.kind != "measure" or at + 2 >= limit or lower[at] not in words("place", "directions"):
        return None
    while at + 1 < limit and lower[at] in words("place", "directions"):
        at += 1
    return at + 1 if lower[at] in {"of", "from"} else None


def _distance(scene: Scene, figure: Figure, spot: Spot) -> tuple[int, int, int]:
    """Order places: the same clause, then those after a preposition of place, then the nearest."""
    lower, tree = scene.tokens.lower, scene.tree
    between = spot.first - figure.stop if spot.first >= figure.stop else figure.first - spot.stop
    apart = 0
    if tree.label[figure.first]:
        apart = int(tree.clause(figure.first) != tree.clause(spot.first))
    at = spot.first - 1
    if at > 0 and lower[at] == "the":
        at -= 1
    located = at >= 0 and lower[at] in words("place", "located")
    return apart, 0 if located else 1, between
