"""Parts of a whole: "a third", "fifty-four hundredths", "… and a half", "half a million"."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal

from factx.nlp.numerals.numeral import ONE, Numeral, Words
from factx.nlp.tokens import Tokens

_ARTICLES = frozenset({"a", "an"})
_THOUSAND = 1000


@dataclass(frozen=True, slots=True)
class Part:
    """A fraction's value and the index behind it."""

    stop: int
    value: Decimal


def tied(tokens: Tokens, at: int) -> int:
    """Step over a hyphen, glued ("two-thirds") or spaced as in tokenized text ("two - thirds")."""
    if at + 1 >= len(tokens) or tokens.lower[at] != "-":
        return at
    spaced = tokens.text[at] == "-" and not tokens.glued(at) and not tokens.glued(at + 1)
    return at + 1 if spaced or (tokens.glued(at) and tokens.glued(at + 1)) else at


def below_hundred(tokens: Tokens, at: int, known: Words) -> tuple[Decimal, int] | None:
    """Read ``seven`` or ``fifty-four``; return the value and the index behind it."""
    if at >= len(tokens):
        return None
    value = known.small.get(tokens.lower[at])
    if value is None:
        return None
    following = tied(tokens, at + 1)
    if value >= 20 and following < len(tokens):
        ones = known.small.get(tokens.lower[following])
        if ones is not None and 0 < ones < 10:
            return value + ones, following + 1
    return value, at + 1


def denominator(tokens: Tokens, at: int, known: Words) -> tuple[Decimal, int] | None:
    """Read ``thirds`` or ``twenty-fifths`` behind a numerator."""
    at = tied(tokens, at)
    if at >= len(tokens):
        return None
    word = tokens.lower[at]
    if word in known.parts:
        return known.parts[word], at + 1
    tens = known.small.get(word)
    if tens is None or tens < 20:
        return None
    following = tied(tokens, at + 1)
    if following >= len(tokens):
        return None
    word = tokens.lower[following]
    ones = known.parts.get(word) or known.last.get(word)
    return (tens + ones, following + 1) if ones is not None and ones < 10 else None


def over(tokens: Tokens, top: Decimal, at: int, known: Words) -> Part | None:
    """Divide a numerator that ends before ``at`` by the ordinal behind it: ``twenty-three fifths``.

    The ordinal is a plural unless the numerator is one, else "two fifth graders" were a fraction.
    """
    bottom = denominator(tokens, at, known)
    if bottom is None or top == 0:
        return None
    word, after = tokens.lower[bottom[1] - 1], bottom[1]
    if word == "half" and tied(tokens, after) > after:  # "one half-sister"
        return None
    plural = word.endswith("s")
    if plural == (top == 1) or (word in known.periods and top >= bottom[0]):
        return None
    return Part(bottom[1], top / bottom[0])


def at(tokens: Tokens, index: int, known: Words) -> Part | None:
    """Read a fraction smaller than one: ``a half``, ``three-quarters``, ``fifty-four hundredths``."""
    if index >= len(tokens):
        return None
    if tokens.lower[index] in _ARTICLES:
        part = over(tokens, ONE, index + 1, known)
    else:
        top = below_hundred(tokens, index, known)
        part = over(tokens, top[0], top[1], known) if top is not None else None
    return part if part is not None and part.value < 1 else None


def after_and(tokens: Tokens, index: int, known: Words) -> Part | None:
    """Read ``and a half`` or ``-and-three-quarters`` at ``index``."""
    index = tied(tokens, index)
    if index + 1 >= len(tokens) or tokens.lower[index] != "and":
        return None
    index = tied(tokens, index + 1)
    following = tokens.lower[index + 1 : index + 2]
    if tokens.lower[index] == "half" and not known.halved.isdisjoint(following):
        return Part(index + 1, ONE / 2)
    return at(tokens, index, known)


def added(tokens: Tokens, numeral: Numeral, tail: Part, known: Words) -> Numeral:
    """Add "and a half" to a scaled number: of its scale ("a million and a half"), or of its own.

    ``two and a half hundred`` never comes here; ``one hundred and three quarters`` is 100.75.
    """
    scale = numeral.scale if numeral.scale >= _THOUSAND else ONE
    stop = tail.stop
    if stop < len(tokens) and tokens.lower[stop] in known.scales:
        own = known.scales[tokens.lower[stop]]
        if own < numeral.scale:
            scale, stop = own, stop + 1
    value = numeral.value + tail.value * scale
    digits = str(abs(value) / numeral.scale) if numeral.form == "digits" else ""
    return replace(numeral, stop=stop, value=value, digits=digits)


def of_scale(tokens: Tokens, part: Numeral, known: Words) -> Numeral:
    """Read ``a quarter of a million``, ``three-quarters of a billion``, ``half a million``."""
    lower, index = tokens.lower, tied(tokens, part.stop)
    if lower[index : index + 1] == ["of"]:
        if lower[index + 1 : index + 2] not in (["a"], ["one"]):
            return part
        index += 2
    elif index < len(lower) and lower[index] in _ARTICLES:
        index = tied(tokens, index + 1)
    if index >= len(lower) or lower[index] not in known.scales:
        return part
    scale = known.scales[lower[index]]
    return Numeral(part.first, index + 1, part.value * scale, "words", scale=scale)
