"""Days that no month has: "September 37", "31 June", "29 February 2019"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factx.claims.sums.words import words
from factx.mentions.date import lexicon
from factx.model import Tie
from factx.nlp.numerals import is_ordinal
from factx.nlp.tokens import Tokens

_LENGTHS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_NUMERIC = re.compile(r"([0-9]{1,2})[/.]([0-9]{1,2})[/.](?:19|20)[0-9]{2}")
# Past this a number behind a month is no slip of a day but a year or a count.
_LARGEST = 39


def find(tokens: Tokens) -> Iterator[Tie]:
    """Yield each month with a day it does not have; who reads it as a year or a count is no matter."""
    months = lexicon.load().months
    for at in tokens.where(lambda word: word[:1].isupper() and word.lower() in months):
        month = months[tokens.lower[at]]
        # "June 31", "31 June", "31st of June"
        for first, stop, day in (
            (at, at + 2, at + 1),
            (at - 1, at + 1, at - 1),
            (at - 2, at + 1, at - 2),
        ):
            if stop - first > 2 and tokens.lower[at - 1] != "of":
                continue
            if _is_too_late(tokens, day, at, month) and _is_a_day(tokens, first, stop):
                yield Tie("day", (), tokens.span(first, stop))
                break
    yield from _numeric(tokens)


def _numeric(tokens: Tokens) -> Iterator[Tie]:
    """Yield days written in figures alone that no order of day and month can save: 31/13/2024."""
    for text, places in tokens.places.items():
        parts = _NUMERIC.fullmatch(text)
        if parts is None:
            continue
        day, month = sorted((int(parts[1]), int(parts[2])), reverse=True)
        if month > len(_LENGTHS) or not 0 < day <= _LENGTHS[max(month, 1) - 1]:
            for at in places:
                if tokens.kind(at) != "furniture":
                    yield Tie("day", (), tokens.span(at, at + 1))


def _is_too_late(tokens: Tokens, day: int, month_at: int, month: int) -> bool:
    """Tell a number that is past the end of its month, minding leap years where a year follows."""
    if not 0 <= day < len(tokens) or not tokens.same_sentence(day, month_at):
        return False
    text = tokens.lower[day]
    ordinal = is_ordinal(text)
    text = text[:-2] if ordinal else text
    if abs(day - month_at) > 1 and not ordinal:
        return False
    if not (text.isascii() and text.isdigit() and len(text) == 2):
        return False
    if not _LENGTHS[month - 1] < int(text) <= _LARGEST:
        return month == 2 and text == "29" and not _leaps(tokens, max(day, month_at))
    return True


def _leaps(tokens: Tokens, last: int) -> bool:
    """Tell a leap year behind a day; without a year any year may be meant."""
    at = last + 2 if last + 1 < len(tokens) and tokens.text[last + 1] == "," else last + 1
    text = tokens.text[at] if at < len(tokens) else ""
    if not (text.isascii() and text.isdigit() and len(text) == 4):
        return True
    year = int(text)
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def _is_a_day(tokens: Tokens, first: int, stop: int) -> bool:
    """Tell a day from a count ("In July 36 people") and a year ("the summer of June 36")."""
    before = tokens.lower[first - 1] if first and tokens.same_sentence(first - 1, first) else ""
    after = tokens.text[stop] if stop < len(tokens) and tokens.same_sentence(stop, first) else ""
    if is_ordinal(tokens.lower[first]):
        return True
    if before in lexicon.load().weekdays or before == "on" or _has_year(tokens, stop):
        return True
    if before == "," and first > 1 and tokens.lower[first - 2] in lexicon.load().weekdays:
        return True
    if before in words("no_day") or after in ("'", "’"):
        return False
    closed = not after or not after[:1].isalnum()
    return closed or after.lower() in words("behind_day")


def _has_year(tokens: Tokens, stop: int) -> bool:
    at = stop + 1 if stop < len(tokens) and tokens.text[stop] == "," else stop
    text = tokens.text[at] if at < len(tokens) else ""
    return text.isascii() and text.isdigit() and len(text) == 4 and text[:2] in ("18", "19", "20")
