"""Figures that are no two levels of one thing, whatever is said to lie between them."""

from __future__ import annotations

from factx.claims.sums.change import is_each, is_near
from factx.claims.sums.kin import is_link
from factx.claims.sums.operands.term import Term
from factx.claims.sums.pairing import is_elided

_NEAR = 4


def is_itemized(size: Term, one: Term, other: Term) -> bool:
    """Tell levels of two items, each with a signed change of its own: "Ferries: 9, +4%; Trams: 7, +2%"."""
    if not size.figure.mention.is_signed:
        return False
    first, second = sorted((one.figure, other.figure), key=lambda figure: figure.first)
    between = size.line.tokens.lower[first.stop : second.first]
    return not {";", ":"}.isdisjoint(between)


def is_part_and_whole(one: Term, other: Term) -> bool:
    """Tell "three of the four regions" and "by 44 votes to 18", which are no levels of anything."""
    first, second = sorted((one, other), key=lambda term: term.index)
    line = first.line
    between = line.between(first.figure.stop, second.figure.edge)
    voted = between == ["to"] and line.word(line.before(first.figure)) == "by"
    return voted or is_link(between)


def is_divided(size: Term, one: Term, other: Term) -> bool:
    """Tell the two of "4.29 million women and 4.12 million men", and what two losses led to."""
    first, second = sorted((one, other), key=lambda term: term.index)
    if first.sentence != second.sentence:
        return False
    units = first.figure.mention.unit, second.figure.mention.unit
    joined = first.line.between(first.line.behind(first.figure), second.figure.edge) == ["and"]
    relative = size.figure.mention.kind == "percent"
    if relative and joined and None not in units and units[0] != units[1]:
        return True
    near = [term.line.between(term.figure.edge - _NEAR, term.figure.edge) for term in (one, other)]
    return all("leaving" in each for each in near)


def is_elided_of_another(one: Term, other: Term) -> bool:
    """Tell the 184 of "on 211 days as against 184" from an amount of money of another sentence."""
    bare, full = sorted((one, other), key=lambda term: term.figure.mention.unit is not None)
    return one.line is not other.line and is_elided(bare.line, bare.figure, full.figure)


def is_supposed(one: Term, other: Term) -> bool:
    """Tell what would have been from what was: "would have run a surplus of $5.9 billion"."""
    if one.sentence == other.sentence:
        return False
    told = [term.claim.modality if term.claim is not None else None for term in (one, other)]
    return None not in told and told.count("hypothetical") == 1


def is_of_unlike_units(one: Term, other: Term) -> bool:
    """Tell 2.7 billion dollars from 5.60 dollars a share."""
    each = [is_each(term.line, term.figure) for term in (one, other)]
    return each[0] != each[1] and not is_near(one.figure, other.figure)


def is_sold_on(one: Term, other: Term) -> bool:
    """Tell the sales of "lost 11 million on sales of 64 million", which no loss is the change of."""
    for term in (one, other):
        line, at = term.line, term.line.before(term.figure)
        on = line.word(at) == "on" or line.between(at - 2, at + 1) == ["on", "sales", "of"]
        if on and term.figure.mention.kind in ("money", "count", "number"):
            return True
    return False
