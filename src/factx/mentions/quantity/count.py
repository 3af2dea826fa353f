"""Counts: a number and the noun phrase it counts, and numbers that count nothing."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from importlib import resources

from factx.mentions.quantity.amount import Amount
from factx.nlp.cues import cues
from factx.nlp.nouns import plural, singular
from factx.nlp.numerals import Numeral
from factx.nlp.tokens import Tokens

_LONGEST_NOUN = 8
_NOUN_TAGS = frozenset({"NN", "NNS", "NNP", "NNPS"})
_INNER_TAGS = frozenset({"JJ", "JJR", "JJS", "VBN", "VBG", "HYPH", "POS", "FW", "AFX"}) | _NOUN_TAGS


@dataclass(frozen=True, slots=True)
class Lists:
    """The word lists of ``count.toml``."""

    stop: frozenset[str]
    fill: frozenset[str]
    designators: frozenset[str]
    soft: frozenset[str]
    one_before: frozenset[str]
    one_nouns: frozenset[str]
    one_not_before: frozenset[str]
    elided_after: frozenset[str]


@cache
def lists() -> Lists:
    """Return the packaged word lists, read once."""
    table = resources.files("factx.mentions.quantity").joinpath("count.toml")
    data = tomllib.loads(table.read_text(encoding="utf-8"))
    return Lists(
        stop=frozenset(data["stop"]["words"]),
        fill=frozenset(data["stop"]["fill"]),
        designators=frozenset(data["designators"]["words"]),
        soft=frozenset(data["designators"]["soft"]),
        one_before=frozenset(data["one"]["before"]),
        one_nouns=frozenset(data["one"]["nouns"]),
        one_not_before=frozenset(data["one"]["not_before"]),
        elided_after=frozenset(data["elided"]["after"]),
    )


def names_something(tokens: Tokens, numeral: Numeral) -> bool:
    """Tell whether a bare number is part of a name, an identifier, a list or a telephone number."""
    first, stop = numeral.first, numeral.stop
    text, lower = tokens.text, tokens.lower
    known = lists()
    if numeral.form not in {"digits", "words"}:
        return False
    digits = numeral.form == "digits"
    if digits and _tied(tokens, first, stop):
        return True
    if digits and _numbers_a_line(tokens, first, stop):
        return True
    if first == 0:
        return False
    before = lower[first - 1]
    if _inside_name(tokens, first, stop):
        return True
    same = tokens.same_sentence(first - 1, first)
    if same and before in known.designators:
        if before not in known.soft:
            return True
        if (digits and text[first - 1][:1].isupper() and first > 1) or not _noun_at(tokens, stop):
            return digits or text[first][:1].isupper()
    if digits and same and before == "(" and stop < len(lower) and lower[stop] == ")":
        return len(numeral.digits) <= 2 and numeral.digits.isdigit() and not _noun_at(tokens, stop)
    if digits and same and len(before) == 1 and text[first - 1].isupper() and before not in {"a", "i"}:
        return True
    if digits and "." not in numeral.digits and same and _name_before(tokens, first):
        return not _counts_many(tokens, stop)
    year = digits and "," not in text[first] and len(numeral.digits) == 4 and numeral.scale == 1
    return bool(year and 1800 <= numeral.value <= 2100 and not _counts_many(tokens, stop))


def _counts_many(tokens: Tokens, at: int) -> bool:
    noun = noun_phrase(tokens, at)
    return noun is not None and plural(tokens.text[noun[1] - 1])


def may_repeat(tokens: Tokens, amount: Amount) -> bool:
    """Tell whether a count without a noun of its own may take the one before it."""
    before = tokens.lower[amount.first - 1] if amount.first else ""
    after = tokens.lower[amount.stop] if amount.stop < len(tokens) else "."
    if after[:1].isalpha() and after not in lists().stop:
        return False
    return before in lists().elided_after or before in cues().before


def _inside_name(tokens: Tokens, first: int, stop: int) -> bool:
    """Recognise ``Group of Seven``, ``Tropical Depression Three``, ``619 Waddell Avenue``, ``737 Max``."""
    if tokens.kind(first) == "title":
        return False
    text, lower = tokens.text, tokens.lower
    before = text[first - 1]
    opens = tokens.sent[first - 1] != tokens.sent[first] or not before[:1].isalpha()
    if text[first][:1].isupper() and not opens and stop - first == 1:
        return before[:1].isupper() or (lower[first - 1] == "of" and first > 1 and text[first - 2][:1].isupper())
    if not text[first][:1].isdigit():
        return False
    tie = stop + 1 if stop < len(text) and lower[stop] == "-" and tokens.glued(stop) else stop
    if tie > stop and tie < len(text) and any(c.isupper() for c in text[tie][1:]):
        return True
    noun = noun_phrase(tokens, stop)
    if noun is None or noun[0] != stop:
        return False
    head = text[noun[1] - 1]
    named = all(text[i][:1].isupper() or not text[i][:1].isalpha() for i in range(*noun))
    return named and not plural(head) and not head.isupper()


def _tied(tokens: Tokens, first: int, stop: int) -> bool:
    """Recognise digits tied to letters or to other digits: ``A330-200``, ``555-0100``, ``737s``."""
    text, lower = tokens.text, tokens.lower
    if first > 1 and lower[first - 1] in {"-", "/", "_", ".", ":"} and tokens.glued(first):
        left = text[first - 2]
        if tokens.glued(first - 1) and (any(c.isalpha() for c in left) and lower[first - 2] not in {"mid", "to", "minus"}):
            return not (left.lower() in {"m", "bn", "k", "b", "km", "kg"} and first > 2 and text[first - 3][-1:].isdigit())
    if first > 0 and tokens.glued(first) and text[first - 1] in {"#", "@", "№", "_"}:
        return True
    groups = 0
    at = first
    while at >= 2 and lower[at - 1] == "-" and tokens.glued(at) and text[at - 2].isdigit():
        at -= 2
    while at < len(text) and text[at].isdigit():
        groups += 1
        if at + 2 < len(text) and lower[at + 1] == "-" and tokens.glued(at + 1) and tokens.glued(at + 2):
            at += 2
        else:
            break
    return groups >= 3


def _numbers_a_line(tokens: Tokens, first: int, stop: int) -> bool:
    """Recognise ``1. Unofficial results`` and ``3) Repeal``."""
    opens = first == 0 or tokens.block[first - 1] != tokens.block[first] or "\n" in tokens.text[first - 1]
    return bool(opens and stop < len(tokens) and tokens.lower[stop] in {".", ")"} and tokens.glued(stop)
                and tokens.text[first].isdigit() and len(tokens.text[first]) < 3)


def _name_before(tokens: Tokens, first: int) -> bool:
    """Tell whether the word before is a name: "Apollo 11", not "Sales 11" at a sentence's start."""
    word = tokens.text[first - 1]
    if not (word[:1].isupper() and word.isalnum()) or len(word) < 2:
        return False
    if tokens.kind(first) == "title":
        return False
    opens = first == 1 or tokens.sent[first - 2] != tokens.sent[first - 1]
    return not opens or (tokens.doc.has_annotation("TAG") and tokens.doc[first - 1].tag_ in {"NNP", "NNPS"})


