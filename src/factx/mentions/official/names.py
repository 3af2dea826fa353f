"""What a capitalised run is: perhaps a name, a place, or a body."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from factx.mentions.official.lexicon import Lexicon
from factx.mentions.official.words import Words

RunKind: TypeAlias = Literal["name", "place", "thing"]


@dataclass(frozen=True, slots=True)
class Run:
    """Capitalised words in a row, particles between them included, titles left out."""

    start: int
    stop: int
    kind: RunKind


def parted(words: Words, run: Run, *, titled: bool) -> list[Run]:
    """Part a person from the body before: "National Bank | Ann Day", "Foreign Affairs | Ann Day"."""
    lexicon = words.lexicon
    if run.kind == "place":
        return [run]
    lower = words.lower
    length = run.stop - run.start
    named = titled and lower[run.start] in lexicon.given and length < 5
    thing = lower[run.stop - 1] in lexicon.namesakes
    if named and not thing and (length < 3 or not _is_thing(words, run.start, run.stop)):
        return [Run(run.start, run.stop, "name")]
    inside = range(run.start + 1, run.stop - 1)
    given, common = lexicon.given, lexicon.common_given
    k = next((k for k in inside if lower[k] in given and lower[k] not in common), None)
    if k is None or _is_thing(words, k, run.stop):
        return [run]
    if _bodily(lower[run.start : k], lexicon):
        return [Run(run.start, k, "thing"), Run(k, run.stop, "name")]
    if titled and words.before(run.start) == "of":
        return [Run(run.start, k, "place"), Run(k, run.stop, "name")]
    return [run]


def _bodily(front: list[str], lexicon: Lexicon) -> bool:
    """Tell whether words are a body's name, or its end: "Bank", "Foreign Affairs"."""
    if front[-1] in lexicon.prefixes:
        return False  # a ship
    if front[0] in lexicon.given:
        return False
    return front[-1] in lexicon.never_person or front[-1] in lexicon.fields


def judged(words: Words, start: int, stop: int) -> list[Run]:
    """Cut places off a piece's front, then say what the rest is."""
    lexicon = words.lexicon
    lower = words.lower
    while start < stop and not words.cap[start]:
        start += 1
    if start >= stop or (stop - start == 1 and len(lower[start]) == 1):
        return []
    if stop - start > 1 and all(lower[i] in lexicon.function for i in range(start, stop)):
        return []  # "DO NOT"
    if any("\u0370" <= letter < "\u1e00" for i in range(start, stop) for letter in lower[i]):
        return [Run(start, stop, "thing")]  # a gloss in Greek, Cyrillic or further off
    if " ".join(lower[start:stop]) in lexicon.companies:
        return [Run(start, stop, "thing")]
    begin, places = start, list[Run]()
    length = words.place_length(start, stop)
    while 0 < length < stop - start and not (length == 1 and lower[start] in lexicon.given):
        places.append(Run(start, start + length, "place"))
        start += length
        length = words.place_length(start, stop)
    if length == stop - start:
        return [*places, Run(start, stop, "place")]
    fields = all(lower[i] in lexicon.fields for i in range(start, stop))
    if (fields and stop - start > 1) or _is_thing(words, start, stop):
        return [Run(begin, stop, "thing")]
    return [*places, Run(start, stop, "name")]


def _is_thing(words: Words, start: int, stop: int) -> bool:
    """Tell whether a run names a body, law, work or the like: one of its words says so.

    "Bill", "Park" and their kind are given names at the front of a longer run.
    """
    lexicon = words.lexicon
    lower = words.lower
    if lower[start] in lexicon.given and stop - start > 1:
        start += 1
        if lower[stop - 1] in lexicon.surnames and lower[start - 1] not in lexicon.common_given:
            stop -= 1
    return any(lower[i] in lexicon.never_person for i in range(start, stop))


def acronym(text: str) -> bool:
    """Tell whether a word is an abbreviation in capitals."""
    return len(text) > 1 and text.isupper()
