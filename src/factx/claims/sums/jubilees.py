"""An anniversary, or "30 years ago", and the year that the next sentence gives what began then."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from factx.claims.sums.words import words
from factx.mentions import Found
from factx.model import Date, Member, Span, Tie
from factx.nlp.tokens import Tokens

_ORDINAL = re.compile(r"[1-9][0-9]{0,3}(?:st|nd|rd|th)")
_AGO = re.compile(r"[1-9][0-9]{0,3} years ago")
_YEAR = re.compile(r"[12][0-9]{3}(?:-[0-9]{2}){0,2}")
_HEAD = 5  # words of a subject
_STEM = 5  # words that begin alike are forms of one
_LEAST = 4


def find(tokens: Tokens, found: Found) -> Iterator[Tie]:
    """Yield each number of years with the beginning that the sentence behind it dates."""
    past = [date for date in found.dates if _AGO.fullmatch(date.text.lower())]
    marks = [(tokens.at(date.start), tokens.span(*_reach(tokens, date))) for date in past]
    marks += [
        (at, tokens.span(at - 1, at + 1))
        for at in range(1, len(tokens))
        if tokens.lower[at] in ("anniversary", "birthday") and _is_nth(tokens, at - 1)
    ]
    for at, cue in marks:
        yield from _begun(tokens, found, at, cue)


def _reach(tokens: Tokens, date: Date) -> tuple[int, int]:
    return tokens.at(date.start), tokens.at(date.end - 1) + 1


def _is_nth(tokens: Tokens, at: int) -> bool:
    return _ORDINAL.fullmatch(tokens.lower[at]) is not None and tokens.same_sentence(at, at + 1)


def _begun(tokens: Tokens, found: Found, at: int, cue: Span) -> Iterator[Tie]:
    """Read "The collapse, in 1971," and "It was founded in 1894" in the sentence behind."""
    start = bisect_right(tokens.sent, tokens.sent[at])
    if start >= len(tokens) or tokens.block[start] - tokens.block[at] > 1:
        return
    stop = bisect_right(tokens.sent, tokens.sent[start])
    before = [
        date for date in _years(found, tokens, at) if _AGO.fullmatch(date.text.lower()) is None
    ]
    dates = _years(found, tokens, start)
    if len(dates) != 1 or before or tokens.article.date is None:
        return
    first = tokens.at(dates[0].start)
    if tokens.lower[first - 1] not in ("in", "on"):
        return
    head = tokens.lower[start : first - 1]
    ends = words("was") | words("happened") | {","}
    subject = head[: next((i for i, word in enumerate(head) if word in ends), 0)]
    rest = head[len(subject) :]
    named = 0 < len(subject) <= _HEAD and subject != ["the"]
    if not named or not _is_beginning(tokens, rest, first + 1, stop):
        return
    if subject == ["it"] or (
        subject[0] == "the" and all(_is_told(tokens, at, word) for word in subject[1:])
    ):
        yield Tie("anniversary", (Member(dates[0].id, "beginning"),), cue)


def _years(found: Found, tokens: Tokens, at: int) -> list[Date]:
    """Return the dates of a sentence that print their year, or are given as years ago."""
    return [
        date
        for date in found.dates
        if date.timex_type == "DATE"
        and _YEAR.fullmatch(date.timex) is not None
        and tokens.same_sentence(tokens.at(date.start), at)
        and (date.timex[:4] in date.text or _AGO.fullmatch(date.text.lower()) is not None)
    ]


def _is_beginning(tokens: Tokens, rest: list[str], behind: int, stop: int) -> bool:
    """Tell ", in 1971," and "was founded in": the year is that of the thing itself."""
    if rest == [","]:
        return behind < stop and tokens.lower[behind] == ","
    verb = [word for word in rest if word not in words("was")]
    return len(verb) == 1 and (verb[0] in words("founded") or verb[0] in words("happened"))


def _is_told(tokens: Tokens, at: int, word: str) -> bool:
    """Tell whether the sentence with the years, or the title, has a word of a subject."""
    stem = word[:_STEM]
    last = bisect_right(tokens.sent, tokens.sent[at])
    told = range(last)
    return len(stem) >= _LEAST and any(
        tokens.lower[i].startswith(stem)
        for i in told
        if tokens.same_sentence(i, at) or tokens.kind(i) == "title"
    )
