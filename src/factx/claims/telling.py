"""What a verb must have to tell something, and whether a figure is part of what it tells."""

from __future__ import annotations

from functools import cache

from factx.claims.path import path
from factx.claims.scene import Figure, Scene, Stretch
from factx.claims.words import table, words
from factx.nlp.nouns import singular

# Kinds of reporting verbs; the strong ones report what they are put into.
KINDS = ("say", "claim", "guess", "count", "write", "order", "find")
STRONG = ("say", "claim")
_ONGOING = frozenset({"say", "claim", "guess"})
# Who says something with a verb that has no clause behind it.
_WHOSE = (("write", "documents"), ("count", "documents"), ("count", "counters"), ("order", "laws"))
_CONTENT = ("ccomp", "xcomp", "parataxis")
_QUOTES = frozenset({'"', "“", "”"})
# Words between a verb and the quotation it opens: "told the Times on Monday: “...”".
_OPENING = 8
# Words of "at more than nine".
_AMOUNT = 4


@cache
def verbs(*kinds: str) -> frozenset[str]:
    """Return reporting verbs of some kinds in all their forms; without a kind, of every kind."""
    listed: dict[str, list[str]] = table("source")["verbs"]
    irregular: dict[str, list[str]] = table("source")["verbs"]["irregular"]
    return frozenset(
        form
        for kind in kinds or KINDS
        for verb in listed[kind]
        for form in (verb, *irregular.get(verb, _forms(verb, ongoing=kind in _ONGOING)))
    )


def _forms(verb: str, *, ongoing: bool) -> list[str]:
    """Return the forms of a verb that has the regular ones, its base apart."""
    stem = verb.removesuffix("e")
    third, past = (
        (verb[:-1] + "ies", verb[:-1] + "ied") if verb[-1] == "y" else (verb + "s", stem + "ed")
    )
    return [third, past, stem + "ing"] if ongoing else [third, past]


def reports(scene: Scene, verb: int, speaker: Stretch, stop: int) -> bool:
    """Tell whether a verb says something: "added that", "the bureau recorded nine", not "added nine"."""
    tree, word = scene.tree, scene.tokens.lower[verb]
    if word in verbs("count") and _works(scene, verb):
        return False
    if _heads(scene, speaker, *(noun for kind, noun in _WHOSE if word in verbs(kind))):
        return True
    if not tree.label[verb] or _clause_of(scene, verb, stop):
        return word not in verbs("write", "order")
    bodies = word in verbs("count") and (_body(scene, speaker) or _records(scene, verb, speaker))
    return bodies or word in verbs("say", "guess") or _puts(scene, verb)


def _clause_of(scene: Scene, verb: int, stop: int) -> bool:
    """Tell whether a verb has a clause or a quotation for its object."""
    tree, lower = scene.tree, scene.tokens.lower
    if tree.child(verb, *_CONTENT) is not None:
        return True
    if tree.base[verb] == "parataxis":
        return True
    if verb + 1 < stop and (lower[verb + 1] in {"that", ":"} or _witnessed(scene, verb + 1)):
        return True
    if lower[verb] in words("source", "quoting"):
        return "saying" in lower[verb + 1 : stop]
    behind = range(verb + 1, min(stop, verb + _OPENING))
    opened = next((at for at in behind if lower[at] in _QUOTES), None)
    return opened is not None and lower[opened - 1] in {",", ":", "that", lower[verb]}


def _witnessed(scene: Scene, index: int) -> bool:
    """Tell whether a participle is what somebody tells of: "described seeing nine men"."""
    return scene.tokens.doc[index].tag_ == "VBG" and scene.tree.head[index] == index - 1


def _heads(scene: Scene, speaker: Stretch, *kinds: str) -> bool:
    """Tell whether a noun phrase is built on a word of one of the lists."""
    start, stop = speaker
    return is_a(scene, scene.tree.top(start, stop) if scene.tree.label[start] else stop - 1, *kinds)


def is_a(scene: Scene, noun: int, *kinds: str) -> bool:
    """Tell whether a noun is in one of the lists, itself or in the singular."""
    forms = {scene.tokens.lower[noun], singular(scene.tokens.lower[noun])}
    return any(not forms.isdisjoint(words("source", kind)) for kind in kinds)


def _body(scene: Scene, speaker: Stretch) -> bool:
    """Tell whether a speaker is a body known by its name or letters: "the USGS", "Phivolcs"."""
    doc, text = scene.tokens.doc, scene.tokens.text
    return any(
        doc[index].ent_type_ == "ORG" or (len(text[index]) > 1 and text[index].isupper())
        for index in range(*speaker)
    )


def _records(scene: Scene, verb: int, speaker: Stretch) -> bool:
    """Tell whether a name that is no place's counts cases: "Instvolc recorded 30 quakes"."""
    tree, head = scene.tree, scene.tree.top(*speaker)
    thing = tree.child(verb, "obj")
    named = tree.tag[head] == "PROPN" and scene.tokens.doc[head].ent_type_ not in {"GPE", "LOC"}
    return named and thing is not None and is_a(scene, thing, "recorded")


def _puts(scene: Scene, verb: int) -> bool:
    """Tell whether a verb says how much something is: "Berg put the toll at nine"."""
    tree, lower = scene.tree, scene.tokens.lower
    if lower[verb] not in {"put", "puts"}:
        return False
    edges = (tree.edges(each) for each in tree.children(verb) if tree.base[each] == "obl")
    return any(
        lower[left] == "at" and scene.figures_in(left, min(stop, left + _AMOUNT))
        for left, stop in edges
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
    if lower[left] == "at" and lower[verb] in verbs("count", "guess"):
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
