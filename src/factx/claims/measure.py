"""What a figure counts or measures: the noun phrase, in the text's own words.

The rules go from the closest tie to the loosest, and each gives nothing unless it is sure.
"""

from __future__ import annotations

from typing import TypeAlias

from factx.claims import attached, phrase
from factx.claims.attached import toward
from factx.claims.governor import Governor, approach, governor
from factx.claims.period import contrast
from factx.claims.scene import Figure, Scene, Stretch
from factx.claims.subject import bearer, subject_phrase
from factx.claims.words import words
from factx.model import Quantity

Known: TypeAlias = dict[str, Stretch]

_ATTACHED = (
    attached.counted,
    attached.followed,
    attached.aged,
    attached.prenominal,
    attached.owner,
)


def find(scene: Scene, figure: Figure, known: Known) -> Stretch | None:
    """Return the tokens of the measure; ``known`` holds the measures of earlier figures by id."""
    for rule in _ATTACHED:
        found = rule(scene, figure)
        if found is not None:
            return found
    if contrast(scene, figure) is not None or _listed(scene, figure) or scene.bare(figure):
        found = _carried(scene, figure, known)
        if found is not None:
            return found
    if _speaks_of(scene, figure):
        return _onward_clause(scene, figure, scene.sentence(figure.first)[1])
    verb = governor(scene, figure)
    if verb is not None and verb.role != "subject":
        found = toward(scene, figure, scene.tree.lemma(verb.verb))
        if found is not None:
            return found
    if verb is not None and verb.role != "subject":
        if scene.tree.lemma(verb.verb) in words("measure", "ranking"):
            found = _last(scene, figure, known)
            if found is not None:
                return found
        if verb.levels:
            found = bearer(scene, verb.verb, figure.first)
            if found is not None and not found[0] <= figure.first < found[1]:
                return found
    if verb is not None and _holds(scene, verb.verb):
        found = _carried(scene, figure, known) or _last(scene, figure, known)
        if found is not None and figure.kind in {"count", "number"}:
            return found
    personal = verb is not None and scene.tree.lemma(verb.verb) in words("measure", "personal")
    if not personal:
        found = _carried(scene, figure, known)
        if found is not None:
            return found
    return _predicate(scene, figure, verb) if verb is not None else None


def _holds(scene: Scene, verb: int) -> bool:
    """Tell whether somebody has, wins or reports a bare number of what the text spoke of."""
    tree = scene.tree
    return tree.lemma(verb) in words("measure", "holding") and tree.child(verb, "nsubj") is not None


def _carried(scene: Scene, figure: Figure, known: Known) -> Stretch | None:
    """Take the measure of the figure before: "seven in the north and, in the south, nine"."""
    mention = figure.mention
    if not isinstance(mention, Quantity):
        return None
    first, _ = scene.sentence(figure.first)
    compared = contrast(scene, figure) is not None
    joined = _joined(scene, figure)
    if joined is not None and joined.mention.id in known:
        return known[joined.mention.id]
    for other in reversed(scene.figures_in(first, figure.first)):
        same = other.kind == figure.kind and (figure.kind in {"count", "number"} or compared)
        if same and other.mention.id in known:
            return known[other.mention.id]
    return None


def _listed(scene: Scene, figure: Figure) -> bool:
    """Tell whether a bare figure is the next of a list: "aged nine, ten and thirteen"."""
    top = scene.tree.top(figure.first, figure.stop)
    return scene.tree.base[top] == "conj" and scene.tree.head[top] in scene.inside


def _speaks_of(scene: Scene, figure: Figure) -> bool:
    """Tell whether a bare number is the subject of the words behind it: "190 were dead"."""
    _, limit = scene.sentence(figure.first)
    if figure.kind != "count" or figure.stop + 1 >= limit:
        return False
    return scene.tokens.lower[figure.stop] in words("relation", "finite")


def _joined(scene: Scene, figure: Figure) -> Figure | None:
    """Return the amount that this one is listed with: "fines of $5 for one and $9 for both"."""
    tree, first = scene.tree, scene.sentence(figure.first)[0]
    for other in reversed(scene.figures_in(max(first, figure.first - 14), figure.first)):
        if other.kind != figure.kind or not isinstance(other.mention, Quantity):
            continue
        if (
            other.mention.unit != figure.mention.unit
            if isinstance(figure.mention, Quantity)
            else True
        ):
            continue
        between = range(other.stop, figure.first)
        listed = any(scene.tokens.lower[index] in {"and", ",", "or"} for index in between)
        if listed and not any(tree.tag[index] in {"VERB", "AUX", ""} for index in between):
            return other
        return None
    return None


def _last(scene: Scene, figure: Figure, known: Known) -> Stretch | None:
    """Take the measure of the last figure of the paragraph: "Oslo led with $5 million"."""
    block = scene.tokens.block[figure.first]
    for other in reversed(scene.figures_in(max(0, figure.first - 250), figure.first)):
        if scene.tokens.block[other.first] != block:
            return None
        if other.mention.id in known:
            return known[other.mention.id]
    return None


def _predicate(scene: Scene, figure: Figure, found: Governor) -> Stretch | None:
    """Take the clause itself: "the blaze injured", "were reported missing"."""
    _, limit = scene.sentence(figure.first)
    if scene.tree.label[found.verb] and not scene.tree.is_verb(found.verb):
        return None
    if found.role == "subject":
        return _onward_clause(scene, figure, limit)
    at = approach(scene, figure)
    if found.verb >= figure.stop:
        stop = phrase.cut(scene, found.verb + 1, min(limit, found.verb + 6))
        return phrase.trim(scene, found.verb, stop)
    if found.verb >= at or not scene.tree.label[found.verb]:
        return None
    behind = _aim(scene, figure, found, limit)
    if behind is not None:
        return behind
    start = max(found.verb, at - 10)
    stretch = phrase.trim(scene, start, phrase.cut(scene, start + 1, at)) or (start, start + 1)
    if stretch[1] - stretch[0] == 1 and start == found.verb:
        subject = subject_phrase(scene, found.verb)
        if (
            subject is not None
            and 0 <= found.verb - subject[1] <= 2
            and subject[1] - subject[0] < 5
        ):
            return subject[0], stretch[1]
    return stretch


def _onward_clause(scene: Scene, figure: Figure, limit: int) -> Stretch | None:
    """Read "33 were reported missing": what is said of a bare number."""
    start = figure.stop
    while start < limit and scene.tokens.lower[start] in words("relation", "auxiliary"):
        start += 1
    return phrase.trim(scene, start, phrase.cut(scene, start, min(limit, start + 7)))


def _aim(scene: Scene, figure: Figure, found: Governor, limit: int) -> Stretch | None:
    """Read "it took five hours to put out the fire": what the time was taken for."""
    lower, stop = scene.tokens.lower, figure.stop
    if figure.kind != "duration" or stop + 1 >= limit or lower[stop] != "to":
        return None
    if scene.tree.lemma(found.verb) not in {"take", "need", "require"}:
        return None
    end = phrase.cut(scene, stop + 2, min(limit, stop + 9))
    return phrase.trim(scene, stop + 1, end)
