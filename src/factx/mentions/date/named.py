"""Weekdays, seasons, decades in words, holidays, "today", and the past and future as such."""

from __future__ import annotations

from factx.mentions.date import counts
from factx.mentions.date.months import day_of_month, year_right
from factx.mentions.date.shapes import Named, Nth, Ref, Repeat, Shape, Shift
from factx.mentions.date.spelled import day as spelled_day
from factx.mentions.date.view import View


def weekday(view: View, i: int, floor: int) -> list[Shape]:
    """Read a weekday with the words around it: "last Friday", "each Tuesday", "Monday the 3rd"."""
    word = view.lower[i]
    number = view.lex.weekdays[word]
    if not _is_weekday(view, i):
        return []
    stop = i + 1
    if view.word(stop) == "." and view.glued(stop) and word in view.lex.lists["ambiguous_weekdays"]:
        stop += 1
    start, relation = view.relation(i, floor)
    ahead = view.word(start - 1)
    known = start - 1 >= floor
    if known and ahead in view.lex.lists["every"]:
        return [Repeat(start - 1, stop, f"XXXX-WXX-{number}")]
    if known and ahead == "other" and view.word(start - 2) == "every":
        return [Repeat(start - 2, stop, f"XXXX-WXX-{number}")]
    if word.endswith("days"):
        if view.word(stop) == "for" and view.capital(stop + 1):
            return []
        return [Repeat(start, stop, f"XXXX-WXX-{number}")]
    nth = counts.ordinal(view, i - 1) if i - 1 >= floor else None
    if (
        nth is not None
        and (relation is None or nth == -1)
        and view.word(stop) in ("of", "in", "after")
    ):
        return [Nth(view.determiner(i - 1, floor), stop, "weekday", nth, number)]
    day, end = 0, stop
    if view.word(stop) == "the" or counts.ordinal(view, stop) is not None:
        found = day_of_month(view, stop)
        if found and view.word(found[1]) not in ("of", *view.lex.months, *view.lex.units, "time"):
            day, end = found
    return [Named(start, end, "weekday", weekday=number, relation=relation, day=day)]


def _is_weekday(view: View, i: int) -> bool:
    """Tell a weekday from the sun and the wed."""
    word = view.lower[i]
    paper = view.capital(i + 1) and view.word(i + 1).isalpha()
    if view.word(i - 1) == "the" and paper and view.word(i + 1) not in view.lex.months:
        return False  # "the Sunday Times"
    if word not in view.lex.lists["ambiguous_weekdays"]:
        return view.capital(i) or len(word) > 5
    if not view.capital(i):
        return False
    j = i + 1 + (view.word(i + 1) == "." and view.glued(i + 1))
    j += view.word(j) == ","
    return (
        view.word(j) in view.lex.months
        or view.word(j) in view.lex.parts
        or spelled_day(view, j) is not None
        or view.word(i - 1) in view.lex.lists["before_a_short_weekday"]
    )


def season(view: View, i: int, floor: int) -> list[Shape]:
    """Read a season; a bare one only where the words around it speak of time."""
    word = view.lower[i]
    number = ("SP", "SU", "FA", "WI").index(view.lex.seasons[word])
    start, relation = view.relation(i, floor)
    stop = i + 1
    if view.among(start - 1, "every") and start - 1 >= floor:
        return [Repeat(start - 1, stop, f"XXXX-{view.lex.seasons[word]}")]
    year, end = year_right(view, stop)
    if year is not None and word not in ("springs", "falls", "summers", "winters"):
        if word == "fall" and view.word(i - 1) in view.lex.lists["before_a_loss"]:
            return []
        first = view.determiner(i, floor)
        if (
            view.word(end) in ("-", "/")
            and len(view.word(end + 1)) == 2
            and view.word(end + 1).isdecimal()
        ):
            end += 2
        return [Named(first, end, "season", year=year, index=number)]
    if relation:
        return [Named(start, stop, "season", index=number, relation=relation)]
    if (view.word(i + 1) == "and" and view.word(i + 2) in view.lex.seasons) or (
        view.word(i - 1) == "and" and view.word(i - 2) in view.lex.seasons
    ):
        return [Named(view.determiner(i, floor), stop, "season", index=number)]
    if word in ("spring", "fall", "winters", "springs", "falls"):
        wanted = view.lex.lists["before_spring"]
        ahead = view.word(i - 1)
        noun = ahead == "the" and view.word(i - 2) in wanted
        if not (noun and view.word(i + 1) not in ("of", "in", "from")) and not (
            ahead in wanted and word == "spring"
        ):
            return []
    if view.capital(i) and view.capital(i + 1):
        return []
    ahead = view.word(i - 1)
    if ahead == "the" and view.word(i - 2) in view.lex.lists["before_the_season"]:
        return [Named(i - 1 if i - 1 >= floor else i, stop, "season", index=number)]
    if ahead in view.lex.lists["before_a_season"]:
        return [Named(i, stop, "season", index=number)]
    return []


