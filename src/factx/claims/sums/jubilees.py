"""An anniversary, or "30 years ago", and the year that the next sentence gives what began then."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from factx.claims.sums.line import edges
from factx.claims.sums.words import words
from factx.mentions import Found
from factx.model import Date, Member, Span, Tie
from factx.nlp.tokens import Tokens

_ORDINAL = re.compile(r"[1-9][0-9]{0,3}(?:st|nd|rd|th)")
_AGO = re.compile(r"[1-9][0-9]{0,3} years ago")
_LENGTH = re.compile(r"P[1-9][0-9]{1,3}Y")
_YEAR = re.compile(r"[12][0-9]{3}(?:-[0-9]{2}){0,2}")
_FETED = 3  # words from "celebrate" to a number of years
_HEAD = 5  # words of a subject
_STEM = 5  # words that begin alike are forms of one
_LEAST = 4


class _Mark(NamedTuple):
    """Where an anniversary is told, its words, and its years where they are a mention."""

    at: int
    cue: Span
    members: tuple[Member, ...]


def find(tokens: Tokens, found: Found) -> Iterator[Tie]:
    """Yield each number of years with the beginning that the sentence behind it dates."""
    years = _years(tokens, found)
    for mark in _marks(tokens, found):
        yield from _begun(tokens, years, mark)
    for one, other in pairwise(found.dates):
        first, stop = tokens.stretch(one)
        at, end = tokens.stretch(other)
        again = tokens.lower[stop:at] in ([","], ["("], ["-"], [",", "or"])
        dated = _YEAR.fullmatch(one.timex) and tokens.lower[first - 1 : first] in (["in"], ["on"])
        if again and dated and _AGO.fullmatch(other.text.lower()):
            yield Tie("anniversary", (Member(one.id, "beginning"),), tokens.span(at, end))


def _marks(tokens: Tokens, found: Found) -> Iterator[_Mark]:
    """Yield where an anniversary is told, its words, and its years if they are a mention."""
    for date in found.dates:
        first, stop = tokens.stretch(date)
        feted = not words("fetes").isdisjoint(tokens.lower[max(0, first - _FETED) : first])
        if _AGO.fullmatch(date.text.lower()):
            yield _Mark(first, tokens.span(first, stop), ())
        elif feted and _LENGTH.fullmatch(date.timex):
            yield _Mark(first, tokens.span(first, stop), (Member(date.id, "length"),))
    for figure in found.quantities:
        first = tokens.at(figure.start)
        turned = first > 0 and tokens.lower[first - 1] in ("turns", "turned")
        if turned and figure.kind in ("count", "number") and figure.unit is None:
            yield _Mark(first, tokens.span(first - 1, first + 1), (Member(figure.id, "length"),))
    feasts = words("jubilees") | {"anniversary", "birthday"}
    for at in tokens.where(lambda word: word.lower() in feasts):
        if tokens.lower[at] in words("jubilees"):
            yield _Mark(at, tokens.span(at, at + 1), ())
        elif at and _is_nth(tokens, at - 1):
            yield _Mark(at, tokens.span(at - 1, at + 1), ())


def _is_nth(tokens: Tokens, at: int) -> bool:
    return _ORDINAL.fullmatch(tokens.lower[at]) is not None and tokens.same_sentence(at, at + 1)


def _begun(tokens: Tokens, years: dict[int, list[Date]], mark: _Mark) -> Iterator[Tie]:
    """Read "The collapse, in 1971," and "It was founded in 1894" in the sentence behind."""
    at, cue, members = mark
    _, start = edges(tokens, at)
    if start >= len(tokens) or tokens.block[start] - tokens.block[at] > 1:
        return
    _, stop = edges(tokens, start)
    told = years.get(tokens.sent[at], [])
    before = [date for date in told if _AGO.fullmatch(date.text.lower()) is None]
    dates = years.get(tokens.sent[start], [])
    ago = _AGO.fullmatch(cue.text.lower()) is not None
    if before and not ago and tokens.start[at] > before[0].end and _opens(tokens, before[0]):
        members = (*members, Member(before.pop(0).id, "reference"))  # "In 2025 the club marks …"
    known = tokens.article.date is not None or any(m.role == "reference" for m in members)
    if len(dates) != 1 or before or not known:
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
    again = subject[0] == "the" and all(_is_told(tokens, at, word) for word in subject[1:])
    if again or subject == ["it"]:
        yield Tie("anniversary", (Member(dates[0].id, "beginning"), *members), cue)


def _opens(tokens: Tokens, date: Date) -> bool:
    """Tell "In 2025" at the head of a sentence."""
    first = tokens.at(date.start)
    heads = first < 2 or not tokens.same_sentence(first - 2, first)
    return heads and first > 0 and tokens.lower[first - 1] == "in"


def _years(tokens: Tokens, found: Found) -> dict[int, list[Date]]:
    """Return the dates of each sentence that print their year, or are given as years ago."""
    years: dict[int, list[Date]] = {}
    for date in found.dates:
        printed = date.timex[:4] in date.text or _AGO.fullmatch(date.text.lower()) is not None
        if date.timex_type == "DATE" and _YEAR.fullmatch(date.timex) is not None and printed:
            years.setdefault(tokens.sent[tokens.at(date.start)], []).append(date)
    return years


def _is_beginning(tokens: Tokens, rest: list[str], behind: int, stop: int) -> bool:
    """Tell ", in 1971," and "was founded in": the year is that of the thing itself."""
    if rest == [","]:
        return behind < stop and tokens.lower[behind] == ","
    verb = [word for word in rest if word not in words("was")]
    return len(verb) == 1 and (verb[0] in words("founded") or verb[0] in words("happened"))


def _is_told(tokens: Tokens, at: int, word: str) -> bool:
    """Tell whether the sentence with the years, or the title, has a word of a subject."""
    stem = word[:_STEM]
    _, last = edges(tokens, at)
    return len(stem) >= _LEAST and any(
        tokens.lower[i].startswith(stem)
        for i in range(last)
        if tokens.same_sentence(i, at) or tokens.kind(i) == "title"
    )
