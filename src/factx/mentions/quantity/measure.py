"""Physical measures and ages: "291,000 square meters", "60 mph", "13-year-old", "magnitude 5.2"."""

from __future__ import annotations

import csv
import tomllib
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache
from importlib import resources

from factx.mentions.quantity.amount import Amount, hyphened
from factx.nlp.numerals import Numeral, with_letter
from factx.nlp.tokens import Tokens

_IRREGULAR = {"foot": "feet", "inch": "inches", "horsepower": "horsepower", "hertz": "hertz",
              "celsius": "celsius", "fahrenheit": "fahrenheit", "stone": "stone"}  # fmt: skip
_DEFINITE = frozenset({"mph", "km", "kg", "cm", "mm"})


@dataclass(frozen=True, slots=True)
class Units:
    """What ``units.csv`` and ``measure.toml`` know.

    ``names`` maps lower-case names, singular and plural, hyphens as spaces, to a symbol; ``printed``
    maps symbols as printed. ``factors`` gives each symbol's dimension and factor to its base unit.
    """

    names: dict[str, str]
    printed: dict[str, str]
    factors: dict[str, tuple[str, str]]
    openers: frozenset[str]
    per: dict[str, str]
    careful: frozenset[str]
    metre_cues: frozenset[str]
    age_before: frozenset[str]
    age_units: frozenset[str]
    age_short: frozenset[str]
    magnitude: frozenset[str]
    quakes: frozenset[str]


def _plurals(name: str) -> set[str]:
    words = name.split()
    out = {name}
    for position, word in enumerate(words):
        plural = _IRREGULAR.get(word, word + "s")
        out.add(" ".join([*words[:position], plural, *words[position + 1 :]]))
    return out


@cache
def units() -> Units:
    """Return the packaged unit tables, read once."""
    folder = resources.files("factx.mentions.quantity")
    data = tomllib.loads(folder.joinpath("measure.toml").read_text(encoding="utf-8"))
    lines = folder.joinpath("units.csv").read_text(encoding="utf-8").splitlines()
    names: dict[str, str] = {}
    printed: dict[str, str] = {}
    factors: dict[str, tuple[str, str]] = {}
    for row in csv.DictReader(lines[1:]):
        symbol = row["symbol"]
        factors[symbol] = (row["dimension"], row["factor"])
        for name in filter(None, row["names"].split(";")):
            for form in _plurals(name.replace("-", " ")):
                names.setdefault(form, symbol)
        for sign in filter(None, row["printed"].split(";")):
            printed[sign] = symbol
    openers = {name.split()[0] for name in names}
    return Units(
        names=names,
        printed=printed,
        factors=factors,
        openers=frozenset(openers),
        per=data["per"],
        careful=frozenset(data["after_digits_only"]),
        metre_cues=frozenset(data["metre_cues"]),
        age_before=frozenset(data["age"]["before"]),
        age_units=frozenset(data["age"]["units"]),
        age_short=frozenset(data["age"]["short"]),
        magnitude=frozenset(data["magnitude"]["words"]),
        quakes=frozenset(data["magnitude"]["nouns"]),
    )


def read(tokens: Tokens, numeral: Numeral) -> Amount | None:
    """Read the unit behind a number, or the words before it that make it an age or a magnitude."""
    known = units()
    return (
        _age(tokens, numeral, known)
        or _magnitude(tokens, numeral, known)
        or _named(tokens, numeral, known)
    )


def _named(tokens: Tokens, numeral: Numeral, known: Units) -> Amount | None:
    at = numeral.stop
    if at >= len(tokens):
        return None
    glued = tokens.glued(at)
    at = hyphened(tokens.lower, at, glued)
    if at >= len(tokens):
        return None
    named = _spelled(tokens, numeral, at, known)
    if named is not None:
        return named
    sign = tokens.text[at]
    symbol = known.printed.get(sign)
    if symbol is not None and _plausible(tokens, numeral, at, sign, known):
        if numeral.letter == "m" and sign == "m" and not _metres(tokens, at, known):
            return None
        return _with_rate(tokens, Amount(numeral.first, at + 1, numeral, "measure", symbol), known)
    if sign == "°":
        return _degrees(tokens, numeral, at)
    return None


