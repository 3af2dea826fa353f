"""HED: the headline against the body."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations

from factx.checks.base import Check, Checked
from factx.checks.figures import figure
from factx.checks.heading import HeadlineDirection, lead
from factx.checks.slip import is_magnitude, looks_alike
from factx.checks.tied import length
from factx.checks.verdict import verdict
from factx.checks.view import View
from factx.checks.vocabulary import words
from factx.checks.wording import Words, said
from factx.model import Date, Mention, Quantity

# More figures than these add up to almost anything.
_MOST = 12
_SHORT = 10  # below which one length of time is as like another as any
# Amounts further apart are hardly of one thing.
_FAR = 5
_MANY = 20


class HeadlineNumber(Check):
    """A figure of the headline does not stand in the article, and one like it does.

    ## What it does
    Looks for each figure of the headline in the body: the same value, a rounder one, or the sum of
    two. Where there is none, it reports the figure of the first sentences that counts the same thing
    (people of one fate, things of one noun), or one that is a swap or a power of ten away.

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
        told = [m for m in body if _same_event(view, title, m)]
        if not same and not told:
            return
        apart = {m.id for m in body if told and _is_other_event(view, title, m)}
        match = next((m for m in body if _agrees(title, m) and m.id not in apart), None)
        if match is None and _adds_up(title, [*same, *told]):
            match = (same or told)[0]
        if match is not None:
            yield self._judged(view, title, match, holds=True)
        elif len(told) == 1 and (_is_of_size(title, told[0]) or _is_near(title, told[0])):
            yield self._judged(view, title, told[0], holds=False)
        elif len(same) == 1 and _is_amount(title, same[0]) and same[0].start <= lead(view):
            yield self._judged(view, title, same[0], holds=False)
        else:
            only = len(same) == 1 and same[0].start <= lead(view)
            close = (m for m in same if _is_close(title, m, only=only))
            if other := next(close, None):
                yield self._judged(view, title, other, holds=False)

    def _length(self, view: View, title: Date, body: Sequence[Date]) -> Iterator[Checked]:
        stated = length(title)
        lengths = [(date, other) for date in body if (other := length(date)) is not None]
        if stated is None or title.text.lower().startswith(("a ", "an ")):  # no slip of the pen
            return
        if match := next((date for date, other in lengths if other == stated), None):
            yield self._judged(view, title, match, holds=True)
            return
        for date, (number, unit) in lengths:
            if _ranked(view, title) != _ranked(view, date):
                continue  # "smallest in 70 years", and prices the "highest in 30 years"
            # "a century" is no slip for "150 years": it is told in rounder words
            told = unit == stated[1] and _unit_word(title) == _unit_word(date)
            short = max(stated[0], number) < _SHORT
            if told and not short and looks_alike(Decimal(stated[0]), Decimal(number)):
                yield self._judged(view, title, date, holds=False)
                return

    def _judged(self, view: View, title: Mention, body: Mention, *, holds: bool) -> Checked:
        one, other = said(title.text), said(body.text)
        return verdict(
            self,
            view,
            holds=holds,
            words=Words(
                f"the headline has {one}, and the article has {other}",
                f"the headline has {one}, which agrees with the article",
            ),
            operands=[(title, "headline"), (body, "body")],
        )


def _ranked(view: View, date: Date) -> str:
    """Return the superlative that a length of time is measured by, if it is by one."""
    claim = view.claim(date)
    measure = claim.measure.text.lower().split() if claim and claim.measure else []
    return next((word for word in measure if word.endswith("est")), "")


def _same_thing(title: Quantity, other: Quantity) -> bool:
    """Tell figures of one unit; a count may leave out what it counts."""
    if title.kind != other.kind:
        return {title.kind, other.kind} <= {"count", "number"} and None in (title.unit, other.unit)
    if title.kind == "count":
        return title.unit == other.unit or None in (title.unit, other.unit)
    return title.unit == other.unit


def _same_event(view: View, title: Quantity, other: Quantity) -> bool:
    """Tell figures of the lead that count the same: people whom one thing befell, things of one noun."""
    if not {title.kind, other.kind} <= {"count", "number"} or other.start > lead(view):
        return False
    sure = other.qualifier in ("exact", "approx") or (
        other.qualifier in ("at_least", "over") and title.number < other.number
    )
    plain = title.qualifier != "range" and sure
    one, two = view.events.get(title.id), view.events.get(other.id)
    if one is not None or two is not None:
        return plain and one == two
    named = title.unit is not None and title.unit == other.unit
    jobs = title.unit in words("jobs") and other.unit in words("jobs") | words("holders")
    return plain and (jobs or (named and title.change == other.change))


def _is_other_event(view: View, title: Quantity, other: Quantity) -> bool:
    """Tell the 17 hurt from the 17 that the headline has killed."""
    one, two = view.events.get(title.id), view.events.get(other.id)
    return None not in (one, two) and one != two


def _is_amount(title: Quantity, other: Quantity) -> bool:
    """Tell the one amount of money, length or weight of an article from a part or a total of it."""
    plain = {title.qualifier, other.qualifier} <= {"exact", "approx"}
    small, large = sorted((abs(title.number), abs(other.number)))
    near = title.kind in ("money", "measure") and title.change == other.change
    return near and plain and small > 0 and large < small * _FAR


def _is_of_size(title: Quantity, other: Quantity) -> bool:
    """Tell figures of as many digits, two at least: a smaller one may be a part."""
    one, two = title.number, other.number
    return is_magnitude(one, two) or (one.adjusted() == two.adjusted() and one.adjusted() > 0)


def _is_near(title: Quantity, other: Quantity) -> bool:
    """Tell figures of tens or more that are not far apart, however many digits they have."""
    small, large = sorted((title.number, other.number))
    return small >= _MANY and large < small * 3


def _is_close(title: Quantity, other: Quantity, *, only: bool) -> bool:
    """Tell two digits swapped, or a power of ten; one digit only where there is no other figure.

    Both are levels or both amounts, no ranges, and in digits: words do not slip.
    """
    one, two = title.number, other.number
    figures = all(any(c.isdigit() for c in mention.text) for mention in (title, other))
    plain = title.change == other.change and "range" not in (title.qualifier, other.qualifier)
    if not figures or not plain or not looks_alike(one, two):
        return False
    swapped = sorted(str(one.normalize())) == sorted(str(two.normalize()))
    return is_magnitude(one, two) or swapped or (only and _is_of_size(title, other))


def _agrees(title: Quantity, other: Quantity) -> bool:
    """Tell a figure that the headline may stand for; rounding in headlines is normal."""
    if title.number == other.number:
        return True
    # "Over 70" in the headline may be 76, but "at least 25" in the article is no leave for 52.
    one, two = figure(title, "headline"), figure(other, "body").plain
    return _same_thing(title, other) and one.reading.loose.intersects(two.reading.loose)


def _adds_up(title: Quantity, body: Sequence[Quantity]) -> bool:
    values = sorted({m.number for m in body[:_MOST]})
    return any(title.number in (one + two, two - one) for one, two in combinations(values, 2))


def _unit_word(date: Date) -> str:
    return date.text.lower().replace("-", " ").removesuffix(" old").split()[-1].removesuffix("s")


CHECKS: tuple[type[Check], ...] = (HeadlineNumber, HeadlineDirection)
