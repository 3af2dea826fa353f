"""Amounts that say another again in another unit: "tenge ($2.9 billion)", "2,000 acres, or 800 hectares"."""

from __future__ import annotations

from factx.claims.governor import approach
from factx.claims.scene import Figure, Scene
from factx.claims.sides import opposite
from factx.mentions.quantity.units import units
from factx.model import Quantity


def conversion(scene: Scene, figure: Figure) -> Figure | None:
    """Return the amount that a figure in brackets converts: "tenge ($2.9 billion)"."""
    mention = figure.mention
    if not isinstance(mention, Quantity) or mention.kind not in {"money", "measure"}:
        return None
    lower, first = scene.tokens.lower, figure.first
    start, stop = scene.sentence(first)
    if lower[first - 1] == "or" and lower[figure.stop : min(stop, figure.stop + 1)] in (
        ["a"],
        ["per"],
        ["each"],
        ["apiece"],
    ):
        return None  # "($141.9 million), or 16 pence a share"
    opened = first - 1
    while (
        opened > start
        and first - opened < 6
        and lower[opened] not in "(["
        and opened not in scene.inside
    ):
        opened -= 1
    if opened < 1:
        return None
    other = scene.inside.get(opened - 1)
    if lower[opened] not in "([":
        either = lower[approach(scene, figure) - 1] == "or"
        other = scene.inside.get(opened) if either else _listed(scene, figure)
    if other is None or other is figure or not isinstance(other.mention, Quantity):
        return None
    if other.mention.kind != mention.kind or other.mention.unit == mention.unit:
        return None
    if any("/" in kind for kind in apart(figure, other)):
        return None  # "2 tonnes a hectare, or 60 tonnes in all"
    return opposite(scene, figure, other) if mention.kind == "measure" else other


def _listed(scene: Scene, figure: Figure) -> Figure | None:
    """Return the amount before a bracket that holds several conversions."""
    lower, start = scene.tokens.lower, scene.sentence(figure.first)[0]
    for index in range(figure.first - 1, max(start, figure.first - 12), -1):
        if lower[index] == ")":
            return None
        if lower[index] == "(":
            return scene.inside.get(index - 1)
    return None


def apart(figure: Figure, other: Figure) -> set[str]:
    """Return the dimensions of two amounts that are of unlike ones: tonnes beside hectares."""
    kinds = {_dimension(getattr(each.mention, "unit", None) or "") for each in (figure, other)}
    return kinds if len(kinds) > 1 and figure.kind == "measure" else set()


def _dimension(unit: str) -> str:
    known = units().factors
    if unit in known or "/" not in unit:
        return known.get(unit, ("",))[0]
    return "/".join(known.get(part, (part,))[0] for part in unit.split("/"))
