"""A size set right behind a figure, which it is said of: "54 seats, a loss of 20", "$9 billion, or 29%,"."""

from __future__ import annotations

from factx.claims.sums.apart import named_from
from factx.claims.sums.cue import way_of
from factx.claims.sums.line import Figure, Line
from factx.claims.sums.operands.term import Term
from factx.claims.sums.statement import way_of_noun
from factx.claims.sums.words import words
from factx.model import Way

_MARKS = frozenset({",", "(", "-"})
_NEAR = 5  # words of ", a loss of"
_WHOLES = frozenset({"it", "them", "which", "whom", "these", "those"})


def bearer(line: Line, size: Figure) -> Figure | None:
    """Return the figure that a size is set behind, with only small words and words of change between."""
    before = next(line.ahead(size), None)
    between = line.between(line.behind(before), size.edge) if before is not None else []
    if not between or between[0] not in _MARKS or len(between) > _NEAR:
        return None
    small = words("loose") | words("added") | {"or"}
    said = between[1:]
    return before if all(_way(word) or word in small for word in said) else None


def _way(word: str) -> Way | None:
    return "down" if word in words("losing") else way_of(word) or way_of_noun(word)


def is_own_share(line: Line, figure: Figure) -> bool:
    """Tell an amount with its share behind "or": "$9.2 billion of the bill, or 29%"."""
    behind = next(line.after(figure), None)
    if behind is None or behind.mention.kind != "percent" or behind.mention.change is not None:
        return False
    between = line.between(figure.stop, behind.edge)
    return between[-2:] == [",", "or"] and "," not in between[:-2]


def is_share_of_other(size: Term, part: Term, whole: Term) -> bool:
    """Tell a share that words give to a figure from another part, or of another whole.

    "402 walkers, a quarter of the total, 340 riders": the first is the part, no whole of the second.
    "317 lorries, 62% of them foreign": the lorries are the whole.
    """
    line, figure = size.line, size.figure
    own = bearer(line, figure)
    if own is None:
        return False
    if line.word(figure.stop) != "of":
        return all(is_own_share(term.line, term.figure) for term in (part, whole))
    restated = "or" in line.between(own.stop, figure.edge)  # "$20 million, or half of it"
    if line.word(figure.stop + 1) in _WHOLES and not restated:
        return whole.figure is not own
    fits = own.mention.kind == part.figure.mention.kind
    return (fits and part.figure is not own) or _is_next(size, whole)


def _is_next(size: Term, whole: Term) -> bool:
    """Tell the next item from the whole: "61 million, or 22% of the budget, schools 140 million"."""
    line, stop = size.line, size.figure.stop
    return (
        whole.line is line
        and whole.figure.first > stop
        and "," in line.between(stop, whole.figure.edge)
    )


def is_change_of_other(size: Term, way: Way | None, new: Term, old: Term) -> bool:
    """Tell levels between which a size does not lie that is said of another, or of one of them as new.

    "54 seats, a loss of 20. The Greens took 13": the loss is that of the 54, and led to it.
    """
    line = size.line
    if all(is_own_share(term.line, term.figure) for term in (new, old)):
        return size.figure.mention.kind == "percent"
    own = bearer(line, size.figure)
    if own is None:
        return False
    if own is old.figure:
        return True
    said = (_way(word) for word in line.between(own.stop, size.figure.edge))
    way = way or next(filter(None, said), None)
    one, two = new.figure.mention.number, old.figure.mention.number
    return own is new.figure and {"up": one < two, "down": one > two}.get(way or "", False)


def is_of_named_whole(size: Term, whole: Term) -> bool:
    """Tell "25% of spending" and "40%, of costs" from a whole that another sentence calls otherwise."""
    line, at = size.line, size.figure.stop
    at += line.word(at) == ","
    if line.word(at) != "of" or size.sentence == whole.sentence or not bearer(line, size.figure):
        return False
    stop = named_from(line, at + 1, _NEAR - 1).stop
    if words("retold_base").isdisjoint(line.between(at + 1, stop)):
        named = line.stems(at + 1, stop)
        return bool(named) and named.isdisjoint(whole.line.stems(whole.line.start, whole.line.stop))
    return False
