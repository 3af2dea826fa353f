"""Which noun phrase is a reporting verb's subject: its own, or that of the verb it hangs on."""

from __future__ import annotations

from factx.claims import phrase
from factx.claims.cited import mute
from factx.claims.scene import Scene, Stretch
from factx.claims.telling import is_a
from factx.claims.words import words

_NAMING = frozenset({"ADJ", "AUX", "DET", "NOUN", "PROPN"})
RELATIVE = frozenset({"which", "that", "who", "what"})


def subject_of(scene: Scene, verb: int, first: int, stop: int) -> Stretch | None:
    """Return the subject of a reporting verb: before it, or behind it as in "said the mayor"."""
    tree = scene.tree
    if not tree.label[verb]:
        return _subject_by_words(scene, verb, first, stop)
    if scene.tokens.lower[verb - 1 : verb + 1] == ["as", "saying"]:
        return _quoted(scene, verb, first)
    subject = tree.child(verb, "nsubj")
    if subject is None:
        return _quoted(scene, verb, first) or _shared_subject(scene, verb, first)
    if subject < first:
        return _subject_by_words(scene, verb, first, stop)
    return _subject(scene, verb, subject)


def _subject(scene: Scene, verb: int, subject: int) -> Stretch | None:
    tree = scene.tree
    if tree.label[subject] == "nsubj:pass" or subject in scene.inside:
        return None
    if tree.child(verb, "expl") is not None:
        return None
    if subject + 2 == verb and scene.tokens.lower[subject + 1] in {"'s", "’s"}:
        found = phrase.around(scene, subject)  # a name such as "Moody's"
        return (found[0], verb) if found is not None else None
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


def _shared_subject(scene: Scene, verb: int, first: int) -> Stretch | None:
    """Read "posted a message announcing that", "she left, adding that", "a report showing that"."""
    tree, at = scene.tree, verb
    participle = scene.tokens.lower[verb].endswith("ing")
    for _ in range(4):
        label, head = tree.base[at], tree.head[at]
        if head == at or head < first:
            return None
        if label == "acl" and participle and tree.tag[head] == "NOUN":
            return phrase.around(scene, head) if is_a(scene, head, "documents") else None
        inner = {"conj", "advcl", "xcomp"} | ({"ccomp"} if at != verb else set())
        if label not in inner or (label == "advcl" and not participle):
            return None
        subject = tree.child(head, "nsubj")
        if subject is not None and not (_quotes(scene, verb) and tree.base[head] == "ccomp"):
            if subject >= first and is_a(scene, subject, "documents"):
                return phrase.around(scene, subject)  # "a study was published, showing"
            return _subject(scene, head, subject) if subject >= first else None
        at = head
    return None


def _quoted(scene: Scene, verb: int, first: int) -> Stretch | None:
    """Read "the paper quotes the mayor as saying", "she was quoted as saying": who is quoted."""
    tree, lower = scene.tree, scene.tokens.lower
    head = tree.head[verb]
    if lower[verb - 1] == "as" and tree.tag[head] != "VERB":
        return phrase.around(scene, head) if first <= head < verb else None
    if lower[verb - 1] == "," or lower[head] not in words("source", "quoting"):
        return None
    who = tree.child(head, "obj", "nsubj:pass")
    if who is None or not first <= who < verb:
        return None
    return (who, who + 1) if tree.tag[who] == "PRON" else phrase.around(scene, who)


def _quotes(scene: Scene, verb: int) -> bool:
    """Tell whether a quotation follows: "..., saying: “…”" is said by who the sentence is about."""
    return verb + 1 < len(scene.tokens) and scene.tokens.lower[verb + 1] in {":", ",", '"'}


def before(scene: Scene, verb: int, first: int) -> Stretch | None:
    """Return the nouns right before a verb that the parse gives no subject: "after the bank said".

    Of "Anna Berg, the maker of the boats, said that" it is the name.
    """
    tag, start = scene.tree.tag, verb
    if scene.tokens.lower[verb - 1] == ",":
        return _set_off(scene, verb - 1, first)
    while start > first and tag[start - 1] in _NAMING and start - 1 not in scene.inside:
        start -= 1
    return (
        phrase.trim(scene, start, verb)
        if "NOUN" in tag[start:verb] or "PROPN" in tag[start:verb]
        else None
    )


def _set_off(scene: Scene, comma: int, first: int) -> Stretch | None:
    """Return the person before the words that two commas set off."""
    lower, doc = scene.tokens.lower, scene.tokens.doc
    opened = next((at for at in range(comma - 1, first, -1) if lower[at] == ","), first)
    start = opened
    while start > first and doc[start - 1].ent_type_ == "PERSON":
        start -= 1
    return (start, opened) if start < opened else None


def _subject_by_words(scene: Scene, verb: int, first: int, stop: int) -> Stretch | None:
    lower = scene.tokens.lower
    start = verb
    while (
        start > first and lower[start - 1] not in words("relation", "openers") and verb - start < 12
    ):
        start -= 1
    end = verb
    while end > start and lower[end - 1] in words("relation", "auxiliary"):
        end -= 1
    if end > start:
        return phrase.trim(scene, start, end)
    return phrase.onward(scene, verb + 1) if verb + 1 < stop else None
