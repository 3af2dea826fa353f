"""Changes that a word alone tells: "inflation eased", "has not changed", "fewer tourists came"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from spacy.tokens import Token

from factx.claims.sums.cue import way_of, ways
from factx.claims.sums.line import Line
from factx.claims.sums.statement import Statement
from factx.claims.sums.words import words
from factx.model import Way

_WAYS: tuple[Way, ...] = ("up", "down")
_STAYING = frozenset({"remained", "stayed", "stands"})


def worded(line: Line) -> Statement | None:
    """Read "inflation eased", "rates were virtually unchanged", "fewer tourists came"."""
    if not words("inverse").isdisjoint(line.between(line.start, line.stop)):
        return None
    return _verb(line) or _idiom(line) or _fewer(line)


def unchanged(line: Line) -> Statement | None:
    """Read "has not changed", "remained the same", "barely moved": two levels should be one."""
    opening = words("helps") | words("moves") | _STAYING
    for at in range(line.start, line.stop):
        if line.lower[at] not in opening:
            continue
        near = line.between(at, at + 4)
        denied = near[1:2] in (["not"], ["n't"]) and near[0] in words("helps")
        if denied and near[2:3] in (["changed"], ["change"]):
            return Statement(line, None, "flat", at + 2)
        if near[0] in _STAYING and near[1:3] == ["the", "same"]:
            return Statement(line, None, "flat", at)
        if line.lower[at] in words("moves") and line.word(at - 1) in words("hardly"):
            return Statement(line, None, "flat", at)
    return None


def _verb(line: Line) -> Statement | None:
    """Read the word of change that the first clause ends in: "have remained broadly stable"."""
    if ways().keys().isdisjoint(line.between(line.start, line.stop)):
        return None
    doc = line.tokens.doc
    for root in (line.tokens.doc[at] for at in range(line.start, line.stop)):
        if root.dep_.lower() != "root":
            continue
        verb = root if root.pos_ in ("VERB", "AUX") else next(_verbs(line), root)
        while verb.lemma_.lower() in words("tells_of"):  # "the manager said that sales fell"
            clause = next((c for c in verb.children if c.dep_ in ("ccomp", "xcomp")), None)
            verb = clause if clause is not None else next(_verbs(line), verb)
            if clause is None:
                break
        at = verb.i
        while at < line.stop and way_of(line.lower[at]) is None and _leads(line, at):
            at += 1
        way = way_of(line.word(at))
        noun = doc[at].pos_ == "NOUN" if at < line.stop else True
        return None if way is None or noun else Statement(line, None, way, at)
    return None


def _verbs(line: Line) -> Iterator[Token]:
    """Yield the verbs of a sentence."""
    doc = line.tokens.doc
    return (doc[at] for at in range(line.start, line.stop) if doc[at].pos_ in ("VERB", "AUX"))


def _leads(line: Line, at: int) -> bool:
    """Tell a word that may stand before the one of change: "have remained broadly", "went"."""
    return line.tokens.doc[at].pos_ in ("AUX", "ADV") or line.lower[at] in words("stays")


def _idiom(line: Line) -> Statement | None:
    """Read "lost ground", "is on the rise", "is getting longer": a change in other words."""
    for at in range(line.start, line.stop):
        for way, said in _idioms().get(line.lower[at], ()):
            if line.between(at, at + len(said)) == said:
                return Statement(line, None, way, at)
    return None


@cache
def _idioms() -> dict[str, list[tuple[Way, list[str]]]]:
    """Return the idioms of each way by their first words: they are asked for at every word."""
    found: dict[str, list[tuple[Way, list[str]]]] = {}
    for way in _WAYS:
        for said in map(str.split, words(f"{way}_idiom")):
            found.setdefault(said[0], []).append((way, said))
    return found


def _fewer(line: Line) -> Statement | None:
    """Read "Fewer tourists came to the caves": what is counted, at the head of the sentence."""
    doc, at = line.tokens.doc, line.start
    way: Way | None = "up" if line.word(at) == "more" else None
    way = "down" if line.word(at) in ("fewer", "less") else way
    counted = doc[at].head.dep_.startswith("nsubj") and doc[at].head.i > at
    counted = counted or line.word(at) == "fewer"
    counted = counted or line.tokens.kind(at) == "title"
    return Statement(line, None, way, at) if way is not None and counted else None
