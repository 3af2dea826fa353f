"""Physical measures: "291,000 square meters", "60 mph", "1.3 A/cm2", "magnitude 5.2"."""

from __future__ import annotations

from dataclasses import replace

from factx.mentions.quantity import phrase, rare
from factx.mentions.quantity.amount import Amount, hyphened
from factx.mentions.quantity.units import Units, units
from factx.nlp.cues import hedge
from factx.nlp.numerals import Numeral, with_letter
from factx.nlp.tokens import Tokens

_LONGEST_NAME = 5
_BRACKETS = {"(": ")", "[": "]", "{": "}", "<": ">"}
# How far back an open quotation mark is looked for before one behind a number means inches.
_QUOTATION = 400
# How far from "40C" a word of warmth is looked for.
_NEAR = 20
# How far from a bare decimal its sentence may speak of a magnitude.
_SAID = 10


def read(tokens: Tokens, numeral: Numeral) -> Amount | None:
    """Read the unit behind a number, or the word before it that makes it a magnitude."""
    known = units()
    return (
        _magnitude(tokens, numeral, known)
        or _named(tokens, numeral, known)
        or _quaked(tokens, numeral, known)
    )


def _named(tokens: Tokens, numeral: Numeral, known: Units) -> Amount | None:
    at = hyphened(tokens, numeral.stop)
    if at >= len(tokens):
        return None
    if numeral.form == "vague" and tokens.lower[at] == "of":  # "thousands of miles"
        return _spelled(tokens, numeral, at + 1, known)
    if numeral.letter:  # "1.5m tonnes"
        larger = with_letter(tokens, numeral)
        if (named := _spelled(tokens, larger, larger.stop, known)) is not None:
            return named
    named = _spelled(tokens, numeral, at, known)
    if named is not None:
        return named
    sign = tokens.text[at]
    if sign in {"°", "deg"} and numeral.form == "digits":
        return _degrees(tokens, numeral, at)
    if sign in {"C", "F"} and tokens.glued(at) and _is_warmth(tokens, numeral, known):
        return Amount(numeral.first, at + 1, numeral, "measure", f"°{sign}")
    bracketed = tokens.text[at + 1 : at + 3]  # "20 (kg)"
    if sign in _BRACKETS and bracketed[1:] == [_BRACKETS[sign]] and len(bracketed[0]) > 1:
        symbol = known.printed.get(bracketed[0])
        return Amount(numeral.first, at + 3, numeral, "measure", symbol) if symbol else None
    symbol = known.printed.get(sign)
    if symbol is not None and _plausible(tokens, numeral, at, sign, known):
        if numeral.letter == "m" and sign == "m":
            race = str(numeral.value) in known.races and numeral.first > 0
            race = race and tokens.lower[numeral.first - 1] in {"the", "'s", "'"}
            if not race and not _metres(tokens, numeral, at, known):
                return None
        return with_rate(tokens, Amount(numeral.first, at + 1, numeral, "measure", symbol))
    if sign in known.quoted and _marks_length(tokens, numeral, at):
        return Amount(numeral.first, at + 1, numeral, "measure", known.quoted[sign])
    return rare.read(tokens, numeral, at)


def _spelled(tokens: Tokens, numeral: Numeral, at: int, known: Units) -> Amount | None:
    if at >= len(tokens) or tokens.lower[at] not in known.openers:
        return None
    for width in range(min(_LONGEST_NAME, len(tokens) - at), 0, -1):
        words = [word for word in tokens.lower[at : at + width] if word != "-"]
        symbol = known.names.get(" ".join(words))
        if symbol is None or tokens.lower[at + width - 1] == "-":
            continue
        return with_rate(tokens, Amount(numeral.first, at + width, numeral, "measure", symbol))
    return None


def _plausible(tokens: Tokens, numeral: Numeral, at: int, sign: str, known: Units) -> bool:
    """Refuse a letter that is a word or a name: "10 in Paris", "20 A levels", "3 K"."""
    if numeral.form not in {"digits", "fraction"}:
        return False
    glued = tokens.glued(at)
    if sign in known.careful:
        return glued or tokens.lower[at - 1] == "-" or _follows_feet(tokens, numeral, known)
    if len(sign) > 1 or not sign.isascii():
        return True
    following = tokens.text[at + 1] if at + 1 < len(tokens) else ""
    if following == "/" and tokens.glued(at + 1):
        below = tokens.text[at + 2] if at + 2 < len(tokens) else ""
        return below in known.printed or below in known.per
    if glued:
        return sign not in known.glued
    return sign in known.spaced and (not following[:1].isalpha() or sign in known.clear)


def _follows_feet(tokens: Tokens, numeral: Numeral, known: Units) -> bool:
    before = tokens.lower[numeral.first - 1] if numeral.first else ""
    return known.printed.get(before) == "ft"


def _metres(tokens: Tokens, numeral: Numeral, at: int, known: Units) -> bool:
    """Tell "1.8m tall" from "2.7m combined sales": a noun behind makes it millions."""
    opening = tokens.lower[max(0, numeral.first - 2) : numeral.first]
    if opening[1:] == ["of"] and opening[0] in known.dimensions:
        return True
    if at + 1 >= len(tokens):
        return True
    word = tokens.lower[at + 1]
    return word in known.metre_cues or not word[:1].isalpha()


