"""Words around a number: how exactly it is meant, and which way it moved."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources

from factx.model import Change
from factx.nlp.tokens import Tokens

_LONGEST = 5


@dataclass(frozen=True, slots=True)
class Cues:
    """The phrases of ``cues.toml``; hedges map to names of ``intervals``' table."""

    before: dict[str, str]
    after: dict[str, str]
    skip: frozenset[str]
    verbs: dict[str, Change]
    nouns: dict[str, Change]
    adverbs: dict[str, Change]


@cache
def cues() -> Cues:
    """Return the packaged cue words, read once."""
    table = resources.files("factx.nlp").joinpath("cues.toml")
    data = tomllib.loads(table.read_text(encoding="utf-8"))
    directions: tuple[Change, Change] = ("up", "down")

    def by_word(part: str) -> dict[str, Change]:
        return {word: way for way in directions for word in data["change"][way][part]}

    return Cues(
        before=data["before"],
        after=data["after"],
        skip=frozenset(data["skip"]["words"]),
        verbs=by_word("verbs"),
        nouns=by_word("nouns"),
        adverbs=by_word("adverbs"),
    )


def hedge(tokens: Tokens, first: int, stop: int) -> tuple[str | None, int]:
    """Return the hedge of the mention at ``first`` to ``stop`` and where its words begin.

    The words stand directly before the mention, an article or "just" between allowed, or directly
    behind it. Without a hedge the second value is ``first``.
    """
    known = cues()
    lower, sent = tokens.lower, tokens.sent
    end = first
    for _ in range(3):
        if (phrase := _ending_at(tokens, end, known.before)) is not None:
            name, start = phrase
            outer = _ending_at(tokens, start, known.before)
            if outer is not None and outer[0] in {"at_most", "at_least"}:
                return outer
            return name, start
        if end and sent[end - 1] == sent[first] and lower[end - 1] in known.skip:
            end -= 1
        else:
            break
    for width in (3, 2, 1):
        phrase_text = " ".join(lower[stop : stop + width])
        if stop + width <= len(lower) and phrase_text in known.after:
            return known.after[phrase_text], first
    return None, first


def _ending_at(tokens: Tokens, end: int, phrases: dict[str, str]) -> tuple[str, int] | None:
    """Return the longest phrase whose last token stands before ``end``, with its start."""
    for width in range(min(_LONGEST, end), 0, -1):
        start = end - width
        if tokens.sent[start] != tokens.sent[min(end, len(tokens) - 1)]:
            continue
        name = phrases.get(" ".join(tokens.lower[start:end]))
        if name is not None:
            return name, start
    return None


def movement(tokens: Tokens, first: int, stop: int) -> Change | None:
    """Return which way the amount at ``first`` to ``stop`` moved: amounts of change only.

    ``rose 5%``, ``by 5``, ``up 5%``, ``a 5% increase``, ``an increase of 5``, ``5% higher``;
    a level reached (``rose to 5``) has no direction of its own.
    """
    known = cues()
    lower, sent = tokens.lower, tokens.sent
    _, edge = hedge(tokens, first, stop)
    at = edge - 1
    while at >= 0 and sent[at] == sent[first] and (lower[at] in known.skip or lower[at].endswith("ly")):
        at -= 1
    if at >= 0 and sent[at] == sent[first]:
        word = lower[at]
        if word in known.adverbs and not _directed(lower, at, stop):
            return known.adverbs[word]
        if word in known.verbs:
            return known.verbs[word]
        if word == "by" and "the" not in lower[at:edge] and (way := _governor(tokens, at, known)) is not None:
            return way
        if word == "of" and at and lower[at - 1] in known.nouns:
            return known.nouns[lower[at - 1]]
    return _behind(tokens, stop, known)


def _directed(lower: list[str], at: int, stop: int) -> bool:
    """Tell "up to 5" from "up 5"."""
    return at + 1 < stop and lower[at + 1] in {"to", "from"}


def _governor(tokens: Tokens, by: int, known: Cues) -> Change | None:
    """Find the verb or noun that "by 5" belongs to, at most a clause back."""
    lower, sent = tokens.lower, tokens.sent
    for at in range(by - 1, max(-1, by - 14), -1):
        if sent[at] != sent[by] or lower[at] in {";", ":", "but", "while"}:
            return None
        word = lower[at]
        way = known.verbs.get(word) or known.nouns.get(word) or known.adverbs.get(word)
        if way is not None:
            return way
    return None


def _behind(tokens: Tokens, stop: int, known: Cues) -> Change | None:
    """Read ``5% increase``, ``a 48.1 % year-on-year decrease``, ``5% higher``."""
    lower, sent = tokens.lower, tokens.sent
    for at in range(stop, min(stop + 6, len(lower))):
        if sent[at] != sent[stop - 1]:
            return None
        word = lower[at]
        if word in known.nouns:
            return known.nouns[word]
        if at == stop and word in known.adverbs:
            return known.adverbs[word]
        if at == stop and word in {"more", "less", "fewer"}:
            following = lower[at + 1] if at + 1 < len(lower) else ""
            share = lower[stop - 1] in {"%", "percent", "cent"}
            return ("up" if word == "more" else "down") if share or following == "than" else None
        if not (word == "-" or word.isalpha()) or word in {"of", "in", "to", "and", "the", "from", "by", "on", "for", "with", "at", "or", "is", "was", "were", "are", "has", "had", "have"}:
            return None
    return None
