"""Numbers of a unit: lengths, rates, and distances such as "two years ago"."""

from __future__ import annotations

from factx.mentions.date import counts
from factx.mentions.date.calendar import DAYS, LENGTHS, MONTHS, RANK
from factx.mentions.date.shapes import Joined, Length, Repeat, SamePeriod, Shape, Shift
from factx.mentions.date.view import Head, View

_ADJECTIVES = 4  # words between a number and its noun: "12 large container ships"
# parts of a unit in whole smaller ones: "half a century later", "a quarter of an hour"
_PARTS = {
    "0.25": {"century": ("25", "year"), "year": ("3", "month"), "hour": ("15", "minute")},
    "0.5": {"century": ("50", "year"), "decade": ("5", "year"), "millennium": ("500", "year")},
    "0.75": {"century": ("75", "year"), "year": ("9", "month"), "hour": ("45", "minute")},
}
_COMPARED = frozenset(("week", "month", "quarter", "half"))  # units of "the same three months"
_EDGES = {"first": 1, "opening": 1, "last": -1, "final": -1, "closing": -1}


def numbered(view: View, head: Head, number: tuple[int, str]) -> list[Shape]:
    """Read a number with its unit: a length, a rate, a set or a distance."""
    i, floor, name, hyphen = head.at, head.floor, head.unit, head.hyphen
    start, amount = number
    article = view.lower[start] in ("a", "an") and amount == "1"
    amount, name = _PARTS.get(amount, {}).get(name, (amount, name))
    if view.lower[i] == "second" and not hyphen and amount not in ("1", "0.5"):
        return []  # "the twenty second of June"
    if name == "quarter" and (
        not head.plural
        or amount == "X"
        or view.among(i + 1, "scales")
        or (view.word(i + 1) in ("of", "the") and view.word(start - 1) not in _EDGES)
    ):
        return []  # a fourth part
    before = view.word(start - 1)
    if article and start - 1 >= 0 and _is_rate(view, start - 1, i + 1):
        first = start - 1 if view.among(start - 1, "times") else start
        if first < start and before == "times":
            more = counts.before(view, start - 1, floor)
            first = more[0] if more else first
        return [Repeat(max(first, floor), i + 1, length((("1", name),)))]
    if before in view.lex.lists["every"] and start - 1 >= floor:
        return [Repeat(start - 1, i + 1, length(((amount, name),)))]
    stop = i + 1
    if amount.isdecimal() and view.word(stop) == "and" and name not in ("second", "quarter"):
        amount, stop = and_a_half(view, amount, stop)
    if view.word(stop) == "-" and view.word(stop + 1) == "long":
        start, stop = (i if article else start), stop + 2
    shape = Length(start, stop, ((amount, name),))
    if shape.first > floor and (both := _two_lengths(view, shape, floor)):
        return [both]
    shift = _shifted(view, shape)
    if shift is not None:
        return [shift]
    return [_framed(view, shape, floor, hyphen=hyphen)]


def _two_lengths(view: View, shape: Length, floor: int) -> Shape | None:
    """Read "15 to 20 years", "ten or fifteen years": a second number before the first."""
    joint = view.word(shape.first - 1)
    if joint not in ("to", "or", "-", "and") or shape.first - 1 <= floor:
        return None
    other = counts.before(view, shape.first - 1, floor)
    if (
        other is None
        or view.word(other[0]) in ("a", "an")
        or not shape.amounts[0][0][0].isdecimal()
    ):
        return None
    if joint == "and" and view.word(other[0] - 1) != "between":
        return None
    low, high = other[1], shape.amounts[0][0]
    if low == "X" or float(low) >= float(high):
        return None
    begin = Length(other[0], shape.first - 1, ((low, shape.amounts[0][1]),))
    return Joined(other[0], shape.stop, begin, shape)


def _is_rate(view: View, j: int, after: int) -> bool:
    """Tell whether "a year" after the word at ``j`` means "each year": "$5 a year", "twice a day"."""
    word = view.word(j)
    if view.among(j, "times"):
        return True
    if view.word(after) in view.lex.shifts:
        return False  # "twelve days a month after the crash"
    if any(view.among(j, name) for name in ("rate_signs", "rate_units", "scales")):
        return True
    if word[:1].isdecimal():  # "$5 a year", "3,000 a year", but not "in 2010 a year"
        return view.among(j - 1, "signs") or len(word) != len("2010")
    return _is_counted(view, j)


def _is_counted(view: View, j: int) -> bool:
    """Tell whether the noun at ``j`` has a number: "1,200 trucks", "hundreds of small firms"."""
    if not (view.word(j).endswith("s") or view.among(j, "plurals_without_s")):
        return False
    for k in range(j - 1, max(-1, j - 1 - _ADJECTIVES), -1):
        word = view.lower[k]
        if not view.near(k, j) or view.tokens.sent[k] != view.tokens.sent[j]:
            return False
        if word in view.lex.numbers or view.among(k, "scales_of") or word in view.lex.vague:
            return True
        if word[0].isdecimal():
            return True
    return False


