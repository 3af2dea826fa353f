"""HED02: the direction of the headline against the levels of the article."""

from __future__ import annotations

from collections.abc import Iterator

from factx.checks.base import Check, Checked
from factx.checks.figures import figure
from factx.checks.judge import verdict
from factx.checks.tied import change
from factx.checks.view import View
from factx.checks.wording import interval, quoted
from factx.model import Claim, Mention, Quantity, Tie

_SENTENCES = 2
# Words that begin alike are forms of one.
_STEM = 4
_JOBS = {"unem", "jobl"}
_PRICES = frozenset({"price", "prices", "cost", "costs"})
_JOBLESS = {"jobless", "unemployed", "unemployment"}
_OUT_OF_WORK = {"out", "work"}


class HeadlineDirection(Check):
    """A direction or multiple in the headline disagrees with the figures of the article.

    ## What it does
    Where the headline says that something rose, fell, doubled or halved and the article gives the
    levels of the same measure before and after, it compares.

    ## Why it matters
    "Exports halve" over a fall of a tenth is remembered, whatever the article says.

    ## Example
    - Exports halve in spring

      Exports fell to 740 tonnes from 815 tonnes in spring, and imports rose, the office said.

    ## Fine
    - Exports halve in spring

      Exports fell to 410 tonnes from 815 tonnes in spring, and imports rose, the office said.
    """

    code, name, severity = "HED02", "headline-direction", "warning"

    def run(self, view: View) -> Iterator[Checked]:
        """Test the words of change in the headline against the changes of their measure."""
        told = [tie for tie in view.ties("headline") if tie.members]
        for tie in told:
            yield from self._told(view, tie)
        if told:
            return
        for tie in view.ties("headline"):
            yield from self._direction(view, tie)
        for claim in view.title_claims:
            multiple = view.quantity(claim.mention)
            if multiple is None or multiple.kind != "ratio" or multiple.change is None:
                continue
            yield from self._multiple(view, claim, multiple)

    def _told(self, view: View, headline: Tie) -> Iterator[Checked]:
        """Test a headline against the levels that its own sentence in the article puts together."""
        found, cue = change(view, headline), headline.cue
        if found.levels is None or cue is None or found.levels[1].value <= 0:
            return
        new, old = found.levels
        fact = (
            f'the headline says "{quoted(cue.text)}", and the article has '
            f"{quoted(new.mention.text)} after {quoted(old.mention.text)}"
        )
        rises = headline.way == "up"
        holds = new.value != old.value and (new.value > old.value) == rises
        if found.multiple is not None:
            ratio = new.reading.loose.divide(old.reading.loose)
            holds = ratio.intersects(found.multiple.reading.loose)
        operands: list[tuple[Mention, str]] = [(new.mention, "new"), (old.mention, "old")]
        yield verdict(
            self,
            view,
            holds=holds,
            message=fact,
            agreement=fact,
            operands=operands,
            spans=[view.operand(cue, "headline")],
        )

    def _direction(self, view: View, headline: Tie) -> Iterator[Checked]:
        """Test a direction against the first change of the article, if it is of one thing with it."""
        cue = headline.cue
        found = next((c for t in view.ties("change") if (c := change(view, t)).levels), None)
        if cue is None or found is None or found.levels is None or not headline.items:
            return
        new, old = found.levels
        claim = view.claim(new.mention)
        end = lead(view)
        if claim is None or new.mention.start > end or view.in_title(new.mention):
            return
        if not _speaks_of(headline.items[0].text, claim) or new.value == old.value:
            return
        way = "up" if new.value > old.value else "down"
        if found.tie.way not in (way, None):
            return
        message = (
            f'the headline says "{quoted(cue.text)}", and the article has '
            f"{quoted(new.mention.text)} after {quoted(old.mention.text)}"
        )
        span = view.operand(cue, "headline")
        operands: list[tuple[Mention, str]] = [(new.mention, "new"), (old.mention, "old")]
        yield verdict(
            self,
            view,
            holds=way == headline.way,
            message=message,
            agreement=message,
            operands=operands,
            spans=[span],
        )

    def _multiple(self, view: View, title: Claim, multiple: Quantity) -> Iterator[Checked]:
        stated = figure(multiple, "headline").reading
        tested = []
        for tie in view.ties("change"):
            levels = change(view, tie).levels
            if (
                levels is None
                or levels[1].value <= 0
                or not _of_measure(view, title, levels[0].mention)
            ):
                continue
            new, old = levels
            ratio = new.reading.loose.divide(old.reading.loose)
            fact = (
                f'the headline says "{quoted(multiple.text)}", and from {quoted(old.mention.text)} '
                f"to {quoted(new.mention.text)} is {interval(ratio)} times as much"
            )
            operands = [(multiple, "headline"), (new.mention, "new"), (old.mention, "old")]
            fits = ratio.intersects(stated.loose)
            tested.append(
                verdict(self, view, holds=fits, message=fact, agreement=fact, operands=operands)
            )
        if any(checked.holds for checked in tested):
            tested = [checked for checked in tested if checked.holds]
        yield from tested


def _speaks_of(subject: str, claim: Claim) -> bool:
    """Tell whether a headline and a measure share the noun that one of them is built on.

    "Water level drops" is not about villages on water rations; prices are of what is paid for.
    """
    if claim.measure is None:
        return False
    measure, words = claim.measure.text.lower().split(), subject.lower().split()
    shared = {word[:_STEM] for word in measure} & {word[:_STEM] for word in words}
    heads = {claim.measure.head[:_STEM], *(word[:_STEM] for word in words[-1:])}
    jobless = not _JOBLESS.isdisjoint(measure) or set(measure) >= _OUT_OF_WORK
    jobs = not _JOBS.isdisjoint(word[:_STEM] for word in words) and jobless
    priced = not _PRICES.isdisjoint(words)
    return jobs or any(len(stem) == _STEM and (priced or stem in heads) for stem in shared)


def _of_measure(view: View, title: Claim, level: Quantity) -> bool:
    claim = view.claim(level)
    if claim is None or claim.measure is None or title.measure is None:
        return False
    return claim.measure.head == title.measure.head and set(title.measure.modifiers) <= set(
        claim.measure.modifiers
    )


def lead(view: View) -> int:
    """Return where the first two sentences of the article end, as far as they assert figures."""
    ends = [claim.sentence.end for claim in view.document.claims if claim not in view.title_claims]
    return sorted(set(ends))[:_SENTENCES][-1] if ends else 0
