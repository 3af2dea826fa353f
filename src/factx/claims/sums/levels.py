"""A change and its two levels, wherever in the paragraph they stand and whatever words name them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from factx.claims.sums import moment
from factx.claims.sums.change import is_each, is_near, is_old
from factx.claims.sums.kin import alike, counts, shares_unit
from factx.claims.sums.line import Figure, Line
from factx.claims.sums.passage import paragraphs
from factx.claims.sums.restated import is_of_another
from factx.claims.sums.statement import (
    Statement,
    is_points,
    is_real,
    levels_of,
    on_other_basis,
    role,
    statements,
    unchanged,
    worded,
)
from factx.claims.sums.titles import find as directions
from factx.claims.sums.topic import Bond, bond, is_counted, topics
from factx.claims.sums.words import words
from factx.model import Tie, TieKind
from factx.nlp.tokens import Tokens

_NEAR = 6
_AHEAD = 2  # sentences behind a change in which its levels may stand
_SLACK = Decimal("0.25")  # of what is stated, by which a size may be off and still be that


class Level(NamedTuple):
    """A figure that may be a level, and its sentence."""

    line: Line
    figure: Figure


def find(tokens: Tokens, lines: Sequence[Line], ties: Sequence[Tie]) -> Iterator[Tie]:
    """Yield each change of a paragraph with its two levels, if only one pair may be meant.

    Only neighbourhood ties them, so the tie is open. Where a second change or another figure of
    their kind stands between, or the levels are of another topic or time, there is none.
    """
    paired = [tie for tie in ties if {"new", "old"} <= {member.role for member in tie.members}]
    amounts = {member.mention for tie in paired for member in tie.members[2:]}
    parted = {m.mention for tie in ties if tie.kind in ("parts", "share") for m in tie.members}
    ends = {member.mention for tie in paired if tie.way or tie.degree for member in tie.members}
    for sentences in paragraphs(tokens, lines):
        for index, line in enumerate(sentences):
            said = statement(line)
            if said is None or (said.figure is not None and said.figure.mention.id in amounts):
                continue
            if said.figure is None and any(f.mention.id in ends for f in line.figures):
                continue
            pair = levels(said, _behind(sentences, index), _ahead(sentences[index + 1 :]))
            if pair is not None and parted.isdisjoint(level.mention.id for level in pair):
                yield _tie("change", said, *pair)
    yield from _headed(tokens, lines, parted)


def statement(line: Line) -> Statement | None:
    """Return the one change of a sentence; none where there are two, or it only may come about."""
    stretch = line.between(line.start, line.stop)
    if (flat := unchanged(line)) is not None and not statements(line):
        return flat
    found = statements(line)
    if not is_real(line, line.start) or len(found) > 1:
        return None
    figure = found[0].figure if found else None
    if figure is None:
        return worded(line) if words("sides").isdisjoint(stretch) else None
    near = line.between(figure.first - _NEAR // 2, figure.stop + _NEAR)
    apart = on_other_basis(line, figure) or not words("sides").isdisjoint(near)
    return None if apart else found[0]


def _tie(kind: TieKind, said: Statement, new: Figure, old: Figure) -> Tie:
    members = [new.member("new"), old.member("old")]
    if said.figure is not None:
        members.append(said.figure.member(role(said.figure)))
    cue = said.line.span(said.at, said.at + 1)
    return Tie(kind, tuple(members), cue, said.way, closed=False)


def _ahead(sentences: Sequence[Line]) -> list[Line]:
    """Return the sentences behind a change, up to the next one."""
    found = []
    for line in sentences[:_AHEAD]:
        if statements(line):
            break
        found.append(line)
    return found


def _behind(sentences: Sequence[Line], index: int) -> list[Line]:
    """Return the sentence before a change, or the one before that if it has no figure."""
    before = [line for line in sentences[max(0, index - 2) : index] if line.figures]
    return before[-1:] if before and not statements(before[-1]) else []


def levels(
    said: Statement, behind: Sequence[Line], ahead: Sequence[Line]
) -> tuple[Figure, Figure] | None:
    """Return the level after and the level before a change."""
    if said.line.lower[said.at] in words("of_votes"):
        return _majority(said, [*behind, said.line, *ahead])
    here = [level for level in _levels(said, said.line) if level.figure is not said.figure]
    if (pair := _only([(here, here)])) is not None:
        return _judged(said, *pair) if _is_linked(said, *pair) else None
    before = [_levels(said, line) for line in behind]
    told = [_levels(said, line) for line in ahead]
    if not here:
        return _elsewhere(said, behind, before, told)
    near = [level for level in here if _is_linked(said, level)]
    first = next((pool for pool in told if _only([(near, pool)]) or len(pool) > 1), None)
    pools = [pool for pool in (first, *before) if near and pool is not None]
    if said.takes_up:
        pools.reverse()
    return next((found for pool in pools if (found := _beside(said, near, pool))), None)


def _elsewhere(
    said: Statement, behind: Sequence[Line], before: list[list[Level]], told: list[list[Level]]
) -> tuple[Figure, Figure] | None:
    """Return the two levels of a change in whose sentence there is none."""
    pair = _only([(pool, pool) for pool in before])
    if said.takes_up or said.apposed:
        return _judged(said, *pair) if pair is not None and _resumes(said, *pair) else None
    if not any(told) and _is_named_again(said, behind):
        return _judged(said, *pair) if pair is not None else None
    first = next((pool for pool in told if pool), [])
    both = [level for pool in told for level in pool]
    pair = _only([(both, both)])
    beside = _only([(first, first)])
    if beside is not None:
        alone = sum(shares_unit(beside[0].figure, level.figure) for level in both) == len(beside)
        pair = beside if alone or any(is_old(*level) for level in beside) else pair
    return _judged(said, *pair) if pair is not None and _are_of(said, *pair) else None


def _majority(said: Statement, sentences: Sequence[Line]) -> tuple[Figure, Figure] | None:
    """Return the votes of the winner and of the next: the two largest counts that are told together."""
    for line in sentences:
        votes = [f for f in levels_of(line) if counts(f) and f is not said.figure]
        named = [f for f in votes if f.mention.unit in words("ballots")]
        if len(votes) > 1 and named and all(_is_ballot(f) for f in votes):
            first, second = sorted(votes, key=lambda f: f.mention.number, reverse=True)[:2]
            return first, second
    return None


def _is_ballot(figure: Figure) -> bool:
    """Tell votes, and who cast them, or a bare number beside them."""
    return figure.mention.unit is None or figure.mention.unit in words("ballots") | words("people")


def _beside(
    said: Statement, near: list[Level], others: list[Level]
) -> tuple[Figure, Figure] | None:
    """Return the level in the sentence of a change and the one in another sentence."""
    pair = _only([(near, others)])
    if pair is None:
        return None
    own, apart = pair if pair[0].line is said.line else (pair[1], pair[0])
    if own.line is apart.line or not _is_of(said, own, apart):
        return None
    return _judged(said, own, apart)


def _levels(said: Statement, line: Line) -> list[Level]:
    """Return the levels of a sentence that a change may be of: points are of percentages."""
    return [Level(line, level) for level in levels_of(line) if _fits(said, level)]


def _fits(said: Statement, level: Figure) -> bool:
    share = level.mention.kind == "percent"
    if share and said.takes_up:
        return True
    if said.figure is None or said.figure.mention.kind == "ratio":
        return True
    if said.figure.mention.kind != "percent" and not is_points(said.figure):
        counted = said.figure.mention.kind == level.mention.kind == "count"
        bare = said.definite or said.figure.mention.noun is None
        return (counted and bare) or alike(level, said.figure) or shares_unit(said.figure, level)
    return share == is_points(said.figure)


def _only(pools: Sequence[tuple[list[Level], list[Level]]]) -> tuple[Level, Level] | None:
    """Return the one pair of levels of one unit; none where there are more, or a third of them."""
    found = []
    for one, other in pools:
        joined = one if one is other else [*one, *other]
        groups: list[list[Level]] = []
        for level in joined:
            home = next((g for g in groups if shares_unit(g[0].figure, level.figure)), None)
            groups.append([level]) if home is None else home.append(level)
        found += [group for group in groups if len(group) > 1]
    if len(found) != 1 or len(found[0]) > 2:
        return None
    first, second = found[0]
    return first, second


def _judged(said: Statement, one: Level, other: Level) -> tuple[Figure, Figure] | None:
    """Return the later level and the earlier one, if the text tells them and nothing speaks against."""
    back = moment.former(said.line, one, other)
    if said.takes_up and not said.definite and one.line is not other.line:
        back = int(other.line is said.line)  # "That makes 480 more than when the last flight found"
    if back is None and said.way == "flat":
        back = 0  # which came first is no matter
    if back is None and said.line.lower[said.at] in words("distances"):
        back = int(other.figure.mention.number < one.figure.mention.number)
    if back is None:
        return None
    old, new = ((one, other), (other, one))[back]
    if _is_negative(*new) != _is_negative(*old):
        return None
    if is_each(*new) != is_each(*old) and not is_near(new.figure, old.figure):
        return None
    apart = all(level.line is not said.line for level in (one, other))
    told = apart and (said.takes_up or said.apposed)
    timed = told or moment.agree(said.line, said.figure, *old)
    timed = timed and not (apart and not moment.is_of_time(said.line, *new))
    if not timed or _is_score(said, one, other) or _is_off_twice(said, new.figure, old.figure):
        return None
    return new.figure, old.figure


def _is_negative(line: Line, level: Figure) -> bool:
    """Tell a loss of so much, which is no lower profit of so much."""
    near = line.between(level.edge - 3, level.edge)
    return not words("negative").isdisjoint(near)


def _is_score(said: Statement, one: Level, other: Level) -> bool:
    """Tell "282-4, a lead of 213 runs" from a vote of 35-12."""
    joint = one.line.between(one.figure.stop, other.figure.first)
    return joint == ["-"] and said.line.lower[said.at] not in words("of_votes")


def _is_linked(said: Statement, *here: Level) -> bool:
    """Tell levels in the sentence of a change that no turn of it parts from the change."""
    place = said.at if said.figure is None else said.figure.first
    for level in here:
        if _is_parted(said.line, *sorted((place, level.figure.first))):
            return False
        worded = said.figure is None and said.way != "flat"
        if worded and said.line.word(said.line.before(level.figure)) not in ("to", "at"):
            return False
    return True


def _is_parted(line: Line, start: int, stop: int) -> bool:
    """Tell a turn between two figures; "whereas it cost 187,000 then" is none."""
    return any(
        line.lower[at] in words("breaks") and line.word(at + 1) not in words("there_were")
        for at in range(start, stop)
    )


def _resumes(said: Statement, one: Level, other: Level) -> bool:
    """Tell "That is an increase of" and, of levels put side by side, "the gain of 46"."""
    if not said.definite:
        return True
    paired = moment.former(said.line, one, other) is not None
    return paired and not is_of_another(said, one.line)


def _is_named_again(said: Statement, behind: Sequence[Line]) -> bool:
    """Tell "'Complaints have tripled,' he said" behind their levels: the noun again, and no more."""
    if said.figure is None or not behind or said.line.word(said.figure.stop).isalpha():
        return False  # "have tripled since 2010" is of other levels
    named = topics(said.line, said.line.start, said.figure.first)
    return bool(named) and named <= topics(behind[-1], behind[-1].start, behind[-1].stop)


def _is_of(said: Statement, own: Level, apart: Level) -> bool:
    """Tell a level in the next sentence of that which a change and its own level are of."""
    line, figure = apart
    if line.start < said.line.start:
        return said.takes_up or bond(line, *own) is Bond.FIRM
    known = moment.is_same(line, figure) or is_counted(line, figure)
    return known or bond(said.line, line, figure) is Bond.FIRM


def _are_of(said: Statement, one: Level, other: Level) -> bool:
    """Tell two levels behind a change of that which it is of."""
    first = bond(said.line, *one)
    if one.line is other.line:
        loose = said.figure is not None and any(is_old(*level) for level in (one, other))
        return first is Bond.FIRM or (first is Bond.LOOSE and loose)
    if first > Bond.NONE < bond(said.line, *other) and _is_of_size(said, one.figure, other.figure):
        return True
    bare = other.figure.mention.noun is None
    return first is Bond.FIRM and (bare or bond(said.line, *other) is Bond.FIRM)


def _is_off_twice(said: Statement, new: Figure, old: Figure) -> bool:
    """Tell levels that go the other way and by another size: they are of something else."""
    one, two = new.mention.number, old.mention.number
    if said.figure is None or said.way not in ("up", "down") or two <= 0 or one < 0:
        return False
    if (one > two) == (said.way == "up") and one != two:
        return False
    return not _is_of_size(said, new, old)


def _is_of_size(said: Statement, new: Figure, old: Figure) -> bool:
    """Tell levels that lie apart by about as much as is stated, whichever way."""
    one, two = new.mention.number, old.mention.number
    if said.figure is None or two <= 0 or one < 0:
        return False
    stated = said.figure.mention.number
    if said.figure.mention.kind == "percent":
        size = abs(one - two) / two * 100
    elif said.figure.mention.kind == "ratio":
        size = max(one, two) / max(min(one, two), Decimal(1))
        stated = stated if stated >= 1 else 1 / stated if stated else Decimal(1)
    else:
        size = abs(one - two)
    return abs(size - stated) <= _SLACK * stated


def _headed(tokens: Tokens, lines: Sequence[Line], parted: set[str]) -> Iterator[Tie]:
    """Yield the change of the headline with the two levels at the head of the first paragraph."""
    said = _title(tokens, lines)
    body = next((i for i, b in enumerate(tokens.article.blocks) if b.kind == "paragraph"), None)
    if said is None or body is None:
        return
    for sentences in paragraphs(tokens, lines):
        if tokens.block[sentences[0].start] == body:
            pair = levels(said, [], _ahead(sentences))
            if pair is not None and parted.isdisjoint(level.mention.id for level in pair):
                yield _tie("headline", said, *pair)


def _title(tokens: Tokens, lines: Sequence[Line]) -> Statement | None:
    """Return the one change of a headline: a multiple, or a verb that says which way."""
    title = tokens.article.title
    if title is None:
        return None
    start, stop = tokens.at(title.start), tokens.at(title.end - 1) + 1
    figures = [figure for line in lines if start <= line.start < stop for figure in line.figures]
    line = Line(tokens, start, stop, figures, lines[0].dates if lines else [])
    said = statement(line)
    tie = next(directions(tokens), None)
    if said is None and tie is not None and tie.cue is not None and not figures:
        said = Statement(line, None, tie.way, tokens.at(tie.cue.start))
    return said if said is not None and said.way is not None else None
