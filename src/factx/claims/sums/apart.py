"""Levels some sentences behind their change: "30 per cent fewer break-ins … 1,275, against 1,502"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from factx.claims.sums import moment
from factx.claims.sums.cue import way_of
from factx.claims.sums.kin import shares_unit
from factx.claims.sums.line import Figure, Line
from factx.claims.sums.retold import amount_of, on_other_basis, role
from factx.claims.sums.than import is_real
from factx.claims.sums.topic import goes_on, is_counted
from factx.claims.sums.topic import words as about
from factx.claims.sums.words import words
from factx.model import Tie, Way
from factx.nlp.tokens import Tokens

_SENTENCES = 3  # the change, and two more in which its levels may stand
_KINDS = ("count", "number", "money", "measure", "percent")


class Change(NamedTuple):
    """A change without levels: how much, which way, and the word of it."""

    line: Line
    figure: Figure | None
    way: Way | None
    at: int


class Levels(NamedTuple):
    """A level and the one before it."""

    new: Figure
    old: Figure


def find(tokens: Tokens, lines: Sequence[Line], ties: Sequence[Tie]) -> Iterator[Tie]:
    """Yield each change with the two levels that follow it in its paragraph.

    Only neighbourhood ties them, so the tie is open. Where a second change or another figure of
    their kind stands between, or the levels are of another topic or time, there is none.
    """
    tied = {
        member.mention
        for tie in ties
        if {"new", "old"} <= {member.role for member in tie.members}
        for member in tie.members
    }
    pairs = pairs_of(ties)
    for sentences in paragraphs(tokens, lines):
        for index, line in enumerate(sentences):
            change = _change(line)
            if change is None or (change.figure and change.figure.mention.id in tied):
                continue
            stretch = sentences[index : index + _SENTENCES]
            levels = (
                _pair(change, stretch, pairs) or _one_here(change, stretch) or _two(change, stretch)
            )
            if levels is not None:
                yield _tie(change, levels)


def _tie(change: Change, levels: Levels) -> Tie:
    members = [levels.new.member("new"), levels.old.member("old")]
    if change.figure is not None:
        members.append(change.figure.member(role(change.figure)))
    cue = change.line.span(change.at, change.at + 1)
    return Tie("change", tuple(members), cue, change.way, closed=False)


def paragraphs(tokens: Tokens, lines: Sequence[Line]) -> Iterator[list[Line]]:
    """Yield the sentences of each paragraph that has a figure, also those without one."""
    known = {line.start: line for line in lines}
    blocks = {tokens.block[line.start] for line in lines}
    dates = lines[0].dates if lines else []
    for block, group in groupby(range(len(tokens)), key=tokens.block.__getitem__):
        if block not in blocks:
            continue
        sentences = []
        for _, inside in groupby(group, key=tokens.sent.__getitem__):
            places = list(inside)
            line = known.get(places[0]) or Line(tokens, places[0], places[-1] + 1, [], dates)
            sentences.append(line)
        yield sentences


def pairs_of(ties: Sequence[Tie]) -> dict[str, Tie]:
    """Return the ties of two levels without an amount, by the former one."""
    changes = (tie for tie in ties if tie.kind == "change" and len(tie.members) == 2)
    return {
        tie.members[1].mention: tie
        for tie in changes
        if [member.role for member in tie.members] == ["new", "old"]
    }


def _change(line: Line) -> Change | None:
    """Return the one change of a sentence; none where there are two, or it only may come about."""
    if not is_real(line, line.start) or not words("sides").isdisjoint(
        line.between(line.start, line.stop)
    ):
        return None
    amounts = [amount for figure in line.figures if (amount := _amount(line, figure)) is not None]
    if len(amounts) == 1:
        figure = amounts[0].figure
        counted = figure is not None and figure.mention.kind == "count" and not _is_points(figure)
        if on_other_basis(line, figure):
            return None
        by = figure is not None and line.word(line.before(figure)) == "by"
        return None if counted and not by else amounts[0]
    return None if amounts or levels_of(line) else _worded(line)


def _amount(line: Line, figure: Figure) -> Change | None:
    """Read how much something changed; "by 75 basis points" needs no known verb before it."""
    found = amount_of(line, figure)
    if found is not None:
        return Change(line, *found)
    known = _is_points(figure) or figure.mention.change is not None
    by = line.word(line.before(figure)) == "by" and known
    return Change(line, figure, figure.mention.change, figure.first) if by else None


def has_amount(line: Line) -> bool:
    """Tell whether a sentence says how much something changed."""
    return any(_amount(line, figure) is not None for figure in line.figures)


def _worded(line: Line) -> Change | None:
    """Read "inflation eased", "rates were virtually unchanged": the first verb of a sentence."""
    doc = line.tokens.doc
    verbs = (at for at in range(line.start, line.stop) if doc[at].pos_ in ("VERB", "AUX"))
    at = next(verbs, line.stop)
    while at < line.stop and way_of(line.lower[at]) is None and _leads(line, at):
        at += 1
    way = way_of(line.word(at))
    if line.word(at) in about("changes") and line.word(at - 1) in about("hardly"):
        way = "flat"
    named = at < line.stop and doc[at].pos_ != "NOUN"
    stretch = line.between(line.start, line.stop)
    if way is None or not named or not words("inverse").isdisjoint(stretch):
        return None
    return Change(line, None, way, at)


def _leads(line: Line, at: int) -> bool:
    """Tell a word that may stand before the one of change: "have remained broadly", "went"."""
    return line.tokens.doc[at].pos_ in ("AUX", "ADV") or line.lower[at] in about("stays")


def levels_of(line: Line) -> list[Figure]:
    """Return the figures of a sentence that may be levels."""
    plain = (f for f in line.figures if f.mention.change is None and f.mention.kind in _KINDS)
    return [figure for figure in plain if not figure.describes]


def _fit(change: Change, level: Figure) -> bool:
    """Tell levels that a change may be of: points are of percentages, percent of other figures."""
    share = level.mention.kind == "percent"
    if change.figure is None or change.figure.mention.kind == "ratio":
        return True
    if change.figure.mention.kind != "percent" and not _is_points(change.figure):
        return shares_unit(change.figure, level)
    return share == _is_points(change.figure)


def _is_points(figure: Figure) -> bool:
    unit = (figure.mention.unit or "").rpartition(" ")[2]
    return figure.mention.kind == "percentage_point" or unit == "point"


def _pair(change: Change, stretch: Sequence[Line], pairs: dict[str, Tie]) -> Levels | None:
    """Return the one pair of levels in the sentences behind a change, with no other before it."""
    for line in stretch[1:]:
        if has_amount(line):
            return None
        if any(_fit(change, level) for level in levels_of(line)):
            return one_pair(change, line, pairs)
    return None


def one_pair(change: Change, line: Line, pairs: dict[str, Tie]) -> Levels | None:
    """Return the two levels of a sentence that are those of a change told before it."""
    levels = levels_of(line)
    found = _pairs(line, levels, pairs)
    if len(found) != 1:
        return None
    new, old, way = found[0]
    others = [f for f in levels if f not in (new, old) and shares_unit(new, f)]
    if others or not _fit(change, old) or way not in (None, change.way):
        return None
    timed = moment.agree(change.line, change.figure, line, old)
    return Levels(new, old) if timed and goes_on(change.line, line, new) else None


def _pairs(
    line: Line, levels: Sequence[Figure], pairs: dict[str, Tie]
) -> list[tuple[Figure, Figure, Way | None]]:
    """Return the pairs of levels of a sentence: "12 against 15", and "12, after 15 in April"."""
    known = {figure.mention.id: figure for figure in levels}
    found = []
    for index, old in enumerate(levels):
        tie = pairs.get(old.mention.id)
        if tie is not None and tie.members[0].mention in known:
            rated = tie.cue is not None and moment.is_rated(line, line.tokens.at(tie.cue.start))
            new = known[tie.members[0].mention]
            found.append((new, old, None if rated else tie.way))
        elif tie is None and index and moment.follows(line, levels[index - 1], old):
            found.append((levels[index - 1], old, None))
    return found


def _one_here(change: Change, stretch: Sequence[Line]) -> Levels | None:
    """Return the level beside a change and the former one behind it."""
    line = change.line
    here = [level for level in levels_of(line) if _fit(change, level)]
    if change.figure is None or len(here) != 1:
        return None
    new = here[0]
    first, last = sorted((new, change.figure), key=lambda figure: figure.first)
    if not words("breaks").isdisjoint(line.between(first.stop, last.first)):
        return None
    for told in stretch[1:]:
        if has_amount(told):
            return None
        alike = [level for level in levels_of(told) if shares_unit(new, level)]
        if not alike:
            continue
        former = moment.is_former(line, told, alike[0])
        timed = moment.agree(line, change.figure, told, alike[0])
        if len(alike) > 1 or not former or not timed:
            return None
        same = moment.is_same(told, alike[0]) or is_counted(told, alike[0])
        return Levels(new, alike[0]) if same or goes_on(line, told, alike[0]) else None
    return None


def _two(change: Change, stretch: Sequence[Line]) -> Levels | None:
    """Return the two levels behind a change that has none: one of them is said to be the former."""
    if any(_fit(change, level) for level in levels_of(change.line)):
        return None
    told = [
        (line, level) for line in stretch[1:] for level in levels_of(line) if _fit(change, level)
    ]
    alike = [(line, level) for line, level in told if shares_unit(told[0][1], level)]
    if len(alike) != 2 or any(has_amount(line) for line, _ in alike):
        return None
    former = moment.former(change.line, *alike)
    if former is None:
        return None
    (line, new), (place, old) = alike[1 - former], alike[former]
    if not moment.agree(change.line, change.figure, place, old):
        return None
    again = line is place or moment.is_bare(old) or goes_on(change.line, place, old)
    return Levels(new, old) if again and goes_on(change.line, line, new) else None
