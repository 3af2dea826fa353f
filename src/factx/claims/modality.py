"""Whether a figure is a fact, a plan, a target, an estimate or a supposition."""

from __future__ import annotations

from factx.claims.scene import Figure, Scene
from factx.claims.words import table
from factx.model import Modality

_ORDER: tuple[Modality, ...] = ("target", "estimate", "plan", "hypothetical")


def find(scene: Scene, figure: Figure) -> Modality:
    """Return the modality that words before a figure give; a fact where none does."""
    first, _ = scene.sentence(figure.first)
    lower = scene.tokens.lower
    near = lower[max(first, figure.first - 12) : figure.first]
    for index in range(len(near) - 1, -1, -1):
        if near[index] == ";":
            near = near[index + 1 :]
            break
    cue = table("modality")
    for modality in _ORDER:
        if any(word in cue[modality]["words"] for word in near):
            return modality
    return "actual"
