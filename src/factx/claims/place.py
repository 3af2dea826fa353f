"""Where a claim holds: the place that its clause names, else the one its sentence names."""

from __future__ import annotations

from factx.claims.places import Spot
from factx.claims.scene import Figure, Scene
from factx.claims.words import words
from factx.model import Place


def find(scene: Scene, figure: Figure, spots: list[Spot]) -> Place | None:
    """Return the place of a figure among the places of the article."""
    first, stop = scene.sentence(figure.first)
    near = [spot for spot in spots if first <= spot.first and spot.stop <= stop]
    if not near:
        return None
    best = min(near, key=lambda spot: _distance(scene, figure, spot))
    span = scene.tokens.span(best.first, best.stop)
    return Place(span.text, span.start, span.end, explicit=True)


def _distance(scene: Scene, figure: Figure, spot: Spot) -> tuple[int, int, int]:
    tree = scene.tree
    between = spot.first - figure.stop if spot.first >= figure.stop else figure.first - spot.stop
    apart = 0
    if tree.label[figure.first]:
        apart = int(tree.clause(figure.first) != tree.clause(spot.first))
    lower = scene.tokens.lower
    located = spot.first > 0 and lower[spot.first - 1] in words("place", "located")
    the = (
        spot.first > 1
        and lower[spot.first - 1] == "the"
        and lower[spot.first - 2] in words("place", "located")
    )
    return apart, 0 if located or the else 1, between
