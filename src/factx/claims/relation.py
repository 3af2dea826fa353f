"""How a figure relates to its measure: a level, a change, a share, a limit, a part, a rate."""

from __future__ import annotations

from factx.claims.changing import arrived, changes, grown
from factx.claims.contrasted import contrast
from factx.claims.governor import approach, governor
from factx.claims.limits import limited
from factx.claims.modality import aimed
from factx.claims.portion import portion
from factx.claims.rates import per
from factx.claims.scene import Figure, Scene
from factx.claims.wholes import adds_up
from factx.claims.words import words
from factx.model import Quantity, Relation
from factx.nlp.cues import cues

_REACH = 20  # tokens between two percentages of one verb
_LISTING = frozenset({",", "and", "in", "for", "on", "at"})  # between two items of a list by dates
# what stands between a verb and the names of places behind it
_NAMED = frozenset({"PROPN", "ADP", "DET", "PUNCT", "CCONJ", "ADJ", "ADV"})
_ERROR = 10  # tokens from "the margin of error" to its figure
_SUMMED = 4  # tokens between a word for a sum and its figure


def relate(scene: Scene, figure: Figure) -> Relation:
    """Return the relation; a level where nothing says more. Lists ask for one relation many times."""
    found = scene.relations.get(figure)
    if found is None:
        found = scene.relations[figure] = _relate(scene, figure)
    return found


def _relate(scene: Scene, figure: Figure) -> Relation:
    mention = figure.mention
    if not isinstance(mention, Quantity):
        return _length(scene, figure)
    if figure.kind == "result":
        return "level"
    if mention.unit is not None and "/" in mention.unit and mention.kind == "ratio":
        return "rate"
    if mention.kind == "percentage_point":
        return "level" if _margin(scene, figure) else "change"
    if mention.kind == "ratio":
        return _ratio(scene, figure, mention)
    if changes(scene, figure):
        return "change"
    if _summed(scene, figure):
        return "total"
    if per(scene, figure):
        return "rate"
    if mention.qualifier == "at_most" or limited(scene, figure):
        return "limit"
    if mention.kind == "percent":
        return _percent(scene, figure)
    if portion(scene, figure) or adds_up(scene, figure):
        return "part"
    return "total" if _total(scene, figure) else "level"


def _margin(scene: Scene, figure: Figure) -> bool:
    """Tell "a margin of error of 3 points", "a lead of 5 points", "fell from 6 points to one"."""
    lower, at = scene.tokens.lower, approach(scene, figure)
    if {"margin", "error"} <= {*lower[max(scene.sentence(at)[0], at - _ERROR) : at]}:
        return True
    if lower[at - 1] in {"from", "to"}:
        return any(word in cues().verbs for word in lower[max(0, at - _ERROR) : at])
    return lower[at - 1] == "of" and lower[at - 2] in words("relation", "leads")


def _percent(scene: Scene, figure: Figure) -> Relation:
    """Tell a rate from a share; what is compared is what it is compared with."""
    parted = scene.tokens.lower[figure.stop : figure.stop + 1] == ["of"]
    if grown(scene, figure) or (not parted and _summed_up(scene, figure)):
        return "change"
    if _is_rate(scene, figure) or (not parted and arrived(scene, figure)):
        return "share" if _is_share(scene, figure) else "level"
    first, _ = scene.sentence(figure.first)
    if aimed(scene, figure) and not parted:
        shares = [f for f in scene.figures_in(first, figure.first) if f.kind == "percent"]
        return relate(scene, shares[-1]) if shares else "level"
    if contrast(scene, figure) is not None:
        for other in reversed(scene.figures_in(max(first, figure.first - 12), figure.first)):
            if other.kind == "percent":
                return relate(scene, other)
        told = _told_before(scene, figure, first)
        if told is not None:
            return relate(scene, told)
    if _moved_in(scene, figure):
        return "change"
    parallel = _parallel(scene, figure)
    return relate(scene, parallel) if parallel is not None else "share"


def _told_before(scene: Scene, figure: Figure, first: int) -> Figure | None:
    """Return the percentage of the sentence before: "It was 3.2%. That was up from 3% in June"."""
    if not first or scene.figures_in(first, figure.first):
        return None
    before = scene.figures_in(scene.sentence(first - 1)[0], first)
    return next((other for other in reversed(before) if other.kind == "percent"), None)


def _is_share(scene: Scene, figure: Figure) -> bool:
    """Tell "the share of voters fell to 18%", a level that is a share."""
    found = governor(scene, figure)
    subject = scene.tree.subject(found.verb) if found is not None else None
    return subject is not None and scene.tokens.lower[subject] in words("relation", "shares")


def _moved_in(scene: Scene, figure: Figure) -> bool:
    """Read "fell in Utah (12%), Ohio (9%)" and "Utah (up 12%), Ohio (9%)": in brackets behind names."""
    tree, lower, at = scene.tree, scene.tokens.lower, figure.first - 1
    first = scene.sentence(figure.first)[0]
    if at - 1 <= first or lower[at] != "(" or lower[figure.stop : figure.stop + 1] != [")"]:
        return False
    for index in range(at - 1, first - 1, -1):
        other = scene.inside.get(index)
        if other is not None and other.kind == figure.kind:
            return lower[other.stop : other.stop + 1] == [")"] and relate(scene, other) == "change"
        if tree.tag[index] == "VERB":
            return lower[index] in cues().verbs
        if tree.tag[index] not in _NAMED:
            return False
    return False


