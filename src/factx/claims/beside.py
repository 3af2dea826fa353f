"""Measures that a figure right before gives: ", up 9%", ", 20% more than in May", "(5 km)"."""

from __future__ import annotations

from factx.claims import phrase
from factx.claims.attached import has_whole
from factx.claims.carried import SHARES, Known
from factx.claims.governor import approach
from factx.claims.scene import Figure, Scene, Stretch
from factx.claims.words import words
from factx.model import Quantity
from factx.nlp.cues import cues

_FAR, _GAP, _OPENING = 40, 6, 7
_LABEL = 8  # words of the label of an item
_ITEMS = frozenset({"-", "–", "•", "*", "·", ";"})


def explained(scene: Scene, figure: Figure, known: Known) -> Stretch | None:
    """Take the measure of the figure that this one explains: ", up 9%", ", 20% more than", "(5 km)".

    "Sold 90 boats, 20% more than in May, a rise of 15": all three are about boats.
    """
    first, limit = scene.sentence(figure.first)
    before = scene.figures_in(max(first, figure.first - _FAR), figure.first)
    if not before or before[-1].mention.id not in known:
        return None
    if _summed(scene, figure, limit):
        return known.get(before[0].mention.id)
    if _against(scene, figure, before[-1]) or _priced(scene, figure, before[-1]):
        return known[before[-1].mention.id]
    opens = _opening(scene, figure, first)
    if opens is None or not _explains(scene, figure, opens, limit):
        return None
    return known[_leading(scene, figure, before, known).mention.id]


def labelled(scene: Scene, figure: Figure, known: Known) -> Stretch | None:
    """Read an item with a label, "- Load factor: 84.1%, +0.5ppt": the label is what it measures."""
    lower, text, tag = scene.tokens.lower, scene.tokens.text, scene.tree.tag
    first, at = scene.sentence(figure.first)[0], approach(scene, figure)
    if at - 1 > first and lower[at - 1] == "," and scene.inside.get(at - 2) is not None:
        other = scene.inside[at - 2]
        signed = isinstance(figure.mention, Quantity) and figure.mention.is_signed
        return known.get(other.mention.id) if signed else None
    if at - 2 < first or not lower[at - 1].endswith(":"):  # "(RPMs):" is cut before the bracket
        return None
    if lower[figure.stop : figure.stop + 1] and text[figure.stop][0].isalpha():
        return None  # "Police: 40 people held", "Study: 40% of children"
    start = at - 1
    while start > first and at - start <= _LABEL and not _opens_item(scene, start - 1):
        start -= 1
    label = range(start, at - 1)
    opened = start == first or _opens_item(scene, start - 1)
    plain = opened and not any(tag[i] in {"VERB", "AUX", "PRON"} or scene.covered(i) for i in label)
    if not plain or not label or not text[start][0].isupper() or scene.spot_at(start):
        return None
    stop = lower.index("(", start, at) if "(" in lower[start + 1 : at] else at - 1
    return phrase.trim(scene, start, stop)


def _opens_item(scene: Scene, index: int) -> bool:
    """Tell a bullet or a semicolon from the hyphen of a word: "Coca-Cola sales: 4%"."""
    tied = scene.tokens.glued(index) and scene.tokens.glued(index + 1)
    return scene.tokens.lower[index] in _ITEMS and not tied


def _leading(scene: Scene, figure: Figure, before: list[Figure], known: Known) -> Figure:
    """Return the figure that a later one speaks of: "900 runners from 20 towns, 10% more" are runners.

    No amount speaks of a length of time, unless nothing else stands there.
    """
    amounts = [other for other in before if other.kind != "duration" and other.mention.id in known]
    if figure.kind == "duration" or not amounts:
        return before[-1]
    lead = amounts[-1]
    for node in scene.tree.above(scene.tree.top(lead.first, lead.stop)):
        if scene.tree.tag[node] == "VERB":
            break
        for other in amounts[:-1]:
            start, stop = known[other.mention.id]
            if start <= node < stop and other.kind == "count":
                lead = other
    return lead


def _against(scene: Scene, figure: Figure, other: Figure) -> bool:
    """Tell whether a figure is what the one before is set against: "9 tonnes less than the 52"."""
    between = scene.tokens.lower[other.stop : figure.first]
    if figure.kind == "duration" or not 1 < len(between) < _GAP - 1:
        return False
    owned = between[-1] in phrase.ends().articles
    return owned and not words("measure", "against").isdisjoint(between)


def _priced(scene: Scene, figure: Figure, change: Figure) -> bool:
    """Tell the level behind a change: "crude down 23 cents, or 0.4%, at $57.07 a barrel"."""
    at = approach(scene, figure)
    moved = isinstance(change.mention, Quantity) and change.mention.change is not None
    between = scene.tokens.lower[change.stop : at]
    return moved and figure.kind == "money" and between in (["at"], [",", "at"])


def _summed(scene: Scene, figure: Figure, limit: int) -> bool:
    """Tell whether a bare count sums up those before it: "212 fell and 640 cracked, 852 in all"."""
    behind = " ".join(scene.tokens.lower[figure.stop : min(limit, figure.stop + 2)])
    return figure.kind == "count" and behind.startswith(("in all", "in total", "altogether"))


def _opening(scene: Scene, figure: Figure, first: int) -> int | None:
    """Return where the words begin that a comma sets off before a figure."""
    lower, tag, at = scene.tokens.lower, scene.tree.tag, figure.first
    for index in range(at - 1, max(first, at - _OPENING) - 1, -1):
        if lower[index] in {",", "(", "-", "–", "—"}:
            return index + 1
        if index in scene.inside and figure.kind == "percent" and lower[at - 1] in {"and", "or"}:
            return at  # "an average of 59 a day and 7% fewer than in May"
        if index in scene.inside or tag[index] in {"VERB", "AUX", "PROPN"}:
            return None
    return None


def _explains(scene: Scene, figure: Figure, opens: int, limit: int) -> bool:
    """Tell whether a set-off figure compares, multiplies or changes what stands before it."""
    lower = scene.tokens.lower
    led = lower[opens : figure.first]
    ends = figure.stop >= limit or lower[figure.stop] in {",", ".", ";", ")"}
    if led and led[0] in words("measure", "restating"):
        return led[0] != "or" or not has_whole(scene, figure)
    if figure.kind in SHARES and ends and approach(scene, figure) <= opens:
        # "fell on 12 of the 90 roofs, about one in eight"
        return scene.figures_in(opens - _FAR, opens)[-1].kind not in SHARES
    if led and (led[0] in {"up", "down"} or any(word in cues().nouns for word in led)):
        return led[0] in {"up", "down", "a", "an"}
    behind = lower[figure.stop : min(limit, figure.stop + 3)]
    if len(behind) < 2:
        return False
    if (
        figure.kind == "count"
        and behind[0] in {"a", "per"}
        and behind[1] in words("measure", "times")
    ):
        return True  # "97,300 patients, 3,243 a day"
    more = behind[0] in words("relation", "comparative") and behind[1] == "than"
    more = more or (figure.kind == "percent" and behind[0] in words("relation", "apart"))
    many = behind[0] == "as" and behind[1] in {"many", "much"}
    of_it = _multiple(figure) and behind[0] in {"the", "its", "their", "that", "last"}
    return more or many or of_it


def _multiple(figure: Figure) -> bool:
    """Tell "twice the rate of May" from "half the town", which is a part of what it names."""
    mention = figure.mention
    return figure.kind == "ratio" and isinstance(mention, Quantity) and (mention.number or 0) >= 1
