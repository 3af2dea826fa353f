"""What a speaker is called: the person or body that a noun phrase names; pronouns are followed back."""

from __future__ import annotations

from typing import TypeAlias

from factx.claims import phrase
from factx.claims.scene import Scene, Stretch
from factx.claims.telling import STRONG, is_a, verbs
from factx.claims.words import words
from factx.nlp.gate import signs
from factx.nlp.nouns import plural

Name: TypeAlias = tuple[str, str | None]

_PERSON = frozenset({"he", "she"})
_GOING_ON = frozenset({"it", "they"})
# How far behind a common noun its name may stand: "the governor, former colonel Anna Berg".
_REACH = 6
# How many sentences back a pronoun may point.
_BACK = 4


def name_of(scene: Scene, speaker: Stretch) -> Name | None:
    """Return a speaker's name and the id of the person, if it is one."""
    start, stop = speaker
    lower = scene.tokens.lower
    if stop - start == 1 and lower[start] in _PERSON:
        return _antecedent(scene, start)
    for stretch in (speaker, _apposed(scene, stop)):
        if stretch is not None and (found := _person(scene, *stretch, behind=stretch != speaker)):
            return found
    if (found := _entitled(scene, start, stop)) is not None:
        return found
    stop = _titled(scene, stop)
    named = scene.tokens.doc[start]
    while start and named.ent_type_ == "ORG" and named.ent_iob_ == "I":
        start, named = start - 1, scene.tokens.doc[start - 1]  # "NHS England"
    while stop - start > 1 and (lower[start] in {"the", "a", "an", '"', "and", "old"}):
        start += 1
    return scene.tokens.span(start, stop).text.strip("\"“”'‘’ "), None


def _person(scene: Scene, start: int, stop: int, *, behind: bool) -> Name | None:
    """Return the person that a stretch names, who is not only the owner of what it names."""
    for name in _people(scene, start, stop):
        if _is_named(scene, start, stop, name, behind=behind):
            return _called(scene, *name)
    return None


def _is_named(scene: Scene, start: int, stop: int, name: Stretch, *, behind: bool) -> bool:
    """Tell whether a name is that of the noun phrase itself: not "Berg's aide", "a friend of Berg"."""
    tree, (first, last) = scene.tree, name
    if scene.tokens.lower[last : last + 1] in (["'s"], ["'"], ["-"]):
        return False
    if behind:
        return _closes(scene, last)
    head, node = tree.top(start, stop), tree.top(first, last)
    for above in tree.above(node):
        if node == head or tree.base[node] not in {"flat", "appos", "compound", "conj"}:
            break
        node = above
    return node == head


def _closes(scene: Scene, last: int) -> bool:
    """Tell whether an apposition ends behind a name: what goes on is another clause."""
    lower = scene.tokens.lower
    ends = {",", "(", "who", ".", '"', "of"}
    return last < len(lower) and (lower[last] in ends or lower[last] in verbs(*STRONG))


def _apposed(scene: Scene, stop: int) -> Stretch | None:
    """Return where the name behind a common noun may stand: "the sponsor, senator Anna Berg,"."""
    lower, tag = scene.tokens.lower, scene.tree.tag
    _, limit = scene.sentence(max(0, stop - 1))
    start = stop + 1 if stop < limit and lower[stop] in {",", "("} else stop
    end = start
    while end < min(limit, start + _REACH) and tag[end] not in {"VERB", "AUX"}:
        end += 1
    return (start, end) if end > start else None


def _entitled(scene: Scene, start: int, stop: int) -> Name | None:
    """Return the name right behind a title or before an aside: "Sergeant Ole Berg", "Acme, the maker"."""
    tokens, tag = scene.tokens, scene.tree.tag
    person = scene.person_at(stop) if stop < len(tokens) else None
    if person is not None and tag[stop - 1] == "PROPN":
        return person.text, person.official
    if start < 2 or tokens.lower[start] != "the" or tokens.lower[start - 1] != ",":
        return None
    at = last = start - 1
    while at and tokens.same_sentence(at - 1, last) and tokens.doc[at - 1].ent_type_ == "ORG":
        at -= 1
    return (tokens.span(at, last).text, None) if at < last else None


def goes_on(scene: Scene, speaker: Stretch) -> bool:
    """Tell whether "it" or "they" may go on telling what a body said before."""
    return speaker[1] - speaker[0] == 1 and scene.tokens.lower[speaker[0]] in _GOING_ON