def _summed_up(scene: Scene, figure: Figure) -> bool:
    """Read "rose from 200 to 300, or 50%": the change that two levels make."""
    lower, at, first = scene.tokens.lower, approach(scene, figure), scene.sentence(figure.first)[0]
    near = scene.figures_in(max(first, at - _REACH), at)
    if lower[at - 1] != "or" or len(near) < 2 or "percent" in (near[-1].kind, near[-2].kind):
        return False
    ends = [lower[approach(scene, each) - 1] for each in near[-2:]]
    return ends == ["from", "to"] and at - near[-1].stop < _SUMMED


def _parallel(scene: Scene, figure: Figure) -> Figure | None:
    """Return the figure whose verb speaks of this one too: "wages rose 5%, rents 3%", "9, or 5%"."""
    tree, first = scene.tree, scene.sentence(figure.first)[0]
    if scene.tokens.lower[at := approach(scene, figure) - 1] == "or":
        other = next(iter(scene.figures_in(max(first, at - 4), at)), None)
        return other if other is not None and relate(scene, other) == "change" else None
    if (listed := _listed(scene, figure, first)) is not None:
        return listed
    for other in reversed(scene.figures_in(max(first, figure.first - _REACH), figure.first)):
        if any(tree.tag[index] in {"VERB", "AUX", ""} for index in range(other.stop, figure.first)):
            return None
        if other.kind == "percent":
            named = tree.tag[figure.first - 1] in {"NOUN", "PROPN"}
            return other if named else None
    return None


def _listed(scene: Scene, figure: Figure, first: int) -> Figure | None:
    """Return the percentage before in a list of them by dates: "3% in the year to May, 5% in June"."""
    lower, before = scene.tokens.lower, scene.figures_in(first, figure.first)
    if not before or before[-1].kind != "percent":
        return None
    dated = {
        at
        for when in scene.dates_in(before[-1].stop, figure.first)
        for at in range(when.first, when.stop)
    }
    between = [lower[at] for at in range(before[-1].stop, figure.first) if at not in dated]
    return before[-1] if dated and {*between} <= _LISTING else None


def _length(scene: Scene, figure: Figure) -> Relation:
    """Read a length of time: a limit, a change, or how long the record stood ("a ten-year high")."""
    _, limit = scene.sentence(figure.first)
    if figure.stop < limit and scene.tokens.lower[figure.stop] in words("relation", "record"):
        return "rank"
    if per(scene, figure):
        return "rate"
    if limited(scene, figure):
        return "limit"
    if changes(scene, figure):
        return "change"
    near = scene.tokens.lower[max(0, figure.first - 2) : figure.first]
    return "total" if near == ["total", "of"] else "level"


def _ratio(scene: Scene, figure: Figure, mention: Quantity) -> Relation:
    """Tell "doubled" and "tenfold" from "double the number" and from "two thirds of"."""
    lower, at = scene.tokens.lower, figure.stop
    _, limit = scene.sentence(figure.first)
    following = lower[at] if at < limit else ""
    many = scene.tree.tag[at + 1 : at + 2] in (["ADJ"], ["ADV"])
    compared = following == "as" and many  # "as many as"
    moved = not compared and following not in {"the", "that", "what", "those"}
    moved = moved or mention.text.endswith("ed")
    if mention.change is not None and moved:
        return "change"
    more = following in {"more", "fewer", "less"} and scene.tree.tag[at + 1 : at + 2] == ["NOUN"]
    if mention.number < 1 and more:
        return "change"  # "a tenth more passengers"
    if mention.number < 1 and words("relation", "earlier").isdisjoint(
        lower[at : min(limit, at + 2)]
    ):
        return "limit" if limited(scene, figure) else "share"
    return "ratio"


def _is_rate(scene: Scene, figure: Figure) -> bool:
    """Tell whether a percentage is a level of its own, such as a rate of interest."""
    first, limit = scene.sentence(figure.first)
    lower, start = scene.tokens.lower, max(first, figure.first - 8)
    if lower[approach(scene, figure) - 1] == "by" or lower[figure.stop : figure.stop + 1] == ["of"]:
        return False  # "inflation was named by 56%", "a deficit of 6% of national income"
    near = lower[start : min(limit, figure.stop + 3)]
    return any(word in words("relation", "rates") for word in near)


def _total(scene: Scene, figure: Figure) -> bool:
    """Read "a total of 12", "all three", "in all, 12"; a comma closes what "overall" speaks of."""
    lower, at = scene.tokens.lower, approach(scene, figure)
    first, _ = scene.sentence(at)
    for index in range(at - 1, max(first, at - _SUMMED) - 1, -1):
        word, following = lower[index], lower[index + 1]
        if word == "or":
            return False  # "78% of the total, or $6 billion"
        if lower[index - 1 : index + 1] in (["all", "told"], ["in", "all"], ["in", "sum"]):
            return True
        if word not in words("relation", "total") or following == "with":
            continue
        if following == ",":
            return index == first or lower[index - 1] == "in"
        return word != "all" or index + 1 == at or following in {"of", "the"}
    return False


def _summed(scene: Scene, figure: Figure) -> bool:
    """Read "870 in all", "312 days altogether"."""
    lower, stop = scene.tokens.lower, scene.sentence(figure.first)[1]
    for index in range(figure.stop, min(figure.stop + 3, stop)):
        if lower[index] in {"altogether", "together"}:
            return lower[index + 1 : index + 2] != ["with"]
        if lower[index : index + 2] in (["in", "all"], ["all", "told"], ["in", "total"]):
            return True
        if scene.tree.tag[index] != "NOUN":
            return False
    return False
