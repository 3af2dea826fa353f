"""What a length of time measures: "gave them a week to reply", "the worst fire in ten years"."""

from __future__ import annotations

from factx.claims import phrase
from factx.claims.governor import approach, behind, governor
from factx.claims.scene import Figure, Scene, Stretch
from factx.claims.subject import subject_phrase
from factx.claims.words import words

_NEAR, _LONG = 4, 10
_RELATIVE = 7  # words of "it is more than"


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


def aim(scene: Scene, figure: Figure) -> Stretch | None:
    """Read "it took five hours to put out the fire", "gave the firm a week for a guest to reply"."""
    lower, start = scene.tokens.lower, figure.stop
    _, limit = scene.sentence(figure.first)
    if start + 1 >= limit:
        return None
    last = min(limit, start + _LONG)
    last = next((at for at in range(start, last) if lower[at] == ","), last)
    if lower[start] == "for":
        to = next((i for i in range(start + 2, last - 1) if lower[i] == "to"), None)
        if to is None or scene.tree.tag[to + 1] != "VERB":
            return None
    elif lower[start] != "to":
        return None
    found = phrase.trim(scene, start + 1, phrase.cut(scene, start + 2, last))
    alone = found is not None and found[1] - found[0] == 1 and lower[start] == "to"
    verb = governor(scene, figure) if alone else None
    whole = subject_phrase(scene, verb.verb) if verb is not None else None
    return whole or found  # "the review may take six weeks to finish"


def extreme(scene: Scene, figure: Figure) -> Stretch | None:
    """Read "the biggest drive in two decades", "the most in 33 years": what is the extreme."""
    at, lower, tree = approach(scene, figure), scene.tokens.lower, scene.tree
    first, _ = scene.sentence(figure.first)
    if figure.kind != "duration" or at - 2 < first or lower[at - 1] not in {"in", "for"}:
        return None
    if _superlative(scene, at - 2):
        return (at - 2, at - 1) if lower[at - 3 : at - 2] == ["the"] else None
    if tree.base[tree.top(figure.first, figure.stop)] not in {"obl", "nmod"}:
        return None  # "in the 19 year existence of the mill"
    if tree.tag[at - 2] == "VERB" and tree.tag[at - 3] in {"NOUN", "ADJ"}:
        # "the biggest sales drive" taken for a verb
        begun = next((i for i in range(at - 3, max(first, at - 6), -1) if _ranked(scene, i)), 0)
        return (begun, at - 1) if begun else None
    for noun in (at - 2, *_holders(scene, figure)):
        if not first <= noun < at - 1 or tree.tag[noun] not in {"NOUN", "PROPN"}:
            continue
        found = phrase.around(scene, noun)
        if found is not None and any(_ranked(scene, index) for index in range(found[0], noun)):
            return found[0], min(found[1], at - 1)
    return None


def _ranked(scene: Scene, index: int) -> bool:
    return _superlative(scene, index) or scene.tokens.lower[index] in words("measure", "places")


def _holders(scene: Scene, figure: Figure) -> list[int]:
    """Return the nouns that a length of time may hang from: those over it, the verb's object."""
    tree = scene.tree
    nouns = [next(iter(tree.above(tree.top(figure.first, figure.stop))), -1)]
    while nouns[-1] >= 0 and tree.base[nouns[-1]] == "nmod":
        nouns.append(tree.head[nouns[-1]])
    thing = tree.child(nouns[-1], "obj") if nouns[-1] >= 0 else None
    return nouns if thing is None else [*nouns, thing]


def confined(scene: Scene, figure: Figure) -> Stretch | None:
    """Read "24 years in a federal prison": where the time is spent is what it measures."""
    first, limit = scene.sentence(figure.first)
    lower, at = scene.tokens.lower, approach(scene, figure)
    if figure.kind != "duration":
        return None
    held = at - 3 >= first and lower[at - 1] == "for" and lower[at - 3] in {"in", "to"}
    if held and lower[at - 2] in words("measure", "confinement"):
        return at - 2, at - 1
    stop = behind(scene, figure)
    if lower[stop : stop + 1] == [")"] and at > first and lower[at - 1] == "(":
        stop += 1
    if stop + 1 >= limit or lower[stop] not in {"in", "behind"}:
        return None
    found = phrase.onward(scene, stop + 1)
    head = scene.tree.top(*found) if found is not None else 0
    return found if lower[head] in words("measure", "confinement") else None


def since(scene: Scene, figure: Figure) -> Stretch | None:
    """Read "it is three weeks since the vote was held": what the time has passed since."""
    lower, stop = scene.tokens.lower, figure.stop
    first, limit = scene.sentence(figure.first)
    if figure.kind != "duration" or stop + 1 >= limit or lower[stop] != "since":
        return None
    if "it" not in lower[max(first, figure.first - _RELATIVE) : figure.first]:
        return None
    if scene.date_at(stop + 1) is not None:
        return None
    return phrase.trim(scene, stop + 1, phrase.cut(scene, stop + 2, min(limit, stop + 10)))


def _superlative(scene: Scene, index: int) -> bool:
    word = scene.tokens.lower[index]
    formed = word.endswith("est") and len(word) > len("best")
    return (scene.tree.tag[index] == "ADJ" and formed) or word in words("measure", "extreme")