def subject_named(scene: Scene, first: int, stop: int) -> Stretch | None:
    """Return the person, body or document that some words are about, if they are about one."""
    tree, at = scene.tree, _subject(scene, first, stop)
    if at is None:
        return None
    named = tree.child(at, "appos", "flat")
    kind = scene.tokens.doc[at if named is None else named].ent_type_
    known = kind in {"PERSON", "ORG"} or is_a(scene, at, "documents", "counters", "kinds")
    return phrase.around(scene, at) if known else None


def is_person(scene: Scene, speaker: Stretch) -> bool:
    """Tell whether a speaker is "he" or "she"."""
    return speaker[1] - speaker[0] == 1 and scene.tokens.lower[speaker[0]] in _PERSON


def holder_named(scene: Scene, first: int, stop: int) -> Stretch | None:
    """Return the holder of an office that some words are about: "A spokesman denied it"."""
    at = _subject(scene, first, stop)
    if at is None or scene.tokens.lower[at] not in signs().offices:
        return None
    return phrase.around(scene, at)


def _subject(scene: Scene, first: int, stop: int) -> int | None:
    return next((at for at in range(first, stop) if scene.tree.label[at] == "nsubj"), None)


def one_named(scene: Scene, speaker: Stretch) -> Name | None:
    """Return the name of a speaker that "he" or "she" may stand for: of one person."""
    head = scene.tree.top(*speaker)
    teller = scene.tokens.lower[head] in words("source", "tellers")
    return name_of(scene, speaker) if teller or is_holder(scene, head) else None


def is_holder(scene: Scene, noun: int) -> bool:
    """Tell whether a noun is for one holder of an office: "spokesman"."""
    word = scene.tokens.lower[noun]
    return word in signs().offices and not plural(word)


def body_named(scene: Scene, speaker: Stretch, *, many: bool) -> Name | None:
    """Return the name of the body that "it" stands for, or "they" for ``many``; nobody's own."""
    head = scene.tree.top(*speaker)
    if scene.tokens.doc[head].ent_type_ == "PERSON":
        return None
    known = scene.tree.tag[head] == "PROPN" or (many and is_a(scene, head, "counters"))
    fits = known or plural(scene.tokens.lower[head]) == many
    return name_of(scene, speaker) if fits else None


def _titled(scene: Scene, stop: int) -> int:
    """Take in the name behind its kind: "the website Gazeta Norte"."""
    tokens = scene.tokens
    if tokens.lower[stop - 1] in words("source", "kinds"):
        while stop < len(tokens) and tokens.text[stop][0].isupper():
            stop += 1
    return stop


def _antecedent(scene: Scene, index: int) -> Name | None:
    """Follow "he" back to the person that the sentences before were about.

    In each the subject counts most; where several people stand and none is one, it is nobody.
    """
    found = person_before(scene, index)
    return _called(scene, *found) if found is not None else None


def person_before(scene: Scene, index: int) -> Stretch | None:
    """Return the person that "he" or "the 36-year-old" stands for, known or not."""
    first, block = scene.sentence(index)[0], scene.tokens.block[index]
    stop = index
    for _ in range(_BACK):
        near = _people(scene, first, stop)
        subjects = [each for each in near if _is_subject(scene, *each)]
        if subjects or len(near) == 1:
            return (subjects or near)[-1]
        if near or first == 0 or block - scene.tokens.block[first - 1] > 1:
            return None
        first, stop = scene.sentence(first - 1)[0], first
    return None


def _people(scene: Scene, start: int, stop: int) -> list[Stretch]:
    """Return the people named in a stretch, known or not."""
    doc = scene.tokens.doc
    found = [(first, last) for first, last, _ in scene.people_in(start, stop)]
    taken = {index for first, last in found for index in range(first, last)}
    for at in range(start, stop):
        if doc[at].ent_type_ != "PERSON" or at in taken:
            continue
        last = at + 1
        while last < len(doc) and doc[last].ent_type_ == "PERSON" and doc[last].ent_iob_ == "I":
            last += 1
        found.append((at, last))
        taken.update(range(at, last))
    return sorted(found)


def _called(scene: Scene, first: int, last: int) -> Name:
    person = scene.person_at(first)
    if person is not None:
        return person.text, person.official
    return scene.tokens.span(first, last).text, None


def _is_subject(scene: Scene, first: int, last: int) -> bool:
    """Tell whether a name is the subject of a verb."""
    return scene.tree.base[scene.tree.top(first, last)] == "nsubj"
