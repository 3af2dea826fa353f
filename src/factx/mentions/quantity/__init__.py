"""Quantities: every expression that says how many or how much.

``find`` reads the numbers of an article, gives each the unit that stands by it (percent, money,
measure, ratio), joins ranges, lets bare numbers count the noun behind them, and drops what only
looks like a number. The tables beside the modules hold the words.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

from factx import intervals
from factx.mentions.quantity import count, measure, money, percent, ranges, ratio
from factx.mentions.quantity.amount import Amount
from factx.model import Quantity
from factx.nlp import cues, numerals
from factx.nlp.numerals import Numeral
from factx.nlp.tokens import Tokens

__all__ = ["find"]

_UNITS = (percent.read, money.read, ratio.fold, measure.read, money.rate)


def find(tokens: Tokens, taken: list[tuple[int, int]]) -> list[Quantity]:
    """Return the quantities of an article in text order.

    Args:
        tokens: The article.
        taken: Source offsets (start, end) that are dates and therefore no quantities.
    """
    skip = _mask(tokens, taken)
    amounts = _read(tokens, skip)
    money.settle(amounts, tokens)
    out: list[Quantity] = []
    for amount in sorted(amounts, key=lambda a: a.first):
        if out and tokens.start[amount.first] < out[-1].end:
            continue
        out.append(_quantity(tokens, amount, len(out) + 1))
    return out


def _mask(tokens: Tokens, taken: list[tuple[int, int]]) -> Callable[[int], bool]:
    covered: set[int] = set()
    for start, end in taken:
        index = tokens.at(start)
        while index < len(tokens) and tokens.start[index] < end:
            if tokens.end[index] > start:
                covered.add(index)
            index += 1
    return covered.__contains__


def _read(tokens: Tokens, skip: Callable[[int], bool]) -> list[Amount]:
    found = [n for n in numerals.find(tokens, skip) if not _pager(tokens, n)]
    amounts = [_with_unit(tokens, numeral) for numeral in found]
    amounts = _proportions(tokens, amounts)
    amounts = _without_scores(tokens, ranges.join(tokens, amounts))
    words = [a for a in ratio.multiples(tokens) if not skip(a.first)]
    amounts = _share_units(tokens, amounts)
    kept = [a for a in amounts if a.settled or _counts(tokens, a, amounts, skip)]
    _fill_elided(tokens, kept)
    return kept + [a for a in words if not any(k.first <= a.first < k.stop for k in kept)]


def _pager(tokens: Tokens, numeral: Numeral) -> bool:
    """Tell whether a number stands in page furniture that is no figure: only rates and money are."""
    if tokens.kind(numeral.first) != "furniture":
        return False
    block = tokens.block[numeral.first]
    inside = (i for i in range(max(0, numeral.first - 40), min(len(tokens), numeral.stop + 40)) if tokens.block[i] == block)
    return not any(tokens.text[i] in {"=", "%", "$", "€", "£"} for i in inside)


def _with_unit(tokens: Tokens, numeral: Numeral) -> Amount:
    for read in _UNITS:
        amount = read(tokens, numeral)
        if amount is not None:
            return amount
    numeral = measure.millions(tokens, numeral)
    return Amount(numeral.first, numeral.stop, numeral)


def _without_scores(tokens: Tokens, amounts: list[Amount]) -> list[Amount]:
    """Drop the two halves of a sports result."""
    scores = {
        id(amount)
        for low, high in pairwise(amounts)
        if low.upper is None and high.upper is None and ranges.is_score(tokens, low, high)
        for amount in (low, high)
    }
    return [amount for amount in amounts if id(amount) not in scores]


def _proportions(tokens: Tokens, amounts: list[Amount]) -> list[Amount]:
    """Join ``one in five``; read fractions as shares or drop them."""
    out: list[Amount] = []
    for amount in amounts:
        before = out[-1] if out else None
        if before is not None and not before.settled and not amount.settled:
            near = amount.first - before.stop <= 4
            joined = ratio.proportion(tokens, before.numeral, amount.numeral) if near else None
            if joined is not None:
                out[-1] = joined
                continue
        if amount.numeral.form == "fraction" and not amount.settled:
            shared = ratio.share(tokens, amount.numeral)
            if shared is None:
                continue
            amount = shared  # noqa: PLW2901
        out.append(amount)
    return out


def _share_units(tokens: Tokens, amounts: list[Amount]) -> list[Amount]:
    """Carry a unit back over "and" or a comma: ``17 and 22%``, ``$3, 4 and 5 million``."""
    out = list(amounts)
    for index in range(len(out) - 2, -1, -1):
        left, right = out[index], out[index + 1]
        if left.settled or not right.settled or right.kind not in {"percent", "percentage_point"}:
            continue
        between = tokens.lower[left.stop : right.first]
        if between in (["and"], ["or"], [","], [",", "and"], ["to"]) and left.upper is None:
            out[index] = replace(left, kind=right.kind, unit=right.unit)
    return out


def _counts(
    tokens: Tokens, amount: Amount, amounts: list[Amount], skip: Callable[[int], bool]
) -> bool:
    """Read a bare number as a count, or tell that it is none."""
    numeral = amount.numeral
    if numeral.form == "words" and numeral.value == 1 and tokens.lower[numeral.first] == "one":
        sentence = tokens.sent[numeral.first]
        others = any(a is not amount and tokens.sent[a.first] == sentence for a in amounts)
        if amount.upper is None and not count.is_number_one(tokens, numeral, others):
            return False
    elif amount.upper is None and count.names_something(tokens, numeral):
        return False
    if numeral.value == 0 and numeral.form == "words":
        return False
    count.counted(tokens, amount, skip)
    if amount.unit is None:
        fractional = "." in numeral.digits and numeral.scale == 1
        amount.kind = "number" if fractional else "count"
    return True


def _fill_elided(tokens: Tokens, amounts: list[Amount]) -> None:
    """Give a count without a noun the one counted before it in its sentence: ``to 1.5m from 2m``."""
    last: Amount | None = None
    for amount in sorted(amounts, key=lambda a: a.first):
        if last is not None and not tokens.same_sentence(last.first, amount.first):
            last = None
        if amount.kind not in {"count", "number"}:
            continue
        if amount.unit is not None:
            last = amount if amount.kind == "count" else last
        elif last is not None and count.may_repeat(tokens, amount):
            amount.kind, amount.unit = "count", last.unit


def _quantity(tokens: Tokens, amount: Amount, number: int) -> Quantity:
    hedge, _ = cues.hedge(tokens, amount.first, amount.stop)
    value, low, high, qualifier = _interval(amount, hedge)
    span = tokens.span(amount.first, amount.stop)
    change = amount.change
    if not amount.age and (amount.kind != "ratio" or change is not None):
        change = cues.movement(tokens, amount.first, amount.stop) or change
    kind = amount.kind
    assert kind is not None
    return Quantity(
        id=f"q{number}",
        text=span.text,
        start=span.start,
        end=span.end,
        kind=kind,
        number=value,
        low=low,
        high=high,
        unit=amount.unit,
        noun=tokens.span(*amount.noun) if amount.noun else None,
        qualifier=qualifier,  # type: ignore[arg-type]
        change=change,
    )


def _interval(amount: Amount, hedge: str | None) -> tuple[Decimal, Decimal, Decimal, str]:
    """Return number, low, high and qualifier of an amount."""
    numeral, factor = amount.numeral, amount.factor
    if amount.upper is not None:
        low, high = numeral.value * factor, amount.upper.value * factor
        low, high = min(low, high), max(low, high)
        return (low + high) / 2, low, high, "range"
    value = numeral.value * factor
    qualifier = intervals.QUALIFIER[hedge] if hedge else "exact"
    if numeral.low is not None and numeral.high is not None:
        return value, numeral.low * factor, numeral.high * factor, "approx" if not hedge else qualifier
    if amount.kind == "ratio" and amount.unit is None:
        reading = _ratio_reading(amount, hedge)
    else:
        nature: intervals.Nature = (
            "percent" if amount.kind in {"percent", "percentage_point"}
            else "count" if amount.kind in {"count", "number"} and "." not in numeral.digits
            else "measure"
        )
        written = intervals.Written(
            ranges.written(numeral), numeral.scale * factor, numeral.form == "words", nature
        )
        reading = intervals.hedged(written, hedge or "exact")  # type: ignore[arg-type]
    low, high = intervals.bounds(reading.nominal)
    return value, low, high, qualifier


def _ratio_reading(amount: Amount, hedge: str | None) -> intervals.Reading:
    value, name = amount.numeral.value, hedge or "exact"
    if value >= 1:
        return intervals.multiple(value, name)  # type: ignore[arg-type]
    part = Fraction(value).limit_denominator(1_000_000)
    return intervals.fraction(part.numerator, part.denominator, name)  # type: ignore[arg-type]
