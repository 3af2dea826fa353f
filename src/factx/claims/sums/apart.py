"""Sizes that are of no levels told beside them: one of several steps, of another time, of another base."""

from __future__ import annotations

from factx.claims.sums.line import Figure, Line
from factx.claims.sums.stretch import slipped
from factx.claims.sums.words import words

_FAR = 6  # words of "when it had gone up"
_NEAR = 4
_OWNING = frozenset({"the", "its", "their", "his", "her"})
_SMALL = frozenset({"of", "in", "for"})
_STEPS = 2  # times that a step differs from the way since an older base
_EACH = 5  # words from "half a point" to "each"


def is_apart(line: Line, figure: Figure) -> bool:
    """Tell a size of another time, a step and the error of a survey."""
    return _is_then(line, figure) or _is_step(line, figure) or _is_error(line, figure)


def _is_then(line: Line, figure: Figure) -> bool:
    """Tell a size of another time: "half as fast as in 2023, when it had gone up 20%"."""
    near = line.between(max(line.start, figure.edge - _FAR), figure.edge)
    return "when" in near and "had" in near


def _is_step(line: Line, figure: Figure) -> bool:
    """Tell one of several steps: "three times by half a point each", "two cuts of a quarter"."""
    each = "each" in line.between(figure.stop, figure.stop + _EACH)
    before = line.between(max(line.start, figure.edge - _NEAR), figure.edge)
    steps = "times" in before or not words("steps").isdisjoint(before[:-1])
    return (each or steps) and line.word(figure.edge - 1) in ("by", "of")


def _is_error(line: Line, figure: Figure) -> bool:
    """Tell "with a margin of error of 4 points", which no levels lie apart by."""
    return not words("errors").isdisjoint(line.between(figure.edge - _FAR, figure.edge))


def has_own_base(line: Line, size: Figure, level: Figure) -> bool:
    """Tell "3% more than in March and 7% more than the 82,200 of June": the first is not of June."""
    if level not in line.figures or level.first < size.stop or not _compares(line, size):
        return False
    between = [figure for figure in line.after(size) if figure.first < level.first]
    parted = ";" in line.between(size.stop, level.first)
    than = "than" in line.between(size.stop, size.stop + _NEAR)
    return any(_compares(line, figure) for figure in between) or (parted and than)


def _compares(line: Line, figure: Figure) -> bool:
    """Tell "470 more" and "470 patients more" from "470 in June"."""
    more = words("up_than") | words("down_than")
    named = line.word(figure.stop + 1) in more and line.tokens.doc[figure.stop].pos_ == "NOUN"
    return line.word(figure.stop) in more or named


def is_times_another(line: Line, size: Figure, told: Line) -> bool:
    """Tell "three times its budget" and "the national figure" from what another sentence tells.

    The figure that is multiplied is named: that sentence should name it too.
    """
    if told is line or size.mention.kind != "ratio":
        return False
    start = size.stop + (line.word(size.stop) == "of")
    if line.word(start) not in _OWNING:
        return False
    named = named_from(line, start + 1, _FAR - 1)
    generic = words("retold_base") | words("retold")
    if not named or any(at in line.inside or at in line.timed for at in named):
        return False
    nouns = [at for at in named if line.lower[at] not in generic and line.lower[at] not in _SMALL]
    stems = line.stems(nouns[0], nouns[-1] + 1) if nouns else set()
    return bool(stems) and stems.isdisjoint(told.stems(told.start, told.stop))


def is_long_past(line: Line, at: int) -> bool:
    """Tell the words before a change that set it back: "before 2014 it had been almost halved"."""
    before = line.between(at - _NEAR, at)
    return ["had", "been"] in (before[i : i + 2] for i in range(len(before)))


def named_from(line: Line, start: int, most: int) -> range:
    """Return the places of what is named from one on, up to a pause."""
    closed = (at for at in range(start, line.stop) if line.lower[at] in words("closing"))
    return range(start, min(next(closed, line.stop), start + most))


def is_step_to(line: Line, amount: Figure, new: Figure, old: Figure) -> bool:
    """Tell a step beside an older base: "rose by two to 31, up from 12 on Friday".

    No slip makes two of 19: the step led to the level, and the base is that of a longer time.
    """
    if amount.mention.kind in ("percent", "ratio") or not amount.first < new.first < old.first:
        return False
    led = line.between(line.behind(amount), new.edge) == ["to"]
    if not led or "," not in line.between(new.stop, old.edge):
        return False
    near = range(old.stop, old.stop + _FAR)
    if not any(first in near for _, first, _ in (*line.moments, *line.durations)):
        return False  # the base of the step itself
    gap, size = abs(new.mention.number - old.mention.number), amount.mention.number
    if not gap or not size or slipped(gap, size):
        return False
    return gap >= _STEPS * size or gap * _STEPS <= size


def has_subject(line: Line, start: int, stop: int) -> bool:
    """Tell a clause of its own: "up from 27.9%, as its sales grew 5.3%"."""
    doc, between = line.tokens.doc, line.between(start, stop)
    if words("meanwhile").isdisjoint(between):
        return False
    return any(
        doc[at].dep_.startswith("nsubj") and doc[at].pos_ == "NOUN" for at in range(start, stop)
    )
