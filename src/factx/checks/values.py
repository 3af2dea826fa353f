"""VAL: one measure given twice."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from factx.checks.base import Check, Checked
from factx.checks.comparable import other_speakers, same_measure
from factx.checks.figures import Figure, figure
from factx.checks.pairs import Corpus, Given, rescaled, within
from factx.checks.slip import is_magnitude, is_typo, looks_alike
from factx.checks.tied import between_levels
from factx.checks.verdict import lower, verdict
from factx.checks.view import Place, View
from factx.checks.vocabulary import words
from factx.checks.wording import Words, quoted, said
from factx.model import Claim, Operand, Severity
from factx.nlp.cues import cues

_FEW = 10
_HUNDREDS = 100
_LED, _TO = 6, 3  # words of "climbed to just over", and of "to just over"
_SHORT = 10  # smaller figures may both be meant


def _agree(one: Given, other: Given) -> bool:
    first, second = figure(one.mention, "value"), figure(other.mention, "value")
    return first.reading.loose.intersects(second.reading.loose)


def _is_slip(one: Given, other: Given) -> bool:
    """Tell figures that may be one: of a measure named alike twice, one digit is enough."""
    first, second = one.mention.number, other.mention.number
    if one.is_again:
        # told of by "the", it is the same; fewer may be left, but not more
        alike = looks_alike(first, second) and not is_magnitude(first, second)
        return alike and (first < second or is_typo(first, second))
    if one.event == "restated":
        return first.adjusted() == second.adjusted()
    named = one.measure.modifiers and same_measure(one.claim, other.claim)
    if named and min(first, second) >= _SHORT:
        return looks_alike(first, second) and not is_magnitude(first, second)
    return is_typo(first, second)


def _reported(
    check: Check, one: Given, other: Given, severity: Severity, *, holds: bool
) -> Checked:
    if other_speakers(one.claim, other.claim):
        severity = lower(severity)
    first, second = said(one.mention.text), said(other.mention.text)
    where = "place" if one.view is other.view else "article"
    fact = f'the figure for "{quoted(one.measure.text)}" is {first} in one {where} and'
    message = f"{fact} {second} in another"
    agreement = f"{message}, which may both be right" if first != second else f"{fact} in another"
    return verdict(
        check,
        one.view,
        holds=holds,
        words=Words(message, agreement),
        operands=[(one.mention, "value"), _operand(one, other, "value")],
        severity=severity,
    )


def _operand(one: Given, other: Given, role: str) -> tuple[Place, str] | Operand:
    """Return the second of two figures as an operand: of this article, or placed in another."""
    if one.view is other.view:
        return other.mention, role
    return other.view.operand(other.mention, role)


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
        for one, other in within(view):
            if _agree(one, other):
                yield _reported(self, one, other, "info", holds=True)
            elif _is_slip(one, other) and not (
                _is_told(one) or _is_told(other) or _is_reached(one) != _is_reached(other)
            ):
                yield _reported(self, one, other, "warning", holds=False)


def _is_told(given: Given) -> bool:
    """Tell "I was fifteen years old when we came", an age of any time, from "the 27-year-old"."""
    return given.mention.text.lower().endswith(tuple(words("ages_told")))


def _is_reached(given: Given) -> bool:
    """Tell "the cost has climbed to 39 million": there was another figure before it."""
    claim = given.claim.sentence
    said = claim.text[: max(0, given.mention.start - claim.start)].lower().split()[-_LED:]
    return "to" in said[-_TO:] and any(word in cues().verbs for word in said)


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
        """Test each pair of figures for one measure, then the two levels of each change."""
        for _, new, old in between_levels(view):
            if _scales_apart(new, old):
                words = Words(f"{new} and {old} are hundreds of times apart in one change", "")
                operands = [(new.mention, "new"), (old.mention, "old")]
                yield verdict(self, view, holds=False, words=words, operands=operands)
        pairs = chain(within(view), rescaled(view))
        for one, other in {(a.claim.id, b.claim.id): (a, b) for a, b in pairs}.values():
            if one.mention.kind == "count" and _tell_apart(one.claim, other.claim):
                continue
            values = (one.mention.number, other.mention.number)
            # three soldiers in one place and thirty in another are two stories
            apart = is_magnitude(*values) and min(values) >= _FEW
            yield _reported(self, one, other, "warning" if apart else "info", holds=not apart)


def _tell_apart(one: Claim, other: Claim) -> bool:
    """Tell "killed 1,240 people" from "in which 124 people died": two deeds, and a bare noun."""
    bare = all(c.measure is not None and not c.measure.modifiers for c in (one, other))
    deeds = {c.action.text.lower() if c.action is not None else "" for c in (one, other)}
    return bare and len(deeds) == 2 and "" not in deeds


def _scales_apart(new: Figure, old: Figure) -> bool:
    """Tell "1.05 billion from 1.339 million": two scale words in one change, hundreds of times apart."""
    small, large = sorted((new.value, old.value))
    scales = {level.mention.text.lower().rpartition("illion")[0][-1:] for level in (new, old)}
    return len(scales) == 2 and "" not in scales and 0 < small * _HUNDREDS <= large


class CrossDocument(Check):
    """Two articles give one measure with different figures.

    ## What it does
    Compares figures for the same measure, unit, place and time across articles: a period that both
    give, or the day of two articles whose headlines share a name. Articles of one day should agree;
    between others a difference is information.

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

    def across(self, corpus: Corpus) -> Iterator[Checked]:
        """Test each pair of figures from two articles; the cost is that of the blocks."""
        for one, other in corpus.pairs:
            dates = {one.view.document.date, other.view.document.date}
            same = len(dates) == 1 and None not in dates
            severity: Severity = "warning" if same else "info"
            yield _reported(self, one, other, severity, holds=_agree(one, other))


class DuplicateFact(Check):
    """Two articles give one fact.

    ## What it does
    Finds figures that several articles give for the same measure, unit, place and time. They agree;
    the finding is for those who count facts and want each of them once.

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

    def across(self, corpus: Corpus) -> Iterator[Checked]:
        """Test each pair of figures from two articles; the cost is that of the blocks."""
        for one, other in corpus.pairs:
            first = f'{said(one.mention.text)} for "{quoted(one.measure.text)}"'
            here, there = one.view.source, other.view.source
            both = f"in {here} and in {there}" if here != there else f"in two articles of {here}"
            yield verdict(
                self,
                one.view,
                holds=one.mention.number != other.mention.number,
                words=Words(
                    f"{first} stands {both}",
                    f"{here} has {first} and {there} {said(other.mention.text)}: "
                    f"no fact told twice",
                ),
                operands=[(one.mention, "value"), _operand(one, other, "repeat")],
            )


CHECKS: tuple[type[Check], ...] = (ValueConflict, CrossDocument, MagnitudeSlip, DuplicateFact)
