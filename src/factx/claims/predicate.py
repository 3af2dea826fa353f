"""A clause as the measure, where no noun is one: "the blaze killed", "served as mayor".

A verb alone says nothing, unless it is one of those that count people. It is given with its object
or its subject, or not at all.
"""

from __future__ import annotations

from factx.claims import phrase
from factx.claims.antecedent import antecedent
from factx.claims.governor import Governor, approach
from factx.claims.lasting import begun, content
from factx.claims.scene import Figure, Scene, Stretch
from factx.claims.subject import brought, changed, subject_phrase
from factx.claims.words import words
from factx.nlp.cues import cues

_MOST, _SHORT, _NEAR, _LONG = 8, 7, 4, 10
_COMPLEMENTS = frozenset({"obj", "iobj", "obl", "xcomp", "ccomp", "compound", "advmod", "fixed"})
_VERBAL = frozenset({"VERB", "AUX"})


def speaks_of(scene: Scene, figure: Figure) -> bool:
    """Tell whether a bare number is the subject of the words behind it: "190 were dead"."""
    _, limit = scene.sentence(figure.first)
    if figure.kind != "count" or figure.stop + 1 >= limit:
        return False
    return _past_others(scene, figure.stop) > 0


def acts(scene: Scene, figure: Figure) -> bool:
    """Tell "45% said they would vote, and 2 percent did not know": who does what the verb says."""
    stop, lower = figure.stop, scene.tokens.lower
    first, limit = scene.sentence(figure.first)
    if figure.kind != "percent" or stop + 1 >= limit or lower[stop] in cues().verbs:
        return False
    at = scene.edge(figure)
    opens = at == first or lower[at - 1] in {",", ";", "and", "but", "while", "that"}
    return opens and scene.tokens.doc[stop].tag_ in {"VBD", "VBP"} and scene.tree.is_verb(stop)


def _past_others(scene: Scene, stop: int) -> int:
    """Return where the predicate of a bare number begins, "more" and "others" passed over; or 0."""
    lower, finite = scene.tokens.lower, words("relation", "finite")
    if stop + 1 < len(lower) and lower[stop] in {"more", "others"} and lower[stop + 1] in finite:
        return stop + 1
    return stop if lower[stop] in finite else 0


def said_of(scene: Scene, figure: Figure, start: int = 0) -> Stretch | None:
    """Read "33 were reported missing": what is said of a bare number."""
    _, limit = scene.sentence(figure.first)
    start = start or _past_others(scene, figure.stop) or figure.stop
    while start < limit and scene.tokens.lower[start] in words("relation", "auxiliary"):
        start += 1
    if start >= limit:
        return None
    said = phrase.trim(scene, start, reach(scene, start, limit))
    if said is not None and scene.tree.is_verb(said[0]):
        denied = denial(scene, said[0])
        if denied is not None and denied >= figure.stop:
            return denied, said[1]  # "had never smoked"
    whole = said is not None and said[1] - said[0] == 1 and scene.tree.is_verb(said[0])
    return said if whole else _sound(scene, said)


