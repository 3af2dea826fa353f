"""Whether a figure is for one of something: "$3 per head", "59 a day", "6 for each", "daily"."""

from __future__ import annotations

from factx.claims.governor import approach, behind
from factx.claims.scene import Figure, Scene
from factx.claims.words import words

# What ends the words for a unit.
_ENDING = frozenset({"ADP", "ADV", "AUX", "CCONJ", "SCONJ", "VERB"})
_REACH = 12  # tokens between "for every officer" and its figure


def per(scene: Scene, figure: Figure) -> bool:
    """Tell whether a figure holds for one of something, by the words behind it or before it."""
    said = figure.mention.text.lower().split()
    if figure.kind == "measure" and len(said) > 2:
        one = said[-2] in words("relation", "one") and said[-3] not in {"half", "of"}
        if one or (said[-2] == "per" and said[-1] not in {"hour", "second"}):  # speeds
            return True
    return "/" not in figure.mention.text and (_behind(scene, figure) or _each(scene, figure))


def in_all(scene: Scene, figure: Figure) -> Figure | None:
    """Return the whole amount that a share says again: "$934 million, or $1.78 per share"."""
    lower, at = scene.tokens.lower, figure.first - 1
    if lower[at] != "or" or not _behind(scene, figure):
        return None
    whole = scene.inside.get(at - 1 - (lower[at - 1] == ","))
    if whole is None or not whole.kind == figure.kind == "money":
        return None
    return None if _behind(scene, whole) else whole


def past_share(scene: Scene, figure: Figure) -> int:
    """Return the token behind a figure, and behind what says it for one: ", or $1.78 per share,"."""
    lower, tag, stop = scene.tokens.lower, scene.tree.tag, behind(scene, figure)
    near = scene.figures_in(stop, min(scene.sentence(figure.first)[1], stop + 3))
    share = near[0] if near and in_all(scene, near[0]) is figure else figure
    if share is figure and in_all(scene, figure) is None:
        return stop
    unit = range(share.stop + 1, min(len(lower), share.stop + 4))  # behind "per" or "a"
    stop = next((at + 1 for at in unit if tag[at] == "NOUN"), share.stop)
    return stop + (lower[stop : stop + 1] == [","])


def _behind(scene: Scene, figure: Figure) -> bool:
    """Read "$3 per head", "59 a day", "495 lari a month", "12 dollars a bag", "5 for each"."""
    lower, tag, at = scene.tokens.lower, scene.tree.tag, behind(scene, figure)
    _, limit = scene.sentence(figure.first)
    for index in range(at, min(limit, at + 3)):
        word, following = lower[index], lower[index + 1 : index + 3]
        if word in words("relation", "one") and following[:1]:
            sold = figure.kind == "money" and index == at and tag[index + 1] in {"NOUN", "ADJ"}
            sold = sold and tag[index + 2 : index + 3] not in (["AUX"], ["VERB"])
            if following[0] in words("relation", "unit") or sold:
                return words("period", "offsets").isdisjoint(following)
        if word == "for" and following[:1] in (["each"], ["every"]):
            return True
        if not word.isalpha() or (word == "each" and tag[index - 1] == "ADP"):
            return False
        if word in words("relation", "rate"):
            return True
        if word in words("relation", "regular"):
            return tag[index + 1 : index + 2] not in (["NOUN"], ["PROPN"])
        if word != "of" and tag[index] in _ENDING:
            return False
    return False


def _each(scene: Scene, figure: Figure) -> bool:
    """Read "for every officer there are 400", "each pair had 229", "per 100 homes there are 58"."""
    lower, first = scene.tokens.lower, scene.sentence(figure.first)[0]
    at = approach(scene, figure)
    if scene.tree.tag[at - 1] == "ADP" and lower[at - 1] != "for":
        return False
    said = False
    for index in range(at - 1, max(first - 1, at - _REACH), -1):
        if lower[index] in {"each", "every", "per"}:
            direct = index + 1 == at and lower[index - 1] == "for"
            return direct or (said and scene.date_at(index) is None)
        said = said or scene.tree.tag[index] in {"VERB", "AUX"}
        if not lower[index].isalpha() or scene.tree.tag[index] in {"SCONJ", "CCONJ"}:
            return False
    return False
