"""Counts that a list gives to names: "Faro recorded 38, Porto 57 and Braga 29" are no titles."""

from __future__ import annotations

from factx.nlp.tokens import Tokens

_NAME = 4  # words of a name
_FAR = 12  # names of a list
_JOINTS = frozenset({",", ";", "and"})
_GIVING = frozenset({"with", "had", "has", "was", "on", "got", "saw"})


def is_listed(tokens: Tokens, first: int) -> bool:
    """Tell whether a number behind a name goes on in a list that a verb began with a bare number."""
    for _ in range(_FAR):
        before = _number_before(tokens, first)
        if before is None:
            return False
        if _is_given(tokens, before):
            return True
        first = before
    return False


def _number_before(tokens: Tokens, first: int) -> int | None:
    """Return the number that only a pause and a name part from this one."""
    at = first - 1
    while at > 1 and first - at <= _NAME and tokens.text[at][:1].isupper():
        at -= 1
    if at == first - 1 or tokens.lower[at] not in _JOINTS:
        return None
    while at > 1 and tokens.lower[at] in _JOINTS:
        at -= 1
    number = tokens.text[at].replace(",", "").replace(".", "", 1)
    return at if number.isdecimal() and tokens.same_sentence(at, first) else None


def _is_given(tokens: Tokens, at: int) -> bool:
    """Tell the number of "Faro recorded 38": right behind a verb whose subject is a name."""
    if at < 2 or not tokens.same_sentence(at - 2, at):
        return False
    verb = tokens.lower[at - 1] in _GIVING or tokens.doc[at - 1].pos_ == "VERB"
    return verb and tokens.text[at - 1].islower() and tokens.text[at - 2][:1].isupper()
