"""Figures that somebody guessed: "the 175,000 economists had forecast", "according to estimates"."""

from __future__ import annotations

from factx.claims.scene import Figure, Scene
from factx.claims.words import words

_REACH = 6  # words of "economists polled by Reuters had"


def foreseen(scene: Scene, figure: Figure) -> bool:
    """Tell "short of the 175,000 economists had forecast": what a bare clause says was expected."""
    lower, tag, stop = scene.tokens.lower, scene.tree.tag, scene.sentence(figure.first)[1]
    near = range(figure.stop, min(stop - 1, figure.stop + _REACH))
    had = next((at for at in near if tag[at] not in {"NOUN", "PROPN", "ADJ", "ADP"}), stop)
    if had == figure.stop or had + 1 >= stop or lower[had] not in {"had", "have"}:
        return False
    guesses = words("modality", "estimate") | words("modality", "hypothetical")
    return lower[had + 1] in guesses


def cited_guess(scene: Scene, figure: Figure) -> bool:
    """Tell what is so "according to government estimates"."""
    lower, (first, stop) = scene.tokens.lower, scene.sentence(figure.first)
    cited = [at for at in range(first, stop - 2) if lower[at] == "according"]
    cited = [at for at in cited if lower[at + 1] == "to"]
    guesses = words("modality", "guesses")
    return any(not guesses.isdisjoint(lower[at + 2 : min(stop, at + _REACH)]) for at in cited)
