"""Whether a sentence with figures still speaks of what the sentence before it was about."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from factx import packaged
from factx.claims.sums.cue import way_of
from factx.claims.sums.line import Figure, Line

_STEM = 5
_FAR = 14
_NEAR, _OPENING = 6, 6
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
    if _is_placed(told, figure) or _narrows(told, figure, known):
        return False
    told_of = set(_topics(told, told.start, told.behind(figure)))
    if "inflation" in told_of and "inflation" not in known:
        return False  # sales fell; the average home cost so much
    noun = figure.mention.noun
    things = set(_topics(told, figure.stop, _behind_of(told, told.behind(figure))))
    people = noun is not None and noun.text.lower() == "people" and bool(known & words("persons"))
    if things and not things & known and not people and figure.mention.kind != "percent":
        return False
    if subject is None:
        return bool(things) or (noun is None and _opens(told, figure))
    head, start, stop = subject
    if told.lower[head] in words("anaphors"):
        return True
    named = set(_topics(told, start, stop))
    if named and named <= known:
        return True
    if named & known:
        return False
    if _is_counted(told, head, figure):
        return people or bool(told_of & known) or _is_clause(told, figure, known)
    return _does(told, head, figure, known)


def _behind_of(line: Line, stop: int) -> int:
    """Step over "of voters" behind a figure."""
    return min(stop + 2, line.stop) if line.word(stop) == "of" else stop


def _opens(line: Line, figure: Figure) -> bool:
    """Tell "in August of last year 41,000 came": nothing but a date stands before the figure."""
    dated = {i for _, start, stop in line.moments for i in range(start, stop)}
    ahead = (at for at in range(line.sentence(figure), figure.edge) if at not in dated)
    return all(line.tokens.doc[at].pos_ in ("ADP", "DET", "PUNCT") for at in ahead)


def is_counted(line: Line, figure: Figure) -> bool:
    """Tell a bare figure whose subject only counts it: "the prefecture had registered 24,500"."""
    subject = _subject(line, figure)
    bare = subject is not None and figure.mention.noun is None
    return bare and _is_counted(line, subject[0], figure)  # type: ignore[index]


def _is_clause(line: Line, figure: Figure, known: set[str]) -> bool:
    """Tell "the agency reckons that 11.2 per cent of space stood empty"."""
    behind = _topics(line, figure.stop, min(figure.stop + _NEAR, line.stop))
    return not known.isdisjoint(behind)


def _is_placed(line: Line, figure: Figure) -> bool:
    """Tell "among the young it was": a sentence that opens with whom or where it is of."""
    doc, first = line.tokens.doc, line.start
    if doc[first].pos_ != "ADP" or line.lower[first] == "according":
        return False
    dated = {i for _, start, stop in line.moments for i in range(start, stop)}
    return all(at not in dated for at in range(first, min(first + _OPENING, figure.first)))


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
