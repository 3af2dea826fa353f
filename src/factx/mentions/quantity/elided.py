"""Money whose currency is not said again: "set aside 60 million", "vs 115 million a year ago"."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from factx import packaged
from factx.mentions.quantity.amount import Amount
from factx.nlp import numerals
from factx.nlp.tokens import Tokens

# How far before a figure what it measures may be named, and how far back its currency.
_MEASURED, _BEFORE = 16, 250
# How near the verb must stand.
_CLOSE = 3
# Money is compared with money of a similar size.
_LIKE = 20
# Amounts back in which a list may have its currency, and how many times the others one may be.
_LISTED, _FAR = 6, 100
_TELLING = frozenset({"VERB", "AUX", ""})  # an untagged word may be one
_MILLION = 1_000_000


@dataclass(frozen=True, slots=True)
class Elided:
    """The words of ``elided.toml``."""

    measures: frozenset[str]
    verbs: frozenset[str]
    pairs: frozenset[str]
    compared: frozenset[str]
    breaks: frozenset[str]
    many: frozenset[str]


@cache
def elided() -> Elided:
    """Return the packaged words, read once."""
    return packaged.fill(Elided, packaged.table(__package__, "elided"))


def read(tokens: Tokens, amounts: list[Amount]) -> None:
    """Give millions that count nothing the currency of the money nearby, where money is measured."""
    ordered = sorted(amounts, key=lambda amount: amount.first)
    if not any(amount.kind == "money" for amount in ordered):
        return
    last: Amount | None = None
    for index, amount in enumerate(ordered):
        if amount.kind == "money":
            last = amount if not _converts(tokens, amount) else last
            continue
        if not _is_bare(tokens, amount):
            continue
        source = _source(tokens, amount, last, ordered[index + 1 : index + 3])
        if source is not None and (
            _is_measured(tokens, amount)
            or _compares(tokens, ordered[index - 1], amount)
            or _goes_on(tokens, ordered[:index], amount)
        ):
            amount.kind, amount.unit = "money", source.unit
            last = amount


def _is_bare(tokens: Tokens, amount: Amount) -> bool:
    """Tell whether a figure has a scale word, no unit and no noun behind that it could count."""
    numeral = amount.numeral
    if numeral.scale < _MILLION or numeral.form != "digits" or amount.kind != "count":
        return False
    if amount.unit is not None or amount.stop >= len(tokens):
        return False
    return tokens.lower[amount.stop] not in {"-", "of"} or not tokens.glued(amount.stop)


def _converts(tokens: Tokens, amount: Amount) -> bool:
    return amount.first > 0 and tokens.lower[amount.first - 1] == "("


def _source(
    tokens: Tokens, amount: Amount, last: Amount | None, following: list[Amount]
) -> Amount | None:
    """Return the money whose currency a bare figure shares: of its sentence first."""
    if last is not None and tokens.same_sentence(last.first, amount.first):
        return last
    for near in following:
        said = near.kind == "money" and not _converts(tokens, near)
        if said and tokens.same_sentence(amount.first, near.first):
            return near
    return last if last is not None and amount.first - last.first <= _BEFORE else None


def _is_measured(tokens: Tokens, amount: Amount) -> bool:
    """Look back over the clause for what is money: revenue, a loss, what was set aside."""
    known, lower, first = elided(), tokens.lower, amount.first
    for index in range(first - 1, max(-1, first - _MEASURED), -1):
        if not tokens.same_sentence(index, first) or lower[index] in known.breaks:
            return False
        pair = f"{lower[index - 1]} {lower[index]}" if index else ""
        if lower[index : index + 2] == ["sales", "of"] and index + 3 < first:
            return False  # "sales of the phone rose to 5 million" may be phones
        if lower[index] in known.measures or pair in known.pairs:
            return True
        if lower[index] in known.verbs and first - index <= _CLOSE:
            return True
        if index < first - 2 and numerals.words().scales.get(lower[index], 0) >= _MILLION:
            return False  # the figure before it was measured, this one is another's
    return False


def _compares(tokens: Tokens, before: Amount, amount: Amount) -> bool:
    """Tell whether a figure stands against money of its sentence: ``$2 billion, vs 1.5 billion``."""
    if before.kind != "money" or not tokens.same_sentence(before.first, amount.first):
        return False
    size, other = abs(amount.numeral.value), abs(before.numeral.value)
    like = other / _LIKE <= size <= other * _LIKE
    return like and tokens.lower[amount.first - 1] in elided().compared


def _goes_on(tokens: Tokens, before: list[Amount], amount: Amount) -> bool:
    """Read a list of money: ``pulp sold for 1.2 billion euros, tissue 310 million, foil 90 million``."""
    behind = tokens.lower[amount.stop]
    if behind in elided().many:
        return False
    for other in reversed(before[-_LISTED:]):
        if not tokens.same_sentence(other.first, amount.first):
            return False
        if any(token.pos_ in _TELLING for token in tokens.doc[other.stop : amount.first]):
            return False  # "paid 3 million euros and reached 60 million in a week"
        if other.numeral.scale >= _MILLION and not _converts(tokens, other):
            size, known = abs(amount.numeral.value), abs(other.numeral.value)
            return other.kind == "money" and known / _FAR <= size <= known * _FAR
    return False
