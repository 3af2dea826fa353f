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
    if len(between) != 1 or not tokens.same_sentence(low.first, high.first):
        return False
    link = between[0]
    opening = tokens.lower[low.first - 1] if low.first else ""
    if low.kind == "ratio" or high.kind == "ratio" or "vague" in (low.numeral.form, high.numeral.form):
        return False
    if low.settled and high.settled and (low.kind, low.unit) != (high.kind, high.unit):
        return False
    if low.settled and not high.settled and low.kind != "money":
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
        return first < second and first <= _SMALL and low.numeral.form == high.numeral.form and second - first <= 2
    if opening == "from" and _moves(tokens, low.first - 1):
        return False
    return first < second or opening in {"from"}


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
    return low.numeral.value < 10 and not after[:1].isalpha()


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
    return replace(
        low, stop=high.stop, numeral=lower, upper=upper, kind=kind, unit=unit,
        factor=high.factor if high.settled else low.factor, age=low.age or high.age,
    )  # fmt: skip


def written(numeral: Numeral) -> str:
    """Return the digits of a numeral without its scale, as ``intervals`` wants them."""
    if numeral.digits:
        return numeral.digits
    value = numeral.value / numeral.scale
    return format(value.normalize(), "f") if value == value.to_integral_value() else format(value, "f")
