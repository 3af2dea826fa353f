"""Sources that a phrase names: "according to X", "In a report on Monday, ...", "in the X poll"."""

from __future__ import annotations

from dataclasses import dataclass

from factx.claims import phrase
from factx.claims.scene import Scene, Stretch
from factx.claims.telling import is_a, verbs
from factx.claims.words import words

_OWNED = frozenset({"its", "his", "her", "their", "our", "my"})
_DASHES = frozenset({",", "-", "–", "—"})
_APART = _DASHES | {";", "(", ".", ":"}
# Words of "Estimates by the guild of event organisers".
_TITLE = 10


@dataclass(frozen=True, slots=True)
class Speech:
    """One act of saying: the words that name the speaker, the cue, and what it covers.

    A ``closing`` one tells all that stands before it: "..., officials said on Monday."
    """

    speaker: Stretch
    cue: Stretch
    covers: Stretch
    cited: bool = False
    closing: bool = False


def cited(scene: Scene, index: int, end: int, first: int, stop: int) -> list[Speech]:
    """Read "according to X": it covers its part of the sentence."""
    lower = scene.tokens.lower
    speaker = _past_letters(scene, phrase.onward(scene, end))
    if speaker is None or not can_speak(scene, speaker):
        return []
    if lower[index] in {"citing", "quoting"} and not _answers(scene, speaker):
        return []
    begin, last = part(scene, index, first, stop)
    after = speaker[1]
    if index > begin and lower[index - 1] not in _APART and after < stop and lower[after] in _APART:
        # "magnitude 6.3 according to X, and 6.4 by Y" speaks of what stands right before it
        comma = index
        while comma > begin and lower[comma - 1] not in {",", ";"}:
            comma -= 1
        if scene.figures_in(comma, index) and scene.figures_in(after, last):
            begin, last = comma, after
    return [Speech(speaker, (index, end), (begin, last), cited=True)]


def document(scene: Scene, index: int, first: int, stop: int) -> Speech | None:
    """Read "In a report on Monday, ...", "by early reports": a document that says so."""
    speaker = phrase.onward(scene, index + 1) if index + 1 < stop else None
    if speaker is None or not can_speak(scene, speaker):
        return None
    lower = scene.tokens.lower
    if lower[index + 1] in _OWNED:
        return None  # "Acme, in its report, says": Acme does
    nouns = words("source", "documents")
    head = next((at for at in range(*speaker) if lower[at] in nouns), None)
    if head is not None and lower[head] in words("source", "polls"):
        return _polled(scene, index, speaker, first, stop)
    if head is None or _ordinal(scene, speaker):
        return None
    if head + 1 < speaker[1] and lower[head + 1] != "of":
        return None
    if lower[index] == "by" and lower[head] in words("source", "reckonings"):
        return next(iter(cited(scene, index, index + 1, first, stop)), None)
    if index != first and lower[index - 1] not in _DASHES:
        return None
    after = speaker[1]
    if after >= stop or (lower[after] not in _DASHES and scene.date_at(after + 1) is None):
        return None
    begin, end = part(scene, index, first, stop)
    return Speech(speaker, (index, index + 1), (begin if index == first else index, end))


def misread(scene: Scene, first: int, stop: int) -> Speech | None:
    """Read "Estimates by the guild indicate nine": a document that the parse took for a verb."""
    tree, lower = scene.tree, scene.tokens.lower
    behind = lower[first + 1] if first + 1 < stop else ""
    if lower[first] not in words("source", "documents") or tree.tag[first] != "VERB":
        return None
    near = range(first + 2, min(stop, first + _TITLE))
    verb = next((at for at in near if lower[at] in verbs()), None)
    if behind not in {"by", "from", "of"} or verb is None:
        return None
    return Speech((first, verb), (verb, verb + 1), part(scene, verb, verb, stop))


def _polled(scene: Scene, index: int, speaker: Stretch, first: int, stop: int) -> Speech | None:
    """Read "in the Berg poll", "in the Berg average at the end of June": what stands beside it."""
    lower, text = scene.tokens.lower, scene.tokens.text
    start, end = speaker
    while start < end and (
        (when := scene.date_at(start)) is not None or lower[start] in {"the", "a", "an"}
    ):
        start = when.stop if when is not None else start + 1
    if not any(word[0].isupper() for word in text[start:end]):
        return None
    begin, last = part(scene, index, first, stop)
    shares = [figure for figure in scene.figures_in(begin, last) if figure.kind == "percent"]
    if not shares:
        return None
    begin, last = shares[0].first, shares[-1].stop
    if begin < index:
        # each of a list has its own: in one poll, in another
        comma = next((at for at in range(index - 1, begin, -1) if lower[at] in {",", ";"}), begin)
        if scene.figures_in(comma, index):
            begin, last = comma, max(end, shares[0].stop)
    return Speech((start, end), (index, index + 1), (begin, last), cited=True)


def _past_letters(scene: Scene, speaker: Stretch | None) -> Stretch | None:
    """Take in the letters that were read as a pronoun: "the official WHO report"."""
    if speaker is None:
        return None
    start, stop = speaker
    text = scene.tokens.text
    while stop < len(text) and len(text[stop]) > 1 and text[stop].isupper():
        stop += 1
    more = stop > speaker[1] and is_a(scene, min(stop, len(text) - 1), "documents", "counters")
    return start, stop + more


def _answers(scene: Scene, speaker: Stretch) -> bool:
    """Tell whether what is cited speaks: "citing police sources", not "citing age and health"."""
    tree = scene.tree
    head = tree.top(*speaker) if tree.label[speaker[0]] else speaker[1] - 1
    return is_a(scene, head, "documents", "counters") or scene.tokens.text[head][0].isupper()


def _ordinal(scene: Scene, speaker: Stretch) -> bool:
    """Tell one of several countings from a document: "In the first count, ..."."""
    return any("NumType=Ord" in str(scene.tokens.doc[at].morph) for at in range(*speaker))


def can_speak(scene: Scene, speaker: Stretch) -> bool:
    """Leave out what cannot speak: figures, dates, "there"."""
    start, stop = speaker
    if all(i in scene.inside or scene.date_at(i) is not None for i in range(start, stop)):
        return False
    lower = scene.tokens.lower
    head = scene.tree.top(start, stop) if scene.tree.label[start] else stop - 1
    alone = stop - start == 1 or lower[start + 1] == "of"
    if lower[start] in {"no", "neither", "few"}:
        return False
    return not (alone and mute(scene, start)) and not mute(scene, head)


def mute(scene: Scene, index: int) -> bool:
    """Tell whether a word cannot speak: "who", but not the body WHO."""
    word = scene.tokens.text[index]
    named = len(word) > 1 and word.isupper()
    return word.lower() in words("source", "mute") and not named


def part(scene: Scene, index: int, first: int, stop: int) -> Stretch:
    """Return the part of a sentence between semicolons that a cue stands in."""
    lower = scene.tokens.lower
    begin = index
    while begin > first and lower[begin - 1] != ";":
        begin -= 1
    end = index
    while end < stop and lower[end] != ";":
        end += 1
    return begin, end
