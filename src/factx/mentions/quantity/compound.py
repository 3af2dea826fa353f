"""One amount in two numbers: "thirteen dollars forty-five cents", "5 ft 2 in", "5.0 ± 0.4 kg"."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from factx.mentions.quantity.amount import Amount
from factx.mentions.quantity.currencies import currencies
from factx.mentions.quantity.units import units
from factx.nlp.tokens import Tokens

# Twelfths and sixteenths have no exact decimal; a millionth of a foot is enough.
_FINEST = Decimal("0.000001")
# What ties a value to its error.
_TOLERANCES = (["±"], ["+", "/-"], ["+/-"], ["plus", "or", "minus"])


def join(tokens: Tokens, amounts: list[Amount]) -> list[Amount]:
    """Add the smaller unit to the larger one before it; the unit stays the larger one."""
    out: list[Amount] = []
    for amount in amounts:
        before = out[-1] if out else None
        joined = None
        if before is not None:
            joined = _scaled(tokens, before, amount) or _joined(tokens, before, amount)
        if joined is None:
            out.append(amount)
        else:
            out[-1] = joined
    return out


def _scaled(tokens: Tokens, large: Amount, small: Amount) -> Amount | None:
    """Read ``14 million and 940 thousand and 31``: each number stays below the scale before it."""
    one, other = large.numeral, small.numeral
    whole = one.form == other.form == "digits" and one.whole and other.whole
    bare = not large.settled and large.upper is None and small.upper is None
    if not (whole and bare) or tokens.lower[large.stop : small.first] != ["and"]:
        return None
    going_on = other.scale > 1 or one.digits == ""  # "5 million and 3 men" are two amounts
    if not (going_on and other.scale < one.scale and other.value < one.scale):
        return None
    value = one.value + other.value
    numeral = replace(one, value=value, digits="", scale=other.scale, stop=other.stop)
    return replace(small, first=large.first, numeral=numeral)


def tolerances(tokens: Tokens, amounts: list[Amount]) -> list[Amount]:
    """Read ``5.0 ± 0.4 kg`` and ``1120 +/- 60 parsecs`` as one amount with its bounds."""
    out: list[Amount] = []
    for amount in amounts:
        value = out[-1] if out else None
        if value is None or tokens.lower[value.stop : amount.first] not in _TOLERANCES:
            out.append(amount)
            continue
        numeral, reach = value.numeral, amount.numeral
        bounds = numeral.value - abs(reach.value), numeral.value + abs(reach.value)
        numeral = replace(numeral, stop=reach.stop)
        out[-1] = replace(amount, first=value.first, numeral=numeral, bounds=bounds, given=True)
    return out


def _joined(tokens: Tokens, large: Amount, small: Amount) -> Amount | None:
    between = tokens.lower[large.stop : small.first]
    tied = large.unit == "ft" and between == ["-"] and tokens.glued(large.stop)  # "6-foot-4"
    if large.kind not in {"money", "measure"} or not (tied or between in ([], ["and"])):
        return None
    if large.upper is not None or not large.numeral.whole or large.numeral.scale != 1:
        return None
    if small.numeral.form not in {"digits", "words"} or small.numeral.value <= 0:
        return None
    share = _share(tokens, large, small, bare_link=bool(between))
    if (
        share is None
        or small.numeral.value * share >= 1
        or not tokens.same_sentence(large.first, small.first)
    ):
        return None
    value = large.numeral.value + small.numeral.value * share
    bounds = None
    if large.kind == "measure":
        value = value.quantize(_FINEST).normalize()
        fine = Decimal(1).scaleb(-len(small.numeral.digits.partition(".")[2])) * share / 2
        bounds = (value - fine).quantize(_FINEST), (value + fine).quantize(_FINEST)
    numeral = replace(large.numeral, value=value, digits="", form="words", stop=small.stop)
    return replace(large, stop=small.stop, numeral=numeral, bounds=bounds)


def _share(tokens: Tokens, large: Amount, small: Amount, *, bare_link: bool) -> Decimal | None:
    """Return what one of the smaller unit is of the larger one, or None if they are no pair."""
    if large.kind == "money":
        if small.kind == "money" and small.unit is not None:
            return currencies().minor.get(small.unit)
        return Decimal("0.01") if _bare_cents(tokens, large, small, bare_link) else None
    parts = units().parts.get(large.unit or "", {})
    if small.kind == "measure":
        return parts.get(small.unit or "")
    # "6-foot-4", "five foot two"
    bare = large.unit == "ft" and not small.settled and small.numeral.scale == 1
    return parts["in"] if bare and tokens.lower[large.stop - 1] in {"foot", "ft"} else None


def _bare_cents(tokens: Tokens, large: Amount, small: Amount, bare_link: bool) -> bool:
    """Recognise ``15 dollars and 50.``: two digits at the end of a clause, behind a named currency."""
    if small.settled or len(small.numeral.digits) != 2 or not small.numeral.digits.isdigit():
        return False
    if not bare_link and tokens.text[large.stop - 1] not in currencies().codes:
        return False
    after = tokens.lower[small.stop] if small.stop < len(tokens) else "."
    named = tokens.lower[large.stop - 1].isalpha()
    return named and not after[:1].isalnum() and after not in {"%", "-", "/"}