def _degrees(tokens: Tokens, numeral: Numeral, at: int) -> Amount:
    following = tokens.text[at + 1] if at + 1 < len(tokens) else ""
    scale = units().names.get(f"degree {following.lower()}")
    if scale is not None:
        return Amount(numeral.first, at + 2, numeral, "measure", scale)
    return Amount(numeral.first, at + 1, numeral, "measure", "deg")


def _is_warmth(tokens: Tokens, numeral: Numeral, known: Units) -> bool:
    """Tell "1.48C above" and "temperatures of 40C" from the seat 15F."""
    if numeral.form != "digits" or "." in numeral.digits:
        return numeral.form == "digits"
    low, high = max(0, numeral.first - _NEAR), min(len(tokens), numeral.stop + _NEAR)
    sentence = tokens.sent[numeral.first]
    return any(
        tokens.lower[i] in known.warmth for i in range(low, high) if tokens.sent[i] == sentence
    )


def _marks_length(tokens: Tokens, numeral: Numeral, at: int) -> bool:
    """Tell the mark of feet or inches from one that closes a quotation opened in the paragraph."""
    if numeral.form != "digits" or numeral.scale != 1 or numeral.value > 1000:
        return False
    mark, block = tokens.lower[at], tokens.block[at]
    following = tokens.lower[at + 1] if at + 1 < len(tokens) else ""
    quoted, first = units().quoted, numeral.first
    feet = quoted.get(mark) == "ft" and tokens.glued(at)
    inches = first > 1 and quoted.get(tokens.lower[first - 1]) == "ft" and tokens.glued(first - 1)
    inches = inches and tokens.text[first - 2].isdecimal()  # "a 5'10" man"
    if inches:
        return True
    if not feet and following not in units().metre_cues and not following[:1].isdigit():
        return False
    low = max(0, at - _QUOTATION)
    marks = [
        index
        for index in range(low, at)
        if tokens.lower[index] == mark and tokens.block[index] == block
    ]
    return len(marks) % 2 == 0


def with_rate(tokens: Tokens, amount: Amount) -> Amount:
    """Take in what the unit is counted per: ``tonnes a year``, ``grams per kilometre``, ``A/cm2``."""
    known = units()
    at = amount.stop
    if at + 1 >= len(tokens) or tokens.lower[at] not in {"per", "a", "an", "/", "each", "every"}:
        return amount
    article = tokens.lower[at] in {"a", "an"}
    tied = tokens.lower[at] == "/" and tokens.glued(at) and tokens.glued(at + 1)
    for width in (2, 1):
        symbol = known.per.get(" ".join(tokens.lower[at + 1 : at + 1 + width]))
        if symbol is None and tied and width == 1:
            symbol = known.printed.get(tokens.text[at + 1])
        stop = at + 1 + width
        if symbol is None or stop > len(tokens):
            continue
        if article and tokens.lower[stop : stop + 1] and tokens.lower[stop] in known.offsets:
            return amount  # "300 tonnes a year earlier"
        unit = f"{amount.unit}/{symbol}"
        return replace(amount, stop=stop, unit=known.short.get(unit, unit))
    return amount


def _magnitude(tokens: Tokens, numeral: Numeral, known: Units) -> Amount | None:
    lower, first, at = tokens.lower, numeral.first, numeral.stop
    if numeral.form != "digits" or not 0 < numeral.value < 10:
        return None
    _, edge = hedge(tokens, first, at)  # "a magnitude of at least 7.8"
    if edge > 1 and lower[edge - 1] in {"of", "-"} and lower[edge - 2] in known.magnitude:
        return Amount(first, at, numeral, "measure", "magnitude")
    if first and lower[first - 1] in known.magnitude:
        if lower[at : at + 1] == ["+"]:  # "400 magnitude 2+ earthquakes" counts the quakes
            return None
        return Amount(first, at, numeral, "measure", "magnitude")
    behind = hyphened(tokens, at)
    megawatts = tokens.text[behind : behind + 1] in (["MW"], ["mW"])
    if behind < len(lower) and lower[behind] in known.magnitude and not megawatts:
        return Amount(first, behind + 1, numeral, "measure", "magnitude")
    if "." in numeral.digits and at < len(lower) and lower[at] in known.quakes:
        return Amount(first, at, numeral, "measure", "magnitude")
    return None


def _quaked(tokens: Tokens, numeral: Numeral, known: Units) -> Amount | None:
    """Read a bare decimal that a sentence on a quake says: ``measured 5.7 on the Richter scale``."""
    first, at = numeral.first, numeral.stop
    digits = numeral.digits.partition(".")
    if not (len(digits[0]) == len(digits[2]) == 1) or numeral.scale != 1 or numeral.letter:
        return None
    if (
        tokens.lower[first - 1 : first] in (["by"], ["about"])
        or phrase.find(tokens, at) is not None
    ):
        return None
    near = range(max(0, first - _SAID), min(len(tokens), at + _SAID))
    told = {tokens.lower[i] for i in near if tokens.same_sentence(i, first)}
    strong = not told.isdisjoint(known.magnitude) or (
        not told.isdisjoint(known.quakes) and not told.isdisjoint(known.measuring)
    )
    return Amount(first, at, numeral, "measure", "magnitude") if strong else None


def millions(tokens: Tokens, numeral: Numeral) -> Numeral:
    """Read a glued letter that no unit took as a scale: ``2.7m sales``, ``40K users``."""
    return with_letter(tokens, numeral) if numeral.letter else numeral
