"""What an amount under a verb measures, by the class of the verb: a table of frames, tried in order."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

from factx.claims import carried, lasting, phrase, predicate, purpose
from factx.claims.carried import Known
from factx.claims.governor import Governor
from factx.claims.scene import Figure, Scene, Stretch
from factx.claims.subject import bearer
from factx.claims.words import table, words
from factx.model import Quantity
from factx.nlp.cues import cues

# how many times as large as one before a number of the same things may be
_SCALE = 100
_BESIDE = 4  # words to what is counted in "90 of the old boats"


@dataclass(frozen=True, slots=True)
class Frame:
    """Which amounts a row of the table speaks of, and the ways to what they measure.

    Without ``verbs``, ``roles``, ``kinds`` or ``behind`` (the word behind the figure) any will do;
    ``levels`` wants a verb whose subject is measured, ``final`` lets no later row answer.
    """

    verbs: frozenset[str]
    apart: frozenset[str]
    roles: frozenset[str]
    kinds: frozenset[str]
    behind: frozenset[str]
    levels: bool
    final: bool
    ways: tuple[str, ...]

    def fits(self, scene: Scene, figure: Figure, verb: Governor) -> bool:
        """Tell whether a row speaks of a figure under a verb."""
        lemma = scene.tree.lemma(verb.verb)
        if (self.verbs and lemma not in self.verbs) or lemma in self.apart:
            return False
        if (self.roles and verb.role not in self.roles) or (self.levels and not verb.levels):
            return False
        if self.kinds and figure.kind not in self.kinds:
            return False
        return not self.behind or purpose.opening(scene, figure) in self.behind


def governed(scene: Scene, figure: Figure, verb: Governor, known: Known) -> Stretch | None:
    """Ask the verb over a figure: what it moves, what it is said of, what it speaks of again."""
    if scene.tree.tag[verb.verb] == "PROPN" and scene.person_at(verb.verb):
        return carried.alike(scene, figure, known)
    for frame in _frames():
        if not frame.fits(scene, figure, verb):
            continue
        for way in frame.ways:
            found = _ask(way, scene, figure, verb, known)
            if found is not None:
                return found
        if frame.final:
            return None
    return None


@cache
def _frames() -> tuple[Frame, ...]:
    return tuple(_frame(row) for row in table("frames")["frames"])


def _frame(row: dict[str, Any]) -> Frame:
    def several(key: str) -> frozenset[str]:
        return frozenset(row.get(key, ()))

    return Frame(
        verbs=words("measure", row["verbs"]) if "verbs" in row else frozenset(),
        apart=words("measure", row["apart"]) if "apart" in row else frozenset(),
        roles=several("roles"),
        kinds=several("kinds"),
        behind=several("behind"),
        levels=row.get("levels", False),
        final=row.get("final", False),
        ways=tuple(row["ways"]),
    )


def _ask(way: str, scene: Scene, figure: Figure, verb: Governor, known: Known) -> Stretch | None:
    if way in _BEHIND:
        return _BEHIND[way](scene, figure)
    if way in _EARLIER:
        return _EARLIER[way](scene, figure, known)
    if way in _CLAUSES:
        return _CLAUSES[way](scene, figure, verb)
    return _WITHIN[way](scene, figure, verb, known)


def _kindred(scene: Scene, figure: Figure, known: Known) -> Stretch | None:
    return carried.last(scene, figure, known, figure.kind)


def _shared(scene: Scene, figure: Figure, verb: Governor, known: Known) -> Stretch | None:
    """Take what the rival's share was of: "Oslo won 50% of the vote and Lund 40%"."""
    return carried.near(scene, figure, known) if carried.held(scene, figure, verb.verb) else None


