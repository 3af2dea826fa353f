"""The words that names and offices are made of: tokens, with hyphened ones joined again."""

from __future__ import annotations

from dataclasses import dataclass

from factx.mentions.official.lexicon import Lexicon
from factx.model import Span
from factx.nlp.tokens import Tokens

_ENDS = frozenset(".!?;…")
_GLUED = frozenset("-–—{}[]|*_~#<>")
QUOTES = frozenset("\"'“”‘’«»„")


@dataclass(frozen=True, slots=True, eq=False)
class Words:
    """One article's words as lists, and the lexicon; ``first`` and ``stop`` lead back to its tokens.

    ``begin`` and ``end`` are its offsets in the source: a dash or a caption glued to a token is none
    of it. ``opens`` tells that a word begins a sentence or block: nothing joins it to the one before.
    """

    tokens: Tokens
    lexicon: Lexicon
    text: list[str]
    lower: list[str]
    first: list[int]
    stop: list[int]
    begin: list[int]
    end: list[int]
    cap: list[bool]
    opens: list[bool]

    def __len__(self) -> int:
        return len(self.text)

    def phrase(self, start: int, stop: int) -> str:
        """Return the source text of the words, with white space made plain."""
        if start >= stop:
            return ""
        return " ".join(self.span(start, stop).text.split())

    def span(self, start: int, stop: int) -> Span:
        """Ground the words from ``start`` up to ``stop``."""
        return self.tokens.article.source.span(self.begin[start], self.end[stop - 1])

    def before(self, i: int) -> str:
        """Return the word before word ``i`` in its sentence, in lower case; empty at its start."""
        return self.lower[i - 1] if i and not self.opens[i] else ""

    def at(self, i: int) -> str:
        """Return word ``i`` if it goes on the sentence of the word before it; else nothing."""
        return self.lower[i] if i < len(self) and not self.opens[i] else ""

    def capital_at(self, i: int) -> bool:
        """Tell whether word ``i`` goes on the sentence of the word before it with a capital."""
        return i < len(self) and self.cap[i] and not self.opens[i]

    def place(self, start: int, stop: int) -> str:
        """Return the name of a place; a country's own for its people and its other names."""
        name = " ".join(self.lower[start:stop])
        return self.lexicon.countries.get(name) or self.phrase(start, stop)

    def in_title(self, i: int) -> bool:
        """Tell whether a word stands in a headline, where all have capitals."""
        return self.tokens.kind(self.first[i]) == "title"

    def place_length(self, start: int, stop: int) -> int:
        """Return how many words from ``start`` name a place, people or party; 0 if none does."""
        lower, lexicon = self.lower, self.lexicon
        if lower[start] not in lexicon.place_words and lower[start] not in lexicon.groups:
            return 0
        for length in range(min(4, stop - start), 0, -1):
            name = " ".join(lower[start : start + length])
            if name in lexicon.countries or name in lexicon.places or name in lexicon.groups:
                return length
        return 0


def view(tokens: Tokens, lexicon: Lexicon) -> Words:
    """Join hyphened and abbreviated tokens into words; leave page furniture out."""
    words = Words(tokens, lexicon, [], [], [], [], [], [], [], [])
    blocks = tokens.article.blocks
    furniture = [block.kind == "furniture" for block in blocks]
    raw, lower, starts, ends = tokens.text, tokens.lower, tokens.start, tokens.end
    block_of = tokens.block
    opens, block, join = True, -1, False
    for i, low in enumerate(lower):
        if block_of[i] != block:
            block, opens, join = block_of[i], True, False
        if furniture[block] or raw[i].isspace():
            continue
        glued = i > 0 and ends[i - 1] == starts[i] and words.stop and words.stop[-1] == i
        if glued and (join or _hyphen(raw, low, i, starts, ends)):
            words.text[-1] += raw[i]
            words.lower[-1] += low
            words.stop[-1], words.end[-1] = i + 1, ends[i]
            words.cap[-1] = words.cap[-1] or (
                join and _is_particle(words.lower[-1], raw[i], lexicon)
            )
            join = low == "-" and not _is_status(words.lower[-1], raw[i + 1 : i + 2], lexicon)
            continue
        if glued and low == "." and f"{words.lower[-1]}." in lexicon.heads:
            words.text[-1] += "."
            words.lower[-1] += "."
            words.stop[-1], words.end[-1] = i + 1, ends[i]
            continue
        join = False
        small = raw[i].islower()
        left, right = (0, len(raw[i])) if small else _glue(raw[i])
        words.text.append(raw[i][left:right])
        words.lower.append(low[left:right])
        words.first.append(i)
        words.stop.append(i + 1)
        words.begin.append(starts[i] + left)
        words.end.append(starts[i] + right)
        words.cap.append(not small and _capital(raw[i][left:right]))
        words.opens.append(opens)
        opens = (low[-1] in _ENDS and len(low) == 1) or (opens and low in QUOTES)
    return words


def _hyphen(raw: list[str], low: str, i: int, starts: list[int], ends: list[int]) -> bool:
    """Tell whether token ``i`` is a hyphen inside a word, not a dash between two."""
    return (
        low == "-"
        and raw[i] in "-‑‐"
        and raw[i - 1][-1].isalnum() | (raw[i - 1][-1] == ".")
        and i + 1 < len(raw)
        and starts[i + 1] == ends[i]
        and raw[i + 1][0].isalnum()
    )


def _is_status(lower: str, following: list[str], lexicon: Lexicon) -> bool:
    """Tell "then-" of "then-New Jersey Governor", which is no part of a name, from "then-mayor"."""
    word = following[0] if following else ""
    return lower in lexicon.status and word[:1].isupper() and word.lower() not in lexicon.heads


def _glue(text: str) -> tuple[int, int]:
    """Return where a word begins and ends in a token: "-Ann" under a quotation is a credit."""
    left, right = 0, len(text)
    while right - left > 2 and text[left] in _GLUED:
        left += 1
    left = left if text[left].isupper() else 0
    if (bar := text.find("|", left + 1)) > 0:  # a wiki link or template
        left, right = (bar + 1, right) if bar < left + 3 and bar + 1 < right else (left, bar)
    return left, right


def _is_particle(lower: str, last: str, lexicon: Lexicon) -> bool:
    return last[:1].isupper() and lower.partition("-")[0] in lexicon.particles


def _capital(text: str) -> bool:
    return text[0].isupper() or (
        len(text) > 3 and text[1] in "'’" and text[0] in "dlo" and text[2].isupper()
    )
