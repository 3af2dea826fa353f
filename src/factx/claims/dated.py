"""Whether a date of the sentence is when a figure holds, or dates something else, by the parse."""

from __future__ import annotations

from factx.claims import modality
from factx.claims.governor import approach
from factx.claims.path import Path, across, happens, past_inset, path
from factx.claims.period_apart import apart
from factx.claims.scene import Figure, Scene, When
from factx.claims.words import words
from factx.nlp.nouns import plural

# Words before a figure that may hold its verb.
_NEAR = 6
# Words of "according to the ministry's spokesman on".
_CITED = 9
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
    if possesses(scene, when) and _joined(scene, way):
        return True
    if _sided(scene, figure, when) or _cited(scene, when) or _opens_next(scene, figure, when):
        return True
    inset = past_inset(scene, figure, when.first) or _lasting(scene, when, way)
    return inset or apart(scene, figure, when, way)


def _joined(scene: Scene, way: Path) -> bool:
    """Tell whether a date names the subject of another statement: "Monday's vote was the last, and he got 9"."""
    own = (
        scene.tree.child(node, "nsubj", "expl")
        for node in way.up
        if scene.tree.base[node] == "conj"
    )
    return len(way.down) > 1 and any(subject is not None for subject in own)


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
    """Tell whether a figure says how it was at a date: "in 2023, when sales stood at $3 million".

    A level in brackets behind a date is of that date: "more than last May (81)".
    """
    tree, lower = scene.tree, scene.tokens.lower
    if possesses(scene, when) and when.stop + 1 == figure.first:
        return True
    if lower[when.stop : figure.first] in (["("], ["at"]) or _recorded(scene, figure, when):
        return True
    if (
        lower[when.stop : when.stop + 2] == [",", "when"]
        and 0 < figure.first - when.stop < _NEAR * 2
    ):
        return not scene.figures_in(when.stop, figure.first)
    way = path(tree, tree.top(figure.first, figure.stop), tree.top(when.first, when.stop))
    if way is not None and (
        _then(scene, when, way) or _befell(scene, figure, way) or _leads(scene, when, way)
    ):
        return True
    if "of" in lower[when.stop : figure.first]:
        return False
    return way is not None and any(
        tree.label[node] == "acl:relcl" and tree.head[node] in range(when.first, when.stop)
        for node in way.up
    )


def _recorded(scene: Scene, figure: Figure, when: When) -> bool:
    """Read "13% below the six million recorded in 2019"."""
    doc, stop = scene.tokens.doc, figure.stop
    bare = figure.kind in {"count", "number", "percent"} and when.first == stop + 2
    return bare and scene.tokens.lower[figure.first - 1] == "the" and doc[stop].tag_ == "VBN"


def _leads(scene: Scene, when: When, way: Path) -> bool:
    """Tell whether a date stands right before the figure's clause: "a fire on Friday, which killed 9"."""
    tree, lower = scene.tree, scene.tokens.lower
    for verb in way.up:
        left, _ = tree.edges(verb)
        at = left + (lower[left] == ",")
        if tree.label[verb] == "acl:relcl" and lower[at] in {"which", "that"}:
            return when.stop in {left, at - 1}
    return False


def _befell(scene: Scene, figure: Figure, way: Path) -> bool:
    """Tell whether a date is when the thing measured happened: "a quake of 6.3 that struck on Friday"."""
    tree = scene.tree
    inner = not any(tree.is_verb(node) for node in way.up) and figure.kind == "measure"
    clause = way.down[-1] if len(way.down) > 1 else way.meet
    described = tree.label[clause] == "acl:relcl" and tree.head[clause] == way.meet
    return inner and described and happens(scene, clause)


def _then(scene: Scene, when: When, way: Path) -> bool:
    """Tell whether a clause is about a date right before it: "the 2016 race, when it won nine seats"."""
    tree, lower = scene.tree, scene.tokens.lower
    for verb in way.up:
        if tree.label[verb] == "acl:relcl" or (tree.base[verb] == "conj" and tree.is_verb(verb)):
            return False
        left, _ = tree.edges(verb)
        at = left + (lower[left] == ",")
        if tree.base[verb] in {"advcl", "acl"} and lower[at] == "when":
            return at - 1 - (lower[at - 1] == ",") in {when.stop - 1, tree.head[when.first]}
    return False


def starts(scene: Scene, figure: Figure, when: When) -> bool:
    """Tell whether a date behind "from" is the first day of what is planned, not of a comparison.

    "Fares rise 5% from Monday", "a 12% rise from 1 September"; but "rose 5% from March".
    """
    lower = scene.tokens.lower
    if when.first == 0 or lower[when.first - 1] != "from" or when.date.timex_type == "DURATION":
        return False
    if lower[when.stop : when.stop + 1] == ["to"]:
        return False  # "fell from May to 4,000"
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


