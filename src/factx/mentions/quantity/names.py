"""Numbers that count nothing: names, identifiers, list numbers, telephone numbers, years."""

from __future__ import annotations

import re

from factx.mentions.quantity import designated, inside, phrase, rolls
from factx.mentions.quantity.lists import lists
from factx.mentions.quantity.telephones import is_dialled
from factx.nlp.gazetteer import gazetteer
from factx.nlp.movement import is_level
from factx.nlp.nouns import plural
from factx.nlp.numerals import Numeral, words
from factx.nlp.numerals.fractions import tied
from factx.nlp.tokens import Tokens

# A bare figure between these is rather a year.
_YEARS = (1800, 2100)
# "Python 3.9", "Democracy 2.0"; a level of an index has more digits.
_VERSION = re.compile(r"\d{1,2}\.\d{1,2}")
# How far back a bracket that closes behind a number may be opened.
_BRACKETED = 60
_QUOTES = frozenset("'\"“”‘’")


def is_name(tokens: Tokens, numeral: Numeral) -> bool:
    """Tell whether a bare number is part of a name, an identifier, a list or a telephone number."""
    if numeral.form == "vague" and numeral.first:
        return inside.inside_name(tokens, numeral)
    if numeral.form not in {"digits", "words"}:
        return False
    if numeral.form == "digits" and (is_tied(tokens, numeral) or _numbers_a_line(tokens, numeral)):
        return True
    if numeral.form == "digits" and is_dialled(tokens, numeral):
        return True
    if _numbers_an_ordinal(tokens, numeral):
        return True
    if _ranks(tokens, numeral):
        return True
    if numeral.first == 0:
        return False
    if inside.inside_name(tokens, numeral) or designated.is_designated(tokens, numeral):
        return True
    if numeral.form != "digits":
        return False
    if tokens.text[numeral.first - 1] in lists().updates:
        return True
    return _quoted(tokens, numeral) or _labelled(tokens, numeral) or _year(tokens, numeral)


def is_tied(tokens: Tokens, numeral: Numeral) -> bool:
    """Recognise digits tied to letters or to other digits: ``A330-200``, ``555-0100``, ``737s``."""
    text, lower, first = tokens.text, tokens.lower, numeral.first
    if first > 0 and tokens.glued(first) and text[first - 1] in {"#", "@", "№", "_"}:
        return True
    if numeral.stop < len(tokens) and tokens.glued(numeral.stop) and not numeral.letter:
        letter = text[numeral.stop]
        if len(letter) == 1 and letter.isupper() and letter.isalpha():
            return True  # "seats 12A to 15F"
        following = text[numeral.stop + 1 : numeral.stop + 2]
        if letter == "+" and following and following[0].isdigit():
            return True  # "the 6+5 rule"
    if first > 1 and lower[first - 1] == "+" and text[first - 2][-1:].isdigit():
        return True
    short = len(numeral.digits) < 3 and tokens.glued(first)
    if short and first > 1 and lower[first - 1] == "-" and _is_year(text[first - 2]):
        return True  # "across 2002-6"
    if first > 1 and tokens.glued(first) and lower[first - 1] in {"-", "/", "_", ".", ":"}:
        left = text[first - 2]
        if lower[first - 1] == "-" and ":" in left:
            return True  # "Leviticus 17:10-14"
        lettered = any(c.isalpha() for c in left) and left.lower() not in lists().prefixes
        if tokens.glued(first - 1) and lettered:
            return True
    return _groups(tokens, first) >= 3


def _is_year(text: str) -> bool:
    return len(text) == 4 and text.isdecimal() and _YEARS[0] <= int(text) <= _YEARS[1]


def _groups(tokens: Tokens, at: int) -> int:
    """Count the groups of digits that hyphens tie together, three being enough."""
    text, lower = tokens.text, tokens.lower
    for _ in range(3):
        if at >= 2 and lower[at - 1] == "-" and tokens.glued(at) and _is_group(text[at - 2]):
            at -= 2
    groups = 0
    while groups < 3 and at < len(text) and _is_group(text[at]):
        groups += 1
        if at + 2 >= len(text) or lower[at + 1] != "-":
            break
        if not (tokens.glued(at + 1) and tokens.glued(at + 2)):
            break
        at += 2
    return groups


def _is_group(text: str) -> bool:
    return text.lstrip("+").replace("/", "").isdigit()


def _numbers_a_line(tokens: Tokens, numeral: Numeral) -> bool:
    """Recognise ``1. Unofficial results`` and ``3) Repeal``."""
    first, stop = numeral.first, numeral.stop
    opens = (
        first == 0
        or tokens.block[first - 1] != tokens.block[first]
        or "\n" in tokens.text[first - 1]
    )
    if not opens or stop >= len(tokens) or tokens.lower[stop] not in {".", ")"}:
        return False
    return tokens.glued(stop) and tokens.text[first].isdigit() and len(tokens.text[first]) < 3


