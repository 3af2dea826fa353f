"""Turn quantities into claims: what is measured, when, where, compared with what, said by whom."""

from __future__ import annotations

from factx.mentions import Found
from factx.model import Claim, Measure, Quantity
from factx.nlp.nouns import singular
from factx.nlp.tokens import Tokens

__all__ = ["build"]


def build(tokens: Tokens, found: Found) -> list[Claim]:
    """Return one claim per asserted quantity, in text order; page furniture asserts nothing."""
    claims: list[Claim] = []
    for quantity in found.quantities:
        index = tokens.at(quantity.start)
        if tokens.kind(index) == "furniture":
            continue
        sentence = _sentence(tokens, index)
        claims.append(
            Claim(
                id=f"c{len(claims) + 1}",
                mention=quantity.id,
                measure=_measure(quantity),
                relation="level",
                period=None,
                place=None,
                baseline=None,
                converts=None,
                source=None,
                modality="actual",
                sentence=tokens.span(*sentence),
            )
        )
    return claims


def _sentence(tokens: Tokens, index: int) -> tuple[int, int]:
    """Return the tokens of the sentence around ``index``, white space at its end left out."""
    first = last = index
    while first and tokens.sent[first - 1] == tokens.sent[index]:
        first -= 1
    while last + 1 < len(tokens) and tokens.sent[last + 1] == tokens.sent[index]:
        last += 1
    while last > index and tokens.text[last].isspace():
        last -= 1
    return first, last + 1


def _measure(quantity: Quantity) -> Measure | None:
    noun = quantity.noun
    if noun is None:
        return None
    words = noun.text.split()
    modifiers = tuple(word.lower() for word in words[:-1])
    return Measure(noun.text, noun.start, noun.end, singular(words[-1]), modifiers)
