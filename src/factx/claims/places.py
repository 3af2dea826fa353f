"""The places of an article: names the pipeline calls places, else known ones and "in Capitals"."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from factx.claims.words import words
from factx.mentions.official import lexicon
from factx.nlp.gazetteer import gazetteer
from factx.nlp.tokens import Tokens

_LABELS = frozenset({"GPE", "LOC", "FAC"})
# Words of a town's name.
_LONGEST = 4
# Tokens of a run of capitals.
_RUN = 5
# Tokens of "in a small wooden house called", and the word classes of those between.
_INTRODUCED = 6
_COMMON = frozenset({"DET", "ADJ", "NOUN"})


@dataclass(frozen=True, slots=True)
class Spot:
    """A place as the tokens ``first`` up to ``stop``."""

    first: int
    stop: int


def places(tokens: Tokens, covered: Callable[[int], bool]) -> list[Spot]:
    """Return the places of an article in text order; ``covered`` tells what a token is already."""
    wide = [
        Spot(i, i + 1)
        for i, w in enumerate(tokens.lower)
        if w in words("place", "wide")
        and (tokens.text[i].islower() or tokens.doc[i].pos_ in {"ADV", "ADJ", ""})
    ]
    wide += _spread(tokens) + _called(tokens, covered) + _worlds(tokens)
    if not tokens.doc.has_annotation("ENT_IOB"):
        return sorted([*wide, *_by_words(tokens, covered)], key=lambda spot: spot.first)
    named = [
        Spot(entity.start, entity.end)
        for entity in tokens.doc.ents
        if entity.label_ in _LABELS
        and not covered(entity.start)
        and _placed(tokens, entity.start, entity.end)
    ]
    # a well-known place that the pipeline took for something else, or for no name at all
    wide_at = {index for spot in wide for index in range(spot.first, spot.stop)}
    named = [spot for spot in named if spot.first not in wide_at]
    taken = {index for spot in named for index in range(spot.first, spot.stop)} | wide_at
    known = [
        spot
        for spot in _by_words(tokens, covered, sure=True)
        if spot.first not in taken and _unnamed(tokens, spot)
    ]
    found = [spot for spot in (*named, *known) if not _adjectival(tokens, spot)]
    taken.update(index for spot in known for index in range(spot.first, spot.stop))
    nearer = [town for spot in found if (town := _town(tokens, spot, covered, taken))]
    return sorted([*wide, *found, *nearer], key=lambda spot: spot.first)


def _spread(tokens: Tokens) -> list[Spot]:
    """Find what no name says: "throughout the world", "across the volatile south"."""
    lower, out = tokens.lower, []
    for index, word in enumerate(lower):
        if word == "world" and lower[index - 2 : index + 2] == ["of", "the", "world", "'s"]:
            out.append(Spot(index, index + 1))
        if word not in words("place", "spread") or lower[index + 1 : index + 2] != ["the"]:
            continue
        stop = index + 2
        while stop < len(lower) and stop < index + 5 and tokens.doc[stop].pos_ == "ADJ":
            stop += 1
        if stop < len(lower) and lower[stop] in words("place", "areas"):
            out.append(Spot(index + 2, stop + 1))
    return out


def _worlds(tokens: Tokens) -> list[Spot]:
    """Find the worlds that things are on: "on Earth", "on the Moon"."""
    lower, sky = tokens.lower, words("place", "sky")
    return [
        Spot(at, at + 1)
        for at in range(1, len(lower))
        if lower[at] in sky
        and tokens.text[at][0].isupper()
        and (lower[at - 1] == "on" or lower[at - 2 : at] == ["on", "the"])
    ]


def _called(tokens: Tokens, covered: Callable[[int], bool]) -> list[Spot]:
    """Find a name that a common noun introduces: "in a small site called Abri Vedal"."""
    lower, out = tokens.lower, []
    for index, word in enumerate(lower):
        if word not in words("place", "naming"):
            continue
        stop, at = _run(tokens, index + 1, covered), index - 1
        while at > 0 and tokens.doc[at].pos_ in _COMMON and index - at < _INTRODUCED:
            at -= 1
        if stop > index + 1 and at < index - 1 and lower[at] in words("place", "located"):
            out.append(Spot(index + 1, stop))
    return out


def _adjectival(tokens: Tokens, spot: Spot) -> bool:
    """Tell whether a name is half of a compound: "Oslo-based", "Oslo based", "pro-Beijing"."""
    lower, text = tokens.lower, tokens.text
    if lower[spot.stop : spot.stop + 1] == ["based"]:
        return True
    behind = lower[spot.stop : spot.stop + 1] == ["-"] and spot.stop + 1 < len(text)
    if behind and tokens.glued(spot.stop) and tokens.glued(spot.stop + 1):
        return text[spot.stop + 1][0].islower()
    before = spot.first > 1 and lower[spot.first - 1] == "-"
    return before and tokens.glued(spot.first) and text[spot.first - 2][0].islower()


def _town(
    tokens: Tokens, spot: Spot, covered: Callable[[int], bool], taken: set[int]
) -> Spot | None:
    """Return the town before a country or state: "in Corona, California"."""
    comma = spot.first - 1
    if comma < 2 or tokens.lower[comma] != ",":
        return None
    first = comma
    while (
        first > 1
        and comma - first < _LONGEST
        and tokens.text[first - 1][0].isupper()
        and first - 1 not in taken
        and not covered(first - 1)
    ):
        first -= 1
    if first == comma or tokens.lower[first - 1] not in words("place", "before"):
        return None
    return Spot(first, comma)


def placeless(tokens: Tokens, first: int, stop: int) -> bool:
    """Tell a name that is no place, whatever it is taken for: "A&E", "West Texas Intermediate"."""
    if stop - first == 1:
        return "&" in tokens.lower[first]
    return tokens.lower[stop - 1] in words("place", "bodies")


def _placed(tokens: Tokens, first: int, stop: int) -> bool:
    """Tell whether a name is a known place, or stands where places stand: products look alike."""
    lower = tokens.lower
    if stop - first == 1 and lower[first] in words("place", "sky"):
        return False
    if placeless(tokens, first, stop) or lower[first - 2 : first] == ["by", "the"]:
        return False  # "given by the Halifax"
    owner = stop - (lower[stop - 1] == "'s")
    if lower[owner : owner + 1] == ["'s"] and _locates(lower, owner + 1):
        return False  # "at Sotheby's in New York"
    if tuple(lower[first:stop]) in _known():
        return True
    if first == 0:
        return stop - first > 1
    before = first - 2 if lower[first - 1] == "the" and first > 1 else first - 1
    behind = lower[stop] if stop < len(lower) else ""
    if lower[before] in {",", "and", "or", "'s"} and before > 0:
        return tokens.doc[before - 1].ent_type_ in _LABELS
    owner = behind == "'s" and stop - first > 1
    return lower[before] in words("place", "before") or owner


def _locates(lower: list[str], at: int) -> bool:
    return at < len(lower) and lower[at] in words("place", "located")


@cache
def _known() -> frozenset[tuple[str, ...]]:
    known = lexicon.load()
    names = {*known.places, *known.countries, *(name.lower() for name in known.countries.values())}
    listed = {tuple(word.lower() for word in name) for name in gazetteer().places}
    return frozenset({tuple(name.split()) for name in names} | listed)


@cache
def _listed() -> frozenset[str]:
    known = lexicon.load()
    return known.places.union(country.lower() for country in known.countries.values())


def _unnamed(tokens: Tokens, spot: Spot) -> bool:
    """Tell whether a place is no part of a longer name, such as that of a company."""
    doc = tokens.doc
    begins = doc[spot.first].ent_iob_ != "I"
    return begins and (spot.stop == len(doc) or doc[spot.stop].ent_iob_ != "I")


def _by_words(tokens: Tokens, covered: Callable[[int], bool], *, sure: bool = False) -> list[Spot]:
    """Find countries and cities of the word list, and capitals after a preposition of place."""
    lower, out = tokens.lower, []
    names = _listed()
    index = 0
    while index < len(lower):
        stop = _run(tokens, index, covered) if tokens.text[index][0].isupper() else index
        if stop == index or lower[index] in words("phrase", "small"):
            index += 1
            continue
        start, words_ = index, lower[index:stop]
        index = stop
        name = " ".join(words_)
        if name in names or (words_[0] in {"us", "uk"} and len(words_) == 1):
            out.append(Spot(start, stop))
            continue
        body = any(word in words("place", "bodies") for word in words_)
        if body or tokens.kind(start) == "title":
            continue
        before = start - 2 if start > 1 and lower[start - 1] == "the" else start - 1
        located = before >= 0 and lower[before] in words("place", "located")
        named = located and (len(words_) > 1 and words_[-1] in words("place", "landmarks"))
        if located and _names_landmark(tokens, stop):
            out.append(Spot(start, stop + 1))
        elif named or (located and not sure) or _town_of(lower, start):
            out.append(Spot(start, stop))
    return out


def _names_landmark(tokens: Tokens, stop: int) -> bool:
    """Tell whether a common noun ends a name: "in the Ak-Beles valley", not "the Tatar city of Kazan"."""
    if stop >= len(tokens) or tokens.lower[stop] not in words("place", "landmarks"):
        return False
    return tokens.doc[stop - 1].pos_ == "PROPN" and tokens.lower[stop + 1 : stop + 2] != ["of"]


def _town_of(lower: list[str], start: int) -> bool:
    """Tell whether a name follows "the town of" or "the port of"."""
    return start > 1 and lower[start - 1] == "of" and lower[start - 2] in words("place", "towns")


def _run(tokens: Tokens, index: int, covered: Callable[[int], bool]) -> int:
    """Return where a run of capitalised words ends; ``index`` itself if none begins there."""
    stop, text, sent = index, tokens.text, tokens.sent
    while (
        stop < len(text)
        and stop - index < _RUN
        and text[stop][0].isupper()
        and sent[stop] == sent[index]
        and not covered(stop)
    ):
        stop += 1
        hyphen = text[stop : stop + 1] == ["-"] and tokens.glued(stop)
        if hyphen and stop + 1 < len(text) and text[stop + 1][0].isupper():
            # "Ak-Beles"
            stop += 1
    return stop
