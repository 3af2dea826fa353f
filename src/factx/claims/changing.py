"""Whether a figure is the amount of a change rather than a level: "by 5", not "to 5"."""

from __future__ import annotations

from factx.claims.contrasted import former, has_a_level
from factx.claims.distances import pours, travels
from factx.claims.governor import approach, behind, governor
from factx.claims.scene import Figure, Scene
from factx.claims.words import words
from factx.model import Quantity
from factx.nlp.cues import cues

_AMOUNTS = frozenset({"count", "money", "measure", "number"})
_QUALIFIED = 6  # words of "an all-time high"
_REACHED = 10  # words to the level of "fell 300 from the previous month to 4,000"
_SIZES = frozenset({"percent", "ratio", "measure", "money", "duration"})


def changes(scene: Scene, figure: Figure) -> bool:
    """Tell whether a figure says by how much something changed or differs."""
    mention = figure.mention
    if _makes_up(scene, figure) or travels(scene, figure) or pours(scene, figure):
        return False
    if isinstance(mention, Quantity) and mention.change is not None and mention.kind != "count":
        return not arrived(scene, figure)
    if _from_extreme(scene, figure):
        return True
    led = _led(scene, figure)
    if led is not None:
        return led
    if _compared(scene, figure) or _taken(scene, figure) or _moved(scene, figure):
        return True
    return figure.kind in _AMOUNTS and grown(scene, figure)


def _from_extreme(scene: Scene, figure: Figure) -> bool:
    """Read "(40% from their peak in 1991)": how far from an extreme."""
    lower, stop = scene.tokens.lower, figure.stop
    led = figure.kind == "percent" and lower[stop : stop + 1] == ["from"]
    near = range(stop + 1, min(stop + 4, len(lower) - 1))
    return led and any(
        lower[at] in words("relation", "extremes") and lower[at + 1] != "-" for at in near
    )


def _makes_up(scene: Scene, figure: Figure) -> bool:
    """Read "makes up 40%", a share."""
    at = approach(scene, figure)
    made = scene.tokens.lower[max(0, at - 2) : at]
    return len(made) > 1 and made[1] == "up" and made[0] in words("relation", "share")


def _led(scene: Scene, figure: Figure) -> bool | None:
    """Ask the words before a figure, "up 5" or "a rise of 5"; ``None`` where they do not tell."""
    lower, at = scene.tokens.lower, approach(scene, figure)
    first, _ = scene.sentence(figure.first)
    before = lower[at - 1] if at > first else ""
    if before in {"up", "down"}:
        particle = scene.tree.base[at - 1] == "compound"  # "shot down 33 drones"
        if not particle or figure.kind in {"percent", "percentage_point"}:
            return True
    off = at - 1 - (before == "by")
    if figure.kind == "percent" and off > first and lower[off] == "off":
        return scene.tree.base[off] != "case"  # "shares were off 2.3 per cent"
    if before == "of" and lower[max(first, at - 2)] in words("relation", "differences"):
        return True
    if before == "of" and at - 1 > first and lower[at - 2] in cues().nouns:
        if figure.kind == "money" and lower[at - 2] in cues().results:
            return False
        return at - 2 == first or lower[at - 3] not in words("relation", "surges")
    return None


def _compared(scene: Scene, figure: Figure) -> bool:
    """Ask the words behind a figure: "5% more", "300 fewer than", "4% below the", "a 5% rise"."""
    _, limit = scene.sentence(figure.first)
    stop, lower = behind(scene, figure), scene.tokens.lower
    stepped = stop < limit and lower[stop] in cues().steps  # "two points better"
    stop += stepped
    after = lower[stop] if stop < limit else ""
    if is_comparative(scene, stop):
        against = lower[stop + 1] if stop + 1 < limit else ""
        if against == "than" or stepped:
            return True
        if figure.kind in {"duration", "money"} and after in {"ahead", "behind"}:
            return against == "of"
        if figure.kind in _SIZES and after not in {"later", "earlier", "sooner"}:
            return True
    if _apart(scene, figure, stop, limit):
        return True
    if figure.kind in {"count", "number"}:
        return _fewer(scene, figure, stop, limit)
    return after in words("relation", "swings") or after in cues().nouns


def is_comparative(scene: Scene, index: int) -> bool:
    """Tell whether a word compares sizes: "more", "dearer"."""
    if index >= len(scene.tokens):
        return False
    known = scene.tokens.lower[index] in words("relation", "comparative")
    return known or scene.tokens.doc[index].tag_ in {"JJR", "RBR"}


