"""HED: the headline against the body."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations

from factx.checks.base import Check, Checked
from factx.checks.figures import figure
from factx.checks.judge import finding
from factx.checks.slip import looks_alike
from factx.checks.tied import change
from factx.checks.view import View
from factx.checks.wording import interval, quoted
from factx.model import Claim, Date, Mention, Quantity

# More figures than these add up to almost anything.
_MOST = 12


class HeadlineNumber(Check):
    """A figure of the headline does not stand in the article, and one like it does.

    ## What it does
    Looks for each figure of the headline in the body: the same value, a rounder one, or the sum of
    two. Where there is none, and the body has a figure for the same thing that is one digit, one
    swap or one power of ten away, it reports the two.

    ## Why it matters
    The headline is written last, by someone else, and read first.

    ## Example
    - Earthquake injures 52 people in the south

      An earthquake injured 25 people in the south of the island on Monday, the governor said.

    ## Fine
    - Earthquake injures 25 people in the south

      An earthquake injured 25 people in the south of the island on Monday, the governor said.
    """

    code, name, severity = "HED01", "headline-number", "warning"

    def run(self, view: View) -> Iterator[Checked]:
        """Test each figure and length of time in the headline."""
        titles = [m for m in view.document.mentions if view.in_title(m)]
        body = [m for m in view.document.mentions if not view.in_title(m)]
        for mention in titles:
            if isinstance(mention, Quantity) and mention.kind != "ratio":
                others = [m for m in body if isinstance(m, Quantity)]
                yield from self._figure(view, mention, others)
            elif isinstance(mention, Date) and mention.timex_type == "DURATION":
                yield from self._length(view, mention, [m for m in body if isinstance(m, Date)])

    def _figure(self, view: View, title: Quantity, body: Sequence[Quantity]) -> Iterator[Checked]:
        same = [m for m in body if _same_thing(title, m)]
        if not same:
            return
        if match := next((m for m in body if _agrees(title, m)), None):
            yield self._judged(view, title, match, holds=True)
        elif _adds_up(title, same):
            yield self._judged(view, title, same[0], holds=True)
        else:
            close = (m for m in same if looks_alike(title.number, m.number) and _likened(title, m))
            if other := next(close, None):
                yield self._judged(view, title, other, holds=False)

    def _length(self, view: View, title: Date, body: Sequence[Date]) -> Iterator[Checked]:
        length = _length(title)
        lengths = [(date, other) for date in body if (other := _length(date)) is not None]
        if length is None:
            return
        if match := next((date for date, other in lengths if other == length), None):
            yield self._judged(view, title, match, holds=True)
            return
        for date, other in lengths:
            if other[1] == length[1] and looks_alike(length[0], other[0]):
                yield self._judged(view, title, date, holds=False)
                return

    def _judged(self, view: View, title: Mention, body: Mention, *, holds: bool) -> Checked:
        message = f"the headline has {quoted(title.text)}, and the article has {quoted(body.text)}"
        operands = [(title, "headline"), (body, "body")]
        return Checked(finding(self, view, message=message, operands=operands), holds)


def _same_thing(title: Quantity, other: Quantity) -> bool:
    """Tell figures of one unit; a count may leave out what it counts."""
    if title.kind != other.kind:
        return {title.kind, other.kind} <= {"count", "number"} and None in (title.unit, other.unit)
    if title.kind == "count":
        return title.unit == other.unit or None in (title.unit, other.unit)
    return title.unit == other.unit


def _agrees(title: Quantity, other: Quantity) -> bool:
    """Tell a figure that the headline may stand for; rounding in headlines is normal."""
    if title.number == other.number:
        return True
    # "At least 25" in the article is no leave for 52 in the headline.
    one, two = figure(title, "headline").plain, figure(other, "body").plain
    return _same_thing(title, other) and one.reading.loose.intersects(two.reading.loose)


def _adds_up(title: Quantity, body: Sequence[Quantity]) -> bool:
    values = {m.number for m in body[:_MOST]}
    return any(one + two == title.number for one, two in combinations(sorted(values), 2)) or any(
        abs(one - two) == title.number for one, two in combinations(sorted(values), 2)
    )


def _likened(title: Quantity, other: Quantity) -> bool:
    """Tell figures of one sort: levels or amounts, no ranges, and in digits, where a digit may slip."""
    if not all(any(c.isdigit() for c in mention.text) for mention in (title, other)):
        return False
    return title.change == other.change and "range" not in (title.qualifier, other.qualifier)


def _length(date: Date) -> tuple[Decimal, str] | None:
    value = date.timex
    plain = date.timex_type == "DURATION" and value[:1] == "P" and value[1:-1].isdigit()
    return (Decimal(value[1:-1]), value[-1]) if plain else None


class HeadlineDirection(Check):
    """A multiple in the headline disagrees with the figures of the article.

    ## What it does
    Where the headline says that something doubled or halved and the article gives the levels of the
    same measure before and after, it divides and compares.

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
        """Test each multiple of the headline against the changes of its measure."""
        for claim in view.title_claims:
            multiple = view.quantity(claim.mention)
            if multiple is None or multiple.kind != "ratio" or multiple.change is None:
                continue
            yield from self._multiple(view, claim, multiple)

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
            message = (
                f'the headline says "{quoted(multiple.text)}", and from {quoted(old.mention.text)} '
                f"to {quoted(new.mention.text)} is {interval(ratio)} times as much"
            )
            operands = [(multiple, "headline"), (new.mention, "new"), (old.mention, "old")]
            found = finding(self, view, message=message, operands=operands)
            tested.append(Checked(found, holds=ratio.intersects(stated.loose)))
        if any(checked.holds for checked in tested):
            tested = [checked for checked in tested if checked.holds]
        yield from tested


def _of_measure(view: View, title: Claim, level: Quantity) -> bool:
    claim = view.claim(level)
    if claim is None or claim.measure is None or title.measure is None:
        return False
    return claim.measure.head == title.measure.head and set(title.measure.modifiers) <= set(
        claim.measure.modifiers
    )


CHECKS: tuple[type[Check], ...] = (HeadlineNumber, HeadlineDirection)
