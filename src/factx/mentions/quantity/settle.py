"""Which dollar, pound or peso: shared names become ISO 4217 codes by what the document says."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from decimal import Decimal

from factx.mentions.quantity.amount import Amount
from factx.mentions.quantity.currencies import Currencies, currencies
from factx.nlp.tokens import Tokens

# where a place is named, and what is paid with there
Place = tuple[int, tuple[str, ...]]
# A country named farther away, in countries between or in tokens behind, settles nothing.
_COUNTRIES, _BEHIND = 40, 200


def settle(amounts: list[Amount], tokens: Tokens) -> None:
    """Turn shared signs and names into ISO 4217 codes by what the document says of itself.

    A currency written in full elsewhere in the document decides; for names other than the dollar
    the nearest country or demonym before the amount does; else the first candidate stands. Bare
    pounds are a mass where nothing in the document is British.
    """
    money = [amount for amount in amounts if amount.kind == "money" and amount.unit]
    if not money:
        return
    known = currencies()
    money += _everyday(amounts, {amount.unit for amount in money}, tokens, known)
    _weigh(money, tokens, known)
    full: Counter[str | None] = Counter(
        amount.unit for amount in money if amount.unit in known.codes
    )
    places: list[Place] | None = None
    for amount in money:
        unit = amount.unit
        if unit is None or amount.kind != "money":
            continue
        if unit in known.minor_of:
            amount.unit = known.minor_of[unit]
            continue
        candidates = known.shared.get(unit)
        if candidates is None:
            continue
        written = _written(amount, candidates, full, tokens)
        if written is None and unit not in known.dollars and len(candidates) > 1:
            if places is None:
                places = _places(tokens, known)
            written = _nearest(amount, candidates, places)
        amount.unit = written or candidates[0]


def _everyday(
    amounts: list[Amount], paid: set[str | None], tokens: Tokens, known: Currencies
) -> list[Amount]:
    """Make money of "96.50 rand" where another amount says that rands are paid; return these."""
    found = []
    for amount in amounts:
        if amount.kind not in {"count", "number"} or amount.noun != (amount.stop, amount.stop + 1):
            continue
        unit = known.names.get(tokens.lower[amount.stop])
        if unit in paid:
            amount.kind, amount.unit, amount.noun = "money", unit, None
            amount.stop += 1
            found.append(amount)
    return found


def _weigh(money: list[Amount], tokens: Tokens, known: Currencies) -> None:
    pounds = [
        amount
        for amount in money
        if amount.unit == "pound" and amount.numeral.scale < 1000  # nobody weighs millions
    ]
    if pounds and not known.sterling & set(tokens.text):
        for amount in pounds:
            amount.kind, amount.unit, amount.factor = "measure", "lb", Decimal(1)


def _written(
    amount: Amount, candidates: tuple[str, ...], full: Counter[str | None], tokens: Tokens
) -> str | None:
    """Return the candidate that the document writes in full, but for an amount in brackets.

    A parenthesis converts to another currency than the one the document deals in.
    """
    if amount.first > 0 and tokens.lower[amount.first - 1] == "(":
        return None
    written = [(full[code], code) for code in candidates if full[code]]
    return max(written)[1] if written else None


def _places(tokens: Tokens, known: Currencies) -> list[Place]:
    places = []
    for index in range(len(tokens)):
        for width in (3, 2, 1):
            codes = known.settled_by.get(" ".join(tokens.lower[index : index + width]))
            if codes:
                places.append((index, codes))
                break
    return places


def _nearest(amount: Amount, candidates: tuple[str, ...], places: list[Place]) -> str | None:
    """Return the candidate of the nearest country before the amount, else of the next behind."""
    middle = bisect_left(places, (amount.first, ()))
    for _, codes in reversed(places[max(0, middle - _COUNTRIES) : middle]):
        if paid := [code for code in codes if code in candidates]:
            return paid[0]
    for index, codes in places[middle : middle + _COUNTRIES]:
        if index > amount.stop + _BEHIND:
            break
        if paid := [code for code in codes if code in candidates]:
            return paid[0]
    return None