def _taken(scene: Scene, figure: Figure) -> bool:
    """Read "cut $5 off the price"."""
    _, limit = scene.sentence(figure.first)
    stop, lower = behind(scene, figure), scene.tokens.lower
    reached = lower[approach(scene, figure) - 1] in words("relation", "arriving")
    if reached or stop >= limit or lower[stop] not in {"off", "from"}:
        return False
    if scene.tokens.lower[stop] == "off" and figure.kind in {"money", "percent"}:
        return True
    if figure.kind == "duration" and scene.tokens.lower[stop] == "from":
        # "has taken a year from the first talk"
        return False
    found = governor(scene, figure)
    return found is not None and scene.tree.lemma(found.verb) in words("measure", "taking")


def _moved(scene: Scene, figure: Figure) -> bool:
    """Ask the verb over a figure: "rose by 5", "lost 42 seats"."""
    lower, at = scene.tokens.lower, approach(scene, figure)
    before = lower[at - 1] if at > scene.sentence(figure.first)[0] else ""
    if before == "by" and not _describes(scene, figure):
        if isinstance(figure.mention, Quantity) and figure.mention.change is not None:
            return True
        found = governor(scene, figure)
        if is_comparative(scene, at - 2):  # "smaller by 3 hectares"
            return True
        if found is not None and (found.role == "subject" or _outvoted(scene, figure)):
            return False  # "the walkout by thousands led to"
        if found is None or lower[found.verb] in cues().verbs:
            return found is not None
        if figure.kind in {"money", "measure", "duration"}:
            # not "9 by 12 metres", "passers-by a day", "was beaten by 16 inches of rain"
            plain = lower[at - 2].isalpha() and lower[figure.stop : figure.stop + 1] != ["of"]
            return plain and scene.tree.tag[found.verb] == "VERB"
        return scene.tree.lemma(found.verb) in words("relation", "margins")
    if figure.kind == "percent":
        return _raised(scene, figure)
    if figure.kind not in _AMOUNTS or before in words("relation", "arriving"):
        return False
    if _shifts(figure, before) or _to_level(scene, figure, before):
        return True
    if not scene.tree.label[figure.first]:
        return False
    found = governor(scene, figure)
    if found is None or not found.direct or found.role != "object":
        return False
    return _shifts(figure, lower[found.verb])


def _outvoted(scene: Scene, figure: Figure) -> bool:
    """Tell "was defeated by 31 votes to 17"."""
    noun = figure.mention.noun if isinstance(figure.mention, Quantity) else None
    at = figure.stop if noun is None else scene.tokens.stretch(noun)[1]
    other = scene.inside.get(at + 1) if scene.tokens.lower[at : at + 1] == ["to"] else None
    return other is not None and other.kind == figure.kind


def _describes(scene: Scene, figure: Figure) -> bool:
    """Tell whether money describes the noun behind it: "strained by a $20 million gap"."""
    tree, top = scene.tree, scene.tree.top(figure.first, figure.stop)
    noun = tree.head[top]
    if figure.kind != "money" or noun < figure.stop or tree.base[top] not in {"compound", "nummod"}:
        return False
    return tree.tag[noun] == "NOUN" and scene.tokens.lower[noun] not in cues().nouns


def _to_level(scene: Scene, figure: Figure, verb: str) -> bool:
    """Tell whether a count behind a verb of change leads to another: "fell 300 from May to 4,000"."""
    if figure.kind not in {"count", "number"} or verb not in cues().verbs:
        return False
    stop = min(scene.sentence(figure.first)[1], figure.stop + _REACHED)
    other = next((at for at in scene.figures_in(figure.stop, stop)), None)
    return other is not None and scene.tokens.lower[approach(scene, other) - 1] == "to"


def arrived(scene: Scene, figure: Figure) -> bool:
    """Tell whether a percentage is where a change ends or began: "cut to 0.2% from 0.5%"."""
    lower, at = scene.tokens.lower, figure.first
    first, _ = scene.sentence(at)
    if figure.kind != "percent" or at == first:
        return False
    if approach(scene, figure) < at and lower[approach(scene, figure) - 1] in {"up", "down"}:
        return False  # "up close to 4 percent"
    if lower[at - 1] in words("relation", "arriving"):
        adverb = lower[at - 2] in {"up", "down"} and approach(scene, figure) == at  # "went up to"
        return adverb or any(word in cues().verbs for word in lower[max(first, at - 12) : at])
    return former(scene, figure)


