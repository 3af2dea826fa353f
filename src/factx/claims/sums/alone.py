"""A change and the only two levels of its passage that it can be of, where no words tie them.

What proves that they belong together is the arithmetic: no two figures around come to what is
stated, and these would if a digit, the base or the way were another.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

from factx.claims.sums import moment
from factx.claims.sums.kin import shares_unit
from factx.claims.sums.lengths import timed
from factx.claims.sums.levels import tied
from factx.claims.sums.line import Figure, Line
from factx.claims.sums.pairing import Level, fitting
from factx.claims.sums.passage import paragraphs
from factx.claims.sums.restated import is_of_another
from factx.claims.sums.sizes import fits, slipped, way_between
from factx.claims.sums.statement import Statement, is_real, on_other_basis, statements
from factx.claims.sums.words import words
from factx.model import Tie
from factx.nlp.tokens import Tokens

_SIDE = 2  # sentences before and behind a change
_CLOSE = 2  # words from a level to its change
_MOST = 10  # levels of a passage: more are a table
_FULL = 20  # figures of a sentence: more are one, too


class _Sentence(NamedTuple):
    """A sentence with the changes that it states."""

    line: Line
    statements: Sequence[Statement]

    @property
    def block(self) -> int:
        """Return the number of its paragraph."""
        return self.line.tokens.block[self.line.start]


class _Pair(NamedTuple):
    """The level after and the level before; ``told`` if the text says which is which."""

    new: Level
    old: Level
    told: bool


class _Known(NamedTuple):
    """The ids of figures that ties know: sizes, parts of something, and the two levels of a change."""

    stated: set[str]
    apart: set[str]
    ends: set[tuple[str, str]]


def find(tokens: Tokens, lines: Sequence[Line], ties: Sequence[Tie]) -> Iterator[Tie]:
    """Yield each change with the two levels that nearly come to it, if none come to it."""
    known = _known(ties)
    sentences = [timed(line) for group in paragraphs(tokens, lines, every=True) for line in group]
    sentences = [
        line
        for line in sentences
        if tokens.kind(line.start) == "paragraph" and len(line.figures) <= _FULL
    ]
    told = [_Sentence(line, list(statements(line))) for line in sentences]
    for index, sentence in enumerate(told):
        near = told[max(0, index - _SIDE) : index + _SIDE + 1]
        near = [other for other in near if abs(other.block - sentence.block) <= 1]
        for said in sentence.statements:
            pair = _pair(said, near, known) if _is_open(said, known) else None
            if pair is not None:
                yield tied("change", said, pair.new.figure, pair.old.figure)


def _known(ties: Sequence[Tie]) -> _Known:
    """Sort the figures of an article by what ties say of them."""
    ends: set[tuple[str, str]] = set()
    for tie in ties:
        parts = {member.role: member.mention for member in tie.members}
        if tie.kind == "change" and tie.way is not None and parts.keys() == {"new", "old"}:
            ends.add((parts["new"], parts["old"]))
    amounts = {m.mention for t in ties for m in t.members if m.role in ("amount", "multiple")}
    apart = {m.mention for t in ties if t.kind in ("parts", "share") for m in t.members}
    return _Known(amounts, apart, ends)


def _is_open(said: Statement, known: _Known) -> bool:
    """Tell a change that came about, of levels that nothing else ties to it."""
    line, figure = said.line, said.figure
    if figure is None or figure.mention.id in known.stated | known.apart:
        return False
    return is_real(line, line.start, figure.stop) and not on_other_basis(line, figure)


def _pair(said: Statement, near: Sequence[_Sentence], known: _Known) -> _Pair | None:
    """Return the only pair of levels that a change can be of, if it is not of another."""
    pairs = list(_pairs(said, near))
    ways = [way for one, other in pairs for way in _orders(said, one, other)]
    if any(_holds(said, way) for way in ways):
        return None
    side_by_side = [way for way in ways if _is_tied(way, known)]
    nearest = min((_distance(said, *pair) for pair in pairs), default=0)
    first = [pair for pair in pairs if _distance(said, *pair) == nearest]
    if not side_by_side and len(first) != 1:
        return None
    for way in side_by_side if len(side_by_side) == 1 else _orders(said, *first[0]):
        if _is_of(said, way, known) and _may_be_of(said, way, known):
            return way
    return None


def _pairs(said: Statement, near: Sequence[_Sentence]) -> Iterator[tuple[Level, Level]]:
    """Yield each two levels of a passage that may be those of a change; a table has none."""
    changes = {change.figure for sentence in near for change in sentence.statements}
    levels = [
        level
        for sentence in near
        for level in fitting(said, sentence.line)
        if level.figure not in changes and _is_told(level)
    ]
    for one, other in combinations(levels if len(levels) <= _MOST else (), 2):
        apart = _is_broken(one.figure, other.figure) or _is_of_others(said, one, other)
        if shares_unit(one.figure, other.figure) and not apart:
            yield one, other


def _is_of_others(said: Statement, one: Level, other: Level) -> bool:
    """Tell an "11-point lead" from two bare numbers, and from one beside three titles."""
    amount = said.figure.mention if said.figure is not None else None
    if amount is None or amount.kind != "count":
        return False
    levels = [level.figure.mention.unit for level in (one, other)]
    units = {unit.rpartition(" ")[2] for unit in (amount.unit, *levels) if unit is not None}
    return len(units) > 1 or (amount.unit is not None and levels == [None, None])


def _is_told(level: Level) -> bool:
    """Tell what there was from a mark: "below six euros nobody would bother"."""
    marks = words("above") | words("below")
    told = level.line.word(level.line.before(level.figure)) not in marks
    return told and level.figure.mention.qualifier in ("exact", "approx")


def _is_broken(one: Figure, other: Figure) -> bool:
    """Tell a bare "9.20" beside "two summers", of which there are no hundredths."""
    kinds = {one.mention.kind, other.mention.kind}
    numbers = (one.mention.number, other.mention.number)
    return kinds == {"count", "number"} and any(n != n.to_integral_value() for n in numbers)


def _distance(said: Statement, one: Level, other: Level) -> int:
    """Return in how many sentences from a change its levels stand."""
    sent = said.line.tokens.sent
    return max(abs(sent[level.line.start] - sent[said.line.start]) for level in (one, other))


def _orders(said: Statement, one: Level, other: Level) -> Iterator[_Pair]:
    """Yield two levels as the one after and the one before: both ways if the text does not tell."""
    back = moment.former(said.line, one, other)
    if back != 0:
        yield _Pair(one, other, back == 1)
    if back != 1:
        yield _Pair(other, one, back == 0)


def _is_tied(pair: _Pair, known: _Known) -> bool:
    """Tell levels that words put side by side."""
    return (pair.new.figure.mention.id, pair.old.figure.mention.id) in known.ends


def _holds(said: Statement, pair: _Pair) -> bool:
    figures = pair.new.figure, pair.old.figure
    return fits(said, *figures) and said.way in (None, way_between(*figures))


def _is_of(said: Statement, pair: _Pair, known: _Known) -> bool:
    """Tell levels of a change from parts of something, and from those of another thing."""
    levels = (pair.new, pair.old)
    ids = {level.figure.mention.id for level in levels}
    if _is_tied(pair, known) and pair.new.line is not said.line and not said.takes_up:
        return False  # rice rose from 45 to 90: a change of its own
    own = _level_ahead(said)
    if own is not None and own is not pair.new.figure and not _is_tied(pair, known):
        return False
    return ids.isdisjoint(known.apart) and not any(is_of_another(said, lv.line) for lv in levels)


def _level_ahead(said: Statement) -> Figure | None:
    """Return the level that a change stands right behind: "2.2 million, 400,000 more"."""
    line, figure = said.line, said.figure
    level = next(line.ahead(figure), None) if figure is not None else None
    if figure is None or level is None or figure.edge - line.behind(level) > _CLOSE:
        return None
    return level if "," in line.between(level.stop, figure.edge) else None


def _may_be_of(said: Statement, pair: _Pair, known: _Known) -> bool:
    """Tell levels that go the other way by as much as is stated, or that one slip parts from it.

    A multiple says too little: it is only of levels that words put side by side.
    """
    new, old = pair.new.figure, pair.old.figure
    word = said.line.lower[said.at]
    if said.way not in (None, way_between(new, old)):
        clear = any(word in words(name) for way in ("up", "down") for name in (way, f"{way}_than"))
        return pair.told and clear and fits(said, new, old)
    multiple = said.figure is not None and said.figure.mention.kind == "ratio"
    return slipped(said, new, old) and (not multiple or _is_tied(pair, known))
