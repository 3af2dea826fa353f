"""One change told twice, with the level it led to: "lost 38 points, or 0.7 percent, to close at 5,412"."""

from __future__ import annotations

from collections.abc import Iterator

from factx.claims.sums.cue import way_of
from factx.claims.sums.kin import shares_unit
from factx.claims.sums.line import KINDS, Figure, Line
from factx.claims.sums.statement import is_points, way_of_noun
from factx.claims.sums.words import words
from factx.model import Tie, Way

_LED = 4  # words from "lost" to "another" and the amount, or from "a" to "gain of"
_APART = 6  # words from the change to the level: ", to close at"


def find(line: Line) -> Iterator[Tie]:
    """Yield each amount with the percentage that restates it, and the level they led to."""
    for first in line.figures:
        second = next(line.after(first), None)
        if second is None or not _restates(line, first, second):
            continue
        amount, share = sorted((first, second), key=lambda f: f.mention.kind == "percent")
        way = first.mention.change or _way(line, first)
        level = _reached(line, first, second)
        if way is not None and level is not None and _fits(amount, level):
            members = level.member("new"), amount.member("amount"), share.member("amount")
            yield Tie("change", members, line.span(first.first, second.stop), way, closed=True)


def _restates(line: Line, first: Figure, second: Figure) -> bool:
    """Tell "38 points, or 0.7 percent,", "0.7 percent (38 points)": an amount and a percentage."""
    kinds = [first.mention.kind == "percent", second.mention.kind == "percent"]
    between = [word for word in line.between(line.behind(first), second.edge) if word != ","]
    plain = all(figure.mention.qualifier in ("exact", "approx") for figure in (first, second))
    of = line.word(second.stop) == "of"  # "or 5% of output"
    return plain and not of and kinds[0] != kinds[1] and between in (["or"], ["("])


def _way(line: Line, first: Figure) -> Way | None:
    """Return the way of the word of change right before the amounts: "fell by", "a gain of"."""
    for at in range(first.edge - 1, max(line.start, first.edge - _LED) - 1, -1):
        way = way_of(line.lower[at]) or way_of_noun(line.lower[at])
        if way in ("up", "down"):
            return way
        if line.lower[at] not in words("loose") | {"by", "of"}:
            return None
    return None


def _reached(line: Line, first: Figure, second: Figure) -> Figure | None:
    """Return the level of "to close at 5,412" behind the change, or of "at 5,412, down" before it."""
    level = next(line.after(second), None)
    if level is not None:
        told = [word for word in line.between(line.behind(second), level.edge) if word not in ",)"]
        led = told[:1] in (["to"], ["at"]) and len(told) <= _APART
        if led and all(word in words("landing") or word in words("loose") for word in told):
            return level
    level = next(line.ahead(first), None)
    told = line.between(line.behind(level), first.edge) if level is not None else []
    apposed = told[:1] == [","] and len(told) <= _LED and _way(line, first) is not None
    return level if apposed and "and" not in told else None


def _fits(amount: Figure, level: Figure) -> bool:
    """Tell a level in the unit of its change; points of an index need not be named again."""
    told = level.plain and level.mention.kind in KINDS and level.mention.kind != "percent"
    bare = level.mention.kind in ("count", "number") and level.mention.unit in (None, "point")
    return told and (shares_unit(amount, level) or (is_points(amount) and bare))
