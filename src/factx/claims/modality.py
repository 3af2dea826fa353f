"""Whether a figure is a fact, a plan, a target, an estimate or a supposition."""

from __future__ import annotations

from bisect import bisect_left
from functools import cache

from factx.claims.contrasted import former
from factx.claims.scene import Figure, Scene
from factx.claims.words import table, words
from factx.model import Modality

_KINDS: tuple[Modality, ...] = ("target", "estimate", "plan", "hypothetical")
# Words before a figure that may still say how it is meant.
_REACH = 12
# Clauses that say what the verb over them says: "expects to hire 5", "promised that 5 would go".
_CONTENT = frozenset({"xcomp", "ccomp"})
_CLAUSAL = frozenset({"acl", "advcl", "parataxis", "csubj"})


def find(scene: Scene, figure: Figure) -> Modality:
    """Return the modality that a cue gives a figure; a fact where none does.

    The nearest cue before the figure decides, else its verb: "1,200 soldiers will join". A bare
    "will" or "would" gives way to an estimate or a target before it: "expects it will be 5%".
    """
    if former(scene, figure):
        return "actual"  # "is to rise from 12 billion": where it stands
    first, _ = scene.sentence(figure.first)
    lower, future = scene.tokens.lower, False
    for index in range(figure.first - 1, max(first, figure.first - _REACH) - 1, -1):
        if lower[index] == ";":
            break
        if _bound(scene, index):
            future = True
        kind = _cues().get(lower[index])
        if kind is None or not _cue(scene, index, figure.first):
            continue
        if _unreal(lower, index, figure.first):
            return "hypothetical"
        if kind == "plan" and lower[index] in words("modality", "modal"):
            future = True
            continue
        return kind
    return "plan" if future else _by_verb(scene, figure)


def _by_verb(scene: Scene, figure: Figure) -> Modality:
    """Return what the verbs over a figure say: their auxiliaries, or themselves."""
    tree, lower = scene.tree, scene.tokens.lower
    at = tree.top(figure.first, figure.stop)
    if not tree.label[at]:
        return _behind(scene, figure)
    first, stop = scene.sentence(figure.first)
    for node in (at, *tree.above(at)):
        if not first <= node < stop:
            break
        kind = _cues().get(lower[node]) if tree.tag[node] == "VERB" and node != at else None
        if kind is not None and node < figure.first - _REACH:
            return kind
        below = tree.children(node)
        below = below[bisect_left(below, first) : bisect_left(below, stop)]
        for child in below:
            if tree.tag[child] != "AUX" or lower[child] not in words("modality", "modal"):
                continue
            if _unreal(lower, child, stop):
                return "hypothetical"
            return _cues()[lower[child]]
        if any(_headed(scene, child) for child in (node, *below)):
            return "plan"
        base = tree.base[node]
        if base in _CLAUSAL or (base == "conj" and tree.child(node, "nsubj") is not None):
            break
        if base in _CONTENT and lower[tree.head[node]] not in _cues():
            break
    return "actual"


def _headed(scene: Scene, verb: int) -> bool:
    """Tell whether an infinitive stands for a future, as in headings: "1,400 jobs to go"."""
    tree = scene.tree
    infinitive = verb > 0 and tree.tag[verb] == "VERB" and scene.tokens.lower[verb - 1] == "to"
    if not infinitive or tree.base[verb] not in {"root", "acl", "advcl"}:
        return False
    over = tree.head[verb]
    if tree.base[over] == "acl" and scene.tokens.lower[over] not in _cues():
        return False  # "a wave that exposed the reefs to water" read as a verb
    first, stop = scene.sentence(verb)
    return not any(tree.child(node, "nsubj") is not None for node in range(first, stop))


def _behind(scene: Scene, figure: Figure) -> Modality:
    """Return what a modal right behind a figure's noun says, where nothing is parsed."""
    _, stop = scene.sentence(figure.first)
    for index in range(figure.stop, min(stop, figure.stop + 3)):
        word = scene.tokens.lower[index]
        if word in words("modality", "modal"):
            return _cues()[word]
        if not word.isalpha():
            break
    return "actual"


@cache
def _cues() -> dict[str, Modality]:
    cues = table("modality")
    return {word: kind for kind in _KINDS for word in cues[kind]["words"]}


def _cue(scene: Scene, index: int, stop: int) -> bool:
    """Tell whether a word is the cue it looks like: not the month of May, nor "the plan"."""
    if scene.date_at(index) is not None or scene.person_at(index) is not None:
        return False
    tag, lower = scene.tree.tag[index], scene.tokens.lower
    if lower[index] in words("modality", "bare") and not _infinitive(scene, index + 1):
        return False  # "due to rain", "failed by one vote"
    if scene.tree.base[index] == "amod" and not _over(scene, scene.tree.head[index], stop):
        return False
    if not tag or tag in {"VERB", "AUX"} or lower[index + 1] == "to":
        return True
    if lower[index] not in words("modality", "verbal"):
        return True
    return lower[index] in words("modality", "figures") and _leads(scene, index, stop)


def _infinitive(scene: Scene, index: int) -> bool:
    tag = scene.tree.tag[index + 1 : index + 2]
    return scene.tokens.lower[index : index + 1] == ["to"] and tag in (["VERB"], ["AUX"], [""])


def _over(scene: Scene, noun: int, figure: int) -> bool:
    """Tell whether a figure hangs from a noun: not in "an expected life of 15 years and 3 doors"."""
    return noun >= figure or noun in scene.tree.above(figure)


def _leads(scene: Scene, noun: int, stop: int) -> bool:
    """Tell whether a figure is what a target or forecast is: "the target for 2030 is 15 percent".

    "bank forecast growth of 3 percent" has a verb that looks like a noun to the parse.
    """
    tree, lower = scene.tree, scene.tokens.lower
    between = range(noun + 1, stop)
    if any(tree.tag[at] == "VERB" or lower[at] in {",", ";", "and"} for at in between):
        return False
    compound = tree.tag[noun + 1] in {"NOUN", "PROPN"}
    return not compound or lower[noun] == "forecast"


def _bound(scene: Scene, index: int) -> bool:
    """Tell whether "to" makes a form of "be" a future: "is to spend"."""
    lower, tag = scene.tokens.lower, scene.tree.tag
    if lower[index] != "to" or index + 1 >= len(lower) or index == 0:
        return False
    return lower[index - 1] in words("modality", "bound") and tag[index + 1] == "VERB"


def _unreal(lower: list[str], index: int, stop: int) -> bool:
    """Tell whether a modal speaks of what never was: "would have raised"."""
    modal = lower[index] in {"would", "'d", "could", "should", "might"}
    return modal and index + 1 < stop and lower[index + 1] == "have"