def _spelled(tokens: Tokens, numeral: Numeral, at: int, known: Units) -> Amount | None:
    if tokens.lower[at] not in known.openers:
        return None
    for width in (5, 4, 3, 2, 1):
        if at + width > len(tokens):
            continue
        words = [word for word in tokens.lower[at : at + width] if word != "-"]
        symbol = known.names.get(" ".join(words))
        if symbol is None or tokens.lower[at + width - 1] == "-":
            continue
        if words[0] in known.careful and numeral.form != "digits":
            continue
        return _with_rate(
            tokens, Amount(numeral.first, at + width, numeral, "measure", symbol), known
        )
    return None


def _plausible(tokens: Tokens, numeral: Numeral, at: int, sign: str, known: Units) -> bool:
    """Refuse a letter that is a word or a name: "10 in Paris", "20 A levels", "3 K"."""
    if numeral.form not in {"digits", "fraction"}:
        return False
    if sign in known.careful:
        return tokens.glued(at) or tokens.lower[at - 1] == "-"
    if len(sign) == 1 and not tokens.glued(at):
        return sign in {"m", "g", "W", "V", "L", "J", "t", "N"} and (
            at + 1 >= len(tokens) or not tokens.text[at + 1][:1].isalpha() or sign in {"m", "g", "W"}
        )
    return not (len(sign) == 1 and sign in {"B", "K", "A", "V", "N", "J"} and sign != "W" and sign != "V")


def _metres(tokens: Tokens, at: int, known: Units) -> bool:
    """Tell "1.8m tall" from "2.7m combined sales": a noun behind makes it millions."""
    after = at + 1
    if after >= len(tokens):
        return True
    word = tokens.lower[after]
    return word in known.metre_cues or not word[:1].isalpha()


def _degrees(tokens: Tokens, numeral: Numeral, at: int) -> Amount:
    following = tokens.text[at + 1] if at + 1 < len(tokens) else ""
    if following in {"C", "F"}:
        return Amount(numeral.first, at + 2, numeral, "measure", f"°{following}")
    return Amount(numeral.first, at + 1, numeral, "measure", "deg")


def _with_rate(tokens: Tokens, amount: Amount, known: Units) -> Amount:
    """Take in what the unit is counted per: ``tonnes a year``, ``grams per kilometre``."""
    at = amount.stop
    if at + 1 >= len(tokens) or tokens.lower[at] not in {"per", "a", "an", "/"}:
        return amount
    if tokens.lower[at] in {"a", "an"} and amount.unit in {"°C", "°F", "deg"}:
        return amount
    for width in (2, 1):
        word = " ".join(tokens.lower[at + 1 : at + 1 + width])
        symbol = known.per.get(word)
        if symbol is None:
            continue
        unit = {"mi/h": "mph", "bit/s": "bps"}.get(f"{amount.unit}/{symbol}", f"{amount.unit}/{symbol}")
        return replace(amount, stop=at + 1 + width, unit=unit)
    return amount


def _age(tokens: Tokens, numeral: Numeral, known: Units) -> Amount | None:
    lower, at, first = tokens.lower, numeral.stop, numeral.first
    if numeral.value > 130 and not (at < len(lower) and lower[at] in {"-", "year", "years"}):
        return None
    if at < len(lower):
        unit_at = hyphened(lower, at, tokens.glued(at))
        if unit_at < len(lower) and lower[unit_at] in known.age_units:
            stop = unit_at + 1
            unit = lower[unit_at].rstrip("s")
            if lower[unit_at] in known.age_short:
                unit = "year"
            behind = hyphened(lower, stop, stop < len(lower) and tokens.glued(stop))
            if behind < len(lower) and lower[behind] in {"old", "olds"}:
                return Amount(first, behind + 1, numeral, "measure", unit, age=True)
            if lower[stop : stop + 2] == ["of", "age"]:
                return Amount(first, stop + 2, numeral, "measure", unit, age=True)
            if lower[unit_at] in {"yo", "y/o"}:
                return Amount(first, stop, numeral, "measure", unit, age=True)
            if first and lower[first - 1] in {"aged", "age"}:
                return Amount(first, stop, numeral, "measure", unit, age=True)
    if first and _after_age_word(tokens, first, known) and not _counts(tokens, at):
        return Amount(first, numeral.stop, numeral, "measure", "year", age=True)
    if _apposed_age(tokens, numeral) or _age_of_subject(tokens, numeral):
        return Amount(first, numeral.stop, numeral, "measure", "year", age=True)
    return None


