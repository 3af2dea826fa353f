"""The verb that says what a figure does, and the words around a figure that belong to it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from factx.claims.scene import Figure, Scene
from factx.claims.words import words
from factx.nlp.cues import cues

Role: TypeAlias = Literal["subject", "object", "oblique", "predicate"]

# A figure under one of these belongs to the word over it, not to the verb.
_INNER = frozenset({"conj", "appos", "nummod", "compound", "nmod", "amod", "dep", "flat", "list"})
_TURNS = frozenset({"up", "down"})
_SCALES = frozenset({"percent", "percentage_point", "ratio", "money", "measure"})


@dataclass(frozen=True, slots=True)
class Governor:
    """The verb over a figure; ``levels`` if what it is said of is what the figure measures.

    ``direct`` tells that the figure itself, not a noun around it, is the verb's argument;
    ``argument`` is the head of that argument.
    """

    verb: int
    role: Role
    levels: bool
    direct: bool = True
    argument: int = -1


def approach(scene: Scene, figure: Figure) -> int:
    """Return where the words that only qualify a figure begin: "more than", "an estimated"."""
    return scene.edge(figure)


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
    tree = scene.tree
    if not tree.label[figure.first]:
        return None
    for index in range(figure.first, figure.stop):
        if tree.child(index, "nsubj", "csubj") is not None or tree.before_copula(index) is not None:
            return Governor(index, "predicate", levels=True)
    node, direct = _argument(scene, figure)
    if node in scene.inside and scene.inside[node] is not figure:
        node = tree.head[node]
    argument = tree.base[node] in {"obl", "obj", "iobj", "nsubj"}
    clausal = tree.base[node] == "acl" and tree.child(node, "cop") is not None
    if (tree.is_verb(node) and not argument) or clausal or tree.base[node] == "root":
        return Governor(node, "predicate", levels=True, direct=direct, argument=node)
    verb = tree.head[node]
    if tree.tag[verb] not in {"VERB", "AUX"}:
        verb = tree.clause(verb) or verb
    for _ in range(3):
        if verb not in scene.inside or tree.head[verb] == verb or tree.tag[verb] == "VERB":
            break
        verb = tree.head[verb]
    if scene.date_at(verb - 1) is not None and tree.lemma(verb) == "end" and tree.head[verb] < verb:
        # as in its forecast for the quarter ended June to 5%
        verb = tree.head[verb]
    verb = _past_inner(scene, figure, _past_aside(scene, figure, verb))
    verb = _past_later(scene, figure, verb)
    first, limit = scene.sentence(figure.first)
    if not first <= verb < limit:
        return None
    label = tree.base[node]
    role: Role = "oblique"
    if label in {"nsubj", "csubj"}:
        role = "subject"
    elif label in {"obj", "xcomp"}:
        role = "object"
    levels = role != "subject" and tree.lemma(verb) != "say" and _levels(scene, verb, role, figure)
    return Governor(verb, role, levels, direct, node)


def _past_aside(scene: Scene, figure: Figure, verb: int) -> int:
    """Return the verb before an aside: "worked for Acme, which owns the mill, for two years"."""
    tree, at = scene.tree, approach(scene, figure)
    lower = scene.tokens.lower
    closed = at > 2 and lower[at - 1] == "for" and lower[at - 2] == ","
    if not closed or figure.kind != "duration" or tree.base[verb] != "acl":
        return verb
    above = tree.clause(tree.head[verb])
    return verb if above is None else above


def _past_later(scene: Scene, figure: Figure, verb: int) -> int:
    """Return the verb before "two years after the firm was sold": what was done so much later."""
    tree = scene.tree
    if figure.kind != "duration" or tree.child(verb, "mark") != figure.stop:
        return verb
    above = tree.clause(tree.head[verb]) if tree.head[verb] < approach(scene, figure) else None
    return verb if above is None else above


def _past_inner(scene: Scene, figure: Figure, verb: int) -> int:
    """Return the verb whose object holds the clause: "put the cost of a bridge repaired at $9"."""
    tree, lower = scene.tree, scene.tokens.lower
    led = lower[approach(scene, figure) - 1]
    before = verb - 2 if lower[verb - 1] == "to" else verb - 1
    beside = tree.label[verb] == "advcl" and tree.tag[before] == "NOUN"
    inner = (beside or tree.label[verb] in {"acl", "xcomp"}) and tree.tag[verb] == "VERB"
    outer = tree.clause(tree.head[verb]) if inner else None
    thing = tree.child(outer, "obj") if outer is not None else None
    if outer is None or thing is None or not outer < thing < verb or lower[verb] in cues().verbs:
        return verb
    moved = lower[outer] in cues().verbs and led in {"to", "from", "by"}
    put = tree.lemma(outer) in words("measure", "appraising") and led == "at"
    own = tree.lemma(verb) in words("measure", "appraising") | words("measure", "level")
    return outer if (moved or put) and not own else verb


def _argument(scene: Scene, figure: Figure) -> tuple[int, bool]:
    """Climb from a figure to the word that is the verb's argument."""
    tree = scene.tree
    node, direct = tree.top(figure.first, figure.stop), True
    for _ in range(6):
        if tree.base[node] not in _INNER or tree.is_verb(node) or tree.head[node] == node:
            break
        direct = direct and tree.base[node] in {"nummod", "conj"}
        node = tree.head[node]
    return node, direct


def _levels(scene: Scene, verb: int, role: Role, figure: Figure) -> bool:
    """Tell whether what a verb is said of is what the figure measures."""
    lower, tree = scene.tokens.lower, scene.tree
    at = approach(scene, figure)
    before = lower[at - 1] if at else ""
    if role != "predicate" and figure.kind in _SCALES and before == "at":
        # "was as steep at 30 degrees", "flew at 200 km/h"
        thing = tree.child(verb, "obj")
        return thing is None or thing in scene.inside
    if figure.kind == "duration":
        thing = tree.child(verb, "obj")
        own = thing is None or thing in scene.inside
        return own and tree.lemma(verb) in words("measure", "lasting")
    particle = tree.child(verb, "compound:prt")
    turned = particle is not None and lower[particle] in _TURNS and figure.kind in _SCALES
    if lower[verb] in _TURNS or verb in scene.inside or turned:
        return True
    if figure.kind == "percent" and verb == figure.stop and tree.tag[verb] == "VERB":
        return True  # "the appeal was 64% funded"
    if lower[verb] in cues().verbs:
        # "lost 42" counts what was lost; "rose 42%" measures what rose
        return role == "oblique" or figure.kind in _SCALES
    lemma = scene.tree.lemma(verb)
    if role == "oblique" and before in {"to", "at"} and lemma in words("measure", "appraising"):
        # "brings the total to 86" measures the total
        thing = tree.child(verb, "obj")
        named = thing is not None and thing not in scene.inside and tree.tag[thing] == "NOUN"
        if named and thing is not None and lower[thing] not in cues().nouns:
            return True
    if role == "object":
        # "closed 16 shops" counts shops; "closed at 16" measures what closed
        reaching = lemma in words("measure", "reaching")
        return reaching or (figure.kind in _SCALES and lemma in words("measure", "extent"))
    return lemma in words("measure", "level")
