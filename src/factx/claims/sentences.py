"""The sentences of an article, a heading that has run into one cut off."""

from __future__ import annotations

from factx.claims.words import words
from factx.nlp.tokens import Tokens


def sentences(tokens: Tokens) -> list[tuple[int, int]]:
    """Return the sentences as stretches; one never ends in white space."""
    out: list[tuple[int, int]] = []
    first = 0
    sent, text = tokens.sent, tokens.text
    for index in range(1, len(tokens) + 1):
        if index < len(tokens) and sent[index] == sent[first]:
            continue
        stop, start = index, first
        while stop > first + 1 and text[stop - 1].isspace():
            stop -= 1
        while start < stop - 1 and text[start].isspace():
            start += 1
        out.append((_past_heading(tokens, start, stop), stop))
        first = index
    return out


def _past_heading(tokens: Tokens, start: int, stop: int) -> int:
    """Return where a sentence begins that a heading has run into: "Trends and Hopes The city said"."""
    capitals = 0
    for index in range(start, min(stop, start + 12)):
        word = tokens.text[index]
        if word[0].isupper():
            if capitals > 1 and tokens.lower[index] in words("phrase", "restarts"):
                return index
            capitals += 1
        elif tokens.lower[index] not in words("phrase", "small"):
            break
    return start
