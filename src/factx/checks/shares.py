"""Shares of a whole: RAT04, SUM03 and SUM04."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from factx.checks.base import Check, Checked
from factx.checks.figures import Figure
from factx.checks.judge import Relation, Sides, judge
from factx.checks.readings import added, divide, exactly, scale, total
from factx.checks.tied import members, one
from factx.checks.view import View
from factx.checks.wording import interval, number, quoted, texts
from factx.intervals import majority
from factx.model import Span, Tie

_HUNDRED = Decimal(100)


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
    stated = number(part.value / whole.value)
    relation = Relation(
        figures=(part, whole),
        equation=lambda f: Sides(divide(f[0].reading, f[1].reading), majority()),
        message=(
            f"{quoted(part.mention.text)} of {quoted(whole.mention.text)} is {stated}, which "
            f"disagrees with {quoted(cue.text)}"
        ),
        agreement=(
            f"{quoted(part.mention.text)} of {quoted(whole.mention.text)} is {stated}; the text "
            f"says {quoted(cue.text)}"
        ),
        arithmetic=f"{number(part.value)} / {number(whole.value)} = {stated}",
        spans=[view.operand(cue, "share")],
        closed=tie.closed,
    )
    yield judge(check, view, relation)


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
            if not any(m.role == "total" for m in tie.members) and len(parts) > 1:
                yield judge(self, view, _shares_relation(parts))


def _shares_relation(parts: Sequence[Figure]) -> Relation:
    shown = texts([part.mention for part in parts])
    return Relation(
        figures=tuple(parts),
        equation=lambda f: Sides(total(f), exactly(_HUNDRED), _HUNDRED),
        message=f"the shares {shown} add up to {interval(total(parts).nominal)}%, not 100%",
        agreement=f"the shares {shown} add up to {number(sum((p.value for p in parts), Decimal(0)))}%",
        arithmetic=added(parts),
    )


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
    if part is not None and whole is not None and whole.value > 0:
        figures = (part, whole, share)
        shown = f"{quoted(part.mention.text)} of {quoted(whole.mention.text)}"
        arithmetic = f"{number(part.value)} / {number(whole.value)}"
        value = part.value / whole.value
    elif ratio is not None:
        figures = (ratio, share)  # type: ignore[assignment]
        shown, arithmetic, value = (
            quoted(ratio.mention.text),
            quoted(ratio.mention.text),
            ratio.value,
        )
    else:
        return
    percents = share.mention.kind == "percent"
    stated = f"{number(value * _HUNDRED)}%" if percents else number(value)
    yield judge(
        check,
        view,
        Relation(
            figures=figures,
            equation=_share_sides,
            message=f"{shown} is {stated}, which disagrees with {quoted(share.mention.text)}",
            agreement=f"{shown} is {stated}; the text says {quoted(share.mention.text)}",
            arithmetic=f"{arithmetic} = {stated}",
            closed=tie.closed,
        ),
    )


def _share_sides(figures: Sequence[Figure]) -> Sides:
    share = figures[-1]
    if len(figures) == 2:
        computed = exactly(figures[0].value)
    else:
        computed = divide(figures[0].reading, figures[1].reading)
    if share.mention.kind == "percent":
        computed = scale(computed, _HUNDRED)
    return Sides(computed, share.reading, share.value)
