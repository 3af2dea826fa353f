"""Mend the names of a whole article, which the model reads a stretch at a time.

The model judges a name by its neighbours; an article gives more: a bare surname belongs to the full
name above, a ministry goes on to the end of its list, a country is a country. Entities go in and
come out as ``(first, stop, label)`` over tokens.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Doc, Span

from factx import packaged
from factx.nlp.tokenizer import currency_codes

Entity = tuple[int, int, str]

_PARTS = re.compile(r"[^\s-]+|-")  # a hyphen is a token


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """The lists of names.toml and places.csv."""

    places: dict[tuple[str, ...], str]
    longest: int
    list_heads: frozenset[str]
    fields: frozenset[str]
    particles: frozenset[str]
    titles: frozenset[str]
    address: frozenset[str]
    last: dict[str, str]
    first: dict[str, str]
    storms: frozenset[str]
    codes: frozenset[str]


def places() -> list[dict[str, str]]:
    """Return the rows of places.csv; a name without a label may be something else by itself."""
    return packaged.rows(__package__, "places")


@cache
def gazetteer() -> Gazetteer:
    """Return the packaged lists."""
    words = packaged.table(__package__, "names")
    sure = {tuple(_PARTS.findall(row["name"])): row["label"] for row in places() if row["label"]}
    return Gazetteer(
        sure,
        max(map(len, sure)),
        frozenset(words["list_heads"]),
        frozenset(words["fields"]),
        frozenset(words["particles"]),
        frozenset(words["titles"]),
        frozenset(words["address"]),
        {word: label for label, listed in words["last"].items() for word in listed},
        {word: label for label, listed in words["first"].items() for word in listed},
        frozenset(words["storms"]),
        frozenset(currency_codes()),
    )


def mend(doc: Doc) -> None:
    """Rewrite the entities of an article's Doc."""
    if not doc.has_annotation("ENT_IOB"):
        return
    words = [token.text for token in doc]
    entities = [(span.start, span.end, span.label_) for span in doc.ents]
    lists = gazetteer()
    for rule in (_sober, _known, _split, _addressed, _extend, _carry, _storms, _agree):
        entities = rule(words, entities, lists)
    doc.ents = [Span(doc, first, stop, label) for first, stop, label in entities]


def _sober(words: list[str], entities: list[Entity], lists: Gazetteer) -> list[Entity]:
    """Drop amounts (``KZT 853.1 billion``) and call a lone acronym a body, not a person."""
    sober = []
    for first, stop, label in entities:
        person = label == "PERSON"
        digits = any(c.isdigit() for word in words[first:stop] for c in word)
        if words[first] in lists.codes or (person and digits):
            continue
        acronym = stop - first == 1 and 1 < len(words[first]) < 6 and words[first].isupper()
        beside = [*words[max(0, first - 1) : first], *words[stop : stop + 1]]
        shouted = any(len(word) > 1 and word.isupper() for word in beside)
        sober.append((first, stop, "ORG" if person and acronym and not shouted else label))
    return sober


def _known(words: list[str], entities: list[Entity], lists: Gazetteer) -> list[Entity]:
    """Give places and demonyms their label, and names the label of their telling word.

    ``Lake Turkana`` is no person and ``Palm Beach County`` no firm, whatever stands around them.
    """
    known = []
    for first, stop, label in entities:
        name = tuple(words[first:stop])
        found = lists.places.get(name)
        if found is None and stop - first > 1:
            found = lists.last.get(name[-1]) or lists.first.get(name[0])
        if found is None or label == "TITLE" or (label == "ORG" and name not in lists.places):
            found = label
        known.append((first, stop, found))
    return _fill(known, list(_places(words, lists)))


def _split(words: list[str], entities: list[Entity], lists: Gazetteer) -> list[Entity]:
    """Part ``Sheriff Lee`` into an office and a person, ``Kenyan mayor`` into origin and office."""
    parted: list[Entity] = []
    for first, stop, label in entities:
        start = first
        if label == "PERSON":
            while start < stop - 1 and words[start] in lists.titles:
                start += 1
        if start > first:
            parted.append((first, start, "TITLE"))
        origin = lists.places.get((words[first],))
        if label == "TITLE" and origin is not None and stop - first > 1:
            parted.append((first, first + 1, origin))
            start = first + 1
        parted.append((start, stop, label))
    return parted


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


def _fill(entities: list[Entity], more: Iterable[Entity]) -> list[Entity]:
    """Add the entities of ``more`` that touch none."""
    taken = {index for first, stop, _ in entities for index in range(first, stop)}
    added = [entity for entity in more if not any(i in taken for i in range(entity[0], entity[1]))]
    return sorted([*entities, *added])


def _places(words: list[str], lists: Gazetteer) -> Iterator[Entity]:
    """Find countries, capitals and demonyms, the longest at each place."""
    index = 0
    while index < len(words):
        size = 0
        if words[index][:1].isupper():
            for length in range(min(lists.longest, len(words) - index), 0, -1):
                label = lists.places.get(tuple(words[index : index + length]))
                if label is not None:
                    yield index, index + length, label
                    size = length
                    break
        index += size or 1


def _extend(words: list[str], entities: list[Entity], lists: Gazetteer) -> list[Entity]:
    """Carry ``Ministry of A`` on over ``, B, and C`` where B and C are fields of government."""
    starts = {first for first, _, _ in entities}
    grown: list[Entity] = []
    for first, stop, label in sorted(entities):
        if grown and first < grown[-1][1]:
            continue  # swallowed by the one before
        end = stop
        if label in {"ORG", "TITLE"} and lists.list_heads & set(words[first:stop]):
            if label == "TITLE" and words[stop : stop + 1] == ["of"]:
                end = _field_end(words, stop, lists)
            end = _list_end(words, end, lists, starts)
        grown.append((first, end, label))
    return grown


def _field_end(words: list[str], stop: int, lists: Gazetteer) -> int:
    """Return where ``of Education`` ends that follows a minister at token ``stop``."""
    end = stop + 1
    while end < len(words) and words[end] in lists.fields:
        end += 1
    return end if end > stop + 1 else stop


def _list_end(words: list[str], stop: int, lists: Gazetteer, starts: set[int]) -> int:
    """Return where a list of government fields ends that may follow token ``stop``.

    A capitalised word after it that opens no name of its own would make it a part of one.
    """
    end, index, joined = stop, stop, False
    while index < len(words) and not joined:
        start = index
        if words[index] == ",":
            index += 1
        if index < len(words) and words[index] in {"and", "&"}:
            index += 1
            joined = True
        if index == start:
            break
        begin = index
        while index < len(words) and words[index] in lists.fields:
            index += 1
        if index == begin:
            break
        if index < len(words) and words[index].istitle() and index not in starts:
            break
        if joined:
            end = index
    return end


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
    return _fill(carried, bare)


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


def _usable(surname: str, lists: Gazetteer) -> bool:
    """Tell whether a surname is safe to look for by itself."""
    return (
        len(surname) > 2
        and surname[0].isupper()
        and surname not in {"Jr.", "Sr.", "III", "II", "IV"}
        and surname.lower() not in lists.particles
        and (surname,) not in lists.places
    )
