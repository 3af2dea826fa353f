"""Where a claim holds: the place that its clause names, else the one its sentence names."""

from __future__ import annotations

from dataclasses import replace

from factx.claims.contrasted import contrast
from factx.claims.governor import approach, behind
from factx.claims.located import EXPLICIT, rank
from factx.claims.path import beside
from factx.claims.places import Spot
from factx.claims.scene import Figure, Scene
from factx.claims.words import words
from factx.model import Place, Quantity

# Places of one sentence that are weighed for a figure; prose seldom has ten.
_MOST = 16


def find(scene: Scene, figure: Figure) -> Place | None:
    """Return the place of a figure, or of the one it is compared or joined with."""
    if (own := _own(scene, figure)) is not None:
        return own
    other = beside(scene, figure)
    shared = _own(scene, other) if other is not None else None
    return replace(shared, explicit=False) if shared is not None else None


def _own(scene: Scene, figure: Figure) -> Place | None:
    """Return the place of a figure among the places of its sentence; of rivals, none."""
    first, stop = scene.sentence(figure.first)
    spots = scene.spots_in(first, stop)
    if not spots or _age(figure) or (scene.whole(figure) and scene.tokens.lower[first] == "of"):
        return None
    if len(spots) > _MOST:
        # a list of hundreds: what is far from a figure is not its own
        spots = sorted(spots, key=lambda spot: _between(figure, spot))[:_MOST]
        spots.sort(key=lambda spot: spot.first)
    pointed = _pointed(scene, figure)
    for spot in spots:
        if pointed is not None and _set_beside(scene, figure, spot):
            return _place(scene, spot, explicit=True)
    for spot in spots:
        if pointed is not None and pointed <= spot.first <= pointed + 4:
            return _place(scene, spot, explicit=True)
        if _paired(scene, figure, spot) or _gapped(scene, figure, spot):
            return _place(scene, spot, explicit=True)
    if (own := _respective(scene, figure, spots)) is not None:
        return _place(scene, own, explicit=True)
    cue = contrast(scene, figure) or 0
    ranked = [
        # what is compared has a place of its own side, if any
        (spot.first < cue, order, _spent(scene, figure, spot), located(scene, spot), spot)
        for spot in spots
        if (order := _order(scene, figure, spot)) is not None
        if not (_itemized(scene, figure, spot, spots) or _of_item(scene, figure, spot))
    ]
    if not ranked:
        return None
    _, order, _, _, best = min(ranked, key=lambda item: (*item[:4], _between(figure, item[4])))
    return _place(scene, _listed(scene, spots, best), explicit=order <= EXPLICIT)


def placeable(figure: Figure) -> bool:
    """Tell whether a figure holds somewhere, not everywhere."""
    return not _age(figure)


def _age(figure: Figure) -> bool:
    """Tell whether a figure is how old somebody is, which is so everywhere."""
    return isinstance(figure.mention, Quantity) and figure.mention.unit in {"year", "month"}


def _place(scene: Scene, spot: Spot, *, explicit: bool) -> Place:
    span = scene.tokens.span(spot.first, spot.stop)
    return Place(span.text, span.start, span.end, explicit=explicit)


def _listed(scene: Scene, spots: list[Spot], best: Spot) -> Spot:
    """Return the whole list that a place stands in, else the nearest place: "Voss in Norway"."""
    at = spots.index(best)
    low = high = at
    while low and _joint(scene, spots[low - 1], spots[low]) is not None:
        low -= 1
    while high + 1 < len(spots) and _joint(scene, spots[high], spots[high + 1]) is not None:
        high += 1
    joints = {_joint(scene, spots[i], spots[i + 1]) for i in range(low, high)}
    if "and" in joints or "or" in joints:
        return Spot(spots[low].first, spots[high].stop)
    before = spots[at - 1] if at else best
    within = scene.tokens.lower[before.stop : best.first] == ["in"]
    return before if within else best


def _joint(scene: Scene, one: Spot, other: Spot) -> str | None:
    """Return what joins two places of a list: the last word between "Oslo, Voss and Bodø"."""
    between = [word for word in scene.tokens.lower[one.stop : other.first] if word != "the"]
    joined = between in ([","], ["and"], ["or"], [",", "and"], [",", "or"])
    if scene.tree.base[scene.tree.top(other.first, other.stop)] == "nsubj":
        return None  # "in Lima, and Peru lost"
    return between[-1] if joined else None


def _order(scene: Scene, figure: Figure, spot: Spot) -> int | None:
    if scene.tree.label[figure.first]:
        return rank(scene, figure, spot)
    return None if _origin(scene, spot) else 0


def _origin(scene: Scene, spot: Spot) -> bool:
    """Leave out a place that only says where a person or thing comes from."""
    lower = scene.tokens.lower
    before = lower[spot.first - 1] if spot.first else ""
    if before == "from" and not (spot.stop < len(lower) and lower[spot.stop] == "to"):
        return True
    if before in {"of", "from"} and spot.first > 1 and scene.person_at(spot.first - 2) is not None:
        return True
    inner = spot.first - 2 > scene.sentence(spot.first)[0]
    return inner and before == "of" and scene.tokens.text[spot.first - 2][0].isupper()


