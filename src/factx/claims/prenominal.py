"""Measures behind their figure, which only describes them: "22-mile journey", "a 36.3% increase"."""

from __future__ import annotations

from factx.claims import phrase
from factx.claims.distances import sloping
from factx.claims.governor import approach, behind
from factx.claims.scene import Figure, Scene, Stretch
from factx.claims.subject import changed
from factx.claims.words import words
from factx.model import Quantity
from factx.nlp.cues import cues
from factx.nlp.nouns import plural, singular

_NAMING = frozenset({"NOUN", "ADJ", "PROPN", "VERB"})
_JOINTS, _HANGING = (["and"], ["or"], ["to"], [","]), 6
_BEFORE_NOUN = frozenset({"nummod", "compound", "amod", "nmod", "det"})


def prenominal(scene: Scene, figure: Figure) -> Stretch | None:
    """Read "22-mile journey", "a 36.3% increase": the noun that the figure stands before."""
    found = _prenominal(scene, figure)
    return _single(scene, figure, found) if found is not None else None


def _single(scene: Scene, figure: Figure, found: Stretch) -> Stretch:
    """Leave out what is joined to a noun with an article: "a $60 surplus and record sales"."""
    tree, lower = scene.tree, scene.tokens.lower
    head = tree.head[tree.top(figure.first, figure.stop)]
    article = tree.child(head, "det")
    if not found[0] <= head < found[1] or article is None or article >= figure.first:
        return found
    joined = tree.child(head, "conj")
    if lower[article] not in {"a", "an"} or joined is None or not head < joined < found[1]:
        return found
    stop = next((at for at in range(head + 1, joined) if lower[at] == "and"), found[1])
    return found[0], stop


def _prenominal(scene: Scene, figure: Figure) -> Stretch | None:
    tree, stop = scene.tree, past_rate(scene, figure)
    _, limit = scene.sentence(figure.first)
    if stop < limit and scene.tokens.lower[stop] in {"times", "apiece", "each"}:
        return None
    plight = not words("measure", "plights").isdisjoint(scene.tokens.lower[stop : stop + 1])
    if figure.kind == "count" and plight and tree.tag[stop + 1 : stop + 2] != ["NOUN"]:
        return stop, stop + 1  # "4 dead, 9 others hurt"
    frames = words("measure", "frame").intersection(scene.tokens.lower[stop : stop + 1])
    if figure.kind == "duration" and frames and scene.tokens.lower[stop + 1 : stop + 2] != ["of"]:
        return None  # "a course of pills over a 14-day period"
    folded = figure.kind == "ratio" and figure.mention.text.endswith("fold")
    if folded and figure.first and tree.tag[figure.first - 1] == "VERB":
        # "increased 18-fold prior to the attack"
        return None
    found = (
        _hyphened(scene, figure, limit)
        or _extended(scene, figure, limit)
        or _attributive(scene, figure, stop, limit)
    )
    if found is not None:
        return found
    if sloping(scene, figure):
        return phrase.onward(scene, stop)
    surge = stop + (tree.tag[stop : stop + 1] == ["ADJ"])  # "a 7% monthly surge in prices"
    moved = surge > stop and surge < limit and scene.tokens.lower[surge] in cues().nouns
    if stop < limit and (_a_change(scene, figure, stop) or (moved and figure.kind == "percent")):
        return changed(scene, surge if moved else stop) or phrase.onward(scene, stop)
    if (last := _past_hanging(scene, figure)) is not figure:
        return prenominal(scene, last)
    apart = stop + 1 < limit and scene.tokens.text[stop] == "," and _single_unit(scene, figure)
    second = scene.inside.get(stop + apart) if stop + apart < limit else None
    if second is not None and second is not figure and second.kind == figure.kind == "measure":
        # "the 350-tonne, 35-metre-long bridge", "a 640bhp 5.2 litre engine"
        return prenominal(scene, second)
    if stop + 1 < limit and scene.tokens.lower[stop] in {"'", "’"}:
        # "four months' pay": a noun, whatever the parse takes it for
        owned = figure.kind == "duration" and scene.tokens.text[stop + 1].isalpha()
        if owned or tree.tag[stop + 1] == "NOUN":
            return phrase.onward(scene, stop + 1)
    rated = stop > behind(scene, figure) or figure.kind == "ratio"
    if rated and stop < limit and tree.tag[stop] == "NOUN":
        return phrase.onward(scene, stop)
    if stop >= limit or not scene.tokens.text[stop][0].isalpha() or scene.date_at(stop):
        return None
    aged = figure.mention.text.lower().endswith("old")
    if aged and scene.tokens.doc[stop].tag_ in {"VBD", "VBZ", "VBP", "MD"}:
        return None  # "the 19-year-old signed a contract"
    if tree.tag[stop] == "ADP" or scene.tokens.lower[stop] in {"a", "an"}:
        return None  # "1,800 per hectare", "$180 a head"
    if scene.tokens.lower[stop + 1 : stop + 3] == ["/", scene.tokens.lower[stop]]:
        return None  # "rose 9.7% year/year"
    if scene.tokens.lower[stop] in words("measure", "scale"):
        return phrase.onward(scene, stop)
    hyphened = "-" in figure.mention.text and figure.mention.text[-1].isalpha()
    if hyphened and figure.kind == "percent" and scene.tokens.lower[stop] in cues().nouns:
        return changed(scene, stop) or phrase.onward(scene, stop)
    if not tree.label[stop] or (hyphened and tree.tag[stop] in _NAMING):
        found = phrase.onward(scene, stop) if hyphened else None
        return _aged(scene, figure, found) if found is not None else None
    # of a range, "5% to 10% improvement", the last may hang from the noun
    tops = (tree.top(figure.first, figure.stop), figure.stop - 1)
    top = next((index for index in tops if tree.base[index] in _BEFORE_NOUN), tops[0])
    head = tree.head[top]
    if not stop <= head < limit or not _describes(scene, top, figure.first):
        return _predicative(scene, figure, stop)
    if _counted(scene, figure, top):
        return phrase.onward(scene, stop)
    if tree.tag[head] == "VERB" and scene.tokens.lower[head] in cues().nouns:
        return changed(scene, head) or phrase.onward(scene, stop)
    if tree.tag[head] not in {"NOUN", "PROPN", "ADJ"} or tree.base[head] == "advmod":
        return _predicative(scene, figure, stop)
    if scene.tokens.lower[head] in cues().nouns:
        return changed(scene, head) or phrase.onward(scene, stop)
    found = phrase.onward(scene, stop)
    return found if found is not None and found[1] > head else None


