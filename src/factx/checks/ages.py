"""AGE: ages, birth years and anniversaries."""

from __future__ import annotations

from collections.abc import Iterator

from factx.checks.base import Check, Checked
from factx.checks.tied import date, length, members
from factx.checks.verdict import verdict
from factx.checks.view import Place, View
from factx.checks.vocabulary import jubilee
from factx.checks.wording import Words, beside, quoted
from factx.model import Date, Tie

# A birthday may fall before or after the day that counts, and years are rounded.
_SPARE = 1
_DIGITS = frozenset("0123456789")


class AgeAndBirthYear(Check):
    """An age does not fit the year of birth.

    ## What it does
    Subtracts the year of birth from the year in which the text gives the age, or from that of
    the article where it gives the age of today. A year more or less is no contradiction.

    ## Why it matters
    One of two figures in an obituary is wrong, and readers who knew the person will write in.

    ## Example
    - Born in 1948, the singer died in 2024 at the age of 86.

    ## Fine
    - Born in 1948, the singer died in 2024 at the age of 76.
    """

    code, name, severity = "AGE01", "age-birth-year", "warning"

    def run(self, view: View) -> Iterator[Checked]:
        """Test each age beside a year of birth."""
        for tie in view.ties("age"):
            birth, year, when = _counted(view, tie, "birth")
            age = next(iter(members(view, tie, "age")), None)
            if birth is None or birth.first is None or age is None or year is None:
                continue
            born = birth.first.year
            passed = year - born
            holds: bool | None = abs(passed - age.value) <= _SPARE
            if not holds and any(
                date.first is not None and abs(date.first.year - born - age.value) <= _SPARE
                for date in view.dates
            ):
                holds = None  # the age is that in another year of the article
            yield verdict(
                self,
                view,
                holds=holds,
                words=Words(
                    f"born in {born}, one is {passed - 1} or {passed} in {year}, not {age.value}",
                    f"born in {born}, one is {age.value} in {year}",
                ),
                operands=[(birth, "birth"), (age.mention, "age"), *when],
                arithmetic=f"{year} − {born} = {passed}",
            )


class Anniversary(Check):
    """An anniversary does not fit the year it counts from.

    ## What it does
    Subtracts the year of the beginning from the year in which the sentence places the anniversary,
    or from that of the article. A year more or less is no contradiction, and neither is an
    anniversary to come.

    ## Why it matters
    Press releases for jubilees are copied from year to year.

    ## Example
    - The club, founded in 1875, marked its 140th anniversary in 2025.

    ## Fine
    - The club, founded in 1875, marked its 150th anniversary in 2025.
    """

    code, name, severity = "AGE02", "anniversary", "warning"

    def run(self, view: View) -> Iterator[Checked]:
        """Test each anniversary whose beginning is dated."""
        for tie in view.ties("anniversary"):
            began, year, when = _counted(view, tie, "beginning")
            if began is None or began.first is None or year is None or tie.cue is None:
                continue
            nth = _years(view, tie, tie.cue.text)
            if nth is None or nth > year:
                continue
            first = began.first.year
            passed = year - first
            yield verdict(
                self,
                view,
                holds=abs(passed - nth) <= _SPARE,
                words=beside(f"{first} to {year} is {passed} years", f'"{quoted(tie.cue.text)}"'),
                operands=[(began, "beginning"), *when, (tie.cue, "anniversary")],
                arithmetic=f"{year} − {first} = {passed}",
            )


def _years(view: View, tie: Tie, cue: str) -> int | None:
    """Return how many years the text counts: in figures, as a length of time or by a name."""
    if found := members(view, tie, "length"):
        return int(found[0].value)
    if (time := length(date(view, tie, "length"))) is not None:
        return time[0]
    digits = "".join(character for character in cue if character in _DIGITS)
    return int(digits) if digits else jubilee(cue)


def _counted(
    view: View, tie: Tie, beginning: str
) -> tuple[Date | None, int | None, list[tuple[Place, str]]]:
    """Return the date counted from, the year counted to, and the operand that gives it.

    That is the year that the sentence names, or else that of the article.
    """
    began, when = date(view, tie, beginning), date(view, tie, "reference")
    if any(member.role == "reference" for member in tie.members):
        day = when.first if when is not None else None
    else:
        day = view.document.date
    year = day.year if day is not None else None
    return began, year, [(when, "reference")] if when is not None else []


CHECKS: tuple[type[Check], ...] = (AgeAndBirthYear, Anniversary)
