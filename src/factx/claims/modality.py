"""Whether a figure is a fact, a plan, a target, an estimate or a supposition."""

from __future__ import annotations

from bisect import bisect_left
from functools import cache

from factx.claims.ages import aged
from factx.claims.contrasted import contrast, former
from factx.claims.foreseen import cited_guess, foreseen
from factx.claims.governor import approach
from factx.claims.scene import Figure, Scene
from factx.claims.unmoved import unmoved
from factx.claims.words import table, words
from factx.model import Modality, Quantity
from factx.nlp.cues import cues

_KINDS: tuple[Modality, ...] = ("target", "estimate", "plan", "hypothetical")
# Words before a figure that may still say how it is meant, where nothing is parsed.
_REACH = 12
# Tokens from one level before to the next.
_LISTED = 6
# How a word hangs from what it says is planned or guessed.
_SAYING = frozenset({"aux", "amod", "advmod", "compound", "nsubj"})
_SUBJECTS = frozenset({"nsubj", "csubj"})
_JOINED = frozenset({"conj", "parataxis", "appos"})


def find(scene: Scene, figure: Figure) -> Modality:
    """Return the modality that the words over a figure give it; a fact where none does.

    A word speaks of what hangs from it, not of all that stands behind it: not of the staff in
    "plans to sell a plant, which has 620 staff", nor in "plans a plant and has 620 staff".
    """
    if aimed(scene, figure):
        return "target"
    expected = scene.tokens.lower[figure.stop : figure.stop + 2]
    if expected[1:] == ["by"] and _cues().get(expected[0]) == "estimate":
        return "estimate"  # "short of the $20 billion expected by analysts"
    if foreseen(scene, figure):
        return "estimate"
    if former(scene, figure) or _given(scene, figure) or _former_too(scene, figure):
        return "actual"
    at = scene.tree.top(figure.first, figure.stop)
    if not scene.tree.label[at]:
        return _by_words(scene, figure)
    kind, to = _by_parse(scene, at), approach(scene, figure) - 2
    if kind == "actual" and cited_guess(scene, figure):
        return "estimate"
    if kind == "actual" and to > 0 and scene.tokens.lower[to] == "to":
        # "plans to close 12", parsed as if it were no verb
        return _before(scene, to) or kind
    return kind


def _former_too(scene: Scene, figure: Figure) -> bool:
    """Tell the second of "will drop to 15 million, from 21 million now and 38 million in 2021"."""
    lower, at = scene.tokens.lower, approach(scene, figure)
    before = scene.figures_in(max(scene.sentence(at)[0], at - _LISTED), at)
    joined = bool(before) and lower[at - 1] == "and" and before[-1].kind == figure.kind
    return joined and former(scene, before[-1])


def aimed(scene: Scene, figure: Figure) -> bool:
    """Tell the figure of a goal: "the bank's 2% target", "a target of 95 per cent"."""
    lower, at = scene.tokens.lower, approach(scene, figure)
    goals = words("modality", "goals")
    if figure.kind != "count" and not goals.isdisjoint(lower[figure.stop : figure.stop + 1]):
        return True
    return lower[at - 1] == "of" and at - 2 > scene.sentence(at)[0] and lower[at - 2] in goals


def _given(scene: Scene, figure: Figure) -> bool:
    """Tell whether a figure is there whatever is planned: "its 162 churches", "instead of 241"."""
    set_against = contrast(scene, figure)
    if set_against is not None or aged(scene, figure) is not None:
        at = figure.first if set_against is None else set_against
        between = scene.tokens.lower[at : figure.first]
        return words("modality", "guesses").isdisjoint(between)  # "against a forecast of 9"
    mention, lower, at = figure.mention, scene.tokens.lower, approach(scene, figure)
    first, stop = scene.sentence(figure.first)
    if any(word in _cues() for word in lower[at : figure.first]):
        return False
    before = lower[max(first, at - 3) : at]
    if any(" ".join(before[-n:]) in words("modality", "replacing") for n in (2, 3)):
        return True
    rises = isinstance(mention, Quantity) and mention.change is not None
    lasts = figure.kind == "duration" and "-" not in mention.text
    coming = figure.stop < stop and lower[figure.stop] in words("modality", "coming")
    if rises or lasts or coming or not before:
        return False
    if before[-1] == "of":
        return at - 1 == first or at - 2 in scene.inside
    return before[-1] in words("modality", "given")


