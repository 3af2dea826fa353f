"""Mend the names of a whole article, which the model reads a stretch at a time.

The model judges a name by its neighbours; lists give more: a country is a country. What the article
says elsewhere of a name is ``recurring``'s. Entities go in and come out as ``(first, stop, label)``
over tokens.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Span

from factx.nlp import recurring
from factx.nlp.gazetteer import Gazetteer, gazetteer
from factx.nlp.recurring import Entity, fill


def mend(doc: Doc) -> None:
    """Rewrite the entities of an article's Doc."""
    if not doc.has_annotation("ENT_IOB"):
        return
    strings = doc.vocab.strings
    words = [strings[orth] for orth in doc.to_array("ORTH").tolist()]
    entities = [(span.start, _dash(span), span.label_) for span in doc.ents]
    lists = gazetteer()
    for rule in (_sober, _known, _split, _elect, recurring.settle):
        entities = rule(words, entities, lists)
    doc.ents = [Span(doc, first, stop, label) for first, stop, label in entities]


def _dash(span: Span) -> int:
    """Return where a name ends, at the latest before a dash: ``Ilse Brandt - mayor``."""
    for token in span[1:]:
        if token.text == "-" and token.whitespace_ and token.nbor(-1).whitespace_:
            return token.i
    return span.end


def _sober(words: list[str], entities: list[Entity], lists: Gazetteer) -> list[Entity]:
    """Drop amounts, speakers' marks and degrees, and call a lone acronym a body, not a person.

    ``KZT 853.1 billion`` is an amount, ``((WN))`` in an interview the mark of a speaker, ``Master of
    Science`` a degree.
    """
    sober = []
    for first, stop, label in entities:
        person = label == "PERSON"
        if words[first] in lists.codes:
            continue
        if person and any(c.isdigit() for word in words[first:stop] for c in word):
            continue
        acronym = stop - first == 1 and 1 < len(words[first]) < 6 and words[first].isupper()
        if acronym and words[max(0, first - 2) : first] == ["(", "("]:
            continue
        if label == "TITLE" and words[first] in lists.degrees and "of" in words[first:stop]:
            continue
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
    return fill(known, list(_places(words, lists)))


def _split(words: list[str], entities: list[Entity], lists: Gazetteer) -> list[Entity]:
    """Part an office from its holder, and an origin from an office or ministry.

    ``Sheriff Lee`` is two names, so are ``Kenyan mayor``, ``Greek Ministry of Culture`` and ``King
    of Spain``.
    """
    parted: list[Entity] = []
    for first, stop, label in entities:
        start = first
        if label == "PERSON":
            while start < stop - 1 and words[start] in lists.titles:
                start += 1
        if start > first:
            parted.append((first, start, "TITLE"))
        origin = lists.places.get((words[first],))
        ministry = label == "ORG" and origin == "NORP" and "Ministry" in words[first:stop]
        if origin is not None and (label == "TITLE" or ministry) and stop - first > 1:
            parted.append((first, first + 1, origin))
            start = first + 1
        end = stop
        if label == "TITLE" and "of" in words[start + 1 : stop]:
            seat = words.index("of", start + 1)
            if lists.places.get(tuple(words[seat + 1 : stop])) == "GPE":
                end = seat
        parted.append((start, end, label))
        if end < stop:
            parted.append((end + 1, stop, "GPE"))
    return parted


def _places(words: list[str], lists: Gazetteer) -> Iterator[Entity]:
    """Find countries, capitals and demonyms, the longest at each place."""
    index = 0
    while index < len(words):
        size = 0
        if words[index][:1].isupper():
            longest = lists.longest.get(words[index], 0)
            for length in range(min(longest, len(words) - index), 0, -1):
                label = lists.places.get(tuple(words[index : index + length]))
                if label is not None:
                    yield index, index + length, label
                    size = length
                    break
        index += size or 1


def _elect(words: list[str], entities: list[Entity], _lists: Gazetteer) -> list[Entity]:
    """Join ``-elect`` to the office before it."""
    grown: list[Entity] = []
    for first, stop, label in sorted(entities):
        if grown and first < grown[-1][1]:
            continue  # swallowed by the one before
        end = stop
        if label == "TITLE":
            hyphen = words[end : end + 1] == ["-"]
            end += (hyphen + 1) * (words[end + hyphen : end + hyphen + 1] == ["elect"])
        grown.append((first, end, label))
    return grown
