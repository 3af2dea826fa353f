"""Numbers inside a name: "Group of Seven", "619 Waddell Avenue", "the Six Sisters", "the 747 pilot"."""

from __future__ import annotations

from factx.mentions.quantity import phrase
from factx.mentions.quantity.lists import lists
from factx.nlp.nouns import plural
from factx.nlp.numerals import Numeral
from factx.nlp.tokens import Tokens

# How much of a title is looked at to tell whether it capitalises every word.
_TITLE = 20
_WORDS = frozenset({"NOUN", "VERB", "ADJ"})
_ARTICLES = frozenset({"the", "a", "an", "this", "that"})
_OWNERS = frozenset({"PRP$", "POS"})
_SINGULAR = frozenset({"NN", "NNP"})
# A figure of four digits counts even before a singular: "the 3,000 capacity".
_LARGE = 1000


def inside_name(tokens: Tokens, numeral: Numeral) -> bool:
    """Tell whether a number is part of a name by the capitals around it."""
    first, stop = numeral.first, numeral.stop
    if tokens.kind(first) == "title" and _capitalised(tokens, first):
        return False
    text, lower = tokens.text, tokens.lower
    before = text[first - 1]
    within = not opens(tokens, first) and before[:1].isalpha()
    if text[first][:1].isupper() and within and stop - first == 1:
        named = text[stop][:1].isupper() if stop < len(text) else False
        after_of = lower[first - 1] == "of" and text[first - 2][:1].isupper()
        return before[:1].isupper() or after_of or named
    if not text[first][:1].isdigit():
        return False
    tie = stop + 1 if stop < len(text) and lower[stop] == "-" and tokens.glued(stop) else stop
    if tie > stop and tie < len(text) and any(c.isupper() for c in text[tie][1:]):
        return True
    named_before = within and before[:1].isupper() and not opens(tokens, first - 1)
    if named_before and stop < len(text) and text[stop][:1].isupper() and not plural(text[stop]):
        return True
    titled = before == "The" and not opens(tokens, first - 1)
    if titled and text[stop : stop + 1] and text[stop][:1].isupper():
        return True  # "the band The 69 Eyes"
    noun = phrase.find(tokens, stop)
    if noun is None or noun[0] != stop:
        return False
    head = text[noun[1] - 1]
    named = all(text[i][:1].isupper() or not text[i][:1].isalpha() for i in range(*noun))
    people = tokens.doc[noun[1] - 1].tag_ == "JJ"  # "some 13,000 Nepalese"
    if named and not people and not plural(head) and not (head.isupper() and noun[1] - stop == 1):
        return True
    return _numbers(tokens, numeral, noun)


def _numbers(tokens: Tokens, numeral: Numeral, noun: tuple[int, int]) -> bool:
    """Recognise ``the 747 pilot`` and ``the 96 Rock studio``: an article and no plural."""
    first, stop = noun
    head = tokens.lower[stop - 1]
    if not tokens.doc.has_annotation("TAG") or numeral.scale != 1:
        return False
    if not 1 < numeral.value < _LARGE or not numeral.whole:
        return False
    if stop - first > 1 and not tokens.text[first][:1].isupper():
        return False  # "the 12 member jury"
    known = lists()
    single = tokens.doc[stop - 1].tag_ in _SINGULAR and not plural(head)
    if not single or head in known.mass or head in known.marks:
        return False
    before = numeral.first - 1
    return tokens.lower[before] in _ARTICLES or tokens.doc[before].tag_ in _OWNERS


def opens(tokens: Tokens, index: int) -> bool:
    """Tell whether a token is the first of its sentence."""
    return index == 0 or not tokens.same_sentence(index - 1, index)


def _capitalised(tokens: Tokens, index: int) -> bool:
    """Tell whether a title capitalises all its words, so that a capital marks no name."""
    low, high = max(0, index - _TITLE), min(len(tokens), index + _TITLE)
    small = [
        i
        for i in range(low, high)
        if tokens.block[i] == tokens.block[index] and tokens.text[i][:1].islower()
    ]
    if any(tokens.doc[i].pos_ in _WORDS for i in small):
        return False
    return sum(len(tokens.text[i]) > 4 for i in small) < 2
