"""Counts that a list gives to names: "Faro recorded 38, Porto 57 and Braga 29" are no titles."""

from __future__ import annotations

from factx.nlp.tokens import Tokens

_NAME = 6  # words of a name: "the Green-Left alliance"
_THINGS = 2  # words of what a number counts: "took 3,542 votes, Labour 870"
_FAR = 12  # names of a list
_LONG = 3  # names of a list behind a colon that is one of counts
_JOINTS = frozenset({",", ";", "and"})
_GIVING = frozenset({"with", "had", "has", "was", "on", "got", "saw"})


def is_listed(tokens: Tokens, first: int) -> bool:
    """Tell whether a number behind a name is one of a list: that a verb began, or behind a colon."""
    at, length = first, 1
    while length < _FAR and (before := _number_before(tokens, at)) is not None:
        at, length = before, length + 1
        if _is_given(tokens, at):
            return True
    if tokens.lower[_name(tokens, at) - 1] != ":":
        return False
    while length < _LONG and (behind := _number_behind(tokens, first)) is not None:
        first, length = behind, length + 1
    return length >= _LONG


def _name(tokens: Tokens, first: int) -> int:
    """Return where the name before a number begins; there if it is none."""
    at, begins = first, first
    while at > 1 and first - at < _NAME and _is_word(tokens, at - 1):
        at -= 1
        if tokens.text[at][:1].isupper():
            begins = at
    return begins


def _is_word(tokens: Tokens, at: int) -> bool:
    return (tokens.text[at][:1].isalpha() and tokens.lower[at] != "and") or tokens.lower[at] == "-"


def _number_before(tokens: Tokens, first: int) -> int | None:
    """Return the number that only what it counts, a pause and a name part from this one."""
    at = _name(tokens, first) - 1
    if tokens.lower[at] == "the":
        at -= 1
    if at < 1 or at == first - 1 or tokens.lower[at] not in _JOINTS:
        return None
    while at > 1 and tokens.lower[at] in _JOINTS:
        at -= 1
    for _ in range(_THINGS):
        if at > 1 and tokens.doc[at].pos_ in ("NOUN", "ADJ"):
            at -= 1
    return at if _is_number(tokens, at) and tokens.block[at] == tokens.block[first] else None


def _number_behind(tokens: Tokens, first: int) -> int | None:
    """Return the next number of a list of names."""
    near = range(first + 2, min(len(tokens), first + 2 + _NAME))
    at = next((i for i in near if _is_number(tokens, i)), None)
    return at if at is not None and _number_before(tokens, at) == first else None


def _is_number(tokens: Tokens, at: int) -> bool:
    return tokens.text[at].replace(",", "").replace(".", "", 1).isdecimal()


def _is_given(tokens: Tokens, at: int) -> bool:
    """Tell the number of "Faro recorded 38": right behind a verb."""
    if at < 1 or not tokens.same_sentence(at - 1, at):
        return False
    return tokens.lower[at - 1] in _GIVING or tokens.doc[at - 1].pos_ == "VERB"
