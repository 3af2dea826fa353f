"""Counts: a number and the noun phrase it counts."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from factx.mentions.quantity import clocks, designated, listed, names, one, phrase
from factx.mentions.quantity.amount import Amount
from factx.mentions.quantity.lists import lists
from factx.mentions.quantity.part import is_many
from factx.mentions.quantity.ranges import links
from factx.mentions.quantity.units import units
from factx.nlp.nouns import plural, singular
from factx.nlp.tokens import Tokens

# The unit of "three times a day"; how often is no multiple.
_TIMES = "time"
# Lengths of time are dates; of these none is anything else.
_PERIODS = frozenset({"year", "month", "week", "day", "hour", "minute", "decade"})
_VERBS = frozenset({"VBG", "VBN", "VBD"})
_BAND = re.compile(r"[1-9][0-9]s")
_CLAUSES = frozenset({"ROOT", "acl", "advcl", "ccomp", "conj"})


def read(tokens: Tokens, amounts: list[Amount], index: int, skip: Callable[[int], bool]) -> bool:
    """Read a bare number as a count, or tell that it is none."""
    amount = amounts[index]
    numeral = amount.numeral
    if amount.upper is None and numeral.form == "words" and tokens.lower[numeral.first] == "one":
        if numeral.value == 1 and not one.counts(tokens, numeral, _others(tokens, amounts, index)):
            return False
    elif amount.upper is None and (
        names.is_name(tokens, numeral) or listed.names(tokens, amounts, index)
    ):
        return False
    elif amount.upper is not None and numeral.form == "digits" and numeral.first:
        numbered = replace(numeral, stop=amount.stop)  # "a Boeing 737-800", "pages 3-5"
        if designated.is_designated(tokens, numbered):
            return False
    if numeral.value == 0 and numeral.form == "words" and _is_idiom(tokens, amount):
        return False
    if _is_cut(tokens, amount, skip) or _is_band(tokens, amount):
        return False
    _count(tokens, amount, skip)
    if amount.noun is None and amount.unit in units().per and amount.stop == numeral.stop:
        return False  # "a month or two" is one length of time
    if amount.unit is None and clocks.tells(tokens, amount):
        return False
    fractional = "." in numeral.digits and numeral.scale == 1
    many = amount.noun is None or is_many(tokens, amount.noun[1] - 1)
    if fractional and (amount.unit is None or not many):  # "a 0.26 blood alcohol level"
        amount.kind = "number"
    return True


def _is_cut(tokens: Tokens, amount: Amount, skip: Callable[[int], bool]) -> bool:
    """Tell whether a date took the period that a number counts: "40.3 ± [0.1 days]"."""
    at = amount.stop
    if tokens.lower[at : at + 1] == ["±"]:  # "40.3 ± [0.1 days]"
        return skip(at + 1)
    plus = tokens.lower[at : at + 1] == ["+"] and at + 1 < len(tokens)  # "30+ years"
    return plus and singular(tokens.lower[at + 1]) in _PERIODS


def _is_band(tokens: Tokens, amount: Amount) -> bool:
    """Tell the age band "16-24s" and the ordinal "10 millionth"."""
    at = amount.stop
    if tokens.lower[at : at + 1] == ["-"] and tokens.glued(at):
        return bool(_BAND.fullmatch("".join(tokens.lower[at + 1 : at + 2])))
    return tokens.lower[at : at + 1] != [] and tokens.lower[at] in lists().ordinals


def _others(tokens: Tokens, amounts: list[Amount], index: int) -> bool:
    """Tell whether a neighbour stands in the same sentence."""
    near = amounts[max(0, index - 1) : index] + amounts[index + 1 : index + 2]
    return any(tokens.same_sentence(other.first, amounts[index].first) for other in near)


def _is_idiom(tokens: Tokens, amount: Amount) -> bool:
    """Tell "zero tolerance" and "come to naught" from "zero cases" and "nought"."""
    noun = phrase.find(tokens, amount.stop)
    if noun is None:
        before = tokens.lower[amount.first - 1 : amount.first]
        return tokens.lower[amount.first] == "zero" or before in (["to"], ["for"])
    return not plural(tokens.text[noun[1] - 1])


def _count(tokens: Tokens, amount: Amount, skip: Callable[[int], bool]) -> None:
    """Give a bare number its noun and unit; the unit is the phrase with its head in the singular."""
    amount.kind = "count"
    at = amount.stop
    if _hyphened(tokens, amount, skip):
        return
    so = 2 * (tokens.lower[at : at + 2] == ["or", "so"])  # "a dozen or so protesters"
    noun = phrase.behind_of(tokens, at, skip) or phrase.find(tokens, at + so, skip)
    if noun is None or _verbal(tokens, amount, noun):
        amount.unit = _before_or(tokens, amount)
        return
    if tokens.lower[noun[0]] == "times":
        amount.noun = (noun[0], noun[0] + 1)
        amount.unit = _rate(tokens, noun[0] + 1)
        return
    if _scores_result(tokens, amount, noun):
        return
    noun = _modified(tokens, amount, noun)
    amount.noun, amount.unit = noun, phrase.unit_of(tokens, noun)


def _verbal(tokens: Tokens, amount: Amount, noun: tuple[int, int]) -> bool:
    """Tell "the two travelling in the car" and "800 thought to come" from what is counted."""
    first, stop = noun
    word, head = tokens.lower[first], tokens.lower[stop - 1]
    if amount.numeral.value <= 1 or plural(head) or head in lists().mass:
        return False
    if stop - first > 1:  # "seven receiving treatment"
        tag = tokens.doc[first].tag_
        verb = tokens.doc[first].dep_ in _CLAUSES and tag in _VERBS
        return tag == "VBG" or (verb and tokens.text[stop - 1].islower())
    infinitive = tokens.lower[stop : stop + 1] == ["to"]
    return word.endswith("ing") or (infinitive and first == amount.stop)


def _hyphened(tokens: Tokens, amount: Amount, skip: Callable[[int], bool]) -> bool:
    """Read a compound as a whole: ``131-page``, ``six-cylinder``."""
    at = amount.stop
    tied = at + 1 < len(tokens) and tokens.lower[at] == "-" and tokens.glued(at)
    if not tied or not tokens.glued(at + 1) or not tokens.text[at + 1].isalpha():
        return False
    if tokens.lower[at + 1] in lists().loosely:  # "100-plus cars", "70-odd seats"
        amount.noun = phrase.find(tokens, at + 2, skip)
        amount.unit = phrase.unit_of(tokens, amount.noun) if amount.noun else None
        return True
    noun = phrase.find(tokens, at + 1, skip)
    if noun is None or noun[0] != at + 1:
        return False
    amount.stop = at + 2
    amount.unit = singular(tokens.text[at + 1])
    if amount.unit == "strong":  # "an 8,000-strong force"
        amount.unit = None
    return True


def _before_or(tokens: Tokens, amount: Amount) -> str | None:
    """Read the noun before: ``another pick or two``."""
    first, lower = amount.first, tokens.lower
    if (
        first < 3
        or lower[first - 1] != "or"
        or lower[first - 3] not in {"a", "an", "another", "one"}
    ):
        return None
    word = tokens.text[first - 2]
    return singular(word) if word.isalpha() and lower[first - 2] not in lists().stop else None


def _rate(tokens: Tokens, at: int) -> str:
    """Return the unit of ``78,000 times a minute``."""
    lower = tokens.lower
    if lower[at : at + 1] in (["a"], ["an"], ["per"], ["every"]) and at + 1 < len(lower):
        symbol = units().per.get(lower[at + 1])
        if symbol is not None:
            return f"{_TIMES}/{symbol}"
    return _TIMES


def _scores_result(tokens: Tokens, amount: Amount, noun: tuple[int, int]) -> bool:
    """Leave the second figure of "a 22 points to 10 win" to the points before it."""
    single = noun[1] - noun[0] == 1 and tokens.lower[noun[0]] in links().results
    before = tokens.lower[amount.first - 1] if amount.first else ""
    return single and before in {"to", "-"}


def _modified(tokens: Tokens, amount: Amount, noun: tuple[int, int]) -> tuple[int, int]:
    """Cut "149 vote margin" to the vote: a singular behind a number above one describes the next."""
    first, stop = noun
    tagged = tokens.doc.has_annotation("TAG")
    several = stop - first > 1 and amount.numeral.value > 1
    if not several or not tagged or not tokens.doc[first].tag_.startswith("NN"):
        return noun
    words = tokens.lower[first:stop]
    named = any(tokens.text[i][:1].isupper() for i in range(first, stop))
    many = any(word.endswith("s") or plural(word) or word in lists().mass for word in words)
    return noun if named or many or words[1] == "-" else (first, first + 1)
