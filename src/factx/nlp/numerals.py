"""Numbers as written: digits, words, scales and fractions, read into exact decimals.

``find`` yields every number of a text with the digits it was printed with, because "2.0" and "2"
stand for different intervals. What the number counts or measures is no matter here.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal, InvalidOperation
from functools import cache
from importlib import resources
from typing import Literal, TypeAlias

from factx.nlp.tokens import Tokens

Form: TypeAlias = Literal["digits", "words", "fraction", "vague"]

_ONE = Decimal(1)
# Groups of three, India's groups of two, apostrophes as in Switzerland; then plain digits.
_DIGITS = re.compile(
    r"[+-]?(?:\d{1,3}(?:,\d{3})+|\d{1,2}(?:,\d{2})+,\d{3}|\d{1,3}(?:'\d{3})+|\d+)?(?:\.\d+)?"
)
# "1.234,5" and "1.234.567": a comma after a full stop, or two full stops, leave one reading.
_CONTINENTAL = re.compile(r"[+-]?\d{1,3}(?:\.\d{3})+,\d+|[+-]?\d{1,3}(?:\.\d{3}){2,}")
_SLASHED = re.compile(r"(\d{1,2})/(\d{1,3})")
_MIXED = re.compile(r"(\d+)([½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅐⅛⅜⅝⅞⅑⅒])")
_POWER = re.compile(r"([+-]?\d+(?:\.\d+)?)(?:e\+?(-?\d{1,2})|[x×*]10\^?(-?\d{1,2}))")
_DENOMINATORS = frozenset({2, 3, 4, 5, 6, 7, 8, 10, 16, 32, 64})


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number at tokens ``first`` to ``stop`` (exclusive).

    ``digits`` is the printed numeral without its thousands separators ("" for words), ``scale``
    what a scale word multiplies it by. ``low`` and ``high`` bound a vague plural. ``letter`` is a
    scale letter that may as well be a unit ("2.7m").
    """

    first: int
    stop: int
    value: Decimal
    form: Form
    digits: str = ""
    scale: Decimal = _ONE
    low: Decimal | None = None
    high: Decimal | None = None
    letter: str = ""


@dataclass(frozen=True, slots=True)
class Words:
    """The number words of ``numerals.toml``."""

    small: dict[str, Decimal]
    scales: dict[str, Decimal]
    letters: dict[str, Decimal]
    vague: dict[str, tuple[Decimal, Decimal]]
    fractions: dict[str, Decimal]
    glyphs: dict[str, Decimal]
    starters: frozenset[str]


@cache
def words() -> Words:
    """Return the packaged number words, read once."""
    table = resources.files("factx.nlp").joinpath("numerals.toml")
    data = tomllib.loads(table.read_text(encoding="utf-8"))
    small = {word: Decimal(value) for word, value in data["words"].items()}
    vague = {word: (Decimal(low), Decimal(high)) for word, (low, high) in data["vague"].items()}
    scales = {word: Decimal(value) for word, value in data["scales"].items()}
    return Words(
        small=small,
        scales=scales,
        letters={word: Decimal(value) for word, value in data["scale_letters"].items()},
        vague=vague,
        fractions={word: Decimal(value) for word, value in data["fractions"].items()},
        glyphs={glyph: Decimal(a) / Decimal(b) for glyph, (a, b) in data["glyphs"].items()},
        starters=frozenset(small) | frozenset(vague) | {"a", "an", "half", "point"} | frozenset(scales),
    )


def find(tokens: Tokens, skip: Callable[[int], bool] = lambda _: False) -> list[Numeral]:
    """Return the numbers of a text in order, longest reading first.

    Args:
        tokens: The article.
        skip: Tells which token indexes belong to something else, such as a date.
    """
    found: list[Numeral] = []
    known = words()
    index, count = 0, len(tokens)
    lower = tokens.lower
    while index < count:
        word = lower[index]
        first = word[:1]
        if first.isdigit() or first in ".+-½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅐⅛⅜⅝⅞⅑⅒":
            numeral = _digits(tokens, index, known)
        elif word in known.starters:
            numeral = _spelled(tokens, index, known)
        else:
            numeral = None
        if numeral is None or any(skip(i) for i in range(numeral.first, numeral.stop)):
            index += 1
            continue
        numeral = _signed(tokens, numeral)
        found.append(numeral)
        index = numeral.stop
    return found


