"""The word of change: where it stands, which way it points, how much it says."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from factx.claims.sums.line import Figure, Line
from factx.claims.sums.words import words
from factx.model import Degree, Way
from factx.nlp.cues import cues
from factx.nlp.movement import is_phrasal

_FAR = 18  # tokens back from the levels to the word of change
_DEEP = 3  # nouns from a change to the object it is part of
_WAYS: tuple[Way, ...] = ("up", "down", "flat")


@dataclass(frozen=True, slots=True)
class Cue:
    """The word of change: where it stands, which way it points, how much it says."""

    at: int
    way: Way | None
    degree: Degree | None


def of_levels(line: Line, new: Figure, old: Figure) -> Cue | None:
    """Find the word of change: between the levels ("560, up from 500"), else before both."""
    if new.first < old.first:
        at = line.before(old)
        for index in range(at - 1, new.stop - 1, -1):
            noun = index == new.stop and line.tokens.doc[index].pos_ == "NOUN"
            if not noun and (cue := _word(line, index)) is not None:
                return cue  # the noun of "4.5% growth" names what is measured
        compared = line.word(at) != "from"
    else:
        compared = False
    first = min(new.first, old.first)
    for index in range(first - 1, max(line.start, first - _FAR) - 1, -1):
        word = line.word(index)
        if word in words("breaks") or word in words("ranging"):
            break
        if word in words("multiplying") or (word == "double" and line.word(index + 1) == "to"):
            return Cue(index, "up", None)  # "visits drop, prices triple to £9 from £3"
        rate = word == "growth" and new.mention.kind == "percent"
        cue = None if rate else _word(line, index)  # "growth of 5%" says nothing of 4% before it
        if cue is not None and not _is_of_another(line, index, (new, old)):
            return Cue(index, None, None) if _is_subject(line, index, first) else cue
        if _opens_clause(line, index):
            break
        if word in words("clauses") and line.tokens.doc[index].dep_ == "mark":
            break  # "fell after the town put up its tax from $8 to $20"
    if compared:
        return Cue(line.before(old), None, None)
    return None


def _opens_clause(line: Line, index: int) -> bool:
    """Tell "trimmed the plan, setting the rate from 8 to 9" from "barely changed, going from 8 to 9"."""
    going = line.tokens.doc[index].tag_ == "VBG" and line.word(index - 1) == ","
    return going and line.word(index + 1) not in ("from", "to")


def _is_of_another(line: Line, index: int, levels: tuple[Figure, Figure]) -> bool:
    """Tell "put it down to 12 officers" and "up by 5 in Oslo" from the word over both levels."""
    if line.word(index + 1) not in ("to", "by"):
        return False
    figure = line.inside.get(index + 2)
    return figure is not None and figure not in levels and not figure.mention.change


def nearest(line: Line, amount: Figure) -> Cue | None:
    """Find the word of change next to an amount."""
    places = sorted(
        range(max(line.start, amount.first - 8), min(line.stop, amount.stop + 5)),
        key=lambda at: min(abs(at - amount.first), abs(at - amount.stop)),
    )
    return next((cue for at in places if (cue := _word(line, at)) is not None), None)


def _word(line: Line, index: int) -> Cue | None:
    """Read one word of change with its adverb; a denied change has no direction."""
    word = line.word(index)
    way = way_of(word)
    small = word in words("changes") and not words("slight").isdisjoint(
        line.between(index - 1, index)
    )
    if (way is None and not small) or (way == "flat" and _is_dwelling(line, index)):
        return None
    if word == "growth" and line.tokens.doc[index].dep_.startswith("nsubj"):
        return None  # "Growth is forecast at 1.5%", a measure like any other
    if _is_sort(line, index) or _is_particle(line, index):
        return None
    near = line.between(index - 3, index)
    if "not" in near or "n't" in near or "no" in near:
        return Cue(index, None, None)
    around = {*line.between(index - 2, index + 3)}
    degree: Degree | None = None
    if not around.isdisjoint(words("slight")):
        degree = "slight"
    elif not around.isdisjoint(words("sharp")):
        degree = "sharp"
    if (verb := _verb_over(line, index)) is not None:
        own = line.tokens.doc[index].dep_ == "obj" and way != way_of(line.word(verb))
        # "dropped the fare increase from $2 to $3": the levels may be of either
        index, way = verb, None if own else way_of(line.word(verb))
    if _is_inverse(line, index):
        way = None
    return Cue(index, way, degree)


def _verb_over(line: Line, index: int) -> int | None:
    """Return the verb whose object a change is: "cut its growth forecast to 1.1% from 1.4%"."""
    token = line.tokens.doc[index]
    for _ in range(_DEEP):
        if token.dep_ == "obj":
            return token.head.i if way_of(line.word(token.head.i)) is not None else None
        if token.dep_ not in ("compound", "nmod"):
            break
        token = token.head
        if token.lower_ not in words("guessed"):
            break  # "dropped plans for a rise to 9%"
    return None


def _is_subject(line: Line, index: int, stop: int) -> bool:
    """Tell a change of which something is said: "the fall deepened to 6% from 4%"."""
    token = line.tokens.doc[index]
    return token.dep_ == "nsubj" and index < token.head.i < stop and token.pos_ == "NOUN"


def _is_dwelling(line: Line, index: int) -> bool:
    """Tell the noun of "a two-room flat now lets" from "sales were flat"."""
    before = line.inside.get(index - 1)
    described = before is not None and before.describes
    return described or line.tokens.doc[index].pos_ == "NOUN"


def _is_sort(line: Line, index: int) -> bool:
    """Tell "exports of cut flowers", a sort of thing, from "a reduced budget of 5 million"."""
    token = line.tokens.doc[index]
    firm = token.dep_ == "compound" and token.tag_ == "NN" and token.head.i == index + 1
    sold = firm and line.word(index + 1) in words("makers")  # "the lift company sold 9"
    return sold or (token.dep_ == "amod" and token.head.dep_.startswith("nmod"))


def _is_particle(line: Line, index: int) -> bool:
    """Tell "make up 12 per cent" and "ended up with 12 seats" from "is up 12" and "came down to 12"."""
    if line.word(index) not in cues().adverbs or line.word(index + 1) in ("to", "from", "by"):
        return False
    joined = not {"-", "with"}.isdisjoint(line.between(index - 1, index + 2))
    return joined or is_phrasal(line.tokens, index, cues(), share=False)


def _is_inverse(line: Line, index: int) -> bool:
    """Tell what is quoted the other way round: the yen, a rank; the unit of a figure is not meant."""
    near = range(max(line.start, index - _FAR), min(line.stop, index + _FAR))
    return any(
        line.lower[at] in words("inverse") and at not in line.inside and at - 1 not in line.inside
        for at in near
    )


def way_of(word: str) -> Way | None:
    """Return the way a word of change points."""
    return ways().get(word)


@cache
def ways() -> dict[str, Way]:
    """Return every word of change with the way it points, the first where it is in two lists."""
    return {word: way for way in reversed(_WAYS) for word in words(way)}
