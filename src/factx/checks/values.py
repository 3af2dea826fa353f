"""VAL: one measure given twice."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from factx.checks.base import Check, Checked
from factx.checks.comparable import comparable
from factx.checks.figures import figure
from factx.checks.judge import finding
from factx.checks.slip import is_magnitude, looks_alike
from factx.checks.view import View
from factx.checks.wording import quoted
from factx.model import Claim, Operand, Quantity, Severity

_FIGURES = frozenset({"count", "money"})
# One block this large is a table; comparing all its pairs would cost more than it tells.
_MOST = 50
# A measure with three values is counted more than once: a list, a table, a tally.
_TWO = 2


@dataclass(frozen=True, slots=True)
class _Given:
    """A claim that gives a measure, with its figure and its document."""

    view: View
    claim: Claim
    mention: Quantity


def _given(view: View) -> Iterator[_Given]:
    """Yield the claims that may be compared: plain levels of a named measure, stated as facts."""
    for claim in view.document.claims:
        mention = view.quantity(claim.mention)
        if mention is None or mention.kind not in _FIGURES or claim.measure is None:
            continue
        plain = mention.change is None and mention.qualifier == "exact" and claim.converts is None
        if plain and claim.relation in ("level", "total") and not view.in_title(mention):
            yield _Given(view, claim, mention)


def _blocks(given: Iterable[_Given]) -> Iterator[list[_Given]]:
    """Yield the claims of one measure, unit and place: only these are compared with each other."""
    blocks: dict[object, list[_Given]] = {}
    for one in given:
        measure = one.claim.measure
        assert measure is not None
        place = one.claim.place.text.lower() if one.claim.place else None
        key = (
            measure.head,
            frozenset(measure.modifiers),
            one.mention.kind,
            one.mention.unit,
            place,
        )
        blocks.setdefault(key, []).append(one)
    yield from (block for block in blocks.values() if 1 < len(block) <= _MOST)


def _pairs(view: View) -> Iterator[tuple[_Given, _Given]]:
    """Yield the pairs of one article that give the same measure in different sentences."""
    for block in _blocks(_given(view)):
        if len({one.mention.number for one in block}) > _TWO:
            continue
        for one, other in combinations(block, 2):
            apart = one.claim.sentence.start != other.claim.sentence.start
            specific = one.claim.measure is not None and one.claim.measure.modifiers
            if apart and specific and comparable(one.claim, view, other.claim, timeless=True):
                yield one, other


def _agree(one: _Given, other: _Given) -> bool:
    first, second = figure(one.mention, "value"), figure(other.mention, "value")
    return first.reading.loose.intersects(second.reading.loose)


def _reported(
    check: Check, one: _Given, other: _Given, severity: Severity, *, holds: bool
) -> Checked:
    measure = one.claim.measure
    what = quoted(measure.text) if measure is not None else "one measure"
    message = (
        f"{what}: {quoted(one.mention.text)} in one place, {quoted(other.mention.text)} in another"
    )
    spans: list[Operand] = []
    operands = [(one.mention, "value")]
    if other.view is one.view:
        operands.append((other.mention, "value"))
    else:
        mention = other.mention
        spans.append(Operand(other.view.source, mention.start, mention.end, mention.text, "value"))
    return Checked(
        finding(
            check, one.view, message=message, operands=operands, spans=spans, severity=severity
        ),
        holds,
    )


class ValueConflict(Check):
    """One measure is given with two figures that look alike.

    ## What it does
    Compares figures for the same measure, place and period in different sentences, and reports those
    that are one digit or one swap apart. Figures that differ in any other way may be of two days.

    ## Why it matters
    "The 74" in the last paragraph are the 47 of the first.

    ## Example
    - The storm left 47 damaged houses on Monday. The governor visited the coast. The 74 damaged houses
      will be rebuilt.

    ## Fine
    - The storm left 47 damaged houses on Monday. The governor visited the coast. The 47 damaged houses
      will be rebuilt.
    """

    code, name, severity = "VAL01", "value-conflict", "warning"

    def run(self, view: View) -> Iterator[Checked]:
        """Test each pair of figures for one measure."""
        for one, other in _pairs(view):
            if _agree(one, other):
                yield _reported(self, one, other, "info", holds=True)
            elif looks_alike(one.mention.number, other.mention.number) and not is_magnitude(
                one.mention.number, other.mention.number
            ):
                yield _reported(self, one, other, "warning", holds=False)


class MagnitudeSlip(Check):
    """One measure is given with two figures a power of ten apart.

    ## What it does
    Compares figures for the same measure, place and period in different sentences, and reports those
    that lie a factor of ten, a hundred, a thousand or a million apart.

    ## Why it matters
    Million and billion change places; the figure stays believable.

    ## Example
    - The fund holds 640 million dollars in public deposits. Banks were calm. The 640 billion dollars in
      public deposits are safe.

    ## Fine
    - The fund holds 640 million dollars in public deposits. Banks were calm. The 640 million dollars in
      public deposits are safe.
    """

    code, name, severity = "VAL03", "magnitude-slip", "warning"

    def run(self, view: View) -> Iterator[Checked]:
        """Test each pair of figures for one measure."""
        for one, other in _pairs(view):
            apart = is_magnitude(one.mention.number, other.mention.number)
            yield _reported(self, one, other, "warning" if apart else "info", holds=not apart)


class CrossDocument(Check):
    """Two articles give one measure with different figures.

    ## What it does
    Compares figures for the same measure, unit, place and dated period across articles. Articles of
    one day and source should agree; between others a difference is information.

    ## Why it matters
    The later article may be right, and the earlier one still needs its correction.

    ## Example
    - The party won 64 parliament seats in May 2024.

      ---

      The party won 46 parliament seats in May 2024.

    ## Fine
    - The party won 64 parliament seats in May 2024.

      ---

      The party won 64 parliament seats in May 2024.
    """

    code, name, severity = "VAL02", "cross-document", "warning"

    def across(self, views: Sequence[View]) -> Iterator[Checked]:
        """Test each pair of figures from two articles; the cost is that of the blocks."""
        for one, other in _alike(views):
            dates = {one.view.document.date, other.view.document.date}
            same = len(dates) == 1 and None not in dates
            severity: Severity = "warning" if same else "info"
            yield _reported(self, one, other, severity, holds=_agree(one, other))


class DuplicateFact(Check):
    """Two articles give one fact.

    ## What it does
    Finds figures that several articles give for the same measure, unit, place and dated period. They
    agree; the finding is for those who count facts and want each of them once.

    ## Why it matters
    A figure that twenty articles copy from one is not confirmed twenty times.

    ## Example
    - The party won 64 parliament seats in May 2024.

      ---

      The party won 64 parliament seats in May 2024.

    ## Fine
    - The party won 64 parliament seats in May 2024.

      ---

      The party won 51 parliament seats in May 2019.
    """

    code, name, severity = "VAL04", "duplicate-fact", "info"

    def across(self, views: Sequence[View]) -> Iterator[Checked]:
        """Test each pair of figures from two articles; the cost is that of the blocks."""
        for one, other in _alike(views):
            same = one.mention.number == other.mention.number
            mention = other.mention
            repeat = Operand(other.view.source, mention.start, mention.end, mention.text, "repeat")
            found = finding(
                self,
                one.view,
                message=f"{quoted(one.mention.text)} is given for one measure in two articles",
                operands=[(one.mention, "value")],
                spans=[repeat],
            )
            yield Checked(found, holds=not same)


def _alike(views: Sequence[View]) -> Iterator[tuple[_Given, _Given]]:
    """Yield each pair of comparable, dated figures from two articles."""
    for block in _blocks(one for view in views for one in _given(view)):
        for one, other in combinations(block, 2):
            if one.view is other.view or one.view.period(one.claim) is None:
                continue
            if comparable(one.claim, one.view, other.claim, other.view):
                yield one, other


CHECKS: tuple[type[Check], ...] = (ValueConflict, CrossDocument, MagnitudeSlip, DuplicateFact)
