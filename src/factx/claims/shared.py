"""Figures that hold when the one before them does: a part of it, or the same told in other words."""

from __future__ import annotations

from itertools import pairwise

from factx.claims.parted import HAVE
from factx.claims.scene import Figure, Scene
from factx.claims.words import words

# Words between a figure and a part of it; items of a list that are followed back to their whole.
_FAR, _ITEMS = 12, 12
# Words from a part to its verb: "a quarter of them have".
_NEAR = 4


def whole_of(scene: Scene, figure: Figure) -> Figure | None:
    """Return what a figure is a part of, or restates: "40 fires, six of them at sea", "or 15%".

    What has become of a part since holds later: "of which a tenth has been paid".
    """
    if not HAVE.isdisjoint(scene.tokens.lower[figure.stop : figure.stop + _NEAR]):
        return None
    for _ in range(_ITEMS):
        before = _before(scene, figure)
        if before is None:
            return None
        if _parts(scene, before, figure):
            return before
        if not _goes_on(scene, before, figure):
            return None
        figure = before
    return None


def _before(scene: Scene, figure: Figure) -> Figure | None:
    first, _ = scene.sentence(figure.first)
    near = scene.figures_in(max(first, figure.first - _FAR), figure.first)
    return near[-1] if near else None


def _parts(scene: Scene, whole: Figure, figure: Figure) -> bool:
    """Tell whether the words between two figures make the second a part or a restatement."""
    lower = scene.tokens.lower
    between = lower[whole.stop : figure.first]
    if scene.dates_in(whole.stop, figure.first) and ":" not in between:
        between = between[between.index(",") :] if "," in between else []
    if between[:2] == [",", "or"] or between[:1] == ["or"] or ":" in between:
        return True
    those = words("period", "those")
    pairs = [*pairwise(between), tuple(lower[figure.stop : figure.stop + 2])]
    return any(pair[:1] == ("of",) and pair[-1] in those for pair in pairs)


def _goes_on(scene: Scene, before: Figure, figure: Figure) -> bool:
    """Tell whether a figure is the next of a list: "16 for food, 8 for staff"."""
    between = range(before.stop, figure.first)
    joint = any(scene.tokens.lower[at] in {",", "and"} for at in between)
    return joint and not any(scene.tree.tag[at] in {"VERB", "AUX"} for at in between)
