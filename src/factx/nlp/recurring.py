"""Let the mentions of one name in an article agree on what it is.

A bare surname belongs to the full name above, a storm keeps its kind when its first name stands
alone. Entities go in and come out as ``(first, stop, label)`` over tokens.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from factx.nlp.gazetteer import Gazetteer

Entity = tuple[int, int, str]


def settle(words: list[str], entities: list[Entity], lists: Gazetteer) -> list[Entity]:
    """Return the entities of an article with the labels that their other mentions give them."""
    for rule in (_addressed, _carry, _storms, _agree):
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
        and surname.lower() not in lists.particles
        and (surname,) not in lists.places
    )


def fill(entities: list[Entity], more: Iterable[Entity]) -> list[Entity]:
    """Add the entities of ``more`` that touch none."""
    taken = {index for first, stop, _ in entities for index in range(first, stop)}
    added = [entity for entity in more if not any(i in taken for i in range(entity[0], entity[1]))]
    return sorted([*entities, *added])
