"""HED02: the direction of the headline against the levels of the article."""

from __future__ import annotations

from collections.abc import Iterator

from factx.checks.base import Check, Checked
from factx.checks.figures import Figure, figure
from factx.checks.readings import apart, divide
from factx.checks.tied import between_levels, change
from factx.checks.verdict import verdict
from factx.checks.view import View
from factx.checks.vocabulary import words
from factx.checks.wording import Words, number, quoted
from factx.model import Claim, Quantity, Span, Tie

_SENTENCES = 2
# Words that begin alike are forms of one.
_STEM = 4
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
            if multiple is not None and multiple.kind == "ratio" and multiple.change is not None:
                yield from self._multiple(view, claim, multiple)

    def _told(self, view: View, headline: Tie) -> Iterator[Checked]:
        """Test a headline against the levels that its own sentence in the article puts together."""
        found, cue = change(view, headline), headline.cue
        if found.levels is None or cue is None or found.levels[1].value <= 0:
            return
        new, old = found.levels
        holds = new.value != old.value and (new.value > old.value) == (headline.way == "up")
        if found.multiple is not None:
            holds = _comes_to(found.multiple, new, old)
        yield self._said(view, cue, new, old, holds=holds)

    def _direction(self, view: View, headline: Tie) -> Iterator[Checked]:
        """Test a direction against the first change of the article, if it is of one thing with it."""
        cue, first = headline.cue, next(between_levels(view), None)
        if cue is None or first is None or not headline.items:
            return
        found, new, old = first
        claim = view.claim(new.mention)
        if claim is None or new.mention.start > lead(view) or view.in_title(new.mention):
            return
        if not _speaks_of(headline.items[0].text, claim) or new.value == old.value:
            return
        way = "up" if new.value > old.value else "down"
        if found.tie.way in (way, None):
            yield self._said(view, cue, new, old, holds=way == headline.way)

    def _said(self, view: View, cue: Span, new: Figure, old: Figure, *, holds: bool) -> Checked:
        fact = f'the headline says "{quoted(cue.text)}", and the article has {new} after {old}'
        return verdict(
            self,
            view,
            holds=holds,
            words=Words(fact, fact),
            operands=[(new.mention, "new"), (old.mention, "old"), (cue, "headline")],
        )

    def _multiple(self, view: View, title: Claim, multiple: Quantity) -> Iterator[Checked]:
        """Test a multiple against the changes of its measure; where one fits, it is meant."""
        stated = figure(multiple, "headline")
        tested = []
        for _, new, old in between_levels(view):
            if old.value <= 0 or not _of_measure(view, title, new.mention):
                continue
            times = number(new.value / old.value)
            fact = f'the headline says "{stated}", and {new} is {times} times {old}'
            tested.append(
                verdict(
                    self,
                    view,
                    holds=_comes_to(stated, new, old),
                    words=Words(fact, fact),
                    operands=[(multiple, "headline"), (new.mention, "new"), (old.mention, "old")],
                )
            )
        fitting = [checked for checked in tested if checked.holds]
        yield from fitting or tested


def _comes_to(multiple: Figure, new: Figure, old: Figure) -> bool:
    """Tell whether one level is a multiple of another, or has changed by that part of it."""
    stated = multiple.reading.loose
    if divide(new.reading, old.reading).loose.intersects(stated):
        return True
    return multiple.value < 1 and divide(apart(new, old), old.reading).loose.intersects(stated)


def _speaks_of(subject: str, claim: Claim) -> bool:
    """Tell whether a headline and a measure share the noun that one of them is built on.

    "Water level drops" is not about villages on water rations; prices are of what is paid for.
    """
    place = claim.place
    if claim.measure is None or (place and place.explicit and place.text not in subject):
        return False  # "London rents slide" is not of rents in the north
    measure, said = claim.measure.text.lower().split(), subject.lower().split()
    stems = {word[:_STEM] for word in said}
    shared = {word[:_STEM] for word in measure} & stems
    heads = {claim.measure.head[:_STEM], said[-1][:_STEM]}
    jobless = not words("jobless").isdisjoint(measure) or set(measure) >= _OUT_OF_WORK
    jobs = jobless and not stems.isdisjoint(word[:_STEM] for word in words("jobless"))
    priced = not words("prices").isdisjoint(said)
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