def _after_age_word(tokens: Tokens, first: int, known: Units) -> bool:
    """Look back over "aged between", "ages", "the age of"."""
    lower = tokens.lower
    at = first - 1
    while at >= 0 and lower[at] in {"between", "from", "of", "over", "under", "about", "just", "only"}:
        at -= 1
    if at < 0 or lower[at] not in known.age_before:
        return False
    return lower[at] not in {"age", "ages"} or at + 1 == first or lower[at + 1] in {"of", "from", "between"}


def _counts(tokens: Tokens, at: int) -> bool:
    return at < len(tokens) and tokens.lower[at] in {"%", "percent", "per", "million", "billion"}


def _apposed_age(tokens: Tokens, numeral: Numeral) -> bool:
    """Recognise the age behind a name: ``Jane Doe, 45, said``, ``John Doe (45)``."""
    first, stop = numeral.first, numeral.stop
    if numeral.form != "digits" or not numeral.digits.isdigit() or not 1 <= numeral.value <= 115:
        return False
    if first < 2 or stop >= len(tokens):
        return False
    opening, closing = tokens.lower[first - 1], tokens.lower[stop]
    fits = (opening == "," and closing in {",", "."}) or (opening == "(" and closing == ")")
    if not fits:
        return False
    name = tokens.text[first - 2]
    other_number = stop + 1 < len(tokens) and tokens.text[stop + 1][:1].isdigit()
    entity = tokens.doc[first - 2].ent_type_
    named = entity == "PERSON" if tokens.doc.has_annotation("ENT_IOB") else (
        name[:1].isupper() and first >= 3 and tokens.text[first - 3][:1].isupper()
    )
    return named and not other_number and name.isalpha() and len(name) > 1


def _age_of_subject(tokens: Tokens, numeral: Numeral) -> bool:
    """Recognise the age said of a person: ``she was 10``, ``who turned 45 in May``."""
    first, stop, lower = numeral.first, numeral.stop, tokens.lower
    if first < 2 or not 1 <= numeral.value <= 115 or numeral.letter:
        return False
    if lower[first - 1] not in {"was", "is", "be", "turned", "turns", "turning", "'s"}:
        return False
    after = lower[stop] if stop < len(lower) else "."
    if after[:1].isalpha() and after not in {"when", "at", "by", "in", "on", "last", "and", "but", "next", "this", "who"}:
        return False
    before = [lower[i] for i in range(max(0, first - 3), first - 1)]
    return bool({"he", "she", "who"} & set(before))


def _magnitude(tokens: Tokens, numeral: Numeral, known: Units) -> Amount | None:
    lower, first, at = tokens.lower, numeral.first, numeral.stop
    if numeral.form != "digits" or not 0 < numeral.value < 10:
        return None
    if first and lower[first - 1] in known.magnitude:
        return Amount(first, at, numeral, "measure", "magnitude")
    if first > 1 and lower[first - 1] in {"of", "-"} and lower[first - 2] in known.magnitude:
        return Amount(first, at, numeral, "measure", "magnitude")
    behind = hyphened(lower, at, at < len(lower) and tokens.glued(at))
    if behind < len(lower) and lower[behind] in known.magnitude:
        return Amount(first, behind + 1, numeral, "measure", "magnitude")
    if "." in numeral.digits and at < len(lower) and lower[at] in known.quakes:
        return Amount(first, at, numeral, "measure", "magnitude")
    return None


def millions(tokens: Tokens, numeral: Numeral) -> Numeral:
    """Read a glued letter that no unit took as a scale: ``2.7m sales``, ``40K users``."""
    if numeral.letter in {"m", "M", "k", "K", "bn", "Bn", "mn", "tn", "B", "mil", "trn"}:
        return with_letter(tokens, numeral)
    return numeral


def convert(value: Decimal, unit: str) -> Decimal | None:
    """Return ``value`` in the base unit of its dimension, or None for a unit without a factor."""
    entry = units().factors.get(unit)
    if entry is None:
        return None
    top, _, bottom = entry[1].partition("/")
    return value * Decimal(top) / Decimal(bottom or 1)
