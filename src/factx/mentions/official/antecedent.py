"""Whom "its" and "whose" mean before an office: "The Audit Chamber … Its head, Ann Day"."""

from __future__ import annotations

from dataclasses import replace

from factx.mentions.official.ground import Owner
from factx.mentions.official.names import acronym
from factx.mentions.official.trailing import Trailing
from factx.mentions.official.tree import SUBJECTS
from factx.mentions.official.words import Words

_BACK = 3  # sentences that "its" may reach over
_LONG = 60  # words of a sentence that are looked at
_NOBODY = Owner()


def antecedent(scene: Trailing, at: int) -> Owner:
    """Return the body or country that the possessive at word ``at`` stands for, if that is plain."""
    if scene.words.lower[at] == "whose":
        return _before_comma(scene, at)
    stop = at
    for _ in range(_BACK + 1):
        start = _opening(scene.words, stop)
        owner = _subject(scene, start, stop)
        if owner is None:
            return _NOBODY
        if owner != _NOBODY:
            return owner
        stop = start
        if stop == 0:
            break
    return _NOBODY


def _before_comma(scene: Trailing, at: int) -> Owner:
    """Read the name in "the Audit Chamber, whose head"; a person is no owner of offices."""
    run = scene.run_at.get(at - 2) if at > 1 and scene.words.lower[at - 1] == "," else None
    return _NOBODY if run is None else _body(scene, run.start, run.stop)


def _opening(words: Words, stop: int) -> int:
    """Return where the sentence begins whose words end before ``stop``."""
    start = max(0, stop - 1)
    while start > 0 and stop - start < _LONG and not words.opens[start]:
        start -= 1
    return start


def _subject(scene: Trailing, start: int, stop: int) -> Owner | None:
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


def _body(scene: Trailing, start: int, stop: int) -> Owner:
    """Read a noun phrase as a body or country; a bare "company" and a person are neither."""
    words, lexicon, grammar = scene.words, scene.lexicon, scene.lexicon.grammar
    name = " ".join(words.lower[start:stop])
    if name in lexicon.countries or name in lexicon.places:
        return Owner(place=lexicon.countries.get(name) or words.phrase(start, stop), end=stop)
    last = words.lower[stop - 1]
    label = scene.entities.label(start, stop)
    if stop - start == 1 and not words.cap[start]:
        return _named_so(scene, start) if last in grammar.certain else _NOBODY
    bodily = last in lexicon.public | lexicon.private or acronym(words.text[stop - 1])
    if label == "PERSON" or not (label == "ORG" or bodily):
        return _NOBODY
    spoken = any(
        word in lexicon.stop and word not in grammar.bridges for word in words.lower[start:stop]
    )
    return _NOBODY if spoken else Owner(words.phrase(start, stop), end=stop)


def _named_so(scene: Trailing, at: int) -> Owner:
    """Return the last name before that ends with a bare noun: "the commission"; else the noun."""
    words = scene.words
    for i in range(at - 1, max(-1, at - 5 * _LONG), -1):
        run = scene.run_at.get(i)
        if run is not None and run.stop == i + 1 and words.lower[i] == words.lower[at]:
            return replace(_NOBODY, organization=words.phrase(run.start, run.stop), end=at)
    return Owner(words.phrase(at, at + 1), end=at + 1)
