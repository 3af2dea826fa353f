"""SUM: totals, parts and shares."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from factx.checks.base import Check, Checked
from factx.checks.elsewhere import alike, passage
from factx.checks.figures import Figure
from factx.checks.implied import ImpliedTotals
from factx.checks.judge import judge
from factx.checks.readings import added, subtract, total, within
from factx.checks.relation import Relation, Sides, result
from factx.checks.shares import ShareMismatch, SharesNotAll
from factx.checks.tied import members, one
from factx.checks.verdict import verdict
from factx.checks.view import View
from factx.checks.vocabulary import groups
from factx.checks.wording import Words, listed, number, quoted
from factx.model import Tie

# A whole of fewer is told by the way; times that a slip of the pen, one zero too many, makes a part larger.
_FEW, _FAR = 4, 12

_FROM_ZERO = within(Decimal(0), None)


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
            parts = members(view, tie, "part")
            whole = one(view, tie, "total" if tie.closed else "sum")
            if whole is None or len(parts) < 2 or _is_of_more(view, tie, whole, parts):
                continue
            yield judge(self, view, _parts_relation(whole, parts), closed=tie.closed)


def _is_of_more(view: View, tie: Tie, whole: Figure, parts: Sequence[Figure]) -> bool:
    """Tell a list with one more part than was taken, beside it: the total then, or another.

    "676,300 in primary and 471,900 in high school, the remaining 152,800 ...", of 1,301,000.
    """
    told = sum(part.value for part in parts)
    wanted = {whole.value + told} if tie.closed else {whole.value + told, whole.value - told}
    return told != whole.value and any(
        other.number in wanted and alike(whole.mention, other)
        for other in passage(view, [whole, *parts])
    )


def _parts_relation(whole: Figure, parts: Sequence[Figure]) -> Relation:
    def equation(figures: Sequence[Figure]) -> Sides:
        return Sides.of(total(figures[1:]), figures[0])

    figures = (whole, *parts)
    fact = f"the parts {listed(parts)} add up to"
    return Relation(
        figures=figures,
        equation=equation,
        words=Words(
            f"{fact} {result(equation, figures, whole)}, which disagrees with the total of {whole}",
            f"{fact} the total of {whole}",
        ),
        arithmetic=added(parts),
    )


class PartsExceedWhole(Check):
    """A part is larger than its whole.

    ## What it does
    Compares each part with its whole ("17 of the 18"), and the sum of a complete list with its
    total. Parts of an open list may overlap and are compared one by one, unless they cannot, as
    men and women, or passengers and crew.

    ## Why it matters
    Part and whole have changed places, or a digit too many stands in one of them.

    ## Example
    - The opposition took control of 71 of the 18 districts on Sunday.
    - Of the 40 passengers, 220 were from abroad.
    - The fire hurt 30 people, including 19 men and 16 women.

    ## Fine
    - The opposition took control of 17 of the 18 districts on Sunday.
    - Of the 40 passengers, 22 were from abroad.
    """

    code, name, severity = "SUM02", "parts-exceed-whole", "error"
    evident = True

    def run(self, view: View) -> Iterator[Checked]:
        """Test each part against its whole, then those that cannot overlap together."""
        seen: set[tuple[str, str]] = set()
        for tie in (*view.ties("parts"), *view.ties("share")):
            whole = one(view, tie, "total") or one(view, tie, "whole")
            apart = members(view, tie, "apart")
            parts = [*members(view, tie, "part"), *apart]
            if whole is None or (tie.kind == "parts" and tie.closed and len(parts) > 1):
                continue
            said = tie.cue is not None and tie.cue.text.lower() == "out"  # "7 out of 2"
            if not said and any(_is_of_other(whole, part) for part in parts):
                continue
            if one(view, tie, "share") is not None:
                continue  # the share tells more: SUM04
            for part in parts:
                pair = part.mention.id, whole.mention.id
                if pair not in seen and (tie.closed or _is_only_whole(view, whole, part)):
                    seen.add(pair)
                    yield judge(self, view, _within_relation(whole, [part]))
            apart = apart or _disjoint(parts)
            if len(apart) > 1:
                yield judge(self, view, _within_relation(whole, apart), closed=tie.closed)


def _is_of_other(whole: Figure, part: Figure) -> bool:
    """Tell figures that no slip makes part and whole: "2 of those", "12 million" beside "$40"."""
    return part.value > whole.value and (whole.value < _FEW or part.value > _FAR * whole.value)


def _is_only_whole(view: View, whole: Figure, part: Figure) -> bool:
    """Tell the whole of an open list from one of several figures that may be it."""
    bare = part.mention.noun is None and part.mention.kind == "count"
    return part.value <= whole.value or not any(
        (alike(part.mention, other) or (bare and other.kind == "measure"))
        and other.number >= part.value
        for other in passage(view, [whole, part])
    )


def _disjoint(parts: Sequence[Figure]) -> list[Figure]:
    """Return the parts that cannot share a member: men and women, passengers and crew."""
    kinds = {(part.mention.unit or "").rpartition(" ")[2]: part for part in parts}
    for group in groups("disjoint"):
        if len(found := [part for kind, part in kinds.items() if kind in group]) > 1:
            return found
    return []


def _within_relation(whole: Figure, parts: Sequence[Figure]) -> Relation:
    single = len(parts) == 1
    fact = f"{listed(parts)} {'is' if single else 'together are'}"
    of = f"more than the {whole} {'it is' if single else 'they are'} part of"
    over = sum(part.value for part in parts) > whole.value
    return Relation(
        figures=(*parts, whole),
        equation=_left,
        words=Words(f"{fact} {of}", f"{fact} no {of}{', rounding allowed' if over else ''}"),
        arithmetic=(
            f"{number(parts[0].value) if single else added(parts)} {'>' if over else '≤'} "
            f"{number(whole.value)}"
        ),
    )


def _left(figures: Sequence[Figure]) -> Sides:
    *parts, whole = figures
    return Sides(subtract(whole.reading, total(parts)), _FROM_ZERO)


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
            named = len(tie.items)
            fact = f"{count} {'is' if count.value == 1 else 'are'} announced, and the list names {named}"
            yield verdict(
                self,
                view,
                holds=count.value == named,
                words=Words(fact, fact),
                operands=[(count.mention, "count"), *((item, "item") for item in tie.items)],
                arithmetic=f"{', '.join(quoted(item.text) for item in tie.items)}: {named}",
            )


CHECKS: tuple[type[Check], ...] = (
    PartsTotal,
    PartsExceedWhole,
    SharesNotAll,
    ShareMismatch,
    ItemCount,
    ImpliedTotals,
)
