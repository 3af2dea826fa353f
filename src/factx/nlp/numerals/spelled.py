"""Numbers in words: "twenty-eight thousand six hundred and forty-two", "half a million"."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from factx.nlp.numerals import fractions, scales, vague
from factx.nlp.numerals.numeral import ONE, Numeral, Words
from factx.nlp.tokens import Tokens

_ARTICLES = frozenset({"a", "an"})
_ZERO = Decimal(0)
# No number anybody says is longer; what is longer is noise and must not cost time.
_LONGEST = 40


def read(tokens: Tokens, index: int, known: Words) -> Numeral | None:
    """Read the number whose first word is ``index``."""
    word = tokens.lower[index]
    if word in known.vague:
        return vague.plural(tokens, index, known)
    if word in {"half", "quarter"}:
        return _half(tokens, index, known)
    if word in _ARTICLES:
        return _article(tokens, index, known)
    if word == "couple":
        return vague.couple(tokens, index, index, known)
    if word in known.scales:
        return vague.misspelt(tokens, index, known) or _bare_scale(tokens, index, known)
    return _counted(tokens, index, list(_run(tokens, index, known)), known)


def _counted(
    tokens: Tokens, index: int, parts: list[tuple[str, int]], known: Words
) -> Numeral | None:
    """Sum the words of a run and take in the fraction that follows."""
    if not parts:
        return None
    value, stop, scale = _sum(parts, known)
    tail = fractions.after_and(tokens, stop, known)
    if tail is not None and not any(word == "point" for word, _ in parts):
        if scale == 1:
            value += tail.value
            numeral = Numeral(index, tail.stop, value, "words", str(value))
            return scales.scaled(tokens, numeral, known)
        numeral = Numeral(index, stop, value, "words", scale=scale)
        return fractions.added(tokens, numeral, tail, known)
    if (part := _divided(tokens, parts, value, stop, known)) is not None:
        numeral = Numeral(index, part.stop, part.value, "fraction")
        return fractions.of_scale(tokens, numeral, known) if part.value < 1 else numeral
    numeral = Numeral(index, stop, value, "words", scale=scale)
    return scales.scaled(tokens, numeral, known) if scale == 1 else numeral


def _divided(
    tokens: Tokens, parts: list[tuple[str, int]], value: Decimal, stop: int, known: Words
) -> fractions.Part | None:
    """Read the run as a numerator: ``two-thirds``, ``three twenty-fifths``, ``thirty fifths``.

    Tens behind another number belong to the denominator: "one hundred thirty fifths" are 100/35.
    """
    if value != value.to_integral_value():
        return None
    joined = tokens.lower[stop - 2 : stop - 1] == ["and"]
    if len(parts) > 1 and not joined and known.small.get(parts[-1][0], _ZERO) >= 20:
        top, earlier, _ = _sum(parts[:-1], known)
        part = fractions.over(tokens, top, earlier, known)
        if part is not None:
            return part
    return fractions.over(tokens, value, stop, known)


def _run(tokens: Tokens, index: int, known: Words, before: str = "") -> Iterator[tuple[str, int]]:
    """Yield the number words from ``index`` with the index after each, hyphens and "and" left out.

    "and" joins only after hundred or a larger scale ("two hundred and five", "a thousand and one").
    """
    lower, count = tokens.lower, len(tokens)
    at, decimals = index, False
    while at < min(count, index + _LONGEST):
        if before:
            at = _over_hyphen(tokens, at, before, known)
        if lower[at] == "and":
            if not _and_joins(tokens, at, before, known):
                return
            at = fractions.tied(tokens, at + 1)
        word = lower[at]
        if word in known.small:
            first = known.small.get(before)
            if first is not None and not decimals and not _joins(first, known.small[word]):
                return
        elif word == "point" and before in known.small and not decimals:
            digit = fractions.tied(tokens, at + 1)
            if digit >= count or lower[digit] not in known.small:
                return
            decimals = True
        elif word in known.scales and before and before != "point":
            decimals = False
        else:
            return
        yield word, at + 1
        before = word
        at += 1


def _over_hyphen(tokens: Tokens, at: int, before: str, known: Words) -> int:
    """Step over the hyphen in "twenty-eight" and "two-million", not over the one of a range."""
    following = fractions.tied(tokens, at)
    if following == at:
        return at
    word = tokens.lower[following]
    if tokens.glued(at):
        return following
    ones = known.small.get(word)
    tens = known.small.get(before)
    joins = tens is not None and ones is not None and _joins(tens, ones)
    return following if joins else at


def _and_joins(tokens: Tokens, at: int, before: str, known: Words) -> bool:
    following = fractions.tied(tokens, at + 1)
    if before not in known.scales or before == "dozen" or following >= len(tokens):
        return False
    if tokens.lower[following] not in known.small:
        return False
    return fractions.at(tokens, following, known) is None  # "one hundred and three quarters"


def _joins(first: Decimal, second: Decimal) -> bool:
    """Tell whether "twenty" and "eight" make one number, which "two three" does not."""
    return first >= 20 and first % 10 == 0 and 0 < second < 10


def _sum(parts: list[tuple[str, int]], known: Words) -> tuple[Decimal, int, Decimal]:
    """Add up number words; return value, stop and the last scale."""
    total = current = _ZERO
    decimals: str | None = None
    scale = ONE
    for word, _ in parts:
        if word == "point":
            decimals = ""
        elif decimals is not None and word in known.small:
            decimals += str(known.small[word])
        elif word in known.small:
            current += known.small[word]
            scale = ONE
        else:
            if decimals:
                current += Decimal(f"0.{decimals}")
                decimals = None
            scale = known.scales[word]
            if scale <= 100:
                current = (current or ONE) * scale
            else:
                total, current = _carry(total, current, scale)
    if decimals:
        current += Decimal(f"0.{decimals}")
    return total + current, parts[-1][1], scale


def _carry(total: Decimal, current: Decimal, factor: Decimal) -> tuple[Decimal, Decimal]:
    if current == 0 and total:  # "five hundred thousand million": the scale takes all before it
        return total * factor, _ZERO
    return total + (current or ONE) * factor, _ZERO


def _half(tokens: Tokens, index: int, known: Words) -> Numeral | None:
    """Read ``half a million`` and ``quarter million`` as numbers, ``half`` alone as a fraction."""
    value = ONE / known.parts[tokens.lower[index]]
    part = Numeral(index, index + 1, value, "fraction")
    numeral = fractions.of_scale(tokens, part, known)
    if numeral is not part:
        return scales.scaled(tokens, numeral, known)
    return part if tokens.lower[index] == "half" else None


def _bare_scale(tokens: Tokens, index: int, known: Words) -> Numeral | None:
    """Read ``million-and-a-half``, a number that begins with its scale, and ``several thousand``."""
    if index and tokens.lower[index - 1] in known.several:
        return vague.several(tokens, index, known)
    tail = fractions.after_and(tokens, index + 1, known)
    scale = known.scales[tokens.lower[index]]
    if tail is None or scale < 1000:
        return None
    return fractions.added(
        tokens, Numeral(index, index + 1, scale, "words", scale=scale), tail, known
    )


def _article(tokens: Tokens, index: int, known: Words) -> Numeral | None:
    """Read ``a million``, ``a dozen``, ``a half``, ``a third``, ``a couple of hundred``."""
    lower, at = tokens.lower, index + 1
    if at >= len(tokens):
        return None
    word = lower[at]
    if word == "couple":
        return vague.couple(tokens, index, at, known)
    if word in known.scales:
        parts = [("one", at), *_run(tokens, at, known, before="one")]
        return _counted(tokens, index, parts, known)
    part = fractions.over(tokens, ONE, at, known)
    if part is None or tokens.glued(at):
        return None
    return fractions.of_scale(tokens, Numeral(index, part.stop, part.value, "fraction"), known)