def clause(scene: Scene, figure: Figure, found: Governor) -> Stretch | None:
    """Take the clause itself: "the blaze injured", "were reported missing"."""
    tree, verb = scene.tree, found.verb
    _, limit = scene.sentence(figure.first)
    if tree.label[verb] and not tree.is_verb(verb):
        return None
    told = tree.child(verb, "nsubj:pass")
    if told is not None and scene.tokens.lower[told] in cues().nouns and figure.kind == "percent":
        return subject_phrase(scene, verb)  # "rises were recorded in Utah (up 9%)"
    seen = tree.child(verb, "obj")
    if seen is not None and figure.first > seen and scene.tokens.lower[seen] in cues().nouns:
        led = scene.tokens.lower[approach(scene, figure) - 1] in {"up", "down"}
        if led and figure.kind == "percent":
            return changed(scene, seen)  # "saw the largest drop in rents, down 9%"
    took_place = scene.tokens.lower[verb + 1 : verb + 2] == ["place"]
    if took_place and tree.child(verb, "nsubj") is not None:
        return subject_phrase(scene, verb)
    if tree.tag[verb] in {"ADJ", "ADV", "ADP"}:
        if figure.kind in {"measure", "duration"}:
            return _state(scene, figure, verb) or _being(scene, figure, found)
        if figure.kind not in {"count", "number"} and found.role != "subject":
            thing = subject_phrase(scene, verb)
            if thing is not None:
                return thing
    if found.role == "subject":
        before = scene.tokens.lower[figure.first - 1 : figure.first]
        if before == ["the"] and tree.child(verb, "obj") is not None:
            return None  # "the two employ 300 people"
        return said_of(scene, figure, max(figure.stop, verb))
    at = _before_frame(scene, approach(scene, figure))
    if verb >= figure.stop:
        said = _sound(scene, phrase.trim(scene, verb, reach(scene, verb, limit)))
        return said or _pronoun_clause(scene, verb)
    if verb >= at or not tree.label[verb]:
        return None
    thing = brought(scene, figure, verb, at) if found.role == "oblique" else None
    if thing is not None:
        return thing
    while at - 1 > verb and tree.tag[at - 1] in {"ADJ", "DET"}:
        at -= 1
    if tree.tag[verb] == "ADJ" and "," in scene.tokens.lower[verb:at]:
        return None
    start, stop = max(verb, at - _LONG), at
    if figure.kind == "duration":
        stop = at if start == verb else min(at, reach(scene, verb, limit))
        start = begun(scene, verb)
    last = phrase.cut(scene, max(start, verb) + 1, stop)
    stretch = phrase.trim(scene, start, last) or (start, max(start, verb) + 1)
    denied = denial(scene, start) if start <= verb else None
    if denied is not None:
        return denied, stretch[1]
    particle = scene.tree.child(verb, "compound:prt") == verb + 1  # "took away"
    if stretch[1] - max(stretch[0], verb) > 1 + particle or start > verb:
        return _sound(scene, stretch)
    return _with_subject(scene, verb, figure)


def _state(scene: Scene, figure: Figure, adjective: int) -> Stretch | None:
    """Read "eligible for parole in 25 years": a state and what it is about."""
    if figure.kind != "duration" or scene.tree.tag[adjective] != "ADJ":
        return None
    last = phrase.cut(scene, adjective + 1, approach(scene, figure))
    said = phrase.trim(scene, adjective, last)
    if said is None or "," in scene.tokens.text[slice(*said)]:
        return None
    return said if 1 < said[1] - said[0] < _SHORT else None


def _being(scene: Scene, figure: Figure, found: Governor) -> Stretch | None:
    """Read "prices were negative for two weeks", "he has been ill for a week": who was what so long."""
    subject, be = subject_phrase(scene, found.verb), scene.tree.child(found.verb, "cop")
    sized = scene.tokens.lower[found.verb] in words("measure", "dimension")
    if figure.kind != "duration" or found.role != "oblique" or be is None or sized:
        return subject
    near = subject is not None and 0 <= be - subject[1] <= _NEAR
    return subject[0] if near and subject else be, found.verb + 1


def denial(scene: Scene, verb: int) -> int | None:
    """Return the "not" before a verb, only small words between."""
    lower, tag = scene.tokens.lower, scene.tree.tag
    for index in range(verb - 1, max(verb - _NEAR, scene.sentence(verb)[0]) - 1, -1):
        if lower[index] in {"not", "n't", "never"}:
            return index - scene.tokens.glued(index)
        if tag[index] not in {"AUX", "ADV", "PART"}:
            return None
    return None


def _before_frame(scene: Scene, at: int) -> int:
    """Return where "over a period of", "an average of" begin before a figure."""
    lower, tag = scene.tokens.lower, scene.tree.tag
    framing = words("measure", "frame") | words("measure", "bounds")
    if at < 3 or lower[at - 1] != "of" or lower[at - 2] not in framing:
        return at
    at -= 2
    while at > 1 and tag[at - 1] in {"DET", "ADJ", "ADP"}:
        at -= 1
    return at


