"""Whether a sentence with figures still speaks of what the sentence before it was about."""

from __future__ import annotations

from collections.abc import Iterator
from enum import IntEnum
from functools import cache

from factx import packaged
from factx.claims.sums.cue import way_of
from factx.claims.sums.line import Figure, Line
from factx.claims.sums.words import words

_STEM = 5
_FAR = 14
_NEAR, _OPENING = 6, 6
_CONTENT = ("NOUN", "VERB", "ADJ")


class Bond(IntEnum):
    """How surely a figure is of what was told: of something else, of what is not known, counted, of it."""

    NONE = 0
    FAINT = 1
    LOOSE = 2
    FIRM = 3


def bond(said: Line, told: Line, figure: Figure) -> Bond:
    """Tell whether a figure of a later sentence is of what the first sentence speaks of.

    It comes back to it by a word ("the rate", "they"), names it again or by a word of the same
    topic, or somebody only counts it ("officers recorded 1,275 burglaries"). A sentence that turns
    to something else does not.
    """
    known = topics(said, said.start, said.stop)
    if _turns(told, figure) or _is_placed(told, figure) or _narrows(told, figure, known):
        return Bond.NONE
    told_of = topics(told, told.start, told.behind(figure))
    if "inflation" in told_of and "inflation" not in known:
        return Bond.NONE  # sales fell; the average home cost so much
    noun, subject = figure.mention.noun, _subject(told, figure)
    things = list(_each(told, figure.stop, _behind_of(told, told.behind(figure))))
    people = _is_of_people(told, figure, known)
    again = people or figure.mention.kind == "percent" or any(thing & known for thing in things)
    if (
        things
        and not again
        and "it" not in told.between(told.behind(figure), told.behind(figure) + 4)
    ):
        named = any(_is_topic(thing) for thing in things)
        counted = subject is not None and _is_counted(told, subject[0], figure)
        return Bond.NONE if named else Bond.LOOSE if counted else Bond.FAINT
    if "it" in told.between(told.behind(figure), told.behind(figure) + 4):
        return Bond.FIRM  # "5,120 families were on it"
    if subject is None:
        return Bond.FIRM if things or (noun is None and _opens(told, figure)) else Bond.NONE
    if told.lower[subject[0]] in words("anaphors"):
        return Bond.FIRM
    firm = _of_subject(said, told, figure, subject, again=bool(things))
    if firm:
        return Bond.FIRM
    named = any(_is_topic(topic) for topic in _each(told, told.start, figure.first))
    return Bond.NONE if named else Bond.FAINT


def _is_of_people(line: Line, figure: Figure, known: set[str]) -> bool:
    """Tell people who are those told of; "118 people died" are not the hurt."""
    noun = figure.mention.noun
    if noun is None or noun.text.lower() != "people" or not known & _list("persons"):
        return False
    stop = line.behind(figure)
    return not any(_is_topic(does) and not does & known for does in _each(line, stop, stop + 2))


def _of_subject(
    said: Line, told: Line, figure: Figure, subject: tuple[int, int, int], *, again: bool
) -> bool:
    """Tell by the subject and verb before a figure, whose noun is none of something else."""
    head, start, stop = subject
    known = topics(said, said.start, said.stop)
    named = list(_each(told, start, stop))
    shared = [topic for topic in named if topic & known]
    if named and len(shared) == len(named):
        return True
    if shared and not again:
        return False
    if _is_counted(told, head, figure):
        told_of = topics(told, told.start, told.behind(figure))
        return again or bool(told_of & known) or _is_clause(told, figure, known)
    return (again and _is_general(said, told, start, stop)) or _does(told, head, figure, known)


def _is_general(said: Line, told: Line, start: int, stop: int) -> bool:
    """Tell "the average match" from "the rival bakery": a subject that singles nobody out."""
    doc = told.tokens.doc
    before = set(said.between(said.start, said.stop))
    return all(
        doc[at].pos_ not in ("PROPN", "ADJ")
        or told.lower[at] in _list("idle") | _list("measures") | before
        for at in range(start, stop)
    )


def _turns(told: Line, figure: Figure) -> bool:
    """Tell a sentence that turns to something else, before the figure or behind it."""
    opening = told.between(told.start, figure.first)
    behind = told.between(figure.stop, figure.stop + _FAR)
    for at, word in enumerate(behind):
        if word in words("breaks") and _is_contrast(told, figure.stop + at + 1):
            behind = behind[:at]
            break
    return not words("turns").isdisjoint([*opening, *behind])