def _noun_at(tokens: Tokens, at: int) -> bool:
    return at < len(tokens) and noun_phrase(tokens, at) is not None


def noun_phrase(
    tokens: Tokens, at: int, skip: Callable[[int], bool] = lambda _: False
) -> tuple[int, int] | None:
    """Return the tokens of the counted noun phrase that starts at ``at``, or None.

    The phrase ends with its head: ``information security incidents``, ``other countries``.
    """
    known = lists()
    lower, sent = tokens.lower, tokens.sent
    if at >= len(tokens) or at == 0:
        return None
    start = at
    sentence = sent[at - 1]
    tagged = tokens.doc.has_annotation("TAG")
    head: int | None = None
    index = at
    while index < len(tokens) and index - start < _LONGEST_NOUN and sent[index] == sentence:
        word = lower[index]
        if skip(index) or tokens.block[index] != tokens.block[at - 1]:
            break
        if head is None and word in known.fill:
            index += 1
            continue
        kind = _part(tokens, index, tagged, known)
        if kind == "stop" or (head is not None and kind == "inner"):
            break
        if kind == "noun":
            if head is not None and plural(tokens.text[head]) and not plural(tokens.text[index]):
                break
            head = index
        index += 1
    if head is None:
        return None
    while start < head and lower[start] in {"-", "or"}:
        start += 1
    return start, head + 1


