"""Results of games: "beat Spain 3-2", "a 1-1 draw". Two numbers that are one amount, of two sides."""

from __future__ import annotations

from dataclasses import replace

from factx.mentions.quantity import designated, names
from factx.mentions.quantity.amount import Amount
from factx.mentions.quantity.ranges import links
from factx.nlp.tokens import Tokens

# How far before a pair of votes what is voted on may stand, and from a result what is played.
_VOTED, _PLAYED = 8, 14


def join(tokens: Tokens, amounts: list[Amount]) -> list[Amount]:
    """Merge the two halves of each result; drop other pairs: ``a 50-50 chance``, ``Boeing 737-400``.

    Votes stay two amounts, each of so many votes.
    """
    out: list[Amount] = []
    for amount in amounts:
        own = out[-1] if out else None
        named = own is not None and _is_named(tokens, own, amount)
        if own is None or not (named or _is_pair(tokens, own, amount)):
            out.append(amount)
            continue
        out.pop()
        if not named and _is_played(tokens, own, amount):
            out.append(replace(own, stop=amount.stop, kind="count", against=amount.numeral))
    return out


def _is_pair(tokens: Tokens, own: Amount, other: Amount) -> bool:
    """Recognise ``2-1`` and ``27-24``: tied, bare, no vote behind."""
    if own.upper is not None or other.upper is not None or own.settled or other.settled:
        return False
    if tokens.lower[own.stop : other.first] != ["-"] or _is_voted(tokens, own):
        return False
    tied = tokens.glued(own.stop) and tokens.glued(other.first)
    if not tied and not (tokens.text[own.stop] in "–-" and _plays(tokens, own)):
        return False
    after = tokens.lower[other.stop] if other.stop < len(tokens) else "."
    large = max(own.numeral.value, other.numeral.value) > links().highest
    return not large and "." not in other.numeral.digits and after not in links().votes


def _is_named(tokens: Tokens, own: Amount, other: Amount) -> bool:
    """Recognise ``a Boeing 737-400``: digits tied to those that a word of things numbers."""
    tied = tokens.lower[own.stop : other.first] == ["-"] and tokens.glued(other.first)
    if not tied or own.settled or other.settled or not own.first or own.numeral.form != "digits":
        return False
    return tokens.glued(own.stop) and designated.is_designated(
        tokens, replace(own.numeral, stop=other.stop)
    )


def _is_played(tokens: Tokens, own: Amount, other: Amount) -> bool:
    """Tell a pair near a word of games, or between two names, from a number of a thing."""
    digits = own.numeral.form == other.numeral.form == "digits"
    if not digits or names.is_tied(tokens, own.numeral):
        return False
    first, stop = max(0, own.first - _PLAYED), min(len(tokens), other.stop + _PLAYED)
    sides = tokens.text[own.first - 1 : own.first] + tokens.text[other.stop : other.stop + 1]
    return (len(sides) == 2 and all(side[0].isupper() for side in sides)) or any(
        tokens.lower[index] in links().played and tokens.same_sentence(index, own.first)
        for index in range(first, stop)
    )


def _is_voted(tokens: Tokens, low: Amount) -> bool:
    """Tell whether what stands before a pair makes it one of votes: ``passed the bill 51-49``."""
    words = range(max(0, low.first - _VOTED), low.first)
    return any(
        tokens.lower[i] in links().voting and tokens.same_sentence(i, low.first) for i in words
    )


def _plays(tokens: Tokens, low: Amount) -> bool:
    """Tell whether a name, a verb or "with" stands before a spaced result: ``Chile won 1 – 0``."""
    at = low.first - 1
    if at < 0 or not tokens.same_sentence(at, low.first):
        return False
    return tokens.text[at][:1].isupper() or tokens.doc[at].pos_ in {"ADP", "VERB"}
