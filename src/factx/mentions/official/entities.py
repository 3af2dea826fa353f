"""What the pipeline's entity recognizer says about the words, where it has been run."""

from __future__ import annotations

from dataclasses import dataclass, field

from factx.mentions.official.lexicon import Head
from factx.mentions.official.titles import Title
from factx.mentions.official.words import Words


@dataclass(frozen=True, slots=True)
class Entities:
    """Labels by words: of spans, of the beginnings of persons, and of what a word is part of.

    ``exact`` goes by a span's ends, ``ends`` from a person's end to its beginning, ``around`` from a
    word to the place or body that it stands in.

    All are empty for a pipeline that names nothing; the rules then stand alone.
    """

    exact: dict[tuple[int, int], str] = field(default_factory=dict)
    ends: dict[int, int] = field(default_factory=dict)
    around: dict[int, tuple[int, int]] = field(default_factory=dict)

    def label(self, start: int, stop: int) -> str | None:
        """Return the label of exactly these words."""
        return self.exact.get((start, stop))


def entities(words: Words) -> Entities:
    """Carry the entities over from tokens to words; one that cuts a word in two is dropped."""
    doc = words.tokens.doc
    found = Entities()
    if not doc.has_annotation("ENT_IOB"):
        return found
    first = {token: i for i, token in enumerate(words.first)}
    stops = {token: i + 1 for i, token in enumerate(words.stop)}
    for entity in doc.ents:
        start, stop = first.get(entity.start), stops.get(entity.end)
        if start is not None and stop is not None:
            found.exact[start, stop] = entity.label_
            if entity.label_ == "PERSON":
                found.ends[stop] = start
            elif entity.label_ in {"GPE", "LOC", "ORG"}:
                found.around.update(dict.fromkeys(range(start, stop), (start, stop)))
    return found


def unlisted_titles(words: Words, titles: list[Title], found: Entities) -> list[Title]:
    """Add the titles that only the recognizer knows: "philatelist", "head gardener"."""
    lexicon = words.lexicon
    covered = {i for title in titles for i in range(title.start, title.stop)}
    added = [
        Title(start, stop, Head(" ".join(words.lower[start:stop]), "other"))
        for (start, stop), label in found.exact.items()
        if label == "TITLE"
        and not covered.intersection(range(start, stop))
        and not (words.cap[start] and words.lower[start] in lexicon.given)
        and not (stop - start == 1 and words.cap[start] and not words.opens[start])
        and lexicon.never_person.isdisjoint(words.lower[start:stop])
    ]
    return sorted([*titles, *added], key=lambda title: title.start) if added else titles
