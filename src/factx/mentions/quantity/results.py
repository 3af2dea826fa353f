"""Results of games and votes: "beat Spain 3-2", "voted 6-3". Two numbers are one amount, of two sides."""

from __future__ import annotations

from dataclasses import replace

from factx.mentions.quantity import designated, names
from factx.mentions.quantity.amount import Amount
from factx.mentions.quantity.ranges import links
from factx.nlp.tokens import Tokens

# How far from a result a word of the game or the vote may stand.
_NEAR = 14


def join(tokens: Tokens, amounts: list[Amount]) -> list[Amount]:
    """Merge the two halves of each result; drop other pairs: ``a 50-50 chance``, ``Boeing 737-400``."""
    out: list[Amount] = []
    for amount in amounts:
        own = out[-1] if out else None
        named = own is not None and _is_named(tokens, own, amount)
        if own is None or not (named or _is_pair(tokens, own, amount)):
            out.append(amount)
            continue
        out.pop()
        if not named and _is_told(tokens, own, amount):
            out.append(replace(own, stop=amount.stop, kind="count", against=amount.numeral))
    return out


def _is_pair(tokens: Tokens, own: Amount, other: Amount) -> bool:
    """Recognise ``2-1`` and ``27 – 24``: tied, or a name or verb before them, and bare."""
    if own.upper is not None or other.upper is not None or own.settled or other.settled:
        return False
    if tokens.lower[own.stop : other.first] != ["-"] or "." in other.numeral.digits:
        return False
    tied = tokens.glued(own.stop) and tokens.glued(other.first)
    if not tied and not (tokens.text[own.stop] in "–-" and _plays(tokens, own)):
        return False
    large = max(own.numeral.value, other.numeral.value) > links().highest
    return not large or not links().voting.isdisjoint(_near(tokens, own, other))


def _is_named(tokens: Tokens, own: Amount, other: Amount) -> bool:
    """Recognise ``a Boeing 737-400``: digits tied to those that a word of things numbers."""
    tied = tokens.lower[own.stop : other.first] == ["-"] and tokens.glued(other.first)
    if not tied or own.settled or other.settled or not own.first or own.numeral.form != "digits":
        return False
    return tokens.glued(own.stop) and designated.is_designated(
        tokens, replace(own.numeral, stop=other.stop)
    )


def _is_told(tokens: Tokens, own: Amount, other: Amount) -> bool:
    """Tell a pair near a word of games or votes, or between two names, from a number of a thing."""
    digits = own.numeral.form == other.numeral.form == "digits"
    if not digits or names.is_tied(tokens, own.numeral):
        return False
    sides = tokens.text[own.first - 1 : own.first] + tokens.text[other.stop : other.stop + 1]
    if len(sides) == 2 and all(side[0].isupper() for side in sides):
        return True
    return not (links().played | links().voting).isdisjoint(_near(tokens, own, other))


def _near(tokens: Tokens, own: Amount, other: Amount) -> set[str]:
    first, stop = max(0, own.first - _NEAR), min(len(tokens), other.stop + _NEAR)
    return {tokens.lower[at] for at in range(first, stop) if tokens.same_sentence(at, own.first)}


def _plays(tokens: Tokens, low: Amount) -> bool:
    """Tell whether a name, a verb or "with" stands before a spaced result: ``Chile won 1 – 0``."""
    at = low.first - 1
    if at < 0 or not tokens.same_sentence(at, low.first):
        return False
    return tokens.text[at][:1].isupper() or tokens.doc[at].pos_ in {"ADP", "VERB"}
