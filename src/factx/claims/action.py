"""What happens to the thing measured, and who has it or does it: "arrested", "Acme hired".

A measure alone leaves them out: "71 people were arrested" counts people. They are given only where
the parse is plain; a verb of being, having or changing says nothing that the claim does not.
"""

from __future__ import annotations

from factx.claims import lasting, phrase
from factx.claims.contrasted import contrast
from factx.claims.governor import Governor, governor
from factx.claims.period import timeless
from factx.claims.predicate import contest, denial, reach
from factx.claims.scene import Figure, Scene, Stretch
from factx.claims.subject import subject_phrase
from factx.claims.words import words
from factx.model import Action, Quantity, Span
from factx.nlp.cues import cues
from factx.nlp.nouns import plural

_NEAR, _LONGEST = 4, 8
_CLAUSES = frozenset({"acl", "acl:relcl"})
_COUNTED = frozenset({"count", "percent", "ratio"})


def find(
    scene: Scene, figure: Figure, measure: Stretch | None
) -> tuple[Action | None, Span | None]:
    """Return the action of a claim and its subject, each if the parse gives it."""
    if not scene.tree.label[figure.first]:
        return None, None
    taken = measure or (figure.first, figure.stop)
    if scene.tokens.lower[figure.stop : figure.stop + 1] == ["others"]:
        taken = figure.stop, figure.stop + 1  # whatever they are, here it befalls them
    if lasting.extreme(scene, figure) is not None or _told(scene, taken):
        return None, None
    described = _described(scene, figure, taken)
    if described is not None:
        return _action(scene, described, taken), None
    verb = governor(scene, figure)
    if verb is None or verb.verb in scene.inside:
        return None, None
    if verb.role == "object" and (state := _left_in(scene, verb.verb, taken)) is not None:
        return state, None
    if _adjunct(scene, verb, figure, taken):
        return None, None
    if verb.verb == contrast(scene, figure):
        return None, None  # "compared with 9%" befalls nothing
    if scene.tree.tag[verb.verb] not in {"VERB", "AUX"}:
        return _state(scene, verb, figure, taken), None
    done = verb.role == "subject" and figure.kind == "count"
    deed = _action(scene, verb.verb, taken, counted=done) or _state(scene, verb, figure, taken)
    return deed, _subject(scene, verb, figure, taken)


def _told(scene: Scene, taken: Stretch) -> bool:
    """Tell whether the measure says itself what happened: "with 30 people killed and nine freed"."""
    tree = scene.tree
    return any(
        tree.label[at] == "acl" and tree.tag[at] == "VERB" and taken[0] <= tree.head[at] < at
        for at in range(*taken)
    )


def _adjunct(scene: Scene, found: Governor, figure: Figure, taken: Stretch) -> bool:
    """Tell whether the measure is only where, when or of what it happened: "met in 14 states"."""
    node = found.argument
    if node < 0 or figure.first <= node < figure.stop:
        return scene.tokens.text[figure.stop - 1].endswith("old")
    if not taken[0] <= node < taken[1]:
        return True
    if found.role != "oblique":
        return False
    case = scene.tree.child(node, "case")
    if case is None:
        return True
    moves = scene.tokens.lower[found.verb] in cues().verbs
    return scene.tokens.lower[case] not in ({"by", "to", "from"} if moves else {"by"})


def _described(scene: Scene, figure: Figure, taken: Stretch) -> int | None:
    """Return the verb that describes the counted noun: "12 people who were killed"."""
    tree = scene.tree
    head = tree.head[tree.top(figure.first, figure.stop)]
    if not taken[0] <= head < taken[1] or head < figure.first:
        return None
    for child in tree.children(head):
        if tree.label[child] in _CLAUSES and child > head and tree.tag[child] == "VERB":
            near = tree.edges(child)[0] <= taken[1] + 1
            return child if near and child >= taken[1] and _counts(scene, child) else None
    return None


def _counts(scene: Scene, verb: int) -> bool:
    """Tell whether the noun is the one the clause speaks of, not "people the firm hired"."""
    subject = scene.tree.child(verb, "nsubj")
    return subject is None or scene.tokens.lower[subject] in {"who", "that", "which"}


def _action(scene: Scene, verb: int, taken: Stretch, *, counted: bool = False) -> Action | None:
    tree, lower = scene.tree, scene.tokens.lower
    if taken[0] <= verb < taken[1] or tree.tag[verb] != "VERB":
        return None
    start, stop, last = verb, verb + 1, verb
    onward = tree.child(verb, "xcomp")
    if onward is not None and verb < onward <= verb + _NEAR and tree.tag[onward] == "VERB":
        last, stop = onward, onward + 1
    particle = tree.child(last, "compound:prt")
    if particle == stop:
        stop += 1
    stop = _past_object(scene, last, stop)
    denied = denial(scene, verb)
    if denied is not None:
        start = denied
    lemma = tree.lemma(last)
    dull = lemma in words("measure", "light") | words("measure", "reaching")
    dull = dull or (lower[last] in cues().verbs and not (counted and lower[last] in cues().handled))
    apart = start >= taken[1] or stop <= taken[0]
    clean = not any(index in scene.inside for index in range(start, stop))
    if not (apart and clean) or (dull and denied is None):
        return None
    span = scene.tokens.span(start, stop)
    return Action(span.text, span.start, span.end, f"not {lemma}" if denied is not None else lemma)


