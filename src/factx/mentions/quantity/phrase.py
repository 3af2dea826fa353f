"""The noun phrase that a number counts: "information security incidents", "other countries"."""

from __future__ import annotations

from collections.abc import Callable

from factx.mentions.quantity.lists import lists
from factx.mentions.quantity.part import (
    ADJECTIVES,
    LONGEST,
    ROLES,
    goes_along,
    in_compound,
    is_many,
    is_tied,
    many_ahead,
    part_of,
)
from factx.nlp.nouns import plural, singular
from factx.nlp.numerals import words
from factx.nlp.tokens import Tokens

_OWNING = (["'s"], ["'"])
# A verb of its own between "of" and a possessive: that is of another phrase.
_FINITE = frozenset({"VBD", "VBZ", "VBP", "VB"})


def find(
    tokens: Tokens, at: int, skip: Callable[[int], bool] = lambda _: False
) -> tuple[int, int] | None:
    """Return the tokens of the counted noun phrase that starts at ``at``, or None.

    The phrase ends with its head.
    """
    if at >= len(tokens) or at == 0:
        return None
    one = tokens.lower[at - 1] == "one"
    head: int | None = None
    last = at
    for index in range(at, min(at + LONGEST, len(tokens))):
        if not goes_along(tokens, at, index) or (skip(index) and not _describes_how(tokens, index)):
            break
        last = index
        if head is None and tokens.lower[index] in lists().fill:
            continue
        part = part_of(tokens, index)
        if part == "doubtful":
            part = "inner" if _describes(tokens, index, one=one) else "stop"
        elif part == "verbal":
            part = "noun" if _is_mistagged(tokens, head, index) else "stop"
        if part == "stop":
            if _joins_adjectives(tokens, head, index) or _joins_nouns(tokens, head, index):
                continue
            break
        if head is not None and in_compound(tokens, index):
            head = index if part == "noun" else None  # "life-saving operations"
            continue
        if head is not None and part == "inner":
            if not _goes_on(tokens, head, index, one=one):
                break
            head = None  # "nineteen South Korean tourists", "two Paris based firms"
            continue
        if head is not None and _ends_at(tokens, head, index, one=one):
            break
        if part == "noun":
            head = index
    if head is None and not one and _is_nationality(tokens, last - 1, at):
        head = last - 1
    if head is None:
        return None
    start = at
    while start < head and tokens.lower[start] in {"-", "or"}:
        start += 1
    return start, head + 1


def _is_nationality(tokens: Tokens, index: int, at: int) -> bool:
    """Recognise people named by an adjective that no noun follows: ``five Vietnamese``."""
    named = tokens.text[index][:1].isupper() and index >= at
    return named and tokens.doc[index].tag_ in ADJECTIVES


def _describes_how(tokens: Tokens, index: int) -> bool:
    """Tell "two 90-minute sessions" and "120 daily flights" from a date of its own."""
    return tokens.lower[index] in lists().periodic or is_tied(tokens, index)


def _is_mistagged(tokens: Tokens, head: int | None, index: int) -> bool:
    """Tell the noun of "15 piracy suspects" from the verb of "two countries continues"."""
    if head is None:
        return tokens.doc[index].dep_ in ROLES
    return not is_many(tokens, head)


def _describes(tokens: Tokens, index: int, *, one: bool) -> bool:
    """Tell "25 wounded people" and "one wounded man" from "25 wounded in the attack"."""
    following = tokens.lower[index + 1] if index + 1 < len(tokens) else ""
    if not following.isalpha() or following in lists().stop:
        return False
    many = index + 1 if one else many_ahead(tokens, index + 1)
    if many is None:
        return False
    # "32 suspected Taleban rebels" is tagged like "32 suffered serious cuts"
    past = tokens.doc[index].tag_ == "VBD" and not one and many > index + 1
    return not past or tokens.text[index + 1][:1].isupper()


