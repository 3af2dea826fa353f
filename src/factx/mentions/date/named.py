"""Dates by their names: months, weekdays, seasons, years, decades, holidays and written-out days."""

from __future__ import annotations

from factx.mentions.date import counts
from factx.mentions.date.shapes import Joined, Named, Ref, Repeat, Shape, Shift
from factx.mentions.date.view import View

_TO = ("-", "to", "through", "until", "till", "thru", "and", "&", "or", "/")


def month(view: View, i: int, floor: int) -> list[Shape]:
    """Read a month with its day or days on either side and its year: "March 3 to 5, 2025"."""
    number = view.lex.months[view.lower[i]]
    if view.word(i + 1) == "." and view.glued(i + 1) and view.lower[i] + "." in view.lex.months:
        after = i + 2
    else:
        after = i + 1
    first, days, between = _days_left(view, i, floor)
    stop = after
    if not days:
        stop, days, between = _days_right(view, after)
    year, stop = _year_right(view, stop, bool(days))
    if not _is_month(view, i, floor, bool(days), year is not None):
        return []
    if not days:
        start, relation = view.relation(i, floor)
        if relation in ("present", "current") or year is not None:
            relation, start = None, i
        if view.word(start - 1) in ("every", "each") and start - 1 >= floor:
            return [Repeat(start - 1, stop, f"XXXX-{number:02d}")]
        return [Named(start, stop, "month", year=year, month=number, relation=relation)]
    shapes: list[Shape] = [
        Named(a, b, "day", year=year, month=number, day=day) for a, b, day in days
    ]
    shapes[0].first = min(first, shapes[0].first)
    shapes[-1].stop = max(stop, shapes[-1].stop)
    if len(shapes) == 2 and between:
        return [Joined(shapes[0].first, shapes[1].stop, shapes[0], shapes[1])]
    return shapes


def _is_month(view: View, i: int, floor: int, has_day: bool, has_year: bool) -> bool:
    """Tell a month from the verb, the walk and the surname that look like it."""
    word = view.lower[i]
    if has_day or has_year:
        return view.capital(i) or has_year or word not in ("may", "march", "mar", "dec", "sep")
    if not view.capital(i):
        return False
    if word not in view.lex.lists["ambiguous_months"]:
        return True
    before = view.word(i - 1)
    if view.text[i].isupper() and len(word) < 4 and not view.among(i - 1, "before_a_month"):
        return False
    if view.among(i - 1, "before_a_month") and i > 0 and before not in (",", "the", "and", "to", "(", "a", "or", "than", "-"):
        # "in June Smith's house" is rare, "in March Saudi Arabia" is not
        return True
    after = view.word(i + 1)
    if word in ("april", "june", "august", "march"):
        named = view.capital(i + 1) and view.near(i, i + 1) and after[:1].isalpha()
        if before in ("a", "the") and word in ("march", "april", "june"):
            return False
        return not named and not (view.capital(i - 1) and view.near(i - 1, i) and not view.among(i - 1, "before_a_month"))
    return before in ("and", "to", "or", "than", "-", ",", "(") and not view.capital(i + 1) and after in (
        ",", ".", ")", "and", "to", "-", ";", "or", "as", "when", "after", "for", "'s")


def _day(view: View, i: int) -> int | None:
    """Read the day of the month at ``i``: "3", "03", "3rd", "third"."""
    word = view.word(i)
    if word.isascii() and word.isdigit() and len(word) <= 2:
        value = int(word)
    else:
        value = counts.ordinal(view, i) or 0
        if word in ("last", "final", "closing", "opening"):
            return None
    return value if 1 <= value <= 31 else None


_Days = list[tuple[int, int, int]]


def _days_left(view: View, i: int, floor: int) -> tuple[int, _Days, bool]:
    """Read the days before a month: "15", "the 4th of", "17 and 18", "3-12 of"."""
    j = i - 1
    if view.word(j) == "of" and counts.ordinal(view, j - 1) is not None or view.word(j) == "of" and _day(view, j - 1):
        j -= 1
    if view.word(j) in ("-", "/") and view.word(j - 1).isdigit():
        j -= 1
    if j < floor or (day := _day(view, j)) is None or not view.near(j, i):
        return i, [], False
    days: _Days = [(j, i + 1, day)]
    first = j
    if view.word(j - 1) in _TO and j - 2 >= floor and (other := _day(view, j - 2)) and other < day:
        if view.word(j - 3) not in (":", "$", "£", "€") and _day_shaped(view, j - 2, j):
            days.insert(0, (j - 2, j - 1, other))
            first = j - 2
    if view.word(first - 1) == "the" and first - 1 >= floor:
        first -= 1
    return first, days, len(days) > 1 and _is_range(view, days, first, j - 1)


def _day_shaped(view: View, i: int, j: int) -> bool:
    """Tell whether two days are written alike, so that "from 5 to 14 March" is not "five to 14"."""
    return view.word(i)[:1].isdigit() == view.word(j)[:1].isdigit()


