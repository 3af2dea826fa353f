"""What the claims before a figure hold for: who tells of one day goes on to tell of it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence

from factx.claims.earlier.choice import Traits
from factx.claims.earlier.setting import Setting
from factx.claims.scene import Figure

# Claims before a figure that are looked at.
_MOST = 30


class History:
    """The claims of an article and what each holds for by the words of its own sentence."""

    __slots__ = ("_block", "_held")

    def __init__(self, setting: Setting, held: Mapping[str, str]) -> None:
        """Take the values by claim id."""
        self._block = setting.scene.tokens.block
        self._held = [
            (figure.first, held[claim.id])
            for figure, claim in setting.claims.items()
            if claim.id in held
        ]

    def times(self, figure: Figure, value: str) -> str:
        """Return how many of the claims before a figure hold for a value."""
        return f"times={min(2, sum(held == value for _, held in self._before(figure)))}"

    def traits(self, figure: Figure, value: str) -> Traits:
        """Return how the claims before a figure hold for a value."""
        before, block = self._before(figure), self._block[figure.first]
        near = [held for first, held in before if self._block[first] == block]
        return [
            f"last={bool(before) and before[-1][1] == value}",
            f"told={bool(near) and near[-1] == value}",
            self.times(figure, value),
        ]

    def _before(self, figure: Figure) -> Sequence[tuple[int, str]]:
        stop = bisect_left(self._held, (figure.first,))
        return self._held[max(0, stop - _MOST) : stop]
