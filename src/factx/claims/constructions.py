"""Measures that a set turn of phrase gives away: "the biggest drive in two decades", "five points up"."""

from __future__ import annotations

from factx.claims import carried, phrase
from factx.claims.carried import Known
from factx.claims.governor import approach, behind, governor
from factx.claims.scene import Figure, Scene, Stretch
from factx.claims.subject import subject_phrase
from factx.claims.words import words
from factx.model import Quantity
from factx.nlp.cues import cues

_RELATIVE = 7
_RIVAL = frozenset({"with", "against", "to", "and", ",", "versus", "than"})
_SOURCES = frozenset({"from", "by"})
_AMOUNTS = frozenset({"percent", "percentage_point", "money", "measure"})
_REACHING = frozenset({"by", "to", "at", "for"})
_JOINING = frozenset({",", ";", "and", "but", "while"})
_TURNS = frozenset({"up", "down"})
_GAPPED = 3


def index(scene: Scene, figure: Figure) -> Stretch | None:
    """Read "the index lost 162.31 points, or 2%": what has fractions of points is what moved."""
    mention = figure.mention
    pointed = isinstance(mention, Quantity) and mention.unit == "point" and "." in mention.text
    found = governor(scene, figure) if pointed else None
    if found is None:
        return None
    verb = scene.tokens.lower[found.verb]
    return subject_phrase(scene, found.verb) if verb in cues().verbs or verb in _TURNS else None


def repeated(scene: Scene, figure: Figure) -> Stretch | None:
    """Read "won the cup twice, an award 11 times": each noun of the list has its own number."""
    lower, tree, at = scene.tokens.lower, scene.tree, approach(scene, figure)
    first, limit = scene.sentence(figure.first)
    last = lower[min(figure.stop, limit - 1)]
    if "times" not in {last, lower[figure.stop - 1]} and lower[figure.first] != "twice":
        return None
    noun = at - 1
    if lower[noun] == ")":
        noun = next((i for i in range(noun, max(first, noun - 6), -1) if lower[i] == "("), at) - 1
    if noun <= first or tree.tag[noun] not in {"NOUN", "PROPN"} or scene.date_at(noun) is not None:
        return None
    found = phrase.around(scene, noun)
    listed = found is not None and found[1] >= noun + 1 and lower[found[0] - 1] in {",", "and"}
    return found if listed and scene.figures_in(first, found[0] if found else first) else None


def extreme(scene: Scene, figure: Figure) -> Stretch | None:
    """Read "the biggest drive in two decades", "the most in 33 years": what is the extreme."""
    at, lower, tag = approach(scene, figure), scene.tokens.lower, scene.tree.tag
    first, _ = scene.sentence(figure.first)
    if figure.kind != "duration" or at - 2 < first or lower[at - 1] not in {"in", "for"}:
        return None
    if _superlative(scene, at - 2):
        return (at - 2, at - 1) if lower[at - 3 : at - 2] == ["the"] else None
    if tag[at - 2] == "VERB" and tag[at - 3] in {"NOUN", "ADJ"}:
        # "the biggest sales drive" taken for a verb
        begun = next(
            (i for i in range(at - 3, max(first, at - 6), -1) if _superlative(scene, i)), 0
        )
        return (begun, at - 1) if begun else None
    if tag[at - 2] != "NOUN":
        return None
    found = phrase.around(scene, at - 2)
    if found is None or not any(_superlative(scene, index) for index in range(found[0], at - 2)):
        return None
    return found[0], at - 1


def confined(scene: Scene, figure: Figure) -> Stretch | None:
    """Read "24 years in a federal prison": where the time is spent is what it measures."""
    first, limit = scene.sentence(figure.first)
    lower, at = scene.tokens.lower, approach(scene, figure)
    if figure.kind != "duration":
        return None
    held = at - 3 >= first and lower[at - 1] == "for" and lower[at - 3] in {"in", "to"}
    if held and lower[at - 2] in words("measure", "confinement"):
        return at - 2, at - 1
    stop = behind(scene, figure)
    if lower[stop : stop + 1] == [")"] and at > first and lower[at - 1] == "(":
        stop += 1
    if stop + 1 >= limit or lower[stop] not in {"in", "behind"}:
        return None
    found = phrase.onward(scene, stop + 1)
    head = scene.tree.top(*found) if found is not None else 0
    return found if lower[head] in words("measure", "confinement") else None


