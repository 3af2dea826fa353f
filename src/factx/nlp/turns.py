"""Who says what in a printed conversation: "((Ann Berg)) I was there" or "AB: I was there".

An article that only quotes people has none. Who mostly asks is the reporter, and asserts nothing.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from dataclasses import dataclass

from factx.nlp.tokens import Tokens

# Tokens of a name before a colon, and of any label.
_NAME, _LABEL = 4, 9
# Labelled paragraphs that make a conversation.
_FEWEST = 4


@dataclass(frozen=True, slots=True)
class Turn:
    """What one speaker says: the tokens ``first`` up to ``stop``, and the label that names who.

    ``label`` is the fullest form of it: "Ann Berg" where a turn says "AB".
    """

    first: int
    stop: int
    label: tuple[int, int]
    asks: bool


def turns(tokens: Tokens) -> list[Turn]:
    """Return the turns of an article in text order; none unless two speak and one of them asks.

    A paragraph without a label goes on with the turn before it, the last one excepted: what follows
    a conversation is the article again.
    """
    opened = _labelled(tokens)
    if len(opened) < _FEWEST:
        return []
    stops = [first for first, _, _ in opened[1:]] + [opened[-1][1]]
    said: dict[str, list[bool]] = defaultdict(list)
    for (first, _, label), stop in zip(opened, stops, strict=True):
        said[_name(tokens, label)].append("?" in tokens.text[first:stop])
    askers = {name for name, asked in said.items() if 2 * sum(asked) > len(asked)}
    if not askers or len(said) < 2:
        return []
    full = _fullest(tokens, [label for _, _, label in opened])
    return [
        Turn(first, stop, full[_name(tokens, label)], _name(tokens, label) in askers)
        for (first, _, label), stop in zip(opened, stops, strict=True)
    ]


def turn_at(found: list[Turn], index: int) -> Turn | None:
    """Return the turn that a token stands in."""
    at = bisect_right(found, index, key=lambda turn: turn.first) - 1
    return found[at] if at >= 0 and index < found[at].stop else None


def _labelled(tokens: Tokens) -> list[tuple[int, int, tuple[int, int]]]:
    """Return the paragraphs that open with a label: where they begin and end, and the label."""
    out: list[tuple[int, int, tuple[int, int]]] = []
    block, first = tokens.block, 0
    for index in range(1, len(tokens) + 1):
        if index < len(tokens) and block[index] == block[first]:
            continue
        if (label := _label(tokens, first, index)) is not None:
            out.append((first, index, label))
        first = index
    return out


def _label(tokens: Tokens, first: int, stop: int) -> tuple[int, int] | None:
    """Read "((Ann Berg))" or "Ann Berg:" at the head of a paragraph."""
    text = tokens.text
    while first < stop and text[first].isspace():
        first += 1
    doubled = "".join(text[first : first + 2]).startswith("((")
    start = first + (1 if text[first : first + 1] == ["(("] else 2) if doubled else first
    end = start
    while end < min(stop, start + _LABEL) and text[end][0].isalpha():
        end += 1
    if end in {start, stop}:
        return None
    if doubled:
        return (start, end) if text[end][0] == ")" else None
    named = end - start <= _NAME and all(word[0].isupper() for word in text[start:end])
    return (start, end) if named and text[end] == ":" else None


def _name(tokens: Tokens, label: tuple[int, int]) -> str:
    return " ".join(tokens.lower[label[0] : label[1]])


def _fullest(tokens: Tokens, labels: list[tuple[int, int]]) -> dict[str, tuple[int, int]]:
    """Return the stretch that names each speaker: the full name of initials, if one is there."""
    full: dict[str, tuple[int, int]] = {}
    initials: dict[str, tuple[int, int]] = {}
    for label in labels:
        words = tokens.lower[label[0] : label[1]]
        full.setdefault(" ".join(words), label)
        if len(words) > 1:
            initials.setdefault("".join(word[0] for word in words), label)
    return {name: initials.get(name, label) for name, label in full.items()}
