"""Figures of what was just told: "a year ago it was 65,000", "that is 9% more", "not 40 but 60"."""

from __future__ import annotations

from factx.claims.attached import has_whole
from factx.claims.carried import BACK, SHARES, Known, likest, nominal
from factx.claims.governor import approach
from factx.claims.scene import Figure, Scene, Stretch
from factx.claims.words import words
from factx.model import Quantity
from factx.nlp.cues import cues

_FAR = 7  # tokens between a pronoun and its figure
_BACK = 12  # tokens from the size of a change to what it led to
_NOUN = 3  # tokens from a size to its noun: "a 7% monthly drop"


def resumed(scene: Scene, figure: Figure, known: Known) -> Stretch | None:
    """Read "a year ago it was 65,000", "that is 9% more", "instead of 40": of what was told before.

    What "it" or "there" is said of has the same unit; "that" is the figure before, whatever it is.
    """
    mention = figure.mention
    if not isinstance(mention, Quantity) or mention.noun is not None:
        return None
    pointer = None if has_whole(scene, figure) else _pointer(scene, figure)
    if pointer is None and not _set_beside(scene, figure):
        return None
    own = scene.sentence(figure.first)[0] if pointer is None else figure.first
    told = [
        other
        for other in scene.figures_in(max(0, figure.first - BACK), figure.first)
        if scene.tokens.block[other.first] == scene.tokens.block[figure.first]
        if other.mention.id in known
        if other.first >= own or nominal(scene, known[other.mention.id])
    ]
    found = likest(figure, [other for other in told if _commensurable(figure, other)], known)
    if found is None and told and pointer in {"that", "this", "which"}:
        return known[told[-1].mention.id]
    return found


def reached(scene: Scene, figure: Figure, known: Known) -> Stretch | None:
    """Read "a 19% drop in profit to 666 million": the level that a change led to, and no verb."""
    lower, at = scene.tokens.lower, approach(scene, figure)
    first = scene.sentence(figure.first)[0]
    before = scene.figures_in(max(first, at - _BACK), at)
    if lower[at - 1] != "to" or not before or before[-1].mention.id not in known:
        return None
    change = before[-1]
    near = {lower[approach(scene, change) - 1], *lower[change.stop : change.stop + _NOUN]}
    named = not cues().nouns.keys().isdisjoint(near) or not near.isdisjoint({"up", "down"})
    moved = change.kind == "percent" and named
    tags = {scene.tokens.doc[index].tag_ for index in range(change.stop, at)}
    verbal = not tags.isdisjoint({"VBD", "VBP", "VBZ", "MD", "VB"})
    return known[change.mention.id] if moved and not verbal else None


def _commensurable(figure: Figure, other: Figure) -> bool:
    """Tell whether one figure can be set against another: of one unit, or a number without any."""
    mine, its = figure.mention, other.mention
    if not isinstance(mine, Quantity) or not isinstance(its, Quantity):
        return False
    bare = mine.kind == its.kind == "count" and mine.noun is None and its.noun is None
    return bare or mine.unit == its.unit or (mine.unit is None and its.kind not in SHARES)


def _pointer(scene: Scene, figure: Figure) -> str | None:
    """Return the pronoun that a figure is said of, only small words between: "it had been about"."""
    lower, tree, said = scene.tokens.lower, scene.tree, False
    first, _ = scene.sentence(figure.first)
    for index in range(figure.first - 1, max(first, figure.first - _FAR) - 1, -1):
        word = lower[index]
        if word in {"it", "there", "that", "this", "which"}:
            noun = index - 1 - (lower[index - 1] == ",")
            named = tree.tag[noun] in {"NOUN", "PROPN"} and not scene.covered(noun)
            adverb = word == "there" and tree.base[index] != "expl"
            if adverb or (word in {"that", "which"} and figure.kind not in SHARES and named):
                return None  # "the box office, which came to 900"
            return word if said else None
        said = said or word in words("measure", "equalling")
        if word not in words("measure", "equalling") | words("measure", "between"):
            return None
    return None


def _set_beside(scene: Scene, figure: Figure) -> bool:
    """Tell whether a figure is what another is set against: "after 65,000", "twice the 421 of May"."""
    lower, at, stop = scene.tokens.lower, figure.first, figure.stop
    before = lower[max(0, at - 2) : at]
    if before[-1:] in (["after"], ["against"], ["versus"], ["not"]):
        return True
    if before in (["instead", "of"], ["rather", "than"], ["compared", "with"], ["compared", "to"]):
        return True
    if before[-1:] != ["the"]:
        return False
    near = range(stop, min(stop + 3, len(lower)))
    then = any(scene.date_at(i) is not None or lower[i] in {"last", "normal"} for i in near)
    behind = lower[stop : stop + 1]
    return behind in (["it"], ["they"]) or (behind == ["of"] and then)
