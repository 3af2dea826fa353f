"""Whether the verbs between a figure and a date speak of two times: "opened in 1842, employs 118"."""

from __future__ import annotations

from factx.claims.scene import Figure, Scene, When
from factx.claims.words import words

_JOINTS = frozenset({",", ";", "and", "but", "or"})
_FINITE = frozenset({"VBD", "VBP", "VBZ", "MD"})
HAVE = frozenset({"has", "have", "'s", "'ve"})
# Words between a verb and its participle: "has only recently been".
_NEAR = 4


def parted(scene: Scene, figure: Figure, when: When) -> bool:
    """Tell whether a second verb of one subject, in another time, stands between figure and date."""
    lower, doc = scene.tokens.lower, scene.tokens.doc
    low, high = sorted(((figure.first, figure.stop), (when.first, when.stop)))
    first, _ = scene.sentence(figure.first)
    for at in range(low[1], high[0]):
        if lower[at] not in _JOINTS:
            continue
        verb = at + 1 + (doc[at + 1].tag_ == "RB")
        if verb > high[0] or doc[verb].tag_ not in _FINITE:
            continue
        before = next((i for i in range(at - 1, first, -1) if doc[i].tag_ in _FINITE), None)
        if before is None:
            continue
        if when.date.mod is not None and lower[when.first - 1] == "since":
            return True
        if _time(scene, before) != _time(scene, verb):
            return True
    return False


def founded(scene: Scene, figure: Figure, when: When) -> bool:
    """Tell whether a date is when something began that a figure is of now: "built in 1904, it holds 24,200"."""
    lower, doc, at = scene.tokens.lower, scene.tokens.doc, when.first - 2
    if at < 0 or when.stop > figure.first or lower[at + 1] not in words("period", "within"):
        return False
    begun = doc[at].tag_ == "VBN" and lower[at] in words("period", "founding")
    passive = at > 0 and scene.tree.tag[at - 1] in {"AUX", "PART"}
    between = range(when.stop, figure.first)
    parted_by = any(lower[i] in {",", ")", "-"} or doc[i].tag_ in _FINITE for i in between)
    return begun and not passive and parted_by


def of_a_part(scene: Scene, figure: Figure, at: int) -> bool:
    """Tell whether a date or place at a token is that of some of a group: "40 boats, one of which sank in May".

    The figure that says how many they are has it; any other, of the group or of another clause, has not.
    """
    lower, (first, limit) = scene.tokens.lower, scene.sentence(at)
    joint = at - 1
    while joint > first and lower[joint] not in {",", ";"}:
        if lower[joint] in words("relation", "relative") and lower[joint - 1] == "of":
            stop = next((i for i in range(at, limit) if lower[i] in {",", ";"}), limit)
            return figure.stop < joint - 1 or stop < figure.first
        joint -= 1
    part = scene.inside.get(joint + 2) if lower[joint + 1] == "including" else None
    return part is not None and figure.stop <= joint and at - part.stop in {1, 2}


def led_into(scene: Scene, when: When) -> bool:
    """Tell since when something was what a clause describes: "their home since 1904, where 24,200 fit"."""
    lower = scene.tokens.lower
    if lower[when.first - 1] != "since" or lower[when.stop : when.stop + 1] != [","]:
        return False
    return lower[when.stop + 1 : when.stop + 2] in (["where"], ["which"], ["whose"])


def since_another(scene: Scene, figure: Figure, when: When) -> bool:
    """Tell since when another figure has changed: "60% agree, up 14 points since last year"."""
    at = when.first - 1
    if scene.tokens.lower[at] != "since":
        return False
    moved = scene.figures_in(max(figure.stop, at - _NEAR), at)
    return any(getattr(other.mention, "change", None) is not None for other in moved)


def _time(scene: Scene, verb: int) -> str:
    """Return whether a finite verb tells of the past, the present or what is to come."""
    tag = scene.tokens.doc[verb].tag_
    if tag in {"VBZ", "VBP"} and scene.tokens.lower[verb] in HAVE:
        ahead = scene.tokens.doc[verb + 1 : verb + _NEAR]
        return "perfect" if any(token.tag_ == "VBN" for token in ahead) else "now"
    return {"VBD": "past", "MD": "future"}.get(tag, "now")
