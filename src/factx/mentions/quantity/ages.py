"""Ages: "13-year-old", "aged 60", "Jane Doe, 45, said", "who turned 45", "two between 51 and 60"."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from importlib import resources

from factx.mentions.quantity.amount import Amount, hyphened
from factx.nlp.numerals import Numeral
from factx.nlp.tokens import Tokens

# Nobody is older; a "year-old" thing may be.
_OLDEST, _OLDEST_NAMED = Decimal(130), Decimal(115)
_BACK = 5


@dataclass(frozen=True, slots=True)
class Ages:
    """The words of ``measure.toml`` that make a number an age."""

    before: frozenset[str]
    nouns: frozenset[str]
    between: frozenset[str]
    units: dict[str, str]
    old: frozenset[str]
    verbs: frozenset[str]
    persons: frozenset[str]
    after: frozenset[str]
    not_after: frozenset[str]


@cache
def ages() -> Ages:
    """Return the packaged words, read once."""
    table = resources.files("factx.mentions.quantity").joinpath("measure.toml")
    data = tomllib.loads(table.read_text(encoding="utf-8"))["age"]
    words = {key: frozenset(value) for key, value in data.items() if key != "units"}
    return Ages(units=data["units"], **words)


def read(tokens: Tokens, numeral: Numeral) -> Amount | None:
    """Read a number of years, months or days as an age, with the words that make it one."""
    known = ages()
    named = _year_old(tokens, numeral, known)
    if named is not None:
        return named
    bare = numeral.form in {"digits", "words"} and numeral.scale == 1 and not numeral.letter
    if not bare or not 0 < numeral.value <= _OLDEST or not numeral.whole:
        return None
    if (
        _after_age_word(tokens, numeral, known)
        or _apposed(tokens, numeral)
        or _of_subject(tokens, numeral, known)
    ):
        return Amount(numeral.first, numeral.stop, numeral, "measure", "year", age=True)
    return None


def _year_old(tokens: Tokens, numeral: Numeral, known: Ages) -> Amount | None:
    lower, first = tokens.lower, numeral.first
    at = hyphened(tokens, numeral.stop)
    unit = known.units.get(lower[at]) if at < len(lower) else None
    if unit is None:
        return None
    stop = at + 1
    behind = hyphened(tokens, stop)
    if behind < len(lower) and lower[behind] in known.old:
        return Amount(first, behind + 1, numeral, "measure", unit, age=True)
    if lower[stop : stop + 2] == ["of", "age"]:
        return Amount(first, stop + 2, numeral, "measure", unit, age=True)
    if lower[at] in known.old or (first and lower[first - 1] in known.before):
        return Amount(first, stop, numeral, "measure", unit, age=True)
    return None


def _after_age_word(tokens: Tokens, numeral: Numeral, known: Ages) -> bool:
    """Look back over "aged between", "ages", "the age of", "aged 20 to"."""
    lower, first = tokens.lower, numeral.first
    if numeral.stop < len(lower) and lower[numeral.stop] in known.not_after:
        return False
    at = first - 1
    while at >= max(0, first - _BACK) and lower[at] in known.between:
        at -= 1
    if at < 0 or lower[at] not in known.before:
        return False
    return lower[at] not in known.nouns or at + 1 == first or lower[at + 1] in known.between


def _apposed(tokens: Tokens, numeral: Numeral) -> bool:
    """Recognise the age behind a name: ``Jane Doe, 45, said``, ``John Doe (45)``."""
    first, stop = numeral.first, numeral.stop
    if not numeral.digits.isdigit() or numeral.value > _OLDEST_NAMED:
        return False
    if first < 2 or stop >= len(tokens):
        return False
    opening, closing = tokens.lower[first - 1], tokens.lower[stop]
    if not ((opening == "," and closing in {",", "."}) or (opening == "(" and closing == ")")):
        return False
    name = tokens.text[first - 2]
    if stop + 1 < len(tokens) and tokens.text[stop + 1][:1].isdigit():
        return False
    if tokens.doc.has_annotation("ENT_IOB"):
        named = tokens.doc[first - 2].ent_type_ == "PERSON"
    else:
        named = name[:1].isupper() and first >= 3 and tokens.text[first - 3][:1].isupper()
    return named and name.isalpha() and len(name) > 1


def _of_subject(tokens: Tokens, numeral: Numeral, known: Ages) -> bool:
    """Recognise the age said of a person: ``she was 10``, ``who turned 45 in May``."""
    first, stop, lower = numeral.first, numeral.stop, tokens.lower
    if first < 2 or numeral.value > _OLDEST_NAMED or lower[first - 1] not in known.verbs:
        return False
    after = lower[stop] if stop < len(lower) else "."
    if after[:1].isalpha() and after not in known.after:
        return False
    if not after[:1].isalpha() and after in {"%", "-", "/", ":"}:
        return False
    near = range(max(0, first - 3), first - 1)
    return any(lower[i] in known.persons and tokens.same_sentence(i, first) for i in near)
