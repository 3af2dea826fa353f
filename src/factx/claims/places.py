"""The places of an article: names the pipeline calls places, else known ones and "in Capitals"."""

from __future__ import annotations

from dataclasses import dataclass

from factx.claims.scene import Scene
from factx.claims.words import words
from factx.mentions.official import lexicon


@dataclass(frozen=True, slots=True)
class Spot:
    """A place as the tokens ``first`` up to ``stop``."""

    first: int
    stop: int


def places(scene: Scene) -> list[Spot]:
    """Return the places of an article in text order."""
    doc = scene.tokens.doc
    if doc.has_annotation("ENT_IOB"):
        return [Spot(ent.start, ent.end) for ent in doc.ents if ent.label_ in {"GPE", "LOC", "FAC"}]
    return _by_words(scene)


def _by_words(scene: Scene) -> list[Spot]:
    known = lexicon.load()
    tokens = scene.tokens
    text, lower = tokens.text, tokens.lower
    out: list[Spot] = []
    index = 0
    while index < len(tokens):
        if not text[index][0].isupper() or scene.person_at(index) or scene.date_at(index):
            index += 1
            continue
        stop = index + 1
        while (
            stop < len(tokens)
            and stop - index < 5
            and text[stop][0].isupper()
            and tokens.sent[stop] == tokens.sent[index]
            and not scene.date_at(stop)
        ):
            stop += 1
        located = index > 0 and (
            lower[index - 1] in words("place", "located")
            or (
                lower[index - 1] == "the"
                and index > 1
                and lower[index - 2] in words("place", "located")
            )
        )
        name = " ".join(lower[index:stop])
        if name in known.countries or name in known.places or (
            located
            and tokens.kind(index) != "title"
            and not any(w in words("place", "bodies") for w in lower[index:stop])
        ):
            out.append(Spot(index, stop))
        index = stop
    return out
