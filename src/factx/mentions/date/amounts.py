"""Dates and lengths by their unit: "two years ago", "last week", "the third quarter", "24 hours"."""

from __future__ import annotations

from factx.mentions.date import counts
from factx.mentions.date.calendar import LENGTHS, RANK
from factx.mentions.date.shapes import Joined, Length, Named, Nth, Repeat, SamePeriod, Shape, Shift
from factx.mentions.date.view import View

_FILLERS = 2  # "six straight trading days"
_EDGES = {"first": 1, "opening": 1, "last": -1, "final": -1, "closing": -1}


def unit(view: View, i: int, floor: int) -> list[Shape]:
    """Read the phrase whose head is the unit at ``i``."""
    word = view.lower[i]
    name = view.lex.units[word]
    if _is_age(view, i) or (word in ("second", "sec", "min", "hr", "h") and not _counted(view, i)):
        return []
    hyphen = view.word(i - 1) == "-" and view.word(i - 2) != "" and i - 1 > floor
    end = i - 1 if hyphen else i
    plural = word.endswith("s") or word in ("millennia", "centuries")
    if name == "century" and (found := _century(view, i, floor)):
        return [found]
    for skipped in range(_FILLERS + 1):
        stop = end - skipped
        if skipped and (
            stop < floor
            or not (
                view.among(stop, "fillers")
                or (
                    plural
                    and view.word(stop) in view.lex.lists["coming_words"]
                    and (
                        view.word(stop - 1) in view.lex.numbers
                        or (len(view.word(stop - 1)) < 4 and view.word(stop - 1).isdigit())
                    )
                )
            )
        ):
            break
        if nth := counts.ordinal_before(view, stop - 1, floor):
            if shape := _ordinal(view, i, nth[1], floor, nth[0], name, plural):
                return [shape]
        if number := counts.before(view, stop, floor):
            return _numbered(view, i, number, floor, name, plural, hyphen)
    if view.word(end - 1) in view.lex.lists["whole"] and end - 1 >= floor and not plural:
        return [Length(view.determiner(end - 1, floor), i + 1, (("1", name),))]
    if name == "week" and (numbered := _week_number(view, i)):
        return [numbered]
    if hyphen:
        return _hyphenated(view, i, floor, name)
    return _related(view, i, floor, name, plural)


def _counted(view: View, i: int) -> bool:
    """Tell whether a number stands before the unit at ``i``: "one second", not "the second"."""
    word = view.word(i - 1) if view.word(i - 1) != "-" else view.word(i - 2)
    return (
        word[:1].isdigit() or word in view.lex.numbers or word == "per" or (word == "a" and False)
    )


def _is_age(view: View, i: int) -> bool:
    """Tell ages: "9 years old", "a 13-year-old", "22 years of age", "aged 9 years"."""
    after, more = view.word(i + 1), view.word(i + 2)
    if (
        after == "old"
        or (after == "-" and more in ("old", "olds"))
        or (after == "of" and more == "age")
    ):
        return True
    return "aged" in view.lower[max(0, i - 5) : i] or view.word(i - 2) == "age"


def _century(view: View, i: int, floor: int) -> Shape | None:
    """Read "the 20th century", "17th-century", "the nineteenth century BC"."""
    j = i - 2 if view.word(i - 1) == "-" else i - 1
    found = counts.ordinal_before(view, j, floor)
    if found is None or not 1 <= found[0] <= 30:
        return None
    nth, j = found
    stop = i + 1
    index = nth - 1
    if view.word(stop) in ("bc", "b.c.", "bce"):
        index, stop = -(nth - 1), stop + 1
    return Named(view.determiner(j, floor), stop, "century", index=index)


def _ordinal(
    view: View, i: int, j: int, floor: int, nth: int, name: str, plural: bool
) -> Shape | None:
    """Read "the first quarter", "the third week" and, where a number follows, leave it."""
    word = view.lower[j]
    first = view.determiner(j, floor)
    if name == "quarter" and not plural and (1 <= nth <= 4 or word in ("final", "last")):
        if word == "last" and view.word(i + 1) != "of":
            return None
        start, relation = view.relation(j, floor)
        return Named(
            min(start, first), i + 1, "quarter", index=nth - 1 if nth > 0 else 3, relation=relation
        )
    if plural or word == "last":
        return None
    return Nth(first, i + 1, name, nth)


