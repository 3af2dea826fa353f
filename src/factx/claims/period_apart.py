"""Dates that say when something else is: a telling, a document, another clause or a thing's name."""

from __future__ import annotations

from factx.claims.governor import governor
from factx.claims.parted import founded, led_into, of_a_part, parted, since_another
from factx.claims.path import Path, follows, happens, quoted, shares
from factx.claims.scene import Figure, Scene, When
from factx.claims.telling import STRONG, verbs
from factx.claims.words import words

_NAMING = frozenset({"compound", "nummod", "amod", "flat"})
# The length of a day's value, be it "2026-09-01" or "XXXX-WXX-1".
_DAY = 10
_INSIDE = frozenset({"acl", "amod", "nmod", "compound"})


def apart(scene: Scene, figure: Figure, when: When, way: Path) -> bool:
    """Tell whether a date hangs from something else than what the figure says."""
    return (
        _told(scene, when, way)
        or (bool(way.down) and _described(scene, way))
        or quoted(scene, figure, when.first, way)
        or _named(scene, when, way)
        or _turned(scene, figure, way)
        or parted(scene, figure, when)
        or founded(scene, figure, when)
        or of_a_part(scene, figure, when.first)
        or led_into(scene, when)
        or since_another(scene, figure, when)
        or _caused(scene, way)
        or _succeeded(scene, figure, way)
        or _elsewhere(scene, figure, when, way)
    )


def _told(scene: Scene, when: When, way: Path) -> bool:
    """Tell whether a date is when somebody told it: "said on Tuesday 34 died", not "as of Tuesday"."""
    tree, lower = scene.tree, scene.tokens.lower
    strong = verbs(*STRONG, "guess")
    if len(way.down) > 2 or lower[when.first - 1 : when.first] == ["of"] or _is_span(when):
        return False
    said = lower[when.first - 1] in verbs("say") and when.first - 2 not in scene.inside
    if said and scene.tokens.text[when.first - 1].islower() and _is_day(when):
        return True
    if lower[way.meet] in strong and way.up:
        told = way.up[-1]
        if _led_to(scene, told, when):
            return True
        if tree.base[told] not in {"ccomp", "parataxis"}:
            return False
        # "police said nine were held on Friday": what follows the content is part of it
        inside = way.meet < told < when.first or "that" in lower[way.meet : when.first]
        return not inside
    teller = way.down[-1] if way.down else way.meet
    return lower[teller] in strong and tree.base[teller] == "parataxis"


def _led_to(scene: Scene, told: int, when: When) -> bool:
    """Tell "it said on Tuesday, lifting a million out of poverty", which the telling did not do."""
    apart = scene.tree.base[told] == "advcl" and scene.tokens.doc[told].tag_ == "VBG"
    return apart and _is_day(when) and scene.tokens.lower[when.stop : when.stop + 1] == [","]


def _is_span(when: When) -> bool:
    """Tell a quarter or a business year, which is told of, from a day, on which it is told."""
    timex = when.date.timex
    return "/" in timex or timex[4:6] in {"-Q", "-H"}


def _is_day(when: When) -> bool:
    return len(when.date.timex) >= _DAY


def _described(scene: Scene, way: Path) -> bool:
    """Tell whether a figure only describes: "Berg, who wrote 12 novels, died on Monday".

    What a thing did, it did then: "in 2019 he survived an attack that left six dead".
    """
    tree, clause = scene.tree, None
    for node in way.up:
        base = tree.base[node]
        if base in {"advcl", "parataxis"} and _marked(scene, node):
            return True
        if clause is not None and base in {"nsubj", "obj", "iobj", "appos"}:
            deed = base == "obj" and tree.head[clause] == node
            set_off = scene.tokens.lower[tree.edges(clause)[0] - 1] == ","
            if set_off or not deed:
                return tree.is_verb(way.meet)
            clause = None
        if tree.label[node] == "acl:relcl":
            clause = node
    return False


def _named(scene: Scene, when: When, way: Path) -> bool:
    """Tell whether a date is part of a thing's name: "fined over the 2006 crash".

    Where the thing is when the figure holds, its date is too: "at the 2006 congress".
    """
    tree, lower = scene.tree, scene.tokens.lower
    if len(way.down) < 2:
        return False
    top, thing = way.down[:2]
    if tree.base[top] not in _NAMING or top > thing or tree.child(top, "case") is not None:
        return False
    if lower[when.first - 1] in words("period", "during"):
        return False
    if happens(scene, way.meet) and tree.head[way.down[-1]] == way.meet:
        return False
    if tree.base[thing] == "nsubj" and tree.head[thing] == way.meet:
        return tree.tag[way.meet] != "VERB" or any(tree.is_verb(node) for node in way.up)
    within = set() if tree.is_verb(way.meet) else {"of"}
    for at, node in enumerate(way.down[1:]):
        if tree.base[node] == "acl" and tree.head[node] == way.meet:
            continue
        case = tree.child(node, "case")
        if case is None or lower[case] not in words("period", "during") | (within if at else set()):
            return True
    return False


