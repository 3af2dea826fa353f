"""How a figure relates to its measure: a level, a change, a share, a limit, a part, a rate."""

from __future__ import annotations

from factx.claims.changing import arrived, changes
from factx.claims.contrasted import contrast
from factx.claims.limits import limited
from factx.claims.portion import portion
from factx.claims.scene import Figure, Scene
from factx.claims.words import words
from factx.model import Quantity, Relation

_REACH = 20  # tokens between two percentages of one verb


def relate(scene: Scene, figure: Figure) -> Relation:
    """Return the relation; a level where nothing says more."""
    mention = figure.mention
    if not isinstance(mention, Quantity):
        return _length(scene, figure)
    if mention.unit is not None and "/" in mention.unit and mention.kind == "ratio":
        return "rate"
    if mention.kind == "percentage_point":
        return "change"
    if mention.kind == "ratio":
        return _ratio(scene, figure, mention)
    if changes(scene, figure):
        return "change"
    if _per(scene, figure):
        return "rate"
    if mention.qualifier == "at_most" or limited(scene, figure):
        return "limit"
    if mention.kind == "percent":
        return _percent(scene, figure)
    if portion(scene, figure):
        return "part"
    return "total" if _total(scene, figure) else "level"


def _percent(scene: Scene, figure: Figure) -> Relation:
    """Tell a rate from a share; what is compared is what it is compared with."""
    if _is_rate(scene, figure) or arrived(scene, figure):
        return "level"
    if contrast(scene, figure) is not None:
        first, _ = scene.sentence(figure.first)
        for other in reversed(scene.figures_in(max(first, figure.first - 12), figure.first)):
            if other.kind == "percent":
                return relate(scene, other)
    parallel = _parallel(scene, figure)
    return relate(scene, parallel) if parallel is not None else "share"


def _parallel(scene: Scene, figure: Figure) -> Figure | None:
    """Return the percentage whose verb speaks of this one too: "wages rose 5%, rents 3%"."""
    tree, first = scene.tree, scene.sentence(figure.first)[0]
    for other in reversed(scene.figures_in(max(first, figure.first - _REACH), figure.first)):
        if any(tree.tag[index] in {"VERB", "AUX", ""} for index in range(other.stop, figure.first)):
            return None
        if other.kind == "percent":
            named = tree.tag[figure.first - 1] in {"NOUN", "PROPN"}
            return other if named else None
    return None


def _length(scene: Scene, figure: Figure) -> Relation:
    """Read a length of time: a limit, a change, or how long the record stood ("a ten-year high")."""
    _, limit = scene.sentence(figure.first)
    if figure.stop < limit and scene.tokens.lower[figure.stop] in words("relation", "record"):
        return "rank"
    if limited(scene, figure):
        return "limit"
    if changes(scene, figure):
        return "change"
    near = scene.tokens.lower[max(0, figure.first - 2) : figure.first]
    return "total" if near == ["total", "of"] else "level"


def _ratio(scene: Scene, figure: Figure, mention: Quantity) -> Relation:
    """Tell "doubled" and "tenfold" from "double the number" and from "two thirds of"."""
    lower, at = scene.tokens.lower, figure.stop
    _, limit = scene.sentence(figure.first)
    following = lower[at] if at < limit else ""
    compared = following == "as" and scene.tree.tag[at + 1] in {"ADJ", "ADV"}  # "as many as"
    moved = not compared and following not in {"the", "that", "what", "those"}
    moved = moved or mention.text.endswith("ed")
    if mention.change is not None and moved:
        return "change"
    if mention.number < 1 and words("relation", "earlier").isdisjoint(
        lower[at : min(limit, at + 2)]
    ):
        return "limit" if limited(scene, figure) else "share"
    return "ratio"


def _per(scene: Scene, figure: Figure) -> bool:
    lower, at = scene.tokens.lower, figure.stop
    _, limit = scene.sentence(figure.first)
    if figure.mention.text.count("/"):
        return False
    for index, word in enumerate(lower[at : min(limit, at + 3)], at):
        if not word.isalpha() or (word == "each" and scene.tree.tag[index - 1] == "ADP"):
            return False
        if word in words("relation", "rate"):
            return True
    return False


def _is_rate(scene: Scene, figure: Figure) -> bool:
    """Tell whether a percentage is a level of its own, such as a rate of interest."""
    first, limit = scene.sentence(figure.first)
    near = scene.tokens.lower[max(first, figure.first - 8) : min(limit, figure.stop + 3)]
    return any(word in words("relation", "rates") for word in near)


def _total(scene: Scene, figure: Figure) -> bool:
    first, _ = scene.sentence(figure.first)
    near = scene.tokens.lower[max(first, figure.first - 4) : figure.first]
    if "or" in near:  # "78% of the total, or $6 billion"
        near = near[near.index("or") :]
    if "all" in near[:-1] and near[-1] not in {"of", "the"}:
        near = [word for word in near if word != "all"]
    return any(word in words("relation", "total") for word in near)