def half(view: View, i: int, floor: int) -> list[Shape]:
    """Read "the first half" of a year: the year must follow or be in view."""
    nth = 2 if view.word(i - 1) == "latter" else counts.ordinal(view, i - 1)
    if i - 1 < floor or nth not in (1, 2, -1):
        return []
    after, more = view.word(i + 1), view.word(i + 2)
    ends = after in ("of", "in") and (
        more[:1].isdigit()
        or (
            more in view.lex.lists["half_of"]
            and (
                view.lex.units.get(view.word(i + 3)) == "year"
                or (len(view.word(i + 3)) == 4 and view.word(i + 3).isdigit())
                or view.word(i + 3) in view.lex.lists["this_year_words"]
            )
        )
    )
    if after == "-" and view.lex.units.get(more) == "year":
        return []
    money = after in view.lex.lists["results"]
    if not ends and not money and not (after in ("this", "last", "next") and more == "year"):
        return []
    return [Named(view.determiner(i - 1, floor), i + 1, "half", index=0 if nth == 1 else 1)]


def period(view: View, i: int, floor: int) -> list[Shape]:
    """Read "the same period": it asks for a year after it, or stands for the one in view."""
    if view.word(i - 1) not in view.lex.lists["same_words"] or i - 1 < floor:
        return []
    return [SamePeriod(view.determiner(i - 1, floor), i + 1)]


def _numbered(
    view: View, i: int, number: tuple[int, str], floor: int, name: str, plural: bool, hyphen: bool
) -> list[Shape]:
    start, amount = number
    article = view.lower[start] in ("a", "an") and amount == "1"
    if view.lower[i] == "second" and not hyphen and amount not in ("1", "0.5"):
        return []  # "the twenty second of June"
    if name == "quarter" and (not plural or amount == "X" or view.word(i + 1) in ("of", "the")):
        return []  # a fourth part
    before = view.word(start - 1)
    if article and start - 1 >= 0 and _is_rate(view, start - 1):
        first = start - 1 if view.among(start - 1, "times") else start
        if first < start and before == "times":
            more = counts.before(view, start - 1, floor)
            first = more[0] if more else first
        return [Repeat(max(first, floor), i + 1, _length((("1", name),)))]
    if before in ("every", "each") and start - 1 >= floor:
        return [Repeat(start - 1, i + 1, _length(((amount, name),)))]
    if before in view.lex.lists["signs"] or (
        hyphen and view.word(i + 1) == "-" and view.word(i + 2) in ("on", "to")
    ):
        return []
    if view.word(start - 1) in ("number", "nos.", "no.") or (article and view.lower[i] == "second"):
        return []
    stop = i + 1
    if amount.isdigit() and view.word(stop) == "and" and name not in ("second", "quarter"):
        half = stop + 1 + (view.word(stop + 1) == "a")
        if view.word(half) == "half":
            amount, stop = amount + ".5", half + 1
    shape = Length(start, stop, ((amount, name),))
    if shape.first > floor and (both := _two_lengths(view, shape, floor)):
        return [both]
    shift = _shifted(view, shape)
    if shift is not None:
        return [shift]
    return [_framed(view, shape, floor)]


def _two_lengths(view: View, shape: Length, floor: int) -> Shape | None:
    """Read "15 to 20 years", "ten or fifteen years": a second number before the first."""
    joint = view.word(shape.first - 1)
    if joint not in ("to", "or", "-", "and") or shape.first - 1 <= floor:
        return None
    other = counts.before(view, shape.first - 1, floor)
    if other is None or view.word(other[0]) in ("a", "an") or not shape.amounts[0][0][0].isdigit():
        return None
    if joint == "and" and view.word(other[0] - 1) != "between":
        return None
    low, high = other[1], shape.amounts[0][0]
    if low == "X" or float(low) >= float(high):
        return None
    begin = Length(other[0], shape.first - 1, ((low, shape.amounts[0][1]),))
    return Joined(other[0], shape.stop, begin, shape)


def _is_rate(view: View, j: int) -> bool:
    """Tell whether "a year" after the word at ``j`` means "each year": "$5 a year", "twice a day"."""
    word = view.word(j)
    if view.among(j, "times") or word in view.lex.lists["rate_signs"]:
        return True
    if word in view.lex.lists["rate_units"]:
        return True
    if word in view.lex.lists["scales"]:
        return True
    return (word[:1].isdigit() and view.word(j - 1) in view.lex.lists["signs"]) or word == "p"


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
    if word in ("before", "after") and _clause_follows(view, stop + 1):
        return None
    if word in ("earlier", "later") and after == "than":
        return None
    if amount.endswith(".5") and name in ("year", "decade"):
        smaller, per = ("month", 6) if name == "year" else ("year", 5)
        return Shift(shape.first, stop + 1, smaller, step * per * int(float(amount) * 2), anchor)
    if amount == "X" or "." in amount:
        return Shift(shape.first, stop + 1, name, 0, "past" if step < 0 else "future")
    first = shape.first - (view.word(shape.first - 1) in view.lex.approximations)
    return Shift(first, stop + 1, name, step * _steps(amount), anchor)