def _ranks(tokens: Tokens, numeral: Numeral) -> bool:
    """Recognise ``finished in 5 place`` and the aircraft of ``the 707 was a freighter``."""
    first, stop, lower = numeral.first, numeral.stop, tokens.lower
    after = lower[stop] if stop < len(lower) else "."
    if after == "place" and numeral.value > 1:
        return True
    plain = lower[first].isdecimal() and len(lower[first]) == 3
    return plain and first > 0 and lower[first - 1] == "the" and after in {"was", "is", "has"}


def _numbers_an_ordinal(tokens: Tokens, numeral: Numeral) -> bool:
    """Recognise the position called ``five eighth`` and the ordinal ``twenty-sixth``."""
    at = tied(tokens, numeral.stop)
    following = tokens.lower[at] if at < len(tokens) else ""
    known = words()
    ordinal = following in known.parts or following in known.last
    return numeral.form == "words" and ordinal and not following.endswith("s")


def _quoted(tokens: Tokens, numeral: Numeral) -> bool:
    """Recognise a number that is quoted as a word: ``the "19" stands for the year``."""
    first, stop = numeral.first, numeral.stop
    if stop >= len(tokens) or not _QUOTES.issuperset(tokens.text[first - 1]):
        return False
    return tokens.glued(first) and tokens.glued(stop) and _QUOTES.issuperset(tokens.text[stop])


def _labelled(tokens: Tokens, numeral: Numeral) -> bool:
    """Recognise a number in brackets, behind a letter or behind a name: ``(2)``, ``B 52``, ``Apollo 11``."""
    first, stop = numeral.first, numeral.stop
    before = tokens.text[first - 1]
    if not tokens.same_sentence(first - 1, first):
        return False
    short = numeral.digits.isdigit() and len(numeral.digits) <= 2
    if short and _lists(tokens, numeral):
        return True
    if before == "(" and stop < len(tokens) and tokens.lower[stop] == ")":
        return short
    if len(before) == 1 and before.isupper() and before not in {"A", "I"}:
        return True
    if "'" in before and tokens.glued(first) and short:  # "back in '69"
        return True
    if "," in tokens.text[first]:
        return False  # "Labour 1,637"
    if before == "]" and tokens.text[first - 2][:1].isupper():  # "[CentOS] 8"
        return not _counts_many(tokens, stop)
    version = "." not in numeral.digits or _VERSION.fullmatch(numeral.digits) is not None
    if version and numeral.digits.endswith(".0") and before[:1].isupper():  # "Democracy 2.0 will"
        return not _counts_many(tokens, stop)
    named = version and numeral.scale == 1 and _name_before(tokens, first)
    counted = not _is_day(numeral) or tokens.lower[stop : stop + 1] == ["of"]
    named = named and not (before in gazetteer().dates and counted)
    named = named and not _counts_many(tokens, stop)
    return named and not rolls.is_listed(tokens, first)


def _lists(tokens: Tokens, numeral: Numeral) -> bool:
    """Recognise the number of ``and 2) finding the cause``: a bracket closes that none opened."""
    stop = numeral.stop
    if tokens.lower[stop : stop + 1] != [")"] or not tokens.glued(stop):
        return False
    opened = tokens.lower[max(0, stop - _BRACKETED) : stop]
    return "(" not in opened


def _is_day(numeral: Numeral) -> bool:
    """Tell a number that a month may have: "May 12", but "By May 41 of them"."""
    return numeral.whole and 0 < numeral.value <= 31


def _name_before(tokens: Tokens, first: int) -> bool:
    """Tell whether the word before is a name: "Apollo 11", not "Sales 11" at a sentence's start."""
    word = tokens.text[first - 1]
    if not (word[:1].isupper() and word.isalnum()) or len(word) < 2:
        return False
    if tokens.kind(first) == "title":
        return False
    if plural(word) and first > 1 and tokens.lower[first - 2] == "the":
        return False  # "the ruling party took 324 seats and the Greens 57"
    if not inside.opens(tokens, first - 1) or (word.isupper() and len(word) > 1):
        return True
    return tokens.doc.has_annotation("TAG") and tokens.doc[first - 1].tag_ in {"NNP", "NNPS"}


def _year(tokens: Tokens, numeral: Numeral) -> bool:
    plain = "," not in tokens.text[numeral.first] and numeral.scale == 1
    if not plain or len(numeral.digits) != 4 or numeral.stop - numeral.first != 1:
        return False
    low, high = _YEARS
    if not low <= numeral.value <= high or is_level(tokens.lower, numeral.first):
        return False
    if numeral.first and tokens.lower[numeral.first - 1] in lists().months:
        return True
    noun = phrase.find(tokens, numeral.stop)
    if noun is None or not plural(tokens.text[noun[1] - 1]):
        return True
    # "2018 candidate Jane Adams"
    return tokens.text[noun[0]][:1].islower() and tokens.text[noun[1] - 1][:1].isupper()


def _counts_many(tokens: Tokens, at: int) -> bool:
    noun = phrase.find(tokens, at)
    return noun is not None and plural(tokens.text[noun[1] - 1])
