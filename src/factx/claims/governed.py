"""What an amount under a verb measures, by the class of the verb: a table of frames, tried in order."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

from factx.claims import carried, lasting, predicate, purpose
from factx.claims.carried import Known
from factx.claims.governor import Governor
from factx.claims.scene import Figure, Scene, Stretch
from factx.claims.subject import bearer
from factx.claims.words import table, words


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
    """Read "drew nine million visitors in six months": what another figure counts in the time."""
    thing = scene.tree.child(verb.verb, "obj")
    if thing is None or not verb.verb < thing < figure.first:
        return None
    counted = (thing, *scene.tree.children(thing))
    other = next((scene.inside[at] for at in counted if at in scene.inside), None)
    return known.get(other.mention.id) if other is not None and other.kind == "count" else None


_BEHIND = {
    "aim": purpose.aim,
    "allowed": lasting.aim,
    "doing": purpose.doing,
    "purpose": purpose.purpose,
}
_EARLIER = {
    "kind": _kindred,
    "near": carried.near,
    "paragraph": carried.last,
    "sentence": carried.alike,
}
_CLAUSES = {"clause": predicate.clause, "side": predicate.contest}
_WITHIN = {"bearer": _borne, "counted": _achieved, "share": _shared}
