"""The places that may be where a figure holds, of its own sentence or another, and what speaks for each."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter

from factx.claims.earlier.choice import Traits
from factx.claims.earlier.history import History
from factx.claims.earlier.setting import Setting
from factx.claims.path import path
from factx.claims.place import located
from factx.claims.place_apart import apart
from factx.claims.places import Spot, placeless
from factx.claims.scene import Figure, Scene
from factx.claims.words import words

# Names that tell where something is, if not always as a place.
_TELLING = frozenset({"GPE", "LOC", "FAC", "NORP"})
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
        "_sure",
        "_titled",
        "_usual",
    )

    def __init__(self, setting: Setting) -> None:
        self._setting = setting
        tokens = setting.scene.tokens
        self._sure = frozenset(setting.scene.spots)
        self._spots = [(spot, self.name(spot)) for spot in named(setting.scene)]
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

        Those of its own sentence are among them.
        """
        _, end = self._setting.scene.sentence(figure.first)
        stop = bisect_left(self._spots, end, key=_begins)
        near = self._spots[max(0, stop - _FAR) : stop]
        last = {name: spot for spot, name in near if not self._apart(figure, spot)}
        nearest = sorted(last, key=lambda name: abs(last[name].first - figure.first))
        kept = nearest[:_MOST]
        kept += [name for name in nearest[_MOST:] if name in {self._first, self._usual}]
        return [last[name] for name in kept]

    def _apart(self, figure: Figure, spot: Spot) -> bool:
        """Tell whether a place of a figure's own sentence is no scene: a team, an origin, a rival."""
        setting = self._setting
        if setting.number(spot.first) != setting.number(figure.first):
            return False
        scene, tree = setting.scene, setting.scene.tree
        way = path(tree, tree.top(figure.first, figure.stop), tree.top(spot.first, spot.stop))
        return way is None or apart(scene, figure, spot, way)

    def _placed(self, figure: Figure) -> int:
        """Return how many names of a figure's sentence tell of a place, up to two."""
        first, end = self._setting.scene.sentence(figure.first)
        low, high = (bisect_left(self._spots, at, key=_begins) for at in (first, end))
        return min(2, high - low)

    def traits(self, figure: Figure, spot: Spot) -> Traits:
        """Return what speaks for a place, or against it."""
        setting, name = self._setting, self.name(spot)
        tokens, tree = setting.scene.tokens, setting.scene.tree
        top, label = tree.top(spot.first, spot.stop), tokens.doc[spot.first].ent_type_
        at = spot.first - 1 - (tokens.lower[spot.first - 1 : spot.first] == ["the"])
        before = tokens.lower[at] if at >= 0 else ""
        behind = tokens.lower[spot.stop] if spot.stop < len(tokens) else ""
        return [
            *setting.beside(figure, spot.first, spot.stop),
            setting.sentences(figure, spot.first),
            setting.paragraphs(figure, spot.first),
            f"sure={spot in self._sure}",
            f"placed={self._placed(figure)} {setting.number(spot.first) == setting.number(figure.first)}",
            f"scarce={min(3, len(self._counts))}",
            f"in={tokens.kind(spot.first)}",
            f"named={min(4, self._counts[name])}",
            f"usual={name == self._usual}",
            f"first={name == self._first}",
            f"scene={name in self._scenes}",
            f"titled={name in self._titled}",
            f"label={label}",
            f"label={label} {tree.base[top]} {spot in self._sure}",
            f"lead={before if before in words('earlier', 'leading') else '-'}",
            f"next={behind if behind in words('earlier', 'following') else '-'}",
            f"part={tree.base[top]}",
            f"words={min(3, spot.stop - spot.first)}",
            setting.common(figure, spot.first),
            *self._history.traits(figure, name),
        ]


def _begins(item: tuple[Spot, str]) -> int:
    return item[0].first


def named(scene: Scene) -> list[Spot]:
    """Return the places and every other name that tells of one: "Thai roads", "Lecce's festival".

    What acts under a name that is no known place may be anybody.
    """
    doc, known, tree = scene.tokens.doc, scene.spots, scene.tree
    taken = {index for spot in known for index in range(spot.first, spot.stop)}
    others = [
        Spot(entity.start, entity.end)
        for entity in doc.ents
        if entity.label_ in _TELLING
        and taken.isdisjoint(range(entity.start, entity.end))
        and not placeless(scene.tokens, entity.start, entity.end)
        and tree.base[tree.top(entity.start, entity.end)] != "nsubj"
    ]
    return sorted([*known, *others], key=lambda spot: spot.first)
