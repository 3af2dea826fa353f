"""What a token may be in the noun phrase that a number counts: its noun, inside it, or its end.

With a tagger the tags tell nouns from verbs ("seven die"); without one the word lists and the
plurals do, less well.
"""

from __future__ import annotations

import re
from typing import Literal, TypeAlias

from factx.mentions.quantity.lists import lists
from factx.nlp.nouns import plural
from factx.nlp.numerals import words
from factx.nlp.tokens import Tokens

LONGEST = 12  # tokens of a phrase
ADJECTIVES = frozenset({"JJ", "JJR", "JJS"})
# What only a noun is to its verb: "15 piracy suspects" whose last word is tagged as a verb.
ROLES = frozenset({"obj", "nsubj", "nsubj:pass", "obl", "nmod"})
_CLAUSES = ROLES | {"conj", "ccomp", "xcomp"}
_NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
_INNER = ADJECTIVES | {"VBN", "VBG", "HYPH", "POS", "FW", "AFX"}
# A participle or adjective without a tag: "registered voters", "newly built homes".
_INNER_ENDINGS = ("ed", "ly")
# Behind the Latin letters and their accents begin scripts that no English noun is written in.
_OTHER_SCRIPTS = "\u0250"
_GENERATION = re.compile(r"[1-9][DGK]")

Part: TypeAlias = Literal["noun", "inner", "doubtful", "verbal", "hyphen", "stop"]


def part_of(tokens: Tokens, index: int) -> Part:
    """Sort a token: a noun or what may be one, inner (before the head) or perhaps so, hyphen, stop."""
    word, known = tokens.lower[index], lists()
    tagged = tokens.doc.has_annotation("TAG")
    if word == "-":
        return "hyphen" if in_compound(tokens, index + 1) else "stop"
    tied = is_tied(tokens, index)
    if word[:1].isdigit() or (tied and word in words().small):
        return _number(tokens, index)
    if not word[:1].isalpha() or word >= _OTHER_SCRIPTS:
        return "stop"
    if word in known.participles or (word in known.adjectives and tagged and not tied):
        return "doubtful"
    if word in known.stop and tokens.text[index] != "US":
        return "inner" if tied else "stop"  # "two off-duty officers", "air-to-air missiles"
    if len(word) == 1 and tokens.text[index].isupper() and not in_compound(tokens, index):
        return "stop"  # "15 F"
    if word in words().parts:  # "five eighth graders" are no eighths
        return "inner"
    if any(letter.isdigit() for letter in word):  # "two F-16 jets", "12 B-17s"
        return "noun" if word.endswith("s") else "hyphen"
    if not tagged:
        return "inner" if word.endswith(_INNER_ENDINGS) else "noun"
    tag = tokens.doc[index].tag_
    if tag in _NOUNS:
        return "noun"
    if tag == "VBZ" and plural(word) and tokens.doc[index].dep_ in _CLAUSES:
        return "verbal"
    if tag in _INNER or (tied and tag == "RB"):
        return "inner"
    # "11,187 recorded accidents", "two clearly marked cars"
    doubtful = (tag == "VBD" and word.endswith("ed")) or (tag == "RB" and word.endswith("ly"))
    return "doubtful" if doubtful else "stop"


def _number(tokens: Tokens, index: int) -> Part:
    """Sort the number of "two 500-pound bombs", "75 Boeing 737-800 jets" and "10 Boeing 787s"."""
    lower = tokens.lower
    if lower[index].endswith("s"):
        return "noun"
    if _GENERATION.fullmatch(tokens.text[index]):  # "48 million 5G users"
        return "inner" if "".join(tokens.text[index + 1 : index + 2]).isalpha() else "stop"
    first = index - 2 if in_compound(tokens, index) else index
    if tokens.text[first - 1][:1].isupper() and lower[first - 1] in lists().designators:
        return "inner"
    leads = first == index and in_compound(tokens, index + 2)
    return "inner" if leads and lower[index + 2].isalpha() else "stop"


def is_tied(tokens: Tokens, index: int) -> bool:
    """Tell whether a token is a part of a compound, the hyphen too."""
    return any(in_compound(tokens, index + reach) for reach in range(3))


def in_compound(tokens: Tokens, index: int) -> bool:
    """Tell whether a hyphen ties a token to the one before it."""
    if index >= len(tokens) or tokens.lower[index - 1] != "-" or tokens.text[index - 1] == "—":
        return False
    return tokens.glued(index) and tokens.glued(index - 1)


def is_many(tokens: Tokens, index: int) -> bool:
    """Tell whether a noun numbers more than one: a plural, no name that ends like one, or "police"."""
    if tokens.lower[index] in lists().mass:
        return True
    return plural(tokens.text[index]) and tokens.doc[index].tag_ != "NNP"


def many_ahead(tokens: Tokens, at: int) -> int | None:
    """Find the plural that ends the phrase that goes on at ``at``: ``British soldiers``."""
    for index in range(at, min(at + LONGEST, len(tokens))):
        if not goes_along(tokens, at, index):
            return None
        part = part_of(tokens, index)
        if part == "stop":
            return None
        if part in {"noun", "verbal"} and is_many(tokens, index):
            return index
    return None


def goes_along(tokens: Tokens, at: int, index: int) -> bool:
    """Tell whether a token stands in the sentence and block of the number before ``at``."""
    same_block = tokens.block[index] == tokens.block[at - 1]
    return same_block and tokens.same_sentence(index, at - 1)