def _is_range(view: View, days: _Days, first: int, joint: int) -> bool:
    if view.word(joint) in ("and", "&", "or"):
        return view.word(first - 1) == "between" or days[1][2] - days[0][2] == 1
    return True


def _days_right(view: View, i: int) -> tuple[int, _Days, bool]:
    """Read the days after a month: "15", "the 4th", "4 and 5", "4-6"."""
    j = i
    if view.word(j) in ("-", "/") and view.word(j + 1).isdigit():
        j += 1
    if view.word(j) == "the":
        j += 1
    if (day := _day(view, j)) is None or not view.near(i - 1, j):
        return i, [], False
    word, after = view.lower[j], view.word(j + 1)
    if word.isdigit() and (view.among(j + 1, "not_after_a_year") or after in ("%", ":", "per")):
        return i, [], False
    if not word[0].isdigit() and j == i and counts.ordinal(view, j) is not None and after in view.lex.units:
        return i, [], False
    days: _Days = [(i - 1, j + 1, day)]
    stop = j + 1
    joint = view.word(j + 1)
    k = j + 2 + (view.word(j + 2) == "the")
    if joint in _TO and (other := _day(view, k)) and other > day and _day_shaped(view, j, k):
        after = view.word(k + 1)
        if not (
            view.among(k + 1, "not_after_a_year") or after in view.lex.months or after in view.lex.units
            or after in ("%", "-", ":", "of", "other")
            or (joint in ("and", "&", "or", "to") and after[:1].isalpha() and _counts_something(view, k))
        ):
            days.append((j + 2, k + 1, other))
            stop = k + 1
    return stop, days, len(days) > 1 and _is_range(view, days, i - 1, j + 1)


def _counts_something(view: View, k: int) -> bool:
    """Tell whether the number at ``k`` looks like the count of a plural noun after it."""
    after = view.word(k + 1)
    return len(after) > 3 and after.endswith("s") and not view.capital(k + 1)


def year_at(view: View, i: int) -> int | None:
    """Return the year that the token at ``i`` spells with four digits, if one is possible."""
    word = view.word(i)
    if len(word) == 4 and word.isascii() and word.isdigit() and "1000" <= word < "2100":
        return int(word)
    return None


def _year_right(view: View, i: int, has_day: bool) -> tuple[int | None, int]:
    for skip in (0, 1, 2):
        if skip == 1 and view.word(i) not in (",", "of", "'", "-", "/", "in"):
            break
        if skip == 2 and not (view.word(i) == "," and view.word(i + 1) == "in"):
            break
        year = year_at(view, i + skip)
        if year is not None and view.near(i - 1, i + skip):
            if not view.among(i + skip + 1, "not_after_a_year") or view.word(i) in (",", "of"):
                return year, i + skip + 1
            return None, i
    word = view.word(i)
    if word[:1] == "'" and len(word) == 3 and word[1:].isdigit():
        return _century(int(word[1:])), i + 1
    if word == "'" and len(view.word(i + 1)) == 2 and view.word(i + 1).isdigit() and has_day:
        return _century(int(view.word(i + 1))), i + 2
    return None, i


def _century(year: int) -> int:
    """Return the full year of two digits, read as the past hundred years would have it."""
    return year + (2000 if year < 50 else 1900)


def weekday(view: View, i: int, floor: int) -> list[Shape]:
    """Read a weekday with the word before it: "last Friday", "each Tuesday", "on Mondays"."""
    word = view.lower[i]
    number = view.lex.weekdays[word]
    if view.word(i + 1) == "the" and view.word(i + 2) == "13th" and view.capital(i + 3):
        return []  # the film
    if not view.capital(i) or (view.text[i].isupper() and len(word) < 5):
        return []
    short = word in view.lex.lists["ambiguous_weekdays"]
    stop = i + 1
    if short and view.word(i + 1) == "." and view.glued(i + 1):
        stop += 1
    if short and not (
        view.word(stop) in view.lex.months or view.word(stop) == "," and view.word(stop + 1) in view.lex.months
        or _day(view, stop) or view.word(stop) in view.lex.parts or _day(view, stop + 1) and view.word(stop) == ","
    ):
        return []
    start, relation = view.relation(i, floor)
    ahead = view.word(start - 1)
    if ahead in ("every", "each") and start - 1 >= floor:
        return [Repeat(start - 1, stop, f"XXXX-WXX-{number}")]
    if word.endswith("days"):
        if view.word(i + 1) == "for" and view.capital(i + 2):
            return []
        return [Repeat(start, stop, f"XXXX-WXX-{number}")]
    return [Named(start, stop, "weekday", weekday=number, relation=relation)]


