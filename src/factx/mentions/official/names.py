"""Capitalised runs: what may be a name, and what is a place or a body."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from factx.mentions.official.lexicon import Lexicon
from factx.mentions.official.titles import Title
from factx.mentions.official.words import Words, place_length

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
    addressed = {
        title.stop
        for title in titles
        if title.head.name in lexicon.addressed and not acronym(words.text[title.start])
    }
    found: list[Run] = []
    cap, size = words.cap, len(words)
    i = 0
    while i < size:
        if not cap[i] or covered[i]:
            i += 1
            continue
        stop = _run_end(words, i, covered, lexicon)
        pieces = _split(words, i, stop, lexicon)
        if len(pieces) > 1 and i in addressed and pieces[0].stop == pieces[1].start:
            pieces[:2] = [Run(i, pieces[1].stop, "name")]  # "Ms Paris Day"
        for piece in pieces:
            at = piece.start
            if at > 1 and words.lower[at - 1] in {"of", "for", "in", "to"}:
                at -= 1  # "Governor of Utah Ann Day"
            titled = at > 0 and covered[at - 1] and not words.opens[at]
            plain = piece.start in addressed and piece.stop - piece.start < 3
            run = Run(piece.start, piece.stop, "name") if plain else piece  # "Ms Paris"
            found.extend(_parted(words, run, lexicon, titled=bool(titled)))
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
        if (behind := _nickname(words, stop, lexicon)) > 0:
            stop = behind
            continue
        if lower[stop] == "," and stop + 1 < size and lower[stop + 1].rstrip(".") in {"jr", "sr"}:
            stop += 2
            continue
        break
    return stop


def _nickname(words: Words, i: int, lexicon: Lexicon) -> int:
    """Return where a name goes on behind a quoted nickname: 'Ann "Annie" Doe'; 0 if it does not."""
    lower, size, k = words.lower, len(words), i + 1
    if lower[i] not in {'"', "'"} or words.text[i] == "’" or k == size:
        return 0
    if not words.tokens.glued(words.first[k]):
        return 0
    while k < min(size, i + 4) and words.cap[k] and not words.opens[k]:
        k += 1
    if k == i + 1 or k + 1 >= size or lower[k] not in {'"', "'"}:
        return 0
    k += 1
    while k + 1 < size and lower[k] in lexicon.particles and not words.cap[k]:
        k += 1
    return k + 1 if words.cap[k] and not words.opens[k] else 0


def _split(words: Words, start: int, stop: int, lexicon: Lexicon) -> list[Run]:
    """Cut a run at function words and captions ("Yesterday Many Said"), then judge each piece."""
    found: list[Run] = []
    begin = start
    for i in range(start, stop):
        word = words.lower[i]
        if word in lexicon.captions or (
            words.opens[i] and word in lexicon.reporting and not acronym(words.text[i])
        ):
            cut = True
        else:
            cut = word in lexicon.function and not acronym(words.text[i])
            cut = cut and not (
                _named(words, i, stop, lexicon)
                or _numbered(words, begin, i, stop)
                or _is_surname(words, begin, i, stop, lexicon)
            )
            cut = cut or (i == start and _is_status(words, i, stop, lexicon))
            cut = cut or ("-" in word and word.rpartition("-")[2] in lexicon.origins)
        if cut:
            found.extend(_judge(words, begin, i, lexicon))
            begin = i + 1
    found.extend(_judge(words, begin, stop, lexicon))
    return found


def _numbered(words: Words, start: int, i: int, stop: int) -> bool:
    """Tell a king's number from the pronoun: "Juan Carlos I, who"."""
    if words.text[i] != "I" or i + 1 != stop or i == start or words.opens[i]:
        return False
    return stop == len(words) or words.opens[stop] or words.lower[stop] in {",", ".", "of", "'s"}


def _is_surname(words: Words, start: int, i: int, stop: int, lexicon: Lexicon) -> bool:
    """Tell a surname that is a small word elsewhere: "Ricky Every, 41"; in a headline all have capitals."""
    if i != start + 1 or i + 1 != stop or words.lower[start] not in lexicon.given:
        return False
    if words.lower[start] in lexicon.reporting:
        return False
    ends = (
        stop == len(words)
        or words.opens[stop]
        or words.lower[stop] in {",", ".", "'s", "and", "of"}
    )
    headline = words.tokens.kind(words.first[i]) == "title"
    return ends and not headline and not words.opens[i] and words.lower[i] not in lexicon.calendar


def _is_status(words: Words, i: int, stop: int, lexicon: Lexicon) -> bool:
    """Tell whether a sentence's first word only says who is in office: "Sitting Tongan"."""
    if words.lower[i] not in lexicon.status or place_length(words, i, stop, lexicon):
        return False
    return words.opens[i] and i + 1 < stop and place_length(words, i + 1, stop, lexicon) > 0


