"""How two words of a sentence hang together: up from one of them to where they meet, then down."""

from __future__ import annotations

from dataclasses import dataclass

from factx.claims.tree import Tree


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
