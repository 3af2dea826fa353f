"""Whether a figure is a fact, a plan, a target, an estimate or a supposition."""

from __future__ import annotations

from functools import cache

from factx.claims.scene import Figure, Scene
from factx.claims.words import table, words
from factx.model import Modality

_KINDS: tuple[Modality, ...] = ("target", "estimate", "plan", "hypothetical")
# Words before a figure that may still say how it is meant.
_REACH = 12


def find(scene: Scene, figure: Figure) -> Modality:
    """Return the modality that the nearest cue before a figure gives; a fact where none does.

    A bare "will" or "would" gives way to an estimate or a target before it: "expects it will be 5%".
    """
    first, _ = scene.sentence(figure.first)
    lower, future = scene.tokens.lower, False
    for index in range(figure.first - 1, max(first, figure.first - _REACH) - 1, -1):
        if lower[index] == ";":
            break
        kind = _cues().get(lower[index])
        if kind is None or not _cue(scene, index):
            continue
        if _unreal(lower, index, figure.first):
            return "hypothetical"
        if kind == "plan" and lower[index] in words("modality", "modal"):
            future = True
            continue
        return kind
    return "plan" if future else "actual"


@cache
def _cues() -> dict[str, Modality]:
    cues = table("modality")
    return {word: kind for kind in _KINDS for word in cues[kind]["words"]}


def _cue(scene: Scene, index: int) -> bool:
    """Tell whether a word is the cue it looks like: not the month of May, nor "the plan"."""
    if scene.date_at(index) is not None or scene.person_at(index) is not None:
        return False
    tag, lower = scene.tree.tag[index], scene.tokens.lower
    if not tag or tag in {"VERB", "AUX"} or lower[index + 1] == "to":
        return True
    return lower[index] not in words("modality", "verbal")


def _unreal(lower: list[str], index: int, stop: int) -> bool:
    """Tell whether a modal speaks of what never was: "would have raised"."""
    modal = lower[index] in words("modality", "modal")
    return modal and index + 1 < stop and lower[index + 1] == "have"