def _parted(words: Words, run: Run, lexicon: Lexicon, *, titled: bool) -> list[Run]:
    """Part a person from the body before: "National Bank | Ann Day", "Foreign Affairs | Ann Day"."""
    if run.kind == "place":
        return [run]
    lower = words.lower
    named = titled and lower[run.stop - 1] not in lexicon.namesakes
    if named and _is_thing(words, run.start, run.stop, lexicon):
        named = run.stop - run.start < 3
    if named and lower[run.start] in lexicon.given and run.stop - run.start < 5:
        return [Run(run.start, run.stop, "name")]
    field = run.start
    while titled and field < run.stop - 2 and lower[field] in lexicon.fields:
        field += 1
    apart = field > run.start and not _is_thing(words, field, run.stop, lexicon)
    if apart and lower[run.start - 1] in {"of", "for", "and"}:
        return [Run(run.start, field, "thing"), Run(field, run.stop, "name")]
    for k in range(run.start + 1, run.stop - 1):
        if lower[k] in lexicon.given and lower[k] not in lexicon.common_given:
            if _is_thing(words, k, run.stop, lexicon):
                return [run]
            if not _bodily(lower[run.start : k], lexicon):
                if (
                    not titled
                    or run.start == 0
                    or lower[run.start - 1] != "of"
                    or lower[run.start] in lexicon.given
                ):
                    return [run]
                return [Run(run.start, k, "place"), Run(k, run.stop, "name")]
            return [Run(run.start, k, "thing"), Run(k, run.stop, "name")]
    return [run]


def _bodily(front: list[str], lexicon: Lexicon) -> bool:
    """Tell whether words are a body's name, or its end: "Bank", "Foreign Affairs"."""
    if front[-1] in lexicon.prefixes:
        return False  # a ship
    if front[0] in lexicon.given and front[0] not in lexicon.never_person:
        return False
    return front[-1] in lexicon.never_person or front[-1] in lexicon.fields


def _named(words: Words, i: int, stop: int, lexicon: Lexicon) -> bool:
    """Tell whether a month or other everyday word is a given name here: "June Ames", "Jan Polk"."""
    if words.lower[i] not in lexicon.calendar_given:
        return False
    if i + 1 < stop:
        timed = i > 0 and words.lower[i - 1] in lexicon.grammar.time
        return words.text[i + 1][-1].isalpha() and not timed
    if i < 2 or not (words.cap[i - 1] and words.cap[i - 2]) or words.opens[i - 1]:
        return False
    return stop < len(words) and words.lower[stop] in {",", "'s"} | lexicon.speech  # "Noor Jan,"


def _judge(words: Words, start: int, stop: int, lexicon: Lexicon) -> list[Run]:
    """Cut places off a piece's front, then say what the rest is."""
    lower = words.lower
    while start < stop and not words.cap[start]:
        start += 1
    while stop > start and not words.cap[stop - 1]:
        stop -= 1
    if start >= stop or (stop - start == 1 and len(lower[start]) == 1):
        return []
    if stop - start > 1 and all(lower[i] in lexicon.function for i in range(start, stop)):
        return []  # "DO NOT"
    if any("\u0370" <= letter < "\u1e00" for i in range(start, stop) for letter in lower[i]):
        return [Run(start, stop, "thing")]  # a gloss in Greek, Cyrillic or further off
    if " ".join(lower[start:stop]) in lexicon.companies:
        return [Run(start, stop, "thing")]
    begin, places = start, list[Run]()
    length = place_length(words, start, stop, lexicon)
    while 0 < length < stop - start and not _given_and_place(words, start, length, stop, lexicon):
        places.append(Run(start, start + length, "place"))
        start += length
        length = place_length(words, start, stop, lexicon)
    if length == stop - start:
        return [*places, Run(start, stop, "place")]
    fields = all(lower[i] in lexicon.fields for i in range(start, stop))
    if (fields and stop - start > 1) or _is_thing(words, start, stop, lexicon):
        return [Run(begin, stop, "thing")]
    return [*places, Run(start, stop, "name")]


def _is_thing(words: Words, start: int, stop: int, lexicon: Lexicon) -> bool:
    """Tell whether a run names a body, law, work or the like: one of its words says so.

    "Bill", "Park" and their kind are given names at the front of a longer run.
    """
    lower = words.lower
    if lower[start] in lexicon.given and stop - start > 1:
        start += 1
        if lower[stop - 1] in lexicon.surnames and lower[start - 1] not in lexicon.common_given:
            stop -= 1
    return any(lower[i] in lexicon.never_person for i in range(start, stop))


def _given_and_place(words: Words, start: int, length: int, stop: int, lexicon: Lexicon) -> bool:
    """Tell whether a place opens a name after all: "Jordan Peterson", but not "Georgia Ann Lee"."""
    return (
        length == 1
        and words.lower[start] in lexicon.given
        and not (stop - start > 2 and words.lower[start + 1] in lexicon.given)
    )


def acronym(text: str) -> bool:
    """Tell whether a word is an abbreviation in capitals."""
    return len(text) > 1 and text.isupper()
