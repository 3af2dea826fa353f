"""Figures in order: "9.7 tonnes, followed by 6.2 and 3.8", "the most in Lund (88), then Ystad (61)"."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from factx.claims.sums.line import Figure, Line
from factx.claims.sums.passage import Passage
from factx.claims.sums.words import words
from factx.model import Tie, Way

_NEAR = 12
_LIST = 8
_DATED = 6  # words behind a figure to its date
_PLACE = 3
_PLACES = ("first", "second", "third", "fourth", "fifth", "sixth")


def find(line: Line) -> Iterator[Tie]:
    """Yield the rankings of a sentence, and the figures it calls the largest or the smallest."""
    yield from _ranked(line)
    yield from _numbered(line)
    yield from _extreme(line)


def followed(passage: Passage) -> Iterator[Tie]:
    """Read "led the table with 18 medals. It was followed by Cuba with 9 and Argentina with 12"."""
    line, cut = passage
    stretch = line.lower[line.start : line.stop]
    if cut == line.stop or not words("lower_wins").isdisjoint(stretch):
        return
    head = line.between(cut, cut + 4)
    opens = head[:1] in (["it"], ["they"], ["she"], ["he"]) and "followed" in head
    ahead = [figure for figure in line.figures if figure.first < cut]
    if not opens or len(ahead) != 1 or not ahead[0].is_level:
        return
    led = not words("tops").isdisjoint(line.between(line.start, cut))
    rest = [figure for figure in line.figures if figure.first >= cut]
    near = all(other.edge - one.stop <= _NEAR for one, other in pairwise(rest))
    if led and rest and near and all(f.is_level and _fits(ahead[0], f) for f in rest):
        members = tuple(figure.member("item") for figure in (ahead[0], *rest))
        yield Tie("order", members, line.span(cut, cut + 1), closed=False)


def _fits(one: Figure, other: Figure) -> bool:
    """Tell one unit, or a bare number behind a measure: "18 million tonnes. It was followed by Peru with 12 million"."""
    bare = other.mention.kind in ("count", "number") and other.mention.unit is None
    scaled = one.mention.kind != "money" or other.mention.text.lower().endswith("illion")
    return one.fits(other) or (bare and scaled)


def _ranked(line: Line) -> Iterator[Tie]:
    """Read a figure, "followed by", and the figures behind."""
    for at in range(line.start, line.stop - 1):
        if line.between(at, at + 2) not in (["followed", "by"], ["ahead", "of"]):
            continue
        first = next((f for f in reversed(line.figures) if f.stop <= at), None)
        rest = [f for f in line.figures if f.first > at]
        if first is None or not rest or at - first.stop > _NEAR or rest[0].first - at > _NEAR:
            continue
        if line.word(at) == "ahead" and line.behind(first) == at and _is_margin(line, first):
            continue
        ranked = [first]
        for one, other in pairwise([first, *rest]):
            close = other is rest[0] or other.first - one.stop <= _LIST
            close = close and words("breaks").isdisjoint(line.between(one.stop, other.edge))
            if not close or not other.fits(first) or other.mention.change != first.mention.change:
                break
            if other is not rest[0] and _attends(line, one, other):
                break
            dated = not line.timed.isdisjoint(range(first.stop, other.stop + _DATED))
            if first.mention.change is not None and dated:
                break  # "a 3% rise in 2015, followed by an 8% rise in 2016"
            ranked.append(other)
        if len(ranked) > 1:
            members = tuple(figure.member("item") for figure in ranked)
            yield Tie("order", members, line.span(at, at + 2))


def _attends(line: Line, one: Figure, other: Figure) -> bool:
    """Tell ", with 97 percent of precincts counted" and ", on a turnout of 60 percent": no rank."""
    between = range(one.stop, other.edge)
    named = any(line.tokens.doc[at].pos_ == "PROPN" for at in between)
    return line.between(one.stop, one.stop + 2) in ([",", "with"], [",", "on"]) and not named


def _is_margin(line: Line, figure: Figure) -> bool:
    """Tell "he was 38 votes ahead of" from "with 38 votes ahead of"."""
    return line.word(line.before(figure)) not in ("with", "on", "at")


def _numbered(line: Line) -> Iterator[Tie]:
    """Read "Haddad came first with 14,220 votes, Zayani second with 8,310"."""
    if not words("lower_wins").isdisjoint(line.lower[line.start : line.stop]):
        return
    ranked: list[Figure] = []
    for figure in line.figures:
        place = line.between(figure.edge - _PLACE, figure.edge)
        known = [word for word in place if word in _PLACES]
        if "the" in line.between(figure.edge - _PLACE - 1, figure.edge):
            break  # "in three parts: the first is 80,000, the second 270,000"
        if known != [_PLACES[len(ranked)]] or (ranked and not figure.fits(ranked[0])):
            break
        ranked.append(figure)
        if len(ranked) == len(_PLACES):
            break
    if len(ranked) > 1:
        members = tuple(figure.member("item") for figure in ranked)
        yield Tie("order", members, line.span(ranked[0].first, ranked[0].stop))


def _extreme(line: Line) -> Iterator[Tie]:
    """Read "the most in Lund (88), then Ystad (61)": a superlative, its figure and its rivals."""
    for at in range(line.start, line.stop):
        way = superlative(line, at)
        top = next((f for f in line.figures if f.first > at), None) if way else None
        if way is None or top is None or top.edge - at > _NEAR or not _alone(line, at, top):
            continue
        rivals: list[Figure] = []
        for one, other in pairwise([top, *line.after(top)]):
            if not other.fits(top) or other.mention.change is not None:
                break
            if not _rivals(line, one, other):
                break
            rivals.append(other)
        if rivals:
            members = (top.member("top"), *(rival.member("rival") for rival in rivals))
            yield Tie("order", members, line.span(at, at + 1), way=way)


def superlative(line: Line, at: int) -> Way | None:
    """Return the end of the scale that a word names; "most of" and "most popular" name none."""
    word = line.lower[at]
    if word in words("least") and word != "least":
        return "down"
    if word not in words("most") and word != "least":
        return None
    if line.word(at - 1) in ("at", "one", "among", "second", "third", "-"):
        return None
    near = line.between(at - 4, at)
    if "among" in near or {"one", "of"} <= set(near):
        return None  # one of the largest need not be the largest
    bare = word in ("most", "least")
    if bare and (line.word(at + 1) == "of" or line.tokens.doc[at + 1 : at + 2].text == ""):
        return None
    if bare and line.tokens.doc[at + 1].pos_ in ("ADJ", "ADV", "VERB"):
        return None
    if bare and line.word(at - 1) != "the" and line.tokens.doc[at + 1].pos_ == "NOUN":
        return None  # "most voters" are only more than half of them
    return "down" if word == "least" else "up"


def _alone(line: Line, at: int, top: Figure) -> bool:
    between = line.between(at + 1, top.edge)
    return words("breaks").isdisjoint(between) and words("since").isdisjoint(between)


def _rivals(line: Line, one: Figure, other: Figure) -> bool:
    """Tell figures of one list: both in brackets behind a name, or joined by a word of rank."""
    between = line.between(one.stop, other.first)
    if len(between) > _NEAR or not words("since").isdisjoint(between):
        return False
    brackets = line.word(one.edge - 1) == "(" and line.word(other.edge - 1) == "("
    withs = line.word(one.edge - 1) == line.word(other.edge - 1) == "with"
    return brackets or withs or not words("next").isdisjoint(between)
