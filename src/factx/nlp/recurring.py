"""Let the mentions of one name in an article agree on what it is.

A bare surname belongs to the full name above, ``the airline Silverjet`` is an airline wherever it
is named again. Entities go in and come out as ``(first, stop, label)`` over tokens.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from factx.nlp.gazetteer import Gazetteer

Entity = tuple[int, int, str]

_FIXED = frozenset({"TITLE", "NORP"})  # words of a kind, not names of one bearer


def settle(words: list[str], entities: list[Entity], lists: Gazetteer) -> list[Entity]:
    """Return the entities of an article with the labels that their other mentions give them."""
    for rule in (_addressed, _carry, _storms, _told, _shortened, _glossed, _agree):
        entities = rule(words, entities, lists)
    return entities


def _addressed(words: list[str], entities: list[Entity], lists: Gazetteer) -> list[Entity]:
    """Let ``Christian Berg`` be a person throughout when ``Dr Christian Berg`` is one somewhere.

    A place of that name (``Ms Paris Hill``) keeps its label.
    """
    persons = {
        tuple(words[first:stop])
        for first, stop, label in entities
        if label in {"GPE", "LOC", "NORP", "PERSON"}
        and stop - first > 1
        and first > 0
        and words[first - 1] in lists.address
    }
    return [
        (first, stop, "PERSON")
        if label in {"GPE", "LOC", "NORP"}
        and (name := tuple(words[first:stop])) in persons
        and name not in lists.places
        else (first, stop, label)
        for first, stop, label in entities
    ]


def _carry(words: list[str], entities: list[Entity], lists: Gazetteer) -> list[Entity]:
    """Let bare surnames, and full names met again, be what the full name is."""
    full = Counter(tuple(words[first:stop]) for first, stop, label in entities if label == "PERSON")
    surnames: dict[str, int] = {}
    for name, count in full.items():
        surname = name[-1]
        if len(name) > 1 and _usable(surname, lists):
            surnames[surname] = surnames.get(surname, 0) + count
    if not surnames:
        return entities
    carried = [
        (first, stop, "PERSON")
        if stop - first == 1
        and label != "PERSON"
        and words[first] in surnames
        and label != "TITLE"
        and (words[first],) not in lists.places
        else (first, stop, label)
        for first, stop, label in entities
    ]
    bare = ((index, index + 1, "PERSON") for index, word in enumerate(words) if word in surnames)
    return fill(carried, bare)


def _storms(words: list[str], entities: list[Entity], lists: Gazetteer) -> list[Entity]:
    """Let ``Ida`` be the ``Hurricane Ida`` above, not a woman."""
    storms = {
        words[stop - 1]
        for first, stop, label in entities
        if label == "MISC" and stop - first > 1 and words[first] in lists.storms
    }
    return [
        (first, stop, "MISC" if stop - first == 1 and words[first] in storms else label)
        for first, stop, label in entities
    ]


def _told(words: list[str], entities: list[Entity], lists: Gazetteer) -> list[Entity]:
    """Let a name be what a noun before one of its mentions says: ``the airline Silverjet``.

    A person in two words may be the film's actor (``in the film Ann Lee plays``), unless the text
    says ``called`` or puts the name into quotes.
    """
    stops = {first: (stop, label) for first, stop, label in entities}
    taken = {index for first, stop, _ in entities for index in range(first, stop)}
    votes: dict[tuple[str, ...], Counter[str]] = {}
    for index, word in enumerate(words):
        kind = lists.telling.get(word)
        if kind is None:
            continue
        first = _named(words, index + 1, "of" if kind == "GPE" else "")
        stop, label = stops.get(first, (first, ""))
        while not label and stop < len(words) and stop not in taken and _capital(words[stop]):
            stop += 1
        name = tuple(words[first:stop])
        actor = label == "PERSON" and kind == "MISC" and len(name) > 1 and first == index + 1
        if name and label not in _FIXED and not actor and name not in lists.places:
            votes.setdefault(name, Counter())[kind] += 1
    told = {name: ballot.most_common(1)[0][0] for name, ballot in votes.items()}
    return [
        (first, stop, label if label in _FIXED else told.get(tuple(words[first:stop]), label))
        for first, stop, label in entities
    ]


def _named(words: list[str], index: int, particle: str) -> int:
    """Return where a name may begin that the noun before ``index`` announces."""
    for opening in ({"called", "named", "dubbed", particle}, {'"', "'"}):
        if index < len(words) and words[index] in opening:
            index += 1
    return index


def _capital(word: str) -> bool:
    """Tell whether a word looks like part of a name: ``Viceroy``, ``eTranslate``."""
    return word[0].isalpha() and any(letter.isupper() for letter in word)


def _shortened(words: list[str], entities: list[Entity], lists: Gazetteer) -> list[Entity]:
    """Let ``Mahan`` be the ``Mahan Air`` above, where nobody of that name is in the article."""
    persons = {
        word
        for first, stop, label in entities
        if label == "PERSON" and stop - first > 1
        for word in words[first:stop]
    }
    short = set()
    for first, stop, label in entities:
        end = stop
        while end > first + 1 and words[end - 1] in lists.business:
            end -= 1
        name = tuple(words[first:end])
        known = name in lists.places or persons & {*name}
        if label == "ORG" and first < end < stop and not known and _usable(name[0], lists):
            short.add(name)
    return [
        (first, stop, "ORG" if label not in _FIXED and tuple(words[first:stop]) in short else label)
        for first, stop, label in entities
    ]


def _glossed(words: list[str], entities: list[Entity], _lists: Gazetteer) -> list[Entity]:
    """Let an acronym be what it stands for: a name, or none (``mass destruction (WMD)``)."""
    labels = {stop: label for _, stop, label in entities}
    common = set()
    for index in range(1, len(words) - 2):
        if words[index] in "([" and words[index + 2] in ")]":
            spelled = _spelled(words, index, words[index + 1])
            if spelled and index not in labels and not any(map(_capital, spelled)):
                common.add(words[index + 1])
    return [
        (first, stop, label)
        for first, stop, label in entities
        if stop - first > 1 or words[first] not in common
    ]


def _spelled(words: list[str], stop: int, acronym: str) -> list[str]:
    """Return the words before token ``stop`` whose initials are the acronym, if they are.

    Words between them without a letter of their own (``of``, ``the``) are passed over. The idea is
    Schwartz and Hearst's, "A simple algorithm for identifying abbreviation definitions" (2003).
    """
    if not (acronym.isalpha() and acronym.isupper() and len(acronym) > 1):
        return []
    letters = list(acronym.lower())
    for index in range(stop - 1, max(-1, stop - 3 * len(acronym)), -1):
        if words[index][0].lower() == letters[-1]:
            letters.pop()
            if not letters:
                return words[index:stop]
        elif len(words[index]) > 3:
            return []
    return []


def _agree(words: list[str], entities: list[Entity], _lists: Gazetteer) -> list[Entity]:
    """Give a name that an article labels in several ways the commonest of its labels."""
    votes: dict[tuple[str, ...], Counter[str]] = {}
    for first, stop, label in entities:
        votes.setdefault(tuple(words[first:stop]), Counter())[label] += 1
    agreed = []
    for first, stop, label in entities:
        ballot = votes[tuple(words[first:stop])]
        (best, count), *rest = ballot.most_common(2)
        clear = not rest or count > rest[0][1]
        agreed.append((first, stop, best if clear and "TITLE" not in ballot else label))
    return agreed


def _usable(surname: str, lists: Gazetteer) -> bool:
    """Tell whether a surname is safe to look for by itself."""
    return (
        len(surname) > 2
        and surname[0].isupper()
        and surname not in {"Jr.", "Sr.", "III", "II", "IV"}
        and surname not in lists.titles
        and surname.lower() not in lists.particles
        and (surname,) not in lists.places
    )


def fill(entities: list[Entity], more: Iterable[Entity]) -> list[Entity]:
    """Add the entities of ``more`` that touch none."""
    taken = {index for first, stop, _ in entities for index in range(first, stop)}
    added = [entity for entity in more if not any(i in taken for i in range(entity[0], entity[1]))]
    return sorted([*entities, *added])
