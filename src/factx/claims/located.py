"""Whether a place of the sentence is where a figure holds, and how surely, by the parse between them."""

from __future__ import annotations

from factx.claims.path import Path, happens, path, shares
from factx.claims.place_apart import apart, goal
from factx.claims.places import Spot
from factx.claims.scene import Figure, Scene
from factx.claims.words import words

# How sure a step makes a place: a clause of its own is less sure than a phrase.
_PHRASE, _CLAUSE, _JOINED, _RELATIVE, _EVENT, _FRONTED = range(6)
EXPLICIT = _RELATIVE


def rank(scene: Scene, figure: Figure, spot: Spot) -> int | None:
    """Return how far a place is from a figure in clauses; ``None`` if it belongs to something else."""
    tree = scene.tree
    top = tree.top(spot.first, spot.stop)
    way = path(tree, tree.top(figure.first, figure.stop), top)
    if way is None or apart(scene, figure, spot, way):
        return None
    if scene.tokens.kind(figure.first) == "title":
        return _PHRASE
    if _witnesses(scene, way):
        return _CLAUSE
    up, down = _up(scene, figure, spot, way), _down(scene, figure, way)
    if down is None:
        return None
    if up is None:
        return _FRONTED if _fronts(scene, way) else None
    if goal(scene, spot, way):
        return None
    verbs = tree.is_verb(way.meet) or any(tree.is_verb(node) for node in way.up)
    return max(up, down, _CLAUSE if verbs else _PHRASE)


def _witnesses(scene: Scene, way: Path) -> bool:
    """Tell the place of what it went through: "Cleveland saw rents drop $57"."""
    if len(way.down) != 1 or scene.tree.base[way.down[0]] != "nsubj" or not way.up:
        return False
    led = scene.tree.base[way.up[-1]] in {"ccomp", "advcl", "obj", "advmod", "xcomp"}
    return led and scene.tree.lemma(way.meet) in words("place", "witnessing")


def _up(scene: Scene, figure: Figure, spot: Spot, way: Path) -> int | None:
    """Climb from the figure: its clause may share a place with the one it hangs from, or not."""
    tree = scene.tree
    cost, closed = _PHRASE, False
    for node in way.up:
        base, verbal = tree.base[node], tree.is_verb(node)
        own = tree.child(node, "nsubj", "csubj") is not None
        if closed and (verbal or base in {"obj", "iobj", "nsubj", "obl", "csubj"}):
            return None
        if tree.label[node] == "acl:relcl":
            # a clause hung on a date by mistake describes what the date belongs to
            cost, closed = max(cost, _RELATIVE), scene.date_at(tree.head[node]) is None
        elif base == "parataxis" and not own:
            cost = max(cost, _JOINED)
        elif base in {"ccomp", "parataxis"}:
            return None
        elif base == "advcl" and own:
            if _mark(scene, node) not in words("place", "events"):
                return None
            cost = _EVENT
        elif base == "conj" and verbal:
            if own:
                return None
            cost = max(cost, _JOINED)
        elif base == "conj" and _later(scene, spot, figure, node, way):
            return None
    return cost


def _later(scene: Scene, spot: Spot, figure: Figure, node: int, way: Path) -> bool:
    """Tell whether a figure is a later item of a list whose first item has the place, or is it."""
    head = scene.tree.head[node]
    if spot.first <= head < spot.stop:
        return True
    before = spot.first < figure.first
    return before and node != way.up[0] and head == way.meet and not scene.tree.is_verb(head)


def _down(scene: Scene, figure: Figure, way: Path) -> int | None:
    """Climb from the place: a clause of its own speaks of something else, unless it is the event."""
    tree = scene.tree
    cost = _PHRASE
    if _acts(scene, way):
        return None
    for node in way.down:
        base, head = tree.base[node], tree.head[node]
        if base == "acl":
            if tree.lemma(node) in words("place", "biography"):
                return None
            if tree.label[node] == "acl:relcl":
                if tree.is_verb(way.meet) and way.meet != head and not happens(scene, node):
                    return None
                cost = max(cost, _RELATIVE)
        elif base == "advcl":
            mark = _mark(scene, node)
            if mark and mark not in words("place", "events"):
                return None
            cost = _EVENT
        elif base in {"xcomp", "csubj"}:
            cost = max(cost, _JOINED)
        elif base == "conj" and tree.is_verb(node):
            # "were taken to hospital after a bus crashed in Hove" may be parsed as two statements
            event = _mark(scene, node) in words("place", "events")
            if not event and not shares(scene, figure, node):
                return None
            cost = _EVENT
        elif base in {"ccomp", "parataxis"} or (base == "conj" and not scene.spot_at(head)):
            return None
    return cost


def _acts(scene: Scene, way: Path) -> bool:
    """Tell whether a place acts, or is acted on, elsewhere: "when Dallas began", "to enter Chile"."""
    tree = scene.tree
    if len(way.down) > 2 and tree.label[way.down[0]] == "nmod:poss":
        # "needs the use of Chile's tallest crane", but "at Oslo's Main Station"
        case = tree.child(way.down[1], "case")
        return case is not None and scene.tokens.lower[case] not in words("place", "located")
    if not way.down or (verb := tree.head[way.down[0]]) == way.meet or tree.tag[verb] != "VERB":
        return False
    if tree.label[way.down[0]] == "nsubj":
        return True
    named = tree.lemma(verb) in words("place", "naming")
    return not named and tree.base[way.down[0]] == "obj" and tree.label[verb] in {"acl", "xcomp"}


def _mark(scene: Scene, verb: int) -> str:
    """Return the word that subordinates a clause, or "" for a bare participle."""
    tree = scene.tree
    for child in tree.children(verb):
        if child < verb and (
            tree.base[child] == "mark" or scene.tokens.lower[child] in words("place", "events")
        ):
            return scene.tokens.lower[child]
    return ""


def _fronts(scene: Scene, way: Path) -> bool:
    """Tell whether a place opens the sentence, and so holds for all of it: "In Norway, ..."."""
    if not way.down:
        return False
    first, _ = scene.sentence(way.meet)
    left, _ = scene.tree.edges(way.down[-1])
    lower = scene.tokens.lower
    return first <= left <= first + 1 and lower[left] in words("place", "located")
