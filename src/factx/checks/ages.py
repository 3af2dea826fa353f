"""AGE: ages, birth years and anniversaries."""

from __future__ import annotations

from collections.abc import Iterator

from factx.checks.base import Check, Checked
from factx.checks.judge import verdict
from factx.checks.measures import jubilee
from factx.checks.view import View
from factx.checks.wording import quoted
from factx.model import Date, Mention, Tie

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
            birth, when = _date(view, tie, "birth"), _date(view, tie, "reference")
            ids = [member.mention for member in tie.members if member.role == "age"]
            age = view.quantity(ids[0]) if ids else None
            year = _year(view, tie, when)
            if birth is None or birth.first is None or age is None or year is None:
                continue
            passed = year - birth.first.year
            message = (
                f"born in {birth.first.year}, one is {passed - 1} or {passed} in {year}, "
                f"not {age.number}"
            )
            operands: list[tuple[Mention, str]] = [(birth, "birth"), (age, "age")]
            operands += [(when, "reference")] if when is not None else []
            yield verdict(
                self,
                view,
                holds=abs(passed - age.number) <= _SPARE,
                message=message,
                agreement=f"born in {birth.first.year}, one is {age.number} in {year}",
                operands=operands,
                arithmetic=f"{year} - {birth.first.year} = {passed}",
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
            began, when = _date(view, tie, "beginning"), _date(view, tie, "reference")
            year = _year(view, tie, when)
            if began is None or began.first is None or year is None or tie.cue is None:
                continue
            nth = _years(view, tie, tie.cue.text)
            if nth is None or nth > year:
                continue
            passed = year - began.first.year
            message = (
                f"from {began.first.year} to {year} are {passed} years, "
                f"which disagrees with {quoted(tie.cue.text)}"
            )
            cue = view.operand(tie.cue, "anniversary")
            yield verdict(
                self,
                view,
                holds=abs(passed - nth) <= _SPARE,
                message=message,
                agreement=(
                    f"from {began.first.year} to {year} are {passed} years; the text says "
                    f"{quoted(tie.cue.text)}"
                ),
                operands=[(began, "beginning"), *([(when, "reference")] if when else [])],
                spans=[cue],
                arithmetic=f"{year} - {began.first.year} = {passed}",
            )


def _years(view: View, tie: Tie, cue: str) -> int | None:
    """Return how many years the text counts: in figures, as a length of time or by a name."""
    length = next((member.mention for member in tie.members if member.role == "length"), None)
    digits = "".join(character for character in cue if character in _DIGITS)
    if (figure := view.quantity(length)) is not None:
        return int(figure.number)
    if (date := view.date(length)) is not None:
        return int(date.timex[1:-1])
    return int(digits) if digits else jubilee(cue)


def _date(view: View, tie: Tie, role: str) -> Date | None:
    """Return the date that plays a part in a tie."""
    found = (view.date(member.mention) for member in tie.members if member.role == role)
    return next(found, None)


def _year(view: View, tie: Tie, when: Date | None) -> int | None:
    """Return the year that counts: the one the sentence gives, or that of the article."""
    if any(member.role == "reference" for member in tie.members):
        return when.first.year if when is not None and when.first is not None else None
    return view.document.date.year if view.document.date is not None else None


CHECKS: tuple[type[Check], ...] = (AgeAndBirthYear, Anniversary)
