"""Whether a figure is a part by its amount: it adds up with others to a whole named before."""

from __future__ import annotations

from decimal import Decimal

from factx.claims.scene import Figure, Scene
from factx.claims.words import words
from factx.model import Quantity

_AMOUNTS = frozenset({"count", "number", "money", "measure"})
_REACH, _AHEAD = 60, 45  # tokens back to the whole, and on to the last part
_LEAST = 30  # smaller numbers add up by chance
_MOST = 8  # figures on either side
_BETWEEN = 5  # tokens between two parts


def adds_up(scene: Scene, figure: Figure) -> bool:
    """Read "83 came home: 37 women, 29 children and 17 men"."""
    before = _amounts(scene, max(0, figure.first - _REACH), figure.first)[-_MOST:]
    behind = _amounts(scene, figure.first, figure.stop + _AHEAD)[:_MOST]
    return figure in behind[:1] and any(
        _number(whole) >= _LEAST and _completes(scene, whole, before[place:], behind)
        for place, whole in enumerate(before, start=1)
    )


def _completes(scene: Scene, whole: Figure, before: list[Figure], behind: list[Figure]) -> bool:
    """Tell whether a run of parts, some before and some behind, is exactly the whole."""
    for start in range(len(before) + 1):
        total, run = sum(map(_number, before[start:]), Decimal(0)), before[start:]
        for each in behind:
            total, run = total + _number(each), [*run, each]
            if total >= _number(whole):
                break
        if total == _number(whole) and len(run) > 1:
            return len(run) > 2 or _split(scene, whole, *run)
    return False


def _split(scene: Scene, whole: Figure, one: Figure, other: Figure) -> bool:
    """Tell two parts from a part and a difference: "154 for, 67 against, a margin of 87"."""
    lower = scene.tokens.lower
    if not words("relation", "parting").isdisjoint(lower[whole.stop : other.first]):
        return True
    listed = not {":", "("}.isdisjoint(lower[one.first - 3 : one.first])
    return listed and other.first - one.stop < _BETWEEN


def _number(figure: Figure) -> Decimal:
    return figure.mention.number if isinstance(figure.mention, Quantity) else Decimal(0)


def _amounts(scene: Scene, first: int, stop: int) -> list[Figure]:
    figures = scene.figures_in(first, stop)
    return [each for each in figures if each.kind in _AMOUNTS and _number(each) > 0]