def _by_parse(scene: Scene, at: int) -> Modality:
    """Climb from a figure through the words it hangs from, until one begins a clause of its own.

    A bare "will" or "would" gives way to an estimate or a target over it: "expects it will be 5%".
    """
    tree, below, future = scene.tree, at, False
    first, stop = scene.sentence(at)
    for node in (at, *tree.above(at)):
        if not first <= node < stop:
            break
        if node != at and unmoved(scene, node, below, at):
            break
        ruled = node != at and _rules(scene, node, below)
        kind = _cues()[scene.tokens.lower[node]] if ruled else _said(scene, node, at)
        if kind is not None and kind != "plan":
            return kind
        future = future or kind is not None
        if _apart(scene, node):
            break
        below = node
    return "plan" if future else "actual"


def _said(scene: Scene, node: int, at: int) -> Modality | None:
    """Return what the words that hang from a predicate or a noun say of it."""
    tree, lower = scene.tree, scene.tokens.lower
    planned = any(_headed(scene, verb) for verb in (node, *_below(scene, node)))
    for child in _below(scene, node):
        word, label = lower[child], tree.base[child]
        if label == "mark" and word in words("modality", "conditions"):
            return "hypothetical"
        if label == "advcl" and child < at and node != at and _conditional(scene, child):
            return "hypothetical"
        kind = _before(scene, child) or _spoken(scene, child)
        if label == "aux" and kind is not None and _unreal(lower, child):
            return "hypothetical"
        if kind == "plan":
            planned = True
        elif kind is not None:
            return kind
    return "plan" if planned else None


def _below(scene: Scene, node: int) -> list[int]:
    """Return what hangs from a node in its sentence, of a list without an end not all."""
    children, (first, stop) = scene.tree.children(node), scene.sentence(node)
    return children[bisect_left(children, first) : bisect_left(children, stop)]


def _spoken(scene: Scene, index: int) -> Modality | None:
    """Return what a modal, an adjective or a subject says: "an expected 5", "the target is 5"."""
    tree, lower = scene.tree, scene.tokens.lower
    label, kind = tree.base[index], _cues().get(lower[index])
    if kind is None or label not in _SAYING or not _cue(scene, index):
        return None
    if label == "nsubj":
        named = lower[index] in words("modality", "nouns")
        return kind if named and tree.child(tree.head[index], "cop") is not None else None
    able = lower[index] == "could" and _was_able(scene, index)
    return None if able or (label == "amod" and kind == "hypothetical") else kind


def _before(scene: Scene, index: int) -> Modality | None:
    """Return what the word before "to" or "is" says, however it is parsed: "plans to", "is to"."""
    lower, label = scene.tokens.lower, scene.tree.base[index]
    before = lower[max(0, index - 1)]
    if label == "case" and lower[index + 1 : index + 2] == ["to"]:
        # "is due to open", parsed like "due to rain"
        done = scene.tree.head[index]
        verbal = scene.tree.tag[done] in {"VERB", "ADJ"} or lower[done] in cues().verbs
        verbal = verbal and not lower[done].endswith("ing")
        return _cues().get(lower[index]) if verbal and done == index + 2 else None
    if lower[index] == "to":
        ready = before in words("modality", "readied")
        bound = label == "mark" and lower[index - 1 - ready] in words("modality", "bound")
        return "plan" if bound else _cues().get(before) if _cue(scene, index - 1) else None
    return _cues()[before] if label == "cop" and before in words("modality", "nouns") else None


def _rules(scene: Scene, node: int, below: int) -> bool:
    """Tell whether a word is a cue for what hangs from it: not "300 people hope to win"."""
    tree = scene.tree
    if scene.tokens.lower[node] not in _cues() or not _cue(scene, node):
        return False
    if tree.base[below] in _JOINED:
        return False
    if tree.tag[node] != "VERB" or tree.base[below] not in _SUBJECTS:
        return True
    return tree.label[below] == "nsubj:pass" or tree.child(node, "aux:pass") is not None