def _signed(tokens: Tokens, numeral: Numeral) -> Numeral:
    """Take in a spelled sign: ``minus 40``, ``minus-5``."""
    first = numeral.first - 1
    if first > 0 and tokens.lower[first] == "-" and tokens.glued(first):
        first -= 1
    if first >= 0 and tokens.lower[first] == "minus" and numeral.value > 0 and numeral.form != "vague":
        return replace(numeral, first=first, value=-numeral.value)
    return numeral


def decimal(text: str) -> Decimal | None:
    """Read a printed numeral such as ``17,600``, ``.5`` or ``1.234,5``; None if it is not one."""
    if len(text) > 40 or not any(character.isdigit() for character in text):
        return None
    if _DIGITS.fullmatch(text):
        plain = text.replace(",", "").replace("'", "")
    elif _CONTINENTAL.fullmatch(text):
        plain = text.replace(".", "").replace(",", ".")
    else:
        return None
    try:
        return Decimal(plain)
    except InvalidOperation:  # digits of other scripts that look like ours
        return None


# --- digits -------------------------------------------------------------------------------------


def _digits(tokens: Tokens, index: int, known: Words) -> Numeral | None:
    text = tokens.lower[index]
    value = decimal(text)
    if value is None:
        return _odd_digits(tokens, index, known)
    digits = format(abs(value), "f")
    if text.lstrip("+-").startswith("."):
        digits = digits.removeprefix("0")
    numeral = Numeral(index, index + 1, value, "digits", digits)
    numeral = _grouped(tokens, numeral)
    return _scaled(tokens, _with_fraction(tokens, numeral, known), known)


def _odd_digits(tokens: Tokens, index: int, known: Words) -> Numeral | None:
    """Read ``2½``, ``½``, ``3/4`` and ``6.2x10^4``."""
    text = tokens.lower[index]
    if text in known.glyphs:
        return _scaled(tokens, Numeral(index, index + 1, known.glyphs[text], "fraction"), known)
    if mixed := _MIXED.fullmatch(text):
        value = Decimal(mixed[1]) + known.glyphs[mixed[2]]
        return _scaled(tokens, Numeral(index, index + 1, value, "digits", str(value)), known)
    if slashed := _SLASHED.fullmatch(text):
        top, bottom = int(slashed[1]), int(slashed[2])
        if 0 < top < bottom and bottom in _DENOMINATORS:
            value = Decimal(top) / Decimal(bottom)
            return _scaled(tokens, Numeral(index, index + 1, value, "fraction"), known)
    if len(text) < 20 and (power := _POWER.fullmatch(text)):
        value = Decimal(power[1]).scaleb(int(power[2] or power[3]))
        return Numeral(index, index + 1, value, "digits", format(value, "f"))
    return None


def _grouped(tokens: Tokens, numeral: Numeral) -> Numeral:
    """Join thousands written apart: ``250 000``, and the decimals of tokenized text, ``14 . 8``."""
    lower, index = tokens.lower, numeral.first
    stop = numeral.stop
    digits = numeral.digits
    if digits.isdigit() and 1 <= len(digits) <= 3 and not digits.startswith("0"):
        joined = digits
        while (
            stop < len(tokens)
            and tokens.start[stop] == tokens.end[stop - 1] + 1
            and len(group := lower[stop].partition(".")[0]) == 3
            and group.isdigit()
            and joined.isdigit()
            and decimal(lower[stop]) is not None
        ):
            joined += lower[stop]
            stop += 1
        if stop > numeral.stop:
            return Numeral(index, stop, Decimal(joined), "digits", joined)
    apart = (
        stop + 1 < len(tokens)
        and lower[stop] == "."
        and not tokens.glued(stop)
        and not tokens.glued(stop + 1)
        and lower[stop + 1].isdecimal()
        and digits.isdigit()
    )
    if apart:
        joined = f"{digits}.{lower[stop + 1]}"
        return Numeral(index, stop + 2, Decimal(joined), "digits", joined)
    return numeral


