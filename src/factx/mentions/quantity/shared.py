"""Units said once for several numbers: "17 and 22%", "four-, five- and six-cylinder", "to 23"."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from factx.mentions.quantity import phrase
from factx.mentions.quantity.amount import Amount
from factx.mentions.quantity.lists import lists
from factx.mentions.quantity.part import is_many
from factx.mentions.quantity.ranges import links
from factx.mentions.quantity.units import units
from factx.nlp.cues import cues
from factx.nlp.nouns import plural, singular
from factx.nlp.numerals import words
from factx.nlp.tokens import Tokens

_SHARED_KINDS = frozenset({"percent", "percentage_point", "measure"})
_OLDEST = 130
# No percentage beside a smaller one is this large.
_NO_PERCENT = 1000
# How much a level may differ from the one that it is told "from" or "to".
_LIKE = 3
# How far before a figure "the number of" may stand.
_NUMBERED = 20
# "points, to about 41 percent"
_POINTS = 4
# "for 700 prisoners, 100 of whom": what stands before is meant, wherever it stands
_RELATIVE = (["of", "whom"], ["of", "which"])
# A share may fall by more points than are left of it, but not by many more.
_FEW_POINTS = Decimal(20)


def carry_back(tokens: Tokens, amounts: list[Amount]) -> list[Amount]:
    """Carry a unit back over "and", a comma or a hanging hyphen: ``17 and 22%``, ``5- and 6-km``."""
    out = list(amounts)
    for index in range(len(out) - 2, -1, -1):
        left, right = out[index], out[index + 1]
        if left.settled or right.kind not in _SHARED_KINDS or left.upper is not None:
            continue
        between = tokens.lower[left.stop : right.first]
        hanging = between[:1] == ["-"] and tokens.glued(left.stop)
        rest = (
            [word for word in between if word != "-"] if hanging else between
        )  # "51-to-44 percent"
        if not rest or len(rest) > 2 or rest == [",", "or"]:
            continue  # "45, or 18 percent" says the same twice
        if right.kind != "measure" and left.numeral.scale != 1:
            continue  # "18 billion or 9.4%": nobody counts percent in billions
        if right.kind == "percent" and left.numeral.value >= _NO_PERCENT > right.numeral.value:
            continue  # "an average of 21,400, seven per cent more"
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


def fill_elided(tokens: Tokens, amounts: list[Amount]) -> None:
    """Give a number without a unit the one that its sentence named: ``to 1.5m from 2m``."""
    ordered = sorted(amounts, key=lambda amount: amount.first)
    start = 0
    for index, amount in enumerate(ordered):
        if not tokens.same_sentence(ordered[start].first, amount.first):
            start = index
        if amount.unit is None and amount.kind in {"count", "number"}:
            _fill(tokens, amount, ordered[max(start, index - 12) : index], ordered, index)


def _fill(
    tokens: Tokens, amount: Amount, before: list[Amount], ordered: list[Amount], index: int
) -> None:
    after = tokens.lower[amount.stop] if amount.stop < len(tokens) else "."
    if amount.upper is not None and after[:1] != "-" and _young(amount, before):
        amount.kind, amount.unit, amount.age = "measure", "year", True
        return
    if _points(tokens, amount, before, ordered[index + 1 : index + 2]):
        amount.kind, amount.unit = "count", "point"
        return
    measured = _measured(tokens, amount, before)
    if measured is not None and _repeats_measure(tokens, amount, measured):
        amount.kind, amount.unit, amount.factor = measured.kind, measured.unit, measured.factor
        return
    counted = [a for a in before if a.kind == "count" and a.unit not in {None, "time"}]
    counted = [a for a in counted if not (_happens(tokens, a) or _is_compound(a))]
    if tokens.lower[amount.stop : amount.stop + 2] not in _RELATIVE:
        counted = [a for a in counted if not _says_where(tokens, a)] or counted
    if (named := _numbered(tokens, amount, counted)) is not None:
        amount.kind, amount.unit = "count", named
        return
    if counted and after in links().results:  # "22 points to 10 win"
        amount.unit = counted[-1].unit
        return
    fraction = "." in amount.numeral.digits and amount.numeral.scale == 1
    if fraction and not any("." in a.numeral.digits for a in counted):
        return
    if counted and _may_repeat(tokens, amount, after):
        same = [a for a in counted if a.noun and tokens.lower[a.noun[1] : a.noun[1] + 1] == [after]]
        preposition = after[:1].isalpha() and bool(same)
        amount.kind, amount.unit = "count", (same[-1] if preposition else counted[-1]).unit


def _measured(tokens: Tokens, amount: Amount, before: list[Amount]) -> Amount | None:
    """Return the amount whose unit a bare number may repeat: the last, or the level it is told from.

    "At 4.10 shillings, up 13.9% from 3.60" names a price.
    """
    measured = [a for a in reversed(before) if a.unit is not None]
    if measured and measured[0].kind == "percent" and tokens.lower[amount.first - 1] == "from":
        size, scale = abs(amount.numeral.value), amount.numeral.scale
        for level in measured[1:]:
            near = size / _LIKE < abs(level.numeral.value) < size * _LIKE
            if near and level.kind in {"money", "measure"} and level.numeral.scale == scale:
                return level
    return measured[0] if measured else None


def _happens(tokens: Tokens, amount: Amount) -> bool:
    """Tell the blasts of "between the two blasts 20 were killed" from what may be counted again."""
    return amount.noun is not None and tokens.lower[amount.noun[1] - 1] in lists().events


def _is_compound(amount: Amount) -> bool:
    """Tell the levels of "a three-level hall", which nothing counts again."""
    return amount.noun is None and amount.stop > amount.numeral.stop


def _says_where(tokens: Tokens, amount: Amount) -> bool:
    """Tell the towns of "12 people in three towns" from what the sentence is about."""
    return amount.first > 0 and tokens.lower[amount.first - 1] in lists().where


def _numbered(tokens: Tokens, amount: Amount, counted: list[Amount]) -> str | None:
    """Return the unit of ``the number of warheads fell to 23``, said before the figure."""
    before = tokens.lower[amount.first - 1] if amount.first else ""
    if before not in lists().reached and before not in cues().closing:
        return None
    for index in range(amount.first - 2, max(0, amount.first - _NUMBERED), -1):
        if not tokens.same_sentence(index, amount.first) or (
            counted and counted[-1].first >= index
        ):
            return None
        if tokens.lower[index] in lists().numbers and tokens.lower[index + 1] == "of":
            noun = phrase.find(tokens, index + 2)
            plain = noun is not None and noun[1] < amount.first and is_many(tokens, noun[1] - 1)
            return phrase.unit_of(tokens, noun) if noun is not None and plain else None
    return None


def _young(amount: Amount, before: list[Amount]) -> bool:
    """Tell whether a range follows an age: ``one was aged above 60, two between 51 and 60``."""
    assert amount.upper is not None
    return any(a.age for a in before) and amount.upper.value <= _OLDEST


def _points(tokens: Tokens, amount: Amount, before: list[Amount], behind: list[Amount]) -> bool:
    """Recognise an index level beside its points: ``rose 64.06 points to 4,577.10``."""
    digits = amount.numeral.digits
    if "." not in digits or amount.numeral.value < 100 or amount.numeral.scale != 1:
        return False
    near = [*before, *(b for b in behind if tokens.same_sentence(b.first, amount.first))]
    return any(a.unit == "point" for a in near)


def _repeats_measure(tokens: Tokens, amount: Amount, measured: Amount) -> bool:
    """Tell whether a bare decimal repeats the unit before it: ``3% in May and 2.1 in June``."""
    if measured.kind not in {"percent", "percentage_point", "measure", "money"} or measured.age:
        return False
    before = tokens.lower[amount.first - 1] if amount.first else ""
    after = tokens.lower[amount.stop] if amount.stop < len(tokens) else "."
    if before == "by" and measured.kind == "percent":
        return not after[:1].isalpha() and amount.numeral.value < _NO_PERCENT
    size = abs(amount.numeral.value)
    like = abs(measured.numeral.value)  # the same thing elsewhere is of a similar size
    if not like / 10 <= size <= like * 10:
        return False
    scale = amount.numeral.scale == measured.numeral.scale
    fractional = "." in amount.numeral.digits and scale
    turned = before == "from" and tokens.lower[amount.first - 2] in {"up", "down"}
    if turned and scale and measured.kind == "money" and like / _LIKE < size < like * _LIKE:
        return phrase.find(tokens, amount.stop) is None  # "60 pesos, up from 50 a year ago"
    return fractional and before in lists().repeats and phrase.find(tokens, amount.stop) is None


def _may_repeat(tokens: Tokens, amount: Amount, after: str) -> bool:
    """Tell whether a count without a noun of its own may take the one before it."""
    before = tokens.lower[amount.first - 1] if amount.first else ""
    if after[:1].isalpha() and after not in lists().stop:
        return False
    if after == "others":  # "wounded 20 others"
        return True
    if before == "of" and amount.first > 1 and tokens.lower[amount.first - 2] not in lists().sums:
        return False  # "an audience of 500 million" counts no countries
    return before in lists().elided_after or before in cues().closing
