"""A stated size, and the figures around that it may be of: the readings among which the model chooses."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, permutations
from typing import NamedTuple

from factx.claims.sums.apart import is_apart
from factx.claims.sums.change import is_of_next
from factx.claims.sums.kin import is_kin
from factx.claims.sums.lengths import timed
from factx.claims.sums.line import Figure, Line
from factx.claims.sums.operands.pairs import is_itemized
from factx.claims.sums.operands.term import (
    Term,
    is_addend,
    is_led,
    is_margin,
    is_paired,
)
from factx.claims.sums.operands.together import adds_up, is_misadded
from factx.claims.sums.operands.vetoes import is_no_change, is_no_rate, is_no_share, is_no_total
from factx.claims.sums.statement import (
    Statement,
    is_points,
    levels_of,
    may_multiply,
    parts_of,
    statements,
)
from factx.claims.sums.words import says, words
from factx.model import Claim, TieKind, Way

_SENTENCES = 6  # from a size to what it is of
_BLOCKS = 2  # paragraphs likewise
_MOST = 16  # levels around a size that are tried, the nearest
_PARTS = 6  # of one total
_LISTED = 9  # levels around a total that may be parts of it though others stand between them
_ALL = 100  # percent
_DIGITS = 2  # of a size that two figures do not come to by chance
_CLAUSES = 200  # words before a figure; no sentence of news is so long
_BASED = 9  # words of "above the long-term average of"
_EACH = 4  # words from "28" to "a day"
_BALANCED = 5  # levels around a size whose differences it may be, the nearest
_COUNTS = frozenset({"count", "number"})
_RELATIVE = ("percent", "ratio")
_MEANT = ("exact", "approx")


class Kind(NamedTuple):
    """A kind of reading: its tie, the roles of its first and its last figure and of the size."""

    name: str
    tie: TieKind
    first: str
    last: str
    size: str


CHANGE = Kind("change", "change", "new", "old", "amount")
SHARE = Kind("share", "share", "part", "whole", "share")
TOTAL = Kind("total", "parts", "part", "part", "sum")
RATE = Kind("rate", "rate", "total", "count", "rate")
# What one figure is more than another, where no word says that anything changed: a deficit, a lead.
BALANCE = Kind("balance", "change", "new", "old", "amount")


class Option(NamedTuple):
    """One reading of a size: of which figures."""

    kind: Kind
    terms: tuple[Term, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Question:
    """A size, the change that it states if it does, the levels around and its readings.

    ``rivals`` counts the other changes that its sentence states.
    """

    size: Term
    said: Statement | None
    near: Sequence[Term]
    options: Sequence[Option]
    rivals: int

    @property
    def way(self) -> Way | None:
        """Return which way the size says that something went."""
        return way_of(self.size.figure, self.said)

    def suits(self, option: Option) -> bool:
        """Tell a reading by which a change goes the way that its size says."""
        new, old = (option.terms[at].figure.mention.number for at in (0, -1))
        return option.kind is not CHANGE or self.way in (None, "up" if new > old else "down")


def way_of(size: Figure, said: Statement | None) -> Way | None:
    """Return which way a size says that something went."""
    way = said.way if said is not None else None
    return way if way in ("up", "down") else size.mention.change


def questions(lines: Sequence[Line], claims: Sequence[Claim]) -> Iterator[Question]:
    """Yield the sizes of an article that may be of figures around them."""
    made = {claim.mention: claim for claim in claims}
    lines = [timed(line) for line in lines]
    days = {date.id: date.first for date in (lines[0].dates if lines else ())}
    terms: list[Term] = []
    for line in lines:
        for figure in line.figures:
            claim = made.get(figure.mention.id)
            period = claim.period if claim is not None else None
            day = days.get(period.id) if period is not None and period.explicit else None
            terms.append(Term(line, figure, len(terms), claim, day))
    changes = {said.figure: said for line in lines for said in statements(line)}
    levels = {figure for line in lines for figure in levels_of(line)} - changes.keys()
    levels = {f for f in levels if f.mention.qualifier in _MEANT}
    operands = {f for line in lines for f in line.figures if _is_seats(f)}
    operands |= {f for line in lines for f in parts_of(line) if f.mention.qualifier in _MEANT}
    operands -= changes.keys()
    stated = Counter(term.sentence for term in terms if term.figure in changes)
    for size in terms:
        said = changes.get(size.figure)
        if not _is_moved(size.figure, said) and not _is_sum(size.figure, levels):
            continue
        near = [
            term
            for term in terms[max(0, size.index - 2 * _MOST) : size.index + 2 * _MOST]
            if term is not size and term.figure in operands and _is_near(term, size)
        ]
        nearest = sorted(near, key=lambda term: abs(term.index - size.index))[:_MOST]
        near = sorted(nearest, key=lambda term: term.index)
        if options := list(readings(size, near, said)):
            rivals = stated[size.sentence] - (said is not None)
            yield Question(size, said, near, options, rivals)


def readings(size: Term, near: Sequence[Term], said: Statement | None) -> Iterator[Option]:
    """Yield what a size may be of the figures near it."""
    if (
        is_margin(size, near)
        or is_led(size, "from")
        or is_paired(size)
        or is_apart(size.line, size.figure)
    ):
        return
    if _is_moved(size.figure, said):
        yield from _pairs(size, near, said)
        return
    if not is_addend(size):
        runs = list(_runs(size, near))
        listed = {option.terms for option in runs}
        runs += [option for option in _scattered(size, near) if option.terms not in listed]
        yield from (option for option in runs if not is_no_total(size, option.terms))
    yield from _rates(size, near)
    former = size.line.word(size.line.before(size.figure)) == "than"
    if not former and "average" not in size.line.between(
        size.figure.first - _EACH, size.figure.first
    ):
        yield from _balances(size, near)


def _is_moved(figure: Figure, said: Statement | None) -> bool:
    """Tell a change, or what is one or a share."""
    return said is not None or figure.mention.change is not None or _is_relative(figure)


def _is_near(term: Term, size: Term) -> bool:
    apart = abs(term.sentence - size.sentence)
    return apart <= _SENTENCES and abs(term.block - size.block) <= _BLOCKS


def _is_relative(figure: Figure) -> bool:
    return figure.mention.kind in _RELATIVE or is_points(figure)


def _is_seats(figure: Figure) -> bool:
    """Tell how large a thing is that something else fills: "a 60,000-seat stadium"."""
    mention = figure.mention
    meant = mention.change is None and mention.qualifier in _MEANT
    return figure.describes and meant and mention.kind in ("count", "measure")


def _is_sum(figure: Figure, levels: set[Figure]) -> bool:
    """Tell a level that may be a total or a rate, and would hardly be one by chance."""
    digits = figure.mention.number.normalize().as_tuple().digits
    return figure in levels and figure.mention.kind != "percent" and len(digits) >= _DIGITS


def _pairs(size: Term, near: Sequence[Term], said: Statement | None) -> Iterator[Option]:
    """Yield each two levels that a size may be of."""
    here = [term for term in near if term.sentence == size.sentence]
    apart = {t for t in here if is_of_next(size.line, t.figure.stop, size.figure.first)}
    for first, second in permutations(near, 2):
        fits = is_kin(first.figure, second.figure) and not {first, second} <= apart
        fits = fits and not is_itemized(size, first, second)
        if fits and may_multiply(size.line, size.figure, first.figure):
            for kind in _kinds(size, first.figure, said):
                ruled_out = (
                    is_no_share(size, first, second)
                    if kind is SHARE
                    else is_no_change(size, said, way_of(size.figure, said), first, second)
                )
                if not ruled_out:
                    yield Option(kind, (first, second))


def _kinds(term: Term, level: Figure, said: Statement | None) -> Iterator[Kind]:
    """Yield what a size may be of levels of a kind."""
    size, line = term.figure, term.line
    # "account for 38 percent of the cases", "a margin of 14 percent"
    of = "of" in (line.word(size.stop), *line.between(size.first - 2, size.first))
    share = level.mention.kind == "percent"
    if is_points(size):
        counts = level.mention.kind in _COUNTS and level.mention.number <= _ALL
        moved = said is not None or size.mention.change is not None
        if share or (counts and moved):
            yield CHANGE
    elif _is_relative(size):
        if size.mention.kind == "percent" and share:
            return  # whether percent or points are meant, no words tell
        part = size.mention.kind == "percent" or size.mention.number < 1
        if said is not None or (size.mention.kind == "percent" and not of) or not part:
            yield CHANGE
        if part and size.mention.change is None and not share:
            yield SHARE
    elif is_kin(size, level):
        yield CHANGE


def _runs(size: Term, near: Sequence[Term]) -> Iterator[Option]:
    """Yield each run of figures, before a size or behind it, that it may be the total of."""
    kin = [t for t in near if is_kin(t.figure, size.figure)]
    before = [t for t in reversed(kin) if t.index < size.index]
    behind = [t for t in kin if t.index > size.index]
    for side in (before, behind):
        for skip in (0, 1):
            for stop in range(skip + 2, min(skip + _PARTS, len(side)) + 1):
                parts = side[skip:stop]
                yield Option(TOTAL, tuple(sorted(parts, key=lambda term: term.index)))


def _scattered(size: Term, near: Sequence[Term]) -> Iterator[Option]:
    """Yield figures around a size, at most one left out between them, that nearly add up to it."""
    total = size.figure.mention
    kin = [t for t in near if is_kin(t.figure, size.figure) and t.figure.mention.number > 0]
    kin = [t for t in kin if t.figure.mention.number < total.number]
    kin = sorted(kin, key=lambda term: abs(term.index - size.index))[:_LISTED]
    kin = sorted(kin, key=lambda term: term.index)
    for start, stop in combinations(range(len(kin) + 1), 2):
        run = kin[start:stop]
        for left_out in range(len(run) - 1):  # none, or one that is neither the first nor the last
            parts = tuple(run[:left_out] + run[left_out + 1 :] if left_out else run)
            if 2 <= len(parts) <= _PARTS:
                figures = [term.figure.mention for term in parts]
                if adds_up(total, figures) or is_misadded(total, figures):
                    yield Option(TOTAL, parts)


def _balances(size: Term, near: Sequence[Term]) -> Iterator[Option]:
    """Yield each two figures that a size may be the difference of, the larger one first."""
    kin = [term for term in near if is_kin(term.figure, size.figure)]
    kin = sorted(kin, key=lambda term: abs(term.index - size.index))[:_BALANCED]
    for pair in combinations(kin, 2):
        less, more = sorted(pair, key=lambda term: term.figure.mention.number)
        yield Option(BALANCE, (more, less))


def _rates(size: Term, near: Sequence[Term]) -> Iterator[Option]:
    """Yield each amount and number of which a size may be what there is for one."""
    line, figure = size.line, size.figure
    unit, _, each = (figure.mention.unit or "").partition("/")
    ahead = line.between(max(line.start, figure.edge - _CLAUSES), figure.edge)
    averaged = says(ahead, "averaging") and not ({"above", "below", "from"} & {*ahead[-_BASED:]})
    behind = line.between(figure.stop, figure.stop + _EACH)
    if behind[:1] in (["a"], ["an"], ["per"]) and behind[1:2] and behind[1] in words("times_of"):
        return  # "or £5.75 million a day" is of no number of boats
    if not each and not averaged and words("for_each").isdisjoint(behind):
        return
    if "per" in behind and figure.stop + behind.index("per") + 1 in line.inside:
        return  # "4.5 per 100,000 people"
    for total, count in permutations(near, 2):
        amount = total.figure.mention
        same = amount.kind == figure.mention.kind and (amount.unit or "") == unit
        fits = ({amount.kind, figure.mention.kind} <= _COUNTS or same) and _is_number(count.figure)
        if fits and not is_no_rate(size, total, count):
            yield Option(RATE, (total, count))


def _is_number(figure: Figure) -> bool:
    return figure.mention.kind in ("count", "measure")