def _with_subject(scene: Scene, verb: int, figure: Figure) -> Stretch | None:
    """Give a bare verb its subject: "the crash killed"; without one only a verb of harm stands.

    A length of time measures what goes on, and never only who does it.
    """
    if scene.tree.lemma(verb) in words("measure", "saying") | words("measure", "foreseeing"):
        return None
    subject = subject_phrase(scene, verb)
    if subject is not None and subject[1] <= verb:
        aside = range(subject[1], verb)
        passed = {"AUX", "ADV", "PART", "PROPN"}
        close = all(scene.tree.tag[index] in passed for index in aside)
        short = _SHORT + (figure.kind == "duration")
        attendant = scene.tokens.doc[verb].tag_ == "VBG" and not close
        if attendant and figure.kind == "money":
            return content(scene, verb)  # "will cut 5,000 jobs, saving $300 million a year"
        if close and len(aside) <= 3 and subject[1] - subject[0] < short:
            return subject[0], verb + 1 + (scene.tree.child(verb, "compound:prt") == verb + 1)
    if scene.tree.lemma(verb) in words("measure", "personal"):
        return verb, verb + 1
    if figure.kind == "duration":
        return _pronoun_clause(scene, verb) or content(scene, verb)
    own = scene.tree.subject(verb)
    unnamed = own is not None and scene.tokens.lower[own] in words("measure", "persons")
    if subject is None or unnamed:
        # "they are accused of embezzling $9 million"
        doing = figure.kind == "money" and scene.tokens.lower[verb].endswith("ing")
        doing = doing and begun(scene, verb) == verb
        return _pronoun_clause(scene, verb) or (content(scene, verb) if doing else None)
    at = approach(scene, figure)
    if figure.kind == "count" and scene.tokens.lower[at - 1] == "by":
        # "the silence was marked by millions"
        return content(scene, verb)
    # who gets a 9% rise does not rise; "each farmer who lost a barn gets $9" says what each gets
    given = figure.kind != "money" and scene.tree.lemma(verb) in words("measure", "obtaining")
    named = subject is not None and scene.tree.tag[verb] in _VERBAL and not given
    return subject if named else None


def _pronoun_clause(scene: Scene, verb: int) -> Stretch | None:
    """Read "she has lived": nothing in the text says better what the figure measures."""
    subject = scene.tree.child(verb, "nsubj")
    if subject is None or scene.tree.tag[subject] != "PRON" or not 0 < verb - subject <= _NEAR:
        return None
    if scene.tree.child(verb, "xcomp", "ccomp") is not None:
        return None
    if scene.tree.child(verb, "cop") is not None and scene.tokens.lower[verb] in {"up", "down"}:
        return None  # "this is up from 7 million" says nothing of its own
    if scene.tokens.lower[subject] in {"which", "that"} and scene.tree.base[verb] == "acl":
        return antecedent(scene, subject)
    start = verb if scene.tokens.lower[subject] == "who" else subject
    return (start, verb + 1) if scene.tree.lemma(verb) not in words("measure", "light") else None


def contest(scene: Scene, figure: Figure, found: Governor) -> Stretch | None:
    """Read "Oslo beat Bergen 45 to 24", "led Smith 49% to 42%": whose figure it is."""
    tree, verb = scene.tree, found.verb
    if tree.lemma(verb) not in words("measure", "contest") or not tree.label[verb]:
        return None
    rival, own = tree.child(verb, "obj"), tree.child(verb, "nsubj")
    if rival is None and own is not None and own > verb:
        # as in who won, led Olsen 49% to 42%: the parse takes the rival for the subject
        rival, verb = own, tree.head[verb]
    if rival is None or rival in scene.inside or not verb < rival < figure.first:
        return None
    second = scene.tokens.lower[approach(scene, figure) - 1] in {"to", "-", "–"}
    if second and scene.figures_in(rival, figure.first):
        return phrase.around(scene, rival)
    return subject_phrase(scene, verb)


def reach(scene: Scene, start: int, limit: int, most: int = _MOST) -> int:
    """Return where a predicate ends: its own complements, no second clause."""
    tree = scene.tree
    stop = start + 1
    node = start if tree.is_verb(start) else tree.clause(start)
    if not tree.label[start] or node is None or node < start:
        return phrase.cut(scene, start, min(limit, start + 7))
    stop = node + 1
    for child in tree.children(node):
        if child <= node:
            continue
        left, right = tree.edges(child)
        if left > stop or tree.base[child] not in _COMPLEMENTS:
            break
        stop = max(stop, right)
    return phrase.cut(scene, start, min(limit, stop, start + most))


def _sound(scene: Scene, stretch: Stretch | None) -> Stretch | None:
    """Give nothing rather than a stub: a verb alone, a phrase cut at a preposition or a quote."""
    if stretch is None:
        return None
    start, stop = stretch
    tree, lower = scene.tree, scene.tokens.lower
    if tree.tag[start] in {"ADP", "SCONJ", "CCONJ", "PUNCT"}:
        return None
    if sum(lower[index] in {'"', "“", "”"} for index in range(start, stop)) % 2:
        return None
    if stop - start == 1 and tree.tag[start] in {"VERB", "AUX", "ADV"}:
        harm = tree.lemma(start) in words("measure", "personal")
        return stretch if harm or lower[start] in words("measure", "states") else None
    return stretch
