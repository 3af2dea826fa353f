"""What an amount goes to or comes off, said behind it: "$30 for a ladder", "$3 million to rebuild"."""

from __future__ import annotations

from factx.claims import phrase, predicate
from factx.claims.attached import counted, followed
from factx.claims.carried import Known
from factx.claims.prenominal import past_rate
from factx.claims.scene import Figure, Scene, Stretch
from factx.claims.words import words

_ITEM = frozenset({"NOUN", "ADJ", "VERB"})
_VERBS = frozenset({"AUX", "VERB"})
_NEAR, _LONG = 8, 12  # words to "teaching children", and of "to help victims of the flood"


def opening(scene: Scene, figure: Figure) -> str:
    """Return the word that opens what stands behind an amount: "$5 a month more for"."""
    at = _behind(scene, figure)
    return scene.tokens.lower[at] if at + 1 < scene.sentence(figure.first)[1] else ""


def _behind(scene: Scene, figure: Figure) -> int:
    """Return where the words behind an amount begin, its rate passed over: "$9 a tonne for"."""
    at, lower = past_rate(scene, figure), scene.tokens.lower
    rate = lower[at : at + 1] in (["a"], ["an"], ["per"])
    at += 2 * (rate and lower[at + 2 : at + 3] in (["for"], ["on"]))
    return at + (lower[at : at + 1] == ["more"])


def aim(scene: Scene, figure: Figure) -> Stretch | None:
    """Read "to rebuild the harbour", and "to improving the harbour" too."""
    at, lower = _behind(scene, figure) + 1, scene.tokens.lower
    if scene.tree.tag[at] != "VERB":
        return None
    return phrase.onward(scene, at) if lower[at].endswith("ing") else _verbal(scene, figure, at)


def purpose(scene: Scene, figure: Figure) -> Stretch | None:
    """Read "for a ladder", "off its value"; whom or where it goes to is not measured."""
    at = _behind(scene, figure) + 1
    if opening(scene, figure) == "" or scene.tree.tag[at - 1] not in {"ADP", "SCONJ"}:
        return None
    if scene.date_at(at) is not None or scene.tokens.lower[at] in words("measure", "bounds"):
        return None  # "paid $9 on average"
    if at in scene.inside:
        other = scene.inside[at]
        return followed(scene, other) or counted(scene, other)
    named = scene.spot_at(at) or scene.person_at(at) is not None
    found = None if named else phrase.onward(scene, at)
    if found is None:
        return None
    state = figure.kind == "duration" and found[1] - found[0] == 1
    state = state and scene.tokens.lower[at - 1] in {"at", "on"}  # "spent 40 days at sea"
    return (at - 1, found[1]) if state else _listed(scene, found)


def apportioned(scene: Scene, figure: Figure, known: Known) -> Stretch | None:
    """Read "$9 for boats, $8 for nets", and a line with no verb, "- $9 for boats, nets and ice".

    "$9 in fees and $8 in fines" are items too, not "$9 in Oslo and $8 in Bergen".
    """
    lower, tag, (first, limit) = scene.tokens.lower, scene.tree.tag, scene.sentence(figure.first)
    led = lower[figure.stop] if figure.stop + 1 < limit else ""
    if figure.kind != "money" or led not in {"for", "in", "from"}:
        return None
    before = scene.figures_in(first, figure.first)[-1:]
    its = next((known[other.mention.id] for other in before if other.mention.id in known), None)
    again = its is not None and lower[before[0].stop] == led and before[0].stop < its[0]
    if again and led == "in":
        compared = lower[figure.stop + 1] in words("relation", "comparative")
        return followed(scene, figure) if tag[figure.stop + 1] in _ITEM and not compared else None
    comma = next((at for at in range(figure.stop, limit) if lower[at] == ","), limit)
    alone = figure.first - first <= 1 and _VERBS.isdisjoint(tag[figure.stop : comma])
    return purpose(scene, figure) if again or alone else None


def _listed(scene: Scene, found: Stretch) -> Stretch:
    """Return a phrase with what is listed behind it: "for boats, nets and ice" is for all three."""
    tree, (first, stop) = scene.tree, found
    for child in tree.children(tree.top(first, stop)):
        left, right = tree.edges(child)
        if left < stop:
            continue
        joined = tree.base[child] == "conj" and tree.tag[child] == "NOUN" and left == stop
        if not joined or phrase.cut(scene, left + 1, right) < right:
            break
        stop = right
    return first, stop


def doing(scene: Scene, figure: Figure) -> Stretch | None:
    """Read "spent an hour or more waiting": what the time went by with."""
    at, tag = _behind(scene, figure), scene.tree.tag
    last = min(scene.sentence(figure.first)[1], at + _NEAR)
    start = next((index for index in range(at, last) if tag[index] == "VERB"), None)
    if start is None or not scene.tokens.lower[start].endswith("ing"):
        return None
    return _verbal(scene, figure, start)


def _verbal(scene: Scene, figure: Figure, start: int) -> Stretch | None:
    limit = scene.sentence(figure.first)[1]
    return phrase.trim(scene, start, predicate.reach(scene, start, limit, _LONG))
