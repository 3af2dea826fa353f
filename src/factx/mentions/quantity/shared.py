"""Units said once for several numbers: "17 and 22%", "four-, five- and six-cylinder", "to 23"."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from factx.mentions.quantity.amount import Amount
from factx.mentions.quantity.ranges import links
from factx.mentions.quantity.units import units
from factx.nlp.cues import cues
from factx.nlp.nouns import plural, singular
from factx.nlp.numerals import words
from factx.nlp.tokens import Tokens

_SHARED_KINDS = frozenset({"percent", "percentage_point", "measure"})
# No percentage beside a smaller one is this large.
_NO_PERCENT = 1000
# "points, to about 41 percent"
_POINTS = 4
# A share may fall by more points than are left of it, but not by many more.
_FEW_POINTS = Decimal(20)


def carry_back(tokens: Tokens, amounts: list[Amount]) -> list[Amount]:
    """Carry a unit back over "and", a comma or a hanging hyphen: ``17 and 22%``, ``5- and 6-km``."""
    out = list(amounts)
    for index in range(len(out) - 2, -1, -1):
        left, right = out[index], out[index + 1]
        between = tokens.lower[left.stop : right.first]
        hanging = between[:1] == ["-"] and tokens.glued(left.stop)
        shared = right.kind in _SHARED_KINDS or (hanging and right.kind == "money")
        if left.settled or not shared or left.upper is not None:
            continue
        rest = (
            [word for word in between if word != "-"] if hanging else between
        )  # "51-to-44 percent"
        if not rest or len(rest) > 2 or rest == [",", "or"]:
            continue  # "45, or 18 percent" says the same twice
        if right.kind != "measure" and left.numeral.scale != 1:
            continue  # "18 billion or 9.4%": nobody counts percent in billions
        if right.kind == "percent" and left.numeral.value >= _NO_PERCENT > right.numeral.value:
            continue  # "an average of 21,400, seven per cent more"
        falls = left.numeral.value > right.numeral.value
        if right.kind == "percent" and rest == ["or"] and falls:
            continue  # "by 88 or 16.3 percent"
        sides = right.kind == "measure" and not right.age and links().sides.issuperset(rest)
        if not sides and any(word not in links().shared for word in rest):
            continue
        decimals = "." in left.numeral.digits and "." in right.numeral.digits
        if right.kind == "measure" and not (hanging or sides or rest == ["or"] or decimals):
            continue  # "3 and 5 km" may be two of something and a distance
        out[index] = replace(
            left, kind=right.kind, unit=right.unit, factor=right.factor, age=right.age
        )
    return out


def carry_hyphens(tokens: Tokens, amounts: list[Amount]) -> None:
    """Give ``four-`` and ``five-`` of ``four-, five- and six-cylinder`` the noun of the last."""
    for left, right in reversed(list(pairwise(amounts))):
        between = tokens.lower[left.stop : right.first]
        if left.unit is not None or right.kind != "count" or between[:1] != ["-"]:
            continue
        if tokens.glued(left.stop) and all(word in links().shared for word in between[1:]):
            left.kind, left.unit = "count", right.unit


def carry_period(tokens: Tokens, amounts: list[Amount], taken: Callable[[int], bool]) -> None:
    """Give a number the period of the length of time behind it: ``seven and four years in prison``."""
    for amount in amounts:
        at, lower = amount.stop + 1, tokens.lower
        if amount.settled or amount.upper is not None or at + 1 >= len(tokens) or not taken(at):
            continue
        if taken(at - 1) or lower[at - 1] not in {"and", "or"} or taken(amount.first):
            continue
        period = singular(lower[at + 1])
        counted = lower[at] in words().small or lower[at].isdecimal()
        if counted and plural(lower[at + 1]) and period in units().per:
            amount.kind, amount.unit = "measure", period


def percentage_points(tokens: Tokens, amounts: list[Amount]) -> None:
    """Read points beside percentages: ``rose 2.5 points to 47.5%``, ``41%, seven points lower``."""
    for left, right in pairwise(sorted(amounts, key=lambda amount: amount.first)):
        if left.unit != "point" or left.noun is None or right.kind != "percent":
            continue
        between = tokens.lower[left.noun[1] : right.first]
        if len(between) > _POINTS or not tokens.same_sentence(left.first, right.first):
            continue
        plain = all(word in links().levels or word in cues().closing for word in between)
        if plain and not {"to", "from", "at"}.isdisjoint(between):
            left.kind = left.unit = "percentage_point"
            left.stop, left.noun = left.noun[1], None
    for left, right in pairwise(sorted(amounts, key=lambda amount: amount.first)):
        if right.unit == "point" and right.noun is not None and _lags(tokens, left, right):
            right.kind = right.unit = "percentage_point"
            right.stop, right.noun = right.noun[1], None


def _lags(tokens: Tokens, level: Amount, points: Amount) -> bool:
    """Tell points of a share from those of an index: no share lies by more than 100 of them."""
    if level.kind != "percent" or points.noun is None or points.noun[1] - points.noun[0] != 1:
        return False
    if points.numeral.value > max(abs(level.numeral.value), _FEW_POINTS):
        return False
    behind = points.noun[1]
    if not tokens.same_sentence(level.first, points.first) or behind >= len(tokens):
        return False
    return tokens.lower[behind] in links().lagging


def conversions(tokens: Tokens, amounts: list[Amount]) -> None:
    """Read the bare number before a conversion as money: ``2,380,000 ($21,972)`` after yen."""
    last: str | None = None
    for left, right in pairwise(amounts):
        opened = left.first > 0 and tokens.lower[left.first - 1] == "("
        if left.kind == "money" and not opened:
            last = left.unit
        bracketed = tokens.lower[left.stop : right.first] == ["("]
        if (
            bracketed
            and not left.settled
            and right.kind == "money"
            and last not in {None, right.unit}
        ):
            left.kind, left.unit = "money", last
