"""Numbers in digits: "17,600", "1.234,5", "2½", "3/4", "6.2x10^4", "250 000"."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal, InvalidOperation

from factx.nlp.numerals import fractions, scales
from factx.nlp.numerals.numeral import Numeral, Words
from factx.nlp.tokens import Tokens

# Groups of three, India's groups of two, apostrophes as in Switzerland; then plain digits.
_DIGITS = re.compile(
    r"[+-]?(?:\d{1,3}(?:,\d{3})+|\d{1,2}(?:,\d{2})+,\d{3}|\d{1,3}(?:'\d{3})+|\d+)?(?:\.\d+)?"
)
# "1.234,5", "1.234.567" and "5,00": a comma after a full stop, two full stops, or fewer than three
# digits behind a lone comma leave one reading.
_CONTINENTAL = re.compile(r"[+-]?\d{1,3}(?:\.\d{3})+,\d+|[+-]?\d{1,3}(?:\.\d{3}){2,}")
_COMMA = re.compile(r"[+-]?\d{1,3},\d{1,2}")
_SLASHED = re.compile(r"([+-]?\d{1,2})/(\d{1,3})")
_MIXED = re.compile(r"(\d+)([½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅐⅛⅜⅝⅞⅑⅒])")
_POWER = re.compile(r"([+-]?\d+(?:\.\d+)?)(?:e\+?|[x×*]10\^?)(-?\d{1,2})")
_EXPONENT = re.compile(r"[+-]?\d{1,2}")
_DENOMINATORS = frozenset({2, 3, 4, 5, 6, 7, 8, 10, 16, 32, 64})
# No printed figure is longer; what is longer is noise and must not cost time.
_LONGEST = 40


def decimal(text: str) -> Decimal | None:
    """Read a printed numeral such as ``17,600``, ``.5`` or ``1.234,5``; None if it is not one."""
    if len(text) > _LONGEST or not any(character.isdigit() for character in text):
        return None
    if _DIGITS.fullmatch(text):
        plain = text.replace(",", "").replace("'", "")
    elif _CONTINENTAL.fullmatch(text):
        plain = text.replace(".", "").replace(",", ".")
    elif _COMMA.fullmatch(text):
        plain = text.replace(",", ".")
    else:
        return None
    try:
        return Decimal(plain)
    except InvalidOperation:  # digits of other scripts that look like ours
        return None


def is_ordinal(word: str) -> bool:
    """Tell an ordinal in figures, such as ``21st``; words that end like one are none."""
    figures = word[:-2]
    return word[-2:] in ("st", "nd", "rd", "th") and figures.isascii() and figures.isdigit()


def read(tokens: Tokens, index: int, known: Words) -> Numeral | None:
    """Read the number whose first token is ``index`` and begins like digits."""
    text = tokens.lower[index]
    value = decimal(text)
    if value is None:
        numeral = _odd(text, index, known) or _power(tokens, index)
        return scales.scaled(tokens, numeral, known) if numeral is not None else None
    after = tokens.lower[index + 1] if index + 1 < len(tokens) else ""
    if text[0] == "-" and index and after != "%" and tokens.lower[index - 1][-1:].isdigit():
        value = abs(value)  # "75 -300mm" is a range
    digits = format(abs(value), "f")
    if text.lstrip("+-").startswith("."):
        digits = digits.removeprefix("0")
    numeral = _grouped(tokens, Numeral(index, index + 1, value, "digits", digits))
    numeral = _with_fraction(tokens, _raised(tokens, numeral), known)
    return scales.scaled(tokens, numeral, known)


def _odd(text: str, index: int, known: Words) -> Numeral | None:
    """Read ``2½``, ``½`` and ``3/4``."""
    if text in known.glyphs:
        return Numeral(index, index + 1, known.glyphs[text], "fraction")
    if len(text) > _LONGEST:
        return None
    if mixed := _MIXED.fullmatch(text):
        value = Decimal(mixed[1]) + known.glyphs[mixed[2]]
        return Numeral(index, index + 1, value, "digits", str(value))
    value_or_none = _slashed(text)
    if value_or_none is not None:
        return Numeral(index, index + 1, value_or_none, "fraction")
    return None


def _power(tokens: Tokens, index: int) -> Numeral | None:
    """Read ``1.2e9`` and ``6.2x10^4``, whose caret and exponent may be tokens of their own."""
    for stop in (index + 1, index + 3):
        written = "".join(tokens.lower[index:stop])
        if len(written) < _LONGEST and (power := _POWER.fullmatch(written)):
            value = Decimal(power[1]).scaleb(int(power[2]))
            return Numeral(index, stop, value, "digits", format(abs(value), "f"))
    return None


def _slashed(text: str) -> Decimal | None:
    match = _SLASHED.fullmatch(text)
    if match is None:
        return None
    top, bottom = int(match[1]), int(match[2])
    if not 0 < abs(top) < bottom or bottom not in _DENOMINATORS:
        return None
    return Decimal(top) / Decimal(bottom)


def _grouped(tokens: Tokens, numeral: Numeral) -> Numeral:
    """Join thousands written apart: ``250 000``, and the decimals of tokenized text, ``14 . 8``."""
    lower, index = tokens.lower, numeral.first
    stop, digits = numeral.stop, numeral.digits
    if digits.isdigit() and 1 <= len(digits) <= 3 and not digits.startswith("0"):
        joined = digits
        while (
            stop < len(tokens)
            and tokens.start[stop] == tokens.end[stop - 1] + 1
            and len(lower[stop].partition(".")[0]) == 3
            and lower[stop].partition(".")[0].isdigit()
            and joined.isdigit()
            and len(joined) < _LONGEST
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
        and len(lower[stop + 1]) < _LONGEST
        and digits.isdigit()
    )
    if apart:
        joined = f"{digits}.{lower[stop + 1]}"
        return Numeral(index, stop + 2, Decimal(joined), "digits", joined)
    return numeral


def _raised(tokens: Tokens, numeral: Numeral) -> Numeral:
    """Raise to the power printed behind a caret: ``1.1^23``, ``-2.5^-1``."""
    at = numeral.stop
    tied = at + 1 < len(tokens) and tokens.lower[at] == "^" and tokens.glued(at)
    if not tied or not _EXPONENT.fullmatch(tokens.lower[at + 1]) or numeral.value == 0:
        return numeral
    size = abs(numeral.value) ** int(tokens.lower[at + 1])
    value = -size if numeral.value < 0 else size
    return replace(numeral, stop=at + 2, value=value, digits=format(size, "f"))


def _with_fraction(tokens: Tokens, numeral: Numeral, known: Words) -> Numeral:
    """Add what follows a whole number: ``2 1/2``, ``7-3/4``, ``5 and a half``."""
    if not numeral.digits.isdigit():
        return numeral
    stop, lower = numeral.stop, tokens.lower
    if stop < len(tokens) and lower[stop] == "-" and tokens.glued(stop):
        stop += 1
    if stop < len(tokens):
        value = _slashed(lower[stop]) if "/" in lower[stop] else known.glyphs.get(lower[stop])
        if value is not None:
            total = numeral.value + value
            return replace(numeral, stop=stop + 1, value=total, digits=str(abs(total)))
    if (tail := fractions.after_and(tokens, numeral.stop, known)) is not None:
        total = numeral.value + tail.value
        return replace(numeral, stop=tail.stop, value=total, digits=str(abs(total)))
    return numeral
