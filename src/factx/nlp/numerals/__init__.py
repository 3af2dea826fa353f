"""Numbers as written: digits, words, scales and fractions, read into exact decimals.

``find`` yields every number of a text with the digits it was printed with, because "2.0" and "2"
stand for different intervals. What the number counts or measures is no matter here.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from factx.nlp.numerals import printed, spelled
from factx.nlp.numerals.numeral import Form, Numeral, Words, words
from factx.nlp.numerals.printed import decimal, is_ordinal
from factx.nlp.numerals.scales import with_letter
from factx.nlp.tokens import Tokens

__all__ = ["Form", "Numeral", "Words", "decimal", "find", "is_ordinal", "with_letter", "words"]

_DIGIT_STARTS = frozenset("0123456789.+-½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅐⅛⅜⅝⅞⅑⅒")


def find(tokens: Tokens, skip: Callable[[int], bool] = lambda _: False) -> list[Numeral]:
    """Return the numbers of a text in order, longest reading first.

    Args:
        tokens: The article.
        skip: Tells which token indexes belong to something else, such as a date.
    """
    found: list[Numeral] = []
    known = words()
    starters = known.starters
    index = 0
    for at, word in enumerate(tokens.lower):
        if at < index or (word not in starters and word[0] not in _DIGIT_STARTS):
            continue
        numeral = _read(tokens, at, known)
        if numeral is None or any(skip(i) for i in range(numeral.first, numeral.stop)):
            continue
        numeral = _signed(tokens, _divided(tokens, numeral, skip, known), known)
        found.append(numeral)
        index = numeral.stop
    return found


def _read(tokens: Tokens, at: int, known: Words) -> Numeral | None:
    word = tokens.lower[at]
    if word in known.starters:
        return spelled.read(tokens, at, known)
    if word[0] not in _DIGIT_STARTS:
        return None
    return printed.read(tokens, at, known)


def _divided(
    tokens: Tokens, numeral: Numeral, skip: Callable[[int], bool], known: Words
) -> Numeral:
    """Read ``one over three`` where nothing follows that "over three" could belong to."""
    at = numeral.stop
    if at + 1 >= len(tokens) or tokens.lower[at] != "over" or not numeral.whole:
        return numeral
    below = _read(tokens, at + 1, known)
    if below is None or not below.whole or not 0 < numeral.value < below.value or skip(at + 1):
        return numeral
    if below.stop < len(tokens) and tokens.lower[below.stop][:1].isalnum():
        return numeral
    return Numeral(numeral.first, below.stop, numeral.value / below.value, "fraction")


def _signed(tokens: Tokens, numeral: Numeral, known: Words) -> Numeral:
    """Take in a spelled sign: ``minus 40``, ``minus-5``, ``negative one``."""
    first = numeral.first - 1
    lower = tokens.lower
    if first > 0 and lower[first] == "-" and tokens.glued(first):
        first -= 1
    if first < 0 or lower[first] not in known.signs:
        return numeral
    if numeral.value <= 0 or numeral.form == "vague":
        return numeral
    if first and lower[first - 1] == "or":  # "plus or minus 3 points"
        return numeral
    if lower[first] == "negative" and first and lower[first - 1] not in known.sign_after:
        return numeral
    return replace(numeral, first=first, value=-numeral.value)
