"""Numbers and intervals in the words of a finding: short, exact enough, thousands set apart."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal
from typing import NamedTuple

from factx.intervals import Interval, bounds
from factx.model import Quantity

_FIGURES = 4
_CENTS_TO = 10_000
_NARROW = Decimal("0.1")  # of the value: what rounding leaves open is not worth two numbers
_SIGNS = "$€£¥₹₽₩₺₴₦₫₱₸"
_NUMERAL = re.compile(r"[0-9][0-9,.]*(?: ?(?:thousand|[mb]illion|trillion)\b)?")
_CENTS = re.compile(r"[0-9]\.[0-9]{2}(?![0-9])")
_JOINED = re.compile(r"[0-9][^ ]*-[a-z]")  # "35-km"
_SCALES = ((12, "trillion"), (9, "billion"), (6, "million"))


class Words(NamedTuple):
    """What is said of a relation: ``message`` where it fails, ``agreement`` where it holds.

    Both are asked for, so that no rule prints an accusation of what is right.
    """

    message: str
    agreement: str


def beside(fact: str, stated: object) -> Words:
    """Put what follows from the other figures beside the one that the text states."""
    return Words(f"{fact}, which disagrees with {stated}", f"{fact}; the text says {stated}")


def one_name(variant: str, name: str, sort: str) -> Words:
    """Say that two names may be one, or are."""
    one, other = quoted(variant), quoted(name)
    agreement = f"{one} stands for {other}" if one != other else f"{one} is written alike"
    return Words(f"{one} and {other} look like {sort}", agreement)


def number(value: Decimal) -> str:
    """Write a number with four figures, or all its digits where it is a small whole number."""
    size = value.adjusted() if value else 0
    for power, word in _SCALES:
        if size >= power + 12:
            return f"{value:.3e}"
        if size >= power:
            return f"{_short(value.scaleb(-power))} {word}"
    return _short(value)


def _short(value: Decimal) -> str:
    size = value.adjusted() if value else 0
    places = min(3, max(0, _FIGURES - 1 - size)) if size >= -1 else _FIGURES - 2 - size
    text = f"{value:,.{min(places, 12)}f}".replace("-", "−")
    return text.rstrip("0").rstrip(".") if "." in text else text


class Frame(NamedTuple):
    """What stands around a number: a sign of money before it, its unit behind.

    ``scale`` is how many of that unit one of the figure's own makes: 100 where 0.8 is "80 cents".
    """

    sign: str = ""
    unit: str = ""
    scale: Decimal = Decimal(1)


_BARE = Frame()


def frame(like: Quantity) -> Frame:
    """Return what the text puts around the number of a figure; "35-km" and "a mile" have nothing."""
    text = quoted(like.text)
    numeral = _NUMERAL.search(text)
    unit = "%" if like.kind == "percent" else ""
    if numeral is None or like.kind == "ratio":
        return Frame("", unit)
    before, behind = text[numeral.start() - 1 : numeral.start()], text[numeral.end() :]
    if like.kind == "money" and before in _SIGNS and before:
        return Frame(before)
    joined = behind.startswith("-") or any(character.isdigit() for character in behind)
    if joined or like.number == 1:
        return Frame("", unit)
    return Frame("", behind, _scale(numeral[0], like.number))


def _scale(numeral: str, value: Decimal) -> Decimal:
    """Return what digits are of the value they stand for, where that is a power of ten."""
    digits = numeral.replace(",", "").rstrip(".")
    if not value or not digits.replace(".", "", 1).isdigit():
        return Decimal(1)  # "4.5 million" tells its scale itself
    scale = (Decimal(digits) / value).normalize()
    return scale if scale.as_tuple().digits == (1,) else Decimal(1)


def written(value: Decimal, like: Quantity) -> str:
    """Write a computed value as a figure of the text is written: "£2.50", "150,000 crowns"."""
    sign, unit, scale = frame(like)
    small = like.kind == "money" and abs(value) < _CENTS_TO and scale == 1  # not "53.68p"
    cents = small and _CENTS.search(like.text)
    return f"{sign}{value:,.2f}{unit}" if cents else f"{sign}{number(value * scale)}{unit}"


def interval(values: Interval, around: Frame = _BARE) -> str:
    """Write an interval as "12", "11.5 to 12.5%", "at least $5" or "up to 5"."""
    low, high = (
        "" if end is None else f"{around.sign}{number(end * around.scale)}"
        for end in (values.low, values.high)
    )
    if not low and not high:
        return "any value"
    if not low or not high:
        return f"at least {low}{around.unit}" if low else f"up to {high}{around.unit}"
    return f"{low}{around.unit}" if low == high else f"{low} to {high}{around.unit}"


def estimate(exact: Decimal, values: Interval, like: Quantity) -> str:
    """Write a computed value, or its interval where that is wide or leaves the value out."""
    low, high = bounds(values)
    near = values.contains(exact) and high - low <= abs(exact) * _NARROW
    return written(exact, like) if near else interval(values, frame(like))


def counted(value: Decimal, noun: str) -> str:
    """Write a number of things: "1 point", "2.5 points"."""
    return f"{number(value)} {noun}{'' if value == 1 else 's'}"


def compared(one: Decimal, other: Decimal) -> str:
    """Write which of two numbers is the larger: "860 < 1,100"."""
    sign = "<" if one < other else ">" if one > other else "="
    return f"{number(one)} {sign} {number(other)}"


def quoted(text: str) -> str:
    """Write a mention's text on one line."""
    return " ".join(text.split())


def lowered(text: str) -> str:
    """Write words as they stand inside a sentence: "half" for "Half"."""
    words = quoted(text)
    spelled = not any(character.isdigit() for character in words)
    return words[:1].lower() + words[1:] if spelled else words


def said(text: str) -> str:
    """Write a figure's text inside a sentence, in quotes where it is like "35-km"."""
    words = lowered(text)
    return f'"{words}"' if _JOINED.match(words) else words


def listed(items: Iterable[object]) -> str:
    """Write several things as a list."""
    *first, last = map(str, items)
    return f"{', '.join(first)} and {last}" if first else last
