"""Which figures may be parts of which: counts of like things, or amounts of one currency."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from factx.claims.sums.lengths import is_length
from factx.claims.sums.line import Figure, Line
from factx.claims.sums.words import words
from factx.model import Quantity, Tie

_MILLION = 1_000_000
_SLIP = 100  # times that a part may be its whole by a slip
_WHOLES = frozenset({"total", "whole"})
_LEVELS = frozenset({"new", "old"})
_PARTS = frozenset({"part", "apart"})
_HELD = 5  # words of "the previous monthly high of"
_OWNER = 7  # words of "the southern county's"
_TOTAL = 5  # words of "of the total"
_MARKS = frozenset({",", "-", "("})
_CLOSING = frozenset({",", "-", ")", ".", ";", ""})


def counts(figure: Figure) -> bool:
    """Tell a plain count; "26-member" describes and "dozens" counts nothing."""
    return figure.plain and figure.mention.kind in ("count", "number")


def is_total(figure: Figure) -> bool:
    """Tell what may have parts: a count, also of what is cut or added, or an amount of money."""
    mention = figure.mention
    return mention.kind == "money" or (mention.kind in ("count", "number") and not figure.describes)


def alike(one: Figure, other: Figure) -> bool:
    """Tell whether the second may be part of the first by what both count."""
    if one.mention.kind == "money":
        if other.mention.kind == "money":
            return one.mention.unit == other.mention.unit
        # "12.7 billion pesos, made up of 6.2 billion for the road ..."
        bare = other.mention.kind in ("count", "number") and other.mention.change is None
        return bare and other.mention.text.lower().endswith("illion")
    if not (is_total(one) and counts(other)):
        return False
    total, part = one.mention.unit, other.mention.unit
    if total is None or part is None or total == part:
        return True
    return is_person(total) and is_person(part)


def is_person(noun: str) -> bool:
    """Tell a noun of people, by the list."""
    return noun.rpartition(" ")[2] in words("people")


def is_somebody(noun: str) -> bool:
    """Tell a noun of people, by the list or as what somebody does: "worshipper", "survivor"."""
    return is_person(noun) or noun.endswith(tuple(words("trades")))


def is_unshared(line: Line, amount: Figure, *, averaged: bool) -> bool:
    """Tell no sum of what each has: "topped at 117", "41 of the 48".

    Nor is, of an average, what a film cost: "which cost 2 million … averaging 15,000 in each".
    """
    led, before = line.word(amount.edge - 2), line.word(amount.edge - 1)
    if before == "at" and led in words("topping"):
        return True
    if averaged and led == "which" and before in words("outlays"):
        return True
    part = line.between(amount.stop, amount.stop + 2) == ["of", "the"]
    return part and counts(amount) and line.word(amount.stop + 2)[:1].isdigit()


def is_reckoned(line: Line, size: Figure) -> bool:
    """Tell "5 million more than it estimated in May": of no level that the text tells."""
    behind = line.between(size.stop, size.stop + _HELD)
    return "than" in behind and not words("reckoned").isdisjoint(behind)


def is_standard(line: Line, level: Figure, size: Figure | None) -> bool:
    """Tell a record that something is held against: "jumped 16% to 6.8, above the old high of 6.5".

    No change is counted from it, but one that names it: "14% above the previous record of 3.3".
    """
    ahead = line.between(max(line.start, level.edge - _HELD), level.edge)
    if size is not None and line.word(size.stop) in words("held_against"):
        return False
    outdone = not words("outdoing").isdisjoint(ahead)
    named = not {"previous", "below", "above"}.isdisjoint(ahead)
    return outdone or (named and not words("extremes").isdisjoint(ahead))


def is_link(between: list[str]) -> bool:
    """Tell "of the" and "out of the parliament's", which lead from a part to its whole."""
    link = between[2:] if between[:2] == ["out", "of"] else between[1:]
    if between[:1] != ["of"] and between[:2] != ["out", "of"]:
        return False
    owned = link[-1:] in (["'s"], ["’s"], ["'"], ["’"]) and len(link) <= _OWNER and "," not in link
    return owned or all(word in words("wholes") for word in link)


def apposed(line: Line, figure: Figure) -> bool:
    """Tell a figure set between marks: ", about a third,", "- 38 people -", "(15 percent of them)"."""
    at = figure.edge - 1 - (line.word(figure.edge - 1) == "or")
    stop = line.behind(figure)
    if line.word(stop) == "of":
        total = line.between(stop + 1, stop + _TOTAL)
        stop += 1 + next(
            (i for i, word in enumerate(total) if not _is_total_word(word)), len(total)
        )
    return line.word(at) in _MARKS and line.word(stop) in _CLOSING


def _is_total_word(word: str) -> bool:
    return word in words("wholes") or word in ("total", "them", "whole")


def comes_near(total: Figure, parts: Iterable[Figure]) -> bool:
    """Tell parts from figures that only stand together: they come to half as much, or half more."""
    summed = sum(part.mention.number for part in parts)
    return abs(summed - total.mention.number) * 2 <= total.mention.number


def smaller(total: Figure, part: Figure) -> bool:
    """Tell two counts of which the second is the smaller."""
    return counts(total) and counts(part) and part.mention.number < total.mention.number


def shares_unit(one: Figure, other: Figure) -> bool:
    """Tell levels of one unit, which one of them may leave out: "3,000 rand then, 5,400 now"."""
    if one.fits(other):
        return True
    bare, full = (one, other) if one.mention.unit is None else (other, one)
    plain = bare.mention.kind in ("count", "number") and bare.mention.unit is None
    scaled = _scaled(full) and not _scaled(bare)
    return plain and full.mention.kind in ("count", "money", "measure") and not scaled


def is_kin(one: Figure, other: Figure) -> bool:
    """Tell whether two figures may be of one kind of thing: counts of whatever, or one unit."""
    if is_length(one.mention) or is_length(other.mention):
        return one.mention.unit == other.mention.unit
    return {one.mention.kind, other.mention.kind} <= {"count", "number"} or shares_unit(one, other)


def _scaled(figure: Figure) -> bool:
    return figure.mention.number >= _MILLION and any(c.isalpha() for c in figure.mention.text)


def is_of_kind(tie: Tie, by_id: Mapping[str, Quantity]) -> bool:
    """Tell whether what a tie calls a part can be one of its whole: no tonnes of 14 companies.

    A count hundreds of times its whole is none of it: no slip of the pen goes so far. Nor is 12.3
    the level after two firms.
    """
    members = [(m.role, by_id[m.mention]) for m in tie.members if m.mention in by_id]
    if tie.kind == "change" and not tie.closed:
        levels = [each for role, each in members if role in _LEVELS]
        named = any(e.kind == "count" and e.unit and not _is_broken(e) for e in levels)
        return not (named and any(each.unit is None and _is_broken(each) for each in levels))
    if tie.kind not in ("parts", "share"):
        return True
    wholes = [each for role, each in members if role in _WHOLES]
    parts = [each for role, each in members if role in _PARTS]
    return all(_may_be_part(part, whole) for whole in wholes for part in parts)


def _is_broken(quantity: Quantity) -> bool:
    """Tell 12.3, which counts no things, from 12."""
    counts = quantity.kind in ("count", "number") and quantity.number < _MILLION
    return counts and quantity.number != quantity.number.to_integral_value()


def _may_be_part(part: Quantity, whole: Quantity) -> bool:
    if part.kind != whole.kind and None not in (part.unit, whole.unit):
        return {part.kind, whole.kind} != {"count", "measure"}
    same = part.unit == whole.unit or None in (part.unit, whole.unit)
    return not same or part.number <= _SLIP * whole.number
