"""Ages: "13-year-old", "aged 60", "Jane Doe, 45, said", "the boy was 12", "people over 65"."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from factx import packaged
from factx.mentions.quantity import phrase
from factx.mentions.quantity.amount import Amount, hyphened
from factx.mentions.quantity.lists import lists
from factx.nlp.cues import hedge
from factx.nlp.nouns import plural, singular
from factx.nlp.numerals import Numeral
from factx.nlp.tokens import Tokens

# Words of a subject before its verb.
_SUBJECT = 12
# Nobody is older; a "year-old" thing may be.
_OLDEST, OLDEST_NAMED = Decimal(130), Decimal(115)
_BACK = 5
_CENTURY = 100
# The words of two names: "Ann Roe and Jane Mary Doe, 40 and 49,".
_PAIRED = 5
_PLACES = frozenset({"GPE", "LOC"})
# What follows no age that stands alone.
NEVER = frozenset({"%", "-", "/", ":", "aged"})


@dataclass(frozen=True, slots=True)
class Ages:
    """The words of ``ages.toml`` that make a number an age."""

    units: dict[str, str]
    old: frozenset[str]
    before: frozenset[str]
    nouns: frozenset[str]
    between: frozenset[str]
    verbs: frozenset[str]
    turning: frozenset[str]
    auxiliaries: frozenset[str]
    persons: frozenset[str]
    after: frozenset[str]
    closing: frozenset[str]
    people: frozenset[str]
    groups: frozenset[str]
    bounds: frozenset[str]
    at: frozenset[str]
    behind: frozenset[str]
    going_on: frozenset[str]
    were: frozenset[str]


@cache
def ages() -> Ages:
    """Return the packaged words, read once."""
    data = packaged.table(__package__, "ages")
    return packaged.fill(Ages, data, units=data["units"])


def read(tokens: Tokens, numeral: Numeral) -> Amount | None:
    """Read a number of years, months or days as an age, with the words that make it one."""
    known = ages()
    named = _year_old(tokens, numeral, known)
    if named is not None:
        return named
    bare = numeral.form in {"digits", "words"} and numeral.scale == 1 and not numeral.letter
    if not bare or not 0 < numeral.value <= _OLDEST or not numeral.whole:
        return None
    if tokens.lower[numeral.stop : numeral.stop + 1] == ["'"] and tokens.glued(numeral.stop):
        return None  # "was 6'3" tall"
    if _after_age_word(tokens, numeral, known):
        return _years(numeral)
    if numeral.first < 2 or numeral.value > OLDEST_NAMED:
        return None
    if (
        _apposed(tokens, numeral, known)
        or _of_subject(tokens, numeral, known)
        or _at_death(tokens, numeral, known)
        or _bounds_group(tokens, numeral, known)
    ):
        return _years(numeral)
    return None


def _years(numeral: Numeral) -> Amount:
    return Amount(numeral.first, numeral.stop, numeral, "measure", "year", age=True)


def stands_alone(tokens: Tokens, stop: int) -> bool:
    """Tell whether nothing behind a number is counted by it or makes it part of something."""
    after = tokens.lower[stop] if stop < len(tokens) else "."
    if after in NEVER or after in ages().between or after in lists().fill - {"or"}:
        return False
    return not after[:1].isalpha() or after == "or" or phrase.find(tokens, stop) is None


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
    at = first - 1
    while at >= max(0, first - _BACK) and lower[at] in known.between:
        at -= 1
    if at < 0 or lower[at] not in known.before:
        return False
    return lower[at] not in known.nouns or at + 1 == first or lower[at + 1] in known.between


def _apposed(tokens: Tokens, numeral: Numeral, known: Ages) -> bool:
    """Recognise the age behind a person: ``Jane Doe, 45, said``, ``the driver, 34,``, ``Doe (45)``."""
    first, stop, lower = numeral.first, numeral.stop, tokens.lower
    if not numeral.digits.isdigit() or stop >= len(lower):
        return False
    closing = lower[stop]
    if lower[first - 1] in {"now", "then"} and first > 2:
        first -= 1  # "John Smith, now 22,"
    opening = lower[first - 1]
    following = lower[stop + 1] if stop + 1 < len(lower) else ""
    if opening == ",":
        pair = (
            closing == "and"
            and following.isdigit()
            and lower[stop + 2 : stop + 3] in ([","], ["."])
        )
        if closing not in {",", "."} and not pair:
            return closing in known.closing and _is_named(tokens, first - 2)
        if following == "or" or (following[:1].isdigit() and not pair):
            return False
        person = _is_person(tokens, first - 2, known, several=pair)
        return person or _is_named(tokens, _before_home(tokens, first - 2))
    # "Smith (106)" has rather scored as much
    young = numeral.value < _CENTURY
    return opening == "(" and closing == ")" and young and _is_named(tokens, first - 2)


def _is_person(tokens: Tokens, at: int, known: Ages, *, several: bool = False) -> bool:
    """Tell whether the token ends a person's name or is a noun for one person, or for several."""
    if not tokens.same_sentence(at, at + 1):
        return False
    word = tokens.lower[at]
    noun = singular(word) in known.people if several else word in known.people
    paired = not several or "and" in tokens.lower[max(0, at - _PAIRED) : at]
    return (noun and several == plural(word)) or (paired and _is_named(tokens, at))