def _with_fraction(tokens: Tokens, numeral: Numeral, known: Words) -> Numeral:
    """Add what follows a whole number: ``2 1/2``, ``7-3/4``, ``5 and a half``."""
    if not numeral.digits.isdigit():
        return numeral
    stop, lower = numeral.stop, tokens.lower
    if stop < len(tokens) and lower[stop] == "-" and tokens.glued(stop):
        stop += 1
    if stop < len(tokens):
        slashed = _SLASHED.fullmatch(lower[stop])
        value = None
        if slashed and 0 < int(slashed[1]) < int(slashed[2]) in _DENOMINATORS:
            value = Decimal(slashed[1]) / Decimal(slashed[2])
        elif lower[stop] in known.glyphs:
            value = known.glyphs[lower[stop]]
        if value is not None:
            total = numeral.value + value
            return replace(numeral, stop=stop + 1, value=total, digits=str(total))
    if (tail := _and_fraction(tokens, numeral.stop, known)) is not None:
        stop, value = tail
        total = numeral.value + value
        return replace(numeral, stop=stop, value=total, digits=str(total))
    return numeral


def _and_fraction(tokens: Tokens, index: int, known: Words) -> tuple[int, Decimal] | None:
    """Read ``and a half`` or ``-and-three-quarters`` at ``index``; return its stop and value."""
    parts: list[str] = []
    at = index
    while at < len(tokens) and len(parts) < 3:
        word = tokens.lower[at]
        at += 1
        if word == "-":
            continue
        parts.append(word)
        if len(parts) == 1 and word != "and":
            return None
    if len(parts) < 3 or parts[2] not in known.fractions:
        return None
    top = _ONE if parts[1] in {"a", "an"} else known.small.get(parts[1])
    if top is None or top == 0:
        return None
    return at, top / known.fractions[parts[2]]


def _scaled(tokens: Tokens, numeral: Numeral, known: Words) -> Numeral:
    """Multiply by the scale words or the scale letter that follow."""
    stop, scale = numeral.stop, _ONE
    while stop < len(tokens):
        word = tokens.lower[stop]
        hyphen = word == "-" and tokens.glued(stop) and stop + 1 < len(tokens)
        if hyphen and tokens.lower[stop + 1] in known.scales:
            word = tokens.lower[stop + 1]
            stop += 1
        if word.isspace() and stop + 1 < len(tokens) and "\n" not in word:
            if tokens.lower[stop + 1] not in known.scales:
                break
            stop += 1
            word = tokens.lower[stop]
        if word not in known.scales or word == "hundred" and "." in numeral.digits:
            break
        scale *= known.scales[word]
        stop += 1
    if scale != 1:
        return replace(numeral, stop=stop, value=numeral.value * scale, scale=scale)
    if numeral.form == "digits" and stop < len(tokens) and tokens.glued(stop):
        letter = tokens.text[stop]
        if letter in known.letters:
            return replace(numeral, letter=letter)
    return numeral


def with_letter(tokens: Tokens, numeral: Numeral) -> Numeral:
    """Read the letter after an amount as its scale: ``$2.9 bn`` is 2.9e9."""
    known = words()
    if numeral.scale != 1 or numeral.stop >= len(tokens):
        return numeral
    scale = known.letters.get(tokens.text[numeral.stop])
    if scale is None:
        return numeral
    value = numeral.value * scale
    return replace(numeral, stop=numeral.stop + 1, value=value, scale=scale, letter="")


# --- words --------------------------------------------------------------------------------------


