"""Multiples and fractions: "double", "tenfold", "halved", "a third", "two in five", "3 to 1"."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from importlib import resources

from factx.mentions.quantity.amount import Amount
from factx.model import Change
from factx.nlp.numerals import Numeral
from factx.nlp.tokens import Tokens

_OUT_OF = frozenset({"in", "of"})
_TIME_NOUNS = frozenset({"year", "years", "month", "months", "week", "weeks", "day", "days", "hours", "minutes", "seconds", "decades"})


@dataclass(frozen=True, slots=True)
class Ratios:
    """The word lists of ``ratio.toml``."""

    multiples: dict[str, tuple[Decimal, Change | None]]
    adjectives: frozenset[str]
    adjective_before: frozenset[str]
    adjective_after: frozenset[str]
    twice_before: frozenset[str]
    times_before: frozenset[str]
    share_before: frozenset[str]
    share_after: frozenset[str]
    not_before: frozenset[str]
    not_after: frozenset[str]


@cache
def ratios() -> Ratios:
    """Return the packaged ratio words, read once."""
    table = resources.files("factx.mentions.quantity").joinpath("ratio.toml")
    data = tomllib.loads(table.read_text(encoding="utf-8"))
    multiples: dict[str, tuple[Decimal, Change | None]] = {
        word: (Decimal(factor), direction or None)
        for word, (factor, direction) in data["multiples"].items()
    }
    return Ratios(
        multiples=multiples,
        adjectives=frozenset(data["adjective"]["words"]),
        adjective_before=frozenset(data["adjective"]["before"]),
        adjective_after=frozenset(data["adjective"]["after"]),
        twice_before=frozenset(data["twice"]["before"]),
        times_before=frozenset(data["times"]["before"]),
        share_before=frozenset(data["share"]["before"]),
        share_after=frozenset(data["share"]["after"]),
        not_before=frozenset(data["share"]["not_before"]),
        not_after=frozenset(data["share"]["not_after"]),
    )


def multiples(tokens: Tokens) -> Iterator[Amount]:
    """Yield the words that multiply: ``doubled``, ``halved``, ``fivefold``, ``twice as many``."""
    known = ratios()
    lower = tokens.lower
    for index, word in enumerate(lower):
        entry = known.multiples.get(word)
        if entry is None:
            continue
        after = lower[index + 1] if index + 1 < len(lower) else "."
        if word in known.adjectives and not _multiplies(tokens, index, after, known):
            continue
        if word in {"twice", "thrice"} and after not in known.twice_before:
            if after not in {"a", "an", "per", "every", "-"}:
                yield _frequency(index, entry[0])
            continue
        if word in {"doubles", "halves", "triples"} and not _is_verb(tokens, index):
            continue
        factor, change = entry
        numeral = Numeral(index, index + 1, factor, "words")
        yield Amount(index, index + 1, numeral, "ratio", change=change)


def _frequency(index: int, times: Decimal) -> Amount:
    """Read "twice" as a count of times: ``he twice served``."""
    return Amount(index, index + 1, Numeral(index, index + 1, times, "words"), "count", "time")


def _multiplies(tokens: Tokens, index: int, after: str, known: Ratios) -> bool:
    """Tell "double the number" and "prices double" from "a double murder"."""
    if after == "-":
        return False
    if index and tokens.lower[index - 1] in {"a", "the"} and after not in {"the", "that", "its", "what"}:
        return False
    if after in known.adjective_before or not after[:1].isalpha():
        return index > 0 or after in {"the", "that", "as"}
    before = tokens.lower[index - 1] if index else ""
    return before in known.adjective_after and _is_verb(tokens, index)


def _is_verb(tokens: Tokens, index: int) -> bool:
    if not tokens.doc.has_annotation("TAG"):
        return index > 0 and tokens.lower[index - 1].endswith("s")
    return tokens.doc[index].tag_.startswith("V")


def fold(tokens: Tokens, numeral: Numeral) -> Amount | None:
    """Read ``10-fold``, ``five-fold``, ``3x`` and ``three times as many``."""
    lower, at = tokens.lower, numeral.stop
    if at >= len(lower):
        return None
    tie = at + 1 if lower[at] == "-" and tokens.glued(at) else at
    if tie < len(lower) and lower[tie] == "fold":
        return Amount(numeral.first, tie + 1, numeral, "ratio", change="up")
    if lower[at] == "x" and tokens.glued(at) and numeral.form == "digits":
        return Amount(numeral.first, at + 1, numeral, "ratio")
    if lower[at] == "times" and at + 1 < len(lower) and lower[at + 1] in ratios().times_before:
        return Amount(numeral.first, at + 1, numeral, "ratio")
    return None


def proportion(tokens: Tokens, first: Numeral, second: Numeral) -> Amount | None:
    """Read ``one in five``, ``9 out of 10`` and ``3 to 1`` from two numbers in a row."""
    lower = tokens.lower
    between = [word for word in lower[first.stop : second.first] if word != "-"]
    whole = first.value == first.value.to_integral_value()
    plain = whole and first.scale == 1 and second.scale == 1 and not first.letter
    if not plain or second.form == "vague" or first.form == "vague":
        return None
    after = lower[second.stop] if second.stop < len(lower) else ""
    if after in _TIME_NOUNS or after in {"%", "percent"}:
        return None
    if between in (["in"], ["out", "of"], ["in", "every"], ["of", "every"]):
        if not 0 < first.value < second.value:
            return None
        small = second.value in {2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 15, 20, 25, 30, 50, 100, 200, 500, 1000, 10000, 100000, 1000000}
        if between == ["in"] and not small:
            return None
        joined = Numeral(first.first, second.stop, first.value / second.value, "fraction")
        return Amount(first.first, second.stop, joined, "ratio")
    return None


def share(tokens: Tokens, numeral: Numeral) -> Amount | None:
    """Read a fraction as a part of something; None where it is a period, an ordinal or a name."""
    if numeral.form != "fraction":
        return None
    known = ratios()
    lower, first, stop = tokens.lower, numeral.first, numeral.stop
    after = lower[stop] if stop < len(lower) else "."
    before = lower[first - 1] if first else ""
    bare = lower[first] == "half" or lower[first] in {"a", "an"}
    glyph = not tokens.text[first][:1].isalpha()
    if glyph:
        return Amount(first, stop, numeral, "ratio")
    if not bare:
        if after in known.not_before and after != "-" and numeral.value == numeral.value.to_integral_value():
            return None
        return Amount(first, stop, numeral, "ratio")
    if after in known.not_before or before in known.not_after:
        return None
    if before == "-" and tokens.glued(first):
        return None
    if tokens.lower[stop - 1] == "half":
        fits = after in known.share_before or not after[:1].isalpha() or before in known.share_after
        return Amount(first, stop, numeral, "ratio") if fits else None
    strict = after == "of" or (before in {"by", "than", "about", "nearly", "almost", "over", "around", "roughly"} and lower[stop - 1] != "quarter") or before == "by"
    return Amount(first, stop, numeral, "ratio") if strict else None
