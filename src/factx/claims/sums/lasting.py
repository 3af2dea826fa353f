"""How long a period is said to be, in its sentence or the next: "closed from 3 to 11 May … the 16 days"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from factx.claims.sums.line import edges
from factx.claims.sums.words import says, words
from factx.mentions import Found
from factx.model import Date, Member, Tie
from factx.nlp.tokens import Tokens

_NEAR = 4  # words from a date to the verb that begins or ends something on it
_HEAD = 10  # words before a length that may say it is of all
_DEFINITE = ("the ", "those ", "these ", "his ", "her ", "its ", "their ")
_PLAIN = (4, 7, 10)  # letters of a year, a month and a day


class _Period(NamedTuple):
    """A period by the date or dates that bound it, the sentence it stands in and where it ends."""

    members: tuple[Member, ...]
    sentence: int
    first: int
    stop: int


def find(tokens: Tokens, found: Found) -> Iterator[Tie]:
    """Yield each period with the one length that is said to be its own.

    It is its own behind "took" or "lasted" in its sentence, as "the sixteen days" there or at the
    head of the next, or behind "in all". There must be one such period, and no other date by the
    length.
    """
    dates: dict[int, list[Date]] = {}
    for date in found.dates:
        if tokens.kind(tokens.at(date.start)) != "furniture":
            dates.setdefault(tokens.sent[tokens.at(date.start)], []).append(date)
    for sentence, told in dates.items():
        period = _period(tokens, sentence, told)
        if period is None:
            continue
        lengths = [
            date
            for near in (sentence, sentence + 1)
            for date in dates.get(near, ())
            if _is_its_length(tokens, period, date, near, dates[near])
        ]
        if len(lengths) == 1:
            at = tokens.at(lengths[0].start)
            members = (*period.members, Member(lengths[0].id, "length"))
            yield Tie("span", members, tokens.span(at, tokens.at(lengths[0].end - 1) + 1))


def _period(tokens: Tokens, sentence: int, told: Sequence[Date]) -> _Period | None:
    """Return the one period of a sentence: two dates that begin and end it, or one from a to b."""
    days = [date for date in told if _is_plain(date)]
    first = tokens.at(days[0].start) if days else 0
    stop = tokens.at(days[-1].end - 1) + 1 if days else 0
    if len(days) == 1 and days[0].timex_type == "DATE" and days[0].parts is not None:
        members: tuple[Member, ...] = (Member(days[0].id, "whole"),)
    elif len(days) == 2 and len(_day(days[0])) == len(_day(days[1])):
        spans = any(date.parts and date.timex_type == "DATE" for date in days)
        if spans or not _bound(tokens, *days):
            return None
        members = (Member(days[0].id, "start"), Member(days[1].id, "end"))
    else:
        return None
    return _Period(members, sentence, first, stop)


def _is_plain(date: Date) -> bool:
    """Tell a year, a month, a day, also by its hour, and what lasts from one to another."""
    if date.timex_type == "TIME":
        return date.mod is None and len(_day(date)) == _PLAIN[-1] and _day(date)[-1].isdigit()
    ends = date.parts or (date,)
    return (
        date.timex_type == "DATE"
        and date.mod is None
        and all(len(end.timex) in _PLAIN and end.timex[-1].isdigit() for end in ends)
    )


def _day(date: Date) -> str:
    """Return the day of a moment: "midnight on the 11th"."""
    return date.timex.partition("T")[0]


def _bound(tokens: Tokens, one: Date, other: Date) -> bool:
    """Tell dates that begin and end something: "from A until B", "begun in A, was completed in B"."""
    first, stop = tokens.stretch(one)
    at = tokens.at(other.start)
    between = tokens.lower[stop:at]
    if not words("compares").isdisjoint(between):
        return False
    joined = between[-1:] in (["to"], ["until"], ["till"], ["through"]) and len(between) <= _NEAR
    if joined and tokens.lower[max(0, first - 1)] in ("from", "since", "on", "in", "lasted"):
        return True
    begins = tokens.lower[max(0, first - _NEAR) : first]
    ends = tokens.lower[max(stop, at - _NEAR) : at]
    return says(begins, "begins") and says(ends, "ends")


def _is_its_length(
    tokens: Tokens, period: _Period, date: Date, sentence: int, told: Sequence[Date]
) -> bool:
    """Tell the length of a period from any other length of time."""
    text = date.text.lower()
    if date.timex_type != "DURATION" or date.mod is not None or says(text.split(), "other_lengths"):
        return False
    first, stop = tokens.stretch(date)
    start, end = edges(tokens, first)
    behind, ahead = (
        tokens.lower[stop : min(end, stop + 2)],
        tokens.lower[max(start, first - 2) : first],
    )
    if says([*behind, *ahead], "other_lengths"):
        return False
    definite = text.startswith(_DEFINITE) or f"{' '.join(ahead[-1:])} ".startswith(_DEFINITE)
    if "-" in text and not (definite and _comes_back(tokens, period, stop)):
        return False
    if sentence == period.sentence:
        before = tokens.lower[first - 1] if ahead[-1:] != ["those"] else ","
        after = ahead[-1:] == ["after"] and says(ahead[:1], "ends")
        return (
            after
            or ahead[-1:] in (["took"], ["lasted"], ["lasting"], ["taking"])
            or (definite and first > period.stop and before in (",", ";", "and", "the"))
        )
    if any(_is_plain(other) for other in told):
        return False
    in_all = says(tokens.lower[max(start, first - _HEAD) : first], "over_all")
    return in_all or (definite and first - start <= 1)


def _comes_back(tokens: Tokens, period: _Period, noun: int) -> bool:
    """Tell "The six-week closure" behind "was closed": the noun is that of the verb."""
    doc = tokens.doc
    if noun >= len(doc):
        return False  # "The two-year"
    if tokens.lower[noun] in words("terms"):
        return "".join(tokens.lower[noun + 1 : noun + 2]) not in (
            "as",
            "of",
            "at",
            "on",
        )  # "term as governor" is another
    stem = doc[noun].lemma_.lower()[:_NEAR]
    told = range(*edges(tokens, period.first))
    return any(doc[at].lemma_.lower()[:_NEAR] == stem for at in told)
