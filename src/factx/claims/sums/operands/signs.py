"""What is seen of one figure: the words around it, its verb, its day and how far back it lies."""

from __future__ import annotations

from datetime import date as Day
from typing import NamedTuple

from factx.claims.sums import moment
from factx.claims.sums.operands.term import Term

_NOUN = ("NOUN", "PROPN", "ADJ")
_PHRASE = 4  # words of a noun behind a figure
_CLAUSES = 200  # words before a figure; no sentence of news is so long


class View(NamedTuple):
    """The two words before a figure and behind its noun, its verb with its tense, its day and its age."""

    before: list[str]
    behind: list[str]
    tag: str
    verb: str
    day: Day | None
    age: float


def look(term: Term, size: Term) -> View:
    """Look at a figure, and at its age as seen from a size."""
    line, figure = term.line, term.figure
    at, stop = line.before(figure), figure.stop
    doc = line.tokens.doc
    while stop < min(line.stop, figure.stop + _PHRASE) and doc[stop].pos_ in _NOUN:
        stop += 1
    before = [spelled(line.word(at - 1)), spelled(line.word(at))]
    behind = [spelled(line.word(stop)), spelled(line.word(stop + 1))]
    age = moment.when(size.line, line, figure).age if term is not size else 0
    return View(before, behind, *_verb(term), term.day, age)


def spelled(word: str) -> str:
    """Return a word as it is; of a numeral, that it is one."""
    return "#" if word.isdigit() else word


def _verb(term: Term) -> tuple[str, str]:
    """Return the tense and the lemma of the verb before a figure; "had" of the pluperfect."""
    line, doc = term.line, term.line.tokens.doc
    for at in range(term.figure.edge - 1, max(line.start, term.figure.edge - _CLAUSES) - 1, -1):
        token = doc[at]
        if token.pos_ in ("VERB", "AUX"):
            back = token.tag_ == "VBN" and "had" in line.between(at - 3, at)
            return ("had" if back else token.tag_), token.lemma_.lower()
        if line.lower[at] == ";":
            break
    return "", ""