def _apart(scene: Scene, node: int) -> bool:
    """Tell whether a clause says for itself whether it is so, whatever the one over it plans."""
    tree, lower = scene.tree, scene.tokens.lower
    label, over = tree.base[node], tree.head[node]
    if label in {"ccomp", "xcomp"} and lower[over] in _cues():
        return False
    relative = tree.label[node].endswith("relcl")
    if label == "advcl" and not relative:
        mark = tree.child(node, "mark")
        if node < over or (mark is not None and lower[mark] in words("modality", "background")):
            return True
    verbs = [at for at in _below(scene, node) if tree.base[at] in {"aux", "cop"}]
    forms = {scene.tokens.doc[at].tag_ for at in (node, *verbs)}
    if "VBD" in forms:
        return True
    if forms.isdisjoint({"VBZ", "VBP"}) or (label == "advcl" and not relative):
        return False
    if relative and not any(lower[at] in words("modality", "perfect") for at in verbs):
        left, _ = tree.edges(node)
        return tree.tag[node] == "VERB" and "," in lower[max(0, left - 1) : left + 1]
    return True


def _conditional(scene: Scene, clause: int) -> bool:
    mark = scene.tree.child(clause, "mark")
    return mark is not None and scene.tokens.lower[mark] in {"if", "unless"}


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


@cache
def _cues() -> dict[str, Modality]:
    cues = table("modality")
    return {word: kind for kind in _KINDS for word in cues[kind]["words"]}


def _cue(scene: Scene, index: int) -> bool:
    """Tell whether a word is the cue it looks like: not the month of May, nor "due to rain"."""
    if scene.date_at(index) is not None or scene.person_at(index) is not None:
        return False
    lower, tag = scene.tokens.lower, scene.tree.tag[index]
    if lower[index] in words("modality", "modal"):
        return tag in {"AUX", "VERB", ""}
    if lower[index] == "due" and lower[index + 1 : index + 2] in (["to"], ["for"]):
        return _infinitive(scene, index + 1)
    if lower[index] == "seen":
        return lower[index + 1 : index + 2] == ["at"]  # "output is seen at 10 million tonnes"
    if lower[index] == "likely" and lower[index - 1] in {"as", "more", "less"}:
        return False
    return tag in {"VERB", "ADJ", "ADV", ""} or lower[index] in words("modality", "nouns")


def _infinitive(scene: Scene, index: int) -> bool:
    tag = scene.tree.tag[index + 1 : index + 2]
    return scene.tokens.lower[index : index + 1] == ["to"] and tag in (
        ["VERB"],
        ["AUX"],
        [""],
    )


def _was_able(scene: Scene, index: int) -> bool:
    """Tell what was so: "could not find", "could once buy", "a year ago one could sell"."""
    lower, tree = scene.tokens.lower, scene.tree
    denied = not {"not", "n't", "once"}.isdisjoint(lower[index + 1 : index + 2])
    if denied or lower[index - 1] == "once":
        return True
    first = scene.sentence(index)[0]
    return tree.base[tree.head[index]] == "root" and "ago" in lower[first:index]


def _unreal(lower: list[str], index: int) -> bool:
    """Tell whether a modal speaks of what never was: "would have raised"."""
    past = lower[index] in words("modality", "past_modal")
    return past and lower[index + 1 : index + 2] == ["have"]


def _by_words(scene: Scene, figure: Figure) -> Modality:
    """Return what the nearest cue before a figure says, else a modal right behind its noun."""
    first, stop = scene.sentence(figure.first)
    lower, future = scene.tokens.lower, False
    for index in range(figure.first - 1, max(first, figure.first - _REACH) - 1, -1):
        if lower[index] == ";":
            break
        kind = _cues().get(lower[index])
        if kind is None or not _cue(scene, index):
            continue
        if _unreal(lower, index):
            return "hypothetical"
        if kind != "plan" or lower[index] not in words("modality", "modal"):
            return kind
        future = True
    for index in range(figure.stop, min(stop, figure.stop + 3)):
        if future or not lower[index].isalpha():
            break
        if lower[index] in words("modality", "modal"):
            return _cues()[lower[index]]
    return "plan" if future else "actual"