def _past_hanging(scene: Scene, figure: Figure) -> Figure:
    """Return the last of "a 5-, 6- or 7-cent rise", which the noun follows."""
    lower = scene.tokens.lower
    for _ in range(_HANGING):
        stop = figure.stop
        if lower[stop : stop + 1] != ["-"] or lower[stop + 1 : stop + 2] not in _JOINTS:
            break
        last = scene.inside.get(stop + 2)
        if last is None or last is figure or last.kind != figure.kind:
            break
        figure = last
    return figure


def _describes(scene: Scene, top: int, first: int) -> bool:
    """Tell whether a figure describes the word over it, a noun taken for a verb included: "a 20% cut"."""
    tree, head = scene.tree, scene.tree.head[top]
    article = tree.child(head, "det")
    taken = tree.tag[head] == "VERB" and article is not None and article < first
    return tree.base[top] in _BEFORE_NOUN or taken


def _a_change(scene: Scene, figure: Figure, stop: int) -> bool:
    """Tell whether an article before a percentage is that of the noun behind: "an estimated 20% cut"."""
    tree, lower = scene.tree, scene.tokens.lower
    article = tree.child(tree.top(figure.first, figure.stop), "det")
    single = article is not None and lower[article] in {"a", "an"} and figure.kind == "percent"
    return single and tree.tag[stop] == "VERB" and lower[stop] in cues().nouns


def _counted(scene: Scene, figure: Figure, top: int) -> bool:
    """Tell whether a plural behind a count was taken for a verb: "has 14 supports"."""
    tree, noun = scene.tree, figure.stop
    beside = tree.head[top] == noun and tree.base[top] == "nummod" and figure.kind == "count"
    return beside and tree.tag[noun] == "VERB" and plural(scene.tokens.lower[noun])


def _aged(scene: Scene, figure: Figure, found: Stretch) -> Stretch:
    """Leave out what belongs to whom an age describes: "the six-year-old boy's bicycle"."""
    for index in range(*found):
        if scene.tree.tag[index] == "ADP" or not figure.mention.text.endswith("old"):
            break
        if scene.tokens.lower[index] == "'s":
            return found[0], index
    return found


