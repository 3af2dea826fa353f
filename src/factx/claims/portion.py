"""Whether a figure is a part of a group just named: "39 of the 54", "of whom two", "including seven"."""

from __future__ import annotations

from factx.claims.governor import approach
from factx.claims.scene import Figure, Scene
from factx.claims.words import words
from factx.nlp.cues import hedge
from factx.nlp.nouns import plural

# Words between the figures of "61 of about 140" and behind the comma of "Of the 40, by then 22".
_NEAR = 5
_AMOUNTS = frozenset({"count", "number", "money", "measure"})


def portion(scene: Scene, figure: Figure) -> bool:
    """Tell whether a figure is a part; a bare one in a list is what the one before it is."""
    first, _ = scene.sentence(figure.first)
    if figure.kind not in _AMOUNTS:
        return False
    for each in (figure, *reversed(scene.figures_in(first, figure.first))):
        if each.kind != figure.kind:
            continue
        if _told(scene, each, first):
            return True
        if not _continues(scene, each, first):
            return False
    return False


def _told(scene: Scene, figure: Figure, first: int) -> bool:
    """Ask the words before and behind a figure."""
    lower, at = scene.tokens.lower, approach(scene, figure)
    if "VERB" in scene.tree.tag[at : figure.first]:
        at = figure.first  # "two of which exceeded 5 metres"
    near = lower[max(first, at - 3) : at]
    if near[-1:] == [","] and not words("relation", "remainder").isdisjoint(near[-2:-1]):
        return True
    if figure.kind == "count":
        if near[-1:] == ["all"]:
            return False
        if near and near[-1] in words("relation", "part"):
            return True
        if near[-2:-1] == ["the"] and near[-1] in words("relation", "remaining"):
            return True
    if near and near[-1] in words("relation", "group") and _picks(near[-2:-1]):
        return near[-1] in words("relation", "relative")
    return _of_whole(scene, figure) or _fronted(scene, at, first)


def _picks(word: list[str]) -> bool:
    return word in (["of"], ["among"], ["including"])


def _of_whole(scene: Scene, figure: Figure) -> bool:
    """Read "39 of the towns", "61 of about 140"; "the 5,800 of the same quarter" is of its time."""
    lower, at = scene.tokens.lower, figure.stop
    _, limit = scene.sentence(figure.first)
    at += lower[at : at + 1] == ["out"]
    if at + 2 >= limit or lower[at] != "of":
        return False
    other = next(iter(scene.figures_in(at + 1, min(limit, at + _NEAR))), None)
    grouped = lower[at + 1] in words("relation", "group")
    if other is not None and other.kind in _AMOUNTS:
        start = min(hedge(scene.tokens, other.first, other.stop)[1], other.first)
        if grouped or start == at + 1:
            return True
    when = scene.date_at(at + 2) or scene.date_at(at + 1)
    after = scene.tree.tag[when.stop : when.stop + 1] if when is not None else []
    dated = when is not None and after not in (["NOUN"], ["PROPN"])
    return figure.kind == "count" and grouped and not dated


def _fronted(scene: Scene, at: int, first: int) -> bool:
    """Read "Of the 40 passengers, 22 were" and "of that sum 30 million": the whole stands first."""
    lower = scene.tokens.lower
    comma = next((i for i in range(at - 1, max(first, at - _NEAR), -1) if lower[i] == ","), at)
    if any(scene.date_at(index) or index in scene.inside for index in range(comma, at)):
        return False
    for index in range(comma - 1, first - 1, -1):
        if lower[index] in {",", ";"}:
            return False
        if lower[index] not in {"of", "among"}:
            continue
        known = lower[index + 1] in words("relation", "group")
        if comma == at:
            named = known and scene.tree.tag[index + 1] == "DET" and lower[index + 1] != "the"
            return named and 2 < at - index < _NEAR and scene.tree.tag[at - 1] == "NOUN"
        start = index - (lower[index - 1] == "out")
        opens = start == first or lower[start - 1] in {";", "and", "but"}
        if opens or (comma == at - 1 and lower[start - 1] == ","):
            return known or index + 1 in scene.inside or plural(lower[comma - 1])
    return False


def _continues(scene: Scene, figure: Figure, first: int) -> bool:
    """Tell whether a figure goes on with a list: "five in Camaná and three elsewhere"."""
    at = approach(scene, figure)
    bare = getattr(figure.mention, "noun", None) is None
    return bare and at > first and scene.tokens.lower[at - 1] in {",", ";", "and", "while", "but"}
