"""Shares of a whole: RAT04, SUM03 and SUM04."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction

from factx.checks.base import Check, Checked
from factx.checks.figures import Figure
from factx.checks.judge import judge
from factx.checks.readings import (
    HUNDRED,
    added,
    apart,
    divide,
    exactly,
    quotient,
    scale,
    total,
)
from factx.checks.relation import Equation, Relation, Sides, result
from factx.checks.tied import members, one
from factx.checks.view import View
from factx.checks.wording import Words, beside, listed, number, quoted, written
from factx.intervals import Interval, Reading, majority
from factx.model import Span, Tie

_TENTHS, _FINEST = 10, 1000


class FractionMismatch(Check):
    """A fraction in words disagrees with the part and the whole beside it.

    ## What it does
    Divides the part by the whole and compares with "half", "a third", "one in five". Fractions in
    words are rounder than figures and are given room.

    ## Why it matters
    "About half" is what readers keep of "72 of 103".

    ## Example
    - Some 72 of the 103 members, or about half, stayed away.
    - About a third (62 of the 103 schools) reported a shortage.

    ## Fine
    - Some 52 of the 103 members, or about half, stayed away.
    - About a third (35 of the 103 schools) reported a shortage.
    """

    code, name, severity = "RAT04", "fraction-mismatch", "warning"

    def run(self, view: View) -> Iterator[Checked]:
        """Test each fraction that comes with its part and whole."""
        for tie in view.ties("share"):
            share = one(view, tie, "share")
            if share is not None and share.mention.kind == "ratio":
                yield from share_checked(self, view, tie, share)
            elif share is None and tie.way == "up" and tie.cue is not None:
                yield from _majority_checked(self, view, tie, tie.cue)


def _majority_checked(check: Check, view: View, tie: Tie, cue: Span) -> Iterator[Checked]:
    """Test a part that is called the majority."""
    part, whole = one(view, tie, "part"), one(view, tie, "whole")
    if part is None or whole is None or whole.value <= 0:
        return
    percent = number(part.value / whole.value * HUNDRED)
    relation = Relation(
        figures=(part, whole),
        equation=lambda f: Sides(divide(f[0].reading, f[1].reading), majority()),
        words=beside(f"{part} of {whole} is {percent}%", f'"{quoted(cue.text)}"'),
        arithmetic=quotient(part, whole),
        others=[(cue, "share")],
    )
    yield judge(check, view, relation, closed=tie.closed)


class SharesNotAll(Check):
    """Shares of one whole, listed to the last, do not add up to 100 percent.

    ## What it does
    Adds the percentages of a list that names the rest ("and the remaining 17 percent") and allows
    each of them its rounding.

    ## Why it matters
    The rest is what a writer computes by hand.

    ## Example
    - Some 44 percent came by bus, 39 percent by train and the remaining 27 percent on foot.
    - About 51% voted for, 32% against, and the other 7% stayed away.

    ## Fine
    - Some 44 percent came by bus, 39 percent by train and the remaining 17 percent on foot.
    - Some 44 percent came by bus and 39 percent by train.
    """

    code, name, severity = "SUM03", "shares-not-100", "warning"

    def run(self, view: View) -> Iterator[Checked]:
        """Test each list of shares that is complete."""
        for tie in view.ties("parts"):
            parts = members(view, tie, "part")
            if not any(m.role in ("total", "sum") for m in tie.members) and len(parts) > 1:
                yield judge(self, view, _shares_relation(parts))


def _shares_relation(parts: Sequence[Figure]) -> Relation:
    fact = f"the shares {listed(parts)} add up to {result(_all, parts, parts[0])}"
    return Relation(
        figures=tuple(parts),
        equation=_all,
        words=Words(f"{fact}, not to {written(HUNDRED, parts[0].mention)}", fact),
        arithmetic=added(parts),
    )


def _all(figures: Sequence[Figure]) -> Sides:
    return Sides(total(figures), exactly(HUNDRED), HUNDRED)


class ShareMismatch(Check):
    """A part, its whole and the share stated for it disagree.

    ## What it does
    Where one wording gives the part, the whole and the percentage, it divides and compares.

    ## Why it matters
    The three are often taken from different rows or days of one table.

    ## Example
    - Some 90 of the 120 members (57%) voted for the plan.
    - The court upheld 40 of 160 complaints, or 35 percent.

    ## Fine
    - Some 90 of the 120 members (75%) voted for the plan.
    - The court upheld 40 of 160 complaints, or 25 percent.
    """

    code, name, severity = "SUM04", "share-mismatch", "error"

    def run(self, view: View) -> Iterator[Checked]:
        """Test each share in percent that comes with its part and whole."""
        for tie in view.ties("share"):
            share = one(view, tie, "share")
            if share is not None and share.mention.kind == "percent":
                yield from share_checked(self, view, tie, share)


def share_checked(check: Check, view: View, tie: Tie, share: Figure) -> Iterator[Checked]:
    """Test one share, in percent or as a fraction, against part and whole or their ratio."""
    part, whole, ratio = (one(view, tie, role) for role in ("part", "whole", "ratio"))
    figures: tuple[Figure, ...]
    if part is not None and whole is not None and whole.value > 0:
        figures, shown, value = (part, whole, share), f"{part} of {whole}", part.value / whole.value
        arithmetic = f"{number(part.value)} / {number(whole.value)}"
    elif ratio is not None:
        figures, shown, value = (ratio, share), str(ratio), ratio.value
        arithmetic = shown
    else:
        return
    percents = share.mention.kind == "percent"
    stated = written(value * HUNDRED, share.mention) if percents else f"{number(value * HUNDRED)}%"
    relation = Relation(
        figures=figures,
        equation=_share_sides,
        words=beside(f"{shown} is {stated}", share if percents else f'"{share}"'),
        arithmetic=f"{arithmetic} = {number(value * HUNDRED)}%",
        misread=_misread(view, tie, figures[:2]) if len(figures) > 2 else (),
    )
    yield judge(check, view, relation, closed=tie.closed)


def _misread(view: View, tie: Tie, pair: Sequence[Figure]) -> tuple[Equation, ...]:
    """Return what else a share may be of, where no words say of which figure it is."""
    if tie.closed:
        return (_exchanged,)
    ids = {figure.mention.id for figure in pair}
    levels = any(
        ids <= {member.mention for member in tie.members}
        for tie in view.tied.get(pair[0].mention.id, ())
        if tie.kind == "change"
    )
    return (_exchanged, _of_both, _rest_of_both, *((_gone,) if levels else ()))


def _exchanged(figures: Sequence[Figure]) -> Sides:
    """Take the part for the whole: "a budget of 392 million and a deficit of 19.6 million, 5% of it"."""
    part, whole, share = figures
    return _share_sides([whole, part, share])


def _of_both(figures: Sequence[Figure]) -> Sides:
    """Take the two for parts of one whole: "643 for and 654 against, 49.6 percent"."""
    part, other, share = figures
    return _shared(divide(part.reading, total((part, other))), share)


def _rest_of_both(figures: Sequence[Figure]) -> Sides:
    part, other, share = figures
    return _of_both([other, part, share])


def _gone(figures: Sequence[Figure]) -> Sides:
    """Take the share for that of what is gone: "down to 92 from 115, a fifth of it repaid"."""
    part, whole, share = figures
    return _shared(divide(apart(part, whole), whole.reading), share)


def _share_sides(figures: Sequence[Figure]) -> Sides:
    *given, share = figures
    if len(given) == 1:
        computed = _rounded(given[0].value)
    else:
        computed = divide(given[0].reading, given[1].reading)
    return _shared(computed, share)


def _rounded(fraction: Decimal) -> Reading:
    """Return what a fraction in words stands for beside a percentage: "nearly four in 10, 38%"."""
    steps = max(Fraction(fraction).limit_denominator(_FINEST).denominator, _TENTHS)
    half = Decimal(1) / (2 * steps)
    return Reading(Interval(fraction, fraction), Interval(fraction - half, fraction + half))


def _shared(computed: Reading, share: Figure) -> Sides:
    percents = share.mention.kind == "percent"
    return Sides.of(scale(computed, HUNDRED) if percents else computed, share)
