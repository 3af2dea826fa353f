"""The noun phrase that a number counts: "information security incidents", "other countries".

With a tagger the tags tell nouns from verbs ("seven die"); without one the word lists and the
plurals do, less well.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal, TypeAlias

from factx.mentions.quantity.lists import Lists, lists
from factx.nlp.nouns import plural, singular
from factx.nlp.numerals import words
from factx.nlp.tokens import Tokens

_LONGEST = 8
_NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
_INNER = frozenset({"JJ", "JJR", "JJS", "VBN", "VBG", "HYPH", "POS", "FW", "AFX"})
# A participle or adjective without a tag: "registered voters", "newly built homes".
_INNER_ENDINGS = ("ed", "ly")

Part: TypeAlias = Literal["noun", "inner", "hyphen", "stop"]


def find(
    tokens: Tokens, at: int, skip: Callable[[int], bool] = lambda _: False
) -> tuple[int, int] | None:
    """Return the tokens of the counted noun phrase that starts at ``at``, or None.

    The phrase ends with its head.
    """
    if at >= len(tokens) or at == 0:
        return None
    known = lists()
    sentence, block = tokens.sent[at - 1], tokens.block[at - 1]
    tagged = tokens.doc.has_annotation("TAG")
    head: int | None = None
    for index in range(at, min(at + _LONGEST, len(tokens))):
        if tokens.sent[index] != sentence or tokens.block[index] != block or skip(index):
            break
        if head is None and tokens.lower[index] in known.fill:
            continue
        if head is not None and _joins_nouns(tokens, head, index):
            continue
        if head is not None and tagged and _describes_place(tokens, index, known):
            head = None  # "two U.S. based groups"
            continue
        part = _part(tokens, index, known, tagged=tagged, one=tokens.lower[at - 1] == "one")
        if part == "stop":
            if head is None and tagged and _joins_adjectives(tokens, index):
                continue
            break
        if head is not None and _in_compound(tokens, index):
            head = index if part == "noun" else None  # "life-saving operations"
            continue
        if head is not None and part == "inner" and _goes_on(tokens, head, index):
            head = None  # "nineteen South Korean tourists"
            continue
        if head is not None and (part == "inner" or _ends_at(tokens, head, index)):
            break
        if part == "noun":
            head = index
    if head is None:
        return None
    start = at
    while start < head and tokens.lower[start] in {"-", "or"}:
        start += 1
    return start, head + 1


def _describes_place(tokens: Tokens, index: int, known: Lists) -> bool:
    """Recognise the participle behind a name: ``two Paris based firms``."""
    if tokens.lower[index] not in known.based or index + 1 >= len(tokens):
        return False
    behind = tokens.text[index + 1 : index + 4]  # "two Oslo based research groups"
    return tokens.doc[index - 1].tag_ == "NNP" and any(map(plural, behind))


def _in_compound(tokens: Tokens, index: int) -> bool:
    """Tell whether a hyphen ties a token to the one before it."""
    return tokens.lower[index - 1] == "-" and tokens.glued(index) and tokens.glued(index - 1)


def _part(tokens: Tokens, index: int, known: Lists, *, tagged: bool, one: bool) -> Part:
    """Sort a token into noun, inner (may stand before the head), hyphen and stop."""
    word = tokens.lower[index]
    if word == "-":
        inside = tokens.glued(index) and index + 1 < len(tokens) and tokens.glued(index + 1)
        return "hyphen" if inside else "stop"
    if word in known.participles:
        return "inner" if _describes(tokens, index, known, one) else "stop"
    if word in known.adjectives and tagged:
        return "inner" if _describes(tokens, index, known, one) else "stop"
    if (word in known.stop and tokens.text[index] != "US") or not word[:1].isalpha():
        return "stop"
    if len(word) == 1 and tokens.text[index].isupper():  # "15 F"
        return "stop"
    if word in words().parts:  # "five eighth graders" are no eighths
        return "inner"
    if any(letter.isdigit() for letter in word):  # "two F-16 jets", "12 B-17s"
        return "noun" if word.endswith("s") else "hyphen"
    if not tagged:
        return "inner" if word.endswith(_INNER_ENDINGS) else "noun"
    tag = tokens.doc[index].tag_
    if tag in _NOUNS:
        return "noun"
    if tag == "VBD" and word.endswith("ed") and _describes(tokens, index, known, one):
        return "inner"  # "11,187 recorded accidents"
    return "inner" if tag in _INNER else "stop"


def _describes(tokens: Tokens, index: int, known: Lists, one: bool) -> bool:
    """Tell "25 wounded people" and "one wounded man" from "25 wounded in the attack"."""
    following = tokens.lower[index + 1] if index + 1 < len(tokens) else ""
    return following.isalpha() and following not in known.stop and (one or plural(following))


def _ends_at(tokens: Tokens, head: int, index: int) -> bool:
    """Tell whether a plural before ``index`` ends the phrase: "42 people" in "42 people dead"."""
    word = tokens.lower[index]
    if word == "-":
        return False
    if word.endswith("ing") and singular(tokens.lower[head]) in lists().one_nouns:
        return True  # "one passenger suffering burns"
    return plural(tokens.text[head]) and not plural(tokens.text[index])


def _goes_on(tokens: Tokens, head: int, index: int) -> bool:
    """Tell whether an adjective ends a name that a noun follows: ``South Korean tourists``."""
    named = tokens.text[head][:1].isupper() and tokens.text[index][:1].isupper()
    return named and tokens.doc[index + 1 : index + 2].text[:1].isalpha()


def _joins_adjectives(tokens: Tokens, index: int) -> bool:
    """Tell whether "and" joins two adjectives: "combined digital and physical sales"."""
    if tokens.lower[index] not in {"and", "or", ","} or index + 1 >= len(tokens):
        return False
    left, right = tokens.doc[index - 1].tag_, tokens.doc[index + 1].tag_
    return left.startswith("J") and right.startswith(("J", "V"))


def _joins_nouns(tokens: Tokens, head: int, index: int) -> bool:
    """Tell whether "and" joins two singulars before a plural: "dozens of anime and manga fans"."""
    if tokens.lower[index] not in {"and", "&"} or index + 2 >= len(tokens) or head + 1 != index:
        return False
    singulars = not plural(tokens.text[head]) and not plural(tokens.text[index + 1])
    tags = [tokens.doc[i].tag_[:2] for i in (head, index + 1, index + 2)]
    return singulars and plural(tokens.text[index + 2]) and tags == ["NN", "NN", "NN"]


def behind_of(
    tokens: Tokens, at: int, skip: Callable[[int], bool] = lambda _: False
) -> tuple[int, int] | None:
    """Read past ``of the``, ``of its 18``: ``12 of the 18 passengers`` counts passengers."""
    lower = tokens.lower
    at += lower[at : at + 2] == ["out", "of"]
    if at >= len(lower) or lower[at] != "of":
        return None
    at += 1
    for possessive in range(at + 1, min(at + 6, len(lower))):
        if tokens.same_sentence(possessive, at - 1) and lower[possessive] in {"'s", "'"}:
            at = possessive + 1
            break
    owners = lists().owners
    while at < len(lower) and (lower[at] in owners or lower[at][:1].isdigit()):
        at += 1
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
