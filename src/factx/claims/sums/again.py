"""A change spoken of again: "has grown from 212 to 285. The gain of 46", "the 60 per cent decline"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from factx.claims.sums.apart import paragraphs
from factx.claims.sums.cue import way_of
from factx.claims.sums.kin import shares_unit
from factx.claims.sums.line import Figure, Line
from factx.claims.sums.retold import role
from factx.claims.sums.topic import shares_topic, words
from factx.model import Tie, Way
from factx.nlp.tokens import Tokens

_NEAR = 4
_SIZES = 3


class _Again(NamedTuple):
    """A definite change with how much it was: "the gain of 46"."""

    line: Line
    figure: Figure
    way: Way
    noun: int


def find(tokens: Tokens, lines: Sequence[Line], ties: Sequence[Tie]) -> Iterator[Tie]:
    """Yield each definite change with the levels, or the multiple, of the sentence before it.

    "The gain", or "It was a gain", says that the change was just told; there must be one such change.
    """
    levels: dict[str, Tie] = {t.members[0].mention: t for t in ties if _has_levels(t)}
    for sentences in paragraphs(tokens, lines):
        for index, line in enumerate(sentences[1:], 1):
            again = _again(line)
            before = sentences[index - 1]
            if again is None:
                continue
            if not before.figures and index > 1:
                before = sentences[index - 2]
            if _is_of_another(again, before):
                continue
            found = [tie for f in before.figures if (tie := levels.get(f.mention.id)) is not None]
            if len(found) == 1:
                yield from _of_levels(again, before, found[0])
            elif not found:
                yield from _of_multiple(again, before)


def _has_levels(tie: Tie) -> bool:
    return tie.kind == "change" and [member.role for member in tie.members[:2]] == ["new", "old"]


def _again(line: Line) -> _Again | None:
    """Return the one definite change of a sentence that says how much it was."""
    found = []
    for figure in line.figures:
        noun = figure.edge - 2 if line.word(figure.edge - 1) == "of" else figure.stop
        if noun < figure.first:
            start = noun
        else:
            while line.word(noun) in words("sizes"):
                noun += 1
            start = figure.edge
        way: Way | None = "up" if line.word(noun) in words("gains") else None
        way = "down" if line.word(noun) in words("losses") else way
        while start > line.start and line.word(start - 1) in words("sizes"):
            start -= 1
        definite = line.word(start - 1) in ("the", "this", "that") or _sums_up(line, start)
        if way is not None and definite:
            found.append(_Again(line, figure, way, noun))
    return found[0] if len(found) == 1 else None


def _sums_up(line: Line, start: int) -> bool:
    """Tell "It was a decline of 2.1 points", of what was just told."""
    said = line.between(line.start, start)
    return said[:1] in (["it"], ["that"], ["this"], ["which"]) and said[2:] in (["a"], ["an"])


def _is_of_another(again: _Again, before: Line) -> bool:
    """Tell "the 60 per cent decline in imports" behind a sentence on exports."""
    line = again.line
    at = max(again.noun + 1, again.figure.stop)
    if line.word(at) not in ("in", "of", "for", "among"):
        return False
    stop = next((i for i in range(at, line.stop) if line.lower[i] in (",", ";", ".")), line.stop)
    dated = any(first <= at + 2 < stop for _, first, stop in line.moments)
    return not dated and not shares_topic(before, line, at, min(stop, at + _NEAR + 1))


def _of_levels(again: _Again, before: Line, tie: Tie) -> Iterator[Tie]:
    by_id = {figure.mention.id: figure for figure in before.figures}
    new, old = (by_id.get(member.mention) for member in tie.members[:2])
    kinds = {by_id[m.mention].mention.kind for m in tie.members[2:] if m.mention in by_id}
    kind = again.figure.mention.kind
    if new is None or old is None or kind in kinds or tie.way not in (again.way, None):
        return
    share = new.mention.kind == "percent"
    fits = kind in ("percentage_point", "percent") if share else kind in ("percent", "ratio")
    if fits or (not share and shares_unit(new, again.figure)):
        members = (*tie.members[:2], again.figure.member(role(again.figure)))
        yield Tie("change", members, again.line.span(again.noun, again.noun + 1), again.way)


def _of_multiple(again: _Again, before: Line) -> Iterator[Tie]:
    """Read "have dropped to a fifth of their level. The 60 per cent decline": in two ways."""
    ratios = [f for f in before.figures if f.mention.kind == "ratio"]
    others = [f for f in before.figures if f.mention.kind in ("percent", "percentage_point")]
    if len(ratios) != 1 or others or again.figure.mention.kind != "percent":
        return
    ratio = ratios[0]
    way: Way | None = ratio.mention.change
    if way is None and before.word(before.before(ratio)) == "to":
        at = before.before(ratio)
        near = (way_of(before.word(i)) for i in range(at - 1, at - _NEAR, -1))
        way = next((way for way in near if way is not None), None)
    if way == again.way and (ratio.mention.number < 1) == (way == "down"):
        members = (ratio.member("multiple"), again.figure.member("amount"))
        yield Tie("change", members, before.span(ratio.first, ratio.stop), way)