def _spelled(tokens: Tokens, index: int, known: Words) -> Numeral | None:
    lower = tokens.lower
    word = lower[index]
    if word in known.vague:
        return _vague(tokens, index, known)
    if word == "half":
        return _half(tokens, index, known)
    if word in {"a", "an"}:
        return _article(tokens, index, known)
    if word in known.scales or word == "point":
        return None
    parts = list(_run(tokens, index, known))
    if not parts:
        return None
    value, stop, scale = _sum(parts, known)
    if (tail := _and_fraction(tokens, stop, known)) is not None:
        stop, extra = tail
        value += extra
        numeral = Numeral(index, stop, value, "words", str(value))
        return _scaled(tokens, numeral, known)
    if value < 100 and value == value.to_integral_value():
        fraction = _fraction_after(tokens, index, stop, value, known)
        if fraction is not None:
            return fraction
    return Numeral(index, stop, value, "words", scale=scale)


def _run(tokens: Tokens, index: int, known: Words) -> Iterator[tuple[str, int]]:
    """Yield the number words from ``index`` with the index after each, hyphens and "and" left out.

    "and" joins only after hundred or a larger scale ("two hundred and five", "a thousand and one").
    """
    lower, count = tokens.lower, len(tokens)
    at, before = index, ""
    while at < count:
        word = lower[at]
        if word == "-" and before and tokens.glued(at) and at + 1 < count and tokens.glued(at + 1):
            at += 1
            word = lower[at]
            if word == "and":
                continue
        if word == "and" and before in known.scales and before != "dozen":
            if at + 1 < count and lower[at + 1] in known.small:
                at += 1
                word = lower[at]
            else:
                return
        if word in known.small:
            if before in known.small and not _joins(known.small[before], known.small[word]):
                return
        elif word == "point" and before in known.small:
            if at + 1 >= count or lower[at + 1] not in known.small:
                return
        elif word not in known.scales or not before:
            return
        elif before == "point":
            return
        yield word, at + 1
        before = word
        at += 1


def _joins(first: Decimal, second: Decimal) -> bool:
    """Tell whether "twenty" and "eight" make one number, which "two three" does not."""
    return first >= 20 and first % 10 == 0 and 0 < second < 10


def _sum(parts: list[tuple[str, int]], known: Words) -> tuple[Decimal, int, Decimal]:
    """Add up number words; return value, stop and the last scale."""
    total = current = Decimal(0)
    decimals: str | None = None
    scale = _ONE
    stop = parts[-1][1]
    for word, _ in parts:
        if word == "point":
            decimals = ""
        elif decimals is not None and word in known.small:
            decimals += str(known.small[word])
        elif word in known.small:
            current += known.small[word]
            scale = _ONE
        else:
            if decimals:
                current += Decimal(f"0.{decimals}")
                decimals = None
            factor = known.scales[word]
            if factor <= 100:
                current = (current or _ONE) * factor
            else:
                total, current = _carry(total, current, factor)
            scale = factor
    if decimals:
        current += Decimal(f"0.{decimals}")
    return total + current, stop, scale


def _carry(total: Decimal, current: Decimal, factor: Decimal) -> tuple[Decimal, Decimal]:
    if current == 0 and total:  # "five hundred thousand million": the scale takes all before it
        return total * factor, Decimal(0)
    return total + (current or _ONE) * factor, Decimal(0)


def _vague(tokens: Tokens, index: int, known: Words) -> Numeral | None:
    """Read ``dozens``, ``tens of thousands``, ``hundreds of millions``."""
    low, high = known.vague[tokens.lower[index]]
    stop = index + 1
    nested = (
        stop + 1 < len(tokens)
        and tokens.lower[stop] == "of"
        and tokens.lower[stop + 1] in known.vague
        and tokens.lower[index] in {"tens", "hundreds", "thousands", "dozens"}
    )
    if nested:
        factor = known.vague[tokens.lower[stop + 1]][0] / 2
        ones = {"tens": 10, "dozens": 12}.get(tokens.lower[index], int(low / 2))
        low, high = 2 * ones * factor, (10 * ones * factor) - 1
        stop += 2
    elif tokens.lower[index] == "tens":
        return None
    return Numeral(index, stop, low / 2 if not nested else low / 2, "vague", low=low, high=high)


