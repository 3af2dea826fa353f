"""Whether a date or a place belongs to another figure of the sentence."""

from __future__ import annotations

from factx.claims.scene import Figure, Scene


def owned(scene: Scene, figure: Figure, index: int) -> bool:
    """Tell whether the words at ``index`` hang from a figure other than this one.

    In "5 in Oslo and 7 in Bergen" the second place hangs from the second figure, or from the noun
    that it counts.
    """
    tree = scene.tree
    if not tree.label[index]:
        return False
    mine = {figure.first, *tree.above(tree.top(figure.first, figure.stop))}
    for node in (index, *tree.above(index)):
        other = scene.inside.get(node) or _counted_by(scene, node)
        if other is figure:
            return False
        if other is not None and node not in mine:
            return True
        if node in mine and other is None:
            return False
    return False


def _counted_by(scene: Scene, noun: int) -> Figure | None:
    for child in scene.tree.children(noun):
        if scene.tree.base[child] == "nummod" and child in scene.inside:
            return scene.inside[child]
    return None