def season(view: View, i: int, floor: int) -> list[Shape]:
    """Read a season; a bare one only where the words around it speak of time."""
    word = view.lower[i]
    number = ("SP", "SU", "FA", "WI").index(view.lex.seasons[word])
    start, relation = view.relation(i, floor)
    stop = i + 1
    if view.word(start - 1) in ("every", "each") and start - 1 >= floor:
        return [Repeat(start - 1, stop, f"XXXX-{view.lex.seasons[word]}")]
    year, end = _year_right(view, stop, has_day=False)
    if year is not None and word not in ("springs", "falls", "summers", "winters"):
        if word == "fall" and view.word(i - 1) in ("to", "will", "could", "may", "would"):
            return []
        first = view.determiner(i, floor)
        if view.word(end) in ("-", "/") and len(view.word(end + 1)) == 2 and view.word(end + 1).isdigit():
            end += 2
        return [Named(first, end, "season", year=year, index=number)]
    if relation:
        return [Named(start, stop, "season", index=number, relation=relation)]
    if word in ("spring", "fall", "winters", "springs", "falls"):
        wanted = ("in", "this", "during", "by", "since", "until")
        ahead = view.word(i - 1)
        noun = ahead == "the" and view.word(i - 2) in wanted
        if not (noun and view.word(i + 1) not in ("of", "in", "from")) and not (ahead in wanted and word == "spring"):
            return []
    if view.capital(i) and i > 0 and view.capital(i + 1):
        return []
    ahead = view.word(i - 1)
    if ahead == "the" and view.word(i - 2) in ("in", "during", "of", "over", "by", "until", "since", "through", "this", "throughout", "for"):
        return [Named(i - 1 if i - 1 >= floor else i, stop, "season", index=number)]
    if ahead in ("in", "during", "by", "since", "until", "till", "through", "of", "mid", "early", "late", "every"):
        return [Named(i, stop, "season", index=number)]
    if ahead == "-" and view.word(i - 2) == "mid":
        return [Named(i, stop, "season", index=number)]
    return []


def decade(view: View, i: int, floor: int) -> list[Shape]:
    """Read "the sixties" and "the nineties"."""
    if view.word(i - 1) != "the" and view.word(i - 1) not in ("late", "early", "mid", "-", "nineteen"):
        return []
    start = i - 1 if view.word(i - 1) in ("the", "nineteen") and i - 1 >= floor else i
    if view.word(i - 1) in ("his", "her", "their"):
        return []
    return [Named(start, i + 1, "decade", index=190 + view.lex.decade_words[view.lower[i]])]


def day(view: View, i: int, floor: int) -> list[Shape]:
    """Read "today", "yesterday" and "tomorrow"."""
    if view.capital(i) and view.capital(i - 1) and view.near(i - 1, i) and view.word(i - 1).isalpha() and view.word(i - 1) != "on":
        return []  # "USA Today"
    return [Shift(i, i + 1, "day", view.lex.days[view.lower[i]], "article")]


def ref(view: View, i: int, floor: int) -> list[Shape]:
    """Read "now", "recently", "in the near future": the longest phrase that ends in the word."""
    for words in (3, 2):
        if i - words + 1 >= floor and i - words + 1 >= 0:
            phrase = " ".join(view.lower[i - words + 1 : i + 1])
            if phrase in view.lex.ref_phrases:
                if phrase[:4] == "the " and words == 2 and _heads_a_phrase(view, i, phrase):
                    continue
                return [Ref(i - words + 1, i + 1, view.lex.ref_phrases[phrase])]
    value = view.lex.refs.get(view.lower[i])
    if value is None or (view.lower[i] == "soon" and view.word(i + 1) in ("after", "as", "afterward", "afterwards")):
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
    if after in view.lex.units or after in view.lex.numbers or after in view.lex.vague or after[:1].isdigit():
        return True
    return phrase in ("the past", "the present") and after[:1].isalpha() and after not in (
        "and", "but", "it", "he", "she", "they", "we", "has", "have", "is", "was", "to", "for", "as", "or", "with", "by")


def recurring(view: View, i: int, floor: int) -> list[Shape]:
    """Read an adjective that is a set: "annual", "weekly"."""
    if view.capital(i) and i > 0 and view.capital(i + 1):
        return []  # part of a name: "the Daily Mirror"
    if view.capital(i) and view.capital(i - 1) and view.near(i - 1, i):
        return []
    return [Repeat(i, i + 1, view.lex.sets[view.lower[i]])]


def holiday(view: View, i: int, floor: int) -> list[Shape]:
    """Read a holiday with its year: "Christmas Eve 2004"."""
    if not view.capital(i) or (
        view.capital(i - 1) and view.near(i - 1, i) and view.word(i - 1).isalpha()
        and not view.among(i - 1, "before_a_month") and not view.among(i - 1, "before_a_year")
    ):
        return []  # "Father Christmas"
    for words in (5, 4, 3, 2, 1):
        phrase = " ".join(view.lower[i : i + words])
        if phrase in view.lex.holidays and view.near(i, i + words - 1):
            stop = i + words
            if view.capital(stop) and view.near(i, stop) and view.text[stop].isalpha() and words == 1:
                return []  # "Easter Island", "Christmas Carol"
            year, stop = _year_right(view, stop, has_day=False)
            start, relation = view.relation(i, floor)
            return [Named(start, stop, "day", year=year, holiday=phrase, relation=relation)]
    return []