def _paired(scene: Scene, figure: Figure, spot: Spot) -> bool:
    """Tell whether a place and a figure are one item of a list: "16 in Sweden", "Oslo (16)"."""
    if scene.bare(figure) and scene.beside(figure, spot.first):
        return True
    between = scene.tokens.lower[spot.stop : figure.first]
    return len(between) in {1, 2} and between[0] in {"(", "with", ":"}


def _gapped(scene: Scene, figure: Figure, spot: Spot) -> bool:
    """Tell the second of "Oslo grew by 4% and Bergen by 3%", "exports to Chile rose 5%, to Peru 3%"."""
    led = scene.tokens.lower[spot.stop : figure.first] in ([], ["by"])
    if spot.stop > figure.first or not led or figure.kind == "result":
        return False
    first, _ = scene.sentence(figure.first)
    before = [f for f in scene.figures_in(first, spot.first) if f.kind == figure.kind]
    return bool(before) and bool(scene.spots_in(first, before[-1].first))


def _respective(scene: Scene, figure: Figure, spots: list[Spot]) -> Spot | None:
    """Read "Oslo, Bergen and Moss got 12, nine and seven respectively": each place has its own."""
    first, stop = scene.sentence(figure.first)
    if "respectively" not in scene.tokens.lower[figure.stop : stop]:
        return None
    listed = [f for f in scene.figures_in(first, stop) if f.kind == figure.kind]
    return spots[listed.index(figure)] if len(listed) == len(spots) > 1 else None


def _spent(scene: Scene, figure: Figure, spot: Spot) -> bool:
    """Tell whether a place follows another figure, whose own it may be: "$4 in Oslo and $1 here"."""
    if spot.first > figure.first:
        later = [f for f in scene.figures_in(figure.stop, spot.first) if f.kind == figure.kind]
        return bool(later) and bool(scene.spots_in(figure.stop, later[-1].first))
    first, _ = scene.sentence(spot.first)
    earlier = scene.figures_in(first, spot.first)
    return bool(earlier) and earlier[-1].kind == figure.kind


def _itemized(scene: Scene, figure: Figure, spot: Spot, spots: list[Spot]) -> bool:
    """Tell whether a place is that of an item in a list behind a figure: "$9 in two: $5 in Oslo and $4 in Lund"."""
    if spot.first < figure.stop:
        return False
    items = [each for each in spots if each.first > figure.stop and _item(scene, figure, each)]
    return len(items) > 1 and spot in items


def _of_item(scene: Scene, figure: Figure, spot: Spot) -> bool:
    """Tell whether a place is that of another item: "Lund (16), followed by the Acme yard (9)"."""
    lower = scene.tokens.lower
    stop = spot.stop + (lower[spot.stop : spot.stop + 1] == ["by"])
    rival = scene.inside.get(stop)
    if rival is not None and rival is not figure and _gapped(scene, rival, spot):
        return True
    other = scene.inside.get(spot.stop + 1) if lower[spot.stop : spot.stop + 1] == ["("] else None
    return other not in {None, figure} and lower[figure.first - 1] == "("


def _item(scene: Scene, figure: Figure, spot: Spot) -> bool:
    """Tell whether a place stands right behind another figure: "$9 million (€8 million) in Oslo"."""
    lower, at = scene.tokens.lower, spot.first - 1
    if lower[at] not in words("place", "located"):
        return False
    before = scene.figures_in(figure.stop, at)
    return any(behind(scene, other) == at and other is not figure for other in before)


def _pointed(scene: Scene, figure: Figure) -> int | None:
    """Return where the place of a distance begins: "nine km north of Bergen"."""
    lower, at = scene.tokens.lower, behind(scene, figure)
    _, limit = scene.sentence(figure.first)
    if figure.kind != "measure" or at + 2 >= limit:
        return None
    if lower[at] == "from":
        return at + 1
    if lower[at] not in words("place", "directions"):
        return None
    while at + 1 < limit and (lower[at] in words("place", "directions") or lower[at] == ","):
        at += 1
    return at + 1 if lower[at] in {"of", "from"} else None


def _set_beside(scene: Scene, figure: Figure, spot: Spot) -> bool:
    """Tell whether a distance says where a place is: "in Corona, 50 miles east of Los Angeles"."""
    lower, start = scene.tokens.lower, approach(scene, figure)
    if spot.stop + 1 != start or lower[spot.stop] not in {",", "("}:
        return False
    return lower[spot.first - 1] in words("place", "located")


def located(scene: Scene, spot: Spot) -> int:
    """Return 0 for a place that something is at: "in Oslo", "near the city of Oslo"; else 1."""
    lower, at = scene.tokens.lower, spot.first - 1
    if at > 1 and lower[at] == "of" and lower[at - 1] in words("place", "towns"):
        at -= 2
    if at > 0 and lower[at] == "the":
        at -= 1
    return 0 if at >= 0 and lower[at] in words("place", "located") else 1


def _between(figure: Figure, spot: Spot) -> int:
    return spot.first - figure.stop if spot.first >= figure.stop else figure.first - spot.stop
