"""What a verb is said of: its subject, or the object that it moves; pronouns are followed back."""

from __future__ import annotations

from factx.claims import phrase
from factx.claims.antecedent import antecedent
from factx.claims.scene import Figure, Scene, Stretch, When
from factx.claims.words import words
from factx.model import Quantity
from factx.nlp.cues import cues

_HEDGED = 4  # words of "of between" before a figure
# phrases behind a change noun, and the words that open them
_SIZES = 3
_TO = frozenset({"of", "to"})
# before a figure that a verb brings its object to: "sold the house for $9 million"
_BROUGHT = frozenset({"at", "to", "for"})


def bearer(scene: Scene, verb: int, figure: int) -> Stretch | None:
    """Return what reaches a level or changes: the object in "cut the tax to 5%", else the subject."""
    tree = scene.tree
    if tree.label[verb] and _moves(scene, verb, figure):
        moved = tree.child(verb, "obj")
        if moved is not None and scene.tokens.lower[moved] in cues().nouns:
            # "cut the growth forecast to 1%" changes no government
            put = scene.tokens.lower[figure - 1] == "at"  # "put the rise in exports at 9%"
            own = (put or scene.tokens.lower[verb] in cues().verbs) and moved < figure
            return phrase.around(scene, moved) if own else changed(scene, moved)
        if moved is not None and scene.tokens.lower[moved] == "it" and tree.base[verb] == "advcl":
            # "improved the storage, doubling it to 256 GB"
            before = tree.child(tree.head[verb], "obj")
            if before is not None and tree.tag[before] == "NOUN" and before < verb:
                return phrase.around(scene, before)
        way = moved is not None and scene.tokens.lower[moved] in words("measure", "heading")
        if moved is not None and moved not in scene.inside and not way and _nominal(scene, moved):
            found = phrase.around(scene, moved)
            if found is not None and not found[0] <= figure < found[1]:
                return found
    return subject_phrase(scene, verb)


def brought(scene: Scene, figure: Figure, verb: int, at: int) -> Stretch | None:
    """Read "lifting the margin to 9%": what is brought somewhere, whatever was done to it.

    A length of time says how long it was done, unless it is what the thing has come to.
    """
    tree, lower = scene.tree, scene.tokens.lower
    thing = tree.child(verb, "obj")
    if thing is None or not verb < thing < at or tree.tag[thing] not in {"NOUN", "PROPN"}:
        return None
    if lower[thing] in cues().nouns or scene.covered(thing):
        return None
    led = tree.tag[at - 1] == "ADP" and lower[at - 1] not in {"in", "on"}
    if figure.kind == "duration":
        led = lower[at - 1] in {"to", "from"}
    beside = figure.kind == "measure" and thing == at - 1
    return phrase.around(scene, thing) if led or beside else None


def _nominal(scene: Scene, index: int) -> bool:
    """Tell whether a word is a noun, or taken for a verb though it has an article: "its forecast"."""
    tree = scene.tree
    return tree.tag[index] in {"NOUN", "PROPN"} or tree.child(index, "det", "nmod:poss") is not None


def _moves(scene: Scene, verb: int, figure: int) -> bool:
    """Tell whether a verb speaks of its object: "cut the tax to 5%", "put the toll at 37"."""
    if verb in scene.inside:
        return scene.tree.tag[verb] == "VERB"  # "doubled sales", not "was 1.61 euros a litre"
    if scene.tokens.lower[verb] in cues().verbs:
        return True
    opened = scene.tokens.lower[max(verb, figure - 4) : figure]
    appraised = scene.tree.lemma(verb) in words("measure", "appraising")
    return appraised or not _BROUGHT.isdisjoint(opened)


