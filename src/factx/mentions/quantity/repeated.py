"""Numbers without a unit that take the one of their sentence: "to 1.5m from 2m", "30 of them"."""

from __future__ import annotations

from bisect import bisect_left

from factx.mentions.quantity import phrase
from factx.mentions.quantity.amount import Amount
from factx.mentions.quantity.lists import lists
from factx.mentions.quantity.part import is_many
from factx.mentions.quantity.ranges import links
from factx.nlp.cues import cues
from factx.nlp.tokens import Tokens

_OLDEST = 130
# How far before a figure "the number of" may stand.
_NUMBERED = 20
# How much a level may differ from the one that it is told "from" or "to".
_LIKE = 3
# How many times what was counted before the same things may be.
_UNLIKE = 100
# "for 700 prisoners, 100 of whom": what stands before is meant, wherever it stands
_RELATIVE = (["of", "whom"], ["of", "which"])
_ALL = 100  # percent


def fill_elided(tokens: Tokens, amounts: list[Amount]) -> None:
    """Give a number without a unit the one that its sentence named: ``to 1.5m from 2m``."""
    ordered = sorted(amounts, key=lambda amount: amount.first)
    start = 0
    for index, amount in enumerate(ordered):
        if not tokens.same_sentence(ordered[start].first, amount.first):
            start = index
        if amount.unit is None and amount.kind in {"count", "number"}:
            before = ordered[max(start, index - 12) : index]
            if not before and index and _takes_up(tokens, amount, ordered[index - 1]):
                before = [ordered[index - 1]]
            _fill(tokens, amount, before, ordered, index)


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
    measured = before[-1] if before else None  # "fell by 48.1% to 112, ... to 23, down from 30"
    if (
        measured is not None
        and measured.unit is not None
        and _repeats_measure(tokens, amount, measured)
    ):
        amount.kind, amount.unit, amount.factor = measured.kind, measured.unit, measured.factor
        return
    counted = [a for a in before if a.kind == "count" and a.unit not in {None, "time"}]
    counted = [a for a in counted if not _happens(tokens, a) and _is_alike(a, amount)]
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


def _takes_up(tokens: Tokens, amount: Amount, last: Amount) -> bool:
    """Tell "That is up from 36,500." behind the sentence that gave the level of now."""
    lower, sent, first = tokens.lower, tokens.sent, amount.first
    if sent[first] - sent[last.first] != 1 or tokens.block[first] != tokens.block[last.first]:
        return False
    told = lower[bisect_left(sent, sent[first]) : first]
    return told[:1] in (["that"], ["this"], ["it"]) and _is_former(told)


def _is_former(told: list[str]) -> bool:
    """Tell the words before a former level: "up from", "compared with", "against"."""
    turned = told[-1:] == ["from"] and told[-2:-1] in (["up"], ["down"])
    compared = told[-2:-1] == ["compared"] and told[-1] in {"with", "to"}
    return turned or compared or told[-1:] == ["against"]


def _is_alike(amount: Amount, other: Amount) -> bool:
    """Tell what may be counted again from the two platforms of "twice the average of 1,129"."""
    return abs(other.numeral.value) <= abs(amount.numeral.value) * _UNLIKE


def _happens(tokens: Tokens, amount: Amount) -> bool:
    """Tell the blasts of "between the two blasts 20 were killed" from what may be counted again."""
    return amount.noun is not None and tokens.lower[amount.noun[1] - 1] in lists().events


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
    size = abs(amount.numeral.value)
    like = abs(measured.numeral.value)  # the same thing elsewhere is of a similar size
    if tokens.lower[max(0, amount.first - 2) : amount.first] == ["of", "which"]:
        part = measured.kind in {"measure", "money"} and size < like
        return part and phrase.find(tokens, amount.stop) is None  # "20 hectares, of which 5 were"
    if before == "by" and measured.kind == "percent":
        return not after[:1].isalpha() and (size <= _ALL or size <= like * 10)
    if not like / 10 <= size <= like * 10:
        return False
    scale = amount.numeral.scale == measured.numeral.scale
    fractional = "." in amount.numeral.digits and scale
    former = _is_former(tokens.lower[max(0, amount.first - 2) : amount.first])
    led = tokens.lower[measured.first - 1] if measured.first else ""
    former = former or (before == "from" and led == "to")  # "to 44 tonnes from 116 in 2023"
    if former and scale and like / _LIKE < size < like * _LIKE:
        return phrase.find(tokens, amount.stop) is None  # "60 pesos, up from 50 a year ago"
    repeats = before in lists().repeats or _is_gapped(tokens, amount, measured)
    return fractional and repeats and phrase.find(tokens, amount.stop) is None


def _is_gapped(tokens: Tokens, amount: Amount, measured: Amount) -> bool:
    """Tell "Acme fell 5.4 percent and Berg 4.8": only another name stands between."""
    between = tokens.doc[measured.stop : amount.first]
    joined = len(between) > 1 and between[0].lower_ in {"and", ","}
    return joined and all(token.text[0].isupper() for token in between[1:])


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
