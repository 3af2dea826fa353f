"""Places in a ranking over two sentences: "is second-largest, with 9.1. Only Nord, with 14.2, is ahead"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from factx.claims.sums.line import Figure, Line
from factx.claims.sums.order import superlative
from factx.claims.sums.passage import Passage, paragraphs
from factx.claims.sums.words import words
from factx.model import Tie
from factx.nlp.tokens import Tokens

_PLACES = {"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5}
_CLAUSE = 12


def find(passage: Passage) -> Iterator[Tie]:
    """Yield figures that the words of two sentences put in order, the highest first."""
    line, cut = passage
    stretch = line.lower[line.start : line.stop]
    if cut == line.stop or not words("lower_wins").isdisjoint(stretch):
        return
    yield from _placed(line, cut)
    yield from _followed(line, cut)


def _fits(one: Figure, other: Figure) -> bool:
    """Tell one unit, or a bare number behind a measure: "88,000 tonnes, behind Nord with 120,000"."""
    bare = other.mention.kind in ("count", "number") and other.mention.unit is None
    scaled = one.mention.kind != "money" or other.mention.text.lower().endswith("illion")
    return one.fits(other) or (bare and scaled)


def below(tokens: Tokens, lines: Sequence[Line], ties: Sequence[Tie]) -> Iterator[Tie]:
    """Yield what only some surpass, with those and with what is left: "Only Nord is above it; Sund"."""
    del ties
    for sentences in paragraphs(tokens, lines):
        for index, line in enumerate(sentences):
            only = next(
                (at for at in range(line.start, line.stop) if line.lower[at] == "only"), None
            )
            if only is None or not index or not line.figures:
                continue
            own = sentences[index - 1].figures
            if len(own) != 1 or not own[0].is_level or not _is_ranked(sentences[:index]):
                continue
            goes_on = line.lower[line.stop - 1] == ";"
            rest = sentences[index + 1].figures if goes_on and index + 1 < len(sentences) else []
            yield from _surpassed(line, only, own[0], rest)


def _is_ranked(sentences: Sequence[Line]) -> bool:
    """Tell "second-largest" in the sentences before, not far off."""
    return any(
        line.lower[at] in _PLACES and line.word(at + 1) == "-"
        for line in sentences[-2:]
        for at in range(line.start, line.stop)
    )


def _surpassed(line: Line, only: int, own: Figure, rest: Sequence[Figure]) -> Iterator[Tie]:
    end = next((at for at in range(only, line.stop) if line.lower[at] == ";"), line.stop)
    inside = [figure for figure in line.figures if only < figure.first < end]
    lower = [*(f for f in line.figures if f.first >= end), *rest]
    if not inside or words("surpasses").isdisjoint(line.between(only, end)):
        return
    if not all(figure.is_level and _fits(own, figure) for figure in (*inside, *lower)):
        return
    pairs = [*((upper, own) for upper in inside), *((own, figure) for figure in lower)]
    for one, other in pairs:
        members = (one.member("item"), other.member("item"))
        yield Tie("order", members, line.span(only, only + 1), closed=False)


def _placed(line: Line, cut: int) -> Iterator[Tie]:
    """Read "came second with 41 points. Bergen won with 72, and Molde was third on 55"."""
    placed: dict[int, Figure] = {}
    start = line.start
    for figure in line.figures:
        place = _place(line, max(start, cut) if figure.first >= cut else start, figure)
        if place is None or place in placed or not figure.is_level:
            return
        if "in" in line.between(figure.stop, figure.stop + 3):  # each of its own contest
            return
        placed[place] = figure
        start = line.behind(figure)
    ranked = [placed[place] for place in sorted(placed)]
    across = any(f.first < cut for f in ranked) and any(f.first >= cut for f in ranked)
    if across and len(ranked) > 1 and all(figure.fits(ranked[0]) for figure in ranked):
        members = tuple(figure.member("item") for figure in ranked)
        yield Tie("order", members, line.span(ranked[0].first, ranked[0].stop), closed=False)


def _place(line: Line, start: int, figure: Figure) -> int | None:
    """Return the place that the clause before a figure names; None where it names no one place."""
    doc, found = line.tokens.doc, set()
    for at in range(max(start, figure.edge - _CLAUSE), figure.edge):
        word = line.lower[at]
        noun = at + 1 < figure.edge and doc[at + 1].pos_ == "NOUN" and line.lower[at + 1] != "place"
        if word in _PLACES:
            if noun or line.word(at + 1) == "-" or superlative(line, at + 1) is not None:
                return None
            found.add(_PLACES[word])
        elif word in words("comes_first") or word == "runner":
            found.add(2 if word == "runner" else 1)
    return found.pop() if len(found) == 1 else None


def _followed(line: Line, cut: int) -> Iterator[Tie]:
    """Read "led the table with 18 medals. It was followed by Cuba with 9 and Argentina with 12"."""
    head = line.between(cut, cut + 4)
    opens = head[:1] in (["it"], ["they"], ["she"], ["he"]) and "followed" in head
    ahead = [figure for figure in line.figures if figure.first < cut]
    if not opens or len(ahead) != 1 or not ahead[0].is_level:
        return
    led = not words("tops").isdisjoint(line.between(line.start, cut))
    rest = [figure for figure in line.figures if figure.first >= cut]
    near = all(other.edge - one.stop <= _CLAUSE for one, other in pairwise(rest))
    if led and rest and near and all(f.is_level and _fits(ahead[0], f) for f in rest):
        members = tuple(figure.member("item") for figure in (ahead[0], *rest))
        yield Tie("order", members, line.span(cut, cut + 1), closed=False)