def decade(view: View, i: int, floor: int) -> list[Shape]:
    """Read "the sixties" and "the nineties"."""
    if view.word(i - 1) != "the" and view.word(i - 1) not in view.lex.lists["before_a_decade"]:
        return []
    if view.word(i - 2) in view.lex.lists["before_an_age_of_many"]:
        return []
    start = i - 1 if view.word(i - 1) in ("the", "nineteen") and i - 1 >= floor else i
    return [Named(start, i + 1, "decade", index=190 + view.lex.decade_words[view.lower[i]])]


def day(view: View, i: int, _floor: int) -> list[Shape]:
    """Read "today", "yesterday" and "tomorrow"."""
    if (
        view.capital(i)
        and view.capital(i - 1)
        and view.near(i - 1, i)
        and view.word(i - 1).isalpha()
        and view.word(i - 1) != "on"
    ):
        return []  # "USA Today"
    return [Shift(i, i + 1, "day", view.lex.days[view.lower[i]], "article")]


def ref(view: View, i: int, floor: int) -> list[Shape]:
    """Read "now", "recently", "in the near future": the longest phrase that ends in the word."""
    for words in (3, 2):
        if i - words + 1 >= floor and i - words + 1 >= 0:
            phrase = " ".join(view.lower[i - words + 1 : i + 1])
            if phrase in view.lex.ref_phrases:
                if phrase == "to date" and view.word(i - 2) in ("up", "-", "closest"):
                    continue
                if phrase[:4] == "the " and words == 2 and _heads_a_phrase(view, i, phrase):
                    continue
                return [Ref(i - words + 1, i + 1, view.lex.ref_phrases[phrase])]
    value = view.lex.refs.get(view.lower[i])
    if value is None or (
        view.lower[i] == "soon" and view.word(i - 1) not in view.lex.lists["before_soon"]
    ):
        return []
    if view.word(i - 1) in ("every", "as") or view.word(i + 1) == "that":
        return []  # "every now and then", "as recently as May", "now that"
    return [Ref(i, i + 1, value)]


def _heads_a_phrase(view: View, i: int, phrase: str) -> bool:
    """Tell "the past decade" and "the future of Europe" from the past and the future as such."""
    after = view.word(i + 1)
    if after in ("of", "when", "that", "'s"):
        return True
    if phrase == "the past" and view.word(i - 2) != "in":
        return True
    if after[:1].isdecimal():
        return True
    return (
        phrase in ("the past", "the present")
        and after[:1].isalpha()
        and after not in view.lex.lists["after_the_past"]
    )


def recurring(view: View, i: int, floor: int) -> list[Shape]:
    """Read an adjective that is a set: "annual", "weekly"."""
    if view.capital(i) and i > 0 and view.capital(i + 1):
        return []  # part of a name: "the Daily Mirror"
    if view.capital(i) and view.capital(i - 1) and view.near(i - 1, i):
        return []
    if view.capital(i + 1) and view.near(i, i + 1) and view.text[i + 1].istitle():
        return []  # "the annual Rose Parade"
    if view.word(i) == "everyday" and not view.among(i + 1, "adverb_follows"):
        return []  # "everyday life"
    timex = view.lex.sets[view.lower[i]]
    if view.word(i - 1) == "-" and view.word(i - 2) == "bi" and i - 2 >= floor and timex[1] == "1":
        return [Repeat(i - 2, i + 1, "P2" + timex[2:])]
    return [Repeat(i, i + 1, timex)]


def holiday(view: View, i: int, floor: int) -> list[Shape]:
    """Read a holiday with its year: "Christmas Eve 2004"."""
    if view.capital(i) and (
        view.capital(i - 1)
        and view.near(i - 1, i)
        and view.word(i - 1).isalpha()
        and not view.among(i - 1, "before_a_month")
        and not view.among(i - 1, "before_a_year")
    ):
        return []  # "Father Christmas"
    for words in (5, 4, 3, 2, 1):
        phrase = " ".join(view.lower[i : i + words])
        if phrase in view.lex.holidays and view.near(i, i + words - 1):
            stop = i + words
            if not view.capital(i) and words == 1 and not view.relation(i, floor)[1]:
                return []
            if (
                view.capital(stop)
                and view.word(stop) != "weekend"
                and view.near(i, stop)
                and view.text[stop].isalpha()
                and words == 1
            ):
                return []  # "Easter Island", "Christmas Carol"
            weekend = view.word(stop) == "weekend"
            year, stop = year_right(view, stop + weekend)
            start, relation = view.relation(i, floor)
            if weekend and relation is None:
                start = view.determiner(i, floor)
            day = Named(start, stop, "day", year=year, holiday=phrase, relation=relation)
            return [Nth(start, stop, "weekend", 0, within=day) if weekend else day]
    return []
