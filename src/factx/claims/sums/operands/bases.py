"""What a change starts from, as its words tell it, and which levels it is therefore not of."""

from __future__ import annotations

from factx.claims.sums.apart import is_long_past, named_from
from factx.claims.sums.change import is_old
from factx.claims.sums.cue import way_of
from factx.claims.sums.kin import is_standard
from factx.claims.sums.operands.term import Term
from factx.claims.sums.topic import Bond, bond
from factx.claims.sums.words import words

_RECKONED = 5  # words of "more than it had estimated"
_RANKED = 4  # words from "the sharpest" to "rise"
_WHOM = ("them", "whom", "these", "which")
_BASE = 10  # words of what something is set above
_FINITE = frozenset({"VBD", "VBZ", "VBP", "VBN", "MD"})
_BEING = frozenset({"be", "do"})
_SHARES = ("percent", "ratio")
_SUPERLATIVES = frozenset({"JJS", "RBS"})


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
    base = named_from(line, start, _BASE)
    end = base.stop
    doc, told = line.tokens.doc, line.between(start, end)
    if any(at in line.inside or at in line.timed for at in base) or {*told} & words("retold_base"):
        return False
    if any(doc[at].tag_ in _FINITE and doc[at].lemma_ not in _BEING for at in base):
        return True
    nouns = line.stems(start, end)
    told_of = (each.stems(each.start, each.stop) for each in before)
    return bool(nouns) and all(map(nouns.isdisjoint, told_of))


def is_based_then(size: Term, old: Term) -> bool:
    """Tell "two fewer than in 2021" and "53% higher than today" from levels of no such time."""
    line, stop = size.line, size.figure.stop
    near = line.between(stop, stop + _RANKED)
    if near[:1] == ["as"] and near[2:3] == ["as"] and near[3:] and near[3] in words("times_led"):
        return old.sentence == size.sentence and old.day is None  # "twice as many as in May"
    if "than" not in near:
        return False
    at = stop + near.index("than") + 1
    if line.word(at) in words("now"):
        return old.claim is not None and old.claim.modality != "actual"
    if line.word(at) not in words("times_led") or old.sentence != size.sentence:
        return False
    return old.day is None and old.figure.first < size.figure.first


def is_of_another_day(size: Term, old: Term) -> bool:
    """Tell a level of May from the base of "down 1,120 from August"."""
    line, stop = size.line, size.figure.stop
    if line.word(stop) != "from" or old.day is None:
        return False
    base = next((date.first for date, first, _ in line.moments if first == stop + 1), None)
    return base is not None and (base.year, base.month) != (old.day.year, old.day.month)


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


def is_of_own_pair(size: Term, new: Term, old: Term) -> bool:
    """Tell a level of another sentence that is compared there: "67 seats, up from 49", "against 6.8 billion"."""
    if size.sentence == old.sentence:
        return False
    line, figure = old.line, old.figure
    if is_old(line, figure) and old.sentence < size.sentence == new.sentence:
        return True
    if is_old(new.line, new.figure) and new.sentence < size.sentence:
        return True  # "rises 10% from £20. It is £3 lower than in 2019": the new one is not told
    near = [f for f in line.after(figure) if f.first - figure.stop <= 2 * _BASE]
    return any(is_old(line, f) and f.mention.kind == figure.mention.kind for f in near)


def is_of_others_now(size: Term, new: Term, old: Term) -> bool:
    """Tell levels that the next sentence sets side by side of something else than what moved.

    "The cap rose by 2%. Households owe $4.4 billion, up from $3.7 billion": another rise.
    """
    if not size.sentence < new.sentence == old.sentence or not is_old(old.line, old.figure):
        return False
    return bond(size.line, new.line, new.figure) < Bond.LOOSE


def is_in_turn(size: Term, old: Term) -> bool:
    """Tell the next of two moves: "fell 10% to £90 in May and rose 10% to £99 in June"."""
    line, figure = old.line, old.figure
    other = next(line.ahead(figure), None)
    if other is None or other is size.figure or other.first < size.figure.stop:
        return False
    told = "and" in line.between(size.figure.stop, other.first)
    return told and line.between(line.behind(other), figure.edge) == ["to"]


def is_in_next_clause(size: Term, new: Term, old: Term) -> bool:
    """Tell "up £2 from £10, so a child's ticket costs £6": what that led to is not told."""
    line, base = size.line, old.figure
    based = line.between(size.figure.stop, base.edge) == ["from"]
    behind = new.line is line and new.figure.first > base.stop
    between = line.between(base.stop, new.figure.edge)
    return based and behind and (between[:2] == [",", "so"] or between[:3] == [",", "and", "a"])


def is_netted(size: Term, new: Term, old: Term) -> bool:
    """Tell one of two moves: "cut 40 of its 300 routes and added 15, leaving 275"."""
    line = size.line
    if new.line is not line or old.line is not line:
        return False
    edges = (new.figure.edge, old.figure.edge)
    left = any("leaving" in line.between(edge - _RANKED, edge) for edge in edges)
    first, last = min(edges), max(edges)
    levels = (size.figure, new.figure, old.figure)
    moves = [f for f in line.figures if f.first < last and f not in levels]
    left = left and any(f.mention.kind == size.figure.mention.kind for f in moves)
    return left and not words("joining").isdisjoint(line.between(first, last))


def is_missed(size: Term, new: Term, old: Term) -> bool:
    """Tell a goal from a level: "added 12 points, for a total of 40 against a target of 50"."""
    aims = [t.claim.modality == "target" for t in (new, old) if t.claim is not None]
    held = size.line.between(size.figure.stop, size.figure.stop + _RANKED)
    return any(aims) and not all(aims) and words("held_against").isdisjoint(held)


def is_of_past(size: Term, new: Term) -> bool:
    """Tell "before 2014 it had been almost halved" from what is so now, told in another sentence."""
    return new.sentence != size.sentence and is_long_past(size.line, size.figure.edge)


def is_resumed(size: Term, new: Term, old: Term) -> bool:
    """Tell "The increase of 6.2% compares with": it was told before, its levels do not follow."""
    line = size.line
    begins = line.word(line.start) == "the" and size.figure.edge - line.start <= _RANKED - 1
    takes = begins and line.word(size.figure.edge - 1) == "of"
    return takes and min(new.sentence, old.sentence) > size.sentence


def is_said_of_thing(size: Term, new: Term, old: Term) -> bool:
    """Tell a change of what a relative clause describes: "The lira, which has lost 12%, was at 34"."""
    if size.sentence in (new.sentence, old.sentence):
        return False
    near = size.line.between(size.figure.edge - _RANKED, size.figure.edge)
    return "which" in near[1:] and near[near.index("which", 1) - 1] == ","


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