def _half(tokens: Tokens, index: int, known: Words) -> Numeral | None:
    """Read ``half a million`` and ``half a dozen`` as numbers, ``half`` as a fraction."""
    lower = tokens.lower
    at = index + 1
    if at < len(tokens) and lower[at] in {"a", "an", "-"}:
        at += 1
        if at < len(tokens) and lower[at] in known.scales:
            value = known.scales[lower[at]] / 2
            numeral = Numeral(index, at + 1, value, "words", scale=value * 2)
            return _scaled(tokens, numeral, known)
    return Numeral(index, index + 1, Decimal("0.5"), "fraction")


def _article(tokens: Tokens, index: int, known: Words) -> Numeral | None:
    """Read ``a million``, ``a dozen``, ``a half``, ``a third``, ``a couple of hundred``."""
    lower, at = tokens.lower, index + 1
    if at >= len(tokens):
        return None
    word = lower[at]
    if word in known.scales:
        parts = [("one", at), *_run_from_scale(tokens, at, known)]
        value, stop, scale = _sum(parts, known)
        if (tail := _and_fraction(tokens, stop, known)) is not None:
            stop, extra = tail
            value += extra * scale
        return Numeral(index, stop, value, "words", scale=scale)
    if word == "couple":
        stop = at + 1
        if stop < len(tokens) and lower[stop] == "of":
            stop += 1
        if stop < len(tokens) and lower[stop] in known.scales:
            value = 2 * known.scales[lower[stop]]
            low, high = value, value + known.scales[lower[stop]]
            return Numeral(index, stop + 1, value, "vague", low=low, high=high)
        return Numeral(index, at + 1, Decimal(2), "vague", low=Decimal(2), high=Decimal(3))
    if word in known.fractions and not word.endswith("s"):
        part = Numeral(index, at + 1, _ONE / known.fractions[word], "fraction")
        return _of_scale(tokens, part, known)
    return None


def _of_scale(tokens: Tokens, part: Numeral, known: Words) -> Numeral:
    """Read ``a quarter of a million`` and ``three-quarters of a billion`` as numbers."""
    lower, at = tokens.lower, part.stop
    if lower[at : at + 2] == ["of", "a"] and at + 2 < len(lower) and lower[at + 2] in known.scales:
        scale = known.scales[lower[at + 2]]
        return Numeral(part.first, at + 3, part.value * scale, "words", scale=scale)
    return part


def _run_from_scale(tokens: Tokens, index: int, known: Words) -> Iterator[tuple[str, int]]:
    yield tokens.lower[index], index + 1
    at, before = index + 1, tokens.lower[index]
    if at < len(tokens) and tokens.lower[at] in known.scales and before != "dozen":
        yield tokens.lower[at], at + 1
        at += 1
    if at < len(tokens) and tokens.lower[at] == "and" and at + 1 < len(tokens):
        if tokens.lower[at + 1] in known.small and before != "dozen":
            yield from _run(tokens, at + 1, known)


def _fraction_after(
    tokens: Tokens, index: int, stop: int, top: Decimal, known: Words
) -> Numeral | None:
    """Read ``two-thirds``, ``three quarters``, ``one fifth`` once their first word is read."""
    at = stop
    if at < len(tokens) and tokens.lower[at] == "-" and tokens.glued(at):
        at += 1
    if at >= len(tokens) or tokens.lower[at] not in known.fractions:
        return None
    word = tokens.lower[at]
    plural = word.endswith("s") or word == "halves"
    if plural != (top != 1) or top >= known.fractions[word] * 4:
        return None
    part = Numeral(index, at + 1, top / known.fractions[word], "fraction")
    return _of_scale(tokens, part, known)
