"""What a number is once read, and the packaged words for numbers."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Literal, TypeAlias

from factx import packaged
from factx.model import Change

Form: TypeAlias = Literal["digits", "words", "fraction", "vague"]

ONE = Decimal(1)


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
    scale: Decimal = ONE
    low: Decimal | None = None
    high: Decimal | None = None
    letter: str = ""

    @property
    def whole(self) -> bool:
        """Tell whether the value is an integer."""
        return self.value == self.value.to_integral_value()


@dataclass(frozen=True, slots=True)
class Words:
    """The number words of ``numerals.toml``.

    ``many`` are plurals that scale a number before them ("3 dozens") and are vague alone, ``nested``
    those that multiply another ("tens of thousands"). ``parts`` are the denominators of fractions,
    ``last`` those met only at the end of a compound ("twenty-firsts"), ``periods`` those that count
    parts of a year or a match from two wholes on ("five quarters"), ``halved`` what half of is said
    without an article ("three and half years"), ``couple`` what makes a number of that word and
    ``several`` what makes a vague one of a scale behind it; ``multiples`` are those of one word.
    """

    small: dict[str, Decimal]
    scales: dict[str, Decimal]
    many: dict[str, Decimal]
    letters: dict[str, Decimal]
    vague: frozenset[str]
    nested: dict[str, Decimal]
    parts: dict[str, Decimal]
    last: dict[str, Decimal]
    periods: frozenset[str]
    halved: frozenset[str]
    couple: frozenset[str]
    several: frozenset[str]
    glyphs: dict[str, Decimal]
    signs: frozenset[str]
    sign_after: frozenset[str]
    starters: frozenset[str]
    multiples: dict[str, tuple[Decimal, Change | None]]


@cache
def words() -> Words:
    """Return the packaged number words, read once."""
    data = packaged.table(__package__, "numerals")

    def numbers(section: str) -> dict[str, Decimal]:
        return {word: Decimal(value) for word, value in data[section].items()}

    small, scales = numbers("words"), numbers("scales")
    parts = numbers("parts")
    parts |= {f"{word}s": value for word, value in parts.items() if word != "half"}
    last = numbers("last_parts")
    last |= {f"{word}s": value for word, value in last.items()}
    return Words(
        small=small,
        scales=scales,
        many=numbers("many"),
        letters=numbers("scale_letters"),
        vague=frozenset(data["vague"]["words"]),
        nested=numbers("nested"),
        parts=parts | {"halves": Decimal(2)},
        last=last,
        periods=frozenset(data["periods"]["words"]),
        halved=frozenset(data["periods"]["halved"]),
        couple=frozenset(data["couple"]["before"]),
        several=frozenset(data["couple"]["several"]),
        glyphs={glyph: Decimal(a) / Decimal(b) for glyph, (a, b) in data["glyphs"].items()},
        signs=frozenset(data["signs"]["words"]),
        sign_after=frozenset(data["signs"]["after"]),
        starters=frozenset(
            [*small, *data["vague"]["words"], *scales, "a", "an", "half", "quarter", "couple"]
        ),
        multiples={
            word: (Decimal(factor), direction or None)
            for word, (factor, direction) in data["multiples"].items()
        },
    )
