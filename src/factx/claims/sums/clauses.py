"""Ties against the clauses of a sentence: an amount is of the levels of its own subject."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import takewhile
from typing import TYPE_CHECKING

from factx.claims.sums.line import Figure, Line
from factx.claims.sums.statement import way_of_noun
from factx.claims.sums.topic import topics
from factx.claims.sums.words import words
from factx.model import Tie

if TYPE_CHECKING:
    from spacy.tokens import Token

_SIZES = ("amount", "multiple")
_LEVELS = ("new", "old")


def undivided(ties: Iterable[Tie], lines: Sequence[Line]) -> Iterator[Tie]:
    """Yield the ties, without those of an amount that is told of something else than the levels.

    In "reserves fall from 5.2 million to 4.4, and payments drop by 64,000" the words tie the levels
    all the same; levels that only stand near the amount are of no tie.
    """
    placed = {f.mention.id: (line, f) for line in lines for f in line.figures}
    ties = list(ties)
    changed = {_of(tie, _LEVELS) for tie in ties if tie.kind == "change"}
    for tie in ties:
        sizes, levels = (
            [placed[id_] for id_ in _of(tie, roles) if id_ in placed] for roles in (_SIZES, _LEVELS)
        )
        if tie.kind == "parts" and not tie.closed and _of(tie, ("part",)) in changed:
            continue  # "there were 174, as against 232": no parts of 409
        if not levels or not any(_is_of_other(*size, levels) for size in sizes):
            yield tie
        elif tie.closed:
            kept = tuple(member for member in tie.members if member.role in _LEVELS)
            yield replace(tie, members=kept)


def _of(tie: Tie, roles: Sequence[str]) -> frozenset[str]:
    return frozenset(member.mention for member in tie.members if member.role in roles)


def _is_of_other(line: Line, size: Figure, levels: Sequence[tuple[Line, Figure]]) -> bool:
    """Tell an amount in a clause with a subject, or an object, that its levels do not have."""
    verb = _clause(line, size)
    if verb is None or any(_is_change(t) for t in takewhile(verb.__ne__, _path(line, size))):
        return False
    homes = [(_clause(told, level), told) for told, level in levels]
    if any(home is None or home == verb for home, _ in homes):
        return False
    own = next(child for child in verb.children if child.dep_.startswith("nsubj"))
    if verb.dep_.endswith("relcl") and own.pos_ == "PRON":
        return any(_names(line, child) for child in verb.children if child.dep_ == "obj")
    named = _names(line, own)
    return bool(named) and all(
        told is line
        and home is not None
        and _are_beside(verb, home)
        and named.isdisjoint(
            _names(line, *(c for c in home.children if c.dep_.startswith("nsubj")))
        )
        and any(c.dep_.startswith("nsubj") and c.pos_ != "PRON" for c in home.children)
        for home, told in homes
    )


def _are_beside(one: Token, other: Token) -> bool:
    """Tell clauses of one rank, joined by a word or a mark."""
    return any(
        a.head == b and a.dep_ in ("conj", "parataxis") for a, b in ((one, other), (other, one))
    )


def _path(line: Line, figure: Figure) -> Iterator[Token]:
    """Yield what a figure hangs on, up to the head of its sentence."""
    token = line.tokens.doc[figure.first : figure.stop].root
    yield token
    yield from token.ancestors


def _clause(line: Line, figure: Figure) -> Token | None:
    """Return the nearest word over a figure that has a subject."""
    return next(
        (
            token
            for token in _path(line, figure)
            if any(child.dep_.startswith("nsubj") for child in token.children)
        ),
        None,
    )


def _is_change(token: Token) -> bool:
    return token.pos_ == "NOUN" and way_of_noun(token.lower_) is not None


def _names(line: Line, *subjects: Token) -> set[str]:
    """Return what some phrases speak of, if it is a thing and no difference."""
    nouns = [each for each in subjects if each.pos_ in ("NOUN", "PROPN")]
    if any(each.lower_ in words("distances") or _is_change(each) for each in nouns):
        return set()
    return {t for each in nouns for t in topics(line, each.left_edge.i, each.right_edge.i + 1)}
