"""SUM06: totals that parts and their shares imply, against each other and against the one stated."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from factx.checks.base import Check, Checked
from factx.checks.comparable import other_speakers, same_period, same_place_or_unsaid, same_unit
from factx.checks.figures import Figure, figure
from factx.checks.judge import judge
from factx.checks.readings import HUNDRED, divide, scale
from factx.checks.relation import Relation, Sides, result
from factx.checks.tied import one
from factx.checks.verdict import lower
from factx.checks.view import View
from factx.checks.vocabulary import canonical, words
from factx.checks.wording import beside, number, written
from factx.intervals import Reading
from factx.model import Claim, Measure, Severity

_HUNDREDTH = Decimal("0.01")


@dataclass(frozen=True, slots=True)
class _Implied:
    """A part and its share of a whole that is only named."""

    part: Figure
    share: Figure
    claim: Claim

    def __str__(self) -> str:
        return f"{self.part} at {self.share}"

    @property
    def total(self) -> str:
        """Return the whole that the part and its share imply, as printed."""
        return written(self.part.value / self.share.value * HUNDRED, self.part.mention)

    @property
    def sum(self) -> str:
        """Write how the whole comes about."""
        return f"{self.part} / {number(self.share.value)}% = {self.total}"


class ImpliedTotals(Check):
    """A part and its share imply another total than the one stated elsewhere.

    ## What it does
    $1.3 billion that is 20 percent of all online sales makes 6.5 billion of sales. It compares that
    with a total given for the same measure, place and period elsewhere in the article.

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
        seen: set[tuple[str, str]] = set()
        for tie in view.ties("share"):
            part, share, total = (one(view, tie, role) for role in ("part", "share", "stated"))
            claim = view.claim(share.mention) if share is not None else None
            if part and share and total and claim and share.value > 0:
                seen.add((share.mention.id, total.mention.id))
                relation = _stated_relation(_Implied(part, share, claim), total)
                yield judge(self, view, relation, closed=False)
        for one_implied in _implied(view):
            for claim in view.document.claims:
                if (one_implied.share.mention.id, claim.mention) in seen:
                    continue
                if (total := _stated(view, one_implied, claim)) is not None:
                    apart = other_speakers(one_implied.claim, claim)
                    severity: Severity = lower(self.severity) if apart else self.severity
                    relation = _stated_relation(one_implied, total)
                    yield judge(self, view, relation, severity, closed=False)


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
    kept = canonical("synonyms")
    place = set(claim.place.text.lower().split()) if claim.place else set()
    said = {measure.head, *measure.modifiers} - words("idle") - place
    return frozenset(kept.get(word, word) for word in said if not word.isdigit())


def _whole(figures: Sequence[Figure]) -> Reading:
    part, share = figures
    return divide(part.reading, scale(share.reading, _HUNDREDTH))


def _stated_relation(implied: _Implied, total: Figure) -> Relation:
    def equation(figures: Sequence[Figure]) -> Sides:
        return Sides.of(_whole(figures[:2]), figures[2])

    figures = (implied.part, implied.share, total)
    return Relation(
        figures=figures,
        equation=equation,
        words=beside(f"{implied} implies a total of {result(equation, figures, total)}", total),
        arithmetic=implied.sum,
    )
