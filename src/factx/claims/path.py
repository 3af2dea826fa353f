"""How two words of a sentence hang together: up from one of them to where they meet, then down."""

from __future__ import annotations

from dataclasses import dataclass

from factx.claims.governor import approach
from factx.claims.scene import Figure, Scene
from factx.claims.tree import Tree
from factx.claims.words import words

_RELATIVE = frozenset({"who", "which", "whose", "whom"})
# Words between a figure and one that is compared with it.
_FAR = 30
_QUOTES = frozenset({'"', "“", "”"})


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


def compared(scene: Scene, node: int) -> bool:
    """Tell whether a word stands on the far side of a comparison: "than in Sweden"."""
    tree, lower = scene.tree, scene.tokens.lower
    contrast = words("place", "contrast")
    if lower[node] in contrast:
        return True
    return any(
        lower[child] in contrast
        for child in tree.children(node)
        if child < node and tree.base[child] in {"case", "mark", "cc", "advmod"}
    )


def across(scene: Scene, figure: Figure, index: int) -> bool:
    """Tell whether a comparison opens between a figure and ``index``: "44% less than the 9 of 2023"."""
    lower = scene.tokens.lower
    for at in range(index - 1, figure.stop - 1, -1):
        word = lower[at]
        if word in {",", ";"}:
            return False
        if word in {"than", "compared", "versus"} or (word == "from" and _based(scene, at, index)):
            return True
        level = scene.inside.get(at + 2) if lower[at + 1] == "the" else None
        if level and level.kind != "duration" and word in words("period", "beside"):
            return True
        if word == "as" and lower[at - 1] in {"many", "much"}:
            return True
    return False


def _based(scene: Scene, at: int, stop: int) -> bool:
    """Tell whether "from" leads to a figure: "from 40", "from an upwardly revised 40"."""
    base = at + 1
    while base < stop and scene.tokens.lower[base] in words("relation", "before_figure"):
        base += 1
    return base in scene.inside


def joined(scene: Scene, figure: Figure) -> Figure | None:
    """Return the next count that shares its time and place: "34 died and 120 were injured"."""
    tree = scene.tree
    top = tree.top(figure.first, figure.stop)
    noun = tree.head[top] if tree.base[top] == "nummod" else top
    verb = tree.head[noun]
    if tree.base[noun] != "nsubj" or tree.tag[verb] != "VERB":
        return None
    for other in tree.children(verb):
        subject = tree.child(other, "nsubj") if tree.base[other] == "conj" else None
        if subject is None or not figure.stop < subject < other:
            continue
        if "," in scene.tokens.lower[figure.stop : subject]:
            return None
        counts = (subject, *tree.children(subject))
        return next((scene.inside[at] for at in counts if at in scene.inside), None)
    return None


def beside(scene: Scene, figure: Figure) -> Figure | None:
    """Return the figure that shares its time and place: "90 in Oslo in May, twice as many as here"."""
    first, _ = scene.sentence(figure.first)
    start, after = approach(scene, figure), scene.tokens.lower[figure.stop : figure.stop + 2]
    compares = after[:1] == ["as"] or after[1:] == ["than"]
    if not compares or start <= first or scene.tokens.lower[start - 1] != ",":
        return joined(scene, figure)
    before = scene.figures_in(max(first, start - _FAR), start)
    return before[-1] if before else None


def happens(scene: Scene, verb: int) -> bool:
    """Tell whether a verb only says when or where something is: "the flood, which began on Monday"."""
    return scene.tree.lemma(verb) in words("period", "happening")


def follows(scene: Scene, verb: int) -> bool:
    """Tell whether a clause is the event of the one before it: "were hurt after a bus crashed"."""
    tree, lower = scene.tree, scene.tokens.lower
    opens = [tree.edges(verb)[0], *(child for child in tree.children(verb) if child < verb)]
    return any(lower[at] in words("place", "events") for at in opens)


def quoted(scene: Scene, figure: Figure, index: int, way: Path) -> bool:
    """Tell whether a figure and the word at ``index`` are not both what somebody said.

    A quoted phrase does not part them: 'the firm "has 500 shops" in Oslo'.
    """
    text, first = scene.tokens.text, scene.sentence(figure.first)[0]
    low, high = sorted((figure.first, index))
    if sum(word in _QUOTES for word in text[low:high]) % 2 == 0:
        return False
    if sum(word in _QUOTES for word in text[first:index]) % 2:
        return True
    return any(scene.tree.base[node] in {"ccomp", "parataxis"} for node in way.up)


def shares(scene: Scene, figure: Figure, verb: int) -> bool:
    """Tell whether a second verb ends one statement: "killed nine and injured 12 in Cairo"."""
    tree = scene.tree
    subject = tree.child(verb, "nsubj")
    if subject is not None:
        # "34 died and 120 were hurt in Cairo" is one statement, "and she moved to Cairo" another
        return any(at in scene.inside for at in (subject, *tree.children(subject)))
    return any(other is not figure for other in scene.figures_in(verb, tree.edges(verb)[1]))