def _is_contrast(line: Line, at: int) -> bool:
    """Tell "whereas it cost" and "while in May of last year": the same again, of another time."""
    timed = not line.timed.isdisjoint(range(at, at + 3))
    return timed or line.word(at) in ("it", "they", "there")


def _behind_of(line: Line, stop: int) -> int:
    """Step over "of voters" behind a figure."""
    return min(stop + 2, line.stop) if line.word(stop) == "of" else stop


def _opens(line: Line, figure: Figure) -> bool:
    """Tell "in August of last year 41,000 came": nothing but a date stands before the figure."""
    ahead = (at for at in range(line.sentence(figure), figure.edge) if at not in line.timed)
    doc = line.tokens.doc
    return all(
        doc[at].pos_ in ("ADP", "DET", "PUNCT") or line.lower[at] in words("there_were")
        for at in ahead
    )


def _is_clause(line: Line, figure: Figure, known: set[str]) -> bool:
    """Tell "the agency reckons that 11.2 per cent of space stood empty"."""
    return bool(known & topics(line, figure.stop, min(figure.stop + _NEAR, line.stop)))


def _is_placed(line: Line, figure: Figure) -> bool:
    """Tell "among the young it was": a sentence that opens with whom or where it is of."""
    doc, first = line.tokens.doc, line.start
    if doc[first].pos_ != "ADP" or line.lower[first] == "according" or figure.edge <= first + 2:
        return False
    return all(at not in line.timed for at in range(first, min(first + _OPENING, figure.first)))


def _does(line: Line, subject: int, figure: Figure, known: set[str]) -> bool:
    """Tell "Georgia shipped 7.9 million bottles of wine" behind a headline on the export of wine."""
    verb = line.tokens.doc[subject].head.i
    if not subject < verb < figure.first or not known & topics(line, verb, verb + 1):
        return False
    named = topics(line, figure.stop, _behind_of(line, line.behind(figure)))
    return not named or bool(named & known)


def shares_topic(said: Line, told: Line, start: int, stop: int) -> bool:
    """Tell whether some words speak of what a sentence before them was about."""
    return bool(topics(said, said.start, said.stop) & topics(told, start, stop))


def _subject(line: Line, figure: Figure) -> tuple[int, int, int] | None:
    """Return the head and the edges of the subject before a figure, if it has no figure in it."""
    doc = line.tokens.doc
    for at in range(figure.edge - 1, line.start - 1, -1):
        if doc[at].dep_.startswith("nsubj") and line.lower[at] != "there":
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
        for word in (*topics(line, at, at + 1), line.lower[at])
    }
    return bool(kinds) and known.isdisjoint(kinds)


def _is_counted(line: Line, subject: int, figure: Figure) -> bool:
    """Tell "officers recorded 1,275 burglaries": the subject counts what is told."""
    doc = line.tokens.doc
    verb = doc[subject].head
    return subject < verb.i < figure.first and verb.lemma_.lower() in words("records")


def topics(line: Line, start: int, stop: int) -> set[str]:
    """Return what the words of a stretch speak of."""
    return {topic for each in _each(line, start, stop) for topic in each}


def _each(line: Line, start: int, stop: int) -> Iterator[frozenset[str]]:
    """Yield the topics of each word of a stretch: those that have it, else its stem."""
    doc, dated = line.tokens.doc, line.timed
    for at in range(start, min(stop, len(line.lower))):
        word = line.lower[at]
        if at in dated or at in line.inside or doc[at].pos_ not in _CONTENT or way_of(word):
            continue
        if line.word(at + 1) == "-":
            joined = "".join(line.between(at, at + 3))
            yield _groups().get(joined, frozenset({word}))
        lemma, groups = doc[at].lemma_.lower(), _groups()
        if lemma not in _list("measures") | _list("idle"):
            alike = groups.get(word) or groups.get(lemma) or groups.get(f"{lemma}s")
            yield alike or frozenset({lemma[:_STEM]})


def _is_topic(thing: frozenset[str]) -> bool:
    """Tell a word of a known topic from a stem."""
    return not thing.isdisjoint(row[0] for row in _table()["alike"]["groups"])


@cache
def _list(name: str) -> frozenset[str]:
    return frozenset(_table()[name]["words"])


@cache
def _groups() -> dict[str, frozenset[str]]:
    """Return the topics of each word that has one, each named by its first word."""
    found: dict[str, set[str]] = {}
    for row in _table()["alike"]["groups"]:
        for word in row:
            found.setdefault(word, set()).add(row[0])
    return {word: frozenset(names) for word, names in found.items()}


@cache
def _table() -> dict[str, dict[str, list[str]]]:
    return packaged.table(__package__, "topics")
