"""Who a noun phrase names as a speaker, and which noun phrase is a reporting verb's subject."""

from __future__ import annotations

from factx.claims import phrase
from factx.claims.scene import Scene, Stretch
from factx.claims.words import words

_PERSON = frozenset({"he", "she"})
_BODY = frozenset({"it", "they", "we"})


def subject_of(scene: Scene, verb: int, first: int, stop: int) -> Stretch | None:
    """Return the subject of a reporting verb: before it, or behind it as in "said the mayor"."""
    tree = scene.tree
    if not tree.label[verb]:
        return _subject_by_words(scene, verb, first, stop)
    subject = tree.child(verb, "nsubj")
    if subject is None and tree.base[verb] == "conj":
        subject = tree.child(tree.head[verb], "nsubj")
    if subject is None:
        return None
    if subject < first:
        return _subject_by_words(scene, verb, first, stop)
    if tree.label[subject] == "nsubj:pass" or subject in scene.inside:
        return None
    if tree.child(subject, "case") is not None or tree.child(verb, "expl") is not None:
        return None
    if scene.tokens.lower[subject] in {"which", "that", "who", "what"}:
        head = tree.head[verb]
        return phrase.around(scene, head) if tree.label[verb] == "acl:relcl" else None
    if tree.tag[subject] == "PRON":
        return subject, subject + 1
    found = phrase.around(scene, subject)
    counted = next((c for c in tree.children(subject) if c in scene.inside and c < subject), None)
    return (counted, found[1]) if found is not None and counted is not None else found


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


def name_of(scene: Scene, speaker: Stretch) -> tuple[str, str | None] | None:
    """Return a speaker's name and the id of the person, if it is one; a pronoun is followed back."""
    start, stop = speaker
    lower = scene.tokens.lower
    if stop - start == 1 and lower[start] in _PERSON:
        return _last_person(scene, start)
    if stop - start == 1 and lower[start] in (_BODY | words("source", "mute")):
        return None
    for index in range(start, stop):
        person = scene.person_at(index)
        if person is not None and lower[index - 1] != "of":
            return person.text, person.official
    text = scene.tokens.span(start, stop).text
    while lower[start] in {"the", "a", "an"} and stop - start > 1:
        start += 1
        text = scene.tokens.span(start, stop).text
    return text, None


def _last_person(scene: Scene, index: int) -> tuple[str, str | None] | None:
    for _, stop, person in reversed(scene.people):
        if stop <= index:
            return person.text, person.official
    return None
