"""How two words of a sentence hang together: up from one of them to where they meet, then down."""

from __future__ import annotations

from dataclasses import dataclass

from factx.claims.scene import Figure, Scene
from factx.claims.tree import Tree

_RELATIVE = frozenset({"who", "which", "whose", "whom"})


@dataclass(frozen=True, slots=True)
class Path:
    """The way between two words, each side from its word up to, not including, ``meet``."""

    up: tuple[int, ...]
    meet: int
    down: tuple[int, ...]


def path(tree: Tree, one: int, other: int) -> Path | None:
    """Return the way from ``one`` to ``other``; ``None`` where no parse joins them."""
    if not tree.label[one] or not tree.label[other]:
        return None
    up = [one, *tree.above(one)]
    place = {node: at for at, node in enumerate(up)}
    down: list[int] = []
    for node in (other, *tree.above(other)):
        if node in place:
            return Path(tuple(up[: place[node]]), node, tuple(down))
        down.append(node)
    return None


def past_inset(scene: Scene, figure: Figure, index: int) -> bool:
    """Tell whether a figure stands in an inset that ends before ``index``: ", who has 12 cats,".

    The parser often takes the noun before such an inset for the whole sentence.
    """
    lower, tag = scene.tokens.lower, scene.tree.tag
    first, stop = scene.sentence(figure.first)
    opened = figure.first - 1
    while opened > first and lower[opened] not in _RELATIVE and lower[opened] != ",":
        opened -= 1
    if lower[opened] not in _RELATIVE or opened == first or lower[opened - 1] != ",":
        return False
    for closed in range(figure.stop, min(index, stop - 1)):
        if lower[closed] == "," and tag[closed + 1] in {"VERB", "AUX"}:
            return True
    return False
