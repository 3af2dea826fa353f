"""What goes on for a length of time: "intended to isolate", "gave them a week to reply"."""

from __future__ import annotations

from factx.claims import phrase
from factx.claims.governor import Governor
from factx.claims.scene import Figure, Scene, Stretch
from factx.claims.words import words

_NEAR, _LONG = 4, 10


def begun(scene: Scene, verb: int) -> int:
    """Return where a chain of verbs begins: "intended to isolate", "ended up spending"."""
    tree, start = scene.tree, verb
    while tree.base[start] == "xcomp" and 0 < start - tree.head[start] < _NEAR:
        if tree.tag[tree.head[start]] != "VERB":
            break
        start = tree.head[start]
    return start


def content(scene: Scene, verb: int) -> Stretch | None:
    """Give a verb alone if it says what goes on: "suspended", "ended up spending"."""
    tree, start = scene.tree, begun(scene, verb)
    light = tree.lemma(verb) in words("measure", "allowing")
    return (start, verb + 1) if tree.tag[verb] == "VERB" and (start < verb or not light) else None


def aim(scene: Scene, figure: Figure, found: Governor) -> Stretch | None:
    """Read "it took five hours to put out the fire", "gave the firm a week for a guest to reply"."""
    lower, start = scene.tokens.lower, figure.stop
    _, limit = scene.sentence(figure.first)
    if figure.kind != "duration" or start + 1 >= limit:
        return None
    if scene.tree.lemma(found.verb) not in words("measure", "allowing"):
        return None
    last = min(limit, start + _LONG)
    if lower[start] == "for":
        to = next((i for i in range(start + 2, last - 1) if lower[i] == "to"), None)
        if to is None or scene.tree.tag[to + 1] != "VERB":
            return None
    elif lower[start] != "to":
        return None
    return phrase.trim(scene, start + 1, phrase.cut(scene, start + 2, last))