def _apart(scene: Scene, figure: Figure, stop: int, limit: int) -> bool:
    """Read "4% below the peak", "$90 over what he paid": how far from another level."""
    lower, at = scene.tokens.lower, stop + 1
    if (
        at + 1 >= limit
        or figure.kind == "duration"
        or lower[stop] not in words("relation", "apart")
    ):
        return False
    at += lower[stop : at + 1] == ["short", "of"]
    when = scene.date_at(at)
    if when is not None and has_a_level(scene, when):
        return True  # "6.6% below year-ago levels"
    if lower[at] in {"a", "an"}:
        near, bases = range(at + 1, min(limit, at + _QUALIFIED)), words("relation", "bases")
        at = next((index for index in near if lower[index] in bases), at)  # "an all-time high"
    if lower[at] not in words("relation", "levels") and "'s" not in lower[at + 1 : at + 3]:
        return lower[at] in words("relation", "bases")
    if figure.kind != "measure" and lower[stop] in {"above", "below", "short"}:
        return True
    known = not words("relation", "bases").isdisjoint(lower[at : at + 3])
    return known or any(each.kind != "duration" for each in scene.figures_in(at, at + 2))


def _fewer(scene: Scene, figure: Figure, stop: int, limit: int) -> bool:
    """Read "300 fewer", "300 delegates fewer than Biden", "six more seats than": a difference."""
    lower, tag = scene.tokens.lower, scene.tree.tag
    if lower[stop : stop + 1] in (["fewer"], ["less"]):
        return True
    told = lower[approach(scene, figure) - 1] in words("relation", "telling")
    for index in range(stop, min(stop + 3, limit - 1)):
        if is_comparative(scene, index):
            if "than" in lower[index + 1 : min(index + 4, limit)]:
                return lower[index] in {"fewer", "more", "less"}
            return told and index == stop and tag[index + 1] in {"PUNCT", "ADP"}
        if tag[index] not in {"NOUN", "ADJ", ""}:
            return False
    return False


def grown(scene: Scene, figure: Figure) -> bool:
    """Read "growth averaged 5%", "put growth at 5%", "the increase: 12": what a noun of change has."""
    tree, lower, at = scene.tree, scene.tokens.lower, approach(scene, figure)
    if lower[figure.stop : figure.stop + 1] == ["of"]:
        return False
    listed = lower[at - 1] == "," and lower[max(0, at - 3)] != "the"
    if lower[at - 1] in {":", ","} and not listed and _is_change(scene, figure, at - 2):
        return True
    found = governor(scene, figure)
    if found is None or (lower[at - 1] == "to" and lower[found.verb] in cues().verbs):
        return False
    if figure.kind == "money" and lower[at - 1] == "at":
        return False  # "lead, the metal, closed at $2,351"
    thing = tree.child(found.verb, "obj")
    if figure.kind != "percent" or thing is None or thing in scene.inside or thing > figure.first:
        thing = tree.subject(found.verb) if found.levels else None
    return thing is not None and _is_change(scene, figure, thing)


def _is_change(scene: Scene, figure: Figure, index: int) -> bool:
    """Tell whether a noun is one of change: a loss of money is a result."""
    word = scene.tokens.lower[index]
    if figure.kind != "percent" and word in cues().results:
        return False
    named = word in cues().nouns or word in words("relation", "differences")
    return named and scene.tree.tag[index] == "NOUN"


def _raised(scene: Scene, figure: Figure) -> bool:
    """Read "raises spending 2.6%": a verb of change with its object, then by how much."""
    lower, tree, found = scene.tokens.lower, scene.tree, governor(scene, figure)
    if found is None or not found.verb < figure.first - 1 or lower[found.verb] not in cues().verbs:
        return False
    held = tree.lemma(found.verb) in words("measure", "holding")
    between = range(found.verb + 1, approach(scene, figure))
    plain = all(tree.tag[at] in {"NOUN", "PROPN", "ADJ", "DET", "PRON", "PART"} for at in between)
    return plain and not held and lower[figure.stop : figure.stop + 1] != ["of"]


def _shifts(figure: Figure, verb: str) -> bool:
    """Tell whether a verb moves a level by its object: "lost 42 seats", but not "raised 42 goats"."""
    if figure.kind == "count":
        return verb in words("relation", "shifts")
    return verb in cues().verbs and verb not in cues().funds
