"""Two numbers that are one amount: "5 to 6%", "$3-5 billion", "between 10 and 32"."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache

from factx import packaged
from factx.mentions.quantity import names, percent, phrase
from factx.mentions.quantity.amount import Amount
from factx.nlp import numerals
from factx.nlp.cues import cues, hedge
from factx.nlp.movement import is_set
from factx.nlp.numerals import Numeral
from factx.nlp.tokens import Tokens

_SMALL = Decimal(20)
_BACK = 14
# The longest hedge of a second end: "less than or equal to".
_HEDGED = 7
# How many times its low end the high one of a range behind what was raised may be.
_FAR = 4
# How many times its low end the high one of a range behind "to" may be.
_NARROW = Decimal("1.2")


@dataclass(frozen=True, slots=True)
class Links:
    """The words of ``ranges.toml``."""

    links: frozenset[str]
    opening: frozenset[str]
    voting: frozenset[str]
    played: frozenset[str]
    scored: frozenset[str]
    joints: frozenset[str]
    going: frozenset[str]
    ranging: frozenset[str]
    lower: frozenset[str]
    upper: frozenset[str]
    results: frozenset[str]
    shared: frozenset[str]
    levels: frozenset[str]
    lagging: frozenset[str]
    sides: frozenset[str]
    highest: Decimal


@cache
def links() -> Links:
    """Return the packaged words, read once."""
    data = packaged.table(__package__, "ranges")
    return packaged.fill(Links, data, highest=Decimal(data["score"]["highest"]))


def join(tokens: Tokens, amounts: list[Amount]) -> list[Amount]:
    """Merge neighbours that are the ends of one range; shared scales and units carry over."""
    out: list[Amount] = []
    for amount in amounts:
        before = out[-1] if out else None
        if before is not None and before.upper is None and _are_ends(tokens, before, amount):
            out[-1] = _merged(before, amount)
        else:
            out.append(amount)
    return out


def _are_ends(tokens: Tokens, low: Amount, high: Amount) -> bool:
    # a parser may end a sentence before the capital of "A/cm2", not between the ends of a range
    if high.first - low.stop > _HEDGED or tokens.block[low.first] != tokens.block[high.first]:
        return False
    if "vague" in (low.numeral.form, high.numeral.form) or not _same_unit(low, high):
        return False
    if _opposed(tokens, low, high):
        return True
    if low.kind == "ratio" or high.kind == "ratio":
        return False
    between = tokens.lower[low.stop : high.first]
    if between == ["-", "to", "-"] or between in (["to", "-"], ["-", "to"]):
        between = ["to"]
    if len(between) != 1:
        return False
    first, second = _ends(low, high)
    if between == ["and"]:
        return "between" in tokens.lower[max(0, low.first - 4) : low.first] and first < second
    return between[0] in links().links and _linked(tokens, low, high, between[0])


def _linked(tokens: Tokens, low: Amount, high: Amount, link: str) -> bool:
    """Judge a pair by the word between its ends."""
    first, second = _ends(low, high)
    if first == second:
        return False
    if link in {"-", "~"} and (names.is_tied(tokens, low.numeral)):
        return False  # a telephone number
    if link in {"-", "~"}:
        tied = tokens.glued(low.stop) or tokens.glued(high.first)
        dashed = tokens.text[low.stop] == "–" and low.numeral.form == high.numeral.form == "digits"
        counted = phrase.find(tokens, high.stop) is not None  # "20 - 25 arrests"
        apart = dashed or high.settled or counted
        return (tied or apart) and first < second and not _score(tokens, low, high)
    if link == "or":
        return _alternatives(low.numeral, high.numeral)
    opening = tokens.lower[low.first - 1] if low.first else ""
    if opening == "by":
        return high.settled and not low.settled and first < second
    if opening == "to":
        # "cut its forecast to $1.40 to $1.45", not "from $160 to $180 to $200"
        goes_on = low.first > 1 and tokens.text[low.first - 2][-1:].isdigit()
        near = low.settled and high.settled and first < second < _NARROW * first
        return link == "to" and near and not goes_on
    if opening == "or" and not high.settled and tokens.lower[low.first - 2] in percent.endings():
        return False  # "fell 9.98% or 2.87 to 25.90"
    if opening == "from" and low.first > 1 and tokens.lower[low.first - 2] in links().ranging:
        return first < second
    if opening == "from" and (_moves(tokens, low.first - 1) or _is_summed_up(tokens, high.stop)):
        return False
    if link == "to" and not high.settled and first * _FAR < second and _moved_by(tokens, low.first):
        return phrase.find(tokens, high.stop) is not None  # "rose 2,000 to 723,000 in May"
    if low.settled and high.settled and link == "to":
        shares = high.kind == "percent" and tokens.lower[high.stop : high.stop + 1] == ["of"]
        if _moved_by(tokens, low.first) and not shares:  # "cut 8 percent to 10 percent of jobs"
            return False  # "dropped $2.10 to $70.70"
        if high.kind == "money" and first * _FAR < second and is_set(tokens, low.first):
            return False  # "raised its dividend 4 cents to 38 cents"
    return first < second or (opening == "of" and low.kind == "measure")


def _opposed(tokens: Tokens, low: Amount, high: Amount) -> bool:
    """Recognise ``more than 100 but fewer than 300``: one hedge bounds below, the other above."""
    known = links()
    name, _ = hedge(tokens, low.first, low.stop)
    if name is None or (name not in known.lower and name not in known.upper):
        return False
    other, start = hedge(tokens, high.first, high.stop)
    if other is None or not low.stop < start <= low.stop + 2:
        return False
    if any(word not in known.joints for word in tokens.lower[low.stop : start]):
        return False
    first, second = _ends(low, high)
    if name in known.lower and other in known.upper:
        return first < second
    return name in known.upper and other in known.lower and first > second


def _same_unit(low: Amount, high: Amount) -> bool:
    """Tell whether two units may be one; a bare "$" takes the dollar of the other end."""
    if low.settled and high.settled:
        if low.kind != high.kind:
            return False
        return low.unit == high.unit or (
            high.unit == "$" and bool(low.unit and low.unit.endswith("D"))
        )
    return not low.settled or low.kind == "money" or low.age


def _alternatives(low: Numeral, high: Numeral) -> bool:
    """Tell "two or three" and "one or two hundred" from a choice between figures."""
    first, second = low.value / low.scale, high.value / high.scale
    near = second <= min(_SMALL, first + 2)
    # "10 or 20 million": whose scale is left out is no choice between figures
    scaled = low.scale == 1 and high.scale != 1 and second <= 2 * first
    return low.form == high.form and first < second and (near or scaled) and low.scale <= high.scale


def _ends(low: Amount, high: Amount) -> tuple[Decimal, Decimal]:
    first, second = low.numeral.value, high.numeral.value
    if low.numeral.scale == 1 and high.numeral.scale != 1 and first < 1000:
        first *= high.numeral.scale
    return first, second


def _score(tokens: Tokens, low: Amount, high: Amount) -> bool:
    """Tell a result from a range: plain small counts with no unit and no counted noun behind."""
    if low.settled or high.settled or high.numeral.value > links().highest:
        return False
    if "." in high.numeral.digits:
        return False
    after = tokens.lower[high.stop] if high.stop < len(tokens) else "."
    opening = tokens.lower[low.first - 1] if low.first else ""
    sides = [tokens.text[i][:1].isupper() for i in (low.first - 1, high.stop) if i < len(tokens)]
    ends = after in links().scored or not after[:1].isalpha() or (low.first > 0 and all(sides))
    return opening not in links().opening and ends


def _moved_by(tokens: Tokens, first: int) -> bool:
    """Tell whether a verb of change stands directly before an amount: then it is the change."""
    if not first or not tokens.same_sentence(first - 1, first):
        return False
    return tokens.lower[first - 1] in cues().verbs or tokens.lower[first - 1] in cues().adverbs


def _moves(tokens: Tokens, at: int) -> bool:
    """Tell whether a verb or noun of change governs the "from" at ``at``: then both ends are levels."""
    known, factors = cues(), numerals.words().multiples
    for index in range(at - 1, max(-1, at - _BACK), -1):
        if tokens.sent[index] != tokens.sent[at]:
            return False
        word = tokens.lower[index]
        moved = word in known.verbs or word in known.adverbs or word in known.nouns
        if moved or word in factors or word in links().going:
            return True
    return False


def _is_summed_up(tokens: Tokens, stop: int) -> bool:
    """Tell "from $3 to $4, a rise of a third": the words behind two levels name the change."""
    behind = tokens.lower[stop : stop + _HEDGED]
    name = behind[behind.index(",") + 1 :] if "," in behind else []
    return name[:1] in (["a"], ["an"]) and any(word in cues().nouns for word in name[1:3])


def _merged(low: Amount, high: Amount) -> Amount:
    lower, upper = low.numeral, high.numeral
    if lower.scale == 1 and upper.scale != 1 and lower.form != "vague" and lower.value < 1000:
        lower = replace(lower, value=lower.value * upper.scale, scale=upper.scale)
    kind, unit = (high.kind, high.unit) if high.settled else (low.kind, low.unit)
    if unit == "$" and low.unit:
        unit = low.unit
    return replace(
        low,
        stop=high.stop,
        numeral=lower,
        upper=upper,
        kind=kind,
        unit=unit,
        factor=high.factor if high.settled else low.factor,
        age=low.age or high.age,
    )