def compared_with(scene: Scene, figure: Figure) -> bool:
    """Tell whether a length of time is how far back a record goes: "the most in nine years"."""
    tree, doc = scene.tree, scene.tokens.doc
    if figure.kind != "duration":
        return False
    top = tree.top(figure.first, figure.stop)
    case, head = tree.child(top, "case"), tree.head[top]
    if case is None or scene.tokens.lower[case] not in {"in", "for"}:
        return False
    return any(doc[at].tag_ in {"JJS", "RBS"} for at in (head, *tree.children(head)))


def lasted(scene: Scene, figure: Figure) -> bool:
    """Tell whether a length only describes: "after a five-day stay", but not "began a two-day strike"."""
    tree, mention = scene.tree, figure.mention
    if figure.kind != "duration" or "-" not in mention.text:
        return False
    above = tree.above(tree.top(figure.first, figure.stop))
    thing = next((node for node in above if tree.tag[node] in {"NOUN", "PROPN"}), None)
    if thing is None or tree.base[thing] not in {"obj", "nsubj", "appos", "root"}:
        return True
    lower, definite = scene.tokens.lower, words("period", "definite")
    owners = (lower[owner + 1] for owner in tree.children(thing) if owner < thing)
    known = any(lower[child] in definite for child in tree.children(thing))
    return known or "'s" in owners


def multiplied(scene: Scene, figure: Figure, when: When) -> bool:
    """Tell whether a date says what a multiple is of: "twice last year's sum", "the 1985 level"."""
    if figure.kind != "ratio" or not 0 <= when.first - figure.stop < _NEAR:
        return False
    if any(scene.tree.tag[at] in {"VERB", "AUX"} for at in range(figure.stop, when.first)):
        return False
    level = scene.tokens.lower[figure.stop : when.first][:1] == ["the"]
    return level or (when.first <= figure.stop + 1 and possesses(scene, when))


def _sided(scene: Scene, figure: Figure, when: When) -> bool:
    """Tell whether a semicolon parts two statements: "12 died in 2018; the law allows three"."""
    tree, lower = scene.tree, scene.tokens.lower
    low, high = min(figure.stop, when.stop), max(figure.first, when.first)
    parted = [at for at in range(low, high) if lower[at] == ";"]
    if not parted:
        return False
    first, stop = scene.sentence(figure.first)
    own = range(first, parted[0]) if figure.first < when.first else range(parted[-1], stop)
    return any(
        tree.tag[at] in {"VERB", "AUX"} and tree.child(at, "nsubj") is not None for at in own
    )


def _opens_next(scene: Scene, figure: Figure, when: When) -> bool:
    """Tell whether a date opens the next statement: "weighed 30 pounds, today, he weighs 400"."""
    tree, lower, at = scene.tree, scene.tokens.lower, when.stop
    _, stop = scene.sentence(figure.first)
    if when.first < figure.stop or lower[when.first - 1] != ",":
        return False
    at += at < stop and lower[at] == ","
    while at < stop and tree.tag[at] in {"DET", "ADJ"}:
        at += 1
    if at >= stop or tree.base[at] != "nsubj" or tree.head[at] < at:
        return False
    return tree.clause(tree.head[at]) != tree.clause(figure.first)


def _cited(scene: Scene, when: When) -> bool:
    """Tell whether a date is when a source spoke: "20 died, according to officials on Thursday"."""
    tree, lower = scene.tree, scene.tokens.lower
    at = when.first - 1
    document = at > 0 and lower[at - 1] in words("source", "documents")
    if document and lower[at] == "of":  # "according to its report of 2005", not "figures of May"
        whole = plural(lower[at - 1]) or lower[at - 1] in words("source", "surveys")
        return not whole and "according" in lower[max(0, at - _CITED) : at]
    bare = len(when.date.timex) >= _FULL and when.stop - when.first == 1  # "estimates Sunday"
    bare = bare and lower[at][:1].isalpha() and not possesses(scene, when)
    if at < 1 or not (bare or (lower[at] == "on" and not document)):
        return False
    while at > max(0, when.first - _CITED) and lower[at] != "to":
        at -= 1
        if lower[at] in {",", ";", "(", '"'} or tree.is_verb(at):
            return False
    return lower[at - 1] == "according"


def possesses(scene: Scene, when: When) -> bool:
    """Tell whether a date has a thing: "last year's sum"."""
    return scene.tokens.lower[when.stop : when.stop + 1] == ["'s"]


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
