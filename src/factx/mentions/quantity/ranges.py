"""Two numbers that are one amount: "5 to 6%", "$3-5 billion", "between 10 and 32"."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from factx.mentions.quantity.amount import Amount
from factx.nlp.cues import cues
from factx.nlp.numerals import Numeral
from factx.nlp.tokens import Tokens

_TO = frozenset({"to", "-", "through", "or"})
_SMALL = Decimal(20)
_SCORE = Decimal(200)
_VOTES = frozenset({"vote", "votes", "majority", "margin", "ballot", "decision", "ruling"})
# words before a tied pair that make it a range even without a unit or a noun
_OPENING = frozenset({"range", "from", "about", "around", "some", "roughly", "of", "approximately", "aged", "ages"})


def join(tokens: Tokens, amounts: list[Amount]) -> list[Amount]:
    """Merge neighbours that are the ends of one range; shared scales and units carry over."""
    out: list[Amount] = []
    for amount in amounts:
        before = out[-1] if out else None
        if before is not None and before.upper is None and _are_ends(tokens, before, amount):
            out[-1] = _merged(tokens, before, amount)
        else:
            out.append(amount)
    return out


def _are_ends(tokens: Tokens, low: Amount, high: Amount) -> bool:
    between = tokens.lower[low.stop : high.first]
    if between == ["-", "to", "-"]:
        between = ["to"]
    if len(between) != 1 or not tokens.same_sentence(low.first, high.first):
        return False
    link = between[0]
    opening = tokens.lower[low.first - 1] if low.first else ""
    if low.kind == "ratio" or high.kind == "ratio" or "vague" in (low.numeral.form, high.numeral.form):
        return False
    if low.settled and high.settled and not _alike(low, high):
        return False
    if low.settled and not high.settled and low.kind != "money" and not low.age:
        return False
    first, second = _ends(low, high)
    if link == "and":
        between_them = "between" in tokens.lower[max(0, low.first - 4) : low.first]
        return between_them and first < second
    if link not in _TO or first == second:
        return False
    if link == "-":
        tied = tokens.glued(low.stop) or tokens.glued(high.first)
        return (tied or high.settled) and first < second and not _score(tokens, low, high)
    if link == "or":
        return _alternatives(low.numeral, high.numeral)
    if opening == "by" or opening == "from" and _moves(tokens, low.first - 1):
        return False
    return first < second or opening in {"from"}


def _alike(low: Amount, high: Amount) -> bool:
    """Tell whether two units are one; a bare "$" takes the dollar of the other end."""
    if low.kind != high.kind:
        return False
    return low.unit == high.unit or (high.unit == "$" and bool(low.unit and low.unit.endswith("D")))


def _alternatives(low: Numeral, high: Numeral) -> bool:
    """Tell "two or three" and "one or two hundred" from a choice between figures."""
    first, second = low.value / low.scale, high.value / high.scale
    return low.form == high.form and first < second <= min(_SMALL, first + 2) and low.scale <= high.scale


def _ends(low: Amount, high: Amount) -> tuple[Decimal, Decimal]:
    first, second = low.numeral.value, high.numeral.value
    if low.numeral.scale == 1 and high.numeral.scale != 1 and first < 1000:
        first *= high.numeral.scale
    return first, second


def _score(tokens: Tokens, low: Amount, high: Amount) -> bool:
    """Tell a result from a range: plain small counts with no unit and no counted noun behind."""
    if low.settled or high.settled:
        return False
    after = tokens.lower[high.stop] if high.stop < len(tokens) else "."
    opening = tokens.lower[low.first - 1] if low.first else ""
    return opening not in _OPENING and not after[:1].isalpha()


def is_score(tokens: Tokens, low: Amount, high: Amount) -> bool:
    """Tell a result such as ``2-1`` or ``27-24`` from figures: tied, bare, no vote or noun behind."""
    between = tokens.lower[low.stop : high.first]
    if between != ["-"] or not (tokens.glued(low.stop) and tokens.glued(high.first)):
        return False
    if low.settled or high.settled or max(low.numeral.value, high.numeral.value) > _SCORE:
        return False
    after = tokens.lower[high.stop] if high.stop < len(tokens) else "."
    return after not in _VOTES


def _moves(tokens: Tokens, at: int) -> bool:
    """Tell whether a verb or noun of change governs the "from" at ``at``: then both ends are levels."""
    known = cues()
    for index in range(at - 1, max(-1, at - 8), -1):
        if tokens.sent[index] != tokens.sent[at]:
            return False
        word = tokens.lower[index]
        if word in known.verbs or word in known.adverbs or word in known.nouns:
            return True
    return False


def _merged(tokens: Tokens, low: Amount, high: Amount) -> Amount:
    lower, upper = low.numeral, high.numeral
    if lower.scale == 1 and upper.scale != 1 and lower.form != "vague" and lower.value < 1000:
        lower = replace(lower, value=lower.value * upper.scale, scale=upper.scale)
    kind, unit = (high.kind, high.unit) if high.settled else (low.kind, low.unit)
    if unit == "$" and low.unit:
        unit = low.unit
    return replace(
        low, stop=high.stop, numeral=lower, upper=upper, kind=kind, unit=unit,
        factor=high.factor if high.settled else low.factor, age=low.age or high.age,
    )  # fmt: skip


def written(numeral: Numeral) -> str:
    """Return the digits of a numeral without its scale, as ``intervals`` wants them."""
    if numeral.digits:
        return f"-{numeral.digits}" if numeral.value < 0 else numeral.digits
    value = numeral.value / numeral.scale
    return format(value.normalize(), "f") if value == value.to_integral_value() else format(value, "f")
