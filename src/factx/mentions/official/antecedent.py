"""Whom "its" and "whose" mean before an office: "The Audit Chamber … Its head, Ann Day"."""

from __future__ import annotations

from factx.mentions.official.beside import Beside
from factx.mentions.official.ground import SUBJECTS, Owner
from factx.mentions.official.names import acronym
from factx.mentions.official.words import Words

_BACK = 3  # sentences that "its" may reach over
_LONG = 60  # words of a sentence that are looked at
_NOBODY = Owner()


def antecedent(scene: Beside, at: int) -> Owner:
    """Return the body or country that the possessive at word ``at`` stands for, if that is plain."""
    if scene.words.lower[at] == "whose":  # "the Audit Chamber, whose head"
        run = scene.run_at.get(at - 2) if scene.words.before(at) == "," else None
        return _NOBODY if run is None else _body(scene, run.start, run.stop)
    stop = at
    for _ in range(_BACK + 1):
        start = _opening(scene.words, stop)
        owner = _subject(scene, start, stop)
        if owner is None:
            return _NOBODY
        if owner != _NOBODY:
            return owner
        stop = start
    return _NOBODY


def _opening(words: Words, stop: int) -> int:
    """Return where the sentence begins whose words end before ``stop``."""
    start = max(0, stop - 1)
    while start > 0 and stop - start < _LONG and not words.opens[start]:
        start -= 1
    return start


def _subject(scene: Beside, start: int, stop: int) -> Owner | None:
    """Read the subject of a sentence, or the one body it names; None where several could be meant."""
    words, doc = scene.words, scene.words.tokens.doc
    named = {run for i in range(start, stop) if (run := scene.run_at.get(i)) is not None}
    bodies = [
        owner
        for run in sorted(named, key=lambda run: run.start)
        if (owner := _body(scene, run.start, run.stop)).organization is not None
    ]
    for k in range(start, stop):
        token = doc[words.stop[k] - 1]
        if token.dep_ not in SUBJECTS:
            continue
        begin = k
        while begin > start and words.first[begin] > token.left_edge.i:
            begin -= 1
        if words.lower[begin] in scene.lexicon.grammar.definite:
            begin += 1
        owner = _body(scene, begin, k + 1) if begin <= k else _NOBODY
        if owner != _NOBODY:
            return owner
        break
    names = {owner.organization for owner in bodies}
    return bodies[0] if len(names) == 1 else None if names else _NOBODY


def _body(scene: Beside, start: int, stop: int) -> Owner:
    """Read a noun phrase as a body or country; a bare "company" and a person are neither."""
    words, lexicon = scene.words, scene.lexicon
    country = lexicon.countries.get(" ".join(words.lower[start:stop]))
    if country is not None:
        return Owner(place=country, end=stop)
    last, label = stop - 1, scene.entities.label(start, stop)
    bodily = words.lower[last] in lexicon.public | lexicon.private or acronym(words.text[last])
    bare = last == start and not words.cap[last]
    if bare or label == "PERSON" or not (label == "ORG" or bodily):
        return _NOBODY
    return Owner(words.phrase(start, stop), end=stop)
