"""SUM06: totals that parts and their shares imply, against each other and against the one stated."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from itertools import combinations

from factx import packaged
from factx.checks.base import Check, Checked
from factx.checks.comparable import other_speakers, same_period, same_place_or_unsaid, same_unit
from factx.checks.figures import Figure, figure
from factx.checks.judge import Relation, Sides, judge, lower
from factx.checks.tied import one
from factx.checks.view import View
from factx.checks.wording import interval, number, quoted
from factx.intervals import Reading
from factx.model import Claim, Measure, Severity

_HUNDREDTH = Decimal("0.01")


@dataclass(frozen=True, slots=True)
class _Implied:
    """A part and its share of a whole that is only named."""

    part: Figure
    share: Figure
    claim: Claim

    @property
    def total(self) -> Reading:
        """Return the whole that the part and its share imply."""
        return _whole(self.part, self.share)


class ImpliedTotals(Check):
    """A part and its share imply another total than the one stated elsewhere.

    ## What it does
    $1.3 billion that is 20 percent of all online sales makes 6.5 billion of sales. It compares that
    with a total given for the same measure, place and period elsewhere in the article, and with
    totals that other parts imply.

    ## Why it matters
    Part, share and total often come from three sources with three definitions.

    ## Example
    - In 2023 the town bought buses for $2.1 million, accounting for 30% of total spending. In 2023
      total spending was $9 million.

    ## Fine
    - In 2023 the town bought buses for $2.1 million, accounting for 30% of total spending. In 2023
      total spending was $7 million.
    """

    code, name, severity = "SUM06", "implied-totals-conflict", "warning"

    def run(self, view: View) -> Iterator[Checked]:
        """Test each implied total against what is stated and what is implied elsewhere."""
        for tie in view.ties("share"):
            part, share, total = (one(view, tie, role) for role in ("part", "share", "stated"))
            claim = view.claim(share.mention) if share is not None else None
            if part and share and total and claim and share.value > 0:
                yield judge(self, view, _stated_relation(_Implied(part, share, claim), total))
        implied = list(_implied(view))
        for one_implied in implied:
            for claim in view.document.claims:
                if (total := _stated(view, one_implied, claim)) is not None:
                    apart = other_speakers(one_implied.claim, claim)
                    severity: Severity = lower(self.severity) if apart else self.severity
                    yield judge(self, view, _stated_relation(one_implied, total), severity)
        for first, second in combinations(implied, 2):
            if _alike(view, first.claim, second.claim) and same_unit(
                first.part.mention, second.part.mention
            ):
                yield judge(self, view, _implied_relation(first, second))


def _implied(view: View) -> Iterator[_Implied]:
    for tie in view.ties("share"):
        part, share = one(view, tie, "part"), one(view, tie, "share")
        if part is None or share is None or share.mention.kind != "percent":
            continue
        if one(view, tie, "whole") is not None or one(view, tie, "stated") is not None:
            continue
        claim = view.claim(share.mention)
        if claim is not None and claim.measure is not None and share.value > 0:
            yield _Implied(part, share, claim)


def _stated(view: View, implied: _Implied, claim: Claim) -> Figure | None:
    """Return the figure of a claim that states the whole, if it does."""
    mention = view.quantity(claim.mention)
    if mention is None or mention.id == implied.part.mention.id:
        return None
    if claim.relation not in ("level", "total") or not same_unit(mention, implied.part.mention):
        return None
    if claim.modality != "actual" or mention.change or not _alike(view, implied.claim, claim):
        return None
    return figure(mention, "total")


def _alike(view: View, one: Claim, other: Claim) -> bool:
    """Tell whether two claims speak of one whole; a place or period left out is not the same."""
    if one.measure is None or other.measure is None or view.period(one) is None:
        return False
    return (
        _words(one.measure, one) == _words(other.measure, other)
        and same_period(one, view, other, view)
        and same_place_or_unsaid(one, other)
    )


def _words(measure: Measure, claim: Claim) -> frozenset[str]:
    """Return what a measure says, synonyms as one, without the place and idle words."""
    kept, idle = _synonyms()
    place = set(claim.place.text.lower().split()) if claim.place else set()
    words = {measure.head, *measure.modifiers} - idle - place
    return frozenset(kept.get(word, word) for word in words if not word.isdigit())


@cache
def _synonyms() -> tuple[dict[str, str], frozenset[str]]:
    table = packaged.table(__package__, "synonyms")
    kept = {word: row[0] for row in table["same"] for word in row}
    return kept, frozenset(table["idle"])


def _whole(part: Figure, share: Figure) -> Reading:
    reading = share.reading
    return Reading(
        part.reading.nominal.divide(reading.nominal.scale(_HUNDREDTH)),
        part.reading.loose.divide(reading.loose.scale(_HUNDREDTH)),
    )


def _stated_relation(implied: _Implied, total: Figure) -> Relation:
    part, share = implied.part, implied.share
    value = part.value / share.value * 100
    return Relation(
        figures=(part, share, total),
        equation=lambda f: Sides(_whole(f[0], f[1]), f[2].reading, f[2].value),
        message=(
            f"{quoted(part.mention.text)} at {quoted(share.mention.text)} implies a total of "
            f"{interval(implied.total.nominal)}, which disagrees with {quoted(total.mention.text)}"
        ),
        agreement=(
            f"{quoted(part.mention.text)} at {quoted(share.mention.text)} implies a total of "
            f"{number(value)}; the text says {quoted(total.mention.text)}"
        ),
        arithmetic=f"{number(part.value)} / {number(share.value)}% = {number(value)}",
        closed=False,
    )


def _implied_relation(first: _Implied, second: _Implied) -> Relation:
    one, other = first.total.nominal, second.total.nominal
    return Relation(
        figures=(first.part, first.share, second.part, second.share),
        equation=_two_totals,
        message=(
            f"{quoted(first.part.mention.text)} at {quoted(first.share.mention.text)} and "
            f"{quoted(second.part.mention.text)} at {quoted(second.share.mention.text)} imply "
            f"different totals, {interval(one)} and {interval(other)}"
        ),
        agreement=(
            f"{quoted(first.part.mention.text)} at {quoted(first.share.mention.text)} and "
            f"{quoted(second.part.mention.text)} at {quoted(second.share.mention.text)} imply "
            f"one total"
        ),
        arithmetic=f"{interval(one)}; {interval(other)}",
        closed=False,
    )


def _two_totals(figures: Sequence[Figure]) -> Sides:
    return Sides(_whole(*figures[:2]), _whole(*figures[2:]))