def _before_home(tokens: Tokens, last: int) -> int:
    """Return the word before where somebody is from: "Ole Lund of Santa Maria, 46,"; else ``last``."""
    at = last
    while at > max(0, last - _PAIRED) and tokens.doc[at].ent_type_ in _PLACES:
        at -= 1
    return at - 1 if 0 < at < last and tokens.lower[at] in {"of", "from"} else last


def _is_named(tokens: Tokens, at: int) -> bool:
    name = tokens.text[at]
    if not name.isalpha() or len(name) < 2:
        return False
    if tokens.doc.has_annotation("ENT_IOB"):
        return tokens.doc[at].ent_type_ == "PERSON"
    return name[:1].isupper() and at > 0 and tokens.text[at - 1][:1].isupper()


def _of_subject(tokens: Tokens, numeral: Numeral, known: Ages) -> bool:
    """Recognise the age said of a person: ``she was 10``, ``who turned 45 in May``, ``the boy is 12``."""
    stop, lower = numeral.stop, tokens.lower
    _, first = hedge(tokens, numeral.first, stop)
    if first < 2 or lower[first - 1] not in known.verbs:
        return False
    if numeral.form == "words" and numeral.value == 1:
        return False
    after = lower[stop] if stop < len(lower) else "."
    relative = lower[first - 2] == "who" and _speaks_on(tokens, stop)
    if after in {"%", "-", "/", ":"}:
        return False
    if after[:1].isalpha() and after not in known.after and not relative:
        return False
    if lower[first - 1] in known.turning and _speaks_of_person(tokens, first - 1, known):
        return True
    at = first - 2
    while at > max(0, first - _BACK) and lower[at] in known.auxiliaries:
        at -= 1
    if not tokens.same_sentence(at, first):
        return False
    return lower[at] in known.persons or _is_person(tokens, at, known)


def _speaks_of_person(tokens: Tokens, verb: int, known: Ages) -> bool:
    """Tell whether a subject has a person in it: ``the oldest veteran of the war turned 108``."""
    lower = tokens.lower
    return any(
        lower[index] in known.people
        and (
            index + 1 == verb
            or not tokens.text[index + 1].isalpha()
            or lower[index + 1] in known.behind
        )
        and tokens.same_sentence(index, verb)
        for index in range(max(0, verb - _SUBJECT), verb)
    )


def _speaks_on(tokens: Tokens, at: int) -> bool:
    """Tell whether a verb follows, as behind a relative clause: ``Doe, who was 72 played``."""
    return at < len(tokens) and tokens.doc[at].tag_ in {"VBD", "VBN", "VBZ"}


def _at_death(tokens: Tokens, numeral: Numeral, known: Ages) -> bool:
    """Recognise ``dies at 78`` and ``retired at 60``."""
    first = numeral.first
    lower = tokens.lower
    said = lower[first - 1] == "at" and lower[first - 2] in known.at
    return said and tokens.same_sentence(first - 2, first) and stands_alone(tokens, numeral.stop)


def _bounds_group(tokens: Tokens, numeral: Numeral, known: Ages) -> bool:
    """Recognise ``people over 65`` and ``children under 16``."""
    first, lower = numeral.first, tokens.lower
    if lower[first - 1] not in known.bounds or not tokens.same_sentence(first - 2, first):
        return False
    word = lower[first - 2]
    group = word in known.groups or (plural(word) and singular(word) in known.people)
    return group and stands_alone(tokens, numeral.stop)
