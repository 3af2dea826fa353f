"""A figure that a size may be of, in its sentence; and which two of them it cannot be of by their words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date as Day
from functools import cached_property

from factx.claims.sums.apart import has_own_base
from factx.claims.sums.change import is_each, is_near, is_old
from factx.claims.sums.cue import way_of
from factx.claims.sums.kin import is_link, is_reckoned, is_standard, is_unshared
from factx.claims.sums.line import Figure, Line
from factx.claims.sums.statement import Statement
from factx.claims.sums.words import words
from factx.model import Claim

_RECKONED = 5  # words of "more than it had estimated"
_RANKED = 4  # words from "the sharpest" to "rise"
_WHOM = ("them", "whom", "these", "which")
_OF_WHAT = ("it", "them", "which", "whom")
_BASE = 10  # words of what something is set above
_FINITE = frozenset({"VBD", "VBZ", "VBP", "VBN", "MD"})
_BEING = frozenset({"be", "do"})
_SHARES = ("percent", "ratio")
_SUPERLATIVES = frozenset({"JJS", "RBS"})


@dataclass(frozen=True, eq=False)
class Term:
    """A figure in its sentence, the ``index``-th of its article, with what it was found to claim.

    ``day`` is the first one of its period, if its own sentence tells that.
    """

    line: Line
    figure: Figure
    index: int
    claim: Claim | None
    day: Day | None

    @cached_property
    def sentence(self) -> int:
        """Return the number of its sentence."""
        return self.line.tokens.sent[self.figure.first]

    @cached_property
    def block(self) -> int:
        """Return the number of its paragraph."""
        return self.line.tokens.block[self.figure.first]


def is_itemized(size: Term, one: Term, other: Term) -> bool:
    """Tell levels of two items, each with a signed change of its own: "Ferries: 9, +4%; Trams: 7, +2%"."""
    if not size.figure.mention.is_signed:
        return False
    first, second = sorted((one.figure, other.figure), key=lambda figure: figure.first)
    between = size.line.tokens.lower[first.stop : second.first]
    return not {";", ":"}.isdisjoint(between)


def is_part_and_whole(one: Term, other: Term) -> bool:
    """Tell "three of the four regions" and "by 44 votes to 18", which are no levels of anything."""
    first, second = sorted((one, other), key=lambda term: term.index)
    between = first.line.between(first.figure.stop, second.figure.edge)
    voted = between == ["to"] and first.line.word(first.line.before(first.figure)) == "by"
    return voted or is_link(between)


def is_no_base(size: Term, level: Term) -> bool:
    """Tell a record held against, a conversion, and "when it was 8" beside "double the 4 of 2019"."""
    if is_standard(level.line, level.figure, size.figure):
        return True
    if level.claim is not None and level.claim.converts is not None:
        return True
    line, at = level.line, level.figure.edge
    own = line.inside.get(at - 2) if line.word(at - 1) == "the" else None
    if own is not None and own.mention.kind == "ratio" and own is not size.figure:
        return True  # "three times the 500 of 2020" is of this multiple only
    share = line.inside.get(level.figure.stop + 1)
    if share is not None and share is not size.figure and share.mention.kind in _SHARES:
        apposed = line.word(level.figure.stop) == "," and line.word(share.stop) == "of"
        if apposed and size.sentence != level.sentence:
            return True  # "will pay 20 million, half of the cost"
    if line.word(level.figure.stop) == "of" and line.word(level.figure.stop + 1) in _WHOM:
        return True  # "the loss of 38 jobs, 26 of them part-time"
    aside = size.sentence == level.sentence and at < size.figure.first
    peaked = aside and not words("extremes").isdisjoint(line.between(at - _RECKONED, at))
    # so in a sentence: "57% below its peak of 4,279, but twice the 920 of 2020"
    peaked = peaked and "from" not in line.between(at - _RECKONED - 1, at)
    return aside and (peaked or "when" in line.between(at - _RANKED, at))


def is_of_unlike_units(one: Term, other: Term) -> bool:
    """Tell 2.7 billion dollars from 5.60 dollars a share."""
    each = [is_each(term.line, term.figure) for term in (one, other)]
    return each[0] != each[1] and not is_near(one.figure, other.figure)


def is_of_named_base(size: Term, one: Term, other: Term) -> bool:
    """Tell "35% above the market price" and "20% more than it wanted" from levels told before.

    What is named may have been told there: "The target was 400." stands before "9% above the target".
    """
    line, stop = size.line, size.figure.stop
    apart = line.word(stop) in words("held_against")
    than = line.between(stop, stop + _RANKED)
    before = [term.line for term in (one, other) if term.sentence != size.sentence]
    if not before or not (apart or "than" in than):
        return False
    start = stop + 1 + (0 if apart else than.index("than"))
    closed = (at for at in range(start, line.stop) if line.lower[at] in words("closing"))
    end = min(next(closed, line.stop), start + _BASE)
    base = range(start, end)
    doc, told = line.tokens.doc, line.between(start, end)
    if any(at in line.inside or at in line.timed for at in base) or {*told} & words("retold_base"):
        return False
    if any(doc[at].tag_ in _FINITE and doc[at].lemma_ not in _BEING for at in base):
        return True
    nouns = line.stems(start, end)
    told_of = (each.stems(each.start, each.stop) for each in before)
    return bool(nouns) and all(map(nouns.isdisjoint, told_of))


def is_sold_on(one: Term, other: Term) -> bool:
    """Tell the sales of "lost 11 million on sales of 64 million", which no loss is the change of."""
    for term in (one, other):
        line, at = term.line, term.line.before(term.figure)
        on = line.word(at) == "on" or line.between(at - 2, at + 1) == ["on", "sales", "of"]
        if on and term.figure.mention.kind in ("money", "count", "number"):
            return True
    return False


def has_own_change(size: Term, level: Term) -> bool:
    """Tell levels with a change each: "61%, 4 points up, but only 48% in the cities, 2 points down"."""
    line, stop = level.line, level.figure.stop
    rival = next(line.after(level.figure), None)
    if rival is None or rival is size.figure or size.figure is level.figure:
        return False
    near = rival.first - stop <= _RANKED and "," in line.between(stop, rival.first)
    moved = rival.mention.change is not None or way_of(line.word(line.behind(rival))) is not None
    ends = line.word(line.behind(rival)) in ("up", "down") or moved
    return near and ends and rival.mention.kind == size.figure.mention.kind


def is_of_own_part(size: Term, part: Term, whole: Term) -> bool:
    """Tell ", a tenth of it" behind a figure, which is of that figure, and "two-thirds of it", of no count."""
    line, stop = size.line, size.figure.stop
    if line.word(stop) != "of" or line.word(stop + 1) not in _OF_WHAT:
        return False
    behind = part.line is line and line.between(part.figure.stop, size.figure.edge) in ([","], [])
    counted = whole.figure.mention.kind == "count" and (whole.figure.mention.unit or "")
    return behind or (line.word(stop + 1) == "it" and bool(counted))


def is_of_another_day(size: Term, old: Term) -> bool:
    """Tell a level of May from the base of "down 1,120 from August"."""
    line, stop = size.line, size.figure.stop
    if line.word(stop) != "from" or old.day is None:
        return False
    base = next((date.first for date, first, _ in line.moments if first == stop + 1), None)
    return base is not None and (base.year, base.month) != (old.day.year, old.day.month)


def is_outdone(size: Term, at: int, one: Term, other: Term) -> bool:
    """Tell "the sharpest rise, 70%, was in the south" from the levels of all, told in a sentence before.

    ``at`` is the word of change. What is the sharpest "since 2010" is so in one series.
    """
    line = size.line
    near = range(max(line.start, at - 3 * _RANKED), at)
    ranked = [i for i in near if line.tokens.doc[i].tag_ in _SUPERLATIVES]
    first = any(any(map(way_of, line.between(i + 1, i + _RANKED))) for i in ranked)
    series = {"since", "for", "ever"} & {*line.between(at, at + 2 * _RANKED)}
    return first and not series and size.sentence not in (one.sentence, other.sentence)


def is_of_another(size: Term, level: Term) -> bool:
    """Tell a level of wheat output, a sentence away, from the size of a change of barley output."""
    one, other = (term.claim.measure if term.claim is not None else None for term in (size, level))
    if one is None or other is None or size.sentence == level.sentence:
        return False
    mine, its = ({*m.modifiers} - words("retold") for m in (one, other))
    return one.head == other.head and bool(mine - its) and bool(its - mine)


def is_led(size: Term, word: str) -> bool:
    """Tell "from 21 million": what a change began with is the size of none."""
    return size.line.word(size.line.before(size.figure)) == word


def is_paired(size: Term) -> bool:
    """Tell the shares of two: "her lead is four points, 44% to 40%"."""
    line, figure = size.line, size.figure
    if figure.mention.kind != "percent" or figure.mention.change is not None:
        return False
    behind = line.inside.get(figure.stop + 1) if line.word(figure.stop) == "to" else None
    before = line.inside.get(figure.first - 2) if line.word(figure.first - 1) == "to" else None
    opens = figure if behind is not None else before
    set_off = opens is not None and line.word(opens.edge - 1) in (",", "-", "(")
    return set_off and (behind or before) is not None


def is_addend(size: Term) -> bool:
    """Tell "plus a £15 million grant" and "another 12 million", which add to what was told before."""
    line, at = size.line, size.line.before(size.figure)
    return not words("addends").isdisjoint((line.word(at), line.word(at - 1)))


def is_of_others(size: Term, part: Term, whole: Term) -> bool:
    """Tell "won 47 of 403 seats and 22% of the votes": a share of what neither figure counts."""
    if size.line.word(size.figure.stop) in words("up_than") | words("down_than"):
        return True  # "35 per cent above the market price"
    units = part.figure.mention.unit, whole.figure.mention.unit
    larger = part.figure.mention.number > whole.figure.mention.number
    if larger and None not in units and units[0] != units[1]:
        return True  # "45,000 runners from 122 countries, 38 percent of them women"
    heads = [
        t.claim.measure.head if t.claim and t.claim.measure else "" for t in (size, part, whole)
    ]
    named = size.line.word(size.figure.stop) == "of" and "" not in heads
    return named and heads[1] == heads[2] != heads[0]


def is_no_share(size: Term, part: Term, whole: Term) -> bool:
    """Tell a part and a whole that the words of a share keep it from being of."""
    return is_of_others(size, part, whole) or is_of_own_part(size, part, whole)


def is_no_rate(size: Term, total: Term, count: Term) -> bool:
    """Tell figures that a size is not so much of for each: no total is smaller than what each has.

    Nor is a former size, "against 225 euros last year", of the figures of now.
    """
    if is_old(size.line, size.figure) or count.figure.describes:
        return True  # "work a 35-hour week and earn 63,000 on average"
    if total.figure.mention.number <= size.figure.mention.number or is_unshared(
        total.line, total.figure
    ):
        return True
    behind = size.line.between(size.figure.stop, size.figure.stop + _RANKED)
    headed = not words("heads").isdisjoint(behind)
    return headed and count.figure.mention.kind == "measure"  # "88 a head" is of no tonnes


def is_no_change(size: Term, said: Statement | None, new: Term, old: Term) -> bool:
    """Tell two levels that the words of a size keep it from lying between."""
    line, figure = size.line, size.figure
    if is_of_unlike_units(new, old) or is_sold_on(new, old) or is_part_and_whole(new, old):
        return True
    if (
        is_of_named_base(size, new, old)
        or is_of_another_day(size, old)
        or is_reckoned(line, figure)
    ):
        return True
    for level in (new, old):
        if has_own_change(size, level) or has_own_base(line, figure, level.figure):
            return True
        if is_of_another(size, level) or is_no_base(size, level):
            return True
    return said is not None and is_outdone(size, said.at, new, old)
