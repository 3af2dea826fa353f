"""The places of earlier sentences that may be where a figure holds, and what speaks for each."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter

from factx.claims.earlier.choice import Traits
from factx.claims.earlier.history import History
from factx.claims.earlier.setting import Setting
from factx.claims.place import located
from factx.claims.places import Spot
from factx.claims.scene import Figure
from factx.claims.words import words

# Values that are weighed for a figure, and mentions that are looked through for them.
_MOST, _FAR = 6, 60


class Spots:
    """The places of an article by name."""

    __slots__ = (
        "_counts",
        "_first",
        "_history",
        "_scenes",
        "_setting",
        "_spots",
        "_titled",
        "_usual",
    )

    def __init__(self, setting: Setting) -> None:
        self._setting = setting
        tokens = setting.scene.tokens
        self._spots = [(spot, self.name(spot)) for spot in setting.scene.spots]
        self._counts = Counter(name for _, name in self._spots)
        most = self._counts.most_common(1)
        self._usual = most[0][0] if most and most[0][1] > 1 else None
        prose = (name for spot, name in self._spots if setting.tells(spot.first))
        self._first = next(prose, None)
        self._scenes = {n for spot, n in self._spots if located(setting.scene, spot) == 0}
        self._titled = {n for spot, n in self._spots if tokens.kind(spot.first) == "title"}
        held = {c.id: c.place.text.lower() for c in setting.claims.values() if c.place is not None}
        self._history = History(setting, held)

    def name(self, spot: Spot) -> str:
        """Return a place's name as it is compared."""
        return self._setting.scene.tokens.span(spot.first, spot.stop).text.lower()

    def options(self, figure: Figure) -> list[Spot]:
        """Return the last mention of each of the last places, nearest first, and of the chief ones.

        A sentence that is about several places has no need of another.
        """
        first, end = self._setting.scene.sentence(figure.first)
        stop = bisect_left(self._spots, first, key=lambda item: item[0].first)
        if stop + 1 < len(self._spots) and self._spots[stop + 1][0].first < end:
            return []
        last = {name: spot for spot, name in self._spots[max(0, stop - _FAR) : stop]}
        nearest = sorted(last, key=lambda name: -last[name].first)
        kept = nearest[:_MOST]
        kept += [name for name in nearest[_MOST:] if name in {self._first, self._usual}]
        return [last[name] for name in kept]

    def traits(self, figure: Figure, spot: Spot) -> Traits:
        """Return what speaks for a place, or against it."""
        setting, name = self._setting, self.name(spot)
        tokens, tree = setting.scene.tokens, setting.scene.tree
        at = spot.first - 1 - (tokens.lower[spot.first - 1 : spot.first] == ["the"])
        before = tokens.lower[at] if at >= 0 else ""
        behind = tokens.lower[spot.stop] if spot.stop < len(tokens) else ""
        return [
            setting.sentences(figure, spot.first),
            setting.paragraphs(figure, spot.first),
            f"in={tokens.kind(spot.first)}",
            f"named={min(4, self._counts[name])}",
            f"usual={name == self._usual}",
            f"first={name == self._first}",
            f"scene={name in self._scenes}",
            f"titled={name in self._titled}",
            f"label={tokens.doc[spot.first].ent_type_}",
            f"lead={before if before in words('earlier', 'leading') else '-'}",
            f"next={behind if behind in words('earlier', 'following') else '-'}",
            f"part={tree.base[tree.top(spot.first, spot.stop)]}",
            f"words={min(3, spot.stop - spot.first)}",
            setting.common(figure, spot.first),
            *self._history.traits(figure, name),
        ]
