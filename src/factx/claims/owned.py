"""Whether a date or a place of a sentence can speak of a figure, by where they hang in the parse."""

from __future__ import annotations

from factx.claims.path import follows, happens
from factx.claims.scene import Figure, Scene

_VERBAL = frozenset({"VERB", "AUX"})


def owned(scene: Scene, figure: Figure, index: int) -> bool:
    """Tell whether the words at ``index`` belong to something other than this figure.

    In "5 in Oslo and 7 in Bergen" the second place hangs from the second figure, or from the noun
    that it counts; in "sold 5 houses, and she moved to Oslo" from another clause.
    """
    tree = scene.tree
    if not tree.label[index]:
        return False
    top = tree.top(figure.first, figure.stop)
    mine = {figure.first, *tree.above(top)}
    counted = () if figure.kind == "duration" else (top, *scene.counted(figure))
    for node in (index, *tree.above(index)):
        other = scene.inside.get(node) or _counted_by(scene, node)
        if other is figure or node in counted:
            return False
        if other is not None and node not in mine:
            return True
        if node in mine:
            return False
        if tree.label[node] == "acl:relcl":
            if tree.head[node] in counted:
                return False
            if happens(scene, node):
                continue
        if _apart(scene, node):
            return tree.head[node] not in mine or tree.tag[tree.head[node]] in _VERBAL
    return False


def _apart(scene: Scene, node: int) -> bool:
    """Tell whether a clause is one of its own: "..., who moved", "..., and she moved"."""
    tree = scene.tree
    if tree.label[node] == "acl:relcl":
        return True
    if tree.base[node] not in {"conj", "parataxis"} or tree.tag[node] not in _VERBAL:
        return False
    return tree.child(node, "nsubj") is not None and not follows(scene, node)


def _counted_by(scene: Scene, noun: int) -> Figure | None:
    if scene.date_at(noun) is not None:
        return None  # "on 24 July, two days before the opening"
    for child in scene.tree.children(noun):
        if scene.tree.base[child] in {"nummod", "nmod"} and child in scene.inside:
            return scene.inside[child]
    return None
