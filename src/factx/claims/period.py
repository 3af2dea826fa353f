"""When a claim holds: the date its own clause gives, else the one its sentence gives."""

from __future__ import annotations

from factx.claims.contrasted import adjoins, compares, contrast, former
from factx.claims.dated import (
    compared_with,
    depth,
    elsewhere,
    lasted,
    marks,
    multiplied,
    starts,
)
from factx.claims.governor import approach
from factx.claims.modality import aimed
from factx.claims.owned import owned
from factx.claims.path import beside, path
from factx.claims.rates import past_share
from factx.claims.relation import relate
from factx.claims.scene import Figure, Scene, When
from factx.claims.shared import whole_of
from factx.claims.unmoved import moves
from factx.claims.usable import dates_of
from factx.claims.words import words
from factx.model import Period, Quantity
from factx.nlp.gate import signs
from factx.nlp.nouns import plural

# Clauses that may tell something else than the one they hang from; a content clause does not.
_CLAUSES = frozenset({"acl", "advcl", "conj", "parataxis", "csubj"})
# Figures from a part to the whole that has a date: "40 in May, half of them, or 20, at sea".
_STEPS = 4
_OWNING = (["'s"], ["'"])
# Tokens from a level to the one it led to.
_NEAR = 8


def find(scene: Scene, figure: Figure) -> Period | None:
    """Return the period of a figure, or of the one it is compared or joined with."""
    if (own := _own(scene, figure)) is not None or _undated(scene, figure):
        return own
    other = beside(scene, figure)
    if other is None and datable(scene, figure):
        return _shared(scene, figure)
    shared = _own(scene, other) if other is not None else None
    return Period(shared.id, explicit=False) if shared is not None else None


def _shared(scene: Scene, figure: Figure) -> Period | None:
    """Return the period of what a figure is a part of, or of what that is a part of."""
    for _ in range(_STEPS):
        whole = whole_of(scene, figure)
        if whole is None:
            return None
        if (own := _own(scene, whole)) is not None:
            return Period(own.id, explicit=False)
        figure = whole
    return None


def datable(scene: Scene, figure: Figure) -> bool:
    """Tell whether a figure whose sentence gives no date may hold at one of another sentence.

    What is compared with it holds at another time.
    """
    compared = contrast(scene, figure) is not None or former(scene, figure)
    return not compared and not _undated(scene, figure)


def _undated(scene: Scene, figure: Figure) -> bool:
    """Tell whether a figure has no time of its own: an age, a length, a whole."""
    if timeless(figure) or _aside(scene, figure) or scene.whole(figure) or _far(scene, figure):
        return True
    return compared_with(scene, figure) or lasted(scene, figure)


def _own(scene: Scene, figure: Figure) -> Period | None:
    """Return the period that a figure's own words give; what dates a comparison is not one."""
    if _undated(scene, figure):
        return None
    dates = dates_of(scene, figure)
    if aimed(scene, figure):  # "in March, well above the bank's 2% target"
        dates = [when for when in dates if 0 <= when.first - figure.stop <= _STEPS]
    if (verb := moves(scene, figure)) is not None:
        dates = [when for when in dates if when.first < verb]
    for when in dates:
        if marks(scene, figure, when) or _budgeted(scene, when) is figure:
            return Period(when.date.id, explicit=True)
    if contrast(scene, figure) is not None or former(scene, figure):
        stop = past_share(scene, figure)
        near = next((when for when in dates if when.first >= stop), None)
        if near and (not adjoins(scene, stop, near.first) or scene.figures_in(stop, near.first)):
            near = None
        return Period(near.date.id, explicit=True) if near else None
    if scene.bare(figure):
        own = [when for when in dates if scene.beside(figure, when.first)]
        if own:
            return Period(own[0].date.id, explicit=True)
    dates = [
        when
        for when in dates
        if (not compares(scene, when) or starts(scene, figure, when))
        and not owned(scene, figure, when.first)
        and not elsewhere(scene, figure, when)
        and _budgeted(scene, when) is None
        and not multiplied(scene, figure, when)
        and not _moved_over(scene, figure, when)
        and not _began(scene, figure, when)
    ]
    if not dates:
        return None
    best = min(dates, key=lambda when: _distance(scene, figure, when))
    return Period(best.date.id, explicit=_same_statement(scene, figure, best))


def timeless(figure: Figure) -> bool:
    """Tell whether a figure only describes: "a 64-year-old mayor", "a 20-room villa"."""
    mention = figure.mention
    tail = mention.text.rpartition("-")[2].lower()
    if not isinstance(mention, Quantity) or "-" not in mention.text or not tail[-1:].isalpha():
        return False
    if mention.unit in {"year", "month"}:
        return True
    if mention.kind == "measure":
        return " " not in tail and tail[-1] != "s" and mention.unit != "magnitude"
    # "a 20-room villa", but not "sixty-six people"
    return mention.kind == "count" and mention.unit is not None and tail[:3] == mention.unit[:3]