def since(scene: Scene, figure: Figure) -> Stretch | None:
    """Read "it is three weeks since the vote was held": what the time has passed since."""
    lower, stop = scene.tokens.lower, figure.stop
    first, limit = scene.sentence(figure.first)
    if figure.kind != "duration" or stop + 1 >= limit or lower[stop] != "since":
        return None
    if "it" not in lower[max(first, figure.first - _RELATIVE) : figure.first]:
        return None
    if scene.date_at(stop + 1) is not None:
        return None
    return phrase.trim(scene, stop + 1, phrase.cut(scene, stop + 2, min(limit, stop + 10)))


def _superlative(scene: Scene, index: int) -> bool:
    word = scene.tokens.lower[index]
    formed = scene.tree.tag[index] == "ADJ" and word.endswith("est") and len(word) > len("best")
    return formed or word in words("measure", "extreme")


def relative(scene: Scene, figure: Figure) -> Stretch | None:
    """Read "the 50 million that the old works can manage": who does what with the amount."""
    lower, tag, stop = scene.tokens.lower, scene.tree.tag, figure.stop
    _, limit = scene.sentence(figure.first)
    if figure.kind == "duration" or stop + 2 >= limit:
        return None
    if lower[stop] == "who" and figure.kind == "count":
        # "of the 2.8 million who voted", "the three who were killed"
        at = next((i for i in range(stop + 1, min(limit, stop + 4)) if tag[i] != "AUX"), stop)
        return (at, at + 1) if tag[at] == "VERB" else None
    if lower[stop] not in {"that", "which"}:
        return None
    named = False
    for index in range(stop + 1, min(limit, stop + 1 + _RELATIVE)):
        if index in scene.inside or not (lower[index][0].isalnum() or lower[index] == "'s"):
            return None
        if tag[index] == "VERB":
            return (stop + 1, index + 1) if named else None
        named = named or tag[index] in {"NOUN", "PROPN"}
    return None


def rival(scene: Scene, figure: Figure) -> Stretch | None:
    """Read "with 5 percent for Berg", "against 41 for the Unity Party": whose vote it is."""
    lower, tag = scene.tokens.lower, scene.tree.tag
    at, stop = approach(scene, figure), behind(scene, figure)
    first, limit = scene.sentence(figure.first)
    if figure.kind not in {"percent", "count", "number"} or at <= first or stop + 1 >= limit:
        return None
    if isinstance(figure.mention, Quantity) and figure.mention.noun is not None:
        return None
    if lower[at - 1] not in _RIVAL or lower[stop] != "for":
        return None
    name = stop + 1 + (lower[stop + 1] == "the")
    known = name < limit and tag[name] == "PROPN" and not scene.spot_at(name)
    if not known or scene.date_at(name) is not None:
        return None
    return phrase.onward(scene, stop + 1)


def gapped(scene: Scene, figure: Figure) -> Stretch | None:
    """Read "exports grew by 12%, imports by 7%", "rye 40": another noun with the verb of the first."""
    lower, tree = scene.tokens.lower, scene.tree
    first, _ = scene.sentence(figure.first)
    noun = approach(scene, figure) - 1
    noun -= noun > first and lower[noun] in _REACHING
    before = scene.figures_in(first, noun)
    amount = figure.kind in _AMOUNTS or (figure.kind == "count" and _nameless(figure))
    if not amount or not before or before[-1].kind != figure.kind:
        return None
    # "and Oslo for 9%" is a name's share, "Oslo 9%" may be anything of it
    nominal = {"NOUN", "PROPN"} if lower[noun + 1] == "for" else {"NOUN"}
    if tree.tag[noun] not in nominal or noun in scene.inside or scene.date_at(noun) is not None:
        return None
    found = phrase.around(scene, noun)
    if found is None or found[1] != noun + 1 or lower[found[0] - 1] not in _JOINING:
        return None
    between = range(before[-1].stop, found[0])
    verbal = any(tree.tag[index] in {"VERB", "AUX"} for index in between)
    return None if verbal or found[0] - before[-1].stop > _GAPPED else found


