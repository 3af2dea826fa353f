"""Words around a number: how exactly it is meant; ``movement`` reads which way it moved."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import get_args

from factx import packaged
from factx.errors import LexiconError
from factx.intervals.hedges import Hedge
from factx.model import Change
from factx.nlp.tokens import Tokens

_LONGEST = 5


@dataclass(frozen=True, slots=True)
class Cues:
    """The phrases of ``cues.toml``; hedges are names of ``intervals``' table.

    ``skip`` may stand between a hedge and its number, ``passed`` between a verb and its amount.
    ``closing`` are the last words of hedges, so that most words before a number cost one look-up.
    """

    before: dict[str, Hedge]
    after: dict[str, Hedge]
    outer: frozenset[str]
    overruled: frozenset[str]
    skip: frozenset[str]
    passed: frozenset[str]
    closing: frozenset[str]
    opening: frozenset[str]
    verbs: dict[str, Change]
    nouns: dict[str, Change]
    adverbs: dict[str, Change]
    more: dict[str, Change]
    shares: frozenset[str]
    breaks: frozenset[str]
    clauses: frozenset[str]
    not_nouns: frozenset[str]
    phrasal: frozenset[str]
    moving: frozenset[str]
    handled: frozenset[str]
    steps: frozenset[str]
    margins: frozenset[str]
    wholes: frozenset[str]
    results: frozenset[str]
    determiners: frozenset[str]
    funds: frozenset[str]
    paces: frozenset[str]
    setting: frozenset[str]
    reaching: frozenset[str]
    whither: frozenset[str]
    added: frozenset[str]
    unless: dict[str, frozenset[str]]


@cache
def cues() -> Cues:
    """Return the packaged cue words, read once."""
    data = packaged.table(__package__, "cues")
    directions: tuple[Change, Change] = ("up", "down")

    def by_word(part: str) -> dict[str, Change]:
        return {word: way for way in directions for word in data["change"][way][part]}

    before, after = _hedges(data["before"]), _hedges(data["after"])
    skip, change = frozenset(data["skip"]["words"]), data["change"]
    return packaged.fill(
        Cues,
        data["order"],
        change,
        before=before,
        after=after,
        skip=skip,
        passed=skip | frozenset(data["skip"]["amounts"]),
        closing=frozenset(phrase.rpartition(" ")[2] for phrase in before),
        opening=frozenset(phrase.partition(" ")[0] for phrase in after),
        verbs=by_word("verbs"),
        nouns=by_word("nouns"),
        adverbs=by_word("adverbs"),
        more=by_word("more"),
        unless={phrase: frozenset(words) for phrase, words in data["unless"].items()},
    )


def _hedges(table: dict[str, str]) -> dict[str, Hedge]:
    names: dict[str, Hedge] = {name: name for name in get_args(Hedge)}
    unknown = sorted(set(table.values()) - set(names))
    if unknown:
        raise LexiconError(f"cues.toml: no hedge is called {unknown[0]!r}")
    return {phrase: names[name] for phrase, name in table.items()}


def hedge(tokens: Tokens, first: int, stop: int) -> tuple[Hedge | None, int]:
    """Return the hedge of the mention at ``first`` to ``stop`` and where its words begin.

    The words stand directly before the mention, an article or "just" between allowed, or directly
    behind it. Without a hedge the second value is ``first``.
    """
    known = cues()
    name, start = _before(tokens, first, known)
    if name is None or name in known.overruled:
        behind = _after(tokens, stop, known)
        if behind is not None and (name is None or behind not in known.overruled):
            return behind, start
    return name, start


def _before(tokens: Tokens, first: int, known: Cues) -> tuple[Hedge | None, int]:
    lower, sent = tokens.lower, tokens.sent
    end = first
    for _ in range(3):
        if end == 0 or sent[end - 1] != sent[first]:
            break
        if (phrase := _ending_at(tokens, end, known)) is not None:
            outer = _ending_at(tokens, phrase[1], known)
            return outer if outer is not None and outer[0] in known.outer else phrase
        if lower[end - 1] not in known.skip:
            break
        end -= 1
    return None, first


def _ending_at(tokens: Tokens, end: int, known: Cues) -> tuple[Hedge, int] | None:
    """Return the longest phrase whose last token stands before ``end``, with its start."""
    if end == 0 or tokens.lower[end - 1] not in known.closing:
        return None
    sentence = tokens.sent[end - 1]
    for width in range(min(_LONGEST, end), 0, -1):
        start = end - width
        if tokens.sent[start] != sentence:
            continue
        name = known.before.get(" ".join(tokens.lower[start:end]))
        if name is None:
            continue
        doubtful = known.unless.get(" ".join(tokens.lower[start:end]), ())
        if (tokens.lower[start - 1] if start else "") not in doubtful:
            return name, start
    return None


def _after(tokens: Tokens, stop: int, known: Cues) -> Hedge | None:
    lower = tokens.lower
    if stop >= len(lower) or lower[stop] not in known.opening:
        return None
    for width in (3, 2, 1):
        name = known.after.get(" ".join(lower[stop : stop + width]))
        if name is not None and stop + width <= len(lower):
            following = lower[stop + width] if stop + width < len(lower) else ""
            if name == "at_least" and width == 1 and following in known.added:
                return None
            # "200 or greater than 190", "16 ships and up to 180 crew"
            return None if following in {"than", "to"} else name
    return None