def _clause_follows(view: View, i: int) -> bool:
    """Tell whether "before" or "after" goes on to an event, so that it is no adverb."""
    word = view.word(i)
    return word not in view.lex.lists["adverb_follows"]


def _steps(amount: str) -> int:
    try:
        return min(int(float(amount)), 10**7)
    except ValueError:
        return 0


def _framed(view: View, shape: Length, floor: int) -> Shape:
    """Take in the words before a length: "the next six months", "the first two hours"."""
    j = shape.first - 1
    while j >= floor and (view.lower[j] in view.lex.relations or view.lower[j] in _EDGES):
        if view.lower[j] in ("following", "previous", "prior") and not view.among(
            j - 1, "determiners"
        ):
            break
        shape.edge = shape.edge or _EDGES.get(view.lower[j], 0)
        j -= 1
    if j < shape.first - 1 or view.word(j) in view.lex.lists["this_words"]:
        shape.first = j + 1
        shape.first = view.determiner(shape.first, floor)
    elif view.word(j) in view.lex.lists["the_words"] and j >= floor:
        shape.first = j
    return shape


def _hyphenated(view: View, i: int, floor: int, name: str) -> list[Shape]:
    """Read "third-quarter" and "decades-long"; other compounds of a unit are no time."""
    nth = counts.ordinal(view, i - 2)
    if name == "quarter" and nth is not None and i - 2 >= floor and (1 <= nth <= 4 or nth == -1):
        start, relation = view.relation(i - 2, floor)
        return [Named(start, i + 1, "quarter", index=nth - 1 if nth > 0 else 3, relation=relation)]
    return []


def _week_number(view: View, i: int) -> Shape | None:
    """Read "week 10"; with a capital it is a week of play unless it is one end of a range."""
    number = view.word(i + 1)
    if not number.isdigit() or len(number) > 2 or not 1 <= int(number) <= 53:
        return None
    if view.capital(i) and view.word(i - 1) not in view.lex.lists["between_weeks"]:
        return None
    return Named(i, i + 2, "week", index=int(number))


_YEARS = {"fiscal": "FY", "financial": "FY", "calendar": "", "school": "SY", "academic": "SY"}


def _kind_of_year(view: View, i: int, floor: int) -> Shape | None:
    """Read "last fiscal year", "this school year"."""
    kind = view.word(i - 1)
    if kind not in _YEARS or i - 1 < floor:
        return None
    start, relation = view.relation(i - 1, floor)
    if relation is None:
        return None
    step, anchor = view.lex.relations[relation]
    return Shift(start, i + 1, "year", step, anchor, kind=_YEARS[kind])


def _related(view: View, i: int, floor: int, name: str, plural: bool) -> list[Shape]:
    """Read "last week", "that year", "every day", bare "weeks", "the year before"."""
    if name == "year" and not plural and (kind := _kind_of_year(view, i, floor)):
        return [kind]
    start, relation = view.relation(i, floor)
    before, after = view.word(start - 1), view.word(i + 1)
    known = start - 1 >= floor
    if after == "-" and view.word(i + 2) in ("ago", "earlier") and name == "year":
        return [Shift(i, i + 3, name, -1, "text")]  # "the year-earlier quarter"
    if after == "-" and view.word(i + 2) == "end" and name in ("year", "month", "quarter", "week"):
        return [Shift(i, i + 3, name, 0, "view", mod="END")]
    if after == "-" and view.word(i + 2) != "long" and view.glued(i + 1):
        return []
    if relation is None and known and before in view.lex.lists["each"]:
        if before in ("other", "alternate"):
            return (
                [Repeat(start - 2, i + 1, _length((("2", name),)))]
                if view.word(start - 2) == "every" and start - 2 >= floor
                else []
            )
        if before == "per" and name in ("hour", "minute", "second", "quarter"):
            return []  # a speed
        return [Repeat(start - 1, i + 1, _length((("1", name),)))]
    if view.lower[i] in ("second", "minute", "hour") and relation not in (
        None,
        "last",
        "past",
        "next",
    ):
        return []
    if relation:
        return _by_relation(view, i, start, relation, name, plural)
    if plural:
        return _bare(view, i, floor, name)
    if (before == "the" and known) or view.word(i - 1) == "the":
        return _the(view, i, floor, name)
    if (
        before == "of"
        and view.word(i - 2) in view.lex.lists["ends_of"]
        and name in ("year", "month", "quarter")
    ):
        return [Shift(i, i + 1, name, 0, "view")]
    if view.word(i - 1) == "mid" or (name == "weekend" and view.word(i - 1) in ("at", "over")):
        return [Shift(i, i + 1, name, 0, "view")]
    return []


