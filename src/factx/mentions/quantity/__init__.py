"""Quantities: every expression that says how many or how much.

``find`` reads the numbers of an article, gives each the unit that stands by it (percent, money,
measure, ratio), joins ranges, lets bare numbers count the noun behind them, and drops what only
looks like a number. The tables beside the modules hold the words.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from factx.mentions.quantity import (
    aged,
    ages,
    clocks,
    compound,
    count,
    designated,
    elided,
    measure,
    money,
    names,
    percent,
    ranges,
    ratio,
    repeated,
    results,
    shared,
)
from factx.mentions.quantity.amount import Amount
from factx.mentions.quantity.lists import lists
from factx.mentions.quantity.record import quantity
from factx.mentions.quantity.settle import settle
from factx.model import Quantity
from factx.nlp import numerals
from factx.nlp.numerals import Numeral
from factx.nlp.tokens import Tokens

__all__ = ["find"]

_UNITS = (percent.read, money.rate, money.read, ratio.fold, ages.read, measure.read)
# How far from a number in page furniture a sign that makes it a figure may stand.
_NEAR = 40


def find(tokens: Tokens, taken: list[tuple[int, int]]) -> list[Quantity]:
    """Return the quantities of an article in text order.

    Args:
        tokens: The article.
        taken: Source offsets (start, end) that are dates and therefore no quantities.
    """
    skip = _mask(tokens, taken)
    amounts = _read(tokens, skip)
    settle(amounts, tokens)
    out: list[Quantity] = []
    for amount in sorted(amounts, key=lambda a: a.first):
        if not out or tokens.start[amount.first] >= out[-1].end:
            out.append(quantity(tokens, amount, len(out) + 1, out[-1] if out else None))
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
    amounts = compound.join(tokens, _proportions(tokens, amounts))
    amounts = compound.tolerances(tokens, amounts)
    amounts = results.join(tokens, ranges.join(tokens, amounts))
    amounts = shared.carry_back(tokens, amounts)
    aged.carry(tokens, amounts)
    shared.carry_period(tokens, amounts, skip)
    shared.conversions(tokens, amounts)
    kept = [
        amount
        for index, amount in enumerate(amounts)
        if amount.settled
        or (not clocks.timed(tokens, amount) and count.read(tokens, amounts, index, skip))
    ]
    shared.percentage_points(tokens, kept)
    shared.carry_hyphens(tokens, kept)
    counting = [amount for amount in kept if amount.against is None]
    repeated.fill_elided(tokens, counting)
    elided.read(tokens, counting)
    inside = {index for amount in kept for index in range(amount.first, amount.stop)}
    multiples = [a for a in ratio.multiples(tokens) if not skip(a.first)]
    return kept + [amount for amount in multiples if amount.first not in inside]


def _pager(tokens: Tokens, numeral: Numeral) -> bool:
    """Tell whether a number stands in page furniture that is no figure: only rates and money are."""
    if tokens.kind(numeral.first) != "furniture":
        return False
    block = tokens.block[numeral.first]
    low, high = max(0, numeral.first - _NEAR), min(len(tokens), numeral.stop + _NEAR)
    signs = lists().furniture
    return not any(tokens.text[i] in signs for i in range(low, high) if tokens.block[i] == block)


def _with_unit(tokens: Tokens, numeral: Numeral) -> Amount:
    if numeral.form == "fraction" and (part := _part_of_unit(tokens, numeral)) is not None:
        return part
    for read in _UNITS:
        amount = read(tokens, numeral)
        if amount is None:
            continue
        if amount.kind == "measure" and _identifies(tokens, amount):
            continue  # "scp2-173m" is no length, "Interstate 35W" no power
        return amount
    numeral = measure.millions(tokens, numeral)
    return Amount(numeral.first, numeral.stop, numeral)


def _identifies(tokens: Tokens, amount: Amount) -> bool:
    """Tell whether what looks like a unit's letter belongs to an identifier."""
    numeral, unit = amount.numeral, tokens.text[amount.stop - 1]
    if numeral.letter:
        return names.is_tied(tokens, numeral)
    glued = len(unit) == 1 and unit.isupper() and tokens.glued(amount.stop - 1)
    return glued and numeral.first > 0 and designated.is_designated(tokens, numeral)


def _part_of_unit(tokens: Tokens, numeral: Numeral) -> Amount | None:
    """Read ``half a percentage point`` and ``three-quarters of a mile``."""
    at = numeral.stop + (tokens.lower[numeral.stop : numeral.stop + 1] == ["of"])
    if tokens.lower[at : at + 1] not in (["a"], ["an"], ["one"]):
        return None
    longer = replace(numeral, stop=at + 1)
    if tokens.lower[at + 1 : at + 2] == ["point"]:  # "raised its rate by half a point"
        noun = (at + 1, at + 2)
        return Amount(numeral.first, numeral.stop, numeral, "count", "point", noun=noun)
    return (
        percent.read(tokens, longer) or measure.read(tokens, longer) or money.read(tokens, longer)
    )


def _proportions(tokens: Tokens, amounts: list[Amount]) -> list[Amount]:
    """Join ``one in five``; read fractions as shares or drop them."""
    out: list[Amount] = []
    for found in amounts:
        amount: Amount | None = found
        before = out[-1] if out else None
        near = before is not None and found.first - before.stop <= 4
        if near and before is not None and not before.settled and not found.settled:
            joined = ratio.proportion(tokens, before.numeral, found.numeral) or ratio.odds(
                tokens, before.numeral, found.numeral
            )
            if joined is not None:
                out[-1] = joined
                continue
        if found.numeral.form == "fraction" and not found.settled:
            amount = ratio.again(tokens, found.numeral) or ratio.share(tokens, found.numeral)
        if amount is not None:
            out.append(amount)
    return out
