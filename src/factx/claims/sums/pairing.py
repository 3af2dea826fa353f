"""Which two levels belong to a change: of one unit, an earlier and a later one, of what it speaks of."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from factx.claims.sums import moment, reach
from factx.claims.sums.apart import is_long_past, is_step_to, is_times_another
from factx.claims.sums.change import is_each, is_near, is_old
from factx.claims.sums.kin import alike, is_standard, shares_unit
from factx.claims.sums.lengths import is_length
from factx.claims.sums.line import Figure, Line
from factx.claims.sums.restated import is_of_another
from factx.claims.sums.statement import Statement, is_points, levels_of, may_multiply
from factx.claims.sums.topic import Bond, bond, topics
from factx.claims.sums.words import says, words

_ALL = 100  # percent
_CLOSE = 4  # words from "three times" to "as long"
_MOST = 12  # levels in one place: more are a table
_SLACK = Decimal("0.25")  # of what is stated, by which a size may be off and still be that


class Level(NamedTuple):
    """A figure that may be a level, and its sentence."""

    line: Line
    figure: Figure


def fitting(said: Statement, line: Line) -> list[Level]:
    """Return the levels of a sentence that a change may be of: points are of percentages."""
    return [
        Level(line, level)
        for level in levels_of(line)
        if _fits(said, level) and not is_standard(line, level, said.figure)
    ]


def _fits(said: Statement, level: Figure) -> bool:
    share = level.mention.kind == "percent"
    if share and said.takes_up:
        return True
    if said.figure is None or said.figure.mention.kind == "ratio":
        return said.figure is None or may_multiply(said.line, said.figure, level)
    if is_points(said.figure) and _is_bare(level):
        return True
    if said.figure.mention.kind != "percent" and not is_points(said.figure):
        counted = said.figure.mention.kind == level.mention.kind == "count"
        bare = said.definite or said.figure.mention.noun is None
        return (counted and bare) or alike(level, said.figure) or shares_unit(said.figure, level)
    return share == is_points(said.figure)


def _is_bare(level: Figure) -> bool:
    return level.mention.unit is None and level.mention.number <= _ALL


def only(pools: Sequence[tuple[list[Level], list[Level]]]) -> tuple[Level, Level] | None:
    """Return the one pair of levels of one unit; none where there are more, or a third of them."""
    found = []
    for one, other in pools:
        joined = one if one is other else [*one, *other]
        if len(joined) > _MOST:
            return None
        groups: list[list[Level]] = []
        for level in joined:
            homes = [group for group in groups if _alike(group[0].figure, level.figure)]
            if len(homes) > 1:
                return None  # a bare figure may be of either
            home = homes[0] if homes else None
            groups.append([level]) if home is None else home.append(level)
        found += [group for group in groups if len(group) > 1]
    if len(found) != 1 or len(found[0]) > 2:
        return None
    first, second = found[0]
    return first, second


def _alike(one: Figure, other: Figure) -> bool:
    """Tell levels of one unit, which one may leave out: "to 61 per cent from 55"."""
    share, bare = sorted(
        (one.mention, other.mention), key=lambda mention: mention.kind != "percent"
    )
    counted = bare.kind in ("count", "number") and bare.unit is None and bare.number <= _ALL
    return shares_unit(one, other) or (share.kind == "percent" and counted)


def ordered(said: Statement, one: Level, other: Level) -> tuple[Figure, Figure] | None:
    """Return the later level and the earlier one, if the text tells them and nothing speaks against."""
    back = moment.former(said.line, one, other)
    own = next((level for level in (one, other) if level.line is said.line), None)
    behind = own is not None and said.figure is not None and own.figure.first > said.figure.first
    if behind and said.takes_up and not said.definite and one.line is not other.line:
        back = int(other is own)  # "That makes 480 more than when the last flight found"
    if own is not None and _compares(said, own.figure):
        back = int(own is one)
    based = [_is_base(said, level) for level in (one, other)]
    if based[0] != based[1]:
        back = int(based[1])
    if back is None and said.way == "flat":
        back = 0  # which came first is no matter
    loose = words("distances") | words("apart_in_time")
    if back is None and said.way is None and said.line.lower[said.at] in loose:
        back = int(other.figure.mention.number < one.figure.mention.number)
    if back is None:
        return None
    old, new = ((one, other), (other, one))[back]
    reached = said.figure is None and old.line.word(old.line.before(old.figure)) == "to"
    if reached and old.line is said.line:
        return None  # growth "slowed to 0.2% in 2009", and exceeded 6% the year after
    if _is_negative(*new) != _is_negative(*old) or _are_former(one, other):
        return None
    apart_by_unit = is_elided(*old, new.figure) or is_elided(*new, old.figure)
    if new.line is not old.line and apart_by_unit:
        return None
    lasting = [is_length(level.figure.mention) for level in (new, old)]
    if any(lasting) and not _is_of_length(said, new, old, alike=all(lasting)):
        return None
    if new.line is not said.line and is_long_past(said.line, said.at):
        return None  # "before 2014 it had been almost halved", and what is so now
    size, line = said.figure, said.line
    if size is not None and is_times_another(line, size, old.line):
        return None
    together = new.line is old.line is line
    if together and size is not None and is_step_to(line, size, new.figure, old.figure):
        return None
    if is_each(*new) != is_each(*old) and not is_near(new.figure, old.figure):
        return None
    apart = all(level.line is not said.line for level in (one, other))
    told = apart and (said.takes_up or said.apposed)
    timed = told or reach.agree(said.line, said.figure, *old)
    timed = timed and not (apart and not reach.is_of_time(said.line, *new))
    if not timed or _is_off_twice(said, new.figure, old.figure):
        return None
    return new.figure, old.figure


def _is_base(said: Statement, level: Level) -> bool:
    """Tell the level that a change is counted from: "up $19 million from this year's $393 million"."""
    line, at = level.line, level.figure.edge - 1
    if line is not said.line or line.word(at) not in ("'s", "'"):
        return False
    first = next((first for _, first, stop in line.moments if stop == at), at)
    first -= line.word(first - 1) == "the"
    return line.word(first - 1) in ("from", "over", "above", "on")


def _compares(said: Statement, level: Figure) -> bool:
    """Tell "last May it was 4.25, half a point higher": a comparative is of the level beside it."""
    line, size = said.line, said.figure
    if size is None:
        return False
    told = line.between(size.stop, size.stop + _CLOSE)
    many = told[:1] == ["as"] and not {"as", "than"} & {*told[1:]}
    more = line.tokens.doc[said.at].tag_ in ("JJR", "RBR") and "than" not in told
    return line.between(level.stop, size.edge) == [","] and (many or more)


def _are_former(one: Level, other: Level) -> bool:
    """Tell "up from 385 in 2023 and 376 in 2022": neither is the level of now."""
    first, second = sorted((one, other), key=lambda level: level.figure.first)
    between = first.line.between(first.figure.stop, second.figure.edge)
    joined = one.line is other.line and between[-1:] == ["and"]
    return joined and is_old(*first) and first.line.word(first.line.before(first.figure)) == "from"


def is_elided(line: Line, bare: Figure, full: Figure) -> bool:
    """Tell a bare former level of what stands before it from money and measures."""
    if bare.mention.unit is not None or full.mention.kind not in ("money", "measure"):
        return False
    before = next(line.ahead(bare), None)
    own = before is not None and before.mention.unit not in (None, full.mention.unit)
    return own and is_old(line, bare)


def _is_negative(line: Line, level: Figure) -> bool:
    """Tell a loss of so much, which is no lower profit of so much."""
    near = line.between(level.edge - 3, level.edge)
    return not words("negative").isdisjoint(near)


def is_linked(said: Statement, *here: Level) -> bool:
    """Tell levels in the sentence of a change that no turn of it parts from the change."""
    place = said.at if said.figure is None else said.figure.first
    for level in here:
        between = said.line.between(place, level.figure.first)
        if said.way == "flat" and ":" in between and words("there_were").isdisjoint(between):
            return False  # "the seat count is unchanged: greens 3, 25 in all"
        if _is_parted(said.line, *sorted((place, level.figure.first))):
            return False
        worded = said.figure is None and said.way != "flat"
        if worded and said.line.word(said.line.before(level.figure)) not in ("to", "at"):
            return False
    return True


def _is_parted(line: Line, start: int, stop: int) -> bool:
    """Tell a turn between two figures; "whereas it cost 187,000 then" is none, nor "…; so"."""
    turns = [
        at
        for at in range(start, stop)
        if line.lower[at] in words("breaks") and line.word(at + 1) not in words("there_were")
    ]
    return bool(turns) and not says(line.between(turns[-1], stop), "concluding")


def resumes(said: Statement, one: Level, other: Level) -> bool:
    """Tell "That is an increase of" and, of levels put side by side, "the gain of 46"."""
    if not said.definite:
        return True
    paired = moment.former(said.line, one, other) is not None
    return paired and not is_of_another(said, one.line)


def is_named_again(said: Statement, behind: Sequence[Line]) -> bool:
    """Tell "'Complaints have tripled,' he said" behind their levels: the noun again, and no more."""
    if said.figure is None or not behind or said.line.word(said.figure.stop).isalpha():
        return False  # "have tripled since 2010" is of other levels
    named = topics(said.line, said.line.start, said.figure.first)
    return bool(named) and named <= topics(behind[-1], behind[-1].start, behind[-1].stop)


def is_of(said: Statement, own: Level, apart: Level) -> bool:
    """Tell a level in the next sentence of that which a change and its own level are of."""
    line, figure = apart
    if line.start < said.line.start:
        return said.takes_up or bond(line, *own) is Bond.FIRM
    return moment.is_same(line, figure) or bond(said.line, line, figure) is Bond.FIRM


def are_of(said: Statement, one: Level, other: Level) -> bool:
    """Tell two levels behind a change of that which it is of."""
    first = bond(said.line, *one)
    if one.line is other.line:
        loose = said.figure is not None and any(is_old(*level) for level in (one, other))
        return first is Bond.FIRM or (first is Bond.LOOSE and loose)
    bare = other.figure.mention.noun is None
    second = bond(said.line, *other)
    if bare and first is Bond.LOOSE:
        return second is Bond.FIRM
    return first is Bond.FIRM and (bare or second is Bond.FIRM)


def _is_off_twice(said: Statement, new: Figure, old: Figure) -> bool:
    """Tell levels that go the other way and by another size: they are of something else."""
    one, two = new.mention.number, old.mention.number
    if said.figure is None or said.way not in ("up", "down") or two <= 0 or one < 0:
        return False
    if (one > two) == (said.way == "up") and one != two:
        return False
    return not _is_of_size(said, new, old)


def _is_of_length(said: Statement, new: Level, old: Level, *, alike: bool) -> bool:
    """Tell lengths of time that a change is of: not "in a decade. It had been 3,368".

    Nor those of another sentence: "Traffic shrank by 6%. A ship waits 1.8 days, down from 3.1".
    """
    if new.line is not old.line and not alike:
        return False
    return new.line is said.line or bond(said.line, *new) is Bond.FIRM


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