def _turned(scene: Scene, figure: Figure, way: Path) -> bool:
    """Tell whether another verb has the date: "was founded in 1985 and has since grown to 300"."""
    tree = scene.tree
    for node in way.down:
        verbal = tree.tag[node] in {"VERB", "AUX"}
        joined = tree.base[node] == "conj" and verbal and not follows(scene, node)
        if joined and not shares(scene, figure, node):
            return True
    for node in way.up:
        if tree.base[node] == "advcl" and _done(scene, node):
            return True
        joined = tree.base[node] == "conj" and tree.is_verb(node)
        if not joined and tree.label[node] != "acl:relcl":
            continue
        if _now(scene, node) and not _now(scene, way.meet):
            return True
        if joined and tree.lemma(way.meet) in words("period", "opening"):
            return True
        own = joined and tree.child(node, "nsubj") is not None
        if own and len(way.down) > 1 and not shares(scene, figure, node):
            return True
    return False


def _caused(scene: Scene, way: Path) -> bool:
    """Tell whether a figure is part of what an act came from: "jailed on Friday over theft of 9 cars"."""
    tree, lower = scene.tree, scene.tokens.lower
    if len(way.up) < 3 or tree.base[way.up[-1]] != "obl" or tree.base[way.up[-2]] != "nmod":
        return False
    case = tree.child(way.up[-1], "case")
    if case is None or any(node > way.up[-1] for node in way.down):
        return False
    judged = lower[case] in {"for", "over"} and tree.lemma(way.meet) in words("period", "judging")
    return judged or lower[case] in words("period", "causes")


def _succeeded(scene: Scene, figure: Figure, way: Path) -> bool:
    """Tell what went before or stood against: "fell 5%, following a 10% rise in August"."""
    tree = scene.tree
    for node in way.down:
        case = tree.child(node, "case", "mark")
        word = scene.tokens.lower[case] if case is not None else ""
        others = (f for f in scene.figures_in(*tree.edges(node)) if f is not figure)
        if word == "despite" or (word in {"following", "after"} and any(others)):
            return True
    return False


def _done(scene: Scene, verb: int) -> bool:
    """Tell whether a clause is what was over by then: "freed on Friday after serving nine years"."""
    mark = scene.tree.child(verb, "mark")
    after = mark is not None and scene.tokens.lower[mark] == "after"
    return after and scene.tree.child(verb, "nsubj") is None


def _now(scene: Scene, verb: int) -> bool:
    """Tell whether a clause is about the present: "has grown", "employs", "is"."""
    tree, doc = scene.tree, scene.tokens.doc
    heads = [child for child in tree.children(verb) if tree.base[child] in {"aux", "cop"}]
    return doc[(heads or [verb])[0]].tag_ in {"VBZ", "VBP", "MD"}


def _elsewhere(scene: Scene, figure: Figure, when: When, way: Path) -> bool:
    """Tell whether a date is part of another noun's description or of a clause with an "if"."""
    tree, own = scene.tree, scene.counted(figure)
    for at, node in enumerate(way.down):
        head, base = tree.head[node], tree.base[node]
        if at and base == "advcl" and (_marked(scene, node) or _charged(scene, node)):
            return True
        if at and base == "advcl" and _spliced(scene, node):
            return True
        if at > 1 and base == "acl" and tree.lemma(node) in words("period", "charging"):
            return True
        if head == way.meet or head in own:
            break
        named = base == "acl" and tree.tag[head] == "PROPN"  # "three sons, David, who left in 2002"
        if named or scene.person_at(head) is not None or _issued(scene, head, way):
            return True
        inside = base in _INSIDE and not tree.is_verb(head) and tree.base[head] != "advcl"
        event = any(happens(scene, verb) for verb in way.down[1 : at + 1])
        # "gave aid after a jet crashed in May": a clause hung on the noun by mistake
        event = event or tree.child(node, "mark") is not None
        if inside and base in {"acl", "amod"} and not event:
            return not _measured(scene, figure, way)
        if base == "nmod" and at == 0 and head != when.first and tree.base[head] == "nmod":
            return tree.is_verb(way.meet) and _far(scene, way)
    return False


def _spliced(scene: Scene, verb: int) -> bool:
    """Tell whether a clause is a statement behind a comma: "In 2019 it had 9 cars, today it has 40"."""
    tree, doc = scene.tree, scene.tokens.doc
    subject, (left, _) = tree.child(verb, "nsubj"), tree.edges(verb)
    if subject is None or tree.child(verb, "mark") is not None or not left:
        return False
    return "," in scene.tokens.lower[left - 1 : left + 1] and doc[verb].tag_ in {
        "VBD",
        "VBZ",
        "VBP",
    }


def _charged(scene: Scene, verb: int) -> bool:
    """Tell whether a deed only says which people are meant: "nine men accused of rioting in 1981"."""
    mark = scene.tree.child(verb, "mark")
    of = mark is not None and scene.tokens.lower[mark] == "of"
    return of and scene.tree.label[scene.tree.head[verb]] == "acl"


def _measured(scene: Scene, figure: Figure, way: Path) -> bool:
    """Tell whether a date is part of the measure: "the cases reported in May rose to 50"."""
    if scene.tree.base[way.down[-1]] != "nsubj" or scene.tree.tag[way.meet] != "VERB":
        return False
    over = governor(scene, figure)
    return over is not None and over.verb == way.meet and over.levels


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
