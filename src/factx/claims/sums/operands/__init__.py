"""What a stated size is of: the two levels of a change, the part and the whole of a share.

No words decide it but many small signs together, weighed by a model. It was fitted to news in which
the figures agree: there the arithmetic shows which of the figures around belong to a size, so that
nobody had to say it. What is likely enough is tied; whether it agrees is for the checks.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cached_property
from operator import itemgetter
from typing import TypeAlias

from factx.claims.sums.line import Line
from factx.claims.sums.operands.arithmetic import agrees, is_other, is_slip, plausible
from factx.claims.sums.operands.model import against, chances, least
from factx.claims.sums.operands.question import (
    BALANCE,
    CHANGE,
    TOTAL,
    Kind,
    Option,
    Question,
    questions,
)
from factx.model import Claim, Member, Tie, TieKind

__all__ = ["plausible", "questions", "weigh"]

# From which chance on a reading that the arithmetic bears out is taken for the one that is meant.
_DOUBT = 0.1
# From which chance on a reading is taken of which the size is told with a slip of the pen.
# Many figures nearly add up by chance: a total has to be likelier, and any that holds speaks against it.
_SLIPPED, _MISADDED = 0.6, 0.8
_SOUND = 0.01
# As likely as that, compared with the likeliest, two levels are told in the order that suits the size.
_TURNED = 0.1
_SIZES = ("rate", "amount", "multiple", "share", "total")
_KINDS = frozenset({"change", "share", "parts", "rate"})

Figures: TypeAlias = frozenset[str]


class Answer:
    """The readings of a size with their chances, weighed when they are first asked for."""

    def __init__(self, question: Question) -> None:
        self.question = plausible(question)

    @cached_property
    def ranked(self) -> list[tuple[float, Option]]:
        """Return the readings, the likeliest first."""
        readings = zip(chances(self.question), self.question.options, strict=True)
        return sorted(readings, key=itemgetter(0), reverse=True)

    def reads(self, kind: TieKind) -> bool:
        """Tell whether the size may be tied so; what was cut is asked for no parts, though it has some."""
        return kind != "parts" or any(o.kind is TOTAL for o in self.question.options)

    @cached_property
    def of(self) -> dict[Figures, float]:
        """Return how likely the size is of which figures, whatever they are to each other."""
        of: dict[Figures, float] = defaultdict(float)
        for chance, option in self.ranked:
            of[_figures(option)] += chance
        return of

    def chance(self, figures: Figures) -> float:
        """Return how likely the size is of figures; where it agrees with others, of no unknown ones."""
        if figures in self.of:
            return self.of[figures]
        sound = any(chance >= _DOUBT and agrees(self.question, o) for chance, o in self.ranked)
        return 0.0 if sound else 1.0


def weigh(lines: Sequence[Line], claims: Sequence[Claim], ties: Sequence[Tie]) -> Iterator[Tie]:
    """Yield the ties that are likely enough, and those of sizes that none of them has."""
    answers = {q.size.figure.mention.id: Answer(q) for q in questions(lines, claims)}
    known: set[str | None] = {t.members[0].mention for t in ties if t.kind == "parts"}
    taken = {frozenset(member.mention for member in tie.members) for tie in ties}
    for tie in ties:
        size, figures = _sized(tie)
        answer = answers.get(size or "")
        if answer is None or len(figures) < 2 or not answer.reads(tie.kind):
            yield tie
        elif answer.chance(figures) >= against():
            known.add(size)
            yield _turned(answer.question, tie) or tie
    unsaid = _unsaid([answer for size, answer in answers.items() if size not in known])
    yield from (tie for figures, tie in unsaid.items() if figures not in taken)


def _unsaid(answers: Sequence[Answer]) -> dict[Figures, Tie]:
    """Return the ties of sizes that no words tie, by their figures; of three only the likeliest one.

    104, 43 and 61 may be a total and its parts or an amount, what is spent of it and what is left:
    whatever one figure leaves of another adds up too, so a difference goes before a total.
    """
    found = [(answer, reading) for answer in answers if (reading := _reading(answer)) is not None]
    found.sort(key=lambda one: (one[1].kind is not TOTAL, one[0].of[_figures(one[1])]))
    ties = [_tie(answer.question, reading) for answer, reading in found]
    return {frozenset(member.mention for member in tie.members): tie for tie in ties}


def _sized(tie: Tie) -> tuple[str | None, Figures]:
    """Return the size that a tie is about, and its other figures."""
    if tie.kind not in _KINDS or (tie.kind == "parts" and not tie.closed):
        return None, frozenset()
    roles = {member.role: member.mention for member in tie.members}
    if "span" in roles or (tie.kind == "change" and len(roles) < len(tie.members)):
        return None, frozenset()  # of two amounts of one change each is of the other
    size = next((roles[role] for role in _SIZES if role in roles), None)
    return size, frozenset(m.mention for m in tie.members if m.mention != size)


def _reading(answer: Answer) -> Option | None:
    """Return the likely reading of a size; of two that are, the one that the arithmetic bears out.

    Which of two levels is the later one, and whether a figure is part of another or grew from it,
    the words may leave open where they leave no doubt that the size is of these two. Nor does the
    tie say which way it went: of that, grammar is the judge.
    """
    question, ranked = answer.question, answer.ranked
    if not ranked:
        return None
    figures = max(answer.of, key=answer.of.__getitem__)
    readings = [(chance, option) for chance, option in ranked if _figures(option) == figures]
    likeliest, best = readings[0]
    added = best.kind in (BALANCE, TOTAL)
    slipped = _MISADDED if best.kind is TOTAL else _SLIPPED
    if answer.of[figures] < (slipped if is_slip(question, best) else least(best.kind)):
        return None
    fair = [option for chance, option in ranked if chance >= (_SOUND if added else _DOUBT)]
    for either in (False, True):
        for option in fair:
            if agrees(question, option, either=either):
                return option
    told = (o for chance, o in readings if chance >= _TURNED * likeliest and question.suits(o))
    best = next(told, best)
    return None if is_other(question, best) else best


def _turned(question: Question, tie: Tie) -> Tie | None:
    """Return the tie of two levels as the arithmetic has it, where no words say which is the later.

    "A gap of 16 percent" is of either level; so is "13 million less", the nearer one or the other.
    """
    ids = {member.role: member.mention for member in tie.members}
    if not {"new", "old"} <= ids.keys() or not _is_loose(question, tie):
        return None
    levels = {ids["new"], ids["old"]}
    options = [o for o in question.options if o.kind is CHANGE and {*_figures(o)} == levels]
    sound = [o for o in options if agrees(question, o)]
    sound = sound or [o for o in options if agrees(question, o, either=True)]
    own = any(o.terms[0].figure.mention.id == ids["new"] for o in sound if question.suits(o))
    return _tie(question, sound[0]) if sound and not own else None


def _is_loose(question: Question, tie: Tie) -> bool:
    """Tell a tie whose way is not said, or by a comparative only."""
    if tie.way is None or tie.cue is None:
        return True
    tokens = question.size.line.tokens
    return tokens.doc[tokens.at(tie.cue.start)].tag_ in ("JJR", "RBR")


def _figures(option: Option) -> Figures:
    return frozenset(term.figure.mention.id for term in option.terms)


def _tie(question: Question, best: Option) -> Tie:
    kind, terms = best
    size, said = question.size, question.said
    multiple = size.figure.mention.kind == "ratio" and kind is CHANGE
    ids = [term.figure.mention.id for term in terms]
    members = [Member(key, role) for key, role in zip(ids, _roles(kind, len(ids)), strict=True)]
    members.append(Member(size.figure.mention.id, "multiple" if multiple else kind.size))
    at = size.figure.first if said is None else said.at
    return Tie(kind.tie, tuple(members), size.line.span(at, at + 1), closed=False)


def _roles(kind: Kind, count: int) -> list[str]:
    return [*[kind.first] * (count - 1), kind.last]
