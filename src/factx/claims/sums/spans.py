"""From one date to another, and how long that is said to be: "from 2009 to 2021, twelve years"."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from factx.claims.sums.words import words
from factx.mentions import Found
from factx.model import Date, Member, Tie
from factx.nlp.tokens import Tokens

_NEAR = 4
_POST = 6  # words from a post to its term
_FAR = 14  # words from a term to its length
_Placed = tuple[Date, int, int]


def find(tokens: Tokens, found: Found) -> Iterator[Tie]:
    """Yield two dates that begin and end one period, and a period whose length is said behind it."""
    dates: list[_Placed] = [(date, *tokens.stretch(date)) for date in found.dates]
    for index, ((one, first, stop), (other, at, end)) in enumerate(pairwise(dates)):
        if not tokens.same_sentence(first, at) or tokens.kind(first) == "furniture":
            continue
        length = dates[index + 2 : index + 3]
        if _joined(tokens, first, stop, at) and one.parts is None and other.parts is None:
            members = [Member(one.id, "start"), Member(other.id, "end")]
            if length and _restated(tokens, end, length[0]):
                members.append(Member(length[0][0].id, "length"))
            yield Tie("span", tuple(members), tokens.span(stop, at))
        elif other.parts is not None and _lasted(tokens, dates[index], at):
            members = [Member(other.id, "whole"), Member(one.id, "length")]
            yield Tie("span", tuple(members), tokens.span(first, stop))
        elif one.parts is not None and _restated(tokens, stop, (other, at, end)):
            members = [Member(one.id, "whole"), Member(other.id, "length")]
            yield Tie("span", tuple(members), tokens.span(at, end))
    yield from _served(tokens, dates)


def _served(tokens: Tokens, dates: list[_Placed]) -> Iterator[Tie]:
    """Read "was mayor from 1995 to 2018, said goodbye after 32 years in office": one term of one."""
    for index, (whole, first, stop) in enumerate(dates):
        spanned = whole.parts is not None and tokens.lower[first - 1 : first] == ["from"]
        if not spanned or words("posts_held").isdisjoint(
            tokens.lower[max(0, first - _POST) : first]
        ):
            continue
        for length, at, end in dates[index + 1 : index + 3]:
            if not tokens.same_sentence(first, at) or at - stop > _FAR:
                break
            between = tokens.lower[stop:at]
            said = length.timex_type == "DURATION" and between[-1:] == ["after"]
            ended = words("died").isdisjoint(between) and not words("leaves").isdisjoint(between)
            if said and ended and tokens.lower[end : end + 1] in (["in"], ["as"], ["at"]):
                members = (Member(whole.id, "whole"), Member(length.id, "length"))
                yield Tie("span", members, tokens.span(at, end))


def _joined(tokens: Tokens, first: int, stop: int, at: int) -> bool:
    """Tell "from A to B" and "between A and B"; "the difference between" compares."""
    between = tokens.lower[stop:at]
    before = tokens.lower[first - 1] if first else ""
    further = set(tokens.lower[max(0, first - 6) : first])
    if not further.isdisjoint(words("compares")):
        return False
    if before == "from":
        return len(between) == 1 and between[0] in ("to", "through", "until", "till", "-")
    return before == "between" and between == ["and"]


def _lasted(tokens: Tokens, length: tuple[Date, int, int], at: int) -> bool:
    """Tell a length that stands before its period: "for sixteen years, between 2011 and 2017"."""
    date, first, stop = length
    between = tokens.lower[stop:at]
    link = [word for word in between if word not in (",", "(", "-")]
    ahead = tokens.lower[first - 1] if first else ""
    of = ahead == "of" and first > 1 and tokens.lower[first - 2] in words("terms")
    said = date.timex_type == "DURATION" and (of or ahead in words("lengths"))
    return said and 0 < len(between) <= 2 and link in ([], ["from"], ["between"])


def _restated(tokens: Tokens, stop: int, length: tuple[Date, int, int]) -> bool:
    """Tell a length that sums up the period before it: behind a comma, bracket or dash."""
    date, first, end = length
    between = tokens.lower[stop:first]
    if date.timex_type != "DURATION" or not between or len(between) > _NEAR:
        return False
    if not tokens.same_sentence(stop - 1, first) or between[0] not in (",", "(", "-"):
        return False
    behind = tokens.lower[end] if end < len(tokens) else ""
    bare = all(word in words("loose") or word in words("averages") for word in between[1:])
    return bare and behind not in ("ago", "later", "earlier", "before", "after", "old")