def changed(scene: Scene, noun: int) -> Stretch | None:
    """Return what a change noun is about: "an increase in exports", or the subject of its clause."""
    lower, tree = scene.tokens.lower, scene.tree
    first, limit = scene.sentence(noun)
    at = _past_size(scene, noun + 1, limit)
    start, when = at + 1, scene.date_at(at + 1) if at + 1 < limit else None
    if when is not None and _describes(scene, when):
        owning = lower[when.stop] in {"'s", "'"}
        start, when = when.stop + owning, None  # "a fall in quarterly profits"
    if start < limit and lower[at] in {"in", "of"} and when is None:
        found = phrase.onward(scene, start)
        told = found is not None and _tells(scene, found, lower[at])
        if found is not None and start not in scene.inside and not told:
            return found
    if at + 1 < limit and lower[at] == "from" and at + 1 in scene.inside:
        # as in an increase of 9% from 88 deaths
        old = scene.inside[at + 1].mention
        if isinstance(old, Quantity) and old.noun is not None:
            return phrase.onward(scene, scene.tokens.at(old.noun.start))
    if lower[noun] in cues().results and tree.child(noun, "compound") is not None:
        return phrase.around(scene, noun)  # "a pre-tax loss of $9 million"
    by_name = sorted(tree.children(noun), key=lambda child: tree.label[child] != "compound")
    for child in by_name:  # "the government's 12% pay rise" is one of pay
        owner = child < noun and tree.label[child] in {"compound", "nmod:poss"}
        owner = owner and lower[child] not in words("measure", "determining")
        if owner and child not in scene.inside and not scene.spot_at(child):
            return phrase.trim(scene, max(first, tree.edges(child)[0]), child + 1)
    clause = tree.clause(noun)
    if clause is None:
        return None
    obtained = tree.head[noun] == clause and tree.lemma(clause) in words("measure", "obtaining")
    if obtained:
        # who gets a discount does not change with it
        return noun, noun + 1
    named = tree.lemma(clause) in words("measure", "naming")
    if named:
        return None
    who = tree.subject(clause)
    person = who is not None and scene.person_at(who) is not None  # who proposes a cut is not cut
    return (None if person else subject_phrase(scene, clause)) or phrase.around(scene, noun)


def _tells(scene: Scene, found: Stretch, led: str) -> bool:
    """Tell where a change is told of from what changes: "a 9% rise in a poll of economists"."""
    head = phrase.head_of(scene, found[0])
    told = head is not None and scene.tokens.lower[head] in words("source", "surveys")
    return told and led == "in"


def _past_size(scene: Scene, at: int, limit: int) -> int:
    """Return where the words behind a change noun go on: past "of 924", "to 723", "in the past year"."""
    lower = scene.tokens.lower
    for _ in range(_SIZES):
        if at >= limit:
            break
        sizes = scene.figures_in(at + 1, min(limit, at + _HEDGED)) if lower[at] in _TO else []
        dates = (scene.date_at(index) for index in range(at, min(limit, at + 3)))
        when = next((date for date in dates if date is not None), None)
        if sizes:
            at = sizes[0].stop
        elif when is None or lower[at] not in words("period", "dating") or _describes(scene, when):
            break
        else:
            at = when.stop
    return at


def _describes(scene: Scene, when: When) -> bool:
    """Tell a date that a noun follows, which says what fell: "quarterly profits", "May sales"."""
    at = when.stop + (scene.tokens.lower[when.stop : when.stop + 1] in (["'s"], ["'"]))
    return scene.tree.tag[at : at + 1] == ["NOUN"]


def moved(scene: Scene, figure: Figure) -> Stretch | None:
    """Read "Exports soar tenfold", "shares fall by 6%" by its words: headlines mislead the parser."""
    lower = scene.tokens.lower
    first, _ = scene.sentence(figure.first)
    split = first == figure.first > 0 and scene.tokens.block[first - 1] == scene.tokens.block[first]
    if split and lower[first - 1].isalpha():
        # a heading in which the parser saw two sentences
        first, _ = scene.sentence(first - 1)
    for index in range(figure.first - 1, max(first, figure.first - 3), -1):
        if lower[index] in cues().verbs and figure.kind not in {"count", "duration"}:
            return _clause_start(scene, index)
        if lower[index] not in words("measure", "between"):
            return None
    return None


