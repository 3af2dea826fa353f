"""PER02 and PER03: weekdays and days of the calendar."""

from __future__ import annotations

import datetime as dt
import re
from calendar import day_name, month_abbr, month_name, monthrange
from collections.abc import Iterator

from factx.checks.base import Check, Checked
from factx.checks.verdict import verdict
from factx.checks.view import View
from factx.checks.wording import Words, quoted
from factx.model import Date, Severity

_WEEKDAY = re.compile(
    r"\b(mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day|\.)?(?![a-z])", re.IGNORECASE
)
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_YEAR = re.compile(r"\b(?:1[89]|20)[0-9]{2}\b")
_DAY = re.compile(r"\b[0-3]?[0-9](?:st|nd|rd|th)?\b")
_FULL = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_MONTHS, _FEBRUARY, _LEAP = 12, 2, 2000
_HALF_YEAR = dt.timedelta(days=183)


class Weekday(Check):
    """A weekday does not fall on the date beside it.

    ## What it does
    Computes the weekday of a full date. Without a year it does so only where the article's own day
    lies within six months, and then as a warning.

    ## Why it matters
    Readers who plan by it come on the wrong day; often the date is that of another year.

    ## Example
    - The vote takes place on Thursday, 14 May 2025.
    - The hearing was held on Monday, March 15, 2019.

    ## Fine
    - The vote takes place on Wednesday, 14 May 2025.
    - The hearing was held on Friday, March 15, 2019.
    """

    code, name, severity = "PER02", "weekday", "error"

    def run(self, view: View) -> Iterator[Checked]:
        """Test each date that names its weekday."""
        for before, date in zip((None, *view.dates), view.dates, strict=False):
            named = {match[1][:3].lower() for match in _WEEKDAY.finditer(date.text)}
            if before is not None and not named:
                named = _ahead(before, date)
            if len(named) != 1 or date.parts is not None or not _FULL.fullmatch(date.timex[:10]):
                continue
            day = _day(date.timex[:10])
            if day is None or not _DAY.search(_YEAR.sub("", date.text)):
                continue
            severity = _certainty(view, date, day)
            if severity is None:
                continue
            weekday, said = day.weekday(), _WEEKDAYS.index(named.pop())
            fact = f"{day.day} {day:%B %Y} is a {day_name[weekday]}"
            yield verdict(
                self,
                view,
                holds=weekday == said,
                words=Words(f"{fact}, not a {day_name[said]}", fact),
                operands=[(date, "date")],
                severity=severity,
            )


def _certainty(view: View, date: Date, day: dt.date) -> Severity | None:
    """Return how much a wrong weekday weighs: the year may be guessed from the article's day."""
    if _YEAR.search(date.text):
        return "error"
    published = view.document.date
    near = published is not None and abs(published - day) <= _HALF_YEAR
    return "warning" if near else None


def _ahead(before: Date, date: Date) -> set[str]:
    """Return the weekday that ends the mention right before a day: "the evening of Sunday, 5 May"."""
    if not 0 <= date.start - before.end <= len(", "):
        return set()
    found = [match for match in _WEEKDAY.finditer(before.text) if match.end() == len(before.text)]
    return {match[1][:3].lower() for match in found}


def _day(iso: str) -> dt.date | None:
    try:
        return dt.date.fromisoformat(iso)
    except ValueError:
        return None


class ImpossibleDate(Check):
    """A day that its month does not have.

    ## What it does
    Looks at every day with its month: September has 30 days, February 29 in leap years only.

    ## Why it matters
    A slip of one digit in a date sends readers to the wrong day, or to none.

    ## Example
    - The court will hear the case on 31 June.
    - It was founded on February 29, 2019, in Lund.

    ## Fine
    - The court will hear the case on 30 June.
    - It was founded on February 29, 2020, in Lund.
    """

    code, name, severity = "PER03", "impossible-date", "error"
    evident = True

    def run(self, view: View) -> Iterator[Checked]:
        """Test each day of a month."""
        wrong = [tie.cue for tie in view.ties("day") if tie.cue is not None]
        for cue in wrong:
            words = Words(_missing(cue.text), "")
            yield verdict(self, view, holds=False, words=words, operands=[(cue, "date")])
        for date in view.dates:
            day = date.timex.replace("XXXX", "2000")  # without a year any may be meant
            if date.timex_type != "DATE" or not _FULL.fullmatch(day) or not _DAY.search(date.text):
                continue
            if any(cue.start < date.end and date.start < cue.end for cue in wrong):
                continue
            words = Words(_missing(date.text, day), f"{quoted(date.text)} is a day of the calendar")
            holds = _day(day) is not None
            yield verdict(self, view, holds=holds, words=words, operands=[(date, "date")])


def _missing(text: str, day: str = "") -> str:
    """Say which day a month does not have: "31 June: June has 30 days"."""
    month = int(day[5:7]) if day else _month(text)
    if not 1 <= month <= _MONTHS:
        return f"{quoted(text)} is no day of the calendar"
    year = re.search(_YEAR, text)
    days = monthrange(int(year[0]) if year else _LEAP, month)[1]
    when = f" {year[0]}" if year and month == _FEBRUARY else ""
    most = "at most " if month == _FEBRUARY and not year else ""
    return f"{quoted(text)} does not exist: {month_name[month]}{when} has {most}{days} days"


def _month(text: str) -> int:
    """Return the number of the month that a text names, 0 for none."""
    named = (word[:3].lower() for word in re.findall(r"[A-Za-z]+", text))
    known = [month.lower() for month in month_abbr]
    return next((known.index(word) for word in named if word in known[1:]), 0)
