"""SUM: totals, parts and shares."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from factx.checks.base import Check, Checked
from factx.checks.figures import Figure
from factx.checks.implied import ImpliedTotals
from factx.checks.judge import Relation, Sides, finding, judge
from factx.checks.tied import members, one
from factx.checks.view import View
from factx.checks.wording import interval, number, quoted
from factx.intervals import Interval, Reading
from factx.model import Operand, Tie

_ZERO = Decimal(0)
_HUNDRED = Decimal(100)
_FROM_ZERO = Interval(_ZERO, None)
_NOTHING = Reading(Interval.point(_ZERO), Interval.point(_ZERO))


def _sum(figures: Sequence[Figure]) -> Reading:
    total = _NOTHING
    for figure in figures:
        total = Reading(
            total.nominal.add(figure.reading.nominal), total.loose.add(figure.reading.loose)
        )
    return total


def _added(figures: Sequence[Figure]) -> str:
    return " + ".join(number(figure.value) for figure in figures)


def _texts(figures: Sequence[Figure]) -> str:
    return " and ".join(quoted(figure.mention.text) for figure in figures)


class PartsTotal(Check):
    """The parts of a complete list do not add up to the total.

    ## What it does
    Where the text lists all parts of a total ("23 people: 14 passengers and nine crew"), it adds
    them and compares. A list that may go on ("including") is never added up.

    ## Why it matters
    Totals are updated more often than their parts, above all in casualty figures.

    ## Example
    - The crash injured 23 people: 14 passengers and seven crew members.
    - The board has 12 members: five women and six men.

    ## Fine
    - The crash injured 23 people: 14 passengers and nine crew members.
    - The crash injured 23 people, including 14 passengers and two crew members.
    """

    code, name, severity = "SUM01", "parts-total", "error"

    def run(self, view: View) -> Iterator[Checked]:
        """Test each complete list of at least two parts."""
        for tie in view.ties("parts"):
            total, parts = one(view, tie, "total"), members(view, tie, "part")
            if not tie.closed or total is None or len(parts) < 2:
                continue
            yield judge(self, view, _parts_relation(total, parts))


def _parts_relation(total: Figure, parts: Sequence[Figure]) -> Relation:
    summed = _sum(parts)
    return Relation(
        figures=(total, *parts),
        equation=lambda f: Sides(_sum(f[1:]), f[0].reading, f[0].value),
        message=(
            f"the parts {_texts(parts)} add up to {interval(summed.nominal)}, which disagrees with "
            f"the total of {quoted(total.mention.text)}"
        ),
        arithmetic=f"{_added(parts)} = {number(sum((p.value for p in parts), _ZERO))}",
    )


class PartsExceedWhole(Check):
    """A part is larger than its whole.

    ## What it does
    Compares each part with its whole ("17 of the 18"), and the sum of a complete list with its
    total. Parts of an open list may overlap and are compared one by one.

    ## Why it matters
    Part and whole have changed places, or a digit too many stands in one of them.

    ## Example
    - The opposition took control of 71 of the 18 districts on Sunday.
    - Of the 40 passengers, 220 were from abroad.

    ## Fine
    - The opposition took control of 17 of the 18 districts on Sunday.
    - Of the 40 passengers, 22 were from abroad.
    """

    code, name, severity = "SUM02", "parts-exceed-whole", "error"

    def run(self, view: View) -> Iterator[Checked]:
        """Test each part against its whole."""
        seen: set[tuple[str, str]] = set()
        for tie in (*view.ties("parts"), *view.ties("share")):
            total = one(view, tie, "total") or one(view, tie, "whole")
            parts = members(view, tie, "part")
            if total is None or (tie.kind == "parts" and tie.closed and len(parts) > 1):
                continue
            for part in parts:
                pair = part.mention.id, total.mention.id
                if pair not in seen:
                    seen.add(pair)
                    yield judge(self, view, _within_relation(total, part))


def _within_relation(total: Figure, part: Figure) -> Relation:
    return Relation(
        figures=(part, total),
        equation=_left,
        message=(
            f"{quoted(part.mention.text)} is more than the {quoted(total.mention.text)} it is part of"
        ),
        arithmetic=f"{number(part.value)} > {number(total.value)}",
    )


def _left(figures: Sequence[Figure]) -> Sides:
    part, total = figures
    return Sides(
        Reading(
            total.reading.nominal.subtract(part.reading.nominal),
            total.reading.loose.subtract(part.reading.loose),
        ),
        Reading(_FROM_ZERO, _FROM_ZERO),
    )


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
    whole = Interval.point(_HUNDRED)
    return Relation(
        figures=tuple(parts),
        equation=lambda f: Sides(_sum(f), Reading(whole, whole), _HUNDRED),
        message=f"the shares {_texts(parts)} add up to {interval(_sum(parts).nominal)}%, not 100%",
        arithmetic=f"{_added(parts)} = {number(sum((p.value for p in parts), _ZERO))}",
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
            arithmetic=f"{arithmetic} = {stated}",
            closed=tie.closed,
        ),
    )


def _share_sides(figures: Sequence[Figure]) -> Sides:
    share = figures[-1]
    if len(figures) == 2:
        value = Interval.point(figures[0].value)
        computed = Reading(value, value)
    else:
        part, whole = figures[0].reading, figures[1].reading
        computed = Reading(part.nominal.divide(whole.nominal), part.loose.divide(whole.loose))
    if share.mention.kind == "percent":
        computed = Reading(computed.nominal.scale(_HUNDRED), computed.loose.scale(_HUNDRED))
    return Sides(computed, share.reading, share.value)


class ItemCount(Check):
    """A number word disagrees with the list of names behind it.

    ## What it does
    Counts the names of a complete list that follows the counted noun: "three cities: Lund, Malmo and
    Ystad".

    ## Why it matters
    A name is added to or cut from the list, and the number is forgotten.

    ## Example
    - The fair visits four cities: Lund, Malmo and Ystad.
    - Three ministers (Berg, Holm, Lind and Ek) resigned.

    ## Fine
    - The fair visits three cities: Lund, Malmo and Ystad.
    - The fair has three halls in Lund and Malmo.
    """

    code, name, severity = "SUM05", "item-count", "warning"

    def run(self, view: View) -> Iterator[Checked]:
        """Test each number of things whose names follow."""
        for tie in view.ties("list"):
            count = one(view, tie, "count")
            if count is None or not tie.items:
                continue
            listed = len(tie.items)
            names = [
                Operand(view.source, item.start, item.end, item.text, "item") for item in tie.items
            ]
            message = f"{quoted(count.mention.text)} are announced and {listed} are named"
            yield Checked(
                finding(
                    self,
                    view,
                    message=message,
                    operands=[(count.mention, "count")],
                    arithmetic=f"{', '.join(quoted(item.text) for item in tie.items)}: {listed}",
                    spans=names,
                ),
                holds=count.value == listed,
            )


CHECKS: tuple[type[Check], ...] = (
    PartsTotal,
    PartsExceedWhole,
    SharesNotAll,
    ShareMismatch,
    ItemCount,
    ImpliedTotals,
)
