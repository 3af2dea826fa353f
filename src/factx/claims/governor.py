"""The verb that says what a figure does, and the words around a figure that belong to it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from factx.claims import phrase
from factx.claims.scene import Figure, Scene, Stretch
from factx.claims.words import words
from factx.nlp.cues import cues, hedge


@dataclass(frozen=True, slots=True)
class Governor:
    """The verb over a figure; ``levels`` if its subject is what the figure measures."""

    verb: int
    role: Literal["subject", "object", "oblique", "predicate"]
    levels: bool


def approach(scene: Scene, figure: Figure) -> int:
    """Return where the words that only qualify a figure begin: "more than", "an estimated"."""
    _, start = hedge(scene.tokens, figure.first, figure.stop)
    return min(start, figure.first)


def behind(scene: Scene, figure: Figure) -> int:
    """Return the token behind a figure, a conversion in brackets passed over."""
    lower, stop = scene.tokens.lower, figure.stop
    if stop < len(lower) and lower[stop] == "(":
        for index in range(stop + 1, min(stop + 9, len(lower))):
            if lower[index] == ")":
                return index + 1 if scene.figures_in(stop, index) else stop
    return stop


def governor(scene: Scene, figure: Figure) -> Governor | None:
    """Return the verb that a figure is an argument of, by the parse or by the words before it."""
    if not scene.tree.label[figure.first]:
        return _by_words(scene, figure)
    tree = scene.tree
    node = tree.top(figure.first, figure.stop)
    for _ in range(6):
        label = tree.base[node]
        if label in {
            "conj",
            "appos",
            "nummod",
            "compound",
            "nmod",
            "amod",
            "dep",
            "flat",
            "list",
        } and not tree.is_verb(node):
            if tree.head[node] == node:
                break
            node = tree.head[node]
            continue
        break
    if tree.is_verb(node) or tree.base[node] == "root":
        return Governor(node, "predicate", levels=True)
    verb = tree.head[node]
    if tree.tag[verb] not in {"VERB", "AUX"}:
        verb = tree.clause(verb) or verb
    first, limit = scene.sentence(figure.first)
    if not first <= verb < limit:
        return None
    label = tree.base[node]
    role: Literal["subject", "object", "oblique"] = (
        "subject"
        if label in {"nsubj", "csubj"}
        else "object"
        if label in {"obj", "xcomp"}
        else "oblique"
    )
    return Governor(verb, role, role != "subject" and _levels(scene, verb, role, figure))


def _levels(scene: Scene, verb: int, role: str, figure: Figure) -> bool:
    """Tell whether the subject of a verb is what the figure measures."""
    lower = scene.tokens.lower
    if lower[verb] in cues().verbs:
        # "lost 42 seats" counts seats; "rose 42 points" measures what rose
        return role == "oblique" or figure.kind in {
            "percent",
            "percentage_point",
            "ratio",
            "money",
            "measure",
        }
    return scene.tree.lemma(verb) in words("measure", "level")


def subject_phrase(scene: Scene, verb: int) -> Stretch | None:
    """Return the noun phrase of a verb's subject; a pronoun is followed back."""
    if not scene.tree.label[verb]:
        return _clause_start(scene, verb)
    subject = scene.tree.subject(verb)
    if subject is None:
        return None
    if scene.tree.tag[subject] == "PRON":
        return _antecedent(scene, subject)
    if scene.tree.tag[subject] in {"VERB", "AUX"}:
        left, right = scene.tree.edges(subject)
        return phrase.trim(
            scene, left, phrase.cut(scene, left, min(right, verb if verb > left else right))
        )
    return phrase.around(scene, subject)


def _antecedent(scene: Scene, pronoun: int) -> Stretch | None:
    """Follow a pronoun back: a relative one to its noun, "he" to a name, "it" to the last subject."""
    tree, lower = scene.tree, scene.tokens.lower
    word = lower[pronoun]
    verb = tree.head[pronoun]
    if word in {"which", "that", "who", "whose"}:
        for node in (verb, *tree.above(verb)):
            if tree.label[node] in {"acl:relcl", "acl"}:
                return phrase.around(scene, tree.head[node])
        return None
    first, _ = scene.sentence(pronoun)
    if word in {"he", "she", "him", "her", "his"}:
        before = [item for item in scene.people if item[0] < pronoun]
        return (before[-1][0], before[-1][1]) if before else (pronoun, pronoun + 1)
    if word in {"it", "they", "this", "these", "those"} and first > 0:
        start, stop = scene.sentence(first - 1)
        if scene.tokens.block[start] != scene.tokens.block[pronoun]:
            return pronoun, pronoun + 1
        for index in range(start, stop):
            if tree.base[index] == "nsubj" and tree.tag[index] in {"NOUN", "PROPN"}:
                return phrase.around(scene, index)
    return pronoun, pronoun + 1


def _by_words(scene: Scene, figure: Figure) -> Governor | None:
    """Look back over prepositions and hedges for a verb of level or change."""
    lower, at = scene.tokens.lower, figure.first
    first, _ = scene.sentence(at)
    passed = False
    for index in range(at - 1, max(first, at - 8) - 1, -1):
        word = lower[index]
        if word in cues().verbs or word in words("relation", "level"):
            return Governor(index, "oblique" if passed else "object", levels=True)
        if word not in words("measure", "between") and index not in scene.inside:
            return None
        passed = passed or word in {"by", "to", "at", "from"}
    return None


def _clause_start(scene: Scene, verb: int) -> Stretch | None:
    """Return the words from the start of a clause to its verb."""
    lower = scene.tokens.lower
    first, _ = scene.sentence(verb)
    start = verb
    while start > first and lower[start - 1] not in words("relation", "openers"):
        start -= 1
    stop = verb
    while stop > start and lower[stop - 1] in words("relation", "auxiliary"):
        stop -= 1
    if stop - start > 14:
        return None
    return phrase.trim(scene, start, phrase.cut(scene, start, stop))
