"""Which sentences are worth a parse: what makes a claim, gives an office, or is pointed to by these.

Tags and trees cost most of the reading, and most sentences of news say nothing that is asked of
them. What looks like a figure without being one costs time; a figure that is missed costs a claim,
so the cues are wide: every number, a year too, and every length of time.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from factx import packaged
from factx.nlp import cues, numerals
from factx.nlp.gazetteer import titles

_LINK = re.compile(" of | to | for | in ")
_AHEAD = 2  # sentences from a change to its figures


@dataclass(frozen=True, slots=True)
class Sentence:
    """The words of a sentence in small letters, the labels of its names, whether it opens a block."""

    lower: list[str]
    labels: frozenset[str]
    opens: bool


@dataclass(frozen=True, slots=True)
class Signs:
    """Words that are figures, and those that are so behind ``articles``: ``a third``.

    ``offices`` give a person an office, ``pointing`` words lead back from a figure to the sentence
    before.
    """

    figures: frozenset[str]
    parts: frozenset[str]
    offices: frozenset[str]
    articles: frozenset[str]
    pointing: frozenset[str]
    changes: frozenset[str]


@cache
def signs() -> Signs:
    """Return the packaged words; numbers, change, time and titles have tables of their own."""
    own, known, moved = packaged.table(__package__, "gate"), numerals.words(), cues.cues()
    named = {title for kind in ("official", "open", "other") for title in titles()[kind]}
    offices = {_LINK.split(title)[0].split()[-1] for title in named}
    return Signs(
        figures=(known.starters - {"a", "an"}) | known.many.keys() | known.multiples.keys(),
        parts=frozenset([*known.parts, *packaged.table(__package__, "time")["units"]]),
        offices=frozenset([*offices, *(f"{word}s" for word in offices), *own["leading"]]),
        articles=frozenset(own["articles"]),
        pointing=frozenset(own["pointing"]),
        changes=frozenset([*moved.verbs, *moved.nouns, *moved.adverbs, *own["changing"]]),
    )


def wanted(sentences: Sequence[Sentence]) -> list[bool]:
    """Tell of each sentence whether it is to be parsed."""
    counts = [_has_figure(sentence.lower) for sentence in sentences]
    offices = [_has_office(sentence) for sentence in sentences]
    quoted = _quoted(sentences)
    for index in range(len(sentences) - 1, 0, -1):
        lower = sentences[index].lower
        if sentences[index].opens:
            continue
        if counts[index] and (quoted[index] or not signs().pointing.isdisjoint(lower)):
            counts[index - 1] = True
    for index, joined in enumerate(quoted):
        counts[index] |= joined and counts[index - 1]
    for index in range(len(sentences) - 1, 0, -1):
        # "Unemployment went down again. The office put the rate at 9.1 per cent, against 9.6"
        near = range(max(0, index - _AHEAD), index) if counts[index] else ()
        for before in near:
            told = not any(sentence.opens for sentence in sentences[before + 2 : index + 1])
            counts[before] |= told and not signs().changes.isdisjoint(sentences[before].lower)
    return [counted or office for counted, office in zip(counts, offices, strict=True)]


def _has_office(sentence: Sentence) -> bool:
    if "PERSON" not in sentence.labels:
        return False
    return "TITLE" in sentence.labels or not signs().offices.isdisjoint(sentence.lower)


def _quoted(sentences: Sequence[Sentence]) -> list[bool]:
    """Tell of each sentence whether a quotation goes on from the one before, or meets it."""
    joined: list[bool] = []
    inside, last = False, ""
    for sentence in sentences:
        inside = inside and not sentence.opens
        joined.append(not sentence.opens and (inside or '"' in {sentence.lower[0], last}))
        inside ^= sentence.lower.count('"') % 2 == 1
        last = sentence.lower[-1]
    return joined


def _has_figure(lower: list[str]) -> bool:
    known = signs()
    for index, word in enumerate(lower):
        if word in known.figures:
            return True
        if word in known.parts and index and lower[index - 1] in known.articles:
            return True
        if not word.isalpha() and any(map(str.isnumeric, word)):
            return True
    return False
