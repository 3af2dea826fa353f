"""Which way an amount moved: "rose 5%", "a 5% increase", "by 5", "3 points lower"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, TypeAlias

from factx.model import Change
from factx.nlp.cues import Cues, cues, hedge
from factx.nlp.nouns import plural
from factx.nlp.tokens import Tokens

# How far back the verb of "by 5" may stand, and how far behind "5%" its noun.
_BACK, _AHEAD = 14, 6
# How far behind an amount its rate or pace may stand, and how far before it what was set to it.
_PACE, _OBJECT = 4, 6
_SIGNS: dict[str, Change] = {"plus": "up", "minus": "down"}
# The tags of a noun phrase.
_PHRASE = ("NN", "DT", "JJ", "PRP$", "POS")
# What an amount is of: a share or points, money, a length, things with their noun, or none of these.
What: TypeAlias = Literal["share", "money", "length", "count", "other"]


def is_level(lower: Sequence[str], at: int) -> bool:
    """Tell an end of a movement of what is counted from a year.

    ``rose from 1900 to 2000 people``, ``grew from 1950 animals to 2000``.
    """

    def word(index: int) -> str:
        return lower[index] if 0 <= index < len(lower) else ""

    verbs = cues().verbs
    if word(at - 1) == "from" and word(at + 1) == "to":
        return word(at - 2) in verbs and word(at + 2).isdecimal() and plural(word(at + 3))
    ends = word(at - 1) == "to" and word(at - 4) == "from" and word(at - 5) in verbs
    return ends and word(at - 3).isdecimal() and plural(word(at - 2))


def read(tokens: Tokens, first: int, stop: int, what: What) -> Change | None:
    """Return which way the amount at ``first`` to ``stop`` moved: amounts of change only.

    ``rose 5%``, ``by 5``, ``up 5%``, ``a 5% increase``, ``an increase of 5``, ``5% higher``;
    a level reached (``rose to 5``) has no direction of its own. A loss of money is a result, and
    what is counted may be what a verb deals with: ``recovered two bodies``.
    """
    known = cues()
    lower, sent = tokens.lower, tokens.sent
    _, edge = hedge(tokens, first, stop)
    at = _passed(tokens, edge - 1, sent[first], known)
    money, counted = what == "money", what == "count"
    if at >= 0 and sent[at] == sent[first]:
        word = lower[at]
        if what == "share" and word in _SIGNS and edge == at + 1:
            return _SIGNS[word]
        if word in known.adverbs:
            handed = is_phrasal(tokens, at, known, share=what == "share")
            return None if handed else known.adverbs[word]  # "set up 12 camps"
        if word in known.verbs:
            if _is_share_of_whole(lower, stop, known) or (money and word in known.funds):
                return None
            named = money and tokens.doc[at].tag_ == "NN" and word not in known.nouns
            if named or (counted and word in known.handled):
                return None  # "on a contract R318", "recovered two bodies"
            if what == "length" and _is_way(lower, stop, known):
                return None
            described = not counted and _describes(tokens, at, first, stop)
            return None if described else known.verbs[word]
        if word == "by" and "the" not in lower[at:edge]:
            way = _governor(tokens, at, known, counted=counted)
            if way is not None:
                return way
        if what == "share" and (paced := _paced(lower, at, stop, known)) is not None:
            return paced
        reached = lower[edge] in known.reaching
        if what in {"share", "money"} and not reached and (verb := is_set(tokens, edge)):
            return known.verbs[verb]
        if word == "of" and at and lower[at - 1] in _SIGNS:
            return _SIGNS[lower[at - 1]]
        if word == "of" and at and lower[at - 1] in known.nouns:
            pair = f"{lower[at - 2]} {lower[at - 1]}" if at > 1 else ""
            result = money and lower[at - 1] in known.results
            return None if result or pair in known.not_nouns else known.nouns[lower[at - 1]]
    return _behind(tokens, stop, known, money=money)


def _paced(lower: list[str], at: int, stop: int, known: Cues) -> Change | None:
    """Read ``grew at a 6% annual rate`` and ``grew at an annual rate of 6%``."""
    paces = known.paces
    if lower[at] == "of" and lower[at - 1] in paces:
        while at and lower[at] != "at" and lower[at] not in known.verbs:
            at -= 1
    elif paces.isdisjoint(lower[stop : stop + _PACE]):
        return None
    return known.verbs.get(lower[at - 1]) if lower[at] == "at" else None


def is_set(tokens: Tokens, edge: int) -> str | None:
    """Return the verb of ``cut rates 25 basis points``, ``raised its dividend 5%``."""
    last = edge - 1
    for at in range(last, max(-1, edge - _OBJECT), -1):
        if not tokens.same_sentence(at, last):
            return None
        if tokens.lower[at] in cues().setting:
            return tokens.lower[at] if at < last else None
        if not tokens.doc[at].tag_.startswith(_PHRASE if at < last else "NN"):
            return None
    return None


def behind_noun(tokens: Tokens, stop: int) -> Change | None:
    """Read the direction behind a counted noun: ``3 points lower``, ``20 seats fewer``."""
    known = cues()
    if stop >= len(tokens) or not tokens.same_sentence(stop - 1, stop):
        return None
    way = known.adverbs.get(tokens.lower[stop]) or known.more.get(tokens.lower[stop])
    if tokens.lower[stop + 1 : stop + 2] in (["from"], ["to"], ["and"]):
        return (
            None  # "3.9 million units, up from 2.4 million" is a level, "up and running" no change
        )
    if tokens.lower[stop + 1 : stop + 3] == ["than", "a"]:
        return None  # "seized 23 men more than a month ago"
    return None if _starts_amount(tokens.lower, stop + 1) else way


def is_phrasal(tokens: Tokens, at: int, known: Cues, *, share: bool) -> bool:
    """Tell the particle of "gunned down five" and "make up 5%" from "is up 12" and "trending up 5%".

    What is no ``share`` but counted, measured or paid is what most verbs deal with.
    """
    verb = tokens.lower[at - 1] if at else ""
    if verb in known.phrasal:
        return True
    other = verb not in known.moving and verb not in known.verbs
    return not share and other and tokens.doc[at - 1].tag_.startswith("V")


def _is_share_of_whole(lower: list[str], stop: int, known: Cues) -> bool:
    """Tell "gained 53% of the vote", which is a level, from "lost 53% of its value"."""
    if lower[stop : stop + 1] != ["of"]:
        return False
    return any(word in known.wholes for word in lower[stop + 1 : stop + 4])


def _is_way(lower: list[str], stop: int, known: Cues) -> bool:
    """Tell "sank 250 km off the coast" from "sank 3 metres since May"."""
    return not known.whither.isdisjoint(lower[stop : stop + 1])


def _describes(tokens: Tokens, verb: int, first: int, stop: int) -> bool:
    """Tell the object "an 11-point lead" that a verb of change has from the amount it moved by."""
    lower, known = tokens.lower, cues()
    determined = not known.determiners.isdisjoint(lower[verb + 1 : first + 1])
    if determined and "-" in lower[first:stop]:
        return True  # "the 2.5-metre (8-foot) toy"
    noun = stop < len(lower) and tokens.doc[stop].tag_.startswith("NN")
    return determined and noun and lower[stop] not in known.nouns


def _passed(tokens: Tokens, at: int, sentence: int, known: Cues) -> int:
    """Step back over articles, adverbs and "a net of" to the word that an amount depends on."""
    lower = tokens.lower
    while at >= 0 and tokens.sent[at] == sentence:
        if lower[at] == "of" and at and lower[at - 1] in known.passed:
            at -= 1
        adverb = lower[at].endswith("ly") and lower[at] not in known.verbs  # "rally"
        if not (adverb or lower[at] in known.passed):
            break
        at -= 1
    return at


def _governor(tokens: Tokens, by: int, known: Cues, *, counted: bool) -> Change | None:
    """Find the verb or noun that "by 5" belongs to, at most a clause back."""
    lower, sent = tokens.lower, tokens.sent
    for at in range(by - 1, max(-1, by - _BACK), -1):
        word = lower[at]
        if sent[at] != sent[by] or word in known.clauses:
            return None
        way = known.verbs.get(word) or known.nouns.get(word) or known.adverbs.get(word)
        if at == by - 1:  # "larger by 5"
            way = way or known.more.get(word)
        agent = at == by - 1 and tokens.doc[at].tag_ == "VBN"  # "hit by two storms"
        if (way is None and agent) or word in known.margins:
            return None
        if way is not None:
            handed = word in known.adverbs and is_phrasal(tokens, at, known, share=not counted)
            turned = _turned(tokens, at, known) if word in known.nouns else None
            return None if handed else turned or way
    return None


def _turned(tokens: Tokens, noun: int, known: Cues) -> Change | None:
    """Return the way of the verb that has a noun of change for its object: ``cut growth by 5``."""
    for at in range(noun - 1, max(-1, noun - _OBJECT), -1):
        if not tokens.same_sentence(at, noun):
            return None
        if tokens.lower[at] in known.verbs and tokens.doc[at].tag_[:2] == "VB":
            return known.verbs[tokens.lower[at]]
        if not tokens.doc[at].tag_.startswith((*_PHRASE, "VBN")):
            return None
    return None


def _starts_amount(lower: list[str], at: int) -> bool:
    """Tell whether an amount begins: the "up" of "16,369 up 58 points" belongs to it."""
    return at < len(lower) and (lower[at][:1].isdigit() or lower[at][-1:] in "$€£")


def _behind(tokens: Tokens, stop: int, known: Cues, *, money: bool) -> Change | None:
    """Read ``5% increase``, ``a 48.1 % year-on-year decrease``, ``5% higher``, ``5 more than``."""
    lower, sent = tokens.lower, tokens.sent
    for at in range(stop, min(stop + _AHEAD, len(lower))):
        word = lower[at]
        if sent[at] != sent[stop - 1]:
            return None
        if word in known.nouns:
            return None if money and word in known.results else known.nouns[word]
        if at == stop and word in known.adverbs:
            return None if _starts_amount(lower, at + 1) else known.adverbs[word]
        if at == stop and word in known.more:
            compared = lower[at + 1 : at + 2] == ["than"] or lower[stop - 1] in known.shares
            return known.more[word] if compared or money else None
        if word != "-" and (word in known.breaks or not word.isalpha()):
            return None
    return None
