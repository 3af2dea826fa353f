"""Numbers behind a word that numbers things: "Article 115", "runway 22", "class-five"."""

from __future__ import annotations

from factx.mentions.quantity import phrase
from factx.mentions.quantity.lists import Lists, lists
from factx.nlp.nouns import plural
from factx.nlp.numerals import Numeral
from factx.nlp.tokens import Tokens


def is_designated(tokens: Tokens, numeral: Numeral) -> bool:
    """Recognise ``Article 115``, ``room 12``, ``round five``, ``the bottom three``."""
    first, stop, known, lower = numeral.first, numeral.stop, lists(), tokens.lower
    before = _designator(tokens, first, known)
    if before is None:
        return False
    if tokens.block[first - 1] != tokens.block[first]:
        return False
    if before not in known.soft or lower[first - 1] == "-":
        return True
    if first > 1 and lower[first - 2] in known.pointers:
        return False  # "this year 908 of the voters"
    noun = phrase.find(tokens, stop) or phrase.behind_of(tokens, stop)
    if noun is None or not _many(tokens, noun):
        return True
    return numeral.form == "digits" and tokens.text[first - 1][:1].isupper() and first > 1


def _many(tokens: Tokens, noun: tuple[int, int]) -> bool:
    head = tokens.lower[noun[1] - 1]
    return plural(head) or head in lists().mass


def _designator(tokens: Tokens, first: int, known: Lists) -> str | None:
    """Return the word that numbers a thing, also before an abbreviation's stop and a first number."""
    lower = tokens.lower
    before = lower[first - 1]
    if before in known.designators:
        finite = tokens.doc[first - 1].tag_ in {"VB", "VBP", "VBZ"}  # "forces that number 7,000"
        return None if finite and tokens.text[first - 1].islower() else before
    if first < 2:
        return None
    tied = before == "-" and tokens.glued(first - 1) and tokens.glued(first)
    if tied and lower[first - 2] in known.designators:  # "class-five pupils"
        return lower[first - 2]
    if before == "." and tokens.glued(first - 1) and lower[first - 2] in known.abbreviated:
        return lower[first - 2]
    told = first > 2 and lower[first - 2 : first] == [",", "including"]
    return lower[first - 3] if told and lower[first - 3] in known.pairs else None
