"""Times that no clock shows: "at 25:00", "from 13:75", "26 p.m."."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factx.claims.sums.words import words
from factx.model import Tie
from factx.nlp.tokens import Tokens

_TIME = re.compile(r"([0-9]{1,2}):([0-9]{2})")
_HOURS, _MINUTES = 24, 59
# Past this, two numbers and a colon are a score, a verse or a ratio.
_LATEST = 39


def find(tokens: Tokens) -> Iterator[Tie]:
    """Yield each time of day with an hour or a minute that a day does not have."""
    for at in tokens.where(lambda word: word[:1].isdecimal()):
        text = tokens.lower[at]
        if tokens.kind(at) == "furniture":
            continue
        match = _TIME.fullmatch(text)
        behind = tokens.lower[at + 1] if at + 1 < len(tokens) else ""
        if match is None:
            whole = text.isascii() and text.isdecimal() and len(text) <= 2
            if whole and behind in words("halves_of_day") and int(text) > _HOURS:
                yield Tie("day", (), tokens.span(at, at + 2))
            continue
        hour, minute = int(match[1]), int(match[2])
        if _is_told(tokens, at, behind) and not _exists(hour, minute) and hour <= _LATEST:
            yield Tie("day", (), tokens.span(at, at + 1))


def _exists(hour: int, minute: int) -> bool:
    return (hour < _HOURS and minute <= _MINUTES) or (hour, minute) == (_HOURS, 0)


def _is_told(tokens: Tokens, at: int, behind: str) -> bool:
    """Tell a time of day from a score: by what stands before or behind it."""
    before = tokens.lower[at - 1] if at else ""
    return (
        behind in words("halves_of_day")
        or behind in words("behind_time")
        or before in words("before_time")
    )
