"""An amount as a ``Quantity``: its hedge, interval, direction and span."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from factx import intervals
from factx.intervals.hedges import Hedge
from factx.mentions.quantity.amount import Amount
from factx.mentions.quantity.units import units
from factx.model import Change, Qualifier, Quantity
from factx.nlp import cues, movement
from factx.nlp.numerals import Numeral
from factx.nlp.tokens import Tokens

# How many words may stand between two amounts of one verb.
_GOING_ON = 6
# "Over" so few is no hedge: nobody says "over two people" for three.
_FEW = 5
_SHARES = frozenset({"percent", "percentage_point"})


def quantity(tokens: Tokens, amount: Amount, number: int, earlier: Quantity | None) -> Quantity:
    """Return the mention of an amount; ``earlier`` is the one before it in the text."""
    value, low, high, qualifier = _interval(amount, _hedge(tokens, amount))
    span = tokens.span(amount.first, amount.stop)
    assert amount.kind is not None
    return Quantity(
        id=f"q{number}",
        text=span.text,
        start=span.start,
        end=span.end,
        kind=amount.kind,
        number=value,
        low=low,
        high=high,
        unit=amount.unit,
        noun=tokens.span(*amount.noun) if amount.noun else None,
        qualifier=qualifier,
        change=_change(tokens, amount, earlier),
        against=amount.against.value if amount.against is not None else None,
    )


def _hedge(tokens: Tokens, amount: Amount) -> Hedge | None:
    few = amount.noun is not None and amount.numeral.value < _FEW
    if few and tokens.lower[amount.first - 1 : amount.first] == ["over"]:
        return None  # "handed over three towns"
    hedge, _ = cues.hedge(tokens, amount.first, amount.stop)
    if hedge is None and amount.noun is not None:  # "500 people or more"
        hedge, _ = cues.hedge(tokens, amount.first, amount.noun[1])
    if hedge is None and amount.upper is None:  # "20-odd miles"
        hedge, _ = cues.hedge(tokens, amount.first, amount.numeral.stop)
    return hedge


def _change(tokens: Tokens, amount: Amount, earlier: Quantity | None) -> Change | None:
    if (
        amount.age
        or amount.against is not None
        or (amount.kind == "ratio" and amount.unit is not None)
    ):
        return amount.change
    counted = amount.kind == "count" and amount.noun is not None
    if amount.unit == "time":  # "has lost twice"
        return None
    if tokens.lower[max(0, amount.first - 2) : amount.first] == ["or", "minus"]:
        return None
    if counted and _counts_changes(tokens, amount):
        return None
    moved = movement.read(tokens, amount.first, amount.stop, _what(amount))
    if moved is None and counted and amount.noun is not None:
        moved = movement.behind_noun(tokens, amount.noun[1])
    moved = moved or amount.change
    if moved is not None or earlier is None:
        return moved or _signed(tokens, amount)
    again = _restates(tokens, amount, earlier) or _continues(tokens, amount, earlier)
    return (earlier.change if again else None) or _signed(tokens, amount)


def _what(amount: Amount) -> movement.What:
    if amount.kind in _SHARES or amount.unit == "point":
        return "share"
    if amount.kind == "money":
        return "money"
    if units().factors.get(amount.unit or "", ("",))[0] == "length":
        return "length"
    return "count" if amount.kind == "count" and amount.noun is not None else "other"


def _continues(tokens: Tokens, amount: Amount, earlier: Quantity) -> bool:
    """Tell whether a verb goes on: ``rose 0.4% on the month and 6.4% on the year``."""
    last = tokens.at((earlier.noun or earlier).end - 1)
    between = range(last + 1, amount.first)
    if not 0 < len(between) <= _GOING_ON or tokens.lower[amount.first - 1] != "and":
        return False
    same = (earlier.kind, earlier.unit) == (amount.kind, amount.unit)
    if not same or not tokens.same_sentence(last, amount.first):
        return False
    return not any(tokens.doc[i].tag_[:1] in {"V", "M", "W"} for i in between)


def _counts_changes(tokens: Tokens, amount: Amount) -> bool:
    """Tell "eight wins and one loss" and "two pension rises" from "a loss of eight"."""
    first, stop = amount.noun or (0, 0)
    alone = stop - first == 1 or tokens.lower[stop - 1].endswith("s")
    return alone and tokens.lower[stop - 1] in cues.cues().nouns


def _restates(tokens: Tokens, amount: Amount, earlier: Quantity) -> bool:
    """Tell whether an amount says the one before in other terms: ``up 17.5 points, or 0.22%``."""
    last = tokens.at((earlier.noun or earlier).end - 1)
    between = tokens.lower[last + 1 : amount.first]
    if between not in ([",", "or"], ["or"], ["("]):
        return False
    return earlier.unit != amount.unit and tokens.same_sentence(last, amount.first)


def _signed(tokens: Tokens, amount: Amount) -> Change | None:
    """Read the sign of a printed rate as its direction, as in a market table: ``FTSE -0.6%``."""
    sign = tokens.text[amount.first][:1]
    if amount.kind not in _SHARES or sign not in {"+", "-", "−", "–"} or amount.upper is not None:
        return None
    before = tokens.text[amount.first - 1] if amount.first else ""
    if before[:1].islower():  # "growth of -0.6%" is a level
        return None
    return "up" if sign == "+" else "down"


def _interval(amount: Amount, hedge: Hedge | None) -> tuple[Decimal, Decimal, Decimal, Qualifier]:
    """Return number, low, high and qualifier of an amount."""
    numeral, factor = amount.numeral, amount.factor
    if amount.upper is not None:
        first, second = numeral.value * factor, amount.upper.value * factor
        low, high = min(first, second), max(first, second)
        return (low + high) / 2, low, high, "range"
    value = numeral.value * factor
    if amount.bounds is not None and (hedge is None or amount.given):
        first, second = amount.bounds
        return value, first * factor, second * factor, "approx" if amount.given else "exact"
    qualifier = intervals.QUALIFIER[hedge] if hedge else "exact"
    if numeral.low is not None and numeral.high is not None:
        low, high = numeral.low * factor, numeral.high * factor
        vague: Qualifier = "approx" if value == low else "range"  # "a couple", "thousands"
        return value, low, high, qualifier if hedge else vague
    if amount.kind == "ratio" and amount.unit is None:
        reading = _ratio_reading(amount, hedge or "exact")
    else:
        printed = intervals.Written(written(numeral), numeral.scale * factor, _nature(amount))
        reading = intervals.hedged(printed, hedge or "exact")
    low, high = intervals.bounds(reading.nominal)
    return value, low, high, qualifier


def _nature(amount: Amount) -> intervals.Nature:
    if amount.kind in _SHARES:
        return "percent"
    whole = amount.kind in {"count", "number"} and "." not in amount.numeral.digits
    return "count" if whole else "measure"


def _ratio_reading(amount: Amount, hedge: Hedge) -> intervals.Reading:
    value = amount.numeral.value
    if value >= 1:
        return intervals.multiple(value, hedge)
    part = Fraction(value).limit_denominator(1_000_000)
    if part.numerator <= 0:  # "-4/5", or a part too small to be a fraction of everyday
        return intervals.hedged(intervals.Written(format(value, "f")), hedge)
    return intervals.fraction(part.numerator, part.denominator, hedge)


def written(numeral: Numeral) -> str:
    """Return the digits of a numeral without its scale, as ``intervals`` wants them."""
    if numeral.digits:
        return f"-{numeral.digits}" if numeral.value < 0 else numeral.digits
    value = numeral.value / numeral.scale
    return (
        format(value.normalize(), "f") if value == value.to_integral_value() else format(value, "f")
    )
