"""How long what two dates bound is said to be one sentence on: "from 2004 to 2016. The 12-year term"."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from factx.claims.sums.words import table, words
from factx.mentions import Found
from factx.model import Date, Member, Tie
from factx.nlp.tokens import Tokens

_HEAD = 4  # words before the length that opens the second sentence
_NOUN = 4  # words from the length to what it is of
_JOINTS = frozenset({"to", "until", "till", "through", "and"})


class _Placed(NamedTuple):
    """A date as the tokens ``first`` up to ``stop``."""

    date: Date
    first: int
    stop: int


def find(tokens: Tokens, found: Found) -> Iterator[Tie]:
    """Yield each bounded period with the length that opens the next sentence.

    The first sentence has no other dates, and the length is that of a state the period may be of: a
    ban, a closure, a term. "The four-month delay" is of another.
    """
    dates = [_Placed(d, tokens.at(d.start), tokens.at(d.end - 1) + 1) for d in found.dates]
    by_sentence: dict[int, list[_Placed]] = {}
    for placed in dates:
        by_sentence.setdefault(tokens.sent[placed.first], []).append(placed)
    for number, said in by_sentence.items():
        bounds = _bounds(tokens, said)
        following = by_sentence.get(number + 1, [])
        if (
            not bounds
            or not following
            or tokens.block[said[0].first] != tokens.block[following[0].first]
        ):
            continue
        length = following[0]
        if len(following) == 1 and _is_taken_up(tokens, said[0].first, length):
            members = (*bounds, Member(length.date.id, "length"))
            yield Tie("span", members, tokens.span(length.first, length.stop), closed=False)


def _bounds(tokens: Tokens, said: Sequence[_Placed]) -> list[Member]:
    """Return the one period that a sentence bounds by two dates."""
    if len(said) == 1:
        whole = said[0]
        ahead = tokens.lower[max(0, whole.first - 1) : whole.first]
        opened = tokens.lower[whole.first] in ("from", "between") or ahead in (
            ["from"],
            ["between"],
        )
        parts = whole.date.parts
        bounded = opened and (parts is not None or "/" in whole.date.timex)
        return [Member(whole.date.id, "whole")] if bounded else []
    if len(said) != 2:
        return []
    one, other = said
    between = tokens.lower[one.stop : other.first]
    ahead = tokens.lower[max(0, one.first - 1) : one.first]
    joined = len(between) == 1 and between[0] in _JOINTS and ahead in (["from"], ["between"])
    single = one.date.parts is None and other.date.parts is None
    if not (joined and single):
        return []
    return [Member(one.date.id, "start"), Member(other.date.id, "end")]


def _is_taken_up(tokens: Tokens, told: int, length: _Placed) -> bool:
    """Tell "The four-month ban", "Her 22-year tenure" and "The nine years in prison"."""
    date, first, stop = length
    if date.timex_type != "DURATION" or date.mod is not None or not tokens.sent[first]:
        return False
    start = first
    while start and tokens.sent[start - 1] == tokens.sent[first]:
        start -= 1
        if first - start > _HEAD:
            return False
    # a date has its article in it
    ahead = tokens.lower[start : first + 1]
    if words("takes_length").isdisjoint(ahead[-2:]):
        return False
    noun = tokens.lower[stop : stop + _NOUN]
    stops = next((i for i, word in enumerate(noun) if not word.isalpha()), len(noun))
    sent = tokens.sent
    said = tokens.lower[bisect_left(sent, sent[told]) : bisect_right(sent, sent[told])]
    groups = (tuple(map(set, map(str.split, pair))) for pair in table()["states"].values())
    state = any(nouns & {*noun[:stops]} and tells & {*said} for nouns, tells in groups)
    another = {"as", "that", "which", "of"} if noun[0] != "of" else {"as", "that", "which"}
    return state and another.isdisjoint(noun)
