"""Whether a date of the sentence is when a figure holds, or dates something else, by the parse."""

from __future__ import annotations

from factx.claims import modality
from factx.claims.governor import approach
from factx.claims.path import Path, across, past_inset, path
from factx.claims.scene import Figure, Scene, When
from factx.claims.words import table, words

# Words before a figure that may hold its verb.
_NEAR = 6
# The length of a whole day's value: "2026-09-01".
_FULL = 10


def elsewhere(scene: Scene, figure: Figure, when: When) -> bool:
    """Tell whether a date belongs to a clause, a document or a person that is not the figure's."""
    tree = scene.tree
    way = path(tree, tree.top(figure.first, figure.stop), tree.top(when.first, when.stop))
    if way is None:
        return False
    if across(scene, figure, when.first):
        return True
    if when.first < figure.first and _beyond(scene, figure, way):
        return True
    if _told(scene, way):
        return True
    inset = past_inset(scene, figure, when.first) or _lasting(scene, when, way)
    return inset or _described(scene, way) or _other(scene, when, way)


def depth(scene: Scene, figure: Figure, when: When) -> int:
    """Order dates of one clause: in the figure's own phrase, with its verb, in another phrase."""
    tree = scene.tree
    way = path(tree, tree.top(figure.first, figure.stop), tree.top(when.first, when.stop))
    if way is None:
        return 1
    if (
        len(way.down) == 1
        and not tree.is_verb(way.meet)
        and not any(tree.is_verb(node) for node in way.up)
    ):
        return 0
    nested = len(way.down) > 1 and tree.base[way.down[0]] == "nmod"
    return 2 if nested and tree.base[way.down[-1]] in {"obj", "iobj"} else 1


def marks(scene: Scene, figure: Figure, when: When) -> bool:
    """Tell whether a figure says how it was at a date: "in 2023, when sales stood at $3 million"."""
    tree, lower = scene.tree, scene.tokens.lower
    possessed = lower[when.stop : when.stop + 1] in (["'s"], ["’s"])
    if possessed and when.stop + 1 == figure.first:
        return True
    if (
        lower[when.stop : when.stop + 2] == [",", "when"]
        and 0 < figure.first - when.stop < _NEAR * 2
    ):
        return not scene.figures_in(when.stop, figure.first)
    way = path(tree, tree.top(figure.first, figure.stop), tree.top(when.first, when.stop))
    return way is not None and any(
        tree.label[node] == "acl:relcl" and tree.head[node] in range(when.first, when.stop)
        for node in way.up
    )


def starts(scene: Scene, figure: Figure, when: When) -> bool:
    """Tell whether a date behind "from" is the first day of what is planned, not of a comparison.

    "Fares rise 5% from Monday", "a 12% rise from 1 September"; but "rose 5% from March".
    """
    lower = scene.tokens.lower
    if when.first == 0 or lower[when.first - 1] != "from" or when.date.timex_type == "DURATION":
        return False
    first, _ = scene.sentence(figure.first)
    day, today = when.date.first, scene.tokens.article.date
    if day is not None and today is not None:
        return day > today
    if modality.find(scene, figure) in {"plan", "target"}:
        return True
    near = lower[max(first, figure.first - _NEAR) : figure.first]
    if any(word in words("period", "present") for word in near):
        return True
    return len(when.date.timex) == _FULL and figure.stop <= when.first


def _lasting(scene: Scene, when: When, way: Path) -> bool:
    """Tell whether "until 2026" ends what a verb says, and not what its subject's parts count."""
    tree, lower = scene.tree, scene.tokens.lower
    if when.first == 0 or lower[when.first - 1] not in {"until", "till"}:
        return False
    nested = any(tree.base[node] in {"nmod", "acl", "appos"} for node in way.up)
    return nested and bool(way.up) and tree.base[way.up[-1]] == "nsubj"


def multiplied(scene: Scene, figure: Figure, when: When) -> bool:
    """Tell whether a date says what a multiple is of: "twice last year's sum"."""
    lower = scene.tokens.lower
    possessed = lower[when.stop : when.stop + 1] in (["'s"], ["’s"])
    return figure.kind == "ratio" and possessed and 0 <= when.first - figure.stop <= 1


def _told(scene: Scene, way: Path) -> bool:
    """Tell whether a date is when somebody told what had been: "said on Tuesday 34 had died"."""
    tree, lower = scene.tree, scene.tokens.lower
    verb = way.meet
    if lower[verb] not in table("source")["verbs"]["strong"] or len(way.down) > 2 or not way.up:
        return False
    told = way.up[-1]
    if tree.base[told] not in {"ccomp", "parataxis"}:
        return False
    return any(lower[child] == "had" and tree.tag[child] == "AUX" for child in tree.children(told))


def _beyond(scene: Scene, figure: Figure, way: Path) -> bool:
    """Tell whether a figure is what is compared with: "more than the 9 tons of its predecessor"."""
    tree, start = scene.tree, approach(scene, figure)
    contrast = words("place", "contrast")
    return any(
        scene.tokens.lower[child] in contrast
        for node in way.up
        for child in tree.children(node)
        if child < start and tree.base[child] == "case"
    )


def _described(scene: Scene, way: Path) -> bool:
    """Tell whether a figure only describes: "Berg, who wrote 12 novels, died on Monday"."""
    tree, relative = scene.tree, False
    for node in way.up:
        if tree.base[node] == "advcl" and _marked(scene, node):
            return True
        if relative and tree.base[node] in {"nsubj", "obj", "iobj", "appos"}:
            return tree.is_verb(way.meet)
        relative = relative or tree.label[node] == "acl:relcl"
    return False


def _other(scene: Scene, when: When, way: Path) -> bool:
    """Tell whether a date is part of another noun's description or of a clause with an "if"."""
    tree = scene.tree
    for at, node in enumerate(way.down):
        head, base = tree.head[node], tree.base[node]
        if base == "advcl" and _marked(scene, node):
            return True
        if head == way.meet:
            break
        if scene.person_at(head) is not None or _issued(scene, head, way):
            return True
        inside = base in {"acl", "nmod", "compound"} and not tree.is_verb(head)
        subject = tree.base[head] == "nsubj" and tree.tag[way.meet] != "VERB"
        if inside and base == "acl" and subject:
            return True
        if base == "nmod" and at == 0 and head != when.first and tree.base[head] == "nmod":
            return tree.is_verb(way.meet) and _far(scene, way)
    return False


def _issued(scene: Scene, verb: int, way: Path) -> bool:
    """Tell whether a date only says when a document came out: "a study published in 2021 found"."""
    told = any(scene.tree.base[node] == "ccomp" for node in way.up)
    return told and scene.tokens.lower[verb] in words("period", "issued")


def _far(scene: Scene, way: Path) -> bool:
    """Tell whether a chain of nouns leads from a subject to a date: "the yacht of the heir in May"."""
    tree = scene.tree
    return len(way.down) > 2 and tree.base[way.down[-1]] == "nsubj"


def _marked(scene: Scene, verb: int) -> bool:
    """Tell whether a clause is one of condition, contrast or reason."""
    tree, lower = scene.tree, scene.tokens.lower
    marks = words("period", "apart")
    return any(lower[child] in marks for child in tree.children(verb) if child < verb)
