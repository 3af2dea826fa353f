"""Sides of a thing and their conversions: "4 by 1.5 inches (10.2 by 3.8 cm)" go two and two."""

from __future__ import annotations

from factx.claims.scene import Figure, Scene

_BY = frozenset({"by", "x", "×"})
_MOST = 3  # a thing has no more sides than that
_GAP = 3  # words of "metres by about"


def opposite(scene: Scene, figure: Figure, original: Figure) -> Figure | None:
    """Return the side that a figure in brackets converts: that of the same place in its row.

    ``original`` is the last figure before the bracket. Rows of unlike length pair with nothing.
    """
    before, inside = _row(scene, original), _row(scene, figure)
    if len(before) != len(inside):
        return None
    return before[inside.index(figure)]


def _row(scene: Scene, figure: Figure) -> list[Figure]:
    """Return the figures of one row of sides, in text order."""
    row = [figure]
    while len(row) <= _MOST and (ahead := _ahead(scene, row[0])) is not None:
        row.insert(0, ahead)
    while len(row) <= _MOST and (behind := _behind(scene, row[-1])) is not None:
        row.append(behind)
    return row


def _ahead(scene: Scene, figure: Figure) -> Figure | None:
    low = max(scene.sentence(figure.first)[0], figure.first - 1 - _GAP)
    near = range(figure.first - 1, low - 1, -1)
    other = next((scene.inside[at] for at in near if at in scene.inside), None)
    return other if other is not None and _joined(scene, other, figure) else None


def _behind(scene: Scene, figure: Figure) -> Figure | None:
    high = min(scene.sentence(figure.first)[1], figure.stop + 1 + _GAP)
    other = next((scene.inside[at] for at in range(figure.stop, high) if at in scene.inside), None)
    return other if other is not None and _joined(scene, figure, other) else None


def _joined(scene: Scene, one: Figure, other: Figure) -> bool:
    between = scene.tokens.lower[one.stop : other.first]
    plain = all(word.isalpha() or word in _BY for word in between)
    return plain and not _BY.isdisjoint(between)
