"""Whether a sentence with figures still speaks of what the sentence before it was about."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from factx import packaged
from factx.claims.sums.cue import way_of
from factx.claims.sums.line import Figure, Line

_STEM = 5
_FAR = 14
_CONTENT = ("NOUN", "VERB", "ADJ")


@cache
def words(name: str) -> frozenset[str]:
    """Return one word list of ``apart.toml``."""
    return frozenset(_table()[name]["words"])


def goes_on(said: Line, told: Line, figure: Figure) -> bool:
    """Tell whether a figure of a later sentence is of what the first sentence speaks of.

    It comes back to it by a word ("the rate", "they"), names it again or by a word of the same
    topic, or somebody only counts it ("officers recorded 1,275 burglaries"). A sentence that turns
    to something else does not.
    """
    opening = told.between(told.start, figure.first)
    behind = told.between(figure.stop, figure.stop + _FAR)
    if not words("turns").isdisjoint(opening) or not words("turns").isdisjoint(behind):
        return False
    known, subject = set(_topics(said, said.start, said.stop)), _subject(told, figure)
    if _narrows(told, figure, known):
        return False
    noun = figure.mention.noun
    if subject is None and noun is None and figure.mention.kind in ("count", "number"):
        return True  # "in August of last year 41,000 came"
    if noun is not None and noun.text.lower() == "people" and known & words("persons"):
        return True
    if subject is not None:
        head, start, stop = subject
        if told.lower[head] in words("anaphors"):
            return True
        named = set(_topics(told, start, stop))
        if named & known:
            return named <= known
        if not _is_counted(told, head, figure) and not _does(told, head, figure, known):
            return False
    # a noun that is counted and was not spoken of is another: attacks, and phishing cases
    counted = subject is not None and noun is None
    stop = _behind_of(told, told.behind(figure))
    return counted or not known.isdisjoint(_topics(told, told.start, stop))


def _behind_of(line: Line, stop: int) -> int:
    """Step over "of voters" behind a figure."""
    return min(stop + 2, line.stop) if line.word(stop) == "of" else stop


def _does(line: Line, subject: int, figure: Figure, known: set[str]) -> bool:
    """Tell "Georgia shipped 7.9 million bottles of wine" behind a headline on the export of wine."""
    verb = line.tokens.doc[subject].head.i
    if not subject < verb < figure.first or known.isdisjoint(_topics(line, verb, verb + 1)):
        return False
    named = set(_topics(line, figure.stop, _behind_of(line, line.behind(figure))))
    return not named or bool(named & known)


def shares_topic(said: Line, told: Line, start: int, stop: int) -> bool:
    """Tell whether some words speak of what a sentence before them was about."""
    return not set(_topics(said, said.start, said.stop)).isdisjoint(_topics(told, start, stop))


def _subject(line: Line, figure: Figure) -> tuple[int, int, int] | None:
    """Return the head and the edges of the subject before a figure, if it has no figure in it."""
    doc = line.tokens.doc
    for at in range(figure.edge - 1, line.start - 1, -1):
        if doc[at].dep_.startswith("nsubj"):
            first, last = doc[at].left_edge.i, doc[at].right_edge.i
            return at, first, min(last + 1, figure.edge)
    return None


def _narrows(line: Line, figure: Figure, known: set[str]) -> bool:
    """Tell "17,600 phishing cases" behind a sentence on attacks: a noun with one of its own before it."""
    doc, stop = line.tokens.doc, line.behind(figure)
    kinds = {
        word
        for at in range(figure.stop, stop - 1)
        if doc[at].pos_ in ("NOUN", "PROPN")
        for word in (*_topics(line, at, at + 1), line.lower[at])
    }
    return bool(kinds) and known.isdisjoint(kinds)


def _is_counted(line: Line, subject: int, figure: Figure) -> bool:
    """Tell "officers recorded 1,275 burglaries": the subject counts what is told."""
    doc = line.tokens.doc
    verb = doc[subject].head
    return subject < verb.i < figure.first and verb.lemma_.lower() in words("records")


def _topics(line: Line, start: int, stop: int) -> Iterator[str]:
    """Yield what the words of a stretch speak of: stems, or the first word of a common topic."""
    doc, dated = line.tokens.doc, {i for _, f, s in line.moments for i in range(f, s)}
    for at in range(start, stop):
        word = line.lower[at]
        if at in dated or at in line.inside or doc[at].pos_ not in _CONTENT or way_of(word):
            continue
        if line.word(at + 1) == "-":
            yield _alike().get("".join(line.between(at, at + 3)), word)
        lemma, alike = doc[at].lemma_.lower(), _alike()
        if lemma not in words("measures") | words("idle"):
            yield alike.get(word) or alike.get(lemma) or alike.get(f"{lemma}s") or lemma[:_STEM]


@cache
def _alike() -> dict[str, str]:
    """Return the first word of the topic of each word that has one."""
    return {word: group[0] for group in _table()["alike"]["groups"] for word in group}


@cache
def _table() -> dict[str, dict[str, list[str]]]:
    return packaged.table(__package__, "apart")
