"""How many of a unit: the small numbers before "years" and "weeks", read from right to left."""

from __future__ import annotations

from factx.mentions.date.view import View
from factx.nlp.numerals import is_ordinal

_LONGEST = 7  # tokens in "two - and - a - half"
_HUNDRED = 100
_QUARTERS = {"quarter": "0.25", "quarters": "0.75"}
_HALVES = {"½": ".5", "¼": ".25", "¾": ".75"}


def before(view: View, stop: int, floor: int) -> tuple[int, str] | None:
    """Read the number that ends before ``stop``: its first token and its value, X where vague."""
    last = stop - 1
    if last < floor:
        return None
    word = view.lower[last]
    lex = view.lex
    if (
        word == "half"
        and view.word(last - 1) in ("a", "-")
        and view.word(last - 2) in ("and", "-", "a")
    ) or (word == "half" and view.word(last - 1) == "and" and view.word(last - 2) in lex.numbers):
        return _and_a_half(view, last, floor)
    if word[0].isdecimal() or word in _HALVES:
        return _digits(view, last, floor)
    if word in lex.numbers:
        return _words(view, last, floor)
    if word in ("a", "an"):
        if view.word(last - 1) == "half" and last - 1 >= floor:
            return last - 1, "0.5"
        if view.word(last - 1) == "of" and view.word(last - 2) in _QUARTERS:
            return _quarters(view, last - 2, floor)
        return last, "1"
    if word == "quarter" and "century" in (view.word(stop), view.word(stop + 1)):
        return _quarters(view, last, floor)
    if word == "another":
        return last, "1"
    if word == "of" and view.word(last - 1) == "couple":
        last -= 1
        word = "couple"
    if word in lex.vague and word not in ("some", "many"):
        first = (
            last - 1
            if last - 1 >= floor and view.word(last - 1) in view.lex.lists["before_vague"]
            else last
        )
        if first < last and view.word(first) != "a":
            first = last
        return first, lex.vague[word]
    if word == "half" and _is_alone(view, last):
        return last, "0.5"
    if word in ("some", "many") and last >= floor:
        return last, "X"
    return None


def _quarters(view: View, last: int, floor: int) -> tuple[int, str] | None:
    """Read "a quarter of" and "three-quarters of", which ends at ``last`` without its "of"."""
    first = last - 1 - (view.word(last - 1) == "-")
    amount = _QUARTERS[view.lower[last]]
    if first < floor or view.word(first) not in ("a", "one", "three"):
        return None
    return (first, amount) if (view.word(first) == "three") == (amount == "0.75") else None


def _is_alone(view: View, last: int) -> bool:
    """Tell "half year" from "the first half year"."""
    return ordinal(view, last - 1) is None and view.word(last - 1) not in ("and", "-")


def _and_a_half(view: View, last: int, floor: int) -> tuple[int, str] | None:
    first = last
    while first > floor and view.word(first - 1) in ("a", "and", "-"):
        first -= 1
    whole = before(view, first, floor)
    return (whole[0], whole[1] + ".5") if whole and whole[1].isdecimal() else None


def _digits(view: View, last: int, floor: int) -> tuple[int, str] | None:
    word = view.lower[last]
    if word in _HALVES:
        whole = view.word(last - 1)
        if last - 1 >= floor and whole.isdecimal():
            return last - 1, whole + _HALVES[word]
        return last, "0" + _HALVES[word]
    plain = word.replace(",", "")
    whole, _, rest = plain.partition(".")
    if (
        not whole.isascii()
        or not whole.isdecimal()
        or (rest and not rest.isdecimal())
        or len(plain) > 9
    ):
        return None
    return last, plain


def _words(view: View, last: int, floor: int) -> tuple[int, str] | None:
    """Read "twenty-two", "a hundred and five", "1.5 million"; scales multiply what precedes them."""
    numbers = view.lex.numbers
    first = last
    while first - 1 >= floor and last - first < _LONGEST:
        word = view.lower[first - 1]
        scaled = view.lower[first] in view.lex.lists["scales"]  # "38 two years ago" is no 382
        said = word in numbers and _is_one(numbers[word], numbers.get(view.lower[first], 0))
        if said or (word[0].isdecimal() and scaled):
            first -= 1
        elif word in ("-", "and") and view.word(first - 2) in numbers and first - 2 >= floor:
            # "one and two years" are two lengths, "a hundred and two" one number
            left, right = numbers[view.lower[first - 2]], numbers.get(view.lower[first], 0)
            if word == "-" and not (20 <= left < 100 and right < 10):
                break
            if word == "and" and left < 100:
                break
            first -= 2
        else:
            break
    if view.lower[first] in view.lex.lists["scales"] and view.word(first - 1) == "of":
        return None  # "a couple of million years"
    if view.lower[first] in view.lex.lists["scales"] and view.word(first - 1) == "a":
        first -= first - 1 >= floor
    value = _value([w for w in view.lower[first : last + 1] if w not in ("-", "and")], numbers)
    return (first, value) if value else None


def _is_one(left: int, right: int) -> bool:
    """Tell "thirty two years" and "two hundred" from "one in ten two years ago", "1.5 million two"."""
    return right >= _HUNDRED or left == _HUNDRED or (20 <= left < 100 and right < 10)


def _value(words: list[str], numbers: dict[str, int]) -> str | None:
    total, current = 0.0, 0.0
    for word in words:
        if word == "a":
            current = 1
        elif word[0].isdecimal():
            try:
                current = float(word.replace(",", ""))
            except ValueError:
                return None
        elif (number := numbers[word]) >= 1000:
            total, current = total + (current or 1) * number, 0
        elif number == _HUNDRED:
            current = (current or 1) * 100
        else:
            current += number
    value = total + current
    return str(int(value)) if value.is_integer() else str(value)


def ordinal_before(view: View, last: int, floor: int) -> tuple[int, int] | None:
    """Read the ordinal that ends at ``last``: "third", "twenty-first"; its value and first token."""
    nth = ordinal(view, last)
    if nth is None or last < floor:
        return None
    if view.word(last - 1) == "-" and last - 2 >= floor:
        tens = view.lex.numbers.get(view.word(last - 2), 0)
        if 20 <= tens < 100 and 1 <= nth <= 9:
            return tens + nth, last - 2
    return nth, last


def ordinal(view: View, index: int) -> int | None:
    """Read the ordinal at ``index`` ("third", "3rd"); -1 is the last one."""
    word = view.word(index)
    if word in view.lex.ordinals:
        return view.lex.ordinals[word]
    if is_ordinal(word) and len(word) < 6:
        return int(word[:-2])
    return None
