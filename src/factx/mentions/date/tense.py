"""Which way a bare weekday or month looks: forward after "will", back otherwise.

Cue words are enough for this: the nearest verb or preposition of the clause decides, first before
the date and then after it. Without any the date lies in the past, as in nine of ten news sentences.
"""

from __future__ import annotations

from factx.mentions.date.view import View

_BEFORE, _AFTER = 12, 8  # tokens
_PRESENT = frozenset(("be", "is", "are", "to"))
_BREAKS = frozenset((".", ";", ":", '"', "?", "!"))


def looks_forward(view: View, first: int, stop: int) -> bool:
    """Tell whether the clause around the tokens ``first`` to ``stop`` speaks of the future."""
    return look(view, first, stop) == "future"


def plans(view: View, first: int, stop: int) -> bool:
    """Tell whether the clause plans ahead of the article's day: "will rise on April 1"."""
    if not looks_forward(view, first, stop):
        return False
    weak = view.lex.lists["weak_future"]
    return not any(view.lower[i] in weak for i in range(max(0, first - 3), first))


def look(view: View, first: int, stop: int) -> str | None:
    """Return "past" or "future" for the clause around the tokens, None where nothing says."""
    future, past = view.lex.lists["future"], view.lex.lists["past"]
    sent = view.tokens.sent
    for i in range(first - 1, max(-1, first - 1 - _BEFORE), -1):
        word = view.lower[i]
        if sent[i] != sent[first] or word in _BREAKS:
            break
        if word == "of" and view.among(i - 1, "ahead_of"):
            return "future"
        if word in future:
            doubtful = word in view.lex.lists["doubtful_future"]
            return "future" if not doubtful or view.word(i + 1) in ("to", "for", "be") else None
        if word == "be" and view.word(i - 1) == "to":
            return "future"
        # "is expected", "will be held": a participle after these says nothing of the past
        passive = {view.word(i - 1), view.word(i - 2)} & _PRESENT
        if not passive and (word in past or (word.endswith("ed") and len(word) > 4)):
            return "past"
    for i in range(stop, min(view.size, stop + _AFTER)):
        word = view.lower[i]
        if sent[i] != sent[first] or word in _BREAKS:
            break
        if word in ("will", "'ll", "shall"):
            return "future"
        if word in past or (word.endswith("ed") and len(word) > 4):
            return "past"
    return None
