"""Ages that go on from one before: "aged nine, ten and 13", "Jane Doe, 15, and John Roe, 16 are missing"."""

from __future__ import annotations

from itertools import pairwise

from factx.mentions.quantity.ages import NEVER, OLDEST_NAMED, ages, stands_alone
from factx.mentions.quantity.amount import Amount
from factx.nlp.tokens import Tokens

_FEW = 5
# Words from one age of a list of people to the next.
_LIST = 9


def carry(tokens: Tokens, amounts: list[Amount]) -> None:
    """Read on from an age: ``aged nine, ten and 13``, ``kids under 18 or 16``."""
    known = ages()
    for left, right in pairwise(amounts):
        if not left.age or right.settled or right.upper is not None:
            continue
        between = tokens.lower[left.stop : right.first]
        if _next_person(tokens, left, right):
            right.kind, right.unit, right.age = "measure", left.unit, True
        if between not in ([","], ["and"], ["or"], [",", "and"], ["to"]):
            continue
        numeral = right.numeral
        whole = numeral.form in {"digits", "words"} and numeral.scale == 1 and numeral.whole
        after = tokens.lower[right.stop] if right.stop < len(tokens) else "."
        ends = after in known.going_on if after[:1].isalpha() else after not in NEVER
        if after in known.were:  # "aged 15 and 16 were hurt", not "aged 60, two were not"
            ends = between == ["and"] and numeral.value >= _FEW
        if whole and 0 < numeral.value <= OLDEST_NAMED and ends:
            right.kind, right.unit, right.age = "measure", left.unit, True


def _next_person(tokens: Tokens, left: Amount, right: Amount) -> bool:
    """Recognise the next age of a list of people: ``Jane Doe, 15, and John Roe, 16 are missing``."""
    names = range(left.stop, right.first - 1)
    if not 2 < len(names) < _LIST or tokens.lower[right.first - 1] != ",":
        return False
    if not right.numeral.digits.isdigit() or not 0 < right.numeral.value <= OLDEST_NAMED:
        return False
    listed = tokens.lower[left.stop] in {",", "and"} and tokens.text[right.first - 2].isalpha()
    named = all(tokens.text[i][:1].isupper() or tokens.lower[i] in {",", "and"} for i in names)
    return listed and named and stands_alone(tokens, right.stop)
