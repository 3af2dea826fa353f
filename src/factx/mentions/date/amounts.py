"""Dates and lengths by their unit: "two years ago", "last week", "the third quarter", "24 hours"."""

from __future__ import annotations

from factx.mentions.date import counts, lengths, relative
from factx.mentions.date.shapes import Length, Named, Nth, SamePeriod, Shape, Shift
from factx.mentions.date.view import Head, View

_FILLERS = 2  # "six straight trading days"


def unit(view: View, i: int, floor: int) -> list[Shape]:
    """Read the phrase whose head is the unit at ``i``."""
    word = view.lower[i]
    name = view.lex.units[word]
    if (
        _is_age(view, i)
        or _is_name(view, i)
        or (word in ("second", "sec", "min", "hr", "h") and not _counted(view, i))
    ):
        return []
    hyphen = view.word(i - 1) == "-" and view.word(i - 2) != "" and i - 1 > floor
    end = i - 1 if hyphen else i
    plural = word.endswith("s")
    head = Head(i, floor, name, plural, hyphen)
    if name == "century" and (found := _century(view, i, floor)):
        return [found]
    for skipped in range(_FILLERS + 1):
        stop = end - skipped
        if skipped and (stop < floor or not _fills(view, stop, plural)):
            break
        nth = counts.ordinal_before(view, stop - 1, floor)
        if nth and (shape := _ordinal(view, head, *nth)):
            return [shape]
        if number := counts.before(view, stop, floor):
            return lengths.numbered(view, head, number)
    if view.word(end - 1) in view.lex.lists["whole"] and end - 1 >= floor and not plural:
        return [Length(view.determiner(end - 1, floor), i + 1, (("1", name),))]
    if name == "week" and (numbered := relative.week_number(view, i)):
        return [numbered]
    return [] if hyphen else relative.related(view, head)


def _fills(view: View, i: int, plural: bool) -> bool:
    """Tell whether the word at ``i`` may stand between a number and its unit: "two full days"."""
    before = view.word(i - 1)
    small = before in view.lex.numbers or (len(before) < 4 and before.isdecimal())
    return view.among(i, "fillers") or (plural and small and view.among(i, "coming_words"))


def _is_name(view: View, i: int) -> bool:
    """Tell the paper "Kamloops This Week" and "a day job" from a time."""
    tied = view.word(i - 1) == "-"  # "a three-day trip" lasts, "a day trip" does not
    if view.word(i) == "day" and not tied and view.among(i + 1, "after_a_day"):
        return True
    capitals = all(view.capital(k) for k in (i, i - 1, i - 2)) and view.near(i - 2, i)
    return (
        capitals
        and view.word(i - 1) in view.lex.relations
        and view.text[i - 2].isalpha()
        and view.tokens.kind(i) == "paragraph"
        and view.tokens.sent[i] == view.tokens.sent[i - 2]
    )


def _counted(view: View, i: int) -> bool:
    """Tell whether a number stands before the unit at ``i``: "one second", not "the second"."""
    word = view.word(i - 1) if view.word(i - 1) != "-" else view.word(i - 2)
    return word[:1].isdecimal() or word in view.lex.numbers or word == "per"


def _is_age(view: View, i: int) -> bool:
    """Tell ages: "9 years old", "a 13-year-old", "22 years of age", "aged 9 years"."""
    after, more = view.word(i + 1), view.word(i + 2)
    if (
        after in ("old", "olds")
        or (after == "-" and more in ("old", "olds"))
        or (after == "of" and more == "age")
    ):
        return True
    if view.word(i - 1) == "-" and view.among(i + 1, "aged_people"):
        return True
    return "aged" in view.lower[max(0, i - 5) : i]


def _century(view: View, i: int, floor: int) -> Shape | None:
    """Read "the 20th century", "17th-century", "the nineteenth century BC"."""
    j = i - 2 if view.word(i - 1) == "-" else i - 1
    found = counts.ordinal_before(view, j, floor)
    if found is None or not 1 <= found[0] <= 30:
        return None
    nth, j = found
    stop = i + 1
    index = nth - 1
    if view.among(stop, "before_christ"):
        index, stop = -(nth - 1), stop + 1
    return Named(view.determiner(j, floor), stop, "century", index=index)


def _ordinal(view: View, head: Head, nth: int, j: int) -> Shape | None:
    """Read "the first quarter", "the third week" and, where a number follows, leave it."""
    i, floor, name, plural = head.at, head.floor, head.unit, head.plural
    word = view.lower[j]
    first = view.determiner(j, floor)
    if name == "quarter" and not plural and (1 <= nth <= 4 or word in ("final", "last")):
        if word == "last" and view.word(i + 1) != "of":
            return None
        start, relation = view.relation(j, floor)
        if relation == "that" and view.word(i - 1) == "-":
            start, relation = start + 1, None  # "said that third-quarter profit fell"
            first = start
        return Named(
            min(start, first),
            i + 1,
            "quarter",
            index=nth - 1 if nth > 0 else 3,
            relation=relation,
        )
    if plural or word == "last":
        return None
    return Nth(first, i + 1, name, nth)


def half(view: View, i: int, floor: int) -> list[Shape]:
    """Read "the first half" of a year, not of a match, and "the half-year"."""
    if i - 1 < floor:
        return []
    if view.word(i - 1) == "the" and view.lower[i + 1 : i + 3] == ["-", "year"]:
        before = view.among(i + 3, "before_side")
        step, anchor = (-1, "text") if before else (0, "view")
        return [Shift(i - 1, i + 3 + before, "half", step, anchor)]
    nth = 2 if view.word(i - 1) == "latter" else counts.ordinal(view, i - 1)
    if nth not in (1, 2, -1):
        return []
    after, more = view.word(i + 1), view.word(i + 2)
    ends = after in ("of", "in") and (
        more[:1].isdecimal()
        or (more in view.lex.lists["half_of"] and view.lex.units.get(view.word(i + 3)) == "year")
    )
    money = after in view.lex.lists["results"]
    plain = view.among(i - 3, "over") or view.word(i - 3) == "in"
    alone = (
        plain and view.word(i - 2) == "the" and view.among(i + 1, "phrase_ends") and _no_match(view)
    )
    if (
        not ends
        and not money
        and not alone
        and not (after in ("this", "last", "next") and more == "year")
    ):
        return []
    return [Named(view.determiner(i - 1, floor), i + 1, "half", index=0 if nth == 1 else 1)]


def _no_match(view: View) -> bool:
    """Tell whether an article is about no game, which has two halves too."""
    return view.lex.lists["of_a_match"].isdisjoint(view.lower)


def period(view: View, i: int, floor: int) -> list[Shape]:
    """Read "the same period": it asks for a year after it, or stands for the one in view."""
    if view.word(i - 1) not in view.lex.lists["same_words"] or i - 1 < floor:
        return []
    return [SamePeriod(view.determiner(i - 1, floor), i + 1)]
