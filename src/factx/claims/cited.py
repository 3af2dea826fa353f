"""Sources that a phrase names: "according to X", "In a report on Monday, ...", "in the X poll"."""

from __future__ import annotations

from dataclasses import dataclass

from factx.claims import phrase
from factx.claims.scene import Scene, Stretch
from factx.claims.telling import head_of, is_a, mute
from factx.claims.words import words

_DASHES = frozenset({",", "-", "–", "—"})
_APART = _DASHES | {";", "(", ".", ":"}


@dataclass(frozen=True, slots=True)
class Speech:
    """One act of saying: the words that name the speaker, the cue, and what it covers.

    A ``closing`` one is put into or behind what it tells: "..., officials said on Monday."
    """

    speaker: Stretch
    cue: Stretch
    covers: Stretch
    cited: bool = False
    closing: bool = False


def cited(scene: Scene, index: int, end: int, first: int, stop: int) -> list[Speech]:
    """Read "according to X": it covers its part of the sentence."""
    lower = scene.tokens.lower
    speaker = phrase.onward(scene, end)
    if speaker is None or not can_speak(scene, speaker):
        return []
    speaker = _past_letters(scene, speaker)
    if lower[index] in {"citing", "quoting"} and not _answers(scene, speaker):
        return []
    begin, last = part(scene, index, first, stop)
    clause = scene.tree.base[index] == "advcl" or scene.tree.label[index] == "acl:relcl"
    if clause and scene.tree.child(index, "aux:pass") is not None:
        begin, last = scene.tree.edges(index)  # "nine fell, although it was told by the firm"
    after = speaker[1]
    ends = lower[index - 1] not in _APART and after < stop and lower[after] in _APART
    if ends and scene.figures_in(begin, index) and scene.figures_in(after, last):
        last = after  # "magnitude 6.3 according to X, and 6.4 by Y"
    return [Speech(speaker, (index, end), (begin, last), cited=True)]


def document(scene: Scene, index: int, first: int, stop: int) -> Speech | None:
    """Read "In a report on Monday, ...", "by early reports": a document that says so."""
    speaker = phrase.onward(scene, index + 1)
    if speaker is None or not can_speak(scene, speaker) or scene.tree.tag[index + 1] == "PRON":
        return None  # "Acme, in its report, says": Acme does
    lower = scene.tokens.lower
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
    return Speech(speaker, (index, index + 1), (index, part(scene, index, first, stop)[1]))


def _polled(scene: Scene, index: int, speaker: Stretch, first: int, stop: int) -> Speech | None:
    """Read "in the Berg poll", "in the Berg average at the end of June": what stands beside it."""
    if not any(scene.tokens.text[at][0].isupper() for at in range(*speaker)):
        return None
    begin, last = part(scene, index, first, stop)
    shares = [figure for figure in scene.figures_in(begin, last) if figure.kind == "percent"]
    if not shares:
        return None
    covers = shares[0].first, shares[-1].stop
    return Speech(speaker, (index, index + 1), covers, cited=True)


def _past_letters(scene: Scene, speaker: Stretch) -> Stretch:
    """Take in the letters that were read as a pronoun: "the official WHO report"."""
    start, stop = speaker
    text = scene.tokens.text
    if stop + 1 < len(text) and phrase.is_letters(text[stop]):
        return start, stop + 1 + is_a(scene, stop + 1, "documents", "counters")
    return speaker


def _answers(scene: Scene, speaker: Stretch) -> bool:
    """Tell whether what is cited speaks: "citing police sources", not "citing age and health"."""
    head = head_of(scene, speaker)
    return is_a(scene, head, "documents", "counters") or scene.tokens.text[head][0].isupper()


def _ordinal(scene: Scene, speaker: Stretch) -> bool:
    """Tell one of several countings from a document: "In the first count, ..."."""
    return any("NumType=Ord" in str(scene.tokens.doc[at].morph) for at in range(*speaker))


def can_speak(scene: Scene, speaker: Stretch) -> bool:
    """Leave out what cannot speak: figures, dates, "there"."""
    start, stop = speaker
    if all(i in scene.inside or scene.date_at(i) is not None for i in range(start, stop)):
        return False
    nobody = scene.tokens.lower[start] in words("source", "nobody")
    return not nobody and not mute(scene, head_of(scene, speaker))


def part(scene: Scene, index: int, first: int, stop: int) -> Stretch:
    """Return the part of a sentence between semicolons that a cue stands in."""
    lower = scene.tokens.lower
    begin = next((at + 1 for at in range(index - 1, first - 1, -1) if lower[at] == ";"), first)
    return begin, next((at for at in range(index, stop) if lower[at] == ";"), stop)