def _part(tokens: Tokens, index: int, tagged: bool, known: Lists) -> str:
    """Sort a token into noun, inner (may stand before the head) and stop."""
    word = tokens.lower[index]
    if word == "-":
        inside = tokens.glued(index) and index + 1 < len(tokens) and tokens.glued(index + 1)
        return "inner-" if inside else "stop"
    if word in known.stop and tokens.text[index] != "US" or not word[:1].isalpha():
        return "stop"
    if not tagged:
        return "noun" if not word.endswith(("ed", "ly")) else "inner"
    tag = tokens.doc[index].tag_
    if tag in _NOUN_TAGS:
        return "noun"
    return "inner" if tag in _INNER_TAGS else "stop"


def counted(tokens: Tokens, amount: Amount, skip: Callable[[int], bool]) -> None:
    """Give a bare number its noun and unit; the unit is the phrase with its head in the singular."""
    at = amount.stop
    lower = tokens.lower
    hyphen = at < len(lower) and lower[at] == "-" and tokens.glued(at)
    if hyphen:
        noun = noun_phrase(tokens, at + 1, skip)
        if noun is not None and noun[0] == at + 1 and tokens.glued(at + 1):
            amount.stop = at + 2
            amount.unit = singular(tokens.text[at + 1])
            amount.kind = "count"
            return
    noun = _of_phrase(tokens, at, skip) or noun_phrase(tokens, at, skip)
    amount.kind = "count"
    if noun is not None and lower[noun[0]] == "times":
        amount.noun, amount.unit = (noun[0], noun[0] + 1), "time"
        return
    if noun is not None:
        amount.noun = noun
        amount.unit = unit_of(tokens, noun)


def _of_phrase(
    tokens: Tokens, at: int, skip: Callable[[int], bool]
) -> tuple[int, int] | None:
    """Read past ``of the``, ``of its 18``: ``12 of the 18 passengers`` counts passengers."""
    lower = tokens.lower
    if at >= len(lower) or lower[at] != "of":
        return None
    at += 1
    sentence = tokens.sent[at - 1]
    for possessive in range(at + 1, min(at + 6, len(lower))):
        if tokens.sent[possessive] == sentence and lower[possessive] in {"'s", "'"}:
            at = possessive + 1
            break
    while at < len(lower) and (
        lower[at] in {"the", "these", "those", "its", "their", "his", "her", "our", "all", "about"}
        or lower[at][:1].isdigit()
    ):
        at += 1
    return noun_phrase(tokens, at, skip)


def unit_of(tokens: Tokens, noun: tuple[int, int]) -> str:
    """Return a noun phrase as a unit: lower case, its head in the singular, fillers dropped."""
    known = lists()
    first, stop = noun
    out = ""
    for i in range(first, stop):
        word = tokens.text[i]
        if tokens.lower[i] in known.fill and i + 1 < stop:
            continue
        acronym = word.isupper() and len(word) > 1
        tied = tokens.glued(i) and i > first
        out += ("" if tied or not out else " ") + (
            singular(word) if i + 1 == stop else word if acronym else tokens.lower[i]
        )
    return out


def is_number_one(tokens: Tokens, numeral: Numeral, others: bool) -> bool:
    """Tell whether "one" counts, rather than being a pronoun or an article."""
    known = lists()
    first, stop = numeral.first, numeral.stop
    after = tokens.lower[stop] if stop < len(tokens) else "."
    before = tokens.lower[first - 1] if first else ""
    if after in known.one_not_before or before in {"no", "any", "every", "this", "that", "the", "some", "each"}:
        return after == "more" and before in known.one_before and others
    noun = noun_phrase(tokens, stop)
    if noun is None:
        return before in {"killed", "killing", "injured"} and others
    head = singular(tokens.text[noun[1] - 1])
    if head in known.one_nouns and noun[1] - noun[0] <= 2:
        return True
    return before in {"only", "just", "least", "exactly", "than"} or (others and before in known.one_before)


def value_of(numeral: Numeral, factor: Decimal) -> Decimal:
    """Return the value in units of the mention."""
    return numeral.value * factor
