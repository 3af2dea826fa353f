"""What multiplies a number: scale words and letters behind it."""

from __future__ import annotations

from dataclasses import replace

from factx.nlp.numerals import fractions
from factx.nlp.numerals.numeral import ONE, Numeral, Words, words
from factx.nlp.tokens import Tokens

_HUNDRED = 100
# "hundred thousand million" is the longest chain of scales that anybody writes.
_CHAIN = 3


def scaled(tokens: Tokens, numeral: Numeral, known: Words) -> Numeral:
    """Multiply by the scale words that follow, or note the scale letter that is glued to digits."""
    stop, scale = numeral.stop, ONE
    for _ in range(_CHAIN):
        if (step := _scale_at(tokens, stop, known)) is None:
            break
        at, word = step
        scale *= known.scales[word] if word in known.scales else known.many[word]
        stop = at + 1
    if scale != 1:
        larger = replace(numeral, stop=stop, value=numeral.value * scale, scale=scale)
        return _with_rest(tokens, larger, known)
    if numeral.form == "digits" and stop < len(tokens) and tokens.text[stop] in known.letters:
        letter = tokens.text[stop]
        spaced = letter == "k" and "." in numeral.digits  # "2.33 k"
        if tokens.glued(stop) or spaced:
            return replace(numeral, letter=letter)
    return numeral


def _scale_at(tokens: Tokens, at: int, known: Words) -> tuple[int, str] | None:
    """Return where a scale word stands, a hyphen before it stepped over."""
    lower, count = tokens.lower, len(tokens)
    if at >= count:
        return None
    if at + 1 < count and lower[at] == "-" and tokens.glued(at):
        at += 1
    if lower[at] in known.scales or lower[at] in known.many:
        return at, lower[at]
    return None


def _with_rest(tokens: Tokens, numeral: Numeral, known: Words) -> Numeral:
    """Add what follows a scale: ``3 million and a quarter``, ``3 hundred and 21``."""
    at, lower = numeral.stop, tokens.lower
    if at + 1 >= len(tokens) or lower[at] != "and":
        return numeral
    if numeral.scale == _HUNDRED and numeral.form == "digits" and lower[at + 1].isdecimal():
        if len(lower[at + 1]) <= 2:
            value = numeral.value + int(lower[at + 1])
            return replace(numeral, stop=at + 2, value=value, digits=format(value, "f"), scale=ONE)
        return numeral
    tail = fractions.after_and(tokens, at, known)
    if tail is None:
        return numeral
    return fractions.added(tokens, numeral, tail, known)


def with_letter(tokens: Tokens, numeral: Numeral) -> Numeral:
    """Read the letter after an amount as its scale: ``$2.9 bn`` is 2.9e9."""
    if numeral.scale != 1 or numeral.stop >= len(tokens):
        return numeral
    scale = words().letters.get(tokens.text[numeral.stop])
    if scale is None:
        return numeral
    value = numeral.value * scale
    return replace(numeral, stop=numeral.stop + 1, value=value, scale=scale, letter="")