def _by_relation(
    view: View, i: int, start: int, relation: str, name: str, plural: bool
) -> list[Shape]:
    step, anchor = view.lex.relations[relation]
    if relation in view.lex.lists["single_relations"] and plural:
        return []
    if (
        plural
        or name in ("second", "minute", "hour")
        or (
            relation in ("past", "last")
            and view.word(i - 2) in ("the", "this")
            and name != "weekend"
            and not (name == "week" and view.word(i - 2) == "this")
        )
    ):
        if relation in view.lex.lists["strict_relations"] and plural and view.word(i - 2) != "the":
            return []
        return [
            Length(
                start,
                i + 1,
                (("X" if plural else "1", name),),
                edge=-1 if relation == "last" else 0,
            )
        ]
    if (
        relation in ("next", "coming")
        and name != "quarter"
        and view.word(i - 2) == "the"
        and view.word(i - 3) in view.lex.lists["over"]
    ):
        return [Length(start, i + 1, (("1", name),))]
    if (
        relation == "next"
        and view.word(i - 2) == "the"
        and name in ("day", "week", "month", "year")
    ):
        anchor = "text"
    if name == "quarter" and anchor == "text" and relation == "same":
        return [SamePeriod(start, i + 1)]
    if relation == "that" and name == "day" and view.word(start - 1) in ("one", "some"):
        return []
    return [Shift(start, i + 1, name, step, anchor)]


def _bare(view: View, i: int, floor: int, name: str) -> list[Shape]:
    """Read bare plurals: "for weeks", "months later", "decades-long", "years of war"."""
    before, after = view.word(i - 1), view.word(i + 1)
    if RANK[name] < RANK["second"] or name in {"quarter", "weekend"}:
        return []
    shape = Length(i, i + 1, (("X", name),))
    if after in view.lex.shifts and after not in ("before", "after", "hence"):
        step = view.lex.shifts[after][0]
        return [Shift(i, i + 2, name, 0, "past" if step < 0 else "future")]
    if after == "-" and view.word(i + 2) == "long":
        shape.stop = i + 3
        return [shape]
    if before in view.lex.lists["before_a_bare_length"] and (
        name not in ("hour", "minute", "second") or before in view.lex.lists["before_bare_hours"]
    ):
        return [shape]
    if after == "of" and (before in view.lex.lists["before_years_of"] or view.capital(i)):
        return [shape]
    if after in ("before", "after"):
        return [shape]
    return []


def _the(view: View, i: int, floor: int, name: str) -> list[Shape]:
    """Read "the day before", "the week", "the year": a period of the text in view."""
    j, after = i - 1, view.word(i + 1)
    if j < floor:
        return []
    if (after, view.word(i + 2)) == ("after", "next") or (after, view.word(i + 2)) == (
        "before",
        "last",
    ):
        return [Shift(j, i + 3, name, 2 if after == "after" else -2, "article")]
    if name in ("week", "weekend") and after in view.lex.lists["week_of"]:
        return [Nth(j, i + 1, name, 0)]
    if name == "weekend":
        return [Shift(j, i + 1, name, 0, "view")]
    if after in view.lex.lists["beside_the_unit"]:
        step = -1 if after in view.lex.lists["before_side"] else 1
        return [Shift(j, i + 2, name, step, "text")]
    if name in ("second", "minute", "hour", "millennium", "fortnight"):
        return []
    ahead, more = view.word(i - 2), view.word(i - 3)
    if ahead == "of":
        wanted = more in view.lex.modifiers or more in view.lex.lists["before_of_the_unit"]
        if not wanted and not (more.isalpha() and view.word(i - 4) in view.lex.lists["rank_words"]):
            return []
    elif ahead == "in":
        if more not in view.lex.lists["within_the_unit"] and name != "quarter":
            return []
    elif (
        not (
            view.among(i - 2, "before_the_unit")
            and name in ("quarter", "year", "day", "week", "month", "weekend")
        )
        or after in view.lex.lists["after_another_sense"]
    ):
        return []
    return [Shift(j, i + 1, name, 0, "view")]


def _length(amounts: tuple[tuple[str, str], ...]) -> str:
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


length = _length
