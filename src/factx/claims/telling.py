"""What a verb must have to tell something, and whether a figure is part of what it tells."""

from __future__ import annotations

from factx.claims.path import path
from factx.claims.scene import Figure, Scene, Stretch
from factx.claims.words import table, words
from factx.nlp.nouns import singular

_CONTENT = ("ccomp", "xcomp", "parataxis")
_QUOTES = frozenset({'"', "“", "”"})
# Words between a verb and the quotation it opens: "told the Times on Monday: “...”".
_OPENING = 8


def reports(scene: Scene, verb: int, speaker: Stretch, stop: int) -> bool:
    """Tell whether a verb says something: "added that", "the bureau recorded nine", not "added nine"."""
    verbs, tree, lower = table("source")["verbs"], scene.tree, scene.tokens.lower
    word = lower[verb]
    if word in words("source", "tallies") and _works(scene, verb):
        return False
    clause = _clause_of(scene, verb, stop)
    if not tree.label[verb] or clause:
        if word not in verbs["written"] or _heads(scene, speaker, "documents"):
            return True
        return word in words("source", "tallies") and _heads(scene, speaker, "counters")
    if word in verbs["strong"]:
        return word not in verbs["clausal"]
    if word in verbs["written"] and _heads(scene, speaker, "documents"):
        return True
    if word not in words("source", "tallies"):
        return False
    if word in words("source", "guesses"):
        return True
    return _heads(scene, speaker, "documents", "counters") or _body(scene, speaker)


def _clause_of(scene: Scene, verb: int, stop: int) -> bool:
    """Tell whether a verb has a clause or a quotation for its object."""
    tree, lower = scene.tree, scene.tokens.lower
    if tree.child(verb, *_CONTENT) is not None:
        return True
    if tree.base[verb] == "parataxis":
        return True
    if verb + 1 < stop and (lower[verb + 1] in {"that", ":"} or _witnessed(scene, verb + 1)):
        return True
    behind = range(verb + 1, min(stop, verb + _OPENING))
    opened = next((at for at in behind if lower[at] in _QUOTES), None)
    return opened is not None and lower[opened - 1] in {",", ":", "that"}


def _witnessed(scene: Scene, index: int) -> bool:
    """Tell whether a participle is what somebody tells of: "described seeing nine men"."""
    return scene.tokens.doc[index].tag_ == "VBG" and scene.tree.head[index] == index - 1


def _heads(scene: Scene, speaker: Stretch, *kinds: str) -> bool:
    """Tell whether a noun phrase is built on a word of one of the lists."""
    start, stop = speaker
    head = scene.tree.top(start, stop) if scene.tree.label[start] else stop - 1
    return any(scene.tokens.lower[head] in words("source", kind) for kind in kinds)


def _body(scene: Scene, speaker: Stretch) -> bool:
    """Tell whether a speaker is a body known by its name or letters: "the USGS", "Phivolcs"."""
    doc, text = scene.tokens.doc, scene.tokens.text
    return any(
        doc[index].ent_type_ == "ORG" or (len(text[index]) > 1 and text[index].isupper())
        for index in range(*speaker)
    )


def _works(scene: Scene, verb: int) -> bool:
    """Tell whether what is recorded is a work or a score: "recorded four albums"."""
    thing = scene.tree.child(verb, "obj")
    return thing is not None and singular(scene.tokens.lower[thing]) in words("source", "works")


def tells(scene: Scene, verb: int, figure: Figure) -> bool:
    """Tell whether a figure under a reporting verb is said, and does not only set the scene."""
    tree, lower = scene.tree, scene.tokens.lower
    if not tree.label[verb]:
        return True
    way = path(tree, tree.top(figure.first, figure.stop), verb)
    if way is None or not way.up or way.down:
        return True
    child = way.up[-1]
    base = tree.base[child]
    left, _ = tree.edges(child)
    if base in {"nsubj", "csubj", "vocative"}:
        return tree.child(verb, "aux:pass") is not None
    if base == "conj" and tree.child(child, "nsubj") is not None:
        thing = tree.child(verb, "obj")
        if thing is None or tree.lemma(verb) == "say":  # what is said is never a thing
            return True
        return tree.child(verb, *_CONTENT) is not None
    if base == "advcl":
        return child > verb and lower[left] not in words("source", "against")
    if lower[left] == "at" and lower[verb] in words("source", "tallies"):
        return True  # "put the toll at 9"
    if base in {"obl", "nmod"} and tree.child(verb, "obj", *_CONTENT) is not None:
        return child > verb and lower[left] not in words("source", "around")
    return True


def nested(scene: Scene, inner: int, outer: int) -> bool:
    """Tell whether one verb tells another: "the paper reported the mayor said"."""
    tree = scene.tree
    way = path(tree, inner, outer)
    if way is None or way.down or not way.up:
        return False
    return all(tree.base[node] not in {"advcl", "conj", "parataxis"} for node in way.up)