def _state(scene: Scene, found: Governor, figure: Figure, taken: Stretch) -> Action | None:
    """Read "50 people are in need of aid", "60% had their supply cut": what no verb says alone."""
    tree, verb = scene.tree, found.verb
    copula = tree.child(verb, "cop")
    start = verb if copula is None else copula + 1
    _, limit = scene.sentence(verb)
    counted = found.role == "subject" and figure.kind in _COUNTED and not timeless(figure)
    if not counted or not taken[1] <= start < limit:
        return None
    while start < verb and tree.tag[start] == "ADV":
        start += 1
    said = phrase.trim(scene, start, reach(scene, start, limit))
    if said is None or said[1] <= verb or (copula is None and said[1] - verb < 2):
        return None
    several = isinstance(figure.mention, Quantity) and (
        figure.kind == "count" and figure.mention.number > 1
    )
    single = tree.tag[verb] == "NOUN" and tree.child(verb, "case") is None
    if several and single and not plural(scene.tokens.lower[verb]):
        return None  # "the two victims are a former mayor, Anna Berg, and her aide"
    if scene.spots_in(*said) or any(index in scene.inside for index in range(*said)):
        return None
    span = scene.tokens.span(*said)
    return Action(span.text, span.start, span.end, tree.lemma(verb))


def _left_in(scene: Scene, verb: int, taken: Stretch) -> Action | None:
    """Read "left 25 people dead", "took three people hostage": the state behind what is counted."""
    lower, at, limit = scene.tokens.lower, taken[1], scene.sentence(verb)[1]
    other = scene.inside.get(at + 1) if lower[at : at + 1] == ["and"] else None
    if other is not None and isinstance(other.mention, Quantity) and other.mention.noun is not None:
        at = scene.tokens.stretch(other.mention.noun)[1]  # "25 men and one young boy dead"
    if not verb < at < limit or lower[at] not in words("measure", "plights"):
        return None
    span = scene.tokens.span(at, at + 1)
    return Action(span.text, span.start, span.end, span.text.lower())


def _past_object(scene: Scene, verb: int, stop: int) -> int:
    """Take a short object along: "use the terminal", "left the city"."""
    thing = scene.tree.child(verb, "obj")
    if thing is None:
        return stop
    left, right = scene.tree.edges(thing)
    plain = all(
        index not in scene.inside and scene.date_at(index) is None for index in range(left, right)
    )
    return right if left == stop and right - left <= _NEAR and plain else stop


def _subject(scene: Scene, found: Governor, figure: Figure, taken: Stretch) -> Span | None:
    """Return who has or does it, if that is said by a name or a noun and is not the measure."""
    tree = scene.tree
    if tree.lemma(found.verb) in words("measure", "contest"):
        side = contest(scene, figure, found)
        apart = side is not None and not _overlap(side, taken)
        return scene.tokens.span(*side) if apart and side is not None else None
    subject = tree.subject(found.verb)
    if found.role == "subject" or subject is None or subject in scene.inside:
        return None
    said = scene.tokens.lower[subject]
    if tree.tag[subject] == "PRON" and said not in {"he", "she", "who", "which", "that"}:
        return None
    if tree.tag[subject] not in {"NOUN", "PROPN", "PRON"}:
        return None
    stretch = subject_phrase(scene, found.verb)
    if stretch is None or stretch[1] - stretch[0] > _LONGEST:
        return None
    if tree.tag[stretch[1] - 1] == "PRON" or _overlap(stretch, taken):
        return None
    if stretch[1] - 1 in scene.inside or stretch[0] < found.verb < stretch[1]:
        return None  # "in the 25 years that cuts", "have no trouble selling 90"
    if found.role == "oblique" and tree.label[subject] == "nsubj:pass":
        return None  # "Berg was forced by three people into a car"
    others = scene.figures_in(found.verb, taken[0])
    gapped = others and others[-1].stop < taken[0] and taken[1] in {figure.first, figure.first - 1}
    if gapped and tree.tag[others[-1].stop] != "ADP":
        return None  # "rye took 42% and barley 35%": the rye took no barley
    start = stretch[0]
    while start < stretch[1] - 1 and scene.tokens.lower[start] in {"the", "a", "an"}:
        start += 1
    if phrase.trim(scene, start, stretch[1]) is None:
        return None
    return scene.tokens.span(start, stretch[1])


def _overlap(one: Stretch, other: Stretch) -> bool:
    return one[0] < other[1] and other[0] < one[1]
