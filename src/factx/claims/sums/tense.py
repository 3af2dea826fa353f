"""Days that a verb puts ahead or behind: "plans to open it in 2022", "destroyed it in 2028"."""

from __future__ import annotations

from collections.abc import Iterator

from factx.claims.sums.words import words
from factx.claims.tree import Tree, parsed
from factx.mentions import Found
from factx.model import Date, Member, Tie, Way
from factx.nlp.tokens import Tokens

_LINKS = ("in", "on", "during", "by", "from", "before", "until")
_NEAR = 5  # words of "as against 59.8 million in"
_COMPARING = frozenset({"from", "against", "than", "compared"})
# "plans" before a verb may be tagged as a noun.
_PRESENT = ("VBZ", "VBP", "NNS")


def find(tokens: Tokens, found: Found) -> Iterator[Tie]:
    """Yield each date that names its year, with the verb it hangs from and the way that points."""
    linked = [date for date in found.dates if _names_year(date) and _is_linked(tokens, date)]
    if not linked:
        return
    tree = parsed(tokens)
    for date in linked if tree else ():
        verb = tree.clause(tree.top(*tokens.stretch(date)))
        told = tokens.lower[verb : tokens.at(date.start)] if verb is not None else []
        if not _COMPARING.isdisjoint(told[-_NEAR:]):
            continue  # "will drop to 15 million, from 38 million in 2021"
        way = _way(tokens, tree, verb) if verb is not None else None
        planned = way == "down" and not words("to_come_nouns").isdisjoint(told)
        if verb is not None and way is not None and not planned:  # "had a plan for 2030"
            yield Tie("tense", (Member(date.id, "period"),), tokens.span(verb, verb + 1), way=way)


def _is_linked(tokens: Tokens, date: Date) -> bool:
    """Tell a date of the text that a preposition hangs from a verb."""
    first = tokens.at(date.start)
    if not first or tokens.kind(first) in ("furniture", "title"):
        return False
    return tokens.lower[first - 1] in _LINKS


def _names_year(date: Date) -> bool:
    plain = date.timex_type == "DATE" and date.parts is None and date.first is not None
    return plain and date.mod is None and date.timex[:4].isdigit() and date.timex[:4] in date.text


def _way(tokens: Tokens, tree: Tree, verb: int) -> Way | None:
    """Tell a verb of what is to come from one of what is past; most verbs are neither."""
    near = [tokens.lower[child] for child in tree.children(verb)]
    if not words("unreal").isdisjoint(near) or "had" in near:
        return None
    if "will" in near:
        return "up"
    tag = tokens.doc[verb].tag_
    if tag in ("VBZ", "VBP") and _is_of_plans(tokens, tree, verb):
        return "up"
    if tag == "VBD" and tokens.lower[verb] not in words("says"):
        return None if _is_of_plans(tokens, tree, verb) else "down"
    if "to" in near and tree.base[verb] in ("xcomp", "acl"):
        above = tree.head[verb]
        said = tokens.doc[above].tag_ in _PRESENT or "is" in {
            tokens.lower[child] for child in tree.children(above)
        }
        return "up" if said and _is_of_plans(tokens, tree, above) else None
    return None


def _is_of_plans(tokens: Tokens, tree: Tree, verb: int) -> bool:
    word = tokens.lower[verb]
    forms = {tree.lemma(verb), word, word.removesuffix("s"), word.removesuffix("d")}
    return not words("to_come").isdisjoint(forms | {word.removesuffix("ed")})
