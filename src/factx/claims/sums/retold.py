"""Changes told apart from their levels: "In 2019 it was 40 … now it is 90. That is a rise of 60%"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from factx.claims.sums.change import is_old
from factx.claims.sums.kin import shares_unit
from factx.claims.sums.line import Figure, Line
from factx.claims.sums.passage import Passage, earlier
from factx.claims.sums.topic import goes_on
from factx.claims.sums.words import words
from factx.model import Tie, Way

_NEAR = 8
_WAYS: tuple[Way, ...] = ("up", "down")
_OPENING = 4  # words at the head of a sentence that takes up the one before


class _Amount(NamedTuple):
    figure: Figure | None
    way: Way | None
    cue: int


def find(passage: Passage) -> Iterator[Tie]:
    """Yield the change of a passage: one amount, two levels of one thing, one of them earlier.

    Nothing but the neighbourhood ties the three, so the tie is open, and there must be no other
    figure that might be meant. A change told twice, as a multiple and in percent, needs no levels.
    """
    line = passage.line
    if not words("sides").isdisjoint(line.lower[line.start : line.stop]):
        return
    amounts = [amount for f in line.figures if (amount := amount_of(line, f)) is not None]
    if len(amounts) == 2:
        yield from _twice(passage, *amounts)
    if len(amounts) > 1:
        return
    amount = amounts[0] if amounts else _unchanged(line)
    levels = _levels(passage, amount) if amount is not None else []
    if amount is None or not levels or not _linked(passage, amount, levels):
        return
    old = _former(line, amount, *levels)
    if old is None and amount.way == "flat":
        old = levels[0]  # which came first is no matter
    if old is None or _is_of_another(line, amount, old) or on_other_basis(line, amount.figure):
        return
    new = levels[0] if old is levels[1] else levels[1]
    members = [new.member("new"), old.member("old")]
    if amount.figure is not None:
        role = "multiple" if amount.figure.mention.kind == "ratio" else "amount"
        members.append(amount.figure.member(role))
    cue = line.span(amount.cue, amount.cue + 1)
    yield Tie("change", tuple(members), cue, amount.way, closed=False)


def on_other_basis(line: Line, amount: Figure | None) -> bool:
    """Tell "in real terms that is an increase of 2.1 per cent": of other levels than those printed."""
    if amount is None or amount.mention.kind != "percent":
        return False
    return not words("basis").isdisjoint(line.between(amount.first - _NEAR, amount.stop + _NEAR))


def _is_of_another(line: Line, amount: _Amount, old: Figure) -> bool:
    """Tell "4.6% more than a year earlier but short of the 530,000 made in April"."""
    if amount.figure is None:
        return False
    behind = line.between(amount.figure.stop, amount.figure.stop + _NEAR)
    if "than" not in behind or behind.index("than") == len(behind) - 1:
        return False
    than = amount.figure.stop + behind.index("than")
    dated = any(0 < first - than <= 2 for _, first, _ in line.moments)
    return dated and than < old.first and not _was(line, old)


def _twice(passage: Passage, one: _Amount, other: _Amount) -> Iterator[Tie]:
    """Read "has doubled in four years, an increase of 200 percent": one change in two ways."""
    line, cut = passage
    if one.figure is None or other.figure is None or one.figure.first > other.figure.first:
        return
    kinds = one.figure.mention.kind, other.figure.mention.kind
    ways = {one.figure.mention.change, other.figure.mention.change}
    if set(kinds) != {"ratio", "percent"} or len(ways) != 1 or None in ways:
        return
    between = line.between(one.figure.stop, other.figure.edge)
    start = line.between(cut, other.figure.edge)
    again = _ends_in_apposition(between) if cut >= other.figure.first else _is_it(start)
    gap = [f for f in line.figures if one.figure.stop <= f.first < other.figure.first]
    if again and not gap:
        members = (one.figure.member(role(one.figure)), other.figure.member(role(other.figure)))
        yield Tie("change", members, line.span(one.cue, one.cue + 1), one.way, closed=False)


def role(figure: Figure) -> str:
    """Return the part that an amount of change plays in a tie."""
    return "multiple" if figure.mention.kind == "ratio" else "amount"


def _ends_in_apposition(between: list[str]) -> bool:
    """Tell ", an increase of" and ", or a rise of"."""
    pauses = [at for at, word in enumerate(between) if word in (",", "-", "(", ":")]
    if not pauses:
        return False
    tail = between[pauses[-1] + 1 :]
    return len(tail) <= _OPENING and tail[:1] != ["and"] and not words("again").isdisjoint(tail)


def _is_it(start: list[str]) -> bool:
    """Tell a sentence that opens with "It is a" or "That is an increase of"."""
    head = [word for word in start if word not in ('"', "'")]
    return len(head) <= _NEAR and head[:1] != [] and head[0] in words("takes_up") | {"it"}


def _unchanged(line: Line) -> _Amount | None:
    """Read "has not changed", "remained the same": two levels should be one."""
    for at in range(line.start, line.stop):
        near = line.between(at, at + 4)
        if near[:1] in (["has"], ["have"], ["had"]) and near[1:3] == ["not", "changed"]:
            return _Amount(None, "flat", at + 2)
        if near[:1] in (["remained"], ["stayed"], ["stands"]) and near[1:3] == ["the", "same"]:
            return _Amount(None, "flat", at)
    return None


def amount_of(line: Line, figure: Figure) -> _Amount | None:
    """Read how much something changed: "up 12%", "270 fewer … than", "five times as many"."""
    mention = figure.mention
    if mention.kind in ("percent", "percentage_point", "ratio") and mention.change is not None:
        at = _cue(line, figure)
        return _Amount(figure, mention.change, figure.first if at is None else at)
    if mention.kind == "ratio" and mention.number > 1:
        return _Amount(figure, None, figure.first)
    if mention.kind == "percent" and line.word(figure.stop) in ("up", "down"):
        return _Amount(figure, "up" if line.word(figure.stop) == "up" else "down", figure.stop)
    at = figure.stop
    for way in _WAYS:
        if line.word(at) in words(f"{way}_than") and "than" in line.between(at, at + _NEAR):
            return _Amount(figure, way, at)
    ahead = line.between(figure.edge - 2, figure.edge)
    votes = line.word(figure.stop) in ("to", "-", "against", "versus", "of")
    if ahead and ahead[-1] == "of" and ahead[0] in words("distances") and not votes:
        return _Amount(figure, None, figure.edge - 2)
    return None


def _cue(line: Line, figure: Figure) -> int | None:
    near = range(max(line.start, figure.first - _NEAR), min(line.stop, figure.stop + 4))
    known = words("up") | words("down") | words("up_than") | words("down_than")
    found = [at for at in near if line.lower[at] in known]
    return min(found, key=lambda at: abs(at - figure.first), default=None)


def _levels(passage: Passage, amount: _Amount) -> list[Figure]:
    """Return the two levels of the change; none where there are fewer, more, or other pairs."""
    percents = [f for f in passage.levels if f.mention.kind == "percent"]
    plain = [f for f in passage.levels if f.mention.kind != "percent" and not f.describes]
    changed = amount.figure
    if changed is not None and changed.mention.kind == "percentage_point":
        return percents if len(percents) == 2 else []
    groups: list[list[Figure]] = []
    for figure in plain:
        if figure is not changed:
            home = next((group for group in groups if shares_unit(group[0], figure)), None)
            groups.append([figure]) if home is None else home.append(figure)
    pairs = [group for group in groups if len(group) > 1]
    if not pairs and len(percents) == 2:
        return percents
    return pairs[0] if len(pairs) == 1 and len(pairs[0]) == 2 else []


def _linked(passage: Passage, amount: _Amount, levels: list[Figure]) -> bool:
    """Tell whether the amount is that of the levels: in their sentence, or taking it up."""
    line, cut = passage
    at = amount.cue if amount.figure is None else amount.figure.first
    inside = [at < cut, *(level.first < cut for level in levels)]
    one, other = sorted(levels, key=lambda level: level.first)
    score = line.between(one.stop, other.first) == ["-"]
    if score and line.lower[amount.cue] not in words("of_votes"):
        return False
    near = [level for level in levels if line.tokens.same_sentence(level.first, at)]
    for level in near:
        if not words("breaks").isdisjoint(line.between(*sorted((at, level.first)))):
            return False
    if cut == line.stop:
        return not _told_here(line, amount, levels)
    if all(inside) or not any(inside):
        return False
    if not inside[0]:
        return _takes_up(line, cut, amount) or _names(line, cut, amount, levels)
    dated = earlier(line, *levels) is not None
    return not any(inside[1:]) and dated and _is_of_time(line, amount) and _goes_on(passage, one)


def _goes_on(passage: Passage, level: Figure) -> bool:
    """Tell whether the second sentence speaks of what the first one does."""
    line, cut = passage
    if "there" in line.between(cut, level.edge):
        return True  # "there were 1,870 households on the register"
    said = [figure for figure in line.figures if figure.first < cut]
    told = [figure for figure in line.figures if figure.first >= cut]
    return goes_on(
        Line(line.tokens, line.start, cut, said, line.dates),
        Line(line.tokens, cut, line.stop, told, line.dates),
        level,
    )


def _told_here(line: Line, amount: _Amount, levels: list[Figure]) -> bool:
    """Tell a change that the grammar of one sentence reads by itself."""
    if amount.figure is None or amount.figure.mention.kind == "count":
        return False
    return any(is_old(line, level) for level in levels)


def _takes_up(line: Line, cut: int, amount: _Amount) -> bool:
    """Tell a sentence that speaks of the levels before it: "That is an increase of", "so … by"."""
    head = line.between(cut, cut + _OPENING)
    if not words("takes_up").isdisjoint(head):
        return True
    return not words("takes_up").isdisjoint(line.between(amount.cue - _NEAR, amount.cue))


def _names(line: Line, cut: int, amount: _Amount, levels: list[Figure]) -> bool:
    """Tell "214 complaints … 107 in 2023. 'Complaints have tripled'": the noun again, and no more."""
    if amount.figure is None or amount.figure.mention.kind != "ratio":
        return False
    if line.word(amount.figure.stop).isalpha():
        return False  # "have tripled since 2010" is of other levels
    head = [word for word in line.between(cut, amount.figure.first) if word not in words("opens")]
    nouns = {level.mention.noun.text.lower() for level in levels if level.mention.noun is not None}
    return len(head) == 2 and head[0] in nouns and head[1] in ("have", "has", "had")


def _is_of_time(line: Line, amount: _Amount) -> bool:
    """Tell a change whose sentence says since when, and leaves the levels to the next."""
    stop = amount.cue if amount.figure is None else amount.figure.stop
    behind = line.between(stop, stop + 2 * _NEAR)
    return not words("since_when").isdisjoint(behind)


def _former(line: Line, amount: _Amount, one: Figure, other: Figure) -> Figure | None:
    """Return the level before; for a distance, the smaller one."""
    marked = [
        figure
        for figure in (one, other)
        if is_old(line, figure) or _was(line, figure) or _follows_than(line, amount, figure)
    ]
    if len(marked) == 1:
        return marked[0]
    if line.lower[amount.cue] in words("distances"):
        return min((one, other), key=lambda figure: figure.mention.number)
    return earlier(line, one, other)


def _follows_than(line: Line, amount: _Amount, figure: Figure) -> bool:
    """Tell "3.1 million more than the 8.3 million of last year"."""
    than = line.before(figure)
    return line.word(than) == "than" and amount.cue < than <= amount.cue + 3


def _was(line: Line, figure: Figure) -> bool:
    """Tell "where there were 1,905" and "when it had been 40"."""
    ahead = line.between(figure.edge - 4, figure.edge)
    return not {"where", "when"}.isdisjoint(ahead) and not {"were", "was", "had"}.isdisjoint(ahead)
