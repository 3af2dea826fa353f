"""How far something went or how much fell, under verbs of change: "plunged 200 feet into a ravine"."""

from __future__ import annotations

from factx.claims.governor import behind, governor
from factx.claims.scene import Figure, Scene
from factx.claims.words import words
from factx.model import Quantity


def travels(scene: Scene, figure: Figure) -> bool:
    """Read "the van plunged 200 feet into a ravine": how far, not by how much."""
    lower, stop = scene.tokens.lower, behind(scene, figure)
    if figure.kind != "measure" or stop >= len(lower):
        return False
    if _is_off(scene, stop):
        return True
    if lower[stop] in words("relation", "along"):
        return scene.tree.tag[stop + 1 : stop + 2] == ["DET"] or sloping(scene, figure)
    return lower[stop] in words("relation", "into") or sloping(scene, figure)


def pours(scene: Scene, figure: Figure) -> bool:
    """Read "dropped 312 mm of rain on the coast": what fell, not by how much."""
    of = scene.tokens.lower[figure.stop : figure.stop + 1] == ["of"]
    found = governor(scene, figure) if of and figure.kind == "measure" else None
    return found is not None and scene.tree.lemma(found.verb) in words("relation", "pouring")


def _is_off(scene: Scene, stop: int) -> bool:
    """Read "sank 200 yards offshore", "crashed 20 miles from Lagos": where, not by how much."""
    lower = scene.tokens.lower
    if lower[stop] in words("relation", "away"):
        return True
    return lower[stop] in {"from", "off"} and scene.spot_at(stop + 1)


def sloping(scene: Scene, figure: Figure) -> bool:
    """Read "a 5.7 km climb to the pass": how long it is, unless something else climbs: "climb in"."""
    lower, stop = scene.tokens.lower, behind(scene, figure)
    _, limit = scene.sentence(figure.first)
    long = isinstance(figure.mention, Quantity) and figure.mention.unit in words("relation", "far")
    if not long or stop >= limit or lower[stop] not in words("relation", "slopes"):
        return False
    return stop + 1 >= limit or lower[stop + 1] not in {"in", "of"}
