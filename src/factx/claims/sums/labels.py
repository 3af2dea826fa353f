"""Months that say a quarter again one sentence on: "in the third quarter … those three months, April to June"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factx.claims.sums.line import edges
from factx.claims.sums.words import words
from factx.mentions import Found
from factx.model import Date, Member, Tie
from factx.nlp.tokens import Tokens

_LABEL = re.compile(r"(?:[0-9]{4}|XXXX)-(?:Q[1-4]|H[12])")
_MONTHS = re.compile(r"(?:[0-9]{4}|XXXX)-[0-9]{2}/(?:[0-9]{4}|XXXX)-[0-9]{2}")
_FAR = 2  # sentences


def find(tokens: Tokens, found: Found) -> Iterator[Tie]:
    """Yield each quarter or half of a calendar year with the months of the sentence behind it.

    A quarter that may be one of a financial year has other months, so the text must say which.
    """
    label: Date | None = None
    for date in found.dates:
        if _LABEL.fullmatch(date.timex):
            label = date
        elif label is not None and _MONTHS.fullmatch(date.timex):
            first, at = tokens.at(label.start), tokens.at(date.start)
            apart = tokens.sent[at] - tokens.sent[first]
            near = 0 < apart <= _FAR and tokens.block[at] == tokens.block[first]
            if near and _is_calendar(tokens, label) and _takes_up(tokens, at):
                members = (Member(label.id, "label"), Member(date.id, "months"))
                yield Tie("span", members, tokens.span(at, at + 1), closed=False)
            label = None


def _is_calendar(tokens: Tokens, label: Date) -> bool:
    """Tell "the third quarter of the calendar year" and "of 2024" from a quarter of anybody's year."""
    first = tokens.at(label.start)
    start, stop = edges(tokens, first)
    behind = tokens.lower[first : min(stop, tokens.at(label.end - 1) + 4)]
    said = tokens.lower[start:stop]
    return "calendar" in behind and words("fiscal").isdisjoint(said)


def _takes_up(tokens: Tokens, at: int) -> bool:
    """Tell "those three months, April to June" and "the period, from April to June,"."""
    at -= tokens.lower[at - 1] in ("from", "between")
    if at < 3 or tokens.lower[at - 1] not in (",", "(", "-"):
        return False
    return tokens.lower[at - 2] in words("periods") and tokens.same_sentence(at - 2, at)