def _borne(scene: Scene, figure: Figure, verb: Governor, known: Known) -> Stretch | None:
    """Take what the verb is said of: "exports rose 5%"; a figure there has a measure of its own."""
    found = bearer(scene, verb.verb, figure.first)
    other = scene.inside.get(scene.tree.subject(verb.verb) or -1)
    if other is not None and (found is None or found[0] <= other.first < found[1]):
        # "half of the town is under 30"
        whole = known.get(other.mention.id)
        found = whole if whole is not None and carried.nominal(scene, whole) else None
    if found is not None and figure.kind == "percent" and scene.person_at(found[0]):
        # as in "she needs to exceed 50%": of what the text gave shares of
        found = carried.last(scene, figure, known, figure.kind) or found
    return found if found is None or not found[0] <= figure.first < found[1] else None


def _achieved(scene: Scene, figure: Figure, verb: Governor, known: Known) -> Stretch | None:
    """Read "sold 90 boats, 20% more", "in six months": what the figure in the object counts."""
    thing = scene.tree.child(verb.verb, "obj")
    if thing is None or not verb.verb < thing < figure.first:
        return None
    counted = (thing, *scene.tree.children(thing))
    if any(scene.tokens.lower[at] in {"fewer", "more"} for at in counted):
        return phrase.around(scene, thing)  # "sold fewer boats: 90"
    other = next((scene.inside[at] for at in counted if at in scene.inside), None)
    if other is None or other is figure or other.kind not in {"count", "measure", "percent"}:
        return None
    found = known.get(other.mention.id)
    return found if found is not None and carried.nominal(scene, found) else None


def _again(scene: Scene, figure: Figure, verb: Governor, known: Known) -> Stretch | None:
    """Read "a year earlier it was 9,400", "that is 9% less": what the figure before measured."""
    own, tree = scene.tree.subject(verb.verb), scene.tree
    if own is None or own > figure.first or not (verb.levels or tree.tag[verb.verb] == "ADJ"):
        return None
    thing = tree.child(verb.verb, "obj")
    moves = scene.tokens.lower[verb.verb] in cues().verbs
    if moves and thing is not None and thing < figure.first and tree.tag[thing] == "NOUN":
        return None  # "that cuts the debt to $9 million"
    word = scene.tokens.lower[own]
    if word not in {"it", "that", "this"} or (word == "that" and tree.tag[own - 1] == "NOUN"):
        return None
    moving = figure.kind == "percent" and getattr(figure.mention, "change", None) is not None
    other = word != "it" or moving or figure.kind == "number"
    found = carried.last(scene, figure, known, figure.kind)
    return carried.last(scene, figure, known) if found is None and other else found


def _listed(scene: Scene, figure: Figure, known: Known) -> Stretch | None:
    """Read "they built 90 homes. A year ago it built 70": more of what was counted just before."""
    mention, lower, at = figure.mention, scene.tokens.lower, figure.first
    if not isinstance(mention, Quantity) or mention.noun is not None:
        return None
    if lower[at - 1] in {",", "at", "from", "to"}:
        return None
    first, _ = scene.sentence(max(0, scene.sentence(at)[0] - 1))
    for other in reversed(scene.figures_in(first, at)):
        earlier = other.mention
        if other.kind in {"duration", "percent", "ratio"} or not isinstance(earlier, Quantity):
            continue
        same = other.kind in {"count", "number", "measure"}
        if figure.kind == "measure":
            same = earlier.unit == mention.unit
        if not same or scene.tokens.block[other.first] != scene.tokens.block[at]:
            return None
        found = known.get(other.mention.id)
        if found is None or not carried.nominal(scene, found) or not earlier.number:
            continue
        if other.first <= found[0] < other.stop + _BESIDE:
            near = 1 / _SCALE < mention.number / earlier.number < _SCALE
            return found if near else None
    return None


_BEHIND = {
    "aim": purpose.aim,
    "allowed": lasting.aim,
    "doing": purpose.doing,
    "purpose": purpose.purpose,
}
_EARLIER = {
    "kind": _kindred,
    "listed": _listed,
    "near": carried.near,
    "paragraph": carried.last,
    "sentence": carried.alike,
}
_CLAUSES = {"clause": predicate.clause, "side": predicate.contest}
_WITHIN = {
    "again": _again,
    "bearer": _borne,
    "counted": _achieved,
    "share": _shared,
}