def subject_phrase(scene: Scene, verb: int) -> Stretch | None:
    """Return the noun phrase of a verb's subject; a pronoun is followed back."""
    tree = scene.tree
    if not tree.label[verb]:
        return _clause_start(scene, verb)
    if (beside := _attendant(scene, verb)) is not None:
        return beside
    subject = tree.subject(verb)
    if subject is None:
        subject = _gerund(scene, verb)
    if subject is None:
        return _clause_start(scene, verb) if tree.base[verb] == "root" else None
    if subject < scene.sentence(verb)[0]:
        return _clause_start(scene, verb)
    if scene.tokens.lower[subject] == "those" and tree.child(subject, "acl", "nmod") is not None:
        return phrase.around(scene, subject)
    if tree.tag[subject] in {"PRON", "DET"}:
        return antecedent(scene, subject)
    if tree.tag[subject] in {"VERB", "AUX"}:
        left, right = tree.edges(subject)
        stop = min(right, verb if verb > left else right)
        return phrase.trim(scene, left, phrase.cut(scene, left, stop))
    when = scene.date_at(subject)
    dated = when.first - 1 if when is not None and when.first else subject
    if dated < subject and tree.tag[dated] == "NOUN":
        # as in the rate that year was 9%, or sales during the period May to June were 9%
        inner = tree.base[dated] == "nmod" and tree.head[dated] < dated
        noun = tree.head[dated]
        if inner:
            return phrase.trim(scene, noun, phrase.cut(scene, noun, dated))
        return phrase.around(scene, dated)
    if when is not None or subject in scene.inside:
        return _clause_start(scene, verb)
    found = phrase.around(scene, subject)
    if found is None or not subject < verb < found[1] or tree.head[verb] == subject:
        return found
    return phrase.trim(scene, found[0], verb)


def _attendant(scene: Scene, verb: int) -> Stretch | None:
    """Read "with burglary up by 1% and shoplifting rising by 10%": the noun right before the verb."""
    tree, noun = scene.tree, verb - 1
    bare = scene.tokens.doc[verb].tag_ == "VBG" and tree.child(verb, "nsubj") is None
    if not bare or noun < 1 or tree.tag[noun] != "NOUN" or tree.base[noun] != "conj":
        return None
    case = tree.child(tree.head[noun], "case")
    led = case is not None and scene.tokens.lower[case] == "with"
    return phrase.around(scene, noun) if led else None


def _gerund(scene: Scene, verb: int) -> int | None:
    """Return the clause that a verb is said of, both hung from a third: "said mending it may take"."""
    tree = scene.tree
    for child in tree.children(tree.head[verb]):
        beside = child < verb and tree.base[child] == tree.base[verb] == "ccomp"
        if beside and scene.tokens.lower[child].endswith("ing"):
            return child
    return None


def _clause_start(scene: Scene, verb: int) -> Stretch | None:
    """Return the words from the start of a clause to its verb."""
    lower = scene.tokens.lower
    first, _ = scene.sentence(verb)
    start = verb
    while start > first and lower[start - 1] not in words("relation", "openers"):
        if start - 1 in scene.inside:
            break
        start -= 1
    stop = verb
    while stop > start and lower[stop - 1] in words("relation", "auxiliary"):
        stop -= 1
    opening = start + (scene.tree.tag[start] == "ADP")
    when = scene.date_at(opening) if opening < stop else None
    if when is not None and when.stop < stop:
        start = when.stop
    while start < stop and scene.tree.tag[start] in {"ADP", "CCONJ", "SCONJ"}:
        start += 1
    if stop - start > 14:
        return None
    if start < stop and scene.tokens.lower[start] in words("measure", "pointing"):
        return antecedent(scene, start)
    return phrase.trim(scene, start, phrase.cut(scene, start, stop))
