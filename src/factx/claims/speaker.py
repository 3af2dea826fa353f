"""Which noun phrase is a reporting verb's subject: its own, or that of the verb it hangs on."""

from __future__ import annotations

from factx.claims import phrase
from factx.claims.scene import Scene, Stretch
from factx.claims.telling import is_a, mute
from factx.claims.words import words

_NAMING = frozenset({"ADJ", "AUX", "DET", "NOUN", "PROPN"})
RELATIVE = frozenset({"which", "that", "who", "what"})


def subject_of(scene: Scene, verb: int, first: int) -> Stretch | None:
    """Return the subject of a reporting verb: before it, or behind it as in "said the mayor"."""
    tree = scene.tree
    subject = tree.child(verb, "nsubj")
    if not tree.label[verb] or (subject is not None and subject < first):
        return _subject_by_words(scene, verb, first)
    lower, head = scene.tokens.lower, tree.head[verb]
    if lower[verb].endswith("ing") and lower[head] in words("source", "quoting"):
        return _quoted(scene, verb)
    return _shared_subject(scene, verb) if subject is None else _subject(scene, verb, subject)


def _subject(scene: Scene, verb: int, subject: int) -> Stretch | None:
    tree = scene.tree
    if subject in scene.inside or tree.child(verb, "expl") is not None:
        return None
    if tree.label[subject] == "nsubj:pass" and not is_a(scene, subject, "documents"):
        return None  # "a study was published, showing that"
    if subject + 2 == verb and scene.tokens.lower[subject + 1] in {"'s", "’s"}:
        return subject, verb  # a name such as "Moody's"
    if tree.child(subject, "case") is not None:
        # "On Thursday officials said" may be read as one phrase
        when = scene.date_at(subject - 1)
        return (when.stop, subject + 1) if when is not None and when.stop == subject else None
    if scene.tokens.lower[subject] in RELATIVE and mute(scene, subject):
        head = tree.head[verb]
        return phrase.around(scene, head) if tree.label[verb] == "acl:relcl" else None
    if tree.tag[subject] == "PRON":
        return subject, subject + 1
    found = phrase.around(scene, subject)
    counted = next((c for c in tree.children(subject) if c in scene.inside and c < subject), None)
    return (counted, found[1]) if found is not None and counted is not None else found


def _shared_subject(scene: Scene, verb: int) -> Stretch | None:
    """Read "she left, adding that", "a report was published, showing that"."""
    tree, at = scene.tree, verb
    participle = scene.tokens.lower[verb].endswith("ing")
    for _ in range(4):
        label, head = tree.base[at], tree.head[at]
        inner = {"conj", "advcl", "xcomp"} | ({"ccomp"} if at != verb else set())
        if label not in inner or (label == "advcl" and not participle):
            return None
        subject = tree.child(head, "nsubj")
        if subject is not None and not (_quotes(scene, verb) and tree.base[head] == "ccomp"):
            return _subject(scene, head, subject)
        at = head
    return None


def _quoted(scene: Scene, verb: int) -> Stretch | None:
    """Read "the paper quotes the mayor as saying", "she was quoted as saying": who is quoted."""
    who = scene.tree.child(scene.tree.head[verb], "obj", "nsubj:pass")
    return phrase.around(scene, who) if who is not None else None


def _quotes(scene: Scene, verb: int) -> bool:
    """Tell whether a quotation follows: "..., saying: “…”" is said by who the sentence is about."""
    return verb + 1 < len(scene.tokens) and scene.tokens.lower[verb + 1] in {":", ",", '"'}


def before(scene: Scene, verb: int, first: int) -> Stretch | None:
    """Return the nouns right before a verb that the parse gives no subject: "after the bank said".

    Of "Anna Berg, the maker of the boats, said that" it is the name.
    """
    tag, start = scene.tree.tag, verb
    if scene.tokens.lower[verb - 1] == ",":
        return set_off(scene, verb - 1, first)
    while start > first and tag[start - 1] in _NAMING and start - 1 not in scene.inside:
        start -= 1
    return phrase.trim(scene, start, verb)


def set_off(scene: Scene, comma: int, first: int) -> Stretch | None:
    """Return the person before the words that two commas set off, or between the commas."""
    lower, doc = scene.tokens.lower, scene.tokens.doc
    opened = next((at for at in range(comma - 1, first, -1) if lower[at] == ","), first)
    inside = range(opened + 1, comma)
    titled = (at for at in inside if doc[at].ent_type_ != "PERSON")
    if opened > first and inside and doc[comma - 1].ent_type_ == "PERSON":
        # "the dean, Professor Ann Berg, said", no "a friend of Erik Larsen"
        return (opened + 1, comma) if all(doc[at].pos_ == "PROPN" for at in titled) else None
    start = opened
    while start > first and doc[start - 1].ent_type_ == "PERSON":
        start -= 1
    return (start, opened) if start < opened else None


def _subject_by_words(scene: Scene, verb: int, first: int) -> Stretch | None:
    lower = scene.tokens.lower
    openers, auxiliary = words("relation", "openers"), words("relation", "auxiliary")
    start = next((at + 1 for at in range(verb - 1, first - 1, -1) if lower[at] in openers), first)
    end = next((at for at in range(verb, start, -1) if lower[at - 1] not in auxiliary), start)
    return phrase.trim(scene, start, end) if end > start else phrase.onward(scene, verb + 1)
