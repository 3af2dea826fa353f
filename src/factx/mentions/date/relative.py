"""Units without a number: "last week", "the year before", "weeks later", "every day"."""

from __future__ import annotations

from factx.mentions.date.calendar import CLOCK_UNITS
from factx.mentions.date.lengths import and_a_half, length
from factx.mentions.date.shapes import Length, Named, Nth, Repeat, SamePeriod, Shape, Shift
from factx.mentions.date.view import Head, View


def week_number(view: View, i: int) -> Shape | None:
    """Read "week 10"; with a capital it is a week of play unless it is one end of a range."""
    number = view.word(i + 1)
    if not number.isdecimal() or len(number) > 2 or not 1 <= int(number) <= 53:
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


def season_year(view: View, i: int, floor: int) -> list[Shape]:
    """Read a year of play, of sowing or of teaching: "last season", "next term", "the season before"."""
    start, relation = view.relation(i, floor)
    if relation is not None:
        step, anchor = view.lex.relations[relation]
        current = step == 0 and view.lower[i] != "season"  # "in this term", "her current term"
        return [] if current else [Shift(start, i + 1, "year", step, anchor, kind="SY")]
    if i - 1 >= floor and view.word(i - 1) == "the" and view.among(i + 1, "before_side"):
        return [Shift(i - 1, i + 2, "year", -1, "text", kind="SY")]
    return []


def related(view: View, head: Head) -> list[Shape]:
    """Read "last week", "that year", "every day", bare "weeks", "the year before"."""
    i, floor, name, plural = head.at, head.floor, head.unit, head.plural
    if name == "year" and not plural and (kind := _kind_of_year(view, i, floor)):
        return [kind]
    start, relation = view.relation(i, floor)
    before, after = view.word(start - 1), view.word(i + 1)
    known = start - 1 >= floor
    if after == "-" and view.word(i + 2) in ("ago", "earlier") and name == "year":
        return [Shift(i, i + 3, name, -1, "text")]  # "the year-earlier quarter"
    if after == "-" and view.word(i + 2) == "end" and name in ("year", "month", "quarter", "week"):
        return [Shift(i, i + 3, name, 0, "view", mod="END")]
    if after == "-" and view.word(i + 2) == "long" and not plural and not relation:
        return [Length(i, i + 3, (("1", name),))]  # "a month-long strike"
    if after == "-" and view.word(i + 2) != "long" and view.glued(i + 1):
        return []
    if relation is None and known and before in view.lex.lists["each"]:
        if before in ("other", "alternate"):
            return (
                [Repeat(start - 2, i + 1, length((("2", name),)))]
                if view.word(start - 2) == "every" and start - 2 >= floor
                else []
            )
        if before == "per" and (name in CLOCK_UNITS or name == "quarter"):
            return []  # a speed
        return [Repeat(start - 1, i + 1, length((("1", name),)))]
    short = view.lower[i] in CLOCK_UNITS
    if short and relation is not None and relation not in ("last", "past", "next"):
        return []
    if relation:
        return _by_relation(view, head, start, relation)
    if plural:
        return _bare(view, i, name)
    if (before == "the" and known) or view.word(i - 1) == "the":
        return _the(view, i, floor, name)
    if (
        before == "of"
        and view.word(i - 2) in view.lex.lists["ends_of"]
        and name in ("year", "month", "quarter")
    ):
        return [Shift(i, i + 1, name, 0, "view")]
    return []


def _by_relation(view: View, head: Head, start: int, relation: str) -> list[Shape]:
    """Read a unit after "last", "this", "the next", "the same"."""
    i, name, plural = head.at, head.unit, head.plural
    step, anchor = view.lex.relations[relation]
    if relation in view.lex.lists["single_relations"] and plural:
        return []
    if (
        plural
        or name in CLOCK_UNITS
        or (
            relation in ("past", "last")
            and view.word(i - 2) in ("the", "this")
            and name != "weekend"
            and not (name == "week" and view.word(i - 2) == "this")
        )
    ):
        if relation in view.lex.lists["strict_relations"] and plural and view.word(i - 2) != "the":
            return []
        amount, stop = ("X", i + 1) if plural else and_a_half(view, "1", i + 1)
        return [Length(start, stop, ((amount, name),), edge=-1 if relation == "last" else 0)]
    if (
        relation in ("next", "coming")
        and name != "quarter"
        and view.word(i - 2) == "the"
        and view.word(i - 3) in view.lex.lists["over"]
    ):
        amount, stop = and_a_half(view, "1", i + 1)
        return [Length(start, stop, ((amount, name),))]
    if (
        relation == "next"
        and view.word(i - 2) == "the"
        and name in ("day", "week", "month", "year")
    ):
        anchor = "text"
    if name == "quarter" and anchor == "text" and relation == "same":
        return [SamePeriod(start, i + 1)]
    return [Shift(start, i + 1, name, step, anchor)]


def _bare(view: View, i: int, name: str) -> list[Shape]:
    """Read bare plurals: "for weeks", "months later", "decades-long", "years of war"."""
    before, after = view.word(i - 1), view.word(i + 1)
    shape = Length(i, i + 1, (("X", name),))
    if after in view.lex.shifts and after not in ("before", "after", "hence"):
        step = view.lex.shifts[after][0]
        return [Shift(i, i + 2, name, 0, "past" if step < 0 else "future")]
    if after == "-" and view.word(i + 2) == "long":
        shape.stop = i + 3
        return [shape]
    if before in view.lex.lists["before_a_bare_length"] and (
        name not in CLOCK_UNITS or before in view.lex.lists["before_bare_hours"]
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
    ahead, more = view.word(i - 2), view.word(i - 3)
    if ahead == "of":
        wanted = more in view.lex.modifiers or more in view.lex.lists["before_of_the_unit"]
        if not wanted and not (more.isalpha() and view.word(i - 4) in view.lex.lists["rank_words"]):
            return []
    elif ahead == "in":
        whole = name == "month" and view.among(i + 1, "phrase_ends")
        if more not in view.lex.lists["within_the_unit"] and name != "quarter" and not whole:
            return []
    elif not (
        (view.among(i - 2, "before_the_unit") or _moved_on(view, i - 2))
        and name in ("quarter", "year", "day", "week", "month", "weekend")
    ) or (after in view.lex.lists["after_another_sense"] and (ahead, after) != ("over", "to")):
        return []
    return [Shift(j, i + 1, name, 0, "view")]


def _moved_on(view: View, on: int) -> bool:
    """Tell "down 0.1 on the quarter", "up 5% on the year": over how long something moved."""
    size = view.word(on - 1)
    return view.word(on) == "on" and (size[:1].isdecimal() or view.among(on - 1, "sizes"))
