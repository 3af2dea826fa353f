"""Telephone numbers: "call 101", "call the police on 0800 555 111"."""

from __future__ import annotations

from factx.mentions.quantity import phrase
from factx.mentions.quantity.lists import lists
from factx.nlp.nouns import singular
from factx.nlp.numerals import Numeral
from factx.nlp.tokens import Tokens

# How far back "call" may stand before "on 101".
_DIALLED = 4


def is_dialled(tokens: Tokens, numeral: Numeral) -> bool:
    """Recognise a telephone number: ``call 101``, ``call police on 0800 555 111``."""
    first, known = numeral.first, lists()
    text = tokens.text[first]
    if text[0] == "0" and text.isdecimal() and text.strip("0"):
        return True
    if text in known.emergency:
        noun = phrase.find(tokens, numeral.stop)
        return noun is None or singular(tokens.lower[noun[1] - 1]) not in known.one_nouns
    if first == 0 or numeral.scale != 1 or not text.isdecimal():
        return False
    at = first - 1
    if tokens.lower[at] in known.dialled_on:
        low = max(0, at - _DIALLED)
        at = next((i for i in range(at - 1, low - 1, -1) if tokens.lower[i] in known.dials), at)
    if tokens.lower[at] not in known.dials or not tokens.same_sentence(at, first):
        return False
    return phrase.find(tokens, numeral.stop) is None and not _goes_on(tokens, numeral.stop)


def _goes_on(tokens: Tokens, at: int) -> bool:
    return tokens.lower[at : at + 1] in (["of"], ["to"], ["-"])
