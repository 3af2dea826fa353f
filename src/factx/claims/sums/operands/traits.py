"""What is seen of a size and of the figures around it: short strings that the model weighs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any

from factx.claims.sums.kin import is_kin
from factx.claims.sums.line import Figure
from factx.claims.sums.operands.question import CHANGE, TOTAL, Option, Question
from factx.claims.sums.operands.signs import View, look, spelled
from factx.claims.sums.operands.term import Term

_BETWEEN = 4  # words between two figures that are worth a trait as they stand
_FEW = 4  # from which on a number is many
_STEPS = (0, 1, 2, 4, 8, 14)
_TURNS = frozenset({";", "and", "while", "but"})


class Views:
    """What is seen of a size and of each figure near it, looked at once."""

    def __init__(self, question: Question) -> None:
        self.question = question
        self._looks: dict[int, View] = {}
        self.size = look(question.size, question.size)
        said = question.said
        told = (said.takes_up, said.apposed, said.definite) if said is not None else ()
        self.said = "".join(str(int(one)) for one in told)
        self.far = {
            term.index: sorted(
                abs(other.index - question.size.index)
                for other in question.near
                if other is not term and is_kin(other.figure, term.figure)
            )
            for term in question.near
        }

    def look(self, term: Term) -> View:
        """Return what is seen of a figure near the size, looked at when it is first asked for."""
        if term.index not in self._looks:
            self._looks[term.index] = look(term, self.question.size)
        return self._looks[term.index]

    def of_size(self) -> list[str]:
        """Return the traits of the size: its kind, and the words around it."""
        question, view = self.question, self.size
        said, mention = question.said, question.size.figure.mention
        here = sum(term.sentence == question.size.sentence for term in question.near)
        traits = [
            f"way={said.way if said else None}",
            f"change={mention.change}",
            f"hedge={mention.qualifier}",
            f"before={view.before[1]}",
            f"before2={' '.join(view.before)}",
            f"behind={view.behind[0]}",
            f"behind2={' '.join(view.behind)}",
            f"verb={view.verb}",
            f"tag={view.tag}",
            f"here={min(here, _FEW)}",
            f"near={_step(len(question.near))}",
            f"rivals={min(question.rivals, _FEW)}",
            f"relation={question.size.claim.relation if question.size.claim else None}",
        ]
        if said is not None:
            traits += [f"told={self.said}", f"cue={said.line.lower[said.at]}"]
        kind = kind_of(question.size.figure)
        return [f"kind={kind}", *traits, *(f"{kind} {trait}" for trait in traits)]

    def of_term(self, term: Term) -> list[str]:
        """Return the traits of a figure near the size: where it stands, and in which words."""
        size, view = self.question.size, self.look(term)
        where, apart = place(term, size), abs(term.index - size.index) - 1
        traits = [
            f"where={where}",
            f"where={where} {kind_of(size.figure)}",
            f"apart={where} {min(apart, _FEW)}",
            f"before={view.before[1]}",
            f"before={view.before[1]} {where}",
            f"before2={' '.join(view.before)}",
            f"behind={view.behind[0]}",
            f"behind2={' '.join(view.behind)}",
            f"tag={view.tag}",
            f"tag={view.tag} {self.size.tag}",
            f"verb={view.verb}",
            f"verb={view.verb} {view.before[1]}",
            f"age={view.age}",
            f"kind={term.figure.mention.kind}",
            f"noun={term.figure.mention.noun is not None}",
            f"describes={term.figure.describes}",
            f"relation={term.claim.relation if term.claim else None}",
            f"measure={_likeness(term, size)}",
        ]
        if term.block != size.block:
            traits.append(f"block={term.block - size.block}")
        if term.sentence == size.sentence:
            words = _words_between(term, size)
            traits += [*_between(where, words), f"far={where}{_step(len(words))}"]
            traits += [f"mark={word}" for word in sorted(_TURNS & {*words})]
        return traits

    def of_option(self, option: Option) -> Iterator[str]:
        """Yield the traits of the figures of a reading together: how they stand to each other."""
        first, last = option.terms[0], option.terms[-1]
        size = self.question.size
        order = "12" if first.index < last.index else "21"
        apart = abs(first.sentence - last.sentence)
        between = abs(first.index - last.index) - 1
        yield f"order={order} {min(apart, 1)}"
        yield f"between={order} {min(between, _FEW)} {min(apart, 2)}"
        where, kind = f"{place(first, size)} {place(last, size)}", kind_of(size.figure)
        yield f"where={where}"
        yield f"where={where} {kind}"
        yield f"said={self.said} {where}"
        yield f"before={self.look(first).before[1]} {self.look(last).before[1]}"
        far = max(abs(first.index - size.index), abs(last.index - size.index))
        others = self.far[first.index]
        yield f"others={min(len(others), _FEW)}"
        nearer = min(sum(other < far for other in others), _FEW)
        yield f"nearer={nearer}"
        yield f"nearer={nearer} {self.said} {where}"
        yield f"others={min(len(others), _FEW)} {kind} {self.said}"
        if option.kind is TOTAL:
            yield from self._of_run(option.terms)
            return
        one, two = first.figure.mention, last.figure.mention
        nouns = [mention.noun.text.lower().split()[-1] for mention in (one, two) if mention.noun]
        yield f"nouns={len(nouns)} {len(nouns) == len({*nouns})}"
        yield f"unit={one.unit == two.unit}"
        yield f"units={size.figure.mention.unit in (one.unit, two.unit)}"
        measures = f"{_likeness(first, last)} {_likeness(first, size)} {_likeness(last, size)}"
        yield f"measure={_likeness(first, last)}"
        yield f"measures={measures} {kind}"
        if apart == 0:
            yield from _between(order, _words_between(first, last))
        if option.kind is CHANGE:
            ages = [self.look(term).age for term in (first, last)]
            older = _order(ages[0], ages[1])
            yield f"older={older}"
            yield f"older={older} {order}"
            one_day, other_day = (self.look(term).day for term in (first, last))
            known = one_day is not None and other_day is not None
            yield f"days={_order(one_day, other_day) if known else ''}"

    def _of_run(self, parts: Sequence[Term]) -> Iterator[str]:
        """Yield the traits of a list: how long and how even it is, and what follows on it."""
        size = self.question.size
        side = "before" if parts[-1].index < size.index else "behind"
        if parts[0].index < size.index < parts[-1].index:
            side = "around"
        joints = [_words_between(one, two) for one, two in pairwise(parts)]
        kin = [t for t in self.question.near if is_kin(t.figure, parts[0].figure)]
        goes_on = any(
            t.sentence == parts[-1].sentence and t.index > parts[-1].index and t is not size
            for t in kin
        )
        yield f"parts={side} {len(parts)}"
        yield f"goes on={side} {goes_on}"
        yield f"joint={side} {_joint(joints[-1])}"
        yield f"even={len({_joint(joint) for joint in joints[:-1]}) <= 1} {'and' in joints[-1]}"
        gap = min(abs(part.index - size.index) for part in parts) - 1
        among = [t for t in kin if parts[0].index < t.index < parts[-1].index and t is not size]
        yield f"left out={side} {min(len(among) + 2 - len(parts), _FEW)}"
        yield f"gap={side} {min(gap, _FEW)}"
        yield f"sentences={side} {len({term.sentence for term in (*parts, size)})}"
        figures = [term.figure.mention for term in (size, *parts)]
        nouns = [figure.noun.text.lower().split()[-1] if figure.noun else "" for figure in figures]
        yield f"nouns={len({*nouns[1:]}) == 1} {nouns[0] in nouns[1:]} {'' in nouns[1:]}"
        yield f"words={len({self.look(term).before[1] for term in parts}) == 1}"
        yield f"measures={_likeness(parts[0], parts[-1])} {_likeness(parts[0], size)}"
        yield f"kinds={len({figure.kind for figure in figures})}"
        yield f"larger={any(figure.number >= figures[0].number for figure in figures[1:])}"


def kind_of(figure: Figure) -> str:
    """Return the kind of a size; multiples and fractions are two."""
    mention = figure.mention
    if mention.kind != "ratio":
        return mention.kind
    return "multiple" if mention.number > 1 else "fraction"


def place(term: Term, size: Term) -> str:
    """Return where a figure stands as seen from a size: before, behind, or sentences away."""
    away = term.sentence - size.sentence
    if away:
        return f"{away:+}"
    return "before" if term.index < size.index else "behind"


def _likeness(one: Term, other: Term) -> str:
    """Tell how much what two figures measure has in common."""
    first = one.claim.measure if one.claim is not None else None
    second = other.claim.measure if other.claim is not None else None
    if first is None or second is None:
        return "unknown"
    if first.head == second.head:
        return "head"
    words = {first.head, *first.modifiers} & {second.head, *second.modifiers}
    return "some" if words else "none"


def _words_between(one: Term, other: Term) -> list[str]:
    first, second = sorted((one.figure, other.figure), key=lambda figure: figure.first)
    return one.line.between(first.stop, second.edge) if one.sentence == other.sentence else ["."]


def _between(where: str, words: list[str]) -> list[str]:
    return [f"between={where} {' '.join(map(spelled, words))}"] if len(words) <= _BETWEEN else []


def _joint(words: list[str]) -> str:
    """Return how two figures of a list are joined: by the marks and small words between them."""
    return " ".join(word for word in words if not word.isalnum() or word in _TURNS)


def _order(one: Any, other: Any) -> str:
    return "same" if one == other else "12" if one < other else "21"


def _step(number: int) -> int:
    return max(step for step in _STEPS if step <= number)