def _shifted(view: View, shape: Length) -> Shift | None:
    """Read the word after a length that makes it a date: "ago", "earlier", "from now"."""
    ((amount, name),) = shape.amounts
    word, after = view.word(shape.stop), view.word(shape.stop + 1)
    stop = shape.stop
    if word == "from" and after in ("now", "today"):
        return (
            Shift(shape.first, stop + 2, name, _steps(amount), "article") if amount != "X" else None
        )
    if word not in view.lex.shifts or not view.near(shape.first, stop):
        return None
    step, anchor = view.lex.shifts[word]
    if word in ("before", "after") and clause_follows(view, stop + 1):
        return None
    if word in ("earlier", "later") and after == "than":
        return None
    if amount.endswith(".5") and name in ("year", "decade"):
        smaller, per = ("month", 6) if name == "year" else ("year", 5)
        return Shift(shape.first, stop + 1, smaller, step * per * int(float(amount) * 2), anchor)
    if "." in amount and RANK[name] < RANK["day"]:
        return None
    if amount == "X" or "." in amount:
        return Shift(shape.first, stop + 1, name, 0, "past" if step < 0 else "future")
    first = shape.first - (view.word(shape.first - 1) in view.lex.approximations)
    return Shift(first, stop + 1, name, step * _steps(amount), anchor)


def and_a_half(view: View, amount: str, stop: int) -> tuple[str, int]:
    """Add the half of "a year and a half" to a whole amount that ends at ``stop``."""
    half = stop + 1 + (view.word(stop + 1) == "a")
    if view.word(stop) == "and" and view.word(half) == "half":
        return amount + ".5", half + 1
    return amount, stop


def clause_follows(view: View, i: int) -> bool:
    """Tell whether "before" or "after" goes on to an event, so that it is no adverb."""
    word = view.word(i)
    return word not in view.lex.lists["adverb_follows"]


def _steps(amount: str) -> int:
    try:
        return min(int(float(amount)), 10**7)
    except ValueError:
        return 0


def _framed(view: View, shape: Length, floor: int, *, hyphen: bool) -> Shape:
    """Take in the words before a length: "the next six months", "the first two hours"."""
    j = shape.first - 1
    if view.among(j, "same_words") and j >= floor and shape.amounts[0][1] in _COMPARED:
        first = view.determiner(j, floor)
        if not hyphen and view.among(first - 1, "before_the_same_length"):
            return SamePeriod(first, shape.stop)  # "than in the same three months"
    while j >= floor and (view.lower[j] in view.lex.relations or view.lower[j] in _EDGES):
        if view.lower[j] in ("following", "previous", "prior") and not view.among(
            j - 1, "determiners"
        ):
            break
        if view.lower[j] == "last" and _is_verb(view, j):
            break  # "will last three days"
        shape.edge = shape.edge or _EDGES.get(view.lower[j], 0)
        j -= 1
    if j < shape.first - 1 or view.word(j) in view.lex.lists["this_words"]:
        shape.first = j + 1
        shape.first = view.determiner(shape.first, floor)
    elif view.among(j, "the_words") and j >= floor and not (hyphen and view.among(j, "owners")):
        shape.first -= view.lower[shape.first] != "a"  # "takes her a quarter of an hour"
    return shape


def _is_verb(view: View, last: int) -> bool:
    """Tell "will last three days" and "due to last" from "compared to last three months"."""
    compared = view.word(last - 1) == "to" and view.among(last - 2, "before_a_base")
    return view.among(last - 1, "before_lasting") and not compared


def months(shape: Length) -> int:
    """Return the months of a length that is counted in months or longer units; 0 of a shorter one."""
    return sum(int(float(amount) * MONTHS.get(unit, 0)) for amount, unit in shape.amounts)


def days(shape: Length) -> int:
    """Return the days of a length that is counted in units shorter than months."""
    return sum(int(amount) * DAYS[unit] for amount, unit in shape.amounts if unit in DAYS)


def length(amounts: tuple[tuple[str, str], ...]) -> str:
    """Return the TIMEX3 value of a length; clock units follow the T."""
    date, time = "", ""
    for amount, name in amounts:
        prefix, letter, factor = LENGTHS[name]
        value = amount
        if factor != 1 and amount != "X":
            product = float(amount) * factor
            value = str(int(product)) if product.is_integer() else f"{product:g}"
        if factor != 1 and amount == "X" and name in ("decade", "century"):
            letter = "DE" if name == "decade" else "CE"
        if prefix == "PT":
            time += value + letter
        else:
            date += value + letter
    return "P" + date + ("T" + time if time else "")
