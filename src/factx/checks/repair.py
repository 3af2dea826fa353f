"""Known slips of the pen in one figure: swapped digits, a digit or zero too many, a wrong scale."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from factx.checks.figures import Figure

TRANSPOSED, MAGNITUDE, SCALE = "two digits swapped", "a power of ten off", "another scale word"
_NUMERAL = re.compile(r"[0-9][0-9,]*(?:\.[0-9]+)?")
_SCALES = ("thousand", "million", "billion", "trillion")
_SCALE = re.compile(r"\b(thousand|million|billion|trillion)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Repair:
    """A figure as it may have been meant, with the texts before and after."""

    cause: str
    old: str
    new: str
    figure: Figure


def repairs(figure: Figure) -> Iterator[Repair]:
    """Yield each figure that one known slip turns into this one. Spelled-out numbers have none."""
    text = figure.mention.text
    match = _NUMERAL.search(text)
    if figure.written is None or match is None:
        return
    head, digits, tail = text[: match.start()], match[0].rstrip(","), text[match.end() :]
    for swapped in _transposed(digits):
        new = figure.rewritten(swapped.replace(",", ""))
        yield Repair(TRANSPOSED, text, f"{head}{swapped}{tail}", new)
    for moved in _moved(digits):
        new = figure.rewritten(moved)
        yield Repair(MAGNITUDE, text, f"{head}{_grouped(moved, digits)}{tail}", new)
    if (scale := _SCALE.search(text)) is not None:
        at = _SCALES.index(scale[0].lower())
        for step in (-1, 1):
            if 0 <= at + step < len(_SCALES):
                new = figure.rewritten(digits.replace(",", ""), Decimal(1000) ** step)
                word = _SCALES[at + step]
                yield Repair(
                    SCALE, text, f"{text[: scale.start()]}{word}{text[scale.end() :]}", new
                )


def _transposed(digits: str) -> Iterator[str]:
    """Yield the numeral with two neighbouring digits swapped."""
    places = [index for index, character in enumerate(digits) if character.isdigit()]
    for one, two in pairwise(places):
        if digits[one] != digits[two] and not (one == 0 and digits[two] == "0"):
            yield (
                digits[:one] + digits[two] + digits[one + 1 : two] + digits[one] + digits[two + 1 :]
            )


def _moved(digits: str) -> Iterator[str]:
    """Yield the numeral ten times as large and a tenth as large."""
    plain = digits.replace(",", "")
    whole, point, fraction = plain.partition(".")
    if point:
        yield f"{whole}{fraction[0]}.{fraction[1:]}".rstrip(".").lstrip("0") or "0"
        if len(whole) > 1:
            yield f"{whole[:-1]}.{whole[-1]}{fraction}"
        return
    yield f"{plain}0"
    if plain.endswith("0") and len(plain) > 1:
        yield plain[:-1]
    elif len(plain) > 1:
        yield f"{plain[:-1]}.{plain[-1]}"


def _grouped(digits: str, like: str) -> str:
    """Set thousands apart where the text does."""
    return f"{Decimal(digits):,}" if "," in like else digits