def compared(scene: Scene, figure: Figure, known: Known) -> Stretch | None:
    """Take up the measure of the sentence where a figure is only another amount of it.

    "57%, seven points lower", "5% of sales from bread and 3% from jam", "than last year's $4 million".
    """
    lower, tree = scene.tokens.lower, scene.tree
    first, _ = scene.sentence(figure.first)
    at = approach(scene, figure)
    other = scene.inside.get(at - 2) if at - 2 >= first else None
    if other is not None and lower[at - 1] == "to" and other.kind == figure.kind == "count":
        # "by a majority of 35 to 23"
        return known.get(other.mention.id) if _nameless(figure) else None
    if lower[max(first, at - 2) : at] in (["of", "whom"], ["of", "which"]):
        return carried.alike(scene, figure, known)
    if _points(scene, figure):
        return carried.alike(scene, figure, known, {"percent", "percentage_point"})
    if at - 2 >= first and lower[at - 1] == "'s" and _nameless(figure):
        # "last year's $4 million", "279 votes to Olsen's 214"
        if scene.date_at(at - 2) is not None:
            return carried.last(scene, figure, known)
        bare = figure.kind == "count" and tree.tag[at - 2] == "PROPN"
        return (
            carried.alike(scene, figure, known) if bare and figure.mention.text.isdigit() else None
        )
    top = tree.top(figure.first, figure.stop)
    gapped = tree.base[top] == "flat" and tree.tag[tree.head[top]] == "PROPN"
    if gapped and tree.head[top] == figure.first - 1 and figure.kind == "count":
        return carried.alike(scene, figure, known) if _nameless(figure) else None
    if lower[at - 1] == "of" and at - 4 >= first and lower[at - 2] in cues().nouns:
        # as in to describe that as an increase of 9%
        return carried.last(scene, figure, known) if "as" in lower[at - 4 : at - 2] else None
    if (place := _placed(scene, figure, at)) is not None:
        if tree.tag[place - 1] == "NOUN" and place - 1 > first:
            return phrase.around(scene, place - 1)  # "roads second with 25%, health third with 20%"
        found = carried.last(scene, figure, known, figure.kind)
        # "35% of the total … second with 25%": of what is not said
        named = found is not None and lower[found[1] - 1] not in words("measure", "transparent")
        return found if named else None
    if _again_from(scene, figure, first):
        return carried.alike(scene, figure, known)
    return None


def _placed(scene: Scene, figure: Figure, at: int) -> int | None:
    """Return the place that a figure was won with: "came in first with 14", "is second, with 9%"."""
    lower, first = scene.tokens.lower, scene.sentence(figure.first)[0]
    if at <= first or lower[at - 1] != "with":
        return None
    if not _nameless(figure) and figure.kind != "percent":
        return None
    near = range(at - 2, max(first, at - 4) - 1, -1)
    return next((index for index in near if lower[index] in words("measure", "places")), None)


def _nameless(figure: Figure) -> bool:
    return isinstance(figure.mention, Quantity) and figure.mention.noun is None


def _points(scene: Scene, figure: Figure) -> bool:
    """Tell whether a figure counts points: "seven points lower", "a tenth of a point"."""
    mention = figure.mention
    if not isinstance(mention, Quantity) or mention.kind == "money":
        return False
    if mention.kind == "percentage_point":
        return False
    behind_it = scene.tokens.lower[figure.stop : figure.stop + 3]
    return behind_it[:1] in (["points"], ["point"]) or behind_it == ["of", "a", "point"]


def _again_from(scene: Scene, figure: Figure, first: int) -> bool:
    """Tell whether an amount of a list names its source like the one before: ", $3 million from a loan"."""
    lower = scene.tokens.lower
    listed = figure.first > first and lower[figure.first - 1] in {",", "and"}
    if not listed or figure.kind not in {"money", "percent"} or figure.stop >= len(lower):
        return False
    preposition = lower[figure.stop]
    before = scene.figures_in(max(first, figure.first - 14), figure.first)
    if preposition not in _SOURCES or not before or before[-1].kind != figure.kind:
        return False
    return preposition in lower[before[-1].stop : figure.first]