def _aside(scene: Scene, figure: Figure) -> bool:
    """Tell whether a figure is somebody's age in passing: "Berg, 53, resigned", "its owner, 63,"."""
    mention, lower = figure.mention, scene.tokens.lower
    first, stop = scene.sentence(figure.first)
    if not isinstance(mention, Quantity) or figure.first < first + 2:
        return False
    holder = lower[figure.first - 2]
    bare = len(mention.text) == 2 and holder in signs().offices and not plural(holder)
    behind = lower[figure.stop] if figure.stop < stop else "."
    return (
        (mention.unit == "year" or (bare and mention.text.isdecimal()))
        and lower[figure.first - 1] in {",", "("}
        and behind in {",", ")", "."}
    )


def _far(scene: Scene, figure: Figure) -> bool:
    """Tell whether a figure says where something lies: "90 kilometres north of Oslo"."""
    if figure.kind != "measure" or figure.stop + 1 >= len(scene.tokens):
        return False
    return scene.tokens.lower[figure.stop] in words("period", "bearings")


def _budgeted(scene: Scene, when: When) -> Figure | None:
    """Return the amount that "for 2025" stands right behind, also past a conversion in brackets."""
    lower, at = scene.tokens.lower, when.first - 1
    if at < 1 or lower[at] != "for" or when.date.timex_type == "DURATION":
        return None
    if lower[at - 1] in ")]":
        at = next((i for i in range(at - 1, max(0, at - 8), -1) if lower[i] in "(["), at)
    other = scene.inside.get(at - 1)
    return other if other is not None and other.kind == "money" else None


def _same_clause(scene: Scene, figure: Figure, when: When) -> bool:
    tree = scene.tree
    if not tree.label[figure.first]:
        return True
    return tree.clause(figure.first) == tree.clause(when.first)


def _same_statement(scene: Scene, figure: Figure, when: When) -> bool:
    """Tell whether a date is said with a figure: "died on Monday aged 91", "on Monday, he said 4 fell".

    What a clause with a subject of its own tells is carried to it: "was hit when nine fell in May".
    """
    tree = scene.tree
    way = path(tree, tree.top(figure.first, figure.stop), tree.top(when.first, when.stop))
    if way is None or _same_clause(scene, figure, when):
        return True
    verbs = [node for node in way.up if tree.is_verb(node)]
    below = any(tree.base[node] in _CLAUSES for node in way.down)
    return not below and not any(_stands_apart(scene, verb) for verb in verbs)


def _stands_apart(scene: Scene, verb: int) -> bool:
    tree = scene.tree
    if tree.label[verb] == "acl:relcl":
        return True
    return tree.base[verb] in _CLAUSES and tree.child(verb, "nsubj") is not None


def _taken(scene: Scene, figure: Figure, when: When) -> bool:
    """Tell whether a date stands right behind another figure: "from 120 in May to 125 in June"."""
    other = scene.inside.get(when.first - 2)
    return other is not None and other is not figure and other.kind == figure.kind


def _moved_over(scene: Scene, figure: Figure, when: When) -> bool:
    """Tell whether a date is how long another change took: "fell 29 over the quarter but rose 139".

    What the change led to is so then: "rose by 5 to 30 over the year".
    """
    lower = scene.tokens.lower
    if lower[when.first - 1] not in {"over", "on"} or lower[when.stop : when.stop + 1] in _OWNING:
        return False
    other = scene.inside.get(when.first - 2)
    if other is None or other is figure or relate(scene, other) != "change":
        return False
    return not {"or", "("} & {*lower[figure.stop : other.first]}


def _began(scene: Scene, figure: Figure, when: When) -> bool:
    """Tell whether a date is when what changed began: "since 2014 it has grown from 17% to 38%"."""
    lower = scene.tokens.lower
    if lower[when.first - 1] != "since" or lower[approach(scene, figure) - 1] != "to":
        return False
    near = scene.figures_in(
        max(scene.sentence(figure.first)[0], figure.first - _NEAR), figure.first
    )
    return any(lower[approach(scene, other) - 1] == "from" for other in near)


def _distance(scene: Scene, figure: Figure, when: When) -> tuple[int, bool, int, int]:
    """Order dates: the same clause first, none that another figure has, then the words between."""
    between = when.first - figure.stop if when.first >= figure.stop else figure.first - when.stop
    apart = 0 if _same_clause(scene, figure, when) else 1
    if when.date.timex_type == "SET":
        apart = 2
    return apart, _taken(scene, figure, when), depth(scene, figure, when), between