def _extended(scene: Scene, figure: Figure, limit: int) -> Stretch | None:
    """Read "an 18 km long strip", "the 100-mile-long, 12-mile-wide lake": past the adjective."""
    lower, tag = scene.tokens.lower, scene.tree.tag
    at = figure.stop + (lower[figure.stop] == "-" if figure.stop < limit else 0)
    if at + 1 >= limit or lower[at].rpartition("-")[2] not in words("measure", "dimension"):
        return None
    at += 1
    for _ in range(10):
        joint = at + 1 < limit and lower[at] in {",", "-", "and"} and at + 1 in scene.inside
        if at >= limit or not (joint or at in scene.inside or lower[at] == "-"):
            break
        at += 1
    if at >= limit or scene.date_at(at) is not None:
        return None
    named = tag[at] in {"NOUN", "PROPN", "ADJ"} or scene.tree.base[at] == "amod"
    return phrase.onward(scene, at) if named else None


def _hyphened(scene: Scene, figure: Figure, limit: int) -> Stretch | None:
    """Read "a two-legged run", "the six-member team": past the word that the number is part of."""
    tokens, at = scene.tokens, figure.stop
    if figure.kind != "count" or at + 2 >= limit or tokens.lower[at] != "-":
        return None
    part = tokens.lower[at + 1]
    if not part.isalpha() or part in phrase.ends().prepositions or at + 1 in scene.inside:
        return None
    named = scene.tree.tag[at + 2] in {"NOUN", "PROPN", "ADJ"} or tokens.lower[at + 2].endswith(
        "ing"
    )
    return phrase.onward(scene, at + 2) if named and scene.date_at(at + 2) is None else None


def _attributive(scene: Scene, figure: Figure, at: int, limit: int) -> Stretch | None:
    """Read "a 12 foot (3.7 meter) wave": a unit in the singular describes the noun behind it."""
    if at >= limit or not _single_unit(scene, figure) or scene.date_at(at) is not None:
        return None
    tree, top = scene.tree, scene.tree.top(figure.first, figure.stop)
    named = tree.tag[at : at + 2] == ["PROPN", "NOUN"]
    if tree.tag[at] != "NOUN" and not named:
        return None
    changing = scene.tokens.lower[at] in cues().nouns.keys() - cues().results
    if changing and figure.kind == "money":
        return changed(scene, at) or phrase.onward(scene, at)  # "a 7-cent rise in the toll"
    # "puts $9 million school bond on hold"
    head = phrase.head_of(scene, at)
    priced = head is not None and tree.base[head] == "appos" and tree.head[head] == top
    return phrase.onward(scene, at) if priced or tree.tag[figure.stop - 1] == "NOUN" else None


def _single_unit(scene: Scene, figure: Figure) -> bool:
    """Tell whether more than one of a unit stands in the singular: "12 foot"."""
    unit = scene.tokens.lower[figure.stop - 1]
    if figure.kind not in {"measure", "duration", "money"} or len(unit) < 4 or not unit.isalpha():
        return False
    single = isinstance(figure.mention, Quantity) and figure.mention.number == 1
    return not single and singular(unit) == unit


def past_rate(scene: Scene, figure: Figure) -> int:
    """Return where the noun may stand behind a figure: past "a month" in "a $35 a month plan"."""
    lower, at = scene.tokens.lower, behind(scene, figure)
    if at + 2 >= len(lower) or lower[at] not in {"a", "an", "per"}:
        return at
    priced = lower[at + 1] in words("measure", "times") and scene.tree.tag[at + 2] == "NOUN"
    return at + 2 if priced else at


def _predicative(scene: Scene, figure: Figure, at: int) -> Stretch | None:
    """Read "left five dead", "with two injured", "15 years fighting for rights"."""
    _, limit = scene.sentence(figure.first)
    if scene.tree.tag[at] == "ADV" and at + 1 < limit:
        at += 1
    tag, word = scene.tree.tag[at], scene.tokens.lower[at]
    led = scene.tokens.lower[approach(scene, figure) - 1] == "with" and figure.kind == "count"
    if (figure.kind == "duration" or led) and tag == "VERB" and word.endswith("ing"):
        last = min(limit, at + 8)
        comma = next((index for index in range(at, last) if scene.tokens.text[index] == ","), last)
        return phrase.trim(scene, at, phrase.cut(scene, at + 1, comma))
    states = figure.kind == "count" and word in words("measure", "states")
    return phrase.onward(scene, at) if states else None