def _ends_at(tokens: Tokens, head: int, index: int, *, one: bool) -> bool:
    """Tell whether a plural before ``index`` ends the phrase: "42 people" in "42 people dead"."""
    word = tokens.lower[index]
    if word == "-":
        return False
    if word.endswith("ing") and singular(tokens.lower[head]) in lists().one_nouns:
        return True  # "one passenger suffering burns"
    if tokens.lower[head] in lists().mass:  # "31 police hostage", not "two police officers"
        return not one and many_ahead(tokens, index) is None
    return is_many(tokens, head) and not is_many(tokens, index)


def _goes_on(tokens: Tokens, head: int, index: int, *, one: bool) -> bool:
    """Tell whether an adjective behind a noun leads on: ``South Korean tourists``, ``U.S. built jets``."""
    named = tokens.text[head][:1].isupper()
    following = tokens.doc[index + 1 : index + 2].text
    if named and tokens.text[index][:1].isupper() and following[:1].isalpha():
        return True
    if one or is_many(tokens, head) or not tokens.doc.has_annotation("TAG"):
        return False
    many = many_ahead(tokens, index)
    if many is None or tokens.doc[index].tag_ == "VBG":
        return False
    # "the 2,000 member Public Servants Association": a name is another phrase
    return named or not (tokens.text[index][:1].isupper() and tokens.text[many][:1].isupper())


def _joins_adjectives(tokens: Tokens, head: int | None, index: int) -> bool:
    """Tell whether "and" joins two adjectives: "combined digital and physical sales"."""
    if head is not None or tokens.lower[index] not in {"and", "or", ","}:
        return False
    left = index - 1 - (tokens.lower[index - 1] == ",")  # "African, Caribbean, and Asian lines"
    right = index + 1 + (tokens.lower[index + 1 : index + 2] in (["and"], ["or"]))
    if right >= len(tokens) or tokens.doc[left].tag_ not in ADJECTIVES:
        return False
    joined = tokens.doc[right].tag_[:1] in {"J", "V"}
    return joined or (tokens.lower[index] != "," and many_ahead(tokens, right) is not None)


def _joins_nouns(tokens: Tokens, head: int | None, index: int) -> bool:
    """Tell whether "and" joins two singulars before a plural: "dozens of anime and manga fans"."""
    if head is None or tokens.lower[index] not in {"and", "&"} or index + 2 >= len(tokens):
        return False
    singulars = not plural(tokens.text[head]) and not plural(tokens.text[index + 1])
    tags = [tokens.doc[i].tag_[:2] for i in (head, index + 1, index + 2)]
    joined = singulars and plural(tokens.text[index + 2]) and tags == ["NN", "NN", "NN"]
    return joined and head + 1 == index


def behind_of(
    tokens: Tokens, at: int, skip: Callable[[int], bool] = lambda _: False
) -> tuple[int, int] | None:
    """Read past ``of the``, ``of its 18``: ``12 of the 18 passengers`` counts passengers."""
    lower = tokens.lower
    at += lower[at : at + 2] == ["out", "of"]
    if at >= len(lower) or lower[at] != "of":
        return None
    at += 1
    owners = lists().owners
    for possessive in range(at, min(at + 6, len(lower))):
        if tokens.same_sentence(possessive, at - 1) and [lower[possessive]] in _OWNING:
            at = possessive + 1
            break
        word = lower[possessive]
        if word in lists().stop - owners - lists().fill or tokens.doc[possessive].tag_ in _FINITE:
            break  # "of activists gathered in the city's park"
        if is_many(tokens, possessive) and lower[possessive + 1 : possessive + 2] not in _OWNING:
            break  # "of officers along the country's border"
    while at < len(lower) and (
        lower[at] in owners
        or lower[at][:1].isdigit()
        or lower[at] in words().small
        or (lower[at] == "-" and lower[at + 1 : at + 2] and lower[at + 1] in words().small)
        or (lower[at - 1] != "of" and skip(at))
    ):
        at += 1  # "three of the 7 July bombers"
    return find(tokens, at, skip)


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
