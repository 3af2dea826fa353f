"""Name spans: capitalised runs that something in the text shows to be a person."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from factx.mentions.official.lexicon import Lexicon
from factx.mentions.official.words import Title, Words

RunKind: TypeAlias = Literal["name", "place", "thing"]


@dataclass(frozen=True, slots=True)
class Run:
    """Capitalised words in a row, particles between them included, titles left out."""

    start: int
    stop: int
    kind: RunKind


def runs(words: Words, titles: list[Title], lexicon: Lexicon) -> list[Run]:
    """Cut the text into capitalised runs and tell places and bodies from possible names."""
    covered = bytearray(len(words) + 1)
    for title in titles:
        for i in range(title.start, title.stop):
            covered[i] = 1
    found: list[Run] = []
    cap, size = words.cap, len(words)
    i = 0
    while i < size:
        if not cap[i] or covered[i]:
            i += 1
            continue
        stop = _run_end(words, i, covered, lexicon)
        found.extend(_split(words, i, stop, lexicon))
        i = stop
    return found


def _run_end(words: Words, i: int, covered: bytearray, lexicon: Lexicon) -> int:
    """Return where the run that begins at ``i`` ends: particles and nicknames do not end it."""
    cap, lower, opens, size = words.cap, words.lower, words.opens, len(words)
    stop = i + 1
    while stop < size and not opens[stop]:
        if cap[stop] and not covered[stop]:
            stop += 1
            continue
        ahead = stop
        while (
            ahead < size
            and ahead - stop < 3
            and lower[ahead] in lexicon.particles
            and not cap[ahead]
        ):
            ahead += 1
        if ahead > stop and ahead < size and cap[ahead] and not covered[ahead] and not opens[ahead]:
            stop = ahead + 1
            continue
        if _nickname(words, stop):
            stop += 4
            continue
        if lower[stop] == "," and stop + 1 < size and lower[stop + 1].rstrip(".") in {"jr", "sr"}:
            stop += 2
            continue
        break
    return stop


def _nickname(words: Words, i: int) -> bool:
    """Tell whether a quoted nickname and a further name follow: 'Ann "Annie" Doe'."""
    quotes = {'"', "'"}
    return (
        i + 3 < len(words)
        and words.lower[i] in quotes
        and words.lower[i + 2] in quotes
        and words.cap[i + 1]
        and words.cap[i + 3]
        and words.tokens.glued(words.first[i + 1])
        and words.text[i] != "’"
    )


def _split(words: Words, start: int, stop: int, lexicon: Lexicon) -> list[Run]:
    """Cut function words and places off a run's front, then say what the rest is."""
    found: list[Run] = []
    lower = words.lower
    while start < stop and (
        (lower[start] in lexicon.function and not acronym(words.text[start]))
        or (len(lower[start]) == 1 and start + 1 == stop)
    ):
        start += 1
    while stop > start and lower[stop - 1] in lexicon.captions:
        stop -= 1
    if start == stop:
        return found
    begin, places = start, found
    length = place_length(words, start, stop, lexicon)
    while 0 < length < stop - start and not _given_and_place(words, start, length, stop, lexicon):
        places.append(Run(start, start + length, "place"))
        start += length
        length = place_length(words, start, stop, lexicon)
    if length == stop - start:
        return [*places, Run(start, stop, "place")]
    if _is_thing(words, start, stop, lexicon):
        return [Run(begin, stop, "thing")]
    return [*places, Run(start, stop, "name")]


def _is_thing(words: Words, start: int, stop: int, lexicon: Lexicon) -> bool:
    """Tell whether a run names a body, law, work or the like: one of its words says so.

    "Bill", "Park" and their kind are given names at the front of a longer run.
    """
    lower = words.lower
    if lower[start] in lexicon.given and stop - start > 1:
        start += 1
    return any(lower[i] in lexicon.never_person for i in range(start, stop))


def _given_and_place(words: Words, start: int, length: int, stop: int, lexicon: Lexicon) -> bool:
    """Tell whether a place opens a name after all: "Jordan Peterson", but not "Georgia Ann Lee"."""
    return (
        length == 1
        and words.lower[start] in lexicon.given
        and not (stop - start > 2 and words.lower[start + 1] in lexicon.given)
    )


def place_length(words: Words, start: int, stop: int, lexicon: Lexicon) -> int:
    """Return how many words from ``start`` name a place, people or party; 0 if none does."""
    lower = words.lower
    if lower[start] not in lexicon.place_words and lower[start] not in lexicon.groups:
        return 0
    for length in range(min(4, stop - start), 0, -1):
        name = " ".join(lower[start : start + length])
        if name in lexicon.countries or name in lexicon.places or name in lexicon.groups:
            return length
    return 0


def acronym(text: str) -> bool:
    """Tell whether a word is an abbreviation in capitals."""
    return len(text) > 1 and text.isupper()


def strong(words: Words, run: Run, ends: dict[int, Title], lexicon: Lexicon) -> bool:
    """Tell whether a run is a person by its own shape or its neighbours, titles included."""
    lower, size = words.lower, len(words)
    start, stop = run.start, run.stop
    length = stop - start
    title = ends.get(start)
    headline = words.tokens.kind(words.first[start]) == "title"
    before = lower[start - 1] if start and not words.opens[start] else ""
    after = lower[stop] if stop < size and not words.opens[stop] else ""
    if title is not None and not words.opens[start]:
        if namesake(words, title, run, lexicon):
            return False
        if title.head.family == "address" or length > 1:
            return length <= 5 and (not headline or lower[start] in lexicon.given)
        called = title.head.family == "official" or title.head.name in lexicon.called
        return called and words.cap[title.start] and not headline
    if before in lexicon.relations and not headline:
        return length <= 4 and words.text[stop - 1][-1].islower()
    if length == 1 or length > 5 or before == "the":
        return False
    speaks = after in lexicon.speech or before == "said"
    if lower[start] in lexicon.given:
        if lower[start] in lexicon.common_given:
            return speaks or after == ","
        if headline:
            return speaks or after in {",", "'s"}
        return lower[stop - 1] not in lexicon.countries or lower[stop - 1] in lexicon.given
    if headline or any(
        words.text[i].isupper() for i in range(start, stop) if not _initial(words.text[i])
    ):
        return False
    if any(_initial(words.text[i]) for i in range(start, stop - 1)):
        return words.text[stop - 1].istitle()
    if after == "," and stop + 2 < size:
        age = lower[stop + 1]
        if age.isdigit() and 1 < int(age[:4]) < 110 and lower[stop + 2] in {",", ".", "and", "("}:
            return True
        if lower[stop + 1] in {"who", "whose"}:
            return True
    return speaks


def namesake(words: Words, title: Title, run: Run, lexicon: Lexicon) -> bool:
    """Tell whether title and name are a ship, town or hospital: "in Prince George", "USS King Roy"."""
    lower, size = words.lower, len(words)
    ahead = lower[run.stop : min(size, run.stop + 3)]
    for k, word in enumerate(ahead):
        if word in lexicon.stop or not word[0].isalpha() or words.opens[run.stop + k]:
            break
        if word in lexicon.namesakes:
            return True
    if title.head.name not in lexicon.eponyms or title.start == 0 or words.opens[title.start]:
        return False
    return run.stop - run.start == 1 and lower[title.start - 1] in {
        "in",
        "at",
        "near",
        "from",
        "uss",
        "hms",
    }


def _initial(text: str) -> bool:
    return (
        len(text) <= 4
        and text[0].isupper()
        and (text.endswith(".") or len(text) == 1)
        and text != "I"
    )
