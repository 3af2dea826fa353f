"""Which way a bare weekday or month looks: forward after "will", back otherwise.

Cue words are enough for this: the nearest verb or preposition of the clause decides, first before
the date and then after it. Without any the date lies in the past, as in nine of ten news sentences.
"""

from __future__ import annotations

from factx.mentions.date.view import View

_BEFORE, _AFTER = 15, 8  # tokens
_REPORT = 7  # tokens: "said that the two sides would"
_PRESENT = frozenset(("be", "is", "are", "to"))
_BREAKS = frozenset((".", ";", ":", '"', "?", "!"))


def looks_forward(view: View, first: int, stop: int) -> bool:
    """Tell whether the clause around the tokens ``first`` to ``stop`` speaks of the future."""
    return look(view, first, stop) == "future"


def plans(view: View, first: int, stop: int) -> bool:
    """Tell whether the clause plans ahead of the article's day: "will rise on April 1"."""
    return look(view, first, stop, strict=True) == "future"


def look(view: View, first: int, stop: int, *, strict: bool = False) -> str | None:
    """Return "past" or "future" for the clause around the tokens, None where nothing says.

    Where ``strict``, "until" and "should" say nothing.
    """
    future, past = view.lex.lists["future"], view.lex.lists["past"]
    weak = view.lex.lists["weak_future"] if strict else frozenset()
    sent = view.tokens.sent
    for i in range(first - 1, max(-1, first - 1 - _BEFORE), -1):
        word = view.lower[i]
        if sent[i] != sent[first] or word in _BREAKS:
            break
        if word == "of" and view.among(i - 1, "ahead_of"):
            return "future"
        if word in future and word not in weak and not _causes(view, i):
            doubtful = word in view.lex.lists["doubtful_future"] and not _reported(view, i)
            return "future" if not doubtful or view.word(i + 1) in ("to", "for", "be") else None
        if (word == "be" and view.word(i - 1) == "to") or _is_to(view, i):
            return "future"
        # "is expected", "will be held": a participle after these says nothing of the past
        passive = {view.word(i - 1), view.word(i - 2)} & _PRESENT or view.among(
            i - 1, "before_a_participle"
        )
        if not passive and (word in past or _is_past(view, i)):
            return "past"
    for i in range(stop, min(view.size, stop + _AFTER)):
        word = view.lower[i]
        if sent[i] != sent[first] or word in _BREAKS:
            break
        if word in ("will", "'ll", "shall"):
            return "future"
        if word in past or _is_past(view, i):
            return "past"
    return None


def _reported(view: View, i: int) -> bool:
    """Tell "said it would open on Friday", a plan, from a story's "would open" and "would have"."""
    if view.word(i) != "would" or view.word(i + 1) == "have":
        return False
    said = view.lex.lists["said"]
    return any(word in said for word in view.lower[max(0, i - _REPORT) : i])


def _causes(view: View, i: int) -> bool:
    """Tell "due to a landslide" from "due to open on Friday"."""
    if view.word(i) != "due" or view.word(i + 1) != "to":
        return False
    return view.among(i + 2, "determiners") or view.word(i + 2)[-3:] == "ing"


def _is_past(view: View, i: int) -> bool:
    """Tell a verb in -ed from "the United States", "need" and "hundred"."""
    word = view.lower[i]
    if not word.endswith("ed") or len(word) < len("aired") or view.capital(i):
        return False
    return not word.endswith("eed") and word != "hundred"


def _is_to(view: View, i: int) -> bool:
    """Tell "reports are to follow" from any other "to"."""
    return view.lower[i] == "to" and view.word(i - 1) in ("is", "are")
