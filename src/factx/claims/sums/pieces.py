"""Which count of a paragraph is part of which: "pulled out 84 people … Of those rescued, 37 were"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from factx.claims.sums.change import is_each
from factx.claims.sums.kin import counts, is_link, is_somebody
from factx.claims.sums.line import Figure, Line
from factx.claims.sums.words import words

_SENTENCES = 2  # from a whole to its part
_NEAR = 4
_HEAD = 8  # words of "Of those who were asked,"
_FAR = 16  # words of "Out of the 58 stocks that the panel has assessed,"
_THEM = frozenset({"them", "these", "those", "whom", "which"})
_OPENERS = frozenset({"of", "among", "from"})
_PAUSES = frozenset({",", ";", ":", "-", "("})
_CLAUSES = _PAUSES | {"and", "but"}


class Piece(NamedTuple):
    """A part and its whole; ``said`` tells that words make it one, not only that it has no noun."""

    part: Figure
    whole: Figure
    line: Line
    said: bool
    examined: bool = True


def pieces(sentences: Sequence[Line]) -> list[Piece]:
    """Return each count with the one that it is part of: always its neighbour in the text."""
    placed = [
        (index, line, figure)
        for index, line in enumerate(sentences)
        for figure in line.figures
        if counts(figure) and not is_each(line, figure)
    ]
    wholes: dict[str, tuple[int, Line, Figure]] = {}
    found: list[Piece] = []
    amounts = [f.first for line in sentences for f in line.figures if _is_amount(f)]
    for one, (j, later, other) in pairwise(placed):
        if any(one[2].first < at < other.first for at in amounts):
            continue  # "31 compete for 90,000 euros, of which 25,000"
        # "21 ministers, including four women. Among them, 12": a part leads to its whole
        i, line, whole = wholes.get(one[2].mention.id, one)
        piece = _piece(line, whole, later, other) if j - i <= _SENTENCES else None
        if piece is not None:
            found.append(piece)
            if piece.part is other and piece.said:
                wholes[other.mention.id] = i, line, whole
    return found


def _is_amount(figure: Figure) -> bool:
    return figure.mention.kind in ("money", "measure")


def _is_exact(figure: Figure) -> bool:
    mention = figure.mention
    whole = mention.number == mention.number.to_integral_value()
    return mention.qualifier in ("exact", "approx") and mention.number > 1 and whole


def _piece(line: Line, one: Figure, later: Line, other: Figure) -> Piece | None:
    if not (_is_exact(one) and _is_exact(other)) or _is_wanted(later, other):
        return None
    if line is later:
        stop = line.behind(one)
        links = [line.between(at, other.edge) for at in {one.stop, stop}]
        among = other.mention.noun is None and links[-1] in (["among"], ["among", "the"])
        grouped = stop > one.stop and line.between(stop, other.edge) == ["of"]  # "24 teams of six"
        if among or (any(is_link(link) for link in links) and not grouped):
            return Piece(one, other, line, said=True)
    if _is_margin(later, other):
        return None
    if not may_hold(one, other) or "net" in line.between(one.edge - _NEAR, one.edge):
        return None
    if _is_of_them(later, one, other) or _is_fronted(line, one, later, other):
        return Piece(other, one, later, said=True)
    if not _is_bare(later, other) or other.mention.number > one.mention.number:
        return None  # what is larger is a part only where words say so
    examined = _is_examined(line, one) or _is_examined(later, other)
    return Piece(other, one, later, said=False, examined=examined)


def _is_margin(line: Line, part: Figure) -> bool:
    """Tell "six votes to three" and "a majority of 3,515", which are part of nothing before."""
    before = line.between(part.edge - 2, part.edge)
    return before[-1:] == ["to"] or (before[-1:] == ["of"] and before[0] in words("of_votes"))


def may_hold(whole: Figure, part: Figure) -> bool:
    """Tell whether what the second counts may be of what the first counts: a kind of it, or people."""
    one, other = whole.mention.unit, part.mention.unit
    if one is None or other is None:
        return True
    same = one.rpartition(" ")[2] == other.rpartition(" ")[2]
    return same or (is_somebody(one) and is_somebody(other))


def _is_of_them(line: Line, whole: Figure, part: Figure) -> bool:
    """Tell "580 of them", "of whom 12" and "Of those rescued, 37"."""
    stop = line.behind(part)
    if line.word(stop) == "of" and line.word(stop + 1) in _THEM:
        if "there" in line.between(part.edge - _NEAR, part.edge):
            return False  # "and there were 153 of them": so many they were
        # "fans have bought 1.1 million of them": who acts is not what they act on
        parted = whole in line.figures and not _CLAUSES.isdisjoint(
            line.between(whole.stop, part.edge)
        )
        return parted or part.edge - line.start <= 1
    for at in range(part.edge - 1, max(line.start - 1, part.edge - _HEAD), -1):
        if line.word(at) == "including" and at == part.edge - 1:
            return True
        if line.word(at) in _OPENERS and line.word(at + 1) in _THEM:
            if line.word(at + 2) == "there":
                return False  # "new cars, of which there were 400"
            opens = at == line.start or line.word(at - 1) in _PAUSES | {"and", "out"}
            return opens and at not in line.inside
        if line.word(at) in _PAUSES and at < part.edge - 1:
            return False
    return False


def _is_fronted(line: Line, whole: Figure, later: Line, part: Figure) -> bool:
    """Tell "Out of the 58 stocks that the panel has assessed, 31": the part right behind a pause."""
    between = line.between(whole.stop, part.edge)
    if line is not later or between[-1:] != [","] or len(between) > _FAR:
        return False
    at = near = line.before(whole)
    while at > line.start and line.word(at - 1) not in _PAUSES | {"that", "said"}:
        at -= 1
    plain = all(line.tokens.doc[i].pos_ not in ("VERB", "AUX") for i in range(at, near))
    opens = line.word(at) in _OPENERS or line.between(at, at + 2) == ["out", "of"]
    return plain and (
        opens or (line.word(at) == "in" and line.word(near) == "of" and near - at > 1)
    )


def _is_wanted(line: Line, part: Figure) -> bool:
    """Tell "two polls, of which four are needed": more may be wanted than there are."""
    return line.word(part.stop) in ("are", "were") and line.word(part.stop + 1) in words("wanted")


def _is_bare(line: Line, part: Figure) -> bool:
    """Tell a count that leaves its noun to the one before: "Thirty-nine failed", "found cracks in 18"."""
    if part.mention.noun is not None or line.word(part.stop) in ("-", "%"):
        return False
    doc, at = line.tokens.doc, part.stop
    ends = at >= line.stop or line.lower[at] in (",", ".", ";", ")")
    return ends or doc[at].pos_ in ("VERB", "AUX", "ADP", "ADV")


def _is_examined(line: Line, whole: Figure) -> bool:
    """Tell "inspected 64 lighthouses" and "took samples from 87 of them"."""
    doc = line.tokens.doc
    near = range(max(line.start, whole.edge - _NEAR), min(line.stop, whole.stop + _NEAR))
    return any(doc[at].lemma_.lower() in words("samples") for at in near)


def are_apart(one: Line, other: Line) -> bool:
    """Tell sentences of two times."""
    first, second = (
        {date.timex for date, _, _ in line.moments if not date.timex.endswith("_REF")}
        for line in (one, other)
    )
    return bool(first) and bool(second) and first.isdisjoint(second)
