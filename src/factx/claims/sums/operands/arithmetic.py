"""What figures come to, and whether a size is stated as that."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from factx.claims.sums.operands.question import (
    BALANCE,
    CHANGE,
    RATE,
    SHARE,
    TOTAL,
    Option,
    Question,
)
from factx.claims.sums.operands.together import adds_up, is_misadded
from factx.claims.sums.statement import is_points
from factx.claims.sums.stretch import within
from factx.claims.sums.words import words
from factx.intervals import half_step, is_misprint
from factx.model import Quantity

_HUNDRED = Decimal(100)
# What rounded operands, a word for a multiple and a hedge may be off by, as parts of what is stated.
_ROUNDED, _WORD, _HEDGED = Decimal("0.01"), Decimal("0.06"), Decimal("0.1")
# Hedges that say on which side of the stated size the true one lies, and how far it may.
_OVER, _UNDER = ("over", "at_least"), ("under", "at_most")
_FAR = Decimal("0.3")
_THOUSAND = Decimal(1000)
# Times that a size is stated too large or too small where thousands went wrong besides.
_SCALED = Decimal("1.1")
# Digits of a size that do not differ in one only by chance; more are no news.
_DIGITS = range(3, 16)


def plausible(question: Question) -> Question:
    """Return a question without the readings by which its size would be far too large or small.

    No slip of the pen is so large, but for a million written where a billion is meant.
    """
    return replace(question, options=[o for o in question.options if _is_in_reach(question, o)])


def _is_in_reach(question: Question, option: Option) -> bool:
    stated = question.size.figure.mention.number
    scaled = (stated * _THOUSAND, stated / _THOUSAND)
    return any(
        within(come, stated) or any(within(come, one, _SCALED) for one in scaled)
        for come in _comes_to(question, option)
    )


def agrees(question: Question, option: Option, *, either: bool = False) -> bool:
    """Tell a size that is what the figures of a reading come to; ``either`` way, if that is asked."""
    size = question.size.figure.mention
    figures = [term.figure.mention for term in option.terms]
    if option.kind is TOTAL:
        return adds_up(size, figures)
    new, old = (figure.number for figure in figures)
    if option.kind is RATE:
        able = old > 1
    elif option.kind in (CHANGE, BALANCE):
        able = new != old and (either or question.suits(option))
    else:
        able = new < old
    return able and any(_is_about(size, come) for come in _comes_to(question, option))


def is_slip(question: Question, option: Option) -> bool:
    """Tell a size that a slip of the pen makes of a reading: of the wrong level, or with a wrong digit.

    So it is hardly by chance that it stands beside these figures.
    """
    size = question.size.figure.mention
    stated = size.number
    if option.kind in (TOTAL, BALANCE):
        return len(stated.normalize().as_tuple().digits) in _DIGITS and _is_misadded(size, option)
    if len(stated.as_tuple().digits) not in _DIGITS:
        return False
    step = Decimal(1).scaleb(int(stated.as_tuple().exponent))
    comes = _comes_to(question, option)
    near = [come.quantize(step) for come in comes if within(come, stated)]
    if any(is_misprint(_digits(stated), _digits(come)) for come in near):
        return True
    if option.kind is not CHANGE or size.kind != "percent" or not comes:
        return False
    new, old = (term.figure.mention.number for term in option.terms)
    turned = abs(new - old) / new * _HUNDRED
    return within(turned, stated) and turned.quantize(step) == stated


def is_other(question: Question, option: Option) -> bool:
    """Tell a size that a slip does not make of the figures of a reading, though it may be near it."""
    size = question.size.figure.mention
    if option.kind in (TOTAL, BALANCE):
        # "400, which is 17.6 per cent above the 340": of these it is no sum
        based = words("marks_old") | words("distance")
        led = {term.line.word(term.line.before(term.figure)) for term in option.terms}
        line, behind = question.size.line, question.size.figure.stop
        apart = line.word(behind) in words("up_than") | words("down_than")
        slipped = _is_misadded(size, option) if apart else is_slip(question, option)
        return not (slipped and based.isdisjoint(led))  # two digits are one off by chance
    if option.kind is CHANGE and not question.suits(option) and question.said is not None:
        return not is_slip(question, option)  # they go the other way, and by another size
    # "28 of the 35 roads are mended, and a fifth is as it was"
    whole = Decimal(1) if size.kind == "ratio" else _HUNDRED
    comes = _comes_to(question, option)
    return option.kind is SHARE and any(_is_about(size, whole - come) for come in comes)


def _is_misadded(size: Quantity, option: Option) -> bool:
    """Tell a total or a difference that holds but for one digit of it or of a figure that it is of."""
    first, *others = (term.figure.mention for term in option.terms)
    if option.kind is TOTAL:
        return is_misadded(size, [first, *others])
    return is_misadded(first, [*others, size])


def _comes_to(question: Question, option: Option) -> list[Decimal]:
    """Return what the figures of a reading come to, the size being any of it."""
    figures = [term.figure.mention for term in option.terms]
    if option.kind is TOTAL:
        return [sum((figure.number for figure in figures), Decimal(0))]
    new, old = (figure.number for figure in figures)
    if min(new, old) <= 0:
        return []
    if option.kind is RATE:
        return [new / old]
    if option.kind in (CHANGE, BALANCE):
        return [*_sizes(question, new, old, shares=figures[0].kind == "percent")]
    unit = Decimal(1) if question.size.figure.mention.kind == "ratio" else _HUNDRED
    return [new / old * unit]


def _digits(value: Decimal) -> str:
    return str(value).replace(".", "")


def _sizes(question: Question, new: Decimal, old: Decimal, *, shares: bool) -> Iterator[Decimal]:
    """Yield what a change from one level to another may be stated as."""
    figure = question.size.figure
    if figure.mention.kind == "ratio":
        if figure.mention.number > 1:
            yield old / new if question.way == "down" else new / old
        else:
            yield from (abs(new - old) / old, new / old)
        return
    if figure.mention.kind == "percent":
        yield abs(new - old) / old * _HUNDRED
        if shares:
            yield abs(new - old)
        return
    yield abs(new - old)
    if is_points(figure):
        yield abs(new - old) * _HUNDRED  # basis points


def _is_about(size: Quantity, come: Decimal) -> bool:
    """Tell a size as it is stated, by its digits and its hedge."""
    stated = size.number
    slack = half_step(stated) if size.kind != "ratio" else stated * _WORD
    slack += stated * _ROUNDED
    low, high = stated - slack, stated + slack
    if size.qualifier == "approx":
        low, high = low - stated * _HEDGED, high + stated * _HEDGED
    elif size.qualifier in _OVER:
        low, high = stated, stated + stated * _FAR
    elif size.qualifier in _UNDER:
        low, high = stated - stated * _FAR, stated
    return low <= come <= high
