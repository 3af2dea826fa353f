"""Whether the verbs between a figure and a date speak of two times: "opened in 1842, employs 118"."""

from __future__ import annotations

from factx.claims.scene import Figure, Scene, When

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


def _time(scene: Scene, verb: int) -> str:
    """Return whether a finite verb tells of the past, the present or what is to come."""
    tag = scene.tokens.doc[verb].tag_
    if tag in {"VBZ", "VBP"} and scene.tokens.lower[verb] in HAVE:
        ahead = scene.tokens.doc[verb + 1 : verb + _NEAR]
        return "perfect" if any(token.tag_ == "VBN" for token in ahead) else "now"
    return {"VBD": "past", "MD": "future"}.get(tag, "now")
