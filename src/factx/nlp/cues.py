"""Words around a number: how exactly it is meant, and which way it moved."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import get_args

from factx.errors import LexiconError
from factx.intervals.hedges import Hedge
from factx.model import Change
from factx.nlp.tokens import Tokens

_LONGEST = 5
# How far back the verb of "by 5" may stand, and how far behind "5%" its noun.
_BACK, _AHEAD = 14, 6


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
    wholes: frozenset[str]
    results: frozenset[str]
    determiners: frozenset[str]
    funds: frozenset[str]
    unless: dict[str, frozenset[str]]


@cache
def cues() -> Cues:
    """Return the packaged cue words, read once."""
    table = resources.files("factx.nlp").joinpath("cues.toml")
    data = tomllib.loads(table.read_text(encoding="utf-8"))
    directions: tuple[Change, Change] = ("up", "down")

    def by_word(part: str) -> dict[str, Change]:
        return {word: way for way in directions for word in data["change"][way][part]}

    before, after = _hedges(data["before"]), _hedges(data["after"])
    skip, change = frozenset(data["skip"]["words"]), data["change"]
    return Cues(
        before=before,
        after=after,
        outer=frozenset(data["order"]["outer"]),
        overruled=frozenset(data["order"]["overruled"]),
        skip=skip,
        passed=skip | frozenset(data["skip"]["amounts"]),
        closing=frozenset(phrase.rpartition(" ")[2] for phrase in before),
        opening=frozenset(phrase.partition(" ")[0] for phrase in after),
        verbs=by_word("verbs"),
        nouns=by_word("nouns"),
        adverbs=by_word("adverbs"),
        more=by_word("more"),
        shares=frozenset(change["shares"]),
        breaks=frozenset(change["breaks"]),
        clauses=frozenset(change["clauses"]),
        not_nouns=frozenset(change["not_nouns"]),
        phrasal=frozenset(change["phrasal"]),
        wholes=frozenset(change["wholes"]),
        results=frozenset(change["results"]),
        determiners=frozenset(change["determiners"]),
        funds=frozenset(change["funds"]),
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
        doubtful = known.unless.get(" ".join(tokens.lower[start:end]))
        if doubtful is None or (start and tokens.lower[start - 1] not in doubtful):
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
            # "200 or greater than 190", "16 ships and up to 180 crew"
            return None if following in {"than", "to"} else name
    return None


def movement(
    tokens: Tokens, first: int, stop: int, *, money: bool = False, counted: bool = False
) -> Change | None:
    """Return which way the amount at ``first`` to ``stop`` moved: amounts of change only.

    ``rose 5%``, ``by 5``, ``up 5%``, ``a 5% increase``, ``an increase of 5``, ``5% higher``;
    a level reached (``rose to 5``) has no direction of its own. A loss of ``money`` is a result.
    """
    known = cues()
    lower, sent = tokens.lower, tokens.sent
    _, edge = hedge(tokens, first, stop)
    at = _passed(tokens, edge - 1, sent[first], known)
    if at >= 0 and sent[at] == sent[first]:
        word = lower[at]
        if word in known.adverbs and not _directed(lower, at, stop):
            if (at and lower[at - 1] in known.phrasal) or "the" in lower[at:edge]:
                return None  # "set up 12 camps", "give up the three"
            return known.adverbs[word]
        if word in known.verbs:
            if _is_share_of_whole(lower, stop, known) or (money and word in known.funds):
                return None
            described = not counted and _describes(tokens, at, first, stop)
            return None if described else known.verbs[word]
        if word == "by" and "the" not in lower[at:edge]:
            way = _governor(tokens, at, known)
            if way is not None:
                return way
        if word == "of" and at and lower[at - 1] in known.nouns:
            pair = f"{lower[at - 2]} {lower[at - 1]}" if at > 1 else ""
            result = money and lower[at - 1] in known.results
            return None if result or pair in known.not_nouns else known.nouns[lower[at - 1]]
    return _behind(tokens, stop, known, money=money)


def behind_noun(tokens: Tokens, stop: int) -> Change | None:
    """Read the direction behind a counted noun: ``3 points lower``, ``20 seats fewer``."""
    known = cues()
    if stop >= len(tokens) or not tokens.same_sentence(stop - 1, stop):
        return None
    way = known.adverbs.get(tokens.lower[stop]) or known.more.get(tokens.lower[stop])
    if tokens.lower[stop + 1 : stop + 2] in (["from"], ["to"]):
        return None  # "3.9 million units, up from 2.4 million" is a level
    return None if _starts_amount(tokens.lower, stop + 1) else way


def _is_share_of_whole(lower: list[str], stop: int, known: Cues) -> bool:
    """Tell "gained 53% of the vote", which is a level, from "lost 53% of its value"."""
    if lower[stop : stop + 1] != ["of"]:
        return False
    return any(word in known.wholes for word in lower[stop + 1 : stop + 4])


def _describes(tokens: Tokens, verb: int, first: int, stop: int) -> bool:
    """Tell the object "an 11-point lead" that a verb of change has from the amount it moved by."""
    lower, known = tokens.lower, cues()
    if stop >= len(lower) or not tokens.doc.has_annotation("TAG"):
        return False
    determined = not known.determiners.isdisjoint(lower[verb + 1 : first + 1])
    if determined and "-" in lower[first:stop]:
        return True  # "the 2.5-metre (8-foot) toy"
    return determined and tokens.doc[stop].tag_.startswith("NN") and lower[stop] not in known.nouns


def _passed(tokens: Tokens, at: int, sentence: int, known: Cues) -> int:
    """Step back over articles, adverbs and "a net of" to the word that an amount depends on."""
    lower = tokens.lower
    while at >= 0 and tokens.sent[at] == sentence:
        if lower[at] == "of" and at and lower[at - 1] in known.passed:
            at -= 1
        adverb = lower[at].endswith("ly") and lower[at] not in known.verbs  # "rally"
        if not (adverb or lower[at] in known.passed):
            break
        at -= 1
    return at


def _directed(lower: list[str], at: int, stop: int) -> bool:
    """Tell "up to 5" from "up 5"."""
    return at + 1 < stop and lower[at + 1] in {"to", "from"}


def _governor(tokens: Tokens, by: int, known: Cues) -> Change | None:
    """Find the verb or noun that "by 5" belongs to, at most a clause back."""
    lower, sent = tokens.lower, tokens.sent
    for at in range(by - 1, max(-1, by - _BACK), -1):
        word = lower[at]
        if sent[at] != sent[by] or word in known.clauses:
            return None
        way = known.verbs.get(word) or known.nouns.get(word) or known.adverbs.get(word)
        if way is not None:
            return way
    return None


def _starts_amount(lower: list[str], at: int) -> bool:
    """Tell whether an amount begins: the "up" of "16,369 up 58 points" belongs to it."""
    return at < len(lower) and (lower[at][:1].isdigit() or lower[at][-1:] in "$€£")


def _behind(tokens: Tokens, stop: int, known: Cues, *, money: bool) -> Change | None:
    """Read ``5% increase``, ``a 48.1 % year-on-year decrease``, ``5% higher``, ``5 more than``."""
    lower, sent = tokens.lower, tokens.sent
    for at in range(stop, min(stop + _AHEAD, len(lower))):
        word = lower[at]
        if sent[at] != sent[stop - 1]:
            return None
        if word in known.nouns:
            return None if money and word in known.results else known.nouns[word]
        if at == stop and word in known.adverbs:
            return None if _starts_amount(lower, at + 1) else known.adverbs[word]
        if at == stop and word in known.more:
            compared = lower[at + 1 : at + 2] == ["than"] or lower[stop - 1] in known.shares
            return known.more[word] if compared else None
        if word != "-" and (word in known.breaks or not word.isalpha()):
            return None
    return None
