"""Names that stand in one article in two spellings: "Montalvo" nine times, "Montulvo" once."""

from __future__ import annotations

import json
import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from factx.claims.sums.words import words
from factx.mentions import Found
from factx.model import Tie
from factx.nlp.tokens import Tokens

_SHORTEST = 5
_OFTEN = 3  # a name of nobody known must be settled before one spelling can stray from it
_ENOUGH = 2
_LONG = 8
_HEAD = 4  # letters that two spellings of one name begin with


def find(tokens: Tokens, found: Found) -> Iterator[Tie]:
    """Yield each name written once that is one slip away from a name written often.

    One slip is two letters swapped, or one letter other, missing or too many, inside the word: at
    its end languages put case, number and gender (Ivanov and Ivanova, Sweden and Swedes).
    """
    places = _names(tokens)
    people = _people(tokens, found)
    surnames = _surnames(found)
    often = {word for word, at in places.items() if len(at) >= _ENOUGH} | surnames
    near: dict[str, set[str]] = defaultdict(set)
    for word in often:
        for key in _shortened(word):
            near[key].add(word)
    for word, at in places.items():
        if len(at) != 1:
            continue
        shortened = (other for key in _shortened(word) for other in near[key])
        close = {other for other in shortened if other in places and _strays(word, other)}
        close |= {other for other in surnames if word not in often and _is_misheard(word, other)}
        if len(close) != 1:
            continue
        usual = close.pop()
        known = at[0] in people or usual in {tokens.text[p] for p in people}
        if known and not words("calendar").isdisjoint((word.lower(), usual.lower())):
            continue  # "Helena Marsh" and March
        settled = usual in surnames and word not in surnames
        if len(places[usual]) < (_ENOUGH if known else _OFTEN) and not settled:
            continue
        if not known and _is_inflected(word, usual):
            continue
        misheard = not _strays(word, usual)
        if misheard and tokens.doc[at[0] - 1].pos_ == "ADP":
            continue  # "the mayor of Hargrove"
        if _may_vary(tokens, at[0], places[usual], people, known=known, settled=settled):
            nearest = min(places[usual], key=lambda place: abs(place - at[0]))
            yield Tie(
                "spelling",
                (),
                tokens.span(at[0], at[0] + 1),
                items=(tokens.span(nearest, nearest + 1),),
            )


def _surnames(found: Found) -> set[str]:
    """Return the long last words of full names: one mention settles their spelling."""
    names = (person.text.rpartition(" ") for person in found.people)
    return {last for first, _, last in names if first and len(last) >= _LONG and last.isalpha()}


def _strays(word: str, usual: str) -> bool:
    """Tell a slip from an accent left out, and from another name that is as well known."""
    if not words("alike_names").isdisjoint((word.lower(), usual.lower())):
        return False
    return slipped(word, usual) and _bare(word) != _bare(usual)


def _is_misheard(word: str, surname: str) -> bool:
    """Tell "Hargrove" from "Hargreave", and "Whitcomb" from "Whitcombe": a long name, much the same.

    Letters at either end must be as many; an "e" at the end is silent. Case and gender are no slip.
    """
    if word == surname or min(len(word), len(surname)) < _LONG or _bare(word) == _bare(surname):
        return False
    if word.removesuffix("e") == surname.removesuffix("e"):
        return True
    start = 0
    while start < min(len(word), len(surname)) and word[start] == surname[start]:
        start += 1
    one, other = word[start:], surname[start:]
    while one and other and one[-1] == other[-1]:
        one, other = one[:-1], other[:-1]
    return start >= _HEAD and word[-1] == surname[-1] and max(len(one), len(other)) <= _ENOUGH


def _bare(word: str) -> str:
    """Drop accents and case."""
    return unicodedata.normalize("NFKD", word.lower()).encode("ascii", "ignore").decode()


def slipped(one: str, other: str) -> bool:
    """Tell words one slip apart: inside, not at either end."""
    if one == other or one[0] != other[0] or one[-1] != other[-1] or abs(len(one) - len(other)) > 1:
        return False
    start = 0
    while start < min(len(one), len(other)) and one[start] == other[start]:
        start += 1
    one, other = one[start:], other[start:]
    while one and other and one[-1] == other[-1]:
        one, other = one[:-1], other[:-1]
    if len(one) == len(other) == 2:
        return one == other[::-1]
    return len(one) <= 1 and len(other) <= 1


def _names(tokens: Tokens) -> dict[str, list[int]]:
    """Return the places of every capitalised word that is long enough, page furniture left out."""
    names = (w for w in tokens.places if len(w) >= _SHORTEST and w.isalpha() and w[0].isupper())
    told = {
        name: [at for at in tokens.places[name] if tokens.kind(at) != "furniture"]
        for name in names
        if name[1:].islower()
    }
    return {name: at for name, at in told.items() if at}


def _people(tokens: Tokens, found: Found) -> set[int]:
    return {index for person in found.people for index in range(*tokens.stretch(person))}


def _shortened(word: str) -> set[str]:
    """Return the word and all that remain when one letter is dropped: neighbours share one."""
    return {word, *(word[:at] + word[at + 1 :] for at in range(1, len(word) - 1))}


def _is_inflected(one: str, other: str) -> bool:
    """Tell "Texas" and "Texans": a letter put in before the last one makes another word."""
    short, long = sorted((one, other), key=len)
    return len(short) < len(long) and short[:-1] == long[:-2]


def _may_vary(
    tokens: Tokens,
    at: int,
    usual: list[int],
    people: set[int],
    *,
    known: bool,
    settled: bool,
) -> bool:
    """Tell a stray spelling from another name or word."""
    if not known and tokens.text[at].lower() in _words():
        return False
    if tokens.text.count(tokens.lower[at]):
        return False
    ahead, behind = _neighbour(tokens, at, -1), _neighbour(tokens, at, 1)
    firsts = {_neighbour(tokens, place, -1) for place in usual}
    lasts = {_neighbour(tokens, place, 1) for place in usual}
    begins = at == 0 or not tokens.same_sentence(at - 1, at)
    if begins and not settled and at not in people and (behind is None or behind not in lasts):
        return False
    # With a given name or surname of its own it is someone else, unless that is shared.
    if ahead is not None and not _is_title(ahead) and ahead not in firsts:
        return False
    return behind is None or behind in lasts


def _neighbour(tokens: Tokens, at: int, step: int) -> str | None:
    """Return the capitalised word beside a name in its sentence."""
    other = at + step
    if not 0 <= other < len(tokens) or not tokens.same_sentence(at, other):
        return None
    text = tokens.text[other]
    if not (text[:1].isupper() and text[1:2].islower()):
        return None
    first = other == 0 or not tokens.same_sentence(other - 1, other)
    return None if first and text.lower() in _words() else text


def _is_title(word: str) -> bool:
    return word.lower() in words("titles")


@cache
def _words() -> frozenset[str]:
    """Return words of the language: "House" is no spelling of "Horse"."""
    table = files("factx.nlp").joinpath("english", "lemmas.json")
    if not table.is_file():
        return frozenset()
    data = json.loads(table.read_text(encoding="utf-8"))
    listed = {word for words in data["lemma_index"].values() for word in words}
    return frozenset(listed.union(*(forms for forms in data["lemma_exc"].values())))
