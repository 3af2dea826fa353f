"""Acronyms of bodies whose full names an article gives: "the Inland Water Registry (IWR)"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from factx.claims.sums.words import words
from factx.model import Tie
from factx.nlp.tokens import Tokens

_SHORTEST, _LONGEST = 3, 6


def find(tokens: Tokens) -> Iterator[Tie]:
    """Yield each later use of an acronym, and a use with two letters swapped, with its definition.

    A swapped acronym that stands twice, or has a full name of its own, is another body.
    """
    uses = tokens.where(_is_acronym)
    defined: dict[str, int] = {}
    parents: set[str] = set()
    for at in uses:
        if at and tokens.text[at - 1] == "(":
            parents.add(tokens.text[at])
            if _initials(tokens, at - 1, len(tokens.text[at])) == tokens.text[at]:
                defined.setdefault(tokens.text[at], at)
    yield from _expanded(tokens, uses)
    counts = Counter(tokens.text[at] for at in uses)
    swapped: dict[str, list[str]] = {}
    for name in defined:
        for other in _swaps(name):
            swapped.setdefault(other, []).append(name)
    for at in uses:
        text = tokens.text[at]
        if tokens.kind(at) == "furniture" or defined.get(text) == at:
            continue
        names = [text] if text in defined else swapped.get(text, [])
        if len(names) == 1 and (text in defined or (counts[text] == 1 and text not in parents)):
            place = defined[names[0]]
            yield Tie(
                "acronym", (), tokens.span(at, at + 1), items=(tokens.span(place, place + 1),)
            )


def _expanded(tokens: Tokens, uses: list[int]) -> Iterator[Tie]:
    """Yield an acronym whose letters stand in another order, and the second full name of one acronym."""
    first: dict[str, tuple[int, int]] = {}
    for at in uses:
        text = tokens.text[at]
        start = (
            _name_start(tokens, at - 1, len(text)) if tokens.text[at - 1 : at] == ["("] else None
        )
        if start is None or tokens.kind(at) == "furniture":
            continue
        letters = _initials(tokens, at - 1, len(text))
        place = start, at - 1
        if len(text) > _SHORTEST and letters != text and letters in _swaps(text):
            yield Tie("acronym", (), tokens.span(at, at + 1), items=(tokens.span(*place),))
        if sorted(letters) == sorted(text):
            other = first.setdefault(text, place)
            if other != place:
                yield Tie("acronym", (), tokens.span(*place), items=(tokens.span(*other),))


def _name_start(tokens: Tokens, stop: int, count: int) -> int | None:
    """Return where the capitalised words before a bracket begin that give so many letters."""
    found, at = 0, stop
    while at > 0 and found < count:
        at -= 1
        text = tokens.text[at]
        capital = text[:1].isupper() and text.isalpha()
        if not tokens.same_sentence(at, stop) or (
            not capital and text not in words("within_names")
        ):
            return None
        found += capital
    return at if found == count else None


def _is_acronym(text: str) -> bool:
    return (
        _SHORTEST <= len(text) <= _LONGEST and text.isascii() and text.isalpha() and text.isupper()
    )


def _initials(tokens: Tokens, stop: int, count: int) -> str:
    """Return the initials of the last capitalised words before a bracket."""
    letters: list[str] = []
    at = stop - 1
    while at >= 0 and len(letters) < count and tokens.same_sentence(at, stop):
        text = tokens.text[at]
        if text[:1].isupper() and text.isalpha():
            letters.append(text[0])
        elif text not in words("within_names"):
            break
        at -= 1
    return "".join(reversed(letters))


def _swaps(name: str) -> Iterator[str]:
    """Yield an acronym with two neighbouring letters swapped."""
    for at in range(len(name) - 1):
        if name[at] != name[at + 1]:
            yield name[:at] + name[at + 1] + name[at] + name[at + 2 :]
